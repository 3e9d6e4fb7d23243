/* Sums of money and other measures that are in English behind the number: 500 euros, 3 million yen, 20 USD, USD 20; 5 million, 5 percent, 10 miles. */
#ifndef MDQ_RULES_UNTRANSLATED_MONEY_H
#define MDQ_RULES_UNTRANSLATED_MONEY_H

#include "rules/untranslated/runs.h"

struct mdq_money {
  size_t start, end;    /* bytes of the segment's text that are to be replaced */
  struct mdq_span text; /* by this; in ctx->scratch */
};

struct mdq_money_tables {
  size_t nouns, units; /* the places of numbers/counted-nouns.tsv and numbers/units.tsv among the group's tables */
};

/* The run is a currency or a unit, with or without a magnitude, or a magnitude alone, or percent, behind a number; or a currency's code beside one. */
bool mdq_money_find(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run, struct mdq_money_tables tables,
                    struct mdq_money *money);

#endif
