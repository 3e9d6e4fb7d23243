#include "lint/check_pack.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/file.h"
#include "lint/linter.h"
#include "pack/packs.h"
#include "text/lines.h"
#include "text/normalize.h"
#include "text/utf8.h"

struct hit { /* a diagnostic of the example at hand */
  const char *rule; /* the linter's */
  size_t start, end, fix_start, fix_end;
  const char *fix;  /* NULL: none */
};

struct checker {
  mdq_linter *linter;
  const char *const *files;
  const struct mdq_pack_listener *listener;
  struct mdq_pack_check *checks, *check; /* of all files; of the one at hand ... */
  const char *path;                      /* ... which is this */
  struct mdq_error *error;
  struct mdq_arena arena; /* of one example */
  struct hit *hits;
  size_t hit_count, hit_capacity;
  const struct mdq_rule *rule; /* whose example it is ... */
  const char *text;            /* ... and what it says */
  struct mdq_mark mark;        /* ... and where */
};

static const struct mdq_rule *rule_named(const struct checker *c, const char *id) {
  for (size_t low = 0, high = c->linter->rule_count; low < high;) {
    size_t middle = low + (high - low) / 2;
    int order = strcmp(id, c->linter->rules[middle].rule->id);
    if (!order) return c->linter->rules[middle].rule;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return NULL;
}

static int keep_hit(void *user, const struct mdq_diagnostic *d) {
  struct checker *c = user;
  const struct mdq_rule *rule = rule_named(c, d->rule);
  bool own = rule == c->rule;
  if (!own && (!rule || rule->off)) return 0;
  struct hit *hit = mdq_arena_push(&c->arena, &c->hits, &c->hit_count, &c->hit_capacity, sizeof *hit);
  if (!hit) return 1;
  *hit = (struct hit){ .rule = rule->id, .start = d->offset, .end = d->end_offset };
  if (!d->fix_count) return 0;
  hit->fix = mdq_arena_copy(&c->arena, mdq_span_str(d->fixes[0].text)).ptr;
  hit->fix_start = d->fixes[0].offset;
  hit->fix_end = d->fixes[0].end_offset;
  return 0;
}

/* A remark about the file at hand; one that is more than a note breaks a promise. */
__attribute__((format(printf, 4, 5))) static void remark(struct checker *c, enum mdq_severity severity, struct mdq_mark mark, const char *format, ...) {
  va_list args;
  char message[1024];
  va_start(args, format);
  vsnprintf(message, sizeof message, format, args);
  va_end(args);
  c->listener->remark(c->listener->user, &(struct mdq_pack_remark){ c->path, mark.line, mark.column, severity, message });
  c->check->complaints += severity > MDQ_NOTE;
}

#define complain(c, mark, format, ...) remark(c, MDQ_ERROR, mark, "%.200s: " format, (c)->rule->id, __VA_ARGS__)

/* A regex that gives up on so short a text will do so on drafts. */
static void hear_notice(void *user, const struct mdq_error *notice) {
  struct checker *c = user;
  if (notice->status == MDQ_NO_DATA) remark(c, MDQ_ERROR, c->mark, "%s", notice->message);
}

static enum mdq_status lint(struct checker *c, const char *text, const char *source, struct mdq_mark mark) {
  struct mdq_input input = { .name = c->path, .bytes = text, .size = strlen(text), .source_name = source ? c->path : NULL,
                             .source_bytes = source, .source_size = source ? strlen(source) : 0, .notice = hear_notice, .notice_user = c };
  mdq_arena_reset(&c->arena);
  c->hits = NULL;
  c->hit_count = c->hit_capacity = 0;
  c->text = text;
  c->mark = mark;
  c->check->examples++;
  enum mdq_status status = mdq_lint(c->linter, &input, keep_hit, c, c->error);
  return c->arena.failed ? mdq_no_memory(c->error) : status;
}

static bool is_own(const struct checker *c, const struct hit *hit) {
  return !strcmp(hit->rule, c->rule->id);
}

/* The example after the entry's first fix of each finding. */
static struct mdq_span mended(struct checker *c) {
  struct mdq_span text = mdq_span_of("", 0);
  size_t at = 0;
  for (size_t i = 0; i < c->hit_count; i++) {
    const struct hit *hit = &c->hits[i];
    if (!is_own(c, hit) || !hit->fix || hit->fix_start < at) continue;
    text = mdq_arena_printf(&c->arena, "%s%.*s%s", text.ptr, (int)(hit->fix_start - at), c->text + at, hit->fix);
    at = hit->fix_end;
    if (!text.ptr) return mdq_span_of("", 0);
  }
  return mdq_arena_printf(&c->arena, "%s%s", text.ptr, c->text + at);
}

static enum mdq_status check_bad(struct checker *c, const struct mdq_example *example, struct mdq_mark mark) {
  enum mdq_status status = lint(c, example->text, example->source, mark);
  if (status) return status;
  const struct hit *own = NULL;
  for (size_t i = 0; i < c->hit_count && !own; i++)
    if (is_own(c, &c->hits[i])) own = &c->hits[i];
  if (!own) {
    const char *other = c->hit_count ? c->hits[0].rule : NULL;
    complain(c, mark, "not found in this bad example%s%s", other ? ", where there is " : "", other ? other : "");
    return MDQ_OK;
  }
  for (size_t i = 0; i < c->hit_count; i++) {
    const struct hit *other = &c->hits[i];
    for (size_t k = 0; k < c->hit_count && !is_own(c, other); k++) {
      own = &c->hits[k];
      if (!is_own(c, own) || other->start >= own->end || own->start >= other->end) continue;
      complain(c, mark, "%s marks the same words: “%.*s”", other->rule, (int)(other->end - other->start), c->text + other->start);
      break;
    }
  }
  if (!example->fixed) return MDQ_OK;
  struct mdq_span text = mended(c);
  if (!mdq_span_is(text, example->fixed)) complain(c, mark, "mended to “%.*s”", (int)text.len, text.ptr);
  return c->arena.failed ? mdq_no_memory(c->error) : MDQ_OK;
}

static enum mdq_status check_good(struct checker *c, const char *text, const char *source, struct mdq_mark mark) {
  enum mdq_status status = lint(c, text, source, mark);
  for (size_t i = 0; i < c->hit_count && !status; i++) {
    const struct hit *hit = &c->hits[i];
    complain(c, mark, "this good example is taken for %s: “%.*s”", is_own(c, hit) ? "bad" : hit->rule, (int)(hit->end - hit->start), c->text + hit->start);
  }
  return status;
}

/* The user may not know that there is one, and take what it found for his own entry's. */
static void tell_replaced(struct checker *c, struct mdq_mark mark) {
  if (mdq_packs_rule(c->linter->packs, c->rule->id)) remark(c, MDQ_NOTE, mark, "%s: takes the place of the built-in entry of this id", c->rule->id);
}

static enum mdq_status check_entry(struct checker *c, size_t entry) {
  enum mdq_status status = MDQ_OK;
  const struct mdq_entry_marks *marks = &c->linter->user_packs->marks[entry];
  c->rule = &c->linter->user_packs->rules[entry];
  c->check->entries++;
  tell_replaced(c, marks->id);
  for (size_t i = 0; c->rule->bad[i].text && !status; i++) status = check_bad(c, &c->rule->bad[i], marks->bad[i]);
  for (size_t i = 0; c->rule->good[i] && !status; i++) status = check_good(c, c->rule->good[i], NULL, marks->good[i]);
  for (size_t i = 0; c->rule->good_pairs[i].text && !status; i++) status = check_good(c, c->rule->good_pairs[i].text, c->rule->good_pairs[i].source, marks->good_pairs[i]);
  return status;
}

/* -- the text of a file -- */

/* True if a letter and a mark in the word make one letter, which is *letter, at byte *at. Of marks in another order than NFC has, as fatha
   behind its shadda, nothing is said: keyboards give that. */
static bool is_decomposed(struct checker *c, struct mdq_span word, size_t *at, struct mdq_span *letter) {
  if (mdq_plain_letters_end(word, 0) == word.len) return false;
  struct mdq_span composed = mdq_compose(&c->arena, word);
  if (composed.len == word.len) return false;
  size_t end = 0;
  for (*at = 0; mdq_utf8_at(word, end) == mdq_utf8_at(composed, end); *at = end) mdq_utf8_next(word, &end);
  mdq_utf8_next(composed, &end);
  *letter = mdq_span_sub(composed, *at, end);
  return true;
}

/* Tells of the first letter of a line that is not in NFC. */
static void check_line(struct checker *c, struct mdq_span line, uint32_t number) {
  for (size_t from = 0, to; from < line.len; from = to + 1) {
    const char *space = memchr(line.ptr + from, ' ', line.len - from);
    size_t at;
    struct mdq_span letter;
    to = space ? (size_t)(space - line.ptr) : line.len;
    if (!is_decomposed(c, mdq_span_sub(line, from, to), &at, &letter)) continue;
    struct mdq_mark mark = { number, (uint32_t)mdq_utf8_length(mdq_span_sub(line, 0, from + at)) + 1 };
    remark(c, MDQ_ERROR, mark, "“%.*s” is written as two characters, and is one in NFC", (int)letter.len, letter.ptr);
    return;
  }
}

static enum mdq_status check_text(struct checker *c) {
  struct mdq_buf bytes;
  mdq_buf_init(&bytes);
  enum mdq_status status = mdq_file_read(c->path, &bytes, MDQ_NO_DATA, c->error);
  struct mdq_span text = mdq_buf_span(&bytes), line;
  if (mdq_span_starts(text, MDQ_BOM)) text = mdq_span_sub(text, MDQ_BOM.len, text.len);
  uint32_t number = 0;
  for (size_t at = 0; !status && mdq_line_next(text, &at, &line);) {
    mdq_arena_reset(&c->arena);
    check_line(c, line, ++number);
  }
  mdq_buf_free(&bytes);
  return !status && c->arena.failed ? mdq_no_memory(c->error) : status;
}

/* Turns to a file, if it is one of those to be checked. */
static bool turn_to(struct checker *c, const char *path) {
  for (size_t i = 0; c->files[i]; i++) {
    if (strcmp(c->files[i], path)) continue;
    c->path = c->files[i];
    c->check = &c->checks[i];
    return true;
  }
  return false;
}

static enum mdq_status check_entries(struct checker *c) {
  const struct mdq_packs *packs = c->linter->user_packs;
  enum mdq_status status = MDQ_OK;
  for (size_t e = 0; !status && packs && e < packs->entry_count; e++)
    if (turn_to(c, packs->marks[e].path)) status = check_entry(c, e);
  return status;
}

/* What is wrong with a file as a whole; one that is named again has had its turn. */
static enum mdq_status check_files(struct checker *c) {
  enum mdq_status status = MDQ_OK;
  for (size_t i = 0; !status && c->files[i]; i++) {
    if (!turn_to(c, c->files[i]) || c->check != &c->checks[i]) continue;
    if (!c->check->entries) remark(c, MDQ_ERROR, (struct mdq_mark){ 1, 1 }, "%s", "no entries");
    status = check_text(c);
  }
  return status;
}

/* Hands a fault on when it is known not to be the last. */
struct faults {
  const struct mdq_pack_listener *listener;
  struct mdq_error last;
  bool any;
};

static void hear_fault(void *user, const struct mdq_error *fault) {
  struct faults *faults = user;
  if (faults->any) faults->listener->fault(faults->listener->user, &faults->last);
  faults->last = *fault;
  faults->any = true;
}

static enum mdq_status find_faults(const struct checker *c, const char *const *packs, struct mdq_error *error) {
  struct faults faults = { .listener = c->listener, .any = false };
  enum mdq_status status = mdq_packs_find_faults(packs, hear_fault, &faults, error);
  if (status || !faults.any) return status;
  *error = faults.last;
  return error->status;
}

/* Turns on the entries in question and what is on by default of the others, and no other rules. */
static void choose_rules(struct checker *c) {
  for (size_t g = 0; g < c->linter->group_count; g++) {
    struct mdq_active_group *active = &c->linter->groups[g];
    for (size_t r = 0; r < active->group->rule_count; r++) {
      const struct mdq_rule *rule = &active->group->rules[r];
      bool ours = active->data == c->linter->user_packs && active->data && turn_to(c, c->linter->user_packs->marks[r].path);
      active->enabled[r] = active->enabled[r] && active->data && (ours || !rule->off);
    }
  }
}

static const char **all_packs(struct mdq_arena *arena, const char *const *packs, const char *const *files) {
  size_t count = 0, at = 0;
  for (size_t i = 0; packs && packs[i]; i++) count++;
  for (size_t i = 0; files[i]; i++) count++;
  const char **all = mdq_arena_array(arena, count + 1, sizeof *all);
  for (size_t i = 0; all && packs && packs[i]; i++) all[at++] = packs[i];
  for (size_t i = 0; all && files[i]; i++) all[at++] = files[i];
  return all;
}

enum mdq_status mdq_check_packs(const struct mdq_options *options, const char *const *files, const struct mdq_pack_listener *listener,
                                struct mdq_pack_check *checks, struct mdq_error *error) {
  static const char *const everything[] = { "*", NULL };
  struct checker c = { .files = files, .listener = listener, .checks = checks, .error = error };
  struct mdq_options used = *options;
  for (size_t i = 0; files[i]; i++) checks[i] = (struct mdq_pack_check){ 0 };
  used.packs = all_packs(&c.arena, options->packs, files);
  used.select = everything;
  used.ignore = NULL;
  used.min_severity = MDQ_NOTE;
  enum mdq_status status = used.packs ? find_faults(&c, used.packs, error) : mdq_no_memory(error);
  if (!status) status = mdq_linter_new(&used, &c.linter, error);
  if (!status) choose_rules(&c);
  if (!status) status = check_entries(&c);
  if (!status) status = check_files(&c);
  mdq_linter_free(c.linter);
  mdq_arena_free(&c.arena);
  return status;
}
