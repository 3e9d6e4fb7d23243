/* The names: their tables, their compiled form, and what is asked of it. */
#include <unicode/unorm2.h>

#include "support.h"

#include "base/file.h"
#include "base/map.h"
#include "lexicon/names.h"
#include "lexicon/names_file.h"
#include "text/lines.h"
#include "text/utf8.h"

static const char *const files[] = { "people-politics", "people-culture", "given-surnames", "places", "organisations", "companies" };

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
  assert_true(rows > 1000);
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

static void damage_is_refused(void **state) {
  struct fixture *f = *state;
  struct mdq_span good = f->names.file.bytes;
  char *bytes = malloc(good.len);
  struct mdq_names names;
  struct mdq_error error;
  memcpy(bytes, good.ptr, good.len);
  assert_int_equal(mdq_names_read(&names, mdq_span_of(bytes, good.len), "n", &error), MDQ_OK);
  for (size_t at = 0; at < good.len; at += 1 + good.len / 97) {
    bytes[at] ^= 0x10;
    assert_int_equal(mdq_names_read(&names, mdq_span_of(bytes, good.len), "n", &error), MDQ_NO_DATA);
    bytes[at] ^= 0x10;
  }
  assert_int_equal(mdq_names_read(&names, mdq_span_of(bytes, good.len - 8), "n", &error), MDQ_NO_DATA);
  assert_int_equal(mdq_names_read(&names, mdq_span_of(bytes, 3), "n", &error), MDQ_NO_DATA);
  assert_string_equal(error.message, "not a file of this kind; compile it anew with make");
  free(bytes);
}

/* Without a compiled file the program compiles the same in memory. */
static void the_file_is_what_is_compiled_in_memory(void **state) {
  struct fixture *f = *state;
  struct mdq_buf file;
  struct mdq_error error;
  mdq_buf_init(&file);
  assert_int_equal(mdq_names_compile(getenv("MUDAQQIQ_DICTS"), &file, &error), MDQ_OK);
  assert_true(mdq_span_eq(mdq_buf_span(&file), f->names.file.bytes));
  mdq_buf_clear(&file);
  assert_int_equal(mdq_names_compile("/nonexistent", &file, &error), MDQ_NO_DATA);
  assert_string_equal(error.file, "/nonexistent/names/people-politics.tsv");
  mdq_buf_free(&file);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(tables_are_sorted_unique_and_clean),
    cmocka_unit_test(every_name_is_found),
    cmocka_unit_test(words_are_found_behind_proclitics),
    cmocka_unit_test(company_of_words_is_known),
    cmocka_unit_test(latin_names_are_found_however_they_are_written),
    cmocka_unit_test(a_lost_hamza_is_found_again),
    cmocka_unit_test(the_automaton_has_what_may_be_proposed),
    cmocka_unit_test(damage_is_refused),
    cmocka_unit_test(the_file_is_what_is_compiled_in_memory),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
