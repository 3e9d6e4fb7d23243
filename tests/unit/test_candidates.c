/* What is suggested for a word that is none. The slips are written by hand; what was meant is known beforehand. */
#include "support.h"

#include "lexicon/lexicon.h"

struct fixture {
  struct mdq_dictionary *dictionary;
  struct mdq_word_counts counts;
  struct mdq_names names;
  struct mdq_lexicon *lexicon;
};

static int setup(void **state) {
  static struct fixture f;
  struct mdq_error error;
  const char *data = getenv("MUDAQQIQ_DICTS");
  if (mdq_dictionary_open(&f.dictionary, NULL, data, &error) || mdq_word_counts_open(&f.counts, data, &error) || mdq_names_open(&f.names, data, &error))
    return -1;
  f.lexicon = mdq_lexicon_new(f.dictionary, &f.counts, &f.names);
  *state = &f;
  return f.lexicon ? 0 : -1;
}

static int teardown(void **state) {
  struct fixture *f = *state;
  mdq_lexicon_free(f->lexicon);
  mdq_names_close(&f->names);
  mdq_word_counts_close(&f->counts);
  mdq_dictionary_free(f->dictionary);
  return 0;
}

static void suggest(struct fixture *f, const char *word, struct mdq_arena *arena, struct mdq_candidates *candidates) {
  mdq_lexicon_suggest(f->lexicon, mdq_span_str(word), arena, candidates);
}

static void the_word_that_was_meant_comes_first(void **state) {
  static const char *const slips[][2] = {
    { "والمستشفيت", "والمستشفيات" }, /* a letter lost, clitics and ending kept */
    { "الاجتماغات", "الاجتماعات" },   /* a neighbour on the keyboard */
    { "الحكموة", "الحكومة" },         /* two letters swapped */
    { "المحادثاات", "المحادثات" },    /* a letter doubled */
    { "بالتنسيقق", "بالتنسيق" },
    { "الظعتراض", "الاعتراض" },
    { "يستخدمزنها", "يستخدمونها" },
    { "الاقتضادية", "الاقتصادية" },   /* ض for ص, side by side */
    { "السعوودية", "السعودية" },
  };
  struct mdq_arena arena = MDQ_ARENA_INIT;
  for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
    struct mdq_candidates candidates;
    suggest(*state, slips[i][0], &arena, &candidates);
    if (!candidates.count || !mdq_span_is(candidates.text[0], slips[i][1]))
      fail_msg("%s: %s instead of %s", slips[i][0], candidates.count ? candidates.text[0].ptr : "nothing", slips[i][1]);
  }
  mdq_arena_free(&arena);
}

static void candidates_are_few_different_and_words(void **state) {
  static const char *const words[] = { "قالل", "كتتاب", "المدينةة", "زززز", "ابتثجح", "يقولوون", "سي", "الل" };
  struct fixture *f = *state;
  struct mdq_arena arena = MDQ_ARENA_INIT;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    struct mdq_candidates candidates;
    suggest(f, words[i], &arena, &candidates);
    assert_true(candidates.count <= MDQ_MOST_CANDIDATES);
    for (size_t a = 0; a < candidates.count; a++) {
      assert_false(mdq_span_is(candidates.text[a], words[i]));
      assert_true(mdq_lexicon_accepts_form(f->lexicon, candidates.text[a]) || mdq_names_accept(&f->names, candidates.text[a]));
      for (size_t b = 0; b < a; b++) assert_false(mdq_span_eq(candidates.text[a], candidates.text[b]));
    }
  }
  mdq_arena_free(&arena);
}

static void what_is_too_short_or_too_long_has_none(void **state) {
  char monster[2 * 5000 + 1];
  for (size_t i = 0; i + 2 < sizeof monster; i += 2) memcpy(monster + i, "ب", 2);
  monster[sizeof monster - 1] = '\0';
  static char forty_one[2 * 41 + 1];
  memcpy(forty_one, monster, sizeof forty_one - 1);
  const char *words[] = { "", "ب", forty_one, monster, "abc" };
  struct mdq_arena arena = MDQ_ARENA_INIT;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    struct mdq_candidates candidates = { .count = 7 };
    suggest(*state, words[i], &arena, &candidates);
    assert_int_equal(candidates.count, 0);
  }
  mdq_arena_free(&arena);
}

static void one_slip_is_seen_through(void **state) {
  static const struct { const char *wrong, *right; enum mdq_slip_kind kind; } slips[] = {
    { "الحكموة", "الحكومة", MDQ_SLIP_SWAPPED },
    { "السعودة", "السعودية", MDQ_SLIP_LOST },
    { "المبارايت", "المباريات", MDQ_SLIP_SWAPPED },
    { "الخارجيه", NULL, MDQ_SLIP_OTHER },  /* another letter, no dots */
    { "السياسوية", NULL, MDQ_SLIP_OTHER }, /* a letter too many */
    { "كريدون", NULL, MDQ_SLIP_OTHER },    /* يريدون: not in the first letter */
    { "قا", NULL, MDQ_SLIP_OTHER },
    { "", NULL, MDQ_SLIP_OTHER },
    { "ابتثجحخدذرزسشصضطظعغفقكلمنهويابتثجحخدذرزسش", NULL, MDQ_SLIP_OTHER },
  };
  struct fixture *f = *state;
  for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
    struct mdq_slip slip;
    bool found = mdq_lexicon_one_slip(f->lexicon, mdq_span_str(slips[i].wrong), &slip);
    if (found != (slips[i].right != NULL)) fail_msg("%s: %.*s", slips[i].wrong, (int)slip.word.len, slip.word.ptr);
    if (found && (!mdq_span_is(slip.word, slips[i].right) || slip.kind != slips[i].kind)) fail_msg("%s: %.*s", slips[i].wrong, (int)slip.word.len, slip.word.ptr);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_word_that_was_meant_comes_first),
    cmocka_unit_test(candidates_are_few_different_and_words),
    cmocka_unit_test(what_is_too_short_or_too_long_has_none),
    cmocka_unit_test(one_slip_is_seen_through),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
