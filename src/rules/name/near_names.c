#include "rules/name/near_names.h"

#include "text/utf8.h"

enum { LONGEST = MDQ_NEAR_LETTERS };

/* The places of the word that a path of the automaton comes to, as bits, by what that costs at most: bit i of within[k] is set if
   the first i letters can be made into the path for k. */
enum { COSTS = MDQ_NEAR_OTHER + 1 };

struct places {
  uint32_t within[COSTS];
};

struct walk {
  const struct mdq_automaton *automaton;
  uint32_t word[LONGEST];
  size_t length;
  uint32_t all;                                              /* the places that the word has */
  uint32_t same[MDQ_MOST_LETTERS], alike[MDQ_MOST_LETTERS];  /* by code: the letters of the word that are it; that a step makes into it, those too */
  uint64_t same_code[LONGEST + 1], alike_codes[LONGEST + 1]; /* the other way round: the codes, as bits */
  uint32_t cheap;                                            /* the letters of the word that a step leaves out */
  uint64_t vowels;                                           /* their codes */
  uint32_t path[LONGEST];
  struct mdq_near_names *found;
};

static bool is_vowel(uint32_t c) {
  return c == 0x0627 || c == 0x0648 || c == 0x064A;
}

/* Letters that write one sound of a foreign name, or one letter that slips. */
static const uint32_t alike[][5] = {
  { 0x0627, 0x0623, 0x0625, 0x0622, 0x0649 }, /* ا أ إ آ ى */
  { 0x0649, 0x064A },                         /* ى ي */
  { 0x063A, 0x062C, 0x0642, 0x0643, 0x06AF }, /* غ ج ق ك گ */
  { 0x062A, 0x0637, 0x062B },                 /* ت ط ث */
  { 0x0633, 0x0635, 0x0632 },                 /* س ص ز */
  { 0x062F, 0x0636, 0x0630, 0x0638 },         /* د ض ذ ظ */
  { 0x0647, 0x0629 },                         /* ه ة */
  { 0x0641, 0x06A4 },                         /* ف ڤ */
  { 0x0628, 0x067E },                         /* ب پ */
  { 0x064A, 0x0626 },                         /* ي ئ */
  { 0x0648, 0x0624 },                         /* و ؤ */
};

enum { GROUPS = sizeof alike / sizeof *alike, MEMBERS = sizeof *alike / sizeof **alike };

static bool in_group(size_t group, uint32_t c) {
  for (size_t i = 0; i < MEMBERS; i++)
    if (alike[group][i] == c) return true;
  return false;
}

static unsigned loss(uint32_t c, uint32_t before) {
  return is_vowel(c) || c == before ? MDQ_NEAR_STEP : MDQ_NEAR_OTHER;
}

static void keep(struct walk *w, size_t depth, unsigned cost) {
  if (!cost || w->found->count > MDQ_MOST_NEAR) return;
  if (w->found->count++ == MDQ_MOST_NEAR) return;
  struct mdq_near_name *near = &w->found->near[w->found->count - 1];
  size_t length = 0;
  for (size_t i = 0; i < depth; i++) length += mdq_utf8_encode(w->path[i], near->bytes + length);
  near->bytes[length] = '\0';
  near->text = mdq_span_of(near->bytes, length);
  near->cost = cost;
}

/* Letters of the word left out: one that costs a step, two of those, or any one. */
static void leave_out(const struct walk *w, struct places *places) {
  uint32_t *within = places->within;
  within[1] |= within[0] | (within[0] & w->cheap) << 1;
  within[2] |= within[1] | (within[1] & w->cheap) << 1 | within[0] << 1;
  within[2] &= w->all;
}

/* The places that the letter of a code leads to from those of a node; above are those of its parent, or NULL. */
static struct places places_behind(const struct walk *w, unsigned code, uint32_t before, const struct places *here, const struct places *above) {
  const uint32_t *from = here->within;
  uint32_t c = w->automaton->letter[code], same = w->same[code], near = w->alike[code];
  struct places next;
  next.within[0] = (from[0] & same) << 1;
  next.within[1] = (from[1] & same) << 1 | (from[0] & near) << 1;
  next.within[2] = (from[2] & same) << 1 | (from[1] & near) << 1 | from[0] << 1;
  bool added_for_a_step = loss(c, before) == MDQ_NEAR_STEP;
  next.within[1] |= added_for_a_step ? from[0] : 0;
  next.within[2] |= added_for_a_step ? from[1] : from[0];
  for (uint32_t left = above ? above->within[0] & same : 0; left; left &= left - 1) { /* swapped with the letter before */
    unsigned i = (unsigned)__builtin_ctz(left);
    if (i + 1 < w->length && w->word[i + 1] == before) next.within[2] |= UINT32_C(1) << (i + 2);
  }
  leave_out(w, &next);
  return next;
}

/* Hardly anyone gets the first letter of a name wrong, unless it sounds alike; but it may be lost, or a vowel put before it. */
static bool may_open(const struct walk *w, unsigned code) {
  uint32_t c = w->automaton->letter[code];
  return w->alike[code] & 1 || (w->length > 1 && c == w->word[1]) || is_vowel(c);
}

/* The codes that can follow: all of them unless something has been paid already. */
static uint64_t may_follow(const struct walk *w, uint32_t before, const struct places *here, const struct places *above) {
  if (here->within[0]) return UINT64_MAX;
  uint64_t codes = 0;
  for (uint32_t left = here->within[2]; left; left &= left - 1) codes |= w->same_code[__builtin_ctz(left)];
  for (uint32_t left = above ? above->within[0] : 0; left; left &= left - 1) codes |= w->same_code[__builtin_ctz(left)];
  if (!here->within[1]) return codes;
  for (uint32_t left = here->within[1]; left; left &= left - 1) codes |= w->alike_codes[__builtin_ctz(left)];
  unsigned again = mdq_automaton_code(w->automaton, before);
  return codes | w->vowels | (again < MDQ_MOST_LETTERS ? UINT64_C(1) << again : 0);
}

/* `here` are the places of the node, `above` those of its parent. */
static void step(struct walk *w, uint32_t node, size_t depth, const struct places *here, const struct places *above) {
  if (here->within[2] >> w->length & 1 && mdq_automaton_is_final(w->automaton, node)) {
    unsigned cost = here->within[0] >> w->length & 1 ? 0 : here->within[1] >> w->length & 1 ? MDQ_NEAR_STEP : MDQ_NEAR_OTHER;
    keep(w, depth, cost);
  }
  if (depth == LONGEST) return;
  size_t edge = mdq_automaton_edges(w->automaton, node);
  uint32_t before = depth ? w->path[depth - 1] : 0;
  uint64_t all = mdq_automaton_letters(w->automaton, node);
  for (uint64_t letters = all & may_follow(w, before, here, above); letters; letters &= letters - 1) {
    unsigned code = (unsigned)__builtin_ctzll(letters);
    if (!depth && !may_open(w, code)) continue;
    struct places next = places_behind(w, code, before, here, above);
    if (!next.within[2]) continue;
    w->path[depth] = w->automaton->letter[code];
    step(w, mdq_automaton_follow(w->automaton, edge + mdq_count_bits(all & ((UINT64_C(1) << code) - 1)) * MDQ_AUTOMATON_EDGE), depth + 1, &next, here);
  }
}

static void may_be_letter(struct walk *w, size_t i, uint32_t c, bool same) {
  unsigned code = mdq_automaton_code(w->automaton, c);
  if (!c || code >= MDQ_MOST_LETTERS) return;
  w->alike[code] |= UINT32_C(1) << i;
  w->alike_codes[i] |= UINT64_C(1) << code;
  if (!same) return;
  w->same[code] |= UINT32_C(1) << i;
  w->same_code[i] |= UINT64_C(1) << code;
}

static void learn_letter(struct walk *w, size_t i) {
  uint32_t c = w->word[i];
  may_be_letter(w, i, c, true);
  for (size_t group = 0; group < GROUPS; group++)
    for (size_t k = 0; k < MEMBERS && in_group(group, c); k++) may_be_letter(w, i, alike[group][k], false);
  if (loss(c, i ? w->word[i - 1] : 0) == MDQ_NEAR_STEP) w->cheap |= UINT32_C(1) << i;
}

void mdq_find_near_names(const struct mdq_names *names, struct mdq_span v1, struct mdq_near_names *found) {
  struct walk w = { .automaton = &names->automaton, .found = found };
  found->count = 0;
  if (!mdq_is_sound(&names->file.late)) return;
  for (size_t at = 0; at < v1.len;) {
    if (w.length == LONGEST) return;
    w.word[w.length++] = mdq_utf8_next(v1, &at);
  }
  for (size_t i = 0; i < w.length; i++) learn_letter(&w, i);
  for (size_t code = 0; code < MDQ_MOST_LETTERS; code++)
    if (is_vowel(names->automaton.letter[code])) w.vowels |= UINT64_C(1) << code;
  w.all = (UINT32_C(2) << w.length) - 1;
  struct places first = { { 1, 0, 0 } };
  leave_out(&w, &first);
  step(&w, names->root, 0, &first, NULL);
}
