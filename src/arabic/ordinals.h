/* Ordinals with the article, masculine: the days of a month, centuries, decades. */
#ifndef MDQ_ARABIC_ORDINALS_H
#define MDQ_ARABIC_ORDINALS_H

#include "text/segment.h"

/* The ordinal that starts at token i, «الأول» to «الحادي والثلاثين», proclitics allowed: the number, with the token behind it
   in *next; 0 if there is none. */
int mdq_ordinal_at(const struct mdq_segment *segment, size_t i, size_t *next);

/* The word may be the first one of such an ordinal. */
bool mdq_may_be_ordinal(struct mdq_span v2);

/* 1 to 21 in the genitive: الأول, العشرين, الحادي والعشرين. */
struct mdq_span mdq_ordinal_written(int number);

#endif
