/* Which groups of rules a word concerns. */
#include "lexicon/lexicon.h"
#include "lint/run.h"
#include "pack/atoms.h"
#include "quantity/words.h"

/* Set in mdq_word.concerns once it has been filled in. */
static const uint64_t concerns_known = UINT64_C(1) << MDQ_MOST_GROUPS;

/* A profile is of the plain form: diacritics and the like concern groups of their own. */
static uint32_t profile_number(const struct mdq_run *run, struct mdq_word *word) {
  if (!run->linter->profiles.count || word->traits || word->v1.len != word->raw.len) return MDQ_NO_COUNT;
  return mdq_lexicon_find_count(run->worker->lexicon, word);
}

static void take_over(struct mdq_word *word, const struct mdq_profile *profile, const struct mdq_word_atoms *atoms) {
  word->spelling_known = profile->sound;
  word->verdict = profile->verdict;
  word->name = profile->name;
  word->day = profile->day;
  if (profile->no_number) word->number = (uint16_t)MDQ_NUMBER_KNOWN;
  word->atoms = profile->no_atoms ? &mdq_no_atoms : atoms;
}

static void ask_groups(struct mdq_run *run, struct mdq_word *word) {
  uint64_t asked = run->asked;
  const struct mdq_profiles *profiles = &run->linter->profiles;
  uint32_t number = profile_number(run, word);
  const struct mdq_profile *profile = mdq_profiles_get(profiles, number);
  if (profile) {
    take_over(word, profile, mdq_profiles_atoms(profiles, number));
    asked &= profile->concerned | run->linter->user_groups;
  }
  word->concerns = run->all_words | concerns_known;
  for (; asked; asked &= asked - 1) {
    int g = __builtin_ctzll(asked);
    if (run->contexts[g].group->concerns(&run->contexts[g], word)) word->concerns |= UINT64_C(1) << g;
  }
}

uint64_t mdq_run_concerned(struct mdq_run *run, const struct mdq_segment *segment) {
  uint64_t concerned = 0;
  for (size_t i = 0; i < segment->token_count; i++) {
    struct mdq_word *word = segment->tokens[i].word;
    if (!word) continue;
    if (!word->concerns) ask_groups(run, word);
    concerned |= word->concerns;
  }
  return concerned;
}
