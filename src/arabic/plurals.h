/* Broken plurals that follow from the shape of the singular, in V2. */
#ifndef MDQ_ARABIC_PLURALS_H
#define MDQ_ARABIC_PLURALS_H

#include "base/span.h"

enum { MDQ_PLURAL_LETTERS = 8, MDQ_MOST_PLURALS = 2 };

struct mdq_plural {
  char bytes[2 * MDQ_PLURAL_LETTERS];
  size_t len;
};

/* The plurals that nouns of that shape have: شريحه شرايح, حاسوب حواسيب, هاتف هواتف, مشروع مشاريع, صندوق صناديق, بنك بنوك. A word may
   have another one, or none; returns how many there are. */
size_t mdq_broken_plurals(struct mdq_span v2, struct mdq_plural plurals[MDQ_MOST_PLURALS]);

#endif
