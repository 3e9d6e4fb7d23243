/* Whether a suggestion can stand where the words stood that it replaces. A pack gives a verb as dictionaries do, in the
   past tense with its masculine; a draft has it in any form. What cannot be put there is told, but is no fix. */
#ifndef MDQ_PACK_AGREE_H
#define MDQ_PACK_AGREE_H

#include "pack/kinds.h"
#include "pack/suggest.h"

enum mdq_verb_form { /* what a word can be, as far as suggestions go */
  MDQ_FORM_NOT_KNOWN,
  MDQ_FORM_NO_VERB,   /* a noun or a particle, or no word */
  MDQ_FORM_HE,        /* past tense: انكسر */
  MDQ_FORM_HE_OR_NOUN, /* كسر */
  MDQ_FORM_SHE,       /* كسرت */
  MDQ_FORM_OTHER_VERB /* يكسر, كسروا */
};

/* Of a word in V1, without its conjunction. */
enum mdq_verb_form mdq_verb_form_of(struct mdq_kinds *kinds, struct mdq_span word);

struct mdq_agreement { /* what is replaced */
  struct mdq_kinds *kinds;
  struct mdq_span word; /* the first word, in V1 and without its conjunction */
  enum mdq_verb_form form;
};

/* The suggestion as it agrees with what is replaced, in the arena if it changes: رفض -> رفضت; ptr is NULL if it does not. */
struct mdq_span mdq_suggestion_agreeing(const struct mdq_agreement *with, struct mdq_arena *arena, struct mdq_span suggestion,
                                        enum mdq_suggestion_class class);

/* The suggestion without the words at its edges that stand before or after its place already: «جيل [طفرة]» -> not «جيل جيل طفرة».
   `before` and `after` are the words there, up to three a side, nearest first, in V1, ptr NULL where there is none. ptr of the result is
   NULL if a word would be doubled in another form. */
enum { MDQ_NEIGHBOURS = 3 };
struct mdq_span mdq_suggestion_undoubled(struct mdq_arena *arena, struct mdq_span suggestion, const struct mdq_span before[MDQ_NEIGHBOURS],
                                         const struct mdq_span after[MDQ_NEIGHBOURS]);

#endif
