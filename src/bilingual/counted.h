/* What a number counts, or what befell those it counts, as far as both languages say it by words that answer to each other:
   dicts/bilingual/counted.tsv. */
#ifndef MDQ_BILINGUAL_COUNTED_H
#define MDQ_BILINGUAL_COUNTED_H

#include "bilingual/claims.h"
#include "english/pieces.h"
#include "lint/table.h"

/* Bit i: a word of row i of the table stands beside the number, in its part of the sentence. */
uint64_t mdq_counted_english(const struct mdq_english_pieces *pieces, const struct mdq_table *table, const struct mdq_claim *number);
uint64_t mdq_counted_arabic(const struct mdq_segment *segment, const struct mdq_table *table, const struct mdq_claims *claims, const struct mdq_claim *number);

#endif
