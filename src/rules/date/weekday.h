/* Weekdays by name, for messages and suggestions, and where what is reported ends. `weekdays` is dicts/dates/weekdays.tsv; days are
   those of ISO 8601. */
#ifndef MDQ_RULES_DATE_WEEKDAY_H
#define MDQ_RULES_DATE_WEEKDAY_H

#include "base/arena.h"
#include "lint/table.h"
#include "text/segment.h"

struct mdq_span mdq_weekday_arabic(const struct mdq_table *weekdays, int weekday); /* as it is written: الأحد */
struct mdq_span mdq_weekday_english(int weekday);

/* The right weekday with the proclitics of the wrong one: «وللثلاثاء» gives «وللخميس». */
struct mdq_span mdq_weekday_instead(struct mdq_arena *arena, const struct mdq_table *weekdays, struct mdq_span wrong_v2, int right);

/* The last of the tokens first to last, or the bracket behind it that closes one of them. */
size_t mdq_end_with_bracket(const struct mdq_segment *segment, size_t first, size_t last);

#endif
