/* Word counts, the dictionary's place, and what is a word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "lexicon/lexicon.h"

struct fixture {
  char dir[64];
  struct mdq_word_counts counts;
  struct mdq_dictionary *dictionary;
  struct mdq_lexicon *lexicon;
};

static void write_file(const char *dir, const char *name, const char *text) {
  char path[256];
  snprintf(path, sizeof path, "%s/%s", dir, name);
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  assert_true(fputs(text, file) >= 0);
  assert_int_equal(fclose(file), 0);
}

/* Sorted bytewise, as the real file is. */
static const char COUNTS[] =
    "# word\tedited\tweb\n"
    "# a second comment line\n"
    "ابتث\t5\t0\n"   /* no word of the dictionary, but attested */
    "اكثرط\t9\t30\n" /* outnumbered by the form with hamza, and unknown to the dictionary */
    "بيت\t120\t4000\n"
    "جخدز\t4\t900\n" /* too rare in edited news */
    "ذاك\t0\t17\n"
    "أكثرط\t180\t40\n";

static const char SORTED[] = "LC_ALL=C sort -o %s/lexicon/word-counts.tsv %s/lexicon/word-counts.tsv";

static int setup(void **state) {
  struct fixture *f = calloc(1, sizeof *f);
  strcpy(f->dir, "lexicon-test-XXXXXX");
  if (!mkdtemp(f->dir)) return -1;
  char path[128], command[256];
  snprintf(path, sizeof path, "%s/lexicon", f->dir);
  if (mkdir(path, 0700)) return -1;
  write_file(path, "word-counts.tsv", COUNTS);
  snprintf(command, sizeof command, SORTED, f->dir, f->dir);
  if (system(command)) return -1;
  struct mdq_error error;
  if (mdq_word_counts_open(&f->counts, f->dir, &error)) return -1;
  /* There is no compiled lexicon in that directory: Hunspell answers. */
  if (mdq_dictionary_open(&f->dictionary, NULL, f->dir, &error)) return -1;
  f->lexicon = mdq_lexicon_new(f->dictionary, &f->counts, NULL);
  *state = f;
  return f->lexicon ? 0 : -1;
}

static int teardown(void **state) {
  struct fixture *f = *state;
  mdq_lexicon_free(f->lexicon);
  mdq_dictionary_free(f->dictionary);
  mdq_word_counts_close(&f->counts);
  char path[128];
  snprintf(path, sizeof path, "%s/lexicon/word-counts.tsv", f->dir);
  unlink(path);
  snprintf(path, sizeof path, "%s/lexicon", f->dir);
  rmdir(path);
  rmdir(f->dir);
  free(f);
  return 0;
}

static struct mdq_count count(struct fixture *f, const char *word) {
  return mdq_word_counts_get(&f->counts, mdq_span_str(word));
}

static void counts_are_found_wherever_they_stand(void **state) {
  struct fixture *f = *state;
  assert_int_equal(count(f, "أكثرط").edited, 180); /* first */
  assert_int_equal(count(f, "أكثرط").web, 40);
  assert_int_equal(count(f, "بيت").edited, 120);
  assert_int_equal(count(f, "بيت").web, 4000);
  assert_int_equal(count(f, "ذاك").edited, 0); /* last */
  assert_int_equal(count(f, "ذاك").web, 17);
}

static void absent_words_have_no_count(void **state) {
  struct fixture *f = *state;
  static const char *const absent[] = { "", "بي", "بيتا", "zzz", "!", "# word", "#", "ييي", "120" };
  for (size_t i = 0; i < sizeof absent / sizeof absent[0]; i++) {
    assert_int_equal(count(f, absent[i]).edited, 0);
    assert_int_equal(count(f, absent[i]).web, 0);
  }
}

/* Many lines, most of which begin alike. */
static void every_line_of_a_large_file_is_found(void **state) {
  struct fixture *f = *state;
  enum { WORDS = 4000 };
  char dir[128], path[160];
  snprintf(dir, sizeof dir, "%s/large", f->dir);
  assert_int_equal(mkdir(dir, 0700), 0);
  snprintf(path, sizeof path, "%s/lexicon", dir);
  assert_int_equal(mkdir(path, 0700), 0);
  snprintf(path, sizeof path, "%s/lexicon/word-counts.tsv", dir);
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  fputs("# word\tedited\tweb\n", file);
  for (unsigned i = 0; i < WORDS; i++) {
    fprintf(file, "المدد%05u\t%u\t%u\n", i, i, 3 * i);
  }
  assert_int_equal(fclose(file), 0);
  struct mdq_word_counts counts;
  struct mdq_error error;
  assert_int_equal(mdq_word_counts_open(&counts, dir, &error), MDQ_OK);
  char word[4096];
  for (unsigned i = 0; i < WORDS; i++) {
    snprintf(word, sizeof word, "المدد%05u", i);
    struct mdq_count found = mdq_word_counts_get(&counts, mdq_span_str(word));
    assert_int_equal(found.edited, i);
    assert_int_equal(found.web, 3 * i);
    strcat(word, "0");
    assert_int_equal(mdq_word_counts_get(&counts, mdq_span_str(word)).web, 0);
  }
  static const char *const absent[] = { "ا", "المدد", "المدد99999", "المدة", "ي" };
  for (size_t i = 0; i < sizeof absent / sizeof absent[0]; i++) assert_int_equal(mdq_word_counts_get(&counts, mdq_span_str(absent[i])).web, 0);
  mdq_word_counts_close(&counts);
  unlink(path);
  snprintf(path, sizeof path, "%s/lexicon", dir);
  rmdir(path);
  rmdir(dir);
}

static void missing_counts_are_an_error_with_the_path(void **state) {
  (void)state;
  struct mdq_word_counts counts;
  struct mdq_error error;
  assert_int_equal(mdq_word_counts_open(&counts, "/nonexistent", &error), MDQ_NO_DATA);
  assert_string_equal(error.file, "/nonexistent/lexicon/word-counts.tsv");
  mdq_word_counts_close(&counts); /* allowed after a failure */
}

static void a_missing_dictionary_names_the_package_and_the_option(void **state) {
  (void)state;
  static const char *const missing[] = { "xx-none", "/nonexistent/ar", "/nonexistent/ar.dic", "", "ar.dic" };
  for (size_t i = 0; i < sizeof missing / sizeof missing[0]; i++) {
    struct mdq_dictionary *dictionary;
    struct mdq_error error;
    assert_int_equal(mdq_dictionary_open(&dictionary, missing[i], "/nonexistent", &error), MDQ_NO_DICT);
    assert_null(dictionary);
    assert_non_null(strstr(error.message, "hunspell-ar"));
    assert_non_null(strstr(error.message, "--dict"));
    assert_non_null(strstr(error.message, missing[i]));
  }
}

static bool opens(const char *name, const char *word) {
  struct mdq_dictionary *dictionary;
  struct mdq_error error;
  if (mdq_dictionary_open(&dictionary, name, "/nonexistent", &error)) return false;
  bool has = mdq_dictionary_has(dictionary, mdq_span_str(word));
  mdq_dictionary_free(dictionary);
  return has;
}

static void dictionaries_are_found_by_name_path_and_dicpath(void **state) {
  struct fixture *f = *state;
  assert_true(opens("ar", "الكتاب"));
  write_file(f->dir, "own.aff", "SET UTF-8\n");
  write_file(f->dir, "own.dic", "1\nابتثج\n");
  static const char *const suffixes[] = { "", ".aff", ".dic" };
  char path[128];
  for (size_t i = 0; i < 3; i++) {
    snprintf(path, sizeof path, "%s/own%s", f->dir, suffixes[i]);
    assert_true(opens(path, "ابتثج"));
    assert_false(opens(path, "الكتاب"));
  }
  snprintf(path, sizeof path, "/nonexistent::%s", f->dir);
  setenv("DICPATH", path, 1);
  assert_true(opens("own", "ابتثج"));
  unsetenv("DICPATH");
  assert_false(opens("own", "ابتثج"));
  snprintf(path, sizeof path, "%s/own.dic", f->dir);
  unlink(path);
  snprintf(path, sizeof path, "%s/own.aff", f->dir);
  unlink(path);
}

static bool accepts(struct fixture *f, const char *word) {
  return mdq_lexicon_accepts_form(f->lexicon, mdq_span_str(word));
}

static void edited_news_vouches_for_words(void **state) {
  struct fixture *f = *state;
  assert_true(accepts(f, "ابتث"));
  assert_false(mdq_lexicon_in_dictionary(f->lexicon, mdq_span_str("ابتث")));
  assert_false(accepts(f, "جخدز"));
  assert_false(accepts(f, "اكثرط"));
  assert_true(accepts(f, "أكثرط"));
}

static void the_dictionary_answers_for_the_rest(void **state) {
  struct fixture *f = *state;
  static const char *const words[] = { "الكتاب", "وبالمدرسة", "يكتبون", "أكتب", "وأخبار", "مياه" };
  static const char *const others[] = { "كتتاب", "الرئيسالأمريكي", "", "ً", "abc", "أستخدام", "وأستخدام" };
  for (size_t round = 0; round < 2; round++) { /* the second round is answered by the cache */
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) assert_true(accepts(f, words[i]));
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) assert_false(accepts(f, others[i]));
  }
}

static void long_words_are_no_words(void **state) {
  struct fixture *f = *state;
  char word[20001];
  for (size_t i = 0; i < sizeof word - 1; i += 2) memcpy(word + i, "ب", 2);
  word[sizeof word - 1] = '\0';
  assert_false(accepts(f, word));
}

static void the_cache_stays_right_when_it_is_dropped(void **state) {
  struct fixture *f = *state;
  for (unsigned i = 0; i < 70000; i++) {
    char word[40];
    snprintf(word, sizeof word, "%u", i);
    (void)mdq_lexicon_in_dictionary(f->lexicon, mdq_span_str(word));
  }
  assert_true(accepts(f, "الكتاب"));
  assert_false(accepts(f, "كتتاب"));
}

static void a_word_keeps_its_verdict(void **state) {
  struct fixture *f = *state;
  struct mdq_words words = { 0 };
  struct mdq_word *word = mdq_words_get(&words, MDQ_SPAN_LIT("مُدرِّسـون"));
  assert_true(mdq_lexicon_accepts(f->lexicon, word));
  assert_int_equal(word->verdict, MDQ_VERDICT_ACCEPTED);
  word->verdict = MDQ_VERDICT_REJECTED;
  assert_false(mdq_lexicon_accepts(f->lexicon, word));
  mdq_words_free(&words);
}

static void analyses_leave_out_the_glued_question(void **state) {
  struct fixture *f = *state;
  struct mdq_arena arena = MDQ_ARENA_INIT;
  struct mdq_reading *readings;
  assert_int_equal(mdq_lexicon_analyze(f->lexicon, MDQ_SPAN_LIT("المهندسون"), &arena, &readings), 1);
  assert_true(mdq_span_is(readings[0].stem, "مهندس"));
  assert_int_equal(readings[0].prefix, strlen("ال"));
  assert_string_equal(readings[0].prefix_flag.text, "mr");
  assert_string_equal(readings[0].inner_suffix.text, "IA");
  assert_int_equal(mdq_lexicon_analyze(f->lexicon, MDQ_SPAN_LIT("أستخدام"), &arena, &readings), 0);
  size_t count = mdq_lexicon_analyze(f->lexicon, MDQ_SPAN_LIT("أكتب"), &arena, &readings);
  assert_true(count > 0);
  for (size_t i = 0; i < count; i++) assert_int_equal(readings[i].prefix, 0);
  assert_int_equal(mdq_lexicon_analyze(f->lexicon, MDQ_SPAN_LIT("كتتاب"), &arena, &readings), 0);
  mdq_arena_free(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(counts_are_found_wherever_they_stand),
    cmocka_unit_test(absent_words_have_no_count),
    cmocka_unit_test(every_line_of_a_large_file_is_found),
    cmocka_unit_test(missing_counts_are_an_error_with_the_path),
    cmocka_unit_test(a_missing_dictionary_names_the_package_and_the_option),
    cmocka_unit_test(dictionaries_are_found_by_name_path_and_dicpath),
    cmocka_unit_test(edited_news_vouches_for_words),
    cmocka_unit_test(the_dictionary_answers_for_the_rest),
    cmocka_unit_test(long_words_are_no_words),
    cmocka_unit_test(the_cache_stays_right_when_it_is_dropped),
    cmocka_unit_test(a_word_keeps_its_verdict),
    cmocka_unit_test(analyses_leave_out_the_glued_question),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
