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

/* Nothing stands between two dates, one of which follows the other, but what says that they are one day: «10 ذي الحجة 1446هـ الموافق
   6 يونيو 2025», «… (6 يونيو 2025)». */
bool mdq_dates_joined(const struct mdq_segment *segment, const struct mdq_date *first, const struct mdq_date *second);

/* The weekday before an Islamic date is that of the Gregorian date of the same day, too, which stays where it stands: its weekday_token
   is not one of its own. */
void mdq_dates_share_weekdays(const struct mdq_segment *segment, struct mdq_dates *dates);

#endif
