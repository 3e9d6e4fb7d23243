/* Terms in their forms, broken plurals, and source terms in English. */
#include "support.h"

#include "arabic/plurals.h"
#include "arabic/terms.h"
#include "glossary/glossary.h"
#include "text/tokenize.h"

/* -- Arabic -- */

struct text {
  struct mdq_words words;
  struct mdq_tokens tokens;
  struct mdq_segment segment;
};

static void read_text(struct text *t, const char *text) {
  *t = (struct text){ .segment = { .text = mdq_span_str(text), .line = 1 } };
  assert_true(mdq_tokenize(&t->segment, &t->tokens, &t->words));
}

static void free_text(struct text *t) {
  mdq_tokens_free(&t->tokens);
  mdq_words_free(&t->words);
}

/* How many tokens the longest use at the start takes; 0: there is none. */
static size_t length_in(const char *term, enum mdq_term_way way, const char *text) {
  struct mdq_arena arena = MDQ_ARENA_INIT;
  struct mdq_terms terms = { .arena = &arena };
  struct mdq_term_use uses[MDQ_TERM_USES];
  struct text t;
  read_text(&t, text);
  assert_true(mdq_terms_add(&terms, mdq_span_str(term), 7, way));
  size_t count = mdq_terms_at(&terms, &t.segment, 0, uses);
  if (count && !mdq_terms_may_begin(&terms, t.segment.tokens[0].word)) fail_msg("%s in %s: not asked for", term, text);
  if (count) assert_int_equal(uses[0].term->id, 7);
  size_t length = count ? uses[0].last + 1 - uses[0].first : 0;
  free_text(&t);
  mdq_terms_free(&terms);
  mdq_arena_free(&arena);
  return length;
}

static void a_term_is_found_in_its_forms(void **state) {
  (void)state;
  static const struct { const char *term, *text; size_t length; } cases[] = {
    { "رقاقة", "رقاقة", 1 },          { "رقاقة", "وبالرقاقة", 1 },       { "رقاقة", "للرقاقات", 1 },     { "رقاقة", "رقاقتها", 1 },
    { "رقاقة", "رقاقتين", 1 },        { "رقاقة", "رقائقهم", 1 },         { "رقاقة", "رقاقه", 1 },        { "رقاقة", "رق", 0 },
    { "رقاقة", "رقابة", 0 },          { "رقاقة", "فرقة", 0 },            { "محلل", "المحللين", 1 },      { "محلل", "محللوها", 0 },
    { "ذكاء اصطناعي", "وللذكاء الاصطناعي", 2 },  { "الذكاء الاصطناعي", "ذكاء اصطناعي", 2 }, { "ذكاء اصطناعي", "ذكاء واصطناعي", 0 },
    { "ذكاء اصطناعي", "ذكاء، اصطناعي", 0 },      { "هاتف ذكي", "الهواتف الذكية", 2 },       { "حاسوب", "حواسيب", 1 },
    { "كوفيد-19", "بكوفيد-19", 3 },   { "التزام", "بالتزامها", 1 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    size_t length = length_in(cases[i].term, MDQ_TERM_STRICT, cases[i].text);
    if (length != cases[i].length) fail_msg("%s in %s: %zu tokens, not %zu", cases[i].term, cases[i].text, length, cases[i].length);
  }
}

static void loosely_the_root_will_do(void **state) {
  (void)state;
  assert_int_equal(length_in("نموذج", MDQ_TERM_STRICT, "النماذج"), 0);
  assert_int_equal(length_in("نموذج", MDQ_TERM_LOOSE, "النماذج"), 1);
  assert_int_equal(length_in("خبير مالي", MDQ_TERM_LOOSE, "الخبراء الماليون"), 2);
  assert_int_equal(length_in("خبير", MDQ_TERM_LOOSE, "خبز"), 0);
}

static void terms_have_words(void **state) {
  (void)state;
  struct mdq_arena arena = MDQ_ARENA_INIT;
  struct mdq_terms terms = { .arena = &arena };
  assert_false(mdq_terms_add(&terms, MDQ_SPAN_LIT(""), 1, MDQ_TERM_STRICT));
  assert_false(mdq_terms_add(&terms, MDQ_SPAN_LIT("  "), 1, MDQ_TERM_STRICT));
  assert_false(mdq_terms_add(&terms, MDQ_SPAN_LIT("أ ب ج د ه و ز ح ط"), 1, MDQ_TERM_STRICT));
  assert_false(arena.failed);
  mdq_terms_free(&terms);
  mdq_arena_free(&arena);
}

static void plurals_follow_from_the_singular(void **state) {
  (void)state;
  static const struct { const char *singular, *plural; } cases[] = {
    { "شريحه", "شرايح" }, { "حاسوب", "حواسيب" }, { "هاتف", "هواتف" }, { "قاعده", "قواعد" }, { "مشروع", "مشاريع" }, { "صندوق", "صناديق" },
    { "مصنع", "مصانع" },  { "بنك", "بنوك" },     { "هدف", "اهداف" },  { "كمبيوتر", NULL },  { "", NULL },         { "ab", NULL },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct mdq_plural plurals[MDQ_MOST_PLURALS];
    size_t count = mdq_broken_plurals(mdq_span_str(cases[i].singular), plurals), same = 0;
    for (size_t p = 0; p < count; p++) same += cases[i].plural && mdq_span_is(mdq_span_of(plurals[p].bytes, plurals[p].len), cases[i].plural);
    if (same != (cases[i].plural != NULL) || (!cases[i].plural && count)) fail_msg("%s", cases[i].singular);
  }
}

/* -- English -- */

static void count_use(void *user, const struct mdq_source_use *use) {
  assert_int_equal(use->entry, 0);
  ++*(int *)user;
}

static bool has_term(const char *term, const char *text) {
  char path[] = "terms-XXXXXX", row[200];
  const char *paths[] = { path, NULL };
  int fd = mkstemp(path), length = snprintf(row, sizeof row, "%s\tكلمة\n", term), uses = 0;
  assert_true(fd >= 0 && write(fd, row, (size_t)length) == length && !close(fd));
  struct mdq_glossary *glossary;
  struct mdq_error error;
  assert_int_equal(mdq_glossary_load(&glossary, paths, &error), MDQ_OK);
  unlink(path);
  mdq_glossary_find_sources(glossary, mdq_span_str(text), count_use, &uses);
  mdq_glossary_free(glossary);
  return uses > 0;
}

static void source_terms_are_found_in_their_forms(void **state) {
  (void)state;
  static const struct { const char *term, *text; bool found; } cases[] = {
    { "chip", "Chips rose", true },             { "chip", "a chip's price", true },      { "chip", "chipset", false },          { "company", "two companies", true },
    { "box", "boxes", true },                   { "US", "it helped us", false },         { "US", "the US said", true },         { "LLM", "LLMs", true },
    { "Apple", "an apple a day", false },       { "Apple", "Apple’s phone", true },      { "smart phone", "Smart-phones", true }, { "smart phone", "smart, phone", false },
    { "board of directors", "The Board of Directors met", true }, { "AT&T", "AT&T rose", true },              { "chip", "", false },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    if (has_term(cases[i].term, cases[i].text) != cases[i].found) fail_msg("%s in %s", cases[i].term, cases[i].text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_term_is_found_in_its_forms),     cmocka_unit_test(loosely_the_root_will_do), cmocka_unit_test(terms_have_words),
    cmocka_unit_test(plurals_follow_from_the_singular), cmocka_unit_test(source_terms_are_found_in_their_forms),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
