/* Numbers written in figures: what a NUM token is worth and in which digits it is written.

   Three digit systems occur in Arabic text. The decimal mark is . or ٫ and the thousands mark , or ٬; the
   Maghreb writes 1.234,5 the other way round. */
#ifndef MDQ_ARABIC_NUMERALS_H
#define MDQ_ARABIC_NUMERALS_H

#include <stdint.h>

#include "base/arena.h"

enum mdq_digits {
  MDQ_DIGITS_ASCII = 1 << 0,        /* 0-9 */
  MDQ_DIGITS_ARABIC_INDIC = 1 << 1, /* ٠-٩ */
  MDQ_DIGITS_PERSIAN = 1 << 2       /* ۰-۹ */
};

enum { MDQ_NUMERAL_PARTS = 5 };

struct mdq_numeral {
  unsigned systems;  /* OR of mdq_digits */
  size_t part_count; /* runs of digits between separators; only the first MDQ_NUMERAL_PARTS are kept; `parts` of more are not set */
  struct {
    uint64_t value;  /* at most 18 digits are read */
    unsigned digits;
    uint32_t separator; /* behind this run, 0 after the last one */
  } parts[MDQ_NUMERAL_PARTS];
  bool has_value;    /* false: a clock time, a date, a fraction, a version */
  bool ambiguous;    /* 1.234, which is 1234 in the Maghreb */
  double value;
};

/* The value of a number of which the tokens tell that it is plain: digits of ASCII, few enough. */
static inline uint64_t mdq_plain_number(struct mdq_span text) {
  uint64_t value = 0;
  for (size_t i = 0; i < text.len; i++) value = value * 10 + ((unsigned char)text.ptr[i] - (unsigned)'0');
  return value;
}

/* Reads the text of a NUM token: digits, with single separators between them. False if it is anything else. */
bool mdq_numeral_read(struct mdq_span text, struct mdq_numeral *numeral);

/* In which digits the text of a NUM token is written, and how many they are; 0: there are separators. */
unsigned mdq_numeral_systems(struct mdq_span text, unsigned *digits);

/* True if the text is a whole number without separators; *value is then that number. */
bool mdq_numeral_whole(struct mdq_span text, unsigned *digits, uint64_t *value);

/* The number in other digits; its decimal and thousands marks follow the digits where it has a value. */
struct mdq_span mdq_numeral_in(struct mdq_arena *arena, struct mdq_span text, enum mdq_digits system);

#endif
