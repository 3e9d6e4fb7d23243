/* What people write over the columns of bilingual tables. */
#ifndef MDQ_TEXT_COLUMN_NAMES_H
#define MDQ_TEXT_COLUMN_NAMES_H

#include "base/span.h"

enum mdq_column_side { MDQ_COLUMN_OTHER, MDQ_COLUMN_SOURCE, MDQ_COLUMN_TARGET };

/* The side that a name stands for, in English or Arabic: case, space, "_", "-", the article and the hamza do not matter. */
enum mdq_column_side mdq_column_side_of(struct mdq_span name);

/* The name is one of the list, which ends with NULL and is written as names are compared: lower case, single spaces, no article, ا for أ and إ, ه for ة. */
bool mdq_column_is_named(struct mdq_span name, const char *const *names);

#endif
