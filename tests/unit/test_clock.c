/* Times of day, ordinals, the Islamic calendar against ICU's two, and the day a draft is written on, in drafts. */
#include "support.h"

#include <unicode/ucal.h>

#include "arabic/clock.h"
#include "arabic/dates.h"
#include "arabic/hijri.h"
#include "arabic/ordinals.h"
#include "english/clock.h"
#include "lint/reference_date.h"
#include "text/tokenize.h"

static struct mdq_words words;
static struct mdq_tokens tokens;
static struct mdq_table zones;
static mdq_linter *linter;

static struct mdq_segment segment_of(const char *text) {
  struct mdq_segment segment = { .text = mdq_span_str(text) };
  assert_true(mdq_tokenize(&segment, &tokens, &words));
  return segment;
}

/* "hour:minute half zone", minute -1 where it is not said; what starts at the first token that starts a time. */
static const char *clock_shown(const char *text, bool (*read)(const struct mdq_segment *, const struct mdq_table *, size_t, struct mdq_clock *)) {
  static const char *const halves[] = { "-", "am", "pm", "night" };
  static char line[128];
  struct mdq_segment segment = segment_of(text);
  for (size_t i = 0; i < segment.token_count; i++) {
    struct mdq_clock clock;
    if (!read(&segment, &zones, i, &clock)) continue;
    assert_true(clock.first == i && clock.first <= clock.number && clock.number <= clock.last && clock.last < segment.token_count);
    snprintf(line, sizeof line, "%d:%d %s %.*s%s", clock.hour, clock.minute, halves[clock.half], clock.zone ? (int)clock.zone->column[1].len : 0,
             clock.zone ? clock.zone->column[1].ptr : "", clock.some_zone && !clock.zone ? "local" : "");
    return line;
  }
  return "";
}

static void test_times(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "الساعة 10:30 صباحا", "10:30 am " }, { "الساعة العاشرة والنصف مساءً", "10:30 pm " }, { "بالساعة الحادية عشرة إلا ربعا ليلا", "11:-1 night " }, { "الساعة الثانية عشرة ظهرا", "12:-1 pm " },
    { "الساعة الثانية بعد الظهر", "2:-1 pm " }, { "الساعة 3 بعد منتصف الليل", "3:-1 am " }, { "في 15:00 بتوقيت غرينتش", "15:0 - gmt" }, { "الساعة 15:00 (بتوقيت شرق الولايات المتحدة)", "15:0 - us-eastern" },
    { "الساعة 5 م بالتوقيت المحلي", "5:-1 pm local" }, { "الساعة 8:00 ET", "8:0 - us-eastern" }, { "الساعة الـ15", "15:-1 - " }, { "الساعة العاشرة و45 دقيقة", "10:45 - " }, { "الساعة 25:70", "25:70 - " },
    { "الساعة ١٠:٣٠ ص", "10:30 am " }, { "الساعة 10.30", "10:30 - " }, { "21:05:59", "21:5 - " }, { "في السابعة صباحا", "7:-1 am " }, { "عند الثالثة عصر الثلاثاء", "3:-1 pm " }, { "في الثالثة", "" }, { "الجولة الثالثة مساء", "" }, { "الساعة", "" }, { "ص 15", "" }, { "9/11", "" }, { "10.30", "" }, { "1:2:3:4", "" }, { "الساعة المعلقة", "" }, { "100:30", "" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const char *got = clock_shown(cases[i].text, mdq_clock_read);
    if (strcmp(got, cases[i].shown)) fail_msg("%s\n  gives    %s\n  expected %s", cases[i].text, got, cases[i].shown);
  }
}

static void test_english_times(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "at 5 p.m. ET", "5:-1 pm us-eastern" }, { "at 5:30 am GMT", "5:30 am gmt" }, { "by 7PM", "7:-1 pm " }, { "around noon", "12:-1 pm " }, { "at 17:30", "" }, { "at 14:00 GMT", "14:0 pm gmt" }, { "at 9:00 GMT", "9:0 - gmt" }, { "at 00:30 EST", "0:30 am us-eastern" }, { "25:00 GMT", "" }, { "5 men", "" }, { "13 pm", "" }, { "10.15 a.m.", "10:15 am " },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const char *got = clock_shown(cases[i].text, mdq_clock_read_english);
    if (strcmp(got, cases[i].shown)) fail_msg("%s\n  gives    %s\n  expected %s", cases[i].text, got, cases[i].shown);
  }
}

/* What is written is read as the same number. */
static void test_ordinals(void **state) {
  (void)state;
  for (int number = 1; number <= 21; number++) {
    char text[64];
    size_t next = 0;
    struct mdq_span written = mdq_ordinal_written(number);
    snprintf(text, sizeof text, "%.*s", (int)written.len, written.ptr);
    struct mdq_segment segment = segment_of(text);
    assert_int_equal(mdq_ordinal_at(&segment, 0, &next), number);
    assert_int_equal(next, segment.token_count);
    assert_true(mdq_may_be_ordinal(mdq_word_v2(segment.tokens[0].word)));
  }
  assert_int_equal(mdq_ordinal_written(0).len, 0);
  assert_int_equal(mdq_ordinal_written(22).len, 0);
}

static long icu_day(UCalendar *calendar, int year, int month, int day) {
  UErrorCode status = U_ZERO_ERROR;
  ucal_clear(calendar);
  ucal_setDateTime(calendar, year, month - 1, day, 12, 0, 0, &status);
  UDate at = ucal_getMillis(calendar, &status);
  assert_true(U_SUCCESS(status));
  return (long)(at / 86400000.0) + mdq_day_number(1970, 1, 1) - (at < 0);
}

/* Every month of three centuries begins as in ICU's civil calendar, and not further than the slack from Umm al-Qura's. */
static void test_islamic_calendar_agrees_with_icu(void **state) {
  (void)state;
  static const UChar utc[] = u"UTC";
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *civil = ucal_open(utc, -1, "en@calendar=islamic-civil", UCAL_DEFAULT, &status), *umm_al_qura = ucal_open(utc, -1, "en@calendar=islamic-umalqura", UCAL_DEFAULT, &status);
  assert_true(U_SUCCESS(status));
  for (int year = 1300; year <= 1600; year++) {
    for (int month = 1; month <= 12; month++) {
      long ours = mdq_hijri_day_number(year, month, 1), slack = ours - icu_day(umm_al_qura, year, month, 1);
      if (ours != icu_day(civil, year, month, 1)) fail_msg("%d-%d: %ld", year, month, ours - icu_day(civil, year, month, 1));
      if (slack > MDQ_HIJRI_SLACK || slack < -MDQ_HIJRI_SLACK) fail_msg("%d-%d: %ld days from Umm al-Qura", year, month, slack);
    }
  }
  ucal_close(civil);
  ucal_close(umm_al_qura);
  assert_true(mdq_hijri_year_meets(656, 1258));
  assert_false(mdq_hijri_year_meets(656, 1260));
  assert_int_equal(mdq_hijri_year_in_gregorian(1445), 2024);
}

static void test_days_and_their_numbers(void **state) {
  (void)state;
  for (int year = 1; year <= 2400; year += 7) {
    for (int month = 1; month <= 12; month++) {
      int last = mdq_days_in_month(year, month), y, m, d;
      mdq_date_of_day_number(mdq_day_number(year, month, last), &y, &m, &d);
      if (y != year || m != month || d != last) fail_msg("%d-%d-%d gives %d-%d-%d", year, month, last, y, m, d);
      mdq_date_of_day_number(mdq_day_number(year, month, last) + 1, &y, &m, &d);
      if (d != 1) fail_msg("after %d-%d-%d comes %d-%d-%d", year, month, last, y, m, d);
    }
  }
}

static void test_dates_of_the_options(void **state) {
  (void)state;
  static const char *const bad[] = { "", "2024", "2024-3-5", "2024-02-30", "0000-01-01", "2024/03/05", "2024-03-05 ", "-024-03-05" };
  struct mdq_reference_date date;
  assert_true(mdq_reference_date_read(&date, MDQ_SPAN_LIT("2024-02-29")));
  assert_int_equal(date.year * 10000 + date.month * 100 + date.day, 20240229);
  assert_int_equal(date.weekday, 4);
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) assert_false(mdq_reference_date_read(&date, mdq_span_str(bad[i])));
}

/* 3 March 2026 is a Tuesday. */
static void test_datelines(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "القاهرة 3 مارس 2026 (رويترز) - وصل اليوم الجمعة", "warning:date/relative-weekday" }, { "القاهرة 3 مارس 2026 (رويترز) - وصل اليوم الثلاثاء", "" },
    { "سان فرانسيسكو، الثلاثاء 3 مارس 2026 /أ ف ب/ – وصل اليوم الجمعة", "warning:date/relative-weekday" }, { "بيروت، الأحد 3 مارس\nوصل اليوم الجمعة", "warning:date/relative-weekday" },
    { "عنوان الخبر\nآخر تحديث: 3 مارس 2026 الساعة 10:30 بتوقيت غرينتش\nوصل اليوم الجمعة", "warning:date/relative-weekday" },
    { "نُشر في 3 مارس 2026\nوصل اليوم الاثنين", "note:date/relative-weekday" },                 /* written the day before */
    { "نُشر في 3/5/2026\nوصل اليوم الجمعة", "" },                                             /* May or March */
    { "انتخابات 3 مارس 2026\nوصل اليوم الجمعة", "" },                                         /* no dateline, a headline */
    { "أعلن الوزير في 3 مارس 2026 - وهو يوم العيد - قراره\nوصل اليوم الجمعة", "warning:date/relative-weekday" },
    { "قال إن الاتفاق الذي وقع في 3 مارس 2026 - وهو يوم العيد - باطل\nوصل اليوم الجمعة", "" }, /* too much before it */
    { "لندن - (أ ف ب)\n3 مارس 2026\nوصل أمس الخميس", "warning:date/relative-weekday" },
    { "لندن 2 مارس 2026 -\nلندن 3 مارس 2026 -\nوصل اليوم الاثنين", "" },                       /* the first one counts */
    { "الأولى\nالثانية\nالثالثة\nالرابعة\nالخامسة\nلندن 3 مارس 2026 -\nوصل اليوم الجمعة", "" }, /* far down */
    { "جنيف، 2 مارس 2026\nوالتقوا الخميس 22 نوفمبر", "warning:date/weekday-mismatch" },        /* a Saturday in 2025, a Sunday in 2026 */
  };
  check_drafts(linter, cases, sizeof cases / sizeof *cases, NULL);
}

static void test_todays_of_a_draft(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "وصل أمس الأحد واليوم الاثنين\nويغادر غدا الجمعة", "warning:date/relative-weekday" }, { "وصل أمس الأحد\nويغادر غدا الجمعة", "warning:date/relative-weekday" },
    { "وصل أمس الأحد واليوم الاثنين\nويغادر غدا الجمعة وبعد غد السبت", "" }, /* two drafts in one file */
    { "وصل أمس الأول السبت وأمس الأحد\nويغادر بعد غد الأربعاء", "" }, { "لندن 3 مارس 2026 -\nوصل اليوم الأربعاء وأمس الثلاثاء", "note:date/relative-weekday note:date/relative-weekday" },
    { "لندن 3 مارس 2026 -\nوصل اليوم الأربعاء 4 مارس 2026", "" }, { "لندن 3 مارس 2026 -\nفي نفس اليوم الجمعة وصلوا أمس الجمعة الماضي", "" },
  };
  check_drafts(linter, cases, sizeof cases / sizeof *cases, NULL);
}

static void test_times_against_the_source(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "يبدأ الساعة 7:30 صباحا", "error:date/time" }, { "يبدأ الساعة 7:30 مساء", "" }, { "يبدأ الساعة 19:30", "" }, { "يبدأ الساعة 7:30 مساء بتوقيت غرينتش", "error:date/time" },
    { "يبدأ الساعة 7:30 مساء بتوقيت شرق الولايات المتحدة", "" }, { "يبدأ الساعة 8:30 صباحا", "" }, { "يبدأ الساعة السابعة والنصف صباحا", "error:date/time" }, { "يبدأ الساعة 7:30 ليلا", "" },
  };
  check_drafts(linter, cases, sizeof cases / sizeof *cases, "It begins at 7:30 p.m. ET");
}

static void test_numbers_of_a_house(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "بلغ 2،5% ثم 3،5% ثم 4،5%", "note:number/separator note:number/separator note:number/separator" }, { "بلغ 2،5%", "warning:number/separator" }, { "نما في 3 غشت 2،5%", "note:number/separator" },
    { "بلغ 2.5 ثم 3.5 ثم 4.5 ثم 5,5", "warning:number/separator" }, { "بلغ 2.5 ثم 3,5 ثم 4,5", "note:number/separator" }, { "القانون 103,12 والنسبة 2.5", "" }, { "في 1990-1995 و(2005-2001)", "warning:number/range-reversed" },
    { "في (2005-2001)", "note:number/range-reversed" }, { "هاتف 2005-2001-1999", "" }, { "بسعر 5$", "warning:number/currency" }, { "بسعر US$5 وNZ$5 دولار", "" }, { "بسعر $5 مليار دولار", "warning:number/currency" },
  };
  check_drafts(linter, cases, sizeof cases / sizeof *cases, NULL);
}

int main(void) {
  static const char *const rules[] = { "date/*", "number/separator", "number/decimal-reversed", "number/range-reversed", "number/currency", NULL };
  struct mdq_error error = { 0 };
  linter = new_linter(rules, MDQ_NOTE);
  if (mdq_table_load(&zones, getenv("MUDAQQIQ_DICTS"), "dates/zones.tsv", &error)) {
    fprintf(stderr, "%s: %s\n", error.file, error.message);
    return 1;
  }
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_times), cmocka_unit_test(test_english_times), cmocka_unit_test(test_ordinals), cmocka_unit_test(test_islamic_calendar_agrees_with_icu),
    cmocka_unit_test(test_days_and_their_numbers), cmocka_unit_test(test_dates_of_the_options), cmocka_unit_test(test_datelines), cmocka_unit_test(test_todays_of_a_draft),
    cmocka_unit_test(test_times_against_the_source), cmocka_unit_test(test_numbers_of_a_house),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  mdq_linter_free(linter);
  mdq_table_free(&zones);
  mdq_words_free(&words);
  mdq_tokens_free(&tokens);
  return failed;
}
