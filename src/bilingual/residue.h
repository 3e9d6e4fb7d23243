/* The claims of a draft and its source that no counterpart was found for in their own segment. They are few, and wait
   for the end of the draft: a number may have moved to a neighbouring sentence. */
#ifndef MDQ_BILINGUAL_RESIDUE_H
#define MDQ_BILINGUAL_RESIDUE_H

#include "bilingual/claims.h"
#include "lint/rule.h"

struct mdq_residue {
  struct mdq_claim claim;
  struct mdq_span text;    /* as written */
  struct mdq_place at;     /* in the draft: of the claim, or of the whole segment if the source's */
  uint32_t unit;           /* the segment, or the segments that one paragraph of the source was divided into, counted */
  uint64_t ranked;         /* of an ordinal: what it ranks, as in bilingual/counted.h */
  bool headline;
  bool loose;              /* says nothing that is missed when it is gone: a part of a name, "dozens", one and two, another mention */
  bool settled;            /* a counterpart was found elsewhere, or it was reported */
};

struct mdq_residues {
  struct mdq_residue *items; /* in the order of the text */
  size_t count, capacity;
};

/* The residues from `first` on are those of one paragraph of the source against each of `segments` segments that it was divided into.
   What has a counterpart in one of them goes; what is in none of them is kept once. False without memory. */
bool mdq_residues_unite(struct mdq_arena *arena, struct mdq_residues *source, size_t first, uint32_t segments);

/* Settles what agrees with something in the same or a neighbouring unit, then the larger numbers that are equal to one
   anywhere in the draft. False without memory. */
bool mdq_residues_settle(struct mdq_arena *arena, struct mdq_residues *source, struct mdq_residues *target);

#endif
