/* Which number of a draft renders which number of its source. */
#ifndef MDQ_BILINGUAL_MATCH_H
#define MDQ_BILINGUAL_MATCH_H

#include "bilingual/claims.h"

/* Pairs the claims of a segment with those of its source, each at most once: first what is equal, then what is the same
   said otherwise (mdq_claims_agree). What is left over is left unpaired. Time is linear but for sorting. False without memory. */
bool mdq_claims_match(struct mdq_arena *arena, struct mdq_claims *source, struct mdq_claims *target);

/* The first half of it: only what is equal. */
bool mdq_claims_match_equal(struct mdq_arena *arena, struct mdq_claims *source, struct mdq_claims *target);

/* Equal: the same number, whatever it counts; the same month or day. */
bool mdq_claims_equal(const struct mdq_claim *source, const struct mdq_claim *target);

/* Equal, or one says what the other says in another way: rounded to the precision it states, in another unit, on a clock of
   twelve hours, a decade by its two figures or by its century, a date in figures read in the other order. */
bool mdq_claims_agree(const struct mdq_claim *source, const struct mdq_claim *target);

/* One of two numbers is the other one rounded, or cut off, to the figures it states. */
bool mdq_claims_round(const struct mdq_claim *source, const struct mdq_claim *target);

/* How two numbers that do not agree may be one that was spoilt. */
enum mdq_discrepancy {
  MDQ_DISCREPANCY_NONE,
  MDQ_DISCREPANCY_MAGNITUDE, /* the same figures a thousand times as large, or a million times ... */
  MDQ_DISCREPANCY_POINT,     /* the same figures with the decimal point elsewhere */
  MDQ_DISCREPANCY_FIGURES    /* one figure differs, or their order */
};
enum mdq_discrepancy mdq_claims_discrepancy(const struct mdq_claim *source, const struct mdq_claim *target);

#endif
