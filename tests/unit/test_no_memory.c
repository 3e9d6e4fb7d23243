/* Each of our own allocations is made to fail in its turn, once alone and once with all that follow it: the call
   says MDQ_NO_MEMORY, or does without, and nothing crashes, leaks or stays broken. Linked with --wrap, so that
   only calls from our objects are counted. */
#include "pack_support.h"

#include <pthread.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

static size_t countdown; /* the allocation that fails, 1 being the next; 0: none */
static bool for_good;    /* so do all behind it */
static size_t allocations;

static pthread_mutex_t counting = PTHREAD_MUTEX_INITIALIZER; /* a linter's data are opened by two threads */

static bool fails(void) {
  pthread_mutex_lock(&counting);
  bool now = countdown == 1;
  allocations++;
  if (countdown > 1 || (now && !for_good)) countdown--;
  pthread_mutex_unlock(&counting);
  return now;
}

void *__wrap_malloc(size_t size) {
  return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
  return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size) {
  return fails() ? NULL : __real_realloc(old, size);
}

/* Every rule family finds something here, and every kind of token occurs. */
static const char text[] =
    "قال سام ألتمان ، إن الذكاء الاصطناعي والبطاطا “مهم” و «جديد» في مدينه كبيره.. و هذا 12% و ١٢٪\n"
    "الاثنين 31 فبراير 2024 وصف Sam Altman ذلك, بـ«دعوة للاستيقاظ» (في العشرينات من القرن الماضي …\n"
    "ثم صمت... ﺷﺮﻛﺔ کبيرة مـحـمـد\u200Bا \u202A &amp; %s http://a.com/x a@b.com #وسم الـAI 漢字 😀 Ø§Ù„ لا لا\n"
    "The company said that it would. \"نعم\" ‘لا’ ووو - لكن – ثم — و\n";

/* Its source has another paragraph, so that the two are aligned. */
static const char source[] =
    "Sam Altman said that AI and chips were “important” and “new” in a big city at a@b.com. Some 12% of people there agree with Martin Keller.\n"
    "On Monday, February 31, 2024, Sam Altman called it a “wake-up call”, %d times. It isn't over.\n"
    "The ministers of finance met Maria Dupont in Strasbourg on 14 May.\n"
    "Then there was silence... a big company <b>grew</b> & &amp; http://a.com/y\n"
    "The company said that it would.\n";

static size_t terms; /* findings of the glossary */

static int count_one(void *user, const struct mdq_diagnostic *diagnostic) {
  assert_non_null(diagnostic->message);
  terms += !strncmp(diagnostic->rule, "term/", 5);
  ++*(size_t *)user;
  return 0;
}

static enum mdq_status lint(const mdq_linter *linter, size_t *count, struct mdq_error *error) {
  struct mdq_input input = { .name = "t", .bytes = text, .size = sizeof text - 1,
                             .source_name = "s", .source_bytes = source, .source_size = sizeof source - 1 };
  *count = 0;
  return mdq_lint(linter, &input, count_one, count, error);
}

/* A dictionary of three words loads at once, where the real one takes longer than all the rest. */
static char dict[] = "/tmp/mudaqqiq-no-memory-XXXXXX";
static char dict_stem[sizeof dict + 8];

static void write_file(const char *suffix, const char *content) {
  char path[sizeof dict_stem + 8];
  snprintf(path, sizeof path, "%s%s", dict_stem, suffix);
  FILE *file = fopen(path, "w");
  if (!file || fputs(content, file) < 0 || fclose(file)) fail_msg("cannot write %s", path);
}

static int make_dict(void **state) {
  (void)state;
  char pack[1024];
  if (!mkdtemp(dict)) return -1;
  snprintf(dict_stem, sizeof dict_stem, "%s/tiny", dict);
  write_file(".aff", "SET UTF-8\n");
  write_file(".dic", "3\nقال\nمدينة\nكبيرة\n");
  write_entry(pack, sizeof pack, "test", "  pattern: 'جديد ..4 <مدين*>'\n  near: [كبيره, 'regex:مهم']\n  literal: '=قال'\n  suggest: ['(ال)بلدة']\n");
  write_file(".yaml", pack);
  write_file(".tsv", "AI\tالذكاء الاصطناعي\tالذكاء الصناعي\nchip\tرقاقة\tبطاطا\twhat computers are made of\nwake-up call\tجرس إنذار\n");
  return 0;
}

static int remove_dict(void **state) {
  (void)state;
  static const char *const suffixes[] = { ".aff", ".dic", ".yaml", ".tsv" };
  for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
    char path[sizeof dict_stem + 8];
    snprintf(path, sizeof path, "%s%s", dict_stem, suffixes[i]);
    remove(path);
  }
  return remove(dict);
}

static const char *data; /* the directory to use */

static enum mdq_status make(mdq_linter **linter, struct mdq_error *error) {
  static const char *const everything[] = { "*", NULL };
  struct mdq_options options;
  mdq_options_init(&options);
  options.data_dir = data;
  options.dict = dict_stem;
  char pack[sizeof dict_stem + 8];
  snprintf(pack, sizeof pack, "%s.yaml", dict_stem);
  const char *const packs[] = { pack, NULL };
  options.packs = packs;
  char glossary[sizeof dict_stem + 8];
  snprintf(glossary, sizeof glossary, "%s.tsv", dict_stem);
  const char *const glossaries[] = { glossary, NULL };
  options.glossaries = glossaries;
  options.select = everything;
  options.min_severity = MDQ_NOTE;
  return mdq_linter_new(&options, linter, error);
}

static void check_status(enum mdq_status status, const struct mdq_error *error, size_t n) {
  if (status == MDQ_OK) return;
  if (status != MDQ_NO_MEMORY || error->status != MDQ_NO_MEMORY) fail_msg("allocation %zu: status %d: %s", n, (int)status, error->message);
}

/* Allocations near the start are all tried; further on, where one is like the other, fewer and fewer. */
static size_t next_try(size_t n) {
  return n < 300 ? n + 1 : n + 1 + n / 40;
}

static void check_making_a_linter(void) {
  mdq_linter *linter;
  struct mdq_error error;
  allocations = 0;
  assert_int_equal(make(&linter, &error), MDQ_OK);
  mdq_linter_free(linter);
  size_t all = allocations;
  print_message("%zu allocations\n", all);
  assert_true(all > 2);
  for (int forever = 0; forever < 2; forever++) {
    for (size_t n = 1; n <= all; n = next_try(n)) {
      error = (struct mdq_error){ 0 };
      for_good = forever;
      countdown = n;
      enum mdq_status status = make(&linter, &error);
      countdown = 0;
      check_status(status, &error, n);
      assert_true((status == MDQ_OK) == (linter != NULL));
      mdq_linter_free(linter);
    }
  }
}

static void test_making_a_linter_without_memory(void **state) {
  (void)state;
  data = getenv("MUDAQQIQ_DICTS");
  check_making_a_linter();
}

static void test_reading_the_sources_without_memory(void **state) {
  (void)state;
  struct pack_dir sources = linked_dir_new("");
  data = sources.path;
  check_making_a_linter();
  pack_dir_remove(&sources);
}

static void test_linting_without_memory(void **state) {
  (void)state;
  mdq_linter *linter;
  struct mdq_error error;
  size_t expected, count, failures = 0;
  data = getenv("MUDAQQIQ_DICTS");
  assert_int_equal(make(&linter, &error), MDQ_OK);
  allocations = 0;
  assert_int_equal(lint(linter, &expected, &error), MDQ_OK);
  size_t all = allocations;
  print_message("%zu allocations, %zu findings\n", all, expected);
  assert_true(all > 5 && expected > 10 && terms > 1);
  mdq_linter_free(linter);
  for (int forever = 0; forever < 2; forever++) {
    for (size_t n = 1; n <= all; n = next_try(n)) {
      assert_int_equal(make(&linter, &error), MDQ_OK);
      error = (struct mdq_error){ 0 };
      for_good = forever;
      countdown = n;
      enum mdq_status status = lint(linter, &count, &error);
      countdown = 0;
      check_status(status, &error, n);
      if (status != MDQ_OK) assert_int_equal(count, 0);
      failures += status != MDQ_OK;
      /* and the same linter goes on as if nothing had been */
      assert_int_equal(lint(linter, &count, &error), MDQ_OK);
      if (count != expected) fail_msg("allocation %zu: %zu findings afterwards instead of %zu", n, count, expected);
      mdq_linter_free(linter);
    }
  }
  assert_true(failures > 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_making_a_linter_without_memory), cmocka_unit_test(test_reading_the_sources_without_memory),
    cmocka_unit_test(test_linting_without_memory),
  };
  return cmocka_run_group_tests(tests, make_dict, remove_dict);
}
