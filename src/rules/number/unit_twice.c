/* A unit or an era that stands twice behind its number: «2024م م», «10 كم كيلومترات», «1445هـ هجرية». */
#include "quantity/units.h"
#include "lint/facts.h"

enum { TWICE };
enum { LONGEST_SIGN = 3 /* letters of an abbreviation */ };

static const struct mdq_rule rules[] = {
  [TWICE] = {
    .id = "number/unit-twice", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/duplication", .since = "0.1",
    .summary = { "A unit or an era that is told twice", "وحدة أو تقويم مذكور مرتين" },
    .rationale = { "The abbreviation and the word say the same thing: 10 كم, or 10 كيلومترات; عام 2024م.", "الاختصار والكلمة يقولان الشيء نفسه: 10 كم أو 10 كيلومترات؛ عام 2024م." },
    .message = { "Said twice: “{x}”", "مذكور مرتين: «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "تأسست الشركة عام 2024م م في دبي", .fixed = "تأسست الشركة عام 2024م في دبي" },
      { .text = "يبعد الحقل 10 كم كيلومترات عن الساحل", .fixed = "يبعد الحقل 10 كم عن الساحل" },
      { .text = "في عام 1445هـ هجرية", .fixed = "في عام 1445هـ" },
      { .text = "وزن الشحنة 25 كغ كغ", .fixed = "وزن الشحنة 25 كغ" },
      { .text = "وُلد سنة 1930 م ميلادية", .fixed = "وُلد سنة 1930 م" },
      { 0 } },
    .good = (const char *const[]){ "عام 2024م في دبي", "عام 1445هـ (2024م)", "10 كم متر بعد متر", "الساعة 5 م، م. سعيد", "يبعد 10 كم كما قيل", "5 أيام يوم الأحد", "بين 10 كم و20 كيلومترا", NULL },
  },
};

static bool is_same_era(struct mdq_span sign, struct mdq_span word) {
  static const char *const gregorian[] = { "ميلادي", "ميلاديه", "الميلاديه", "للميلاد", NULL }, *const hijri[] = { "هجري", "هجريه", "الهجريه", "للهجره", NULL };
  return (mdq_span_is(sign, "م") && mdq_span_is_one_of(word, gregorian)) || (mdq_span_is(sign, "ه") && mdq_span_is_one_of(word, hijri));
}

static bool is_era(struct mdq_span sign) {
  return mdq_span_is(sign, "م") || mdq_span_is(sign, "ه");
}

/* The unit of which that is a sign; neither money nor time. */
static const struct mdq_unit *unit_of(const struct mdq_ctx *ctx, struct mdq_span sign) {
  const struct mdq_unit *unit = mdq_unit_arabic(mdq_quantity_tables(ctx)[MDQ_TABLE_UNITS], sign);
  return unit && !mdq_unit_is_money(unit) && !mdq_span_is(mdq_unit_dimension(unit), "time") ? unit : NULL;
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  return word->letters <= LONGEST_SIGN && (is_era(mdq_word_v2(word)) || unit_of(ctx, mdq_word_v2(word)));
}

/* Token `at` is such a sign. */
static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t at) {
  const size_t i = at - 1;
  if (!mdq_token_is(segment, i, MDQ_TOKEN_NUM) || !mdq_token_is(segment, i + 2, MDQ_TOKEN_AR)) return;
  struct mdq_span sign = mdq_token_v2(segment, i + 1), word = mdq_token_v2(segment, i + 2);
  const struct mdq_unit *unit = unit_of(ctx, sign);
  bool twice = unit && mdq_unit_arabic(mdq_quantity_tables(ctx)[MDQ_TABLE_UNITS], word) == unit;
  if (!twice && !(is_era(sign) && mdq_span_eq(sign, word)) && !is_same_era(sign, word)) return;
  if (mdq_token_mark(segment, i + 3, '.') && mdq_token_glued(segment, i + 3) && mdq_span_eq(sign, word)) return; /* «5 م م. سعيد» */
  struct mdq_place rest = mdq_at(segment, segment->tokens[i + 1].end, segment->tokens[i + 2].end);
  mdq_report(ctx, TWICE, .at = mdq_at_tokens(segment, i, i + 2), .x = mdq_tokens_text(segment, i + 1, i + 2),
             .fixes = &(struct mdq_replacement){ .at = rest, .text = MDQ_SPAN_LIT("") }, .fix_count = 1);
}

const struct mdq_rule_group mdq_rules_number_unit_twice = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .token = token,
};
