/* Numbers and dates of the draft against those of its source (linguistics.md §3, §4). What the source says must be said,
   and nothing else, but it may be said otherwise: rounded, in another unit, in words, in a neighbouring sentence. */
#include <math.h>

#include "arabic/relative_day.h"
#include "base/ascii.h"
#include "bilingual/exchange.h"
#include "bilingual/hints.h"
#include "bilingual/match.h"
#include "bilingual/measure.h"
#include "bilingual/residue.h"
#include "lint/facts.h"
#include "quantity/units.h"

enum { MISMATCH, MISSING, EXTRA, MAGNITUDE, DATE, DATE_MISSING, WEEKDAY, PERCENT, CURRENCY, UNIT, EXCHANGED, WEEKDAY_MISSING };
enum { MONTHS, WEEKDAYS, STEMS, ENGLISH, UNITS, COUNTED };
enum {
  SIMILAR_MOST = 64, /* claims of a segment that are looked at for another mention of one */
  HINTS_MOST = 16    /* claims of a segment that words which only hint at them are looked for */
};

static const struct mdq_rule rules[] = {
#include "rules/bilingual/numbers_texts.h"
};

struct unit { /* segments that one paragraph of the source was divided into; mostly there is one */
  struct mdq_span source;
  uint32_t number, segments;
  size_t first; /* its residues of the source */
};

struct state {
  struct mdq_residues source, target;
  struct unit unit;
};

/* As written, with its unit, without the ending of "Thursday's". */
static struct mdq_span text_of(struct mdq_span text, const struct mdq_claim *claim) {
  struct mdq_span written = mdq_span_sub(text, claim->from, claim->to);
  bool possessive = mdq_span_ends(written, MDQ_SPAN_LIT("'s")) || mdq_span_ends(written, MDQ_SPAN_LIT("’s"));
  if (possessive) written.len -= mdq_span_ends(written, MDQ_SPAN_LIT("'s")) ? 2 : 4;
  return written;
}

static bool is_name(const struct mdq_claim *claim) {
  return claim->type == MDQ_CLAIM_MONTH || claim->type == MDQ_CLAIM_WEEKDAY;
}

/* One and two are said in many ways: both, first, a pair; so are halves. */
static bool is_small(const struct mdq_claim *c) {
  bool counts = c->kind == MDQ_QUANTITY_PLAIN || c->kind == MDQ_QUANTITY_ORDINAL || c->kind == MDQ_QUANTITY_MONEY;
  bool score = c->part == MDQ_QUANTITY_SCORE_ONE || c->part == MDQ_QUANTITY_SCORE_OTHER;
  bool fraction = c->spelled && c->value < 1;
  return c->type == MDQ_CLAIM_NUMBER && (score || counts) && (fraction || c->value == 0 || c->value == 1 || c->value == 2);
}

/* "Radio 4", "S&P 500", a telephone number: figures that stand by themselves, unlike those of F-35. */
static bool stands_apart(struct mdq_span text, const struct mdq_claim *claim) {
  static const char *const joined = "-./";
  if (claim->start && (mdq_ascii_alnum(text.ptr[claim->start - 1]) || strchr(joined, text.ptr[claim->start - 1]))) return false;
  if (claim->end + 1 < text.len && text.ptr[claim->end] == '-' && mdq_ascii_digit(text.ptr[claim->end + 1])) return false;
  for (size_t i = claim->start; i < claim->end; i++)
    if (!mdq_ascii_digit(text.ptr[i])) return false;
  return true;
}

/* «اللجنة الرباعية», «ثلاثي الأبعاد»: a name or a shape more often than a number. */
static bool is_adjective(struct mdq_span word) {
  static const char *const adjectives[] = { "ثلاثي", "رباعي", "خماسي", "سداسي", "سباعي", "تساعي", NULL };
  for (size_t i = 0; adjectives[i]; i++) {
    const char *at = memmem(word.ptr, word.len, adjectives[i], strlen(adjectives[i]));
    if (!at) continue;
    struct mdq_span rest = mdq_span_of(at + strlen(adjectives[i]), word.len - (size_t)(at - word.ptr) - strlen(adjectives[i]));
    if (!rest.len || mdq_span_is(rest, "ة")) return true;
  }
  return false;
}

/* "Nikkei 225": an index that is known by its name alone. */
static bool is_of_index(struct mdq_span text, const struct mdq_claim *claim) {
  static const char *const names[] = { "Nikkei ", "FTSE ", "CAC ", "CAC-", "DAX ", "IBEX ", "STOXX ", "Stoxx ", NULL };
  struct mdq_span before = mdq_span_sub(text, 0, claim->start);
  for (size_t i = 0; names[i]; i++)
    if (mdq_span_ends(before, mdq_span_str(names[i]))) return true;
  return false;
}

/* "1:45 p.m. ET (1745 GMT)": the same moment in another zone stands beside it, and the draft has that. */
static bool is_said_by_another_zone(struct mdq_span text, const struct mdq_claims *claims, const struct mdq_claim *claim, bool of_source) {
  enum { GAP_OF_SOURCE = 16, GAP_OF_DRAFT = 64, REACH = 32 }; /* bytes */
  const size_t gap = of_source ? GAP_OF_SOURCE : GAP_OF_DRAFT;
  if (claim->type != MDQ_CLAIM_NUMBER || claim->kind != MDQ_QUANTITY_CLOCK) return false;
  struct mdq_span behind = mdq_span_sub(text, claim->end, text.len < claim->end + REACH ? text.len : claim->end + REACH);
  if (!of_source && !memmem(behind.ptr, behind.len, "توقيت", strlen("توقيت"))) return false; /* the draft adds one only with its zone */
  for (size_t side = 0; side < 2; side++) {
    size_t at = side ? claim->order + 1u : claim->order - 1u; /* there is none before the first */
    const struct mdq_claim *other = at < claims->quantities ? &claims->items[at] : NULL;
    bool near = other && other->kind == MDQ_QUANTITY_CLOCK && other->paired && (side ? other->start - claim->end : claim->start - other->end) <= gap;
    if (near && ((int)claim->value - (int)other->value) % 30 == 0) return true;
  }
  return false;
}

static bool is_loose(struct mdq_span text, const struct mdq_claim *claim, bool of_source) {
  if (claim->type != MDQ_CLAIM_NUMBER) return false;
  if (claim->kind == MDQ_QUANTITY_IDENTIFIER) return !of_source || !stands_apart(text, claim) || is_of_index(text, claim);
  if (claim->kind == MDQ_QUANTITY_CLOCK && claim->spelled && of_source) return true; /* noon, midnight */
  if (!of_source && mdq_claim_is_in(claim, "hijri")) return true; /* stands beside the source's date, which is of the other calendar */
  if (of_source && mdq_claim_is_of_street(text, claim)) return true;
  return claim->kind == MDQ_QUANTITY_VAGUE || is_small(claim) || (!of_source && is_adjective(mdq_span_sub(text, claim->start, claim->end)));
}

/* Another mention of the same thing, or the thing in another unit: "30 metres (100 feet)". */
static bool said_again(const struct mdq_claim *claim, const struct mdq_claims *said, bool of_source) {
  for (size_t i = 0; i < said->count && i < SIMILAR_MOST; i++) {
    const struct mdq_claim *other = &said->items[i];
    if (other->paired && (of_source ? mdq_claims_agree(claim, other) : mdq_claims_agree(other, claim))) return true;
  }
  return false;
}

struct side { /* of a segment: the source or the draft */
  const struct mdq_segment *segment;
  struct mdq_claims claims;
  struct mdq_english_pieces pieces; /* of the source, read when first asked for */
  enum { UNASKED, BRITISH, NOT_BRITISH } pounds; /* of the source */
};

static const struct mdq_english_pieces *pieces_of(struct mdq_ctx *ctx, struct side *source) {
  bool read = source->pieces.count || mdq_english_read(ctx->scratch, source->segment, ctx->tables[ENGLISH], &source->pieces);
  return read ? &source->pieces : NULL;
}

static bool is_hinted(struct mdq_ctx *ctx, const struct mdq_claim *claim, const struct side *mine, struct side *other, bool of_source) {
  const struct mdq_hint_tables known = { .stems = ctx->tables[STEMS], .units = ctx->tables[UNITS] };
  struct mdq_span written = mdq_span_sub(mine->segment->text, claim->start, claim->end);
  if (mdq_hinted_duration(claim, mine->segment->text, &other->claims, other->segment->text)) return true;
  if (of_source && mdq_hinted_quarter(other->segment, &other->claims, claim, mine->segment->text)) return true;
  if (of_source) return mdq_hinted_in_arabic(other->segment, &other->claims, &known, claim, written);
  const struct mdq_english_pieces *pieces = pieces_of(ctx, other);
  return pieces && (mdq_hinted_in_english(pieces, &known, claim) || mdq_hinted_year(pieces, claim, mine->segment->text));
}

/* Where the dateline of an agency ends, "LIMA, May 3 (Agency) - ". 0: there is none. */
static size_t dateline_end(struct mdq_span text) {
  enum { LONGEST_PLACE = 80, LONGEST_AGENCY = 40 };
  size_t open = 0, close;
  while (open < text.len && open < LONGEST_PLACE && text.ptr[open] != '(') open++;
  if (open == text.len || text.ptr[open] != '(') return 0;
  for (close = open; close < text.len && close < open + LONGEST_AGENCY && text.ptr[close] != ')';) close++;
  if (close == text.len || text.ptr[close] != ')') return 0;
  size_t at = close + 1;
  while (at < text.len && text.ptr[at] == ' ') at++;
  struct mdq_span behind = mdq_span_sub(text, at, text.len);
  bool dash = mdq_span_starts(behind, MDQ_SPAN_LIT("-")) || mdq_span_starts(behind, MDQ_SPAN_LIT("–")) || mdq_span_starts(behind, MDQ_SPAN_LIT("—"));
  return dash ? open : 0;
}

/* Where the date of a dateline ends that the draft leaves out, month and all; 0: there is none. */
static size_t left_out_date(const struct side *source) {
  size_t end = dateline_end(source->segment->text);
  for (size_t i = source->claims.quantities; i < source->claims.dated && source->claims.items[i].start < end; i++)
    if (source->claims.items[i].type == MDQ_CLAIM_MONTH && source->claims.items[i].paired) return 0;
  return end;
}

/* "Black Friday", "Saturday Night": a name, which is rendered otherwise. */
static bool is_named_day(const struct side *source, const struct mdq_claim *claim) {
  struct mdq_span text = source->segment->text, before = mdq_span_sub(text, 0, claim->from), behind = mdq_span_sub(text, claim->to, text.len);
  while (before.len && before.ptr[before.len - 1] == ' ') before.len--;
  size_t word = before.len;
  while (word && mdq_ascii_alnum(before.ptr[word - 1])) word--;
  bool led = word < before.len && word && before.ptr[word] >= 'A' && before.ptr[word] <= 'Z'; /* the first word of all has a capital anyhow */
  return led || (behind.len > 1 && behind.ptr[0] == ' ' && behind.ptr[1] >= 'A' && behind.ptr[1] <= 'Z');
}

/* «أمس», «اليوم», «غدا» */
static bool names_relative_day(const struct mdq_segment *draft) {
  struct mdq_relative_day day;
  for (size_t i = 0; i < draft->token_count; i++)
    if (mdq_may_be_relative_day(mdq_token_v2(draft, i)) && mdq_relative_day(draft, i, &day)) return true;
  return false;
}

/* It stands in words that have lost their spaces, or without its article, «كل سبت». */
static bool holds_weekday(const struct mdq_table *weekdays, struct mdq_span text, int weekday) {
  for (size_t i = 0; i < weekdays->row_count; i++) {
    const struct mdq_row *row = mdq_table_row(weekdays, i);
    struct mdq_span name = mdq_span_sub(row->column[2], strlen("ال"), row->column[2].len);
    if (row->column[1].ptr[0] - '0' == weekday && memmem(text.ptr, text.len, name.ptr, name.len)) return true;
  }
  return false;
}

/* A weekday of the source that need not be in the draft. */
static bool is_dispensable(struct mdq_ctx *ctx, const struct side *source, const struct mdq_claim *claim, const struct mdq_segment *draft) {
  return draft->headline || is_named_day(source, claim) || names_relative_day(draft) || holds_weekday(ctx->tables[WEEKDAYS], draft->text, (int)claim->value);
}

static bool is_of_date(const struct mdq_claim *claim) {
  return claim->type == MDQ_CLAIM_DAY || claim->type == MDQ_CLAIM_MONTH || claim->in_date;
}

/* What an ordinal ranks: «الجولة الثانية», "Q3". */
static uint64_t ranked_by(struct mdq_ctx *ctx, struct side *mine, const struct mdq_claim *claim, bool of_source) {
  bool rank = claim->type == MDQ_CLAIM_NUMBER && (claim->kind == MDQ_QUANTITY_ORDINAL || (of_source && claim->kind == MDQ_QUANTITY_IDENTIFIER));
  if (!rank) return 0;
  if (!of_source) return mdq_counted_arabic(mine->segment, ctx->tables[COUNTED], &mine->claims, claim);
  const struct mdq_english_pieces *pieces = pieces_of(ctx, mine);
  return pieces ? mdq_counted_english(pieces, ctx->tables[COUNTED], claim) : 0;
}

/* Keeps what no counterpart was found for. Looking for hints takes time, so only a few of one segment are given that much care. */
static void keep(struct mdq_ctx *ctx, struct side *mine, struct side *other, const struct mdq_segment *draft) {
  struct state *state = ctx->state;
  bool of_source = mine->segment != draft;
  struct mdq_residues *residues = of_source ? &state->source : &state->target;
  size_t looked = 0, dateline = of_source ? left_out_date(mine) : dateline_end(mine->segment->text); /* desks add the year there */
  for (size_t i = 0; i < mine->claims.count; i++) {
    const struct mdq_claim *claim = &mine->claims.items[i];
    if (claim->paired) continue;
    bool again = said_again(claim, &other->claims, of_source);
    bool loose = again || (is_of_date(claim) && claim->end <= dateline) || is_said_by_another_zone(mine->segment->text, &mine->claims, claim, of_source) || is_loose(mine->segment->text, claim, of_source);
    if (of_source && claim->type == MDQ_CLAIM_WEEKDAY && (looked++ >= HINTS_MOST || is_dispensable(ctx, mine, claim, draft))) loose = true;
    if (again && !of_source) continue;
    if (!loose && !is_name(claim) && looked++ < HINTS_MOST && is_hinted(ctx, claim, mine, other, of_source)) continue;
    struct mdq_residue *r = mdq_arena_push(ctx->arena, &residues->items, &residues->count, &residues->capacity, sizeof *r);
    if (!r) return;
    *r = (struct mdq_residue){ .claim = *claim, .unit = state->unit.number, .headline = draft->headline, .loose = loose, .ranked = ranked_by(ctx, mine, claim, of_source) };
    r->text = text_of(of_source ? draft->source : draft->text, claim);
    r->at = of_source ? mdq_at(draft, 0, draft->text.len) : mdq_at(draft, claim->start, claim->end);
  }
}

static bool is_percent(const struct mdq_claim *claim) {
  return claim->type == MDQ_CLAIM_NUMBER && claim->kind == MDQ_QUANTITY_PERCENT;
}

/* Something that is no percentage for certain; points may be. */
static bool is_count(const struct mdq_claim *claim) {
  static const unsigned counts = 1u << MDQ_QUANTITY_PLAIN | 1u << MDQ_QUANTITY_IDENTIFIER | 1u << MDQ_QUANTITY_YEAR | 1u << MDQ_QUANTITY_MONEY;
  if (claim->unit && mdq_span_is(mdq_unit_dimension(claim->unit), "points")) return false;
  return claim->type == MDQ_CLAIM_NUMBER && (counts >> claim->kind & 1) && claim->value >= 1;
}

/* A list or a range ends with a percentage, which lends its sign: «من 5 إلى 8 في المئة», «5 و8 و9%». */
static bool shares_percent(const struct mdq_claims *claims, const struct mdq_claim *claim) {
  enum { LINK = 18, LONGEST_LIST = 6 }; /* bytes from one number to the next; numbers */
  for (size_t i = claim->order + 1; i < claims->quantities && i <= claim->order + LONGEST_LIST; i++) {
    const struct mdq_claim *before = &claims->items[i - 1], *other = &claims->items[i];
    if (other->start < before->end || other->start - before->end > LINK) return false;
    if (is_percent(other)) return true;
  }
  return false;
}

/* "One in ten" is 10 per cent. */
static bool is_denominator(struct mdq_span text, const struct mdq_claim *claim) {
  struct mdq_span before = mdq_span_sub(text, 0, claim->start);
  return mdq_span_ends(before, MDQ_SPAN_LIT(" in ")) || mdq_span_ends(before, MDQ_SPAN_LIT(" out of "));
}

/* Another claim of the other text is the one that `claim` has for its like: the same of the same, or converted. */
static bool has_other_like(const struct mdq_claim *claim, const struct mdq_claims *others, bool of_source) {
  for (size_t i = 0; i < others->count && i < SIMILAR_MOST; i++) {
    const struct mdq_claim *other = &others->items[i], *s = of_source ? claim : other, *t = of_source ? other : claim;
    if (other->type != MDQ_CLAIM_NUMBER || other->kind != claim->kind || !other->unit || !claim->unit) continue;
    if (mdq_claims_converted(s, t) || (mdq_claims_equal(s, t) && mdq_units_agree(s->unit, t->unit))) return true;
  }
  return false;
}

/* The source tells of Britain, and not of Egypt: its pounds are sterling. */
static bool is_of_britain(const struct mdq_english_pieces *pieces) {
  static const char *const britain[] = { "uk", "u.k", "u.k.", "britain", "british", "london", "england", "scotland", "wales", NULL };
  static const char *const elsewhere[] = { "egypt", "egyptian", "egyptians", "cairo", "sudan", "sudanese", NULL };
  bool found = false;
  for (size_t i = 0; i < pieces->count; i++) {
    if (pieces->items[i].capital && mdq_english_one_of(pieces, i, elsewhere)) return false;
    found = found || (pieces->items[i].capital && mdq_english_one_of(pieces, i, britain));
  }
  return found;
}

/* Two currencies for one sum. */
static bool currencies_clash(struct mdq_ctx *ctx, struct side *source, const struct mdq_claim *s, const struct mdq_claim *t) {
  bool money = s->kind == MDQ_QUANTITY_MONEY && t->kind == MDQ_QUANTITY_MONEY, rounded = !s->approximate && !t->approximate && mdq_claims_round(s, t);
  if (!money || !(rounded || mdq_claims_equal(s, t))) return false;
  if (!mdq_units_agree(s->unit, t->unit)) return true;
  if (!mdq_claim_is_in(s, "any-pound") || !mdq_claim_is_in(t, "EGP")) return false;
  const struct mdq_english_pieces *pieces = source->pounds == UNASKED ? pieces_of(ctx, source) : NULL;
  if (pieces) source->pounds = is_of_britain(pieces) ? BRITISH : NOT_BRITISH;
  return source->pounds == BRITISH;
}

static bool percents_clash(const struct side *source, const struct side *draft, const struct mdq_claim *s, const struct mdq_claim *t) {
  bool odd = is_percent(s) ? is_count(t) && !shares_percent(&draft->claims, t) : is_percent(t) && is_count(s) && !shares_percent(&source->claims, s);
  bool multiple = fmax(s->value, t->value) > 50 * fmin(s->value, t->value); /* 1.1 times is 110 per cent */
  return odd && !multiple && !(s->value == 10 && is_denominator(source->segment->text, s)) && mdq_claims_agree(s, t);
}

/* What is paired says the same number; whether it counts the same is another question. "Nine out of ten" has its parts paired with 90 %. */
static void compare_pair(struct mdq_ctx *ctx, struct side *source, const struct side *draft, const struct mdq_claim *s, const struct mdq_claim *t) {
  const struct mdq_segment *segment = draft->segment;
  int rule = -1;
  if (percents_clash(source, draft, s, t)) rule = PERCENT;
  else if (currencies_clash(ctx, source, s, t)) rule = CURRENCY;
  else if (mdq_claims_units_clash(s, t) && !has_other_like(s, &draft->claims, true) && !has_other_like(t, &source->claims, false)) rule = UNIT;
  if (rule >= 0) mdq_report(ctx, (size_t)rule, .at = mdq_at(segment, t->start, t->end), .x = text_of(segment->source, s), .y = text_of(segment->text, t));
}

static void compare_paired(struct mdq_ctx *ctx, struct side *source, const struct side *draft) {
  struct mdq_exchange exchanges[MDQ_EXCHANGES_MOST];
  struct mdq_exchange_texts texts = { .source = &source->claims, .target = &draft->claims, .segment = draft->segment, .counted = ctx->tables[COUNTED] };
  if (mdq_may_be_exchanged(&source->claims, &draft->claims)) texts.pieces = pieces_of(ctx, source);
  size_t count = texts.pieces ? mdq_exchanges_find(&texts, exchanges) : 0;
  for (size_t i = 0; i < count; i++) {
    const struct mdq_exchange *e = &exchanges[i];
    mdq_report(ctx, EXCHANGED, .at = mdq_at(draft->segment, e->target[0]->start, e->target[0]->end), .x = text_of(draft->segment->source, e->source[0]),
               .y = text_of(draft->segment->source, e->source[1]));
  }
  for (size_t i = 0; i < source->claims.count; i++) {
    const struct mdq_claim *s = &source->claims.items[i], *t = s->paired && s->type == MDQ_CLAIM_NUMBER ? &draft->claims.items[s->partner] : NULL;
    if (!t || t->partner != s->order) continue; /* the second of a pair that are one in the draft */
    bool exchanged = false;
    for (size_t k = 0; k < count; k++) exchanged = exchanged || exchanges[k].source[0] == s || exchanges[k].source[1] == s;
    if (!exchanged) compare_pair(ctx, source, draft, s, t);
  }
}

/* What was left in English is said to be so by another rule. */
static bool is_untranslated(const struct mdq_segment *segment) {
  size_t arabic = 0, latin = 0;
  for (size_t i = 0; i < segment->token_count; i++) {
    arabic += segment->tokens[i].kind == MDQ_TOKEN_AR;
    latin += segment->tokens[i].kind == MDQ_TOKEN_LAT;
  }
  return latin > 2 && latin > arabic;
}

static void close_unit(struct mdq_ctx *ctx) {
  struct state *state = ctx->state;
  if (state->unit.segments > 1) mdq_residues_unite(ctx->arena, &state->source, state->unit.first, state->unit.segments);
}

/* Opens a unit unless the segment belongs to the one at hand. */
static void enter_unit(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct state *state = ctx->state;
  bool same = segment->source_shared && state->unit.source.ptr == segment->source.ptr && state->unit.source.len == segment->source.len;
  if (!same) close_unit(ctx);
  if (!same) state->unit = (struct unit){ .source = segment->source, .number = state->unit.number + 1, .first = state->source.count };
  state->unit.segments++;
}

/* What a segment says for which no source was found: it may be what the paragraph beside it misses. */
static void keep_unpaired(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct state *state = ctx->state;
  struct mdq_claims claims;
  const struct mdq_quantities *quantities = mdq_segment_quantities(ctx, segment);
  const struct mdq_dates *dates = quantities ? mdq_segment_dates(ctx, segment) : NULL;
  if (!dates || !mdq_claims_arabic(ctx->scratch, segment, quantities, dates, ctx->tables[MONTHS], ctx->tables[WEEKDAYS], &claims)) return;
  for (size_t i = 0; i < claims.count; i++) {
    struct mdq_residue *r = mdq_arena_push(ctx->arena, &state->target.items, &state->target.count, &state->target.capacity, sizeof *r);
    if (r) *r = (struct mdq_residue){ .claim = claims.items[i], .unit = state->unit.number, .loose = true };
  }
}

static void compare_segment(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  enter_unit(ctx, segment);
  if (!segment->has_source && segment->pairing == MDQ_PAIRED_BY_CONTENT) keep_unpaired(ctx, segment);
  if (!segment->has_source || is_untranslated(segment)) return;
  struct side source = { .segment = mdq_source_segment(ctx, segment) }, draft = { .segment = segment };
  if (!source.segment) return;
  const struct mdq_quantities *theirs = mdq_source_quantities(ctx, segment), *ours = mdq_segment_quantities(ctx, segment);
  const struct mdq_dates *their_dates = mdq_source_dates(ctx, segment), *our_dates = mdq_segment_dates(ctx, segment);
  if (!theirs || !ours || !their_dates || !our_dates) return;
  if (!mdq_claims_english(ctx->scratch, source.segment, theirs, their_dates, &source.claims)) return;
  if (!mdq_claims_arabic(ctx->scratch, segment, ours, our_dates, ctx->tables[MONTHS], ctx->tables[WEEKDAYS], &draft.claims)) return;
  if (!mdq_claims_match(ctx->scratch, &source.claims, &draft.claims)) return;
  compare_paired(ctx, &source, &draft);
  keep(ctx, &source, &draft, segment);
  keep(ctx, &draft, &source, segment);
}

/* One claim of the source and one of the draft that contradict each other. */
static void report_pair(struct mdq_ctx *ctx, size_t rule, struct mdq_residue *s, struct mdq_residue *t, enum mdq_severity severity) {
  s->settled = t->settled = true;
  mdq_report(ctx, rule, .at = t->at, .x = s->text, .y = t->text, .severity = severity);
}

static bool same_measure(const struct mdq_claim *s, const struct mdq_claim *t) {
  if (s->kind != t->kind) return false;
  return s->kind != MDQ_QUANTITY_PLAIN || (s->unit && s->unit == t->unit);
}

static bool is_score(const struct mdq_claim *claim) {
  return claim->part == MDQ_QUANTITY_SCORE_ONE || claim->part == MDQ_QUANTITY_SCORE_OTHER;
}

static bool is_share(const struct mdq_claim *claim) {
  return claim->kind == MDQ_QUANTITY_PLAIN && claim->spelled && claim->value > 0 && claim->value < 1;
}

/* Thousands that became millions, dozens that became hundreds. */
static bool vague_differ(const struct mdq_claim *a, const struct mdq_claim *b) {
  return a->value >= 10 && b->value >= 10 && fmax(a->value, b->value) >= 5 * fmin(a->value, b->value);
}

/* How much the two look like one number, spoilt: the rule to report, or -1. The second pass takes what counts the same. */
static int rule_of_pair(const struct mdq_residue *s, const struct mdq_residue *t, int pass) {
  const struct mdq_claim *a = &s->claim, *b = &t->claim;
  if (a->type != b->type) return -1;
  if (a->type == MDQ_CLAIM_WEEKDAY) return WEEKDAY;
  if (a->type != MDQ_CLAIM_NUMBER) return DATE;
  if (mdq_claim_is_in(a, "hijri") != mdq_claim_is_in(b, "hijri")) return -1; /* years of two calendars */
  enum mdq_discrepancy discrepancy = mdq_claims_discrepancy(a, b);
  bool vague = a->kind == MDQ_QUANTITY_VAGUE, named = a->kind == MDQ_QUANTITY_IDENTIFIER;
  if (vague != (b->kind == MDQ_QUANTITY_VAGUE)) return -1;
  if (vague) return vague_differ(a, b) ? MAGNITUDE : -1;
  if (is_share(a) && is_share(b)) return MISMATCH;
  if (s->ranked & t->ranked) return MISMATCH;
  if (is_score(a) && is_score(b)) return MISMATCH;
  if (is_small(a) || is_small(b)) return a->written && b->written && a->unit && a->unit == b->unit ? MISMATCH : -1; /* "2 inches" */
  if (named && s->loose && a->value < 10) return -1; /* "G7" */
  if (named) return discrepancy == MDQ_DISCREPANCY_FIGURES ? MISMATCH : -1;
  if (discrepancy == MDQ_DISCREPANCY_MAGNITUDE) return MAGNITUDE;
  if (discrepancy != MDQ_DISCREPANCY_NONE) return MISMATCH;
  return pass && !s->loose && same_measure(a, b) ? MISMATCH : -1;
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

/* Days that are missing with their date, and weekdays; a month alone is often said as «هذا الشهر». */
static void report_missing_date(struct mdq_ctx *ctx, struct mdq_residue *r) {
  if (r->claim.type == MDQ_CLAIM_DAY && !r->loose) mdq_report(ctx, DATE_MISSING, .at = r->at, .x = r->text);
  if (r->claim.type == MDQ_CLAIM_WEEKDAY && !r->loose) mdq_report(ctx, WEEKDAY_MISSING, .at = r->at, .x = r->text);
}

static void report_single(struct mdq_ctx *ctx, struct mdq_residue *r, bool of_source) {
  if (r->settled || r->loose) return;
  if (r->claim.type != MDQ_CLAIM_NUMBER) {
    if (of_source) report_missing_date(ctx, r);
    return;
  }
  /* Headlines are rewritten more freely, but not by figures. */
  enum mdq_severity severity = r->headline && r->claim.spelled ? MDQ_NOTE : MDQ_WARNING;
  mdq_report(ctx, of_source ? (size_t)MISSING : (size_t)EXTRA, .at = r->at, .x = r->text, .severity = severity);
}

/* The end of the residues of one unit, from `from` on. */
static size_t of_unit(const struct mdq_residues *residues, size_t from, uint32_t unit) {
  size_t end = from;
  while (end < residues->count && residues->items[end].unit == unit) end++;
  return end;
}

static void finish(struct mdq_ctx *ctx) {
  struct state *state = ctx->state;
  struct mdq_residues *source = &state->source, *target = &state->target;
  close_unit(ctx);
  if (!mdq_residues_settle(ctx->arena, source, target)) return;
  for (size_t s = 0, t = 0; s < source->count || t < target->count;) {
    uint32_t unit = s < source->count ? source->items[s].unit : UINT32_MAX;
    if (t < target->count && target->items[t].unit < unit) unit = target->items[t].unit;
    size_t s_end = of_unit(source, s, unit), t_end = of_unit(target, t, unit);
    report_pairs(ctx, source->items + s, s_end - s, target->items + t, t_end - t);
    for (; s < s_end; s++) report_single(ctx, &source->items[s], true);
    for (; t < t_end; t++) report_single(ctx, &target->items[t], false);
  }
}

static const char *const tables[] = {
  [MONTHS] = "dates/months.tsv", [WEEKDAYS] = "dates/weekdays.tsv", [STEMS] = "numbers/number-stems.tsv", [ENGLISH] = "numbers/english-words.tsv",
  [UNITS] = "numbers/units.tsv", [COUNTED] = "bilingual/counted.tsv", NULL,
};

const struct mdq_rule_group mdq_rules_bilingual_numbers = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = tables,
  .state_size = sizeof(struct state), .segment = compare_segment, .finish = finish,
};
