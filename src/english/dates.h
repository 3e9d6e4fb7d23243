/* Dates in running English text: "March 3, 2024", "3 March", "Tuesday, March 3", "on Monday", "5/3/2024", with the
   weekdays and months alone as well. */
#ifndef MDQ_ENGLISH_DATES_H
#define MDQ_ENGLISH_DATES_H

#include "arabic/dates.h"

/* The same structure as in Arabic; month names are not rows of a table. False without memory. */
bool mdq_dates_find_english(struct mdq_arena *arena, const struct mdq_segment *segment, struct mdq_dates *dates);

#endif
