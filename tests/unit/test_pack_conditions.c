/* The conditions of entries: what stands near, in the document and in the source, and where in the story. */
#include "pack_support.h"

static void test_near(void **state) {
  (void)state;
  static const struct match_case cases[] = {
    { "رصاصة فضية في عيار", "رصاصة فضية", NULL },
    { "عيار ا ب ج د ه و ز ح ط ي ك ل م رصاصة فضية", "رصاصة فضية", NULL },    /* 13 tokens between: the 14th */
    { "عيار ا ب ج د ه و ز ح ط ي ك ل م ن رصاصة فضية", NULL, NULL },          /* the 15th */
    { "رصاصة فضية ا ب ج د ه و ز ح ط ي ك ل م والعيار", "رصاصة فضية", NULL },
    { "رصاصة فضية ا ب ج د ه و ز ح ط ي ك ل م ن والعيار", NULL, NULL },
    { "رصاصة فضية. وللعيار حكم", "رصاصة فضية", NULL },                       /* in the next sentence too */
    { "رصاصة فضية\nعيار", NULL, NULL },                                      /* but not in the next line */
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'رصاص* فضي*'\n  near: [عيار, رصاصة]\n  suggest: []\n", cases);
}

static void test_unless_near(void **state) {
  (void)state;
  static const struct match_case cases[] = {
    { "رصاصة فضية", "رصاصة فضية", NULL },
    { "قتل المستذئب رصاصة فضية", NULL, NULL },
    { "رصاصة فضية للمستذئبين", NULL, NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'رصاص* فضي*'\n  unless-near: ['مستذئب*', دراكولا]\n  suggest: []\n", cases);
}

static void test_distances(void **state) {
  (void)state;
  static const struct match_case both[] = {
    { "رصاصة فضية من عيار", "رصاصة فضية", NULL },
    { "رصاصة فضية من نوع عيار", NULL, NULL },            /* the third token */
    { "عيار ما رصاصة فضية", "رصاصة فضية", NULL },
    { "رصاصة فضية من عيار صيد", "رصاصة فضية", NULL },
    { "رصاصة فضية صيد عيار", NULL, NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'رصاص* فضي*'\n  near: [عيار]\n  unless-near: [صيد]\n  within: 2\n  suggest: []\n", both);
  static const struct match_case apart[] = {
    { "رصاصة فضية من عيار ما في صيد", NULL, NULL },
    { "رصاصة فضية من عيار ما في كل صيد", "رصاصة فضية", NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'رصاص* فضي*'\n  near: [عيار]\n  unless-near: [صيد]\n  within: 2\n  unless-within: 5\n  suggest: []\n", apart);
}

static void test_in_sentence(void **state) {
  (void)state;
  static const struct match_case cases[] = {
    { "رصاصة فضية من عيار. انتهى", "رصاصة فضية", NULL },
    { "رصاصة فضية. العيار هنا", NULL, NULL },
    { "هذا عيار. رصاصة فضية هي", NULL, NULL },
    { "هذا صيد. رصاصة فضية من عيار. الصيد هنا", "رصاصة فضية", NULL },
    { "هذا صيد، رصاصة فضية من عيار", NULL, NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'رصاص* فضي*'\n  near: [عيار]\n  unless-near: [صيد]\n  in-sentence: true\n  suggest: []\n", cases);
}

/* They see the tokens that words would, as they are written. */
static void test_expressions_among_conditions(void **state) {
  (void)state;
  static const struct match_case near[] = {
    { "رصاصة فضية عام 1925 م", "رصاصة فضية", NULL },
    { "رصاصة فضية عام 2025 م", NULL, NULL },
    { "رصاصة فضية وعيار", "رصاصة فضية", NULL },
    { "رصاصة فضية ا ب ج 1925", NULL, NULL }, /* the fourth token */
    { "بلغ 11925 رصاصة فضية", NULL, NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'رصاص* فضي*'\n  near: [عيار, 'regex: \\b19\\d\\d\\b']\n  within: 3\n  suggest: []\n", near);
  static const struct match_case unless[] = {
    { "رصاصة فضية (صيد)", NULL, NULL },
    { "رصاصة فضية صيد", "رصاصة فضية", NULL },
    { "«صيد» رصاصة فضية", NULL, NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'رصاص* فضي*'\n  unless-near: ['regex:[«(]صيد', 'regex:ذئ?اب']\n  suggest: []\n", unless);
  static const struct match_case of_regexes[] = {
    { "خدمة 24/7 يوم 24 مايو", NULL, NULL },
    { "خدمة 24/7 كل يوم", "24/7", NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  regex: '\\b24/7\\b'\n  unless-near: ['regex:\\d+ مايو']\n  suggest: []\n", of_regexes);
}

/* A longer match that the conditions refuse must not hide a shorter one that they let pass. */
static void test_conditions_come_before_overlaps(void **state) {
  (void)state;
  static const struct match_case cases[] = { { "تمطر قططا وكلابا", "قططا وكلابا", NULL }, { NULL, NULL, NULL } };
  check_entry("  pattern: '@مطر ..3 قطط* كلاب* ; =قططا =وكلابا'\n  near: ['@مطر']\n  suggest: []\n", cases);
}

static void test_document_conditions(void **state) {
  (void)state;
  static const struct match_case has[] = {
    { "رصاصة فضية\nثم خبر عن نفيديا", "رصاصة فضية", NULL },
    { "خبر عن نفيديا\nثم رصاصة فضية", "رصاصة فضية", NULL },
    { "رصاصة فضية\nثم خبر عن غيرها", NULL, NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'رصاص* فضي*'\n  document-has: [نفيديا, إنتل]\n  suggest: []\n", has);
  static const struct match_case lacks[] = {
    { "رصاصة فضية\nثم خبر عن المستذئبين", NULL, NULL },
    { "رصاصة فضية\nثم خبر", "رصاصة فضية", NULL },
    { "رصاصة فضية عام 1925", NULL, NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'رصاص* فضي*'\n  document-lacks: ['مستذئب*', '192*']\n  suggest: []\n", lacks);
}

static void test_positions(void **state) {
  (void)state;
  static const struct match_case first[] = {
    { "سطر\nسطر\nاقرأ المزيد\nسطر", "اقرأ المزيد", NULL },
    { "سطر\nسطر\nسطر\nاقرأ المزيد", NULL, NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: '=اقرأ =المزيد'\n  position: first-lines\n  suggest: []\n", first);
  static const struct match_case last[] = {
    { "سطر\nاقرأ المزيد\nسطر\nسطر\nسطر\nسطر", "اقرأ المزيد", NULL },
    { "اقرأ المزيد\nسطر\nسطر\nسطر\nسطر\nسطر", NULL, NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: '=اقرأ =المزيد'\n  position: last-lines\n  suggest: []\n", last);
  static const struct match_case headline[] = {
    { "اقرأ المزيد عن الحرب\nسطر", "اقرأ المزيد", NULL },
    { "سطر\nاقرأ المزيد عن الحرب", NULL, NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: '=اقرأ =المزيد'\n  position: headline\n  suggest: []\n", headline);
}

static void test_captions(void **state) {
  (void)state;
  static const struct match_case cases[] = {
    { "عنوان\nصورة ملف للرئيس في الجمعية العامة", "صورة ملف", NULL },
    { "عنوان\nصورة ملف للرئيس في الجمعية العامة. رويترز.", "صورة ملف", NULL },        /* a credit */
    { "عنوان\nصورة ملف للرئيس في الجمعية العامة (رويترز)", "صورة ملف", NULL },
    { "عنوان\nصورة ملف للرئيس في الجمعية العامة.", NULL, NULL },                      /* a paragraph */
    { "عنوان\nوقال: «هذه صورة ملف للرئيس.»", NULL, NULL },
    { "صورة ملف للرئيس", NULL, NULL },                                                 /* the headline */
    { "عنوان\nصورة ملف ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا", "صورة ملف", NULL },
    { "عنوان\nصورة ملف ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا ا", NULL, NULL }, /* the 31st word */
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: '=صورة =ملف'\n  position: caption\n  suggest: []\n", cases);
}

static void test_source_conditions(void **state) {
  (void)state;
  const char *text = "قمة منظمة العفو";
  mdq_linter *linter = linter_with("AI summit", "  pattern: '<منظمة عفو>'\n  source-has: [AI, artificial intelligence]\n"
                                                "  source-lacks: [Amnesty]\n  suggest: [الذكاء الاصطناعي]\n");
  check_with(linter, text, NULL, NULL, NULL);
  check_with(linter, text, "The AI gathering", "منظمة العفو", "الذكاء الاصطناعي");
  check_with(linter, text, "A gathering on artificial intelligence", "منظمة العفو", NULL);
  check_with(linter, text, "The ai gathering", NULL, NULL);     /* case counts */
  check_with(linter, text, "The AIDS gathering", NULL, NULL);   /* whole words */
  check_with(linter, text, "Amnesty on AI", NULL, NULL);
  check_with(linter, "سطر\nقمة منظمة العفو", "The AI gathering\nother", NULL, NULL); /* the aligned line only */
  mdq_linter_free(linter);
}

static enum mdq_severity severity_of(const mdq_linter *linter, const char *source) {
  static struct findings all;
  const char *text = "ليس رصاصة فضية";
  lint_bytes(linter, text, strlen(text), source, &all);
  assert_int_equal(all.count, 1);
  enum mdq_severity severity = all.items[0].severity;
  findings_free(&all);
  return severity;
}

static void test_the_source_makes_it_an_error(void **state) {
  (void)state;
  mdq_linter *linter = linter_with("silver bullet, carry a bullet (magic)", "  pattern: 'رصاص* فضي*'\n  suggest: []\n");
  assert_int_equal(severity_of(linter, NULL), MDQ_WARNING);
  assert_int_equal(severity_of(linter, "It is no silver bullet."), MDQ_ERROR);
  assert_int_equal(severity_of(linter, "There are no “Silver Bullets” here"), MDQ_ERROR);
  assert_int_equal(severity_of(linter, "He carried the bullet"), MDQ_ERROR);
  assert_int_equal(severity_of(linter, "No silver, no bullet"), MDQ_WARNING);
  assert_int_equal(severity_of(linter, "magic"), MDQ_WARNING);
  assert_int_equal(severity_of(linter, "silvery bullet"), MDQ_WARNING);
  mdq_linter_free(linter);
}

/* A calque that is let pass is no error for being sourced, a term of desk policy no fault at all. */
static void test_the_source_leaves_notes_alone(void **state) {
  (void)state;
  static const char entry[] = "- id: idiom/test\n  english: silver bullet\n  mechanism: %s\n  severity: note\n  pattern: 'رصاص* فضي*'\n  suggest: []\n"
                              "  why: {en: because, ar: لأن}\n  bad: [مثال]\n  good: [مثال, مثال]\n";
  static const char *const mechanisms[] = { "literal-idiom", "desk-policy" };
  for (size_t i = 0; i < 2; i++) {
    char pack[1024];
    snprintf(pack, sizeof pack, entry, mechanisms[i]);
    const char *packs[] = { pack };
    struct pack_dir dir = pack_dir_new(packs, 1);
    mdq_linter *linter = linter_of(&dir);
    pack_dir_remove(&dir);
    assert_int_equal(severity_of(linter, "It is no silver bullet."), MDQ_NOTE);
    mdq_linter_free(linter);
  }
}

static void test_what_the_source_lacks(void **state) {
  (void)state;
  mdq_linter *linter = linter_with("silver bullet", "  pattern: 'رصاص* فضي*'\n  unless-in-source: lower\n  suggest: []\n");
  assert_int_equal(severity_of(linter, NULL), MDQ_WARNING);
  assert_int_equal(severity_of(linter, ""), MDQ_WARNING); /* nothing that it could translate */
  assert_int_equal(severity_of(linter, "A silver bullet"), MDQ_ERROR);
  assert_int_equal(severity_of(linter, "A bullet of silver"), MDQ_NOTE);
  mdq_linter_free(linter);
  linter = linter_with("silver bullet", "  pattern: 'رصاص* فضي*'\n  unless-in-source: drop\n  suggest: []\n");
  check_with(linter, "ليس رصاصة فضية", NULL, "رصاصة فضية", NULL);
  check_with(linter, "ليس رصاصة فضية", "A bullet of silver", NULL, NULL);
  check_with(linter, "ليس رصاصة فضية", "A silver bullet", "رصاصة فضية", NULL);
  mdq_linter_free(linter);
}

/* Words that say nothing by themselves, but do where the source has the idiom: then `near` is not asked for. */
static void test_literal_renderings(void **state) {
  (void)state;
  const char *text = "وركض العملاء إلى البنك صباحا";
  mdq_linter *linter = linter_with("bank run, run on ... bank", "  literal: '@ركض* ..4 بنك*/بنوك'\n  near: [ذعر]\n  unless-near: [سباق]\n  suggest: [تهافت]\n");
  check_with(linter, text, NULL, NULL, NULL);
  check_with(linter, text, "They ran to the bank.", NULL, NULL);
  check_with(linter, text, "It was a bank run.", "وركض العملاء إلى البنك", NULL);
  check_with(linter, text, "There was a run on the biggest bank.", "وركض العملاء إلى البنك", NULL);
  check_with(linter, "سباق: ركض العملاء إلى البنك", "It was a bank run.", NULL, NULL);
  check_with(linter, "سطر\nركض العملاء إلى البنك", "It was a bank run.\nOther", NULL, NULL); /* the aligned line only */
  mdq_linter_free(linter);
  linter = linter_with("bank run", "  pattern: 'ركض بنك*'\n  literal: 'ركض ..4 بنك*'\n  suggest: [تهافت]\n");
  check_with(linter, "حدث ركض البنك", NULL, "ركض البنك", NULL);
  check_with(linter, "حدث ركض البنك", "A bank run", "ركض البنك", NULL); /* found once */
  mdq_linter_free(linter);
}

static void test_gaps_in_the_english(void **state) {
  (void)state;
  mdq_linter *linter = linter_with("throw … under the bus, move ... goalposts", "  pattern: 'رصاص* فضي*'\n  suggest: []\n");
  assert_int_equal(severity_of(linter, "They threw him under the bus"), MDQ_ERROR);
  assert_int_equal(severity_of(linter, "They throw under the bus"), MDQ_ERROR);
  assert_int_equal(severity_of(linter, "throwing the whole staff under a bus"), MDQ_ERROR);
  assert_int_equal(severity_of(linter, "throw him and his staff under the bus"), MDQ_WARNING); /* four words */
  assert_int_equal(severity_of(linter, "He moved those damned goalposts"), MDQ_ERROR);
  assert_int_equal(severity_of(linter, "move move move it goalposts"), MDQ_ERROR); /* the second try */
  mdq_linter_free(linter);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_near),
    cmocka_unit_test(test_unless_near),
    cmocka_unit_test(test_distances),
    cmocka_unit_test(test_in_sentence),
    cmocka_unit_test(test_expressions_among_conditions),
    cmocka_unit_test(test_conditions_come_before_overlaps),
    cmocka_unit_test(test_document_conditions),
    cmocka_unit_test(test_positions),
    cmocka_unit_test(test_captions),
    cmocka_unit_test(test_source_conditions),
    cmocka_unit_test(test_the_source_makes_it_an_error),
    cmocka_unit_test(test_the_source_leaves_notes_alone),
    cmocka_unit_test(test_what_the_source_lacks),
    cmocka_unit_test(test_literal_renderings),
    cmocka_unit_test(test_gaps_in_the_english),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
