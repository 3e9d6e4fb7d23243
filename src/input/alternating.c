#include "input/alternating.h"

#include "base/ascii.h"
#include "text/lines.h"
#include "text/utf8.h"

enum { SAMPLE = 60, LEAST_PAIRS = 2, LONGEST_LOOK = 2000 };

/* Pairs of translated news cost -1.5 in the mean, and paragraphs that only stand beside each other 2 and more. */
static const float most_mean_cost = 1.2f;

bool mdq_line_is_english(struct mdq_span line) {
  size_t latin = 0, arabic = 0, length = line.len < LONGEST_LOOK ? line.len : LONGEST_LOOK;
  for (size_t i = 0; i < length; i++) {
    latin += mdq_ascii_letter(line.ptr[i]);
    arabic += ((unsigned char)line.ptr[i] & 0xFC) == 0xD8; /* the first byte of U+0600-06FF */
  }
  return latin > 2 && latin >= 4 * arabic;
}

struct mix { /* of the lines that are not blank */
  size_t english, other, changes;
};

static struct mix count_languages(struct mdq_span text, size_t most) {
  struct mix mix = { 0 };
  size_t at = mdq_span_starts(text, MDQ_BOM) ? MDQ_BOM.len : 0;
  bool before = false;
  for (struct mdq_span line; mix.english + mix.other < most && mdq_line_next(text, &at, &line);) {
    if (mdq_is_blank(line)) continue;
    bool english = mdq_line_is_english(line);
    mix.changes += mix.english + mix.other > 0 && english != before;
    if (english) mix.english++;
    else mix.other++;
    before = english;
  }
  return mix;
}

/* The languages change from nearly every paragraph to the next. */
static bool changes_often(const struct mix *mix) {
  size_t lines = mix->english + mix->other, fewer = mix->english < mix->other ? mix->english : mix->other;
  return fewer >= LEAST_PAIRS && fewer * 5 >= lines * 2 && (mix->changes + 1) * 10 >= lines * 7;
}

static bool split(struct mdq_arena *arena, struct mdq_span text, struct mdq_paragraphs *english, struct mdq_paragraphs *other) {
  struct mdq_paragraphs all = { 0 };
  if (!mdq_paragraphs_of(arena, text, false, &all)) return false;
  english->items = mdq_arena_array(arena, all.count + 1, sizeof *english->items);
  other->items = mdq_arena_array(arena, all.count + 1, sizeof *other->items);
  if (!english->items || !other->items) return false;
  for (size_t i = 0; i < all.count; i++) {
    struct mdq_paragraphs *side = mdq_line_is_english(all.items[i]) ? english : other;
    side->items[side->count++] = all.items[i];
  }
  return true;
}

/* A source made of two English paragraphs reaches over what stands between them, which must not be the draft's. */
static void drop_mixed(const struct mdq_paragraphs *other, struct mdq_pairs *pairs) {
  for (size_t i = 0; i < other->count; i++) {
    size_t at = 0;
    for (struct mdq_span line; pairs->items[i].source.ptr && mdq_line_next(pairs->items[i].source, &at, &line);)
      if (!mdq_is_blank(line) && !mdq_line_is_english(line)) pairs->items[i] = (struct mdq_pair){ 0 };
  }
}

bool mdq_alternating(struct mdq_arena *arena, struct mdq_span text, struct mdq_pairs *pairs) {
  struct mix mix = count_languages(text, SAMPLE);
  if (!changes_often(&mix)) return false;
  mix = count_languages(text, SIZE_MAX);
  if (!changes_often(&mix)) return false;
  struct mdq_paragraphs english = { 0 }, other = { 0 };
  if (!split(arena, text, &english, &other) || !mdq_pair_paragraphs(arena, &english, &other, pairs)) return false;
  drop_mixed(&other, pairs);
  size_t lonely = pairs->missing_count + pairs->added_count;
  return pairs->mean_cost <= most_mean_cost && lonely * 4 <= english.count + other.count;
}
