/* What a number in Arabic is made of: one word, or one figure with the clitic that is written before it. Internal to phrase.c. */
#ifndef MDQ_QUANTITY_PHRASE_ATOMS_H
#define MDQ_QUANTITY_PHRASE_ATOMS_H

#include "arabic/numerals.h"
#include "quantity/words.h"
#include "text/segment.h"

struct mdq_number_atom { /* one word or one figure */
  enum mdq_number_class class; /* NONE: a figure */
  double value, step;
  char form;
  size_t first, next;          /* tokens */
  bool conjunction, article, preposition, ambiguous;
};

enum { MDQ_CLITIC_LETTERS = 4 /* at most, of what is written before figures */ };

/* The atom at token i; false: it says no number. */
bool mdq_number_atom(const struct mdq_table *const *tables, const struct mdq_segment *segment, size_t i, struct mdq_number_atom *atom);

/* Token i is these figures, and nothing beside it belongs to them; false: they say no number. */
bool mdq_number_lone_figures(const struct mdq_numeral *figures, size_t i, struct mdq_number_atom *atom);

#endif
