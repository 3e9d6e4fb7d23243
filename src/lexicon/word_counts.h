/* Counts of words in news, from dicts/lexicon/word-counts.tsv. Compiled into a table that is mapped and asked in place, so
   that opening it costs next to nothing. Immutable; shared by all threads. */
#ifndef MDQ_LEXICON_WORD_COUNTS_H
#define MDQ_LEXICON_WORD_COUNTS_H

#include "base/data_file.h"
#include "lexicon/automaton.h"

struct mdq_count {
  unsigned edited; /* occurrences in 3.0 million words of edited newswire */
  unsigned web;    /* in 27.6 million words of news sites, many of them hamza-less */
  bool vouched;    /* edited news has it so often, beside the forms that it may be a slip for, that it is a word */
};

struct mdq_word_counts {
  struct mdq_automaton attested; /* the words that edited news vouches for */
  uint32_t attested_root;
  const struct mdq_counts_header *header;
  struct mdq_data_file file;   /* file.late is to be asked before `attested` is used; the functions below do so */
  struct mdq_buf made; /* what was compiled here, for want of a compiled file */
};

/* The compiled counts in the data directory; without them the source is compiled in memory. */
enum mdq_status mdq_word_counts_open(struct mdq_word_counts *counts, const char *data_dir, struct mdq_error *error);
void mdq_word_counts_close(struct mdq_word_counts *counts);

/* Fails if the check has found damage. */
enum mdq_status mdq_word_counts_trouble(const struct mdq_word_counts *counts, const char *data_dir, struct mdq_error *error);

struct mdq_count mdq_word_counts_get(const struct mdq_word_counts *counts, struct mdq_span v1);

/* The words have numbers from 0 on, in no order that means anything. */
#define MDQ_NO_COUNT UINT32_MAX
uint32_t mdq_word_counts_find(const struct mdq_word_counts *counts, struct mdq_span v1);
struct mdq_count mdq_word_counts_at(const struct mdq_word_counts *counts, uint32_t index); /* MDQ_NO_COUNT: nothing counted */

/* The same for many words at once, which lets the processor fetch what it needs from memory at the same time. */
struct mdq_count_query {
  struct mdq_span v1;
  uint64_t hash;
  uint32_t index; /* the answer */
};
void mdq_word_counts_find_many(const struct mdq_word_counts *counts, struct mdq_count_query *queries, size_t count);

size_t mdq_word_counts_size(const struct mdq_word_counts *counts);

/* Appends the compiled file of the source, a sorted file of lines WORD<TAB>EDITED<TAB>WEB. */
enum mdq_status mdq_word_counts_compile(struct mdq_span source, const char *path, struct mdq_buf *file, struct mdq_error *error);

/* Opens, and verifies, a compiled file in memory, aligned to 8, which is borrowed. The name is for the message. */
enum mdq_status mdq_word_counts_read(struct mdq_word_counts *counts, struct mdq_span bytes, const char *name, struct mdq_error *error);

#endif
