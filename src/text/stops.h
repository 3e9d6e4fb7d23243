/* Tokens of a segment at which something may begin or end, in their order: who looks for it passes over the others. */
#ifndef MDQ_TEXT_STOPS_H
#define MDQ_TEXT_STOPS_H

#include "text/segment.h"

struct mdq_stops {
  uint32_t *at; /* tokens */
  size_t count, capacity;
};

/* Where the list is NULL, every token is a stop. */
static inline size_t mdq_stops_count(const struct mdq_stops *stops, const struct mdq_segment *segment) {
  return stops ? stops->count : segment->token_count;
}

static inline size_t mdq_stop(const struct mdq_stops *stops, size_t k) {
  return stops ? stops->at[k] : k;
}

#endif
