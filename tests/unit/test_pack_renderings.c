/* Expressions of the source whose words the draft renders one by one, without a pattern that foresaw it. */
#include "pack_support.h"

/* Entries whose patterns match none of the texts. */
#define UNRELATED "  pattern: 'زمخلتش'\n"

static void test_words_close_together(void **state) {
  (void)state;
  mdq_linter *linter = linter_with("shot in the arm", UNRELATED "  near: [اقتصاد]\n  suggest: [دفعة قوية]\n");
  const char *source = "It was a shot in the arm for the team.";
  check_with(linter, "كانت طلقة في الذراع للفريق", source, "طلقة في الذراع", "");
  check_with(linter, "كانت للفريق رصاصة قوية في ذراعه", source, "رصاصة قوية في ذراعه", "");
  check_with(linter, "في الذراع كانت الطلقة", source, "الذراع كانت الطلقة", "");
  check_with(linter, "كانت دفعة قوية للفريق", source, NULL, NULL);
  check_with(linter, "كانت طلقة للفريق", source, NULL, NULL);
  check_with(linter, "طلقة من رجال كانوا هناك أمس معنا عند الذراع", source, "طلقة من رجال كانوا هناك أمس معنا عند الذراع", "");
  check_with(linter, "طلقة من رجال كانوا هناك أمس معنا عند باب الذراع الطويل", source, "طلقة من رجال كانوا هناك أمس معنا عند باب الذراع", "");
  check_with(linter, "طلقة من رجال كانوا هناك أمس معنا عند باب البيت الذراع", source, NULL, NULL); /* too far apart */
  check_with(linter, "كانت طلقة. الذراع سليمة", source, NULL, NULL);                  /* another sentence */
  check_with(linter, "كانت طلقة في الذراع للفريق", "The team took arms.", NULL, NULL); /* not what the source has */
  check_with(linter, "كانت طلقة في الذراع للفريق", NULL, NULL, NULL);
  check_with(linter, "سطر\nكانت طلقة في الذراع", "A shot in the arm.\nLine", NULL, NULL); /* of another line */
  mdq_linter_free(linter);
}

static enum mdq_severity severity_of(const mdq_linter *linter, const char *text, const char *source) {
  static struct findings all;
  lint_bytes(linter, text, strlen(text), source, &all);
  assert_int_equal(all.count, 1);
  enum mdq_severity severity = all.items[0].severity;
  findings_free(&all);
  return severity;
}

/* The words prove less than a pattern does: it is no error. */
static void test_severity_by_words(void **state) {
  (void)state;
  mdq_linter *linter = linter_with("shot in the arm", UNRELATED "  suggest: [دفعة قوية]\n");
  assert_int_equal(severity_of(linter, "كانت طلقة في الذراع", "A shot in the arm"), MDQ_WARNING);
  mdq_linter_free(linter);
}

static void test_conditions_hold_for_renderings(void **state) {
  (void)state;
  mdq_linter *linter = linter_with("shot in the arm", UNRELATED "  unless-near: ['جريح*']\n  suggest: []\n");
  check_with(linter, "طلقة في الذراع", "A shot in the arm", "طلقة في الذراع", NULL);
  check_with(linter, "وأصابت الجريح طلقة في الذراع", "A shot in the arm", NULL, NULL);
  mdq_linter_free(linter);
}

/* What has a word of the suggestion may be right in another form. */
static void test_what_may_be_right_is_no_rendering(void **state) {
  (void)state;
  mdq_linter *linter = linter_with("fall in love", UNRELATED "  suggest: [وقع في (ال)حب]\n");
  check_with(linter, "الوقوع في حب رجل", "falling in love with a man", NULL, NULL);
  check_with(linter, "السقوط في حب رجل", "falling in love with a man", NULL, NULL); /* a pattern has to tell */
  mdq_linter_free(linter);
  linter = linter_with("bank run", UNRELATED "  suggest: [تهافت]\n");
  check_with(linter, "حدث ركض البنك", "A bank run", "ركض البنك", "");
  mdq_linter_free(linter);
}

/* Of an ordinary word in another sense, the rest of the expression is often right as it is. */
static void test_only_figures_of_speech(void **state) {
  (void)state;
  static const char pack[] = "- id: idiom/test\n  english: stem cells\n  mechanism: polysemy\n  severity: warning\n  pattern: 'زنازين جذع*'\n"
                             "  suggest: [خلايا]\n  why: {en: because, ar: لأن}\n  bad: [مثال]\n  good: [مثال, مثال]\n";
  const char *packs[] = { pack };
  struct pack_dir dir = pack_dir_new(packs, 1);
  mdq_linter *linter = linter_of(&dir);
  pack_dir_remove(&dir);
  check_with(linter, "الخلية الجذعية", "Stem cells", NULL, NULL);
  check_with(linter, "زنازين جذعية", "Stem cells", "زنازين جذعية", NULL);
  mdq_linter_free(linter);
}

/* «قبالة» for off: only behind its verb, and only where there is no second word that tells more. */
static void test_particles(void **state) {
  (void)state;
  mdq_linter *linter = linter_with("call off", UNRELATED "  suggest: [ألغى]\n");
  check_with(linter, "دعا المنظمون قبالة الحفل", "The hosts called off the show", "دعا المنظمون قبالة", "");
  check_with(linter, "قبالة الساحل دعا المنظمون", "The hosts called off the show", NULL, NULL);
  check_with(linter, "ألغى المنظمون الحفل", "The hosts called off the show", NULL, NULL);
  mdq_linter_free(linter);
  linter = linter_with("fall off a cliff", UNRELATED "  suggest: [انهار]\n");
  check_with(linter, "سقطت المبيعات من الجرف", "Sales fell off a cliff", "سقطت المبيعات من الجرف", NULL);
  mdq_linter_free(linter);
}

/* shot: shoot; himself: oneself; their: one's. */
static void test_forms_of_the_english(void **state) {
  (void)state;
  mdq_linter *linter = linter_with("shoot oneself in the foot", UNRELATED "  suggest: [أضر بنفسه]\n");
  check_with(linter, "أطلق على قدمه", "He shot himself in the foot", "أطلق على قدمه", NULL);
  check_with(linter, "أطلق على قدمه", "They are shooting themselves in the foot", "أطلق على قدمه", NULL);
  check_with(linter, "أطلق على قدمه", "He shot the man in the foot", NULL, NULL);
  mdq_linter_free(linter);
  linter = linter_with("shots in the arms", UNRELATED "  suggest: [دفعة قوية]\n");
  check_with(linter, "كانت طلقة في الذراع", "They were shots in the arms", "طلقة في الذراع", NULL);
  mdq_linter_free(linter);
  linter = linter_with("hold one's breath", UNRELATED "  suggest: [ترقب]\n");
  check_with(linter, "أمسك العالم أنفاسه", "The world held its breath", "أمسك العالم أنفاسه", NULL);
  mdq_linter_free(linter);
}

/* Where the source has the figure of speech, the words that would tell of it are not asked for; a single word proves less. */
static void test_the_source_stands_for_near(void **state) {
  (void)state;
  mdq_linter *linter = linter_with("silver bullet", "  pattern: 'رصاص* فضي*'\n  near: [أزمة]\n  suggest: []\n");
  check_with(linter, "ليس رصاصة فضية", "It is no silver bullet", "رصاصة فضية", NULL);
  assert_int_equal(severity_of(linter, "ليس رصاصة فضية", "It is no silver bullet"), MDQ_WARNING);
  assert_int_equal(severity_of(linter, "ليس للأزمة رصاصة فضية", "It is no silver bullet"), MDQ_ERROR);
  check_with(linter, "ليس رصاصة فضية", "It is nothing", NULL, NULL);
  check_with(linter, "ليس رصاصة فضية", NULL, NULL, NULL);
  mdq_linter_free(linter);
  linter = linter_with("in the red", "  pattern: '=الأحمر'\n  near: [شركة]\n  suggest: []\n");
  check_with(linter, "المد الأحمر", "A rise in Red Tide", NULL, NULL);
  check_with(linter, "المد الأحمر والشركة", "A rise in Red Tide", "الأحمر", NULL);
  mdq_linter_free(linter);
}

/* A draft without line breaks is compared with all of the source: that the English stands there somewhere proves nothing. */
static void test_long_lines_tell_nothing(void **state) {
  (void)state;
  enum { WORDS = 2000 };
  static char text[WORDS * 9 + 200];
  mdq_linter *linter = linter_with("shot in the arm", UNRELATED "  suggest: [دفعة قوية]\n");
  size_t len = 0;
  for (size_t i = 0; i < WORDS - 3; i++) len += (size_t)sprintf(text + len, "كلمة ");
  strcpy(text + len, "طلقة في الذراع");
  check_with(linter, text, "A shot in the arm", "طلقة في الذراع", NULL);
  strcpy(text + len, "طلقة في الذراع اليوم");
  check_with(linter, text, "A shot in the arm", NULL, NULL);
  mdq_linter_free(linter);
}

static void test_not_by_words(void **state) {
  (void)state;
  mdq_linter *linter = linter_with("silver bullet", "  pattern: 'رصاص* فضي*'\n  near: [أزمة]\n  by-words: false\n  suggest: []\n");
  check_with(linter, "ليس رصاصة فضية", "It is no silver bullet", NULL, NULL);
  check_with(linter, "ليس للأزمة رصاصة فضية", "It is no silver bullet", "رصاصة فضية", NULL);
  check_with(linter, "فضية الرصاصة للأزمة", "It is no silver bullet", NULL, NULL);
  mdq_linter_free(linter);
}

static void test_one_finding_for_one_place(void **state) {
  (void)state;
  mdq_linter *linter = linter_with("silver bullet", "  pattern: 'رصاص* فضي*'\n  suggest: [حل سحري]\n");
  check_with(linter, "ليس رصاصة فضية", "It is no silver bullet", "رصاصة فضية", "حل سحري");
  check_with(linter, "ليس فضية الرصاصة", "It is no silver bullet, no silver bullet", "فضية الرصاصة", "");
  mdq_linter_free(linter);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_words_close_together),   cmocka_unit_test(test_severity_by_words),
    cmocka_unit_test(test_conditions_hold_for_renderings),
    cmocka_unit_test(test_what_may_be_right_is_no_rendering), cmocka_unit_test(test_only_figures_of_speech), cmocka_unit_test(test_particles),
    cmocka_unit_test(test_forms_of_the_english),   cmocka_unit_test(test_the_source_stands_for_near),
    cmocka_unit_test(test_long_lines_tell_nothing), cmocka_unit_test(test_not_by_words),           cmocka_unit_test(test_one_finding_for_one_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
