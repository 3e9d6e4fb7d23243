/* The weekday that a date is given with, before it («يوم الأحد الموافق 15 مارس») or behind it («15 مارس (الأحد)»). Internal to the
   finding of dates; `weekdays` is dicts/dates/weekdays.tsv. */
#ifndef MDQ_ARABIC_DATES_WEEKDAY_H
#define MDQ_ARABIC_DATES_WEEKDAY_H

#include "arabic/dates.h"

/* «الماضي», «الجاري», «المقبل» and the like. */
enum mdq_direction mdq_direction_of(struct mdq_span v2);

/* The weekday that stands before token i, the first of a day, or 0; *token: where; *direction: what stands with it. */
int mdq_weekday_before(const struct mdq_segment *segment, const struct mdq_table *weekdays, size_t i, size_t *token, enum mdq_direction *direction);

/* The weekday that stands behind token i, the last of a date, or 0; *token: where; *last: the last token of that. */
int mdq_weekday_behind(const struct mdq_segment *segment, const struct mdq_table *weekdays, size_t i, size_t *token, size_t *last);

#endif
