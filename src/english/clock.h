/* Times of day in English text: "5 p.m. ET", "5:30 am GMT", "noon". */
#ifndef MDQ_ENGLISH_CLOCK_H
#define MDQ_ENGLISH_CLOCK_H

#include "arabic/clock.h"

/* The time that starts at token i; the half of the day is always known. False if there is none. zones: dicts/dates/zones.tsv. */
bool mdq_clock_read_english(const struct mdq_segment *segment, const struct mdq_table *zones, size_t i, struct mdq_clock *clock);

#endif
