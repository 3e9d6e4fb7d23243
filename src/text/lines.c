#include "text/lines.h"

#include "base/bytes.h"
#include "text/utf8.h"

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

/* How many characters begin in the bytes [from, to): those bytes that are not 10xxxxxx. */
static size_t count_characters(const char *bytes, size_t from, size_t to) {
  enum { MOST = 255 }; /* a byte holds the count of so many */
  const uint64_t ones = 0x0101010101010101u, low = 0x00FF00FF00FF00FFu;
  size_t continuing = 0, i = from;
  while (i + 8 <= to) {
    uint64_t counts = 0;
    for (size_t n = 0; n < MOST && i + 8 <= to; n++, i += 8) {
      uint64_t eight = mdq_load8(bytes + i);
      counts += eight >> 7 & ~eight >> 6 & ones;
    }
    continuing += (size_t)(((counts & low) + (counts >> 8 & low)) * 0x0001000100010001u >> 48);
  }
  for (; i < to; i++) continuing += ((unsigned char)bytes[i] & 0xC0) == 0x80;
  return to - from - continuing;
}

void mdq_cursor_advance(struct mdq_cursor *cursor, size_t offset) {
  const char *bytes = cursor->text.ptr;
  size_t stop = offset < cursor->text.len ? offset : cursor->text.len, i = cursor->offset;
  while (i < stop) {
    if (cursor->line_end < i) cursor->line_end = (size_t)(find_line_end(bytes + i, bytes + cursor->text.len) - bytes);
    size_t end = cursor->line_end < stop ? cursor->line_end : stop;
    cursor->column += count_characters(bytes, i, end);
    i = end;
    if (i == stop) break;
    bool ends_line = bytes[i] == '\n' || !(i + 1 < cursor->text.len && bytes[i + 1] == '\n');
    i++;
    if (!ends_line) continue; /* the CR of CRLF */
    cursor->line++;
    cursor->column = 1;
  }
  if (offset > cursor->offset) cursor->offset = offset;
}
