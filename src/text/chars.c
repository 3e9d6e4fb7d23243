#include "text/chars.h"

#include <threads.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

/* White space by Unicode, less the line separators and NEL, which are no part of running text. */
static bool space_by_unicode(uint32_t c) {
  return c == '\t' || u_charType((UChar32)c) == U_SPACE_SEPARATOR;
}

static bool invisible_by_unicode(uint32_t c) {
  int8_t type = u_charType((UChar32)c);
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR;
}

static bool ornamental(uint32_t c) { /* Koranic marks, ﷲ-like ligature words and honorifics: signs, not letters */
  return (c >= 0xFDF0 && c <= 0xFDFF) || c == 0xFD3E || c == 0xFD3F;
}

static enum mdq_char_class class_by_unicode(uint32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  if (space_by_unicode(c)) return MDQ_CHAR_SPACE;
  if (c == 0x0640) return MDQ_CHAR_TATWEEL;
  if (c >= 0x0600 && c <= 0x0605) return MDQ_CHAR_PUNCT; /* number signs: format characters that are seen */
  if (invisible_by_unicode(c)) return MDQ_CHAR_INVISIBLE;
  if ((c >= 0x1F3FB && c <= 0x1F3FF) || (c > 0x2000 && c != 0x2122 && u_hasBinaryProperty((UChar32)c, UCHAR_EXTENDED_PICTOGRAPHIC)) ||
      (c >= 0x1F1E6 && c <= 0x1F1FF))
    return MDQ_CHAR_EMOJI;
  int8_t type = u_charType((UChar32)c);
  if (type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_ENCLOSING_MARK) return MDQ_CHAR_MARK;
  if (mdq_digit_value(c) >= 0) return MDQ_CHAR_DIGIT;
  if (u_isalpha((UChar32)c) || type == U_DECIMAL_DIGIT_NUMBER || type == U_LETTER_NUMBER) {
    if (ornamental(c)) return MDQ_CHAR_PUNCT;
    UScriptCode script = uscript_getScript((UChar32)c, &status);
    if (script == USCRIPT_ARABIC) return MDQ_CHAR_ARABIC;
    if (script == USCRIPT_LATIN) return c == 0xAA || c == 0xBA ? MDQ_CHAR_PUNCT : MDQ_CHAR_LATIN;
    return MDQ_CHAR_LETTER;
  }
  return type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR ? MDQ_CHAR_OTHER : MDQ_CHAR_PUNCT;
}

unsigned char mdq_char_classes[MDQ_CHARS_KNOWN];
static unsigned char punctuation[0x70]; /* U+2000-206F: quotation marks, dashes, the ellipsis */
static once_flag tables_filled = ONCE_FLAG_INIT;

static void fill_tables(void) {
  for (uint32_t c = 0; c < MDQ_CHARS_KNOWN; c++) mdq_char_classes[c] = (unsigned char)class_by_unicode(c);
  for (uint32_t i = 0; i < sizeof punctuation; i++) punctuation[i] = (unsigned char)class_by_unicode(0x2000 + i);
}

void mdq_chars_init(void) {
  call_once(&tables_filled, fill_tables);
}

enum mdq_char_class mdq_char_class_of_other(uint32_t c) {
  return c - 0x2000 < sizeof punctuation ? (enum mdq_char_class)punctuation[c - 0x2000] : class_by_unicode(c);
}

bool mdq_is_space(uint32_t c) {
  return mdq_char_class(c) == MDQ_CHAR_SPACE;
}

bool mdq_is_arabic_letter(uint32_t c) {
  return mdq_char_class(c) == MDQ_CHAR_ARABIC;
}

bool mdq_is_latin_letter(uint32_t c) {
  return mdq_char_class(c) == MDQ_CHAR_LATIN;
}

bool mdq_is_digit(uint32_t c) {
  return mdq_digit_value(c) >= 0;
}

int mdq_digit_value(uint32_t c) {
  if (c >= '0' && c <= '9') return (int)(c - '0');
  if (c >= 0x0660 && c <= 0x0669) return (int)(c - 0x0660);
  if (c >= 0x06F0 && c <= 0x06F9) return (int)(c - 0x06F0);
  return -1;
}

bool mdq_is_bidi_control(uint32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool mdq_is_bidi_mark(uint32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x061C;
}

bool mdq_is_opening_bracket(uint32_t c) {
  return c == '(' || c == '[' || c == '{';
}

bool mdq_is_closing_bracket(uint32_t c) {
  return c == ')' || c == ']' || c == '}';
}

bool mdq_is_quote(uint32_t c) {
  return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A;
}
