#include "cli/run.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/pool.h"
#include "text/lines.h"

enum { WRITTEN_AT_ONCE = 1 << 16 };

struct finished { /* one input, until its turn to be written comes */
  struct mdq_buf out;
  enum mdq_status status;
  enum mdq_status written; /* of what need not wait for its turn */
  struct mdq_error error;
  size_t count[MDQ_ERROR + 1];
  size_t lines; /* counted if there is a source */
};

struct all {
  const mdq_linter *linter;
  const struct mdq_cli_options *options;
  const struct mdq_inputs *inputs;
  const struct mdq_output *output;
  struct mdq_span source;
  size_t source_lines;
  struct finished *slots;
  bool alone; /* one input at a time */
  mdq_complain *complain;
  struct mdq_run_result *result;
};

struct listener {
  const struct mdq_reporter *reporter;
  struct mdq_report report;
  struct finished *finished;
  bool alone; /* no other input is being linted, so this one's turn is now */
};

/* The report of a large input may be larger than the input: it is not gathered where it need not be. */
static bool write_now(struct listener *listener) {
  struct finished *f = listener->finished;
  if (!listener->alone || f->out.len < WRITTEN_AT_ONCE || f->out.failed) return true;
  f->written = mdq_write_stdout(&f->out, &f->error);
  mdq_buf_clear(&f->out);
  return f->written == MDQ_OK;
}

static int receive(void *user, const struct mdq_diagnostic *diagnostic) {
  struct listener *listener = user;
  listener->finished->count[diagnostic->severity]++;
  listener->reporter->diagnostic(&listener->report, diagnostic);
  return !write_now(listener) || listener->report.out->failed;
}

static enum mdq_status lint(const struct all *all, const char *name, struct mdq_span bytes, struct finished *f) {
  const struct mdq_reporter *reporter = all->options->reporter;
  struct mdq_arena arena = MDQ_ARENA_INIT;
  struct listener listener = { .reporter = reporter, .finished = f, .alone = all->alone };
  listener.report = (struct mdq_report){ .output = all->output, .bytes = bytes, .out = &f->out, .arena = &arena };
  if (reporter->state_size && !(listener.report.state = mdq_arena_alloc(&arena, reporter->state_size)))
    return mdq_no_memory(&f->error);
  struct mdq_input input = { .name = name, .bytes = bytes.ptr, .size = bytes.len,
                             .format = all->options->input_format };
  if (all->options->source) {
    input.source_name = all->options->source;
    input.source_bytes = all->source.ptr;
    input.source_size = all->source.len;
  }
  struct mdq_error error;
  enum mdq_status status = mdq_lint(all->linter, &input, receive, &listener, &error);
  if (status && !f->written) f->error = error;
  if (reporter->finish) reporter->finish(&listener.report);
  mdq_arena_free(&arena);
  if (f->written) return MDQ_OK; /* told apart from trouble with the input */
  return f->out.failed ? mdq_no_memory(&f->error) : status;
}

/* Empty lines at the end pair with nothing, and are no sign of anything. */
static size_t count_lines(struct mdq_span text) {
  size_t at = 0, line_number = 0, count = 0;
  for (struct mdq_span line; mdq_line_next(text, &at, &line);) {
    line_number++;
    if (line.len) count = line_number;
  }
  return count;
}

static void work(void *user, size_t item, size_t slot) {
  struct all *all = user;
  const struct mdq_input_file *file = &all->inputs->files[item];
  struct finished *f = &all->slots[slot];
  *f = (struct finished){ .status = MDQ_OK };
  mdq_buf_init(&f->out);
  struct mdq_buf bytes;
  mdq_buf_init(&bytes);
  f->status = mdq_input_read(file, &bytes, &f->error);
  if (f->status == MDQ_OK && all->options->source) f->lines = count_lines(mdq_buf_span(&bytes));
  if (f->status == MDQ_OK) f->status = lint(all, file->name, mdq_buf_span(&bytes), f);
  mdq_buf_free(&bytes);
}

static void add_totals(struct mdq_totals *totals, const struct finished *f) {
  size_t findings = 0;
  for (size_t i = 0; i <= MDQ_ERROR; i++) {
    totals->count[i] += f->count[i];
    findings += f->count[i];
  }
  totals->files++;
  totals->files_with_findings += findings > 0;
}

/* A source that is shifted against its draft by one headline explains nothing, and would not say why. */
static void compare_lines(const struct all *all, const struct finished *f) {
  struct mdq_error warning;
  if (!all->options->source || f->lines == all->source_lines) return;
  mdq_fail_at(&warning, MDQ_BAD_INPUT, all->options->source, 0, 0, "%zu line%s, but the draft has %zu: line N of one is paired with line N of the other",
              all->source_lines, all->source_lines == 1 ? "" : "s", f->lines);
  all->complain(&warning);
}

static bool done(void *user, size_t item, size_t slot) {
  struct all *all = user;
  struct finished *f = &all->slots[slot];
  struct mdq_error error = f->error;
  bool written = !f->written;
  (void)item;
  if (f->status != MDQ_OK) {
    all->result->trouble = true;
    all->complain(&f->error);
  } else {
    compare_lines(all, f);
    add_totals(&all->result->totals, f);
    written = written && mdq_write_stdout(&f->out, &error) == MDQ_OK;
  }
  mdq_buf_free(&f->out);
  if (!written) {
    all->result->trouble = true;
    all->complain(&error);
  }
  return written;
}

static void write_end(struct all *all) {
  const struct mdq_reporter *reporter = all->options->reporter;
  struct mdq_buf out;
  struct mdq_error error;
  if (!reporter->end) return;
  mdq_buf_init(&out);
  reporter->end(all->output, &all->result->totals, &out);
  if (mdq_write_stdout(&out, &error) != MDQ_OK) {
    all->result->trouble = true;
    all->complain(&error);
  }
  mdq_buf_free(&out);
}

static bool read_source(struct all *all, struct mdq_buf *source) {
  const char *path = all->options->source;
  if (!path) return true;
  struct mdq_input_file file = { .path = strcmp(path, "-") == 0 ? NULL : path, .name = path };
  struct mdq_error error;
  bool fine = mdq_input_read(&file, source, &error) == MDQ_OK;
  if (!fine) all->complain(&error);
  all->source = mdq_buf_span(source);
  all->source_lines = count_lines(all->source);
  return fine;
}

static bool run_pool(struct all *all) {
  size_t items = all->inputs->count, threads = all->options->jobs < items ? all->options->jobs : items;
  struct mdq_error error;
  size_t slots = mdq_pool_slots(threads);
  all->slots = calloc(slots, sizeof *all->slots);
  all->alone = threads <= 1;
  bool fine = all->slots != NULL;
  if (fine) {
    for (size_t i = 0; i < slots; i++) mdq_buf_init(&all->slots[i].out);
    fine = mdq_pool_run(threads, items, work, done, all);
    for (size_t i = 0; i < slots; i++) mdq_buf_free(&all->slots[i].out);
  }
  free(all->slots);
  if (!fine) {
    mdq_no_memory(&error);
    all->complain(&error);
  }
  return fine;
}

void mdq_run_all(const mdq_linter *linter, const struct mdq_cli_options *options, const struct mdq_inputs *inputs,
                 const struct mdq_output *output, mdq_complain *complain, struct mdq_run_result *result) {
  struct all all = { .linter = linter, .options = options, .inputs = inputs, .output = output,
                     .complain = complain, .result = result };
  *result = (struct mdq_run_result){ .trouble = false };
  struct mdq_buf source;
  mdq_buf_init(&source);
  if (!read_source(&all, &source) || !run_pool(&all)) result->trouble = true;
  else write_end(&all);
  mdq_buf_free(&source);
}

enum mdq_status mdq_write_stdout(const struct mdq_buf *text, struct mdq_error *error) {
  if (text->failed) return mdq_no_memory(error);
  if (text->len == 0) return MDQ_OK;
  if (fwrite(text->ptr, 1, text->len, stdout) == text->len && fflush(stdout) == 0) return MDQ_OK;
  return mdq_fail(error, MDQ_BAD_INPUT, "cannot write to standard output: %s", strerror(errno));
}
