#include "pack/pairs.h"

#include <stdlib.h>

#include "base/map.h"
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

struct news {
  const uint64_t *counts; /* by atom: how often it stands there; NULL: that is not known */
  double *guesses;        /* by atom; 0: not made yet */
};

/* How much a trigger costs: by its occurrences in news, if they have been counted, else by a guess, which also tells rare ones apart. */
static double commonness(const struct mdq_atoms *atoms, struct mdq_atom_set set, const struct news *news) {
  double sum = 0;
  for (size_t i = 0; i < set.count; i++) {
    mdq_atom_id id = set.ids[i];
    if (news->guesses[id] == 0) news->guesses[id] = guess(atoms, id);
    sum += news->counts ? (double)news->counts[id] + news->guesses[id] / 1e3 : news->guesses[id];
  }
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
static struct other beside(const struct mdq_element *elements, const struct mdq_phrase *phrase, int at, int side) {
  for (int i = at + side; i >= 0 && i < phrase->count && !elements[i].gap; i += side) {
    if (elements[i].optional) continue;
    return side > 0 ? (struct other){ MDQ_BESIDE, false, at + 1, i + 1, 1 } : (struct other){ MDQ_BESIDE, true, i, at, 1 };
  }
  return (struct other){ .part = MDQ_ALONE };
}

/* The next mandatory element on one side, over gaps. */
static struct other beyond(const struct mdq_element *elements, const struct mdq_phrase *phrase, int at, int side) {
  unsigned reach = 0;
  for (int i = at + side; i >= 0 && i < phrase->count; i += side) {
    const struct mdq_element *element = &elements[i];
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

static void choose_trigger(const struct mdq_packs *packs, struct mdq_phrase *phrase, const struct news *news, struct other *best) {
  const struct mdq_element *elements = mdq_elements_of(packs, phrase);
  struct chooser chooser = { .phrase = phrase, .best = best, .least = -1 };
  for (int i = 0; i < phrase->count; i++) chooser.common[i] = commonness(&packs->atoms, mdq_set_of(packs, elements[i].set), news);
  for (int i = 0; i < phrase->count; i++) { /* the parser lets no phrase pass whose every element is optional */
    if (elements[i].gap || elements[i].optional) continue;
    consider(&chooser, i, (struct other){ .part = MDQ_ALONE });
    for (int side = -1; side <= 1; side += 2) {
      consider(&chooser, i, beside(elements, phrase, i, side));
      consider(&chooser, i, beyond(elements, phrase, i, side));
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
  atoms->asks[left].behind[distance] |= mdq_atom_bit(atoms, right);
  atoms->asks[right].before[distance] |= mdq_atom_bit(atoms, left);
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
  const struct mdq_element *elements = mdq_elements_of(packs, phrase);
  struct other other = index->others[number];
  struct mdq_atom_set set = mdq_set_of(packs, elements[phrase->trigger].set);
  for (size_t i = 0; i < set.count; i++) {
    if (other.part == MDQ_ALONE) {
      uint32_t *end = &index->ends[set.ids[i] * MDQ_PAIR_PARTS + MDQ_ALONE];
      packs->atoms.uses[set.ids[i]] |= MDQ_ATOM_ALONE;
      if (!index->counting) packs->pairs[*end] = (struct mdq_pair){ 0, mdq_pair_phrase(number, false) };
      ++*end;
    }
    for (int e = other.from; e < other.to; e++) {
      struct mdq_atom_set near = mdq_set_of(packs, elements[e].set);
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
  packs->class_pairs = mdq_arena_array(&packs->arena, parts + 1, sizeof *packs->class_pairs);
  if (!packs->class_pairs) return false;
  for (size_t i = 0; i < parts; i++) {
    packs->class_pairs[i] = total;
    total += index->ends[i];
    index->ends[i] = packs->class_pairs[i];
  }
  packs->class_pairs[parts] = total;
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
  const uint32_t *starts = packs->class_pairs;
  for (size_t i = 0; i < (packs->atoms.count + 1) * MDQ_PAIR_PARTS; i++)
    if (starts[i + 1] - starts[i] > 1) qsort(packs->pairs + starts[i], starts[i + 1] - starts[i], sizeof *packs->pairs, by_right);
  return true;
}

/* -- classes -- */

/* What tells an atom from those of other classes, but for its own pairs. No padding. */
struct traits {
  uint64_t lefts[2]; /* sums over the pairs that it is the right one of */
  struct mdq_atom_asks asks;
  uint64_t reach, counts[MDQ_PAIR_PARTS];
};

static uint64_t mix(uint64_t sum, uint64_t part) {
  sum = (sum ^ part) * 0x9E3779B97F4A7C15u;
  return sum ^ sum >> 29;
}

/* The pairs of each atom, as the left one, are added up at their right ones. */
static void add_up_lefts(const struct mdq_packs *packs, struct traits *traits) {
  for (mdq_atom_id left = 1; left <= packs->atoms.count; left++)
    for (size_t part = MDQ_ALONE + 1; part < MDQ_PAIR_PARTS; part++) {
      const uint32_t *starts = &packs->class_pairs[left * MDQ_PAIR_PARTS + part];
      for (size_t i = starts[0]; i < starts[1]; i++) {
        const struct mdq_pair *pair = &packs->pairs[i];
        uint64_t sum = mix(mix(left * MDQ_PAIR_PARTS + part, pair->phrase), 1);
        traits[pair->right].lefts[0] += sum;
        traits[pair->right].lefts[1] += mix(sum, 2);
      }
    }
}

/* What tells an atom's class from others; empty without memory. */
static struct mdq_span class_key(const struct mdq_packs *packs, mdq_atom_id id, struct traits traits, struct mdq_buf *key) {
  const uint32_t *starts = &packs->class_pairs[id * MDQ_PAIR_PARTS];
  traits.asks = packs->atoms.asks[id];
  traits.reach = packs->atoms.reach[id];
  for (size_t part = 0; part < MDQ_PAIR_PARTS; part++) traits.counts[part] = starts[part + 1] - starts[part];
  key->len = 0;
  mdq_buf_add(key, mdq_span_of((const char *)&traits, sizeof traits));
  mdq_buf_add(key, mdq_span_of((const char *)(packs->pairs + starts[0]), (starts[MDQ_PAIR_PARTS] - starts[0]) * sizeof *packs->pairs));
  return key->failed ? mdq_span_of("", 0) : mdq_buf_span(key);
}

/* Moves what belongs to an atom to where the next class is kept: that is its own place or one before it, so that nothing is lost that
   is still to be read. */
static void keep_class(struct mdq_packs *packs, mdq_atom_id id, uint32_t class) {
  uint32_t from[MDQ_PAIR_PARTS + 1], *to = &packs->class_pairs[class * MDQ_PAIR_PARTS];
  memcpy(from, &packs->class_pairs[id * MDQ_PAIR_PARTS], sizeof from);
  memmove(packs->pairs + to[0], packs->pairs + from[0], (from[MDQ_PAIR_PARTS] - from[0]) * sizeof *packs->pairs);
  for (size_t part = 1; part <= MDQ_PAIR_PARTS; part++) to[part] = to[0] + from[part] - from[0];
  packs->atoms.asks[class] = packs->atoms.asks[id];
  packs->atoms.reach[class] = packs->atoms.reach[id];
}

struct classes { /* those known so far */
  struct mdq_map known; /* by their keys, to their numbers */
  struct mdq_arena keys;
  struct mdq_buf key;
};

/* The class of an atom, known or new, from 1; 0 without memory. */
static uintptr_t class_of(struct mdq_packs *packs, mdq_atom_id id, const struct traits *traits, struct classes *classes) {
  struct mdq_span key = class_key(packs, id, traits[id], &classes->key);
  uint64_t hash = mdq_hash(key);
  uintptr_t number = key.len ? (uintptr_t)mdq_map_get_hashed(&classes->known, key, hash) : 0;
  if (number || !key.len) return number;
  number = packs->atoms.class_count + 1;
  key = mdq_arena_copy(&classes->keys, key);
  if (!key.len || !mdq_map_put_hashed(&classes->known, key, hash, (void *)number)) return 0;
  keep_class(packs, id, (uint32_t)packs->atoms.class_count++);
  return number;
}

/* A pair has the class of its right atom instead of the atom, so that many are the same. */
static void keep_right_classes(struct mdq_packs *packs) {
  uint32_t *starts = packs->class_pairs, next = 0;
  for (size_t i = 0; i < packs->atoms.class_count * MDQ_PAIR_PARTS; i++) {
    uint32_t from = starts[i], end = starts[i + 1], first = next;
    for (uint32_t k = from; k < end; k++) packs->pairs[k].right = packs->atoms.classes[packs->pairs[k].right];
    qsort(packs->pairs + from, end - from, sizeof *packs->pairs, by_right);
    for (uint32_t k = from; k < end; k++)
      if (next == first || memcmp(&packs->pairs[k], &packs->pairs[next - 1], sizeof *packs->pairs)) packs->pairs[next++] = packs->pairs[k];
    starts[i] = first;
  }
  packs->pair_count = starts[packs->atoms.class_count * MDQ_PAIR_PARTS] = next;
}

/* Until here each atom is a class of its own. The forms of a word stand in the same patterns: of 40,000 atoms 16,000 differ in more
   than their texts. */
static bool find_classes(struct mdq_packs *packs) {
  struct mdq_atoms *atoms = &packs->atoms;
  struct classes classes = { .known = { .slots = NULL } };
  mdq_buf_init(&classes.key);
  struct traits *traits = mdq_arena_array(&classes.keys, atoms->count + 1, sizeof *traits);
  bool done = traits && (atoms->classes = mdq_arena_array(&packs->arena, atoms->count + 1, sizeof *atoms->classes)) != NULL;
  if (done) add_up_lefts(packs, traits);
  for (mdq_atom_id id = 0; done && id <= atoms->count; id++) {
    uintptr_t number = class_of(packs, id, traits, &classes);
    done = number != 0;
    atoms->classes[id] = done ? (uint32_t)(number - 1) : 0;
  }
  if (done) keep_right_classes(packs);
  mdq_map_free(&classes.known);
  mdq_arena_free(&classes.keys);
  mdq_buf_free(&classes.key);
  return done;
}

static bool choose_triggers(struct mdq_packs *packs, const uint64_t *counts, struct other *others) {
  struct news news = { .counts = counts, .guesses = calloc(packs->atoms.count + 1, sizeof *news.guesses) };
  if (!news.guesses) return false;
  for (size_t p = 0; p < packs->phrase_count; p++) choose_trigger(packs, &packs->phrases[p], &news, &others[p]);
  free(news.guesses);
  return true;
}

bool mdq_packs_pair(struct mdq_packs *packs, const uint64_t *news) {
  struct index index = { .packs = packs, .counting = true };
  index.others = calloc(packs->phrase_count + 1, sizeof *index.others);
  index.ends = calloc((packs->atoms.count + 1) * MDQ_PAIR_PARTS, sizeof *index.ends);
  bool done = index.others && index.ends && choose_triggers(packs, news, index.others) && add_phrases(&index) && find_classes(packs);
  free(index.ends);
  free(index.others);
  return done;
}
