/* What readers of text check first. */
#ifndef MDQ_INPUT_UTF8_CHECK_H
#define MDQ_INPUT_UTF8_CHECK_H

#include "base/error.h"
#include "base/span.h"

/* MDQ_BAD_INPUT, with the place of the first bad byte, if the bytes are not UTF-8. */
enum mdq_status mdq_check_utf8(const char *name, struct mdq_span bytes, struct mdq_error *error);

/* The text and the source of an input. */
enum mdq_status mdq_check_input(const struct mdq_input *input, struct mdq_span *text, struct mdq_span *source, struct mdq_error *error);

#endif
