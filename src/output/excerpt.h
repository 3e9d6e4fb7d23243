/* The line around a finding, for a person at a terminal.

   Columns of a right-to-left line do not line up with anything printed below it, whether or not the terminal
   reorders text; so the span is marked inside the line, ⟦like this⟧ and by colour, and the whole excerpt is
   isolated (RLI ... PDI) so that a terminal that does reorder keeps it apart from the line number before it.
   What cannot be seen is spelled out where it is the finding: ⟦<U+200B>⟧. */
#ifndef MDQ_OUTPUT_EXCERPT_H
#define MDQ_OUTPUT_EXCERPT_H

#include "base/buf.h"

struct mdq_excerpt {
  struct mdq_span bytes;     /* the whole text, valid UTF-8 */
  size_t offset, end_offset; /* the span to mark */
  size_t width;              /* cells to fit into; a longer line is cut around the span, at spaces if possible */
  const char *mark, *unmark; /* printed around the span's brackets: colour, or "" */
};

void mdq_add_excerpt(struct mdq_buf *out, const struct mdq_excerpt *excerpt);

/* «text» for a suggestion: isolated; what cannot be seen is spelled out. */
void mdq_add_suggested(struct mdq_buf *out, struct mdq_span text);

#endif
