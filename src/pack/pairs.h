/* Which phrases are worth trying: where two of their atoms stand that seldom stand together. */
#ifndef MDQ_PACK_PAIRS_H
#define MDQ_PACK_PAIRS_H

#include "pack/packs.h"

/* Chooses the trigger of each phrase and indexes the phrases by their pairs; false without memory. `news`, by atom, or else a guess
   tells how common atoms are. */
bool mdq_packs_pair(struct mdq_packs *packs, const uint64_t *news);

/* Where a part of a left atom's pairs starts and, behind that, where it ends. */
static inline const uint32_t *mdq_pairs_of(const struct mdq_packs *packs, mdq_atom_id left, enum mdq_pair_part part) {
  return &packs->class_pairs[packs->atoms.classes[left] * MDQ_PAIR_PARTS + part];
}

/* Where two words of a pair stand, by its part, which is not MDQ_ALONE. */
static inline enum mdq_distance mdq_distance_of(enum mdq_pair_part part) {
  return part == MDQ_FAR ? MDQ_AWAY : MDQ_NEAR;
}

/* The three bits of one word of mdq_packs.pair_bits that a pair sets: they stand in one cache line, and few of those asked for are set
   by other pairs. */
struct mdq_pair_place {
  size_t word;
  uint64_t bits;
};

static inline struct mdq_pair_place mdq_pair_place(const struct mdq_packs *packs, mdq_atom_id left, enum mdq_distance distance, mdq_atom_id right) {
  uint64_t hash = (((uint64_t)left * MDQ_DISTANCES + distance) << 32 | right) * 0x9E3779B97F4A7C15u, low = hash ^ hash >> 32;
  return (struct mdq_pair_place){ (size_t)(hash >> packs->pair_shift), UINT64_C(1) << (low & 63) | UINT64_C(1) << (low >> 6 & 63) | UINT64_C(1) << (low >> 12 & 63) };
}

static inline bool mdq_pair_stands(const struct mdq_packs *packs, struct mdq_pair_place place) {
  return (packs->pair_bits[place.word] & place.bits) == place.bits;
}

static inline size_t mdq_pair_words(const struct mdq_packs *packs) {
  return packs->pair_shift ? (size_t)1 << (64 - packs->pair_shift) : 0;
}

#endif
