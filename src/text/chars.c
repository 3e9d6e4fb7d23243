#include "text/chars.h"

#include "text/char_classes.h" /* made by compile_chars: of U+0000-07FF, and of U+2000-206F, quotation marks, dashes, the ellipsis */

enum mdq_char_class mdq_char_class_of_other(uint32_t c) {
  return c - MDQ_PUNCTUATION_FROM < sizeof punctuation ? (enum mdq_char_class)punctuation[c - MDQ_PUNCTUATION_FROM] : mdq_char_class_by_icu(c);
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
