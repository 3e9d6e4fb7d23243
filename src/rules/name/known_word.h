/* What the rules of names know of a word, worked out once for its type and cached in word->latin. */
#ifndef MDQ_RULES_NAME_KNOWN_WORD_H
#define MDQ_RULES_NAME_KNOWN_WORD_H

#include "lint/rule.h"

enum { /* bits of word->latin */
  MDQ_KNOWN_NUMBER = (1 << 24) - 1,      /* 1 + that of the Latin name it writes, for mdq_names_known(); 0: none, or an ordinary word too */
  MDQ_KNOWN_CUT_SHIFT = 24,              /* what mdq_names_find() says: 2 + the letters cut before the stem; 1: no name; 0: not asked */
  MDQ_KNOWN_CUT = 15 << MDQ_KNOWN_CUT_SHIFT,
  MDQ_KNOWN_NAME_WORD_SHIFT = 28,        /* name/gender-drift's: a word of a person's name? */
  MDQ_KNOWN_COMMON_SHIFT = 30            /* ... that is a common word? Both: */
};

enum { /* of word->name, those bits that others than name_forms.c look at; 0: none are known yet */
  MDQ_NAME_MAY_FOLLOW = 0x04,    /* it may be the second word for mdq_names_follow() ... */
  MDQ_NAME_OF_TABLE = 0x40,      /* ... and the first: the table of names has it, with or without proclitics */
  MDQ_NAME_TITLE_OR_VERB = 0x20  /* it announces a name: a title, or a verb of saying that is no other word */
};

enum mdq_known_answer { MDQ_KNOWN_UNASKED, MDQ_KNOWN_NO, MDQ_KNOWN_YES };

void mdq_know_word(struct mdq_ctx *ctx, struct mdq_word *word);

static inline uint32_t mdq_known_word(struct mdq_ctx *ctx, struct mdq_word *word) {
  if (!(word->latin & MDQ_KNOWN_CUT)) mdq_know_word(ctx, word);
  return word->latin;
}

/* mdq_names_find() */
static inline bool mdq_is_known_name(struct mdq_ctx *ctx, struct mdq_word *word) {
  return (mdq_known_word(ctx, word) & MDQ_KNOWN_CUT) >> MDQ_KNOWN_CUT_SHIFT > 1;
}

/* 1 + the number of the Latin name that the word writes; 0: none. */
static inline uint32_t mdq_known_latin(struct mdq_ctx *ctx, struct mdq_word *word) {
  return mdq_known_word(ctx, word) & MDQ_KNOWN_NUMBER;
}

/* The word without its proclitics if it is a name then, of which `cut` bytes are; else the word. */
static inline struct mdq_span mdq_known_stem(struct mdq_ctx *ctx, struct mdq_word *word, size_t *cut) {
  uint32_t cut_letters = (mdq_known_word(ctx, word) & MDQ_KNOWN_CUT) >> MDQ_KNOWN_CUT_SHIFT;
  *cut = cut_letters > 2 ? (cut_letters - 2) * strlen("و") : 0;
  struct mdq_span v1 = mdq_word_v1(word);
  return mdq_span_sub(v1, *cut, v1.len);
}

/* False of most words: it may be one of two that mdq_names_follow() knows. The shortest are in pairs alone. */
static inline bool mdq_may_be_paired(const struct mdq_word *word, unsigned as) {
  enum { SHORTEST = 3 };
  return !word->name || word->name & as || word->letters < SHORTEST;
}

#endif
