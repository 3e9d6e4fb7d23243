/* Inside of quantity/english*.c: reading one number of English text. */
#ifndef MDQ_QUANTITY_ENGLISH_H
#define MDQ_QUANTITY_ENGLISH_H

#include "english/pieces.h"
#include "quantity/find.h"

/* A number that was read: pieces [first, next). */
struct mdq_english_number {
  size_t first, next;
  double value, step;
  enum mdq_quantity_kind kind;
  bool spelled;
  bool magnitude;
  bool ambiguous;
};

/* A number in words from piece i on: "twenty-three", "two hundred and five", "a million", "half a million", "two-thirds",
   "twenty-first", "dozens". False if there is none; "one" alone is none. */
bool mdq_english_spelled(const struct mdq_english_pieces *pieces, size_t i, struct mdq_english_number *number);

/* Multiplies by the thousand, million ... at number->next, hyphened or not, if there is one; "1.2 million". */
void mdq_english_scale(const struct mdq_english_pieces *pieces, struct mdq_english_number *number);

/* Adds "and a half", "and a quarter", a fraction sign. */
void mdq_english_and_fraction(const struct mdq_english_pieces *pieces, struct mdq_english_number *number);

/* Piece i is of three groups of figures or more with hyphens between: 1-800-555-0142, a record of 10-3-1. */
bool mdq_english_hyphened_run(const struct mdq_english_pieces *pieces, size_t i);

/* Notes whether `a` and the quantity behind it are a range or a score. Their numbers begin with pieces `first` and `second`; the first one ends before
   piece `between`, both before piece `end`. */
void mdq_english_pair(const struct mdq_english_pieces *pieces, struct mdq_quantity *a, size_t first, size_t between, size_t second, size_t end);

/* The figures of G7, SS19, H1N1: the last ones. */
double mdq_figures_in(struct mdq_span text);

/* What a Roman numeral of I, V, X and L is worth; 0: it is none. */
int mdq_roman_value(struct mdq_span text);

#endif
