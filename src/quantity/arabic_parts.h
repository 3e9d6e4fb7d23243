/* What stands around a number and tells what it is. Internal to the finding of Arabic quantities. */
#ifndef MDQ_QUANTITY_ARABIC_PARTS_H
#define MDQ_QUANTITY_ARABIC_PARTS_H

#include "arabic/numerals.h"
#include "quantity/beside.h"
#include "quantity/find.h"
#include "quantity/phrase.h"

struct mdq_quantity_finder {
  struct mdq_arena *arena;
  const struct mdq_segment *segment;
  const struct mdq_stops *stops;
  size_t stop; /* the first of them that has not been passed, nor found to begin nothing */
  struct mdq_number_phrase *phrase; /* room for the next number */
  const struct mdq_table *const *tables;
  struct mdq_quantities *found;
  bool failed;
};

/* Adds a quantity to those found, without kind; NULL without memory. */
struct mdq_quantity *mdq_quantity_push(struct mdq_quantity_finder *f, size_t first, size_t last, double value);

/* The unit whose name starts at token i, with its last token; NULL: none. */
const struct mdq_unit *mdq_unit_at(const struct mdq_quantity_finder *f, size_t i, size_t *last);
/* The unit that a sign before token i names ($5, USD 5), with its first token. */
const struct mdq_unit *mdq_unit_before(const struct mdq_quantity_finder *f, size_t i, size_t *first);

/* Tries to read the number at token i as a clock, or as part of a name; *next is then the token after it. `figures`: token i read as
   figures; NULL: it is none. */
bool mdq_quantity_clock(struct mdq_quantity_finder *f, size_t i, const struct mdq_numeral *figures, size_t *next);
bool mdq_quantity_identifier(struct mdq_quantity_finder *f, size_t i, const struct mdq_numeral *figures, size_t *next);

/* The part of a unit that is added behind it, «ونصف», «وثلاثة أرباع الساعة», from token i on, with its last token; 0: none. */
double mdq_part_behind(const struct mdq_quantity_finder *f, size_t i, const struct mdq_unit *unit, size_t *last);
/* 100 or 1000 of «من المئة», «من الألف من الثانية» at token i, with the last token and what it is a part of; 0: neither. */
double mdq_parts_of(const struct mdq_quantity_finder *f, size_t i, const struct mdq_unit **unit, size_t *last);

/* Sets kind, unit and extent of a quantity from what stands around its number. */
void mdq_quantity_classify(const struct mdq_quantity_finder *f, const struct mdq_number_phrase *phrase, struct mdq_quantity *quantity);

/* So many digits, or a zero before others: a name. */
bool mdq_is_long_or_padded(struct mdq_span text, const struct mdq_numeral *figures);

/* The figures at token i are a number, a year or per cent of it, and nothing that stands around them but a unit has to be looked at more
   closely to know which: so stand most, for which all of the above need not be asked. `figures`: NULL if they are plain. */
bool mdq_quantity_stands_alone(const struct mdq_quantity_finder *f, size_t i, const struct mdq_numeral *figures);
/* Sets kind and extent of such a one. */
void mdq_quantity_classify_alone(const struct mdq_quantity_finder *f, const struct mdq_number_phrase *phrase, struct mdq_quantity *quantity);

/* Ranges and scores: pairs of quantities that follow each other; they share magnitude and unit. */
void mdq_quantity_pairs(const struct mdq_quantity_finder *f);

/* Token i is a dash between two numbers. */
bool mdq_is_range_dash(const struct mdq_segment *segment, size_t i);

#endif
