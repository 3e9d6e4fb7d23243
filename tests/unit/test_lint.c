#include "support.h"

static void test_invalid_utf8_is_refused_with_its_position(void **state) {
  (void)state;
  mdq_linter *linter = new_linter(NULL, MDQ_WARNING);
  const char text[] = "سطر أول\nسطر \xC3( ثان\n";
  struct mdq_input input = { .name = "bad.txt", .bytes = text, .size = sizeof text - 1 };
  struct findings all = { .count = 0 };
  struct mdq_error error = { 0 };
  assert_int_equal(mdq_lint(linter, &input, keep_finding, &all, &error), MDQ_BAD_INPUT);
  assert_string_equal(error.file, "bad.txt");
  assert_int_equal(error.line, 2);
  assert_int_equal(error.column, 5);
  assert_int_equal(all.count, 0);
  mdq_linter_free(linter);
}

static void test_globs_that_match_no_rule_are_refused(void **state) {
  (void)state;
  struct mdq_options options;
  mdq_options_init(&options);
  options.data_dir = getenv("MUDAQQIQ_DICTS");
  const char *globs[] = { "no-such-family/*", NULL };
  options.ignore = globs;
  mdq_linter *linter;
  struct mdq_error error;
  assert_int_equal(mdq_linter_new(&options, &linter, &error), MDQ_BAD_OPTION);
  assert_null(linter);
  assert_non_null(strstr(error.message, "no-such-family"));
}

static void test_missing_data_and_dictionary_are_named(void **state) {
  (void)state;
  struct mdq_options options;
  mdq_options_init(&options);
  mdq_linter *linter;
  struct mdq_error error;
  options.data_dir = "/no/such/place";
  assert_int_equal(mdq_linter_new(&options, &linter, &error), MDQ_NO_DATA);
  assert_non_null(strstr(error.message, "/no/such/place"));
  options.data_dir = getenv("MUDAQQIQ_DICTS");
  options.dict = "xx_XX";
  assert_int_equal(mdq_linter_new(&options, &linter, &error), MDQ_NO_DICT);
  assert_non_null(strstr(error.message, "hunspell-ar"));
  assert_non_null(strstr(error.message, "--dict"));
}

static void test_options_must_be_initialised(void **state) {
  (void)state;
  struct mdq_options options = { 0 };
  mdq_linter *linter;
  assert_int_equal(mdq_linter_new(&options, &linter, NULL), MDQ_BAD_OPTION);
}

static int stop_at_once(void *user, const struct mdq_diagnostic *diagnostic) {
  (void)diagnostic;
  ++*(int *)user;
  return 1;
}

static void test_receiver_can_stop(void **state) {
  (void)state;
  mdq_linter *linter = new_linter(NULL, MDQ_NOTE);
  const char *text = "قال ، ثم ، قال ، ثم.";
  struct mdq_input input = { .name = "t", .bytes = text, .size = strlen(text) };
  int calls = 0;
  assert_int_equal(mdq_lint(linter, &input, stop_at_once, &calls, NULL), MDQ_STOPPED);
  assert_int_equal(calls, 1);
  mdq_linter_free(linter);
}

static void test_positions_with_bom_crlf_and_emoji(void **state) {
  (void)state;
  static const char *const select[] = { "punct/space-before-comma", NULL };
  mdq_linter *linter = new_linter(select, MDQ_NOTE);
  struct findings all;
  const char *text = "\xEF\xBB\xBFقال ، نعم\r\n😀 بدا ، ثم";
  lint_bytes(linter, text, strlen(text), NULL, &all);
  assert_int_equal(all.count, 2);
  assert_int_equal(all.items[0].line, 1);
  assert_int_equal(all.items[0].column, 4); /* the space to be removed */
  assert_int_equal(all.items[0].offset, 3 + 6);
  assert_int_equal(all.items[1].line, 2);
  assert_int_equal(all.items[1].column, 6);
  findings_free(&all);
  mdq_linter_free(linter);
}

/* Findings about one word share what is kept of them, in one draft and as long as they say the same. */
static void test_a_word_is_wrong_in_the_same_way_everywhere(void **state) {
  (void)state;
  static const char *const select[] = { "spell/hamza", NULL };
  static const char *const drafts[] = { "قررت الحكومة انشاء محطة، وبعد انشاء المحطة طلبت انشاء غيرها", "كان انشاء الجسر أسرع من انشاء النفق، ومن اعلان انشاء الطريق" };
  static const size_t found[] = { 3, 4 };
  mdq_linter *linter = new_linter(select, MDQ_NOTE);
  for (size_t d = 0; d < 4; d++) {
    const char *text = drafts[d % 2];
    struct findings all;
    lint_bytes(linter, text, strlen(text), NULL, &all);
    assert_int_equal(all.count, found[d % 2]);
    for (size_t i = 0, at = 0; i < all.count; i++) {
      const struct found *f = &all.items[i];
      bool other = !strncmp(text + f->offset, "اعلان", strlen("اعلان"));
      const char *wrong = other ? "اعلان" : "انشاء", *right = other ? "إعلان" : "إنشاء";
      assert_int_equal(f->offset, (size_t)(strstr(text + at, wrong) - text));
      assert_int_equal(f->end_offset - f->offset, strlen(wrong));
      assert_int_equal(f->fix_count, 1);
      assert_string_equal(f->first_fix.text, right);
      assert_int_equal(f->first_fix.offset, f->offset);
      assert_non_null(strstr(f->message, right));
      at = f->end_offset;
    }
    findings_free(&all);
  }
  mdq_linter_free(linter);
}

static void test_empty_inputs_are_clean(void **state) {
  (void)state;
  mdq_linter *linter = new_linter(NULL, MDQ_NOTE);
  static const char *const texts[] = { "", "\n", "\xEF\xBB\xBF", "\r\r\n\n" };
  struct findings all;
  for (size_t i = 0; i < 4; i++) {
    lint_bytes(linter, texts[i], strlen(texts[i]), NULL, &all);
    assert_int_equal(all.count, 0);
  }
  mdq_linter_free(linter);
}

static void test_feminine_nouns_counted_as_people_are_noted(void **state) {
  (void)state;
  static const char *const select[] = { "grammar/number-gender", NULL };
  static const char *const texts[] = { "أفرجوا عن ثلاثة رهائن", "نقلوا أربعة ضحايا إلى المستشفى", "كرّم الحفل ست شخصيات وسبعة شخصيات" };
  mdq_linter *linter = new_linter(select, MDQ_NOTE);
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    struct findings all;
    lint_bytes(linter, texts[i], strlen(texts[i]), NULL, &all);
    assert_int_equal(all.count, 1);
    assert_int_equal(all.items[0].severity, MDQ_NOTE);
    findings_free(&all);
  }
  mdq_linter_free(linter);
}

static void test_message_language(void **state) {
  (void)state;
  struct mdq_options options;
  mdq_options_init(&options);
  options.data_dir = getenv("MUDAQQIQ_DICTS");
  options.lang = MDQ_LANG_AR;
  mdq_linter *linter;
  assert_int_equal(mdq_linter_new(&options, &linter, NULL), MDQ_OK);
  struct findings all;
  lint_bytes(linter, "قال ، نعم", strlen("قال ، نعم"), NULL, &all);
  assert_int_equal(all.count, 1);
  assert_non_null(strstr(all.items[0].message, "احذف"));
  findings_free(&all);
  mdq_linter_free(linter);
}

static void test_the_same_is_found_without_fixes(void **state) {
  (void)state;
  static const char *const select[] = { "spell/*", NULL };
  static const char text[] = "دعا الحزب إلى تفخبيط القطاع العام\nأعلنت الحكومة الفلسطنيية موعد الانتخابات\nعقدت الجمعة الأولي في الرئيسى\nزمخلتش";
  struct mdq_options options;
  mdq_options_init(&options);
  mdq_linter *with = new_linter_of(options, select, MDQ_NOTE);
  options.without_fixes = 1;
  mdq_linter *without = new_linter_of(options, select, MDQ_NOTE);
  struct findings all, found;
  lint_bytes(with, text, strlen(text), NULL, &all);
  lint_bytes(without, text, strlen(text), NULL, &found);
  assert_int_equal(found.count, all.count);
  size_t unknown = 0;
  for (size_t i = 0; i < all.count; i++) {
    assert_string_equal(found.items[i].rule, all.items[i].rule);
    assert_string_equal(found.items[i].message, all.items[i].message);
    assert_int_equal(found.items[i].offset, all.items[i].offset);
    if (strcmp(all.items[i].rule, "spell/unknown")) continue;
    unknown += all.items[i].fix_count > 0;
    assert_int_equal(found.items[i].fix_count, 0);
  }
  assert_true(unknown > 0);
  findings_free(&all);
  findings_free(&found);
  mdq_linter_free(with);
  mdq_linter_free(without);
}

static void test_a_redundant_finding_is_superseded(void **state) {
  (void)state;
  static const char *const both[] = { "name/script-mix", "untranslated/latin-run", NULL };
  const char *text = "أعلنت شركة Velotron أرباحها.\nوقال محللون إن فيلوترون ستواصل النمو.\nوتراجع سهم Velotron أمس.\nوأكدت فيلوترون ذلك.";
  struct findings all;
  mdq_linter *linter = new_linter(both, MDQ_WARNING);
  lint_bytes(linter, text, strlen(text), NULL, &all);
  assert_true(all.count > 0);
  for (size_t i = 0; i < all.count; i++) assert_string_equal(all.items[i].rule, "name/script-mix");
  findings_free(&all);
  mdq_linter_free(linter);
  linter = new_linter(both + 1, MDQ_NOTE); /* on its own, the weaker rule speaks */
  lint_bytes(linter, text, strlen(text), NULL, &all);
  assert_true(all.count > 0);
  assert_string_equal(all.items[0].rule, "untranslated/latin-run");
  findings_free(&all);
  mdq_linter_free(linter);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_invalid_utf8_is_refused_with_its_position), cmocka_unit_test(test_globs_that_match_no_rule_are_refused),
    cmocka_unit_test(test_missing_data_and_dictionary_are_named), cmocka_unit_test(test_options_must_be_initialised),
    cmocka_unit_test(test_receiver_can_stop), cmocka_unit_test(test_positions_with_bom_crlf_and_emoji),
    cmocka_unit_test(test_a_word_is_wrong_in_the_same_way_everywhere), cmocka_unit_test(test_empty_inputs_are_clean), cmocka_unit_test(test_a_redundant_finding_is_superseded),
    cmocka_unit_test(test_message_language),
    cmocka_unit_test(test_the_same_is_found_without_fixes), cmocka_unit_test(test_feminine_nouns_counted_as_people_are_noted),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
