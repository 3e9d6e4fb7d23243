/* The search for one phrase, where some of its atoms stand. */
#include "pack/match.h"

struct search {
  const struct mdq_matcher *m;
  const struct mdq_phrase *phrase;
  const struct mdq_element *elements; /* its */
  size_t at[MDQ_PATTERN_ELEMENTS];   /* the token each element took, or NOWHERE */
  size_t best[MDQ_PATTERN_ELEMENTS];
  size_t reach; /* end of the best match, or start when searching backwards; NOWHERE: none yet */
};

#define NOWHERE ((size_t)-1)

static bool fits(const struct search *s, size_t element, size_t token) {
  return mdq_atom_set_match(mdq_set_of(s->m->packs, s->elements[element].set), s->m->atoms[token]) != 0;
}

/* A match stays within a sentence unless the pattern itself contains the mark: may token i belong to the same match
   as token i - 1, which `taken` says an element took? */
static bool joined(const struct search *s, size_t i, bool taken) {
  const struct mdq_token *tokens = s->m->segment->tokens;
  return !(tokens[i].flags & MDQ_TOKEN_SENTENCE_START) || (taken && tokens[i - 1].kind == MDQ_TOKEN_PUNCT);
}

static void keep_if_longer(struct search *s, size_t reach, bool longer) {
  if (s->reach != NOWHERE && !longer) return;
  s->reach = reach;
  memcpy(s->best, s->at, sizeof s->best);
}

/* Matches elements from `element` on at `token` or, over gaps, behind it; `end` is behind the last token taken. */
static void forward(struct search *s, size_t element, size_t token, size_t end) {
  if (element == s->phrase->count) {
    keep_if_longer(s, end, end > s->reach);
    return;
  }
  const struct mdq_element *e = &s->elements[element];
  size_t count = s->m->segment->token_count;
  if (e->gap) {
    for (size_t n = 0; n <= e->gap && token + n <= count; n++) {
      if (n && !joined(s, token + n - 1, token + n - 1 == end)) return;
      forward(s, element + 1, token + n, end);
    }
    return;
  }
  if (token < count && joined(s, token, token == end) && fits(s, element, token)) {
    s->at[element] = token;
    forward(s, element + 1, token + 1, token + 1);
    s->at[element] = NOWHERE;
  }
  if (e->optional) forward(s, element + 1, token, end);
}

/* The mirror image: elements before `element`, ending before `token`; `start` is the first token taken. */
static void backward(struct search *s, size_t element, size_t token, size_t start) {
  if (element == 0) {
    keep_if_longer(s, start, start < s->reach);
    return;
  }
  const struct mdq_element *e = &s->elements[element - 1];
  if (e->gap) {
    for (size_t n = 0; n <= e->gap && n <= token; n++) {
      if (n && !joined(s, token - n + 1, false)) return;
      backward(s, element - 1, token - n, start);
    }
    return;
  }
  if (token > 0 && joined(s, token, true) && fits(s, element - 1, token - 1)) {
    s->at[element - 1] = token - 1;
    backward(s, element - 1, token - 1, token - 1);
    s->at[element - 1] = NOWHERE;
  }
  if (e->optional) backward(s, element - 1, token, start);
}

static uint64_t gaps_of(const struct search *s, size_t start, size_t end) {
  uint64_t own = 0;
  for (size_t i = 0; i < s->phrase->count; i++)
    if (s->at[i] != NOWHERE && s->at[i] - start < 64) own |= UINT64_C(1) << (s->at[i] - start);
  return mdq_gaps_beside(own, end - start);
}

static void set_match(const struct search *s, size_t start, size_t end, struct mdq_match *match) {
  const struct mdq_phrase *phrase = s->phrase;
  *match = (struct mdq_match){ .entry = phrase->entry, .start = start, .end = end, .from = start, .to = end, .literal = phrase->literal };
  size_t first = phrase->replaced_from, last = phrase->replaced_to;
  if (first == last) {
    first = 0;
    last = phrase->count;
  }
  while (first < last && s->at[first] == NOWHERE) first++;
  while (last > first && s->at[last - 1] == NOWHERE) last--;
  match->from = s->at[first];
  match->to = s->at[last - 1] + 1;
  match->first = mdq_set_of(s->m->packs, s->elements[first].set);
  match->between = gaps_of(s, start, end);
}

/* The longest match of a phrase whose trigger stands at `token`. */
static bool match_phrase(const struct mdq_matcher *m, const struct mdq_phrase *phrase, size_t token, struct mdq_match *match) {
  struct search s;
  s.m = m, s.phrase = phrase, s.elements = mdq_elements_of(m->packs, phrase), s.reach = NOWHERE;
  for (size_t i = 0; i < phrase->count; i++) s.at[i] = NOWHERE;
  s.at[phrase->trigger] = token;
  forward(&s, phrase->trigger + 1u, token + 1, token + 1);
  if (s.reach == NOWHERE) return false;
  size_t end = s.reach;
  memcpy(s.at, s.best, sizeof s.at);
  s.reach = NOWHERE;
  backward(&s, phrase->trigger, token, token);
  if (s.reach == NOWHERE) return false;
  memcpy(s.at, s.best, sizeof s.at);
  set_match(&s, s.reach, end, match);
  return true;
}

static void try_phrase(struct mdq_matcher *m, const struct mdq_phrase *phrase, size_t token) {
  struct mdq_match match;
  if (mdq_rule_enabled(m->ctx, phrase->entry) && match_phrase(m, phrase, token, &match)) mdq_add_match(m, &match);
}

/* What is known of a phrase leads from one place in memory to the next; each step is taken for all of them before the next one is. */
void mdq_try_phrases(struct mdq_matcher *m) {
  const struct mdq_phrase *phrases = m->packs->phrases;
  size_t count = 0;
  for (size_t i = 0; i < m->try_count; i++) {
    const struct mdq_phrase *phrase = &phrases[m->tries[i].phrase];
    if (phrase->literal && !m->segment->has_source) continue;
    m->tries[count++] = m->tries[i];
    __builtin_prefetch(mdq_elements_of(m->packs, phrase)); /* mostly of one line */
    __builtin_prefetch(&m->packs->entries[phrase->entry].near); /* its conditions */
  }
  for (size_t i = 0; i < count; i++) {
    const struct mdq_phrase *phrase = &phrases[m->tries[i].phrase];
    __builtin_prefetch(&m->packs->sets[mdq_elements_of(m->packs, phrase)->set]);
    __builtin_prefetch(&m->packs->sets[m->packs->entries[phrase->entry].near]);
  }
  for (size_t i = 0; i < count; i++) try_phrase(m, &phrases[m->tries[i].phrase], m->tries[i].token);
  m->try_count = 0;
}

void mdq_try_phrase_later(struct mdq_matcher *m, uint32_t number, uint32_t trigger) {
  __builtin_prefetch(&m->packs->phrases[number]);
  m->tries[m->try_count++] = (struct mdq_try){ number, trigger };
  if (m->try_count == MDQ_TRIES) mdq_try_phrases(m);
}
