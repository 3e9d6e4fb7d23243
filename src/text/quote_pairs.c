#include "text/quote_pairs.h"

#include "text/chars.h"
#include "text/sentence.h"

enum style { STRAIGHT, CURLY, SINGLE, ANGLE, SINGLE_ANGLE, NO_STYLE };

static enum style style_of(uint32_t c) {
  if (c == '"') return STRAIGHT;
  if (c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x201B) return SINGLE;
  if (c >= 0x201C && c <= 0x201F) return CURLY;
  if (c == 0xAB || c == 0xBB) return ANGLE;
  if (c == 0x2039 || c == 0x203A) return SINGLE_ANGLE;
  return NO_STYLE;
}

static struct mdq_quote_pair *add(struct mdq_arena *arena, struct mdq_quote_pairs *pairs, size_t open, size_t close) {
  struct mdq_quote_pair *pair = mdq_arena_push(arena, &pairs->items, &pairs->count, &pairs->capacity, sizeof *pair);
  if (pair) *pair = (struct mdq_quote_pair){ .open = open, .close = close };
  return pair;
}

enum { DEEPEST = 8 };

struct stack {
  size_t pair[DEEPEST]; /* indices of pairs still open */
  size_t depth;
};

static enum style style_at(const struct mdq_segment *segment, size_t i) {
  return style_of(segment->tokens[i].code_point);
}

/* The innermost open quotation of that style, as a depth, or the stack's depth if there is none. */
static size_t find_open(const struct mdq_segment *segment, const struct mdq_quote_pairs *pairs, const struct stack *stack, enum style style) {
  for (size_t d = stack->depth; d-- > 0;)
    if (style_at(segment, pairs->items[stack->pair[d]].open) == style) return d;
  return stack->depth;
}

static bool opens(const struct mdq_segment *segment, size_t i, bool any_open) {
  enum mdq_quote_side side = mdq_quote_side(segment, i);
  return side == MDQ_QUOTE_OPENS || (side == MDQ_QUOTE_UNDECIDED && !any_open);
}

/* A single mark that cannot be the start of a quotation, or has none to close, is an apostrophe or a feather. */
static bool is_apostrophe(const struct mdq_segment *segment, size_t i, bool any_open) {
  return style_at(segment, i) == SINGLE && !any_open && !opens(segment, i, false);
}

bool mdq_quote_pairs_find(struct mdq_arena *arena, const struct mdq_segment *segment, struct mdq_quote_pairs *pairs) {
  *pairs = (struct mdq_quote_pairs){ 0 };
  struct stack stack = { .depth = 0 };
  for (size_t m = 0; m < segment->mark_count; m++) {
    const size_t i = segment->marks[m];
    if (style_at(segment, i) == NO_STYLE) continue;
    size_t level = find_open(segment, pairs, &stack, style_at(segment, i));
    bool any_open = level < stack.depth;
    if (is_apostrophe(segment, i, any_open)) continue;
    if (opens(segment, i, any_open)) {
      if (any_open) stack.depth = level; /* the same style twice: the first one was never closed */
      if (stack.depth == DEEPEST) stack.depth = 0;
      struct mdq_quote_pair *pair = add(arena, pairs, i, MDQ_NO_QUOTE);
      if (!pair) return false;
      pair->depth = stack.depth;
      stack.pair[stack.depth++] = pairs->count - 1;
    } else if (any_open) {
      pairs->items[stack.pair[level]].close = i;
      stack.depth = level;
    } else if (!add(arena, pairs, MDQ_NO_QUOTE, i)) {
      return false;
    }
  }
  if (stack.depth) pairs->items[stack.pair[0]].last_open = true;
  return true;
}
