/* The names: their tables, their compiled form, and what is asked of it. */
#include <sys/stat.h>
#include <unicode/ucurr.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unistd.h>

#include "support.h"

#include "base/file.h"
#include "base/map.h"
#include "compile/names_cldr.h"
#include "lexicon/names.h"
#include "text/lines.h"
#include "text/utf8.h"

static const char *const files[] = { "people-politics", "people-culture", "given-surnames", "places", "organisations", "companies", "currencies" };

struct fixture {
  struct mdq_names names;
  struct mdq_arena arena;
};

static int setup(void **state) {
  struct fixture *f = calloc(1, sizeof *f);
  struct mdq_error error;
  if (!f || mdq_names_open(&f->names, getenv("MUDAQQIQ_DICTS"), &error)) return -1;
  *state = f;
  return 0;
}

static int teardown(void **state) {
  struct fixture *f = *state;
  mdq_names_close(&f->names);
  mdq_arena_free(&f->arena);
  free(f);
  return 0;
}

/* -- the tables -- */

static struct mdq_span cut(struct mdq_span *text, char separator) {
  const char *at = text->len ? memchr(text->ptr, separator, text->len) : NULL;
  size_t length = at ? (size_t)(at - text->ptr) : text->len;
  struct mdq_span part = mdq_span_sub(*text, 0, length);
  *text = mdq_span_sub(*text, at ? length + 1 : length, text->len);
  return part;
}

static void assert_nfc(struct mdq_span line) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  UChar units[2048];
  int32_t count = 0;
  for (size_t at = 0; at < line.len;) {
    uint32_t c = mdq_utf8_next(line, &at);
    assert_true(c < 0x10000 && count < 2048);
    units[count++] = (UChar)c;
  }
  if (!unorm2_isNormalized(nfc, units, count, &status)) fail_msg("not NFC: %.*s", (int)line.len, line.ptr);
}

static void assert_arabic(struct mdq_span form, const char *file, size_t number) {
  uint32_t last = ' ';
  for (size_t at = 0; at < form.len; ) {
    uint32_t c = mdq_utf8_next(form, &at);
    bool letter = (c >= 0x0621 && c <= 0x063A) || (c >= 0x0641 && c <= 0x064A) || c == 0x067E || c == 0x0686 || c == 0x0698 || c == 0x06A4 || c == 0x06AF;
    bool space = (c == ' ' || c == '-') && last != ' ' && last != '-' && at < form.len;
    if (!letter && !space && !(c >= '0' && c <= '9')) fail_msg("%s:%zu: no Arabic name: «%.*s»", file, number, (int)form.len, form.ptr);
    last = c;
  }
  assert_true(form.len > 0);
}

static void check_table(const char *file) {
  static char yes;
  char path[4096];
  struct mdq_buf bytes;
  struct mdq_arena arena = MDQ_ARENA_INIT;
  struct mdq_map seen = { 0 };
  struct mdq_error error;
  mdq_buf_init(&bytes);
  snprintf(path, sizeof path, "%s/names/%s.tsv", getenv("MUDAQQIQ_DICTS"), file);
  assert_int_equal(mdq_file_read(path, &bytes, MDQ_NO_DATA, &error), MDQ_OK);
  struct mdq_span line, last = mdq_span_of("", 0);
  size_t at = 0, number = 0, rows = 0;
  while (mdq_line_next(mdq_buf_span(&bytes), &at, &line)) {
    number++;
    if (line.ptr[0] == '#') continue;
    rows++;
    assert_nfc(line);
    struct mdq_span rest = line, latin = cut(&rest, '\t'), preferred = cut(&rest, '\t'), variants = cut(&rest, '\t');
    if (mdq_span_cmp(latin, last) < 0) fail_msg("%s:%zu: not sorted", file, number);
    last = latin;
    struct mdq_span key = mdq_arena_printf(&arena, "%.*s\t%.*s", (int)latin.len, latin.ptr, (int)rest.len, rest.ptr);
    if (mdq_map_get(&seen, key)) fail_msg("%s:%zu: %s stands twice", file, number, key.ptr);
    assert_true(mdq_map_put(&seen, key, &yes));
    assert_arabic(preferred, file, number);
    while (variants.len) assert_arabic(cut(&variants, '|'), file, number);
  }
  assert_true(rows > 50);
  mdq_map_free(&seen);
  mdq_arena_free(&arena);
  mdq_buf_free(&bytes);
}

static void tables_are_sorted_unique_and_clean(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) check_table(files[i]);
}

static void check_words(struct fixture *f, const char *file) {
  char path[4096];
  struct mdq_buf bytes;
  struct mdq_error error;
  mdq_buf_init(&bytes);
  snprintf(path, sizeof path, "%s/names/%s.tsv", getenv("MUDAQQIQ_DICTS"), file);
  assert_int_equal(mdq_file_read(path, &bytes, MDQ_NO_DATA, &error), MDQ_OK);
  struct mdq_span line;
  for (size_t at = 0; mdq_line_next(mdq_buf_span(&bytes), &at, &line);) {
    if (line.ptr[0] == '#') continue;
    struct mdq_span latin = cut(&line, '\t'), preferred = cut(&line, '\t');
    uint32_t first;
    size_t count = mdq_names_of_latin(&f->names, latin, &first), same = 0;
    for (size_t i = 0; i < count; i++) {
      struct mdq_known_name known;
      mdq_names_known(&f->names, first + (uint32_t)i, &f->arena, &known);
      same += mdq_span_eq(known.form[0], preferred);
    }
    if (same != 1) fail_msg("%.*s is not found as %.*s", (int)latin.len, latin.ptr, (int)preferred.len, preferred.ptr);
    struct mdq_name_word word;
    while (preferred.len) {
      struct mdq_span part = cut(&preferred, ' ');
      bool looked_up = part.len >= 6 && !memchr(part.ptr, '-', part.len) && (unsigned char)part.ptr[0] >= 0x80;
      if (looked_up && !mdq_names_word(&f->names, part, &word)) fail_msg("«%.*s» is not found", (int)part.len, part.ptr);
    }
  }
  mdq_buf_free(&bytes);
}

static void every_name_is_found(void **state) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) check_words(*state, files[i]);
}

/* -- asking -- */

static void words_are_found_behind_proclitics(void **state) {
  struct fixture *f = *state;
  static const char *const right[] = { "ترامب", "وبايدن", "لبلومبيرغ", "وبنتنياهو", "فإنفيديا", "الفيسبوك", "غوانغدونغي", "والكوسوفيون", "لترمب" };
  static const char *const wrong[] = { "اوباما", "كانو", "باايدن", "المستقبلية", "و", "", "قوه", "trump" };
  for (size_t i = 0; i < sizeof right / sizeof *right; i++)
    if (!mdq_names_accept(&f->names, mdq_span_str(right[i]))) fail_msg("%s", right[i]);
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    if (mdq_names_accept(&f->names, mdq_span_str(wrong[i]))) fail_msg("%s", wrong[i]);
  struct mdq_name_word word;
  assert_true(mdq_names_find(&f->names, MDQ_SPAN_LIT("وبلومبيرغ"), &word));
  assert_true(mdq_span_is(word.stem.text, "بلومبيرغ") && word.stem.cut == 2 && word.kinds & MDQ_KIND_MEDIA && word.alone && !word.preferred);
  struct mdq_known_name known;
  mdq_names_known(&f->names, word.latin, &f->arena, &known);
  assert_string_equal(known.latin.ptr, "Bloomberg");
  assert_string_equal(known.form[0].ptr, "بلومبرغ");
  mdq_names_known(&f->names, MDQ_NO_LATIN, &f->arena, &known);
  assert_int_equal(known.count, 0);
}

static void company_of_words_is_known(void **state) {
  struct fixture *f = *state;
  assert_true(mdq_names_follow(&f->names, MDQ_SPAN_LIT("جو"), MDQ_SPAN_LIT("بايدن")));
  assert_true(mdq_names_follow(&f->names, MDQ_SPAN_LIT("ديب"), MDQ_SPAN_LIT("سيك")));
  assert_false(mdq_names_follow(&f->names, MDQ_SPAN_LIT("بايدن"), MDQ_SPAN_LIT("جو")));
}

static void latin_names_are_found_however_they_are_written(void **state) {
  struct fixture *f = *state;
  static const struct { const char *latin, *arabic; } cases[] = {
    { "Nvidia", "إنفيديا" }, { "NVIDIA", "إنفيديا" }, { "DeepSeek", "ديب سيك" }, { "Deep-Seek", "ديب سيك" }, { "José Mourinho", "جوزيه مورينيو" },
    { "Jose Mourinho", "جوزيه مورينيو" }, { "Swedish Krona", "كرونة سويدية" }, { "Amharic", "الأمهرية" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    uint32_t first;
    struct mdq_known_name known;
    if (!mdq_names_of_latin(&f->names, mdq_span_str(cases[i].latin), &first)) fail_msg("%s", cases[i].latin);
    mdq_names_known(&f->names, first, &f->arena, &known);
    assert_string_equal(known.form[0].ptr, cases[i].arabic);
  }
  uint32_t first;
  assert_int_equal(mdq_names_of_latin(&f->names, MDQ_SPAN_LIT("Zzyzxqua"), &first), 0);
  assert_int_equal(mdq_names_of_latin(&f->names, MDQ_SPAN_LIT(""), &first), 0);
  assert_int_equal(mdq_names_of_latin(&f->names, MDQ_SPAN_LIT("على"), &first), 0);
}

/* Some name of that kind is the text, up to a bracket, in the table. */
static bool is_known_as(struct fixture *f, const UChar *text, int32_t length, unsigned kind) {
  char bytes[800];
  UErrorCode status = U_ZERO_ERROR;
  int32_t used = 0;
  u_strToUTF8(bytes, sizeof bytes - 1, &used, text, length, &status);
  bytes[used] = '\0';
  uint32_t first = 0;
  size_t count = mdq_names_of_latin(&f->names, mdq_span_of(bytes, strcspn(bytes, "(")), &first);
  for (size_t i = 0; i < count; i++) {
    struct mdq_known_name known;
    mdq_names_known(&f->names, first + (uint32_t)i, &f->arena, &known);
    if (known.kinds & kind && known.count) return true;
  }
  return false;
}

static void every_territory_is_found(void **state) {
  int missing = 0;
  for (const char *const *code = uloc_getISOCountries(); *code; code++) {
    char locale[] = "und_XX";
    memcpy(locale + 4, *code, 2);
    UChar name[200];
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = uloc_getDisplayCountry(locale, "en", name, 200, &status);
    if (status != U_USING_DEFAULT_WARNING && !is_known_as(*state, name, length, MDQ_KIND_PLACE)) missing++, print_error("%s is missing\n", *code);
  }
  assert_int_equal(missing, 0);
}

/* Those of the two-letter codes: of the others CLDR has no Arabic name for many. */
static void every_common_language_is_found(void **state) {
  int missing = 0;
  for (const char *const *code = uloc_getISOLanguages(); *code; code++) {
    UChar name[200], arabic[200];
    UErrorCode status = U_ZERO_ERROR, arabic_status = U_ZERO_ERROR;
    int32_t length = uloc_getDisplayLanguage(*code, "en", name, 200, &status);
    uloc_getDisplayLanguage(*code, "ar", arabic, 200, &arabic_status);
    if (strlen(*code) != 2 || status == U_USING_DEFAULT_WARNING || arabic_status == U_USING_DEFAULT_WARNING) continue;
    if (!is_known_as(*state, name, length, MDQ_KIND_LANGUAGE | MDQ_KIND_PEOPLE)) missing++, print_error("%s is missing\n", *code);
  }
  assert_int_equal(missing, 0);
}

static void every_currency_is_found(void **state) {
  int missing = 0;
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  int32_t length = 0;
  for (const UChar *code; (code = uenum_unext(codes, &length, &status)) && U_SUCCESS(status);) {
    static const char *const counts[] = { "one", "other" };
    for (size_t i = 0; i < 2; i++) {
      UBool choice;
      const UChar *name = ucurr_getPluralName(code, "en", &choice, counts[i], &length, &status);
      if (!is_known_as(*state, name, length, MDQ_KIND_CURRENCY)) missing++, print_error("%c%c%c is missing\n", (char)code[0], (char)code[1], (char)code[2]);
    }
  }
  uenum_close(codes);
  assert_int_equal(missing, 0);
}

static void a_lost_hamza_is_found_again(void **state) {
  struct fixture *f = *state;
  static const struct { const char *written, *right; } cases[] = {
    { "اوباما", "أوباما" }, { "وامريكا", "وأمريكا" }, { "الاسكندرية", "الإسكندرية" }, { "بايدن", NULL }, { "اسكتلندا", NULL }, { "ا", NULL }, { "", NULL },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct mdq_span right;
    bool found = mdq_names_best_hamza(&f->names, mdq_span_str(cases[i].written), &f->arena, &right);
    assert_int_equal(found, cases[i].right != NULL);
    if (found) assert_string_equal(right.ptr, cases[i].right);
  }
}

static void the_automaton_has_what_may_be_proposed(void **state) {
  struct fixture *f = *state;
  assert_true(mdq_automaton_has(&f->names.automaton, f->names.root, MDQ_SPAN_LIT("بايدن")));
  assert_false(mdq_automaton_has(&f->names.automaton, f->names.root, MDQ_SPAN_LIT("كانو")));
  assert_false(mdq_automaton_has(&f->names.automaton, f->names.root, MDQ_SPAN_LIT("اوباما")));
}

/* -- the file -- */

static void write_data(const char *dir, struct mdq_span bytes) {
  char path[128];
  snprintf(path, sizeof path, "%s/compiled/names.bin", dir);
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, file), bytes.len);
  assert_int_equal(fclose(file), 0);
}

/* As if a name were then looked up. */
static enum mdq_status open_and_use(const char *dir, struct mdq_error *error) {
  struct mdq_names names;
  struct mdq_name_word word;
  enum mdq_status status = mdq_names_open(&names, dir, error);
  if (!status) mdq_names_word(&names, MDQ_SPAN_LIT("ترامب"), &word);
  if (!status) status = mdq_names_trouble(&names, dir, error);
  mdq_names_close(&names); /* allowed after a failure */
  return status;
}

static void damage_is_refused(void **state) {
  struct fixture *f = *state;
  char dir[64] = "names-test-XXXXXX", path[128];
  assert_non_null(mkdtemp(dir));
  snprintf(path, sizeof path, "%s/compiled", dir);
  assert_int_equal(mkdir(path, 0700), 0);
  struct mdq_span good = mdq_span_of(f->names.file.bytes, f->names.file.size);
  assert_true(good.len > 0);
  char *bytes = malloc(good.len);
  struct mdq_error error;
  memcpy(bytes, good.ptr, good.len);
  write_data(dir, mdq_span_of(bytes, good.len));
  assert_int_equal(open_and_use(dir, &error), MDQ_OK);
  for (size_t at = 0; at < good.len; at += 1 + good.len / 13) {
    bytes[at] ^= 0x10;
    write_data(dir, mdq_span_of(bytes, good.len));
    assert_int_equal(open_and_use(dir, &error), MDQ_NO_DATA);
    bytes[at] ^= 0x10;
  }
  write_data(dir, mdq_span_of(bytes, good.len - 8));
  assert_int_equal(open_and_use(dir, &error), MDQ_NO_DATA);
  free(bytes);
  snprintf(path, sizeof path, "%s/compiled/names.bin", dir);
  unlink(path);
  snprintf(path, sizeof path, "%s/compiled", dir);
  rmdir(path);
  rmdir(dir);
}

static void compiling_twice_gives_the_same(void **state) {
  struct fixture *f = *state;
  struct mdq_buf body;
  struct mdq_error error;
  mdq_buf_init(&body);
  assert_int_equal(mdq_names_compile(getenv("MUDAQQIQ_DICTS"), mdq_names_add_cldr, &body, &error), MDQ_OK);
  assert_true(mdq_span_eq(mdq_buf_span(&body), mdq_span_of(f->names.file.body, f->names.file.body_size)));
  mdq_buf_clear(&body);
  assert_int_equal(mdq_names_compile("/nonexistent", NULL, &body, &error), MDQ_NO_DATA);
  assert_string_equal(error.file, "/nonexistent/names/people-politics.tsv");
  mdq_buf_free(&body);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(tables_are_sorted_unique_and_clean),
    cmocka_unit_test(every_name_is_found),
    cmocka_unit_test(words_are_found_behind_proclitics),
    cmocka_unit_test(company_of_words_is_known),
    cmocka_unit_test(latin_names_are_found_however_they_are_written),
    cmocka_unit_test(every_territory_is_found),
    cmocka_unit_test(every_common_language_is_found),
    cmocka_unit_test(every_currency_is_found),
    cmocka_unit_test(a_lost_hamza_is_found_again),
    cmocka_unit_test(the_automaton_has_what_may_be_proposed),
    cmocka_unit_test(damage_is_refused),
    cmocka_unit_test(compiling_twice_gives_the_same),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
