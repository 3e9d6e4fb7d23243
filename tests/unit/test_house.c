/* House style: what the data say, what a draft is held to, and suggestions rendered in it. */
#include "support.h"

#include "lint/house_data.h"

static const char *data_dir;

struct desk {
  struct mdq_house *house;
  struct mdq_arena arena;
  struct mdq_words words;
  struct mdq_house_style style;
};

static void open_desk(struct desk *desk, const char *preset) {
  struct mdq_error error = { 0 };
  *desk = (struct desk){ .house = NULL };
  if (mdq_house_load(&desk->house, data_dir, preset, &error)) fail_msg("%s", error.message);
  assert_true(mdq_house_begin(&desk->style, desk->house, &desk->arena));
}

static void close_desk(struct desk *desk) {
  mdq_words_free(&desk->words);
  mdq_arena_free(&desk->arena);
  mdq_house_free(desk->house);
}

static const char *render_over(struct desk *desk, const char *text, const char *original) {
  struct mdq_span rendered = mdq_house_render(&desk->style, &desk->words, &desk->arena, mdq_span_str(text), mdq_span_str(original));
  struct mdq_span again = mdq_house_render(&desk->style, &desk->words, &desk->arena, rendered, mdq_span_str(original));
  if (!mdq_span_eq(again, rendered)) fail_msg("rendered twice: %s, %s", rendered.ptr, again.ptr);
  return rendered.ptr;
}

#define RENDERS(desk, from, to) assert_string_equal(render_over(desk, from, ""), to)

static void see(struct desk *desk, const char *word, unsigned times) {
  struct mdq_house_use use;
  assert_true(mdq_house_find(desk->house, &desk->words, mdq_words_get(&desk->words, mdq_span_str(word)), NULL, &use));
  while (times--) mdq_house_saw_form(&desk->style, use.form);
}

static void test_presets(void **state) {
  (void)state;
  struct desk desk;
  open_desk(&desk, "gulf");
  RENDERS(&desk, "الرئيس الأمريكي ولأمريكا وأمريكيًا", "الرئيس الأميركي ولأميركا وأميركيًا");
  RENDERS(&desk, "بلومبرج وجوجل والكونجرس", "بلومبرغ وغوغل والكونغرس");
  RENDERS(&desk, "جمال وجابر والأمريكتان", "جمال وجابر والأميركتان");
  RENDERS(&desk, "٣ من ١٢٫٥ وGPT-٤", "3 من 12.5 وGPT-٤");
  close_desk(&desk);
  open_desk(&desk, "maghreb");
  RENDERS(&desk, "عبدالله ولعبدالرحمن", "عبد الله ولعبد الرحمن");
  RENDERS(&desk, "آل العبدالله", "آل العبدالله");
  RENDERS(&desk, "بالمئة وثلاثمئة ومئتين ومئات", "بالمائة وثلاثمائة ومائتين ومئات");
  RENDERS(&desk, "هجمات 11 يونيو", "هجمات 11 يونيو"); /* Morocco's name */
  RENDERS(&desk, "في 3 أغسطس", "في 3 أغسطس"); /* غشت or أوت: nothing tells which */
  mdq_house_saw(&desk.style, MDQ_HOUSE_MONTHS, mdq_house_value(&desk.style, MDQ_HOUSE_MONTHS, MDQ_SPAN_LIT("morocco")));
  RENDERS(&desk, "في 3 أغسطس", "في 3 غشت");
  close_desk(&desk);
  open_desk(&desk, "levant");
  RENDERS(&desk, "في 3 أكتوبر 2024 و٤ يناير", "في 3 تشرين الأول 2024 و4 كانون الثاني");
  RENDERS(&desk, "مارس الرياضة", "مارس الرياضة");
  RENDERS(&desk, "في 3 تشرين الأول", "في 3 تشرين الأول");
  close_desk(&desk);
}

static void test_a_region_chooses_its_preset(void **state) {
  (void)state;
  static const char *const tags[] = { "ar-LB", "ar_LB", "ar-Arab-lb", "LB", "ar-JO-u-nu-latn", NULL };
  for (size_t i = 0; tags[i]; i++) {
    struct desk desk;
    open_desk(&desk, tags[i]);
    RENDERS(&desk, "الرئيس الأمريكي في 4 يناير", "الرئيس الأميركي في 4 كانون الثاني");
    close_desk(&desk);
  }
}

static void test_unknown_preset(void **state) {
  (void)state;
  static const char *const bad[] = { "mars", "", ".", "../egypt", "egypt.tsv", "EGYPT", "ar", "ar-SD", "ar-", "-_-", NULL };
  for (size_t i = 0; bad[i]; i++) {
    struct mdq_house *house;
    struct mdq_error error = { 0 };
    assert_int_equal(mdq_house_load(&house, data_dir, bad[i], &error), MDQ_BAD_OPTION);
    assert_null(house);
    assert_non_null(strstr(error.message, "is not one of: egypt, gulf, levant, maghreb"));
  }
}

static void test_majority(void **state) {
  (void)state;
  struct desk desk;
  open_desk(&desk, NULL);
  RENDERS(&desk, "أمريكي أميركي", "أمريكي أميركي"); /* no evidence */
  see(&desk, "أميركي", 1);
  RENDERS(&desk, "أمريكي", "أميركي");
  assert_string_equal(render_over(&desk, "الرئيس أمريكي", "قال أمريكي"), "الرئيس أمريكي"); /* the draft's own word */
  see(&desk, "والأمريكيين", 1);
  RENDERS(&desk, "أمريكي أميركي", "أمريكي أميركي"); /* a tie */
  see(&desk, "إستراتيجية", 2);
  RENDERS(&desk, "استراتيجيات انترنت", "إستراتيجيات انترنت"); /* each loan for itself */
  close_desk(&desk);
}

/* Four «فى» once turned the Egyptians' الاقتصادي of a whole draft into الاقتصادى. */
static void test_final_ya_is_never_taken_from_the_draft(void **state) {
  (void)state;
  struct desk desk;
  open_desk(&desk, NULL);
  see(&desk, "فى", 20);
  for (int i = 0; i < 20; i++) mdq_house_saw(&desk.style, MDQ_HOUSE_FINAL_YA, MDQ_HOUSE_MAQSURA);
  RENDERS(&desk, "الاقتصادي في", "الاقتصادي في");
  close_desk(&desk);
}

static void test_final_ya_needs_many_words_where_it_is_open(void **state) {
  (void)state;
  struct desk desk;
  open_desk(&desk, "egypt");
  for (int i = 0; i < 11; i++) mdq_house_saw(&desk.style, MDQ_HOUSE_FINAL_YA, MDQ_HOUSE_MAQSURA);
  assert_string_equal(render_over(&desk, "الاقتصادي", "الإقتصادى"), "الاقتصادي");
  mdq_house_saw(&desk.style, MDQ_HOUSE_FINAL_YA, MDQ_HOUSE_MAQSURA);
  assert_string_equal(render_over(&desk, "الاقتصادي", "الإقتصادى"), "الاقتصادى");
  assert_string_equal(render_over(&desk, "الاقتصادي", "الإقتصادي"), "الاقتصادي"); /* what is right stays */
  for (int i = 0; i < 5; i++) mdq_house_saw(&desk.style, MDQ_HOUSE_FINAL_YA, MDQ_HOUSE_YA);
  assert_string_equal(render_over(&desk, "الاقتصادي", "الإقتصادى"), "الاقتصادي");
  close_desk(&desk);
}

static void test_tanween(void **state) {
  (void)state;
  struct desk desk;
  open_desk(&desk, NULL);
  mdq_house_saw(&desk.style, MDQ_HOUSE_TANWEEN, MDQ_HOUSE_AFTER_ALEF);
  RENDERS(&desk, "بعيدًا عن هدًى ومساءً", "بعيداً عن هدىً ومساءً");
  for (int i = 0; i < 3; i++) mdq_house_saw(&desk.style, MDQ_HOUSE_TANWEEN, MDQ_HOUSE_BEFORE_ALEF);
  RENDERS(&desk, "بعيداً عن هدىً ومساءً", "بعيدًا عن هدًى ومساءً");
  for (int i = 0; i < 4; i++) mdq_house_saw(&desk.style, MDQ_HOUSE_TANWEEN, MDQ_HOUSE_NO_TANWEEN);
  RENDERS(&desk, "بعيداً عن هدًى ومساءً", "بعيدا عن هدى ومساء");
  close_desk(&desk);
}

static void test_quotes_and_digits(void **state) {
  (void)state;
  struct desk desk;
  open_desk(&desk, NULL);
  mdq_house_saw(&desk.style, MDQ_HOUSE_QUOTES, MDQ_HOUSE_ANGLE);
  mdq_house_saw(&desk.style, MDQ_HOUSE_DIGITS, MDQ_HOUSE_ARAB);
  RENDERS(&desk, "“فورتشن 500” و\"نعم\"", "«فورتشن ٥٠٠» و«نعم»");
  RENDERS(&desk, "“نعم", "“نعم");
  RENDERS(&desk, "“قال «لا» ومضى”", "“قال «لا» ومضى”");
  RENDERS(&desk, "iPhone 15 وF-35 و12.5 و9/11", "iPhone 15 وF-35 و١٢٫٥ و9/11");
  assert_string_equal(render_over(&desk, "“نعم” 5", "قال“نعم” 5"), "“نعم” 5"); /* they were there */
  close_desk(&desk);
}

/* Harakat stand where they stood, presentation forms and tatweel do no harm. */
static void test_marks_are_kept(void **state) {
  (void)state;
  struct desk desk;
  open_desk(&desk, "gulf");
  RENDERS(&desk, "الأَمْرِيكِيُّ", "الأَمْيركِيُّ");
  RENDERS(&desk, "أمـريكي", "أمـيركي");
  RENDERS(&desk, "", "");
  close_desk(&desk);
}

static int two_findings(void *user, const struct mdq_diagnostic *d) {
  struct mdq_buf *out = user;
  mdq_buf_printf(out, "%s|%s|%s\n", d->rule, d->message, d->fix_count ? d->fixes[0].text : "");
  return 0;
}

static void expect(const char *house, const char *select, const char *text, const char *wanted) {
  const char *const globs[] = { select, NULL };
  mdq_linter *linter = new_house_linter(globs, MDQ_NOTE, house);
  struct mdq_buf out;
  mdq_buf_init(&out);
  struct mdq_input input = { .name = "t", .bytes = text, .size = strlen(text) };
  struct mdq_error error;
  assert_int_equal(mdq_lint(linter, &input, two_findings, &out, &error), MDQ_OK);
  assert_string_equal(out.ptr, wanted);
  mdq_buf_free(&out);
  mdq_linter_free(linter);
}

static int one_more(void *user, const struct mdq_diagnostic *d) {
  (void)d;
  ++*(size_t *)user;
  return 0;
}

static size_t findings_of(const char *house, const char *select, const char *text) {
  const char *const globs[] = { select, NULL };
  mdq_linter *linter = new_house_linter(globs, MDQ_NOTE, house);
  struct mdq_input input = { .name = "t", .bytes = text, .size = strlen(text) };
  struct mdq_error error;
  size_t count = 0;
  assert_int_equal(mdq_lint(linter, &input, one_more, &count, &error), MDQ_OK);
  mdq_linter_free(linter);
  return count;
}

/* Message and fix are in the style of the whole draft, what comes after the finding included, whatever rules are on. */
static void test_findings_are_rendered(void **state) {
  (void)state;
  expect(NULL, "spell/hamza", "قال الرئيس الامريكي\nقال مسؤول أميركي", "spell/hamza|Hamza: write “الأميركي”|الأميركي\n");
  expect("egypt", "spell/hamza", "قال الرئيس الامريكي\nقال مسؤول أميركي", "spell/hamza|Hamza: write “الأمريكي”|الأمريكي\n");
}

/* A draft that writes ى throughout is told so at each place, unless its house is set so. */
static void test_a_habit_of_maqsura_is_silent_in_its_house_only(void **state) {
  (void)state;
  static const char four[] = "قال الاقتصادي المصرى فى البلاد فى اليوم فى العام فى";
  static const char habit[] = "أعلن المصرى فى المؤتمر الدولى الذى عقد فى المركز الثقافى الوطنى أن العام الماضى هو الاقتصادى الحقيقى، "
                              "وأن القانونى والسياسى والاجتماعى والعسكرى من هذه التى تمضى";
  expect(NULL, "spell/alef-maqsura", "تراجع النمو الاقتصادى فى البلاد", "spell/alef-maqsura|Final ى/ي confused: “الاقتصادي”?|الاقتصادي\nspell/alef-maqsura|Final ى/ي confused: “في”?|في\n");
  assert_int_equal(findings_of(NULL, "spell/alef-maqsura", four), 5);
  assert_int_equal(findings_of("egypt", "spell/alef-maqsura", four), 5);
  assert_true(findings_of(NULL, "spell/alef-maqsura", habit) >= 15);
  assert_int_equal(findings_of("egypt", "spell/alef-maqsura", habit), 0);
  assert_int_equal(findings_of("egypt", "style/house-form", habit), 0);
}

int main(void) {
  data_dir = getenv("MUDAQQIQ_DICTS");
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_presets), cmocka_unit_test(test_a_region_chooses_its_preset),
    cmocka_unit_test(test_unknown_preset), cmocka_unit_test(test_majority),
    cmocka_unit_test(test_final_ya_is_never_taken_from_the_draft), cmocka_unit_test(test_final_ya_needs_many_words_where_it_is_open), cmocka_unit_test(test_tanween), cmocka_unit_test(test_quotes_and_digits),
    cmocka_unit_test(test_marks_are_kept), cmocka_unit_test(test_findings_are_rendered),
    cmocka_unit_test(test_a_habit_of_maqsura_is_silent_in_its_house_only),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
