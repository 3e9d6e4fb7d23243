/* The pipeline: reader -> segments -> analysis -> rules -> sorted diagnostics. */
#include "lint/run.h"

#include "input/reader.h"
#include "text/utf8.h"

enum { HEADLINE_WORDS = 14, LONGEST_SEGMENT = 1 << 30 /* lengths fit the int of printf's precision */ };

/* Passes go on, but rules that look back over the draft also jump about: then all is dropped from time to time. */
void mdq_run_passed_step(struct mdq_run *run, size_t offset) {
  enum { MOST_JUMPS = 128 };
  if (!run->input->progress) return;
  if (offset > run->told && offset - run->told < 2 * MDQ_RUN_STEP) {
    run->input->progress(run->input->progress_user, offset);
  } else if (++run->jumps == MOST_JUMPS) {
    mdq_run_passed_all(run);
  }
  run->told = offset;
}

void mdq_run_passed_all(struct mdq_run *run) {
  if (run->input->progress) run->input->progress(run->input->progress_user, run->input->size);
  run->told = run->jumps = 0;
}

static bool is_headline(const struct mdq_segment *segment) {
  size_t words = 0;
  for (size_t i = 0; i < segment->token_count; i++) words += segment->tokens[i].kind != MDQ_TOKEN_PUNCT;
  const struct mdq_token *last = segment->token_count ? &segment->tokens[segment->token_count - 1] : NULL;
  return words <= HEADLINE_WORDS && last && last->code_point != '.';
}

const struct mdq_glossary *mdq_glossary_of(const struct mdq_ctx *ctx) {
  return ctx->run->linter->glossary;
}

const struct mdq_renderings *mdq_renderings_of(const struct mdq_ctx *ctx) {
  return &ctx->run->linter->renderings;
}

static uint64_t groups_of(const uint64_t *groups, uint32_t bits) {
  uint64_t any = 0;
  for (; bits; bits &= bits - 1) any |= groups[__builtin_ctz(bits)];
  return any;
}

static void call_segment_hooks(struct mdq_run *run, const struct mdq_segment *segment, uint64_t concerned) {
  const bool paired = segment->has_source || segment->pairing == MDQ_PAIRED_BY_CONTENT;
  uint64_t groups = run->all_segments | (run->by_words & concerned) | groups_of(run->by_trait, segment->traits) | groups_of(run->by_kind, segment->kinds);
  if (!paired) groups &= ~run->paired_only;
  if (segment->has_source) groups |= run->sourced;
  for (; groups; groups &= groups - 1) {
    struct mdq_ctx *ctx = &run->contexts[__builtin_ctzll(groups)];
    ctx->group->segment(ctx, segment);
  }
}

/* The figures of a plain number, as bits. */
static inline unsigned figures_of(const struct mdq_segment *segment, size_t i) {
  enum { SHORT_WORD = 4 };
  const struct mdq_token *token = &segment->tokens[i];
  bool beside = mdq_token_is(segment, i - 1, MDQ_TOKEN_PUNCT) && !(token[-1].flags & MDQ_TOKEN_PLAIN);
  if (i + 1 < segment->token_count) beside |= token[1].word ? token[1].word->letters <= SHORT_WORD : token[1].kind == MDQ_TOKEN_PUNCT && !(token[1].flags & MDQ_TOKEN_PLAIN);
  return (token->end - token->start == 4 ? MDQ_FIGURES_YEAR : 0) | (beside ? MDQ_FIGURES_BESIDE : 0);
}

/* Of a token that is no word. Half of the calls for marks were for commas and full stops that are as they should be. */
static inline uint64_t groups_of_other(const struct mdq_run *run, const struct mdq_segment *segment, size_t i) {
  const struct mdq_token *token = &segment->tokens[i];
  uint64_t groups = token->kind == MDQ_TOKEN_PUNCT ? run->mark_hooks[token->code_point % MDQ_MARK_SLOTS] : run->token_hooks[__builtin_ctz(token->kind)];
  if (!(token->flags & MDQ_TOKEN_PLAIN)) return groups;
  if (token->kind == MDQ_TOKEN_NUM) groups &= ~run->idle_figures[figures_of(segment, i)];
  return groups & ~run->odd_only;
}

static void call_token_hooks(struct mdq_run *run, const struct mdq_segment *segment) {
  const struct mdq_token *tokens = segment->tokens;
  const uint64_t words = run->token_hooks[__builtin_ctz(MDQ_TOKEN_AR)];
  for (size_t i = 0; i < segment->token_count; i++) {
    uint64_t groups = tokens[i].word ? words & tokens[i].word->concerns : groups_of_other(run, segment, i);
    for (; groups; groups &= groups - 1) {
      const struct mdq_token_hook *hook = &run->hooks[__builtin_ctzll(groups)];
      hook->call(hook->ctx, segment, i);
    }
  }
}

void mdq_run_call_hooks(struct mdq_run *run, const struct mdq_segment *segment) {
  run->facts = (struct mdq_facts){ 0 };
  uint64_t concerned = mdq_run_concerned(run, segment);
  mdq_reference_date_look(&run->contexts[0], segment);
  call_segment_hooks(run, segment, concerned);
  call_token_hooks(run, segment);
}

static enum mdq_status keep_gap(struct mdq_run *run, const struct mdq_raw_segment *raw) {
  struct mdq_gap *gap =
      mdq_arena_push(&run->worker->document, &run->gaps, &run->document.gap_count, &run->gap_capacity, sizeof *gap);
  if (!gap) return MDQ_NO_MEMORY;
  const char *unit = raw->unit ? mdq_arena_copy(&run->worker->document, mdq_span_str(raw->unit)).ptr : NULL;
  *gap = (struct mdq_gap){ raw->offset, run->segment_count, !raw->gap, unit, raw->source };
  run->document.gaps = run->gaps;
  return MDQ_OK;
}

static enum mdq_status lint_segment(void *user, const struct mdq_raw_segment *raw) {
  struct mdq_run *run = user;
  struct mdq_worker *worker = run->worker;
  mdq_run_passed(run, raw->offset);
  if (!raw->text.len) {
    run->blank_before |= !raw->gap;
    return raw->has_source && raw->source.len ? keep_gap(run, raw) : MDQ_OK;
  }
  if (raw->text.len > LONGEST_SEGMENT) return MDQ_BAD_INPUT;
  const char *unit = raw->unit ? mdq_arena_copy(&worker->document, mdq_span_str(raw->unit)).ptr : NULL;
  struct mdq_segment segment = {
    .text = raw->text, .offset = raw->offset, .map = raw->map, .index = run->segment_count++, .line = raw->line, .unit = unit,
    .after_blank = run->blank_before, .has_source = raw->has_source, .source_shared = raw->source_shared, .pairing = raw->pairing,
    .source = raw->source,
  };
  run->blank_before = false;
  if (!mdq_tokenize(&segment, &worker->tokens, &worker->words)) return MDQ_NO_MEMORY;
  segment.headline = segment.index == 0 && is_headline(&segment);
  mdq_run_call_hooks(run, &segment);
  bool failed = mdq_worker_failed(worker);
  mdq_arena_reset(&worker->segment);
  mdq_words_trim(&worker->words);
  return failed ? MDQ_NO_MEMORY : MDQ_OK;
}

static void note_marks(struct mdq_run *run, const struct mdq_rule_group *group, uint64_t bit) {
  for (size_t slot = 0; slot < MDQ_MARK_SLOTS && !group->marks; slot++) run->mark_hooks[slot] |= bit;
  for (const uint32_t *mark = group->marks; mark && *mark; mark++) run->mark_hooks[*mark % MDQ_MARK_SLOTS] |= bit;
}

static void note_group(uint64_t *groups, uint32_t bits, uint64_t group) {
  for (; bits; bits &= bits - 1) groups[__builtin_ctz(bits)] |= group;
}

static void note_hooks(struct mdq_run *run, size_t g) {
  const struct mdq_rule_group *group = run->linter->groups[g].group;
  const uint32_t kinds = (1u << MDQ_TOKEN_KINDS) - 1;
  uint64_t bit = UINT64_C(1) << g;
  run->hooks[g] = (struct mdq_token_hook){ group->token, &run->contexts[g] };
  if (group->token) note_group(run->token_hooks, group->token_kinds & kinds, bit);
  if (group->token && (group->token_kinds & MDQ_TOKEN_PUNCT)) note_marks(run, group, bit);
  if (group->odd_only) run->odd_only |= bit;
  if (group->paired_only) run->paired_only |= bit;
  for (unsigned figures = 0; group->plain_figures && figures < MDQ_COUNT(run->idle_figures); figures++)
    if (!(group->plain_figures & figures)) run->idle_figures[figures] |= bit;
  if (group->segment) {
    note_group(run->by_trait, group->traits, bit);
    note_group(run->by_kind, group->segment_kinds & kinds, bit);
    if (group->segment_words) run->by_words |= bit;
    else if (!group->traits && !group->segment_kinds) run->all_segments |= bit;
    if (group->sourced_segments) run->sourced |= bit;
  }
  if (run->linter->groups[g].data) run->matches_packs = true;
  if (group->asks_anew) run->asks_anew |= bit;
  if (group->concerns) run->asked |= bit;
  else run->all_words |= bit;
}

bool mdq_run_begin(struct mdq_run *run) {
  struct mdq_worker *worker = run->worker;
  run->reference_date = run->linter->date;
  worker->words.extra = run->linter->user_packs != NULL;
  run->document.serial = ++worker->documents ? worker->documents : ++worker->documents;
  run->contexts = mdq_arena_array(&worker->document, run->linter->group_count, sizeof *run->contexts);
  if (!run->contexts || !mdq_house_begin(&run->house, run->linter->house, &worker->document)) return false;
  for (size_t g = 0; g < run->linter->group_count; g++) {
    const struct mdq_active_group *active = &run->linter->groups[g];
    struct mdq_ctx *ctx = &run->contexts[g];
    *ctx = (struct mdq_ctx){
      .document = &run->document, .arena = &worker->document, .scratch = &worker->segment, .lexicon = worker->lexicon,
      .words = &worker->words, .tables = active->tables, .house = &run->house, .data = active->data, .group = active->group,
      .concern = UINT64_C(1) << g, .run = run,
    };
    if (active->any) note_hooks(run, g);
    if (active->any && active->group->state_size) ctx->state = mdq_arena_alloc(&worker->document, active->group->state_size);
    if (worker->document.failed) return false; /* no hook runs without its state */
    if (active->any && active->group->begin) active->group->begin(ctx);
  }
  return !worker->document.failed;
}

static void finish(struct mdq_run *run) {
  for (size_t g = 0; g < run->linter->group_count; g++) {
    const struct mdq_active_group *active = &run->linter->groups[g];
    if (!active->any || !active->group->finish) continue;
    active->group->finish(&run->contexts[g]);
    mdq_run_passed_all(run);
  }
}

static enum mdq_status lint(struct mdq_run *run, const struct mdq_input *input, const struct mdq_reader *reader, struct mdq_error *error) {
  if (!mdq_run_begin(run)) return mdq_no_memory(error);
  if (error) error->status = MDQ_OK;
  enum mdq_status status = reader->read(input, lint_segment, run, error);
  if (status == MDQ_NO_MEMORY) return mdq_no_memory(error);
  if (status == MDQ_BAD_INPUT && error && !error->status)
    return mdq_fail_at(error, status, input->name, 0, 0, "a line of more than 1 GiB");
  if (status) return status;
  mdq_run_passed_all(run);
  mdq_linter_forget_words(run->linter, run->worker, input->size);
  finish(run);
  mdq_kept_render(run);
  if (mdq_worker_failed(run->worker)) return mdq_no_memory(error);
  status = mdq_linter_trouble(run->linter, error);
  if (status) return status;
  mdq_arena_reset(&run->worker->document); /* what is kept of the findings does not live there */
  return MDQ_OK;
}

enum mdq_status mdq_lint(const mdq_linter *linter, const struct mdq_input *input, mdq_receiver *receiver, void *user, struct mdq_error *error) {
  const struct mdq_reader *reader = input->format ? mdq_reader_find(input->format) : mdq_reader_for_file(input->name);
  if (!reader) return mdq_fail(error, MDQ_BAD_OPTION, "no reader for the format \"%.100s\"", input->format);
  /* The only thing that changes in a linter is its list of idle workers, behind a lock. */
  struct mdq_linter *shared = (struct mdq_linter *)(uintptr_t)linter;
  struct mdq_worker *worker = mdq_worker_take(shared);
  if (!worker) return mdq_no_memory(error);
  struct mdq_run run = {
    .linter = shared, .worker = worker, .input = input,
    .document = { .name = input->name, .bytes = mdq_span_of(input->bytes, input->size), .has_source = input->source_bytes != NULL,
                  .source = mdq_span_of(input->source_bytes, input->source_bytes ? input->source_size : 0) },
  };
  mdq_kept_init(&run.kept, run.document.bytes);
  enum mdq_status status = lint(&run, input, reader, error);
  if (!status) status = mdq_deliver(&run, input->name, receiver, user, error);
  mdq_kept_free(&run.kept);
  if (status == MDQ_NO_MEMORY) mdq_worker_free(worker); /* half-made words must not reach the next input */
  else mdq_worker_put(shared, worker);
  return status;
}
