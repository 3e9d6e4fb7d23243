/* A number and the noun behind it that it counts, for the rules on number and noun. */
#ifndef MDQ_RULES_NUMBER_COUNTING_H
#define MDQ_RULES_NUMBER_COUNTING_H

#include "lint/facts.h"
#include "quantity/nouns.h"
#include "quantity/phrase.h"

struct mdq_counting {
  struct mdq_number_phrase phrase;
  double number;      /* whole and positive */
  int rest;           /* the number modulo a hundred */
  size_t token;       /* of the word behind the number */
  bool has_noun;      /* that word is a counted noun, not a magnitude; then: */
  struct mdq_noun noun;
};

/* Reads the number of a quantity again, with what follows it. False where it counts nothing: fractions, vague numbers, names,
   years, scores, clocks, and figures that number the word before them («الدقيقة 5»). */
bool mdq_counting_read(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *quantity, struct mdq_counting *counting);

/* The word at token i says that magnitude: its row of number-words.tsv; false: none. */
bool mdq_magnitude_at(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, struct mdq_number_word *said);

/* The number as written, for messages. */
struct mdq_span mdq_counting_text(const struct mdq_segment *segment, const struct mdq_counting *counting);

#endif
