/* The format of compiled word counts: a table by hash, and an automaton of the words that edited news vouches for. */
#ifndef MDQ_LEXICON_COUNTS_FILE_H
#define MDQ_LEXICON_COUNTS_FILE_H

#include "lexicon/alphabet.h"
#include "lexicon/lexicon_file.h"

enum { MDQ_COUNTS_BUCKETS = 1 << 16 };

extern const struct mdq_data_kind mdq_counts_kind;

struct mdq_counts_header { /* the start of the body */
  struct mdq_section buckets, entries; /* buckets: MDQ_COUNTS_BUCKETS + 1, see bucket.h */
  struct mdq_section automaton;        /* bytes */
  uint32_t root, filler;
  struct mdq_alphabet alphabet;
};

struct mdq_counts_entry { /* sorted by mdq_hash() */
  uint32_t hash;   /* the low half; the bucket is told by the high bits, and 48 bits are enough to tell a word from any other */
  uint32_t edited; /* bit 31: vouched for */
  uint32_t web;
};

#endif
