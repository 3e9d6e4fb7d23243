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
  return (struct mdq_cursor){ .text = text, .offset = mdq_span_starts(text, MDQ_BOM) ? MDQ_BOM.len : 0, .line = 1, .column = 1 };
}

static const uint64_t ones = 0x0101010101010101u;

/* Some of the eight bytes is that one (and sometimes if none is: then it is looked at more closely). */
static bool may_hold(uint64_t bytes, unsigned char byte) {
  uint64_t difference = bytes ^ ones * byte;
  return ((difference - ones) & ~difference & ones * 0x80) != 0;
}

/* How many of the eight bytes begin a character: those that are not 10xxxxxx. */
static size_t count_characters(uint64_t bytes) {
  uint64_t continuing = bytes >> 7 & ~bytes >> 6 & ones;
  return 8 - (size_t)(continuing * ones >> 56);
}

void mdq_cursor_advance(struct mdq_cursor *cursor, size_t offset) {
  const char *bytes = cursor->text.ptr;
  size_t i = cursor->offset;
  for (; i < offset && i < cursor->text.len; i++) {
    for (uint64_t eight; i + 8 <= offset && i + 8 <= cursor->text.len; i += 8) {
      eight = mdq_load8(bytes + i);
      if (may_hold(eight, '\n') || may_hold(eight, '\r')) break;
      cursor->column += count_characters(eight);
    }
    if (i == offset || i == cursor->text.len) break;
    unsigned char c = (unsigned char)bytes[i];
    bool ends_line = c == '\n' || (c == '\r' && !(i + 1 < cursor->text.len && bytes[i + 1] == '\n'));
    if (ends_line) {
      cursor->line++;
      cursor->column = 1;
    } else if ((c & 0xC0) != 0x80 && c != '\r') {
      cursor->column++;
    }
  }
  if (offset > cursor->offset) cursor->offset = offset;
}
