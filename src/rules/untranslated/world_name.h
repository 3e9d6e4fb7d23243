/* Countries and other places, languages and currencies: names that have an Arabic form beyond doubt, in whatever case they stand. */
#ifndef MDQ_RULES_UNTRANSLATED_WORLD_NAME_H
#define MDQ_RULES_UNTRANSLATED_WORLD_NAME_H

#include "rules/name/latin_name.h"

/* The text is such a name, or two with "and" between, "the" before it or not: fills fixes, in ctx->scratch, and returns how
   many. 0 also where it is likelier something else: Amazon is a company, Paris Hilton a person. */
size_t mdq_world_name(struct mdq_ctx *ctx, struct mdq_span text, struct mdq_replacement fixes[MDQ_MOST_ARABIC]);

/* Of a language's name, in Arabic `form`, the adjective for a masculine noun: الفرنسية → الفرنسي; empty if it is none. */
struct mdq_span mdq_world_adjective(struct mdq_ctx *ctx, struct mdq_span text, struct mdq_span form);

#endif
