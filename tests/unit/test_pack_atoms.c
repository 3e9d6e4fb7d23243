/* Which words satisfy which atoms. */
#include "support.h"

#include "lint/rule.h"
#include "pack/atoms.h"
#include "text/tokenize.h"

static struct mdq_arena arena;

static mdq_atom_id add(struct mdq_atoms *atoms, const char *text) {
  struct mdq_atom atom;
  struct mdq_pattern_error error;
  if (!mdq_atom_parse(&arena, mdq_span_str(text), &atom, &error)) fail_msg("%s: %s", text, error.message);
  return mdq_atoms_add(atoms, &arena, atom);
}

/* The first token of the text satisfies the atom. */
static bool satisfies(const char *atom, const char *text) {
  struct mdq_atoms atoms = { 0 };
  struct mdq_words words = { 0 };
  struct mdq_tokens tokens = { 0 };
  struct mdq_segment segment = { .text = mdq_span_str(text) };
  mdq_atom_id id = add(&atoms, atom);
  assert_true(id && mdq_tokenize(&segment, &tokens, &words));
  assert_true(segment.token_count > 0);
  const struct mdq_word_atoms *found = mdq_atoms_of_token(&atoms, false, &segment, 0, &words, &arena);
  bool satisfied = mdq_atom_set_match((struct mdq_atom_set){ &id, 1, mdq_atom_bit(&atoms, id) }, found) == id;
  mdq_tokens_free(&tokens);
  mdq_words_free(&words);
  return satisfied;
}

struct atom_case {
  const char *atom;
  const char *yes[8], *no[8];
};

static void check(const struct atom_case *cases, size_t count) {
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < 8 && cases[i].yes[k]; k++)
      if (!satisfies(cases[i].atom, cases[i].yes[k])) fail_msg("%s does not take %s", cases[i].atom, cases[i].yes[k]);
    for (size_t k = 0; k < 8 && cases[i].no[k]; k++)
      if (satisfies(cases[i].atom, cases[i].no[k])) fail_msg("%s takes %s", cases[i].atom, cases[i].no[k]);
  }
}

static void test_words_and_proclitics(void **state) {
  (void)state;
  static const struct atom_case cases[] = {
    { "رقائق", { "رقائق", "الرقائق", "والرقائق", "للرقائق", "وللرقائق", "فبالرقائق", "كالرقائق", "لرقائق" },
      { "رقائقها", "سالرقائق", "ووالرقائق", "بوالرقائق", "رقائ" } },
    { "باب", { "باب", "بالباب", "وباب", "لباب", "بباب" }, { "ببباب", "اب", "بابا" } },
    { "=البيت", { "البيت" }, { "والبيت", "بيت", "للبيت", "البيتي" } },
  };
  check(cases, MDQ_COUNT(cases));
}

static void test_stems(void **state) {
  (void)state;
  static const struct atom_case cases[] = {
    { "بطاط*", { "بطاط", "البطاطا", "والبطاطس", "بطاطاتهم" }, { "بطاطسياتهم", "بطا", "تبطاطا" } },
    { "صحيفة*", { "صحيفة", "صحيفتها", "والصحيفتان", "صحيفه" }, { "صحيفت", "صحيف", "صحائف" } },
    { "دية*", { "دية", "ديتها" }, { "ديوان" } },
    { "رق*", { "رق", "رقيق", "الرقيق", "رقائق" }, { "طرق", "رقائقهما" } },
  };
  check(cases, MDQ_COUNT(cases));
}

static void test_verbs(void **state) {
  (void)state;
  static const struct atom_case cases[] = {
    { "@طلق*", { "أطلق", "سيطلق", "ويطلقون", "فليطلقوا", "تطلق", "طلقت", "وسنطلقها" }, { "والطلق", "بطلق", "ييطلق", "يطلقانهما" } },
    { "@مطر", { "تمطر", "أمطر", "وستمطر" }, { "تمطرها", "المطر" } },
  };
  check(cases, MDQ_COUNT(cases));
}

static void test_spelling_variants_and_marks(void **state) {
  (void)state;
  static const struct atom_case cases[] = {
    { "إيقاظ", { "ايقاظ", "إيقاظ", "الإيقاظ", "إِيقـاظ" }, { "يقاظ" } },
    { "مؤسسة*", { "المؤسسة", "موسسة", "مؤسستنا" }, { "مأسسة", "المؤسسات" } },
    { "مبنى", { "مبني", "المبنى" }, { "مبنا" } },
  };
  check(cases, MDQ_COUNT(cases));
}

static void test_other_tokens(void **state) {
  (void)state;
  static const struct atom_case cases[] = {
    { "500", { "500", "٥٠٠", "۵۰۰" }, { "5000", "50" } },
    { "192*", { "1925", "192", "١٩٢٨" }, { "1935", "19200000" } },
    { "24\\/7", { "24/7", "٢٤/٧" }, { "24", "24/8" } },
    { "AI", { "AI" }, { "ai", "AIs", "آي" } },
    { "OpenAI*", { "OpenAI", "OpenAIs" }, { "Open" } },
    { "،", { "، ثم" }, { ". ثم" } },
    { "…", { "…" }, { "." } },
  };
  check(cases, MDQ_COUNT(cases));
}

static void test_many_atoms_for_one_word(void **state) {
  (void)state;
  struct mdq_atoms atoms = { 0 };
  const struct mdq_span word = MDQ_SPAN_LIT("الكتاب");
  mdq_atom_id ids[] = { add(&atoms, "كتاب"), add(&atoms, "كتاب*"), add(&atoms, "=الكتاب"), add(&atoms, "كت*"), add(&atoms, "كتب*") };
  assert_int_equal(add(&atoms, "كِتَاب"), ids[0]); /* the same once normalised */
  const struct mdq_word_atoms *found = mdq_atoms_of_word(&atoms, word, word, &arena);
  assert_int_equal(found->count, 4);
  for (size_t i = 0; i < 4; i++) assert_int_equal(mdq_atom_set_match((struct mdq_atom_set){ &ids[i], 1, mdq_atom_bit(&atoms, ids[i]) }, found), ids[i]);
}

/* Number n as four letters, of 28 each. */
static void spell(char word[16], unsigned n) {
  static const char *const letters[] = { "ا", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س", "ش", "ص", "ض", "ط", "ظ", "ع",
                                         "غ", "ف", "ق", "ك", "ل", "م", "ن", "ه", "و", "ي" };
  char *out = word;
  for (int i = 0; i < 4; i++, n /= 28, out += 2) memcpy(out, letters[n % 28], 2);
  strcpy(out, "غ");
}

/* There are more than 16 bits could number. */
static void test_many_atoms(void **state) {
  (void)state;
  enum { MANY = 100000 };
  struct mdq_atoms atoms = { 0 };
  char word[16];
  for (unsigned n = 0; n < MANY; n++) {
    spell(word, n);
    struct mdq_atom atom = { MDQ_ATOM_EXACT, mdq_span_str(word) };
    if (mdq_atoms_add(&atoms, &arena, atom) != n + 1) fail_msg("atom %u", n);
  }
  for (unsigned n = 0; n < MANY; n += 7) {
    spell(word, n);
    const struct mdq_word_atoms *found = mdq_atoms_of_word(&atoms, mdq_span_str(word), mdq_span_str(word), &arena);
    if (found->count != 1 || mdq_listed_atom(mdq_rest_of(found)->listed[0]) != n + 1) fail_msg("%s: %u atoms", word, (unsigned)found->count);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_words_and_proclitics),
    cmocka_unit_test(test_stems),
    cmocka_unit_test(test_verbs),
    cmocka_unit_test(test_spelling_variants_and_marks),
    cmocka_unit_test(test_other_tokens),
    cmocka_unit_test(test_many_atoms_for_one_word),
    cmocka_unit_test(test_many_atoms),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  mdq_arena_free(&arena);
  return failed;
}
