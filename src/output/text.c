/* file:line:column: severity: message [rule]

   One line a finding for programs, which parse it; at a terminal each is followed by an excerpt and the
   suggestion, and a fault that runs through the whole draft shows its first places and a count. */
#include <stdio.h>

#include "base/map.h"
#include "output/excerpt.h"
#include "output/phrases.h"
#include "output/reporter.h"
#include "output/visible.h"

enum { HABIT = 5, HABIT_SHOWN = 3, SUGGESTIONS = 3, GUTTER = 9 /* cells before the excerpt */, MORE_WIDTH = 42 };

#define FSI "\u2068"
#define RLI "\u2067"
#define PDI "\u2069"

struct kept { /* a finding kept until the file is finished, as habits show only at its end */
  struct mdq_diagnostic diagnostic;
  size_t column;
  struct habit *habit;
};

struct habit { /* the findings of one rule in this file */
  size_t count, shown;
};

struct text_state {
  const char *file;        /* the name that stands ... */
  struct mdq_span opening; /* ... so at the start of a line, in the arena */
  struct mdq_span severity[MDQ_ERROR + 1]; /* what stands between column and message, there, too, once it is known */
  struct mdq_column_cursor cursor;
  struct mdq_map habits; /* by rule id */
  struct kept *kept;
  size_t count, capacity;
};

static const char *const colors[] = { "", "\033[1;36m", "\033[1;35m", "\033[1;31m" }; /* by severity */
static const char *const marks[] = { "", "\033[1;4;36m", "\033[1;4;35m", "\033[1;4;31m" };

static const char *sgr(const struct mdq_output *output, const char *sequence) {
  return output->color ? sequence : "";
}

#define BOLD "\033[1m"
#define DIM "\033[2m"
#define GREEN "\033[32m"
#define PLAIN "\033[0m"

static void add_sgr(struct mdq_buf *out, const struct mdq_output *o, const char *sequence) {
  if (o->color) mdq_buf_adds(out, sequence);
}

/* What has been added from `from` on, to be added again. */
static struct mdq_span keep_added(struct mdq_report *report, size_t from) {
  struct mdq_span none = { NULL, 0 };
  return report->out->failed ? none : mdq_arena_copy(report->arena, mdq_span_sub(mdq_buf_span(report->out), from, report->out->len));
}

/* All findings of a report are of one file. */
static void add_file(struct mdq_report *report, const char *file) {
  struct text_state *state = report->state;
  if (state->file == file && file) {
    mdq_buf_add(report->out, state->opening);
    return;
  }
  size_t from = report->out->len;
  add_sgr(report->out, report->output, BOLD);
  mdq_add_visible(report->out, mdq_span_str(file));
  mdq_buf_addc(report->out, ':');
  state->opening = keep_added(report, from);
  state->file = state->opening.ptr ? file : NULL;
}

static void add_severity(struct mdq_report *report, enum mdq_severity severity) {
  const struct mdq_output *o = report->output;
  struct mdq_buf *out = report->out;
  struct mdq_span *kept = &((struct text_state *)report->state)->severity[severity];
  if (kept->ptr) {
    mdq_buf_add(out, *kept);
    return;
  }
  size_t from = out->len;
  mdq_buf_addc(out, ':');
  add_sgr(out, o, PLAIN);
  mdq_buf_addc(out, ' ');
  add_sgr(out, o, colors[severity]);
  mdq_buf_adds(out, mdq_severity_name(severity));
  mdq_buf_addc(out, ':');
  add_sgr(out, o, PLAIN);
  mdq_buf_adds(out, o->terminal ? " " FSI : " ");
  *kept = keep_added(report, from);
}

static void add_rule(struct mdq_report *report, const char *rule) {
  const struct mdq_output *o = report->output;
  struct mdq_buf *out = report->out;
  mdq_buf_adds(out, o->terminal ? PDI " " : " ");
  add_sgr(out, o, DIM);
  mdq_buf_addc(out, '[');
  mdq_buf_adds(out, rule);
  mdq_buf_addc(out, ']');
  add_sgr(out, o, PLAIN);
  mdq_buf_addc(out, '\n');
}

static void add_heading(struct mdq_report *report, const struct mdq_diagnostic *d, size_t column) {
  struct mdq_buf *out = report->out;
  add_file(report, d->file);
  mdq_buf_addn(out, d->line);
  mdq_buf_addc(out, ':');
  mdq_buf_addn(out, column);
  add_severity(report, d->severity);
  mdq_add_printable(out, mdq_span_str(d->message));
  add_rule(report, d->rule);
}

static void add_excerpt(struct mdq_report *report, const struct mdq_diagnostic *d) {
  const struct mdq_output *o = report->output;
  mdq_buf_printf(report->out, "%s%6zu │%s ", sgr(o, DIM), d->line, sgr(o, PLAIN));
  mdq_add_excerpt(report->out, &(struct mdq_excerpt){
    .bytes = report->bytes, .offset = d->offset, .end_offset = d->end_offset,
    .width = o->width > GUTTER ? o->width - GUTTER : 0,
    .mark = sgr(o, marks[d->severity]), .unmark = sgr(o, PLAIN) });
  mdq_buf_addc(report->out, '\n');
}

/* Opens a line that stands below an excerpt. */
static void begin_remark(struct mdq_report *report, const char *color) {
  const struct mdq_output *o = report->output;
  mdq_buf_printf(report->out, "%s%6s │%s %s%s", sgr(o, DIM), "", sgr(o, PLAIN),
                 o->lang == MDQ_LANG_AR ? RLI : FSI, sgr(o, color));
}

static void end_remark(struct mdq_report *report) {
  mdq_buf_printf(report->out, "%s" PDI "\n", sgr(report->output, PLAIN));
}

static void add_text(struct mdq_buf *out, bool arabic, struct mdq_span text) {
  if (mdq_span_is(text, " ")) mdq_buf_adds(out, arabic ? "مسافة واحدة" : "one space");
  else mdq_add_suggested(out, text);
}

static bool inside(const struct mdq_fix *fix, const struct mdq_diagnostic *d) {
  return fix->offset >= d->offset && fix->end_offset <= d->end_offset;
}

/* The marked span as it reads after a fix inside it; empty without memory. */
static struct mdq_span mended(struct mdq_report *report, const struct mdq_diagnostic *d, const struct mdq_fix *fix) {
  size_t before = fix->offset - d->offset, text = strlen(fix->text), after = d->end_offset - fix->end_offset;
  char *copy = mdq_arena_array(report->arena, before + text + after, 1);
  if (!copy) return mdq_span_of("", 0);
  memcpy(copy, report->bytes.ptr + d->offset, before);
  memcpy(copy + before, fix->text, text);
  memcpy(copy + before + text, report->bytes.ptr + fix->end_offset, after);
  return mdq_span_of(copy, before + text + after);
}

/* "write «X» or «Y»", "delete «X»": what the marked span becomes. */
static void add_mended(struct mdq_report *report, const struct mdq_diagnostic *d) {
  bool arabic = report->output->lang == MDQ_LANG_AR;
  struct mdq_buf *out = report->out;
  size_t listed = 0;
  for (size_t i = 0; i < d->fix_count && listed < SUGGESTIONS; i++) {
    if (!inside(&d->fixes[i], d)) continue;
    struct mdq_span text = mended(report, d, &d->fixes[i]);
    bool deleted = text.len == 0;
    if (listed++) mdq_buf_adds(out, arabic ? " أو " : " or ");
    else if (!deleted) mdq_buf_adds(out, arabic ? "اكتب " : "write ");
    if (deleted) mdq_buf_adds(out, arabic ? "احذف " : "delete ");
    add_text(out, arabic, deleted ? mdq_span_sub(report->bytes, d->offset, d->end_offset) : text);
  }
}

/* "write «X» instead of «Y»", "insert «X»", "delete «Y»": a fix that is not inside the marked span. */
static void add_elsewhere(struct mdq_report *report, const struct mdq_fix *fix) {
  bool arabic = report->output->lang == MDQ_LANG_AR;
  struct mdq_buf *out = report->out;
  struct mdq_span old = mdq_span_sub(report->bytes, fix->offset, fix->end_offset), new = mdq_span_str(fix->text);
  if (!new.len) mdq_buf_adds(out, arabic ? "احذف " : "delete ");
  else if (!old.len) mdq_buf_adds(out, arabic ? "أضف " : "insert ");
  else mdq_buf_adds(out, arabic ? "اكتب " : "write ");
  add_text(out, arabic, new.len ? new : old);
  if (!new.len || !old.len) return;
  mdq_buf_adds(out, arabic ? " بدلًا من " : " instead of ");
  add_text(out, arabic, old);
}

static void add_suggestion(struct mdq_report *report, const struct mdq_diagnostic *d) {
  if (!d->fix_count) return;
  begin_remark(report, GREEN);
  mdq_buf_adds(report->out, report->output->lang == MDQ_LANG_AR ? "المقترح: " : "help: ");
  if (inside(&d->fixes[0], d)) add_mended(report, d);
  else add_elsewhere(report, &d->fixes[0]);
  end_remark(report);
}

/* The line of the next finding of a habit behind *i that is not on `line`; 0: there is none. */
static size_t next_line(const struct text_state *state, const struct habit *habit, size_t *i, size_t line) {
  while (++*i < state->count) {
    const struct kept *kept = &state->kept[*i];
    if (kept->habit == habit && kept->diagnostic.line != line) return kept->diagnostic.line;
  }
  return 0;
}

static const char *lines_phrase(bool arabic, size_t lines) {
  if (!arabic) return lines == 1 ? ", on line" : ", on lines";
  return lines == 1 ? "، في السطر" : lines == 2 ? "، في السطرين" : "، في الأسطر";
}

/* "37 more, on lines 4, 7, 9 …": as many lines as fit. */
static void add_others(struct mdq_report *report, const struct text_state *state, const struct habit *habit,
                       size_t last_shown) {
  bool arabic = report->output->lang == MDQ_LANG_AR;
  struct mdq_buf *out = report->out;
  size_t lines = 0, width = 0, i = last_shown;
  for (size_t line = 0; (line = next_line(state, habit, &i, line));) lines++;

  begin_remark(report, BOLD);
  if (arabic) mdq_buf_adds(out, "و"); /* the line begins with a letter, not a number: its direction is clear */
  mdq_add_count(out, report->output->lang, MDQ_NOUN_MORE, habit->count - HABIT_SHOWN);
  mdq_buf_adds(out, lines_phrase(arabic, lines));
  i = last_shown;
  for (size_t line = 0; (line = next_line(state, habit, &i, line));) {
    bool full = width + MORE_WIDTH + GUTTER > report->output->width;
    if (width) mdq_buf_adds(out, arabic ? "،" : ",");
    mdq_buf_printf(out, full ? " …" : " %zu", line);
    if (full) break;
    width += (size_t)snprintf(NULL, 0, ", %zu", line);
  }
  end_remark(report);
}

static void add_block(struct mdq_report *report, const struct text_state *state, size_t i) {
  struct kept *kept = &state->kept[i];
  struct habit *habit = kept->habit;
  bool collapse = habit->count >= HABIT;
  if (collapse && habit->shown == HABIT_SHOWN) return;
  add_heading(report, &kept->diagnostic, kept->column);
  add_excerpt(report, &kept->diagnostic);
  add_suggestion(report, &kept->diagnostic);
  if (collapse && ++habit->shown == HABIT_SHOWN) add_others(report, state, habit, i);
}

static const char *keep_string(struct mdq_arena *arena, const char *s) {
  return mdq_arena_copy(arena, mdq_span_str(s)).ptr;
}

static const struct mdq_fix *keep_fixes(struct mdq_arena *arena, const struct mdq_diagnostic *d) {
  struct mdq_fix *fixes = mdq_arena_array(arena, d->fix_count, sizeof *fixes);
  for (size_t i = 0; fixes && i < d->fix_count; i++) {
    fixes[i] = d->fixes[i];
    fixes[i].text = keep_string(arena, d->fixes[i].text);
  }
  return fixes;
}

static struct habit *habit_of(struct text_state *state, struct mdq_arena *arena, struct mdq_span rule) {
  struct habit *habit = mdq_map_get(&state->habits, rule);
  if (habit) return habit;
  habit = mdq_arena_alloc(arena, sizeof *habit);
  return habit && mdq_map_put(&state->habits, rule, habit) ? habit : NULL;
}

static void keep(struct mdq_report *report, const struct mdq_diagnostic *d, size_t column) {
  struct text_state *state = report->state;
  struct mdq_arena *arena = report->arena;
  struct mdq_diagnostic copy = *d;
  copy.file = keep_string(arena, d->file);
  copy.rule = keep_string(arena, d->rule);
  copy.message = keep_string(arena, d->message);
  copy.fixes = keep_fixes(arena, d);
  struct habit *habit = copy.rule ? habit_of(state, arena, mdq_span_str(copy.rule)) : NULL;
  struct kept *kept = mdq_arena_push(arena, &state->kept, &state->count, &state->capacity, sizeof *kept);
  if (!habit || !kept || arena->failed) {
    report->out->failed = true;
    return;
  }
  habit->count++;
  *kept = (struct kept){ .diagnostic = copy, .column = column, .habit = habit };
}

static void diagnostic(struct mdq_report *report, const struct mdq_diagnostic *d) {
  struct text_state *state = report->state;
  size_t column = mdq_column(&state->cursor, report->bytes, report->output->column_unit, d);
  if (report->output->terminal) keep(report, d, column);
  else add_heading(report, d, column);
}

static void finish(struct mdq_report *report) {
  struct text_state *state = report->state;
  for (size_t i = 0; i < state->count && !report->out->failed; i++) add_block(report, state, i);
  mdq_map_free(&state->habits);
}

static void add_counts(struct mdq_buf *out, const struct mdq_output *o, const struct mdq_totals *totals) {
  static const enum mdq_noun nouns[] = { [MDQ_NOTE] = MDQ_NOUN_NOTE, [MDQ_WARNING] = MDQ_NOUN_WARNING,
                                         [MDQ_ERROR] = MDQ_NOUN_ERROR };
  bool first = true;
  for (int severity = MDQ_ERROR; severity >= MDQ_NOTE; severity--) {
    if (!totals->count[severity]) continue;
    if (!first) mdq_buf_adds(out, o->lang == MDQ_LANG_AR ? " و" : ", ");
    first = false;
    mdq_buf_adds(out, sgr(o, colors[severity]));
    mdq_add_count(out, o->lang, nouns[severity], totals->count[severity]);
    mdq_buf_adds(out, sgr(o, PLAIN));
  }
  if (first) mdq_buf_adds(out, o->lang == MDQ_LANG_AR ? "لا شيء يُذكر" : "nothing to report");
}

/* "12 errors, 30 warnings in 1 file", "... in 3 files of 5". The Arabic begins with a word, as a number would leave
   the direction of the line open. */
static void end(const struct mdq_output *o, const struct mdq_totals *totals, struct mdq_buf *out) {
  if (!o->terminal || !totals->files) return;
  bool arabic = o->lang == MDQ_LANG_AR;
  size_t files = totals->files_with_findings ? totals->files_with_findings : totals->files;
  mdq_buf_adds(out, arabic ? "الحصيلة: " : "");
  add_counts(out, o, totals);
  mdq_buf_adds(out, arabic ? " في " : " in ");
  mdq_add_count(out, o->lang, MDQ_NOUN_FILE, files);
  if (files < totals->files) mdq_buf_printf(out, arabic ? " من أصل %zu" : " of %zu", totals->files);
  mdq_buf_addc(out, '\n');
}

const struct mdq_reporter mdq_reporter_text = {
  .name = "text", .state_size = sizeof(struct text_state), .fixes_on_terminal = true, .diagnostic = diagnostic, .finish = finish, .end = end
};
