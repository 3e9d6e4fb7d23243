/* Compiling: the same bytes each time, and an error value, without a leak, wherever memory runs out. Linked with --wrap, so
   that only calls from our objects are counted. */
#include "forms.h"
#include "small.h"

#include "lexicon/word_counts.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

static size_t countdown; /* the allocation that fails, 1 being the next; 0: none */
static bool for_good;    /* so do all behind it */
static size_t allocations;
static unsigned char dirt; /* what new memory holds: what is not set shows in the bytes */

static bool fails(void) {
  allocations++;
  if (!countdown) return false;
  if (countdown > 1) return countdown--, false;
  if (!for_good) countdown = 0;
  return true;
}

void *__wrap_malloc(size_t size) {
  void *memory = fails() ? NULL : __real_malloc(size);
  return memory ? memset(memory, dirt, size) : NULL;
}

void *__wrap_calloc(size_t count, size_t size) {
  return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size) {
  return fails() ? NULL : __real_realloc(old, size);
}

static const char COUNTS[] = "أكتب\t7\t9\nفي\t900\t1000\nكتب\t5\t0\nمدرسة\t80\t70\n";

static enum mdq_status compile_counts(struct mdq_buf *file, struct mdq_error *error) {
  mdq_buf_init(file);
  return mdq_word_counts_compile(mdq_span_str(COUNTS), "counts", file, error);
}

static enum mdq_status compile_lexicon(struct mdq_buf *file, struct mdq_error *error) {
  return compile_small(tiny_aff(), tiny_dic(), file, error);
}

static struct mdq_buf many_words; /* enough for arrays and tables to grow */

static enum mdq_status compile_many(struct mdq_buf *file, struct mdq_error *error) {
  return compile_small(tiny_aff(), mdq_buf_span(&many_words), file, error);
}

static const char NEWS[] = "# word\tedited\tweb\nوناج\t1\t1\nناجون\t1\t0\nناجا\t1\t0\nbank\t1\t0\nناbج\t2\t2\nناجا";

static enum mdq_status compile_many_for_news(struct mdq_buf *file, struct mdq_error *error) {
  return compile_for_news(tiny_aff(), mdq_buf_span(&many_words), mdq_span_str(NEWS), file, error);
}

static int make_many_words(void **state) {
  (void)state;
  static const char *const letters[] = { "ا", "ب", "ت", "ج", "د", "ة", "ن" }, *const flags[] = { "", "/sa", "/pa", "/pasa", "/sc" };
  mdq_buf_init(&many_words);
  mdq_buf_adds(&many_words, "4000\n");
  for (size_t i = 0; i < 4000; i++) {
    for (size_t rest = i * 7919 % 16807; rest; rest /= 7) mdq_buf_adds(&many_words, letters[rest % 7]);
    mdq_buf_printf(&many_words, "%s\n", flags[i % 5]);
  }
  return many_words.failed ? -1 : 0;
}

static int free_many_words(void **state) {
  (void)state;
  mdq_buf_free(&many_words);
  return 0;
}

enum { COMPILERS = 4 };
static enum mdq_status (*const compilers[COMPILERS])(struct mdq_buf *file, struct mdq_error *error) = { compile_lexicon, compile_many, compile_many_for_news, compile_counts };

static void the_same_bytes_each_time(void **state) {
  (void)state;
  for (size_t i = 0; i < COMPILERS; i++) {
    struct mdq_buf first, second;
    struct mdq_error error;
    dirt = 0x11;
    assert_int_equal(compilers[i](&first, &error), MDQ_OK);
    dirt = 0xEE;
    assert_int_equal(compilers[i](&second, &error), MDQ_OK);
    dirt = 0;
    assert_int_equal(first.len, second.len);
    assert_memory_equal(first.ptr, second.ptr, first.len);
    mdq_buf_free(&first);
    mdq_buf_free(&second);
  }
}

/* -- the order of nodes -- */

static void same_forms(const struct mdq_compiled *a, const struct mdq_compiled *b, uint32_t a_root, uint32_t b_root) {
  struct forms of_a, of_b;
  struct mdq_arena arena = MDQ_ARENA_INIT;
  assert_true(forms_open(&of_a, &a->automaton, a_root) && forms_open(&of_b, &b->automaton, b_root));
  assert_true(forms_count(&of_a) > 10000);
  assert_true(forms_count(&of_a) == forms_count(&of_b));
  for (uint64_t i = 0; i < forms_count(&of_a); i++) {
    struct form_text x, y;
    struct mdq_reading *of_x, *of_y;
    forms_at(&of_a, i, &x);
    forms_at(&of_b, i, &y);
    assert_string_equal(x.ptr, y.ptr);
    size_t count = mdq_compiled_analyze(a, form_span(&x), &arena, &of_x);
    assert_int_equal(count, mdq_compiled_analyze(b, form_span(&y), &arena, &of_y));
    for (size_t k = 0; k < count; k++) {
      assert_true(of_x[k].word_class == of_y[k].word_class && of_x[k].prefix == of_y[k].prefix && mdq_span_eq(of_x[k].stem, of_y[k].stem));
      assert_memory_equal(&of_x[k].prefix_flag, &of_y[k].prefix_flag, 3 * sizeof of_x[k].prefix_flag);
    }
    mdq_arena_reset(&arena);
  }
  mdq_arena_free(&arena);
  forms_close(&of_b);
  forms_close(&of_a);
}

/* The last place that the word leads over. */
static uint32_t reach_of(const struct mdq_automaton *automaton, uint32_t root, struct mdq_span word) {
  uint32_t last = root;
  for (size_t len = 2; len <= word.len; len += 2) {
    uint32_t place = mdq_automaton_walk(automaton, root, mdq_span_sub(word, 0, len));
    if (place > last) last = place;
  }
  return last;
}

static void words_of_news_stand_first(void **state) {
  (void)state;
  struct mdq_buf plain, ordered;
  struct mdq_error error;
  struct mdq_compiled a, b;
  assert_int_equal(compile_many(&plain, &error), MDQ_OK);
  assert_int_equal(compile_many_for_news(&ordered, &error), MDQ_OK);
  assert_int_equal(mdq_compiled_read(&a, mdq_buf_span(&plain), "plain", &error), MDQ_OK);
  assert_int_equal(mdq_compiled_read(&b, mdq_buf_span(&ordered), "ordered", &error), MDQ_OK);
  assert_int_equal(plain.len, ordered.len);
  same_forms(&a, &b, a.all, b.all);
  same_forms(&a, &b, a.plain, b.plain);
  struct mdq_span word = MDQ_SPAN_LIT("ناجون"), behind_prefix = MDQ_SPAN_LIT("وناج"), stem = MDQ_SPAN_LIT("ناج");
  assert_true(mdq_compiled_has(&b, word) && mdq_compiled_has(&b, behind_prefix));
  size_t near = a.automaton.size / 20; /* the first of twenty parts */
  assert_true(reach_of(&a.automaton, a.plain, word) > near && reach_of(&a.automaton, a.plain, behind_prefix) > near);
  assert_true(reach_of(&b.automaton, b.plain, word) < near && reach_of(&b.automaton, b.plain, behind_prefix) < near);
  assert_true(reach_of(&a.readings, a.stems, stem) > near && reach_of(&b.readings, b.stems, stem) < near);
  mdq_buf_free(&ordered);
  mdq_buf_free(&plain);
}

/* -- memory that runs out -- */

static void try_without_memory(size_t which, const struct mdq_buf *whole, size_t n, bool forever) {
  struct mdq_buf file;
  struct mdq_error error = { 0 };
  for_good = forever;
  countdown = n;
  enum mdq_status status = compilers[which](&file, &error);
  countdown = 0;
  if (status == MDQ_OK) {
    if (file.len != whole->len || memcmp(file.ptr, whole->ptr, file.len)) fail_msg("allocation %zu: another file", n);
  } else if (status != MDQ_NO_MEMORY || error.status != MDQ_NO_MEMORY) {
    fail_msg("allocation %zu: status %d: %s", n, (int)status, error.message);
  }
  mdq_buf_free(&file);
}

static void compiling_without_memory(void **state) {
  (void)state;
  for (size_t i = 0; i < COMPILERS; i++) {
    struct mdq_buf whole;
    struct mdq_error error;
    allocations = 0;
    assert_int_equal(compilers[i](&whole, &error), MDQ_OK);
    size_t all = allocations;
    print_message("%zu allocations\n", all);
    assert_true(all > 10);
    for (size_t n = 1; n <= all; n += n < 500 ? 1 : 7) {
      try_without_memory(i, &whole, n, false);
      try_without_memory(i, &whole, n, true);
    }
    mdq_buf_free(&whole);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = { cmocka_unit_test(the_same_bytes_each_time), cmocka_unit_test(words_of_news_stand_first),
                                     cmocka_unit_test(compiling_without_memory) };
  return cmocka_run_group_tests(tests, make_many_words, free_many_words);
}
