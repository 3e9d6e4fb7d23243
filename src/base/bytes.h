/* Bytes eight at a time: words are short, and a call of memcmp() or memcpy() costs more than they do. */
#ifndef MDQ_BASE_BYTES_H
#define MDQ_BASE_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline uint64_t mdq_load8(const char *p) {
  uint64_t bytes;
  memcpy(&bytes, p, sizeof bytes);
  return bytes;
}

static inline uint32_t mdq_load4(const char *p) {
  uint32_t bytes;
  memcpy(&bytes, p, sizeof bytes);
  return bytes;
}

/* Less than eight bytes as a number that no other bytes of that length make. */
static inline uint64_t mdq_load_few(const char *p, size_t len) {
  if (len >= 4) return mdq_load4(p) | (uint64_t)mdq_load4(p + len - 4) << 32;
  if (!len) return 0;
  return (uint64_t)(unsigned char)p[0] | (uint64_t)(unsigned char)p[len / 2] << 8 | (uint64_t)(unsigned char)p[len - 1] << 16;
}

static inline bool mdq_same_bytes(const char *a, const char *b, size_t len) {
  if (len < 8) return mdq_load_few(a, len) == mdq_load_few(b, len);
  for (size_t i = 0; i + 8 < len; i += 8)
    if (mdq_load8(a + i) != mdq_load8(b + i)) return false;
  return mdq_load8(a + len - 8) == mdq_load8(b + len - 8);
}

#endif
