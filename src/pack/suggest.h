/* Suggestions carry the clitics of the word they replace: «والبطاطا» -> «والرقائق». */
#ifndef MDQ_PACK_SUGGEST_H
#define MDQ_PACK_SUGGEST_H

#include "base/arena.h"

struct mdq_clitics { /* [وف]? [بكل]? ال? */
  char conjunction[3], preposition[3]; /* one letter as UTF-8, or "" */
  bool article;
  bool definite; /* the words that are replaced are: by the article of the first or, as in a construct, of the last */
};

/* Reads the proclitics that open a word: `prefix` is V1 text of only clitics, e.g. «وبال», «لل», «ف». What it does
   not know (the س of a verb) it leaves out. */
struct mdq_clitics mdq_clitics_of(struct mdq_span prefix);

/* What may stand before a suggestion's first word. */
enum mdq_suggestion_class {
  MDQ_SUGGESTS_NOUN,  /* conjunction, preposition, article */
  MDQ_SUGGESTS_NAME,  /* no article */
  MDQ_SUGGESTS_OTHER, /* an adverb, a preposition of its own: a conjunction alone */
  MDQ_SUGGESTS_VERB   /* a finite verb, see agree.h: a conjunction alone */
};

/* The suggestion with the clitics put back on its first word, in the arena. The article goes where the entry marks a
   place for it: حاملة (ال)طائرات. Without such marks it goes only where it can be right without knowing the grammar: on
   a single word, or on both words of a noun with its adjective (حل سحري -> الحل السحري). */
struct mdq_span mdq_suggestion_with(struct mdq_arena *arena, struct mdq_clitics clitics, enum mdq_suggestion_class class,
                                    struct mdq_span suggestion);

#endif
