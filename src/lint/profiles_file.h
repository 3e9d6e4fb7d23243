/* The format of compiled word profiles. Offsets are into the body. A start looks at what says which profile each word has; the atoms,
   which are ten times as large, have a checksum each that is verified when a word takes them. */
#ifndef MDQ_LINT_PROFILES_FILE_H
#define MDQ_LINT_PROFILES_FILE_H

#include "lint/profiles.h"
#include "pack/atoms.h"

struct mdq_profiles_header {
  uint64_t key; /* mdq_profiles_key() of the linter that worked them out */
  uint64_t profiles, profile_count;
  uint64_t words, word_count; /* numbers of 32 bits */
  uint64_t spellings, spelling_count, spelling_bytes, spelling_size;
  uint64_t atoms, atoms_size;  /* a struct mdq_word_atoms at each place, and behind them what they have as their rest */
};

static inline uint64_t mdq_atoms_sum_on(uint64_t sum, const void *bytes, size_t size) {
  for (size_t at = 0; at < size; at += sizeof sum) sum = (sum ^ mdq_load8((const char *)bytes + at)) * 0x9E3779B97F4A7C15u;
  return sum;
}

/* Of both parts but for the checksum itself. One to one in each eight bytes, but for the last step; a word's atoms are few, and it takes
   them but once. */
static inline uint32_t mdq_atoms_sum(const struct mdq_word_atoms *atoms) {
  const struct mdq_word_atoms_rest *rest = mdq_rest_of(atoms);
  uint64_t sum = mdq_atoms_sum_on(1, atoms, sizeof *atoms) ^ rest->fragments * 0xFF51AFD7ED558CCDu;
  for (size_t i = 0; i < atoms->count; i++) sum = (sum ^ rest->listed[i]) * 0x9E3779B97F4A7C15u;
  return (uint32_t)(sum >> 32);
}

extern const struct mdq_data_kind mdq_profiles_kind;

/* Tells linters apart that may judge words differently; 0: some of its data are not compiled. */
uint64_t mdq_profiles_key(const struct mdq_linter *linter);

#endif
