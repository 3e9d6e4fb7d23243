#include "bilingual/match.h"

#include <math.h>
#include <stdlib.h>

#include "bilingual/measure.h"
#include "quantity/units.h"

enum {
  WINDOW = 48,    /* unpaired claims of the other text that are looked at for one */
  RUN_WINDOW = 16 /* equal ones of other kinds */
};

/* Weekdays and months are compared among themselves; days of months are numbers, too. */
static int group_of(const struct mdq_claim *c) {
  return c->type >= MDQ_CLAIM_MONTH ? c->type : 0;
}

static bool close_to(double a, double b, double share) {
  return fabs(a - b) <= share * fmax(fabs(a), fabs(b));
}

static bool same_value(double a, double b) {
  return a == b || close_to(a, b, 1e-7);
}

bool mdq_claims_equal(const struct mdq_claim *s, const struct mdq_claim *t) {
  if (group_of(s) != group_of(t) || !same_value(s->value, t->value)) return false;
  bool clock = s->type == MDQ_CLAIM_NUMBER && s->kind == MDQ_QUANTITY_CLOCK;
  bool other_clock = t->type == MDQ_CLAIM_NUMBER && t->kind == MDQ_QUANTITY_CLOCK;
  return clock == other_clock;
}

static bool both(const struct mdq_claim *s, const struct mdq_claim *t, enum mdq_quantity_kind kind) {
  return s->kind == kind && t->kind == kind;
}

/* A clock of twelve hours may be one of 24; "3 p.m." may be «الثالثة» alone, and 10:30 the number 10 beside «والنصف». */
static bool agree_on_clock(const struct mdq_claim *s, const struct mdq_claim *t) {
  if (both(s, t, MDQ_QUANTITY_CLOCK)) return same_value(fmod(s->value, 720), fmod(t->value, 720));
  const struct mdq_claim *clock = s->kind == MDQ_QUANTITY_CLOCK ? s : t, *number = clock == s ? t : s;
  if (clock->kind == MDQ_QUANTITY_CLOCK && number->kind == MDQ_QUANTITY_YEAR) return number->value == floor(clock->value / 60) * 100 + fmod(clock->value, 60); /* "by 1900" */
  if (clock->kind != MDQ_QUANTITY_CLOCK || (number->kind != MDQ_QUANTITY_PLAIN && number->kind != MDQ_QUANTITY_ORDINAL)) return false;
  double hour = floor(clock->value / 60), written = hour + fmod(clock->value, 60) / 100; /* 7.55 */
  bool nearly = fmod(clock->value, 60) > 30 && (number->value == hour + 1 || number->value == hour - 11); /* «التاسعة إلا الربع» */
  return nearly || number->value == hour || number->value == hour - 12 || (hour == 0 && number->value == 12) || same_value(number->value, written) ||
         same_value(number->value + 12, written);
}

/* The 1980s and the eighties; the 2000s and the 21st century; "the second decade of the 20th century" and 1910. */
static bool agree_on_period(const struct mdq_claim *s, const struct mdq_claim *t) {
  if (both(s, t, MDQ_QUANTITY_DECADE) && (s->value < 100 || t->value < 100)) return fmod(s->value, 100) == fmod(t->value, 100);
  if (s->kind == MDQ_QUANTITY_DECADE && t->kind == MDQ_QUANTITY_ORDINAL) return fmod(s->value, 100) / 10 + 1 == t->value; /* «العقد الثاني» */
  if (s->kind == MDQ_QUANTITY_DECADE && t->kind == MDQ_QUANTITY_CENTURY) return fmod(s->value, 100) == 0 && s->value / 100 + 1 == t->value;
  if (s->kind == MDQ_QUANTITY_CENTURY && t->kind == MDQ_QUANTITY_DECADE) return floor(t->value / 100) + 1 == s->value;
  if (s->kind == MDQ_QUANTITY_YEAR && t->kind == MDQ_QUANTITY_YEAR && (t->value < 100 || s->value < 100)) return fmod(s->value, 100) == fmod(t->value, 100);
  return false;
}

static bool is_whole(double value) {
  return fabs(value - round(value)) < 1e-6;
}

/* The worth of the last figure that is not a zero, where the number is round. */
static double roundness(const struct mdq_claim *c) {
  double step = c->step > 0 ? c->step : 1;
  while (step < 1e15 && fabs(c->value) >= 10 * step && is_whole(c->value / (10 * step))) step *= 10;
  return step;
}

/* Parts in words, "a third", are exact within what people round to. */
static double step_of(const struct mdq_claim *c) {
  const double part = 0.05;
  return c->step > 0 ? c->step : c->value < 1 ? part : 1;
}

bool mdq_claims_round(const struct mdq_claim *s, const struct mdq_claim *t) {
  static const unsigned exact = 1u << MDQ_QUANTITY_YEAR | 1u << MDQ_QUANTITY_CLOCK | 1u << MDQ_QUANTITY_ORDINAL | 1u << MDQ_QUANTITY_DECADE |
                                1u << MDQ_QUANTITY_CENTURY | 1u << MDQ_QUANTITY_IDENTIFIER | 1u << MDQ_QUANTITY_VAGUE;
  if (exact >> s->kind & 1 || exact >> t->kind & 1) return false;
  double fine = step_of(s), coarse = step_of(t);
  const struct mdq_claim *rounded = t, *full = s;
  if (t->approximate && close_to(s->value, t->value, 0.05) && coarse < roundness(t)) coarse = roundness(t);
  if (fine > coarse) {
    rounded = s, full = t;
    coarse = fine, fine = step_of(t);
  }
  if (coarse <= fine * 1.001) return false;
  double error = full->value - rounded->value;
  return fabs(error) <= coarse * 0.5000001 || (error > 0 && error < coarse && rounded->approximate);
}

/* "A third" and 33 %, "one in five" and a fifth. */
static bool agree_on_share(const struct mdq_claim *s, const struct mdq_claim *t) {
  const struct mdq_claim *part = s->value < 1 ? s : t, *other = part == s ? t : s;
  if (part->kind != MDQ_QUANTITY_PLAIN || part->value >= 1 || part->value <= 0) return false;
  if (other->kind == MDQ_QUANTITY_PERCENT) return fabs(part->value * 100 - other->value) <= (other->step > 0 ? other->step : 1);
  return other->kind == MDQ_QUANTITY_PLAIN && part->spelled && fabs(1 / part->value - other->value) < 1e-3;
}

/* 250 per cent and «مرتان ونصف», 1.1 times and 110 per cent. */
static bool agree_on_multiple(const struct mdq_claim *s, const struct mdq_claim *t) {
  const struct mdq_claim *percent = s->kind == MDQ_QUANTITY_PERCENT ? s : t, *times = percent == s ? t : s;
  bool may_be = percent->kind == MDQ_QUANTITY_PERCENT && times->kind == MDQ_QUANTITY_PLAIN && times->value > 1 && times->value < 20;
  return may_be && !is_whole(times->value) && same_value(times->value * 100, percent->value);
}

/* "A dozen" may be «عشرات», "two dozen" «نحو 25». */
static bool agree_vaguely(const struct mdq_claim *s, const struct mdq_claim *t) {
  const double share = 0.17; /* of 12 as of 10 */
  bool dozens = s->spelled && both(s, t, MDQ_QUANTITY_PLAIN) && !s->unit && fmod(s->value, 12) == 0;
  if (dozens && t->approximate && close_to(s->value, t->value, share)) return true;
  return s->spelled && s->kind == MDQ_QUANTITY_PLAIN && t->kind == MDQ_QUANTITY_VAGUE && fmod(s->value, 12) == 0 && t->value == 10;
}

/* The same figures, whatever they were taken for: a clock, the minutes of a match, a version. */
static bool agree_as_written(const struct mdq_claim *s, const struct mdq_claim *t) {
  return s->written && s->written == t->written;
}

/* Both readings of what is written: 1.234, or a date in figures. */
static bool agree_reread(const struct mdq_claim *s, const struct mdq_claim *t) {
  return (s->other > 0 && same_value(s->other, t->value)) || (t->other > 0 && same_value(s->value, t->other));
}

bool mdq_claims_agree(const struct mdq_claim *s, const struct mdq_claim *t) {
  if (mdq_claims_equal(s, t)) return true;
  if (s->type != t->type) return false;
  if (agree_reread(s, t)) return true;
  if (s->type != MDQ_CLAIM_NUMBER) return false;
  return agree_as_written(s, t) || agree_on_clock(s, t) || agree_on_period(s, t) || mdq_claims_converted(s, t) || agree_on_share(s, t) ||
         agree_on_multiple(s, t) || agree_vaguely(s, t) || mdq_claims_round(s, t);
}

static int compare(double a, double b) {
  return (a > b) - (a < b);
}

/* By group, then by value, then by what is counted, then by place. */
static int by_value(const void *a, const void *b) {
  const struct mdq_claim *x = *(const struct mdq_claim *const *)a, *y = *(const struct mdq_claim *const *)b;
  if (group_of(x) != group_of(y)) return group_of(x) - group_of(y);
  int value = compare(x->value, y->value);
  if (value) return value;
  if (x->type != y->type) return x->type - y->type;
  if (x->kind != y->kind) return x->kind - y->kind;
  return compare(x->order, y->order);
}

static struct mdq_claim **sorted(struct mdq_arena *arena, struct mdq_claims *claims) {
  struct mdq_claim **list = mdq_arena_array(arena, claims->count ? claims->count : 1, sizeof *list);
  for (size_t i = 0; list && i < claims->count; i++) list[i] = &claims->items[i];
  if (list) qsort(list, claims->count, sizeof *list, by_value);
  return list;
}

static void pair(struct mdq_claim *s, struct mdq_claim *t) {
  s->paired = t->paired = true;
  s->partner = t->order;
  t->partner = s->order;
}

/* The end of the run of equal values from `from` on. */
static size_t run_end(struct mdq_claim **list, size_t count, size_t from) {
  size_t end = from + 1;
  while (end < count && group_of(list[end]) == group_of(list[from]) && same_value(list[end]->value, list[from]->value)) end++;
  return end;
}

static bool same_kind(const struct mdq_claim *s, const struct mdq_claim *t) {
  return s->type == t->type && s->kind == t->kind && mdq_units_agree(s->unit, t->unit);
}

/* Within runs of one value: first those of one kind in their order, then what is left. */
static void pair_runs(struct mdq_claim **s, size_t s_count, struct mdq_claim **t, size_t t_count) {
  for (int strict = 1; strict >= 0; strict--) {
    size_t first = 0;
    for (size_t i = 0; i < s_count; i++) {
      if (s[i]->paired) continue;
      while (first < t_count && t[first]->paired) first++;
      size_t looked = 0;
      for (size_t j = first; j < t_count && looked < RUN_WINDOW; j++) {
        if (t[j]->paired) continue;
        looked++;
        if (!(strict ? same_kind(s[i], t[j]) : mdq_claims_equal(s[i], t[j]))) continue;
        pair(s[i], t[j]);
        break;
      }
    }
  }
}

static void pair_equal(struct mdq_claim **s, size_t s_count, struct mdq_claim **t, size_t t_count) {
  for (size_t i = 0, j = 0; i < s_count && j < t_count;) {
    size_t s_end = run_end(s, s_count, i), t_end = run_end(t, t_count, j);
    if (group_of(s[i]) == group_of(t[j]) && same_value(s[i]->value, t[j]->value)) {
      pair_runs(s + i, s_end - i, t + j, t_end - j);
      i = s_end, j = t_end;
    } else if (by_value(&s[i], &t[j]) < 0) {
      i = s_end;
    } else {
      j = t_end;
    }
  }
}

/* What is not paired, in the order of the text. */
static size_t left_over(struct mdq_claims *claims, struct mdq_claim **list) {
  size_t count = 0;
  for (size_t i = 0; i < claims->count; i++)
    if (!claims->items[i].paired) list[count++] = &claims->items[i];
  return count;
}

typedef bool agreement(const struct mdq_claim *s, const struct mdq_claim *t);

static void pair_agreeing(struct mdq_claim **s, size_t s_count, struct mdq_claim **t, size_t t_count, agreement *agree) {
  for (size_t i = 0; i < s_count; i++) {
    size_t middle = s_count ? i * t_count / s_count : 0, from = middle > WINDOW / 2 ? middle - WINDOW / 2 : 0;
    for (size_t j = from; !s[i]->paired && j < t_count && j < from + WINDOW; j++)
      if (!t[j]->paired && s[i]->type == t[j]->type && agree(s[i], t[j])) pair(s[i], t[j]);
  }
}

/* Two claims of one text that are one in the other. */
static void pair_compounds(struct mdq_claim **a, size_t a_count, struct mdq_claim **b, size_t b_count) {
  for (size_t i = 0; i + 1 < a_count; i++) {
    double sum = a[i]->paired || a[i + 1]->paired ? 0 : mdq_claims_compound(a[i], a[i + 1]);
    size_t middle = i * b_count / a_count, from = middle > WINDOW / 2 ? middle - WINDOW / 2 : 0;
    for (size_t j = from; sum > 0 && !a[i]->paired && j < b_count && j < from + WINDOW; j++) {
      if (b[j]->paired || !b[j]->unit || !mdq_claims_share_dimension(a[i], b[j]) || !close_to(sum, mdq_claim_worth(b[j]), 0.012)) continue;
      pair(a[i], b[j]);
      a[i + 1]->paired = true;
      a[i + 1]->partner = b[j]->order;
    }
  }
}

/* "Four in ten", «أربعة من كل عشرة»: what share claim a is of the next one; 0: they do not stand together. */
static double ratio(const struct mdq_claim *a, const struct mdq_claim *b) {
  enum { GAP = 16 }; /* bytes */
  if (b->order != a->order + 1 || !both(a, b, MDQ_QUANTITY_PLAIN) || a->type != MDQ_CLAIM_NUMBER || b->type != MDQ_CLAIM_NUMBER) return 0;
  bool shares = a->value >= 1 && a->value < b->value && b->value <= 100 && !a->unit && !b->unit && b->start - a->end <= GAP;
  return shares && a->part == MDQ_QUANTITY_WHOLE && b->part == MDQ_QUANTITY_WHOLE ? a->value / b->value : 0;
}

/* Two claims of one text that are a percentage in the other. */
static void pair_ratios(struct mdq_claim **a, size_t a_count, struct mdq_claim **b, size_t b_count) {
  for (size_t i = 0; i + 1 < a_count; i++) {
    double share = a[i]->paired || a[i + 1]->paired ? 0 : ratio(a[i], a[i + 1]);
    size_t middle = i * b_count / a_count, from = middle > WINDOW / 2 ? middle - WINDOW / 2 : 0;
    for (size_t j = from; share > 0 && !a[i]->paired && j < b_count && j < from + WINDOW; j++) {
      if (b[j]->paired || b[j]->type != MDQ_CLAIM_NUMBER || b[j]->kind != MDQ_QUANTITY_PERCENT || fabs(share * 100 - b[j]->value) > 0.5) continue;
      pair(a[i], b[j]);
      a[i + 1]->paired = true;
      a[i + 1]->partner = b[j]->order;
    }
  }
}

bool mdq_claims_match_equal(struct mdq_arena *arena, struct mdq_claims *source, struct mdq_claims *target) {
  if (!source->count || !target->count) return true;
  struct mdq_claim **s = sorted(arena, source), **t = sorted(arena, target);
  if (!s || !t) return false;
  pair_equal(s, source->count, t, target->count);
  return true;
}

bool mdq_claims_match(struct mdq_arena *arena, struct mdq_claims *source, struct mdq_claims *target) {
  static agreement *const tiers[] = { agree_reread, agree_as_written, agree_on_clock, agree_on_period, mdq_claims_converted, agree_on_share, agree_on_multiple, agree_vaguely, mdq_claims_round };
  enum { READING_TIERS = 1 }; /* the first of them are of days and months as well */
  if (!source->count || !target->count) return true;
  if (!mdq_claims_match_equal(arena, source, target)) return false;
  struct mdq_claim **s = mdq_arena_array(arena, source->count, sizeof *s), **t = mdq_arena_array(arena, target->count, sizeof *t);
  if (!s || !t) return false;
  size_t s_count = left_over(source, s), t_count = left_over(target, t);
  if (s_count && t_count) {
    pair_compounds(s, s_count, t, t_count);
    pair_compounds(t, t_count, s, s_count);
    pair_ratios(s, s_count, t, t_count);
    pair_ratios(t, t_count, s, s_count);
  }
  for (size_t tier = 0; tier < sizeof tiers / sizeof *tiers && s_count && t_count; tier++) {
    pair_agreeing(s, s_count, t, t_count, tiers[tier]);
    if (tier + 1 == READING_TIERS) { /* from here on numbers only */
      size_t kept = 0;
      for (size_t i = 0; i < s_count; i++)
        if (!s[i]->paired && s[i]->type == MDQ_CLAIM_NUMBER) s[kept++] = s[i];
      s_count = kept;
    }
  }
  return true;
}

/* The first twelve figures without their point and final zeros. */
static uint64_t figures(double value) {
  int exponent = (int)floor(log10(value) + 1e-12);
  uint64_t digits = (uint64_t)llround(value / pow(10, exponent - 11));
  while (digits && digits % 10 == 0) digits /= 10;
  return digits;
}

/* Numbers as long as each other of the same figures in another order. */
static bool same_digits(uint64_t a, uint64_t b) {
  int counts[10] = { 0 };
  for (; a; a /= 10) counts[a % 10]++;
  for (; b; b /= 10) counts[b % 10]--;
  for (int d = 0; d < 10; d++)
    if (counts[d]) return false;
  return true;
}

/* One figure differs, of numbers as long as each other. */
static bool one_figure_off(double a, double b, double step) {
  uint64_t x = (uint64_t)llround(a / step), y = (uint64_t)llround(b / step);
  int differ = 0, length = 0;
  for (; x && y; x /= 10, y /= 10, length++) differ += x % 10 != y % 10;
  return x == y && differ == 1 && length > 0;
}

/* The largest power of ten of which both are multiples, but for what doubles lose. */
static double common_step(double a, double b) {
  double step = 1;
  for (int i = 0; i < 6 && !(is_whole(a / step) && is_whole(b / step)); i++) step /= 10;
  while (step < 1e15 && is_whole(a / step / 10) && is_whole(b / step / 10)) step *= 10;
  return step;
}

static enum mdq_discrepancy discrepancy_by_power(double ratio) {
  for (double power = 10; power < 1e13; power *= 10) {
    if (!close_to(ratio, power, 1e-6)) continue;
    bool thousands = is_whole(log10(power) / 3);
    return thousands ? MDQ_DISCREPANCY_MAGNITUDE : MDQ_DISCREPANCY_POINT;
  }
  return MDQ_DISCREPANCY_NONE;
}

enum mdq_discrepancy mdq_claims_discrepancy(const struct mdq_claim *s, const struct mdq_claim *t) {
  if (s->type != MDQ_CLAIM_NUMBER || t->type != MDQ_CLAIM_NUMBER || s->value <= 0 || t->value <= 0) return MDQ_DISCREPANCY_NONE;
  if ((s->kind == MDQ_QUANTITY_CLOCK) != (t->kind == MDQ_QUANTITY_CLOCK)) return MDQ_DISCREPANCY_NONE;
  enum mdq_discrepancy slip = discrepancy_by_power(fmax(s->value, t->value) / fmin(s->value, t->value));
  if (slip) return slip;
  double step = common_step(s->value, t->value);
  if (fmax(s->value, t->value) / step >= 1e17) return MDQ_DISCREPANCY_NONE;
  return same_digits(figures(s->value), figures(t->value)) || one_figure_off(s->value, t->value, step) ? MDQ_DISCREPANCY_FIGURES : MDQ_DISCREPANCY_NONE;
}
