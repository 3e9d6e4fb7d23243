/* From a rule's finding to a delivered diagnostic. */
#include <stdlib.h>

#include "base/buf.h"
#include "lint/run.h"
#include "text/chars.h"
#include "text/lines.h"
#include "text/utf8.h"

enum { LONGEST_QUOTED = 240 }; /* bytes of the text that a message repeats */

struct mdq_place mdq_at(const struct mdq_segment *segment, size_t start, size_t end) {
  if (!segment->map) return (struct mdq_place){ segment->offset + start, segment->offset + end, segment->unit };
  return (struct mdq_place){ mdq_offset_map_get(segment->map, start, 0), mdq_offset_map_get(segment->map, end, end > start), segment->unit };
}

struct mdq_place mdq_at_tokens(const struct mdq_segment *segment, size_t i, size_t j) {
  return mdq_at(segment, segment->tokens[i].start, segment->tokens[j].end);
}

struct mdq_place mdq_at_token(const struct mdq_segment *segment, size_t i) {
  return mdq_at_tokens(segment, i, i);
}

struct mdq_span mdq_tokens_text(const struct mdq_segment *segment, size_t i, size_t j) {
  return mdq_span_sub(segment->text, segment->tokens[i].start, segment->tokens[j].end);
}

static size_t group_index(const struct mdq_ctx *ctx) {
  return (size_t)(ctx - ctx->run->contexts);
}

bool mdq_rule_enabled(const struct mdq_ctx *ctx, size_t rule) {
  return ctx->run->linter->groups[group_index(ctx)].enabled[rule];
}

bool mdq_rule_delivers(const struct mdq_ctx *ctx, size_t rule, enum mdq_severity severity) {
  return mdq_rule_enabled(ctx, rule) && severity >= ctx->run->linter->min_severity;
}

/* A message is one line of visible text whatever the draft holds: controls and directional characters of the quoted text are dropped. */
static void add_quoted(struct mdq_buf *out, struct mdq_span text) {
  bool cut = text.len > LONGEST_QUOTED;
  size_t limit = cut ? LONGEST_QUOTED : text.len;
  for (size_t at = 0; at < limit;) {
    uint32_t c = mdq_utf8_next(text, &at);
    enum mdq_char_class class = mdq_char_class(c);
    if (class == MDQ_CHAR_SPACE) mdq_buf_addc(out, ' ');
    else if (class != MDQ_CHAR_INVISIBLE) mdq_buf_addcp(out, c);
  }
  if (cut) mdq_buf_adds(out, "…");
}

static const char *fill_message(struct mdq_arena *arena, const char *template, const struct mdq_kept *kept) {
  struct mdq_buf out;
  mdq_buf_init(&out);
  for (const char *p = template; *p;) {
    if (p[0] == '{' && p[1] >= 'x' && p[1] <= 'z' && p[2] == '}') {
      add_quoted(&out, p[1] == 'x' ? kept->x : p[1] == 'y' ? kept->y : kept->z);
      p += 3;
    } else {
      mdq_buf_addc(&out, *p++);
    }
  }
  if (out.failed) arena->failed = true;
  const char *message = mdq_arena_copy(arena, mdq_buf_span(&out)).ptr;
  mdq_buf_free(&out);
  return message;
}

/* A replacement that changes nothing is no fix. */
static void keep_fix(struct mdq_ctx *ctx, struct mdq_kept *kept, struct mdq_place at, struct mdq_span text, bool safe) {
  if (mdq_span_eq(text, mdq_span_sub(ctx->document->bytes, at.start, at.end))) return;
  kept->fixes[kept->fix_count++] = (struct mdq_fix){ at.start, at.end, mdq_arena_copy(ctx->arena, text).ptr, safe };
}

static void keep_fixes(struct mdq_ctx *ctx, struct mdq_kept *kept, const struct mdq_finding *finding) {
  size_t count = finding->fix_count + (finding->fix.ptr ? 1 : 0);
  kept->fixes = count ? mdq_arena_array(ctx->arena, count, sizeof *kept->fixes) : NULL;
  if (!kept->fixes) return;
  if (finding->fix.ptr) keep_fix(ctx, kept, finding->at, finding->fix, finding->safe);
  for (size_t i = 0; i < finding->fix_count; i++) {
    const struct mdq_replacement *r = &finding->fixes[i];
    keep_fix(ctx, kept, r->at.end ? r->at : finding->at, r->text, r->safe);
  }
}

/* As much of a text as a message can show, and one letter more so that it shows as cut; rules' texts last for the segment. */
static struct mdq_span quotable(struct mdq_ctx *ctx, struct mdq_span text) {
  size_t end = 0;
  while (end < text.len && end <= LONGEST_QUOTED) mdq_utf8_next(text, &end);
  return text.len ? mdq_arena_copy(ctx->arena, mdq_span_sub(text, 0, end)) : text;
}

void mdq_report_finding(struct mdq_ctx *ctx, size_t rule_index, const struct mdq_finding *finding) {
  struct mdq_run *run = ctx->run;
  const struct mdq_rule *rule = &ctx->group->rules[rule_index];
  enum mdq_severity severity = finding->severity ? finding->severity : rule->severity;
  if (!mdq_rule_enabled(ctx, rule_index) || severity < run->linter->min_severity) return;
  struct mdq_kept *kept = mdq_arena_push(ctx->arena, &run->kept, &run->kept_count, &run->kept_capacity, sizeof *kept);
  if (!kept) return;
  *kept = (struct mdq_kept){
    .rule = rule, .unit = finding->at.unit, .severity = severity,
    .certainty = finding->certainty ? finding->certainty : rule->certainty,
    .start = finding->at.start, .end = finding->at.end,
    .x = quotable(ctx, finding->x), .y = quotable(ctx, finding->y), .z = quotable(ctx, finding->z),
  };
  keep_fixes(ctx, kept, finding);
}

/* -- the house style -- */

/* Rewrites the fixes; false if it had some and the house writes all of them as the draft does: then the draft is right. */
static bool render_fixes(const struct mdq_run *run, struct mdq_kept *kept) {
  size_t used = 0;
  for (size_t i = 0; i < kept->fix_count; i++) {
    struct mdq_fix fix = kept->fixes[i];
    struct mdq_span original = mdq_span_sub(run->document.bytes, fix.offset, fix.end_offset);
    struct mdq_span text = mdq_house_render(&run->house, &run->worker->words, &run->worker->document, mdq_span_str(fix.text), original);
    fix.text = text.ptr;
    if (!mdq_span_eq(text, original)) kept->fixes[used++] = fix;
  }
  bool left = used || !kept->fix_count;
  kept->fix_count = used;
  return left;
}

void mdq_kept_render(struct mdq_run *run) {
  struct mdq_arena *arena = &run->worker->document;
  size_t used = 0;
  for (size_t i = 0; i < run->kept_count; i++) {
    struct mdq_kept *kept = &run->kept[i];
    if (!render_fixes(run, kept)) continue;
    struct mdq_span original = mdq_span_sub(run->document.bytes, kept->start, kept->end);
    kept->y = mdq_house_render(&run->house, &run->worker->words, arena, kept->y, original);
    kept->message = fill_message(arena, run->linter->lang == MDQ_LANG_AR ? kept->rule->message.ar : kept->rule->message.en, kept);
    run->kept[used++] = *kept;
  }
  run->kept_count = used;
}

static int in_order(const void *a, const void *b) {
  const struct mdq_kept *x = a, *y = b;
  if (x->start != y->start) return x->start < y->start ? -1 : 1;
  if (x->end != y->end) return x->end < y->end ? -1 : 1;
  if (x->severity != y->severity) return x->severity > y->severity ? -1 : 1;
  int order = strcmp(x->rule->id, y->rule->id);
  return order ? order : strcmp(x->message, y->message);
}

static bool same_place(const struct mdq_kept *a, const struct mdq_kept *b) {
  return a->start == b->start && a->end == b->end;
}

static void drop_repeats(struct mdq_run *run) {
  size_t used = 1;
  for (size_t i = 1; i < run->kept_count; i++) {
    const struct mdq_kept *last = &run->kept[used - 1], *next = &run->kept[i];
    if (!same_place(last, next) || last->rule != next->rule) run->kept[used++] = *next;
  }
  run->kept_count = used;
}

/* Whether kept[i] says less than another finding about the very same words. */
static bool is_superseded(const struct mdq_run *run, size_t from, size_t to, size_t i) {
  for (size_t k = from; k < to; k++) {
    const char *superseded = run->kept[k].rule->supersedes;
    if (superseded && run->kept[k].severity >= run->kept[i].severity && !strcmp(superseded, run->kept[i].rule->id)) return true;
  }
  return false;
}

static void drop_superseded(struct mdq_run *run) {
  size_t used = 0;
  for (size_t from = 0, to; from < run->kept_count; from = to) {
    for (to = from + 1; to < run->kept_count && same_place(&run->kept[from], &run->kept[to]);) to++;
    uint64_t dropped = 0; /* judged before anything moves; more than 64 rules do not agree on one place */
    for (size_t i = from; i < to && i - from < 64; i++)
      if (is_superseded(run, from, to, i)) dropped |= UINT64_C(1) << (i - from);
    for (size_t i = from; i < to; i++)
      if (i - from >= 64 || !(dropped >> (i - from) & 1)) run->kept[used++] = run->kept[i];
  }
  run->kept_count = used;
}

void mdq_kept_sort(struct mdq_run *run) {
  if (!run->kept_count) return;
  qsort(run->kept, run->kept_count, sizeof *run->kept, in_order);
  drop_repeats(run);
  drop_superseded(run);
}

enum mdq_status mdq_kept_deliver(const struct mdq_run *run, const char *name, mdq_receiver *receiver, void *user, struct mdq_error *error) {
  struct mdq_cursor start = mdq_cursor_start(run->document.bytes), end = start;
  for (size_t i = 0; i < run->kept_count; i++) {
    const struct mdq_kept *kept = &run->kept[i];
    mdq_cursor_advance(&start, kept->start);
    /* Long findings overlap: the end goes on from the last one where it can, lest their common part be walked again and again. */
    if (end.offset < start.offset || end.offset > kept->end) end = start;
    mdq_cursor_advance(&end, kept->end);
    struct mdq_diagnostic diagnostic = {
      .file = name, .rule = kept->rule->id, .category = kept->rule->category, .unit = kept->unit, .message = kept->message,
      .severity = kept->severity, .certainty = kept->certainty, .offset = kept->start, .end_offset = kept->end,
      .line = start.line, .column = start.column, .end_line = end.line, .end_column = end.column,
      .fixes = kept->fixes, .fix_count = kept->fix_count,
    };
    if (receiver(user, &diagnostic)) return mdq_fail(error, MDQ_STOPPED, "stopped by the receiver");
  }
  return MDQ_OK;
}

const char *mdq_severity_name(enum mdq_severity severity) {
  static const char *const names[] = { "none", "note", "warning", "error" };
  return severity >= MDQ_SEVERITY_NONE && severity <= MDQ_ERROR ? names[severity] : "none";
}

const char *mdq_certainty_name(enum mdq_certainty certainty) {
  static const char *const names[] = { "none", "possible", "likely", "certain" };
  return certainty >= MDQ_CERTAINTY_NONE && certainty <= MDQ_CERTAIN ? names[certainty] : "none";
}

const char *mdq_version(void) {
  return MDQ_VERSION;
}
