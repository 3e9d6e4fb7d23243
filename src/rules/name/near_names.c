#include "rules/name/near_names.h"

#include "text/utf8.h"

enum { LONGEST = MDQ_NEAR_LETTERS };

struct walk {
  const struct mdq_automaton *automaton;
  uint32_t word[LONGEST];
  size_t length;
  uint8_t change[MDQ_MOST_LETTERS][LONGEST]; /* what it costs to make a letter of the word into that of a code; */
  uint8_t loss[LONGEST];                     /* ... to leave a letter of the word out */
  unsigned most;
  uint32_t path[LONGEST];
  struct mdq_near_names *found;
};

static bool is_vowel(uint32_t c) {
  return c == 0x0627 || c == 0x0648 || c == 0x064A;
}

/* Letters that write one sound of a foreign name, or one letter that slips. */
static unsigned sound_of(uint32_t c) {
  switch (c) {
    case 0x0627: case 0x0623: case 0x0625: case 0x0622: case 0x0649: return 1; /* ا أ إ آ ى */
    case 0x063A: case 0x062C: case 0x0642: case 0x0643: case 0x06AF: return 2; /* غ ج ق ك گ */
    case 0x062A: case 0x0637: case 0x062B: return 3;                          /* ت ط ث */
    case 0x0633: case 0x0635: case 0x0632: return 4;                          /* س ص ز */
    case 0x062F: case 0x0636: case 0x0630: case 0x0638: return 5;             /* د ض ذ ظ */
    case 0x0647: case 0x0629: return 6;                                       /* ه ة */
    case 0x0641: case 0x06A4: return 7;
    case 0x0628: case 0x067E: return 8;
    case 0x064A: case 0x0626: return 9;
    case 0x0648: case 0x0624: return 10;
    default: return 0;
  }
}

static unsigned change(uint32_t a, uint32_t b) {
  if (a == b) return 0;
  bool alike = (sound_of(a) && sound_of(a) == sound_of(b)) || (a == 0x0649 && b == 0x064A) || (a == 0x064A && b == 0x0649);
  return alike ? MDQ_NEAR_STEP : MDQ_NEAR_OTHER;
}

static unsigned loss(uint32_t c, uint32_t before) {
  return is_vowel(c) || c == before ? MDQ_NEAR_STEP : MDQ_NEAR_OTHER;
}

static unsigned least(unsigned a, unsigned b) {
  return a < b ? a : b;
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

enum { TOO_MUCH = 1000 };

struct row { /* cost[i]: what it costs to make the first i letters into the path */
  uint16_t cost[LONGEST + 1];
  uint8_t from, to; /* costs outside, and some inside, are out of reach */
};

static unsigned cost_at(const struct row *row, size_t i) {
  return i >= row->from && i <= row->to ? row->cost[i] : TOO_MUCH;
}

/* The row of the node that letter c leads to; false if no cost of it is in reach. `above` is that of the parent, or NULL. */
static bool next_row(const struct walk *w, unsigned code, uint32_t before, const struct row *row, const struct row *above, struct row *next) {
  uint32_t c = w->automaton->letter[code];
  unsigned added = loss(c, before), last = TOO_MUCH;
  bool any = false;
  for (size_t i = row->from; i <= w->length && (i <= row->to + 1u || last <= w->most); i++) {
    unsigned cost = cost_at(row, i) + added;
    if (i) cost = least(cost, least(cost_at(row, i - 1) + w->change[code][i - 1], last + w->loss[i - 1]));
    if (above && i > 1 && w->word[i - 1] == before && w->word[i - 2] == c) cost = least(cost, cost_at(above, i - 2) + MDQ_NEAR_OTHER);
    next->cost[i] = (uint16_t)least(cost, TOO_MUCH);
    last = cost;
    if (cost > w->most) continue;
    if (!any) next->from = (uint8_t)i;
    next->to = (uint8_t)i;
    any = true;
  }
  return any;
}

/* Hardly anyone gets the first letter of a name wrong, unless it sounds alike; but it may be lost, or a vowel put before it. */
static bool may_open(const struct walk *w, unsigned code) {
  uint32_t c = w->automaton->letter[code];
  return w->change[code][0] <= MDQ_NEAR_STEP || (w->length > 1 && c == w->word[1]) || is_vowel(c);
}

/* row is that of the node, above that of its parent. */
static void step(struct walk *w, uint32_t node, size_t depth, const struct row *row, const struct row *above) {
  if (mdq_automaton_is_final(w->automaton, node) && cost_at(row, w->length) <= w->most) keep(w, depth, cost_at(row, w->length));
  if (depth == LONGEST) return;
  size_t edge = mdq_automaton_edges(w->automaton, node);
  uint32_t before = depth ? w->path[depth - 1] : 0;
  for (uint64_t letters = mdq_automaton_letters(w->automaton, node); letters; letters &= letters - 1, edge++) {
    unsigned code = (unsigned)__builtin_ctzll(letters);
    struct row next;
    if (!depth && !may_open(w, code)) continue;
    if (!next_row(w, code, before, row, above, &next)) continue;
    w->path[depth] = w->automaton->letter[code];
    step(w, mdq_automaton_follow(w->automaton, edge), depth + 1, &next, row);
  }
}

void mdq_find_near_names(const struct mdq_names *names, struct mdq_span v1, unsigned most, struct mdq_near_names *found) {
  struct walk w = { .automaton = &names->automaton, .most = most, .found = found };
  found->count = 0;
  for (size_t at = 0; at < v1.len;) {
    if (w.length == LONGEST) return;
    w.word[w.length++] = mdq_utf8_next(v1, &at);
  }
  struct row row = { .to = 0 };
  for (size_t i = 0; i < w.length; i++) {
    w.loss[i] = (uint8_t)loss(w.word[i], i ? w.word[i - 1] : 0);
    row.cost[i + 1] = (uint16_t)(row.cost[i] + w.loss[i]);
    if (row.cost[i + 1] <= most) row.to = (uint8_t)(i + 1);
  }
  for (size_t code = 0; code < MDQ_MOST_LETTERS; code++)
    for (size_t i = 0; i < w.length; i++) w.change[code][i] = (uint8_t)change(w.word[i], w.automaton->letter[code]);
  step(&w, names->root, 0, &row, NULL);
}
