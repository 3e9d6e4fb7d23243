/* English phrases in the source text. */
#ifndef MDQ_PACK_ENGLISH_H
#define MDQ_PACK_ENGLISH_H

#include "base/span.h"

/* The phrase stands in the text as whole words, letter for letter. */
bool mdq_english_has(struct mdq_span text, struct mdq_span phrase);

/* The text has one of the expressions that an entry names: alternatives stand between commas, semicolons or slashes,
   remarks in parentheses; "..." or "…" is up to three words of any kind. Case, articles and regular inflection (-s, -ed, -ing, 's) are not told apart. */
bool mdq_english_has_expression(struct mdq_span text, struct mdq_span english);

/* No alternative has more than twelve words, or more than two gaps: such a one would never be found. */
bool mdq_english_can_be_sought(struct mdq_span english);

/* It has an alternative that is not empty. */
bool mdq_english_has_words(struct mdq_span english);

/* What a message shows of it: the first of its alternatives, with its remarks. */
struct mdq_span mdq_english_shown(struct mdq_span english);

#endif
