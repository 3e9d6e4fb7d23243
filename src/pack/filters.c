#include "pack/filters.h"

#include "pack/pairs.h"

/* Of few atoms the bits tell enough. A word that has more than so many is a common one, whose neighbours' filters do better, and take
   less memory. */
enum { BITS_AN_ATOM = 8, FEWEST = 3, MOST = 512 };

/* -- who asks for whom -- */

static void note(struct mdq_asked *asked, mdq_atom_id asker, mdq_atom_id other, enum mdq_distance distance) {
  uint32_t at = asked->starts[asker]++;
  if (asked->keys) asked->keys[at] = other * MDQ_DISTANCES + distance;
}

static void note_pairs(struct mdq_filter_maker *maker, const struct mdq_packs *packs) {
  for (mdq_atom_id left = 1; left <= packs->atoms.count; left++)
    for (enum mdq_pair_part part = MDQ_BESIDE; part < MDQ_PAIR_PARTS; part++) {
      const uint32_t *starts = mdq_pairs_of(packs, left, part);
      for (size_t i = starts[0]; i < starts[1]; i++) {
        mdq_atom_id right = packs->pairs[i].right;
        if (i > starts[0] && right == packs->pairs[i - 1].right) continue; /* of another phrase */
        note(&maker->sides[MDQ_BEHIND], left, right, mdq_distance_of(part));
        note(&maker->sides[MDQ_BEFORE], right, left, mdq_distance_of(part));
      }
    }
}

/* Makes numbers of each atom's into where those of the next one start, or back. */
static uint32_t add_up(uint32_t *starts, size_t ids) {
  uint32_t total = 0;
  for (size_t id = 0; id < ids; id++) {
    uint32_t count = starts[id];
    starts[id] = total;
    total += count;
  }
  return total;
}

bool mdq_filter_maker_init(struct mdq_filter_maker *maker, const struct mdq_packs *packs) {
  size_t ids = packs->atoms.count + 1;
  for (size_t side = 0; side < MDQ_SIDES; side++) {
    maker->sides[side].starts = mdq_arena_array(&maker->arena, ids + 1, sizeof(uint32_t));
    if (!maker->sides[side].starts) return false;
  }
  note_pairs(maker, packs);
  for (size_t side = 0; side < MDQ_SIDES; side++) {
    struct mdq_asked *asked = &maker->sides[side];
    asked->keys = mdq_arena_array(&maker->arena, add_up(asked->starts, ids) + 1, sizeof *asked->keys);
    if (!asked->keys) return false;
  }
  note_pairs(maker, packs);
  for (size_t side = 0; side < MDQ_SIDES; side++) { /* each start has moved to the next one's place */
    uint32_t *starts = maker->sides[side].starts;
    memmove(starts + 1, starts, ids * sizeof *starts);
    starts[0] = 0;
  }
  return true;
}

void mdq_filter_maker_free(struct mdq_filter_maker *maker) {
  mdq_arena_free(&maker->arena);
}

/* -- filters -- */

static uint16_t words_for(const struct mdq_asked *asked, const struct mdq_word_atoms *atoms) {
  size_t count = 0, words = 1;
  for (size_t i = 0; i < atoms->count; i++) {
    const uint32_t *starts = &asked->starts[mdq_listed_atom(atoms, i)];
    count += starts[1] - starts[0];
  }
  if (count < FEWEST || count > MOST) return 0;
  while (words * 64 < count * BITS_AN_ATOM) words *= 2;
  return (uint16_t)words;
}

static void fill(const struct mdq_asked *asked, const struct mdq_word_atoms *atoms, size_t words, uint64_t *filter) {
  for (size_t i = 0; words && i < atoms->count; i++) {
    const uint32_t *starts = &asked->starts[mdq_listed_atom(atoms, i)];
    for (size_t k = starts[0]; k < starts[1]; k++) {
      struct mdq_filter_place place = mdq_filter_place(words, asked->keys[k] / MDQ_DISTANCES, asked->keys[k] % MDQ_DISTANCES);
      filter[place.word] |= place.bits;
    }
  }
}

const struct mdq_word_atoms *mdq_add_filters(const struct mdq_filter_maker *maker, const struct mdq_word_atoms *atoms, struct mdq_arena *arena) {
  struct mdq_word_atoms bare = *atoms;
  for (size_t side = 0; side < MDQ_SIDES; side++) bare.filter_words[side] = words_for(&maker->sides[side], atoms);
  struct mdq_word_atoms *copy = mdq_arena_alloc(arena, mdq_word_atoms_size(&bare));
  if (!copy) return NULL;
  memcpy(copy, atoms, mdq_word_filters_at(atoms->count));
  for (enum mdq_side side = 0; side < MDQ_SIDES; side++) copy->filter_words[side] = bare.filter_words[side];
  for (enum mdq_side side = 0; side < MDQ_SIDES; side++)
    fill(&maker->sides[side], copy, copy->filter_words[side], (uint64_t *)(uintptr_t)mdq_word_filter(copy, side));
  return copy;
}
