/* Which paragraphs of a source belong to which of a draft. */
#ifndef MDQ_INPUT_PAIR_H
#define MDQ_INPUT_PAIR_H

#include "base/arena.h"

struct mdq_paragraphs { /* lines that are not blank, in order; several lines of the text where a blank line ends a paragraph */
  struct mdq_span *items;
  size_t count, capacity;
};

struct mdq_pair { /* of a paragraph of the draft */
  struct mdq_span source; /* reaches over several paragraphs where all are meant; ptr NULL: none */
  bool shared;            /* with the paragraph before or behind */
};

struct mdq_unpaired { /* a paragraph of the source that the draft lacks */
  size_t before; /* how many paragraphs of the draft stand before its place */
  struct mdq_span source;
};

struct mdq_pairs {
  struct mdq_pair *items; /* one a paragraph of the draft */
  struct mdq_unpaired *missing;
  size_t missing_count, missing_capacity;
  size_t added_count; /* paragraphs of the draft without a source */
  size_t joined_count; /* beads of more than one paragraph on a side */
  float mean_cost;     /* of the beads with both sides; see align/align.h */
};

bool mdq_is_blank(struct mdq_span line);

/* The lines of the text that are not blank; with `wrapped`, those between blank lines taken together. Adds; false without memory. */
bool mdq_paragraphs_of(struct mdq_arena *arena, struct mdq_span text, bool wrapped, struct mdq_paragraphs *paragraphs);

/* By length, numbers and names. False without memory. */
bool mdq_pair_paragraphs(struct mdq_arena *arena, const struct mdq_paragraphs *sources, const struct mdq_paragraphs *targets, struct mdq_pairs *pairs);

#endif
