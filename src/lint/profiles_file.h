/* The format of compiled word profiles. Offsets are into the body. A start looks at what says which profile each word has; the atoms,
   which are ten times as large, have a checksum each that is verified when a word takes them. */
#ifndef MDQ_LINT_PROFILES_FILE_H
#define MDQ_LINT_PROFILES_FILE_H

#include "lint/profiles.h"
#include "pack/atoms.h"

struct mdq_profiles_header {
  uint64_t key; /* mdq_profiles_key() of the linter that worked them out */
  uint64_t profiles, profile_count;
  uint64_t words, word_count;
  uint64_t atoms_of_word;      /* as many numbers: MDQ_ATOMS_UNIT times so much is a place in `atoms`; 0: none */
  uint64_t atoms, atoms_size;  /* at each place mdq_atoms_sum() of a struct mdq_word_atoms, and that */
};

enum { MDQ_ATOMS_UNIT = sizeof(uint64_t) };

static inline uint64_t mdq_atoms_sum(const struct mdq_word_atoms *atoms) {
  return mdq_checksum(mdq_span_of((const char *)atoms, mdq_word_atoms_size(atoms)));
}

extern const struct mdq_data_kind mdq_profiles_kind;

/* Tells linters apart that may judge words differently; 0: some of its data are not compiled. */
uint64_t mdq_profiles_key(const struct mdq_linter *linter);

#endif
