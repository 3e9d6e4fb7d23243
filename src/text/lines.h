/* Lines end with LF, CRLF or a lone CR; U+2028 ends none. */
#ifndef MDQ_TEXT_LINES_H
#define MDQ_TEXT_LINES_H

#include "base/span.h"

/* Walks over lines: *at is the offset of the next one and moves on; false at the end of the text. The line comes without its end. */
bool mdq_line_next(struct mdq_span text, size_t *at, struct mdq_span *line);

/* A position in a text, moved only forwards, so that many positions in ascending order cost one pass. */
struct mdq_cursor {
  struct mdq_span text;
  size_t offset;
  size_t line, column; /* 1-based; column in code points */
  size_t line_end;     /* the next LF or CR, or the end; before the offset: not known yet */
};

/* At the start of the text; a byte order mark takes no column. */
struct mdq_cursor mdq_cursor_start(struct mdq_span text);

/* Moves to offset, which is not before the cursor's. */
void mdq_cursor_advance(struct mdq_cursor *cursor, size_t offset);

#endif
