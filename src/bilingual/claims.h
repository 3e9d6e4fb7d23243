/* What a text claims in numbers and dates, in either language, as one list that can be compared with that of another text:
   numbers, days of months, months, weekdays. */
#ifndef MDQ_BILINGUAL_CLAIMS_H
#define MDQ_BILINGUAL_CLAIMS_H

#include "arabic/dates.h"
#include "quantity/quantity.h"

enum mdq_claim_type { MDQ_CLAIM_NUMBER, MDQ_CLAIM_DAY, MDQ_CLAIM_MONTH, MDQ_CLAIM_WEEKDAY };

struct mdq_claim {
  double value, step;        /* as of the quantity */
  double other;              /* another reading of the same writing; 0: none */
  const struct mdq_unit *unit;
  uint64_t written;          /* the figures with their separators as a key, in whatever digits; 0: none but figures */
  uint32_t start, end;       /* bytes in the text: of the number alone, ... */
  uint32_t from, to;         /* ... with its unit or sign */
  uint32_t order;            /* among the claims of its text */
  uint32_t partner;          /* if paired: the other text's claim */
  uint8_t type;              /* enum mdq_claim_type */
  uint8_t kind, part;        /* of a number: enum mdq_quantity_kind, mdq_quantity_part */
  bool spelled, dual, approximate, magnitude, in_date;
  bool below_zero, difference; /* of temperatures: "minus 22 degrees", "18 degrees warmer" */
  bool paired;
};

struct mdq_claims {
  struct mdq_claim *items; /* quantities in the order of the text; behind them dates, in their order; then what stands alone */
  size_t count, capacity;
  size_t quantities, dated; /* where the dates begin, and where they end */
};

/* Both return false without memory. Months and weekdays of the Arabic text count where they belong to no date, too. */
bool mdq_claims_english(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_quantities *quantities, const struct mdq_dates *dates,
                        struct mdq_claims *claims);
bool mdq_claims_arabic(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_quantities *quantities, const struct mdq_dates *dates,
                       const struct mdq_table *months, const struct mdq_table *weekdays, struct mdq_claims *claims);

/* "10 Downing Street": the number of a house, in a street whose name follows. */
bool mdq_claim_is_of_street(struct mdq_span text, const struct mdq_claim *claim);

#endif
