/* Numbers of a source that are all in the draft, but have changed places there: "12 killed and 40 wounded" made «مقتل 40 وإصابة 12»,
   "from 5 to 9" made «من 9 إلى 5». */
#ifndef MDQ_BILINGUAL_EXCHANGE_H
#define MDQ_BILINGUAL_EXCHANGE_H

#include "bilingual/counted.h"

enum { MDQ_EXCHANGES_MOST = 4 };

struct mdq_exchange {
  const struct mdq_claim *source[2], *target[2]; /* the partners of source[0] and source[1], which say what the other one should */
};

struct mdq_exchange_texts {
  const struct mdq_claims *source, *target;     /* paired: bilingual/match.h */
  const struct mdq_english_pieces *pieces;      /* of the source */
  const struct mdq_segment *segment;            /* the draft's */
  const struct mdq_table *counted;              /* dicts/bilingual/counted.tsv */
};

/* There are two pairs or more that may have changed places; else reading the source’s pieces can be spared. */
bool mdq_may_be_exchanged(const struct mdq_claims *source, const struct mdq_claims *target);

size_t mdq_exchanges_find(const struct mdq_exchange_texts *texts, struct mdq_exchange found[MDQ_EXCHANGES_MOST]);

#endif
