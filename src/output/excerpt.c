#include "output/excerpt.h"

#include "output/column.h"
#include "output/visible.h"
#include "text/chars.h"
#include "text/utf8.h"

#define RLI "\u2067"
#define FSI "\u2068"
#define PDI "\u2069"
#define ELLIPSIS "…"
#define DOTTED_CIRCLE "\u25CC"

enum { CODE_POINT_NAME_WIDTH = 8, CHROME_WIDTH = 4 /* two brackets, two ellipses */ };

static bool is_line_end(uint32_t c) {
  return c == '\n' || c == '\r';
}

/* Inside the span everything is shown that would not be seen; around it, only what would do harm. */
static bool is_named(uint32_t c, bool in_span) {
  return c != '\t' && (in_span ? mdq_is_unseen(c) : mdq_is_unprintable(c));
}

static size_t shown_width(uint32_t c, bool in_span) {
  return is_named(c, in_span) ? CODE_POINT_NAME_WIDTH : c == '\t' ? 1 : mdq_char_width(c);
}

static void add_shown(struct mdq_buf *out, struct mdq_span text, bool in_span) {
  if (mdq_is_combining(mdq_utf8_at(text, 0))) mdq_buf_adds(out, DOTTED_CIRCLE); /* or the mark is drawn on a bracket */
  for (size_t at = 0; at < text.len;) {
    uint32_t c = mdq_utf8_next(text, &at);
    if (is_named(c, in_span)) mdq_add_code_point_name(out, c);
    else mdq_buf_addcp(out, c == '\t' ? ' ' : c);
  }
}

/* The furthest offset that text of `budget` cells from `at` reaches on its line; the cells used are taken off. */
static size_t walk_forward(struct mdq_span text, size_t at, size_t end, bool in_span, size_t *budget) {
  while (at < end) {
    size_t next = at;
    uint32_t c = mdq_utf8_next(text, &next);
    size_t width = shown_width(c, in_span);
    if (is_line_end(c) || width > *budget) break;
    *budget -= width;
    at = next;
  }
  return at;
}

static size_t walk_back(struct mdq_span text, size_t at, size_t *budget) {
  size_t start = mdq_span_starts(text, MDQ_BOM) ? MDQ_BOM.len : 0;
  while (at > start) {
    size_t previous = at;
    uint32_t c = mdq_utf8_previous(text, &previous);
    size_t width = shown_width(c, false);
    if (is_line_end(c) || width > *budget) break;
    *budget -= width;
    at = previous;
  }
  return at;
}

static bool at_line_start(struct mdq_span text, size_t at) {
  return at == 0 || is_line_end(mdq_utf8_before(text, at)) || (at == MDQ_BOM.len && mdq_span_starts(text, MDQ_BOM));
}

static bool at_line_end(struct mdq_span text, size_t at) {
  return at >= text.len || is_line_end(mdq_utf8_at(text, at));
}

/* A cut line begins and ends with whole words, if there is a space to cut at. */
static size_t after_space(struct mdq_span text, size_t from, size_t limit) {
  if (mdq_is_space(mdq_utf8_before(text, from))) return from;
  for (size_t at = from; at < limit;) {
    if (mdq_is_space(mdq_utf8_next(text, &at))) return at;
  }
  while (from < limit && mdq_is_combining(mdq_utf8_at(text, from))) mdq_utf8_next(text, &from);
  return from;
}

static size_t before_space(struct mdq_span text, size_t to, size_t limit) {
  if (mdq_is_space(mdq_utf8_at(text, to))) return to;
  for (size_t at = to; at > limit;) {
    if (mdq_is_space(mdq_utf8_previous(text, &at))) return at;
  }
  while (to > limit && mdq_is_combining(mdq_utf8_at(text, to))) mdq_utf8_previous(text, &to);
  return to;
}

struct window {
  size_t start, span_start, span_end, end;
  bool cut_start, cut_span, cut_end;
};

static struct window find_window(const struct mdq_excerpt *e) {
  struct window w = { .span_start = e->offset < e->bytes.len ? e->offset : e->bytes.len };
  size_t budget = e->width > 2 * CHROME_WIDTH ? e->width - CHROME_WIDTH : CHROME_WIDTH;
  w.span_end = walk_forward(e->bytes, w.span_start, e->end_offset, true, &budget);
  w.cut_span = w.span_end < e->end_offset && w.span_end < e->bytes.len;

  size_t half = budget / 2, rest = budget - half;
  w.start = walk_back(e->bytes, w.span_start, &half);
  rest += half; /* what one side does not need, the other may have */
  w.end = w.cut_span ? w.span_end : walk_forward(e->bytes, w.span_end, e->bytes.len, false, &rest);
  w.start = walk_back(e->bytes, w.start, &rest);

  w.cut_start = !at_line_start(e->bytes, w.start);
  w.cut_end = !w.cut_span && !at_line_end(e->bytes, w.end);
  if (w.cut_start) w.start = after_space(e->bytes, w.start, w.span_start);
  if (w.cut_end) w.end = before_space(e->bytes, w.end, w.span_end);
  return w;
}

static bool has_arabic(struct mdq_span text) {
  for (size_t at = 0; at < text.len;) {
    if (mdq_is_arabic_letter(mdq_utf8_next(text, &at))) return true;
  }
  return false;
}

void mdq_add_excerpt(struct mdq_buf *out, const struct mdq_excerpt *e) {
  struct window w = find_window(e);
  mdq_buf_adds(out, has_arabic(mdq_span_sub(e->bytes, w.start, w.end)) ? RLI : FSI);
  if (w.cut_start) mdq_buf_adds(out, ELLIPSIS);
  add_shown(out, mdq_span_sub(e->bytes, w.start, w.span_start), false);
  mdq_buf_adds(out, e->mark);
  mdq_buf_adds(out, "⟦");
  add_shown(out, mdq_span_sub(e->bytes, w.span_start, w.span_end), true);
  if (w.cut_span) mdq_buf_adds(out, ELLIPSIS);
  mdq_buf_adds(out, "⟧");
  mdq_buf_adds(out, e->unmark);
  add_shown(out, mdq_span_sub(e->bytes, w.span_end, w.end), false);
  if (w.cut_end) mdq_buf_adds(out, ELLIPSIS);
  mdq_buf_adds(out, PDI);
}

void mdq_add_suggested(struct mdq_buf *out, struct mdq_span text) {
  mdq_buf_adds(out, FSI "«");
  mdq_add_spelled_out(out, text);
  mdq_buf_adds(out, "»" PDI);
}
