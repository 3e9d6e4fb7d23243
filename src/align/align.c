#include "align/align.h"

#include <math.h>
#include <stdlib.h>

enum { MOST_CELLS = 1 << 23, LEAST_BAND = 16, STEPS = 6 };

/* Costs are negated logarithms of likelihoods. A paragraph left out hides in a joined one if that is cheap, so these cost more
   than they are rare: tried on news from which paragraphs were taken, in which others were joined, divided and cut. */
static const struct { uint8_t sources, targets; float cost; } steps[STEPS] = {
  { 1, 0, 5.0f }, { 0, 1, 5.0f }, { 1, 1, 0.1f }, { 2, 1, 6.0f }, { 1, 2, 6.0f }, { 2, 2, 9.0f },
};

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
  float *rows[3];         /* costs, of this row and the two before */
};

/* -- what a bead costs -- */

static uint32_t length_of(const struct mdq_anchors *texts, unsigned count) {
  return count == 0 ? 0 : count == 1 ? texts[0].length : texts[0].length + texts[1].length;
}

static float length_cost(const struct table *t, uint32_t source, uint32_t target) {
  double wanted = source * t->ratio, difference = target - wanted;
  double cost = difference * difference / (variance * (wanted + target + 8)); /* half a square over the mean of the two */
  return cost < most_for_length ? (float)cost : most_for_length;
}

struct side { /* one or two paragraphs of one language */
  const struct mdq_anchors *texts;
  unsigned count;
};

static bool holds(struct side side, unsigned key) {
  return mdq_anchors_hold(&side.texts[0], key) || (side.count > 1 && mdq_anchors_hold(&side.texts[1], key));
}

static float keys_cost(struct side of, struct side in, float found, float lost) {
  float cost = 0;
  for (unsigned i = 0; i < of.count; i++)
    for (size_t k = 0; k < of.texts[i].key_count; k++) cost += holds(in, of.texts[i].keys[k]) ? found : lost;
  return cost;
}

static uint64_t numbers_of(struct side side) {
  return side.texts[0].numbers | (side.count > 1 ? side.texts[1].numbers : 0);
}

static float numbers_cost(uint64_t source, uint64_t target) {
  if (!(source | target)) return 0;
  return (float)__builtin_popcountll(source & target) * number_shared + (float)__builtin_popcountll(source & ~target) * number_lost +
         (float)__builtin_popcountll(target & ~source) * number_added;
}

static float marks_cost(struct side source, struct side target) {
  bool quotes = source.texts[0].quotes || (source.count > 1 && source.texts[1].quotes);
  bool quoted = target.texts[0].quotes || (target.count > 1 && target.texts[1].quotes);
  bool asks = source.texts[0].asks || (source.count > 1 && source.texts[1].asks);
  bool asked = target.texts[0].asks || (target.count > 1 && target.texts[1].asks);
  float cost = quotes ? quoted ? quote_shared : quote_lost : quoted ? quote_added : no_quote;
  return cost + (asks != asked ? question_alone : asks ? question_shared : 0);
}

/* A paragraph without a final mark is a sentence, too. */
static unsigned sentences_of(struct side side) {
  unsigned first = side.texts[0].sentences, second = side.count > 1 ? side.texts[1].sentences : 0;
  return (first ? first : 1) + (side.count > 1 && !second ? 1 : second);
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
static float bead_cost(const struct table *t, size_t i, size_t j, int step) {
  unsigned sources = steps[step].sources, targets = steps[step].targets;
  if (!sources || !targets) return steps[step].cost;
  const struct mdq_anchors *source = &t->sources[i - sources], *target = &t->targets[j - targets];
  return steps[step].cost + length_cost(t, length_of(source, sources), length_of(target, targets)) +
         anchors_cost((struct side){ source, sources }, (struct side){ target, targets });
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
  for (size_t k = 0; k < 3; k++) t->rows[k] = mdq_arena_array(arena, widest, sizeof *t->rows[k]);
  return t->came_by && t->rows[0] && t->rows[1] && t->rows[2];
}

static float cost_at(const struct table *t, size_t i, size_t j) {
  return j < t->first[i] || j > t->last[i] ? INFINITY : t->rows[i % 3][j - t->first[i]];
}

static void fill_cell(struct table *t, size_t i, size_t j) {
  float best = i || j ? INFINITY : 0;
  int by = 0;
  for (int step = 0; step < STEPS; step++) {
    if (i < steps[step].sources || j < steps[step].targets) continue;
    float before = cost_at(t, i - steps[step].sources, j - steps[step].targets);
    bool hopeless = before + steps[step].cost - most_for_anchors >= best; /* spares most of the comparing */
    if (before == INFINITY || hopeless) continue;
    float cost = before + bead_cost(t, i, j, step);
    if (cost < best) best = cost, by = step;
  }
  t->rows[i % 3][j - t->first[i]] = best;
  t->came_by[t->row_start[i] + j - t->first[i]] = (uint8_t)by;
}

static bool read_path(struct mdq_arena *arena, const struct table *t, struct mdq_bead **beads, size_t *count) {
  size_t most = t->source_count + t->target_count, at = most;
  struct mdq_bead *list = mdq_arena_array(arena, most + 1, sizeof *list);
  if (!list) return false;
  for (size_t i = t->source_count, j = t->target_count; i || j;) {
    int step = t->came_by[t->row_start[i] + j - t->first[i]];
    float cost = bead_cost(t, i, j, step);
    i -= steps[step].sources;
    j -= steps[step].targets;
    list[--at] = (struct mdq_bead){ (uint32_t)i, (uint32_t)j, steps[step].sources, steps[step].targets, cost };
  }
  *beads = list + at;
  *count = most - at;
  return true;
}

bool mdq_align(struct mdq_arena *arena, const struct mdq_anchors *sources, size_t source_count, const struct mdq_anchors *targets,
               size_t target_count, struct mdq_bead **beads, size_t *bead_count) {
  struct mdq_arena work = MDQ_ARENA_INIT;
  struct table t = { .sources = sources, .targets = targets, .source_count = source_count, .target_count = target_count };
  uint64_t source_length = total_length(sources, source_count);
  t.ratio = source_length ? clamped((double)total_length(targets, target_count) / (double)source_length, least_ratio, most_ratio) : 1;
  bool made = make_table(&work, &t);
  for (size_t i = 0; made && i <= source_count; i++)
    for (size_t j = t.first[i]; j <= t.last[i]; j++) fill_cell(&t, i, j);
  made = made && read_path(arena, &t, beads, bead_count);
  mdq_arena_free(&work);
  return made;
}
