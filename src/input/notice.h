/* What is told about an input and is no finding. */
#ifndef MDQ_INPUT_NOTICE_H
#define MDQ_INPUT_NOTICE_H

#include <stdarg.h>

#include "base/error.h"

/* About the file of that name: one line, no final full stop. */
void mdq_tell(const struct mdq_input *input, const char *name, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The same with what else there is to tell, for an input that has a `notice`. */
struct mdq_notice_place {
  enum mdq_status status;
  size_t line, column; /* 0: none */
};

void mdq_tell_at(const struct mdq_input *input, const char *name, const struct mdq_notice_place *place, const char *format, va_list arguments)
    __attribute__((format(printf, 4, 0)));

#endif
