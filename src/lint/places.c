#include "lint/places.h"

#include "lint/run.h"

struct mdq_places_chunk {
  struct mdq_places_chunk *next;
  uint32_t used, size;
  char bytes[];
};

enum { NEW_UNIT = 1, OTHER_TEXT = 2, FLAGS = 2 /* bits */ };
enum { MOST_BYTES = 1 + 4 * 10 + 2 * sizeof(void *) /* of a place */, FIRST_CHUNK = 256, CHUNK = 8192 };

/* Seven bits a byte, the last one below 128. */
static void put(struct mdq_places_chunk *chunk, uint64_t n) {
  for (; n > 127; n >>= 7) chunk->bytes[chunk->used++] = (char)((n & 127) | 128);
  chunk->bytes[chunk->used++] = (char)n;
}

static uint64_t get(struct mdq_places_reader *reader) {
  uint64_t n = 0;
  for (unsigned shift = 0;; shift += 7) {
    unsigned char byte = (unsigned char)reader->chunk->bytes[reader->used++];
    n |= (uint64_t)(byte & 127) << shift;
    if (byte < 128) return n;
  }
}

static void put_pointer(struct mdq_places_chunk *chunk, const char *pointer) {
  memcpy(chunk->bytes + chunk->used, &pointer, sizeof pointer);
  chunk->used += (uint32_t)sizeof pointer;
}

static const char *get_pointer(struct mdq_places_reader *reader) {
  const char *pointer;
  memcpy(&pointer, reader->chunk->bytes + reader->used, sizeof pointer);
  reader->used += sizeof pointer;
  return pointer;
}

static struct mdq_places_chunk *with_room(struct mdq_ctx *ctx, struct mdq_places *places) {
  struct mdq_places_chunk *last = places->last;
  if (last && last->size - last->used >= MOST_BYTES) return last;
  uint32_t size = (uint32_t)((last ? CHUNK : FIRST_CHUNK) - sizeof *last);
  struct mdq_places_chunk *chunk = mdq_arena_alloc(ctx->arena, sizeof *chunk + size);
  if (!chunk) return NULL;
  chunk->size = size;
  if (last) last->next = chunk;
  else places->first = chunk;
  return places->last = chunk;
}

void mdq_places_keep(struct mdq_ctx *ctx, struct mdq_places *places, struct mdq_place at, struct mdq_span text, uint64_t tag) {
  struct mdq_places_chunk *chunk = with_room(ctx, places);
  if (!chunk) return;
  struct mdq_span own = mdq_span_sub(ctx->document->bytes, at.start, at.end);
  bool new_unit = at.unit != places->unit, other_text = text.ptr != own.ptr || text.len != own.len;
  put(chunk, (at.end - at.start) << FLAGS | (new_unit ? NEW_UNIT : 0) | (other_text ? OTHER_TEXT : 0));
  put(chunk, at.start >= places->start ? (at.start - places->start) * 2 : (places->start - at.start) * 2 - 1);
  put(chunk, tag);
  if (new_unit) put_pointer(chunk, at.unit);
  if (other_text) {
    put_pointer(chunk, text.ptr);
    put(chunk, text.len);
  }
  places->start = at.start;
  places->unit = at.unit;
  places->count++;
}

struct mdq_places_reader mdq_places_read(const struct mdq_ctx *ctx, const struct mdq_places *places) {
  return (struct mdq_places_reader){ .bytes = ctx->document->bytes, .run = ctx->run, .chunk = places->first };
}

bool mdq_places_next(struct mdq_places_reader *reader, struct mdq_kept_place *kept) {
  while (reader->chunk && reader->used == reader->chunk->used) {
    reader->chunk = reader->chunk->next;
    reader->used = 0;
  }
  if (!reader->chunk) return false;
  uint64_t head = get(reader), step = get(reader);
  reader->start = step & 1 ? reader->start - (size_t)((step + 1) / 2) : reader->start + (size_t)(step / 2);
  mdq_run_passed(reader->run, reader->start);
  kept->tag = get(reader);
  if (head & NEW_UNIT) reader->unit = get_pointer(reader);
  kept->at = (struct mdq_place){ reader->start, reader->start + (size_t)(head >> FLAGS), reader->unit };
  kept->text = mdq_span_sub(reader->bytes, kept->at.start, kept->at.end);
  if (head & OTHER_TEXT) {
    kept->text.ptr = get_pointer(reader);
    kept->text.len = (size_t)get(reader);
  }
  return true;
}
