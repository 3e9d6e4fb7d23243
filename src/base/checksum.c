#include "base/checksum.h"

#include "base/bytes.h"

/* One to one in each argument, so that no change of one word is lost. The halves change places, as a product carries upwards alone. */
static inline uint64_t step(uint64_t sum, uint64_t word) {
  sum = (sum ^ word) * 0x9E3779B97F4A7C15u;
  return sum << 32 | sum >> 32;
}

/* Four sums side by side: one alone would wait for each multiplication. */
uint64_t mdq_checksum(struct mdq_span bytes) {
  uint64_t a = 1, b = 2, c = 3, d = 4, total = bytes.len;
  size_t at = 0;
  for (; at + 32 <= bytes.len; at += 32) {
    a = step(a, mdq_load8(bytes.ptr + at));
    b = step(b, mdq_load8(bytes.ptr + at + 8));
    c = step(c, mdq_load8(bytes.ptr + at + 16));
    d = step(d, mdq_load8(bytes.ptr + at + 24));
  }
  for (; at < bytes.len; at += 8) {
    uint64_t word = 0;
    size_t left = bytes.len - at;
    memcpy(&word, bytes.ptr + at, left < 8 ? left : 8);
    total = step(total, word);
  }
  return step(step(step(step(total, a), b), c), d);
}
