/* Signs that a number without a counterpart has one after all, in words that claim no number by themselves. They are sought
   only for what would be reported. */
#ifndef MDQ_BILINGUAL_HINTS_H
#define MDQ_BILINGUAL_HINTS_H

#include "bilingual/claims.h"
#include "lint/table.h"

/* The draft has the number of the source in a word such as «الأربع», or its very figures. `stems`: dicts/numbers/number-stems.tsv. */
bool mdq_hinted_in_arabic(const struct mdq_segment *segment, const struct mdq_claims *claims, const struct mdq_table *stems, const struct mdq_claim *number,
                          struct mdq_span written);

/* The source has a word that Arabic renders by the number, "trio", "decade", or a letter, "Group G". `words`:
   dicts/numbers/english-words.tsv. */
bool mdq_hinted_in_english(struct mdq_arena *arena, const struct mdq_segment *source, const struct mdq_table *words, const struct mdq_claim *number);

#endif
