#include "compile/compile_atoms.h"

#include <stdlib.h>

struct mdq_kept_atoms {
  const struct mdq_word_atoms *atoms;
  uint64_t uses;  /* of the words that have them, in news */
  uint32_t place; /* in MDQ_ATOMS_ALIGN */
};

bool mdq_atoms_maker_init(struct mdq_atoms_maker *maker, const struct mdq_packs *packs, size_t word_count) {
  *maker = (struct mdq_atoms_maker){ .word_count = word_count };
  maker->of_word = calloc(word_count + 1, sizeof *maker->of_word);
  return maker->of_word && mdq_filter_maker_init(&maker->filters, packs);
}

void mdq_atoms_maker_free(struct mdq_atoms_maker *maker) {
  free(maker->of_word);
  mdq_map_free(&maker->known);
  mdq_filter_maker_free(&maker->filters);
  mdq_arena_free(&maker->arena);
}

bool mdq_atoms_maker_add(struct mdq_atoms_maker *maker, size_t number, unsigned uses, const struct mdq_word_atoms *atoms) {
  if (!atoms || atoms == &mdq_no_atoms || number >= maker->word_count) return true;
  struct mdq_span bytes = mdq_span_of((const char *)atoms, mdq_word_atoms_size(atoms));
  struct mdq_kept_atoms *kept = mdq_map_get(&maker->known, bytes);
  if (!kept) {
    struct mdq_kept_atoms **place = mdq_arena_push(&maker->arena, &maker->sets, &maker->count, &maker->capacity, sizeof *place);
    kept = mdq_arena_alloc(&maker->arena, sizeof *kept);
    struct mdq_span key = mdq_arena_copy(&maker->arena, bytes);
    if (!place || !kept || !key.len || !mdq_map_put(&maker->known, key, kept)) return false;
    kept->atoms = mdq_add_filters(&maker->filters, atoms, &maker->arena);
    if (!kept->atoms) return false;
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
  return mdq_span_cmp(mdq_span_of((const char *)x->atoms, mdq_word_atoms_size(x->atoms)),
                      mdq_span_of((const char *)y->atoms, mdq_word_atoms_size(y->atoms)));
}

static void add_set(struct mdq_kept_atoms *kept, struct mdq_buf *sets) {
  uint32_t sum = mdq_atoms_sum(kept->atoms);
  while (sets->len % MDQ_ATOMS_ALIGN && !sets->failed) mdq_buf_addc(sets, '\0');
  kept->place = (uint32_t)(sets->len / MDQ_ATOMS_ALIGN); /* of 256 GiB */
  mdq_buf_add(sets, mdq_span_of((const char *)kept->atoms, mdq_word_atoms_size(kept->atoms)));
  mdq_buf_add(sets, mdq_span_of((const char *)&sum, sizeof sum));
}

/* Those of common words stand together: a short text reads little of the file. */
void mdq_atoms_maker_write(const struct mdq_atoms_maker *maker, uint32_t *words, struct mdq_buf *sets) {
  mdq_buf_addc(sets, '\0'); /* 0 is no place */
  if (maker->count) qsort(maker->sets, maker->count, sizeof *maker->sets, by_use);
  for (size_t i = 0; i < maker->count; i++) add_set(maker->sets[i], sets);
  for (size_t i = 0; i < maker->word_count; i++) {
    uint32_t place = maker->of_word[i] ? maker->of_word[i]->place : 0;
    if (place <= MDQ_MOST_ATOMS_PLACES) words[i] |= place << MDQ_PROFILED_BITS; /* others are worked out when they are met */
  }
}
