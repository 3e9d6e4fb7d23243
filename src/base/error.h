/* Why something failed: filled by fallible functions, printed only by main.c. The public type is the
   internal one. */
#ifndef MDQ_BASE_ERROR_H
#define MDQ_BASE_ERROR_H

#include "mudaqqiq.h"

/* Fills *error (which may be NULL) and returns status, so that a caller can `return mdq_fail(...)`. */
enum mdq_status mdq_fail(struct mdq_error *error, enum mdq_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same with a position: file may be NULL; line and column are 1-based, 0 when unknown. */
enum mdq_status mdq_fail_at(struct mdq_error *error, enum mdq_status status, const char *file, size_t line,
                            size_t column, const char *format, ...) __attribute__((format(printf, 6, 7)));

enum mdq_status mdq_no_memory(struct mdq_error *error);

#endif
