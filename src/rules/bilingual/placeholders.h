/* What programs put into a text or read from it: fields of templates and formats, tags, entities. */
#ifndef MDQ_RULES_BILINGUAL_PLACEHOLDERS_H
#define MDQ_RULES_BILINGUAL_PLACEHOLDERS_H

#include "base/span.h"

enum { MDQ_PLACEHOLDERS_MOST = 64, MDQ_PLACEHOLDER_LONGEST = 200 };

struct mdq_placeholder {
  struct mdq_span text;
  struct mdq_span key; /* what must be the same: of a tag its name, with the slash that closes */
  bool entity;         /* &amp; stands for a character, and a translation may do without it */
};

struct mdq_placeholders {
  struct mdq_placeholder items[MDQ_PLACEHOLDERS_MOST];
  size_t count;
};

/* {name} {0} {{x}} ${x} %{x} %s %1$d %(x)s %@ <b> </b> &amp; in the order of the text; what comes after the first
   MDQ_PLACEHOLDERS_MOST is left out. */
void mdq_placeholders_find(struct mdq_span text, struct mdq_placeholders *found);

#endif
