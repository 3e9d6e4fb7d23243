/* Text from a draft or a file name made safe to print: nothing in it can end a line, move the cursor, or
   reverse the direction of what stands around it. */
#ifndef MDQ_OUTPUT_VISIBLE_H
#define MDQ_OUTPUT_VISIBLE_H

#include <stdint.h>

#include "base/buf.h"

/* True for control characters, line and paragraph separators, and directional embeddings, overrides and
   isolates. Printed as <U+000A>. */
bool mdq_is_unprintable(uint32_t code_point);

/* These, and what else does not show: spaces other than the common one, zero-width and directional characters. */
bool mdq_is_unseen(uint32_t code_point);

bool mdq_is_combining(uint32_t code_point);

void mdq_add_code_point_name(struct mdq_buf *buf, uint32_t code_point); /* <U+200F> */

/* Adds valid text. */
void mdq_add_printable(struct mdq_buf *buf, struct mdq_span text);

/* The same of text that may be anything (a file name may be invalid UTF-8: U+FFFD stands for its bad bytes). */
void mdq_add_visible(struct mdq_buf *buf, struct mdq_span text);

/* Adds valid text with all that does not show spelled out. A combining mark at its start is put on a dotted
   circle, not on what stands before. */
void mdq_add_spelled_out(struct mdq_buf *buf, struct mdq_span text);

#endif
