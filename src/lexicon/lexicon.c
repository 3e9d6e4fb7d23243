#include "lexicon/lexicon.h"

#include <stdlib.h>

#include "base/map.h"
#include "text/utf8.h"

enum {
  MOST_VERDICTS = 1 << 16, /* of Hunspell, cached; then all are forgotten */
  LONGEST_WORD = 120       /* bytes; Hunspell cuts at 176, and no Arabic word has 60 letters */
};

struct mdq_lexicon {
  struct mdq_dictionary *dictionary;
  const struct mdq_word_counts *counts;
  const struct mdq_names *names;
  struct mdq_map verdicts;
  struct mdq_arena arena; /* the keys of verdicts */
  bool failed;            /* an answer was made up for want of memory */
  bool slips_learnt;
  struct mdq_slips slips[3]; /* of the vocabularies that suggestions come from */
};

struct mdq_lexicon *mdq_lexicon_new(struct mdq_dictionary *dictionary, const struct mdq_word_counts *counts, const struct mdq_names *names) {
  struct mdq_lexicon *lexicon = calloc(1, sizeof *lexicon);
  if (!lexicon) return NULL;
  lexicon->dictionary = dictionary;
  lexicon->counts = counts;
  lexicon->names = names;
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

const struct mdq_names *mdq_lexicon_names(const struct mdq_lexicon *lexicon) {
  return lexicon->names;
}

bool mdq_lexicon_failed(const struct mdq_lexicon *lexicon) {
  return lexicon->failed;
}

bool mdq_lexicon_in_dictionary(struct mdq_lexicon *lexicon, struct mdq_span v1) {
  static char accepted, rejected; /* verdicts by address: a map's value may not be NULL */
  if (!v1.len || v1.len > LONGEST_WORD || memchr(v1.ptr, '\0', v1.len)) return false;
  if (mdq_dictionary_compiled(lexicon->dictionary)) return mdq_dictionary_has(lexicon->dictionary, v1);
  uint64_t hash = mdq_hash(v1);
  const void *known = mdq_map_get_hashed(&lexicon->verdicts, v1, hash);
  if (known) return known == &accepted;
  if (lexicon->verdicts.count >= MOST_VERDICTS) forget_verdicts(lexicon);
  struct mdq_span key = mdq_arena_copy(&lexicon->arena, v1);
  if (key.len != v1.len) return lexicon->failed = true; /* accuse nobody */
  bool verdict = mdq_dictionary_has(lexicon->dictionary, key);
  if (!mdq_map_put_hashed(&lexicon->verdicts, key, hash, verdict ? &accepted : &rejected)) lexicon->failed = true;
  return verdict;
}

size_t mdq_lexicon_analyze(struct mdq_lexicon *lexicon, struct mdq_span v1, struct mdq_arena *arena, struct mdq_reading **readings) {
  *readings = NULL;
  if (!v1.len || v1.len > LONGEST_WORD || memchr(v1.ptr, '\0', v1.len)) return 0;
  struct mdq_span word = mdq_dictionary_compiled(lexicon->dictionary) ? v1 : mdq_arena_copy(arena, v1);
  return word.len == v1.len ? mdq_dictionary_analyze(lexicon->dictionary, word, arena, readings) : 0;
}

/* -- edited news -- */

struct mdq_count mdq_lexicon_count(const struct mdq_lexicon *lexicon, struct mdq_span v1) {
  return mdq_word_counts_get(lexicon->counts, v1);
}

uint32_t mdq_lexicon_find_count(const struct mdq_lexicon *lexicon, struct mdq_word *word) {
  uint32_t index = mdq_word_counts_find(lexicon->counts, mdq_word_v1(word));
  word->news = 1 + mdq_word_counts_at(lexicon->counts, index).edited;
  return index;
}

void mdq_lexicon_find_counts(const struct mdq_lexicon *lexicon, struct mdq_count_query *queries, struct mdq_word *const *words, size_t count) {
  for (size_t i = 0; i < count; i++) queries[i].v1 = mdq_word_v1(words[i]);
  mdq_word_counts_find_many(lexicon->counts, queries, count);
  for (size_t i = 0; i < count; i++) words[i]->news = 1 + mdq_word_counts_at(lexicon->counts, queries[i].index).edited;
}

unsigned mdq_lexicon_edited(const struct mdq_lexicon *lexicon, struct mdq_word *word) {
  if (!word->news) mdq_lexicon_find_count(lexicon, word);
  return word->news - 1;
}

bool mdq_lexicon_accepts_form(struct mdq_lexicon *lexicon, struct mdq_span v1) {
  return mdq_lexicon_count(lexicon, v1).vouched || mdq_lexicon_in_dictionary(lexicon, v1);
}

/* Of a word that is not accepted it is known. */
bool mdq_lexicon_derives(struct mdq_lexicon *lexicon, struct mdq_word *word) {
  if (word->verdict == MDQ_VERDICT_REJECTED) return false;
  if (word->dictionary_verdict == MDQ_VERDICT_UNASKED)
    word->dictionary_verdict = mdq_lexicon_in_dictionary(lexicon, mdq_word_v1(word)) ? MDQ_VERDICT_ACCEPTED : MDQ_VERDICT_REJECTED;
  return word->dictionary_verdict == MDQ_VERDICT_ACCEPTED;
}

bool mdq_lexicon_accepts(struct mdq_lexicon *lexicon, struct mdq_word *word) {
  if (word->verdict == MDQ_VERDICT_UNASKED)
    word->verdict = mdq_lexicon_count(lexicon, mdq_word_v1(word)).vouched || mdq_lexicon_derives(lexicon, word) ? MDQ_VERDICT_ACCEPTED : MDQ_VERDICT_REJECTED;
  return word->verdict == MDQ_VERDICT_ACCEPTED;
}

bool mdq_lexicon_is_name(const struct mdq_lexicon *lexicon, struct mdq_word *word) {
  if (word->name_verdict == MDQ_VERDICT_UNASKED)
    word->name_verdict = mdq_names_accept(mdq_lexicon_names(lexicon), mdq_word_v1(word)) ? MDQ_VERDICT_ACCEPTED : MDQ_VERDICT_REJECTED;
  return word->name_verdict == MDQ_VERDICT_ACCEPTED;
}

bool mdq_lexicon_one_slip(const struct mdq_lexicon *lexicon, struct mdq_span v1, struct mdq_slip *slip) {
  return mdq_is_sound(&lexicon->counts->file.late) && mdq_find_one_slip(lexicon->counts, v1, slip);
}

void mdq_lexicon_suggest(struct mdq_lexicon *lexicon, struct mdq_span v1, struct mdq_arena *arena, struct mdq_candidates *candidates) {
  const struct mdq_compiled *compiled = mdq_dictionary_compiled(lexicon->dictionary);
  struct mdq_vocabulary vocabularies[3] = { { &lexicon->counts->attested, lexicon->counts->attested_root, NULL, 0 } };
  size_t count = 1;
  mdq_is_sound(&lexicon->counts->file.late); /* what damage there is comes to light, and leads nowhere until then */
  if (lexicon->names && mdq_is_sound(&lexicon->names->file.late)) vocabularies[count++] = (struct mdq_vocabulary){ &lexicon->names->automaton, lexicon->names->root, NULL, 0 };
  if (compiled) vocabularies[count++] = (struct mdq_vocabulary){ &compiled->automaton, compiled->plain, NULL, MDQ_MOST_CANDIDATES };
  for (size_t i = 0; i < count; i++) {
    if (!lexicon->slips_learnt) mdq_slips_learn(&lexicon->slips[i], vocabularies[i].automaton);
    vocabularies[i].slips = &lexicon->slips[i];
  }
  lexicon->slips_learnt = true;
  mdq_find_candidates(vocabularies, count, lexicon->counts, v1, arena, candidates);
}
