/* Counts of words in news, from dicts/lexicon/word-counts.tsv: a sorted file, mapped and searched in place, so
   that opening it costs next to nothing. Immutable; shared by all threads. */
#ifndef MDQ_LEXICON_WORD_COUNTS_H
#define MDQ_LEXICON_WORD_COUNTS_H

#include "base/error.h"
#include "base/span.h"

struct mdq_count {
  unsigned edited; /* occurrences in 3.0 million words of edited newswire */
  unsigned web;    /* in 27.6 million words of news sites, many of them hamza-less */
};

struct mdq_word_counts {
  struct mdq_span text; /* the mapped file */
  struct mdq_word_pivot *pivots;
  size_t pivot_count;
};

enum mdq_status mdq_word_counts_open(struct mdq_word_counts *counts, const char *data_dir, struct mdq_error *error);
void mdq_word_counts_close(struct mdq_word_counts *counts);
struct mdq_count mdq_word_counts_get(const struct mdq_word_counts *counts, struct mdq_span v1);

#endif
