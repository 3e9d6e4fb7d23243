/* Units and currencies: dicts/numbers/units.tsv. */
#ifndef MDQ_QUANTITY_UNITS_H
#define MDQ_QUANTITY_UNITS_H

#include "lint/table.h"

struct mdq_unit; /* a row of the table */

/* The unit with that name: English as written there, or Arabic in V2, words separated by one space. NULL: none. Of two
   with one name ("pound") the first is found, which is the money. */
const struct mdq_unit *mdq_unit_english(const struct mdq_table *units, struct mdq_span name);
const struct mdq_unit *mdq_unit_arabic(const struct mdq_table *units, struct mdq_span v2);
const struct mdq_unit *mdq_unit_by_id(const struct mdq_table *units, struct mdq_span id);

struct mdq_span mdq_unit_id(const struct mdq_unit *unit);        /* "kilometre", "USD" */
struct mdq_span mdq_unit_dimension(const struct mdq_unit *unit); /* "length", "money" */
bool mdq_unit_is_money(const struct mdq_unit *unit);

/* Worth in the dimension's base unit (metre, second, kilogram ...); 0: it has none (money, degrees). */
double mdq_unit_worth(const struct mdq_unit *unit);

/* They may be the same: one unit, or one of them says less than the other (dollar, US dollar), or one is not known (NULL). */
bool mdq_units_agree(const struct mdq_unit *a, const struct mdq_unit *b);

#endif
