/* Finding the quantities of a text. */
#ifndef MDQ_QUANTITY_FIND_H
#define MDQ_QUANTITY_FIND_H

#include "arabic/dates.h"
#include "lint/table.h"
#include "quantity/quantity.h"

/* What is known of numbers, as data: tables under dicts/numbers/. */
enum mdq_quantity_table { MDQ_TABLE_UNITS, MDQ_TABLE_COUNTED_NOUNS, MDQ_TABLE_NUMBER_WORDS, MDQ_TABLE_PRODUCT_NAMES, MDQ_TABLE_ENGLISH_WORDS, MDQ_QUANTITY_TABLES };

/* Both return false without memory. Day numbers and month names that belong to a date are left to arabic/dates.h and
   english/dates.h; its year is a quantity. `tables` are in the order of the enumeration. `stops` has all tokens with figures or Latin
   letters, and all words of which it is not known that they have to do with no number. */
bool mdq_quantities_arabic(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_stops *stops, const struct mdq_table *const *tables,
                           const struct mdq_dates *dates, struct mdq_quantities *found);
bool mdq_quantities_english(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_table *const *tables,
                            const struct mdq_dates *dates, struct mdq_quantities *found);

/* The figures at token i are part of a placeholder: %1$s, {0}, {1:.2f}. They count nothing. */
static inline bool mdq_is_format_argument(const struct mdq_segment *segment, size_t i) {
  if (!mdq_token_glued(segment, i) || !mdq_token_glued(segment, i + 1)) return false;
  bool ordered = mdq_token_mark(segment, i - 1, '%') && mdq_token_mark(segment, i + 1, '$');
  return ordered || (mdq_token_mark(segment, i - 1, '{') && (mdq_token_mark(segment, i + 1, '}') || mdq_token_mark(segment, i + 1, ':')));
}

/* The word may say a number in Arabic, as «ثلاثة» and «عامان» do. A segment without such a word and without figures holds no
   quantity but those of its dates. */
bool mdq_may_be_number(const struct mdq_table *const *tables, struct mdq_word *word);

#endif
