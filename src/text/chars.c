#include "text/chars.h"

#include "text/char_classes.h" /* made by compile_chars */

enum mdq_char_class mdq_char_class_of_other(uint32_t c) {
  if (c - MDQ_FORMS_FROM < sizeof forms) return (enum mdq_char_class)forms[c - MDQ_FORMS_FROM];
  return c - MDQ_SIGNS_FROM < sizeof signs ? (enum mdq_char_class)signs[c - MDQ_SIGNS_FROM] : mdq_char_class_by_icu(c);
}

size_t mdq_letters_of_form(uint32_t c, const uint16_t **letters) {
  if (!mdq_is_presentation_form(c)) return 0;
  const uint16_t *places = &form_letters_at[c - MDQ_FORMS_FROM];
  *letters = form_letters + places[0];
  return (size_t)(places[1] - places[0]);
}

char mdq_base_letter(uint32_t c) {
  if (c >= 'A' && c <= 'Z') return (char)(c - 'A' + 'a');
  if (c < 0x80) return c >= 'a' && c <= 'z' ? (char)c : '\0';
  if (c - MDQ_SIGNS_FROM < sizeof sign_letters) return (char)sign_letters[c - MDQ_SIGNS_FROM];
  return c - MDQ_MARKED_LETTERS_FROM < sizeof base_letters ? (char)base_letters[c - MDQ_MARKED_LETTERS_FROM] : mdq_base_letter_by_icu(c);
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
