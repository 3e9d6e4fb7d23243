/* Dates in running English text: "March 3, 2024", "3 March", "Tuesday, March 3", "the 3rd of May", "May 3-5", "5/3/2024",
   with the weekdays and months alone as well. Figures are read in the American order, month first, where both orders are
   possible. */
#ifndef MDQ_ENGLISH_DATES_H
#define MDQ_ENGLISH_DATES_H

#include "arabic/dates.h"

/* The same structure as in Arabic; month names are not rows of a table. `words`: dicts/numbers/english-words.tsv. False
   without memory. */
bool mdq_dates_find_english(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_table *words, struct mdq_dates *dates);

#endif
