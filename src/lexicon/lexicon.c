#include "lexicon/lexicon.h"

#include <stdlib.h>

#include "base/map.h"
#include "text/utf8.h"

enum {
  MOST_VERDICTS = 1 << 16, /* cached; then all are forgotten */
  LONGEST_WORD = 120,      /* bytes; Hunspell cuts at 176, and no Arabic word has 60 letters */
  VOUCHING_COUNT = 5,      /* occurrences in edited news that make a form a word */
  OUTNUMBERED = 20         /* ... unless the form it is confused with is so many times commoner */
};

struct mdq_lexicon {
  struct mdq_dictionary *dictionary;
  const struct mdq_word_counts *counts;
  struct mdq_map verdicts;
  struct mdq_arena arena; /* the keys of verdicts */
  bool failed;            /* an answer was made up for want of memory */
};

struct mdq_lexicon *mdq_lexicon_new(struct mdq_dictionary *dictionary, const struct mdq_word_counts *counts) {
  struct mdq_lexicon *lexicon = calloc(1, sizeof *lexicon);
  if (!lexicon) return NULL;
  lexicon->dictionary = dictionary;
  lexicon->counts = counts;
  return lexicon;
}

static void forget_verdicts(struct mdq_lexicon *lexicon) {
  mdq_map_free(&lexicon->verdicts);
  mdq_arena_free(&lexicon->arena);
}

void mdq_lexicon_free(struct mdq_lexicon *lexicon) {
  if (!lexicon) return;
  forget_verdicts(lexicon);
  free(lexicon);
}

bool mdq_lexicon_failed(const struct mdq_lexicon *lexicon) {
  return lexicon->failed;
}

bool mdq_lexicon_in_dictionary(struct mdq_lexicon *lexicon, struct mdq_span v1) {
  static char accepted, rejected; /* verdicts by address: a map's value may not be NULL */
  if (!v1.len || v1.len > LONGEST_WORD || memchr(v1.ptr, '\0', v1.len)) return false;
  uint64_t hash = mdq_hash(v1);
  const void *known = mdq_map_get_hashed(&lexicon->verdicts, v1, hash);
  if (known) return known == &accepted;
  if (lexicon->verdicts.count >= MOST_VERDICTS) forget_verdicts(lexicon);
  struct mdq_span key = mdq_arena_copy(&lexicon->arena, v1);
  if (key.len != v1.len) return lexicon->failed = true; /* accuse nobody */
  bool verdict = mdq_dictionary_has(lexicon->dictionary, key.ptr);
  if (!mdq_map_put_hashed(&lexicon->verdicts, key, hash, verdict ? &accepted : &rejected)) lexicon->failed = true;
  return verdict;
}

struct mdq_span mdq_lexicon_analyze(struct mdq_lexicon *lexicon, struct mdq_span v1, struct mdq_arena *arena) {
  struct mdq_span none = { "", 0 };
  if (!v1.len || v1.len > LONGEST_WORD || memchr(v1.ptr, '\0', v1.len)) return none;
  struct mdq_span word = mdq_arena_copy(arena, v1);
  return word.len == v1.len ? mdq_dictionary_analyze(lexicon->dictionary, word.ptr, arena) : none;
}

/* -- edited news -- */

struct mdq_count mdq_lexicon_count(const struct mdq_lexicon *lexicon, struct mdq_span v1) {
  return mdq_word_counts_get(lexicon->counts, v1);
}

unsigned mdq_lexicon_edited(const struct mdq_lexicon *lexicon, struct mdq_word *word) {
  if (!word->news) word->news = 1 + mdq_lexicon_count(lexicon, word->v1).edited;
  return word->news - 1;
}

/* Writers confuse ه/ة and ى/ي at the end and leave out the hamza at the start. Returns the count of the
   commonest form that differs from v1 in that alone, v1 being the faulty one. */
static unsigned count_of_right_form(const struct mdq_lexicon *lexicon, struct mdq_span v1) {
  char twin[LONGEST_WORD + 1];
  memcpy(twin, v1.ptr, v1.len);
  struct mdq_span form = mdq_span_of(twin, v1.len);
  unsigned most = 0;
  if (mdq_span_ends(v1, MDQ_SPAN_LIT("ه")) || mdq_span_ends(v1, MDQ_SPAN_LIT("ى"))) {
    memcpy(twin + v1.len - 2, mdq_span_ends(v1, MDQ_SPAN_LIT("ه")) ? "ة" : "ي", 2);
    most = mdq_lexicon_count(lexicon, form).edited;
    memcpy(twin, v1.ptr, v1.len);
  }
  static const char *const before[] = { "", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل" };
  static const char *const hamza[] = { "أ", "إ", "آ" };
  for (size_t i = 0; i < sizeof before / sizeof before[0]; i++) {
    size_t at = strlen(before[i]);
    if (v1.len < at + 2 || memcmp(v1.ptr, before[i], at) || memcmp(v1.ptr + at, "ا", 2)) continue;
    for (size_t h = 0; h < sizeof hamza / sizeof hamza[0]; h++) {
      memcpy(twin + at, hamza[h], 2);
      unsigned count = mdq_lexicon_count(lexicon, form).edited;
      if (count > most) most = count;
    }
    memcpy(twin, v1.ptr, v1.len);
  }
  return most;
}

static bool vouched_for(const struct mdq_lexicon *lexicon, struct mdq_span v1) {
  unsigned edited = v1.len <= LONGEST_WORD ? mdq_lexicon_count(lexicon, v1).edited : 0;
  return edited >= VOUCHING_COUNT && count_of_right_form(lexicon, v1) / OUTNUMBERED < edited;
}

bool mdq_lexicon_accepts_form(struct mdq_lexicon *lexicon, struct mdq_span v1) {
  return vouched_for(lexicon, v1) || mdq_lexicon_in_dictionary(lexicon, v1);
}

bool mdq_lexicon_accepts(struct mdq_lexicon *lexicon, struct mdq_word *word) {
  if (word->verdict == MDQ_VERDICT_UNASKED)
    word->verdict = mdq_lexicon_accepts_form(lexicon, word->v1) ? MDQ_VERDICT_ACCEPTED : MDQ_VERDICT_REJECTED;
  return word->verdict == MDQ_VERDICT_ACCEPTED;
}
