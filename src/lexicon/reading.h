/* A reading of a word, as a dictionary's morphology gives it. */
#ifndef MDQ_LEXICON_READING_H
#define MDQ_LEXICON_READING_H

#include <stdint.h>

#include "base/span.h"

enum mdq_word_class { /* what a dictionary says of an entry */
  MDQ_CLASS_VERB = 1,
  MDQ_CLASS_PAST = 2,
  MDQ_CLASS_PRESENT = 4,
  MDQ_CLASS_IMPERATIVE = 8
};

/* Hunspell's flags as two characters. Those of hunspell-ar tell case and state (linguistics.md §1): of a prefix, m with
   the article, n without; of a suffix, the first letter is the class (I: sound masculine plural, ...), the second the
   state (A definite, B indefinite or construct, C and D with a pronoun). */
struct mdq_flag_name {
  char text[3]; /* NUL-terminated; empty: none */
};

struct mdq_reading {
  unsigned word_class;     /* OR of mdq_word_class */
  size_t prefix;           /* bytes of the form that are proclitics */
  struct mdq_flag_name prefix_flag, inner_suffix, outer_suffix;
  struct mdq_span stem; /* the dictionary's entry: the form without proclitics and suffixes; in the caller's arena */
};

#endif
