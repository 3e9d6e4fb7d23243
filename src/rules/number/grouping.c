/* Figures whose groups are not those of thousands: 12,5000 and 1.234.56 are no numbers in any country's way of writing. */
#include "arabic/numerals.h"
#include "quantity/units.h"
#include "rules/number/counting.h"

enum { GROUPING };
enum { ARABIC_THOUSANDS = 0x066C };

static const struct mdq_rule rules[] = {
  [GROUPING] = {
    .id = "number/grouping", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "locale-convention/number-format", .since = "0.1", .supersedes = "number/separator",
    .summary = { "Groups of digits that are not thousands", "مجموعات أرقام ليست آلافًا" },
    .rationale = { "Marks between figures part them by threes, 12,500 and 1,234,567, and a decimal takes another mark: 1,234.56. In 12,5000 a figure or a mark has gone astray.",
                   "تفصل العلامات الأرقام ثلاثًا ثلاثًا: 12,500 و1,234,567، وللكسر علامة أخرى: 1,234.56. وفي 12,5000 رقم أو فاصلة في غير موضعها." },
    .message = { "No number is grouped like “{x}”{?: “{y}”?}", "لا تُجمَّع أرقام عدد هكذا: «{x}»{?، ولعله «{y}»?}" },
    .bad = (const struct mdq_example[]){
      { .text = "بلغت الكلفة 12,5000 دولار" },
      { .text = "أغلق المؤشر عند 13.134.64 نقطة", .fixed = "أغلق المؤشر عند 13,134.64 نقطة" },
      { .text = "اشترت البلدية معدات بقيمة 5,400,00 ريال", .fixed = "اشترت البلدية معدات بقيمة 5,400.00 ريال" },
      { .text = "بلغ عدد الزوار ١٢٬٥٠ زائرا" },
      { .text = "أنفقت الوزارة 182.5000.000 ريال" },
      { 0 } },
    .good = (const char *const[]){
      "بلغت الكلفة 12,500 دولار", "أغلق المؤشر عند 13,134.64 نقطة", "بلغ السكان 1.234.567 نسمة", "تراجع اليورو إلى 1,0588 دولار", "المرسوم رقم 3.191.16 الصادر أمس", "في الإصدار 2.180.15 من التطبيق",
      "التاريخ 12.03.2024", "العنوان 192.168.10.5", "اتصل على هاتف 4.222.3333", "الغرف 101,102,10", "بلغ عدد الزوار ١٢٬٥٠٠ زائر", "Android 1.234.56", "قطع المسافة في 7.34.66 دقيقة", NULL },
  },
};

/* «القانون رقم 103.12.5», «الإصدار 2.18.5», a telephone number */
static bool is_name(const struct mdq_segment *segment, size_t i) {
  static const char *const heads[] = { "رقم", "الرقم", "برقم", "هاتف", "الهاتف", "للاتصال", "القانون", "قانون", "الماده", "ماده", "المرسوم", "مرسوم", "الظهير", "القرار", "قرار", "الاصدار", "اصدار", "نسخه", "النسخه", "عنوان", "العنوان", NULL };
  unsigned latin = MDQ_TOKEN_LAT | MDQ_TOKEN_MIX | MDQ_TOKEN_URL | MDQ_TOKEN_EMAIL | MDQ_TOKEN_TAG;
  bool beside = mdq_token_is(segment, i - 1, latin) || mdq_token_is(segment, i + 1, latin);
  return beside || mdq_span_is_one_of(mdq_token_v2(segment, i - 1), heads) || mdq_span_is_one_of(mdq_token_v2(segment, i - 2), heads);
}

/* What counts or measures stands behind. */
static bool is_quantity(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_noun noun;
  struct mdq_number_word said;
  const struct mdq_table *const *tables = mdq_quantity_tables(ctx);
  if (mdq_token_mark(segment, i, '%') || mdq_token_mark(segment, i, 0x066A) || mdq_magnitude_at(ctx, segment, i, &said)) return true;
  if (!mdq_token_is(segment, i, MDQ_TOKEN_AR)) return false;
  const struct mdq_unit *unit = mdq_unit_arabic(tables[MDQ_TABLE_UNITS], mdq_token_v2(segment, i));
  if (unit) return !mdq_span_is(mdq_unit_dimension(unit), "time"); /* «7.34.66 دقيقة» */
  return mdq_counted_noun(tables[MDQ_TABLE_COUNTED_NOUNS], mdq_token_v1(segment, i), &noun);
}

static bool one_mark(const struct mdq_numeral *n) {
  uint32_t mark = n->parts[0].separator;
  for (size_t k = 1; k + 1 < n->part_count; k++)
    if (n->parts[k].separator != mark) return false;
  return mark == '.' || mark == ',' || mark == ARABIC_THOUSANDS;
}

/* How many groups behind the first are not of three. */
static size_t odd_groups(const struct mdq_numeral *n) {
  size_t odd = 0;
  for (size_t k = 1; k < n->part_count; k++) odd += n->parts[k].digits != 3;
  return odd;
}

static bool is_wrong(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, const struct mdq_numeral *n) {
  const size_t last = n->part_count - 1;
  uint32_t mark = n->parts[0].separator;
  if (!one_mark(n) || n->parts[0].digits > 3 || !n->parts[0].value || !odd_groups(n)) return false;
  if (mark == ARABIC_THOUSANDS) return true;
  if (last == 1) return mark == ',' && n->parts[1].digits > 3 && n->parts[1].value % 1000 == 0; /* 1,0588 is a rate of exchange */
  bool only_last = odd_groups(n) == 1 && n->parts[last].digits != 3;
  return (mark == '.' && only_last && n->parts[last].digits < 3) || is_quantity(ctx, segment, i + 1);
}

/* 1.234.56 and 1,234,56: the last mark is the decimal one. Empty where that explains nothing. */
static struct mdq_span with_decimal(struct mdq_ctx *ctx, struct mdq_span text, const struct mdq_numeral *n) {
  const size_t last = n->part_count - 1;
  if (last < 2 || odd_groups(n) != 1 || n->parts[last].digits > 2 || n->systems != MDQ_DIGITS_ASCII) return MDQ_SPAN_LIT("");
  struct mdq_span right = mdq_arena_copy(ctx->arena, text);
  char *out = (char *)(uintptr_t)right.ptr;
  size_t marks = 0;
  for (size_t k = 0; out && k < right.len; k++)
    if (out[k] == '.' || out[k] == ',') out[k] = ++marks == last ? '.' : ',';
  return right;
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_span text = mdq_token_text(segment, i);
  struct mdq_numeral n;
  if (text.len < 6 || !mdq_numeral_read(text, &n) || n.part_count < 2 || n.part_count > MDQ_NUMERAL_PARTS) return;
  if (!is_wrong(ctx, segment, i, &n) || is_name(segment, i)) return;
  struct mdq_span right = with_decimal(ctx, text, &n);
  mdq_report(ctx, GROUPING, .at = mdq_at_token(segment, i), .x = text, .y = right, .fix = right.len ? right : (struct mdq_span){ NULL, 0 });
}

const struct mdq_rule_group mdq_rules_number_grouping = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .token_kinds = MDQ_TOKEN_NUM, .odd_only = true, .token = token,
};
