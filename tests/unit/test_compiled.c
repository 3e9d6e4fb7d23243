/* Compiled data and their sources give the same rules and the same diagnostics, on the samples and on every example. */
#include "pack_support.h"

#include "base/file.h"

static mdq_linter *compiled, *sources;
static struct pack_dir dir;

static mdq_linter *linter_over(const char *data_dir) {
  static const char *const everything[] = { "*", NULL };
  struct mdq_options options;
  mdq_options_init(&options);
  options.data_dir = data_dir;
  options.select = everything;
  options.min_severity = MDQ_NOTE;
  mdq_linter *linter = NULL;
  struct mdq_error error = { 0 };
  if (mdq_linter_new(&options, &linter, &error)) fail_msg("%s:%zu:%zu: %s", error.file, error.line, error.column, error.message);
  return linter;
}

static int make_linters(void **state) {
  (void)state;
  dir = linked_dir_new("");
  sources = linter_over(dir.path);
  compiled = linter_over(getenv("MUDAQQIQ_DICTS"));
  return 0;
}

static int free_linters(void **state) {
  (void)state;
  mdq_linter_free(sources);
  mdq_linter_free(compiled);
  pack_dir_remove(&dir);
  return 0;
}

/* All that is told of a diagnostic. */
static int print_all(void *user, const struct mdq_diagnostic *d) {
  struct mdq_buf *out = user;
  mdq_buf_printf(out, "%zu-%zu %zu:%zu %s %d %d %s\n", d->offset, d->end_offset, d->line, d->column, d->rule, (int)d->severity,
                 (int)d->certainty, d->message);
  for (size_t i = 0; i < d->fix_count; i++)
    mdq_buf_printf(out, "  %zu-%zu %d %s\n", d->fixes[i].offset, d->fixes[i].end_offset, (int)d->fixes[i].safe, d->fixes[i].text);
  return 0;
}

static void lint(const mdq_linter *linter, const char *text, size_t size, const char *source, struct mdq_buf *out) {
  struct mdq_input input = { .name = "test", .bytes = text, .size = size, .source_name = source ? "source" : NULL,
                             .source_bytes = source, .source_size = source ? strlen(source) : 0 };
  struct mdq_error error = { 0 };
  mdq_buf_clear(out);
  if (mdq_lint(linter, &input, print_all, out, &error)) fail_msg("%s", error.message);
}

static size_t compare(const char *text, size_t size, const char *source) {
  struct mdq_buf a, b;
  mdq_buf_init(&a);
  mdq_buf_init(&b);
  lint(compiled, text, size, source, &a);
  lint(sources, text, size, source, &b);
  if (strcmp(a.ptr, b.ptr)) fail_msg("on “%.200s”, compiled:\n%s\nfrom the sources:\n%s", text, a.ptr, b.ptr);
  size_t length = a.len;
  mdq_buf_free(&a);
  mdq_buf_free(&b);
  return length;
}

static void test_same_rules(void **state) {
  (void)state;
  assert_int_equal(mdq_rule_count(compiled), mdq_rule_count(sources));
  for (size_t i = 0; i < mdq_rule_count(compiled); i++) {
    struct mdq_rule_info a, b;
    assert_true(mdq_rule_get(compiled, i, &a) && mdq_rule_get(sources, i, &b));
    assert_string_equal(a.id, b.id);
    assert_string_equal(a.summary, b.summary);
    assert_string_equal(a.rationale, b.rationale);
    assert_true(a.bad_count == b.bad_count && a.good_count == b.good_count && a.fixable == b.fixable && a.severity == b.severity &&
                a.certainty == b.certainty && a.on_by_default == b.on_by_default);
    const char *suggestion = mdq_rule_suggestion(compiled, i, 0), *same = mdq_rule_suggestion(sources, i, 0);
    assert_true(!suggestion == !same);
    if (suggestion) assert_string_equal(suggestion, same);
  }
}

static void test_same_on_examples(void **state) {
  (void)state;
  size_t examples = 0, found = 0;
  for (size_t i = 0; i < mdq_rule_count(compiled); i++) {
    struct mdq_rule_info rule;
    assert_true(mdq_rule_get(compiled, i, &rule));
    for (size_t k = 0; k < rule.bad_count; k++, examples++) found += compare(rule.bad[k].text, strlen(rule.bad[k].text), rule.bad[k].source) > 0;
    for (size_t k = 0; k < rule.good_count; k++, examples++) compare(rule.good[k], strlen(rule.good[k]), NULL);
    for (size_t k = 0; k < rule.good_pair_count; k++, examples++) compare(rule.good_pairs[k].text, strlen(rule.good_pairs[k].text), rule.good_pairs[k].source);
  }
  print_message("%zu examples, %zu with findings\n", examples, found);
  assert_true(found > mdq_rule_count(compiled));
}

static void test_same_on_samples(void **state) {
  (void)state;
  char path[1024];
  snprintf(path, sizeof path, "%s/samples", getenv("MUDAQQIQ_TESTS"));
  DIR *samples = opendir(path);
  assert_non_null(samples);
  size_t count = 0;
  for (struct dirent *entry; (entry = readdir(samples));) {
    if (!strstr(entry->d_name, ".txt")) continue;
    struct mdq_buf text;
    struct mdq_error error;
    mdq_buf_init(&text);
    snprintf(path, sizeof path, "%s/samples/%s", getenv("MUDAQQIQ_TESTS"), entry->d_name);
    if (mdq_file_read(path, &text, MDQ_BAD_INPUT, &error)) fail_msg("%s", error.message);
    compare(text.ptr, text.len, NULL);
    mdq_buf_free(&text);
    count++;
  }
  closedir(samples);
  assert_true(count > 3);
}

int main(void) {
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_same_rules), cmocka_unit_test(test_same_on_examples), cmocka_unit_test(test_same_on_samples) };
  return cmocka_run_group_tests(tests, make_linters, free_linters);
}
