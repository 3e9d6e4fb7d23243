/* Places that a rule keeps until the whole draft is known, a few bytes each: a large draft has a hundred thousand numbers.
   They are read again in the order they were kept in.

     mdq_places_keep(ctx, &state->figures, at, text, tag);                                    // segment, token
     struct mdq_places_reader reader = mdq_places_read(ctx, &state->figures);                 // finish
     for (struct mdq_kept_place kept; mdq_places_next(&reader, &kept);) ... */
#ifndef MDQ_LINT_PLACES_H
#define MDQ_LINT_PLACES_H

#include "lint/rule.h"

struct mdq_places {
  struct mdq_places_chunk *first, *last;
  size_t count;
  size_t start;     /* of the last one */
  const char *unit; /* of the last one */
};

struct mdq_kept_place {
  struct mdq_place at;
  struct mdq_span text;
  uint64_t tag;
};

/* The text must last as long as the document; where it is the input's own at that place, it takes no room. Small tags
   take least. */
void mdq_places_keep(struct mdq_ctx *ctx, struct mdq_places *places, struct mdq_place at, struct mdq_span text, uint64_t tag);

struct mdq_places_reader {
  struct mdq_span bytes; /* the input */
  struct mdq_run *run;
  const struct mdq_places_chunk *next_chunk;
  const char *at, *end; /* of what is left of one */
  size_t start;
  const char *unit;
};

struct mdq_places_reader mdq_places_read(const struct mdq_ctx *ctx, const struct mdq_places *places);
bool mdq_places_next(struct mdq_places_reader *reader, struct mdq_kept_place *kept);

#endif
