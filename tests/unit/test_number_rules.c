/* How sure the rules on numbers are: what is told of two things is a note, or nothing. What each finds at all, its examples say. */
#include "support.h"

static void test_behind_a_noun(void **state) {
  static const char *const select[] = { "grammar/number-behind", "grammar/ordinal-gender", NULL };
  static const struct expectation cases[] = {
    { "خلال الأشهر الست الماضية", "warning:grammar/number-behind" },
    { "احتلت فرنسا المراكز الخمس الأولى", "note:grammar/number-behind" }, /* the word before the noun may be what is counted */
    { "قادة الدول الثلاثة", "" },
    { "احتل المرتبة الثاني عشر", "warning:grammar/ordinal-gender" },      /* a rank's ordinal is its own */
    { "كأس العالم الحادية والعشرين", "" },
    { "كأس العالم الحادية عشر", "warning:grammar/ordinal-gender" },       /* its parts differ, whatever it belongs to */
  };
  (void)state;
  mdq_linter *linter = new_linter(select, MDQ_NOTE);
  check_drafts(linter, cases, sizeof cases / sizeof *cases, NULL);
  mdq_linter_free(linter);
}

static void test_headline_and_text(void **state) {
  static const char *const select[] = { "number/contradiction", NULL };
  static const struct expectation cases[] = {
    { "مقتل 12 شخصا في انفجار بمصنع\nقتل 15 شخصا صباح الأحد إثر انفجار ضخم.", "warning:number/contradiction" },
    { "مقتل 12 شخصا في انفجار بمصنع\nقتل 15 شخصا صباح الأحد إثر انفجار ضخم.\nوأكدت الشرطة مقتل 12 شخصا.", "" },
    { "مقتل 12 شخصا في انفجار بمصنع\nقتل نحو 15 شخصا صباح الأحد إثر انفجار ضخم.", "" },
    { "مقتل 12 شخصا في انفجار بمصنع\nأعلنت الحكومة الحداد.\nوقال شهود إنهم سمعوا دويا.\nقتل 15 شخصا إثر انفجار ضخم.", "" }, /* too late to be the same news */
    { "مقتل 12 شخصا في انفجار بمصنع\nأصيب 15 شخصا صباح الأحد إثر انفجار ضخم.", "" },
    { "مقتل 12 شخصا في انفجار بمصنع\nقتل 15 جنديا صباح الأحد إثر انفجار ضخم.", "" },
  };
  (void)state;
  mdq_linter *linter = new_linter(select, MDQ_NOTE);
  check_drafts(linter, cases, sizeof cases / sizeof *cases, NULL);
  mdq_linter_free(linter);
}

static void test_age_and_birth(void **state) {
  static const char *const select[] = { "number/impossible", NULL };
  static const struct expectation cases[] = {
    { "التقينا سامي الحداد (45 عاما)، وهو من مواليد عام 1950.", "warning:number/impossible" },
    { "التقينا سامي الحداد (73 عاما)، وهو من مواليد عام 1950.", "" }, /* before his birthday */
    { "التقينا سامي الحداد (74 عاما)، وهو من مواليد عام 1950.", "" },
    { "التقينا سامي الحداد (45 عاما). ولد والده عام 1950.", "" },
  };
  struct mdq_options options;
  (void)state;
  mdq_options_init(&options);
  options.date = "2024-03-03";
  mdq_linter *linter = new_linter_of(options, select, MDQ_NOTE);
  check_drafts(linter, cases, sizeof cases / sizeof *cases, NULL);
  mdq_linter_free(linter);
  linter = new_linter(select, MDQ_NOTE); /* without a day to judge by */
  static const struct expectation undated[] = { { "التقينا سامي الحداد (45 عاما)، وهو من مواليد عام 1950.", "" } };
  check_drafts(linter, undated, 1, NULL);
  mdq_linter_free(linter);
}

int main(void) {
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_behind_a_noun), cmocka_unit_test(test_headline_and_text), cmocka_unit_test(test_age_and_birth) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
