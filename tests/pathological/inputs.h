/* Inputs that break careless code, of any size, the same on every run. Shared by the growth test, which gives
   large ones to the program, and the invariants test, which looks closely at small ones. */
#ifndef MDQ_TESTS_PATHOLOGICAL_INPUTS_H
#define MDQ_TESTS_PATHOLOGICAL_INPUTS_H

#include "base/buf.h"

struct pathological {
  const char *name;
  struct mdq_span repeated;                             /* repeated until the size is reached, or ... */
  void (*make)(struct mdq_buf *out, size_t size);       /* ... this makes it */
  struct mdq_span before;
  struct mdq_span source;                               /* the English beside it: this, repeated; empty: none */
  size_t source_scale;                                  /* ... to so many times the draft's size */
  bool invalid;                                         /* not UTF-8: refused */
  bool ordinary;                                        /* what a newspaper might hold, but for the size */
};

extern const struct pathological pathological[];
extern const size_t pathological_count;

/* Fills the empty buffer with about `size` bytes, never cutting a repeated piece. */
void pathological_make(const struct pathological *input, struct mdq_buf *out, size_t size);

/* The source of a draft of that size; nothing is added if it has none. */
void pathological_make_source(const struct pathological *input, struct mdq_buf *out, size_t size);

/* A small generator of numbers, so that a seed means the same text everywhere. */
struct dice {
  uint64_t state;
};
uint64_t dice_roll(struct dice *dice, uint64_t sides); /* 0 to sides - 1 */

/* Appends words, marks, digits, controls and pieces of markup in random order, of lines of random length. */
void soup(struct mdq_buf *out, size_t size, uint64_t seed);

/* Appends code points over the whole of Unicode, surrogates excepted. */
void random_code_points(struct mdq_buf *out, size_t size, uint64_t seed);

/* Appends news-like lines. */
void ordinary_lines(struct mdq_buf *out, size_t size, const char *line_end);

#endif
