/* The bytes of an input. A large file is mapped, so that what has been read of it can leave memory again; whatever else there
   is, and every smaller file, is read as a whole.

     struct mdq_input_bytes bytes;
     status = mdq_input_bytes_load(&bytes, file, &error);
     ... mdq_input_bytes_span(&bytes) ...; mdq_input_bytes_passed(&bytes, offset); ...
     mdq_input_bytes_free(&bytes);  // also after a failure */
#ifndef MDQ_CLI_INPUT_BYTES_H
#define MDQ_CLI_INPUT_BYTES_H

#include "base/buf.h"
#include "base/error.h"

struct mdq_input_bytes {
  struct mdq_buf read;
  char *mapped; /* NULL: it was read */
  size_t size, mapped_size;
  size_t let_go; /* what lies before is in memory no more */
};

/* path: NULL is standard input; name: for the message. */
enum mdq_status mdq_input_bytes_load(struct mdq_input_bytes *bytes, const char *path, const char *name, struct mdq_error *error);
void mdq_input_bytes_free(struct mdq_input_bytes *bytes);

static inline struct mdq_span mdq_input_bytes_span(const struct mdq_input_bytes *bytes) {
  return bytes->mapped ? mdq_span_of(bytes->mapped, bytes->size) : mdq_buf_span(&bytes->read);
}

/* What lies before the offset will hardly be looked at soon; if it is, it comes back. A mdq_progress of struct mdq_input_bytes. */
void mdq_input_bytes_passed(void *bytes, size_t offset);

#endif
