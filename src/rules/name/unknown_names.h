/* Names that no table has, in two spellings within a draft: فيلترونسكي here, فلترونسكي there. */
#ifndef MDQ_RULES_NAME_UNKNOWN_NAMES_H
#define MDQ_RULES_NAME_UNKNOWN_NAMES_H

#include "lint/places.h"

/* The tables that say what announces a name, for a group to list from `first` on. */
#define MDQ_UNKNOWN_NAME_TABLES "names/titles.tsv", "names/saying-verbs.tsv"

struct mdq_unknown_names { /* zeroed */
  struct mdq_places kept;  /* the occurrences: their v1 forms, with proclitics */
};

/* The word may be such a name: nobody knows it. */
bool mdq_is_unknown_name(struct mdq_ctx *ctx, struct mdq_word *word);

/* Keeps token i, for which that holds. `tables` is where MDQ_UNKNOWN_NAME_TABLES starts in the group's list. */
void mdq_unknown_names_keep(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, size_t tables, struct mdq_unknown_names *names);

/* Calls `found` for each occurrence of a rarer spelling with the one that prevails. The arena is for the time of the call. */
typedef void mdq_unknown_found(struct mdq_ctx *ctx, struct mdq_place at, struct mdq_span written, struct mdq_span usual, bool as_written);
void mdq_unknown_names_compare(struct mdq_ctx *ctx, struct mdq_arena *arena, const struct mdq_unknown_names *names, mdq_unknown_found *found);

#endif
