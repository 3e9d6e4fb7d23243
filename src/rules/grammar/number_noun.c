/* A number and the noun it counts: from three to ten the numeral takes the other gender and the noun the plural, from eleven
   to ninety-nine the noun is an accusative singular, with hundreds and thousands a genitive one (linguistics.md §3). */
#include "rules/number/counting.h"

enum { GENDER, NOUN, ARTICLE };

static const struct mdq_rule rules[] = {
  [GENDER] = {
    .id = "grammar/number-gender", .severity = MDQ_ERROR, .certainty = MDQ_LIKELY, .category = "fluency/grammar", .since = "0.1",
    .summary = { "A numeral in the wrong gender for the noun it counts", "عدد يطابق معدوده في الجنس حيث تجب المخالفة، أو العكس" },
    .rationale = { "From three to ten a numeral takes the gender opposite to that of the noun's singular (أربعة مشاريع, أربع خطط); so does the unit from thirteen on, while عشر, eleven and twelve agree.",
                   "تخالف الأعداد من ثلاثة إلى عشرة جنس مفرد المعدود (أربعة مشاريع، أربع خطط)، وكذلك آحاد الأعداد المركبة والمعطوفة؛ أما «عشر» المركبة والعددان 11 و12 فتوافقه." },
    .message = { "The numeral's gender does not fit “{x}”: “{z}” → “{y}”", "العدد يخالف معدوده «{x}»: الصواب «{y}» لا «{z}»" },
    .bad = (const struct mdq_example[]){
      { .text = "أطلقت الشركة أربع مشاريع هذا العام", .fixed = "أطلقت الشركة أربعة مشاريع هذا العام" },
      { .text = "تعمل في المنطقة خمسة شركات", .fixed = "تعمل في المنطقة خمس شركات" },
      { .text = "وبثمانية سيارات نقلوا المصابين", .fixed = "وبثماني سيارات نقلوا المصابين" },
      { .text = "شارك ثلاث عشر لاعبا في التدريب", .fixed = "شارك ثلاثة عشر لاعبا في التدريب" },
      { .text = "احترقت خمسة عشر سيارة", .fixed = "احترقت خمس عشرة سيارة" },
      { .text = "وصلت ثلاثة وعشرون سفينة", .fixed = "وصلت ثلاث وعشرون سفينة" },
      { .text = "غرق واحد وعشرون سفينة", .fixed = "غرق واحدة وعشرون سفينة" },
      { .text = "سجل خمس آلاف متطوع أسماءهم", .fixed = "سجل خمسة آلاف متطوع أسماءهم" },
      { .text = "خصصت الحكومة ثلاث ملايين دولار", .fixed = "خصصت الحكومة ثلاثة ملايين دولار" },
      { .text = "نزح خمسة مئة شخص", .fixed = "نزح خمسمئة شخص" },
      { 0 } },
    .good = (const char *const[]){
      "أطلقت الشركة أربعة مشاريع وأربع خطط", "ثلاث عشرة سنة وثلاثة عشر عاما", "أغلقوا أربعة طرق وأربع طرق", "خمس السكان وعشر الدول", "نزل في فندق من خمس نجوم",
      "بعد ثماني ساعات", "بعد ثمان سنوات", "احتجزوا أربع رهائن", "ثلاثمئة شركة وثمان مئة سفينة", "الشركات الخمس والمشاريع الخمسة", "إحدى عشرة دولة وأحد عشر لاعبا", "اثنتا عشرة ساعة واثني عشر شهرا",
      "إحدى وعشرون سفينة واثنان وثلاثون زورقا وواحدة وأربعون سيارة", "ثلاثة مستشفيات", "ثلاثة آلاف سيارة", "قضى الناجون الأربعة ساعات في المياه", "دفع الثلاثة مئة دولار", "خمس مئة شخص", NULL },
  },
  [NOUN] = {
    .id = "grammar/number-noun", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/grammar", .since = "0.1",
    .summary = { "A noun in another number or case than its numeral asks for", "معدود لا يوافق عدده في الإفراد والجمع أو في الإعراب" },
    .rationale = { "Three to ten take a plural, eleven to ninety-nine a singular in the accusative (15 كتابا), hundreds, thousands and millions a singular in the genitive (100 كتاب). What counts is the number's last two figures.",
                   "يُجمع المعدود بعد 3 إلى 10، ويُفرد منصوبًا بعد 11 إلى 99 (15 كتابًا)، ويُفرد مجرورًا بعد المئة والألف والمليون (100 كتاب)؛ والعبرة بآخر منزلتين." },
    .message = { "After {x} write “{y}”", "بعد {x} يُكتب «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "أصيب 15 أشخاص في الحادث", .fixed = "أصيب 15 شخصا في الحادث" },
      { .text = "وأنقذ الغواصون 12 بحارة من السفينة.\nولجأ 15 أشخاص إلى سطح المبنى.", .fixed = "وأنقذ الغواصون 12 بحارا من السفينة.\nولجأ 15 شخصا إلى سطح المبنى." },
      { .text = "يعمل في الموقع خمسة شخص", .fixed = "يعمل في الموقع خمسة أشخاص" },
      { .text = "اشترت المكتبة 100 كتابا", .fixed = "اشترت المكتبة 100 كتاب" },
      { .text = "شارك 300 لاعبين في الدورة", .fixed = "شارك 300 لاعب في الدورة" },
      { .text = "تضم القرية ثلاثة آلاف أشخاص", .fixed = "تضم القرية ثلاثة آلاف شخص" },
      { 0 } },
    .good = (const char *const[]){
      "أصيب 15 شخصا و5 أشخاص و100 شخص", "في عام 2023 شركات كثيرة أغلقت", "المادة 15 أحكام عامة", "فاز الفريق 3-1 هدف منها متأخر", "في الدقيقة 15 أهداف أخرى", "خمسة مشاريع", "105 مشاريع جديدة", "بلغت 2.5 مليون شخص",
      "15 رجل أعمال", "50 طالب لجوء", "20 مليون شخص", "وصل في 15 مايو أشخاص", "عدد 15 أشخاص", "ثلث أشخاص المسرحية", "حضر 101 مشروع", "شاهده مليون مشاهد", "تجاوزت في الدفعات الثماني حاجز المليار", "سدس عشر كأس العرش", "قائد الفرقة 11 دبابات", "فقد أصدقاءه الثلاثة دفعة واحدة", "إصلاح 20 ألف سيارة", "ارتفع 15% أسعار", "أوقفت الشرطة أربعة مشتبه بهم", "أغلق السهم عند 4.00 ريال", "ضبط ثلاثة وأربعين فاصلة ثمانية كيلوغرام", "تعلم الأطفال 10 حرف يدوية", "وصل ضيوف الوزير الثلاثة قاعدة الجنوب", NULL },
  },
  [ARTICLE] = {
    .id = "grammar/number-article", .severity = MDQ_NOTE, .certainty = MDQ_POSSIBLE, .category = "fluency/grammar", .since = "0.1",
    .summary = { "The article on a numeral whose noun has none", "«ال» على العدد دون معدوده" },
    .rationale = { "«الخمس سنوات» is spoken usage; edited Arabic defines the noun: السنوات الخمس, or خمس السنوات.", "«الخمس سنوات» من كلام الناس؛ والفصيح تعريف المعدود: السنوات الخمس أو خمس السنوات." },
    .message = { "Define the noun: “{y}”", "عرّف المعدود: «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "خلال الخمس سنوات المقبلة", .fixed = "خلال السنوات الخمس المقبلة" },
      { .text = "في الثلاثة أشهر الماضية", .fixed = "في الأشهر الثلاثة الماضية" },
      { .text = "خلال الست أشهر الأولى", .fixed = "خلال الأشهر الستة الأولى" },
      { .text = "بعد الأربعة أيام تلك", .fixed = "بعد الأيام الأربعة تلك" },
      { 0 } },
    .good = (const char *const[]){ "خلال السنوات الخمس المقبلة", "خلال خمس سنوات", "خمس السنوات المقبلة", "الدول العشرون الكبرى", NULL },
  },
};

static struct mdq_span text_of(const struct mdq_segment *segment, size_t i) {
  return mdq_token_text(segment, i);
}

static bool is_feminine(const struct mdq_counting *c) {
  return c->noun.feminine;
}

/* -- gender -- */

static void report_gender(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_counting *c, bool unit, bool ten, enum mdq_severity severity) {
  const struct mdq_number_phrase *p = &c->phrase;
  struct mdq_span raw = text_of(segment, p->unit), right = unit ? mdq_numeral_other_form(ctx, raw, p->unit_form, p->rest > 10 ? (double)(c->rest % 10) : p->rest) : raw;
  size_t last = p->unit;
  if (!right.len) return;
  if (p->ten) {
    last = p->ten;
    struct mdq_span tail = text_of(segment, p->ten);
    if (ten) tail = mdq_numeral_other_form(ctx, tail, p->ten_form, 10);
    if (!tail.len) return;
    right = mdq_arena_printf(ctx->arena, "%.*s %.*s", (int)right.len, right.ptr, (int)tail.len, tail.ptr);
  }
  bool safe = !(segment->tokens[p->unit].flags & MDQ_TOKEN_QUOTED) && severity == MDQ_ERROR;
  mdq_report(ctx, GENDER, .at = mdq_at_tokens(segment, p->unit, last), .x = text_of(segment, c->token), .y = right, .z = mdq_tokens_text(segment, p->unit, last), .fix = right, .safe = safe, .severity = severity);
}

/* The noun's form fits the number at all: otherwise it may be another word. */
static bool fits(const struct mdq_counting *c) {
  if (c->rest >= 3 && c->rest <= 10) return (c->noun.forms & MDQ_NOUN_PLURAL) != 0;
  return c->rest > 10 && (c->noun.forms & (MDQ_NOUN_SINGULAR | MDQ_NOUN_ACCUSATIVE)) != 0;
}

/* «الناجون الأربعة ساعات في المياه», «أصدقاءه الثلاثة دفعة واحدة»: the numeral belongs to the noun before it. */
static bool follows_its_noun(const struct mdq_segment *segment, const struct mdq_number_phrase *p) {
  if (!p->article || !p->first) return false;
  struct mdq_span before = mdq_token_v1(segment, p->first - 1);
  static const char *const pronouns[] = { "ه", "ها", "هم", "هن", "نا", NULL };
  for (size_t i = 0; before.len > 6 && pronouns[i]; i++)
    if (mdq_span_ends(before, mdq_span_str(pronouns[i]))) return true;
  return mdq_span_starts(before, MDQ_SPAN_LIT("ال"));
}

/* «الخمس سنوات» */
static bool lacks_article(const struct mdq_segment *segment, const struct mdq_counting *c) {
  const struct mdq_number_phrase *p = &c->phrase;
  return p->article && !p->figures && !follows_its_noun(segment, p) && !p->preposition && !p->conjunction && p->first == p->last && (c->noun.forms & MDQ_NOUN_PLURAL) &&
         c->rest >= 3 && c->rest <= 10;
}

static void check_gender(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_counting *c) {
  const struct mdq_number_phrase *p = &c->phrase;
  struct mdq_span gender = c->noun.row->column[1];
  if (p->figures || !p->ends_small || !p->unit_form || c->rest < 3 || !fits(c) || c->noun.homograph || mdq_span_is(gender, "mf") || follows_its_noun(segment, p)) return;
  bool unit = p->unit_form != (is_feminine(c) ? 'f' : 'm');
  bool ten = p->ten && p->ten_form != (is_feminine(c) ? 'm' : 'f'); /* عشرة goes with feminine nouns behind a unit: its row says m */
  if ((!unit && !ten) || lacks_article(segment, c)) return; /* check_article() sets both right */
  bool as_people = mdq_span_is(gender, "f?");
  report_gender(ctx, segment, c, unit, ten, as_people ? MDQ_NOTE : MDQ_ERROR);
}

/* «ثلاث ملايين» */
static void check_magnitude_gender(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_number_word unit = mdq_number_word(mdq_quantity_tables(ctx), segment->tokens[i].word), said;
  bool small = (unit.class == MDQ_NUMBER_UNIT && unit.value >= 3) || unit.class == MDQ_NUMBER_TEN;
  if (!small || unit.form != 'f' || !mdq_magnitude_at(ctx, segment, i + 1, &said) || said.form != 'p' || said.conjunction || said.preposition || said.article) return;
  struct mdq_span right = mdq_numeral_other_form(ctx, text_of(segment, i), 'f', unit.value);
  mdq_report(ctx, GENDER, .at = mdq_at_token(segment, i), .x = text_of(segment, i + 1), .y = right, .z = text_of(segment, i), .fix = right, .safe = !(segment->tokens[i].flags & MDQ_TOKEN_QUOTED));
}

/* «خمسة مئة» */
static void check_hundred_gender(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_table *const *tables = mdq_quantity_tables(ctx);
  struct mdq_number_word unit = mdq_number_word(tables, segment->tokens[i].word);
  if (unit.class != MDQ_NUMBER_UNIT || unit.value < 3 || unit.form != 'm' || unit.article || !mdq_token_is(segment, i + 1, MDQ_TOKEN_AR)) return;
  struct mdq_number_word hundred = mdq_number_word(tables, segment->tokens[i + 1].word);
  if (hundred.class != MDQ_NUMBER_HUNDRED || hundred.value != 100 || hundred.conjunction || hundred.preposition || hundred.article) return;
  struct mdq_span right = mdq_numeral_other_form(ctx, text_of(segment, i), 'm', unit.value), tail = text_of(segment, i + 1);
  if (!right.len) return;
  right = mdq_arena_printf(ctx->arena, "%.*s%.*s", (int)right.len, right.ptr, (int)tail.len, tail.ptr);
  mdq_report(ctx, GENDER, .at = mdq_at_tokens(segment, i, i + 1), .x = tail, .y = right, .z = mdq_tokens_text(segment, i, i + 1), .fix = right);
}

/* -- number and case -- */

static void report_noun(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_counting *c, struct mdq_span right, enum mdq_severity severity) {
  bool safe = !(segment->tokens[c->token].flags & MDQ_TOKEN_QUOTED) && severity != MDQ_NOTE;
  mdq_report(ctx, NOUN, .at = mdq_at_token(segment, c->token), .x = mdq_counting_text(segment, c), .y = right, .fix = right, .safe = safe, .severity = severity);
}

/* Nothing behind the noun can belong to it, as the second half of «15 رجل أعمال» does. */
static bool stands_free(const struct mdq_segment *segment, size_t i) {
  static const char *const particles[] = { "في", "من", "على", "إلى", "عن", "مع", "خلال", "بعد", "قبل", "منذ", NULL };
  if (!mdq_token_is(segment, i + 1, MDQ_TOKEN_AR)) return i + 1 >= segment->token_count || mdq_token_is(segment, i + 1, MDQ_TOKEN_PUNCT);
  for (size_t k = 0; particles[k]; k++)
    if (mdq_span_is(mdq_token_v1(segment, i + 1), particles[k])) return true;
  return false;
}

static void check_noun(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_counting *c) {
  unsigned forms = c->noun.forms;
  bool visible_case = !mdq_span_eq(c->noun.singular, c->noun.accusative);
  bool headline = segment->headline;
  const struct mdq_number_phrase *p = &c->phrase;
  bool may_be_fraction = p->unit_form == 'f' && p->rest == c->number && c->rest <= 10; /* خُمس, عُشر */
  if (follows_its_noun(segment, p) || (p->words && p->first && mdq_token_is(segment, p->first - 1, MDQ_TOKEN_NUM))) return;
  if (p->article && !(forms & MDQ_NOUN_PLURAL)) return; /* «ضيوف الوزير الثلاثة قاعدة الجنوب»: the numeral belongs to what stands before */
  bool plural = (forms & MDQ_NOUN_PLURAL) && !(forms & (MDQ_NOUN_SINGULAR | MDQ_NOUN_ACCUSATIVE));
  if (c->rest >= 3 && c->rest <= 10 && !(forms & (MDQ_NOUN_PLURAL | MDQ_NOUN_DUAL)) && !may_be_fraction) {
    report_noun(ctx, segment, c, mdq_first_of(c->noun.plurals), headline || c->number > 100 ? MDQ_NOTE : MDQ_WARNING);
  } else if (c->rest >= 11 && plural) {
    report_noun(ctx, segment, c, c->noun.accusative, headline ? MDQ_WARNING : MDQ_ERROR);
  } else if (c->rest >= 11 && forms == MDQ_NOUN_SINGULAR && visible_case && stands_free(segment, c->token)) {
    report_noun(ctx, segment, c, c->noun.accusative, MDQ_NOTE);
  } else if (c->rest == 0 && p->scale <= 1 && forms == MDQ_NOUN_ACCUSATIVE && visible_case) { /* behind a magnitude: number/magnitude-form */
    report_noun(ctx, segment, c, c->noun.singular, MDQ_WARNING);
  } else if (c->rest == 0 && plural) {
    report_noun(ctx, segment, c, c->noun.singular, MDQ_WARNING);
  }
}

/* -- the article -- */

/* The one-word numeral as its noun asks for it. */
static struct mdq_span agreeing(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_counting *c) {
  const struct mdq_number_phrase *p = &c->phrase;
  struct mdq_span written = text_of(segment, p->first), gender = c->noun.row->column[1];
  bool sure = mdq_span_is(gender, "m") || mdq_span_is(gender, "f");
  if (!sure || c->noun.homograph || !p->unit_form || p->unit_form == (is_feminine(c) ? 'f' : 'm')) return written;
  struct mdq_span other = mdq_numeral_other_form(ctx, written, p->unit_form, p->rest);
  return other.len ? other : written;
}

static void check_article(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_counting *c) {
  const struct mdq_number_phrase *p = &c->phrase;
  if (!lacks_article(segment, c)) return;
  struct mdq_span noun = text_of(segment, c->token), number = agreeing(ctx, segment, c);
  struct mdq_span right = mdq_arena_printf(ctx->arena, "ال%.*s %.*s", (int)noun.len, noun.ptr, (int)number.len, number.ptr);
  mdq_report(ctx, ARTICLE, .at = mdq_at_tokens(segment, p->first, c->token), .y = right, .fix = right);
}

static void segment_counts(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  const struct mdq_counting *countings;
  size_t count = mdq_countings(ctx, segment, &countings);
  for (const struct mdq_counting *c = countings; count--; c++) {
    if (!c->counts) continue;
    if (segment->tokens[c->phrase.first].kind == MDQ_TOKEN_AR) {
      check_magnitude_gender(ctx, segment, c->phrase.first);
      check_hundred_gender(ctx, segment, c->phrase.first);
    }
    if (!c->has_noun) continue;
    check_gender(ctx, segment, c);
    check_noun(ctx, segment, c);
    check_article(ctx, segment, c);
  }
}

const struct mdq_rule_group mdq_rules_grammar_number_noun = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .concerns = mdq_concerns_quantities, .segment_kinds = MDQ_TOKEN_NUM, .segment_words = true, .segment = segment_counts,
};
