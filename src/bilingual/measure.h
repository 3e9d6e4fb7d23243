/* What numbers measure: the same in another unit, and the same number in a unit that makes something else of it. */
#ifndef MDQ_BILINGUAL_MEASURE_H
#define MDQ_BILINGUAL_MEASURE_H

#include "bilingual/claims.h"

/* The claim's unit is the one with that id; it may have none. */
bool mdq_claim_is_in(const struct mdq_claim *claim, const char *id);

/* Of claims that have a unit: their worth in its base unit, of pounds beside a weight as a weight; 0: it has none. */
double mdq_claim_worth(const struct mdq_claim *claim);
double mdq_claim_worth_as(const struct mdq_claim *claim, const struct mdq_claim *other);
bool mdq_claims_share_dimension(const struct mdq_claim *a, const struct mdq_claim *b);

/* One is the other in another unit, as rounded as conversions are. */
bool mdq_claims_converted(const struct mdq_claim *source, const struct mdq_claim *target);

/* What claim a and the smaller unit that follows it come to in the base unit: "6ft 4in", "6-foot-6", "12 years and six months"; 0: they are
   no such pair. */
double mdq_claims_compound(const struct mdq_claim *a, const struct mdq_claim *b);

/* They say one number, but of units of one dimension that make two measures of it: 12 years and 12 months. */
bool mdq_claims_units_clash(const struct mdq_claim *source, const struct mdq_claim *target);

#endif
