/* A paste in which each English paragraph stands before (or behind) its translation. */
#ifndef MDQ_INPUT_ALTERNATING_H
#define MDQ_INPUT_ALTERNATING_H

#include "input/pair.h"

/* True if the text is one: its languages change from paragraph to paragraph, and the English fits the Arabic beside it. Then
   *pairs has an item for each line that is not blank and not English, and `missing` counts those lines. On a lack of memory
   false, with arena->failed set. */
bool mdq_alternating(struct mdq_arena *arena, struct mdq_span text, struct mdq_pairs *pairs);

/* A line in English: nearly all of its letters are Latin. */
bool mdq_line_is_english(struct mdq_span line);

#endif
