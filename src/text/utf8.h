/* UTF-8: validation, decoding, encoding. */
#ifndef MDQ_TEXT_UTF8_H
#define MDQ_TEXT_UTF8_H

#include <stdint.h>

#include "base/span.h"

#define MDQ_BOM MDQ_SPAN_LIT("\xEF\xBB\xBF")

/* The offset of the first byte that is not valid UTF-8 (surrogates and overlong forms are not), or the length. */
size_t mdq_utf8_valid_prefix(struct mdq_span bytes);

/* Decodes the code point at *at, which is < text.len, and moves *at behind it. The text is valid UTF-8. */
static inline uint32_t mdq_utf8_next(struct mdq_span text, size_t *at) {
  const unsigned char *p = (const unsigned char *)text.ptr + *at;
  if (p[0] < 0x80) return *at += 1, p[0];
  if (p[0] < 0xE0) return *at += 2, (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
  if (p[0] < 0xF0) return *at += 3, (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
  return *at += 4, (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
}

/* Decodes the code point that ends at *at, which is > 0, and moves *at before it. The text is valid UTF-8. */
static inline uint32_t mdq_utf8_previous(struct mdq_span text, size_t *at) {
  do --*at;
  while (*at && ((unsigned char)text.ptr[*at] & 0xC0) == 0x80);
  size_t from = *at;
  return mdq_utf8_next(text, &from);
}

/* The code point at byte offset `at`, or 0 at or behind the end. */
static inline uint32_t mdq_utf8_at(struct mdq_span text, size_t at) {
  return at < text.len ? mdq_utf8_next(text, &at) : 0;
}

/* The code point that ends at byte offset `at`, or 0 at the start. */
static inline uint32_t mdq_utf8_before(struct mdq_span text, size_t at) {
  return at ? mdq_utf8_previous(text, &at) : 0;
}

size_t mdq_utf8_length(struct mdq_span text); /* code points */
size_t mdq_utf8_encode(uint32_t code_point, char bytes[4]);

#endif
