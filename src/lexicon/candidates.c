#include "lexicon/candidates.h"

#include "base/log2.h"
#include "text/utf8.h"

enum {
  LONGEST = 40, MOST_FOUND = 48, MOST_STEPS = 60000,
  ENOUGH_NEAR = 2 /* candidates after which farther ones are not sought: the right one is seldom farther */
};

/* Costs in hundredths of an ordinary slip. */
enum {
  COST_CONFUSED = 45,  /* letters that writers confuse */
  COST_NEIGHBOUR = 80, /* on the keyboard */
  COST_DOUBLED = 50, COST_SWAPPED = 75, COST_VOWEL = 85, COST_OTHER = 100,
  COST_FIRST = 25,     /* more, at the first letter */
  BUDGET_NEAR = 110, BUDGET_FAR = 160, BUDGET_LAST = 205
};

struct found {
  size_t count;
  uint32_t letter[LONGEST + 4];
  unsigned cost;
  double score;
};

enum { FIRST_LETTER = 0x0621, LETTERS = MDQ_SLIP_LETTERS - 1 };

struct letter_facts {
  unsigned groups; /* of `confused` that it is in, as bits */
  int key;         /* on the keyboard, those side by side differ by one; 0: none */
};

struct search {
  const struct mdq_automaton *automaton; /* of the vocabulary */
  uint64_t alike[LONGEST + 1], beside[LONGEST + 1]; /* by place: the vocabulary's letter codes that are confused with the letter there, or are its neighbours */
  uint64_t vowels;                                  /* its codes of those */
  uint8_t code[LONGEST + 1];                        /* its code of the letter at each place */
  uint64_t wanted[LONGEST + 2];                     /* of a node's bits, the one that the word needs from each place on */
  unsigned here[LONGEST + 1], behind[LONGEST + 1];  /* what any slip costs at least: at each place; at it or behind it */
  const struct mdq_word_counts *counts;
  size_t count;
  uint32_t letter[LONGEST + 2]; /* of the word */
  unsigned budget;
  size_t steps;
  uint32_t path[LONGEST + 4];
  struct found found[MOST_FOUND];
  size_t found_count;
};

/* -- costs -- */

/* Letters of one group are confused: hamza and alef, ى ي, ه ة, and those that sound or look alike. */
static const char *const confused[] = { "اأإآ", "ءئؤ", "أؤئ", "ىي", "يئ", "وؤ", "هة", "ةت", "ضظ", "ذز", "ذد", "سص", "تط", "ثس", "ثت", "قغ", "حه", "كق" };

/* The Arabic keyboard, row by row. */
static const char *const rows[] = { "ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ" };

static size_t letter_index(uint32_t c) {
  return c - FIRST_LETTER < LETTERS ? c - FIRST_LETTER : LETTERS;
}

static void learn_letters(struct letter_facts facts[LETTERS + 1]) {
  for (size_t i = 0; i < sizeof confused / sizeof confused[0]; i++) {
    struct mdq_span group = mdq_span_str(confused[i]);
    for (size_t at = 0; at < group.len;) facts[letter_index(mdq_utf8_next(group, &at))].groups |= 1u << i;
  }
  int key = 0;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++, key++) {
    struct mdq_span row = mdq_span_str(rows[i]);
    for (size_t at = 0; at < row.len;) facts[letter_index(mdq_utf8_next(row, &at))].key = ++key;
  }
  facts[LETTERS] = (struct letter_facts){ 0 };
}

static bool is_vowel(uint32_t c) {
  return c == 0x0627 || c == 0x0648 || c == 0x064A;
}

void mdq_slips_learn(struct mdq_slips *slips, const struct mdq_automaton *automaton) {
  struct letter_facts all[LETTERS + 1] = { { 0 } };
  learn_letters(all);
  *slips = (struct mdq_slips){ .vowels = 0 };
  for (unsigned code = 0; code < MDQ_MOST_LETTERS; code++) {
    uint32_t letter = automaton->letter[code];
    uint64_t bit = UINT64_C(1) << code;
    const struct letter_facts *facts = &all[letter_index(letter)];
    if (is_vowel(letter)) slips->vowels |= bit;
    for (size_t i = 0; letter && i <= LETTERS; i++) {
      const struct letter_facts *here = &all[i];
      if (facts->groups & here->groups) slips->alike[i] |= bit;
      else if (facts->key && here->key && (facts->key - here->key == 1 || here->key - facts->key == 1)) slips->beside[i] |= bit;
    }
  }
}

/* What a slip at that place costs at least. */
static unsigned cheapest(const struct search *search, size_t at) {
  unsigned first = at == 0 ? COST_FIRST : 0;
  if (at == search->count) return COST_VOWEL + first;
  if (search->alike[at]) return COST_CONFUSED + first;
  if (at && search->letter[at - 1] == search->letter[at]) return COST_DOUBLED;
  return (at + 1 < search->count ? COST_SWAPPED : search->beside[at] ? COST_NEIGHBOUR : COST_VOWEL) + first;
}

/* What a letter of the vocabulary costs in the place of each letter of the word. */
static void use_vocabulary(struct search *search, const struct mdq_vocabulary *vocabulary) {
  search->automaton = vocabulary->automaton;
  search->vowels = vocabulary->slips->vowels;
  for (size_t at = 0; at < search->count; at++) {
    search->code[at] = (uint8_t)mdq_automaton_code(vocabulary->automaton, search->letter[at]);
    search->alike[at] = vocabulary->slips->alike[letter_index(search->letter[at])];
    search->beside[at] = vocabulary->slips->beside[letter_index(search->letter[at])];
    search->wanted[at] = mdq_automaton_bit(search->code[at]);
  }
  search->wanted[search->count] = MDQ_AUTOMATON_END;
  search->wanted[search->count + 1] = 0;
  for (size_t at = search->count + 1; at-- > 0;) {
    search->here[at] = cheapest(search, at);
    search->behind[at] = at < search->count && search->behind[at + 1] < search->here[at] ? search->behind[at + 1] : search->here[at];
  }
}

/* -- what was found -- */

static struct mdq_span text_of(const struct found *found, char *bytes) {
  size_t len = 0;
  for (size_t i = 0; i < found->count; i++) len += mdq_utf8_encode(found->letter[i], bytes + len);
  return mdq_span_of(bytes, len);
}

/* Decides between candidates that are otherwise equal: a letter mistaken before one lost, and a late slip before an early one. */
static double likeness(const struct search *search, const struct found *found) {
  size_t same = 0;
  while (same < search->count && same < found->count && search->letter[same] == found->letter[same]) same++;
  return (double)same / 1000.0 - (found->count == search->count ? 0 : .1);
}

/* A slip that is twice as costly must be outweighed by a word that is hundreds of times commoner. */
static double score_of(const struct search *search, const struct found *found) {
  char bytes[4 * (LONGEST + 4)];
  struct mdq_count count = mdq_word_counts_get(search->counts, text_of(found, bytes));
  return mdq_log2(1 + 4 * count.edited + count.web / 2) - found->cost / 7.0 + likeness(search, found);
}

static void keep(struct search *search, size_t count, unsigned cost) {
  if (count == search->count && !memcmp(search->path, search->letter, count * sizeof *search->path)) return;
  struct found found = { .count = count, .cost = cost };
  memcpy(found.letter, search->path, count * sizeof *search->path);
  found.score = score_of(search, &found);
  struct found *worst = NULL;
  for (size_t i = 0; i < search->found_count; i++) {
    struct found *other = &search->found[i];
    if (other->count == count && !memcmp(other->letter, found.letter, count * sizeof *found.letter)) {
      if (found.score > other->score) *other = found;
      return;
    }
    if (!worst || other->score < worst->score) worst = other;
  }
  if (search->found_count < MOST_FOUND) search->found[search->found_count++] = found;
  else if (found.score > worst->score) *worst = found;
}

/* -- the walk -- */

static void walk(struct search *search, struct mdq_node node, size_t at, size_t length, unsigned cost);

/* The rest of the word as it stands. */
static void follow(struct search *search, struct mdq_node node, size_t at, size_t length, unsigned cost) {
  size_t rest = search->count - at;
  if (length + rest > LONGEST + 3 || !mdq_node_leads(search->automaton, node, search->wanted + at)) return;
  memcpy(search->path + length, search->letter + at, rest * sizeof *search->path);
  keep(search, length + rest, cost);
}

/* Most paths have spent all there was, and most of those end at the next letter. */
static inline void go_on(struct search *search, struct mdq_node node, size_t at, size_t length, unsigned cost) {
  if (cost + search->behind[at] <= search->budget) walk(search, node, at, length, cost);
  else if (node.bits & search->wanted[at]) follow(search, node, at, length, cost);
}

static unsigned cost_of_other(const struct search *search, size_t at, uint64_t bit) {
  return bit & search->alike[at] ? COST_CONFUSED : bit & search->beside[at] ? COST_NEIGHBOUR : COST_OTHER;
}

static unsigned cost_of_more(const struct search *search, uint64_t bit) {
  return bit & search->vowels ? COST_VOWEL : COST_OTHER;
}

/* Letter codes that can be paid for: put for the letter here, and before it. */
static uint64_t puttable(const struct search *search, size_t at, int left) {
  if (at == search->count || left < COST_CONFUSED) return 0;
  if (left >= COST_OTHER) return ~search->wanted[at];
  return (search->alike[at] | (left >= COST_NEIGHBOUR ? search->beside[at] : 0)) & ~search->wanted[at];
}

static uint64_t puttable_before(const struct search *search, int left) {
  return left >= COST_OTHER ? UINT64_MAX : left >= COST_VOWEL ? search->vowels : 0;
}

/* A letter put for the one here, and one put before it. */
static void change(struct search *search, struct mdq_node node, size_t at, size_t length, unsigned cost) {
  int left = (int)(search->budget - cost);
  uint64_t put = puttable(search, at, left), before = puttable_before(search, left), all = node.bits & MDQ_AUTOMATON_LETTERS, letters = all & (put | before);
  if (!letters || length >= LONGEST + 3) return; /* as at most nodes behind another slip */
  /* Behind these another slip can be; behind the others the word must go on as it stands. */
  uint64_t on = puttable_before(search, left - (int)search->behind[at]) | (at < search->count ? puttable(search, at, left - (int)search->behind[at + 1]) : 0);
  uint64_t put_wants = search->wanted[at + 1], before_wants = search->wanted[at];
  size_t edge = mdq_node_edges(node);
  for (bool every = letters == all; letters; letters &= letters - 1, edge += MDQ_AUTOMATON_EDGE) {
    uint64_t bit = letters & -letters;
    struct mdq_node next = every ? mdq_node_over(search->automaton, edge) : mdq_node_behind(search->automaton, node, bit);
    if (!(on & bit) && !(next.bits & (put_wants | before_wants))) continue;
    search->path[length] = search->automaton->letter[__builtin_ctzll(bit)];
    if (put & bit) go_on(search, next, at + 1, length + 1, cost + cost_of_other(search, at, bit));
    if (before & bit) go_on(search, next, at, length + 1, cost + cost_of_more(search, bit));
  }
}

static void swap(struct search *search, struct mdq_node node, size_t at, size_t length, unsigned cost) {
  if (!(node.bits & search->wanted[at + 1]) || length + 2 >= LONGEST + 3) return;
  struct mdq_node next = mdq_node_behind(search->automaton, node, search->wanted[at + 1]);
  if (!(next.bits & search->wanted[at])) return;
  search->path[length] = search->letter[at + 1];
  search->path[length + 1] = search->letter[at];
  go_on(search, mdq_node_behind(search->automaton, next, search->wanted[at]), at + 2, length + 2, cost);
}

/* One slip here, whatever it is, and on. */
static void slip(struct search *search, struct mdq_node node, size_t at, size_t length, unsigned cost) {
  unsigned first = at == 0 ? COST_FIRST : 0, left = search->budget - cost;
  change(search, node, at, length, cost + first);
  if (at == search->count) return;
  uint32_t here = search->letter[at];
  bool doubled = at && search->letter[at - 1] == here;
  unsigned dropped = (doubled ? COST_DOUBLED : is_vowel(here) ? COST_VOWEL : COST_OTHER) + first;
  if (dropped <= left) go_on(search, node, at + 1, length, cost + dropped);
  bool swaps = at + 1 < search->count && search->letter[at + 1] != here && COST_SWAPPED + first <= left;
  if (swaps) swap(search, node, at, length, cost + COST_SWAPPED + first);
}

/* Follows the word, and slips at each letter while that can be paid for. */
static void walk(struct search *search, struct mdq_node node, size_t at, size_t length, unsigned cost) {
  unsigned left = search->budget - cost;
  for (; search->behind[at] <= left; at++) {
    if (++search->steps > MOST_STEPS) return;
    if (search->here[at] <= left) slip(search, node, at, length, cost);
    if (at == search->count) break;
    if (!(node.bits & search->wanted[at]) || length >= LONGEST + 3) return;
    node = mdq_node_behind(search->automaton, node, search->wanted[at]);
    search->path[length++] = search->letter[at];
  }
  follow(search, node, at, length, cost);
}

static bool read_word(struct search *search, struct mdq_span v1) {
  for (size_t at = 0; at < v1.len;) {
    if (search->count == LONGEST) return false;
    search->letter[search->count++] = mdq_utf8_next(v1, &at);
  }
  return search->count >= 2;
}

static void take_best(struct search *search, struct mdq_arena *arena, struct mdq_candidates *candidates) {
  while (candidates->count < MDQ_MOST_CANDIDATES) {
    struct found *best = NULL;
    for (size_t i = 0; i < search->found_count; i++)
      if (search->found[i].count && (!best || search->found[i].score > best->score)) best = &search->found[i];
    if (!best) return;
    char bytes[4 * (LONGEST + 4)];
    candidates->text[candidates->count++] = mdq_arena_copy(arena, text_of(best, bytes));
    best->count = 0;
  }
}

void mdq_find_candidates(const struct mdq_vocabulary *vocabularies, size_t count, const struct mdq_word_counts *counts, struct mdq_span v1,
                         struct mdq_arena *arena, struct mdq_candidates *candidates) {
  static const unsigned budgets[] = { BUDGET_NEAR, BUDGET_FAR, BUDGET_LAST };
  *candidates = (struct mdq_candidates){ 0 };
  struct search search;
  search.counts = counts;
  search.count = search.found_count = 0;
  if (!read_word(&search, v1)) return;
  for (size_t b = 0; b < sizeof budgets / sizeof budgets[0]; b++) {
    /* Far words are asked for only where near ones are few, and of long words alone. */
    if ((b == 1 && search.count < 4) || (b == 2 && (search.count < 6 || search.found_count))) break;
    if (b && search.found_count >= ENOUGH_NEAR) break;
    search.budget = budgets[b];
    for (size_t i = 0; i < count && (!vocabularies[i].unless || search.found_count < vocabularies[i].unless); i++) {
      use_vocabulary(&search, &vocabularies[i]);
      search.steps = 0;
      walk(&search, mdq_node_at(vocabularies[i].automaton, vocabularies[i].root), 0, 0, 0);
    }
  }
  take_best(&search, arena, candidates);
}
