/* The names of months that a draft uses: يوليو or تموز, أغسطس or غشت. Dates are found by calendar.c, which hands them here. */
#ifndef MDQ_RULES_DATE_MONTH_SYSTEM_H
#define MDQ_RULES_DATE_MONTH_SYSTEM_H

#include "arabic/dates.h"
#include "lint/places.h"

struct mdq_named_months {
  struct mdq_places kept; /* those that may turn out to deviate */
};

/* `rule` is the number of date/month-system in the group; named_days: dicts/dates/named-days.tsv. */
void mdq_named_months_see(struct mdq_ctx *ctx, size_t rule, const struct mdq_table *named_days, const struct mdq_segment *segment,
                          const struct mdq_date *date, struct mdq_named_months *months);
void mdq_named_months_judge(struct mdq_ctx *ctx, size_t rule, const struct mdq_named_months *months);

#endif
