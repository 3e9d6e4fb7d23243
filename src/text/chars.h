/* What a character is, for the tokeniser and the rules. Facts come from ICU; characters below U+0800, and general
   punctuation, are looked up in tables that ICU fills once. */
#ifndef MDQ_TEXT_CHARS_H
#define MDQ_TEXT_CHARS_H

#include <stdbool.h>
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

/* Fills the table; called by mdq_linter_new(), any number of times from any thread. Nothing below may be asked before. */
void mdq_chars_init(void);

enum { MDQ_CHARS_KNOWN = 0x800 };
extern unsigned char mdq_char_classes[MDQ_CHARS_KNOWN]; /* for mdq_char_class() */
enum mdq_char_class mdq_char_class_of_other(uint32_t code_point);

static inline enum mdq_char_class mdq_char_class(uint32_t code_point) {
  return code_point < MDQ_CHARS_KNOWN ? (enum mdq_char_class)mdq_char_classes[code_point] : mdq_char_class_of_other(code_point);
}

bool mdq_is_space(uint32_t c);        /* the space classes, and tab */
bool mdq_is_arabic_letter(uint32_t c);
bool mdq_is_latin_letter(uint32_t c);
bool mdq_is_digit(uint32_t c);        /* of the three digit systems */
int mdq_digit_value(uint32_t c);      /* 0-9, or -1 */
bool mdq_is_bidi_control(uint32_t c); /* U+202A-202E, U+2066-2069 */
bool mdq_is_bidi_mark(uint32_t c);    /* U+200E, 200F, 061C */
bool mdq_is_opening_bracket(uint32_t c);
bool mdq_is_closing_bracket(uint32_t c);
bool mdq_is_quote(uint32_t c);        /* " “ ” „ ‟ ‘ ’ ‚ ‛ « » ‹ › */

#endif
