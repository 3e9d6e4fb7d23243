/* Dates in running English text: hand-judged readings, and every day of a leap year in every form. */
#include "support.h"

#include "english/dates.h"
#include "text/tokenize.h"

static struct mdq_words words;
static struct mdq_tokens tokens;
static struct mdq_arena arena;
static struct mdq_table table;

/* "weekday day.month.year", 0 for what is not said, with letters for the rest: o ordinal, f figures, ? either order. */
static const char *shown(const char *text) {
  static char line[512];
  struct mdq_segment segment = { .text = mdq_span_str(text) };
  struct mdq_dates dates;
  assert_true(mdq_tokenize(&segment, &tokens, &words));
  assert_true(mdq_dates_find_english(&arena, &segment, &table, &dates));
  line[0] = '\0';
  for (size_t i = 0; i < dates.count; i++) {
    const struct mdq_date *d = &dates.items[i];
    size_t used = strlen(line);
    snprintf(line + used, sizeof line - used, "%s%d %d.%d.%d%s%s%s", i ? "; " : "", d->weekday, d->day, d->month, d->year, d->ordinal ? "o" : "",
             d->figures ? "f" : "", d->either_order ? "?" : "");
    assert_true(d->first <= d->day_first && d->day_first <= d->last && d->last < segment.token_count);
  }
  return line;
}

static void test_written_forms(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "on March 3, 2024, he left", "0 3.3.2024" }, { "on 3 March 2024", "0 3.3.2024" }, { "Tuesday, March 3", "2 3.3.0" }, { "Tuesday 3 March", "2 3.3.0" },
    { "(Tuesday, 3 March 2024)", "2 3.3.2024" }, { "the 3rd of May", "0 3.5.0" }, { "May 3rd", "0 3.5.0" }, { "the twenty-first of June 1990", "0 21.6.1990o" },
    { "the third of May", "0 3.5.0o" }, { "Sept. 30, 2005", "0 30.9.2005" }, { "Wed. Jan. 5", "3 5.1.0" }, { "Aug 14", "0 14.8.0" }, { "March 2024", "0 0.3.2024" },
    { "in December of 2017", "0 0.12.2017" }, { "Sunday the 4th of July", "7 4.7.0" }, { "June 12's summit", "0 12.6.0" }, { "mid-September", "0 0.9.0" },
    { "from September 2018", "0 0.9.2018" }, { "March 3 at 10:30 p.m.", "0 3.3.0" },
  };
  check_readings(shown, cases, sizeof cases / sizeof *cases);
}

static void test_lists_and_ranges(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "May 3-5", "0 3.5.0; 0 5.5.0" }, { "May 3–5, 2019", "0 3.5.2019; 0 5.5.2019" }, { "3 to 5 May 2019", "0 3.5.2019; 0 5.5.2019" },
    { "June 1, 2 and 3", "0 1.6.0; 0 2.6.0; 0 3.6.0" }, { "March 3 to April 5", "0 3.3.0; 0 5.4.0" }, { "March 30-April 2", "0 30.3.0; 0 2.4.0" },
    { "on Monday and Tuesday", "1 0.0.0; 2 0.0.0" }, { "on May 3, 20 people were killed", "0 3.5.0" }, { "Monday, March 2 and Tuesday, March 3", "1 2.3.0; 2 3.3.0" },
  };
  check_readings(shown, cases, sizeof cases / sizeof *cases);
}

static void test_figures(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "on 5/3/2024", "0 3.5.2024f?" }, { "on 5/13/2024", "0 13.5.2024f" }, { "30/9/2005", "0 30.9.2005f" }, { "30.09.2005", "0 30.9.2005f" }, { "2024-05-13", "0 13.5.2024f" },
    { "9/11", "" }, { "24/7", "" }, { "1.2.3", "" }, { "555-123-2024", "" }, { "version 10.15.7", "" }, { "99/99/2024", "" },
  };
  check_readings(shown, cases, sizeof cases / sizeof *cases);
}

static void test_months_and_weekdays_alone(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "In June, the panel met", "0 0.6.0" }, { "since May", "0 0.5.0" }, { "the end of March", "0 0.3.0" }, { "in late August", "0 0.8.0" }, { "last December", "0 0.12.0" },
    { "the November elections", "0 0.11.0" }, { "They will arrive Sunday", "7 0.0.0" }, { "Friday's vote", "5 0.0.0" }, { "on Saturdays", "6 0.0.0" }, { "between June and August", "0 0.6.0; 0 0.8.0" },
  };
  check_readings(shown, cases, sizeof cases / sizeof *cases);
}

static void test_what_is_no_date(void **state) {
  (void)state;
  static const struct expectation cases[] = {
    { "May I come in?", "" }, { "Mrs May said so", "" }, { "Theresa May 2 weeks later", "0 2.5.0" }, { "They march on Sunday", "7 0.0.0" }, { "The March for Our Lives", "" },
    { "April Ryan asked", "" }, { "an august body", "" }, { "on Black Friday", "5 0.0.0" }, { "the June summit", "0 0.6.0" }, { "the Sunday Times wrote", "" }, { "Sheffield Wednesday won", "" }, { "she sat down", "" },
    { "the sun rose", "" }, { "Dec can mean ten", "" }, { "February's 4-1 win", "0 0.2.0" }, { "In March 20 percent left", "0 0.3.0" }, { "on Sat and Sun", "" },
    { "Saturday Night Live", "" }, { "may 3 come", "" },
  };
  check_readings(shown, cases, sizeof cases / sizeof *cases);
}

/* Every day of a leap year, written in every form, is read back. */
static void test_round_trip(void **state) {
  (void)state;
  static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" };
  static const char *const shorts[] = { "Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec." };
  static const char *const weekdays[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
  for (int month = 1; month <= 12; month++) {
    for (int day = 1; day <= mdq_days_in_month(2024, month); day++) {
      const char *full = months[month - 1], *ending = day % 10 == 1 && day != 11 ? "st" : day % 10 == 2 && day != 12 ? "nd" : day % 10 == 3 && day != 13 ? "rd" : "th";
      int weekday = mdq_weekday_of(2024, month, day);
      char texts[6][96], expected[6][48];
      snprintf(texts[0], sizeof texts[0], "It was %s, %s %d, 2024, when", weekdays[weekday - 1], full, day);
      snprintf(texts[1], sizeof texts[1], "on %d %s 2024", day, full);
      snprintf(texts[2], sizeof texts[2], "on %s the %d%s of %s", weekdays[weekday - 1], day, ending, full);
      snprintf(texts[3], sizeof texts[3], "by %s %d.", shorts[month - 1], day);
      snprintf(texts[4], sizeof texts[4], "(2024-%02d-%02d)", month, day);
      snprintf(texts[5], sizeof texts[5], "%d/%d/2024", month, day);
      snprintf(expected[0], sizeof expected[0], "%d %d.%d.2024", weekday, day, month);
      snprintf(expected[1], sizeof expected[1], "0 %d.%d.2024", day, month);
      snprintf(expected[2], sizeof expected[2], "%d %d.%d.0", weekday, day, month);
      snprintf(expected[3], sizeof expected[3], "0 %d.%d.0", day, month);
      snprintf(expected[4], sizeof expected[4], "0 %d.%d.2024f", day, month);
      snprintf(expected[5], sizeof expected[5], "0 %d.%d.2024f%s", day, month, day <= 12 ? "?" : "");
      for (size_t i = 0; i < 6; i++) {
        const char *got = shown(texts[i]);
        if (strcmp(got, expected[i])) fail_msg("%s\n  gives    %s\n  expected %s", texts[i], got, expected[i]);
      }
      mdq_arena_reset(&arena);
    }
  }
}

int main(void) {
  struct mdq_error error = { 0 };
  if (mdq_table_load(&table, getenv("MUDAQQIQ_DICTS"), "numbers/english-words.tsv", &error)) return 1;
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_written_forms), cmocka_unit_test(test_lists_and_ranges), cmocka_unit_test(test_figures),
    cmocka_unit_test(test_months_and_weekdays_alone), cmocka_unit_test(test_what_is_no_date), cmocka_unit_test(test_round_trip),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  mdq_table_free(&table);
  mdq_arena_free(&arena);
  mdq_tokens_free(&tokens);
  mdq_words_free(&words);
  return failed;
}
