/* An arena: everything derived from one document (or one segment) is allocated here and freed at once.
   Memory is zeroed and aligned for any object. A failed allocation returns NULL and is remembered, so
   that a caller may check once at the end of a step. */
#ifndef MDQ_BASE_ARENA_H
#define MDQ_BASE_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

struct mdq_arena_block;

struct mdq_arena {
  struct mdq_arena_block *head; /* newest block first */
  bool failed;                  /* an allocation failed since the last reset */
  bool scattered;               /* megabytes of it are looked at here and there: it takes huge pages where there are such */
};

#define MDQ_ARENA_INIT { NULL, false, false }

void *mdq_arena_alloc(struct mdq_arena *arena, size_t size); /* zeroed */
void *mdq_arena_room(struct mdq_arena *arena, size_t size);  /* holds anything: for who fills it */
void *mdq_arena_array(struct mdq_arena *arena, size_t count, size_t size); /* NULL on overflow too */
struct mdq_span mdq_arena_copy(struct mdq_arena *arena, struct mdq_span bytes); /* NUL-terminated copy */
struct mdq_span mdq_arena_join(struct mdq_arena *arena, struct mdq_span a, struct mdq_span b); /* both, NUL-terminated */
struct mdq_span mdq_arena_printf(struct mdq_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Forgets everything but keeps the newest block for the next use. */
void mdq_arena_reset(struct mdq_arena *arena);

/* Forgets everything but keeps all blocks, for who fills as many again: memory that is given back and taken again costs a page fault a page. */
void mdq_arena_rewind(struct mdq_arena *arena);
void mdq_arena_free(struct mdq_arena *arena);

/* Grows a plain array that lives in an arena: `items` points to *capacity elements of `size` bytes, *count in
   use. Returns the place of one new zeroed element, or NULL; *items may move. */
void *mdq_arena_push(struct mdq_arena *arena, void *items, size_t *count, size_t *capacity, size_t size);

/* The array of `size` bytes in more room: it may move, and what is added may hold anything. NULL without memory. */
void *mdq_arena_grow(struct mdq_arena *arena, void *array, size_t size, size_t grown);

#endif
