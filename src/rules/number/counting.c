#include "rules/number/counting.h"

bool mdq_magnitude_at(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, struct mdq_number_word *said) {
  if (!mdq_token_is(segment, i, MDQ_TOKEN_AR)) return false;
  *said = mdq_number_word(mdq_quantity_tables(ctx), segment->tokens[i].word);
  return said->class == MDQ_NUMBER_MAGNITUDE;
}

static enum mdq_number_class class_at(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, bool *article) {
  if (!mdq_token_is(segment, i, MDQ_TOKEN_AR)) return MDQ_NUMBER_NONE;
  struct mdq_number_word said = mdq_number_word(mdq_quantity_tables(ctx), segment->tokens[i].word);
  *article = said.article;
  return said.class;
}

/* «الدقيقة 5», «عدد 2», «رقم 7»: the number is the word's own. */
static bool numbers_what_precedes(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_number_phrase *phrase) {
  bool article = false;
  if (!phrase->figures || phrase->figure != phrase->first || !phrase->first) return false;
  enum mdq_number_class class = class_at(ctx, segment, phrase->first - 1, &article);
  return class == MDQ_NUMBER_LABEL || (class == MDQ_NUMBER_COUNTER && article) || mdq_span_is(mdq_token_v2(segment, phrase->first - 1), "عدد");
}

static bool counts(const struct mdq_quantity *q) {
  bool kind = q->kind == MDQ_QUANTITY_PLAIN || q->kind == MDQ_QUANTITY_MONEY;
  return kind && !q->dual && q->part != MDQ_QUANTITY_SCORE_ONE && q->part != MDQ_QUANTITY_SCORE_OTHER && q->value >= 1;
}

/* The number that begins where the quantity does: as a rule the one that the quantity was found by. */
static bool phrase_of(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q, struct mdq_number_phrase *phrase) {
  if (!q->phrase || q->phrase->first != q->first) return mdq_number_phrase(mdq_quantity_tables(ctx), segment, q->first, phrase);
  *phrase = *q->phrase;
  return true;
}

bool mdq_counting_read(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q, struct mdq_counting *c) {
  const struct mdq_table *const *tables = mdq_quantity_tables(ctx);
  *c = (struct mdq_counting){ .rest = 0 };
  if (!counts(q) || !phrase_of(ctx, segment, q, &c->phrase)) return false;
  const struct mdq_number_phrase *p = &c->phrase;
  if (p->fraction || p->vague || p->ordinal || p->ambiguous || p->value > 1e15 || p->value < 1) return false;
  if (numbers_what_precedes(ctx, segment, p)) return false;
  c->number = p->value;
  c->token = p->last + 1;
  uint64_t whole = (uint64_t)p->value;
  bool fraction = p->figures && p->mantissa != 0 && p->mantissa != (double)(uint64_t)p->mantissa;
  if ((double)whole != p->value || fraction) return false;
  c->rest = (int)(whole % 100);
  bool follows = mdq_token_is(segment, c->token, MDQ_TOKEN_AR) && (segment->tokens[c->token].flags & MDQ_TOKEN_SPACED);
  struct mdq_number_word said;
  c->has_noun = follows && !mdq_starts_a_date(segment, c->token) && !mdq_magnitude_at(ctx, segment, c->token, &said) &&
                mdq_counted_noun(tables[MDQ_TABLE_COUNTED_NOUNS], mdq_token_v1(segment, c->token), &c->noun);
  return true;
}

struct mdq_span mdq_counting_text(const struct mdq_segment *segment, const struct mdq_counting *c) {
  return mdq_span_sub(segment->text, c->phrase.start, c->phrase.end);
}
