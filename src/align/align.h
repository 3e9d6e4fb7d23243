/* Pairing the paragraphs (or sentences) of a text with those of its translation where they cannot be counted off.

   The method is that of Gale and Church (1993), dynamic programming over beads of paragraphs by their lengths, with two
   changes: numbers and names that both sides share count (anchors.h), and a paragraph that was left out costs the same
   however long it is, since drafts lose long paragraphs as easily as short ones. */
#ifndef MDQ_ALIGN_ALIGN_H
#define MDQ_ALIGN_ALIGN_H

#include "align/anchors.h"
#include "base/arena.h"

enum {
  MDQ_JOINED_PAIR = 2,  /* sentences: hardly more than two are made into one */
  MDQ_JOINED_MOST = 16, /* paragraphs: a draft that passed through a form or a chat may have lost its line breaks */
  MDQ_JOINED_ALL = 200  /* and where it lost all of them, or its source did */
};

struct mdq_bead { /* sources [source, source + sources) say what targets [target, target + targets) say; of the one or the other at most 2 */
  uint32_t source, target;
  uint8_t sources, targets;
  float cost; /* negated logarithm of how likely it is: below 2 for nearly all good pairs, about 6 for texts that have nothing in common */
};

/* All paragraphs in order, each in one bead. Time and memory are bounded: with more than 8 million pairs of paragraphs,
   pairs far from where the lengths so far put them are not considered. Up to `joined` of one side (MDQ_JOINED_PAIR to
   MDQ_JOINED_MOST) may answer to one of the other; if more than two, only where the lengths fit. False without memory. */
bool mdq_align(struct mdq_arena *arena, unsigned joined, const struct mdq_anchors *sources, size_t source_count,
               const struct mdq_anchors *targets, size_t target_count, struct mdq_bead **beads, size_t *bead_count);

#endif
