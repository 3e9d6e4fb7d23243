/* Which phrases are worth trying: where two of their atoms stand that seldom stand together. */
#ifndef MDQ_PACK_PAIRS_H
#define MDQ_PACK_PAIRS_H

#include "pack/packs.h"

/* Chooses the trigger of each phrase and indexes the phrases by their pairs; false without memory. The text of word-counts.tsv, or
   else a guess, tells which words are rare. */
bool mdq_packs_pair(struct mdq_packs *packs, struct mdq_span word_counts);

/* The bit of mdq_packs.pair_bits that pairs of two atoms set. */
static inline size_t mdq_pair_bit(const struct mdq_packs *packs, mdq_atom_id left, bool far, mdq_atom_id right) {
  uint64_t key = ((uint64_t)left * 2 + far) << 32 | right;
  return (size_t)(key * 0x9E3779B97F4A7C15u >> packs->pair_shift);
}

static inline size_t mdq_pair_words(const struct mdq_packs *packs) {
  return packs->pair_shift ? (size_t)1 << (64 - 6 - packs->pair_shift) : 0;
}

#endif
