/* Which literal strings must a regular expression's match contain? */
#ifndef MDQ_PACK_LITERALS_H
#define MDQ_PACK_LITERALS_H

#include "base/span.h"

enum { MDQ_MOST_LITERALS = 16, MDQ_LITERAL_BYTES = 32 };

struct mdq_literals { /* a match contains one of them; none: nothing is known */
  char bytes[MDQ_MOST_LITERALS][MDQ_LITERAL_BYTES];
  size_t length[MDQ_MOST_LITERALS];
  size_t count;
};

struct mdq_literals mdq_required_literals(struct mdq_span expression);

/* The text contains one of them, or none is known. */
bool mdq_literals_in(const struct mdq_literals *literals, struct mdq_span text);

#endif
