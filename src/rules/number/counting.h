/* A number and the noun behind it that it counts, for the rules on number and noun. */
#ifndef MDQ_RULES_NUMBER_COUNTING_H
#define MDQ_RULES_NUMBER_COUNTING_H

#include "lint/facts.h"
#include "quantity/beside.h"
#include "quantity/nouns.h"
#include "quantity/phrase.h"

struct mdq_counting {
  struct mdq_number_phrase phrase;
  double number;      /* whole and positive */
  int rest;           /* the number modulo a hundred */
  size_t token;       /* of the word behind the number */
  bool counts;        /* what mdq_counting_read() says */
  bool has_noun;      /* that word is a counted noun, not a magnitude; then: */
  struct mdq_noun noun; /* else its row is NULL */
};

/* Reads the number of a quantity again, with what follows it. False where it counts nothing: fractions, vague numbers, names,
   years, scores, clocks, and figures that number the word before them («الدقيقة 5»); the phrase, if it has figures, is read all the same. */
bool mdq_counting_read(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *quantity, struct mdq_counting *counting);

/* Those of all quantities of the segment that may count anything, in their order, but for figures that count no noun; read once for all rules. */
size_t mdq_countings(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_counting **countings);

/* The word at token i says that magnitude: its row of number-words.tsv; false: none. */
bool mdq_magnitude_at(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, struct mdq_number_word *said);

/* The counted noun at token i, proclitics aside, and with the article or without it as asked; false: none is known. */
bool mdq_noun_at(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, bool article, struct mdq_noun *noun);

/* m or f, what agrees with the noun; '\0' where both are in use, where its plural counts as people, and of homographs. */
char mdq_noun_gender(const struct mdq_noun *noun);

/* Token i governs the genitive and is no head that an adjective could belong to: «في», «خلال». `i` may be -1. */
bool mdq_governs_genitive(const struct mdq_segment *segment, size_t i);

/* A numeral as written, of form m or f, in its other form: ثلاثة, ثلاث; ثماني, ثمانية; عشر, عشرة; أحد, إحدى; اثنا, اثنتا. Empty: it has
   none. */
struct mdq_span mdq_numeral_other_form(struct mdq_ctx *ctx, struct mdq_span raw, char form, double value);

/* The number as written, for messages. */
struct mdq_span mdq_counting_text(const struct mdq_segment *segment, const struct mdq_counting *counting);

#endif
