/* Two names of a month, of two systems, that are names of two months: «أبريل/أيار». With a day before them it is date/impossible. */
#include "arabic/dates.h"
#include "lint/facts.h"
#include "lint/rule.h"

enum { MONTH_PAIR };
enum { MONTHS };

static const struct mdq_rule rules[] = {
  [MONTH_PAIR] = {
    .id = "date/month-pair", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "The two names of a month name two months", "اسما الشهر يدلان على شهرين" },
    .rationale = { "Beside a month’s name stands its name in another system, in brackets, behind a stroke or a space; here they are names of different months. Names of one system are a span of months.",
                   "يُكتب مع اسم الشهر اسمه في نظام آخر بعد خط مائل أو مسافة أو بين قوسين، وهما هنا لشهرين مختلفين. أما اسمان من نظام واحد فمدة." },
    .message = { "Two different months: {x}", "شهران مختلفان: {x}" },
    .bad = (const struct mdq_example[]){
      { .text = "هطلت الأمطار في أبريل/أيار الماضي" }, { .text = "تعود القمة إلى الانعقاد في يونيو (تموز) 2027" }, { .text = "منذ كانون الثاني/فبراير لم يصرف راتب" },
      { .text = "وتوقفت في تشرين الأول/نوفمبر" }, { .text = "يبدأ التسجيل منتصف مايو آذار المقبل" }, { .text = "عاد المطر في كانون الأول نوفمبر" }, { 0 } },
    .good = (const char *const[]){
      "هطلت الأمطار في أبريل/نيسان الماضي", "تعود القمة إلى الانعقاد في يونيو (حزيران) 2027", "منذ كانون الثاني/يناير لم يصرف راتب", "يستمر المعرض يناير/فبراير 2025",
      "في شهري نيسان/أيار من كل عام", "انتهى رمضان/أبريل بلا حوادث", "مارس/آذار شهر المطر",
      "يبدأ التسجيل منتصف مايو أيار المقبل", "هطلت الأمطار في مايو وآذار", "يمتد الموسم من مايو إلى آذار", "عاد المطر في كانون الأول ديسمبر", "يمتد الموسم مايو - آذار", "في رمضان مايو الحار", NULL },
  },
};

/* The first of two names may be read from this word on. */
static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  static const char *const first_of_two[] = { "تشرين", "كانون", NULL };
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(mdq_word_v2(word), stems);
  for (size_t s = 0; s < count; s++)
    if (mdq_span_is_one_of(stems[s].text, first_of_two) || mdq_table_get(ctx->tables[MONTHS], stems[s].text)) return true;
  return false;
}

static bool is_in_system(const struct mdq_row *month, struct mdq_span system) {
  return mdq_span_eq(month->column[1], system) || memmem(month->column[3].ptr, month->column[3].len, system.ptr, system.len) != NULL;
}

static bool share_system(const struct mdq_row *a, const struct mdq_row *b) {
  static const char *const systems[] = { "gregorian-egypt", "levant", "algeria", "morocco", "mauritania" };
  for (size_t i = 0; i < MDQ_COUNT(systems); i++)
    if (is_in_system(a, mdq_span_str(systems[i])) && is_in_system(b, mdq_span_str(systems[i]))) return true;
  return mdq_span_is(a->column[1], "hijri") || mdq_span_is(b->column[1], "hijri");
}

static bool is_dated(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_dates *dates = mdq_segment_dates(ctx, segment);
  for (size_t d = 0; dates && d < dates->count && dates->items[d].first <= i; d++)
    if (dates->items[d].day && i <= dates->items[d].last) return true;
  return false;
}

/* Another name may stand behind the one at token i, of one or two words: most months stand alone. */
static bool may_have_another(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  enum { FARTHEST = 3 };
  for (size_t at = i + 1; at <= i + FARTHEST && at < segment->token_count; at++)
    if (segment->tokens[at].word && mdq_may_be_month(segment->tokens[at].word, ctx->tables[MONTHS])) return true;
  return false;
}

static void token_hook(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  size_t length, other_length;
  if (!may_have_another(ctx, segment, i)) return;
  const struct mdq_row *month = mdq_month_name(segment, i, ctx->tables[MONTHS], &length);
  size_t mark = month ? i + length : segment->token_count;
  bool bracket = mdq_token_mark(segment, mark, '('), space = mdq_token_is(segment, mark, MDQ_TOKEN_AR);
  if (!bracket && !space && !mdq_token_mark(segment, mark, '/')) return;
  size_t at = mark + !space;
  const struct mdq_row *other = mdq_month_name(segment, at, ctx->tables[MONTHS], &other_length);
  if (!other || (bracket && !mdq_token_mark(segment, at + other_length, ')'))) return;
  if (space && !mdq_span_starts(other->column[0], mdq_token_v2(segment, at))) return; /* «مايو وآذار» */
  if (mdq_span_eq(month->column[2], other->column[2]) || share_system(month, other) || is_dated(ctx, segment, i)) return;
  size_t last = at + other_length - 1 + bracket;
  mdq_report(ctx, MONTH_PAIR, .at = mdq_at_tokens(segment, i, last), .x = mdq_tokens_text(segment, i, last));
}

const struct mdq_rule_group mdq_rules_date_month_pair;
const struct mdq_rule_group mdq_rules_date_month_pair = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = (const char *const[]){ "dates/months.tsv", NULL },
  .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .token = token_hook,
};
