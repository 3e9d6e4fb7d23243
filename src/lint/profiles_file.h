/* The format of compiled word profiles. Offsets are into the body. */
#ifndef MDQ_LINT_PROFILES_FILE_H
#define MDQ_LINT_PROFILES_FILE_H

#include "lint/profiles.h"

struct mdq_profiles_header {
  uint64_t key; /* mdq_profiles_key() of the linter that worked them out */
  uint64_t profiles, profile_count;
  uint64_t words, word_count;
};

extern const struct mdq_data_kind mdq_profiles_kind;

/* Tells linters apart that may judge words differently; 0: some of its data are not compiled. */
uint64_t mdq_profiles_key(const struct mdq_linter *linter);

#endif
