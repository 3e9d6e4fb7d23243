/* The quotation marks of a segment, paired. */
#ifndef MDQ_TEXT_QUOTE_PAIRS_H
#define MDQ_TEXT_QUOTE_PAIRS_H

#include "text/segment.h"

#define MDQ_NO_QUOTE ((size_t)-1)

struct mdq_quote_pair {
  size_t open, close; /* token indices; MDQ_NO_QUOTE where a partner is missing, never both */
  size_t depth;       /* 0: not inside another quotation */
  bool last_open;     /* without a closer, and the outermost that the segment leaves open */
};

struct mdq_quote_pairs {
  struct mdq_quote_pair *items; /* by their first mark */
  size_t count, capacity;
};

/* False without memory. Single marks (‘ ’) count only as a pair: a lone ’ is an apostrophe. */
bool mdq_quote_pairs_find(struct mdq_arena *arena, const struct mdq_segment *segment, struct mdq_quote_pairs *pairs);

#endif
