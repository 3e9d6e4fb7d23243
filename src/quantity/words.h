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

enum { /* struct mdq_word.number */
  MDQ_NUMBER_KNOWN = 1 << 15,      /* it has been worked out: if nothing else is set, the word has to do with no number */
  MDQ_NUMBER_CONJUNCTION = 1 << 14, MDQ_NUMBER_ARTICLE = 1 << 13, MDQ_NUMBER_PREPOSITION = 1 << 12, /* what was cut */
  MDQ_NUMBER_OPENS = 1 << 11,      /* it may be a number by itself */
  MDQ_NUMBER_PART_OF = 1 << 10,    /* «ونصف», «جزء»: it makes a number of a unit one or two words before it, or of the words behind it */
  MDQ_NUMBER_ROW = 0x3FF,          /* which word it is; 0: it says no number; from the next one on it is a dual */
  MDQ_NUMBER_FIRST_DUAL = 0x3FE
};

/* Works out what the rows of number-words.tsv say, into `derived`, so that it is not done at every number; false without memory. Without
   it the words are known all the same. */
bool mdq_number_words_derive(struct mdq_arena *arena, struct mdq_table *words);

unsigned mdq_number_ask(const struct mdq_table *const *tables, struct mdq_word *word);

/* What has been, or is now, worked out of the word. `tables` as in find.h. */
static inline unsigned mdq_number_bits(const struct mdq_table *const *tables, struct mdq_word *word) {
  return word->number ? word->number : mdq_number_ask(tables, word);
}

/* What a word says of which MDQ_NUMBER_ROW tells that it says a number. */
struct mdq_number_word mdq_number_said(const struct mdq_table *const *tables, const struct mdq_word *word);

/* What the word says; its class is NONE where it says no number. */
static inline struct mdq_number_word mdq_number_word(const struct mdq_table *const *tables, struct mdq_word *word) {
  if (!(mdq_number_bits(tables, word) & MDQ_NUMBER_ROW)) return (struct mdq_number_word){ .class = MDQ_NUMBER_NONE };
  return mdq_number_said(tables, word);
}

#endif
