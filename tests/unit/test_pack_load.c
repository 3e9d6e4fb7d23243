/* Packs that cannot be loaded say where; what loads becomes rules; literals of regular expressions; seeds. */
#include "pack_support.h"

#include "pack/literals.h"
#include "pack/pack.h"

static const char good_fields[] = "  pattern: 'رصاص* فضي*'\n  suggest: [حل سحري]\n";

static void expect_error(const char *const *packs, size_t count, const char *file, size_t line, size_t column, const char *message) {
  struct pack_dir dir = pack_dir_new(packs, count);
  struct mdq_packs *loaded;
  struct mdq_error error = { 0 };
  enum mdq_status status = mdq_packs_load(&loaded, dir.path, &error);
  pack_dir_remove(&dir);
  if (!status) fail_msg("loaded: %s", packs[count - 1]);
  assert_int_equal(status, MDQ_NO_DATA);
  assert_null(loaded);
  if (!strstr(error.file, file)) fail_msg("file %s instead of %s", error.file, file);
  if (!strstr(error.message, message)) fail_msg("“%s” instead of “%s”", error.message, message);
  if (error.line != line || error.column != column) fail_msg("%s: at %zu:%zu instead of %zu:%zu", error.message, error.line, error.column, line, column);
}

static void expect_pack_error(const char *pack, size_t line, size_t column, const char *message) {
  expect_error(&pack, 1, "idioms/test-1.yaml", line, column, message);
}

/* An entry whose fields (after its severity, so from line 5 on) are wrong. */
static void expect_entry_error(const char *fields, size_t line, size_t column, const char *message) {
  char pack[8192];
  write_entry(pack, sizeof pack, "silver bullet", fields);
  expect_pack_error(pack, line, column, message);
}

static void test_broken_yaml(void **state) {
  (void)state;
  expect_pack_error("- id: idiom/x\n  english: [a\n- id: b\n", 3, 5, "expected ',' or ']'");
  expect_pack_error("- id: 'open\n", 1, 7, "unexpected end");
  expect_pack_error("- \xFF\n", 1, 3, "UTF-8");
  expect_pack_error("id: idiom/x\n", 1, 1, "not a list");
  expect_pack_error("- idiom/x\n", 1, 3, "not a mapping");
  expect_pack_error("# nothing\n---\n- a: b\n---\n- c: d\n", 5, 1, "second document");
}

static void test_fields(void **state) {
  (void)state;
  expect_entry_error("  patern: x\n", 5, 3, "entry: “patern” is not one of its keys: id, english, ");
  expect_entry_error("  pattern: باب\n  pattern: دار\n  suggest: []\n", 6, 3, "stands twice");
  expect_entry_error("  pattern: باب\n", 1, 3, "“suggest” is missing");
  expect_entry_error("  suggest: []\n", 1, 3, "one of “pattern”, “regex” and “literal”");
  expect_entry_error("  pattern: باب\n  regex: باب\n  suggest: []\n", 1, 3, "“pattern” and “regex” exclude each other");
  expect_entry_error("  pattern: [باب]\n  suggest: []\n", 5, 12, "pattern: not a text");
  expect_entry_error("  pattern: ''\n  suggest: []\n", 5, 12, "pattern: empty");
  expect_entry_error("  pattern: باب\n  suggest: كلمة\n", 6, 12, "suggest: not a list");
  expect_entry_error("  pattern: باب\n  suggest: []\n  position: middle\n", 7, 13, "position: “middle” is not one of: first-lines, last-lines, headline, caption");
  expect_entry_error("  pattern: باب\n  suggest: []\n  near: []\n", 7, 9, "near: at least 1 needed");
}

static void test_suggestions(void **state) {
  (void)state;
  expect_entry_error("  pattern: باب\n  suggest: [دار, '']\n", 6, 18, "suggest: empty");
  expect_entry_error("  pattern: باب\n  suggest: [' ']\n", 6, 13, "suggest: empty");
  expect_entry_error("  pattern: باب\n  suggest: ['(ال)']\n", 6, 14, "suggest: a word is missing behind “(ال)”");
  expect_entry_error("  pattern: باب\n  suggest: ['دار (ال) باب']\n", 6, 18, "suggest: a word is missing behind “(ال)”");
  expect_entry_error("  pattern: باب\n  suggest: [\"دار\\nباب\"]\n", 6, 13, "suggest: more than one line");
  expect_entry_error("  pattern: باب\n  suggest: [دار, باب, دار]\n", 6, 23, "suggest: stands here already");
  expect_entry_error("  pattern: باب\n  suggest: ['(ال)دار ']\n", 6, 13, "suggest: a space at an edge");
  expect_entry_error("  pattern: باب\n  suggest: ['حاملة (الطائرات']\n", 6, 20, "suggest: “(” without “)”");
  expect_entry_error("  pattern: باب\n  suggest: ['حاملة ال)طائرات']\n", 6, 22, "suggest: “)” without “(”");
}

static void test_what_is_no_english(void **state) {
  (void)state;
  static const struct { const char *english, *message; size_t column; } cases[] = {
    { "(a remark)", "english: no word of English outside of “()”", 12 }, { "an expression (in news", "english: “(” without “)”", 26 },
    { "'in news)'", "english: “)” without “(”", 20 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char pack[8192];
    write_entry(pack, sizeof pack, cases[i].english, good_fields);
    expect_pack_error(pack, 2, cases[i].column, cases[i].message);
  }
}

static void test_what_needs_quotes(void **state) {
  (void)state;
  expect_entry_error("  pattern: @كسر*\n  suggest: []\n", 5, 12, "does the text need quotes?");
  expect_entry_error("  pattern: *كسر\n  suggest: []\n", 5, 13, "does the text need quotes?");
  expect_entry_error("  pattern: كسر: باب\n  suggest: []\n", 5, 15, "does the text need quotes");
  expect_entry_error("  pattern: 'كسر باب\n  suggest: []\n", 5, 12, "the quotation that begins here does not end");
  expect_entry_error("  pattern: \"كسر\" باب\n  suggest: []\n", 5, 18, "go on behind it?");
}

static void test_conditions(void **state) {
  (void)state;
  expect_entry_error("  pattern: باب\n  suggest: []\n  within: 5\n", 7, 11, "within: says nothing without “near”");
  expect_entry_error("  pattern: باب\n  suggest: []\n  in-sentence: true\n", 7, 16, "in-sentence: says nothing without “near”");
  expect_entry_error("  pattern: باب\n  suggest: []\n  near: [دار]\n  unless-within: 5\n", 8, 18, "unless-within: says nothing without “unless-near”");
  static const char *const wrong[] = { "0", "101", "-3", "5x", "99999999999999999999" };
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    char fields[256];
    snprintf(fields, sizeof fields, "  pattern: باب\n  suggest: []\n  near: [دار]\n  within: %s\n", wrong[i]);
    expect_entry_error(fields, 8, 11, "within: not a number of tokens from 1 to 100");
  }
  expect_entry_error("  pattern: باب\n  suggest: []\n  near: [دار]\n  in-sentence: yes\n", 8, 16, "in-sentence: “yes” is not one of: false, true");
  expect_entry_error("  pattern: باب\n  suggest: []\n  unless-in-source: keep\n", 7, 21, "unless-in-source: “keep” is not one of: lower, drop");
  expect_entry_error("  pattern: باب\n  suggest: []\n  near: ['regex:  (']\n", 7, 20, "near: missing closing parenthesis");
  expect_entry_error("  pattern: باب\n  suggest: []\n  near: ['regex: ']\n", 7, 10, "near: the regex is empty");
  expect_entry_error("  pattern: باب\n  suggest: []\n  document-has: ['regex:x']\n", 7, 18, "document-has: a regex cannot stand here");
  expect_entry_error("  literal: باب <دار\n  suggest: []\n", 5, 16, "literal: “<” without “>”");
  expect_entry_error("  pattern: ابجدهوزحطيكلمنسعفصقرشتثخذضظغابجدهوزحطيكلمنسع\n  suggest: []\n", 5, 12, "pattern: a word of more than 40 letters");
}

/* Those of a user are sorted with each other; a file named twice is read once. */
static void test_files(void **state) {
  (void)state;
  char pack[8192], other[8192];
  write_entry(pack, sizeof pack, "silver bullet", good_fields);
  snprintf(other, sizeof other, "- id: idiom/a%s", pack + strlen("- id: idiom/test"));
  const char *packs[] = { pack, other };
  struct pack_dir dir = pack_dir_new(packs, 2);
  char first[640], second[640];
  snprintf(first, sizeof first, "%s/idioms/test-1.yaml", dir.path);
  snprintf(second, sizeof second, "%s/idioms/test-2.yaml", dir.path);
  const char *const files[] = { first, second, first, NULL };
  struct mdq_packs *loaded = NULL;
  struct mdq_error error = { 0 };
  if (mdq_packs_load_files(&loaded, files, &error)) fail_msg("%s", error.message);
  const struct mdq_rule_group *group = mdq_packs_group(loaded);
  assert_int_equal(group->rule_count, 2);
  assert_string_equal(group->rules[0].id, "idiom/a");
  assert_string_equal(group->rules[1].id, "idiom/test");
  mdq_packs_free(loaded);
  const char *const absent[] = { "/no/such/pack.yaml", NULL };
  assert_int_equal(mdq_packs_load_files(&loaded, absent, &error), MDQ_NO_DATA);
  assert_string_equal(error.file, "/no/such/pack.yaml");
  pack_dir_remove(&dir);
}

static void test_names(void **state) {
  (void)state;
  static const char entry[] = "- id: %s\n  english: x\n  mechanism: %s\n  severity: %s\n  pattern: باب\n  suggest: []\n"
                              "  why: {en: e, ar: ا}\n  bad: [ا]\n  good: [ا, ب]\n";
  static const struct {
    const char *id, *mechanism, *severity, *message;
    size_t line, column;
  } cases[] = {
    { "idiom/x", "magic", "warning", "mechanism: “magic” is not one of: literal-idiom, polysemy, ", 3, 14 },
    { "idiom/x", "polysemy", "fatal", "severity: “fatal” is not one of: note, warning, error", 4, 13 },
    { "idiom", "polysemy", "note", "family/slug", 1, 7 },
    { "idiom/X", "polysemy", "note", "family/slug", 1, 13 },
    { "idiom/x-", "polysemy", "note", "family/slug", 1, 14 },
    { "idiom/x/y", "polysemy", "note", "family/slug", 1, 14 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char pack[1024];
    snprintf(pack, sizeof pack, entry, cases[i].id, cases[i].mechanism, cases[i].severity);
    expect_pack_error(pack, cases[i].line, cases[i].column, cases[i].message);
  }
}

static void test_english(void **state) {
  (void)state;
  static const char rest[] = "\n  mechanism: polysemy\n  severity: note\n  pattern: باب\n  suggest: []\n  why: {en: e, ar: ا}\n  bad: [ا]\n  good: [ا, ب]\n";
  static const char *const wrong[] = { "x ... b ... c ... d", "ok, one two three four five six seven eight nine ten eleven twelve thirteen" };
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    char pack[1024];
    snprintf(pack, sizeof pack, "- id: idiom/x\n  english: %s%s", wrong[i], rest);
    expect_pack_error(pack, 2, 12, "english: an alternative of more than twelve words, or with more than two “...”");
  }
}

static void test_texts(void **state) {
  (void)state;
  static const char head[] = "- id: idiom/x\n  english: x\n  mechanism: polysemy\n  severity: note\n  pattern: باب\n  suggest: []\n";
  static const struct {
    const char *rest, *message;
    size_t line, column;
  } cases[] = {
    { "  why: {en: e}\n  bad: [ا]\n  good: [ا, ب]\n", "“ar” is missing", 7, 8 },
    { "  why: {en: e, ar: ا, fr: f}\n  bad: [ا]\n  good: [ا, ب]\n", "why: “fr” is not one of its keys: en, ar", 7, 23 },
    { "  why: {en: e, ar: ا}\n  bad: []\n  good: [ا, ب]\n", "bad: at least 1", 8, 8 },
    { "  why: {en: e, ar: ا}\n  bad: [ا]\n  good: [ا]\n", "good: at least 2", 9, 9 },
    { "  why: {en: e, ar: ا}\n  bad: [{source: s}]\n  good: [ا, ب]\n", "“text” is missing", 8, 9 },
    { "  why: {en: e, ar: ا}\n  bad: [ا]\n  good: [ا, {text: ب, fixed: ت}]\n", "good: “fixed” is not one of its keys: text, source", 9, 23 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char pack[1024];
    snprintf(pack, sizeof pack, "%s%s", head, cases[i].rest);
    expect_pack_error(pack, cases[i].line, cases[i].column, cases[i].message);
  }
}

static void test_errors_inside_patterns(void **state) {
  (void)state;
  expect_entry_error("  pattern: باب <دار\n  suggest: []\n", 5, 16, "“<” without “>”");
  expect_entry_error("  pattern: 'باب <دار'\n  suggest: []\n", 5, 17, "“<” without “>”");
  expect_entry_error("  pattern: \"باب <دار\"\n  suggest: []\n", 5, 17, "“<” without “>”");
  expect_entry_error("  pattern: \"\\u0628\\u0627 <دار\"\n  suggest: []\n", 5, 12, "“<” without “>”");
  expect_entry_error("  pattern: باب\n  near: [باب, 'دار*سور']\n  suggest: []\n", 6, 20, "near: a condition is one token");
  expect_entry_error("  pattern: باب\n  document-has: ['باب دار']\n  suggest: []\n", 6, 23, "document-has: a condition is one token");
  expect_entry_error("  regex: 'با(ب'\n  suggest: []\n", 5, 15, "parenthes");
}

/* Each letter of the mark moved the first line by a column, so that the second entry seemed to stand elsewhere. */
static void test_byte_order_mark(void **state) {
  (void)state;
  char entry[4096], pack[8400];
  write_entry(entry, sizeof entry, "silver bullet", good_fields);
  snprintf(pack, sizeof pack, "\xEF\xBB\xBF%s%s", entry, entry);
  expect_pack_error(pack, 10, 7, "idiom/test is already used at ");
}

/* The parser took a minute for a hundred thousand brackets. */
static void test_deep_nesting(void **state) {
  (void)state;
  enum { DEPTH = 100000 };
  char *pack = malloc(DEPTH + 1);
  assert_non_null(pack);
  memset(pack, '[', DEPTH);
  pack[DEPTH] = '\0';
  expect_pack_error(pack, 1, 201, "nested too deep");
  free(pack);
}

static void test_what_is_not_utf8(void **state) {
  (void)state;
  expect_pack_error("# باب\n# با\xFFب\n", 2, 5, "UTF-8");
  expect_entry_error("  regex: 'باب\\C'\n  suggest: []\n", 5, 16, "\\C");
}

static void test_duplicates_across_files(void **state) {
  (void)state;
  char pack[8192], other[8300];
  write_entry(pack, sizeof pack, "silver bullet", good_fields);
  snprintf(other, sizeof other, "# the same\n%s", pack);
  const char *packs[] = { pack, other };
  expect_error(packs, 2, "idioms/test-2.yaml", 2, 7, "idiom/test is already used at ");
}

static void test_missing_directory(void **state) {
  (void)state;
  struct mdq_packs *packs;
  struct mdq_error error = { 0 };
  assert_int_equal(mdq_packs_load(&packs, "/no/such/place", &error), MDQ_NO_DATA);
  assert_string_equal(error.file, "/no/such/place/idioms");
}

static void test_entries_become_rules(void **state) {
  (void)state;
  const char *pack = "- id: idiom/a-b\n  english: a/b\n  mechanism: named-entity\n  severity: error\n  pattern: باب\n  suggest: []\n"
                     "  why: {en: because, ar: لأن}\n  bad: [واحد, {text: اثنان, source: two, fixed: ٢}]\n  good: [ثلاثة, أربعة]\n";
  const char *packs[] = { "# empty\n", pack };
  struct pack_dir dir = pack_dir_new(packs, 2);
  struct mdq_packs *loaded = NULL;
  struct mdq_error error = { 0 };
  assert_int_equal(mdq_packs_load(&loaded, dir.path, &error), MDQ_OK);
  pack_dir_remove(&dir);
  const struct mdq_rule_group *group = mdq_packs_group(loaded);
  assert_int_equal(group->rule_count, 1);
  const struct mdq_rule *rule = group->rules;
  assert_string_equal(rule->id, "idiom/a-b");
  assert_int_equal(rule->severity, MDQ_ERROR);
  assert_int_equal(rule->certainty, MDQ_CERTAIN);
  assert_string_equal(rule->category, "accuracy/mistranslation");
  assert_string_equal(rule->since, "0.1");
  assert_string_equal(rule->rationale.ar, "لأن");
  assert_string_equal(rule->bad[0].text, "واحد");
  assert_null(rule->bad[0].source);
  assert_string_equal(rule->bad[1].source, "two");
  assert_string_equal(rule->bad[1].fixed, "٢");
  assert_null(rule->bad[2].text);
  assert_string_equal(rule->good[1], "أربعة");
  assert_null(rule->good[2]);
  mdq_packs_free(loaded);
}

static void expect_literals(const char *expression, size_t count, const char *first, const char *last) {
  struct mdq_needs needs;
  struct mdq_literals literals = mdq_required_literals(mdq_span_str(expression), &needs);
  if (literals.count != count) fail_msg("%s: %zu literals instead of %zu", expression, literals.count, count);
  if (!count) return;
  assert_true(mdq_span_is(mdq_span_of(literals.bytes[0], literals.length[0]), first));
  assert_true(mdq_span_is(mdq_span_of(literals.bytes[count - 1], literals.length[count - 1]), last));
}

/* What a match must contain is never claimed too boldly: a filter that is wrong hides findings. */
static void test_required_literals(void **state) {
  (void)state;
  expect_literals("\\b24/7\\b", 1, "24/7", "24/7");
  expect_literals("\\b(9/11|11/9)\\b", 2, "9/11", "11/9");
  expect_literals("(?:صور[ةه]?|تصوير)\\s+بواسط[ةه]", 1, "بواسط", "بواسط");
  expect_literals("ab?cd", 1, "cd", "cd");
  expect_literals("abc*", 1, "ab", "ab");
  expect_literals("ab(cdef)?g", 1, "ab", "ab");
  expect_literals("ab(cdef)g", 1, "cdef", "cdef");
  expect_literals("a\\.b", 1, "a.b", "a.b");
  expect_literals("(?!abc)de", 1, "de", "de");
  expect_literals("(?=abc)d", 1, "abc", "abc");
  expect_literals("a{0,3}", 0, NULL, NULL);
  expect_literals("abc|", 0, NULL, NULL);
  expect_literals("abc|d*", 0, NULL, NULL);
  expect_literals("abc{x|d", 0, NULL, NULL);
  expect_literals("(?i)abc", 0, NULL, NULL);
  expect_literals("\\Qabc\\E", 0, NULL, NULL);
  expect_literals("[abc]d|[^]x]e", 2, "d", "e");
  expect_literals("[[:alpha:]]abc", 0, NULL, NULL);
}

/* The ways as text: clauses joined by &, their literals by |, ways by a space. */
static void expect_ways(const char *expression, const char *expected) {
  struct mdq_needs needs;
  mdq_required_literals(mdq_span_str(expression), &needs);
  struct mdq_buf text;
  mdq_buf_init(&text);
  for (size_t way = 0; way < needs.way_count; way++) {
    if (way) mdq_buf_addc(&text, ' ');
    for (uint64_t left = needs.ways[way]; left; left &= left - 1) {
      const struct mdq_literals *clause = &needs.clauses[__builtin_ctzll(left)];
      for (size_t i = 0; i < clause->count; i++) {
        if (i) mdq_buf_addc(&text, '|');
        mdq_buf_add(&text, mdq_span_of(clause->bytes[i], clause->length[i]));
      }
      if (left & (left - 1)) mdq_buf_addc(&text, '&');
    }
  }
  if (!mdq_span_is(mdq_buf_span(&text), expected)) fail_msg("%s: %s instead of %s", expression, text.ptr, expected);
  mdq_buf_free(&text);
}

/* A match contains a literal of every clause of one of the ways; what may be missing is in none. */
static void test_needs(void **state) {
  (void)state;
  expect_ways("ab", "ab");
  expect_ways("ab\\s+cd", "ab&cd");
  expect_ways("ab|cd", "ab|cd");
  expect_ways("(?:ab|cd)\\s+(?:ef|gh)", "ab|cd&ef|gh");
  expect_ways("ab\\s+cd|ef", "ab&cd ef");
  expect_ways("ab\\s+cd|ef|gh", "ab&cd ef|gh");
  expect_ways("ab(?:cd\\s+ef|gh\\s+ij)", "ab&cd&ef ab&gh&ij");
  expect_ways("ab(?:cd)?\\s+ef", "ab&ef");
  expect_ways("ab(?!cd)\\s+ef", "ab&ef");
  expect_ways("ab(?:cd|\\d)", "ab");
  expect_ways("ab|\\d", "");
  expect_ways("(?i)ab", "");
}

/* How many tokens may stand between the start of a match and the last clause. */
static void expect_lead(const char *expression, unsigned lead) {
  struct mdq_needs needs;
  mdq_required_literals(mdq_span_str(expression), &needs);
  assert_true(needs.clause_count > 0);
  if (needs.lead[needs.clause_count - 1] != lead) fail_msg("%s: %u instead of %u", expression, needs.lead[needs.clause_count - 1], lead);
}

/* Never too few, or a match would be looked for behind its start. */
static void test_leads(void **state) {
  (void)state;
  expect_lead("صور", 0);
  expect_lead("\\s*صور", 0);
  expect_lead("كتب\\s+صور", 1);
  expect_lead("(?:ال)?صور", 1);
  expect_lead("(?:^|[(,]\\s*)\\K(?:كتب\\s+ثم\\s+|قال\\s+)?صور", 3);
  expect_lead("[^x]+صور", MDQ_LEAD_UNKNOWN);
  expect_lead(".{1,30}صور", MDQ_LEAD_UNKNOWN);
  expect_lead("(?:كتب\\s+)*صور", MDQ_LEAD_UNKNOWN);
  expect_lead("(?<=صور\\s)", MDQ_LEAD_UNKNOWN);
  expect_lead("ab\\s+صور", 2);
}

static void test_literals_in_text(void **state) {
  (void)state;
  static const struct {
    const char *expression, *text;
    bool there;
  } cases[] = {
    { "24/7", "24/7", true },       { "24/7", "4/7 24/7", true }, { "24/7", "24/8, 24/", false }, { "24/7", "/7", false },
    { "24/7", "", false },          { "/7", "24/7", true },       { "24/", "24/7", true },        { "مزيد|أكثر", "اقرأ أكثر", true },
    { "مزيد|أكثر", "اقرأ", false }, { "[ab]", "x", true },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct mdq_needs needs;
    struct mdq_literals literals = mdq_required_literals(mdq_span_str(cases[i].expression), &needs);
    if (mdq_literals_in(&literals, mdq_span_str(cases[i].text)) != cases[i].there) fail_msg("%s in %s", cases[i].expression, cases[i].text);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_broken_yaml),
    cmocka_unit_test(test_fields),
    cmocka_unit_test(test_names),
    cmocka_unit_test(test_suggestions),
    cmocka_unit_test(test_what_is_no_english),
    cmocka_unit_test(test_what_needs_quotes),
    cmocka_unit_test(test_conditions),
    cmocka_unit_test(test_files),
    cmocka_unit_test(test_english),
    cmocka_unit_test(test_texts),
    cmocka_unit_test(test_errors_inside_patterns),
    cmocka_unit_test(test_byte_order_mark), cmocka_unit_test(test_deep_nesting), cmocka_unit_test(test_what_is_not_utf8), cmocka_unit_test(test_duplicates_across_files),
    cmocka_unit_test(test_missing_directory),
    cmocka_unit_test(test_entries_become_rules),
    cmocka_unit_test(test_required_literals),
    cmocka_unit_test(test_needs),
    cmocka_unit_test(test_leads),
    cmocka_unit_test(test_literals_in_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
