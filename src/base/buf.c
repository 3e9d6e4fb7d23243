#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "text/utf8.h"

static char empty[1];

void mdq_buf_init(struct mdq_buf *buf) {
  *buf = (struct mdq_buf){ .ptr = empty };
}

void mdq_buf_free(struct mdq_buf *buf) {
  if (buf->capacity) free(buf->ptr);
  mdq_buf_init(buf);
}

void mdq_buf_clear(struct mdq_buf *buf) {
  buf->len = 0;
  if (buf->capacity) buf->ptr[0] = '\0';
}

bool mdq_buf_reserve(struct mdq_buf *buf, size_t more) {
  if (buf->failed) return false;
  if (more > SIZE_MAX / 4 - buf->len) {
    buf->failed = true;
    return false;
  }
  if (buf->len + more + 1 <= buf->capacity) return true;
  size_t capacity = buf->capacity ? buf->capacity : 64;
  while (capacity < buf->len + more + 1) capacity *= 2;
  char *grown = buf->capacity ? realloc(buf->ptr, capacity) : malloc(capacity);
  if (!grown) {
    buf->failed = true;
    return false;
  }
  buf->ptr = grown;
  buf->capacity = capacity;
  return true;
}

void mdq_buf_addcp(struct mdq_buf *buf, uint32_t code_point) {
  char bytes[4];
  mdq_buf_add(buf, mdq_span_of(bytes, mdq_utf8_encode(code_point, bytes)));
}

void mdq_buf_addn(struct mdq_buf *buf, size_t number) {
  enum { MOST = 20 }; /* digits of 64 bits */
  size_t digits = 1;
  for (uint64_t limit = 10; number >= limit && digits < MOST; limit *= 10) digits++;
  if (!mdq_buf_reserve(buf, digits)) return;
  buf->len += digits;
  char *at = buf->ptr + buf->len;
  *at = '\0';
  do *--at = (char)('0' + number % 10);
  while (number /= 10);
}

void mdq_buf_printf(struct mdq_buf *buf, const char *format, ...) {
  if (!mdq_buf_reserve(buf, 64)) return;
  size_t room = buf->capacity - buf->len;
  va_list args;
  va_start(args, format);
  int len = vsnprintf(buf->ptr + buf->len, room, format, args);
  va_end(args);
  if (len >= 0 && (size_t)len >= room && mdq_buf_reserve(buf, (size_t)len)) {
    va_start(args, format);
    len = vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, args);
    va_end(args);
  }
  if (len < 0) buf->failed = true;
  if (buf->failed) buf->ptr[buf->len] = '\0';
  else buf->len += (size_t)len;
}
