/* All packs together: each example is found by its entry and by no other at the same words, or by none if it is good;
   professional text has nothing for them; the files are sorted and in NFC, with reasons in both languages. What is let
   pass nevertheless is listed in pack_known.tsv, with the reason. Prints how many entries there are of what kind. */
#include "support.h"

#include <errno.h>
#include <glob.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unistd.h>

#include "base/file.h"
#include "lint/check_pack.h"
#include "text/lines.h"

enum { MOST_FILES = 128, MOST_KNOWN = 256 };

static char *files[MOST_FILES + 1]; /* the packs, NULL-terminated */
static size_t file_count;
static struct mdq_buf known_text;
static struct { struct mdq_span beginning, reason; bool met; } known[MOST_KNOWN];
static size_t known_count, complaints;

static struct mdq_buf read_file(const char *path) {
  struct mdq_buf text;
  struct mdq_error error;
  mdq_buf_init(&text);
  if (mdq_file_read(path, &text, MDQ_NO_DATA, &error)) fail_msg("%s: %s", path, error.message);
  return text;
}

static void read_known(void) {
  char path[4096];
  snprintf(path, sizeof path, "%s/unit/pack_known.tsv", getenv("MUDAQQIQ_TESTS"));
  known_text = read_file(path);
  size_t at = 0;
  for (struct mdq_span line; mdq_line_next(mdq_buf_span(&known_text), &at, &line);) {
    if (!line.len || line.ptr[0] == '#') continue;
    const char *tab = memchr(line.ptr, '\t', line.len);
    if (!tab || known_count == MOST_KNOWN) fail_msg("%s: a row without a reason, or too many", path);
    size_t length = (size_t)(tab - line.ptr);
    known[known_count].beginning = mdq_span_sub(line, 0, length);
    known[known_count++].reason = mdq_span_sub(line, length + 1, line.len);
  }
}

static int find_packs(void **state) {
  (void)state;
  char pattern[4096];
  glob_t found;
  snprintf(pattern, sizeof pattern, "%s/idioms/*.yaml", getenv("MUDAQQIQ_DICTS"));
  if (glob(pattern, 0, NULL, &found)) fail_msg("no packs: %s", pattern);
  assert_true(found.gl_pathc <= MOST_FILES);
  for (size_t i = 0; i < found.gl_pathc; i++) files[file_count++] = strdup(found.gl_pathv[i]);
  globfree(&found);
  read_known();
  return 0;
}

static int free_packs(void **state) {
  (void)state;
  for (size_t i = 0; i < file_count; i++) free(files[i]);
  mdq_buf_free(&known_text);
  return 0;
}

static const char *base_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

/* Counts a complaint unless it is known; either way it is printed. */
static void judge(const char *where, const char *what) {
  for (size_t i = 0; i < known_count; i++) {
    if (strncmp(what, known[i].beginning.ptr, known[i].beginning.len)) continue;
    known[i].met = true;
    print_message("known: %s %s\n  (%.*s)\n", where, what, (int)known[i].reason.len, known[i].reason.ptr);
    return;
  }
  print_error("%s %s\n", where, what);
  complaints++;
}

static void take_complaint(void *user, const struct mdq_pack_remark *remark) {
  (void)user;
  char where[512];
  if (remark->severity == MDQ_NOTE) return; /* each replaces the built-in entry that it is */
  snprintf(where, sizeof where, "%s:%zu:%zu:", base_name(remark->path), remark->line, remark->column);
  judge(where, remark->message);
}

static void take_fault(void *user, const struct mdq_error *fault) {
  (void)user;
  print_error("%s:%zu:%zu: %s\n", fault->file, fault->line, fault->column, fault->message);
}

static void test_examples(void **state) {
  (void)state;
  const struct mdq_pack_listener listener = { take_complaint, take_fault, NULL };
  struct mdq_options options;
  struct mdq_pack_check *checks = calloc(file_count + 1, sizeof *checks), all = { 0 };
  struct mdq_error error = { 0 };
  complaints = 0;
  mdq_options_init(&options);
  options.data_dir = getenv("MUDAQQIQ_DICTS");
  if (mdq_check_packs(&options, (const char *const *)files, &listener, checks, &error))
    fail_msg("%s:%zu:%zu: %s", error.file, error.line, error.column, error.message);
  for (size_t i = 0; i < file_count; i++) {
    all.entries += checks[i].entries;
    all.examples += checks[i].examples;
  }
  free(checks);
  print_message("%zu entries, %zu examples\n", all.entries, all.examples);
  assert_true(all.entries > 200);
  assert_int_equal(complaints, 0);
}

/* -- professional text -- */

struct reading {
  const char *name, *bytes;
};

static int take_finding(void *user, const struct mdq_diagnostic *d) {
  const struct reading *reading = user;
  char what[1024];
  snprintf(what, sizeof what, "%s:%zu: %s: “%.*s”", reading->name, d->line, d->rule, (int)(d->end_offset - d->offset), reading->bytes + d->offset);
  judge("professional text,", what);
  return 0;
}

/* False if there is no such file. `source`: what it translates, or NULL. */
static bool lint_file(const mdq_linter *linter, const char *path, const char *source) {
  if (access(path, R_OK) || (source && access(source, R_OK))) return false;
  struct mdq_buf text = read_file(path), original;
  mdq_buf_init(&original);
  if (source) original = read_file(source);
  struct reading reading = { base_name(path), text.ptr };
  struct mdq_input input = { .name = reading.name, .bytes = text.ptr, .size = text.len, .source_name = source,
                             .source_bytes = source ? original.ptr : NULL, .source_size = original.len };
  struct mdq_error error = { 0 };
  if (mdq_lint(linter, &input, take_finding, &reading, &error)) fail_msg("%s: %s", path, error.message);
  mdq_buf_free(&text);
  mdq_buf_free(&original);
  return true;
}

static mdq_linter *default_idioms(void) {
  static const char *const off[] = { "style/sensitive-*", NULL };
  static const char *const idioms[] = { "idiom/*", "style/sensitive-*", NULL };
  struct mdq_options options;
  struct mdq_error error = { 0 };
  mdq_linter *linter;
  mdq_options_init(&options);
  options.data_dir = getenv("MUDAQQIQ_DICTS");
  options.select = idioms;
  options.ignore = off;
  options.min_severity = MDQ_NOTE;
  if (mdq_linter_new(&options, &linter, &error)) fail_msg("%s", error.message);
  return linter;
}

static void test_samples(void **state) {
  (void)state;
  mdq_linter *linter = default_idioms();
  complaints = 0;
  for (int i = 1; i <= 6; i++) {
    char path[4096];
    snprintf(path, sizeof path, "%s/samples/clean-%d.txt", getenv("MUDAQQIQ_TESTS"), i);
    if (!lint_file(linter, path, NULL)) fail_msg("%s: %s", path, strerror(errno));
  }
  mdq_linter_free(linter);
  assert_int_equal(complaints, 0);
}

static void test_translated_news(void **state) {
  (void)state;
  char path[4096], source[4096];
  const char *shared = getenv("MUDAQQIQ_SHARED");
  snprintf(path, sizeof path, "%s/data/ntrex/dev.ar.txt", shared ? shared : "../shared");
  snprintf(source, sizeof source, "%s/data/ntrex/dev.en.txt", shared ? shared : "../shared");
  mdq_linter *linter = default_idioms();
  complaints = 0;
  bool there = lint_file(linter, path, NULL) && lint_file(linter, path, source);
  mdq_linter_free(linter);
  if (!there) {
    print_message("skipped: %s: %s\n", path, strerror(errno));
    skip();
  }
  assert_int_equal(complaints, 0);
}

/* -- the files themselves -- */

static bool is_nfc(struct mdq_span text) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&code);
  UChar *wide = calloc(text.len + 1, sizeof *wide);
  int32_t length = 0;
  u_strFromUTF8(wide, (int32_t)text.len + 1, &length, text.ptr, (int32_t)text.len, &code);
  bool normal = unorm2_isNormalized(nfc, wide, length, &code);
  free(wide);
  assert_true(U_SUCCESS(code));
  return normal;
}

static size_t mechanisms[9];
static const char *const mechanism_names[9] = { "literal-idiom", "polysemy", "acronym", "named-entity", "phrasal-verb", "false-compound",
                                                "number-idiom", "boilerplate", "desk-policy" };

static void count_mechanism(struct mdq_span line) {
  for (size_t i = 0; i < 9; i++)
    if (mdq_span_is(mdq_span_sub(line, strlen("  mechanism: "), line.len), mechanism_names[i])) mechanisms[i]++;
}

static void check_file(const char *path) {
  struct mdq_buf text = read_file(path);
  struct mdq_span before = mdq_span_of("", 0);
  size_t at = 0, entries = 0;
  char where[512];
  if (!is_nfc(mdq_buf_span(&text))) judge(base_name(path), "is not in NFC");
  for (struct mdq_span line; mdq_line_next(mdq_buf_span(&text), &at, &line);) {
    if (mdq_span_starts(line, MDQ_SPAN_LIT("  mechanism: "))) count_mechanism(line);
    if (!mdq_span_starts(line, MDQ_SPAN_LIT("- id: "))) continue;
    struct mdq_span id = mdq_span_sub(line, strlen("- id: "), line.len);
    size_t common = before.len < id.len ? before.len : id.len;
    int order = common ? memcmp(before.ptr, id.ptr, common) : 0;
    snprintf(where, sizeof where, "%s: %.*s", base_name(path), (int)id.len, id.ptr);
    if (before.len && (order > 0 || (order == 0 && before.len >= id.len))) judge(where, "is not sorted");
    before = id;
    entries++;
  }
  print_message("%-24s %zu\n", base_name(path), entries);
  mdq_buf_free(&text);
}

static void test_files(void **state) {
  (void)state;
  complaints = 0;
  for (size_t i = 0; i < file_count; i++) check_file(files[i]);
  for (size_t i = 0; i < 9; i++) print_message("%-24s %zu\n", mechanism_names[i], mechanisms[i]);
  assert_int_equal(complaints, 0);
}

/* A reason in English has Latin letters, one in Arabic has Arabic ones. */
static bool has_letter(const char *text, bool arabic) {
  for (const unsigned char *c = (const unsigned char *)text; *c; c++)
    if (arabic ? *c >= 0xD8 && *c <= 0xD9 : (*c >= 'a' && *c <= 'z')) return true;
  return false;
}

static void test_reasons(void **state) {
  (void)state;
  complaints = 0;
  for (int arabic = 0; arabic < 2; arabic++) {
    static const char *const everything[] = { "*", NULL };
    struct mdq_options options;
    struct mdq_error error = { 0 };
    struct mdq_rule_info rule;
    mdq_linter *linter;
    mdq_options_init(&options);
    options.data_dir = getenv("MUDAQQIQ_DICTS");
    options.select = everything;
    options.lang = arabic ? MDQ_LANG_AR : MDQ_LANG_EN;
    if (mdq_linter_new(&options, &linter, &error)) fail_msg("%s", error.message);
    for (size_t i = 0; mdq_rule_get(linter, i, &rule); i++)
      if (!strncmp(rule.id, "idiom/", 6) && !has_letter(rule.rationale, arabic)) judge(rule.id, arabic ? "has no reason in Arabic" : "has no reason in English");
    mdq_linter_free(linter);
  }
  assert_int_equal(complaints, 0);
}

/* What is mended should go from the list; packs may be mended elsewhere, so that this fails nothing. */
static void test_list_of_the_known(void **state) {
  (void)state;
  for (size_t i = 0; i < known_count; i++)
    if (!known[i].met) print_message("no more found, to be taken off pack_known.tsv: %.*s\n", (int)known[i].beginning.len, known[i].beginning.ptr);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_examples), cmocka_unit_test(test_samples), cmocka_unit_test(test_translated_news), cmocka_unit_test(test_files),
    cmocka_unit_test(test_reasons), cmocka_unit_test(test_list_of_the_known),
  };
  return cmocka_run_group_tests(tests, find_packs, free_packs);
}
