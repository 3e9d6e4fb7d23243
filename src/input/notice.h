/* What a reader tells about an input that is no finding. */
#ifndef MDQ_INPUT_NOTICE_H
#define MDQ_INPUT_NOTICE_H

#include "base/error.h"

/* About the file of that name: one line, no final full stop. */
void mdq_tell(const struct mdq_input *input, const char *name, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
