/* What the text says in numbers and dates, and its source with it: found once a segment, when a rule first asks, and kept as
   long as the segment. */
#ifndef MDQ_LINT_FACTS_H
#define MDQ_LINT_FACTS_H

#include "arabic/dates.h"
#include "lint/rule.h"
#include "quantity/find.h"
#include "text/quote_pairs.h"
#include "text/stops.h"

/* The tables that finding needs, beside those of the rules; NULL-terminated. The first MDQ_QUANTITY_TABLES are those of quantity/find.h. */
enum mdq_facts_table { MDQ_FACTS_MONTHS = MDQ_QUANTITY_TABLES, MDQ_FACTS_WEEKDAYS, MDQ_FACTS_TABLES };
extern const char *const mdq_facts_tables[];

struct mdq_latin_run;
struct mdq_counting;

struct mdq_facts {
  struct mdq_stops stops;    /* where a number or a date may begin, noted with what words concern */
  struct mdq_segment source; /* tokenised */
  struct mdq_quantities quantities, source_quantities;
  struct mdq_dates dates, source_dates;
  struct mdq_quote_pairs quote_pairs;
  const struct mdq_latin_run *latin_runs; /* the rules' own: ask mdq_latin_runs() */
  size_t latin_run_count;
  const struct mdq_counting *countings; /* these, too: mdq_countings() */
  size_t counting_count;
  bool has_quote_pairs, has_latin_runs, has_countings, has_source, has_quantities, has_source_quantities, has_dates, has_source_dates;
};

/* Of the segment in hand, for those who keep something there. */
struct mdq_facts *mdq_segment_facts(const struct mdq_ctx *ctx);

/* All of them NULL without memory; the source's are also NULL where the segment has no source. */
const struct mdq_dates *mdq_segment_dates(const struct mdq_ctx *ctx, const struct mdq_segment *segment);
const struct mdq_quantities *mdq_segment_quantities(const struct mdq_ctx *ctx, const struct mdq_segment *segment);
const struct mdq_segment *mdq_source_segment(const struct mdq_ctx *ctx, const struct mdq_segment *segment);
const struct mdq_dates *mdq_source_dates(const struct mdq_ctx *ctx, const struct mdq_segment *segment);
const struct mdq_quantities *mdq_source_quantities(const struct mdq_ctx *ctx, const struct mdq_segment *segment);

const struct mdq_quote_pairs *mdq_segment_quote_pairs(const struct mdq_ctx *ctx, const struct mdq_segment *segment);

/* For a group's `concerns`: the word may say a number. With segment_kinds MDQ_TOKEN_NUM and segment_words, `segment` is called
   wherever there are quantities. */
bool mdq_concerns_quantities(struct mdq_ctx *ctx, struct mdq_word *word);

/* The tables of finding quantities, in the order of quantity/find.h. */
const struct mdq_table *const *mdq_quantity_tables(const struct mdq_ctx *ctx);

#endif
