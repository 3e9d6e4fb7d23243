/* Entries at work: sequences, conditions, and the clitics put back on suggestions. */
#include "pack_support.h"

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

/* A phrase is tried where two of its atoms stand: near each other on either side, over gaps and optional words. */
static void test_two_gaps(void **state) {
  (void)state;
  static const struct match_case cases[] = {
    { "فتح الباب على مصراعيه أمام كل المضاربين", "الباب على مصراعيه أمام كل المضاربين", NULL },
    { "فتح الباب مصراعيه المضاربين", "الباب مصراعيه المضاربين", NULL },
    { "أمام المضاربين فتح الباب على مصراعيه", NULL, NULL },
    { "فتح الباب واسعا وسريعا، على مصراعيه أمام المضاربين", NULL, NULL },
    { "الباب الباب على مصراعيه أمام المضاربين", "الباب الباب على مصراعيه أمام المضاربين", NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'باب ..2 (على) مصراعيه (امام) ..1 مضارب*'\n  suggest: []\n", cases);
}

/* Whatever the order of the phrases. */
static void test_of_equal_matches_the_one_that_replaces_most_stays(void **state) {
  (void)state;
  static const struct match_case cases[] = { { "نزل إلى جحر الأرنب", "جحر الأرنب", NULL }, { NULL, NULL, NULL } };
  check_entry("  pattern: 'جحر ..1 <ارنب> ; جحر ..1 ارنب'\n  suggest: []\n", cases);
  check_entry("  pattern: 'جحر ..1 ارنب ; جحر ..1 <ارنب>'\n  suggest: []\n", cases);
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
  static const struct match_case marks[] = {
    { "قال: توقف، كامل", "توقف، كامل", NULL },
    { "قال «توقف» كامل", "«توقف» كامل", NULL },
    { "قال \"توقف\" كامل", "\"توقف\" كامل", NULL },
    { "قال (توقف) كامل", "(توقف) كامل", NULL },
    { "قال: توقف؛ كامل", "توقف؛ كامل", NULL },
    { "توقف 50% كامل", "50% كامل", NULL },
    { "توقف; كامل", "توقف; كامل", NULL },
    { "توقف… كامل", "توقف… كامل", NULL },
    { "توقف كامل", NULL, NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'توقف ،/؛/\\;/… كامل ; «/\"/\\( توقف »/\"/\\) كامل ; 50 % كامل'\n  suggest: []\n", marks);
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

/* Where an entry marks the place of the article, it stands there if the words that go are definite. */
static void test_marked_articles(void **state) {
  (void)state;
  static const struct match_case construct[] = {
    { "أرسلت ناقلة الطائرات", "ناقلة الطائرات", "حاملة الطائرات" },
    { "أرسلت ناقلة طائرات", "ناقلة طائرات", "حاملة طائرات" },
    { "وصلت وبناقلة الطائرات", "وبناقلة الطائرات", "وبحاملة الطائرات" },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'ناقله طائرات'\n  suggest: ['حاملة (ال)طائرات']\n", construct);
  static const struct match_case adjective[] = {
    { "سقطت للقطط", "للقطط", "للأمطار الغزيرة" },
    { "سقطت القطط", "القطط", "الأمطار الغزيرة" },
    { "سقطت قطط", "قطط", "أمطار غزيرة" },
    { "سقطت بقطط", "بقطط", "بأمطار غزيرة" },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'قطط'\n  suggest: ['(ال)أمطار (ال)غزيرة']\n", adjective);
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
    { "وقطع الزوايا", "وقطع الزوايا", "وتهاون" },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: '@قطع* زوايا'\n  suggest: [تهاون]\n", verb);
}

/* What would be no Arabic in the place of what was found is told, but is no fix. */
static void test_verbs_agree_or_are_no_fix(void **state) {
  (void)state;
  static const struct match_case past[] = {
    { "كسر الأرض", "كسر", "ألغى" },
    { "وكسرت الأرض", "وكسرت", "وألغت" },
    { "يكسر الأرض", "يكسر", "" },
    { "كسروا الأرض", "كسروا", "" },
    { "لكسر الأرض", "لكسر", "" },
    { "بدأ في كسر الأرض", "كسر", "" }, /* a verbal noun */
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: '<@كسر*/لكسر> =الأرض'\n  suggest: [ألغى]\n", past);
  static const struct match_case present[] = {
    { "يكسر الأرض", "يكسر", "يبلغ" },
    { "تكسر الأرض", "تكسر", "" },
    { "سيكسر الأرض", "سيكسر", "" },
    { "يكسرون الأرض", "يكسرون", "" },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: '<@كسر*> =الأرض'\n  suggest: [يبلغ]\n", present);
  static const struct match_case owner[] = {
    { "انكسر الأرض", "انكسر", "تولى منصبه" },
    { "انكسرت الأرض", "انكسرت", "" }, /* منصبها */
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: '<@انكسر*> =الأرض'\n  suggest: [تولى منصبه]\n", owner);
  static const struct match_case noun[] = { { "يكسر الأرض", "يكسر", "" }, { "كسر الأرض", "كسر", "شباك" }, { NULL, NULL, NULL } };
  check_entry("  pattern: '<@كسر*> =الأرض'\n  suggest: [شباك]\n", noun);
}

static void test_words_in_a_gap_are_not_replaced(void **state) {
  (void)state;
  static const struct match_case cases[] = {
    { "حكم الوزير خارجا", "حكم الوزير خارجا", "" },
    { "حكم خارجا", "حكم خارجا", "استبعد" },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: '=حكم ..2 =خارجا'\n  suggest: [استبعد]\n", cases);
  static const struct match_case outside[] = { { "حكم الوزير خارجا", "حكم", "استبعد" }, { NULL, NULL, NULL } };
  check_entry("  pattern: '<=حكم> ..2 =خارجا'\n  suggest: [استبعد]\n", outside);
}

/* A span that ends short of a word of the suggestion leaves that word in the draft: it is not put there again. */
static void test_words_are_not_doubled(void **state) {
  (void)state;
  static const struct match_case cases[] = {
    { "اشترى أسهم شرائح زرقاء أمس", "شرائح زرقاء", "قيادية" },
    { "اشترى شرائح زرقاء قيادية", "شرائح زرقاء", "أسهم" },
    { "اشترى شرائح زرقاء أمس", "شرائح زرقاء", "أسهم قيادية" },
    { "اشترى الأسهم شرائح زرقاء", "شرائح زرقاء", "" }, /* not the same form: neither cut nor put there */
    { "اشترى أسهم، شرائح زرقاء", "شرائح زرقاء", "أسهم قيادية" },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: 'شرائح زرقاء'\n  suggest: [أسهم قيادية]\n", cases);
  static const struct match_case single[] = { { "عقد آجل عقد", "آجل", "" }, { NULL, NULL, NULL } };
  check_entry("  pattern: '=آجل'\n  suggest: [عقد]\n", single);
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

/* Of several alternatives a message shows the first. */
static void test_the_english_shown(void **state) {
  (void)state;
  static const struct { const char *english, *shown; } cases[] = {
    { "'run, ran, run for office'", "run" }, { "step down; quit", "step down" }, { "'1,000 (a grand, so to speak) dollars'", "1,000 (a grand, so to speak) dollars" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    static struct findings all;
    char message[128];
    mdq_linter *linter = linter_with(cases[i].english, "  pattern: 'رصاص* فضي*'\n  suggest: []\n");
    lint_bytes(linter, "رصاصة فضية", strlen("رصاصة فضية"), NULL, &all);
    snprintf(message, sizeof message, "Literal rendering of “%s”", cases[i].shown);
    assert_string_equal(all.items[0].message, message);
    findings_free(&all);
    mdq_linter_free(linter);
  }
}

/* «التنحّى» and «الللطوارئ» have been proposed. */
static void test_the_article_stands_before_nouns_alone(void **state) {
  (void)state;
  static const struct match_case verb[] = { { "وخطت إلى أسفل", "وخطت إلى أسفل", "وصعدت" }, { NULL, NULL, NULL } };
  check_entry("  pattern: '@خطت =إلى =أسفل'\n  suggest: [صعدت]\n", verb);
  static const struct match_case adverb[] = { { "بالخطوة إلى أسفل", "بالخطوة إلى أسفل", "نادرًا" }, { NULL, NULL, NULL } };
  check_entry("  pattern: 'خطوة =إلى =أسفل'\n  suggest: [نادرًا]\n", adverb);
  static const struct match_case preposition[] = { { "اليوم الممطر", "الممطر", "للطوارئ" }, { NULL, NULL, NULL } };
  check_entry("  pattern: '=اليوم <ممطر>'\n  suggest: [للطوارئ]\n", preposition);
  static const struct match_case possessed[] = { { "العودة الضريبية", "العودة", "إقراراته" }, { NULL, NULL, NULL } };
  check_entry("  pattern: '<عودة> ضريبية'\n  suggest: [إقراراته]\n", possessed);
  static const struct match_case name[] = { { "بالتكبير على الهاتف", "بالتكبير", "بزووم" }, { NULL, NULL, NULL } };
  check_entry("  pattern: '<تكبير> على هاتف'\n  suggest: [زووم]\n", name);
  static const struct match_case noun[] = { { "بالعاصمة المغامرة", "بالعاصمة المغامرة", "برأس المال" }, { NULL, NULL, NULL } };
  check_entry("  pattern: 'عاصمة مغامرة'\n  suggest: [رأس المال]\n", noun);
}

/* An entry of many names does not know which one is meant. */
static void test_an_entry_of_several_names_proposes_none(void **state) {
  (void)state;
  mdq_linter *linter = linter_with("North Korea, South Africa", "  pattern: 'كوريا شمال ; أفريقيا جنوبية'\n  several: true\n  suggest: [كوريا الشمالية, جنوب أفريقيا]\n");
  static const char text[] = "رئيس أفريقيا الجنوبية";
  struct findings all;
  lint_bytes(linter, text, sizeof text - 1, NULL, &all);
  assert_int_equal(all.count, 1);
  assert_int_equal(all.items[0].fix_count, 0);
  assert_null(strstr(all.items[0].message, "Korea"));
  findings_free(&all);
  mdq_linter_free(linter);
}

/* Verb first, its subject in the gap: what stands there is context, too; the pattern's own words are none. */
static void test_words_in_a_gap_count_as_near(void **state) {
  (void)state;
  static const struct match_case wanted[] = {
    { "أسقط المدعي التهم", "أسقط", "ألغى" },
    { "أسقط الولد التهم", NULL, NULL },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: '<أسقط> ..2 التهم'\n  near: [مدعي, التهم]\n  suggest: [ألغى]\n", wanted);
  static const struct match_case unwanted[] = {
    { "أسقط المدعي التهم", NULL, NULL },
    { "أسقط الولد التهم", "أسقط", "حذف" },
    { NULL, NULL, NULL },
  };
  check_entry("  pattern: '<أسقط> ..2 التهم'\n  unless-near: [مدعي, التهم]\n  suggest: [حذف]\n", unwanted);
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
    cmocka_unit_test(test_two_gaps),
    cmocka_unit_test(test_of_equal_matches_the_one_that_replaces_most_stays),
    cmocka_unit_test(test_marks_in_patterns),
    cmocka_unit_test(test_the_replaced_part_is_reported),
    cmocka_unit_test(test_clitics_before_articles_and_constructs),
    cmocka_unit_test(test_clitics_of_exact_words_and_verbs),
    cmocka_unit_test(test_marked_articles),
    cmocka_unit_test(test_verbs_agree_or_are_no_fix),
    cmocka_unit_test(test_words_in_a_gap_are_not_replaced),
    cmocka_unit_test(test_words_are_not_doubled),
    cmocka_unit_test(test_messages),
    cmocka_unit_test(test_the_english_shown),
    cmocka_unit_test(test_the_article_stands_before_nouns_alone),
    cmocka_unit_test(test_an_entry_of_several_names_proposes_none),
    cmocka_unit_test(test_words_in_a_gap_count_as_near),
    cmocka_unit_test(test_regular_expressions),
    cmocka_unit_test(test_costly_expressions_are_cut_short),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
