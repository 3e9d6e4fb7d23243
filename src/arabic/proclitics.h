/* The small words that are written together with the next one: [وف]? [بكل]? (ال|لل)?. Many words only look as
   if they began with one, so nothing is ever cut off for good: every reading is offered, the caller keeps those
   that it knows. */
#ifndef MDQ_ARABIC_PROCLITICS_H
#define MDQ_ARABIC_PROCLITICS_H

#include "base/span.h"

struct mdq_stem {
  struct mdq_span text;
  size_t cut;       /* bytes of the word before the stem */
  bool conjunction; /* و or ف was cut */
  bool article;     /* ال or لل was cut */
  bool lil;         /* it was لل, of ل and ال */
};

enum { MDQ_STEMS_MOST = 16 };

/* The readings of a word in V1 or V2, the whole word first; at least two letters are left of each. */
size_t mdq_stems(struct mdq_span word, struct mdq_stem stems[MDQ_STEMS_MOST]);

#endif
