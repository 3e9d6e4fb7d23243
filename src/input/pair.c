#include "input/pair.h"

#include "align/align.h"
#include "text/chars.h"
#include "text/lines.h"
#include "text/utf8.h"

bool mdq_is_blank(struct mdq_span line) {
  for (size_t at = 0; at < line.len;)
    if (!mdq_is_space(mdq_utf8_next(line, &at))) return false;
  return true;
}

static bool add(struct mdq_arena *arena, struct mdq_paragraphs *paragraphs, struct mdq_span text) {
  struct mdq_span *item = mdq_arena_push(arena, &paragraphs->items, &paragraphs->count, &paragraphs->capacity, sizeof *item);
  if (item) *item = text;
  return item != NULL;
}

/* From the start of the one to the end of the other, which stands behind it in the same text. */
static struct mdq_span across(struct mdq_span first, struct mdq_span last) {
  return mdq_span_of(first.ptr, (size_t)(last.ptr - first.ptr) + last.len);
}

bool mdq_paragraphs_of(struct mdq_arena *arena, struct mdq_span text, bool wrapped, struct mdq_paragraphs *paragraphs) {
  size_t at = mdq_span_starts(text, MDQ_BOM) ? MDQ_BOM.len : 0;
  bool goes_on = false;
  for (struct mdq_span line; mdq_line_next(text, &at, &line);) {
    bool blank = mdq_is_blank(line);
    struct mdq_span *last = goes_on ? &paragraphs->items[paragraphs->count - 1] : NULL;
    if (last && !blank) *last = across(*last, line);
    else if (!blank && !add(arena, paragraphs, line)) return false;
    goes_on = wrapped && !blank;
  }
  return true;
}

static bool keep_missing(struct mdq_arena *arena, struct mdq_pairs *pairs, size_t before, struct mdq_span source) {
  struct mdq_unpaired *item =
      mdq_arena_push(arena, &pairs->missing, &pairs->missing_count, &pairs->missing_capacity, sizeof *item);
  if (item) *item = (struct mdq_unpaired){ before, source };
  return item != NULL;
}

static bool read_bead(struct mdq_arena *arena, const struct mdq_bead *bead, const struct mdq_paragraphs *sources, struct mdq_pairs *pairs) {
  if (!bead->targets) return keep_missing(arena, pairs, bead->target, sources->items[bead->source]);
  pairs->added_count += !bead->sources;
  pairs->joined_count += bead->sources > 1 || bead->targets > 1;
  for (size_t k = 0; bead->sources && k < bead->targets; k++) {
    struct mdq_pair *pair = &pairs->items[bead->target + k];
    pair->source = across(sources->items[bead->source], sources->items[bead->source + bead->sources - 1u]);
    pair->shared = bead->targets > 1;
  }
  return true;
}

static float mean_cost(const struct mdq_bead *beads, size_t count) {
  double sum = 0;
  size_t paired = 0;
  for (size_t i = 0; i < count; i++)
    if (beads[i].sources && beads[i].targets) sum += (double)beads[i].cost, paired++;
  return paired ? (float)(sum / (double)paired) : 0;
}

bool mdq_pair_paragraphs(struct mdq_arena *arena, const struct mdq_paragraphs *sources, const struct mdq_paragraphs *targets, struct mdq_pairs *pairs) {
  struct mdq_arena work = MDQ_ARENA_INIT;
  struct mdq_bead *beads = NULL;
  size_t count = 0;
  *pairs = (struct mdq_pairs){ .items = mdq_arena_array(arena, targets->count + 1, sizeof *pairs->items) };
  struct mdq_anchors *source = mdq_arena_array(&work, sources->count + 1, sizeof *source);
  struct mdq_anchors *target = mdq_arena_array(&work, targets->count + 1, sizeof *target);
  bool fine = pairs->items && source && target;
  for (size_t i = 0; fine && i < sources->count; i++) mdq_anchors_english(sources->items[i], &source[i]);
  for (size_t i = 0; fine && i < targets->count; i++) mdq_anchors_arabic(targets->items[i], &target[i]);
  fine = fine && mdq_align(&work, MDQ_JOINED_MOST, source, sources->count, target, targets->count, &beads, &count);
  for (size_t i = 0; fine && i < count; i++) fine = read_bead(arena, &beads[i], sources, pairs);
  pairs->mean_cost = mean_cost(beads, count);
  mdq_arena_free(&work);
  return fine;
}
