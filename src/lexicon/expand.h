/* All forms of a Hunspell dictionary, as automata. */
#ifndef MDQ_LEXICON_EXPAND_H
#define MDQ_LEXICON_EXPAND_H

#include "lexicon/affixes.h"
#include "lexicon/graph.h"

/* How a form without prefixes came about: the entry's class, and the suffixes added, by their places in
   affixes->suffixes plus 1; 0: none. */
struct mdq_derivation {
  uint16_t word_class, inner, outer;
};

struct mdq_derivation_set { /* sorted, unique, by number of the derivation */
  uint32_t count, first; /* into set_members */
};

struct mdq_expansion {
  struct mdq_graph *graph;
  uint32_t all;    /* what Hunspell accepts */
  uint32_t plain;  /* the same without the readings that a glued interrogative أ alone makes possible (ألدي) */
  uint32_t stems;  /* the forms of `plain` without prefixes; the value of a form is the number of its derivation set */
  struct mdq_derivation *derivations;
  uint64_t *derivation_prefixes; /* for each derivation: the flags of prefixes that it takes, as bits by place in affixes->prefix_flag */
  uint32_t derivation_count;
  struct mdq_derivation_set *sets; /* [0] is none */
  uint32_t set_count;
  uint32_t *set_members;
  uint32_t set_member_count;
  size_t variant_count; /* forms without prefixes, each counted once for every set of prefixes */
};

enum mdq_status mdq_expand(struct mdq_expansion *expansion, struct mdq_affixes *affixes, struct mdq_span dic, const char *dic_path,
                           struct mdq_error *error);
void mdq_expansion_free(struct mdq_expansion *expansion);

#endif
