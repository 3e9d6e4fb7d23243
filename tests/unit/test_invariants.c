/* Whatever the input holds, a diagnostic points into it, at whole characters, with the line and the column that an
   independent count gives; messages and fixes are clean UTF-8; the order is that of the text; and safe fixes, once
   applied, leave nothing that the same rule would safely fix at the same place. */
#include <dirent.h>
#include <locale.h>

#include "../pathological/inputs.h"
#include "base/file.h"
#include "support.h"
#include "text/utf8.h"

#if defined(__SANITIZE_ADDRESS__)
enum { SIZE = 6000, SOUPS = 40 };
#else
enum { SIZE = 12000, SOUPS = 120 };
#endif

static mdq_linter *linter;

/* -- an independent account of positions -- */

struct place {
  size_t line, column; /* column 0: inside a character */
};

static struct place *places_of(struct mdq_span text) {
  struct place *places = calloc(text.len + 1, sizeof *places);
  size_t line = 1, column = 1, at = 0;
  if (text.len >= 3 && !memcmp(text.ptr, "\xEF\xBB\xBF", 3)) places[0] = (struct place){ 1, 1 }, at = 3;
  while (at < text.len) {
    places[at] = (struct place){ line, column };
    unsigned char lead = (unsigned char)text.ptr[at];
    bool crlf = lead == '\r' && at + 1 < text.len && text.ptr[at + 1] == '\n';
    at += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if ((lead == '\r' && !crlf) || lead == '\n') line++, column = 1;
    else if (!crlf) column++;
  }
  places[text.len] = (struct place){ line, column };
  return places;
}

/* -- one diagnostic -- */

struct check {
  const char *what;
  struct mdq_span text;
  struct place *places;
  size_t count, last_offset, last_end;
  struct mdq_fix *fixes; /* the safe ones to apply; texts owned */
  const char **rules;    /* of each of these */
  size_t fix_count, fix_capacity;
};

#define HOLDS(condition) \
  do { \
    if (!(condition)) fail_msg("%s: %s [%zu,%zu) at %zu:%zu “%s”: %s", check->what, d->rule, d->offset, d->end_offset, d->line, d->column, d->message, #condition); \
  } while (0)

static bool is_clean(const char *s, bool one_line) {
  struct mdq_span text = mdq_span_str(s);
  if (mdq_utf8_valid_prefix(text) != text.len) return false;
  for (size_t at = 0; one_line && at < text.len;) {
    uint32_t c = mdq_utf8_next(text, &at);
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029) return false;
  }
  return true;
}

static bool on_boundary(const struct check *check, size_t offset) {
  return offset <= check->text.len && check->places[offset].line > 0;
}

static void keep_fix(struct check *check, const struct mdq_diagnostic *d) {
  if (!d->fix_count || !d->fixes[0].safe) return;
  if (check->fix_count == check->fix_capacity) {
    check->fix_capacity = check->fix_capacity * 2 + 64;
    check->fixes = realloc(check->fixes, check->fix_capacity * sizeof *check->fixes);
    check->rules = realloc(check->rules, check->fix_capacity * sizeof *check->rules);
  }
  check->rules[check->fix_count] = d->rule;
  check->fixes[check->fix_count] = d->fixes[0];
  check->fixes[check->fix_count++].text = strdup(d->fixes[0].text);
}

static int look(void *user, const struct mdq_diagnostic *d) {
  struct check *check = user;
  HOLDS(d->offset <= d->end_offset && d->end_offset <= check->text.len);
  HOLDS(on_boundary(check, d->offset) && on_boundary(check, d->end_offset));
  HOLDS(d->line == check->places[d->offset].line && d->column == check->places[d->offset].column);
  HOLDS(d->end_line == check->places[d->end_offset].line && d->end_column == check->places[d->end_offset].column);
  HOLDS(!check->count || d->offset > check->last_offset || (d->offset == check->last_offset && d->end_offset >= check->last_end));
  HOLDS(*d->message && is_clean(d->message, true));
  HOLDS(!strstr(d->message, "{x}") && !strstr(d->message, "{y}") && !strstr(d->message, "{z}"));
  HOLDS(d->severity >= MDQ_NOTE && d->severity <= MDQ_ERROR && d->certainty >= MDQ_POSSIBLE && d->certainty <= MDQ_CERTAIN);
  HOLDS(d->category && strchr(d->category, '/') && strchr(d->rule, '/') && !d->unit && !strcmp(d->file, "test"));
  for (size_t i = 0; i < d->fix_count; i++) {
    const struct mdq_fix *fix = &d->fixes[i];
    HOLDS(fix->offset <= fix->end_offset && on_boundary(check, fix->offset) && on_boundary(check, fix->end_offset));
    HOLDS(fix->text && is_clean(fix->text, true));
    bool changes = strlen(fix->text) != fix->end_offset - fix->offset || memcmp(fix->text, check->text.ptr + fix->offset, strlen(fix->text));
    HOLDS(changes);
  }
  check->count++;
  check->last_offset = d->offset;
  check->last_end = d->end_offset;
  keep_fix(check, d);
  return 0;
}

static struct mdq_span source; /* of the texts checked; empty: none */

static void check_begin(struct check *check, const char *what, struct mdq_span text) {
  *check = (struct check){ .what = what, .text = text, .places = places_of(text) };
  struct mdq_input input = { .name = "test", .bytes = text.ptr, .size = text.len, .source_name = source.len ? "source" : NULL,
                             .source_bytes = source.ptr, .source_size = source.len };
  struct mdq_error error = { 0 };
  if (mdq_lint(linter, &input, look, check, &error)) fail_msg("%s: %s", what, error.message);
}

static void check_end(struct check *check) {
  for (size_t i = 0; i < check->fix_count; i++) free((void *)(uintptr_t)check->fixes[i].text);
  free(check->fixes);
  free(check->rules);
  free(check->places);
}

/* -- fixing -- */

/* The text with the safe fixes in it, first come first served; places, and who asked for them, in `done`. */
static void apply(const struct check *check, struct mdq_buf *out, struct check *done) {
  size_t at = 0;
  *done = (struct check){ .fixes = calloc(check->fix_count + 1, sizeof *done->fixes), .rules = calloc(check->fix_count + 1, sizeof *done->rules) };
  for (size_t i = 0; i < check->fix_count; i++) {
    const struct mdq_fix *fix = &check->fixes[i];
    if (fix->offset < at || (i && fix->offset == at && done->fix_count && fix->end_offset == fix->offset)) continue;
    mdq_buf_add(out, mdq_span_of(check->text.ptr + at, fix->offset - at));
    done->rules[done->fix_count] = check->rules[i];
    done->fixes[done->fix_count++] = (struct mdq_fix){ .offset = out->len, .end_offset = out->len + strlen(fix->text) };
    mdq_buf_adds(out, fix->text);
    at = fix->end_offset;
  }
  mdq_buf_add(out, mdq_span_sub(check->text, at, check->text.len));
}

static void check_idempotent(const struct check *first) {
  struct mdq_buf fixed;
  struct check done, second;
  mdq_buf_init(&fixed);
  apply(first, &fixed, &done);
  check_begin(&second, first->what, mdq_buf_span(&fixed));
  for (size_t i = 0, k = 0; i < second.fix_count; i++) {
    while (k < done.fix_count && done.fixes[k].end_offset < second.fixes[i].offset) k++;
    for (size_t n = k; n < done.fix_count && done.fixes[n].offset <= second.fixes[i].end_offset; n++)
      if (!strcmp(done.rules[n], second.rules[i]))
        fail_msg("%s: %s would safely fix its own fix at %zu:%zu", first->what, second.rules[i], second.places[second.fixes[i].offset].line,
                 second.places[second.fixes[i].offset].column);
  }
  check_end(&second);
  free(done.fixes);
  free(done.rules);
  mdq_buf_free(&fixed);
}

static void check_text(const char *what, struct mdq_span text, bool and_fixes) {
  /* Nothing is promised behind the last byte: an exact copy lets the sanitizers see who looks there. */
  char *copy = malloc(text.len ? text.len : 1);
  if (text.len) memcpy(copy, text.ptr, text.len);
  struct check check;
  check_begin(&check, what, mdq_span_of(copy, text.len));
  if (and_fixes) check_idempotent(&check);
  check_end(&check);
  free(copy);
}

/* -- the inputs -- */

static void test_pathological_inputs(void **state) {
  (void)state;
  for (size_t i = 0; i < pathological_count; i++) {
    if (pathological[i].invalid) continue;
    struct mdq_buf text, english;
    mdq_buf_init(&text);
    mdq_buf_init(&english);
    pathological_make(&pathological[i], &text, SIZE);
    pathological_make_source(&pathological[i], &english, SIZE);
    source = mdq_buf_span(&english);
    check_text(pathological[i].name, mdq_buf_span(&text), false);
    source = mdq_span_of(NULL, 0);
    mdq_buf_free(&english);
    mdq_buf_free(&text);
  }
}

static uint64_t seed(void) {
  const char *wanted = getenv("MUDAQQIQ_SEED");
  return wanted ? strtoull(wanted, NULL, 10) : 20240;
}

/* Whatever is compared with whatever: soup, code points and a clean text beside soup. */
static void test_soup_beside_soup(void **state) {
  (void)state;
  for (uint64_t i = 0; i < SOUPS / 4; i++) {
    struct mdq_buf text, english;
    char what[64];
    mdq_buf_init(&text);
    mdq_buf_init(&english);
    if (i % 4 == 3) ordinary_lines(&text, 3000, "\n");
    else soup(&text, i % 4 == 2 ? 200 : 3000, seed() + i);
    if (i % 4 == 1) random_code_points(&english, 3000, seed() + 1000 + i);
    else soup(&english, 3000, seed() + 1000 + i);
    snprintf(what, sizeof what, "soup %llu beside %llu", (unsigned long long)(seed() + i), (unsigned long long)(seed() + 1000 + i));
    source = mdq_buf_span(&english);
    check_text(what, mdq_buf_span(&text), false);
    source = mdq_span_of(NULL, 0);
    mdq_buf_free(&english);
    mdq_buf_free(&text);
  }
}

static void test_soup(void **state) {
  (void)state;
  for (uint64_t i = 0; i < SOUPS; i++) {
    struct mdq_buf text;
    char what[64];
    mdq_buf_init(&text);
    if (i % 8 == 0) mdq_buf_adds(&text, "\xEF\xBB\xBF");
    if (i % 4 == 3) random_code_points(&text, 3000, seed() + i);
    else soup(&text, i % 4 == 2 ? 200 : 5000, seed() + i);
    snprintf(what, sizeof what, "soup %llu", (unsigned long long)(seed() + i));
    check_text(what, mdq_buf_span(&text), false);
    mdq_buf_free(&text);
  }
}

static void for_each_sample(void (*use)(const char *name, struct mdq_span text)) {
  char path[4096];
  snprintf(path, sizeof path, "%s/samples", getenv("MUDAQQIQ_TESTS"));
  DIR *directory = opendir(path);
  assert_non_null(directory);
  size_t used = 0;
  for (const struct dirent *entry; (entry = readdir(directory));) {
    if (!mdq_span_ends(mdq_span_str(entry->d_name), MDQ_SPAN_LIT(".txt"))) continue;
    struct mdq_buf text;
    mdq_buf_init(&text);
    snprintf(path, sizeof path, "%s/samples/%s", getenv("MUDAQQIQ_TESTS"), entry->d_name);
    assert_int_equal(mdq_file_read(path, &text, MDQ_BAD_INPUT, NULL), MDQ_OK);
    use(entry->d_name, mdq_buf_span(&text));
    mdq_buf_free(&text);
    used++;
  }
  closedir(directory);
  assert_true(used > 0);
}

static void check_fixes_of(const char *name, struct mdq_span text) {
  check_text(name, text, true);
}

static void test_safe_fixes_are_idempotent_on_samples(void **state) {
  (void)state;
  for_each_sample(check_fixes_of);
}

/* The same text with other line ends has the same findings at the same lines. */
static void with_line_ends(struct mdq_span text, const char *end, struct mdq_buf *out) {
  for (size_t i = 0; i < text.len; i++) {
    if (text.ptr[i] == '\n') mdq_buf_adds(out, end);
    else mdq_buf_addc(out, text.ptr[i]);
  }
}

static void check_line_ends(const char *name, struct mdq_span text) {
  struct check as_is;
  check_begin(&as_is, name, text);
  static const char *const ends[] = { "\r\n", "\r" };
  for (size_t i = 0; i < 2; i++) {
    struct mdq_buf other;
    struct check check;
    mdq_buf_init(&other);
    with_line_ends(text, ends[i], &other);
    check_begin(&check, name, mdq_buf_span(&other));
    assert_int_equal(check.count, as_is.count);
    check_end(&check);
    mdq_buf_free(&other);
  }
  check_end(&as_is);
}

static void test_line_ends_change_nothing(void **state) {
  (void)state;
  for_each_sample(check_line_ends);
}

static int ignore(void *user, const struct mdq_diagnostic *diagnostic) {
  (void)diagnostic;
  ++*(size_t *)user;
  return 0;
}

/* Refused, with the offset of the first bad byte in the message, and nothing delivered. */
static void check_refused(struct mdq_span bytes, size_t bad) {
  struct mdq_input input = { .name = "test", .bytes = bytes.ptr, .size = bytes.len };
  struct mdq_error error = { 0 };
  size_t delivered = 0;
  char where[64];
  assert_int_equal(mdq_lint(linter, &input, ignore, &delivered, &error), MDQ_BAD_INPUT);
  assert_int_equal(delivered, 0);
  snprintf(where, sizeof where, "byte 0x%02X at offset %zu", (unsigned)(unsigned char)bytes.ptr[bad], bad);
  if (!strstr(error.message, where)) fail_msg("“%s” instead of “%s”", error.message, where);
  assert_true(error.line > 0 && error.column > 0);
}

static void test_each_byte_alone(void **state) {
  (void)state;
  for (int byte = 0; byte < 256; byte++) {
    char *one = malloc(1);
    *one = (char)byte;
    if (byte < 0x80) check_text("one byte", mdq_span_of(one, 1), true);
    else check_refused(mdq_span_of(one, 1), 0);
    free(one);
  }
}

static void test_text_cut_at_each_byte(void **state) {
  (void)state;
  static const char text[] = "قال «سام\u200B ألتمان» (😀) إنّ 12% \xF0\x9F\x91\xA9\u200Dـ، AI.\r\nو هذا http://a.com/؟ ";
  for (size_t len = 0; len < sizeof text; len++) {
    char *copy = malloc(len ? len : 1);
    memcpy(copy, text, len);
    size_t whole = len; /* where the last whole character ends */
    while (whole && ((unsigned char)text[whole] & 0xC0) == 0x80) whole--;
    if (whole == len) check_text("cut text", mdq_span_of(copy, len), true);
    else check_refused(mdq_span_of(copy, len), whole);
    free(copy);
  }
}

static void test_other_encodings_are_refused(void **state) {
  (void)state;
  check_refused(mdq_span_of("\xFF\xFE\x27\x06\x44\x06", 6), 0);          /* UTF-16 LE with its mark */
  check_refused(mdq_span_of("\xFE\xFF\x06\x27\x06\x44", 6), 0);          /* BE */
  check_refused(mdq_span_of("caf\xE9 noir", 9), 3);                      /* Latin-1 */
  check_refused(mdq_span_of("\xC7\xE1\xDE\xE3\xC9", 5), 0);              /* Windows-1256 */
  check_refused(mdq_span_of("a\xC0\x80", 3), 1);                         /* NUL, overlong */
  check_refused(mdq_span_of("a\xE0\x80\xAF", 4), 1);                     /* slash, overlong */
  check_refused(mdq_span_of("\xED\xA0\xBD\xED\xB8\x80", 6), 0);          /* a surrogate pair */
  check_refused(mdq_span_of("ab\xF4\x90\x80\x80", 6), 2);                /* beyond U+10FFFF */
  check_refused(mdq_span_of("ab\xF5\x80\x80\x80", 6), 2);
}

static void test_random_bytes_are_refused_or_sound(void **state) {
  (void)state;
  struct dice dice = { seed() };
  for (size_t n = 0; n < 3000; n++) {
    char bytes[8];
    size_t len = dice_roll(&dice, sizeof bytes + 1);
    for (size_t i = 0; i < len; i++) bytes[i] = (char)(dice_roll(&dice, 3) ? dice_roll(&dice, 256) : 0xD8 + dice_roll(&dice, 2));
    size_t valid = mdq_utf8_valid_prefix(mdq_span_of(bytes, len));
    if (valid == len) check_text("random bytes", mdq_span_of(bytes, len), false);
    else check_refused(mdq_span_of(bytes, len), valid);
  }
}

static void test_null_bytes_of_no_length(void **state) {
  (void)state;
  struct mdq_input input = { .name = "test", .bytes = NULL, .size = 0 };
  size_t delivered = 0;
  assert_int_equal(mdq_lint(linter, &input, ignore, &delivered, NULL), MDQ_OK);
  assert_int_equal(delivered, 0);
}

/* isalnum() takes 0xD8 for a letter in Latin-1, and half a character would end up in an address. */
static void test_locale_of_the_caller_changes_nothing(void **state) {
  (void)state;
  static const char text[] = "انظر a.comعن موقع www.comقال و b@c.orgثم http://a.comÉ";
  struct findings before, after;
  lint_bytes(linter, text, sizeof text - 1, NULL, &before);
  if (!setlocale(LC_ALL, "en_US.ISO-8859-1") && !setlocale(LC_ALL, "fr_FR.ISO-8859-1") && !setlocale(LC_ALL, "de_DE.ISO-8859-1")) {
    findings_free(&before);
    skip();
  }
  check_text("Latin-1 locale", mdq_span_of(text, sizeof text - 1), false);
  lint_bytes(linter, text, sizeof text - 1, NULL, &after);
  assert_int_equal(before.count, after.count);
  setlocale(LC_ALL, "C");
  findings_free(&before);
  findings_free(&after);
}

static int set_up(void **state) {
  static const char *const everything[] = { "*", NULL };
  (void)state;
  linter = new_linter(everything, MDQ_NOTE);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  mdq_linter_free(linter);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_pathological_inputs), cmocka_unit_test(test_soup), cmocka_unit_test(test_soup_beside_soup), cmocka_unit_test(test_safe_fixes_are_idempotent_on_samples),
    cmocka_unit_test(test_line_ends_change_nothing), cmocka_unit_test(test_each_byte_alone), cmocka_unit_test(test_text_cut_at_each_byte),
    cmocka_unit_test(test_other_encodings_are_refused), cmocka_unit_test(test_random_bytes_are_refused_or_sound),
    cmocka_unit_test(test_null_bytes_of_no_length), cmocka_unit_test(test_locale_of_the_caller_changes_nothing),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
