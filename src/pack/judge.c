/* The conditions of entries, and the findings. */
#include <inttypes.h>

#include "lexicon/lexicon.h"
#include "pack/agree.h"
#include "pack/match.h"
#include "pack/rendering.h"
#include "text/normalize.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { FIRST_LINES = 3, LAST_LINES = 5, CAPTION_WORDS = 30, CREDIT_WORDS = 4 };

void mdq_packs_begin(struct mdq_ctx *ctx) {
  struct mdq_packs_state *state = ctx->state;
  const struct mdq_packs *packs = ctx->data;
  if (!state) return;
  state->seen = mdq_arena_array(ctx->arena, packs->document_atoms / 64 + 1, sizeof *state->seen);
  state->kinds = (struct mdq_kinds){ .lexicon = ctx->lexicon, .arena = ctx->arena, .scratch = ctx->scratch };
}

bool mdq_note_segment(struct mdq_matcher *m) {
  struct mdq_packs_state *state = m->ctx->state;
  state->segments = m->segment->index + 1;
  if (m->segment->has_source) m->evidence = mdq_arena_array(m->ctx->scratch, m->packs->entry_count + 1, sizeof *m->evidence);
  m->atoms = mdq_arena_array(m->ctx->scratch, m->segment->token_count + 1, sizeof *m->atoms);
  if (m->packs->extra) m->used = mdq_arena_array(m->ctx->scratch, m->segment->token_count + 1, sizeof *m->used);
  return !m->ctx->scratch->failed;
}

void mdq_note_document_atoms(const struct mdq_matcher *m, const struct mdq_word_atoms *atoms) {
  struct mdq_packs_state *state = m->ctx->state;
  for (size_t i = 0; state->seen && i < atoms->count; i++) {
    mdq_atom_id id = mdq_listed_atom(mdq_rest_of(atoms)->listed[i]);
    if (!(m->packs->atoms.uses[id] & MDQ_ATOM_IN_DOCUMENT)) continue;
    size_t slot = mdq_document_slot(m->packs, id);
    state->seen[slot / 64] |= 1ull << (slot % 64);
  }
}

static bool seen_any(const struct mdq_packs *packs, const struct mdq_packs_state *state, struct mdq_atom_set set) {
  for (size_t i = 0; i < set.count; i++) {
    size_t slot = mdq_document_slot(packs, set.ids[i]);
    if (state->seen[slot / 64] >> (slot % 64) & 1) return true;
  }
  return false;
}

/* -- regular expressions -- */

/* Once an entry and draft: where one gives up, it mostly does so again in the next line. */
void mdq_note_regex_end(const struct mdq_matcher *m, uint32_t entry, enum mdq_regex_end end, size_t at) {
  struct mdq_packs_state *state = m->ctx->state;
  if (end == MDQ_REGEX_NO_MEMORY) m->ctx->scratch->failed = true;
  if (end != MDQ_REGEX_GAVE_UP) return;
  if (!state->given_up) state->given_up = mdq_arena_array(m->ctx->arena, m->packs->entry_count / 64 + 1, sizeof *state->given_up);
  if (!state->given_up || state->given_up[entry / 64] >> (entry % 64) & 1) return;
  state->given_up[entry / 64] |= UINT64_C(1) << (entry % 64);
  static const char problem[] = "has a regex that takes too many steps here and gives up: it may miss something in this line";
  size_t place = mdq_at(m->segment, at, at).start;
  const struct mdq_entry_marks *marks = m->packs->marks ? &m->packs->marks[entry] : NULL;
  const char *id = m->packs->rules[entry].id;
  if (marks) mdq_tell_of_data(m->ctx, place, "%s (%.200s:%" PRIu32 ") %s", id, marks->path, marks->id.line, problem);
  else mdq_tell_of_data(m->ctx, place, "%s %s", id, problem);
}

/* -- conditions -- */

/* `holds`, and tells who asks of a condition that does not. */
static bool tell(const struct mdq_packs *packs, uint32_t entry, const char *condition, bool holds) {
  if (!holds && packs->refused) packs->refused(packs->refused_user, entry, condition);
  return holds;
}

/* -- near and unless-near -- */

struct words { /* what either looks for, and how far */
  uint32_t entry;
  struct mdq_atom_set set;
  struct mdq_regex_list regexes;
  size_t within;
};

static bool take_any(void *user, size_t start, size_t end) {
  *(bool *)user = end > start;
  return false;
}

static bool any_between(const struct mdq_matcher *m, const struct words *words, size_t from, size_t to) {
  if (from >= to) return false;
  for (size_t i = from; i < to && words->set.count; i++)
    if (mdq_atom_set_match(words->set, m->atoms[i])) return true;
  struct mdq_span text = mdq_span_sub(m->segment->text, m->segment->tokens[from].start, m->segment->tokens[to - 1].end);
  bool found = false;
  for (size_t i = 0; i < words->regexes.count && !found; i++) {
    const struct mdq_regex *regex = &m->packs->regexes[words->regexes.first + i];
    if (!mdq_literals_in(mdq_regex_literals(regex), text)) continue;
    mdq_note_regex_end(m, words->entry, mdq_regex_each(regex, text, 0, text.len, take_any, &found), m->segment->tokens[from].start);
  }
  return found;
}

static bool starts_sentence(const struct mdq_matcher *m, size_t token) {
  return m->segment->tokens[token].flags & MDQ_TOKEN_SENTENCE_START;
}

static bool any_near(const struct mdq_matcher *m, struct words *words, bool in_sentence, const struct mdq_match *match) {
  size_t count = m->segment->token_count, left = match->start, right = match->end;
  while (left > 0 && match->start - left < words->within && !(in_sentence && left < count && starts_sentence(m, left))) left--;
  while (right < count && right - match->end < words->within && !(in_sentence && starts_sentence(m, right))) right++;
  if (any_between(m, words, left, match->start) || any_between(m, words, match->end, right)) return true;
  for (uint64_t gaps = match->between; gaps; gaps &= gaps - 1) {
    size_t token = match->start + (size_t)__builtin_ctzll(gaps);
    if (any_between(m, words, token, token + 1)) return true;
  }
  return false;
}

static bool is_kept_away(const struct mdq_matcher *m, const struct mdq_entry *entry, const struct mdq_match *match) {
  struct words words = { match->entry, mdq_set_of(m->packs, entry->unless_near), entry->unless_near_regexes, entry->unless_within };
  return (words.set.count || words.regexes.count) && any_near(m, &words, entry->in_sentence, match);
}

/* -- the source -- */

/* What an entry may ask of the source; the answers are kept, lest many matches read a long line again and again. */
enum question { HAS_ENGLISH = 1, HAS_WANTED = 4, HAS_UNWANTED = 16, HAS_FIGURE = 64, TRIED = 256 };

static bool source_has_any(const struct mdq_segment *segment, struct mdq_strings phrases) {
  for (size_t i = 0; i < phrases.count; i++)
    if (mdq_english_has(segment->source, phrases.items[i])) return true;
  return false;
}

const struct mdq_english_text *mdq_source_of(struct mdq_matcher *m) {
  if (!m->source_read) m->source = mdq_english_split(m->ctx->scratch, m->segment->source, m->ctx->tables[MDQ_ENGLISH_FORMS]);
  m->source_read = true;
  return &m->source;
}

static bool in_source(struct mdq_matcher *m, uint32_t number, enum question question) {
  if (!m->evidence) return false;
  const struct mdq_entry *entry = &m->packs->entries[number];
  unsigned known = m->evidence[number], asked = (unsigned)question;
  if (known & asked) return known & asked << 1;
  bool yes = question == HAS_ENGLISH ? mdq_english_has_any(mdq_source_of(m), entry->english, m->ctx->tables[MDQ_ENGLISH_FORMS])
           : question == HAS_FIGURE ? mdq_source_has_figure(m, number)
                                          : source_has_any(m->segment, question == HAS_WANTED ? entry->source_has : entry->source_lacks);
  m->evidence[number] = (uint16_t)(known | asked | (yes ? asked << 1 : 0));
  return yes;
}

bool mdq_was_tried(const struct mdq_matcher *m, uint32_t entry) {
  if (!m->evidence || m->evidence[entry] & TRIED) return true;
  m->evidence[entry] |= TRIED;
  return false;
}

/* What `near` asks for is there, or it asks for nothing. */
static bool has_near(const struct mdq_matcher *m, const struct mdq_entry *entry, const struct mdq_match *match) {
  struct words words = { match->entry, mdq_set_of(m->packs, entry->near), entry->near_regexes, entry->within };
  bool asked = (words.set.count || words.regexes.count) && !match->literal;
  return !asked || any_near(m, &words, entry->in_sentence, match);
}

/* The words that `near` asks for tell the figure of speech from the thing; so does, mostly, an expression of several in the source. */
static bool is_near(struct mdq_matcher *m, const struct mdq_entry *entry, const struct mdq_match *match) {
  return has_near(m, entry, match) || in_source(m, match->entry, HAS_FIGURE);
}

/* There is something in the source line for the draft's to translate, and it is not the entry's English. */
static bool is_unsourced(struct mdq_matcher *m, uint32_t entry) {
  return m->segment->has_source && m->segment->source.len && !in_source(m, entry, HAS_ENGLISH);
}

static bool source_lets(struct mdq_matcher *m, const struct mdq_match *match) {
  const struct mdq_entry *entry = &m->packs->entries[match->entry];
  uint32_t e = match->entry;
  return tell(m->packs, e, "english in the source, for literal", !match->literal || in_source(m, e, HAS_ENGLISH)) &&
         tell(m->packs, e, "source-has", !entry->source_has.count || in_source(m, e, HAS_WANTED)) &&
         tell(m->packs, e, "source-lacks", !entry->source_lacks.count || !in_source(m, e, HAS_UNWANTED)) &&
         tell(m->packs, e, "unless-in-source", entry->unsourced != MDQ_UNSOURCED_DROP || !is_unsourced(m, e));
}

/* -- the position -- */

/* A line that does not end as a paragraph of a story does: without a final stop, or with a few words of credit. */
static bool is_caption(const struct mdq_segment *segment) {
  size_t words = 0, last_words = 0, end = segment->token_count;
  if (segment->headline) return false;
  for (size_t i = 0; i < segment->token_count && words <= CAPTION_WORDS; i++) {
    if (segment->tokens[i].flags & MDQ_TOKEN_SENTENCE_START) last_words = 0;
    if (segment->tokens[i].kind == MDQ_TOKEN_PUNCT) continue;
    words++;
    last_words++;
  }
  if (words > CAPTION_WORDS) return false;
  while (end && mdq_is_quote(segment->tokens[end - 1].code_point)) end--;
  uint32_t last = end ? segment->tokens[end - 1].code_point : 0;
  bool stops = last == '.' || last == '!' || last == '?' || last == 0x061F || last == 0x2026;
  return !stops || (last_words <= CREDIT_WORDS && last_words < words);
}

static bool stands_right(const struct mdq_segment *segment, enum mdq_entry_position position) {
  if (position == MDQ_HEADLINE) return segment->headline;
  if (position == MDQ_CAPTION) return is_caption(segment);
  return position != MDQ_FIRST_LINES || segment->index < FIRST_LINES;
}

bool mdq_match_holds(struct mdq_matcher *m, const struct mdq_match *match) {
  const struct mdq_entry *entry = &m->packs->entries[match->entry];
  return tell(m->packs, match->entry, "position", stands_right(m->segment, entry->position)) && source_lets(m, match) &&
         tell(m->packs, match->entry, "near", is_near(m, entry, match)) && tell(m->packs, match->entry, "unless-near", !is_kept_away(m, entry, match));
}

/* -- findings -- */

/* The proclitics to be put back. A word matched to the letter has some only if the entry spelt them out beside the
   bare word, as in =تسويات/=بتسويات. */
static struct mdq_clitics clitics_before(const struct mdq_matcher *m, const struct mdq_match *match) {
  const struct mdq_clitics no_clitics = { .definite = false };
  if (!match->first.count || !mdq_token_is(m->segment, match->from, MDQ_TOKEN_AR)) return no_clitics;
  const struct mdq_word *word = m->segment->tokens[match->from].word;
  const struct mdq_atoms *atoms = &m->packs->atoms;
  mdq_atom_id id = mdq_atom_set_match(match->first, m->atoms[match->from]);
  if (!id) return no_clitics;
  struct mdq_span v1 = mdq_word_v1(word), v2 = mdq_word_v2(word);
  size_t letters = atoms->kinds[id] == MDQ_ATOM_EXACT ? mdq_atom_clitics_among(atoms, match->first, v2) : mdq_atom_clitics(atoms, id, v2);
  size_t at = 0;
  for (size_t i = 0; i < letters && at < v1.len; i++) mdq_utf8_next(v1, &at);
  struct mdq_clitics clitics = mdq_clitics_of(mdq_span_sub(v1, 0, at));
  clitics.definite = clitics.article || mdq_span_starts(mdq_token_v1(m->segment, match->to - 1), MDQ_SPAN_LIT("ال"));
  return clitics;
}

static bool has_tanween(struct mdq_span text) {
  for (size_t at = 0; at < text.len;) {
    uint32_t c = mdq_utf8_next(text, &at);
    if (c >= 0x064B && c <= 0x064D) return true;
  }
  return false;
}

/* بالوكالة, للطوارئ, والنصف */
static bool has_clitics(struct mdq_span word) {
  static const char *const prefixes[] = { "لل", "بال", "كال", "وال", "فال" };
  for (size_t i = 0; i < MDQ_COUNT(prefixes); i++)
    if (mdq_span_starts(word, mdq_span_str(prefixes[i]))) return true;
  return false;
}

/* By the dictionary's readings of its first word. Where a word may be a noun or a verb, what the entry is about decides. */
static enum mdq_suggestion_class class_of(const struct mdq_matcher *m, const struct mdq_entry *entry, struct mdq_span suggestion) {
  struct mdq_packs_state *state = m->ctx->state;
  const char *space = memchr(suggestion.ptr, ' ', suggestion.len);
  struct mdq_span word = mdq_span_sub(suggestion, 0, space ? (size_t)(space - suggestion.ptr) : suggestion.len);
  if (has_tanween(word) || has_clitics(word)) return MDQ_SUGGESTS_OTHER;
  if (entry->mechanism == MDQ_NAMED_ENTITY) return MDQ_SUGGESTS_NAME;
  unsigned kinds = mdq_kinds_of(&state->kinds, mdq_normalize_v1(m->ctx->scratch, word));
  bool noun = kinds & MDQ_KIND_BARE_NOUN, verb = kinds & MDQ_KIND_BARE_VERB;
  if (!noun && !verb) return kinds & MDQ_KIND_POSSESSED ? MDQ_SUGGESTS_OTHER : MDQ_SUGGESTS_NAME;
  if (noun && !(verb && entry->mechanism == MDQ_PHRASAL_VERB)) return MDQ_SUGGESTS_NOUN;
  return verb ? MDQ_SUGGESTS_VERB : MDQ_SUGGESTS_OTHER;
}

/* What the source says of it: an editor who sees the English doubts no more. A calque that is let pass is no worse for it. */
static void weigh(struct mdq_matcher *m, const struct mdq_match *match, struct mdq_finding *finding) {
  const struct mdq_entry *entry = &m->packs->entries[match->entry];
  enum mdq_severity severity = m->ctx->group->rules[match->entry].severity;
  if (entry->mechanism == MDQ_DESK_POLICY) return;
  if (match->reworded || !has_near(m, entry, match)) return; /* the source may mean it literally, as the draft then does */
  if (in_source(m, match->entry, HAS_ENGLISH)) {
    finding->severity = severity == MDQ_NOTE ? MDQ_NOTE : MDQ_ERROR;
    finding->certainty = MDQ_CERTAIN;
  } else if (entry->unsourced == MDQ_UNSOURCED_LOWER && is_unsourced(m, match->entry)) {
    finding->severity = severity == MDQ_ERROR ? MDQ_WARNING : MDQ_NOTE;
    finding->certainty = MDQ_POSSIBLE;
  }
}

/* Words in a gap of the pattern are the draft's own, such as the subject between a verb and its particle: no suggestion has them. */
static bool would_lose_words(const struct mdq_match *match) {
  for (size_t i = match->from; i < match->to; i++)
    if (i - match->start < 64 && match->between >> (i - match->start) & 1) return true;
  return false;
}

/* After a preposition or a particle of the subjunctive no past tense can stand: what looks like one is a verbal noun. */
static bool is_governed(const struct mdq_matcher *m, const struct mdq_match *match) {
  static const char *const governors[] = { "في", "على", "إلى", "من", "عن", "أن", "لن", "لم", "بعد", "قبل", "خلال", "عبر", "دون" };
  if (!match->from || !mdq_token_is(m->segment, match->from - 1, MDQ_TOKEN_AR)) return false;
  struct mdq_span before = mdq_token_v1(m->segment, match->from - 1);
  for (size_t i = 0; i < MDQ_COUNT(governors); i++)
    if (mdq_span_is(before, governors[i])) return true;
  return false;
}

static struct mdq_agreement agreement_with(const struct mdq_matcher *m, const struct mdq_match *match, struct mdq_clitics clitics) {
  struct mdq_packs_state *state = m->ctx->state;
  struct mdq_agreement with = { .kinds = &state->kinds, .form = MDQ_FORM_NOT_KNOWN };
  if (match->byte_end || !mdq_token_is(m->segment, match->from, MDQ_TOKEN_AR)) return with;
  with.word = mdq_token_v1(m->segment, match->from);
  if (clitics.conjunction[0]) with.word = mdq_span_sub(with.word, strlen(clitics.conjunction), with.word.len);
  with.form = mdq_verb_form_of(with.kinds, with.word);
  bool past = with.form == MDQ_FORM_HE || with.form == MDQ_FORM_HE_OR_NOUN || with.form == MDQ_FORM_SHE;
  if (past && (clitics.preposition[0] || is_governed(m, match))) with.form = MDQ_FORM_NO_VERB;
  return with;
}

struct neighbours {
  struct mdq_span before[MDQ_NEIGHBOURS], after[MDQ_NEIGHBOURS];
};

static struct neighbours neighbours_of(const struct mdq_matcher *m, const struct mdq_match *match) {
  struct neighbours around = { .before = { { .ptr = NULL } } };
  if (match->byte_end) return around;
  for (size_t i = 0; i < MDQ_NEIGHBOURS && i < match->from && mdq_token_is(m->segment, match->from - 1 - i, MDQ_TOKEN_AR); i++)
    around.before[i] = mdq_token_v1(m->segment, match->from - 1 - i);
  for (size_t i = 0; i < MDQ_NEIGHBOURS && match->to + i < m->segment->token_count && mdq_token_is(m->segment, match->to + i, MDQ_TOKEN_AR); i++)
    around.after[i] = mdq_token_v1(m->segment, match->to + i);
  return around;
}

/* Of a title given for a man and for a woman, وزير and وزيرة, the one that goes before the other: that of the word that is replaced. */
static size_t woman_first(const struct mdq_entry *entry, const struct mdq_agreement *with) {
  const struct mdq_span taa = MDQ_SPAN_LIT("ة");
  if (!mdq_span_ends(with->word, taa)) return 0;
  struct mdq_span man = entry->suggest.items[0];
  const char *space = memchr(man.ptr, ' ', man.len);
  man = mdq_span_sub(man, 0, space ? (size_t)(space - man.ptr) : man.len);
  for (size_t i = 1; i < entry->suggest.count; i++) {
    struct mdq_span woman = entry->suggest.items[i];
    if (mdq_span_starts(woman, man) && mdq_span_starts(mdq_span_sub(woman, man.len, woman.len), taa)) return i;
  }
  return 0;
}

static struct mdq_finding finding_of(struct mdq_matcher *m, const struct mdq_entry *entry, const struct mdq_match *match) {
  struct mdq_finding finding = { .certainty = MDQ_CERTAINTY_NONE };
  weigh(m, match, &finding);
  if (match->byte_end) {
    finding.at = mdq_at(m->segment, match->byte_start, match->byte_end);
    finding.x = mdq_span_sub(m->segment->text, match->byte_start, match->byte_end);
  } else {
    finding.at = mdq_at_tokens(m->segment, match->from, match->to - 1);
    finding.x = mdq_tokens_text(m->segment, match->from, match->to - 1);
  }
  struct mdq_replacement *fixes = mdq_arena_array(m->ctx->arena, entry->suggest.count + 1, sizeof *fixes);
  if (!fixes || entry->several) return finding;
  struct mdq_clitics clitics = clitics_before(m, match);
  struct mdq_agreement with = agreement_with(m, match, clitics);
  struct neighbours around = neighbours_of(m, match);
  bool loses = match->reworded || would_lose_words(match);
  size_t woman = entry->suggest.count ? woman_first(entry, &with) : 0;
  for (size_t i = 0; i < entry->suggest.count; i++) {
    const struct mdq_span *suggestion = &entry->suggest.items[i == woman ? 0 : i ? i : woman];
    enum mdq_suggestion_class class = class_of(m, entry, *suggestion);
    struct mdq_span agreeing = mdq_suggestion_agreeing(&with, m->ctx->arena, *suggestion, class);
    struct mdq_span text = mdq_suggestion_with(m->ctx->arena, clitics, class, agreeing.ptr ? agreeing : *suggestion);
    if (!i) finding.y = text;
    bool doubtful = i && class == MDQ_SUGGESTS_VERB && with.form == MDQ_FORM_NO_VERB; /* after the first, mostly of another sense */
    if (!agreeing.ptr || doubtful || loses) continue;
    text = mdq_suggestion_undoubled(m->ctx->arena, text, around.before, around.after);
    if (text.ptr) fixes[finding.fix_count++] = (struct mdq_replacement){ .text = text };
  }
  finding.fixes = fixes;
  return finding;
}

void mdq_report_match(struct mdq_matcher *m, const struct mdq_match *match) {
  const struct mdq_entry *entry = &m->packs->entries[match->entry];
  struct mdq_finding finding = finding_of(m, entry, match);
  if (!entry->document_has && !entry->document_lacks && entry->position != MDQ_LAST_LINES) {
    mdq_report_finding(m->ctx, match->entry, &finding);
    return;
  }
  struct mdq_packs_state *state = m->ctx->state;
  struct mdq_pending *pending = mdq_arena_push(m->ctx->arena, &state->pending, &state->pending_count, &state->pending_capacity, sizeof *pending);
  if (pending) *pending = (struct mdq_pending){ match->entry, m->segment->index, finding };
}

static bool document_lets(const struct mdq_packs *packs, const struct mdq_packs_state *state, const struct mdq_pending *pending) {
  const struct mdq_entry *entry = &packs->entries[pending->entry];
  bool placed = entry->position != MDQ_LAST_LINES || pending->segment + LAST_LINES >= state->segments;
  return tell(packs, pending->entry, "position", placed) &&
         tell(packs, pending->entry, "document-has", !entry->document_has || seen_any(packs, state, mdq_set_of(packs, entry->document_has))) &&
         tell(packs, pending->entry, "document-lacks", !seen_any(packs, state, mdq_set_of(packs, entry->document_lacks)));
}

void mdq_packs_finish(struct mdq_ctx *ctx) {
  const struct mdq_packs *packs = ctx->data;
  const struct mdq_packs_state *state = ctx->state;
  for (size_t i = 0; state->seen && i < state->pending_count; i++)
    if (document_lets(packs, state, &state->pending[i])) mdq_report_finding(ctx, state->pending[i].entry, &state->pending[i].finding);
}
