#include "arabic/numerals.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { MOST_DIGITS = 18 };

static unsigned system_of(uint32_t digit) {
  if (digit < 0x80) return MDQ_DIGITS_ASCII;
  return digit < 0x06F0 ? MDQ_DIGITS_ARABIC_INDIC : MDQ_DIGITS_PERSIAN;
}

static bool is_decimal_mark(uint32_t c) {
  return c == '.' || c == 0x066B;
}

static bool is_thousands_mark(uint32_t c) {
  return c == ',' || c == 0x066C;
}

/* All runs from `from` on hold three digits and the separators before them are of one kind. */
static bool grouped(const struct mdq_numeral *n, size_t from, size_t to, bool (*is_mark)(uint32_t)) {
  for (size_t i = from; i < to; i++)
    if (n->parts[i].digits != 3 || !is_mark(n->parts[i - 1].separator)) return false;
  return n->parts[0].digits <= 3;
}

static double fraction(const struct mdq_numeral *n, size_t part) {
  double value = (double)n->parts[part].value;
  for (unsigned i = 0; i < n->parts[part].digits; i++) value /= 10;
  return value;
}

static double whole(const struct mdq_numeral *n, size_t to) {
  double value = 0;
  for (size_t i = 0; i < to; i++) value = value * 1000 + (double)n->parts[i].value;
  return value;
}

static void find_value(struct mdq_numeral *n) {
  size_t last = n->part_count - 1;
  if (n->part_count > MDQ_NUMERAL_PARTS) return;
  for (size_t i = 0; i <= last; i++)
    if (n->parts[i].digits > MOST_DIGITS) return;
  n->has_value = true;
  if (last == 0) {
    n->value = (double)n->parts[0].value;
    return;
  }
  uint32_t final = n->parts[last - 1].separator;
  bool decimal = is_decimal_mark(final), thousands = is_thousands_mark(final);
  if (grouped(n, 1, last + 1, is_thousands_mark)) { /* 1,234,567 */
    n->value = whole(n, last + 1);
  } else if (last > 1 && grouped(n, 1, last + 1, is_decimal_mark)) { /* 1.234.567 */
    n->value = whole(n, last + 1);
  } else if ((decimal && grouped(n, 1, last, is_thousands_mark)) || (thousands && grouped(n, 1, last, is_decimal_mark)) ||
             (last == 1 && (decimal || thousands))) { /* 1,234.5  1.234,5  12.5 */
    n->value = whole(n, last) + fraction(n, last);
    n->ambiguous = last == 1 && final == '.' && n->parts[1].digits == 3 && n->parts[0].digits <= 3;
  } else {
    n->has_value = false;
  }
}

/* Nearly every number is digits of ASCII and nothing else: how many of these it begins with, at most MOST_DIGITS. */
static inline size_t read_ascii(struct mdq_span text, uint64_t *value) {
  size_t i = 0, end = text.len < MOST_DIGITS ? text.len : MOST_DIGITS;
  uint64_t read = 0;
  for (unsigned digit; i < end && (digit = (unsigned char)text.ptr[i] - (unsigned)'0') <= 9; i++) read = read * 10 + digit;
  *value = read;
  return i;
}

/* The same of Arabic-Indic digits: their bytes. */
static inline size_t read_arabic_indic(struct mdq_span text, uint64_t *value) {
  size_t i = 0, end = text.len < 2 * MOST_DIGITS ? text.len : 2 * MOST_DIGITS;
  uint64_t read = 0;
  for (unsigned digit; i + 1 < end && (unsigned char)text.ptr[i] == 0xD9 && (digit = (unsigned char)text.ptr[i + 1] - 0xA0u) <= 9; i += 2) read = read * 10 + digit;
  *value = read;
  return i;
}

static void begin_part(struct mdq_numeral *n) {
  if (n->part_count++ >= MDQ_NUMERAL_PARTS) return;
  n->parts[n->part_count - 1].value = 0;
  n->parts[n->part_count - 1].digits = n->parts[n->part_count - 1].separator = 0;
}

/* A run of digits of one kind, as nearly all are: its bytes. */
static inline size_t add_run(struct mdq_numeral *n, struct mdq_span text) {
  uint64_t value;
  unsigned system = MDQ_DIGITS_ASCII;
  size_t bytes = read_ascii(text, &value), digits = bytes;
  if (!bytes) {
    system = MDQ_DIGITS_ARABIC_INDIC;
    bytes = read_arabic_indic(text, &value);
    digits = bytes / 2;
  }
  if (!bytes) return 0;
  n->systems |= system;
  begin_part(n);
  if (n->part_count > MDQ_NUMERAL_PARTS) return bytes;
  n->parts[n->part_count - 1].value = value;
  n->parts[n->part_count - 1].digits = (unsigned)digits;
  return bytes;
}

static void add_digit(struct mdq_numeral *n, unsigned system, int digit) {
  n->systems |= system;
  if (n->part_count > MDQ_NUMERAL_PARTS) return;
  if (n->parts[n->part_count - 1].digits++ < MOST_DIGITS) n->parts[n->part_count - 1].value = n->parts[n->part_count - 1].value * 10 + (uint64_t)digit;
}

bool mdq_numeral_read(struct mdq_span text, struct mdq_numeral *n) {
  uint64_t value;
  n->ambiguous = n->has_value = false;
  n->systems = 0;
  n->part_count = 0;
  n->value = 0;
  if (text.len && read_ascii(text, &value) == text.len) {
    begin_part(n);
    n->parts[0].value = value;
    n->parts[0].digits = (unsigned)text.len;
    n->systems = MDQ_DIGITS_ASCII;
    n->has_value = true;
    n->value = (double)value;
    return true;
  }
  bool in_digits = false;
  for (size_t at = 0; at < text.len;) {
    size_t run = in_digits ? 0 : add_run(n, mdq_span_sub(text, at, text.len));
    if (run) {
      at += run;
      in_digits = true;
      continue;
    }
    uint32_t c = mdq_utf8_next(text, &at);
    int digit = mdq_digit_value(c);
    if (digit >= 0) {
      if (!in_digits) begin_part(n);
      add_digit(n, system_of(c), digit);
    } else {
      if (!in_digits) return false;
      if (n->part_count <= MDQ_NUMERAL_PARTS) n->parts[n->part_count - 1].separator = c;
    }
    in_digits = digit >= 0;
  }
  if (!in_digits) return false;
  find_value(n);
  return true;
}

unsigned mdq_numeral_systems(struct mdq_span text, unsigned *digits) {
  unsigned systems = 0;
  bool separated = false;
  *digits = 0;
  for (size_t at = 0; at < text.len;) {
    uint32_t c = mdq_utf8_next(text, &at);
    bool is_digit = mdq_digit_value(c) >= 0;
    if (is_digit) systems |= system_of(c);
    *digits += is_digit;
    separated = separated || !is_digit;
  }
  if (separated) *digits = 0;
  return systems;
}

bool mdq_numeral_whole(struct mdq_span text, unsigned *digits, uint64_t *value) {
  struct mdq_numeral n;
  size_t read = read_ascii(text, value);
  *digits = (unsigned)read;
  if (read == text.len) return read != 0;
  if (!(text.ptr[read] & 0x80) && !mdq_ascii_digit(text.ptr[read])) return false; /* 12.5 */
  if (!mdq_numeral_read(text, &n) || n.part_count != 1 || n.parts[0].digits > MOST_DIGITS) return false;
  *digits = n.parts[0].digits;
  *value = n.parts[0].value;
  return true;
}

static uint32_t mark_in(uint32_t c, enum mdq_digits system) {
  if (is_decimal_mark(c)) return system == MDQ_DIGITS_ASCII ? '.' : 0x066B;
  if (is_thousands_mark(c)) return system == MDQ_DIGITS_ASCII ? ',' : 0x066C;
  return c;
}

struct mdq_span mdq_numeral_in(struct mdq_arena *arena, struct mdq_span text, enum mdq_digits system) {
  uint32_t zero = system == MDQ_DIGITS_ASCII ? '0' : system == MDQ_DIGITS_ARABIC_INDIC ? 0x0660 : 0x06F0;
  struct mdq_numeral n;
  bool marks = mdq_numeral_read(text, &n) && n.has_value;
  struct mdq_buf out;
  mdq_buf_init(&out);
  for (size_t at = 0; at < text.len;) {
    uint32_t c = mdq_utf8_next(text, &at);
    int digit = mdq_digit_value(c);
    mdq_buf_addcp(&out, digit >= 0 ? zero + (uint32_t)digit : marks ? mark_in(c, system) : c);
  }
  if (out.failed) arena->failed = true;
  struct mdq_span copy = mdq_arena_copy(arena, mdq_buf_span(&out));
  mdq_buf_free(&out);
  return copy;
}
