#include "pack/pairs.h"

#include <stdlib.h>

#include "text/utf8.h"

/* -- how common -- */

static bool is_function_word(struct mdq_span text) {
  static const char *const words[] = { "من", "في", "علي", "الي", "عن", "مع", "ان", "او", "لا", "ما", "كل", "هذا", "هذه",
                                       "بين", "بعد", "قبل", "كان", "حتي", "منذ", "التي", "الذي" };
  for (size_t i = 0; i < MDQ_COUNT(words); i++)
    if (mdq_span_is(text, words[i])) return true;
  return false;
}

/* A guess at how often an atom comes up: shorter words are commoner, and stems take in more than words. */
static double guess(const struct mdq_atoms *atoms, mdq_atom_id id) {
  if (is_function_word(mdq_atom_text(atoms, id))) return 1e6;
  static const double kinds[] = { [MDQ_ATOM_EXACT] = 1, [MDQ_ATOM_WORD] = 2, [MDQ_ATOM_STEM] = 4, [MDQ_ATOM_VERB] = 6, [MDQ_ATOM_VERB_BARE] = 2 };
  double value = kinds[atoms->kinds[id]];
  for (size_t letters = mdq_utf8_length(mdq_atom_text(atoms, id)); letters < 8; letters++) value *= 2;
  return value;
}

/* How much a trigger costs: by its occurrences in news, if they have been counted, else by a guess, which also tells rare ones apart. */
static double commonness(const struct mdq_atoms *atoms, struct mdq_atom_set set, const uint64_t *news) {
  double sum = 0;
  for (size_t i = 0; i < set.count; i++) sum += news ? (double)news[set.ids[i]] + guess(atoms, set.ids[i]) / 1e3 : guess(atoms, set.ids[i]);
  return sum;
}

/* -- triggers, and what stands near them -- */

/* The elements, one of which a match has near its trigger. */
struct other {
  enum mdq_pair_part part; /* MDQ_ALONE: there are none */
  bool before;             /* they stand before the trigger */
  int from, to;
  unsigned reach;          /* within so many tokens */
};

/* What stands beside an element on one side: the optional ones there up to the first mandatory one. That is not known beside a gap
   or at the phrase's edge. */
static struct other beside(const struct mdq_phrase *phrase, int at, int side) {
  for (int i = at + side; i >= 0 && i < phrase->count && !phrase->elements[i].gap; i += side) {
    if (phrase->elements[i].optional) continue;
    return side > 0 ? (struct other){ MDQ_BESIDE, false, at + 1, i + 1, 1 } : (struct other){ MDQ_BESIDE, true, i, at, 1 };
  }
  return (struct other){ .part = MDQ_ALONE };
}

/* The next mandatory element on one side, over gaps. */
static struct other beyond(const struct mdq_phrase *phrase, int at, int side) {
  unsigned reach = 0;
  for (int i = at + side; i >= 0 && i < phrase->count; i += side) {
    const struct mdq_element *element = &phrase->elements[i];
    reach += element->gap ? element->gap : 1;
    if (!element->gap && !element->optional) return (struct other){ MDQ_FAR, side < 0, i, i + 1, reach };
  }
  return (struct other){ .part = MDQ_ALONE };
}

struct chooser {
  struct mdq_phrase *phrase;
  struct other *best;
  double common[MDQ_PATTERN_ELEMENTS]; /* the elements' commonness */
  double least;                        /* what the best costs; less than 0: none yet */
};

/* What it takes to look for the trigger with the other, in instructions by token of news: to try the phrase where both stand, and to
   see of all the others, which may be far commoner than the trigger, that it does not. */
static double cost_of(const struct chooser *chooser, int trigger, struct other other) {
  const double trying = 500, looking_beside = 0.5, looking_back = 4, words = 3e6;
  double others = 0, triggers = chooser->common[trigger] / words;
  for (int i = other.from; i < other.to; i++) others += chooser->common[i] / words;
  if (other.part == MDQ_ALONE) return triggers * trying;
  if (other.part == MDQ_BESIDE) return triggers * others * trying + others * looking_beside;
  double there = others * other.reach < 1 ? others * other.reach : 1;
  return triggers * there * trying + (other.before ? triggers : others) * other.reach * looking_back;
}

static void consider(struct chooser *chooser, int trigger, struct other other) {
  double cost = cost_of(chooser, trigger, other);
  if (chooser->least >= 0 && cost >= chooser->least) return;
  chooser->least = cost;
  chooser->phrase->trigger = (uint8_t)trigger;
  *chooser->best = other;
}

static void choose_trigger(const struct mdq_packs *packs, struct mdq_phrase *phrase, const uint64_t *news, struct other *best) {
  struct chooser chooser = { .phrase = phrase, .best = best, .least = -1 };
  for (int i = 0; i < phrase->count; i++) chooser.common[i] = commonness(&packs->atoms, phrase->elements[i].atoms, news);
  for (int i = 0; i < phrase->count; i++) { /* the parser lets no phrase pass whose every element is optional */
    if (phrase->elements[i].gap || phrase->elements[i].optional) continue;
    consider(&chooser, i, (struct other){ .part = MDQ_ALONE });
    for (int side = -1; side <= 1; side += 2) {
      consider(&chooser, i, beside(phrase, i, side));
      consider(&chooser, i, beyond(phrase, i, side));
    }
  }
}

/* -- the index -- */

struct index {
  struct mdq_packs *packs;
  struct other *others; /* by phrase */
  uint32_t *ends; /* by atom and part: where the next pair goes */
  bool counting;  /* how many there will be, before there is a place for any */
};

static void ask_for_each_other(struct mdq_atoms *atoms, mdq_atom_id left, mdq_atom_id right, const struct other *other) {
  enum mdq_distance distance = mdq_distance_of(other->part);
  atoms->asks[left].behind[distance] |= mdq_atom_bit(right);
  atoms->asks[right].before[distance] |= mdq_atom_bit(left);
  atoms->uses[left] |= MDQ_ATOM_LEFT;
  atoms->uses[right] |= MDQ_ATOM_RIGHT;
  if (distance == MDQ_AWAY && atoms->reach[right] < other->reach) atoms->reach[right] = (uint8_t)other->reach;
}

static void add_pair(struct index *index, const struct other *other, mdq_atom_id left, mdq_atom_id right, uint32_t phrase) {
  struct mdq_packs *packs = index->packs;
  uint32_t *end = &index->ends[left * MDQ_PAIR_PARTS + other->part];
  if (!index->counting) packs->pairs[*end] = (struct mdq_pair){ right, mdq_pair_phrase(phrase, other->before) };
  ++*end;
  if (index->counting) return;
  struct mdq_pair_place place = mdq_pair_place(packs, left, mdq_distance_of(other->part), right);
  packs->pair_bits[place.word] |= place.bits;
  ask_for_each_other(&packs->atoms, left, right, other);
}

/* Goes through each atom of a phrase's trigger with each of the other atoms. */
static void add_phrase(struct index *index, uint32_t number) {
  struct mdq_packs *packs = index->packs;
  const struct mdq_phrase *phrase = &packs->phrases[number];
  struct other other = index->others[number];
  struct mdq_atom_set set = phrase->elements[phrase->trigger].atoms;
  for (size_t i = 0; i < set.count; i++) {
    if (other.part == MDQ_ALONE) {
      uint32_t *end = &index->ends[set.ids[i] * MDQ_PAIR_PARTS + MDQ_ALONE];
      packs->atoms.uses[set.ids[i]] |= MDQ_ATOM_ALONE;
      if (!index->counting) packs->pairs[*end] = (struct mdq_pair){ 0, mdq_pair_phrase(number, false) };
      ++*end;
    }
    for (int e = other.from; e < other.to; e++) {
      struct mdq_atom_set near = phrase->elements[e].atoms;
      for (size_t k = 0; k < near.count; k++)
        add_pair(index, &other, other.before ? near.ids[k] : set.ids[i], other.before ? set.ids[i] : near.ids[k], number);
    }
  }
}

static int by_right(const void *a, const void *b) {
  const struct mdq_pair *x = a, *y = b;
  if (x->right != y->right) return x->right < y->right ? -1 : 1;
  return x->phrase < y->phrase ? -1 : x->phrase > y->phrase;
}

enum { BITS_A_PAIR = 8, MOST_SHIFT = 58 };

static bool make_room(struct index *index) {
  struct mdq_packs *packs = index->packs;
  size_t ids = packs->atoms.count + 1, parts = ids * MDQ_PAIR_PARTS;
  uint32_t total = 0;
  packs->pair_starts = mdq_arena_array(&packs->arena, parts + 1, sizeof *packs->pair_starts);
  if (!packs->pair_starts) return false;
  for (size_t i = 0; i < parts; i++) {
    packs->pair_starts[i] = total;
    total += index->ends[i];
    index->ends[i] = packs->pair_starts[i];
  }
  packs->pair_starts[parts] = total;
  packs->pair_count = total;
  packs->pair_shift = MOST_SHIFT;
  while (mdq_pair_words(packs) * 64 < (size_t)total * BITS_A_PAIR) packs->pair_shift--;
  packs->pairs = mdq_arena_array(&packs->arena, total + 1, sizeof *packs->pairs);
  packs->pair_bits = mdq_arena_array(&packs->arena, mdq_pair_words(packs), sizeof *packs->pair_bits);
  packs->atoms.asks = mdq_arena_array(&packs->arena, ids, sizeof *packs->atoms.asks);
  packs->atoms.reach = mdq_arena_array(&packs->arena, ids, sizeof *packs->atoms.reach);
  return packs->pairs && packs->pair_bits && packs->atoms.asks && packs->atoms.reach;
}

static bool add_phrases(struct index *index) {
  struct mdq_packs *packs = index->packs;
  for (uint32_t p = 0; p < packs->phrase_count; p++) add_phrase(index, p);
  if (!make_room(index)) return false;
  index->counting = false;
  for (uint32_t p = 0; p < packs->phrase_count; p++) add_phrase(index, p);
  const uint32_t *starts = packs->pair_starts;
  for (size_t i = 0; i < (packs->atoms.count + 1) * MDQ_PAIR_PARTS; i++)
    qsort(packs->pairs + starts[i], starts[i + 1] - starts[i], sizeof *packs->pairs, by_right);
  return true;
}

bool mdq_packs_pair(struct mdq_packs *packs, const uint64_t *news) {
  struct index index = { .packs = packs, .counting = true };
  index.others = calloc(packs->phrase_count + 1, sizeof *index.others);
  index.ends = calloc((packs->atoms.count + 1) * MDQ_PAIR_PARTS, sizeof *index.ends);
  for (size_t p = 0; index.others && p < packs->phrase_count; p++) choose_trigger(packs, &packs->phrases[p], news, &index.others[p]);
  bool done = index.others && index.ends && add_phrases(&index);
  free(index.ends);
  free(index.others);
  return done;
}
