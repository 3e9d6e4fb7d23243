/* Columns in the unit that the reader of the output counts in: editors disagree (Vim's %c is bytes, Emacs's
   default is display cells, the rest mostly UTF-16 or code points). */
#ifndef MDQ_OUTPUT_COLUMN_H
#define MDQ_OUTPUT_COLUMN_H

#include "base/span.h"
#include "mudaqqiq.h"

#include <stdint.h>

enum mdq_column_unit { MDQ_COLUMN_CODEPOINT = 0, MDQ_COLUMN_BYTE, MDQ_COLUMN_UTF16, MDQ_COLUMN_DISPLAY };

/* The cells a character takes on a terminal: 2 for wide East Asian characters and emoji, 0 for combining marks,
   format and control characters, else 1. */
unsigned mdq_char_width(uint32_t code_point);
size_t mdq_text_width(struct mdq_span text);

/* A place that moves forward through a text as diagnostics are reported, so that columns cost linear time even
   where the whole text is one line. Zeroed at the start. */
struct mdq_column_cursor {
  size_t offset, column; /* column is 0-based */
};

/* The 1-based column of the start of a diagnostic in `bytes`. Tabs advance to multiples of 8 in cells; a byte
   order mark does not count in any unit. */
size_t mdq_column(struct mdq_column_cursor *cursor, struct mdq_span bytes, enum mdq_column_unit unit,
                  const struct mdq_diagnostic *diagnostic);

#endif
