#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

struct mdq_arena_block {
  struct mdq_arena_block *next;
  struct mdq_arena_block *spare; /* of the newest block: blocks yet to be used again */
  size_t used, size;
  alignas(max_align_t) char bytes[];
};

enum { BLOCK_SIZE = 64 * 1024 - 64, KEPT_SIZE = 4 * 1024 * 1024, HUGE_PAGE = 2 * 1024 * 1024, IN_HUGE_PAGE = HUGE_PAGE - sizeof(struct mdq_arena_block) };

/* To find out where a small page lies takes longer than to read a word in it: with huge ones, where the system has them, a run
   over 20 MB takes up to a tenth less. */
static struct mdq_arena_block *new_block(const struct mdq_arena *arena, size_t size) {
  size_t whole = sizeof(struct mdq_arena_block) + size;
  bool large = arena->head && arena->head->size == IN_HUGE_PAGE; /* of the first one much may stay unused */
  if (!arena->scattered || whole % HUGE_PAGE || !large) return malloc(whole);
  struct mdq_arena_block *block = aligned_alloc(HUGE_PAGE, whole);
#ifdef MADV_HUGEPAGE
  if (block) madvise(block, whole, MADV_HUGEPAGE);
#endif
  return block;
}

/* Doubling keeps the number of blocks, and so the cost of freeing, logarithmic. */
static size_t next_size(const struct mdq_arena *arena) {
  size_t most = arena->scattered ? IN_HUGE_PAGE : KEPT_SIZE, size = arena->head ? arena->head->size * 2 : BLOCK_SIZE;
  return size < most / 2 ? size : most;
}

static struct mdq_arena_block *spare_block(struct mdq_arena_block **spare, size_t needed) {
  while (*spare && (*spare)->size < needed) spare = &(*spare)->next;
  struct mdq_arena_block *block = *spare;
  if (block) *spare = block->next;
  return block;
}

/* A new block of that size, or a spare one of at least `needed`. */
static struct mdq_arena_block *add_block(struct mdq_arena *arena, size_t needed, size_t size) {
  struct mdq_arena_block *before = arena->head, *spare = before ? spare_block(&before->spare, needed) : NULL;
  struct mdq_arena_block *block = spare ? spare : new_block(arena, size);
  if (!block) {
    arena->failed = true;
    return NULL;
  }
  *block = (struct mdq_arena_block){ .next = before, .spare = before ? before->spare : NULL, .size = spare ? spare->size : size };
  if (before) before->spare = NULL;
  return arena->head = block;
}

void *mdq_arena_room(struct mdq_arena *arena, size_t size) {
  const size_t align = alignof(max_align_t);
  if (size > SIZE_MAX / 2) {
    arena->failed = true;
    return NULL;
  }
  size = (size + align - 1) / align * align;
  struct mdq_arena_block *block = arena->head;
  if (!block || block->size - block->used < size) {
    size_t wanted = next_size(arena);
    block = add_block(arena, size, size > wanted ? size : wanted);
    if (!block) return NULL;
  }
  void *place = block->bytes + block->used;
  block->used += size;
  return place;
}

void *mdq_arena_alloc(struct mdq_arena *arena, size_t size) {
  void *place = mdq_arena_room(arena, size);
  return place ? memset(place, 0, size) : NULL;
}

void *mdq_arena_array(struct mdq_arena *arena, size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) {
    arena->failed = true;
    return NULL;
  }
  return mdq_arena_alloc(arena, count * size);
}

struct mdq_span mdq_arena_copy(struct mdq_arena *arena, struct mdq_span bytes) {
  char *copy = mdq_arena_room(arena, bytes.len + 1);
  if (!copy) return (struct mdq_span){ "", 0 };
  if (bytes.len) memcpy(copy, bytes.ptr, bytes.len);
  copy[bytes.len] = '\0';
  return mdq_span_of(copy, bytes.len);
}

struct mdq_span mdq_arena_join(struct mdq_arena *arena, struct mdq_span a, struct mdq_span b) {
  char *joined = mdq_arena_room(arena, a.len + b.len + 1);
  if (!joined) return (struct mdq_span){ "", 0 };
  if (a.len) memcpy(joined, a.ptr, a.len);
  if (b.len) memcpy(joined + a.len, b.ptr, b.len);
  joined[a.len + b.len] = '\0';
  return mdq_span_of(joined, a.len + b.len);
}

struct mdq_span mdq_arena_printf(struct mdq_arena *arena, const char *format, ...) {
  char shorter[256]; /* than most texts are: they are made once */
  va_list args;
  va_start(args, format);
  int len = vsnprintf(shorter, sizeof shorter, format, args);
  va_end(args);
  char *text = len < 0 ? NULL : mdq_arena_room(arena, (size_t)len + 1);
  if (!text) return (struct mdq_span){ "", 0 };
  if ((size_t)len < sizeof shorter) return memcpy(text, shorter, (size_t)len + 1), mdq_span_of(text, (size_t)len);
  va_start(args, format);
  vsnprintf(text, (size_t)len + 1, format, args);
  va_end(args);
  return mdq_span_of(text, (size_t)len);
}

static void free_blocks(struct mdq_arena_block *block) {
  for (struct mdq_arena_block *next; block; block = next) {
    next = block->next;
    free(block);
  }
}

void mdq_arena_reset(struct mdq_arena *arena) {
  struct mdq_arena_block *kept = arena->head;
  arena->failed = false;
  if (!kept) return;
  if (kept->size > KEPT_SIZE) { /* one huge segment must not hold its memory for the rest of the run */
    mdq_arena_free(arena);
    return;
  }
  free_blocks(kept->next);
  kept->next = NULL;
  kept->used = 0;
}

void mdq_arena_rewind(struct mdq_arena *arena) {
  arena->failed = false;
  struct mdq_arena_block *spare = arena->head ? arena->head->spare : NULL, *block = arena->head;
  for (struct mdq_arena_block *next; block && (next = block->next); block = next) { /* the oldest one remains, the next are used in the same order again */
    block->next = spare;
    spare = block;
  }
  if (block) block->spare = spare, block->used = 0;
  arena->head = block;
}

void mdq_arena_free(struct mdq_arena *arena) {
  if (arena->head) free_blocks(arena->head->spare);
  free_blocks(arena->head);
  *arena = (struct mdq_arena)MDQ_ARENA_INIT;
}

/* A large array has a block of its own, which grows as a whole: no old copies are left behind, and what has not been
   used of it takes no memory. */
enum { ALONE = 32 * 1024 };

static struct mdq_arena_block **own_block(struct mdq_arena *arena, const void *array, size_t size) {
  struct mdq_arena_block **link = &arena->head;
  while (*link && (*link)->bytes != (const char *)array) link = &(*link)->next;
  return *link && size >= ALONE && (*link)->size == size ? link : NULL;
}

static void *grow_alone(struct mdq_arena *arena, const void *array, size_t size, size_t grown) {
  struct mdq_arena_block **own = own_block(arena, array, size);
  struct mdq_arena_block *block = grown > SIZE_MAX / 2 ? NULL : realloc(own ? *own : NULL, sizeof *block + grown);
  if (!block) {
    arena->failed = true;
    return NULL;
  }
  if (own) {
    *own = block;
  } else { /* behind the head, where the room for small things is */
    if (size) memcpy(block->bytes, array, size);
    struct mdq_arena_block **place = arena->head ? &arena->head->next : &arena->head;
    block->next = *place;
    block->spare = NULL;
    *place = block;
  }
  block->used = block->size = grown;
  return block->bytes;
}

static void *grow_small(struct mdq_arena *arena, const void *array, size_t size, size_t grown) {
  void *moved = mdq_arena_room(arena, grown);
  if (moved && size) memcpy(moved, array, size);
  return moved;
}

void *mdq_arena_grow(struct mdq_arena *arena, void *array, size_t size, size_t grown) {
  return grown >= ALONE ? grow_alone(arena, array, size, grown) : grow_small(arena, array, size, grown);
}

void *mdq_arena_push(struct mdq_arena *arena, void *items, size_t *count, size_t *capacity, size_t size) {
  void **array = items;
  if (*count == *capacity) {
    size_t more = *capacity ? *capacity * 2 : 16;
    if (more > SIZE_MAX / 2 / size) return arena->failed = true, NULL;
    void *moved = mdq_arena_grow(arena, *array, *capacity * size, more * size);
    if (!moved) return NULL;
    *array = moved;
    *capacity = more;
  }
  return memset((char *)*array + size * (*count)++, 0, size);
}
