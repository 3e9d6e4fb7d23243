/* Word profiles: what the groups of rules make of each word that news has (dicts/lexicon/word-counts.tsv), worked out
   when the program is built, in data_dir/compiled/profiles.bin. At run time a word with a profile is looked up once,
   and only the groups that its profile names are asked about it; of most words none. What a profile says holds for the
   data that it was worked out from; profiles made from other data than the linter has are left alone. */
#ifndef MDQ_LINT_PROFILES_H
#define MDQ_LINT_PROFILES_H

#include "base/data_file.h"
#include "lexicon/word_counts.h"
#include "text/word.h"

struct mdq_linter;
struct mdq_word_atoms;

enum { MDQ_ATOMS_ALIGN = 64 /* of a word's atoms: a cache line, in memory and in the file */ };

enum mdq_profile_bit {
  MDQ_PROFILE_SOUND = 1 << 0,    /* its spelling has been worked out, and there is nothing to say of it */
  MDQ_PROFILE_NO_ATOMS = 1 << 1, /* no pattern of the packs has the word */
  MDQ_PROFILE_NO_NUMBER = 1 << 2, /* the word says no number */
  MDQ_PROFILE_MISSPELT = 1 << 3   /* what there is to say of its spelling is kept, see mdq_profiles_spelling() */
};

struct mdq_profile { /* no padding */
  uint64_t concerned; /* the groups that the word may concern, in the linter's order; no others */
  uint16_t beside;    /* what the word's caches of these names are to hold (this one if NO_NUMBER) */
  uint8_t verdict, name, day, month;
  uint8_t bits;       /* OR of mdq_profile_bit */
  uint8_t reserved;
};

/* What there is of a word in one number: in the low bits 1 + the number of its profile, in the others where its atoms are, in
   MDQ_ATOMS_ALIGN; 0: none. */
enum { MDQ_PROFILED_BITS = 12, MDQ_MOST_PROFILES = (1 << MDQ_PROFILED_BITS) - 1, MDQ_MOST_ATOMS_PLACES = (1 << (32 - MDQ_PROFILED_BITS)) - 1 };

struct mdq_profiled_spelling { /* sorted by the word */
  uint32_t word; /* its number in the counts */
  uint32_t end;  /* of its bytes, which begin where those of the word before end */
};

struct mdq_profiles { /* immutable; all zero: there are none */
  struct mdq_data_file file;
  const struct mdq_profile *profiles;
  size_t count;
  const uint32_t *words; /* by the word's number in the counts, see MDQ_PROFILED_BITS */
  size_t word_count;
  const struct mdq_profiled_spelling *spellings;
  size_t spelling_count;
  struct mdq_span spelling_bytes;
  uint64_t atoms, atoms_size; /* where all of them are in the file */
  uint64_t *verified; /* bit by place, in MDQ_ATOMS_ALIGN: those atoms have been found sound. Atomic, as linters are shared */
};

/* Opens the profiles of the linter's data directory; none are there, or they are of other data: MDQ_OK, and nothing has a
   profile. The linter is complete but for its profiles. */
enum mdq_status mdq_profiles_open(struct mdq_profiles *profiles, const struct mdq_linter *linter, struct mdq_error *error);
void mdq_profiles_close(struct mdq_profiles *profiles);

/* A profile is of the plain form: diacritics and the like concern groups of their own. */
static inline bool mdq_may_have_profile(const struct mdq_word *word) {
  return !word->traits && mdq_word_v1(word).len == mdq_word_raw(word).len;
}

/* Has the processor fetch what mdq_profiles_get() will look at. */
static inline void mdq_profiles_fetch(const struct mdq_profiles *profiles, uint32_t count_index) {
  if (count_index < profiles->word_count) __builtin_prefetch(&profiles->words[count_index]);
}

/* Where its atoms are, in the file's; 0: nowhere. */
static inline uint64_t mdq_profiles_atoms_at(const struct mdq_profiles *profiles, uint32_t count_index) {
  return count_index < profiles->word_count ? (uint64_t)(profiles->words[count_index] >> MDQ_PROFILED_BITS) * MDQ_ATOMS_ALIGN : 0;
}

/* The same for mdq_profiles_atoms(), a while later. */
static inline void mdq_profiles_fetch_atoms(const struct mdq_profiles *profiles, uint32_t count_index) {
  uint64_t at = mdq_profiles_atoms_at(profiles, count_index);
  if (!at || at >= profiles->atoms_size) return;
  __builtin_prefetch(profiles->file.body + profiles->atoms + at);
}

/* The profile of a word whose number in the counts is `count_index`; NULL: it has none. */
static inline const struct mdq_profile *mdq_profiles_get(const struct mdq_profiles *profiles, uint32_t count_index) {
  uint32_t number = count_index < profiles->word_count ? profiles->words[count_index] & MDQ_MOST_PROFILES : 0;
  return number && number <= profiles->count ? &profiles->profiles[number - 1] : NULL;
}

/* The atoms of a word that has a profile; NULL: they are not known. */
const struct mdq_word_atoms *mdq_profiles_atoms(const struct mdq_profiles *profiles, uint32_t count_index);

/* What there is to say of the spelling of a word that is written as it is counted, as mdq_spelling_pack() has it; empty: it is not
   kept. Few words have any, which are searched for. */
struct mdq_span mdq_profiles_spelling(const struct mdq_profiles *profiles, uint32_t count_index);

#endif
