/* The filters of word profiles, see atoms.h: which atoms a word's ask for on either side. */
#ifndef MDQ_PACK_FILTERS_H
#define MDQ_PACK_FILTERS_H

#include "pack/packs.h"

struct mdq_filter_maker { /* all zero at first */
  struct mdq_arena arena;
  struct mdq_asked { /* by the atom that asks: [starts[id], starts[id + 1]) are those it asks for, and at which distance */
    uint32_t *starts, *keys;
  } sides[MDQ_SIDES];
};

bool mdq_filter_maker_init(struct mdq_filter_maker *maker, const struct mdq_packs *packs);
void mdq_filter_maker_free(struct mdq_filter_maker *maker);

/* A copy of a word's atoms with filters; NULL without memory. */
const struct mdq_word_atoms *mdq_add_filters(const struct mdq_filter_maker *maker, const struct mdq_word_atoms *atoms, struct mdq_arena *arena);

#endif
