#include "quantity/find.h"

bool mdq_quantities_arabic(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_table *const *tables,
                           const struct mdq_dates *dates, struct mdq_quantities *found) {
  (void)arena, (void)segment, (void)tables, (void)dates;
  *found = (struct mdq_quantities){ 0 };
  return true;
}
