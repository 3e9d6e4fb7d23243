/* Names that no table has, in two spellings within a draft: فيلترونسكي here, فلترونسكي there. */
#ifndef MDQ_RULES_NAME_UNKNOWN_NAMES_H
#define MDQ_RULES_NAME_UNKNOWN_NAMES_H

#include "lint/rule.h"

/* The tables that say what announces a name, for a group to list from `first` on. */
#define MDQ_UNKNOWN_NAME_TABLES "names/titles.tsv", "names/saying-verbs.tsv"

struct mdq_unknown_name { /* one occurrence */
  struct mdq_span v1;     /* with its proclitics */
  struct mdq_place at;
  bool as_written;
  bool announced;         /* by a title, a verb of saying or a given name */
  uint64_t key;           /* of the letters that both spellings share; filled in by mdq_unknown_names_compare() */
  struct mdq_span stem;
};

struct mdq_unknown_names { /* zeroed */
  struct mdq_unknown_name *items;
  size_t count, capacity;
};

/* The word may be such a name: nobody knows it. */
bool mdq_is_unknown_name(struct mdq_ctx *ctx, struct mdq_word *word);

/* Keeps token i, for which that holds. `tables` is where MDQ_UNKNOWN_NAME_TABLES starts in the group's list. */
void mdq_unknown_names_keep(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, size_t tables, struct mdq_unknown_names *names);

/* Calls `found` for each occurrence of a rarer spelling with the one that prevails. */
typedef void mdq_unknown_found(struct mdq_ctx *ctx, struct mdq_place at, struct mdq_span written, struct mdq_span usual, bool as_written);
void mdq_unknown_names_compare(struct mdq_ctx *ctx, struct mdq_unknown_names *names, mdq_unknown_found *found);

#endif
