/* What a word may tell of a number beside it: found out once a type, with what number it says itself, so that the many questions about
   what stands around a number are bits. Where nothing is said to the contrary a bit is exact; a "may" is for who asks to look at more closely. */
#ifndef MDQ_QUANTITY_BESIDE_H
#define MDQ_QUANTITY_BESIDE_H

#include "quantity/words.h"
#include "text/segment.h"

enum mdq_beside { /* struct mdq_word.beside */
  MDQ_BESIDE_MAGNITUDE = 1 << 0, /* a number word of this class, proclitics allowed, ... */
  MDQ_BESIDE_LABEL = 1 << 1,     /* ... of this one ... */
  MDQ_BESIDE_ABOUT = 1 << 2,     /* ... and of this one */
  MDQ_BESIDE_NOUN = 1 << 3,      /* a counted noun, no proclitics */
  MDQ_BESIDE_PRODUCT = 1 << 4,   /* a name that has numbers, proclitics allowed */
  MDQ_BESIDE_UNIT = 1 << 5,      /* may begin the name of a unit, its article aside, or «من الدولارات» */
  MDQ_BESIDE_PERCENT = 1 << 6,   /* may begin «في المئة», «بالمئة» */
  MDQ_BESIDE_PART = 1 << 7,      /* may begin «جزء من المئة», «من الألف», «ونصف», «إلا ربعا» */
  MDQ_BESIDE_ERA = 1 << 8,       /* «هـ», «ميلادي» */
  MDQ_BESIDE_DATE = 1 << 9,      /* may begin a date: «يوم», «عام» */
  MDQ_BESIDE_DAY_TIME = 1 << 10, /* may begin «بعد الظهر», «مساء», «في الصباح» */
  MDQ_BESIDE_YEAR = 1 << 11,     /* a year follows: «عام», «موسم» */
  MDQ_BESIDE_CENTURY = 1 << 12,  /* «القرن» */
  MDQ_BESIDE_HOUR = 1 << 13,     /* may be «الساعة», or «الدقيقة» of a match */
  MDQ_BESIDE_COMPARED = 1 << 14, /* «أكثر» of «أكثر من 5», or «تقريبا» */
  MDQ_BESIDE_LIFE = 1 << 15      /* may tell of a birth or a death: «ولد», «توفي» */
};

/* The bits of a word; `class`: of the number that it says. `tables` as in find.h. */
uint16_t mdq_beside_ask(const struct mdq_table *const *tables, const struct mdq_word *word, enum mdq_number_class class);

/* The bits of token i; none if it is no Arabic word. */
static inline unsigned mdq_beside(const struct mdq_table *const *tables, const struct mdq_segment *segment, size_t i) {
  if (!mdq_token_is(segment, i, MDQ_TOKEN_AR)) return 0;
  struct mdq_word *word = segment->tokens[i].word;
  if (!word->number) mdq_number_ask(tables, word);
  return word->beside;
}

/* «الدولارات» as «دولارات»: units are known without the article. */
static inline struct mdq_span mdq_unit_word(struct mdq_span v2) {
  return mdq_span_starts(v2, MDQ_SPAN_LIT("ال")) && v2.len > 6 ? mdq_span_sub(v2, 4, v2.len) : v2;
}

#endif
