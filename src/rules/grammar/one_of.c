/* «أحد» and «إحدى», «كلا» and «كلتا»: they agree with the singular of the noun behind them, which machine translation, having seen
   no gender in "one of" and "both", leaves to chance. */
#include "arabic/proclitics.h"
#include "rules/number/counting.h"

enum { ONE_OF, BOTH };
enum { PEOPLE }; /* the group's table */

static const struct mdq_rule rules[] = {
  [ONE_OF] = {
    .id = "grammar/one-of", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/grammar", .since = "0.1",
    .summary = { "«أحد» before a feminine noun, «إحدى» before a masculine one", "«أحد» مع مؤنث أو «إحدى» مع مذكر" },
    .rationale = { "One of several is «أحد» or «إحدى» by the gender of the noun's singular: أحد المشاريع, as مشروع is masculine, and إحدى الشركات.",
                   "يُختار «أحد» أو «إحدى» بحسب جنس مفرد ما بعدهما: أحد المشاريع لأن المشروع مذكر، وإحدى الشركات لأن الشركة مؤنثة." },
    .message = { "Write “{y}”, as “{x}” is {z}", "يُكتب «{y}» بحسب جنس «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "أفلست أحد الشركات العاملة في الميناء", .fixed = "أفلست إحدى الشركات العاملة في الميناء" },
      { .text = "تعد من إحدى المشاريع الطموحة", .fixed = "تعد من أحد المشاريع الطموحة" },
      { .text = "وهي أحد أكبر الدول المصدرة للقمح", .fixed = "وهي إحدى أكبر الدول المصدرة للقمح" },
      { .text = "نقل الجرحى إلى إحدى المستشفيات القريبة", .fixed = "نقل الجرحى إلى أحد المستشفيات القريبة" },
      { .text = "اندلع الحريق بأحد غرف الفندق", .fixed = "اندلع الحريق بإحدى غرف الفندق" },
      { 0 } },
    .good = (const char *const[]){
      "أفلست إحدى الشركات العاملة في الميناء", "يعد أحد المشاريع الطموحة", "هو واحد وشركات كثيرة", "قالت إحدى أعضاء الوفد", "لا أحد، شركات أو أفرادا، يعرف", "الأحد مباريات كثيرة", "أحد الشخصيات البارزة",
      "احتجزوا أحد الرهائن", "أحد أكبر خمسة مصارف", "يسير في أحد الطرق", "لم يعد أحد يذكر", "لن يفهم أحد النظريات الجديدة بسهولة", NULL },
  },
  [BOTH] = {
    .id = "grammar/both", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/grammar", .since = "0.1",
    .summary = { "«كلا» before a feminine dual, «كلتا» before a masculine one", "«كلا» مع مؤنث أو «كلتا» مع مذكر" },
    .rationale = { "«كلا» and «كلتا» agree with the dual behind them: كلا البلدين, كلتا الدولتين.", "تطابق «كلا» و«كلتا» المثنى بعدهما في الجنس: كلا البلدين، كلتا الدولتين." },
    .message = { "Write “{y}”, as “{x}” is {z}", "يُكتب «{y}» بحسب جنس «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "وقعت كلا الدولتين على الاتفاق", .fixed = "وقعت كلتا الدولتين على الاتفاق" },
      { .text = "الوضع متوتر في كلتا البلدين", .fixed = "الوضع متوتر في كلا البلدين" },
      { .text = "حصل لكلا الشركتين خسائر", .fixed = "حصل لكلتا الشركتين خسائر" },
      { 0 } },
    .good = (const char *const[]){ "وقعت كلتا الدولتين على الاتفاق", "كلا، الدولتين لم توقعا", "في كلا البلدين", "كلا السوقين", "كلا الشخصيتين", "كلا الدول", NULL },
  },
};

static bool is_one_of(struct mdq_span v1, bool *feminine, size_t *cut) {
  static const char *const masculine[] = { "أحد", NULL }, *const feminines[] = { "إحدى", "احدى", "أحدى", NULL };
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v1, stems);
  for (size_t s = 0; s < count; s++) {
    if (stems[s].article) continue;
    *feminine = mdq_span_is_one_of(stems[s].text, feminines);
    *cut = stems[s].cut;
    if (*feminine || mdq_span_is_one_of(stems[s].text, masculine)) return true;
  }
  return false;
}

static bool is_both(struct mdq_span v1, bool *feminine, size_t *cut) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v1, stems);
  for (size_t s = 0; s < count; s++) {
    if (stems[s].article) continue;
    *feminine = mdq_span_is(stems[s].text, "كلتا");
    *cut = stems[s].cut;
    if (*feminine || mdq_span_is(stems[s].text, "كلا")) return true;
  }
  return false;
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  (void)ctx;
  struct mdq_span v1 = mdq_word_v1(word);
  bool feminine;
  size_t cut;
  return is_one_of(v1, &feminine, &cut) || is_both(v1, &feminine, &cut);
}

/* The word as written with its stem replaced; empty where marks in it are in the way. */
static struct mdq_span with_stem(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, size_t cut, const char *stem) {
  struct mdq_span raw = mdq_token_text(segment, i), v1 = mdq_token_v1(segment, i);
  if (!mdq_span_eq(raw, v1)) return MDQ_SPAN_LIT("");
  return mdq_arena_printf(ctx->arena, "%.*s%s", (int)cut, raw.ptr, stem);
}

static void report(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t rule, size_t i, size_t noun, struct mdq_span right, bool feminine) {
  if (!right.len) return;
  mdq_report(ctx, rule, .at = mdq_at_token(segment, i), .x = mdq_token_text(segment, noun), .y = right, .z = feminine ? MDQ_SPAN_LIT("feminine") : MDQ_SPAN_LIT("masculine"),
             .fix = right);
}

/* «أحد أكبر الشركات», «أحد هذه الشركات» */
static bool may_stand_between(struct mdq_span v1) {
  static const char *const words[] = { "أكبر", "أهم", "أبرز", "أشهر", "أقدم", "أفضل", "أقوى", "أغنى", "أخطر", "أعرق", "أعلى", "أسوأ", "أسرع", "أقرب", "أكثر", "أجمل", "أضخم", "أفقر", "هذه", "تلك", NULL };
  return mdq_span_is_one_of(v1, words);
}

/* «لن يفهم أحد النظريتين»: nobody */
static bool is_denied(const struct mdq_segment *segment, size_t i) {
  static const char *const words[] = { "لا", "لم", "لن", "ما", "ولا", "ولم", "ولن", "وما", "فلا", "فلم", "فلن", "هل", "ألا", "ألم", NULL };
  for (size_t back = 1; back <= 3 && back <= i; back++)
    if (mdq_span_is_one_of(mdq_token_v1(segment, i - back), words)) return true;
  return false;
}

static bool noun_behind(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, size_t *at, struct mdq_noun *noun) {
  *at = i + 1 + may_stand_between(mdq_token_v1(segment, i + 1));
  if (!mdq_token_is(segment, *at, MDQ_TOKEN_AR) || !(segment->tokens[*at].flags & MDQ_TOKEN_SPACED)) return false;
  struct mdq_span v1 = mdq_token_v1(segment, *at);
  if (mdq_span_starts(v1, MDQ_SPAN_LIT("ال"))) v1 = mdq_span_sub(v1, 4, v1.len);
  else if (*at > i + 1 && mdq_token_is(segment, i + 1, MDQ_TOKEN_AR) && !mdq_span_is(v1, "دول") && !mdq_span_ends(v1, MDQ_SPAN_LIT("ات"))) return false; /* «أحد أكبر رجال المال» */
  return mdq_counted_noun(mdq_quantity_tables(ctx)[MDQ_TABLE_COUNTED_NOUNS], v1, noun);
}

static void check_one_of(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, bool feminine, size_t cut) {
  struct mdq_noun noun;
  size_t at;
  if (!noun_behind(ctx, segment, i, &at, &noun) || !(noun.forms & (MDQ_NOUN_PLURAL | MDQ_NOUN_DUAL)) || (noun.forms & MDQ_NOUN_SINGULAR)) return;
  char gender = mdq_noun_gender(&noun);
  if (!gender || feminine == (gender == 'f') || mdq_listed(ctx, PEOPLE, noun.singular)) return; /* «إحدى أعضاء الوفد»: a woman */
  if (!feminine && is_denied(segment, i)) return;
  report(ctx, segment, ONE_OF, i, at, with_stem(ctx, segment, i, cut, gender == 'f' ? "إحدى" : "أحد"), gender == 'f');
}

static void check_both(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, bool feminine, size_t cut) {
  struct mdq_noun noun;
  if (!mdq_token_is(segment, i + 1, MDQ_TOKEN_AR) || !mdq_noun_at(ctx, segment, i + 1, true, &noun) || !(noun.forms & MDQ_NOUN_DUAL)) return;
  char gender = mdq_noun_gender(&noun);
  if (!gender || feminine == (gender == 'f')) return;
  report(ctx, segment, BOTH, i, i + 1, with_stem(ctx, segment, i, cut, gender == 'f' ? "كلتا" : "كلا"), gender == 'f');
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  bool feminine;
  size_t cut;
  struct mdq_span v1 = mdq_token_v1(segment, i);
  if (is_one_of(v1, &feminine, &cut)) check_one_of(ctx, segment, i, feminine, cut);
  else if (is_both(v1, &feminine, &cut)) check_both(ctx, segment, i, feminine, cut);
}

const struct mdq_rule_group mdq_rules_grammar_one_of = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = (const char *const[]){ "numbers/people.tsv", NULL }, .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .token = token,
};
