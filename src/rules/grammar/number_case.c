/* The case of numbers, where it shows: «عشرون» is no genitive, and a dual hundred or thousand before what it counts has no nun. */
#include "quantity/units.h"
#include "rules/number/counting.h"

enum { CASE, NUN };
enum { MOST_WORDS = 12 /* of a number before the one in hand */ };

static const struct mdq_rule rules[] = {
  [CASE] = {
    .id = "grammar/number-case", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/grammar", .since = "0.1",
    .summary = { "A number in the nominative behind a preposition", "عدد مرفوع بعد حرف جر" },
    .rationale = { "The tens, twelve and the duals show their case: عشرون, اثنا عشر and مئتان are subjects, and behind a preposition or in a genitive they are عشرين, اثني عشر and مئتين.",
                   "تظهر علامة الإعراب في ألفاظ العقود والاثني عشر والمثنى: عشرون واثنا عشر ومئتان رفعًا، وعشرين واثني عشر ومئتين بعد حرف الجر والإضافة." },
    .message = { "Behind “{x}” write “{y}”", "بعد «{x}» يُكتب «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "أصيب بعشرون رصاصة في الكتف", .fixed = "أصيب بعشرين رصاصة في الكتف" },
      { .text = "ينتشر الجيش في ثلاثون قرية", .fixed = "ينتشر الجيش في ثلاثين قرية" },
      { .text = "عمل في البلدة منذ خمسة وأربعون عاما", .fixed = "عمل في البلدة منذ خمسة وأربعين عاما" },
      { .text = "عاد بعد مرور ثلاثون سنة", .fixed = "عاد بعد مرور ثلاثين سنة" },
      { .text = "اتفقوا خلال اثنا عشر شهرا", .fixed = "اتفقوا خلال اثني عشر شهرا" },
      { .text = "تبرعت الشركة بمليونان دولار", .fixed = "تبرعت الشركة بمليونين دولار" },
      { .text = "عاش في القرن الحادي والعشرون", .fixed = "عاش في القرن الحادي والعشرين" },
      { 0 } },
    .good = (const char *const[]){
      "أصيب بعشرين رصاصة في الكتف", "وصل عشرون لاجئا", "منذ خمسة وأربعين عاما", "قُبل عشرون طالبا في المعهد", "حضر من الوفد عشرون عضوا", "في الجلسة شخصان وثلاثون آخرون في الخارج",
      "بدأ القرن الحادي والعشرون", "بعد يومين وصل مئتان آخرون", "افتتح المعرض في الدورة الأولى عشرون رساما", NULL },
  },
  [NUN] = {
    .id = "grammar/dual-magnitude", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/grammar", .since = "0.1",
    .summary = { "Two hundred, thousand or million with its nun before what it counts", "«مئتان» و«ألفان» و«مليونان» بالنون قبل المعدود" },
    .rationale = { "Before what they count these duals lose their nun: مئتا دولار, ألفي جندي, مليونا شخص.", "تُحذف نون المثنى قبل معدوده للإضافة: مئتا دولار، ألفي جندي، مليونا شخص." },
    .message = { "Before “{x}” write “{y}”", "قبل «{x}» يُكتب «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "دفع الرجل مئتين دولار", .fixed = "دفع الرجل مئتي دولار" },
      { .text = "وصل ألفان جندي إلى الثكنة", .fixed = "وصل ألفا جندي إلى الثكنة" },
      { .text = "نزح مليونين شخص", .fixed = "نزح مليوني شخص" },
      { .text = "بقيمة مائتين يورو", .fixed = "بقيمة مائتي يورو" },
      { 0 } },
    .good = (const char *const[]){
      "دفع الرجل مئتي دولار", "وصل ألفا جندي", "عددهم مئتان، جندي ومدنيون", "نزح مليونان من السكان", "في عام ألفين شركة واحدة", "قدم مئتين يوم الجمعة", "ألفين وخمسمئة جندي", "الألفين دولار", NULL },
  },
};

static struct mdq_number_word word_at(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (!mdq_token_is(segment, i, MDQ_TOKEN_AR)) return (struct mdq_number_word){ .class = MDQ_NUMBER_NONE };
  return mdq_number_word(mdq_quantity_tables(ctx), segment->tokens[i].word);
}

/* The endings that tell the case, and what they are in the genitive. */
static const char *ending_of(const struct mdq_number_word *said, struct mdq_span v1, struct mdq_span *ending) {
  static const struct {
    const char *nominative, *genitive;
  } endings[] = { { "ون", "ين" }, { "ان", "ين" }, { "اثنا", "اثني" }, { "اثنتا", "اثنتي" }, { "مئتا", "مئتي" }, { "مائتا", "مائتي" } };
  bool two = said->class == MDQ_NUMBER_UNIT && said->value == 2, dual = said->form == 'd' && (said->class == MDQ_NUMBER_MAGNITUDE || said->class == MDQ_NUMBER_HUNDRED);
  if (!two && !dual && said->class != MDQ_NUMBER_TENS) return NULL;
  for (size_t i = said->class != MDQ_NUMBER_TENS; i < (said->class == MDQ_NUMBER_TENS ? 1 : MDQ_COUNT(endings)); i++) {
    *ending = mdq_span_str(endings[i].nominative);
    if (mdq_span_ends(v1, *ending)) return endings[i].genitive;
  }
  return NULL;
}

static bool has_nun(const struct mdq_number_word *said, struct mdq_span v1) {
  bool magnitude = said->form == 'd' && (said->class == MDQ_NUMBER_MAGNITUDE || said->class == MDQ_NUMBER_HUNDRED);
  return magnitude && (mdq_span_ends(v1, MDQ_SPAN_LIT("ان")) || mdq_span_ends(v1, MDQ_SPAN_LIT("ين")));
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  struct mdq_span v1 = mdq_word_v1(word);
  struct mdq_number_word said = mdq_number_word(mdq_quantity_tables(ctx), word);
  struct mdq_span ending;
  return ending_of(&said, v1, &ending) || has_nun(&said, v1);
}

/* The word as written, with another ending; empty where marks are in the way. */
static struct mdq_span with_ending(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, struct mdq_span ending, const char *right) {
  struct mdq_span raw = mdq_token_text(segment, i);
  if (!mdq_span_ends(raw, ending)) return MDQ_SPAN_LIT("");
  return mdq_arena_printf(ctx->arena, "%.*s%s", (int)(raw.len - ending.len), raw.ptr, right);
}

static bool is_part(const struct mdq_number_word *said) {
  return said->class == MDQ_NUMBER_UNIT || said->class == MDQ_NUMBER_ONE || said->class == MDQ_NUMBER_TENS || said->class == MDQ_NUMBER_HUNDRED || said->class == MDQ_NUMBER_MAGNITUDE;
}

/* The first word of the number to which the word at token i belongs. */
static size_t first_of_number(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  for (size_t steps = 0; steps < MOST_WORDS && i; steps++) {
    struct mdq_number_word said = word_at(ctx, segment, i), before = word_at(ctx, segment, i - 1);
    if (!said.conjunction || said.preposition || !is_part(&before)) break;
    i--;
  }
  return i;
}

static bool has_preposition(struct mdq_span v1) {
  return mdq_span_starts(v1, MDQ_SPAN_LIT("بال")) || mdq_span_starts(v1, MDQ_SPAN_LIT("لل")) || mdq_span_starts(v1, MDQ_SPAN_LIT("وبال")) || mdq_span_starts(v1, MDQ_SPAN_LIT("ولل"));
}

/* «في القرن الحادي والعشرون»: the noun before the ordinal is a genitive, token *by governs it. */
static bool behind_genitive_noun(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, size_t *by) {
  struct mdq_number_word unit = i ? word_at(ctx, segment, i - 1) : (struct mdq_number_word){ .class = MDQ_NUMBER_NONE };
  bool ordinal = (unit.class == MDQ_NUMBER_ORDINAL || unit.class == MDQ_NUMBER_ORDINAL_ONE) && unit.article && !unit.preposition;
  if (!ordinal || i < 2 || !mdq_token_is(segment, i - 2, MDQ_TOKEN_AR)) return false;
  struct mdq_span noun = mdq_token_v1(segment, i - 2);
  *by = i - 2;
  if (has_preposition(noun)) return true;
  *by = i - 3;
  return mdq_span_starts(noun, MDQ_SPAN_LIT("ال")) && i >= 3 && mdq_governs_genitive(segment, i - 3);
}

static bool is_genitive(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, const struct mdq_number_word *said, size_t *by) {
  if (said->article && said->conjunction) return behind_genitive_noun(ctx, segment, i, by);
  size_t first = first_of_number(ctx, segment, i);
  struct mdq_number_word head = word_at(ctx, segment, first);
  *by = first;
  if (head.preposition) return true;
  *by = first - 1;
  return first && !head.conjunction && mdq_governs_genitive(segment, first - 1);
}

static void check_case(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, const struct mdq_number_word *said) {
  struct mdq_span ending;
  size_t by;
  const char *genitive = ending_of(said, mdq_token_v1(segment, i), &ending);
  if (!genitive || !is_genitive(ctx, segment, i, said, &by)) return;
  struct mdq_span right = with_ending(ctx, segment, i, ending, genitive);
  if (!right.len) return;
  bool quoted = (segment->tokens[i].flags & MDQ_TOKEN_QUOTED) != 0;
  size_t letter = said->conjunction ? 2 : 0; /* «وبعشرون» */
  struct mdq_span governor = by == i ? mdq_span_sub(mdq_token_text(segment, i), letter, letter + 2) : mdq_token_text(segment, by);
  mdq_report(ctx, CASE, .at = mdq_at_token(segment, i), .x = governor, .y = right, .fix = right, .safe = !quoted);
}

/* «عام ألفين» */
static bool is_a_year(const struct mdq_segment *segment, size_t i) {
  static const char *const words[] = { "عام", "سنه", "العام", "السنه", "لعام", "لسنه", "وعام", "عامي", NULL };
  return i && mdq_span_is_one_of(mdq_token_v2(segment, i - 1), words);
}

static bool is_counted(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (!mdq_token_is(segment, i, MDQ_TOKEN_AR) || !(segment->tokens[i].flags & MDQ_TOKEN_SPACED) || mdq_starts_a_date(segment, i)) return false;
  struct mdq_noun noun;
  const struct mdq_table *const *tables = mdq_quantity_tables(ctx);
  if (mdq_counted_noun(tables[MDQ_TABLE_COUNTED_NOUNS], mdq_token_v1(segment, i), &noun)) return noun.forms == MDQ_NOUN_SINGULAR || (noun.forms & MDQ_NOUN_SINGULAR && noun.forms & MDQ_NOUN_ACCUSATIVE);
  const struct mdq_unit *unit = mdq_unit_arabic(tables[MDQ_TABLE_UNITS], mdq_token_v2(segment, i));
  return unit && mdq_unit_is_money(unit);
}

static void check_nun(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, const struct mdq_number_word *said) {
  if (!has_nun(said, mdq_token_v1(segment, i)) || said->article || is_a_year(segment, i) || !is_counted(ctx, segment, i + 1)) return;
  struct mdq_span nun = MDQ_SPAN_LIT("ن"), right = with_ending(ctx, segment, i, nun, "");
  if (!right.len) return;
  mdq_report(ctx, NUN, .at = mdq_at_token(segment, i), .x = mdq_token_text(segment, i + 1), .y = right, .fix = right, .safe = !(segment->tokens[i].flags & MDQ_TOKEN_QUOTED));
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_number_word said = word_at(ctx, segment, i);
  check_case(ctx, segment, i, &said);
  check_nun(ctx, segment, i, &said);
}

const struct mdq_rule_group mdq_rules_grammar_number_case = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .token = token,
};
