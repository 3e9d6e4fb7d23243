/* Dates: the calendar against the C library's, the grammar of dates in running text, and the rules over whole drafts. */
#include "support.h"

#include <time.h>

#include "arabic/dates.h"
#include "rules/date/weekday_year.h"
#include "text/chars.h"
#include "text/tokenize.h"

static struct mdq_words words;
static struct mdq_tokens tokens;
static struct mdq_arena arena;
static struct mdq_table months, weekdays;
static mdq_linter *linter;

/* Every day of two centuries, walked with timegm() and gmtime(). */
static void test_calendar_agrees_with_the_c_library(void **state) {
  (void)state;
  struct tm first = { .tm_year = 0, .tm_mon = 0, .tm_mday = 1, .tm_hour = 12 };
  time_t at = timegm(&first);
  long number = mdq_day_number(1900, 1, 1);
  for (int year = 1900; year <= 2100;) {
    struct tm day;
    assert_non_null(gmtime_r(&at, &day));
    year = day.tm_year + 1900;
    int month = day.tm_mon + 1, iso = day.tm_wday ? day.tm_wday : 7;
    if (mdq_weekday_of(year, month, day.tm_mday) != iso || mdq_day_of_year(year, month, day.tm_mday) != day.tm_yday + 1 ||
        mdq_day_number(year, month, day.tm_mday) != number || !mdq_date_exists(year, month, day.tm_mday))
      fail_msg("%d-%02d-%02d", year, month, day.tm_mday);
    struct tm tomorrow = { .tm_year = day.tm_year, .tm_mon = day.tm_mon, .tm_mday = day.tm_mday + 1, .tm_hour = 12 };
    bool last = timegm(&tomorrow) != 0 && tomorrow.tm_mon != day.tm_mon;
    if (mdq_date_exists(year, month, day.tm_mday + 1) == last) fail_msg("after %d-%02d-%02d", year, month, day.tm_mday);
    at += 24 * 60 * 60;
    number++;
  }
}

static void test_leap_years_and_lengths_of_months(void **state) {
  (void)state;
  assert_true(mdq_is_leap_year(2024));
  assert_true(mdq_is_leap_year(2000));
  assert_false(mdq_is_leap_year(1900));
  assert_false(mdq_is_leap_year(2100));
  assert_false(mdq_is_leap_year(2023));
  assert_int_equal(mdq_days_in_month(0, 2), 29);
  assert_int_equal(mdq_days_in_month(2023, 2), 28);
  assert_int_equal(mdq_days_in_month(2023, 13), 0);
  assert_int_equal(mdq_days_in_month(2023, 0), 0);
  assert_false(mdq_date_exists(2024, 1, 0));
  assert_int_equal(mdq_weekday_of_julian(1917, 10, 25), 3); /* the October revolution, a Wednesday, 7 November in Europe */
  assert_int_equal(mdq_weekday_of(1917, 11, 7), 3);
  assert_int_equal(mdq_weekday_of_julian(1582, 10, 4), 4);  /* the last Julian Thursday, before the first Gregorian Friday */
  assert_int_equal(mdq_weekday_of(1582, 10, 15), 5);
}

/* "weekday day.month.year", 0 for what is not said, with letters for the rest: h Hijri, o ordinal, f figures, ? either order, direction 1-6, /month. */
static const char *shown(const char *text) {
  static char line[512];
  struct mdq_segment segment = { .text = mdq_span_str(text) };
  struct mdq_dates dates;
  assert_true(mdq_tokenize(&segment, &tokens, &words));
  assert_true(mdq_dates_find(&arena, &segment, NULL, &months, &weekdays, &dates));
  line[0] = '\0';
  for (size_t i = 0; i < dates.count; i++) {
    const struct mdq_date *d = &dates.items[i];
    size_t used = strlen(line);
    used += (size_t)snprintf(line + used, sizeof line - used, "%s%d %d.%d.%d", i ? "; " : "", d->weekday, d->day, d->month, d->year);
    if (d->other_month) used += (size_t)snprintf(line + used, sizeof line - used, "/%d", d->other_month);
    if (d->direction) used += (size_t)snprintf(line + used, sizeof line - used, " %d", (int)d->direction);
    snprintf(line + used, sizeof line - used, "%s%s%s%s", d->calendar == MDQ_HIJRI ? "h" : "", d->ordinal ? "o" : "", d->figures ? "f" : "", d->either_order ? "?" : "");
    assert_true(d->first <= d->day_first && d->day_first <= d->last && d->last < segment.token_count);
  }
  return line;
}

static void test_every_month_of_the_table(void **state) {
  (void)state;
  for (size_t i = 0; i < months.row_count; i++) {
    const struct mdq_row *row = mdq_table_row(&months, i);
    char text[160], expected[64];
    snprintf(text, sizeof text, "في 7 %.*s 2020 اجتمعوا", (int)row->column[0].len, row->column[0].ptr);
    snprintf(expected, sizeof expected, "0 7.%.*s.2020%s", (int)row->column[2].len, row->column[2].ptr, mdq_span_is(row->column[1], "hijri") ? "h" : "");
    assert_string_equal(shown(text), expected);
  }
}

static void test_written_forms(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "الثلاثاء 8 أكتوبر 2024", "2 8.10.2024" }, { "يوم الثلاثاء ، 8 أكتوبر ، 2024", "2 8.10.2024" }, { "وللأحد ٣ من شهر مايو عام ٢٠٢٦م", "7 3.5.2026" },
    { "الاثنين (13 كانون الثاني/يناير 2025)", "1 13.1.2025/1" }, { "13 تشرين الثاني (نوفمبر) 2025", "0 13.11.2025/11" }, { "في 3/مارس/2024", "0 3.3.2024" },
    { "3-مارس-2024", "0 3.3.2024" }, { "الثالث عشر من مايو", "0 13.5.0o" }, { "الحادي والثلاثين من آذار 2020", "0 31.3.2020o" }, { "بالعشرين من يوليوز", "0 20.7.0o" },
    { "العاشر من رمضان 1445 هـ", "0 10.9.1445ho" }, { "الـ15 من غشت المقبل", "0 15.8.0 3o" }, { "الخميس الماضي 5 مارس", "4 5.3.0 1" }, { "5 مارس الجاري", "0 5.3.0 2" },
    { "5 مارس من العام الماضي", "0 5.3.0 4" }, { "5 مارس العام المقبل", "0 5.3.0 6" }, { "8 أكتوبر 2024 (الثلاثاء)", "2 8.10.2024" }, { "الجمعة الموافق لـ3 ماي 2024", "5 3.5.2024" }, { "الأربعاء الموافق الثالث من مايو", "3 3.5.0o" },
    { "وبمارس 2024", "0 0.3.2024" }, { "نوفمبر من عام 2019", "0 0.11.2019" }, { "تشرين الأول (أكتوبر) 2019", "0 0.10.2019/10" },
    { "1 رمضان عام 1447 للهجرة", "0 1.9.1447h" }, { "3 مايو 2024 ميلادية", "0 3.5.2024" }, { "وفي غرة محرم 1447", "0 1.1.1447ho" }, { "في غرة عينه", "" },
  };
  check_readings(shown, cases, sizeof cases / sizeof *cases);
}

static void test_weekdays_apart_from_their_dates(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "يوم الأحد في 15 مارس 2026", "7 15.3.2026" }, { "يوم الأحد الموافق لـ15 مارس 2026", "7 15.3.2026" }, { "الأحد الموافق ل 15 مارس", "7 15.3.0" }, { "الأحد (15 مارس 2026)", "7 15.3.2026" },
    { "مساء الأحد، الخامس عشر من مارس", "7 15.3.0o" }, { "الأحد مساء 15 مارس", "7 15.3.0" }, { "الأحد بتاريخ 15/3/2026", "7 15.3.2026f" }, { "الأحد الماضي المصادف 15 مارس", "7 15.3.0 1" },
    { "15 مارس 2026 (يوم الأحد)", "7 15.3.2026" }, { "15 مارس 2026 الموافق ليوم الأحد", "7 15.3.2026" }, { "15 مارس، الذي يصادف الأحد", "7 15.3.0" },
    { "1 رمضان 1447 الموافق الأحد 15 مارس 2026", "0 1.9.1447h; 7 15.3.2026" },
    { "قال الأحد، في 15 مارس تبدأ", "0 15.3.0" }, { "أمس الاثنين يوم 26 فبراير", "0 26.2.0" }, { "الأحد - في 15 مارس", "0 15.3.0" }, { "15 مارس (الأحد والاثنين)", "0 15.3.0" }, { "15 مارس، الأحد", "0 15.3.0" },
  };
  check_readings(shown, cases, sizeof cases / sizeof *cases);
}

static void test_figures(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "بتاريخ 3/5/2024", "0 3.5.2024f?" }, { "(13.5.2024)", "0 13.5.2024f" }, { "في 13-05-2024 مساء", "0 13.5.2024f" }, { "2024-05-13", "0 13.5.2024f" }, { "5/13/2024", "0 13.5.2024f" },
    { "الاثنين ١٣/٥/٢٠٢٤", "1 13.5.2024f" }, { "31/13/2024", "0 31.13.2024f" }, { "12/9/1445", "0 12.9.1445hf?" }, { "9/11", "" }, { "192.168.10.2024", "" }, { "10.15.7", "" },
    { "1.234.5678", "" }, { "45/2101/2019", "" }, { "0522-45-67-2024", "" }, { "v1.2.2024", "" }, { "1:2:2024", "" }, { "3/5.2024", "" }, { "2019-2020", "" },
    { "1 / 9 / 1447 هـ", "0 1.9.1447hf?" }, { "15 / 3 / 2026", "0 15.3.2026f" }, { "15 - 3 - 2026 م", "0 15.3.2026f" }, { "بين 5 - 9 - 2026", "" }, { "1 / 9 / 1447 / 3", "" },
  };
  check_readings(shown, cases, sizeof cases / sizeof *cases);
}

static void test_lists_of_days(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "الاثنين والثلاثاء 3 و4 مارس 2025", "1 3.3.2025; 2 4.3.2025" }, { "الاثنين 3 والثلاثاء 4 مارس", "1 3.3.0; 2 4.3.0" }, { "من الاثنين 3 إلى الجمعة 7 مارس", "1 3.3.0; 5 7.3.0" },
    { "3 و4 و5 مارس", "0 3.3.0; 0 4.3.0; 0 5.3.0" }, { "ليل الأحد - الاثنين 3 مارس", "0 3.3.0" }, { "الأحد والاثنين والثلاثاء 3 و4 مارس", "0 3.3.0; 0 4.3.0" },
    { "أصيب 12 و4 مارس شهر الاحتفال", "0 4.3.0" }, { "28 فبراير و1 مارس", "0 28.2.0; 0 1.3.0" },
  };
  check_readings(shown, cases, sizeof cases / sizeof *cases);
}

static void test_what_is_no_date(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "31 من النساء", "" }, { "من أصل 45 باب", "" }, { "الأسبوع الثالث من مارس", "" }, { "النصف الثاني من أكتوبر 2024", "0 0.10.2024" }, { "الاثنين الثالث من يناير", "" },
    { "في يونيو", "" }, { "2023 يونيو", "" }, { "0 مارس", "" }, { "كانون 3", "" }, { "في 11 مارس، 2000 شخص", "0 11.3.0" }, { "الثلاثاء. 8 أكتوبر", "0 8.10.0" },
    { "الثلاثاء حضر 8 أكتوبر", "0 8.10.0" }, { "F-16 مارس", "" }, { "المباراة 3-1 مارس", "0 1.3.0" }, { "", "" },
  };
  check_readings(shown, cases, sizeof cases / sizeof *cases);
}

/* The year of a date without one. */
static void test_year_that_is_meant(void **state) {
  (void)state;
  static const struct { struct mdq_dayed date; enum mdq_severity severity; int year; } cases[] = {
    { { 12, 22, 2, MDQ_DIRECTION_NONE }, MDQ_SEVERITY_NONE, 0 },   /* Tuesday, 2026 */
    { { 1, 4, 1, MDQ_DIRECTION_NONE }, MDQ_SEVERITY_NONE, 0 },     /* Monday, over the new year */
    { { 1, 4, 7, MDQ_DIRECTION_NONE }, MDQ_SEVERITY_NONE, 0 },     /* Sunday, 4 January of 2026 itself */
    { { 1, 4, 5, MDQ_DIRECTION_NONE }, MDQ_WARNING, 2027 },
    { { 1, 4, 7, MDQ_DIRECTION_FUTURE }, MDQ_WARNING, 2027 },      /* the coming January is not that of 2026 */
    { { 11, 22, 7, MDQ_DIRECTION_PAST }, MDQ_SEVERITY_NONE, 0 },
    { { 11, 22, 6, MDQ_DIRECTION_PAST }, MDQ_WARNING, 2026 },
    { { 10, 7, 2, MDQ_DIRECTION_NONE }, MDQ_WARNING, 2026 },       /* a Tuesday in 2025, more than half a year ago */
    { { 10, 7, 7, MDQ_DIRECTION_NONE }, MDQ_WARNING, 2026 },
    { { 2, 29, 1, MDQ_DIRECTION_NONE }, MDQ_SEVERITY_NONE, 0 },    /* neither 2026 nor 2027 has one */
    { { 5, 20, 2, MDQ_LAST_YEAR }, MDQ_SEVERITY_NONE, 0 },
    { { 5, 20, 3, MDQ_LAST_YEAR }, MDQ_WARNING, 2025 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct mdq_years years = { 0 };
    int year = 0;
    mdq_years_set(&years, 2026, 12, 20);
    enum mdq_severity severity = mdq_dayed_judge(&cases[i].date, &years, &year);
    if (severity != cases[i].severity || (severity && year != cases[i].year)) fail_msg("case %zu: severity %d, year %d", i, (int)severity, year);
  }
}

/* Without its dateline a draft is as old as the latest of its dates, or not quite: those that fit a year nearby pass. */
static void test_years_that_are_guessed(void **state) {
  (void)state;
  const struct mdq_year_reference of_the_day = { 2026, 12, 20, true, false, false }, opening = { 2026, 12, 20, false, true, false }, some = { 2026, 12, 20, false, false, false };
  const struct { struct mdq_year_reference reference; int weekday; enum mdq_severity severity; } cases[] = { /* 7 October is a Wednesday in 2026 */
    { of_the_day, 3, MDQ_SEVERITY_NONE }, { of_the_day, 4, MDQ_SEVERITY_NONE }, { of_the_day, 2, MDQ_SEVERITY_NONE }, { of_the_day, 7, MDQ_WARNING }, { of_the_day, 1, MDQ_WARNING },
    { opening, 7, MDQ_WARNING }, { opening, 1, MDQ_SEVERITY_NONE } /* 2024 */, { opening, 6, MDQ_SEVERITY_NONE } /* 2028, 2023 */, { some, 7, MDQ_SEVERITY_NONE },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct mdq_years years = { 0 };
    struct mdq_dayed date = { 10, 7, cases[i].weekday, MDQ_DIRECTION_NONE };
    int year;
    mdq_years_refer(&years, &cases[i].reference);
    mdq_years_weigh(&years);
    if (mdq_dayed_judge(&date, &years, &year) != cases[i].severity) fail_msg("case %zu", i);
  }
}

static void test_a_date_of_old_anchors_nothing(void **state) {
  (void)state;
  struct mdq_years years = { 0 };
  int year;
  struct mdq_dayed date = { 10, 8, 1, MDQ_DIRECTION_PAST };
  mdq_years_refer(&years, &(struct mdq_year_reference){ 1963, 11, 22, true, false, false });
  mdq_years_mention(&years, 2024);
  mdq_years_weigh(&years);
  assert_int_equal(mdq_dayed_judge(&date, &years, &year), MDQ_SEVERITY_NONE);
  mdq_years_set(&years, 2026, 11, 22);
  assert_int_equal(mdq_dayed_judge(&date, &years, &year), MDQ_WARNING);
  date.weekday = 2; /* 8 October 2024, a year that the draft mentions */
  assert_int_equal(mdq_dayed_judge(&date, &years, &year), MDQ_SEVERITY_NONE);
}

/* Each heads a draft that says «غدا الاثنين»; 4 March 2026 is a Wednesday. */
static void test_datelines(void **state) {
  (void)state;
  static const struct { const char *opening; bool is_dateline; } cases[] = {
    { "تونس (4 مارس 2026) - أعلن الوزير", true }, { "القاهرة في 4 مارس/آذار 2026 - أعلن الوزير", true }, { "الدوحة، قطر (4 مارس 2026) – أعلن الوزير", true }, { "باريس (أ ف ب) (4 مارس 2026) - أعلن", true },
    { "دمشق (الأربعاء 4 مارس 2026) - أعلن الوزير", true }, { "مسقط في 4 مارس 2026 /العمانية/ أعلن الوزير", true }, { "الرياض 15 رمضان 1447 هـ الموافق 4 مارس 2026 م واس", true },
    { "الرياض 4 مارس 2026 الموافق 15 رمضان 1447 هـ (واس) - أعلن", true }, { "القاهرة (رويترز) 4 مارس 2026 - أعلن الوزير", true },
    { "انتخابات تونس (4 مارس 2026)", false }, { "أعلن الوزير في تونس (4 مارس 2026) قرارا", false }, { "الرياض 15 رمضان 1447 هـ - أعلن الوزير", false },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char text[512];
    snprintf(text, sizeof text, "%s\nيصل الوفد غدا الاثنين إلى العقبة\n", cases[i].opening);
    const struct expectation expected = { text, cases[i].is_dateline ? "warning:date/relative-weekday" : "" };
    check_drafts(linter, &expected, 1, NULL);
  }
}

/* Every two days of a year must agree with each other, whatever the year. */
static void test_dates_of_one_year_agree(void **state) {
  (void)state;
  for (int year = 1995; year <= 2030; year++) {
    struct mdq_dayed dates[12];
    int misfit[12];
    for (int m = 0; m < 12; m++) dates[m] = (struct mdq_dayed){ m + 1, 17, mdq_weekday_of(year, m + 1, 17), MDQ_DIRECTION_NONE };
    mdq_dayed_compare(dates, 12, misfit);
    for (int m = 0; m < 12; m++) assert_int_equal(misfit[m], 0);
    int right = dates[4].weekday;
    dates[4].weekday = right % 7 + 1;
    mdq_dayed_compare(dates, 12, misfit);
    for (int m = 0; m < 12; m++) assert_int_equal(misfit[m], m == 4 ? right : 0);
  }
}

static void test_dates_in_drafts(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "وُقّع الاتفاق في 29 فبراير 1900", "" }, /* Russia had that day */
    { "وُقّع الاتفاق في 29 فبراير 2100", "error:date/impossible" }, { "اجتمعوا في 31 و30 نوفمبر", "" }, { "من 29 إلى 31 أبريل", "error:date/impossible" },
    { "رأى «أن 30 فبراير موعد بعيد»", "error:date/impossible" }, { "سجل المؤشر 45 سبتمبر الماضي", "error:date/impossible" }, { "سجل 45 سبتمبر رقما", "" },
    { "12 مارس/أيار 2024", "error:date/impossible" }, { "12 يناير/فبراير 2024", "" }, { "12 مارس/آذار 2024", "" }, { "12 فبراير/آذار 2024", "error:date/impossible" }, { "أُعلن الأربعاء 25 أكتوبر 1917", "" }, { "أُعلن الاثنين 25 أكتوبر 1917", "error:date/weekday-mismatch" },
    { "الاثنين 5/3/2026", "error:date/weekday-mismatch" }, { "الأحد 5/4/2026", "" }, { "الاثنين 4/5/2026", "" },
    { "في 2 يناير 2024\nوأصدر يوم السبت 4 يناير قرارا", "warning:date/weekday-mismatch" }, { "في 2 يناير 2024\nوأصدر يوم الأربعاء 4 يناير 2023 قرارا", "" },
    { "الأولى\nالثانية\nالثالثة\nتأسس في 3 مارس 1990\nوأصدر يوم الأربعاء 4 يناير قرارا", "" },
    { "وحددت الهيئة أمس الاثنين يوم 26 فبراير 2016 موعدا للجمعية", "" }, { "في 2 يناير 2017\nتقام يومي الأربعاء و الخميس 15 و 16 فبراير الجاري", "" },
    { "صدر في 31 رمضان 1446", "error:date/impossible" }, { "يلتقي الفريقان غدا الخميس\nوتصل البعثة أمس الخميس", "warning:date/relative-weekday" },
    { "يلتقي الفريقان غدا الخميس\nالأولى\nالثانية\nوتصل البعثة أمس الخميس", "" },
    { "الأحد 2 مارس ثم الاثنين 5 مارس ثم الثلاثاء 4 مارس", "note:date/weekday-mismatch" },
  };
  check_drafts(linter, cases, sizeof cases / sizeof *cases, NULL);
}

static void test_decades_in_drafts(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "في 2022 و2023\nكانت أوائل العشرينيات من القرن الماضي صعبة", "note:date/decade" },
    { "في 2022 و2023\nكانت أوائل العشرينيات من القرن الماضي صعبة مع كورونا", "warning:date/decade" },
    { "في 2022 و2023\nكانت أوائل العشرينيات من القرن الماضي صعبة مع كورونا ومع ChatGPT", "error:date/decade" },
    { "في 2022 و2023\nكانت أوائل العشرينيات من القرن الماضي صعبة مع كورونا وفي 1929", "" },
    { "في 2022 و2023\nكانت أوائل العشرينيات من القرن الماضي صعبة مع كورونا وتيك توك وفي 1950", "note:date/decade" },
    { "في 2022 و2023\nكانت أوائل العشرينيات من القرن العشرين صعبة مع كورونا وتيك توك", "" },
    { "في 2022\nكانت أوائل العشرينيات من القرن الماضي صعبة", "" },
    { "في 2022 و2023\nكانت ثلاثينيات القرن الماضي صعبة مع كورونا وتيك توك", "" },
  };
  check_drafts(linter, cases, sizeof cases / sizeof *cases, NULL);
}

static void test_the_source_decides_about_decades(void **state) {
  (void)state;
  static const struct { const char *source, *found; } cases[] = {
    { "the mid-2020s with Covid", "error:date/decade" }, { "the mid-1920s with Covid", "" }, { "the 2020's", "error:date/decade" }, { "in 2020", "warning:date/decade" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const char *text = "كانت عشرينيات القرن الماضي صعبة في 2022 و2023 مع كورونا";
    struct findings all;
    lint_bytes(linter, text, strlen(text), cases[i].source, &all);
    char line[128] = "";
    if (all.count) snprintf(line, sizeof line, "%s:%s", mdq_severity_name(all.items[0].severity), all.items[0].rule);
    findings_free(&all);
    assert_string_equal(line, cases[i].found);
  }
}

static void test_numbers_in_drafts(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "بلغ 40 % ثم 41%", "warning:number/percent-format" }, { "بلغ 40\u00A0% وحدها", "note:number/percent-format" }, { "بلغ 40 ٪ و41 ٪ و42 ٪", "warning:number/percent-format warning:number/percent-format warning:number/percent-format" },
    { "بلغ 40\u061C٪ ثم 41\u200F٪", "" }, { "بين 40 و50 في المئة", "" }, { "زاد 5% بالمئة", "warning:number/percent-format" }, { "foo%20bar", "" },
    { "بلغ ۴٢ نقطة", "error:number/digit-mix" }, { "حضر ٣ و٤ ثم 5 و6", "warning:number/digit-mix warning:number/digit-mix" }, { "حضر ٣ و٤ و+96650 و0800 من example.com/15", "" },
  };
  check_drafts(linter, cases, sizeof cases / sizeof *cases, NULL);
}

int main(void) {
  static const char *const rules[] = { "date/*", "number/digit-mix", "number/percent-format", NULL };
  struct mdq_error error = { 0 };
  linter = new_linter(rules, MDQ_NOTE);
  if (mdq_table_load(&months, getenv("MUDAQQIQ_DICTS"), "dates/months.tsv", &error) || mdq_table_load(&weekdays, getenv("MUDAQQIQ_DICTS"), "dates/weekdays.tsv", &error)) {
    fprintf(stderr, "%s: %s\n", error.file, error.message);
    return 1;
  }
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_calendar_agrees_with_the_c_library), cmocka_unit_test(test_leap_years_and_lengths_of_months), cmocka_unit_test(test_every_month_of_the_table),
    cmocka_unit_test(test_written_forms), cmocka_unit_test(test_weekdays_apart_from_their_dates), cmocka_unit_test(test_datelines), cmocka_unit_test(test_figures), cmocka_unit_test(test_lists_of_days), cmocka_unit_test(test_what_is_no_date),
    cmocka_unit_test(test_year_that_is_meant), cmocka_unit_test(test_years_that_are_guessed), cmocka_unit_test(test_a_date_of_old_anchors_nothing), cmocka_unit_test(test_dates_of_one_year_agree),
    cmocka_unit_test(test_dates_in_drafts), cmocka_unit_test(test_decades_in_drafts), cmocka_unit_test(test_the_source_decides_about_decades), cmocka_unit_test(test_numbers_in_drafts),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  mdq_linter_free(linter);
  mdq_table_free(&months);
  mdq_table_free(&weekdays);
  mdq_arena_free(&arena);
  mdq_words_free(&words);
  mdq_tokens_free(&tokens);
  return failed;
}
