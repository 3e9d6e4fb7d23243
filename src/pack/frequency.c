#include "pack/frequency.h"

#include <stdlib.h>

#include "text/lines.h"
#include "text/normalize.h"

enum { RARE = 30 /* occurrences in 3.0 million words */ };

static unsigned number_at(struct mdq_span line, size_t at) {
  unsigned number = 0;
  for (; at < line.len && line.ptr[at] >= '0' && line.ptr[at] <= '9' && number < 100000000; at++) number = number * 10 + (unsigned)(line.ptr[at] - '0');
  return number;
}

bool mdq_atoms_count_news(const struct mdq_atoms *atoms, struct mdq_span word_counts, uint64_t *by_id) {
  struct mdq_arena scratch = MDQ_ARENA_INIT;
  size_t at = 0;
  for (struct mdq_span line; !scratch.failed && mdq_line_next(word_counts, &at, &line); mdq_arena_reset(&scratch)) {
    const char *tab = line.len && line.ptr[0] != '#' ? memchr(line.ptr, '\t', line.len) : NULL;
    unsigned count = tab ? number_at(line, (size_t)(tab - line.ptr) + 1) : 0;
    if (count < RARE) continue;
    struct mdq_span v2 = mdq_normalize_v2(&scratch, mdq_span_of(line.ptr, (size_t)(tab - line.ptr)));
    const struct mdq_word_atoms *found = mdq_atoms_of_word(atoms, v2, v2, &scratch);
    for (size_t i = 0; i < found->count; i++) by_id[mdq_listed_atom(mdq_rest_of(found)->listed[i])] += count;
  }
  bool done = !scratch.failed;
  mdq_arena_free(&scratch);
  return done;
}

struct ranked {
  uint64_t count;
  mdq_atom_id id;
  uint32_t node;
  uint8_t kind;
};

static int by_count(const void *a, const void *b) {
  const struct ranked *x = a, *y = b;
  if (x->count != y->count) return x->count > y->count ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

mdq_atom_id *mdq_atoms_sort(struct mdq_atoms *atoms, uint64_t *by_id) {
  struct ranked *ranked = calloc(atoms->count + 1, sizeof *ranked);
  mdq_atom_id *numbers = calloc(atoms->count + 1, sizeof *numbers);
  if (!ranked || !numbers) {
    free(ranked);
    free(numbers);
    return NULL;
  }
  for (mdq_atom_id id = 1; id <= atoms->count; id++) ranked[id] = (struct ranked){ by_id[id], id, atoms->id_nodes[id], atoms->kinds[id] };
  qsort(ranked + 1, atoms->count, sizeof *ranked, by_count);
  for (mdq_atom_id id = 1; id <= atoms->count; id++) {
    numbers[ranked[id].id] = id;
    by_id[id] = ranked[id].count;
    atoms->id_nodes[id] = ranked[id].node;
    atoms->kinds[id] = ranked[id].kind;
  }
  for (size_t i = 0; i < atoms->node_id_count; i++) atoms->node_ids[i] = numbers[atoms->node_ids[i]];
  free(ranked);
  return numbers;
}
