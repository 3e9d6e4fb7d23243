/* The words that say numbers: dicts/numbers/number-words.tsv, and what counted nouns say by their dual. */
#ifndef MDQ_QUANTITY_WORDS_H
#define MDQ_QUANTITY_WORDS_H

#include "lint/table.h"
#include "text/word.h"

enum mdq_number_class { /* the head of the table says what they are */
  MDQ_NUMBER_NONE, MDQ_NUMBER_ABOUT, MDQ_NUMBER_ADJECTIVE, MDQ_NUMBER_COUNTER, MDQ_NUMBER_DAY_TIME, MDQ_NUMBER_DECADE, MDQ_NUMBER_FRACTION, MDQ_NUMBER_HUNDRED,
  MDQ_NUMBER_HUNDREDS, MDQ_NUMBER_LABEL, MDQ_NUMBER_MAGNITUDE, MDQ_NUMBER_ONE, MDQ_NUMBER_ORDINAL, MDQ_NUMBER_ORDINAL_ONE, MDQ_NUMBER_PARTS,
  MDQ_NUMBER_SCORES, MDQ_NUMBER_TEN, MDQ_NUMBER_TENS, MDQ_NUMBER_UNIT, MDQ_NUMBER_ZERO, MDQ_NUMBER_DUAL
};

struct mdq_number_word {
  enum mdq_number_class class;
  double value;
  char form;        /* as in the table, '\0': none; c of a dual before another noun: سيارتا إسعاف */
  bool conjunction; /* و or ف stands before it, ... */
  bool article;     /* ... the article, ... */
  bool preposition; /* ... ب, ك or ل */
  struct mdq_span text; /* a dual without these, V1; else empty */
};

/* What the word says; its class is NONE where it says no number. `tables` as in find.h. */
struct mdq_number_word mdq_number_word(const struct mdq_table *const *tables, struct mdq_word *word);

#endif
