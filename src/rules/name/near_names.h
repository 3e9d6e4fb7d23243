/* Known names that a word may be a slip for: the automaton of names walked together with the word. */
#ifndef MDQ_RULES_NAME_NEAR_NAMES_H
#define MDQ_RULES_NAME_NEAR_NAMES_H

#include "lexicon/names.h"

enum { MDQ_MOST_NEAR = 16, MDQ_NEAR_LETTERS = 24 };

/* Costs: letters that newsrooms choose between in names, or that slip easily (a long vowel more or less, غ ج ق, a hamza,
   a doubled letter), count one; any other letter changed, lost, added or swapped counts two. */
enum { MDQ_NEAR_STEP = 1, MDQ_NEAR_OTHER = 2 };

struct mdq_near_name {
  unsigned cost;
  struct mdq_span text; /* into bytes */
  char bytes[2 * MDQ_NEAR_LETTERS + 1];
};

struct mdq_near_names {
  size_t count; /* MDQ_MOST_NEAR + 1: too many to tell */
  struct mdq_near_name near[MDQ_MOST_NEAR];
};

/* The names at most MDQ_NEAR_OTHER from the v1 word that begin like it, the word itself left out; of words of more than
   MDQ_NEAR_LETTERS none. */
void mdq_find_near_names(const struct mdq_names *names, struct mdq_span v1, struct mdq_near_names *found);

#endif
