#include "bilingual/exchange.h"

#include "quantity/units.h"

enum { PAIRS_MOST = 12 }; /* of a segment that are looked at */

struct counted { /* a claim and what it counts */
  const struct mdq_claim *claim;
  uint64_t words;
};

struct both {
  struct counted source, target;
};

/* The pairs of one number with one number, in the order of the source. */
static size_t pairs_of(const struct mdq_claims *source, const struct mdq_claims *target, struct both pairs[PAIRS_MOST]) {
  static const unsigned counts = 1u << MDQ_QUANTITY_PLAIN | 1u << MDQ_QUANTITY_MONEY | 1u << MDQ_QUANTITY_PERCENT | 1u << MDQ_QUANTITY_YEAR;
  size_t count = 0;
  for (size_t i = 0; i < source->quantities && count < PAIRS_MOST; i++) {
    const struct mdq_claim *s = &source->items[i], *t = s->paired ? &target->items[s->partner] : NULL;
    if (!t || t->partner != s->order || t->type != MDQ_CLAIM_NUMBER || !(counts >> s->kind & 1) || !(counts >> t->kind & 1)) continue;
    pairs[count++] = (struct both){ .source = { .claim = s }, .target = { .claim = t } };
  }
  return count;
}

bool mdq_may_be_exchanged(const struct mdq_claims *source, const struct mdq_claims *target) {
  struct both pairs[PAIRS_MOST];
  return pairs_of(source, target, pairs) > 1;
}

static bool is_percent(const struct counted *c) {
  return c->claim->kind == MDQ_QUANTITY_PERCENT;
}

static bool differ(const struct mdq_unit *a, const struct mdq_unit *b) {
  return a && b && !mdq_units_agree(a, b);
}

/* a counts what b counts, and nothing says that their partners do, too. */
static bool answers(const struct counted *a, const struct counted *b, const struct counted *with_a, const struct counted *with_b) {
  const struct mdq_unit *unit = a->claim->unit;
  if (a->words & b->words & ~with_a->words & ~with_b->words) return true;
  if (is_percent(a) && is_percent(b)) return !is_percent(with_a) && !is_percent(with_b);
  return unit && b->claim->unit && mdq_units_agree(unit, b->claim->unit) && differ(unit, with_a->claim->unit) && differ(b->claim->unit, with_b->claim->unit);
}

/* The year of the source measures in the draft what its other number does: «عام 11» and «2014 عاما» of "in 2014" and "11 years". */
static bool year_measures(const struct both *year, const struct both *other) {
  const struct mdq_unit *unit = other->source.claim->unit, *moved = year->target.claim->unit;
  bool counts = year->source.claim->kind == MDQ_QUANTITY_YEAR && year->target.claim->kind != MDQ_QUANTITY_YEAR && other->source.claim->kind != MDQ_QUANTITY_YEAR;
  return counts && unit && moved && mdq_units_agree(unit, moved) && (!other->target.claim->unit || differ(unit, other->target.claim->unit));
}

/* Each of two numbers counts in the draft what the other one counts in the source. */
static bool are_crossed(const struct both *one, const struct both *other) {
  if (one->source.claim->value == other->source.claim->value) return false;
  return answers(&one->source, &other->target, &one->target, &other->source) && answers(&other->source, &one->target, &other->target, &one->source);
}

/* The ends of «من 9 إلى 5»; with a dash between them the order on the page is not the order of the text. */
static bool are_ends(const struct mdq_segment *segment, const struct mdq_claim *from, const struct mdq_claim *to) {
  if (from->part != MDQ_QUANTITY_RANGE_FROM || to->part != MDQ_QUANTITY_RANGE_TO || from->order + 1 != to->order || to->start < from->end) return false;
  struct mdq_span between = mdq_span_sub(segment->text, from->end, to->start);
  return memmem(between.ptr, between.len, "إلى", strlen("إلى")) || memmem(between.ptr, between.len, "حتى", strlen("حتى"));
}

/* "Rose to 6.1% from 5.7%": news has the new figure first. */
static bool is_news_order(struct mdq_span text, const struct mdq_claim *to, const struct mdq_claim *from) {
  if (to->order + 1 != from->order || from->from < to->to) return false;
  return mdq_span_ends(mdq_span_sub(text, 0, to->from), MDQ_SPAN_LIT(" to ")) && mdq_span_is(mdq_span_sub(text, to->to, from->from), " from ");
}

static bool are_reversed(const struct mdq_exchange_texts *texts, const struct both *one, const struct both *other) {
  const struct mdq_claim *from = one->source.claim, *to = other->source.claim;
  if (from->value != to->value && is_news_order(texts->pieces->segment->text, from, to)) return are_ends(texts->segment, one->target.claim, other->target.claim);
  bool range = from->part == MDQ_QUANTITY_RANGE_FROM && to->part == MDQ_QUANTITY_RANGE_TO && from->order + 1 == to->order && from->value != to->value;
  return range && are_ends(texts->segment, other->target.claim, one->target.claim);
}

size_t mdq_exchanges_find(const struct mdq_exchange_texts *texts, struct mdq_exchange found[MDQ_EXCHANGES_MOST]) {
  struct both pairs[PAIRS_MOST];
  size_t count = pairs_of(texts->source, texts->target, pairs), exchanges = 0;
  for (size_t i = 0; i < count; i++) {
    pairs[i].source.words = mdq_counted_english(texts->pieces, texts->counted, pairs[i].source.claim);
    pairs[i].target.words = mdq_counted_arabic(texts->segment, texts->counted, texts->target, pairs[i].target.claim);
  }
  for (size_t i = 0; i < count; i++)
    for (size_t k = i + 1; k < count && exchanges < MDQ_EXCHANGES_MOST; k++) {
      const struct both *one = &pairs[i], *other = &pairs[k];
      if (!are_crossed(one, other) && !are_reversed(texts, one, other) && !year_measures(one, other) && !year_measures(other, one)) continue;
      found[exchanges++] = (struct mdq_exchange){ { one->source.claim, other->source.claim }, { one->target.claim, other->target.claim } };
    }
  return exchanges;
}
