/* Where runs of plain letters end: found 16 bytes a step for a stretch of text, whatever it is, and then told by counting bits. */
#ifndef MDQ_TEXT_LETTER_MAP_H
#define MDQ_TEXT_LETTER_MAP_H

#include "text/word.h"

#ifdef __SSE2__
enum { MDQ_MAPPED = 4096 };

struct mdq_letter_map { /* of the bytes [from, to) of a text; zeros stand behind its bits */
  size_t from, to;
  uint64_t bits[MDQ_MAPPED / 64 + 1];
};

static inline void mdq_letter_map_begin(struct mdq_letter_map *map) {
  map->from = map->to = 0;
}

/* From `at` on, where a character begins. */
void mdq_letter_map_fill(struct mdq_letter_map *map, struct mdq_span text, size_t at);

/* The same as mdq_plain_letters_end(); `at` does not go back. */
static inline size_t mdq_letter_map_end(struct mdq_letter_map *map, struct mdq_span text, size_t at) {
  enum { MOST = 56 }; /* so many bits are there wherever in a byte they begin */
  if (at >= map->to) mdq_letter_map_fill(map, text, at);
  size_t bit = at - map->from;
  size_t end = at + (size_t)__builtin_ctzll(~(mdq_load8((const char *)map->bits + bit / 8) >> bit % 8));
  return end - at < MOST && end < map->to ? end : mdq_plain_letters_end(text, at);
}
#else
struct mdq_letter_map { char unused; };

static inline void mdq_letter_map_begin(struct mdq_letter_map *map) {
  (void)map;
}

static inline size_t mdq_letter_map_end(struct mdq_letter_map *map, struct mdq_span text, size_t at) {
  return (void)map, mdq_plain_letters_end(text, at);
}
#endif

#endif
