/* What two texts show of being translations of each other without being understood: how long they are, how many sentences
   they have, the numbers in them, quotations, and names. Names are compared by three consonants, as one language writes them
   and as the other does (arabic/skeleton.h), which is coarse; many paragraphs together make it sure. */
#ifndef MDQ_ALIGN_ANCHORS_H
#define MDQ_ALIGN_ANCHORS_H

#include "base/span.h"

enum { MDQ_ANCHOR_KEYS = 10, MDQ_ANCHOR_VALUES = 768 };

struct mdq_anchors {
  uint32_t length;      /* code points, without white space and diacritics */
  uint64_t numbers;     /* bits, by hash, of the numbers of two figures and more */
  uint8_t key_count;
  bool quotes, asks;    /* there are quotation marks; a question mark */
  uint16_t sentences;   /* ends of sentences */
  uint16_t keys[MDQ_ANCHOR_KEYS]; /* what the other text should hold: English names; Latin words in an Arabic text */
  uint64_t held[MDQ_ANCHOR_VALUES / 64]; /* what the other text's keys may find here */
};

void mdq_anchors_english(struct mdq_span text, struct mdq_anchors *anchors);
void mdq_anchors_arabic(struct mdq_span text, struct mdq_anchors *anchors);

static inline bool mdq_anchors_hold(const struct mdq_anchors *anchors, unsigned key) {
  return anchors->held[key / 64] >> key % 64 & 1;
}

#endif
