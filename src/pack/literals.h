/* Which literal strings must a regular expression's match contain? */
#ifndef MDQ_PACK_LITERALS_H
#define MDQ_PACK_LITERALS_H

#include "base/span.h"

enum { MDQ_MOST_LITERALS = 16, MDQ_LITERAL_BYTES = 32, MDQ_MOST_CLAUSES = 64, MDQ_MOST_WAYS = 32, MDQ_LEAD_UNKNOWN = 255 };

struct mdq_literals { /* a match contains one of them; none: nothing is known */
  char bytes[MDQ_MOST_LITERALS][MDQ_LITERAL_BYTES];
  size_t length[MDQ_MOST_LITERALS];
  size_t count;
};

/* The same more closely: a match contains one of the literals of each clause of one way. */
struct mdq_needs {
  struct mdq_literals clauses[MDQ_MOST_CLAUSES];
  uint8_t lead[MDQ_MOST_CLAUSES]; /* a match has at most so many tokens before the literal; or MDQ_LEAD_UNKNOWN */
  size_t clause_count;
  uint64_t ways[MDQ_MOST_WAYS]; /* bit i: clauses[i] */
  size_t way_count;             /* none: nothing is known */
};

/* The clause that filters best; and all of them. */
struct mdq_literals mdq_required_literals(struct mdq_span expression, struct mdq_needs *needs);

/* The length of the shortest, in bytes. */
size_t mdq_literals_weakest(const struct mdq_literals *literals);

/* The text contains one of them, or none is known. */
bool mdq_literals_in(const struct mdq_literals *literals, struct mdq_span text);

#endif
