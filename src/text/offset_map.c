#include "text/offset_map.h"

/* The last piece that starts at or before a place in the text. */
static size_t piece_at(const struct mdq_offset_map *map, size_t text) {
  size_t low = 0, high = map->count;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (map->pieces[middle].text <= text) low = middle;
    else high = middle;
  }
  return low;
}

static size_t input_after(const struct mdq_offset_map *map, size_t piece) {
  return piece + 1 < map->count ? map->pieces[piece + 1].input : map->input_end;
}

size_t mdq_offset_map_get(const struct mdq_offset_map *map, size_t text, int end) {
  if (text >= map->text_end) return map->input_end;
  size_t i = piece_at(map, text);
  const struct mdq_offset_piece *piece = &map->pieces[i];
  size_t inside = text - piece->text;
  if (end && inside == 0 && i) { /* an end belongs to the piece before it */
    const struct mdq_offset_piece *before = &map->pieces[i - 1];
    return before->size ? before->input + before->size : input_after(map, i - 1);
  }
  if (inside <= piece->size && (piece->size || !inside)) return piece->input + inside;
  return end ? input_after(map, i) : piece->input;
}
