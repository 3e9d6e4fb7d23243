/* Numbers and dates of the draft against those of its source (linguistics.md §3, §4). What the source says must be said,
   and nothing else, but it may be said otherwise: rounded, in another unit, in words, in a neighbouring sentence. */
#include "bilingual/match.h"
#include "bilingual/residue.h"
#include "lint/facts.h"
#include "quantity/units.h"

enum { MISMATCH, MISSING, EXTRA, MAGNITUDE, DATE, WEEKDAY, PERCENT, UNIT };
enum { MONTHS, WEEKDAYS };
enum {
  SMALL = 2,        /* numbers up to it are said in many ways: both, first, a pair */
  SIMILAR_MOST = 64 /* claims of a segment that are looked at for another mention of one */
};

static const struct mdq_rule rules[] = {
#include "rules/bilingual/numbers_texts.h"
};

struct state {
  struct mdq_residues source, target;
};

static struct mdq_span text_of(struct mdq_span text, const struct mdq_claim *claim) {
  return mdq_span_sub(text, claim->start, claim->end);
}

/* Another mention of the same thing, or the thing in another unit: "30 metres (100 feet)". */
static bool said_again(const struct mdq_claim *claim, const struct mdq_claims *said, bool of_source) {
  for (size_t i = 0; i < said->count && i < SIMILAR_MOST; i++) {
    const struct mdq_claim *other = &said->items[i];
    if (other->paired && (of_source ? mdq_claims_agree(claim, other) : mdq_claims_agree(other, claim))) return true;
  }
  return false;
}

static void keep(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_claims *claims, const struct mdq_claims *others, bool of_source) {
  struct state *state = ctx->state;
  struct mdq_residues *residues = of_source ? &state->source : &state->target;
  for (size_t i = 0; i < claims->count; i++) {
    const struct mdq_claim *claim = &claims->items[i];
    if (claim->paired || said_again(claim, others, of_source)) continue;
    struct mdq_residue *r = mdq_arena_push(ctx->arena, &residues->items, &residues->count, &residues->capacity, sizeof *r);
    if (!r) return;
    *r = (struct mdq_residue){ .claim = *claim, .segment = (uint32_t)segment->index, .headline = segment->headline };
    r->text = text_of(of_source ? segment->source : segment->text, claim);
    r->at = of_source ? mdq_at(segment, 0, segment->text.len) : mdq_at(segment, claim->start, claim->end);
  }
}

static bool is_percent(const struct mdq_claim *claim) {
  return claim->type == MDQ_CLAIM_NUMBER && claim->kind == MDQ_QUANTITY_PERCENT;
}

/* A percentage stands close behind: «من 5 إلى 8 في المئة», «5 و8%», which lends its sign. */
static bool shares_percent(const struct mdq_claims *claims, const struct mdq_claim *claim) {
  enum { REACH = 40 }; /* bytes */
  for (size_t i = claim->order + 1; i < claims->count && i <= claim->order + 3; i++) {
    const struct mdq_claim *other = &claims->items[i];
    if (is_percent(other) && other->start >= claim->end && other->start - claim->end <= REACH) return true;
  }
  return false;
}

/* What is paired says the same number; whether it counts the same is another question. */
static void compare_paired(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_claims *source, const struct mdq_claims *target) {
  for (size_t i = 0; i < source->count; i++) {
    const struct mdq_claim *s = &source->items[i];
    if (!s->paired || s->type != MDQ_CLAIM_NUMBER) continue;
    const struct mdq_claim *t = &target->items[s->partner];
    struct mdq_place at = mdq_at(segment, t->start, t->end);
    bool plain = t->kind == MDQ_QUANTITY_PLAIN && !t->unit, source_plain = s->kind == MDQ_QUANTITY_PLAIN && !s->unit;
    if (is_percent(s) && plain && !shares_percent(target, t))
      mdq_report(ctx, PERCENT, .at = at, .x = text_of(segment->source, s), .y = text_of(segment->text, t));
    else if (is_percent(t) && source_plain && !shares_percent(source, s))
      mdq_report(ctx, PERCENT, .at = at, .x = text_of(segment->source, s), .y = text_of(segment->text, t));
    bool money = s->kind == MDQ_QUANTITY_MONEY && t->kind == MDQ_QUANTITY_MONEY;
    if (money && mdq_claims_equal(s, t) && !mdq_units_agree(s->unit, t->unit))
      mdq_report(ctx, UNIT, .at = at, .x = mdq_unit_id(s->unit), .y = mdq_unit_id(t->unit));
  }
}

static void compare_segment(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  const struct mdq_segment *source = mdq_source_segment(ctx, segment);
  if (!source) return;
  const struct mdq_quantities *theirs = mdq_source_quantities(ctx, segment), *ours = mdq_segment_quantities(ctx, segment);
  const struct mdq_dates *their_dates = mdq_source_dates(ctx, segment), *our_dates = mdq_segment_dates(ctx, segment);
  struct mdq_claims s, t;
  if (!theirs || !ours || !their_dates || !our_dates) return;
  if (!mdq_claims_english(ctx->scratch, source, theirs, their_dates, &s)) return;
  if (!mdq_claims_arabic(ctx->scratch, segment, ours, our_dates, ctx->tables[MONTHS], ctx->tables[WEEKDAYS], &t)) return;
  if (!mdq_claims_match(ctx->scratch, &s, &t)) return;
  compare_paired(ctx, segment, &s, &t);
  keep(ctx, segment, &s, &t, true);
  keep(ctx, segment, &t, &s, false);
}

/* One claim of the source and one of the draft that contradict each other. */
static void report_pair(struct mdq_ctx *ctx, size_t rule, struct mdq_residue *s, struct mdq_residue *t, enum mdq_severity severity) {
  s->settled = t->settled = true;
  mdq_report(ctx, rule, .at = t->at, .x = s->text, .y = t->text, .severity = severity);
}

/* Of numbers that say nothing which can be missed: parts of names, "dozens", fractions, one and two. */
static bool is_loose(const struct mdq_residue *r) {
  const struct mdq_claim *c = &r->claim;
  if (c->type != MDQ_CLAIM_NUMBER) return false;
  return c->kind == MDQ_QUANTITY_IDENTIFIER || c->kind == MDQ_QUANTITY_VAGUE || c->value <= SMALL;
}

static bool same_measure(const struct mdq_claim *s, const struct mdq_claim *t) {
  if (s->kind != t->kind) return false;
  return s->kind != MDQ_QUANTITY_PLAIN || (s->unit && s->unit == t->unit);
}

/* How much the two look like one number, spoilt: the rule to report, or -1. */
static int rule_of_pair(const struct mdq_residue *s, const struct mdq_residue *t, int pass) {
  const struct mdq_claim *a = &s->claim, *b = &t->claim;
  if (a->type != b->type) return -1;
  if (a->type == MDQ_CLAIM_WEEKDAY) return WEEKDAY;
  if (a->type != MDQ_CLAIM_NUMBER) return DATE;
  enum mdq_discrepancy slip = mdq_claims_discrepancy(a, b);
  bool vague = a->kind == MDQ_QUANTITY_VAGUE || b->kind == MDQ_QUANTITY_VAGUE;
  if (vague) return a->kind == b->kind && slip == MDQ_DISCREPANCY_MAGNITUDE && a->value >= 1e6 && b->value >= 1e6 ? MAGNITUDE : -1;
  if (is_loose(s) && is_loose(t)) return -1;
  if (slip == MDQ_DISCREPANCY_MAGNITUDE) return MAGNITUDE;
  if (slip != MDQ_DISCREPANCY_NONE) return MISMATCH;
  return pass && same_measure(a, b) && !is_loose(s) && !is_loose(t) ? MISMATCH : -1;
}

static void report_pairs(struct mdq_ctx *ctx, struct mdq_residue *s, size_t s_count, struct mdq_residue *t, size_t t_count) {
  enum { WINDOW = 32 };
  for (int pass = 0; pass < 2; pass++) {
    for (size_t i = 0; i < s_count; i++) {
      for (size_t j = 0; j < t_count && j < WINDOW && !s[i].settled; j++) {
        int rule = t[j].settled ? -1 : rule_of_pair(&s[i], &t[j], pass);
        if (rule >= 0) report_pair(ctx, (size_t)rule, &s[i], &t[j], 0);
      }
    }
  }
}

/* Months and days that are missing with their date; a month alone is often said as «هذا الشهر», a weekday as «أمس». */
static void report_missing_date(struct mdq_ctx *ctx, struct mdq_residue *r) {
  if (r->claim.type == MDQ_CLAIM_DAY) mdq_report(ctx, DATE, .at = r->at, .x = r->text, .y = MDQ_SPAN_LIT("—"), .severity = MDQ_WARNING);
}

static void report_single(struct mdq_ctx *ctx, struct mdq_residue *r, bool of_source) {
  if (r->settled || is_loose(r)) return;
  if (r->claim.type != MDQ_CLAIM_NUMBER) {
    if (of_source) report_missing_date(ctx, r);
    return;
  }
  if (of_source) mdq_report(ctx, MISSING, .at = r->at, .x = r->text, .severity = r->headline ? MDQ_NOTE : 0);
  else mdq_report(ctx, EXTRA, .at = r->at, .x = r->text, .severity = r->headline ? MDQ_NOTE : 0);
}

/* The residues of one segment, from *from on. */
static size_t of_segment(const struct mdq_residues *residues, size_t from, uint32_t segment) {
  size_t end = from;
  while (end < residues->count && residues->items[end].segment == segment) end++;
  return end;
}

static void finish(struct mdq_ctx *ctx) {
  struct state *state = ctx->state;
  struct mdq_residues *source = &state->source, *target = &state->target;
  if (!mdq_residues_settle(ctx->arena, source, target)) return;
  for (size_t s = 0, t = 0; s < source->count || t < target->count;) {
    uint32_t segment = s < source->count ? source->items[s].segment : UINT32_MAX;
    if (t < target->count && target->items[t].segment < segment) segment = target->items[t].segment;
    size_t s_end = of_segment(source, s, segment), t_end = of_segment(target, t, segment);
    report_pairs(ctx, source->items + s, s_end - s, target->items + t, t_end - t);
    for (; s < s_end; s++) report_single(ctx, &source->items[s], true);
    for (; t < t_end; t++) report_single(ctx, &target->items[t], false);
  }
}

const struct mdq_rule_group mdq_rules_bilingual_numbers = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = (const char *const[]){ "dates/months.tsv", "dates/weekdays.tsv", NULL },
  .state_size = sizeof(struct state), .segment = compare_segment, .finish = finish,
};
