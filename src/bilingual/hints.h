/* Signs that a number without a counterpart has one after all, in words that claim no number by themselves. They are sought
   only for what would be reported. */
#ifndef MDQ_BILINGUAL_HINTS_H
#define MDQ_BILINGUAL_HINTS_H

#include "bilingual/claims.h"
#include "english/pieces.h"
#include "lint/table.h"

struct mdq_hint_tables {
  const struct mdq_table *stems;   /* dicts/numbers/number-stems.tsv */
  const struct mdq_table *units;   /* dicts/numbers/units.tsv */
};

/* The draft has the number of the source in a word such as «الأربع», in a unit that comes to as much, «شهر» for 30 days, or its very
   figures. */
bool mdq_hinted_in_arabic(const struct mdq_segment *segment, const struct mdq_claims *claims, const struct mdq_hint_tables *tables, const struct mdq_claim *number,
                          struct mdq_span written);

/* The source has a word that Arabic renders by the number, "trio", "decade", a unit that comes to as much, or a letter, "Group G". */
bool mdq_hinted_in_english(const struct mdq_english_pieces *source, const struct mdq_hint_tables *tables, const struct mdq_claim *number);

/* The draft resolves "last year": «العام الماضي 2025». `text`: the draft's. */
bool mdq_hinted_year(const struct mdq_english_pieces *source, const struct mdq_claim *number, struct mdq_span text);

/* "Third-quarter profit" is said by «الأرباح الفصلية», "the fourth quarter" by «الربع الأخير»: `number` is of that source. */
bool mdq_hinted_quarter(const struct mdq_segment *segment, const struct mdq_claims *claims, const struct mdq_claim *number, struct mdq_span source);

/* 1:52.11 in one text and 52.11 seconds in the other, whichever of them `number` of `text` is. */
bool mdq_hinted_duration(const struct mdq_claim *number, struct mdq_span text, const struct mdq_claims *others, struct mdq_span other_text);

#endif
