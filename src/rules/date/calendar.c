/* Dates that the calendar does not have, weekdays that do not fall on their date, and months named otherwise than in
   the rest of the draft. */
#include "arabic/dates.h"
#include "arabic/numerals.h"
#include "lint/facts.h"
#include "lint/reference_date.h"
#include "rules/date/month_system.h"
#include "rules/date/weekday.h"
#include "rules/date/weekday_year.h"

enum { IMPOSSIBLE, WEEKDAY, MONTH_SYSTEM };
enum { WEEKDAYS, NAMED_DAYS };
enum { TOO_MANY_DAYS = 1, TOO_MANY_OF_NUMBER, NO_LEAP_YEAR, NO_MONTH, TWO_MONTHS }; /* wordings of IMPOSSIBLE */
enum { BY_OTHER_DATES = 1 };                                                         /* of WEEKDAY */
enum { OPENING = 3, JULIAN_UNTIL = 1924, GREGORIAN_SINCE = 1583, LONGEST_ISLAMIC_MONTH = 30 };

static const struct mdq_rule rules[] = {
  [IMPOSSIBLE] = {
    .id = "date/impossible", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "A date that the calendar does not have", "تاريخ لا وجود له في التقويم" },
    .rationale = { "The month has no such day, the year is no leap year, the figures hold no month, or the two names of a month name two months. Check the source.",
                   "ليس في الشهر هذا اليوم، أو ليست السنة كبيسة، أو ليس بين الأرقام شهر، أو يدل اسما الشهر على شهرين. راجع الأصل." },
    .message = { "“{x}” does not exist", "«{x}» تاريخ لا وجود له" },
    .wordings = (const struct mdq_text[]){
      [TOO_MANY_DAYS - 1] = { "“{x}” does not exist: {y} has {z} days", "«{x}» تاريخ لا وجود له: ليس في {y} سوى {z} يوما" },
      [TOO_MANY_OF_NUMBER - 1] = { "“{x}” does not exist: month {y} has {z} days", "«{x}» تاريخ لا وجود له: ليس في الشهر {y} سوى {z} يوما" },
      [NO_LEAP_YEAR - 1] = { "“{x}” does not exist: {y} is no leap year", "«{x}» تاريخ لا وجود له: سنة {y} غير كبيسة" },
      [NO_MONTH - 1] = { "“{x}” does not exist: there is no month {y}", "«{x}» تاريخ لا وجود له: ليس في السنة شهر رقمه {y}" },
      [TWO_MONTHS - 1] = { "“{x}” is no date: “{y}” and “{z}” are two different months", "«{x}» تاريخ لا يستقيم: «{y}» و«{z}» شهران مختلفان" },
      { 0 } },
    .bad = (const struct mdq_example[]){
      { .text = "تنتهي المهلة في 31 نوفمبر 2026" }, { .text = "وُلد في 29 فبراير 2023 في دمشق" }, { .text = "يبدأ العمل بالقرار في 30 شباط" },
      { .text = "وقّع الطرفان العقد بتاريخ 31/13/2024" }, { .text = "افتُتح المعرض في الحادي والثلاثين من أبريل" }, { .text = "تستمر الدورة حتى 12 شباط/مارس" }, { .text = "تبدأ الدورة في 15 مايو آذار 2026" },
      { .text = "عُقد اللقاء في 45 يوليو 2024" }, { .text = "صدر المرسوم يوم 33 رجب 1436 هـ" }, { 0 } },
    .good = (const char *const[]){
      "تنتهي المهلة في 30 نوفمبر 2026", "وُلد في 29 فبراير 2024 في دمشق", "احتفلت المدينة بيوم 29 فبراير", "من بين الأعضاء 31 من النساء", "فاز بفارق 31 من النقاط في مايو",
      "هجمات 9/11 غيرت العالم", "من أصل 45 مارس 30 منهم الرياضة", "وقّع الطرفان العقد بتاريخ 12/31/2024", "بلغ العدد 28 شباط/فبراير", "القانون رقم 31/13/2024",
      "عُرض فيلم «30 فبراير» في المهرجان", "يستمر المعرض يناير/فبراير 2025", "في 31 كانون الأول/ديسمبر 2026", "في 31 كانون الأول ديسمبر 2026", "بين 15 مايو وآذار 2026", "من 15 مايو إلى آذار 2026", "يحل في 30 رمضان 1446", "الإصدار 2024.31.2 متاح",
      "الأحد 31 آب 2025 موعد القرعة", NULL },
  },
  [WEEKDAY] = {
    .id = "date/weekday-mismatch", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "A weekday that does not fall on its date", "يوم من الأسبوع لا يوافق تاريخه" },
    .rationale = { "The weekday and the date contradict each other: one of them is wrong. Where the year is not named, it is that of --date, of the dateline or of the draft's other dates.",
                   "يتعارض اسم اليوم والتاريخ فأحدهما خطأ. وإذا لم تُذكر السنة فهي سنة ‎--date‎ أو مطلع النص أو سائر تواريخه." },
    .message = { "“{x}”: that day is a {z} («{y}»)", "«{x}»: هذا التاريخ يوافق يوم {y}" },
    .wordings = (const struct mdq_text[]){
      [BY_OTHER_DATES - 1] = { "“{x}”: by the other dates of the draft that day is a {z} («{y}»)", "«{x}»: هذا التاريخ بحسب سائر تواريخ النص يوافق يوم {y}" }, { 0 } },
    .bad = (const struct mdq_example[]){
      { .text = "انعقدت القمة الثلاثاء 8 أكتوبر 2026 في الدوحة", .fixed = "انعقدت القمة الخميس 8 أكتوبر 2026 في الدوحة" },
      { .text = "تأجلت الجلسة إلى يوم الأحد، الثالث من مارس 2025", .fixed = "تأجلت الجلسة إلى يوم الاثنين، الثالث من مارس 2025" },
      { .text = "جنيف، 2 مارس 2026\nيلتقي الوفدان للأربعاء 4 مارس ثم الخميس 6 مارس", .fixed = "جنيف، 2 مارس 2026\nيلتقي الوفدان للأربعاء 4 مارس ثم الجمعة 6 مارس" },
      { .text = "تقام الدورة الاثنين والثلاثاء 3 و4 مارس 2026", .fixed = "تقام الدورة الثلاثاء والأربعاء 3 و4 مارس 2026" },
      { .text = "افتُتح السوق السبت 10 ذي الحجة 1446هـ الموافق 6 يونيو 2025", .fixed = "افتُتح السوق الجمعة 10 ذي الحجة 1446هـ الموافق 6 يونيو 2025" },
      { .text = "وُقّع الاتفاق الأحد العاشر من ذي الحجة 1446هـ (6 حزيران/يونيو 2025)", .fixed = "وُقّع الاتفاق الجمعة العاشر من ذي الحجة 1446هـ (6 حزيران/يونيو 2025)" },
      { .text = "يبدأ التصويت الاثنين 3 مارس\nوتعلن النتائج الاثنين 5 مارس" }, { 0 } },
    .good = (const char *const[]){
      "انعقدت القمة الخميس 8 أكتوبر 2026 في الدوحة", "تقام الدورة الثلاثاء والأربعاء 3 و4 مارس 2026", "الثلاثاء 17 شباط/فبراير 2026", "الاثنين 3 رمضان 1446 في مكة",
      "يصادف العيد الاثنين الثالث من يناير 2026", "جنيف، 28 ديسمبر 2026\nتستأنف المحادثات الاثنين 4 يناير", "جنيف، 2 مارس 2026\nقال يوم الأحد 22 نوفمبر الماضي إنه راض",
      "وقعت الغارة ليل الأحد - الاثنين 3 مارس 2026", "تأجلت الجلسة إلى الثلاثاء، وحضرها 3 نواب", "يبدأ التصويت الاثنين 3 مارس\nوتعلن النتائج الأربعاء 5 مارس",
      "افتُتح السوق الجمعة 10 ذي الحجة 1446هـ الموافق 6 يونيو 2025", "وُقّع الاتفاق يوم الجمعة 9 ذي الحجة 1446هـ/ 6 يونيو 2025م", "أقيم السوق السبت 10 ذي الحجة 1446هـ، ثم في 9 يونيو 2025",
      "تقام الدورة الأحد 5 - 7 ذي الحجة 1446هـ الموافق 1 - 3 يونيو 2025", NULL },
  },
  [MONTH_SYSTEM] = {
    .id = "date/month-system", .severity = MDQ_NOTE, .certainty = MDQ_LIKELY, .category = "locale-convention/date-format", .since = "0.1",
    .summary = { "A month named otherwise than in the rest of the draft, or than the house does", "شهر سُمي على غير ما في سائر النص أو في أسلوب الدار" },
    .rationale = { "Months have four sets of names: يوليو, تموز, جويلية, يوليوز. A draft uses one, unless it gives both on purpose (تموز/يوليو); days that are names (ثورة 23 يوليو) keep theirs.",
                   "للشهور أربع مجموعات من الأسماء: يوليو وتموز وجويلية ويوليوز، والنص يلتزم إحداها إلا أن يجمع اسمين قصدًا (تموز/يوليو)؛ والأيام التي صارت أعلامًا (ثورة 23 يوليو) تبقى على اسمها." },
    .message = { "“{x}” is of another set of month names than the rest of the draft: “{y}”", "«{x}» من غير أسماء الشهور الغالبة في النص: «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "وصل في 3 تموز 2024 وغادر في 9 آب ثم عاد في 12 سبتمبر", .fixed = "وصل في 3 تموز 2024 وغادر في 9 آب ثم عاد في 12 أيلول" },
      { .text = "يبدأ في 3 غشت وينتهي في 9 شتنبر، وتعلن النتائج في 12 يوليو", .fixed = "يبدأ في 3 غشت وينتهي في 9 شتنبر، وتعلن النتائج في 12 يوليوز" },
      { .text = "وصل في 3 يوليو 2024 إلى بيروت", .fixed = "وصل في 3 تموز 2024 إلى بيروت", .house = "levant" },
      { .text = "وصل في 3 تشرين الأول وغادر في 9 آب", .fixed = "وصل في 3 أكتوبر وغادر في 9 أغسطس", .house = "gulf" }, { 0 } },
    .good = (const char *const[]){
      "وصل في 3 تموز 2024 وغادر في 9 آب ثم عاد في 12 أيلول", "وصل في 3 تموز/يوليو وغادر في 9 آب/أغسطس و4 أيلول", "وصل في 3 تموز وغادر في 9 آب و4 أيلول بعد هجمات 11 سبتمبر",
      "في 3 غشت و5 مارس و9 شتنبر و2 يناير", "وصل في 3 يوليو (تموز) و4 يوليو و5 يوليو", NULL },
  },
};

struct pair { /* a weekday and a date without a year */
  struct mdq_dayed date;
  struct mdq_place at, weekday_at;
  struct mdq_span text, weekday_text; /* the date with its weekday; the weekday's V2 */
};

struct state {
  struct mdq_years years;
  struct mdq_named_months months;
  struct pair *pairs;
  size_t count, capacity;
};

/* Where a date starts, or its weekday, which may stand with the Islamic date of the same day. */
static size_t start_of(const struct mdq_date *date) {
  return date->weekday && date->weekday_token < date->first ? date->weekday_token : date->first;
}

static size_t end_of(const struct mdq_segment *segment, const struct mdq_date *date) {
  return mdq_end_with_bracket(segment, start_of(date), date->last);
}

/* «الثلاثاء 8 أكتوبر 2026»; of «الاثنين والثلاثاء 3 و4 مارس» the one day that is meant, with its weekday. */
static struct mdq_span date_text(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_date *date) {
  if (!date->listed) return mdq_tokens_text(segment, start_of(date), end_of(segment, date));
  struct mdq_span weekday = mdq_token_text(segment, date->weekday_token), day = mdq_tokens_text(segment, date->day_first, date->day_last);
  struct mdq_span rest = mdq_tokens_text(segment, date->month_at, date->text_last);
  return mdq_arena_printf(ctx->arena, "%.*s %.*s %.*s", (int)weekday.len, weekday.ptr, (int)day.len, day.ptr, (int)rest.len, rest.ptr);
}

static size_t words_of(const struct mdq_row *month) {
  return memchr(month->column[0].ptr, ' ', month->column[0].len) ? 2 : 1;
}

static struct mdq_span number_text(struct mdq_ctx *ctx, int number) {
  return mdq_arena_printf(ctx->arena, "%d", number);
}

/* Says why: the longest that the month can be, the year, or the month itself. */
static void report_impossible(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_date *date) {
  struct mdq_finding finding = { .at = mdq_at_tokens(segment, date->day_first, date->text_last), .x = mdq_tokens_text(segment, date->day_first, date->text_last) };
  int days = date->calendar == MDQ_HIJRI ? LONGEST_ISLAMIC_MONTH : mdq_days_in_month(date->year, date->month);
  if (date->other_month && date->day <= days) {
    size_t behind = date->month_at + words_of(date->month_name), other = behind + !mdq_token_is(segment, behind, MDQ_TOKEN_AR);
    finding.wording = TWO_MONTHS;
    finding.y = mdq_tokens_text(segment, date->month_at, behind - 1);
    finding.z = mdq_tokens_text(segment, other, other + words_of(date->other_month_name) - 1);
  } else if (!days && date->month) {
    finding.wording = NO_MONTH;
    finding.y = number_text(ctx, date->month);
  } else if (date->month == 2 && date->day == 29) {
    finding.wording = NO_LEAP_YEAR;
    finding.y = number_text(ctx, date->year);
  } else if (days && date->day) {
    finding.wording = date->figures ? TOO_MANY_OF_NUMBER : TOO_MANY_DAYS;
    finding.y = date->figures ? number_text(ctx, date->month) : mdq_tokens_text(segment, date->month_at, date->month_at + words_of(date->month_name) - 1);
    finding.z = number_text(ctx, days);
  }
  mdq_report_finding(ctx, IMPOSSIBLE, &finding);
}

/* A number above any month's days is a day only where the words around it say so. */
static bool said_to_be_a_day(const struct mdq_segment *segment, const struct mdq_date *date) {
  static const char *const before[] = { "في", "يوم", "بتاريخ", "تاريخ", "الموافق", "حتي", "منذ", "مساء", "صباح", "وفي", NULL };
  if (date->year || date->weekday || date->direction) return true;
  return date->day_first && mdq_span_is_one_of(mdq_token_v2(segment, date->day_first - 1), before);
}

/* «30 فبراير» as the title of a work. */
static bool is_title(const struct mdq_segment *segment, const struct mdq_date *date) {
  const struct mdq_token *tokens = segment->tokens;
  bool alone = (tokens[date->first].flags & MDQ_TOKEN_QUOTED) && date->first && !(tokens[date->first - 1].flags & MDQ_TOKEN_QUOTED);
  return alone && date->last + 1 < segment->token_count && !(tokens[date->last + 1].flags & MDQ_TOKEN_QUOTED);
}

/* The number of a law, a file, a version. */
static bool is_reference_number(const struct mdq_segment *segment, const struct mdq_date *date) {
  static const char *const heads[] = { "رقم", "عدد", "ملف", "الملف", "قانون", "القانون", "مرسوم", "المرسوم", "قرار", "القرار", "قضيه", "القضيه", "ماده", "الماده",
                                       "اصدار", "الاصدار", "نسخه", "النسخه", "ظهير", "الظهير", "برقم", "تحت", NULL };
  for (size_t back = 1; back <= 2 && back <= date->first; back++)
    if (mdq_span_is_one_of(mdq_token_v2(segment, date->first - back), heads)) return true;
  return false;
}

static bool is_in_system(const struct mdq_row *month, struct mdq_span system) {
  return mdq_span_eq(month->column[1], system) || memmem(month->column[3].ptr, month->column[3].len, system.ptr, system.len) != NULL;
}

/* Two names of one system in a row are a span of time; names of two systems are the same month twice, or should be. */
static bool months_differ(const struct mdq_date *date) {
  static const char *const systems[] = { "gregorian-egypt", "levant", "algeria", "morocco", "mauritania", "hijri" };
  if (!date->other_month || date->other_month == date->month || !date->day) return false;
  for (size_t i = 0; i < MDQ_COUNT(systems); i++) {
    struct mdq_span system = mdq_span_str(systems[i]);
    if (is_in_system(date->month_name, system) && is_in_system(date->other_month_name, system)) return false;
  }
  return !mdq_span_is(date->other_month_name->column[1], "hijri");
}

static bool is_impossible(const struct mdq_segment *segment, const struct mdq_date *date) {
  if (date->calendar == MDQ_HIJRI) return !date->figures && date->day > LONGEST_ISLAMIC_MONTH && said_to_be_a_day(segment, date);
  if (date->figures) return !date->either_order && !mdq_date_exists(date->year, date->month, date->day) && !is_reference_number(segment, date);
  if (!date->day || is_title(segment, date)) return false;
  if (date->year && date->year < JULIAN_UNTIL && date->month == 2 && date->day == 29 && date->year % 4 == 0) return false;
  if (mdq_date_exists(date->year, date->month, date->day)) return months_differ(date);
  return date->day <= 31 || said_to_be_a_day(segment, date);
}

static bool weekday_fits(const struct mdq_date *date) {
  if (mdq_weekday_of(date->year, date->month, date->day) == date->weekday) return true;
  if (date->either_order && mdq_weekday_of(date->year, date->day, date->month) == date->weekday) return true;
  return date->year < JULIAN_UNTIL && mdq_weekday_of_julian(date->year, date->month, date->day) == date->weekday;
}

static void report_weekday(struct mdq_ctx *ctx, const struct pair *pair, int right, enum mdq_severity severity, uint8_t wording) {
  const struct mdq_table *weekdays = ctx->tables[WEEKDAYS];
  struct mdq_replacement fix = { pair->weekday_at, mdq_weekday_instead(ctx->arena, weekdays, pair->weekday_text, right), false };
  mdq_report(ctx, WEEKDAY, .at = pair->at, .x = pair->text, .y = mdq_weekday_arabic(weekdays, right), .z = mdq_weekday_english(right), .fixes = &fix, .fix_count = 1,
             .wording = wording, .severity = severity, .certainty = severity == MDQ_ERROR ? MDQ_CERTAIN : severity == MDQ_WARNING ? MDQ_LIKELY : MDQ_POSSIBLE);
}

static struct pair pair_of(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_date *date) {
  return (struct pair){
    .date = { date->month, date->day, date->weekday, date->direction }, .at = mdq_at_tokens(segment, start_of(date), end_of(segment, date)),
    .weekday_at = mdq_at_token(segment, date->weekday_token), .text = date_text(ctx, segment, date), .weekday_text = mdq_token_v2(segment, date->weekday_token),
  };
}

static void keep_pair(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_date *date) {
  struct state *state = ctx->state;
  struct pair *pair = mdq_arena_push(ctx->arena, &state->pairs, &state->count, &state->capacity, sizeof *pair);
  if (!pair) return;
  *pair = pair_of(ctx, segment, date);
  pair->text = mdq_arena_copy(ctx->arena, pair->text);
  pair->weekday_text = mdq_arena_copy(ctx->arena, pair->weekday_text); /* words last for the segment only */
}

static void check_date(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_date *date) {
  struct state *state = ctx->state;
  if (is_impossible(segment, date)) {
    report_impossible(ctx, segment, date);
    return;
  }
  bool whole = date->calendar == MDQ_GREGORIAN && mdq_date_exists(date->year, date->month, date->day);
  if (!whole) return;
  if (!date->year) {
    if (date->weekday) keep_pair(ctx, segment, date);
    return;
  }
  bool fits = date->weekday && weekday_fits(date);
  mdq_years_refer(&state->years, &(struct mdq_year_reference){ date->year, date->month, date->day, fits, segment->index < OPENING, false });
  if (!date->weekday || fits || date->year < GREGORIAN_SINCE) return;
  struct pair pair = pair_of(ctx, segment, date);
  report_weekday(ctx, &pair, mdq_weekday_of(date->year, date->month, date->day), MDQ_ERROR, 0);
}

static void segment_dates(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct state *state = ctx->state;
  const struct mdq_dates *dates = mdq_segment_dates(ctx, segment);
  for (size_t i = 0; dates && i < dates->count; i++) {
    check_date(ctx, segment, &dates->items[i]);
    mdq_named_months_see(ctx, MONTH_SYSTEM, ctx->tables[NAMED_DAYS], segment, &dates->items[i], &state->months);
  }
}

static void note_year(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct state *state = ctx->state;
  struct mdq_span text = mdq_token_text(segment, i);
  unsigned digits;
  uint64_t year;
  if (text.len >= 4 && mdq_numeral_whole(text, &digits, &year) && digits == 4) mdq_years_mention(&state->years, (int)year);
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  (void)ctx;
  return mdq_may_be_day(word);
}

static void judge_by_reference(struct mdq_ctx *ctx, const struct state *state) {
  for (size_t i = 0; i < state->count; i++) {
    struct pair pair = state->pairs[i];
    int year;
    enum mdq_severity severity = mdq_dayed_judge(&pair.date, &state->years, &year);
    if (!severity) continue;
    pair.text = mdq_arena_printf(ctx->arena, "%.*s (%d)", (int)pair.text.len, pair.text.ptr, year);
    report_weekday(ctx, &pair, mdq_weekday_of(year, pair.date.month, pair.date.day), severity, 0);
  }
}

static void compare_pairs(struct mdq_ctx *ctx, const struct state *state) {
  struct mdq_dayed *dates = mdq_arena_array(ctx->arena, state->count, sizeof *dates);
  int *misfit = mdq_arena_array(ctx->arena, state->count, sizeof *misfit);
  if (!dates || !misfit) return;
  for (size_t i = 0; i < state->count; i++) dates[i] = state->pairs[i].date;
  mdq_dayed_compare(dates, state->count, misfit);
  for (size_t i = 0; i < state->count; i++)
    if (misfit[i]) report_weekday(ctx, &state->pairs[i], misfit[i], MDQ_NOTE, BY_OTHER_DATES);
}

static void finish(struct mdq_ctx *ctx) {
  struct state *state = ctx->state;
  mdq_named_months_judge(ctx, MONTH_SYSTEM, &state->months);
  if (!state->count) return;
  const struct mdq_reference_date *written = mdq_reference_date(ctx);
  mdq_years_weigh(&state->years);
  if (written->year) mdq_years_set(&state->years, written->year, written->month, written->day);
  if (state->years.found) judge_by_reference(ctx, state);
  else if (state->count > 1) compare_pairs(ctx, state);
}

const struct mdq_rule_group mdq_rules_date_calendar = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = (const char *const[]){ "dates/weekdays.tsv", "dates/named-days.tsv", NULL },
  .counts_house = true, .concerns = concerns, .token_kinds = MDQ_TOKEN_NUM, .plain_figures = MDQ_FIGURES_YEAR, .segment_kinds = MDQ_TOKEN_NUM, .segment_words = true, .state_size = sizeof(struct state),
  .segment = segment_dates, .token = note_year, .finish = finish,
};
