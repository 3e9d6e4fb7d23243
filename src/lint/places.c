#include "lint/places.h"

#include "base/bytes.h"
#include "lint/run.h"

struct mdq_places_chunk {
  struct mdq_places_chunk *next;
  uint32_t used, size;
  char bytes[];
};

/* Nearly every place is SHORT: its length, the step from the one before it and its tag in five bytes, with the bit that says so. Of
   another the first byte says what follows: the three in 1, 2, 4 or 8 bytes (the length in 1 or 8), the unit and the text. All lowest
   byte first, read and written eight at a time, of which the next number takes what is not needed. */
enum { SHORT = 1, SHORT_LENGTH_AT = 1, SHORT_STEP_AT = 8, SHORT_TAG_AT = 24, SHORT_BYTES = 5 };
enum { NEW_UNIT = 2, OTHER_TEXT = 4, LONG_LENGTH = 8, STEP_SHIFT = 4, TAG_SHIFT = 6, WIDEST = 3 };
enum { WIDTH = 8, MOST_BYTES = 1 + 4 * WIDTH + 2 * sizeof(void *) /* of a place */, FIRST_CHUNK = 256, CHUNK = 8192 };

static inline uint64_t lowest_first(uint64_t n) {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return __builtin_bswap64(n);
#else
  return n;
#endif
}

/* The width is 1 << that. */
static inline unsigned width_of(uint64_t n) {
  return (unsigned)(n > UINT8_MAX) + (n > UINT16_MAX) + (n > UINT32_MAX);
}

static inline char *put(char *at, uint64_t n, unsigned width) {
  n = lowest_first(n);
  memcpy(at, &n, WIDTH);
  return at + ((size_t)1 << width);
}

static inline uint64_t get(const char **at, unsigned width) {
  uint64_t n = lowest_first(mdq_load8(*at));
  *at += (size_t)1 << width;
  return n & (UINT64_MAX >> (64 - (8u << width)));
}

static char *put_pointer(char *at, const char *pointer) {
  memcpy(at, &pointer, sizeof pointer);
  return at + sizeof pointer;
}

static const char *get_pointer(const char **at) {
  const char *pointer;
  memcpy(&pointer, *at, sizeof pointer);
  *at += sizeof pointer;
  return pointer;
}

__attribute__((noinline)) static struct mdq_places_chunk *new_chunk(struct mdq_ctx *ctx, struct mdq_places *places) {
  struct mdq_places_chunk *last = places->last;
  uint32_t size = (uint32_t)((last ? CHUNK : FIRST_CHUNK) - sizeof *last);
  struct mdq_places_chunk *chunk = mdq_arena_alloc(ctx->arena, sizeof *chunk + size);
  if (!chunk) return NULL;
  chunk->size = size;
  if (last) last->next = chunk;
  else places->first = chunk;
  return places->last = chunk;
}

static inline struct mdq_places_chunk *with_room(struct mdq_ctx *ctx, struct mdq_places *places) {
  struct mdq_places_chunk *last = places->last;
  return last && last->size - last->used >= MOST_BYTES ? last : new_chunk(ctx, places);
}

/* Few are long; apart, they cost the others no registers. */
__attribute__((noinline)) static char *put_long(char *out, struct mdq_place at, uint64_t step, uint64_t tag, bool new_unit, const struct mdq_span *other_text) {
  uint64_t length = at.end - at.start;
  unsigned length_width = length > UINT8_MAX ? WIDEST : 0, step_width = width_of(step), tag_width = width_of(tag);
  *out++ = (char)((new_unit ? NEW_UNIT : 0) | (other_text ? OTHER_TEXT : 0) | (length_width ? LONG_LENGTH : 0) | step_width << STEP_SHIFT | tag_width << TAG_SHIFT);
  out = put(out, length, length_width);
  out = put(out, step, step_width);
  out = put(out, tag, tag_width);
  if (new_unit) out = put_pointer(out, at.unit);
  if (other_text) out = put(put_pointer(out, other_text->ptr), other_text->len, WIDEST);
  return out;
}

void mdq_places_keep(struct mdq_ctx *ctx, struct mdq_places *places, struct mdq_place at, struct mdq_span text, uint64_t tag) {
  struct mdq_places_chunk *chunk = with_room(ctx, places);
  if (!chunk) return;
  uint64_t length = at.end - at.start, step = at.start >= places->start ? (at.start - places->start) * 2 : (places->start - at.start) * 2 - 1;
  bool new_unit = at.unit != places->unit, other_text = text.ptr != ctx->document->bytes.ptr + at.start || text.len != length;
  char *out = chunk->bytes + chunk->used;
  if (!(length >> 7 | step >> 16 | tag >> 16) && !new_unit && !other_text) {
    put(out, SHORT | length << SHORT_LENGTH_AT | step << SHORT_STEP_AT | tag << SHORT_TAG_AT, WIDEST);
    out += SHORT_BYTES;
  } else {
    out = put_long(out, at, step, tag, new_unit, other_text ? &text : NULL);
  }
  chunk->used = (uint32_t)(out - chunk->bytes);
  places->start = at.start;
  places->unit = at.unit;
  places->count++;
}

struct mdq_places_reader mdq_places_read(const struct mdq_ctx *ctx, const struct mdq_places *places) {
  return (struct mdq_places_reader){ .bytes = ctx->document->bytes, .run = ctx->run, .next_chunk = places->first };
}

__attribute__((noinline)) static bool open_chunk(struct mdq_places_reader *reader) {
  const struct mdq_places_chunk *chunk = reader->next_chunk;
  if (!chunk) return false;
  reader->next_chunk = chunk->next;
  reader->at = chunk->bytes;
  reader->end = chunk->bytes + chunk->used;
  return true;
}

/* False: the text is the input's own. */
__attribute__((noinline)) static bool get_long(struct mdq_places_reader *reader, uint64_t *length, uint64_t *step, struct mdq_kept_place *kept) {
  unsigned head = (unsigned char)*reader->at++;
  *length = get(&reader->at, head & LONG_LENGTH ? WIDEST : 0);
  *step = get(&reader->at, head >> STEP_SHIFT & 3);
  kept->tag = get(&reader->at, head >> TAG_SHIFT & 3);
  if (head & NEW_UNIT) reader->unit = get_pointer(&reader->at);
  if (!(head & OTHER_TEXT)) return false;
  kept->text.ptr = get_pointer(&reader->at);
  kept->text.len = (size_t)get(&reader->at, WIDEST);
  return true;
}

bool mdq_places_next(struct mdq_places_reader *reader, struct mdq_kept_place *kept) {
  while (reader->at == reader->end)
    if (!open_chunk(reader)) return false;
  uint64_t eight = lowest_first(mdq_load8(reader->at)), length = eight >> SHORT_LENGTH_AT & 0x7F, step = eight >> SHORT_STEP_AT & 0xFFFF;
  kept->tag = eight >> SHORT_TAG_AT & 0xFFFF;
  bool other_text = !(eight & SHORT) && get_long(reader, &length, &step, kept);
  if (eight & SHORT) reader->at += SHORT_BYTES;
  size_t start = step & 1 ? reader->start - (size_t)((step + 1) / 2) : reader->start + (size_t)(step / 2);
  reader->start = start;
  kept->at = (struct mdq_place){ start, start + (size_t)length, reader->unit };
  if (!other_text) kept->text = mdq_span_of(reader->bytes.ptr + start, (size_t)length);
  mdq_run_passed(reader->run, start);
  return true;
}
