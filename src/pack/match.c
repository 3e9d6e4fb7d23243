/* The hooks of the packs' group. A phrase is searched for where a pair of its atoms stands, from its trigger on in both
   directions; nothing is done for the other tokens. */
#include "pack/match.h"

#include <stdlib.h>

#include "pack/pairs.h"
#include "pack/rendering.h"

static const struct mdq_word_atoms *atoms_of_mark(const struct mdq_matcher *m, size_t token) {
  struct mdq_packs_state *state = m->ctx->state;
  uint32_t c = m->segment->tokens[token].code_point;
  struct mdq_mark_atoms *mark = &state->marks[(c ^ c >> 6) % MDQ_MARKS_REMEMBERED];
  if (mark->atoms && mark->code_point == c) return mark->atoms;
  *mark = (struct mdq_mark_atoms){ c, mdq_atoms_of_other(&m->packs->atoms, m->segment, token, m->ctx->arena) };
  return mark->atoms;
}

static inline const struct mdq_word_atoms *find_atoms(const struct mdq_matcher *m, size_t token) {
  const struct mdq_atoms *atoms = &m->packs->atoms;
  const struct mdq_token *at = &m->segment->tokens[token];
  if (at->kind == MDQ_TOKEN_PUNCT && at->code_point != 0x0640) return atoms_of_mark(m, token);
  return mdq_atoms_of_token(atoms, m->packs->extra, m->segment, token, m->ctx->words, m->ctx->scratch);
}

/* Finds the atoms of all tokens, and the fragments in their words. */
static void find_all_atoms(struct mdq_matcher *m) {
  const struct mdq_token *tokens = m->segment->tokens;
  const struct mdq_word_atoms **all = m->atoms;
  uint64_t fragments = 0;
  for (size_t i = 0, count = m->segment->token_count; i < count; i++) {
    const struct mdq_word *word = tokens[i].word;
    const struct mdq_word_atoms *atoms = word ? word->atoms : NULL;
    if (!atoms) atoms = find_atoms(m, i);
    fragments |= mdq_word_fragments(atoms);
    all[i] = atoms;
  }
  m->fragments = fragments;
}

/* The same for a user's packs, of which most words have no atoms: which do cannot be predicted, and they are listed without a branch. */
static void find_extra_atoms(struct mdq_matcher *m) {
  const struct mdq_token *tokens = m->segment->tokens;
  const struct mdq_word other = { .concerns = mdq_atoms_of_others(&m->packs->atoms) ? m->ctx->concern : 0 };
  uint32_t *listed = m->used, count = 0, used = 0;
  for (size_t i = 0; i < m->segment->token_count; i++) {
    const struct mdq_word *word = tokens[i].word ? tokens[i].word : &other;
    m->atoms[i] = &mdq_no_atoms;
    listed[count] = (uint32_t)i;
    count += (word->concerns & m->ctx->concern) != 0;
  }
  for (size_t k = 0; k < count; k++) { /* they are far apart in memory */
    uint32_t i = listed[k];
    const void **cache = tokens[i].word ? mdq_word_extra(tokens[i].word) : NULL;
    m->atoms[i] = cache && *cache ? *cache : find_atoms(m, i);
    __builtin_prefetch(m->atoms[i]);
  }
  for (size_t k = 0; k < count; k++) {
    uint32_t i = listed[k];
    m->fragments |= mdq_word_fragments(m->atoms[i]);
    listed[used] = i;
    used += m->atoms[i]->uses != 0;
  }
  m->used_count = used;
}

/* Conditions come before the choice among overlapping matches, so that a longer match they refuse hides no shorter one. */
void mdq_add_match(struct mdq_matcher *m, const struct mdq_match *match) {
  if (!mdq_match_holds(m, match)) return;
  struct mdq_match *place = mdq_arena_push(m->ctx->scratch, &m->matches, &m->match_count, &m->match_capacity, sizeof *place);
  if (place) *place = *match;
}

/* Two words that may have a pair of atoms, or one that has an atom that stands for itself. With thousands of entries nearly all words
   have some that others ask for, and what tells more of them is far apart in memory: it is asked for all together, some dozens of them
   at once, and looked at later. That something may be there cannot be predicted; hence such lists are appended to without a branch. */
struct candidate {
  uint32_t right;
  uint16_t back; /* so many tokens before it stands the left one */
  uint16_t part; /* enum mdq_pair_part */
};

/* Two atoms that may be a pair, and where they stand. */
struct mdq_suspect {
  struct candidate words;
  mdq_atom_id left, right;
};

static uint32_t left_of(struct candidate words) {
  return words.right - words.back;
}

static const uint32_t *pairs_of(const struct mdq_matcher *m, const struct mdq_suspect *suspect) {
  return mdq_pairs_of(m->packs, suspect->left, suspect->words.part);
}

/* Tries the phrases that have both atoms. */
static void try_pair(struct mdq_matcher *m, const struct mdq_suspect *suspect) {
  const uint32_t *starts = pairs_of(m, suspect), right = m->packs->atoms.classes[suspect->right];
  const struct mdq_pair *pairs = m->packs->pairs;
  size_t low = starts[0], end = starts[1], high = end;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    __builtin_prefetch(&pairs[low + (middle - low) / 2]); /* one of them is looked at next */
    __builtin_prefetch(&pairs[middle + 1 + (high - middle) / 2]);
    if (pairs[middle].right < right) low = middle + 1;
    else high = middle;
  }
  for (; low < end && pairs[low].right == right; low++)
    mdq_try_phrase_later(m, pairs[low].phrase / 2, pairs[low].phrase % 2 ? suspect->words.right : left_of(suspect->words));
}

static void try_suspects(struct mdq_matcher *m) {
  for (size_t i = 0; i < m->suspect_count; i++) {
    __builtin_prefetch(pairs_of(m, &m->suspects[i]));
    __builtin_prefetch(&m->packs->atoms.classes[m->suspects[i].right]);
  }
  for (size_t i = 0; i < m->suspect_count; i++) __builtin_prefetch(&m->packs->pairs[*pairs_of(m, &m->suspects[i])]);
  for (size_t i = 0; i < m->suspect_count; i++) try_pair(m, &m->suspects[i]);
  m->suspect_count = 0;
}

/* Those of a word's atoms that are of this use, and that the other word asks for. */
static size_t asked_for(const struct mdq_word_atoms *atoms, enum mdq_listed_use use, uint64_t asked, mdq_atom_id *ids) {
  const uint32_t *listed = mdq_rest_of(atoms)->listed;
  size_t count = 0;
  for (size_t i = 0; i < atoms->count; i++) {
    ids[count] = mdq_listed_atom(listed[i]);
    count += listed[i] >> use & asked >> mdq_listed_bit(listed[i]) & 1;
  }
  return count;
}

enum { PROBES = 128 };

/* Of most atoms that stand together there is no pair. */
static void try_probes(struct mdq_matcher *m, const struct mdq_suspect *probes, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const struct mdq_suspect *probe = &probes[i];
    m->suspects[m->suspect_count] = *probe;
    m->suspect_count += mdq_pair_stands(m->packs, mdq_pair_place(m->packs, probe->left, mdq_distance_of(probe->words.part), probe->right));
    if (m->suspect_count == MDQ_SUSPECTS) try_suspects(m);
  }
}

/* Those atoms of the two words that ask for each other. */
static size_t add_probes(struct mdq_matcher *m, struct candidate words, struct mdq_suspect *probes, size_t count) {
  const struct mdq_word_atoms *l = m->atoms[left_of(words)], *r = m->atoms[words.right];
  enum mdq_distance distance = mdq_distance_of(words.part);
  mdq_atom_id left[MDQ_MOST_ATOMS], right[MDQ_MOST_ATOMS];
  size_t lefts = asked_for(l, MDQ_LISTED_LEFT, r->before[distance], left), rights = asked_for(r, MDQ_LISTED_RIGHT, l->behind[distance], right);
  for (size_t i = 0; i < lefts; i++)
    for (size_t k = 0; k < rights; k++) {
      if (count == PROBES) try_probes(m, probes, count), count = 0;
      probes[count++] = (struct mdq_suspect){ words, left[i], right[k] };
      __builtin_prefetch(&m->packs->pair_bits[mdq_pair_place(m->packs, left[i], distance, right[k]).word]);
    }
  return count;
}

/* Phrases of one word. */
static void try_alone(struct mdq_matcher *m, size_t token) {
  const struct mdq_word_atoms *atoms = m->atoms[token];
  for (size_t i = 0; i < atoms->count; i++) {
    const uint32_t *starts = mdq_pairs_of(m->packs, mdq_listed_atom(mdq_rest_of(atoms)->listed[i]), MDQ_ALONE);
    for (size_t k = starts[0]; k < starts[1]; k++) mdq_try_phrase_later(m, m->packs->pairs[k].phrase / 2, (uint32_t)token);
  }
}

static void try_candidates(struct mdq_matcher *m, const struct candidate *candidates, size_t count) {
  const struct mdq_word_atoms *const *all = m->atoms;
  struct mdq_suspect probes[PROBES];
  size_t probe_count = 0;
  for (size_t i = 0; i < count; i++) {
    __builtin_prefetch(mdq_rest_of(all[left_of(candidates[i])]));
    __builtin_prefetch(mdq_rest_of(all[candidates[i].right]));
  }
  for (size_t i = 0; i < count; i++) {
    if (candidates[i].part != MDQ_ALONE) {
      probe_count = add_probes(m, candidates[i], probes, probe_count);
    } else { /* few */
      try_probes(m, probes, probe_count), probe_count = 0;
      try_suspects(m); /* matches come in the order of their last words */
      try_alone(m, candidates[i].right);
    }
  }
  try_probes(m, probes, probe_count);
}

enum { CANDIDATES = 128, CANDIDATES_AT_ONCE = 2 };

/* Adds what may match where token i is the last; `before` are the atoms of the one before it. */
static inline __attribute__((always_inline)) size_t add_candidates(struct mdq_matcher *m, uint32_t i, const struct mdq_word_atoms *before,
                                                                   struct candidate *candidates, size_t found) {
  const struct mdq_word_atoms *const *all = m->atoms, *atoms = all[i];
  if (atoms->uses & (MDQ_ATOM_IN_DOCUMENT | MDQ_ATOM_ALONE)) { /* few */
    if (atoms->uses & MDQ_ATOM_IN_DOCUMENT) mdq_note_document_atoms(m, atoms);
    if (atoms->uses & MDQ_ATOM_ALONE) candidates[found++] = (struct candidate){ i, 0, MDQ_ALONE };
  }
  candidates[found] = (struct candidate){ i, 1, MDQ_BESIDE };
  found += mdq_may_pair(before, atoms, MDQ_NEAR);
  for (uint32_t back = atoms->reach < i ? atoms->reach : i; back > 0; back--) {
    if (found > CANDIDATES - CANDIDATES_AT_ONCE) try_candidates(m, candidates, found), found = 0;
    candidates[found] = (struct candidate){ i, (uint16_t)back, MDQ_FAR };
    found += mdq_may_pair(all[i - back], atoms, MDQ_AWAY);
  }
  if (found > CANDIDATES - CANDIDATES_AT_ONCE) try_candidates(m, candidates, found), found = 0;
  return found;
}

static void try_all(struct mdq_matcher *m, const struct candidate *candidates, size_t found) {
  if (found) try_candidates(m, candidates, found);
  try_suspects(m);
  mdq_try_phrases(m);
}

static void match_phrases(struct mdq_matcher *m) {
  const struct mdq_word_atoms *before = &mdq_no_atoms;
  struct candidate candidates[CANDIDATES];
  size_t found = 0;
  for (uint32_t i = 0, count = (uint32_t)m->segment->token_count; i < count; i++) {
    found = add_candidates(m, i, before, candidates, found);
    before = m->atoms[i];
  }
  try_all(m, candidates, found);
}

static void match_extra_phrases(struct mdq_matcher *m) {
  struct candidate candidates[CANDIDATES];
  size_t found = 0;
  for (uint32_t k = 0; k < m->used_count; k++) {
    uint32_t i = m->used[k];
    found = add_candidates(m, i, i ? m->atoms[i - 1] : &mdq_no_atoms, candidates, found);
  }
  try_all(m, candidates, found);
}

/* Regular expressions. */

static bool take_regex_match(void *user, size_t start, size_t end) {
  struct mdq_matcher *m = user;
  struct mdq_match match = { .entry = m->regex_entry, .byte_start = start, .byte_end = end };
  m->regex_end = end;
  match.start = match.from = mdq_token_ending_after(m->segment, start);
  match.end = match.to = mdq_token_ending_after(m->segment, end - 1) + 1;
  if (match.end > m->segment->token_count) match.end = match.to = m->segment->token_count;
  mdq_add_match(m, &match);
  return true;
}

static const uint64_t everywhere = UINT64_MAX;

enum { WORDLESS = MDQ_TOKEN_MIX | MDQ_TOKEN_URL | MDQ_TOKEN_EMAIL | MDQ_TOKEN_TAG | MDQ_TOKEN_OTHER }; /* where letters may stand */

/* Letters may go on in what is glued to the token. */
static uint64_t find_loose_fragments(const struct mdq_matcher *m) {
  const struct mdq_segment *segment = m->segment;
  uint64_t found = 0;
  for (size_t i = 0; i < segment->token_count; i++) {
    if (!mdq_token_is(segment, i, WORDLESS)) continue;
    size_t from = i > 0 && mdq_token_glued(segment, i) ? i - 1 : i, last = mdq_token_glued(segment, i + 1) ? i + 1 : i;
    found |= mdq_fragments_in(&m->packs->atoms, mdq_tokens_text(segment, from, last));
  }
  return found;
}

/* Many expressions need the same mark, and it is mostly missing. */
static bool has_mark(struct mdq_matcher *m, char mark) {
  if (m->mark != mark) {
    m->mark = mark;
    m->mark_stands = memchr(m->segment->text.ptr, mark, m->segment->text.len) != NULL;
  }
  return m->mark_stands;
}

/* One that words do not tell of may match somewhere. */
static bool may_match(struct mdq_matcher *m, const struct mdq_regex *regex) {
  return (!regex->mark || has_mark(m, regex->mark)) && mdq_literals_in(mdq_regex_literals(regex), m->segment->text);
}

/* The fragments whose words a match is sought at, or `everywhere`; 0: there is none. */
static uint64_t anchors_of(struct mdq_matcher *m, const struct mdq_entry *entry, const struct mdq_regex *regex) {
  const unsigned digits = MDQ_TRAIT_DIGIT_ASCII | MDQ_TRAIT_DIGIT_ARABIC_INDIC | MDQ_TRAIT_DIGIT_PERSIAN;
  if (entry->needs_digit && !(m->segment->traits & digits)) return 0;
  if (!regex->way_count) return may_match(m, regex) ? everywhere : 0;
  uint64_t anchors = 0, fragments = m->fragments | m->loose_fragments;
  for (size_t i = 0; i < regex->way_count; i++) {
    const struct mdq_regex_way *way = &regex->ways[i];
    if (way->fragments & ~fragments) continue;
    anchors |= way->anchor && !(way->fragments & m->loose_fragments) ? way->anchor : everywhere;
  }
  return anchors;
}

static void run_regex(struct mdq_matcher *m, const struct mdq_regex *regex, size_t from, size_t last) {
  m->regex_end = from;
  mdq_note_regex_end(m, m->regex_entry, mdq_regex_each(regex, m->segment->text, from, last, take_regex_match, m), m->regex_end);
}

/* A word with an anchor has the other fragments near it that the match needs. */
static bool is_anchored(const struct mdq_matcher *m, const struct mdq_regex *regex, size_t token) {
  uint64_t here = mdq_word_fragments(m->atoms[token]), around = 0;
  size_t from = token > regex->lead ? token - regex->lead : 0;
  for (size_t i = from; i <= token + regex->lead && i < m->segment->token_count; i++) around |= mdq_word_fragments(m->atoms[i]);
  for (size_t i = 0; i < regex->way_count; i++)
    if ((regex->ways[i].anchor & here) && !(regex->ways[i].near & ~around)) return true;
  return false;
}

/* A match starts at the anchor's word, or as many tokens before it as the expression can take there. */
static void run_regex_at(struct mdq_matcher *m, const struct mdq_regex *regex, uint64_t anchors) {
  const struct mdq_token *tokens = m->segment->tokens;
  size_t done = 0;
  for (size_t i = 0, count = m->segment->token_count; i < count; i++) {
    if (!(mdq_word_fragments(m->atoms[i]) & anchors) || !is_anchored(m, regex, i)) continue;
    size_t from = i > regex->lead ? tokens[i - regex->lead - 1].end : 0;
    if (from < done) from = done;
    if (from > tokens[i].end) continue;
    run_regex(m, regex, from, tokens[i].end);
    done = m->regex_end > tokens[i].end ? m->regex_end : tokens[i].end;
  }
}

static void try_regex(struct mdq_matcher *m, uint32_t e) {
  const struct mdq_entry *entry = &m->packs->entries[e];
  const struct mdq_regex *regex = &m->packs->regexes[entry->regex - 1];
  uint64_t anchors = mdq_rule_enabled(m->ctx, e) ? anchors_of(m, entry, regex) : 0;
  m->regex_entry = e;
  if (anchors == everywhere) run_regex(m, regex, 0, m->segment->text.len);
  else if (anchors) run_regex_at(m, regex, anchors);
}

static void match_regexes(struct mdq_matcher *m) {
  const struct mdq_packs *packs = m->packs;
  if (packs->atoms.fragment_count && m->segment->kinds & WORDLESS) m->loose_fragments = find_loose_fragments(m);
  uint64_t candidates = packs->regexes_always;
  for (uint64_t found = (m->fragments | m->loose_fragments) & packs->regex_fragments; found; found &= found - 1)
    candidates |= packs->regexes_with[__builtin_ctzll(found)];
  for (size_t first = 0; first < packs->regex_entry_count; first += 64)
    for (uint64_t left = candidates; left; left &= left - 1) {
      size_t number = first + (size_t)__builtin_ctzll(left);
      if (number < packs->regex_entry_count) try_regex(m, packs->regex_entries[number]);
    }
}

/* Of overlapping matches of one entry the longest stays, or the one that would replace most of it. */

static int in_order(const void *a, const void *b) {
  const struct mdq_match *x = a, *y = b;
  if (x->entry != y->entry) return x->entry < y->entry ? -1 : 1;
  if (x->start != y->start) return x->start < y->start ? -1 : 1;
  if (x->end != y->end) return x->end > y->end ? -1 : 1;
  if (x->byte_start != y->byte_start) return x->byte_start < y->byte_start ? -1 : 1;
  if (x->from != y->from) return x->from < y->from ? -1 : 1;
  return x->to > y->to ? -1 : x->to < y->to;
}

static void drop_overlaps(struct mdq_matcher *m) {
  if (m->match_count < 2) return;
  qsort(m->matches, m->match_count, sizeof *m->matches, in_order);
  size_t used = 1;
  for (size_t i = 1; i < m->match_count; i++) {
    struct mdq_match *last = &m->matches[used - 1], *next = &m->matches[i];
    bool overlap = !next->byte_end && last->entry == next->entry && next->start < last->end;
    if (!overlap) m->matches[used++] = *next;
    else if (next->end - next->start > last->end - last->start) *last = *next;
  }
  m->match_count = used;
}

/* Word profiles tell, without a look at the packs, that no entry can match: a phrase needs two words, or one that it has alone. */
static bool has_nothing_for(const struct mdq_packs *packs, const struct mdq_segment *segment) {
  size_t with_atoms = 0;
  for (size_t i = 0; i < segment->token_count; i++) {
    const struct mdq_word *word = segment->tokens[i].word;
    const struct mdq_word_atoms *atoms = word ? word->atoms : NULL;
    if (!atoms || atoms->uses & (MDQ_ATOM_IN_DOCUMENT | MDQ_ATOM_ALONE) || mdq_word_fragments(atoms) & packs->regex_fragments) return false;
    with_atoms += atoms->count > 0;
  }
  return with_atoms < 2;
}

static bool may_be_used(const struct mdq_packs *packs, const struct mdq_segment *segment) {
  if (!mdq_is_verified(&packs->file.late) && !packs->extra && !segment->has_source && has_nothing_for(packs, segment)) return false;
  return mdq_packs_are_sound(packs);
}

static void on_segment(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct mdq_suspect suspects[MDQ_SUSPECTS];
  struct mdq_try tries[MDQ_TRIES];
  struct mdq_matcher m = { .ctx = ctx, .packs = ctx->data, .segment = segment, .suspects = suspects, .tries = tries };
  if (!may_be_used(m.packs, segment) || !mdq_note_segment(&m)) return;
  if (m.packs->extra) {
    find_extra_atoms(&m);
    match_extra_phrases(&m);
  } else {
    find_all_atoms(&m);
    match_phrases(&m);
  }
  match_regexes(&m);
  drop_overlaps(&m);
  mdq_match_renderings(&m);
  for (size_t i = 0; i < m.match_count; i++) mdq_report_match(&m, &m.matches[i]);
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  const struct mdq_packs *packs = ctx->data;
  return mdq_atoms_cached(&packs->atoms, packs->extra, word, ctx->words) != &mdq_no_atoms;
}

/* Every segment counts. */
static bool counts_lines(const struct mdq_packs *packs) {
  for (size_t e = 0; e < packs->entry_count; e++)
    if (packs->entries[e].position == MDQ_LAST_LINES) return true;
  return false;
}

struct mdq_rule_group mdq_extra_hooks(const struct mdq_packs *packs) {
  struct mdq_rule_group hooks = mdq_packs_hooks;
  hooks.concerns = concerns;
  hooks.sourced_segments = packs->english_key_count > 0;
  hooks.segment_words = !packs->regexes_always && !mdq_atoms_of_others(&packs->atoms) && !counts_lines(packs);
  hooks.segment_kinds = hooks.segment_words && packs->regex_entry_count ? WORDLESS : 0;
  return hooks;
}

const struct mdq_rule_group mdq_packs_hooks = {
  .tables = mdq_packs_tables, .sourced_segments = true, .state_size = sizeof(struct mdq_packs_state), .begin = mdq_packs_begin, .segment = on_segment, .finish = mdq_packs_finish,
};
