/* A file that the build makes is there whole, or not at all. */
#ifndef MDQ_COMPILE_WRITE_WHOLE_H
#define MDQ_COMPILE_WRITE_WHOLE_H

#include "base/error.h"
#include "base/span.h"

enum mdq_status mdq_write_whole(const char *path, struct mdq_span bytes, struct mdq_error *error);

#endif
