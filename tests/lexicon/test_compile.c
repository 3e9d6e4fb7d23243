/* Compiling: the same bytes each time, and an error value, without a leak, wherever memory runs out. Linked with --wrap, so
   that only calls from our objects are counted. */
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

enum { COMPILERS = 3 };
static enum mdq_status (*const compilers[COMPILERS])(struct mdq_buf *file, struct mdq_error *error) = { compile_lexicon, compile_many, compile_counts };

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
  const struct CMUnitTest tests[] = { cmocka_unit_test(the_same_bytes_each_time), cmocka_unit_test(compiling_without_memory) };
  return cmocka_run_group_tests(tests, make_many_words, free_many_words);
}
