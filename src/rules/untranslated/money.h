/* Sums of money whose currency is in English: 500 euros, 3 million yen, 20 USD, USD 20. */
#ifndef MDQ_RULES_UNTRANSLATED_MONEY_H
#define MDQ_RULES_UNTRANSLATED_MONEY_H

#include "rules/untranslated/runs.h"

struct mdq_money {
  size_t start, end;    /* bytes of the segment's text that are to be replaced */
  struct mdq_span text; /* by this; in ctx->scratch */
};

/* The run is a currency, with or without a magnitude, behind a number, or a currency's code beside one. `nouns` is the place of
   numbers/counted-nouns.tsv among the group's tables. */
bool mdq_money_find(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run, size_t nouns, struct mdq_money *money);

#endif
