/* Where the bytes of a segment's text stand in the input, for formats that decode or join what they read
   (entities, escapes, continued lines). */
#ifndef MDQ_TEXT_OFFSET_MAP_H
#define MDQ_TEXT_OFFSET_MAP_H

#include <stddef.h>

struct mdq_offset_piece {
  size_t text;  /* where the piece starts in the text */
  size_t input; /* where it starts in the input */
  size_t size;  /* bytes in the text that stand in the input byte for byte; 0: a decoded piece, indivisible */
};

struct mdq_offset_map {
  const struct mdq_offset_piece *pieces; /* at least one, ascending, the first at text 0 */
  size_t count;
  size_t text_end, input_end; /* the end of the last piece on both sides */
};

/* The input offset of a place in the text. Inside a decoded piece: its start, or for `end` its end. */
size_t mdq_offset_map_get(const struct mdq_offset_map *map, size_t text, int end);

#endif
