/* Which groups of rules a word concerns. */
#include "lexicon/lexicon.h"
#include "lint/run.h"
#include "pack/atoms.h"
#include "quantity/words.h"

/* Set in mdq_word.concerns once it has been filled in. */
static const uint64_t concerns_known = UINT64_C(1) << MDQ_MOST_GROUPS;

static void take_over(struct mdq_word *word, const struct mdq_profile *profile, const struct mdq_word_atoms *atoms) {
  word->spelling_known = (profile->bits & MDQ_PROFILE_SOUND) != 0;
  word->verdict = profile->verdict & 3u;
  word->name = profile->name;
  word->day = profile->day & 3u;
  word->month = profile->month & 3u;
  if (profile->bits & MDQ_PROFILE_NO_NUMBER) {
    word->number = (uint16_t)MDQ_NUMBER_KNOWN;
    word->beside = profile->beside;
  }
  word->atoms = profile->bits & MDQ_PROFILE_NO_ATOMS ? &mdq_no_atoms : atoms;
  word->atoms_last = word->atoms != NULL;
}

static void ask_groups(struct mdq_run *run, struct mdq_word *word, uint32_t count_index) {
  uint64_t asked = run->asked, known = 0;
  const struct mdq_profiles *profiles = &run->linter->profiles;
  const struct mdq_profile *profile = mdq_profiles_get(profiles, count_index);
  if (profile) {
    take_over(word, profile, run->matches_packs ? mdq_profiles_atoms(profiles, count_index) : NULL);
    known = asked & profile->concerned & ~(run->linter->user_groups | run->asks_anew);
    asked &= (profile->concerned | run->linter->user_groups) & ~known;
  }
  word->concerns = run->all_words | concerns_known | known;
  for (; asked; asked &= asked - 1) {
    int g = __builtin_ctzll(asked);
    if (run->contexts[g].group->concerns(&run->contexts[g], word)) word->concerns |= UINT64_C(1) << g;
  }
}

/* New words of a segment, asked about together. */
struct new_words {
  struct mdq_word *word[32];
  size_t count;
};

/* What all of them concern. */
static uint64_t ask_new_words(struct mdq_run *run, struct new_words *new) {
  struct mdq_count_query queries[sizeof new->word / sizeof new->word[0]];
  const struct mdq_profiles *profiles = &run->linter->profiles;
  uint64_t concerned = 0;
  if (profiles->count) mdq_lexicon_find_counts(run->worker->lexicon, queries, new->word, new->count);
  for (size_t i = 0; profiles->count && i < new->count; i++) mdq_profiles_fetch(profiles, queries[i].index);
  for (size_t i = 0; profiles->count && i < new->count; i++) mdq_profiles_fetch_atoms(profiles, queries[i].index);
  for (size_t i = 0; i < new->count; i++) {
    struct mdq_word *word = new->word[i];
    uint32_t index = profiles->count && mdq_may_have_profile(word) ? queries[i].index : MDQ_NO_COUNT;
    if (!word->concerns) ask_groups(run, word, index); /* it may stand here twice */
    concerned |= word->concerns;
  }
  new->count = 0;
  return concerned;
}

static inline void add_stop(struct mdq_run *run, size_t i) {
  struct mdq_stops *stops = &run->facts.stops;
  uint32_t *stop = stops->count < stops->capacity ? &stops->at[stops->count++]
                                                  : mdq_arena_push(&run->worker->segment, &stops->at, &stops->count, &stops->capacity, sizeof *stop);
  if (stop) *stop = (uint32_t)i;
}

/* It is not known yet, or it may be: nearly all words are neither. */
static inline bool may_be_number_or_day(const struct mdq_word *word) {
  return word->number != MDQ_NUMBER_KNOWN || word->day != MDQ_DAY_NO;
}

uint64_t mdq_run_concerned(struct mdq_run *run, const struct mdq_segment *segment) {
  uint64_t concerned = 0;
  struct new_words new;
  new.count = 0;
  for (size_t i = 0; i < segment->token_count; i++) {
    struct mdq_word *word = segment->tokens[i].word;
    if (word ? may_be_number_or_day(word) : (segment->tokens[i].kind & (MDQ_TOKEN_NUM | MDQ_TOKEN_LAT | MDQ_TOKEN_MIX)) != 0) add_stop(run, i);
    if (!word) continue;
    concerned |= word->concerns;
    __builtin_prefetch(word->atoms ? word->atoms : word); /* far apart in memory, and looked at by the packs' group */
    if (word->concerns) continue;
    new.word[new.count++] = word;
    if (new.count == sizeof new.word / sizeof new.word[0]) concerned |= ask_new_words(run, &new);
  }
  return concerned | ask_new_words(run, &new);
}
