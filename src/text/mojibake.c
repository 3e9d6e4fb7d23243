#include "text/mojibake.h"

#include "base/buf.h"
#include "text/utf8.h"

/* Bytes 0x80-0x9F of the two code pages; 0: not assigned, and seen as the control character of that number. */
static const uint16_t high_1252[32] = {
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
  0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};
static const uint16_t high_1256[32] = {
  0x20AC, 0x067E, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0679, 0x2039, 0x0152, 0x0686, 0x0698, 0x0688,
  0x06AF, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x06A9, 0x2122, 0x0691, 0x203A, 0x0153, 0x200C, 0x200D, 0x06BA,
};

/* The byte that a code page shows as c, or -1. Of 1256 only what UTF-8 of Arabic is made of: leading D8, D9 and all trailing bytes. */
static int byte_of(uint32_t c, bool arabic) {
  const uint16_t *high = arabic ? high_1256 : high_1252;
  for (int i = 0; i < 32; i++)
    if (high[i] == c) return 0x80 + i;
  if (c >= 0x80 && c < 0xA0) return (int)c;
  if (!arabic) return c >= 0xA0 && c <= 0xFF ? (int)c : -1;
  switch (c) {
    case 0x060C: return 0xA1;
    case 0x06BE: return 0xAA;
    case 0x061B: return 0xBA;
    case 0x061F: return 0xBF;
    case 0x0637: return 0xD8;
    case 0x0638: return 0xD9;
    default: return c >= 0xA0 && c < 0xC0 ? (int)c : -1;
  }
}

/* Leading bytes of what Arabic news holds: Latin-1 and Arabic letters (two bytes), general punctuation (three). */
static size_t length_by_lead(int byte, bool arabic) {
  if (byte >= 0xD8 && byte <= (arabic ? 0xD9 : 0xDB)) return 2;
  if (arabic) return 0;
  return byte == 0xC2 || byte == 0xC3 ? 2 : byte == 0xE2 ? 3 : 0;
}

/* One character of the original at `at`: its bytes, and the end of what shows them; 0 if there is none. */
static size_t one_character(struct mdq_span text, size_t at, bool arabic, char bytes[3], size_t *end) {
  size_t length = 0;
  for (size_t i = 0; i == 0 || i < length; i++) {
    if (at >= text.len) return 0;
    int byte = byte_of(mdq_utf8_next(text, &at), arabic);
    if (i == 0) length = length_by_lead(byte, arabic);
    else if (byte < 0x80 || byte > 0xBF) return 0;
    if (!length) return 0;
    bytes[i] = (char)byte;
  }
  *end = at;
  return length;
}

static bool is_lone_lead(uint32_t c) { /* Ø Ù: the byte behind was one that Windows-1252 does not show */
  return c == 0xD8 || c == 0xD9;
}

static size_t stretch(struct mdq_span text, size_t from, bool arabic, struct mdq_buf *decoded, size_t *characters, bool *lost) {
  size_t at = from, end = from;
  char bytes[3];
  *characters = 0;
  *lost = false;
  while (at < text.len) {
    size_t length = one_character(text, at, arabic, bytes, &at);
    if (length) {
      mdq_buf_add(decoded, mdq_span_of(bytes, length));
      ++*characters;
      end = at;
    } else if (*characters && text.ptr[at] == ' ') {
      mdq_buf_addc(decoded, ' ');
      at++;
    } else if (*characters && !arabic && is_lone_lead(mdq_utf8_at(text, at))) {
      mdq_utf8_next(text, &at);
      end = at;
      *lost = true;
    } else {
      break;
    }
  }
  while (decoded->len && decoded->ptr[decoded->len - 1] == ' ') decoded->len--;
  return end;
}

/* How many characters in a row make it certain: «فقط،» looks like one of 1256, and Ø§ alone may be a sign. */
static size_t enough(uint32_t lead, bool arabic) {
  if (arabic) return 3;
  return lead == 0xC2 || lead == 0xC3 || lead == 0xE2 ? 1 : 2;
}

bool mdq_mojibake_next(struct mdq_arena *arena, struct mdq_span text, size_t from, struct mdq_mojibake *found) {
  struct mdq_buf decoded;
  mdq_buf_init(&decoded);
  bool any = false;
  for (size_t at = from; at < text.len && !any;) {
    size_t start = at;
    uint32_t c = mdq_utf8_next(text, &at);
    bool arabic = c == 0x0637 || c == 0x0638;
    if (!arabic && !length_by_lead((int)c, false)) continue;
    size_t characters;
    bool lost;
    mdq_buf_clear(&decoded);
    size_t end = stretch(text, start, arabic, &decoded, &characters, &lost);
    any = characters >= enough(c, arabic);
    if (any) *found = (struct mdq_mojibake){ start, end, lost ? mdq_span_of(NULL, 0) : mdq_arena_copy(arena, mdq_buf_span(&decoded)) };
  }
  if (decoded.failed) arena->failed = true;
  mdq_buf_free(&decoded);
  return any;
}
