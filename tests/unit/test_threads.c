/* One linter, many threads: everybody gets what a single thread would get. */
#include <pthread.h>

#include "../pathological/inputs.h"
#include "support.h"

enum { THREADS = 8, TEXTS = 6, ROUNDS = 4 };

static mdq_linter *linter;
static struct mdq_buf texts[TEXTS], expected[TEXTS];

static int describe(void *user, const struct mdq_diagnostic *d) {
  struct mdq_buf *out = user;
  mdq_buf_printf(out, "%zu-%zu %zu:%zu-%zu:%zu %s %s %d", d->offset, d->end_offset, d->line, d->column, d->end_line, d->end_column, d->rule, d->message, (int)d->severity);
  for (size_t i = 0; i < d->fix_count; i++) mdq_buf_printf(out, " %zu-%zu=%s", d->fixes[i].offset, d->fixes[i].end_offset, d->fixes[i].text);
  mdq_buf_addc(out, '\n');
  return 0;
}

static bool lint_text(size_t i, struct mdq_buf *out) {
  struct mdq_input input = { .name = "t", .bytes = texts[i].ptr, .size = texts[i].len };
  return mdq_lint(linter, &input, describe, out, NULL) == MDQ_OK && !out->failed;
}

/* cmocka's assertions work in the main thread alone: a thread only counts what went wrong. */
static void *work(void *user) {
  size_t *wrong = user, first = *wrong;
  *wrong = 0;
  for (size_t n = 0; n < ROUNDS * TEXTS; n++) {
    size_t i = (n + first) % TEXTS;
    struct mdq_buf out;
    mdq_buf_init(&out);
    *wrong += !lint_text(i, &out) || !mdq_span_eq(mdq_buf_span(&out), mdq_buf_span(&expected[i]));
    mdq_buf_free(&out);
  }
  return NULL;
}

static void test_threads_share_a_linter(void **state) {
  (void)state;
  pthread_t threads[THREADS];
  size_t wrong[THREADS];
  for (size_t t = 0; t < THREADS; t++) {
    wrong[t] = t;
    assert_int_equal(pthread_create(&threads[t], NULL, work, &wrong[t]), 0);
  }
  for (size_t t = 0; t < THREADS; t++) pthread_join(threads[t], NULL);
  for (size_t t = 0; t < THREADS; t++) assert_int_equal(wrong[t], 0);
}

static void *make_and_use(void *user) {
  struct mdq_options options;
  mdq_linter *own = NULL;
  mdq_options_init(&options);
  options.data_dir = getenv("MUDAQQIQ_DICTS");
  options.min_severity = MDQ_NOTE;
  struct mdq_buf out;
  mdq_buf_init(&out);
  struct mdq_input input = { .name = "t", .bytes = texts[0].ptr, .size = texts[0].len };
  bool fine = mdq_linter_new(&options, &own, NULL) == MDQ_OK && mdq_lint(own, &input, describe, &out, NULL) == MDQ_OK && out.len;
  mdq_linter_free(own);
  mdq_buf_free(&out);
  *(size_t *)user = !fine;
  return NULL;
}

static void test_threads_make_linters_of_their_own(void **state) {
  (void)state;
  pthread_t threads[4];
  size_t wrong[4];
  for (size_t t = 0; t < 4; t++) assert_int_equal(pthread_create(&threads[t], NULL, make_and_use, &wrong[t]), 0);
  for (size_t t = 0; t < 4; t++) pthread_join(threads[t], NULL);
  for (size_t t = 0; t < 4; t++) assert_int_equal(wrong[t], 0);
}

int main(void) {
  static const char *const everything[] = { "*", NULL };
  for (size_t i = 0; i < TEXTS; i++) {
    mdq_buf_init(&texts[i]);
    mdq_buf_init(&expected[i]);
    if (i % 2) soup(&texts[i], 4000, i);
    else ordinary_lines(&texts[i], 4000 * (i + 1), i ? "\n" : " ، ");
  }
  /* The linters of the second test are the first in the process to ask for anything. */
  const struct CMUnitTest making[] = { cmocka_unit_test(test_threads_make_linters_of_their_own) };
  int failed = cmocka_run_group_tests(making, NULL, NULL);
  linter = new_linter(everything, MDQ_NOTE);
  for (size_t i = 0; i < TEXTS; i++) failed += !lint_text(i, &expected[i]) || !expected[i].len;
  const struct CMUnitTest sharing[] = { cmocka_unit_test(test_threads_share_a_linter) };
  failed += cmocka_run_group_tests(sharing, NULL, NULL);
  mdq_linter_free(linter);
  for (size_t i = 0; i < TEXTS; i++) {
    mdq_buf_free(&texts[i]);
    mdq_buf_free(&expected[i]);
  }
  return failed;
}
