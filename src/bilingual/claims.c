#include "bilingual/claims.h"

#include "quantity/units.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { SHORTEST_MONTH_ALONE = 3 }; /* letters: «آب» is a father as well */

struct collector {
  struct mdq_arena *arena;
  const struct mdq_segment *segment;
  struct mdq_claims *claims;
};

static struct mdq_claim *push(const struct collector *c, enum mdq_claim_type type, double value, size_t first, size_t last) {
  struct mdq_claims *claims = c->claims;
  struct mdq_claim *claim = mdq_arena_push(c->arena, &claims->items, &claims->count, &claims->capacity, sizeof *claim);
  if (!claim) return NULL;
  *claim = (struct mdq_claim){
    .type = (uint8_t)type, .value = value, .order = (uint32_t)(claims->count - 1), .start = c->segment->tokens[first].start, .end = c->segment->tokens[last].end,
  };
  claim->from = claim->start;
  claim->to = claim->end;
  return claim;
}

/* A key (FNV-1a) of what is written; 0 if it is anything else than figures with separators. */
static uint64_t written_key(struct mdq_span text) {
  uint64_t key = 0xCBF29CE484222325u;
  for (size_t at = 0; at < text.len;) {
    uint32_t c = mdq_utf8_next(text, &at);
    int digit = mdq_digit_value(c);
    if (digit >= 0) c = '0' + (uint32_t)digit;
    else if (c == 0x066B) c = '.';
    else if (c == 0x066C || c == 0x060C) c = ',';
    else if (c != '.' && c != ',' && c != ':' && c != '/') return 0;
    key = (key ^ c) * 0x100000001B3u;
  }
  return key;
}

/* "Kepler 22b": the letter is part of a name. */
static bool follows_capital(const struct mdq_segment *segment, size_t i) {
  char first = i && mdq_token_is(segment, i - 1, MDQ_TOKEN_LAT) ? mdq_token_text(segment, i - 1).ptr[0] : '\0';
  return first >= 'A' && first <= 'Z';
}

/* «ألفا متفرج» are two thousand, «ألفا و300» one. */
static bool may_be_dual(const struct mdq_segment *segment, const struct mdq_quantity *q) {
  static const char *const duals[] = { "الفا", "والفا", "مليونا", "ومليونا", "مليارا", "ومليارا", "تريليونا", "وتريليونا", NULL };
  return q->spelled && q->first == q->last && mdq_span_is_one_of(mdq_token_v2(segment, q->first), duals);
}

/* 1.234 may be 1234, and "5m" five metres or five million. */
static double other_reading(const struct mdq_segment *segment, const struct mdq_quantity *q) {
  if (q->ambiguous) return q->value * 1000;
  if (may_be_dual(segment, q)) return q->value * 2;
  const struct mdq_token *last = &segment->tokens[q->last];
  bool letter = last->kind == MDQ_TOKEN_LAT && mdq_token_glued(segment, q->last);
  bool m = letter && mdq_span_is(mdq_token_text(segment, q->last), "m"), b = letter && mdq_span_is(mdq_token_text(segment, q->last), "b");
  if (b && q->kind == MDQ_QUANTITY_PLAIN && q->magnitude && follows_capital(segment, q->first)) return q->value / 1e9;
  if (!m || q->kind != MDQ_QUANTITY_PLAIN) return 0;
  return q->magnitude ? q->value / 1e6 : q->value * 1e6;
}

static bool holds_one_of(struct mdq_span text, const char *const *words) {
  for (size_t i = 0; words[i]; i++)
    if (memmem(text.ptr, text.len, words[i], strlen(words[i]))) return true;
  return false;
}

static bool ends_with_one_of(struct mdq_span text, const char *const *words) {
  for (size_t i = 0; words[i]; i++)
    if (mdq_span_ends(text, mdq_span_str(words[i]))) return true;
  return false;
}

/* What stands around a temperature: whether it is below zero, or by how much another one is higher or lower. */
static void read_temperature(struct mdq_span text, struct mdq_claim *claim) {
  static const char *const minus[] = { "minus ", "Minus ", "negative ", "ناقص ", NULL }, *const signs[] = { "-", "−", "–", NULL };
  static const char *const below[] = { "below zero", "below freezing", "تحت الصفر", "دون الصفر", NULL }, *const by[] = { " by ", " by about ", " by around ", " by nearly ", " by almost ", NULL };
  static const char *const compared[] = { " warmer", " cooler", " colder", " hotter", " higher", " lower", " above ", NULL };
  enum { REACH = 28 }; /* bytes behind it */
  if (!claim->unit || !mdq_span_is(mdq_unit_dimension(claim->unit), "temperature")) return;
  struct mdq_span before = mdq_span_sub(text, 0, claim->start), behind = mdq_span_sub(text, claim->to, text.len < claim->to + REACH ? text.len : claim->to + REACH);
  bool sign = ends_with_one_of(before, signs) && (before.len < 4 || before.ptr[before.len - 2] == ' ' || before.ptr[before.len - 4] == ' ');
  claim->below_zero = sign || ends_with_one_of(before, minus) || holds_one_of(behind, below);
  claim->difference = !claim->below_zero && (ends_with_one_of(before, by) || holds_one_of(behind, compared));
}

static bool take_quantities(const struct collector *c, const struct mdq_quantities *quantities) {
  c->claims->quantities = quantities->count;
  for (size_t i = 0; i < quantities->count; i++) {
    const struct mdq_quantity *q = &quantities->items[i];
    struct mdq_claim *claim = push(c, MDQ_CLAIM_NUMBER, q->value, q->first, q->last);
    if (!claim) return false;
    claim->start = q->start;
    claim->end = q->end;
    if (claim->from > q->start) claim->from = q->start;
    if (claim->to < q->end) claim->to = q->end;
    claim->written = written_key(mdq_span_sub(c->segment->text, q->start, q->end));
    claim->step = q->step;
    claim->other = other_reading(c->segment, q);
    claim->unit = q->unit;
    claim->kind = (uint8_t)q->kind;
    claim->part = (uint8_t)q->part;
    claim->spelled = q->spelled;
    claim->dual = q->dual;
    claim->approximate = q->approximate;
    claim->magnitude = q->magnitude;
    claim->in_date = q->in_date;
    read_temperature(c->segment->text, claim);
  }
  return true;
}

/* The quantities have the date's year. *from: the first quantity that may belong to this date or a later one. */
static bool has_year(const struct mdq_quantities *quantities, const struct mdq_date *date, size_t *from) {
  while (*from < quantities->count && quantities->items[*from].first < date->first) ++*from;
  for (size_t i = *from; i < quantities->count && quantities->items[i].first <= date->last; i++)
    if ((int)quantities->items[i].value == date->year) return true;
  return false;
}

/* Days, months and years of figures: 5/3/2024 may be read both ways. */
static bool take_date(const struct collector *c, const struct mdq_date *date, bool year, bool month) {
  if (year) {
    struct mdq_claim *claim = push(c, MDQ_CLAIM_NUMBER, date->year, date->first, date->last);
    if (!claim) return false;
    claim->kind = MDQ_QUANTITY_YEAR;
    claim->in_date = true;
  }
  struct mdq_claim *claim;
  if (date->day) {
    if (!(claim = push(c, MDQ_CLAIM_DAY, date->day, date->first, date->last))) return false;
    claim->other = date->either_order ? date->month : 0;
    claim->spelled = date->ordinal;
  }
  if (date->month && month) {
    if (!(claim = push(c, MDQ_CLAIM_MONTH, date->month, date->first, date->last))) return false;
    claim->other = date->either_order ? date->day : 0;
  }
  return !date->weekday || push(c, MDQ_CLAIM_WEEKDAY, date->weekday, date->weekday_token, date->weekday_token);
}

/* Days of one list share their month, which is said once. */
static bool take_dates(const struct collector *c, const struct mdq_dates *dates, const struct mdq_quantities *quantities) {
  for (size_t i = 0, quantity = 0; i < dates->count; i++) {
    const struct mdq_date *date = &dates->items[i];
    bool listed = i && dates->items[i - 1].last == date->last;
    if (date->calendar != MDQ_GREGORIAN) continue;
    bool year = date->figures && date->year && !has_year(quantities, date, &quantity);
    if (!take_date(c, date, year, !listed)) return false;
  }
  c->claims->dated = c->claims->count;
  return true;
}

bool mdq_claims_english(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_quantities *quantities, const struct mdq_dates *dates,
                        struct mdq_claims *claims) {
  struct collector c = { arena, segment, claims };
  *claims = (struct mdq_claims){ 0 };
  return take_quantities(&c, quantities) && take_dates(&c, dates, quantities);
}

static int number_of(const struct mdq_row *month) {
  int number = 0;
  for (size_t i = 0; i < month->column[2].len; i++) number = number * 10 + month->column[2].ptr[i] - '0';
  return number;
}

/* A month or a weekday at token i that is part of no date. *length: its tokens. */
static bool take_alone(const struct collector *c, size_t i, const struct mdq_table *months, const struct mdq_table *weekdays, size_t *length) {
  int weekday = mdq_weekday_name(weekdays, mdq_token_v2(c->segment, i), NULL);
  *length = 1;
  if (weekday) return push(c, MDQ_CLAIM_WEEKDAY, weekday, i, i) != NULL;
  const struct mdq_row *month = mdq_month_name(c->segment, i, months, length);
  if (!month) {
    *length = 1;
    return true;
  }
  bool gregorian = !mdq_span_is(month->column[1], "hijri"), lone = c->segment->tokens[i].word->letters < SHORTEST_MONTH_ALONE;
  return !gregorian || lone || push(c, MDQ_CLAIM_MONTH, number_of(month), i, i + *length - 1);
}

bool mdq_claims_arabic(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_quantities *quantities, const struct mdq_dates *dates,
                       const struct mdq_table *months, const struct mdq_table *weekdays, struct mdq_claims *claims) {
  struct collector c = { arena, segment, claims };
  *claims = (struct mdq_claims){ 0 };
  if (!take_quantities(&c, quantities) || !take_dates(&c, dates, quantities)) return false;
  size_t date = 0, length = 1;
  for (size_t i = 0; i < segment->token_count; i += length) {
    length = 1;
    while (date < dates->count && dates->items[date].last < i) date++;
    bool dated = date < dates->count && dates->items[date].first <= i && i <= dates->items[date].last;
    if (!dated && segment->tokens[i].kind == MDQ_TOKEN_AR && !take_alone(&c, i, months, weekdays, &length)) return false;
  }
  return true;
}

bool mdq_claim_is_of_street(struct mdq_span text, const struct mdq_claim *claim) {
  static const char *const streets[] = { " Street", " Avenue", " Road", " Lane", " Boulevard", NULL };
  enum { LONGEST = 28 }; /* bytes of name and word */
  struct mdq_span behind = mdq_span_sub(text, claim->end, text.len < claim->end + LONGEST ? text.len : claim->end + LONGEST);
  if (behind.len < 2 || behind.ptr[1] < 'A' || behind.ptr[1] > 'Z') return false;
  for (size_t i = 0; streets[i]; i++) {
    const char *at = memmem(behind.ptr, behind.len, streets[i], strlen(streets[i]));
    if (at && !memchr(behind.ptr, '.', (size_t)(at - behind.ptr)) && !memchr(behind.ptr, ',', (size_t)(at - behind.ptr))) return true;
  }
  return false;
}
