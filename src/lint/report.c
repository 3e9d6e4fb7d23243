/* From a rule's finding to a delivered diagnostic. */
#include <stdarg.h>
#include <stdlib.h>

#include "base/buf.h"
#include "input/notice.h"
#include "lint/run.h"
#include "text/chars.h"
#include "text/lines.h"
#include "text/utf8.h"
#include "text/word.h"

enum { LONGEST_QUOTED = 240 }; /* bytes of the text that a message repeats */

static inline struct mdq_place place_of(const struct mdq_segment *segment, size_t start, size_t end) {
  if (!segment->map) return (struct mdq_place){ segment->offset + start, segment->offset + end, segment->unit };
  return (struct mdq_place){ mdq_offset_map_get(segment->map, start, 0), mdq_offset_map_get(segment->map, end, end > start), segment->unit };
}

struct mdq_place mdq_at(const struct mdq_segment *segment, size_t start, size_t end) {
  return place_of(segment, start, end);
}

struct mdq_place mdq_at_tokens(const struct mdq_segment *segment, size_t i, size_t j) {
  return place_of(segment, segment->tokens[i].start, segment->tokens[j].end);
}

struct mdq_place mdq_at_token(const struct mdq_segment *segment, size_t i) {
  return place_of(segment, segment->tokens[i].start, segment->tokens[i].end);
}

struct mdq_span mdq_tokens_text(const struct mdq_segment *segment, size_t i, size_t j) {
  return mdq_span_sub(segment->text, segment->tokens[i].start, segment->tokens[j].end);
}

static inline size_t group_index(const struct mdq_ctx *ctx) {
  return (size_t)(ctx - ctx->run->contexts);
}

static inline bool is_enabled(const struct mdq_ctx *ctx, size_t rule) {
  return ctx->run->linter->groups[group_index(ctx)].enabled[rule];
}

bool mdq_rule_enabled(const struct mdq_ctx *ctx, size_t rule) {
  return is_enabled(ctx, rule);
}

bool mdq_rule_delivers(const struct mdq_ctx *ctx, size_t rule, enum mdq_severity severity) {
  return is_enabled(ctx, rule) && severity >= ctx->run->linter->min_severity;
}

/* A finding all of whose fixes the house writes as the draft does is dropped, see render_fixes(). */
bool mdq_fixes_matter(const struct mdq_ctx *ctx, struct mdq_span raw) {
  return !ctx->run->linter->without_fixes || mdq_house_may_write(ctx->house->house, ctx->words, raw);
}

/* The end of what a message repeats as it is: plain letters and visible ASCII. */
static size_t repeated_end(struct mdq_span text, size_t at) {
  for (size_t from = at;; from = at) {
    at = mdq_plain_letters_end(text, at);
    while (at < text.len && text.ptr[at] >= ' ' && text.ptr[at] < 0x7F) at++;
    if (at == from) return at;
  }
}

/* A message is one line of visible text whatever the draft holds: controls and directional characters of the quoted text are dropped. */
static void add_quoted(struct mdq_buf *out, struct mdq_span text) {
  bool cut = text.len > LONGEST_QUOTED;
  size_t limit = cut ? LONGEST_QUOTED : text.len;
  for (size_t at = 0; at < limit;) {
    size_t from = at;
    at = repeated_end(mdq_span_sub(text, 0, limit), at);
    mdq_buf_add(out, mdq_span_sub(text, from, at));
    if (at >= limit) break;
    uint32_t c = mdq_utf8_next(text, &at);
    enum mdq_char_class class = mdq_char_class(c);
    if (class == MDQ_CHAR_SPACE) mdq_buf_addc(out, ' ');
    else if (class != MDQ_CHAR_INVISIBLE) mdq_buf_addcp(out, c);
  }
  if (cut) mdq_buf_adds(out, "…");
}

static bool is_hole(const char *p) {
  return p[0] == '{' && p[1] >= 'x' && p[1] <= 'z' && p[2] == '}';
}

/* {?…?}: what is said only where there is a {y}. */
static const char *over_option(const char *p, bool said) {
  const char *end = p[1] == '?' && !said ? strstr(p, "?}") : NULL;
  return end ? end + 2 : p + 2;
}

static void fill_message(struct mdq_buf *out, const char *template, const struct mdq_kept_texts *texts) {
  mdq_buf_clear(out);
  for (const char *p = template; *p;) {
    size_t plain = strcspn(p, "{?");
    bool option = p[plain] && (!strncmp(p + plain, "{?", 2) || !strncmp(p + plain, "?}", 2));
    if (p[plain] && !option && !is_hole(p + plain)) plain++;
    mdq_buf_add(out, mdq_span_of(p, plain));
    p += plain;
    if (option) {
      p = over_option(p, texts->y.len);
      continue;
    }
    if (*p != '{' || !is_hole(p)) continue;
    add_quoted(out, p[1] == 'x' ? texts->x : p[1] == 'y' ? texts->y : texts->z);
    p += 3;
  }
}

static bool is_same(struct mdq_span a, struct mdq_span b) {
  return a.ptr == b.ptr && a.len == b.len;
}

static bool repeats_one(const struct mdq_replacement *fixes, size_t i) {
  size_t k = 0;
  while (k < i && !mdq_span_eq(fixes[k].text, fixes[i].text)) k++;
  return k < i;
}

/* Rendering would change nothing: so of nearly all findings, which then are not read again for it. */
static bool is_settled(const struct mdq_run *run, const struct mdq_finding *finding) {
  enum { FEW = 8 };
  const struct mdq_span y = finding->y;
  if (finding->fix_count > FEW || (finding->fix_count && finding->fix.ptr) || !mdq_house_leaves(&run->house, y)) return false;
  if (!is_same(finding->fix, y) && !mdq_house_leaves(&run->house, finding->fix)) return false;
  for (size_t i = 0; i < finding->fix_count; i++) {
    struct mdq_span text = finding->fixes[i].text;
    if (repeats_one(finding->fixes, i) || (!is_same(text, y) && !mdq_house_leaves(&run->house, text))) return false;
  }
  return true;
}

static struct mdq_kept *keep_first(struct mdq_run *run, const struct mdq_rule *rule, const struct mdq_finding *finding) {
  struct mdq_kept *kept = mdq_kept_add(&run->kept, rule, finding);
  if (kept) kept->settled = is_settled(run, finding);
  return kept;
}

/* What is wrong with a word is mostly said of each of its tokens. */
static struct mdq_kept *keep(struct mdq_run *run, const struct mdq_rule *rule, const struct mdq_finding *finding) {
  struct mdq_finding_memo *memo = finding->memo;
  struct mdq_kept *kept = keep_first(run, rule, finding);
  if (kept && memo && mdq_kept_may_share(&run->kept, finding))
    *memo = (struct mdq_finding_memo){ .draft = run->document.serial, .settled = kept->settled, .texts = kept->texts };
  return kept;
}

bool mdq_report_again(struct mdq_ctx *ctx, size_t rule, const struct mdq_finding *finding) {
  struct mdq_run *run = ctx->run;
  const struct mdq_finding_memo *memo = finding->memo;
  if (!memo || memo->draft != run->document.serial || !mdq_kept_may_share(&run->kept, finding)) return false;
  if (!is_enabled(ctx, rule) || finding->severity < run->linter->min_severity) return true;
  mdq_run_passed(run, finding->at.start);
  struct mdq_kept *kept = mdq_kept_add_shared(&run->kept, &ctx->group->rules[rule], finding, memo->texts);
  if (kept) kept->settled = memo->settled;
  else ctx->arena->failed = true;
  return true;
}

void mdq_report_finding(struct mdq_ctx *ctx, size_t rule_index, const struct mdq_finding *finding) {
  struct mdq_run *run = ctx->run;
  const struct mdq_rule *rule = &ctx->group->rules[rule_index];
  struct mdq_finding decided = *finding;
  if (!decided.severity) decided.severity = rule->severity;
  if (!decided.certainty) decided.certainty = rule->certainty;
  if (!is_enabled(ctx, rule_index) || decided.severity < run->linter->min_severity) return;
  mdq_run_passed(run, decided.at.start);
  struct mdq_kept *kept = keep(run, rule, &decided);
  if (!kept) ctx->arena->failed = true;
}

void mdq_tell_of_data(const struct mdq_ctx *ctx, size_t at, const char *format, ...) {
  const struct mdq_input *input = ctx->run->input;
  if (!input->notice) return;
  struct mdq_cursor cursor = mdq_cursor_start(ctx->document->bytes);
  mdq_cursor_advance(&cursor, at);
  va_list arguments;
  va_start(arguments, format);
  mdq_tell_at(input, input->name, &(struct mdq_notice_place){ MDQ_NO_DATA, cursor.line, cursor.column }, format, arguments);
  va_end(arguments);
}

/* -- the house style -- */

static bool stands_among(const struct mdq_replacement *fixes, size_t count, const struct mdq_replacement *fix) {
  for (size_t i = 0; i < count; i++)
    if (fixes[i].at.start == fix->at.start && fixes[i].at.end == fix->at.end && mdq_span_eq(fixes[i].text, fix->text)) return true;
  return false;
}

/* A text in the house style, where `original` stands in the draft. */
struct rendered {
  struct mdq_span text, original, result;
};

static struct rendered render(struct mdq_run *run, struct mdq_span text, struct mdq_place at) {
  struct mdq_span original = mdq_span_sub(run->document.bytes, at.start, at.end);
  return (struct rendered){ text, original, mdq_house_render(&run->house, &run->worker->words, &run->worker->segment, text, original) };
}

static bool is_of(const struct mdq_run *run, const struct rendered *rendered, const struct mdq_replacement *fix) {
  return mdq_span_eq(rendered->text, fix->text) && rendered->original.ptr == run->document.bytes.ptr + fix->at.start &&
         rendered->original.len == fix->at.end - fix->at.start;
}

/* Rewrites the fixes that are read, two that become one being one; false if there were some and the house writes all of them as the draft does: then the
   draft is right. *changed tells whether one is another now. The first fix is often what the message says (y). */
static bool render_fixes(struct mdq_run *run, struct mdq_replacement *fixes, size_t *count, const struct rendered *y, bool *changed) {
  size_t used = 0, had = *count;
  for (size_t i = 0; i < had; i++) {
    struct rendered rendered = is_of(run, y, &fixes[i]) ? *y : render(run, fixes[i].text, fixes[i].at);
    if (!mdq_span_eq(rendered.result, fixes[i].text)) *changed = true;
    fixes[i].text = rendered.result;
    if (!mdq_span_eq(rendered.result, rendered.original) && !stands_among(fixes, used, &fixes[i])) fixes[used++] = fixes[i];
  }
  *count = used;
  return used || !had;
}

/* A text that may stand in the list's own buffer, where it would move when more is kept. */
static struct mdq_span lasting(struct mdq_run *run, struct mdq_span text) {
  return text.ptr ? mdq_arena_copy(&run->worker->segment, text) : text;
}

/* Keeps a finding again whose texts are others now, in place of item i. */
static void keep_rendered(struct mdq_run *run, size_t i, const struct mdq_kept_texts *texts, struct mdq_replacement *fixes, size_t count) {
  struct mdq_kept_list *list = &run->kept;
  struct mdq_kept old = list->items[i];
  for (size_t k = 0; k < count; k++) fixes[k].text = lasting(run, fixes[k].text);
  struct mdq_finding finding = {
    .at = { old.start, old.start + old.length, lasting(run, mdq_span_str(texts->unit)).ptr }, .x = lasting(run, texts->x), .y = lasting(run, texts->y), .z = lasting(run, texts->z),
    .severity = old.severity, .certainty = old.certainty, .wording = old.wording, .by_house = old.by_house, .fixes = fixes, .fix_count = count,
  };
  if (!mdq_kept_add(list, old.rule, &finding)) {
    run->worker->document.failed = true;
    return;
  }
  list->items[i] = list->items[--list->count];
}

void mdq_kept_render(struct mdq_run *run) {
  enum { SHARED = 512 };
  struct mdq_kept_list *list = &run->kept;
  struct mdq_replacement *fixes = mdq_arena_array(&run->worker->document, list->most_fixes + 1, sizeof *fixes);
  size_t unchanged[SHARED] = { 0 }; /* by their place, and plus 1: texts that stay as they are, of which other findings may have the same */
  mdq_kept_spread(list);
  size_t used = 0, count = list->count;
  for (size_t i = 0; fixes && i < count; i++) {
    mdq_run_passed(run, list->items[i].start);
    const size_t texts_at = list->items[i].texts;
    if (list->items[i].settled || unchanged[texts_at % SHARED] == texts_at + 1) {
      list->items[used++] = list->items[i];
      continue;
    }
    struct mdq_kept_texts texts = mdq_kept_read(list, &list->items[i], fixes);
    struct mdq_place at = { list->items[i].start, list->items[i].start + list->items[i].length, NULL };
    struct rendered y = render(run, texts.y, at);
    bool changed = !mdq_span_eq(y.result, texts.y);
    if (!render_fixes(run, fixes, &texts.fix_count, &y, &changed)) continue;
    texts.y = y.result;
    if (changed) keep_rendered(run, i, &texts, fixes, texts.fix_count);
    else unchanged[texts_at % SHARED] = texts_at + 1;
    list->items[used++] = list->items[i];
    if (run->worker->segment.failed) break; /* a reset would forget it */
    mdq_arena_reset(&run->worker->segment);
  }
  if (fixes) list->count = used;
}

/* What is needed to hand findings on, of a size that suits all of them: nothing can fail any more once the first one has gone. */
struct delivery {
  struct mdq_run *run;
  struct mdq_buf message, other_message, fix_texts;
  struct mdq_replacement *read;
  struct mdq_fix *fixes;
};

static const char *template_of(const struct mdq_run *run, const struct mdq_kept *kept) {
  static const struct mdq_text by_house = { "House style: “{y}”", "أسلوب الدار: «{y}»" };
  const struct mdq_text *own = kept->wording ? &kept->rule->wordings[kept->wording - 1] : &kept->rule->message;
  const struct mdq_text *message = kept->by_house ? &by_house : own;
  return run->linter->lang == MDQ_LANG_AR ? message->ar : message->en;
}

static bool make_room(struct delivery *d) {
  const struct mdq_kept_list *kept = &d->run->kept;
  size_t longest = 0;
  for (size_t i = 0; i < kept->count; i++) {
    const char *template = template_of(d->run, &kept->items[i]);
    if (i && template == template_of(d->run, &kept->items[i - 1])) continue;
    size_t length = strlen(template);
    if (length > longest) longest = length;
  }
  size_t message = longest + 3 * (LONGEST_QUOTED + sizeof "…" + 4);
  d->read = mdq_arena_array(&d->run->worker->segment, kept->most_fixes + 1, sizeof *d->read);
  d->fixes = mdq_arena_array(&d->run->worker->segment, kept->most_fixes + 1, sizeof *d->fixes);
  return d->read && d->fixes && mdq_buf_reserve(&d->message, message) && mdq_buf_reserve(&d->other_message, message) &&
         mdq_buf_reserve(&d->fix_texts, kept->most_fix_bytes + kept->most_fixes);
}

static void make_message(struct delivery *d, const struct mdq_kept *kept, struct mdq_buf *message) {
  struct mdq_kept_texts texts = mdq_kept_read(&d->run->kept, kept, NULL);
  fill_message(message, template_of(d->run, kept), &texts);
}

static int in_order(const void *a, const void *b, void *delivery) {
  const struct mdq_kept *x = a, *y = b;
  struct delivery *d = delivery;
  if (x->start != y->start) return x->start < y->start ? -1 : 1;
  if (x->length != y->length) return x->length < y->length ? -1 : 1;
  if (x->severity != y->severity) return x->severity > y->severity ? -1 : 1;
  int order = x->rule == y->rule ? 0 : strcmp(x->rule->id, y->rule->id);
  if (order) return order;
  make_message(d, x, &d->message);
  make_message(d, y, &d->other_message);
  order = strcmp(d->message.ptr, d->other_message.ptr);
  return order ? order : (x->texts > y->texts) - (x->texts < y->texts);
}

static bool same_place(const struct mdq_kept *a, const struct mdq_kept *b) {
  return a->start == b->start && a->length == b->length;
}

/* A passage may lack several things, each of which is a finding about all of it. */
static bool says_the_same(const struct mdq_kept_list *kept, const struct mdq_kept *a, const struct mdq_kept *b) {
  if (!same_place(a, b) || a->rule != b->rule) return false;
  return mdq_span_eq(mdq_kept_read(kept, a, NULL).x, mdq_kept_read(kept, b, NULL).x);
}

static void drop_repeats(struct mdq_kept_list *kept) {
  size_t used = 1;
  for (size_t i = 1; i < kept->count; i++)
    if (!says_the_same(kept, &kept->items[used - 1], &kept->items[i])) kept->items[used++] = kept->items[i];
  kept->count = used;
}

/* Whether item i says less than another finding about the very same words. */
static bool is_superseded(const struct mdq_kept *items, size_t from, size_t to, size_t i) {
  for (size_t k = from; k < to; k++) {
    const char *superseded = items[k].rule->supersedes;
    if (superseded && items[k].severity >= items[i].severity && !strcmp(superseded, items[i].rule->id)) return true;
  }
  return false;
}

static void drop_superseded(struct mdq_kept_list *kept) {
  struct mdq_kept *items = kept->items;
  size_t used = 0;
  for (size_t from = 0, to; from < kept->count; from = to) {
    for (to = from + 1; to < kept->count && same_place(&items[from], &items[to]);) to++;
    if (to == from + 1) { /* nearly all */
      items[used++] = items[from];
      continue;
    }
    uint64_t dropped = 0; /* judged before anything moves; more than 64 rules do not agree on one place */
    for (size_t i = from; i < to && i - from < 64; i++)
      if (is_superseded(items, from, to, i)) dropped |= UINT64_C(1) << (i - from);
    for (size_t i = from; i < to; i++)
      if (i - from >= 64 || !(dropped >> (i - from) & 1)) items[used++] = items[i];
  }
  kept->count = used;
}

static size_t end_of(const struct mdq_kept *item) {
  return item->start + item->length;
}

static bool is_covered(const struct mdq_kept *item, const struct mdq_kept *cover) {
  const char *covered = cover->rule->covers;
  return item != cover && item->start >= cover->start && end_of(item) <= end_of(cover) && item->severity <= cover->severity &&
         !strncmp(item->rule->id, covered, strlen(covered));
}

/* Of findings that start together the longest comes last, so a cover is sought among those before it is known what it covers. */
static void drop_covered(struct mdq_kept_list *kept) {
  struct mdq_kept *items = kept->items, cover = { 0 };
  size_t used = 0;
  for (size_t from = 0, to; from < kept->count; from = to) {
    for (to = from; to < kept->count && items[to].start == items[from].start; to++)
      if (items[to].rule->covers && (!cover.rule || end_of(&items[to]) >= end_of(&cover))) cover = items[to];
    for (size_t i = from; i < to; i++) {
      bool is_cover = cover.rule && items[i].rule == cover.rule && same_place(&items[i], &cover);
      if (is_cover || !cover.rule || !is_covered(&items[i], &cover)) items[used++] = items[i];
    }
  }
  kept->count = used;
}

static void sort(struct delivery *d) {
  struct mdq_kept_list *kept = &d->run->kept;
  mdq_kept_sort(kept, in_order, d);
  drop_repeats(kept);
  drop_superseded(kept);
  drop_covered(kept);
}

/* Their texts are NUL-terminated copies. */
static void make_fixes(struct delivery *d, size_t count) {
  mdq_buf_clear(&d->fix_texts);
  for (size_t i = 0; i < count; i++) {
    const struct mdq_replacement *r = &d->read[i];
    d->fixes[i] = (struct mdq_fix){ r->at.start, r->at.end, d->fix_texts.ptr + d->fix_texts.len, r->safe };
    mdq_buf_add(&d->fix_texts, r->text);
    mdq_buf_addc(&d->fix_texts, '\0');
  }
}

static enum mdq_status deliver(struct delivery *d, const char *name, mdq_receiver *receiver, void *user, struct mdq_error *error) {
  const struct mdq_kept_list *list = &d->run->kept;
  struct mdq_cursor start = mdq_cursor_start(list->bytes), end = start;
  for (size_t i = 0; i < list->count; i++) {
    const struct mdq_kept *kept = &list->items[i];
    size_t end_offset = kept->start + kept->length;
    mdq_run_passed(d->run, kept->start);
    mdq_cursor_advance(&start, kept->start);
    /* Long findings overlap: the end goes on from the last one where it can, lest their common part be walked again and again. */
    if (end.offset < start.offset || end.offset > end_offset) end = start;
    mdq_cursor_advance(&end, end_offset);
    struct mdq_kept_texts texts = mdq_kept_read(list, kept, d->read);
    fill_message(&d->message, template_of(d->run, kept), &texts);
    make_fixes(d, texts.fix_count);
    struct mdq_diagnostic diagnostic = {
      .file = name, .rule = kept->rule->id, .category = kept->rule->category, .unit = texts.unit, .message = d->message.ptr,
      .severity = kept->severity, .certainty = kept->certainty, .offset = kept->start, .end_offset = end_offset,
      .line = start.line, .column = start.column, .end_line = end.line, .end_column = end.column,
      .fixes = d->fixes, .fix_count = texts.fix_count,
    };
    if (receiver(user, &diagnostic)) return mdq_fail(error, MDQ_STOPPED, "stopped by the receiver");
  }
  return MDQ_OK;
}

enum mdq_status mdq_deliver(struct mdq_run *run, const char *name, mdq_receiver *receiver, void *user, struct mdq_error *error) {
  if (!run->kept.count) return MDQ_OK;
  struct delivery d = { .run = run };
  mdq_buf_init(&d.message);
  mdq_buf_init(&d.other_message);
  mdq_buf_init(&d.fix_texts);
  bool ready = make_room(&d);
  if (ready) sort(&d);
  enum mdq_status status = ready ? deliver(&d, name, receiver, user, error) : mdq_no_memory(error);
  mdq_buf_free(&d.message);
  mdq_buf_free(&d.other_message);
  mdq_buf_free(&d.fix_texts);
  return status;
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
