/* Compiled data that are damaged, cut off or from elsewhere are refused with a reason; and what a checksum vouches for is
   walked without a step outside, whatever it says. With a directory as argument, writes seeds for the fuzzer there. */
#include "small.h"

#include "exercise.h"
#include "forms.h"

static struct mdq_buf lexicon, counts;

static const char COUNTS[] = "أكتب\t7\t9\nفي\t900\t1000\nكتب\t5\t0\nمدرسة\t80\t70\n";

static int compile_both(void **state) {
  (void)state;
  struct mdq_error error;
  if (compile_small(tiny_aff(), tiny_dic(), &lexicon, &error)) return -1;
  mdq_buf_init(&counts);
  return mdq_word_counts_compile(mdq_span_str(COUNTS), "counts", &counts, &error) == MDQ_OK ? 0 : -1;
}

static int free_both(void **state) {
  (void)state;
  mdq_buf_free(&lexicon);
  mdq_buf_free(&counts);
  return 0;
}

static void whole_files_are_taken(void **state) {
  (void)state;
  print_message("a lexicon of %zu bytes, counts of %zu\n", lexicon.len, counts.len);
  assert_true(exercise(lexicon.ptr, lexicon.len, false));
  assert_true(exercise(counts.ptr, counts.len, false));
}

static void files_cut_off_are_refused(void **state) {
  (void)state;
  for (size_t len = 0; len < lexicon.len; len++) assert_false(exercise(lexicon.ptr, len, false));
  for (size_t len = 0; len < counts.len; len += len < 2000 ? 1 : 997) assert_false(exercise(counts.ptr, len, false));
}

static void longer_files_are_refused(void **state) {
  (void)state;
  struct mdq_buf longer;
  mdq_buf_init(&longer);
  mdq_buf_add(&longer, mdq_buf_span(&lexicon));
  for (size_t i = 0; i < 16; i++) {
    mdq_buf_addc(&longer, '\0');
    assert_false(exercise(longer.ptr, longer.len, false));
  }
  mdq_buf_free(&longer);
}

static void one_wrong_bit_is_found(void **state) {
  (void)state;
  for (size_t i = 0; i < lexicon.len * 8; i++) {
    lexicon.ptr[i / 8] = (char)(lexicon.ptr[i / 8] ^ 1 << i % 8);
    if (exercise(lexicon.ptr, lexicon.len, false)) fail_msg("bit %zu of byte %zu of the lexicon", i % 8, i / 8);
    lexicon.ptr[i / 8] = (char)(lexicon.ptr[i / 8] ^ 1 << i % 8);
  }
  for (size_t i = 0; i < counts.len * 8; i += i < (MDQ_DATA_HEADER + sizeof(struct mdq_counts_header)) * 8 ? 1 : 9973) {
    counts.ptr[i / 8] = (char)(counts.ptr[i / 8] ^ 1 << i % 8);
    if (exercise(counts.ptr, counts.len, false)) fail_msg("bit %zu of byte %zu of the counts", i % 8, i / 8);
    counts.ptr[i / 8] = (char)(counts.ptr[i / 8] ^ 1 << i % 8);
  }
}

static void expect_reason(size_t at, size_t len, const char *reason) {
  struct mdq_compiled compiled;
  struct mdq_error error = { 0 };
  struct mdq_buf copy;
  mdq_buf_init(&copy);
  mdq_buf_add(&copy, mdq_span_of(lexicon.ptr, len));
  if (at < len) copy.ptr[at]++;
  assert_int_equal(mdq_compiled_read(&compiled, mdq_buf_span(&copy), "some/file", &error), MDQ_NO_DICT);
  assert_string_equal(error.file, "some/file");
  if (!strstr(error.message, reason)) fail_msg("\"%s\" instead of \"%s\"", error.message, reason);
  mdq_buf_free(&copy);
}

static void the_reason_is_told(void **state) {
  (void)state;
  struct mdq_compiled compiled;
  struct mdq_error error = { 0 };
  expect_reason(0, lexicon.len, "not compiled data");
  expect_reason(lexicon.len, lexicon.len - 1, "truncated");
  expect_reason(lexicon.len, MDQ_DATA_HEADER - 1, "truncated");
  expect_reason(MDQ_DATA_HEADER + offsetof(struct mdq_lexicon_header, plain), lexicon.len, "damaged");
  expect_reason(lexicon.len - 1, lexicon.len, "damaged");
  assert_int_equal(mdq_compiled_read(&compiled, mdq_buf_span(&counts), "some/file", &error), MDQ_NO_DICT);
  assert_non_null(strstr(error.message, "another kind"));
}

/* -- under a valid checksum -- */

static void try_words(struct mdq_buf *file, size_t from, size_t to, size_t step) {
  const uint32_t extremes[] = { 0, 1, 2, UINT32_MAX, UINT32_MAX - 1, UINT32_MAX - 2, INT32_MAX, 1u << 31, (uint32_t)file->len, (uint32_t)file->len / 4 - 1 };
  for (size_t at = from; at + 4 <= to; at += step) {
    uint32_t before;
    memcpy(&before, file->ptr + at, sizeof before);
    for (size_t i = 0; i < sizeof extremes / sizeof extremes[0]; i++) {
      memcpy(file->ptr + at, &extremes[i], sizeof before);
      exercise(file->ptr, file->len, true);
    }
    memcpy(file->ptr + at, &before, sizeof before);
  }
}

static void extreme_numbers_lead_nowhere(void **state) {
  (void)state;
  size_t lexicon_header = MDQ_DATA_HEADER + sizeof(struct mdq_lexicon_header), counts_header = MDQ_DATA_HEADER + sizeof(struct mdq_counts_header);
  try_words(&lexicon, MDQ_DATA_HEADER, lexicon.len, 4);
  try_words(&lexicon, MDQ_DATA_HEADER + 2, lexicon_header, 4);
  try_words(&counts, MDQ_DATA_HEADER, counts_header, 4);
  try_words(&counts, counts_header, counts.len, 10012);
}

static void random_damage_leads_nowhere(void **state) {
  (void)state;
  uint64_t random = 42;
  struct mdq_buf copy;
  mdq_buf_init(&copy);
  size_t taken = 0;
  for (size_t round = 0; round < 10000; round++) {
    mdq_buf_clear(&copy);
    mdq_buf_add(&copy, mdq_buf_span(&lexicon));
    for (size_t i = next_random(&random) % 20 + 1; i; i--) {
      size_t span = next_random(&random) % 4 ? lexicon.len : MDQ_DATA_HEADER + sizeof(struct mdq_lexicon_header);
      copy.ptr[next_random(&random) % span] = (char)(next_random(&random) % 3 ? next_random(&random) : next_random(&random) % 3 - 1);
    }
    taken += exercise(copy.ptr, copy.len, true);
  }
  print_message("%zu of 10000 were walked\n", taken);
  assert_true(taken > 1000);
  mdq_buf_free(&copy);
}

static void write_seed(const char *dir, const char *name, const struct mdq_buf *bytes) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", dir, name);
  FILE *file = fopen(path, "wb");
  if (!file || fwrite(bytes->ptr, 1, bytes->len, file) != bytes->len || fclose(file)) exit(99);
}

int main(int argc, char **argv) {
  if (argc == 2) {
    if (compile_both(NULL)) return 99;
    write_seed(argv[1], "lexicon/tiny", &lexicon);
    write_seed(argv[1], "counts/tiny", &counts);
    return free_both(NULL);
  }
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(whole_files_are_taken),
    cmocka_unit_test(files_cut_off_are_refused),
    cmocka_unit_test(longer_files_are_refused),
    cmocka_unit_test(one_wrong_bit_is_found),
    cmocka_unit_test(the_reason_is_told),
    cmocka_unit_test(extreme_numbers_lead_nowhere),
    cmocka_unit_test(random_damage_leads_nowhere),
  };
  return cmocka_run_group_tests(tests, compile_both, free_both);
}
