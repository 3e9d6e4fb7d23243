/* One term in the place of another, with the proclitics, the article and the endings that the other one has there. */
#ifndef MDQ_RULES_TERM_IN_PLACE_H
#define MDQ_RULES_TERM_IN_PLACE_H

#include "arabic/terms.h"
#include "lint/rule.h"

struct mdq_term_place { /* what is to be known of a use once its segment is gone */
  struct mdq_place at;
  struct mdq_span text;       /* as written */
  struct mdq_span first_word; /* V1; empty if it is written with more than V1 has, or is not Arabic */
  struct mdq_span term;       /* the first word of the term that stands there */
  uint32_t cut;
  uint8_t ending;             /* enum mdq_term_ending */
  bool latin, article, one_word, plural;
  bool by_last;               /* definite by its last word only: «جهاز الحاسوب» */
};

struct mdq_term_place mdq_term_place_of(const struct mdq_segment *segment, const struct mdq_term_use *use);

/* In the arena; empty where the grammar is not certain. */
struct mdq_span mdq_term_in_place(struct mdq_arena *arena, const struct mdq_term_place *place, struct mdq_span rendering);

/* Nothing around it need change: one word for another of the same gender. */
bool mdq_term_fits_safely(const struct mdq_term_place *place, struct mdq_span rendering);

#endif
