#include "text/normalize.h"

#include "base/buf.h"
#include "text/chars.h"
#include "text/icu.h"
#include "text/utf8.h"
#include "text/word.h"

static uint32_t standard_letter(uint32_t c) {
  switch (c) {
    case 0x06CC: return 0x064A;                           /* ی */
    case 0x06A9: return 0x0643;                           /* ک */
    case 0x06C1: case 0x06BE: case 0x06D5: return 0x0647; /* ہ ھ ە */
    case 0x06D2: return 0x064A;                           /* ے */
    default: return c;
  }
}

static bool dropped_in_v1(uint32_t c) {
  return c == 0x0640 || (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || c == 0x2060 || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0x00AD;
}

static uint32_t v2_letter(uint32_t c) {
  switch (c) {
    case 0x0623: case 0x0625: case 0x0622: case 0x0671: return 0x0627; /* أ إ آ ٱ */
    case 0x0649: return 0x064A;                                        /* ى */
    case 0x0629: return 0x0647;                                        /* ة */
    case 0x0624: return 0x0648;                                        /* ؤ */
    case 0x0626: return 0x064A;                                        /* ئ */
    default: {
      int digit = c > 0x7F ? mdq_digit_value(c) : -1;
      return digit < 0 ? c : '0' + (uint32_t)digit;
    }
  }
}

static void add_utf16(struct mdq_buf *out, const UChar *units, int32_t length) {
  for (int32_t i = 0; i < length; i++) {
    uint32_t c = units[i];
    if (U16_IS_LEAD(c) && i + 1 < length) c = (uint32_t)U16_GET_SUPPLEMENTARY(c, units[++i]);
    mdq_buf_addcp(out, c);
  }
}

/* Vowel signs drawn on a space or a tatweel. */
static bool is_isolated_mark(uint32_t c) {
  return (c >= 0xFE70 && c <= 0xFE7F) || (c >= 0xFC5E && c <= 0xFC63) || (c >= 0xFCF2 && c <= 0xFCF4);
}

static void add_letters_of_form(struct mdq_buf *out, uint32_t c, bool marks) {
  const uint16_t *letters = NULL;
  size_t count = mdq_letters_of_form(c, &letters);
  if (!count) mdq_buf_addcp(out, c);
  for (size_t i = 0; i < count; i++) {
    bool carrier = (letters[i] == ' ' || letters[i] == 0x0640) && is_isolated_mark(c); /* in a word the mark sits on its letter */
    if (!carrier && (marks || !dropped_in_v1(letters[i]))) mdq_buf_addcp(out, standard_letter(letters[i]));
  }
}

/* Text that holds combining hamza or madda (U+0653-0655) may compose; nothing else in Arabic does. */
static bool may_compose(struct mdq_span text) {
  for (size_t i = 0; i + 1 < text.len; i++)
    if ((unsigned char)text.ptr[i] == 0xD9 && (unsigned char)text.ptr[i + 1] >= 0x93 && (unsigned char)text.ptr[i + 1] <= 0x95) return true;
  return false;
}

/* What hamza or madda makes of the letter before it; 0: nothing else. */
static uint32_t composed_letter(uint32_t letter, uint32_t mark) {
  static const struct { uint16_t letter, mark, composed; } composites[] = {
    { 0x0627, 0x0653, 0x0622 }, { 0x0627, 0x0654, 0x0623 }, { 0x0627, 0x0655, 0x0625 }, { 0x0648, 0x0654, 0x0624 }, { 0x064A, 0x0654, 0x0626 },
  };
  for (size_t i = 0; i < sizeof composites / sizeof *composites; i++)
    if (composites[i].letter == letter && composites[i].mark == mark) return composites[i].composed;
  return 0;
}

/* Of a word that has no other marks, and these on plain letters: nearly all are so. False: it is another one. */
static bool add_composed(struct mdq_buf *out, struct mdq_span text) {
  for (size_t at = 0; at < text.len;) {
    uint32_t letter = mdq_utf8_next(text, &at), mark = at < text.len ? mdq_utf8_at(text, at) : 0;
    if (letter < 0x0621 || letter > 0x064A) return false;
    bool marked = mark >= 0x0653 && mark <= 0x0655;
    if (marked && letter >= 0x0622 && letter <= 0x0626) return false; /* it has a hamza or madda already */
    uint32_t composed = marked ? composed_letter(letter, mark) : 0;
    mdq_buf_addcp(out, composed ? composed : letter);
    if (!marked) continue;
    mdq_utf8_next(text, &at);
    if (!composed) mdq_buf_addcp(out, mark);
  }
  return true;
}

static void add_nfc(struct mdq_buf *out, struct mdq_span text) {
  size_t before = out->len;
  if (add_composed(out, text)) return;
  out->len = before;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = mdq_icu()->nfc(&status);
  UChar from[256], to[256];
  int32_t length = 0;
  mdq_icu()->from_utf8(from, 256, &length, text.ptr, (int32_t)(text.len > 4096 ? 4096 : text.len), &status);
  int32_t composed = mdq_icu()->normalize(nfc, from, length, to, 256, &status);
  if (U_FAILURE(status)) mdq_buf_add(out, text); /* absurdly long words stay as they are */
  else add_utf16(out, to, composed);
}

static struct mdq_span finish(struct mdq_arena *arena, struct mdq_buf *out, struct mdq_span text) {
  if (out->failed) arena->failed = true;
  struct mdq_span result = mdq_span_eq(mdq_buf_span(out), text) ? text : mdq_arena_copy(arena, mdq_buf_span(out));
  mdq_buf_free(out);
  return result;
}

struct mdq_span mdq_compose(struct mdq_arena *arena, struct mdq_span word) {
  struct mdq_buf out;
  mdq_buf_init(&out);
  add_nfc(&out, word);
  return finish(arena, &out, word);
}

struct mdq_span mdq_standard_letters(struct mdq_arena *arena, struct mdq_span text) {
  struct mdq_buf out;
  mdq_buf_init(&out);
  for (size_t at = 0; at < text.len;) {
    uint32_t c = mdq_utf8_next(text, &at);
    if (mdq_is_presentation_form(c)) add_letters_of_form(&out, c, true);
    else mdq_buf_addcp(&out, standard_letter(c));
  }
  return finish(arena, &out, text);
}

struct mdq_span mdq_normalize_v1(struct mdq_arena *arena, struct mdq_span text) {
  if (mdq_plain_letters_end(text, 0) == text.len) return text;
  struct mdq_buf composed, out;
  mdq_buf_init(&composed);
  mdq_buf_init(&out);
  struct mdq_span from = text;
  if (may_compose(text)) {
    add_nfc(&composed, text);
    from = mdq_buf_span(&composed);
  }
  for (size_t at = 0; at < from.len;) {
    uint32_t c = mdq_utf8_next(from, &at);
    if (dropped_in_v1(c)) continue;
    if (mdq_is_presentation_form(c)) add_letters_of_form(&out, c, false);
    else mdq_buf_addcp(&out, standard_letter(c));
  }
  struct mdq_span result = finish(arena, &out, text);
  mdq_buf_free(&composed);
  return result;
}

/* The letters from U+0600 and from U+0640 on that V2 folds, as bits: آ أ ؤ إ ئ ة, and ى. */
static const uint64_t folded_letters[2] = { UINT64_C(0x027C) << 32, UINT64_C(1) << 9 };

static bool is_folded(const char *letter) {
  return folded_letters[letter[0] & 1] >> (letter[1] & 63) & 1;
}

size_t mdq_plain_letters_unfolded(struct mdq_span text) {
  size_t at = 0;
  while (at < text.len && !is_folded(text.ptr + at)) at += 2;
  return at;
}

void mdq_fold_plain_letters(struct mdq_span text, char *folded) {
  memcpy(folded, text.ptr, text.len);
  for (size_t at = mdq_plain_letters_unfolded(text); at < text.len; at += 2)
    if (is_folded(folded + at)) mdq_utf8_encode(v2_letter(mdq_utf8_at(text, at)), folded + at);
}

static struct mdq_span fold(struct mdq_arena *arena, struct mdq_span text) {
  char *folded = mdq_plain_letters_unfolded(text) < text.len ? mdq_arena_room(arena, text.len + 1) : NULL;
  if (!folded) return text;
  mdq_fold_plain_letters(text, folded);
  folded[text.len] = '\0';
  return mdq_span_of(folded, text.len);
}

struct mdq_span mdq_normalize_v2(struct mdq_arena *arena, struct mdq_span text) {
  if (mdq_plain_letters_end(text, 0) == text.len) return fold(arena, text);
  struct mdq_span v1 = mdq_normalize_v1(arena, text);
  struct mdq_buf out;
  mdq_buf_init(&out);
  for (size_t at = 0; at < v1.len;) mdq_buf_addcp(&out, v2_letter(mdq_utf8_next(v1, &at)));
  return finish(arena, &out, v1);
}
