/* One number in Arabic, in figures, in words or in both: «309 آلاف و12», «مئة وخمسة وعشرون ألفا وثلاثمئة», «نصف مليون».
   What it counts, and whether it is a year or a clock, is for others to say. */
#ifndef MDQ_QUANTITY_PHRASE_H
#define MDQ_QUANTITY_PHRASE_H

#include "quantity/words.h"
#include "text/segment.h"

struct mdq_number_phrase {
  size_t first, last;   /* tokens, a clitic that is written apart from its figures included: و45 */
  uint32_t start, end;  /* bytes without that clitic, and without و */
  double value, step;   /* as in quantity.h */
  double scale;         /* of the last magnitude that was said, else 1 */
  double mantissa;      /* what stands before the only magnitude, in figures; else 0 */
  bool figures, words;  /* it has some */
  bool magnitude, vague, fraction, ambiguous;
  bool conjunction, article, preposition; /* before its first word or figure */
  bool ordinal;         /* an ordinal: الخامس والعشرون */

  /* For the rules on number and noun: how its last part, which the noun follows, is said. */
  bool ends_small;      /* with a number below a hundred, not with a magnitude or a hundred */
  size_t unit, ten;     /* tokens of the unit (or of ten alone) and of the ten behind it («عشر»); 0 is no token, as is first */
  double rest;          /* that number: 3 of «مئة وثلاثة», 25 */
  char unit_form, ten_form; /* m, f, or '\0' */
  size_t figure;        /* token of the figures it begins with, if figures */
};

/* The number that starts at token i; false: there is none. Single words that say a number in some contexts only («خمس السكان»,
   «ألف كتابا») are judged by their neighbours. */
bool mdq_number_phrase(const struct mdq_table *const *tables, const struct mdq_segment *segment, size_t i, struct mdq_number_phrase *phrase);

/* The figures at token i are all there is of their number: behind them a word does not go on with it, as behind most, or a mark ends them. Other marks
   may join them to more figures, be «½», or close a bracket. */
bool mdq_figures_end(const struct mdq_table *const *tables, const struct mdq_segment *segment, size_t i);
/* Their number; false: they say none. `figures`: token i read as such; NULL: it has not been yet. */
struct mdq_numeral;
bool mdq_lone_figures(const struct mdq_segment *segment, size_t i, const struct mdq_numeral *figures, struct mdq_number_phrase *phrase);

/* The word at token i belongs to a date that follows it, and is not counted by a number before it: «في الدقيقة 78 يوم الأحد», «بلغ 3
   ملايين عام 2018». */
bool mdq_starts_a_date(const struct mdq_segment *segment, size_t i);

#endif
