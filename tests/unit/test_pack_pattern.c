/* The pattern language: what parses to what, and where errors are reported. */
#include "support.h"

#include "pack/pattern.h"
#include "text/utf8.h"

static struct mdq_arena arena;

static struct mdq_pattern parse(const char *text) {
  struct mdq_pattern pattern;
  struct mdq_pattern_error error;
  if (!mdq_pattern_parse(&arena, mdq_span_str(text), &pattern, &error)) fail_msg("%s: at %zu: %s", text, error.at, error.message);
  return pattern;
}

static void assert_atom(const struct mdq_atom *atom, enum mdq_atom_kind kind, const char *text) {
  assert_int_equal(atom->kind, kind);
  if (!mdq_span_is(atom->text, text)) fail_msg("%.*s instead of %s", (int)atom->text.len, atom->text.ptr, text);
}

static void test_atom_kinds(void **state) {
  (void)state;
  struct mdq_pattern pattern = parse("كتاب كتب* =الكتاب @كتب* @كتب");
  assert_int_equal(pattern.phrase_count, 1);
  const struct mdq_pattern_phrase *phrase = &pattern.phrases[0];
  assert_int_equal(phrase->element_count, 5);
  assert_atom(&phrase->elements[0].atoms[0], MDQ_ATOM_WORD, "كتاب");
  assert_atom(&phrase->elements[1].atoms[0], MDQ_ATOM_STEM, "كتب");
  assert_atom(&phrase->elements[2].atoms[0], MDQ_ATOM_EXACT, "الكتاب");
  assert_atom(&phrase->elements[3].atoms[0], MDQ_ATOM_VERB, "كتب");
  assert_atom(&phrase->elements[4].atoms[0], MDQ_ATOM_VERB_BARE, "كتب");
  assert_int_equal(phrase->replaced_from, phrase->replaced_to);
}

static void test_atoms_are_normalised(void **state) {
  (void)state;
  struct mdq_pattern pattern = parse("إيقاظ/مُؤَسَّسة*/رقائق/هدى ٢٤\\/٧");
  const struct mdq_pattern_element *elements = pattern.phrases[0].elements;
  assert_int_equal(elements[0].atom_count, 4);
  assert_atom(&elements[0].atoms[0], MDQ_ATOM_WORD, "ايقاظ");
  assert_atom(&elements[0].atoms[1], MDQ_ATOM_STEM, "موسسه");
  assert_atom(&elements[0].atoms[2], MDQ_ATOM_WORD, "رقايق");
  assert_atom(&elements[0].atoms[3], MDQ_ATOM_WORD, "هدي");
  assert_atom(&elements[1].atoms[0], MDQ_ATOM_WORD, "24/7");
}

static void test_optional_gap_and_replaced(void **state) {
  (void)state;
  const struct mdq_pattern_phrase phrase = *parse("ذكاء (=الاصطناعي/اصطناعي) ..3 <بطاط* مقلي*> =هنا").phrases;
  assert_int_equal(phrase.element_count, 6);
  assert_false(phrase.elements[0].optional);
  assert_true(phrase.elements[1].optional);
  assert_int_equal(phrase.elements[1].atom_count, 2);
  assert_int_equal(phrase.elements[2].gap, 3);
  assert_int_equal(phrase.elements[2].atom_count, 0);
  assert_int_equal(phrase.replaced_from, 3);
  assert_int_equal(phrase.replaced_to, 5);
  assert_true(phrase.elements[4].replaced);
  assert_false(phrase.elements[5].replaced);
}

static void test_phrases(void **state) {
  (void)state;
  struct mdq_pattern pattern = parse(" 9\\/11 ; =هجمات <11> سبتمبر;توقف كامل .");
  assert_int_equal(pattern.phrase_count, 3);
  assert_int_equal(pattern.phrases[1].element_count, 3);
  assert_int_equal(pattern.phrases[1].replaced_from, 1);
  assert_atom(&pattern.phrases[2].elements[2].atoms[0], MDQ_ATOM_WORD, ".");
  assert_int_equal(pattern.phrases[2].element_count, 3);
}

static void test_digits_separated_by_slashes_are_alternatives(void **state) {
  (void)state;
  const struct mdq_pattern_element element = parse("نوافذ 7/8/10").phrases[0].elements[1];
  assert_int_equal(element.atom_count, 3);
  assert_atom(&element.atoms[2], MDQ_ATOM_WORD, "10");
}

static void test_errors_have_positions(void **state) {
  (void)state;
  static const struct {
    const char *pattern;
    size_t letters; /* before the place of the error */
    const char *message;
  } cases[] = {
    { "", 0, "phrase is empty" },
    { "باب ; ", 6, "phrase is empty" },
    { "باب ; ; دار", 6, "phrase is empty" },
    { "باب//دار", 4, "a word is missing" },
    { "باب دار/", 8, "a word is missing" },
    { "باب *", 4, "before “*”" },
    { "باب @ دار", 4, "a word is missing" },
    { "=باب*", 4, "exclude each other" },
    { "دار ب*", 4, "at least two letters" },
    { "@ب", 1, "at least two letters" },
    { "باب*دار", 4, "cannot stand here" },
    { "باب دار، سور", 4, "not one token" },
    { "باب ABدار", 4, "not one token" },
    { "باب ...", 4, "a gap is" },
    { "باب ..0 دار", 4, "a gap is" },
    { "باب ..15 دار", 4, "a gap is" },
    { "باب ..3دار", 4, "a gap is" },
    { "باب (..3) دار", 5, "a gap stands for itself" },
    { "باب دار/..3 دار", 8, "a gap stands for itself" },
    { "..3 دار", 0, "cannot open" },
    { "باب ..3", 0, "cannot end" },
    { "باب ..3 ..2 دار", 8, "in a row" },
    { "باب ..3 دار ..2 سور ..1 بيت", 20, "more than 2 gaps" },
    { "(باب دار) سور", 0, "holds one token" },
    { "(باب", 0, "holds one token" },
    { "باب) دار", 3, "without “(”" },
    { "(باب) (دار)", 0, "every token of the phrase is optional" },
    { "باب <دار", 4, "“<” without “>”" },
    { "باب دار>", 7, "“>” without “<”" },
    { "<باب <دار>>", 5, "inside" },
    { "<باب> <دار>", 6, "a second" },
    { "<(باب)> دار", 0, "not optional" },
    { "باب <> دار", 4, "not optional" },
    { "باب <..2 دار>", 4, "at an edge" },
    { "باب\\", 3, "backslash" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct mdq_pattern pattern;
    struct mdq_pattern_error error;
    struct mdq_span text = mdq_span_str(cases[i].pattern);
    if (mdq_pattern_parse(&arena, text, &pattern, &error)) fail_msg("accepted: %s", cases[i].pattern);
    if (!strstr(error.message, cases[i].message)) fail_msg("%s: %s", cases[i].pattern, error.message);
    size_t letters = mdq_utf8_length(mdq_span_sub(text, 0, error.at));
    if (letters != cases[i].letters) fail_msg("%s: %s at %zu", cases[i].pattern, error.message, letters);
  }
}

static void test_too_long_a_phrase_is_refused(void **state) {
  (void)state;
  struct mdq_pattern pattern;
  struct mdq_pattern_error error;
  const char *longest = "اب اب اب اب اب اب اب اب اب اب اب اب اب اب اب اب";
  assert_true(mdq_pattern_parse(&arena, mdq_span_str(longest), &pattern, &error));
  char more[200];
  snprintf(more, sizeof more, "%s اب", longest);
  assert_false(mdq_pattern_parse(&arena, mdq_span_str(more), &pattern, &error));
  assert_non_null(strstr(error.message, "more than 16 tokens"));
}

static void test_conditions_are_single_atoms(void **state) {
  (void)state;
  struct mdq_atom atom;
  struct mdq_pattern_error error;
  assert_true(mdq_atom_parse(&arena, mdq_span_str(" رقاق* "), &atom, &error));
  assert_atom(&atom, MDQ_ATOM_STEM, "رقاق");
  assert_false(mdq_atom_parse(&arena, mdq_span_str("باب دار"), &atom, &error));
  assert_int_equal(error.at, strlen("باب "));
  assert_false(mdq_atom_parse(&arena, mdq_span_str("باب/دار"), &atom, &error));
  assert_int_equal(error.at, strlen("باب"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_atom_kinds),
    cmocka_unit_test(test_atoms_are_normalised),
    cmocka_unit_test(test_optional_gap_and_replaced),
    cmocka_unit_test(test_phrases),
    cmocka_unit_test(test_digits_separated_by_slashes_are_alternatives),
    cmocka_unit_test(test_errors_have_positions),
    cmocka_unit_test(test_too_long_a_phrase_is_refused),
    cmocka_unit_test(test_conditions_are_single_atoms),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  mdq_arena_free(&arena);
  return failed;
}
