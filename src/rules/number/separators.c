/* The marks inside and between figures: decimal and thousands marks of two systems, decimals and times that came out backwards,
   and ranges that run backwards. */
#include "arabic/clock.h"
#include "arabic/numerals.h"
#include "lint/places.h"
#include "text/utf8.h"

enum { SEPARATOR, DECIMAL, RANGE };
enum { TWO_SYSTEMS = 1, COMMA_INSIDE }; /* wordings of SEPARATOR */
enum { COMMA = 0x060C, ARABIC_DECIMAL = 0x066B, ARABIC_THOUSANDS = 0x066C };
enum { HABIT = 3, CLEAR = 3 /* times as often: a majority of one convention */ };

static const struct mdq_rule rules[] = {
  [SEPARATOR] = {
    .id = "number/separator", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "locale-convention/number-format", .since = "0.1",
    .summary = { "A decimal or thousands mark of another system than the figures, or than the draft's other numbers", "فاصلة عشرية أو فاصلة آلاف من غير نظام الأرقام أو نظام النص" },
    .rationale = { "Figures like 123 take a full stop for decimals and a comma for thousands, ١٢٣ take ٫ and ٬; the Maghreb writes 1.234,5. A draft keeps to one convention, and the Arabic comma is no decimal mark.",
                   "تأخذ الأرقام 123 النقطة للكسر والفاصلة للآلاف، وتأخذ ١٢٣ العلامتين ٫ و٬، ويكتب المغرب العربي 1.234,5. ويلتزم النص طريقة واحدة، وليست الفاصلة العربية علامة كسر." },
    .message = { "“{x}” has other marks than the draft's other numbers: “{y}”", "علامات «{x}» تخالف سائر أعداد النص: «{y}»" },
    .wordings = (const struct mdq_text[]){
      [TWO_SYSTEMS - 1] = { "“{x}” mixes the figures of one system with the marks of another: “{y}”", "في «{x}» أرقام من نظام وعلامات من آخر: «{y}»" },
      [COMMA_INSIDE - 1] = { "An Arabic comma does not belong inside a number: “{x}” → “{y}”", "لا موضع للفاصلة العربية داخل العدد: «{x}»، ولعل الصواب «{y}»" }, { 0 } },
    .bad = (const struct mdq_example[]){
      { .text = "بلغ النمو 12٫5 نقطة", .fixed = "بلغ النمو 12.5 نقطة" }, { .text = "تراجع المؤشر 2،5% أمس", .fixed = "تراجع المؤشر 2.5% أمس" },
      { .text = "أنفقت البلدية 3،7 مليون درهم", .fixed = "أنفقت البلدية 3.7 مليون درهم" },
      { .text = "بلغ السعر 1,250.5 دولار ثم 1,310.7 دولار ثم 12.4 و1.420,9 دولار", .fixed = "بلغ السعر 1,250.5 دولار ثم 1,310.7 دولار ثم 12.4 و1,420.9 دولار" },
      { .text = "نما الناتج ١٫٥ ثم ٢٫٧ ثم ٣٫١ ثم ٢.٥ نقطة", .fixed = "نما الناتج ١٫٥ ثم ٢٫٧ ثم ٣٫١ ثم ٢٫٥ نقطة" }, { 0 } },
    .good = (const char *const[]){
      "بلغ النمو 12.5 نقطة", "بلغ النمو ١٢٫٥ نقطة", "المجموعات 3،4 و5 تلعب غدا", "المواد 2،5،7 من القانون", "بلغ السعر 1.250,5 درهم ثم 1.310,7 درهم", "الإصدار 2.4.1 متاح",
      "بلغ السعر 1,250 دولار ثم 1.5 دولار", "بلغ النمو ١٢.٥ نقطة", "في 3 غشت ارتفع السعر إلى 2,5 ثم 3,1 درهم",
      "ارتفع المؤشر 1.5 نقطة ثم 2.5 ثم 3.5 عند الساعة 7,30 ت غ ثم 12,30 ظهرا", NULL },
  },
  [DECIMAL] = {
    .id = "number/decimal-reversed", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "A time or a decimal whose halves have changed places", "وقت أو عدد عشري انقلب طرفاه" },
    .rationale = { "An Arabic comma between figures makes them run from right to left: 10:30 becomes 30،10 and 1.05 becomes 05،1. No clock and no number looks like that.",
                   "الفاصلة العربية بين الأرقام تقلب ترتيبها: تصير 10:30 إلى 30،10 و1.05 إلى 05،1، ولا ساعة ولا عدد بهذه الصورة." },
    .message = { "The two halves of “{x}” have changed places: “{y}”?", "انقلب طرفا «{x}»، ولعل الصواب «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "تبدأ المباراة الساعة 30،10 في وهران", .fixed = "تبدأ المباراة الساعة 10:30 في وهران" }, { .text = "يصل القطار الساعة 00،8 صباحا", .fixed = "يصل القطار الساعة 8:00 صباحا" },
      { .text = "تراجع المؤشر بنسبة 05،1% أمس", .fixed = "تراجع المؤشر بنسبة 1.05% أمس" }, { 0 } },
    .good = (const char *const[]){ "تبدأ المباراة الساعة 10:30 في وهران", "بين الساعة 8،30 و9", "رُفع العلم في تمام الساعة 00,01 بالتوقيت المحلي", "المواد 30،10 من النظام", "تراجع المؤشر بنسبة 0,05% أمس", "رقم الهاتف 05،06", NULL },
  },
  [RANGE] = {
    .id = "number/range-reversed", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "A range of years, pages or ages that runs backwards", "مدى من السنوات أو الصفحات أو الأعمار معكوس" },
    .rationale = { "The second figure is the smaller one. Behind Arabic letters a range such as 5-8 is displayed from right to left, and is then put down in the wrong order to look right.",
                   "الرقم الثاني هو الأصغر. ويُعرض المدى 5-8 بعد الحروف العربية من اليمين إلى اليسار، فيُكتب معكوسًا ليبدو صحيحًا." },
    .message = { "Range runs backwards: “{x}” → “{y}”", "المدى معكوس: «{x}»، ولعل الصواب «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "خدم في الفترة من عام 2020 إلى عام 2015 سفيرا", .fixed = "خدم في الفترة من عام 2015 إلى عام 2020 سفيرا" },
      { .text = "شغل المنصب بين عامي 2019 و2011 في الرباط", .fixed = "شغل المنصب بين عامي 2011 و2019 في الرباط" },
      { .text = "نسبة المشاركة تتراوح بين 80 و60 في المئة", .fixed = "نسبة المشاركة تتراوح بين 60 و80 في المئة" }, { .text = "يستهدف البرنامج من أعمارهم 30-18 سنة", .fixed = "يستهدف البرنامج من أعمارهم 18-30 سنة" },
      { .text = "تشمل الدراسة سنوات 1990-2020، وتنظر في الأعوام 2005-1995 خاصة", .fixed = "تشمل الدراسة سنوات 1990-2020، وتنظر في الأعوام 1995-2005 خاصة" }, { 0 } },
    .good = (const char *const[]){
      "خدم في الفترة من عام 2015 إلى عام 2020", "موسم 2019-20", "تراوح الحمولة بين 7000 و10 آلاف حاوية", "في حقبة تتراوح بين 23 و2.5 مليون عام مضت", "انظر المرجع، ص 224-30", "يظهر الهبوط بالمقارنة بين عامي 2015 و2014", "فاز 3-1 على ضيفه", "تراجع من 10 إلى 5%", "حكم بين عامي 480-323 ق.م", "تراجعت الوفيات من 2020 إلى 2015 حالة",
      "للاتصال 2020-1955", "الخطة 1446-2024", NULL },
  },
};

enum kind { ENGLISH, CONTINENTAL, EASTERN_MARK, ASCII_MARK, ARABIC_COMMA, YEARS_BACKWARDS };

struct state {
  struct mdq_places numbers; /* that the rest of the draft judges: each of its kind, and then as it is in the other convention */
  size_t seen[YEARS_BACKWARDS + 1];
  size_t years_forwards;
};

static void keep(struct mdq_ctx *ctx, enum kind kind, struct mdq_place at, struct mdq_span text, struct mdq_span right) {
  struct state *state = ctx->state;
  state->seen[kind]++;
  mdq_places_keep(ctx, &state->numbers, at, text, kind);
  mdq_places_keep(ctx, &state->numbers, at, right, 0);
}

/* The text with its decimal marks and its thousands marks replaced. */
static struct mdq_span with_marks(struct mdq_ctx *ctx, struct mdq_span text, const char *decimal, const char *thousands, const struct mdq_numeral *n) {
  uint32_t final = n->parts[n->part_count - 2].separator;
  bool grouped = n->part_count > 2 && n->parts[0].separator == final;
  size_t separators = 0;
  char out[96];
  size_t length = 0;
  for (size_t at = 0; at < text.len;) {
    size_t from = at;
    uint32_t c = mdq_utf8_next(text, &at);
    bool mark = c == '.' || c == ',' || c == ARABIC_DECIMAL || c == ARABIC_THOUSANDS;
    separators += mark;
    const char *as = !mark ? NULL : separators == n->part_count - 1 && !grouped ? decimal : thousands;
    size_t len = as ? strlen(as) : at - from;
    if (length + len > sizeof out) return text;
    memcpy(out + length, as ? as : text.ptr + from, len);
    length += len;
  }
  return mdq_arena_copy(ctx->arena, mdq_span_of(out, length));
}

/* 1,234.5 or 12.5, 1.234,5 or 12,5: what a number tells of the draft's convention; 1,234 and 1.234 tell nothing. */
static bool convention_of(const struct mdq_numeral *n, enum kind *kind) {
  const size_t last = n->part_count - 1;
  uint32_t final = n->parts[last - 1].separator;
  if (final != '.' && final != ',') return false;
  bool same = last > 1 && n->parts[0].separator == final; /* 1,234,567 */
  if (last == 1 && n->parts[1].digits == 3) return false;
  bool dot_decimal = same ? final == ',' : final == '.';
  *kind = dot_decimal ? ENGLISH : CONTINENTAL;
  return true;
}

/* «القانون رقم 103.12» */
static bool is_reference_number(const struct mdq_segment *segment, size_t i) {
  static const char *const heads[] = { "رقم", "عدد", "القانون", "قانون", "الماده", "ماده", "الفصل", "المرسوم", "مرسوم", "الظهير", "القرار", "قرار", "الاصدار", "اصدار", "نسخه", "النسخه", "الفقره", NULL };
  return mdq_span_is_one_of(mdq_token_v2(segment, i - 1), heads) || mdq_span_is_one_of(mdq_token_v2(segment, i - 2), heads);
}

static bool is_part_of_name(const struct mdq_segment *segment, size_t i) {
  unsigned latin = MDQ_TOKEN_LAT | MDQ_TOKEN_MIX | MDQ_TOKEN_URL | MDQ_TOKEN_EMAIL | MDQ_TOKEN_TAG;
  return (segment->tokens[i].flags & MDQ_TOKEN_QUOTED) || mdq_token_is(segment, i - 1, latin) || mdq_token_is(segment, i + 1, latin);
}

static bool after_hour_word(const struct mdq_segment *segment, size_t i) {
  return mdq_is_hour_word(mdq_token_v2(segment, i - 1)) || (mdq_token_v2_is(segment, i - 1, "ال") && mdq_is_hour_word(mdq_token_v2(segment, i - 2)));
}

/* «الساعة 12,30», «7,30 ت غ», «5.30 مساء»: a time of day, whatever stands between its halves. */
static bool is_time(const struct mdq_segment *segment, size_t i, const struct mdq_numeral *n) {
  static const char *const behind[] = { "صباحا", "ظهرا", "عصرا", "مساء", "ليلا", "فجرا", "تغ", "بتوقيت", "بالتوقيت", NULL };
  if (n->part_count != 2 || n->parts[1].digits != 2) return false;
  bool zone = mdq_token_v2_is(segment, i + 1, "ت") && mdq_token_v2_is(segment, i + 2, "غ");
  return zone || after_hour_word(segment, i) || mdq_span_is_one_of(mdq_token_v2(segment, i + 1), behind);
}

static void see_number(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, const struct mdq_numeral *n) {
  enum kind kind = ENGLISH;
  bool eastern_mark = false, ascii = n->systems == MDQ_DIGITS_ASCII;
  if (!n->has_value || n->part_count < 2) return;
  for (size_t k = 0; k + 1 < n->part_count; k++) eastern_mark = eastern_mark || n->parts[k].separator >= ARABIC_DECIMAL;
  if (ascii && !eastern_mark && !convention_of(n, &kind)) return; /* as half of all */
  if (is_part_of_name(segment, i) || is_reference_number(segment, i) || is_time(segment, i, n)) return;
  struct mdq_span text = mdq_token_text(segment, i);
  struct mdq_place at = mdq_at_token(segment, i);
  if (ascii) {
    if (eastern_mark) {
      struct mdq_span right = with_marks(ctx, text, ".", ",", n);
      mdq_report(ctx, SEPARATOR, .at = at, .x = text, .y = right, .fix = right, .wording = TWO_SYSTEMS);
    } else {
      keep(ctx, kind, at, text, kind == ENGLISH ? with_marks(ctx, text, ",", ".", n) : with_marks(ctx, text, ".", ",", n));
    }
  } else {
    keep(ctx, eastern_mark ? EASTERN_MARK : ASCII_MARK, at, text, with_marks(ctx, text, "٫", "٬", n));
  }
}

/* -- the Arabic comma between figures -- */

static bool whole(const struct mdq_segment *segment, size_t i, unsigned *digits, uint64_t *value) {
  return mdq_token_is(segment, i, MDQ_TOKEN_NUM) && mdq_numeral_whole(mdq_token_text(segment, i), digits, value);
}

/* What is counted in decimals stands behind. */
static bool measures(const struct mdq_segment *segment, size_t i) {
  static const char *const words[] = { "مليون", "مليار", "تريليون", "الف", "بليون", "ملايين", "مليارات", "الاف", "نقطه", "درجه", "درجات", "كيلومتر", "كم", "كيلوغرام", "كلم", "متر", "ساعه", "دولار", "يورو", "بالميه", "بالمايه", NULL };
  if (mdq_token_mark(segment, i, '%') || mdq_token_mark(segment, i, 0x066A)) return true;
  struct mdq_span next = mdq_token_v2(segment, i + 1);
  if (mdq_token_v2_is(segment, i, "في") && (mdq_span_is(next, "الميه") || mdq_span_is(next, "المايه"))) return true;
  return mdq_span_is_one_of(mdq_token_v2(segment, i), words);
}

static bool is_listed(const struct mdq_segment *segment, size_t first, size_t last) {
  bool more = mdq_token_mark(segment, last + 1, COMMA) && mdq_token_is(segment, last + 2, MDQ_TOKEN_NUM);
  bool before = mdq_token_mark(segment, first - 1, COMMA) && mdq_token_is(segment, first - 2, MDQ_TOKEN_NUM);
  bool and = mdq_token_v2_is(segment, last + 1, "و") && mdq_token_is(segment, last + 2, MDQ_TOKEN_NUM) && !measures(segment, last + 1);
  return more || before || and;
}

static struct mdq_span joined(struct mdq_ctx *ctx, struct mdq_span a, const char *mark, struct mdq_span b) {
  return mdq_arena_printf(ctx->arena, "%.*s%s%.*s", (int)a.len, a.ptr, mark, (int)b.len, b.ptr);
}

/* Figures a and b with a comma between them, in tokens first to last. */
static void check_halves(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t first, size_t last, struct mdq_span a, struct mdq_span b, bool arabic_comma) {
  unsigned digits_a, digits_b;
  uint64_t value_a, value_b;
  if (!mdq_numeral_whole(a, &digits_a, &value_a) || !mdq_numeral_whole(b, &digits_b, &value_b)) return;
  bool minutes_first = digits_a == 2 && value_a < 60 && digits_b <= 2 && value_b >= (digits_b == 2 ? 10 : 1) && value_b < 24; /* 00,01 is the first minute */
  bool leading_zero = digits_a == 2 && value_a < 10 && digits_b <= 2 && value_b >= 10 / (digits_b == 2 ? 1 : 10);
  if (!minutes_first && !leading_zero && !arabic_comma) return; /* 77,301: as nearly all */
  struct mdq_place at = mdq_at_tokens(segment, first, last);
  struct mdq_span text = mdq_tokens_text(segment, first, last);
  bool clock = after_hour_word(segment, first), measured = measures(segment, last + 1);
  if (clock && minutes_first && (value_a > 23 || value_a == 0)) {
    struct mdq_span right = joined(ctx, b, ":", a);
    mdq_report(ctx, DECIMAL, .at = at, .x = text, .y = right, .fix = right);
  } else if (!clock && measured && leading_zero) {
    struct mdq_span right = joined(ctx, b, ".", a);
    mdq_report(ctx, DECIMAL, .at = at, .x = text, .y = right, .fix = right);
  } else if (!clock && arabic_comma && measured && !is_listed(segment, first, last)) {
    keep(ctx, ARABIC_COMMA, at, text, joined(ctx, a, digits_b == 3 ? "," : ".", b));
  }
}

/* -- ranges -- */

static bool is_year(const struct mdq_segment *segment, size_t i, uint64_t *year) {
  unsigned digits;
  return whole(segment, i, &digits, year) && digits == 4 && *year >= 1800 && *year <= 2199;
}

static bool is_year_word(const struct mdq_segment *segment, size_t i) {
  static const char *const words[] = { "عام", "سنه", "العام", "السنه", "عامي", "سنتي", "العامين", "اعوام", "الاعوام", "سنوات", "السنوات", "للاعوام", "للسنوات", "الفتره", "للفتره", "موسمي", NULL };
  return mdq_span_is_one_of(mdq_token_v2(segment, i), words);
}

/* «بالمقارنة بين عامي 2015 و2014» */
static bool is_compared(const struct mdq_segment *segment, size_t i) {
  static const char *const words[] = { "مقارنه", "المقارنه", "بالمقارنه", "الفرق", "الفارق", "فرق", "فارق", "قارن", "نقارن", "قارنا", NULL };
  for (size_t back = 3; back <= 5 && back <= i; back++)
    if (mdq_span_is_one_of(mdq_token_v2(segment, i - back), words)) return true;
  return false;
}

static void report_range(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t first, size_t last) {
  const struct mdq_token *a = &segment->tokens[first], *b = &segment->tokens[last];
  struct mdq_span one = mdq_token_text(segment, first), other = mdq_token_text(segment, last), between = mdq_span_sub(segment->text, a->end, b->start);
  struct mdq_span right = mdq_arena_printf(ctx->arena, "%.*s%.*s%.*s", (int)other.len, other.ptr, (int)between.len, between.ptr, (int)one.len, one.ptr);
  mdq_report(ctx, RANGE, .at = mdq_at_tokens(segment, first, last), .x = mdq_tokens_text(segment, first, last), .y = right, .fix = right);
}

/* «2020-2015» */
static void see_dash_range(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct state *state = ctx->state;
  uint64_t from, to;
  if (!mdq_token_is_dash(segment, i + 1) || !is_year(segment, i, &from) || !is_year(segment, i + 2, &to) || mdq_token_is_dash(segment, i + 3) || mdq_token_is_dash(segment, i - 1)) return;
  if (mdq_token_v2_is(segment, i + 3, "ق") || mdq_token_v2_is(segment, i + 3, "قبل") || from == to) return;
  if (from < to) {
    state->years_forwards++;
    return;
  }
  bool said = is_year_word(segment, i - 1) || mdq_token_mark(segment, i - 1, '(');
  if (!said) return;
  struct mdq_span right = joined(ctx, mdq_token_text(segment, i + 2), "-", mdq_token_text(segment, i));
  keep(ctx, YEARS_BACKWARDS, mdq_at_tokens(segment, i, i + 2), mdq_tokens_text(segment, i, i + 2), right);
}

/* «من عام 2020 إلى عام 2015», «بين عامي 2019 و2011» */
static void check_word_range(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  static const char *const until[] = { "الي", "حتي", "وحتي", NULL };
  uint64_t from, to;
  size_t second = i + 2;
  bool between = mdq_token_v2_is(segment, i + 1, "و") && (mdq_token_v2_is(segment, i - 1, "عامي") || mdq_token_v2_is(segment, i - 1, "سنتي")) && mdq_token_v2_is(segment, i - 2, "بين");
  bool until_then = mdq_span_is_one_of(mdq_token_v2(segment, i + 1), until) && is_year_word(segment, i - 1) && mdq_token_v2_is(segment, i - 2, "من");
  if ((!between && !until_then) || !is_year(segment, i, &from)) return;
  if (until_then && is_year_word(segment, second)) second++;
  if (!is_year(segment, second, &to) || from <= to || mdq_token_v2_is(segment, second + 1, "ق") || mdq_token_v2_is(segment, second + 1, "قبل")) return;
  if (!is_compared(segment, i)) report_range(ctx, segment, i, second);
}

/* «الصفحات 45-40», «أعمارهم 30-20»; «ص 224-30» only leaves out what both pages share */
static void check_pages_and_ages(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  static const char *const heads[] = { "ص", "صفحات", "الصفحات", "صفحه", "اعمار", "الاعمار", "اعمارهم", "اعمارهن", "اعمارها", "العمريه", NULL };
  unsigned digits, other_digits;
  uint64_t from, to;
  if (!mdq_token_is_dash(segment, i + 1) || !whole(segment, i, &digits, &from) || !whole(segment, i + 2, &other_digits, &to)) return;
  bool backwards = digits == other_digits && digits <= 3 && from > to && !mdq_token_is_dash(segment, i + 3) && !mdq_token_is(segment, i + 3, MDQ_TOKEN_NUM);
  if (backwards && mdq_span_is_one_of(mdq_token_v2(segment, i - 1), heads)) report_range(ctx, segment, i, i + 2);
}

/* «ملايين عام مضت», «ق.م»: counted backwards */
static bool counts_back(const struct mdq_segment *segment, size_t i) {
  static const char *const back[] = { "ق", "قبل", "مضت", "مضي", "خلت", NULL };
  for (size_t k = i; k < i + 4; k++)
    if (mdq_span_is_one_of(mdq_token_v2(segment, k), back)) return true;
  return false;
}

/* «تتراوح بين 80 و60 في المئة». A bare thousand before a magnitude counts in ones: «بين 7000 و10 آلاف». */
static void check_between(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, const struct mdq_numeral *from) {
  static const char *const ranging[] = { "تتراوح", "يتراوح", "تراوح", "تراوحت", "يراوح", "وتتراوح", "ويتراوح", "وتراوحت", "وتراوح", "متراوحه", "تراوحا", NULL };
  enum { REACH = 5 };
  struct mdq_numeral to;
  if (!mdq_token_v2_is(segment, i - 1, "بين") || !mdq_token_v2_is(segment, i + 1, "و") || !mdq_token_is(segment, i + 2, MDQ_TOKEN_NUM)) return;
  if (!mdq_numeral_read(mdq_token_text(segment, i + 2), &to) || !from->has_value || !to.has_value || from->value <= to.value || from->value >= 1000 * to.value) return;
  if (from->value >= 1000 && measures(segment, i + 3) && to.value < 1000) return;
  if (counts_back(segment, i + 3) || is_compared(segment, i)) return;
  bool said = false;
  for (size_t back = 2; back <= REACH && back <= i; back++) said = said || mdq_span_is_one_of(mdq_token_v2(segment, i - back), ranging);
  struct mdq_span one = mdq_token_text(segment, i), other = mdq_token_text(segment, i + 2), between = mdq_span_sub(segment->text, segment->tokens[i].end, segment->tokens[i + 2].start);
  struct mdq_span right = mdq_arena_printf(ctx->arena, "%.*s%.*s%.*s", (int)other.len, other.ptr, (int)between.len, between.ptr, (int)one.len, one.ptr);
  mdq_report(ctx, RANGE, .at = mdq_at_tokens(segment, i, i + 2), .x = mdq_tokens_text(segment, i, i + 2), .y = right, .fix = right, .severity = said ? MDQ_WARNING : MDQ_NOTE);
}

/* Figures alone, at token i, by what follows them. */
static void check_whole(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (mdq_token_is_dash(segment, i + 1)) {
    see_dash_range(ctx, segment, i);
    check_pages_and_ages(ctx, segment, i);
  } else if (mdq_token_mark(segment, i + 1, COMMA)) {
    bool joined = mdq_token_is(segment, i + 2, MDQ_TOKEN_NUM) && mdq_token_glued(segment, i + 1) && mdq_token_glued(segment, i + 2);
    if (joined) check_halves(ctx, segment, i, i + 2, mdq_token_text(segment, i), mdq_token_text(segment, i + 2), true);
  } else {
    check_word_range(ctx, segment, i);
  }
}

/* What follows joins the figures at token i to nothing, as behind most numbers. */
static bool joins_nothing(const struct mdq_segment *segment, size_t i) {
  static const char *const joins[] = { "و", "الي", "حتي", "وحتي", NULL };
  enum { LONGEST_JOIN = 4 };
  if (mdq_token_is(segment, i + 1, MDQ_TOKEN_AR)) return segment->tokens[i + 1].word->letters > LONGEST_JOIN || !mdq_token_v2_is_one_of(segment, i + 1, joins);
  return !mdq_token_is_dash(segment, i + 1) && !mdq_token_mark(segment, i + 1, COMMA);
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_numeral n;
  struct mdq_span text = mdq_token_text(segment, i);
  bool alone = joins_nothing(segment, i);
  if ((alone && mdq_token_is_plain_number(segment, i)) || !mdq_numeral_read(text, &n)) return;
  if (!alone) check_between(ctx, segment, i, &n);
  if (n.part_count == 1) {
    if (!alone) check_whole(ctx, segment, i);
    return;
  }
  const char *mark = n.part_count == 2 && n.parts[0].separator == ',' ? memchr(text.ptr, ',', text.len) : NULL;
  if (mark) check_halves(ctx, segment, i, i, mdq_span_sub(text, 0, (size_t)(mark - text.ptr)), mdq_span_sub(text, (size_t)(mark - text.ptr) + 1, text.len), false);
  see_number(ctx, segment, i, &n);
}

/* The kind of two that the draft keeps to, to the other's disadvantage: how bad the other is; MDQ_SEVERITY_NONE if it is the usual one. */
static enum mdq_severity deviation(size_t own, size_t other) {
  if (own >= other) return MDQ_SEVERITY_NONE;
  return other >= CLEAR * own ? MDQ_WARNING : MDQ_NOTE;
}

/* The Maghreb's comma, at home where the months are. */
static bool is_maghreb(struct mdq_ctx *ctx) {
  unsigned maghreb = mdq_house_value(ctx->house, MDQ_HOUSE_MONTHS, MDQ_SPAN_LIT("morocco")) | mdq_house_value(ctx->house, MDQ_HOUSE_MONTHS, MDQ_SPAN_LIT("algeria"));
  struct mdq_house_choice months = mdq_house_choose(ctx->house, MDQ_HOUSE_MONTHS);
  return months.values && !(months.values & ~maghreb);
}

static enum mdq_severity severity_of(const struct state *state, enum kind kind, bool maghreb) {
  const size_t *seen = state->seen;
  switch (kind) {
    case ENGLISH: return maghreb ? MDQ_SEVERITY_NONE : deviation(seen[ENGLISH], seen[CONTINENTAL]);
    case CONTINENTAL: return maghreb ? MDQ_SEVERITY_NONE : deviation(seen[CONTINENTAL], seen[ENGLISH]);
    case ASCII_MARK: return deviation(seen[ASCII_MARK], seen[EASTERN_MARK]);
    case ARABIC_COMMA: return maghreb || seen[ARABIC_COMMA] >= HABIT ? MDQ_NOTE : MDQ_WARNING;
    case EASTERN_MARK: return MDQ_SEVERITY_NONE;
    case YEARS_BACKWARDS: return state->years_forwards ? MDQ_WARNING : MDQ_NOTE;
  }
  return MDQ_SEVERITY_NONE;
}

static void finish(struct mdq_ctx *ctx) {
  const struct state *state = ctx->state;
  bool maghreb = is_maghreb(ctx);
  struct mdq_places_reader reader = mdq_places_read(ctx, &state->numbers);
  for (struct mdq_kept_place n, other; mdq_places_next(&reader, &n) && mdq_places_next(&reader, &other);) {
    enum mdq_severity severity = severity_of(state, (enum kind)n.tag, maghreb);
    if (severity)
      mdq_report(ctx, n.tag == YEARS_BACKWARDS ? RANGE : SEPARATOR, .at = n.at, .x = n.text, .y = other.text, .fix = other.text,
                 .wording = n.tag == ARABIC_COMMA ? COMMA_INSIDE : 0, .severity = severity);
  }
}

const struct mdq_rule_group mdq_rules_number_separators = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .token_kinds = MDQ_TOKEN_NUM, .plain_figures = MDQ_FIGURES_BESIDE, .state_size = sizeof(struct state), .token = token, .finish = finish,
};
