#include "cli/run.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/pool.h"

enum { WRITTEN_AT_ONCE = 1 << 16 };

struct finished { /* one input, until its turn to be written comes */
  struct mdq_buf out;
  enum mdq_status status;
  enum mdq_status written; /* of what need not wait for its turn */
  struct mdq_error error;
  struct mdq_arena arena; /* holds the notices */
  struct mdq_error *notices;
  size_t notice_count, notice_capacity;
  size_t count[MDQ_ERROR + 1];
};

struct all {
  const mdq_linter *linter;
  const struct mdq_cli_options *options;
  const struct mdq_inputs *inputs;
  const struct mdq_output *output;
  struct finished *slots;
  bool alone; /* one input at a time */
  struct mdq_arena arena; /* holds what has been told */
  struct mdq_span *told;  /* about the rule data */
  size_t told_count, told_capacity;
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

static void keep_notice(void *user, const struct mdq_error *notice) {
  struct finished *f = user;
  struct mdq_error *kept = mdq_arena_push(&f->arena, &f->notices, &f->notice_count, &f->notice_capacity, sizeof *kept);
  if (kept) *kept = *notice;
}

static enum mdq_status lint(const struct all *all, const struct mdq_input *input, struct finished *f) {
  const struct mdq_reporter *reporter = all->options->reporter;
  struct mdq_arena arena = MDQ_ARENA_INIT;
  struct listener listener = { .reporter = reporter, .finished = f, .alone = all->alone };
  listener.report = (struct mdq_report){ .output = all->output, .bytes = mdq_span_of(input->bytes, input->size), .out = &f->out, .arena = &arena };
  if (reporter->state_size && !(listener.report.state = mdq_arena_alloc(&arena, reporter->state_size)))
    return mdq_no_memory(&f->error);
  struct mdq_error error;
  enum mdq_status status = mdq_lint(all->linter, input, receive, &listener, &error);
  if (status && !f->written) f->error = error;
  if (reporter->finish) reporter->finish(&listener.report);
  mdq_arena_free(&arena);
  if (f->written) return MDQ_OK; /* told apart from trouble with the input */
  return f->out.failed ? mdq_no_memory(&f->error) : status;
}

static void add_source(struct mdq_input *input, const char *name, struct mdq_span bytes) {
  input->source_name = name;
  input->source_bytes = bytes.ptr;
  input->source_size = bytes.len;
}

static enum mdq_status lint_bytes(const struct all *all, const struct mdq_input_file *file, struct mdq_input_bytes *bytes, struct finished *f) {
  struct mdq_span text = mdq_input_bytes_span(bytes);
  struct mdq_input input = { .name = file->name, .bytes = text.ptr, .size = text.len, .format = all->options->input_format, .notice = keep_notice,
                             .notice_user = f, .progress = mdq_input_bytes_passed, .progress_user = bytes };
  if (!file->source) return lint(all, &input, f);
  struct mdq_input_bytes source;
  enum mdq_status status = mdq_source_read(file, &source, &f->error);
  add_source(&input, file->source, mdq_input_bytes_span(&source));
  if (!status) status = lint(all, &input, f);
  mdq_input_bytes_free(&source);
  return status;
}

static enum mdq_status read_and_lint(const struct all *all, const struct mdq_input_file *file, struct finished *f) {
  struct mdq_input_bytes bytes;
  enum mdq_status status = mdq_input_read(file, &bytes, &f->error);
  if (!status) status = lint_bytes(all, file, &bytes, f);
  mdq_input_bytes_free(&bytes);
  return status;
}

static void work(void *user, size_t item, size_t slot) {
  struct all *all = user;
  struct finished *f = &all->slots[slot];
  *f = (struct finished){ .status = MDQ_OK };
  mdq_buf_init(&f->out);
  f->status = read_and_lint(all, &all->inputs->files[item], f);
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

/* What fails in the rule data does so in one draft as in the other. */
static bool is_news(struct all *all, const struct mdq_error *notice) {
  if (notice->status != MDQ_NO_DATA) return true;
  struct mdq_span message = mdq_span_str(notice->message);
  for (size_t i = 0; i < all->told_count; i++)
    if (mdq_span_eq(all->told[i], message)) return false;
  struct mdq_span *told = mdq_arena_push(&all->arena, &all->told, &all->told_count, &all->told_capacity, sizeof *told);
  if (told) *told = mdq_arena_copy(&all->arena, message);
  return true;
}

static void tell_notices(struct all *all, const struct finished *f) {
  for (size_t i = 0; i < f->notice_count; i++)
    if (is_news(all, &f->notices[i])) all->complain(&f->notices[i]);
}

/* No other draft would fare better. */
static bool is_trouble_with_data(enum mdq_status status) {
  return status == MDQ_NO_DATA || status == MDQ_NO_DICT;
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
    tell_notices(all, f);
    add_totals(&all->result->totals, f);
    written = written && mdq_write_stdout(&f->out, &error) == MDQ_OK;
  }
  mdq_buf_free(&f->out);
  mdq_arena_free(&f->arena);
  if (!written) {
    all->result->trouble = true;
    all->complain(&error);
  }
  return written && !is_trouble_with_data(f->status);
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
    for (size_t i = 0; i < slots; i++) {
      mdq_buf_free(&all->slots[i].out);
      mdq_arena_free(&all->slots[i].arena);
    }
  }
  free(all->slots);
  mdq_arena_free(&all->arena);
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
  if (!run_pool(&all)) result->trouble = true;
  else write_end(&all);
}

enum mdq_status mdq_write_stdout(const struct mdq_buf *text, struct mdq_error *error) {
  if (text->failed) return mdq_no_memory(error);
  if (text->len == 0) return MDQ_OK;
  if (fwrite(text->ptr, 1, text->len, stdout) == text->len && fflush(stdout) == 0) return MDQ_OK;
  return mdq_fail(error, MDQ_BAD_INPUT, "cannot write to standard output: %s", strerror(errno));
}
