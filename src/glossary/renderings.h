/* Terms that have several renderings in use: dicts/terms/renderings.tsv, made findable. Immutable. */
#ifndef MDQ_GLOSSARY_RENDERINGS_H
#define MDQ_GLOSSARY_RENDERINGS_H

#include "arabic/terms.h"
#include "base/error.h"
#include "lint/table.h"

enum { MDQ_RENDERINGS_MOST = 8, MDQ_RENDERING_BITS = 3 };

struct mdq_rendered_term {
  struct mdq_span english;
  size_t count;
  struct mdq_span renderings[MDQ_RENDERINGS_MOST]; /* V1 */
  bool ambiguous[MDQ_RENDERINGS_MOST];             /* counts only near a word that opens with one of these: */
  struct mdq_span near;                            /* V2, semicolons between them */
  bool style;                                      /* professional news mixes them, too */
};

struct mdq_renderings {
  struct mdq_arena arena;
  struct mdq_rendered_term *sets; /* in the table's order */
  size_t set_count;
  struct mdq_terms terms; /* id: number of the set << MDQ_RENDERING_BITS | number of the rendering */
};

/* The table must outlive it. */
enum mdq_status mdq_renderings_make(struct mdq_renderings *renderings, const struct mdq_table *table, struct mdq_error *error);
void mdq_renderings_free(struct mdq_renderings *renderings);

/* A word of V2, proclitics before it or not, opens with a word of the list. */
bool mdq_renderings_near(const struct mdq_rendered_term *set, struct mdq_span v2);

#endif
