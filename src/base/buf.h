/* A growing byte buffer. An empty buffer is never NULL; a failed allocation is sticky: later appends do
   nothing, and the owner checks `failed` once before using the bytes. */
#ifndef MDQ_BASE_BUF_H
#define MDQ_BASE_BUF_H

#include <stdint.h>

#include "base/span.h"

struct mdq_buf {
  char *ptr; /* NUL-terminated */
  size_t len, capacity;
  bool failed;
};

void mdq_buf_init(struct mdq_buf *buf);
void mdq_buf_free(struct mdq_buf *buf);
void mdq_buf_clear(struct mdq_buf *buf);
bool mdq_buf_reserve(struct mdq_buf *buf, size_t more);

static inline void mdq_buf_add(struct mdq_buf *buf, struct mdq_span bytes) {
  if (!bytes.len) return;
  bool fits = bytes.len < buf->capacity - buf->len && buf->capacity && !buf->failed;
  if (!fits && !mdq_buf_reserve(buf, bytes.len)) return;
  memcpy(buf->ptr + buf->len, bytes.ptr, bytes.len);
  buf->len += bytes.len;
  buf->ptr[buf->len] = '\0';
}

static inline void mdq_buf_addc(struct mdq_buf *buf, char c) {
  if (buf->len + 1 >= buf->capacity && !mdq_buf_reserve(buf, 1)) return;
  if (buf->failed) return;
  buf->ptr[buf->len++] = c;
  buf->ptr[buf->len] = '\0';
}

static inline void mdq_buf_adds(struct mdq_buf *buf, const char *s) {
  mdq_buf_add(buf, mdq_span_str(s));
}

void mdq_buf_addcp(struct mdq_buf *buf, uint32_t code_point); /* as UTF-8 */
void mdq_buf_addn(struct mdq_buf *buf, size_t number);        /* in decimal */
void mdq_buf_printf(struct mdq_buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

static inline struct mdq_span mdq_buf_span(const struct mdq_buf *buf) {
  return mdq_span_of(buf->ptr, buf->len);
}

#endif
