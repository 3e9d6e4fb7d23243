#include "output/visible.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/bytes.h"
#include "text/chars.h"
#include "text/icu.h"
#include "text/utf8.h"
#include "text/word.h"

bool mdq_is_unprintable(uint32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool mdq_is_unseen(uint32_t c) {
  if (mdq_is_unprintable(c)) return true;
  return c > 0x7F && (mdq_is_space(c) || mdq_icu()->char_type((UChar32)c) == U_FORMAT_CHAR);
}

void mdq_add_code_point_name(struct mdq_buf *buf, uint32_t code_point) {
  mdq_buf_printf(buf, "<U+%04X>", (unsigned)code_point);
}

/* Eight printable characters of ASCII: no byte is below a space, none is DEL, and none has the top bit. */
static bool are_printable(const char *bytes) {
  const uint64_t ones = 0x0101010101010101u;
  uint64_t eight = mdq_load8(bytes);
  return !((eight | (eight - ones * 0x20) | (eight + ones)) & ones * 0x80);
}

/* Skips printable ASCII and the letters that have no look-alike among what is named. */
static size_t skip_plain(struct mdq_span text, size_t at) {
  while (at < text.len) {
    size_t from = at;
    while (at + 8 <= text.len && are_printable(text.ptr + at)) at += 8;
    while (at < text.len && text.ptr[at] >= 0x20 && text.ptr[at] < 0x7F) at++;
    at = mdq_plain_letters_end(text, at);
    if (at == from) break;
  }
  return at;
}

/* A byte that may begin what is unprintable: controls, U+0080-00BF, U+2xxx whose last byte is that of U+2026 or above. */
static bool may_be_unprintable(struct mdq_span text, size_t at) {
  unsigned char byte = (unsigned char)text.ptr[at];
  if (byte == 0xE2) return at + 2 < text.len && (unsigned char)text.ptr[at + 2] >= 0xA6;
  return byte < 0x20 || byte == 0x7F || byte == 0xC2;
}

#ifdef __SSE2__
/* The same of the 16 bytes from p on, behind which two more can be read, as bits. */
static unsigned may_be_unprintable_in_16(const char *p) {
  __m128i here = _mm_loadu_si128((const __m128i *)(const void *)p), third = _mm_loadu_si128((const __m128i *)(const void *)(p + 2));
  __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(here, _mm_set1_epi8(0x1F)), here);
  __m128i two = _mm_or_si128(_mm_cmpeq_epi8(here, _mm_set1_epi8(0x7F)), _mm_cmpeq_epi8(here, _mm_set1_epi8((char)0xC2)));
  __m128i above = _mm_cmpeq_epi8(_mm_max_epu8(third, _mm_set1_epi8((char)0xA6)), third);
  __m128i three = _mm_and_si128(_mm_cmpeq_epi8(here, _mm_set1_epi8((char)0xE2)), above);
  return (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(control, two), three));
}
#endif

static size_t skip_printable(struct mdq_span text, size_t at) {
#ifdef __SSE2__
  enum { NEEDED = 18 };
  for (; at + NEEDED <= text.len; at += 16) {
    unsigned found = may_be_unprintable_in_16(text.ptr + at);
    if (found) return at + (size_t)__builtin_ctz(found);
  }
  if (text.len >= NEEDED && at + 2 < text.len) { /* what is left, together with some of what has been seen */
    size_t from = text.len - NEEDED;
    unsigned found = may_be_unprintable_in_16(text.ptr + from) >> (at - from);
    if (found) return at + (size_t)__builtin_ctz(found);
    at = text.len - 2;
  }
#endif
  while (at < text.len && !may_be_unprintable(text, at)) at++;
  return at;
}

/* `skip` passes over what is surely not named. */
static void add_valid(struct mdq_buf *buf, struct mdq_span text, size_t (*skip)(struct mdq_span, size_t), bool (*named)(uint32_t)) {
  size_t done = 0;
  for (size_t at = 0; (at = skip(text, at)) < text.len;) {
    size_t from = at;
    uint32_t c = mdq_utf8_next(text, &at);
    if (!named(c)) continue;
    mdq_buf_add(buf, mdq_span_sub(text, done, from));
    mdq_add_code_point_name(buf, c);
    done = at;
  }
  mdq_buf_add(buf, mdq_span_sub(text, done, text.len));
}

void mdq_add_printable(struct mdq_buf *buf, struct mdq_span text) {
  add_valid(buf, text, skip_printable, mdq_is_unprintable);
}

void mdq_add_visible(struct mdq_buf *buf, struct mdq_span text) {
  for (;;) {
    size_t valid = mdq_utf8_valid_prefix(text);
    mdq_add_printable(buf, mdq_span_sub(text, 0, valid));
    if (valid == text.len) return;
    mdq_buf_addcp(buf, 0xFFFD);
    text = mdq_span_sub(text, valid + 1, text.len);
  }
}

bool mdq_is_combining(uint32_t c) {
  return c >= 0x300 && (U_MASK(mdq_icu()->char_type((UChar32)c)) & U_GC_M_MASK);
}

void mdq_add_spelled_out(struct mdq_buf *buf, struct mdq_span text) {
  if (mdq_is_combining(mdq_utf8_at(text, 0))) mdq_buf_addcp(buf, 0x25CC);
  add_valid(buf, text, skip_plain, mdq_is_unseen);
}
