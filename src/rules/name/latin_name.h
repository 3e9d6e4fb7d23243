/* What a Latin name is in Arabic, by the table of names. */
#ifndef MDQ_RULES_NAME_LATIN_NAME_H
#define MDQ_RULES_NAME_LATIN_NAME_H

#include "lint/rule.h"

enum { MDQ_MOST_ARABIC = 3 };

/* The usual Arabic spellings of the text, likeliest first, if it is a known name or the given name and surname of a person:
   fills fixes, in ctx->scratch, and returns how many. */
size_t mdq_arabic_for_latin(struct mdq_ctx *ctx, struct mdq_span latin, struct mdq_replacement fixes[MDQ_MOST_ARABIC]);

/* The likeliest Arabic spelling of a name of one of the kinds (OR of MDQ_KIND_*), or of a part of such names unless `whole`; empty
   if there is none. */
struct mdq_span mdq_arabic_of_kind(struct mdq_ctx *ctx, struct mdq_span latin, unsigned kinds, bool whole);

#endif
