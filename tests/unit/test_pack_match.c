/* Entries at work: sequences, conditions, and the clitics put back on suggestions. */
#include "pack_support.h"

/* What is found in the text (NULL: nothing) and the text of its first fix (NULL: not asked). */
static void check_with(const mdq_linter *linter, const char *text, const char *source, const char *found, const char *fix) {
  static struct findings all;
  lint_bytes(linter, text, strlen(text), source, &all);
  if (!found && all.count) fail_msg("found in: %s: %s", text, all.items[0].message);
  if (found) {
    if (all.count != 1) fail_msg("%zu findings in: %s", all.count, text);
    const struct found *f = &all.items[0];
    struct mdq_span place = mdq_span_of(text + f->offset, f->end_offset - f->offset);
    if (!mdq_span_is(place, found)) fail_msg("found “%.*s” instead of “%s”", (int)place.len, place.ptr, found);
    if (fix && (!f->fix_count || strcmp(f->first_fix.text, fix)))
      fail_msg("%s: “%s” instead of “%s”", text, f->fix_count ? f->first_fix.text : "", fix);
    if (f->fix_count) assert_false(f->first_fix.safe);
  }
  findings_free(&all);
}

struct match_case {
  const char *text, *found, *fix;
};

static void check_entry(const char *fields, const struct match_case *cases) {
  mdq_linter *linter = linter_with("silver bullet", fields);
  for (; cases->text; cases++) check_with(linter, cases->text, NULL, cases->found, cases->fix);
  mdq_linter_free(linter);
}

static void test_words_in_a_row(void **state) {
  (void)state;
  static const struct match_case cases[] = {
    { "ليس القانون رصاصة فضية للأزمة", "رصاصة فضية", "حل سحري" },
    { "ليست تلك الرصاصة الفضية المنشودة", "الرصاصة الفضية", "الحل السحري" },
    { "لا رصاصة، فضية كانت أو ذهبية", NULL, NULL },
    { "أصابته رصاصة. فضية هي الميدالية", NULL, NULL },
    { "فضية رصاصة", NULL, NULL },
    { "رصاصة ليست فضية", NULL, NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'رصاص* فضي*'\n  suggest: [حل سحري]\n", cases);
}

static void test_alternatives_optional_words_and_phrases(void **state) {
  (void)state;
  static const struct match_case cases[] = {
    { "دخل الفيل في الغرفة", "الفيل في الغرفة", NULL },
    { "دخل الفيل الغرفة", "الفيل الغرفة", NULL },
    { "دخل الدب الغرفة", "الدب الغرفة", NULL },
    { "دخل الفيل إلى الغرفة", NULL, NULL },
    { "رأى فيلا أبيض في المكتب", "فيلا أبيض", NULL },
    { "رأى فيلا أبيض ناصعا", "فيلا أبيض ناصعا", NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: '=الفيل/=الدب (في) =الغرفة ; =فيلا =أبيض (ناصع*)'\n  suggest: []\n", cases);
}

static void test_gaps(void **state) {
  (void)state;
  static const struct match_case cases[] = {
    { "ابتكر فخ أفضل للفئران", "أفضل للفئران", NULL },
    { "صنعوا أفضل فخ، كما قالوا، للفئران", NULL, NULL }, /* five tokens between */
    { "صنعوا أفضل فخ، حقا للفئران", "أفضل فخ، حقا للفئران", NULL },
    { "هذا فخ أفضل. والفئران كثيرة", NULL, NULL },
    { "هذا فخ أفضل؟ نعم، للفئران", NULL, NULL },
    { "أفضل أفضل فخ للفئران", "أفضل أفضل فخ للفئران", NULL }, /* the longest */
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'أفضل ..3 فئران'\n  suggest: [ابتكار أفضل]\n", cases);
}

static void test_a_gap_before_the_trigger(void **state) {
  (void)state;
  static const struct match_case cases[] = {
    { "هو الأمر في ما يخص المستذئبين", "في ما يخص المستذئبين", NULL },
    { "هو في البيت. أما بعد المستذئبين فلا", NULL, NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: '=في ..4 =المستذئبين'\n  suggest: []\n", cases);
}

static void test_marks_in_patterns(void **state) {
  (void)state;
  static const struct match_case cases[] = {
    { "لن يعود، توقف كامل. انتهى", "توقف كامل.", NULL },
    { "وقع توقف كامل للخدمة", NULL, NULL },
    { "طلب توقف كامل. هدوء تام", "توقف كامل. هدوء", NULL }, /* the pattern itself holds the stop */
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'توقف كامل . (هدوء)'\n  suggest: []\n", cases);
}

static void test_the_replaced_part_is_reported(void **state) {
  (void)state;
  static const struct match_case cases[] = {
    { "تنافس في الذكاء الاصطناعي والبطاطا", "والبطاطا", "والرقائق" },
    { "استثمر في ذكاء البطاطس", "البطاطس", "الرقائق" },
    { "تنافس في الذكاء الاصطناعي وبطاطا", "وبطاطا", "ورقائق" },
    { "تنافس في الذكاء الاصطناعي بالبطاطا", "بالبطاطا", "بالرقائق" },
    { "تنافس في الذكاء الاصطناعي وللبطاطا", "وللبطاطا", "وللرقائق" },
    { "تنافس في الذكاء الاصطناعي فكالبطاطا", "فكالبطاطا", "فكالرقائق" },
    { "تنافس في الذكاء الاصطناعي لبطاطا", "لبطاطا", "لرقائق" },
    { "تنافس في الذكاء الاصطناعي وَالبَطاطـا", "وَالبَطاطـا", "والرقائق" },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'ذكاء (اصطناعي) <بطاط*>'\n  suggest: [رقائق]\n", cases);
}

static void test_clitics_before_articles_and_constructs(void **state) {
  (void)state;
  static const struct match_case article[] = {
    { "اجتمع بالبنك الغربي", "بالبنك الغربي", "بالضفة الغربية" },
    { "وصل للبنك الغربي", "للبنك الغربي", "للضفة الغربية" },
    { "والبنك الغربي", "والبنك الغربي", "والضفة الغربية" },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'بنك غربي'\n  suggest: [الضفة الغربية]\n", article);
  static const struct match_case construct[] = {
    { "ولي وللأمير التاج كلمة", "وللأمير التاج", "ولولي العهد" }, /* the head of a construct takes no article */
    { "قال أمير التاج", "أمير التاج", "ولي العهد" },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'أمير تاج'\n  suggest: [ولي العهد]\n", construct);
  static const struct match_case lam[] = {
    { "سلم للمجموعة", "للمجموعة", "للجنة" },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'مجموعة'\n  suggest: [لجنة]\n", lam);
  check_entry("  pattern: 'مجموعة'\n  suggest: [اللجنة]\n", lam);
  static const struct match_case latin[] = {
    { "سأل المجموعة", "المجموعة", "OPEC" },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'مجموعة'\n  suggest: [OPEC]\n", latin);
}

static void test_clitics_of_exact_words_and_verbs(void **state) {
  (void)state;
  static const struct match_case exact[] = {
    { "وسع بتسويات إسرائيلية", "بتسويات إسرائيلية", "بمستوطنات" },
    { "وسع تسويات إسرائيلية", "تسويات إسرائيلية", "مستوطنات" },
    { "وسع بتسويات أخرى", NULL, NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: '=تسويات/=بتسويات إسرائيلي*'\n  suggest: [مستوطنات]\n", exact);
  static const struct match_case verb[] = {
    { "وسيقطعون الزوايا", "وسيقطعون الزوايا", "وتهاون" },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: '@قطع* زوايا'\n  suggest: [تهاون]\n", verb);
}

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

static void test_messages(void **state) {
  (void)state;
  static struct findings all;
  const char *text = "ليس رصاصة فضية";
  mdq_linter *linter = linter_with("silver bullet", "  pattern: 'رصاص* فضي*'\n  suggest: [حل سحري, علاج شاف]\n");
  lint_bytes(linter, text, strlen(text), NULL, &all);
  assert_int_equal(all.count, 1);
  assert_string_equal(all.items[0].message, "Literal rendering of “silver bullet”; say “حل سحري”");
  assert_int_equal(all.items[0].fix_count, 2);
  findings_free(&all);
  mdq_linter_free(linter);
  linter = linter_with("silver bullet", "  pattern: 'رصاص* فضي*'\n  suggest: []\n");
  lint_bytes(linter, text, strlen(text), NULL, &all);
  assert_int_equal(all.count, 1);
  assert_string_equal(all.items[0].message, "Literal rendering of “silver bullet”");
  findings_free(&all);
  mdq_linter_free(linter);
}

static void test_regular_expressions(void **state) {
  (void)state;
  static const struct match_case cases[] = {
    { "خدمة 24/7 للزبائن", "24/7", "على مدار الساعة" },
    { "خدمة 124/7 للزبائن", NULL, NULL },
    { "خدمة 24/7 في فندق", NULL, NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  regex: '\\b24/7\\b'\n  unless-near: [فندق]\n  suggest: [على مدار الساعة]\n", cases);
  static const struct match_case letters[] = {
    { "للاشتراك اضغط هنا.", "اضغط هنا", NULL },
    { "وسم #اضغط هنا", "اضغط هنا", NULL }, /* letters outside of words */
    { "اضغط الزر", NULL, NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  regex: 'اضغط\\s+هنا'\n  suggest: []\n", letters);
}

/* A regular expression that backtracks for ever is cut short, and the line counts as clean. */
static void test_costly_expressions_are_cut_short(void **state) {
  (void)state;
  mdq_linter *linter = linter_with("x", "  regex: '(?:(?:ا+)+)+ب'\n  suggest: []\n");
  char text[4001];
  memset(text, ' ', sizeof text);
  for (size_t i = 0; i < 4000; i += 2) memcpy(text + i, "ا", 2);
  memcpy(text + 3998, " b", 2);
  text[4000] = '\0';
  check_with(linter, text, NULL, NULL, NULL);
  mdq_linter_free(linter);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_words_in_a_row),
    cmocka_unit_test(test_alternatives_optional_words_and_phrases),
    cmocka_unit_test(test_gaps),
    cmocka_unit_test(test_a_gap_before_the_trigger),
    cmocka_unit_test(test_marks_in_patterns),
    cmocka_unit_test(test_the_replaced_part_is_reported),
    cmocka_unit_test(test_clitics_before_articles_and_constructs),
    cmocka_unit_test(test_clitics_of_exact_words_and_verbs),
    cmocka_unit_test(test_near),
    cmocka_unit_test(test_unless_near),
    cmocka_unit_test(test_conditions_come_before_overlaps),
    cmocka_unit_test(test_document_conditions),
    cmocka_unit_test(test_positions),
    cmocka_unit_test(test_source_conditions),
    cmocka_unit_test(test_the_source_makes_it_an_error),
    cmocka_unit_test(test_messages),
    cmocka_unit_test(test_regular_expressions),
    cmocka_unit_test(test_costly_expressions_are_cut_short),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
