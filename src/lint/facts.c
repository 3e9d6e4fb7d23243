#include "lint/facts.h"

#include "english/dates.h"
#include "lint/run.h"

const char *const mdq_facts_tables[] = {
  [MDQ_TABLE_UNITS] = "numbers/units.tsv",
  [MDQ_TABLE_COUNTED_NOUNS] = "numbers/counted-nouns.tsv",
  [MDQ_TABLE_NUMBER_WORDS] = "numbers/number-words.tsv",
  [MDQ_TABLE_PRODUCT_NAMES] = "numbers/product-names.tsv",
  [MDQ_TABLE_ENGLISH_WORDS] = "numbers/english-words.tsv",
  [MDQ_FACTS_MONTHS] = "dates/months.tsv",
  [MDQ_FACTS_WEEKDAYS] = "dates/weekdays.tsv",
  [MDQ_FACTS_TABLES] = NULL,
};

const struct mdq_table *const *mdq_quantity_tables(const struct mdq_ctx *ctx) {
  return ctx->run->linter->facts_tables;
}

bool mdq_concerns_quantities(struct mdq_ctx *ctx, struct mdq_word *word) {
  return mdq_may_be_number(mdq_quantity_tables(ctx), word);
}

const struct mdq_dates *mdq_segment_dates(const struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct mdq_facts *facts = &ctx->run->facts;
  const struct mdq_table *const *tables = ctx->run->linter->facts_tables;
  if (!facts->has_dates)
    facts->has_dates = mdq_dates_find(ctx->scratch, segment, tables[MDQ_FACTS_MONTHS], tables[MDQ_FACTS_WEEKDAYS], &facts->dates);
  return facts->has_dates ? &facts->dates : NULL;
}

const struct mdq_quantities *mdq_segment_quantities(const struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct mdq_facts *facts = &ctx->run->facts;
  const struct mdq_dates *dates = mdq_segment_dates(ctx, segment);
  if (!facts->has_quantities && dates)
    facts->has_quantities = mdq_quantities_arabic(ctx->scratch, segment, ctx->run->linter->facts_tables, dates, &facts->quantities);
  return facts->has_quantities ? &facts->quantities : NULL;
}

const struct mdq_quote_pairs *mdq_segment_quote_pairs(const struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct mdq_facts *facts = &ctx->run->facts;
  if (!facts->has_quote_pairs) facts->has_quote_pairs = mdq_quote_pairs_find(ctx->scratch, segment, &facts->quote_pairs);
  return facts->has_quote_pairs ? &facts->quote_pairs : NULL;
}

const struct mdq_segment *mdq_source_segment(const struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct mdq_facts *facts = &ctx->run->facts;
  if (!segment->has_source) return NULL;
  if (!facts->has_source) {
    facts->source = (struct mdq_segment){ .text = segment->source, .index = segment->index, .line = segment->line };
    facts->has_source = mdq_tokenize(&facts->source, &ctx->run->worker->source_tokens, ctx->words);
    if (!facts->has_source) ctx->scratch->failed = true;
  }
  return facts->has_source ? &facts->source : NULL;
}

const struct mdq_dates *mdq_source_dates(const struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct mdq_facts *facts = &ctx->run->facts;
  const struct mdq_segment *source = mdq_source_segment(ctx, segment);
  const struct mdq_table *words = ctx->run->linter->facts_tables[MDQ_TABLE_ENGLISH_WORDS];
  if (!facts->has_source_dates && source) facts->has_source_dates = mdq_dates_find_english(ctx->scratch, source, words, &facts->source_dates);
  return facts->has_source_dates ? &facts->source_dates : NULL;
}

const struct mdq_quantities *mdq_source_quantities(const struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct mdq_facts *facts = &ctx->run->facts;
  const struct mdq_dates *dates = mdq_source_dates(ctx, segment);
  if (!facts->has_source_quantities && dates)
    facts->has_source_quantities =
        mdq_quantities_english(ctx->scratch, &facts->source, ctx->run->linter->facts_tables, dates, &facts->source_quantities);
  return facts->has_source_quantities ? &facts->source_quantities : NULL;
}
