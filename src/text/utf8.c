#include "text/utf8.h"

#include <stdbool.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/bytes.h"

static bool continues(const unsigned char *p, size_t n) {
  for (size_t i = 1; i <= n; i++)
    if ((p[i] & 0xC0) != 0x80) return false;
  return true;
}

/* The length of the valid sequence at p, of which `left` bytes exist, or 0 (Unicode, table 3-7). */
static size_t sequence_length(const unsigned char *p, size_t left) {
  if (p[0] < 0x80) return 1;
  if (p[0] >= 0xC2 && p[0] <= 0xDF) return left >= 2 && continues(p, 1) ? 2 : 0;
  if (p[0] >= 0xE0 && p[0] <= 0xEF) {
    if (left < 3 || !continues(p, 2)) return 0;
    if (p[0] == 0xE0 && p[1] < 0xA0) return 0; /* overlong */
    if (p[0] == 0xED && p[1] > 0x9F) return 0; /* surrogate */
    return 3;
  }
  if (p[0] >= 0xF0 && p[0] <= 0xF4) {
    if (left < 4 || !continues(p, 3)) return 0;
    if (p[0] == 0xF0 && p[1] < 0x90) return 0; /* overlong */
    if (p[0] == 0xF4 && p[1] > 0x8F) return 0; /* beyond U+10FFFF */
    return 4;
  }
  return 0;
}

/* How far the text consists of characters of one byte or two, nearly all of an Arabic text, as far as eights of bytes tell. */
static size_t short_characters(const char *p, size_t len) {
  const uint64_t ones = 0x0101010101010101u, high = ones * 0x80;
  uint64_t awaited = 0; /* the first byte continues a character */
  size_t at = 0;
  for (; at + 8 <= len; at += 8) {
    uint64_t x = mdq_load8(p + at);
    uint64_t leads = x & x << 1 & high, continuing = x & ~(x << 1) & high; /* 11xxxxxx and 10xxxxxx, each as its top bit */
    uint64_t overlong = leads & ~((x & ones * 0x1E) + ones * 0x7E), longer = leads & x << 2;
    if (overlong | longer | (continuing ^ (leads << 8 | awaited))) break;
    awaited = leads >> 56;
  }
  return awaited ? at - 1 : at;
}

#ifdef __SSE2__
/* What is not zero here is no continuation of the byte before it, though that awaits one, or the reverse; or the byte before begins more than two bytes. */
static __m128i no_short_characters(const char *p) {
  __m128i here = _mm_loadu_si128((const __m128i *)(const void *)p), before = _mm_loadu_si128((const __m128i *)(const void *)(p - 1));
  __m128i continues = _mm_cmplt_epi8(here, _mm_set1_epi8((char)0xC0)); /* as signed numbers */
  __m128i above = _mm_sub_epi8(before, _mm_set1_epi8((char)0xC2));
  __m128i leads = _mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8(0xDF - 0xC2)), above);
  __m128i high = _mm_cmpeq_epi8(_mm_max_epu8(before, _mm_set1_epi8((char)0xC0)), before);
  return _mm_or_si128(_mm_xor_si128(leads, continues), _mm_xor_si128(leads, high));
}

/* The same as short_characters(), 64 bytes a step; a whole character stands before p. */
static size_t many_short_characters(const char *p, size_t len) {
  size_t at = 0;
  for (; at + 64 <= len; at += 64) {
    __m128i one = _mm_or_si128(no_short_characters(p + at), no_short_characters(p + at + 16));
    __m128i two = _mm_or_si128(no_short_characters(p + at + 32), no_short_characters(p + at + 48));
    if (_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_or_si128(one, two), _mm_setzero_si128())) != 0xFFFF) break;
  }
  return at && (unsigned char)p[at - 1] >= 0xC0 ? at - 1 : at;
}
#endif

size_t mdq_utf8_valid_prefix(struct mdq_span bytes) {
  const unsigned char *p = (const unsigned char *)bytes.ptr;
  size_t at = bytes.len ? sequence_length(p, bytes.len) : 0;
  while (at && at < bytes.len) {
#ifdef __SSE2__
    at += many_short_characters(bytes.ptr + at, bytes.len - at);
#endif
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    at += short_characters(bytes.ptr + at, bytes.len - at);
    if (at == bytes.len) break;
#endif
    size_t len = sequence_length(p + at, bytes.len - at);
    if (!len) break;
    at += len;
  }
  return at;
}

size_t mdq_utf8_length(struct mdq_span text) {
  size_t count = 0;
  for (size_t i = 0; i < text.len; i++) count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
  return count;
}

size_t mdq_utf8_encode(uint32_t c, char bytes[4]) {
  unsigned char *b = (unsigned char *)bytes;
  if (c < 0x80) return b[0] = (unsigned char)c, 1;
  if (c < 0x800) {
    b[0] = (unsigned char)(0xC0 | c >> 6);
    b[1] = (unsigned char)(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    b[0] = (unsigned char)(0xE0 | c >> 12);
    b[1] = (unsigned char)(0x80 | (c >> 6 & 0x3F));
    b[2] = (unsigned char)(0x80 | (c & 0x3F));
    return 3;
  }
  b[0] = (unsigned char)(0xF0 | c >> 18);
  b[1] = (unsigned char)(0x80 | (c >> 12 & 0x3F));
  b[2] = (unsigned char)(0x80 | (c >> 6 & 0x3F));
  b[3] = (unsigned char)(0x80 | (c & 0x3F));
  return 4;
}
