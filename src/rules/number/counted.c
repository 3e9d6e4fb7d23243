/* Magnitudes and twos: «3 مليار» for «3 مليارات», «2 أشخاص» for «شخصان». */
#include "arabic/numerals.h"
#include "rules/number/counting.h"

enum { MAGNITUDE, DUAL };

static const struct mdq_rule rules[] = {
  [MAGNITUDE] = {
    .id = "number/magnitude-form", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/grammar", .since = "0.1",
    .summary = { "A thousand, million or billion in another form than its number asks for", "«ألف» أو «مليون» أو «مليار» بصيغة لا توافق العدد" },
    .rationale = { "Three to ten take the plural, 3 آلاف, 5 ملايين, 8 مليارات; larger numbers and fractions the singular; and what is counted by a magnitude is a genitive singular, 6 مليارات درهم.",
                   "تُجمع هذه الأعداد بعد 3 إلى 10: 3 آلاف، 5 ملايين، 8 مليارات؛ وتُفرد بعد ما زاد والكسور؛ ومعدودها مفرد مجرور: 6 مليارات درهم." },
    .message = { "After {x} write “{y}”", "بعد {x} يُكتب «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "بلغت الكلفة 6 مليار درهم", .fixed = "بلغت الكلفة 6 مليارات درهم" },
      { .text = "نزح 5 ألف شخص", .fixed = "نزح 5 آلاف شخص" },
      { .text = "خصصوا ثمانية مليون دولار", .fixed = "خصصوا ثمانية ملايين دولار" },
      { .text = "أنفقت 7 ملايين درهما", .fixed = "أنفقت 7 ملايين درهم" },
      { .text = "دفع ألف دولارا غرامة", .fixed = "دفع ألف دولار غرامة" },
      { .text = "زار المعرض 1.5 ملايين شخص", .fixed = "زار المعرض 1.5 مليون شخص" },
      { .text = "استوردت 15 ملايين طن", .fixed = "استوردت 15 مليون طن" },
      { 0 } },
    .good = (const char *const[]){
      "بلغت 2.5 مليون دولار", "بلغت 3,5 ملايين دولار", "ألف كتابا عن البحر", "بلغت 6 مليارات درهم و15 مليونا", "بلغت 107 مليار دولار", "بلغ حوالي 7ر5 مليون سائح", "عشرون ألف طالب", "ثلاثة آلاف مليار", "في عام 2008 مليون شخص", "فاز 3-1 مليون مشاهد", NULL },
  },
  [DUAL] = {
    .id = "number/dual-digit", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/grammar", .since = "0.1",
    .summary = { "The figure 2 before a noun, which the dual says alone", "الرقم 2 قبل اسم تغني تثنيته عنه" },
    .rationale = { "Arabic says two by the dual of the noun, شخصان or شخصين by its case, and writes no figure.", "يُعبَّر عن الاثنين بتثنية الاسم، شخصان أو شخصين بحسب الإعراب، بلا رقم." },
    .message = { "The dual says two without a figure: “{y}”", "المثنى يغني عن الرقم: «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "قتل 2 أشخاص في الحادث", .fixed = "قتل شخصين في الحادث" },
      { .text = "صادرت الشرطة 2 سيارتين", .fixed = "صادرت الشرطة سيارتين" },
      { .text = "حضر ٢ لاعبين فقط", .fixed = "حضر لاعبين فقط" },
      { 0 } },
    .good = (const char *const[]){ "قتل شخصان", "عدد 2 أشخاص", "فاز الفريق 2-1 أهداف", "2 مليون شخص", "المادة 2 أحكام", "102 أشخاص", "في الدقيقة 2 أهداف", "ارتفع المؤشر 3ر2 نقاط", NULL },
  },
};

static struct mdq_span magnitude_form(double value, char form) {
  static const struct {
    double value;
    const char *singular, *plural, *accusative;
  } forms[] = { { 1e3, "ألف", "آلاف", "ألفا" }, { 1e6, "مليون", "ملايين", "مليونا" } };
  for (size_t i = 0; i < MDQ_COUNT(forms); i++)
    if (value == forms[i].value) return mdq_span_str(form == 'p' ? forms[i].plural : form == 'a' ? forms[i].accusative : forms[i].singular);
  return MDQ_SPAN_LIT("");
}

/* The word as written in another of its forms; «مليار» and «تريليون» have ـات. */
static struct mdq_span respelt(struct mdq_ctx *ctx, const struct mdq_number_word *said, struct mdq_span raw, char form) {
  struct mdq_span right = magnitude_form(said->value, form);
  if (right.len) return right;
  struct mdq_span stem = raw;
  if (said->form == 'p' && mdq_span_ends(raw, MDQ_SPAN_LIT("ات"))) stem = mdq_span_sub(raw, 0, raw.len - 4);
  else if (said->form == 'p') return MDQ_SPAN_LIT("");
  return mdq_arena_printf(ctx->arena, "%.*s%s", (int)stem.len, stem.ptr, form == 'p' ? "ات" : form == 'a' ? "ا" : "");
}

static void report(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_counting *c, size_t i, struct mdq_span right, enum mdq_severity severity) {
  if (!right.len) return;
  struct mdq_span number = mdq_span_sub(segment->text, c->phrase.start, segment->tokens[i - 1].end);
  mdq_report(ctx, MAGNITUDE, .at = mdq_at_token(segment, i), .x = number, .y = right, .fix = right,
             .safe = severity != MDQ_NOTE && !(segment->tokens[i].flags & MDQ_TOKEN_QUOTED), .severity = severity);
}

/* The number that the magnitude at token i multiplies, as far as its form depends on it; 0: none of its own. */
static double number_before(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_numeral n;
  if (mdq_token_is(segment, i - 2, MDQ_TOKEN_AR) && mdq_token_glued(segment, i - 1) && mdq_token_glued(segment, i - 2)) return 0; /* 5ر6 */
  if (mdq_token_is(segment, i - 1, MDQ_TOKEN_NUM)) return mdq_numeral_read(mdq_token_text(segment, i - 1), &n) && n.has_value ? n.value : 0;
  if (!mdq_token_is(segment, i - 1, MDQ_TOKEN_AR)) return 0;
  struct mdq_number_word said = mdq_number_word(mdq_quantity_tables(ctx), segment->tokens[i - 1].word);
  if (said.class == MDQ_NUMBER_UNIT || said.class == MDQ_NUMBER_TENS) return said.value;
  if (said.class != MDQ_NUMBER_TEN) return 0;
  if (said.conjunction || !mdq_token_is(segment, i - 2, MDQ_TOKEN_AR)) return 10;
  struct mdq_number_word unit = mdq_number_word(mdq_quantity_tables(ctx), segment->tokens[i - 2].word);
  return unit.class == MDQ_NUMBER_UNIT || unit.class == MDQ_NUMBER_ONE ? 10 + unit.value : 10;
}

/* The magnitude behind a number that is written without another one: token i. */
static void check_magnitude(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_counting *c, size_t i, double number) {
  struct mdq_number_word said;
  if (!mdq_magnitude_at(ctx, segment, i, &said) || said.conjunction || said.article || said.preposition || number != (double)(int)number) return;
  struct mdq_span raw = mdq_token_text(segment, i);
  if (number >= 3 && number <= 10 && (said.form == 's' || said.form == 'a')) {
    report(ctx, segment, c, i, respelt(ctx, &said, raw, 'p'), segment->headline ? MDQ_NOTE : MDQ_WARNING);
  } else if (number >= 11 && number <= 99 && said.form == 'p') {
    bool noun_follows = mdq_token_is(segment, i + 1, MDQ_TOKEN_AR) && (c->has_noun || mdq_magnitude_at(ctx, segment, i + 1, &said));
    mdq_magnitude_at(ctx, segment, i, &said);
    report(ctx, segment, c, i, respelt(ctx, &said, raw, noun_follows || c->noun.row ? 's' : 'a'), MDQ_WARNING);
  }
}

/* «1.5 ملايين»: less than three. Newsrooms differ on «3,5 ملايين». */
static void check_fraction(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_counting *c) {
  const struct mdq_number_phrase *p = &c->phrase;
  struct mdq_number_word said;
  if (!p->figures || p->ambiguous || p->mantissa <= 1 || p->mantissa >= 3 || p->mantissa == 2 || !mdq_magnitude_at(ctx, segment, p->last, &said)) return;
  if (said.form == 'p' && !said.article) report(ctx, segment, c, p->last, respelt(ctx, &said, mdq_token_text(segment, p->last), 's'), MDQ_WARNING);
}

/* «7 ملايين درهما» */
static void check_counted(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_counting *c) {
  bool accusative = c->has_noun && c->noun.forms == MDQ_NOUN_ACCUSATIVE && !mdq_span_eq(c->noun.singular, c->noun.accusative);
  if (c->phrase.scale > 1 && accusative) report(ctx, segment, c, c->token, c->noun.singular, MDQ_WARNING);
}

static void check_dual(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_counting *c) {
  const struct mdq_number_phrase *p = &c->phrase;
  if (c->number != 2 || p->words || p->article || !c->has_noun || !(c->noun.forms & (MDQ_NOUN_PLURAL | MDQ_NOUN_DUAL)) || !c->noun.duals.len) return;
  if (p->figure != p->first) return;
  struct mdq_span nominative = mdq_first_of(c->noun.duals), genitive = mdq_span_sub(c->noun.duals, nominative.len + (nominative.len < c->noun.duals.len), c->noun.duals.len);
  if (!genitive.len) return;
  bool is_dual = (c->noun.forms & MDQ_NOUN_DUAL) != 0;
  struct mdq_span right = is_dual ? mdq_token_text(segment, c->token) : genitive;
  struct mdq_place place = mdq_at_tokens(segment, p->first, c->token);
  mdq_report(ctx, DUAL, .at = place, .y = right, .fix = right,
             .fixes = &(struct mdq_replacement){ .at = place, .text = nominative }, .fix_count = is_dual ? 0 : 1);
}

static void segment_counted(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  const struct mdq_counting *countings;
  size_t count = mdq_countings(ctx, segment, &countings);
  for (const struct mdq_counting *c = countings; count--; c++) {
    check_fraction(ctx, segment, c);
    if (!c->counts) continue;
    size_t first = c->phrase.first, magnitude = c->phrase.last;
    bool after_figures = first && mdq_token_is(segment, first - 1, MDQ_TOKEN_NUM); /* «733 7 مليون» */
    bool one_magnitude = !after_figures && c->phrase.magnitude && magnitude > first && c->phrase.scale > 1;
    if (one_magnitude) check_magnitude(ctx, segment, c, magnitude, number_before(ctx, segment, magnitude));
    check_counted(ctx, segment, c);
    check_dual(ctx, segment, c);
  }
}

const struct mdq_rule_group mdq_rules_number_counted = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .concerns = mdq_concerns_quantities, .segment_kinds = MDQ_TOKEN_NUM, .segment_words = true, .segment = segment_counted,
};
