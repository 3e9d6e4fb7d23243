/* The conditions of entries, and the findings. */
#include "pack/english.h"
#include "pack/match.h"
#include "pack/suggest.h"
#include "text/utf8.h"

enum { NEARBY = 14, FIRST_LINES = 3, LAST_LINES = 5 };

void mdq_packs_begin(struct mdq_ctx *ctx) {
  struct mdq_packs_state *state = ctx->state;
  const struct mdq_packs *packs = ctx->data;
  if (state) state->seen = mdq_arena_array(ctx->arena, packs->document_atoms / 64 + 1, sizeof *state->seen);
}

void mdq_note_segment(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct mdq_packs_state *state = ctx->state;
  state->segments = segment->index + 1;
}

void mdq_note_document_atoms(const struct mdq_matcher *m, const struct mdq_word_atoms *atoms) {
  struct mdq_packs_state *state = m->ctx->state;
  for (size_t i = 0; state->seen && i < atoms->count; i++) {
    if (!(m->packs->atoms.uses[atoms->ids[i]] & MDQ_ATOM_IN_DOCUMENT)) continue;
    size_t slot = m->packs->atoms.document_slot[atoms->ids[i]];
    state->seen[slot / 64] |= 1ull << (slot % 64);
  }
}

static bool seen_any(const struct mdq_packs *packs, const struct mdq_packs_state *state, struct mdq_atom_set set) {
  for (size_t i = 0; i < set.count; i++) {
    size_t slot = packs->atoms.document_slot[set.ids[i]];
    if (state->seen[slot / 64] >> (slot % 64) & 1) return true;
  }
  return false;
}

static bool any_between(const struct mdq_matcher *m, struct mdq_atom_set set, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (mdq_atom_set_match(set, mdq_matcher_atoms(m, i))) return true;
  return false;
}

static bool any_near(const struct mdq_matcher *m, struct mdq_atom_set set, const struct mdq_match *match) {
  size_t left = match->start > NEARBY ? match->start - NEARBY : 0;
  size_t count = m->segment->token_count;
  size_t right = count - match->end > NEARBY ? match->end + NEARBY : count;
  return any_between(m, set, left, match->start) || any_between(m, set, match->end, right);
}

static bool source_has_any(const struct mdq_segment *segment, struct mdq_strings phrases) {
  for (size_t i = 0; segment->has_source && i < phrases.count; i++)
    if (mdq_english_has(segment->source, phrases.items[i])) return true;
  return false;
}

bool mdq_match_holds(const struct mdq_matcher *m, const struct mdq_match *match) {
  const struct mdq_entry *entry = &m->packs->entries[match->entry];
  if (entry->position == MDQ_HEADLINE && !m->segment->headline) return false;
  if (entry->position == MDQ_FIRST_LINES && m->segment->index >= FIRST_LINES) return false;
  if (entry->source_has.count && !source_has_any(m->segment, entry->source_has)) return false;
  if (entry->source_lacks.count && source_has_any(m->segment, entry->source_lacks)) return false;
  if (entry->near.count && !any_near(m, entry->near, match)) return false;
  return !entry->unless_near.count || !any_near(m, entry->unless_near, match);
}

/* The proclitics to be put back. A word matched to the letter has some only if the entry spelt them out beside the
   bare word, as in =تسويات/=بتسويات. */
static struct mdq_clitics clitics_before(const struct mdq_matcher *m, const struct mdq_match *match) {
  const struct mdq_clitics no_clitics = { .article = false };
  if (!match->first.count || !mdq_token_is(m->segment, match->from, MDQ_TOKEN_AR)) return no_clitics;
  const struct mdq_word *word = m->segment->tokens[match->from].word;
  const struct mdq_atoms *atoms = &m->packs->atoms;
  mdq_atom_id id = mdq_atom_set_match(match->first, mdq_matcher_atoms(m, match->from));
  if (!id) return no_clitics;
  size_t letters = atoms->kinds[id] == MDQ_ATOM_EXACT ? mdq_atom_clitics_among(atoms, match->first, word->v2) : mdq_atom_clitics(atoms, id, word->v2);
  size_t at = 0;
  for (size_t i = 0; i < letters && at < word->v1.len; i++) mdq_utf8_next(word->v1, &at);
  return mdq_clitics_of(mdq_span_sub(word->v1, 0, at));
}

static struct mdq_finding finding_of(const struct mdq_matcher *m, const struct mdq_entry *entry, const struct mdq_match *match) {
  struct mdq_finding finding = { .certainty = MDQ_CERTAINTY_NONE };
  if (match->byte_end) {
    finding.at = mdq_at(m->segment, match->byte_start, match->byte_end);
    finding.x = mdq_span_sub(m->segment->text, match->byte_start, match->byte_end);
  } else {
    finding.at = mdq_at_tokens(m->segment, match->from, match->to - 1);
    finding.x = mdq_tokens_text(m->segment, match->from, match->to - 1);
  }
  struct mdq_replacement *fixes = mdq_arena_array(m->ctx->arena, entry->suggest.count + 1, sizeof *fixes);
  if (!fixes) return finding;
  struct mdq_clitics clitics = clitics_before(m, match);
  for (size_t i = 0; i < entry->suggest.count; i++)
    fixes[i] = (struct mdq_replacement){ .text = mdq_suggestion_with(m->ctx->arena, clitics, entry->suggest.items[i]) };
  finding.fixes = fixes;
  finding.fix_count = entry->suggest.count;
  finding.y = fixes[0].text;
  if (m->segment->has_source && mdq_english_has_expression(m->segment->source, entry->english)) {
    finding.severity = MDQ_ERROR;
    finding.certainty = MDQ_CERTAIN;
  }
  return finding;
}

void mdq_report_match(const struct mdq_matcher *m, const struct mdq_match *match) {
  const struct mdq_entry *entry = &m->packs->entries[match->entry];
  struct mdq_finding finding = finding_of(m, entry, match);
  if (!entry->document_has.count && !entry->document_lacks.count && entry->position != MDQ_LAST_LINES) {
    mdq_report_finding(m->ctx, match->entry, &finding);
    return;
  }
  struct mdq_packs_state *state = m->ctx->state;
  struct mdq_pending *pending = mdq_arena_push(m->ctx->arena, &state->pending, &state->pending_count, &state->pending_capacity, sizeof *pending);
  if (pending) *pending = (struct mdq_pending){ match->entry, m->segment->index, finding };
}

void mdq_packs_finish(struct mdq_ctx *ctx) {
  const struct mdq_packs *packs = ctx->data;
  const struct mdq_packs_state *state = ctx->state;
  if (!state->seen) return;
  for (size_t i = 0; i < state->pending_count; i++) {
    const struct mdq_pending *pending = &state->pending[i];
    const struct mdq_entry *entry = &packs->entries[pending->entry];
    if (entry->position == MDQ_LAST_LINES && pending->segment + LAST_LINES < state->segments) continue;
    if (entry->document_has.count && !seen_any(packs, state, entry->document_has)) continue;
    if (seen_any(packs, state, entry->document_lacks)) continue;
    mdq_report_finding(ctx, pending->entry, &pending->finding);
  }
}
