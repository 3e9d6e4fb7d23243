/* What was meant by a string that is no word, where a finger slipped once: a letter lost, two swapped, or the dots of one
   forgotten or misplaced. A letter too many, and any other for another, are not proposed: measured on news, such strings are
   rather new words (شخصنة, السياسوي), speech (يمكنش) and names (اليزمي). Only words that edited news vouches for are looked at, walked together with the string, so that it costs
   next to nothing where nothing is near. */
#ifndef MDQ_LEXICON_ONE_SLIP_H
#define MDQ_LEXICON_ONE_SLIP_H

#include "lexicon/word_counts.h"

enum { MDQ_SLIP_LONGEST = 40 /* letters */ };

enum mdq_slip_kind { MDQ_SLIP_LOST, MDQ_SLIP_SWAPPED, MDQ_SLIP_DOTS, MDQ_SLIP_OTHER /* not proposed, but counted */ };

struct mdq_slip {
  enum mdq_slip_kind kind;
  struct mdq_count count, second; /* of the commonest word, and of the next one */
  struct mdq_count other;         /* of the commonest one that a letter too many or another letter would explain */
  struct mdq_span word;           /* into bytes */
  char bytes[4 * (MDQ_SLIP_LONGEST + 2)];
};

/* The commonest word one slip away from a v1 form of 4 letters and more, their first letters the same: a slip there is rare,
   and a name often near a word by its other letters. False if there is none. *slip must not be moved. */
bool mdq_find_one_slip(const struct mdq_word_counts *counts, struct mdq_span v1, struct mdq_slip *slip);

#endif
