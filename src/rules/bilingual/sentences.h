/* The sentences of a paragraph of either language. */
#ifndef MDQ_RULES_BILINGUAL_SENTENCES_H
#define MDQ_RULES_BILINGUAL_SENTENCES_H

#include "lint/table.h"
#include "text/segment.h"

struct mdq_sentences {
  struct mdq_span *items; /* in the segment's text, final marks included */
  size_t count, capacity;
};

/* A stop behind one of the abbreviations (lower case, without the stop), or behind a single letter, ends no sentence; NULL:
   there are none. False without memory. */
bool mdq_sentences_of(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_table *abbreviations, struct mdq_sentences *sentences);

#endif
