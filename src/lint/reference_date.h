/* The day that a draft is written on: what «today», «next Sunday» and a date without a year are to be judged by.

   The options may say it (--date). Else the draft's own dateline does, «القاهرة 3 مارس 2024 (رويترز) -» or a line that holds
   little more than a date, among the first lines; else the source's. The date of the file is no evidence: drafts are
   copied, and written the day after. A dateline without a year («بيروت، الأحد 3 مارس») still tells of the weekday. */
#ifndef MDQ_LINT_REFERENCE_DATE_H
#define MDQ_LINT_REFERENCE_DATE_H

#include "text/segment.h"

struct mdq_ctx;

enum mdq_reference_origin { /* the later, the better */
  MDQ_REFERENCE_NONE,
  MDQ_REFERENCE_SOURCE,
  MDQ_REFERENCE_PUBLICATION, /* a line that holds a date and no place: pages are published on the day or the day after */
  MDQ_REFERENCE_DATELINE,
  MDQ_REFERENCE_OPTION
};

struct mdq_reference_date {
  enum mdq_reference_origin origin;
  int year, month, day; /* year 0: not said */
  int weekday;          /* ISO 8601; 0: not known, or the dateline's own does not fall on its date */
};

/* Reads "2024-03-05"; false if it is anything else, or no day of the calendar. */
bool mdq_reference_date_read(struct mdq_reference_date *date, struct mdq_span text);

/* For the pipeline: to be called with each segment before the rules see it. */
void mdq_reference_date_look(const struct mdq_ctx *ctx, const struct mdq_segment *segment);

/* What is known so far; in `finish`, all that there is to know. */
const struct mdq_reference_date *mdq_reference_date(const struct mdq_ctx *ctx);

#endif
