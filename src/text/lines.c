#include "text/lines.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/bytes.h"
#include "text/utf8.h"

#ifdef __SSE2__
static inline __m128i load(const char *p) {
  return _mm_loadu_si128((const __m128i *)(const void *)p);
}

/* One of the 64 bytes from p on is a CR or below it: LF, or a control that is hardly ever there. */
static inline bool may_end_line(const char *p) {
  __m128i lowest = _mm_min_epu8(_mm_min_epu8(load(p), load(p + 16)), _mm_min_epu8(load(p + 32), load(p + 48)));
  return _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(lowest, _mm_set1_epi8('\r')), lowest));
}

/* The first LF or CR of the 16 bytes from p on; 16: there is none. */
static inline unsigned line_end_in_16(const char *p) {
  __m128i x = load(p), ends = _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8('\n')), _mm_cmpeq_epi8(x, _mm_set1_epi8('\r')));
  return (unsigned)__builtin_ctz((unsigned)_mm_movemask_epi8(ends) | 1u << 16);
}

/* The first LF or CR, or the end. */
static const char *find_line_end(const char *from, const char *end) {
  for (; end - from >= 64; from += 64) {
    if (!may_end_line(from)) continue;
    for (unsigned i = 0, at; i < 64; i += 16)
      if ((at = line_end_in_16(from + i)) < 16) return from + i + at;
  }
  for (unsigned at; end - from >= 16; from += 16)
    if ((at = line_end_in_16(from)) < 16) return from + at;
  while (from < end && *from != '\n' && *from != '\r') from++;
  return from;
}
#else
/* The first LF or CR, or the end. Both are sought in windows that grow, as a text may hold only one of the two:
   looking for the other to its end, line after line, would cost the square of its length. */
static const char *find_line_end(const char *from, const char *end) {
  for (size_t window = 64; from < end; window *= 2) {
    size_t len = (size_t)(end - from) < window ? (size_t)(end - from) : window;
    const char *lf = memchr(from, '\n', len);
    const char *cr = memchr(from, '\r', lf ? (size_t)(lf - from) : len);
    if (cr || lf) return cr ? cr : lf;
    from += len;
  }
  return end;
}
#endif

bool mdq_line_next(struct mdq_span text, size_t *at, struct mdq_span *line) {
  if (*at >= text.len) return false;
  const char *from = text.ptr + *at, *end = text.ptr + text.len;
  const char *stop = find_line_end(from, end);
  *line = mdq_span_of(from, (size_t)(stop - from));
  if (stop < end) stop += *stop == '\r' && stop + 1 < end && stop[1] == '\n' ? 2 : 1;
  *at = (size_t)(stop - text.ptr);
  return true;
}

struct mdq_cursor mdq_cursor_start(struct mdq_span text) {
  size_t offset = mdq_span_starts(text, MDQ_BOM) ? MDQ_BOM.len : 0;
  size_t line_end = text.len ? (size_t)(find_line_end(text.ptr + offset, text.ptr + text.len) - text.ptr) : 0;
  return (struct mdq_cursor){ .text = text, .offset = offset, .line = 1, .column = 1, .line_end = line_end };
}

/* How many of eight bytes are 10xxxxxx. */
static inline size_t continuing_in(uint64_t eight) {
  const uint64_t ones = 0x0101010101010101u;
  return (size_t)((eight >> 7 & ~eight >> 6 & ones) * ones >> 56);
}

static inline size_t continuing_in_8(const char *bytes) {
  return continuing_in(mdq_load8(bytes));
}

/* Of the last `count` bytes, less than eight, before `end`, before which eight can be read. */
static inline size_t continuing_before(const char *end, size_t count) {
  uint64_t eight = count ? mdq_load8(end - 8) : 0;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  return continuing_in(eight << (8 - count) % 8 * 8);
#else
  return continuing_in(eight >> (8 - count) % 8 * 8);
#endif
}

#ifdef __SSE2__
/* How many of the first len / 16 * 16 bytes are 10xxxxxx. */
static size_t count_continuing(const char *bytes, size_t len) {
  enum { MOST = 255 }; /* a byte holds the count of so many */
  size_t continuing = 0, i = 0;
  while (i + 16 <= len) {
    __m128i counts = _mm_setzero_si128();
    for (size_t n = 0; n < MOST && i + 16 <= len; n++, i += 16) {
      counts = _mm_sub_epi8(counts, _mm_cmplt_epi8(load(bytes + i), _mm_set1_epi8((char)0xC0))); /* as signed numbers */
    }
    __m128i sums = _mm_sad_epu8(counts, _mm_setzero_si128());
    continuing += (size_t)(_mm_cvtsi128_si32(sums) + _mm_extract_epi16(sums, 4));
  }
  return continuing;
}
#else
static size_t count_continuing(const char *bytes, size_t len) {
  size_t continuing = 0;
  for (size_t i = 0; i < len / 16 * 16; i += 8) continuing += continuing_in_8(bytes + i);
  return continuing;
}
#endif

/* How many characters begin in the bytes [from, to): those bytes that are not 10xxxxxx. */
static size_t count_characters(const char *bytes, size_t from, size_t to) {
  size_t rest = from + (to - from) / 16 * 16;
  size_t continuing = count_continuing(bytes + from, rest - from);
  for (; rest + 8 <= to; rest += 8) continuing += continuing_in_8(bytes + rest);
  if (to >= 8) return to - from - continuing - continuing_before(bytes + to, to - rest);
  for (; rest < to; rest++) continuing += ((unsigned char)bytes[rest] & 0xC0) == 0x80;
  return to - from - continuing;
}

/* From finding to finding it is mostly a step in the same line. */
void mdq_cursor_advance(struct mdq_cursor *cursor, size_t offset) {
  if (offset <= cursor->line_end && offset >= cursor->offset) {
    cursor->column += count_characters(cursor->text.ptr, cursor->offset, offset);
    cursor->offset = offset;
    return;
  }
  const char *bytes = cursor->text.ptr;
  size_t stop = offset < cursor->text.len ? offset : cursor->text.len, i = cursor->offset;
  while (i < stop) {
    if (cursor->line_end < i) cursor->line_end = (size_t)(find_line_end(bytes + i, bytes + cursor->text.len) - bytes);
    size_t end = cursor->line_end < stop ? cursor->line_end : stop;
    bool ends_line = end < stop && (bytes[end] == '\n' || !(end + 1 < cursor->text.len && bytes[end + 1] == '\n'));
    if (!ends_line) cursor->column += count_characters(bytes, i, end);
    i = end;
    if (i == stop) break;
    i++;
    if (!ends_line) continue; /* the CR of CRLF */
    cursor->line++;
    cursor->column = 1;
  }
  if (offset > cursor->offset) cursor->offset = offset;
}
