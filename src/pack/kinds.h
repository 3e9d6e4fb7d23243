/* What kinds of word the dictionary takes a word for, as far as suggestions ask. A reading takes longer than all the rest of a finding, and
   the words that entries replace and suggest come again and again: they are remembered. */
#ifndef MDQ_PACK_KINDS_H
#define MDQ_PACK_KINDS_H

#include "lexicon/lexicon.h"

enum mdq_word_kind {
  MDQ_KIND_PAST = 1 << 0,       /* a verb in the past tense, with its masculine and nothing before or behind it */
  MDQ_KIND_OTHER_VERB = 1 << 1,
  MDQ_KIND_NO_VERB = 1 << 2,
  MDQ_KIND_BARE_VERB = 1 << 3,  /* without a prefix */
  MDQ_KIND_BARE_NOUN = 1 << 4,  /* the same, and without a pronoun */
  MDQ_KIND_POSSESSED = 1 << 5   /* without a prefix, with a pronoun */
};

enum { MDQ_KINDS_REMEMBERED = 2048, MDQ_KINDS_LETTERS = 22 /* bytes of a word; longer ones are few */ };

struct mdq_known_kinds {
  char word[MDQ_KINDS_LETTERS];
  uint8_t length; /* 0: none yet */
  uint8_t kinds;
};

struct mdq_kinds { /* of one document */
  struct mdq_lexicon *lexicon;
  struct mdq_arena *arena, *scratch;
  struct mdq_known_kinds *known; /* by the word's hash; NULL before the first */
};

/* OR of the kinds of all readings of a word in V1; 0: it has none. */
unsigned mdq_kinds_of(struct mdq_kinds *kinds, struct mdq_span word);

#endif
