/* Days told by their distance from today: «اليوم», «أمس», «أول من أمس», «أمس الأول», «غدًا», «بعد غد». */
#ifndef MDQ_ARABIC_RELATIVE_DAY_H
#define MDQ_ARABIC_RELATIVE_DAY_H

#include "text/segment.h"

struct mdq_relative_day {
  size_t first, last; /* its tokens */
  int days;           /* from today: -2 to 2 */
};

/* The word may be the chief word of such a phrase. */
bool mdq_may_be_relative_day(struct mdq_span v2);

/* The phrase whose chief word (يوم, أمس, غد) is token i. False if there is none, or it is some other day: «ذلك اليوم». */
bool mdq_relative_day(const struct mdq_segment *segment, size_t i, struct mdq_relative_day *day);

#endif
