/* Times of day in running text: «الساعة 10:30 مساءً بتوقيت غرينتش», «الساعة العاشرة والنصف», «15:00 ET». */
#ifndef MDQ_ARABIC_CLOCK_H
#define MDQ_ARABIC_CLOCK_H

#include "lint/table.h"
#include "text/segment.h"

enum mdq_day_half {
  MDQ_HALF_NONE,
  MDQ_HALF_AM, /* صباحًا, فجرًا, ص, قبل الظهر, a.m. */
  MDQ_HALF_PM, /* مساءً, ظهرًا, عصرًا, م, بعد الظهر, p.m. */
  MDQ_HALF_NIGHT /* ليلًا: on either side of midnight */
};

struct mdq_clock {
  size_t first, last;        /* its tokens, «الساعة» to the zone */
  size_t number;             /* token of the hour */
  int hour, minute;          /* as written, even if there is no such time; minute -1: not said, or said in a way not read */
  bool said;                 /* «الساعة» stands before it */
  bool figures;              /* in figures, else in words */
  enum mdq_day_half half;
  bool half_of_day;             /* it is the first of «عصر الثلاثاء», and not «عصرا» */
  size_t half_first, half_last; /* its tokens, if any */
  const struct mdq_row *zone;   /* of dicts/dates/zones.tsv, or NULL */
  size_t zone_first;            /* its first token, «بتوقيت» or a Latin abbreviation; if zone or local */
  bool some_zone;               /* one is named, «بالتوقيت المحلي» and unknown ones as well */
};

/* The word is «الساعة», proclitics allowed. */
bool mdq_is_hour_word(struct mdq_span v2);

/* The word may be an hour in words: السابعة. */
bool mdq_may_be_hour(struct mdq_span v2);

/* The time that starts at token i: at «الساعة» or, without it, at figures with a colon or at an hour in words with the half of the
   day, «في السابعة صباحا». False if there is none. */
bool mdq_clock_read(const struct mdq_segment *segment, const struct mdq_table *zones, size_t i, struct mdq_clock *clock);

#endif
