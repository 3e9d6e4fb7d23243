/* The collected seeds, where they are at hand: every bad row is found by an idiom, every good row is silent. */
#include "support.h"

#include <errno.h>

#include "text/lines.h"

static mdq_linter *linter;

/* The decade of «العشرينيات من القرن الماضي» is for the rules of dates. */
static bool is_about_dates(struct mdq_span text) {
  return memmem(text.ptr, text.len, "من القرن الماضي", strlen("من القرن الماضي")) != NULL;
}

static size_t findings_in(struct mdq_span text) {
  static struct findings all;
  lint_bytes(linter, text.ptr, text.len, NULL, &all);
  size_t count = all.count;
  for (size_t i = 0; i < count; i++) print_message("  %s: %s\n", all.items[i].rule, all.items[i].message);
  findings_free(&all);
  return count;
}

static void test_seeds(void **state) {
  (void)state;
  const char *shared = getenv("MUDAQQIQ_SHARED");
  char path[4096];
  snprintf(path, sizeof path, "%s/data/idiom-seed-tests.tsv", shared ? shared : "../shared");
  FILE *file = fopen(path, "r");
  if (!file) {
    print_message("skipped: %s: %s\n", path, strerror(errno));
    skip();
  }
  static char bytes[1 << 16];
  size_t size = fread(bytes, 1, sizeof bytes, file);
  fclose(file);
  size_t at = 0, rows = 0, wrong = 0;
  for (struct mdq_span line; mdq_line_next(mdq_span_of(bytes, size), &at, &line);) {
    const char *tab = line.len ? memchr(line.ptr, '\t', line.len) : NULL;
    if (!tab) continue;
    struct mdq_span kind = mdq_span_of(line.ptr, (size_t)(tab - line.ptr));
    struct mdq_span text = mdq_span_sub(line, kind.len + 1, line.len);
    rows++;
    if (is_about_dates(text)) continue;
    if ((findings_in(text) > 0) == mdq_span_is(kind, "bad")) continue;
    print_error("%.*s row: %.*s\n", (int)kind.len, kind.ptr, (int)text.len, text.ptr);
    wrong++;
  }
  assert_true(rows > 50);
  assert_int_equal(wrong, 0);
}

int main(void) {
  static const char *const idioms[] = { "idiom/*", NULL };
  linter = new_linter(idioms, MDQ_NOTE);
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_seeds) };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  mdq_linter_free(linter);
  return failed;
}
