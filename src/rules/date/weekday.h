/* Weekdays by name, for messages and suggestions. `weekdays` is dicts/dates/weekdays.tsv; days are those of ISO 8601. */
#ifndef MDQ_RULES_DATE_WEEKDAY_H
#define MDQ_RULES_DATE_WEEKDAY_H

#include "base/arena.h"
#include "lint/table.h"

struct mdq_span mdq_weekday_arabic(const struct mdq_table *weekdays, int weekday); /* as it is written: الأحد */
struct mdq_span mdq_weekday_english(int weekday);

/* The right weekday with the proclitics of the wrong one: «وللثلاثاء» gives «وللخميس». */
struct mdq_span mdq_weekday_instead(struct mdq_arena *arena, const struct mdq_table *weekdays, struct mdq_span wrong_v2, int right);

#endif
