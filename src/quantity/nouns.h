/* Nouns that are counted: dicts/numbers/counted-nouns.tsv. */
#ifndef MDQ_QUANTITY_NOUNS_H
#define MDQ_QUANTITY_NOUNS_H

#include "lint/table.h"

enum mdq_noun_form { MDQ_NOUN_SINGULAR = 1, MDQ_NOUN_DUAL = 2, MDQ_NOUN_PLURAL = 4, MDQ_NOUN_ACCUSATIVE = 8 /* singular */ };

struct mdq_noun {
  const struct mdq_row *row;
  unsigned forms;          /* that the word may be: OR of mdq_noun_form */
  bool feminine;
  bool homograph;          /* it is the plural of another noun as well: مشاهد; `forms` are those of both */
  struct mdq_span singular, accusative, plurals, duals; /* the latter two lists, "," between */
};

/* The noun that has this V1 form, without proclitics; false: none is known. */
bool mdq_counted_noun(const struct mdq_table *nouns, struct mdq_span v1, struct mdq_noun *noun);

/* The first name of a list. */
struct mdq_span mdq_first_of(struct mdq_span list);

#endif
