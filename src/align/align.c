#include "align/align.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_CELLS = 1 << 23, LEAST_BAND = 16, STEPS = 6, LEAST_JOINED = 3, ROWS = MDQ_JOINED_MOST + 1 };

/* Costs are negated logarithms of likelihoods. A paragraph left out hides in a joined one if that is cheap, so these cost more
   than they are rare: tried on news from which paragraphs were taken, in which others were joined, divided and cut. */
struct step {
  uint8_t sources, targets;
  float cost;
};
static const struct step steps[STEPS] = { { 1, 0, 5.0f }, { 0, 1, 5.0f }, { 1, 1, 0.1f }, { 2, 1, 6.0f }, { 1, 2, 6.0f }, { 2, 2, 9.0f } };

/* Three and more of one side against one of the other follow those. They are cheap beside as many left out, but must fit in length. */
static const float joined_cost = 7.0f, joined_more = .5f;
static const double least_fit = .75, most_fit = 1.35;

/* Two texts that do not fit in length still cost less than one left out and one added: a translation may be cut. */
static const float most_for_length = 9.0f;
static const double variance = 3.4;  /* of the target's length, by character; measured on translated news */
static const double least_ratio = .72, most_ratio = 1.05;

/* Measured on translated news, paragraphs against their own translations and against those next to them; but numbers count
   for less than they prove, as drafts are read in order to find those that are wrong. */
static const float number_shared = -2.5f, number_lost = 1.2f, number_added = 1.5f;
static const float name_found = -1.6f, name_lost = .7f, latin_found = -2.0f, latin_lost = 2.0f;
static const float quote_shared = -.8f, quote_lost = 1.5f, quote_added = 1.2f, no_quote = -.2f, question_shared = -2.0f, question_alone = 2.0f;
static const float sentence_alone = 1.8f, sentences_alone = 3.0f;
static const float most_for_anchors = 8.0f;

struct table {
  const struct mdq_anchors *sources, *targets;
  size_t source_count, target_count;
  double ratio;           /* target characters by source character */
  uint32_t *first, *last; /* of each row, the targets considered; rows go from 0 to source_count */
  size_t *row_start;      /* of each row in came_by */
  uint8_t *came_by;       /* the step that leads to a cell */
  float *rows[ROWS];      /* costs, of this row and those before that a step may come from */
  uint64_t *source_sum, *target_sum; /* lengths of what stands before each paragraph */
  unsigned joined;
};

static int joined_step(unsigned count, bool of_source) {
  return STEPS + 2 * (int)(count - LEAST_JOINED) + !of_source;
}

static struct step step_at(int number) {
  if (number < STEPS) return steps[number];
  unsigned more = (unsigned)(number - STEPS) / 2, count = more + LEAST_JOINED;
  bool of_source = (number - STEPS) % 2 == 0;
  return (struct step){ (uint8_t)(of_source ? count : 1), (uint8_t)(of_source ? 1 : count), joined_cost + joined_more * (float)more };
}

/* -- what a bead costs -- */

static float length_cost(const struct table *t, uint64_t source, uint64_t target) {
  double wanted = (double)source * t->ratio, difference = (double)target - wanted;
  double cost = difference * difference / (variance * (wanted + (double)target + 8)); /* half a square over the mean of the two */
  return cost < most_for_length ? (float)cost : most_for_length;
}

struct side { /* one or more paragraphs of one language */
  const struct mdq_anchors *texts;
  unsigned count;
};

static bool holds(struct side side, unsigned key) {
  for (unsigned i = 0; i < side.count; i++)
    if (mdq_anchors_hold(&side.texts[i], key)) return true;
  return false;
}

static float keys_cost(struct side of, struct side in, float found, float lost) {
  float cost = 0;
  for (unsigned i = 0; i < of.count; i++)
    for (size_t k = 0; k < of.texts[i].key_count; k++) cost += holds(in, of.texts[i].keys[k]) ? found : lost;
  return cost;
}

static uint64_t numbers_of(struct side side) {
  uint64_t numbers = 0;
  for (unsigned i = 0; i < side.count; i++) numbers |= side.texts[i].numbers;
  return numbers;
}

static bool has_quotes(struct side side) {
  for (unsigned i = 0; i < side.count; i++)
    if (side.texts[i].quotes) return true;
  return false;
}

static bool has_question(struct side side) {
  for (unsigned i = 0; i < side.count; i++)
    if (side.texts[i].asks) return true;
  return false;
}

static float numbers_cost(uint64_t source, uint64_t target) {
  if (!(source | target)) return 0;
  return (float)__builtin_popcountll(source & target) * number_shared + (float)__builtin_popcountll(source & ~target) * number_lost +
         (float)__builtin_popcountll(target & ~source) * number_added;
}

static float marks_cost(struct side source, struct side target) {
  bool quotes = has_quotes(source), quoted = has_quotes(target), asks = has_question(source), asked = has_question(target);
  float cost = quotes ? quoted ? quote_shared : quote_lost : quoted ? quote_added : no_quote;
  return cost + (asks != asked ? question_alone : asks ? question_shared : 0);
}

/* A paragraph without a final mark is a sentence, too. */
static unsigned sentences_of(struct side side) {
  unsigned sentences = 0;
  for (unsigned i = 0; i < side.count; i++) sentences += side.texts[i].sentences ? side.texts[i].sentences : 1;
  return sentences;
}

static float sentences_cost(struct side source, struct side target) {
  unsigned a = sentences_of(source), b = sentences_of(target);
  return a == b ? 0 : (a > b ? a - b : b - a) == 1 ? sentence_alone : sentences_alone;
}

static float anchors_cost(struct side source, struct side target) {
  float cost = sentences_cost(source, target) + numbers_cost(numbers_of(source), numbers_of(target)) + marks_cost(source, target) +
               keys_cost(source, target, name_found, name_lost) + keys_cost(target, source, latin_found, latin_lost);
  return cost < -most_for_anchors ? -most_for_anchors : cost > most_for_anchors ? most_for_anchors : cost;
}

/* Of the bead that ends before source i and target j. */
static float bead_cost(const struct table *t, size_t i, size_t j, int number) {
  struct step step = step_at(number);
  if (!step.sources || !step.targets) return step.cost;
  const struct mdq_anchors *source = &t->sources[i - step.sources], *target = &t->targets[j - step.targets];
  return step.cost + length_cost(t, t->source_sum[i] - t->source_sum[i - step.sources], t->target_sum[j] - t->target_sum[j - step.targets]) +
         anchors_cost((struct side){ source, step.sources }, (struct side){ target, step.targets });
}

/* -- the table -- */

static uint64_t total_length(const struct mdq_anchors *texts, size_t count) {
  uint64_t total = 0;
  for (size_t i = 0; i < count; i++) total += texts[i].length + 1;
  return total;
}

static double clamped(double value, double least, double most) {
  return value < least ? least : value > most ? most : value;
}

/* Which targets each row considers: all, or a band around those that lie as far into their text, and so wide that each row
   touches the next. */
static void set_bands(struct table *t) {
  size_t n = t->source_count, m = t->target_count;
  bool all = n < MOST_CELLS / (m + 1);
  size_t half = all ? m : MOST_CELLS / (2 * (n + 1));
  if (half < LEAST_BAND) half = LEAST_BAND;
  double scale = (double)total_length(t->targets, m) / (double)total_length(t->sources, n);
  double source_at = 0, target_at = 0;
  size_t centre = 0;
  for (size_t i = 0; i <= n; i++) {
    while (centre < m && (i == n || target_at + t->targets[centre].length + 1 <= source_at * scale)) target_at += t->targets[centre++].length + 1;
    t->first[i] = centre > half ? (uint32_t)(centre - half) : 0;
    t->last[i] = centre + half < m ? (uint32_t)(centre + half) : (uint32_t)m;
    if (i && t->last[i - 1] < t->first[i]) t->last[i - 1] = t->first[i];
    if (i < n) source_at += t->sources[i].length + 1;
  }
}

static uint64_t *sums_of(struct mdq_arena *arena, const struct mdq_anchors *texts, size_t count) {
  uint64_t *sums = mdq_arena_array(arena, count + 1, sizeof *sums);
  for (size_t i = 0; sums && i < count; i++) sums[i + 1] = sums[i] + texts[i].length;
  return sums;
}

static bool make_table(struct mdq_arena *arena, struct table *t) {
  size_t rows = t->source_count + 1, cells = 0, widest = 0;
  t->first = mdq_arena_array(arena, rows, sizeof *t->first);
  t->last = mdq_arena_array(arena, rows, sizeof *t->last);
  t->row_start = mdq_arena_array(arena, rows, sizeof *t->row_start);
  if (!t->first || !t->last || !t->row_start) return false;
  set_bands(t);
  for (size_t i = 0; i < rows; i++) {
    size_t width = t->last[i] - t->first[i] + 1;
    t->row_start[i] = cells;
    cells += width;
    if (width > widest) widest = width;
  }
  t->came_by = mdq_arena_alloc(arena, cells);
  for (size_t k = 0; k < ROWS; k++)
    if (!(t->rows[k] = mdq_arena_array(arena, widest, sizeof *t->rows[k]))) return false;
  return t->came_by != NULL;
}

static float cost_at(const struct table *t, size_t i, size_t j) {
  return j < t->first[i] || j > t->last[i] ? INFINITY : t->rows[i % ROWS][j - t->first[i]];
}

struct best {
  float cost;
  int by;
};

static void try_step(const struct table *t, size_t i, size_t j, int number, struct best *best) {
  struct step step = step_at(number);
  if (i < step.sources || j < step.targets) return;
  float before = cost_at(t, i - step.sources, j - step.targets);
  bool hopeless = before + step.cost - most_for_anchors >= best->cost; /* spares most of the comparing */
  if (before == INFINITY || hopeless) return;
  float cost = before + bead_cost(t, i, j, number);
  if (cost < best->cost) *best = (struct best){ cost, number };
}

/* How the length of one paragraph lies to that of several: below 0 it is too short for them, above 0 too long. */
static int fit_of(double one, double several) {
  return one < several * least_fit ? -1 : one > several * most_fit;
}

/* Most paragraphs are too short for three of the other side, and the first look says so. */
static void try_joined(const struct table *t, size_t i, size_t j, struct best *best) {
  int fit = 0;
  for (unsigned n = LEAST_JOINED; j && n <= t->joined && n <= i && fit >= 0; n++) {
    fit = fit_of(t->targets[j - 1].length, (double)(t->source_sum[i] - t->source_sum[i - n]) * t->ratio);
    if (!fit) try_step(t, i, j, joined_step(n, true), best);
  }
  fit = 0;
  for (unsigned n = LEAST_JOINED; i && n <= t->joined && n <= j && fit >= 0; n++) {
    fit = fit_of(t->sources[i - 1].length * t->ratio, (double)(t->target_sum[j] - t->target_sum[j - n]));
    if (!fit) try_step(t, i, j, joined_step(n, false), best);
  }
}

static void fill_cell(struct table *t, size_t i, size_t j) {
  struct best best = { i || j ? INFINITY : 0, 0 };
  for (int step = 0; step < STEPS; step++) try_step(t, i, j, step, &best);
  if (t->joined >= LEAST_JOINED) try_joined(t, i, j, &best);
  t->rows[i % ROWS][j - t->first[i]] = best.cost;
  t->came_by[t->row_start[i] + j - t->first[i]] = (uint8_t)best.by;
}

static bool read_path(struct mdq_arena *arena, const struct table *t, struct mdq_bead **beads, size_t *count) {
  size_t most = t->source_count + t->target_count, at = most;
  struct mdq_bead *list = mdq_arena_array(arena, most + 1, sizeof *list);
  if (!list) return false;
  for (size_t i = t->source_count, j = t->target_count; i || j;) {
    int number = t->came_by[t->row_start[i] + j - t->first[i]];
    struct step step = step_at(number);
    float cost = bead_cost(t, i, j, number);
    i -= step.sources;
    j -= step.targets;
    list[--at] = (struct mdq_bead){ (uint32_t)i, (uint32_t)j, step.sources, step.targets, cost };
  }
  *beads = list + at;
  *count = most - at;
  return true;
}

/* One text without line breaks: it says all that the other does, or much of it is missing or added. */
static bool is_one_against_many(const struct table *t) {
  size_t n = t->source_count, m = t->target_count, many = n > m ? n : m;
  if ((n != 1 && m != 1) || many < LEAST_JOINED || many > MDQ_JOINED_ALL || t->joined < LEAST_JOINED) return false;
  return !fit_of((double)t->target_sum[m], (double)t->source_sum[n] * t->ratio);
}

static bool one_bead(struct mdq_arena *arena, const struct table *t, struct mdq_bead **beads, size_t *count) {
  size_t n = t->source_count, m = t->target_count;
  *beads = mdq_arena_array(arena, 1, sizeof **beads);
  if (!*beads) return false;
  float cost = length_cost(t, t->source_sum[n], t->target_sum[m]) +
               anchors_cost((struct side){ t->sources, (unsigned)n }, (struct side){ t->targets, (unsigned)m });
  **beads = (struct mdq_bead){ 0, 0, (uint8_t)n, (uint8_t)m, cost };
  *count = 1;
  return true;
}

static bool align_by_table(struct mdq_arena *arena, struct mdq_arena *work, struct table *t, struct mdq_bead **beads, size_t *count) {
  if (!make_table(work, t)) return false;
  for (size_t i = 0; i <= t->source_count; i++)
    for (size_t j = t->first[i]; j <= t->last[i]; j++) fill_cell(t, i, j);
  return read_path(arena, t, beads, count);
}

bool mdq_align(struct mdq_arena *arena, unsigned joined, const struct mdq_anchors *sources, size_t source_count,
               const struct mdq_anchors *targets, size_t target_count, struct mdq_bead **beads, size_t *bead_count) {
  struct mdq_arena work = MDQ_ARENA_INIT;
  struct table t = { .sources = sources, .targets = targets, .source_count = source_count, .target_count = target_count, .joined = joined };
  uint64_t source_length = total_length(sources, source_count);
  t.ratio = source_length ? clamped((double)total_length(targets, target_count) / (double)source_length, least_ratio, most_ratio) : 1;
  t.source_sum = sums_of(&work, sources, source_count);
  t.target_sum = sums_of(&work, targets, target_count);
  bool made = t.source_sum && t.target_sum;
  if (made) made = is_one_against_many(&t) ? one_bead(arena, &t, beads, bead_count) : align_by_table(arena, &work, &t, beads, bead_count);
  mdq_arena_free(&work);
  return made;
}
