#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

static enum mdq_status fill(struct mdq_error *error, enum mdq_status status, const char *file, size_t line,
                            size_t column, const char *format, va_list args) {
  if (!error) return status;
  error->status = status;
  error->line = line;
  error->column = column;
  snprintf(error->file, sizeof error->file, "%s", file ? file : "");
  vsnprintf(error->message, sizeof error->message, format, args);
  return status;
}

enum mdq_status mdq_fail(struct mdq_error *error, enum mdq_status status, const char *format, ...) {
  va_list args;
  va_start(args, format);
  fill(error, status, NULL, 0, 0, format, args);
  va_end(args);
  return status;
}

enum mdq_status mdq_fail_at(struct mdq_error *error, enum mdq_status status, const char *file, size_t line,
                            size_t column, const char *format, ...) {
  va_list args;
  va_start(args, format);
  fill(error, status, file, line, column, format, args);
  va_end(args);
  return status;
}

enum mdq_status mdq_no_memory(struct mdq_error *error) {
  return mdq_fail(error, MDQ_NO_MEMORY, "out of memory");
}
