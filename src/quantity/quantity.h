/* The quantities of a text, in Arabic or in English: what each number says, however it is written.

   One reading of numbers serves all rules. Figures in three digit systems, number words in every inflection, duals
   («عامان»), magnitudes («نصف مليون», $1.2bn), fractions and vague ones («آلاف») come out as the same structure, so that
   a draft can be compared with its source. Sources of the facts: linguistics.md §3; units and number words are data in
   dicts/numbers/. */
#ifndef MDQ_QUANTITY_QUANTITY_H
#define MDQ_QUANTITY_QUANTITY_H

#include "base/arena.h"
#include "text/segment.h"

enum mdq_quantity_kind {
  MDQ_QUANTITY_PLAIN,      /* a count or a measure; `unit` says of what, where that is a known unit */
  MDQ_QUANTITY_PERCENT,    /* 40 %, «40 في المئة», per cent; percentage points are PLAIN of the unit "percentage-point" */
  MDQ_QUANTITY_MONEY,      /* unit: the currency */
  MDQ_QUANTITY_YEAR,       /* 2023, the year of a date as well; Hijri years have the unit "hijri" */
  MDQ_QUANTITY_CLOCK,      /* value: minutes since midnight */
  MDQ_QUANTITY_ORDINAL,    /* «الثالث», third, 3rd */
  MDQ_QUANTITY_DECADE,     /* value: its first year, or 80 where the century is not said */
  MDQ_QUANTITY_CENTURY,    /* value: 21 */
  MDQ_QUANTITY_IDENTIFIER, /* part of a name, a telephone number, a version, a flight: F-35, S&P 500, «القناة 12» */
  MDQ_QUANTITY_VAGUE       /* «آلاف», dozens: value is the magnitude */
};

/* Two numbers of one range or score stand in the list one after the other. */
enum mdq_quantity_part {
  MDQ_QUANTITY_WHOLE,
  MDQ_QUANTITY_RANGE_FROM, MDQ_QUANTITY_RANGE_TO, /* 5-8, «من 5 إلى 8», between 5 and 8 */
  MDQ_QUANTITY_SCORE_ONE, MDQ_QUANTITY_SCORE_OTHER /* 3-1 */
};

struct mdq_number_phrase; /* quantity/phrase.h */
struct mdq_unit; /* a row of dicts/numbers/units.tsv: quantity/units.h */

struct mdq_quantity {
  uint32_t first, last;  /* its tokens, with its unit where that stands beside it */
  uint32_t start, end;   /* bytes of the number alone in the segment's text: digits or words, magnitude included */
  uint16_t kind;         /* enum mdq_quantity_kind */
  uint16_t part;         /* enum mdq_quantity_part */
  double value;          /* in units as written, magnitude applied: «1.2 مليار» is 1.2e9, 1.2 % is 1.2 */
  double step;           /* worth of the last figure that was written: 1e8 for 1.2 billion; 0: exact, spelled out small */
  const struct mdq_unit *unit; /* NULL: none known */
  const struct mdq_number_phrase *phrase; /* in Arabic: how the number is said, as long as the list lives; NULL: not by a phrase */
  bool spelled;          /* in words, wholly; a dual counts as that */
  bool dual;             /* the noun's dual is all there is: «عامان» */
  bool approximate;      /* «نحو», about, over, nearly */
  bool ambiguous;        /* 1.234 may be 1234 as well */
  bool magnitude;        /* thousand, million ... is written as a word or a letter */
  bool in_date;          /* a year that belongs to a date with a month */
};

struct mdq_quantities {
  struct mdq_quantity *items; /* in the order of the text */
  size_t count, capacity;
};

/* The last two, the rank of a decade and its century, become that decade: «العقد الثاني من القرن الحادي والعشرين» is 2010. */
static inline void mdq_quantities_join_decade(struct mdq_quantities *found) {
  const struct mdq_quantity *century = &found->items[found->count - 1];
  struct mdq_quantity *rank = &found->items[found->count - 2];
  rank->kind = MDQ_QUANTITY_DECADE;
  rank->value = (century->value - 1) * 100 + (rank->value - 1) * 10;
  rank->step = 0;
  rank->last = century->last;
  rank->end = century->end;
  found->count--;
}

#endif
