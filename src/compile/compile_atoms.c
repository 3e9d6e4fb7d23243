#include "compile/compile_atoms.h"

#include <stdlib.h>

struct mdq_kept_atoms {
  const struct mdq_word_atoms *atoms;
  uint64_t uses;  /* of the words that have them, in news */
  uint32_t place; /* in MDQ_ATOMS_ALIGN */
};

bool mdq_atoms_maker_init(struct mdq_atoms_maker *maker, size_t word_count) {
  *maker = (struct mdq_atoms_maker){ .word_count = word_count };
  maker->of_word = calloc(word_count + 1, sizeof *maker->of_word);
  return maker->of_word != NULL;
}

void mdq_atoms_maker_free(struct mdq_atoms_maker *maker) {
  free(maker->of_word);
  mdq_map_free(&maker->known);
  mdq_arena_free(&maker->arena);
}

/* Both parts stand together, as long as they are not written. */
static struct mdq_span bytes_of(const struct mdq_word_atoms *atoms) {
  return mdq_span_of((const char *)atoms, sizeof *atoms + mdq_word_rest_size(atoms->count));
}

bool mdq_atoms_maker_add(struct mdq_atoms_maker *maker, size_t number, unsigned uses, const struct mdq_word_atoms *atoms) {
  if (!atoms || atoms == &mdq_no_atoms || number >= maker->word_count) return true;
  struct mdq_span bytes = bytes_of(atoms);
  struct mdq_kept_atoms *kept = mdq_map_get(&maker->known, bytes);
  if (!kept) {
    struct mdq_kept_atoms **place = mdq_arena_push(&maker->arena, &maker->sets, &maker->count, &maker->capacity, sizeof *place);
    kept = mdq_arena_alloc(&maker->arena, sizeof *kept);
    struct mdq_span key = mdq_arena_copy(&maker->arena, bytes);
    if (!place || !kept || !key.len || !mdq_map_put(&maker->known, key, kept)) return false;
    kept->atoms = (const void *)key.ptr;
    *place = kept;
  }
  kept->uses += uses;
  maker->of_word[number] = kept;
  return true;
}

uint64_t mdq_add_array(struct mdq_buf *body, const void *array, size_t size) {
  while (body->len % MDQ_DATA_ALIGN && !body->failed) mdq_buf_addc(body, '\0');
  uint64_t at = body->len;
  if (size) mdq_buf_add(body, mdq_span_of(array, size));
  return at;
}

static int by_use(const void *a, const void *b) {
  const struct mdq_kept_atoms *x = *(struct mdq_kept_atoms *const *)a, *y = *(struct mdq_kept_atoms *const *)b;
  if (x->uses != y->uses) return x->uses > y->uses ? -1 : 1;
  return mdq_span_cmp(bytes_of(x->atoms), bytes_of(y->atoms));
}

/* -- writing -- */

/* The second parts are put where they cross no line, as far as they can be: what is left of the last lines is kept in mind. */
enum { LINE = MDQ_ATOMS_ALIGN, OPEN_LINES = 16 };

struct rests {
  struct mdq_buf bytes;
  struct { size_t end, left; } open[OPEN_LINES];
  size_t next; /* of the open ones, to be forgotten */
};

static void add_zeros(struct mdq_buf *buf, size_t to) {
  while (buf->len < to && !buf->failed) mdq_buf_addc(buf, '\0');
}

static size_t take_room(struct rests *rests, size_t size) {
  for (size_t i = 0; i < OPEN_LINES; i++) {
    if (rests->open[i].left < size) continue;
    rests->open[i].left -= size;
    return rests->open[i].end - rests->open[i].left - size;
  }
  size_t at = rests->bytes.len, end = (at + size + LINE - 1) / LINE * LINE;
  add_zeros(&rests->bytes, end);
  rests->open[rests->next].end = end;
  rests->open[rests->next].left = end - at - size;
  rests->next = (rests->next + 1) % OPEN_LINES;
  return at;
}

static void add_set(const struct mdq_atoms_maker *maker, struct mdq_kept_atoms *kept, struct mdq_buf *sets, struct rests *rests) {
  struct mdq_word_atoms atoms = *kept->atoms;
  size_t size = mdq_word_rest_size(kept->atoms->count), at = take_room(rests, size), all = (maker->count + 1) * sizeof atoms;
  kept->place = (uint32_t)(sets->len / MDQ_ATOMS_ALIGN); /* of 256 GiB */
  atoms.rest = (uint32_t)(all - sets->len + at);
  mdq_buf_add(sets, mdq_span_of((const char *)&atoms, sizeof atoms));
  if (!rests->bytes.failed) memcpy(rests->bytes.ptr + at, mdq_rest_of(kept->atoms), size);
}

static void add_sum(const struct mdq_kept_atoms *kept, struct mdq_buf *sets) {
  const struct mdq_word_atoms *atoms = (const void *)(sets->ptr + (size_t)kept->place * MDQ_ATOMS_ALIGN);
  ((struct mdq_word_atoms_rest *)(uintptr_t)mdq_rest_of(atoms))->sum = mdq_atoms_sum(atoms);
}

/* Those of common words stand together: a short text reads little of the file. */
void mdq_atoms_maker_write(const struct mdq_atoms_maker *maker, uint32_t *words, struct mdq_buf *sets) {
  _Static_assert(sizeof(struct mdq_word_atoms) == MDQ_ATOMS_ALIGN, "what is looked at for every token is one line");
  struct rests rests = { .next = 0 };
  mdq_buf_init(&rests.bytes);
  add_zeros(sets, MDQ_ATOMS_ALIGN); /* 0 is no place */
  if (maker->count) qsort(maker->sets, maker->count, sizeof *maker->sets, by_use);
  for (size_t i = 0; i < maker->count; i++) add_set(maker, maker->sets[i], sets, &rests);
  mdq_buf_add(sets, mdq_buf_span(&rests.bytes));
  if (rests.bytes.failed) sets->failed = true;
  for (size_t i = 0; i < maker->count && !sets->failed; i++) add_sum(maker->sets[i], sets);
  mdq_buf_free(&rests.bytes);
  for (size_t i = 0; i < maker->word_count; i++) {
    uint32_t place = maker->of_word[i] ? maker->of_word[i]->place : 0;
    if (place <= MDQ_MOST_ATOMS_PLACES) words[i] |= place << MDQ_PROFILED_BITS; /* others are worked out when they are met */
  }
}
