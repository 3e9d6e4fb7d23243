/* Weekdays and months in English: Monday, March 2024. */
#ifndef MDQ_RULES_UNTRANSLATED_ENGLISH_DATE_H
#define MDQ_RULES_UNTRANSLATED_ENGLISH_DATE_H

#include "lint/rule.h"

struct mdq_english_tables {
  size_t words, weekdays; /* the places of numbers/english-words.tsv and dates/weekdays.tsv among the group's tables */
};

/* The text in Arabic, the months by the names that the draft uses so far; in ctx->scratch. Empty unless it is all weekdays, months and numbers.
   in_date: a number or a word stands before it that goes with a month: else May, June and August are people. */
struct mdq_span mdq_english_date(struct mdq_ctx *ctx, struct mdq_english_tables tables, struct mdq_span text, bool in_date);

#endif
