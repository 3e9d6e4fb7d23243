/* What a character is, for the tokeniser and the rules. Facts come from ICU; characters below U+0800, general
   punctuation and signs (currencies, arrows, ...), Arabic presentation forms, and the marked letters of Latin names are looked up in tables
   that ICU fills when the program is built. */
#ifndef MDQ_TEXT_CHARS_H
#define MDQ_TEXT_CHARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum mdq_char_class {
  MDQ_CHAR_OTHER = 0, /* unassigned, private use */
  MDQ_CHAR_ARABIC,    /* letter of the Arabic script, presentation forms included */
  MDQ_CHAR_MARK,      /* combining mark, tatweel excluded */
  MDQ_CHAR_TATWEEL,
  MDQ_CHAR_LATIN,
  MDQ_CHAR_LETTER,    /* a letter of any other script */
  MDQ_CHAR_DIGIT,     /* ASCII, Arabic-Indic, Persian; other scripts' digits are LETTER */
  MDQ_CHAR_SPACE,     /* white space, no-break and fixed-width spaces included; no line ends */
  MDQ_CHAR_INVISIBLE, /* controls, soft hyphen, zero-width characters, directional marks and embeddings */
  MDQ_CHAR_PUNCT,     /* punctuation and symbols */
  MDQ_CHAR_EMOJI
};

enum { MDQ_CHARS_KNOWN = 0x800, MDQ_SIGNS_FROM = 0x2000, MDQ_SIGNS_TO = 0x2800, MDQ_FORMS_FROM = 0xFB50, MDQ_FORMS_TO = 0xFF00 };
extern const unsigned char mdq_char_classes[MDQ_CHARS_KNOWN]; /* for mdq_char_class() */
enum mdq_char_class mdq_char_class_of_other(uint32_t code_point);
enum mdq_char_class mdq_char_class_by_icu(uint32_t code_point); /* for the tables, and what they lack */

static inline enum mdq_char_class mdq_char_class(uint32_t code_point) {
  return code_point < MDQ_CHARS_KNOWN ? (enum mdq_char_class)mdq_char_classes[code_point] : mdq_char_class_of_other(code_point);
}

static inline int mdq_digit_value(uint32_t c) { /* 0-9, or -1 */
  if (c >= '0' && c <= '9') return (int)(c - '0');
  if (c >= 0x0660 && c <= 0x0669) return (int)(c - 0x0660);
  if (c >= 0x06F0 && c <= 0x06F9) return (int)(c - 0x06F0);
  return -1;
}

bool mdq_is_space(uint32_t c);        /* the space classes, and tab */
bool mdq_is_arabic_letter(uint32_t c);
bool mdq_is_latin_letter(uint32_t c);
bool mdq_is_digit(uint32_t c);        /* of the three digit systems */
bool mdq_is_bidi_control(uint32_t c); /* U+202A-202E, U+2066-2069 */
bool mdq_is_bidi_mark(uint32_t c);    /* U+200E, 200F, 061C */
bool mdq_is_opening_bracket(uint32_t c);
bool mdq_is_closing_bracket(uint32_t c);
bool mdq_is_quote(uint32_t c);        /* " “ ” „ ‟ ‘ ’ ‚ ‛ « » ‹ › */

/* The Latin letter without its marks, in lower case: é→e, ł→l; of a sign for two letters the first; '\0' for what is no Latin letter. */
char mdq_base_letter(uint32_t code_point);
enum { MDQ_MARKED_LETTERS_FROM = 0x80, MDQ_MARKED_LETTERS_TO = 0x250 };
char mdq_base_letter_by_icu(uint32_t code_point); /* of what is not ASCII, for the table, and what it lacks */

/* The letters that a presentation form, U+FB50-FDFF or U+FE70-FEFC, stands for: its compatibility decomposition. Returns how many; 0: none. */
enum { MDQ_MOST_LETTERS_OF_FORM = 18 /* ﷺ */ };
size_t mdq_letters_of_form(uint32_t code_point, const uint16_t **letters);
size_t mdq_letters_of_form_by_icu(uint32_t code_point, uint16_t letters[MDQ_MOST_LETTERS_OF_FORM]); /* for the table */

static inline bool mdq_is_presentation_form(uint32_t c) {
  return (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

#endif
