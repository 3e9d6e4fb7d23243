/* Entries as written to what matching needs: atoms with ids, phrases of atom sets, and the phrases by trigger. */
#include "pack/packs.h"

#include <stdlib.h>

#include "pack/frequency.h"
#include "text/chars.h"
#include "text/utf8.h"

static int by_id(const void *a, const void *b) {
  mdq_atom_id x = *(const mdq_atom_id *)a, y = *(const mdq_atom_id *)b;
  return (x > y) - (x < y);
}

static bool make_set(struct mdq_packs *packs, const struct mdq_atom *atoms, size_t count, struct mdq_atom_set *set) {
  *set = (struct mdq_atom_set){ NULL, 0 };
  if (!count) return true;
  struct mdq_arena *arena = &packs->arena;
  mdq_atom_id *ids = mdq_arena_array(arena, count, sizeof *ids);
  if (!ids) return false;
  for (size_t i = 0; i < count; i++) {
    ids[i] = mdq_atoms_add(&packs->atoms, arena, atoms[i]);
    if (!ids[i]) return false;
  }
  qsort(ids, count, sizeof *ids, by_id);
  size_t used = 1;
  for (size_t i = 1; i < count; i++)
    if (ids[i] != ids[used - 1]) ids[used++] = ids[i];
  *set = (struct mdq_atom_set){ ids, used };
  return true;
}

/* -- triggers -- */

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

/* The elements, of which one must match, that tell whether a phrase is worth trying where its trigger stands. */
struct other {
  enum mdq_trigger_part part;
  int from, to;
  size_t atoms;
};

/* What stands beside an element on one side: the optional ones there up to the first mandatory one. No atoms: that is not known,
   as beside a gap or at the phrase's edge. */
static struct other beside(const struct mdq_element *elements, int count, int at, int side) {
  size_t atoms = 0;
  for (int i = at + side; i >= 0 && i < count && !elements[i].gap; i += side) {
    atoms += elements[i].atoms.count;
    if (elements[i].optional) continue;
    return side > 0 ? (struct other){ MDQ_BEHIND, at + 1, i + 1, atoms } : (struct other){ MDQ_BEFORE, i, at, atoms };
  }
  return (struct other){ MDQ_ALONE, 0, 0, 0 };
}

static struct other choose_other(const struct mdq_element *elements, int count, int at) {
  struct other left = beside(elements, count, at, -1), right = beside(elements, count, at, 1), best = left;
  if (!left.atoms || (right.atoms && right.atoms < left.atoms)) best = right;
  for (int i = 0; i < count && !best.atoms; i++)
    if (i != at && !elements[i].gap && !elements[i].optional) best = (struct other){ MDQ_FAR, i, i + 1, elements[i].atoms.count };
  return best;
}

enum { COST_FAR = 4 /* of a trigger that has nothing beside it to look at, in others */ };

static void choose_trigger(const struct mdq_packs *packs, struct mdq_phrase *phrase, const uint64_t *news) {
  double least = -1; /* the parser lets no phrase pass whose every element is optional */
  for (int i = 0; i < phrase->count; i++) {
    const struct mdq_element *element = &phrase->elements[i];
    if (element->gap || element->optional) continue;
    double cost = commonness(&packs->atoms, element->atoms, news);
    if (!beside(phrase->elements, phrase->count, i, 1).atoms && !beside(phrase->elements, phrase->count, i, -1).atoms) cost *= COST_FAR;
    if (least >= 0 && cost >= least) continue;
    least = cost;
    phrase->trigger = (uint8_t)i;
  }
}

static bool choose_triggers(struct mdq_packs *packs, struct mdq_span word_counts) {
  uint64_t *news = word_counts.len ? calloc(packs->atoms.count + 1, sizeof *news) : NULL;
  bool done = !word_counts.len || (news && mdq_atoms_count_news(&packs->atoms, word_counts, news));
  for (size_t p = 0; done && p < packs->phrase_count; p++) choose_trigger(packs, &packs->phrases[p], news);
  free(news);
  return done;
}

/* -- atoms and phrases -- */

static bool compile_phrase(struct mdq_packs *packs, const struct mdq_pattern_phrase *source, uint32_t entry, bool literal, struct mdq_phrase *phrase) {
  struct mdq_element *elements = mdq_arena_array(&packs->arena, source->element_count, sizeof *elements);
  if (!elements) return false;
  for (size_t i = 0; i < source->element_count; i++) {
    const struct mdq_pattern_element *from = &source->elements[i];
    elements[i].gap = (uint8_t)from->gap;
    elements[i].optional = from->optional;
    if (!make_set(packs, from->atoms, from->atom_count, &elements[i].atoms)) return false;
  }
  *phrase = (struct mdq_phrase){
    .entry = entry, .elements = elements, .count = (uint8_t)source->element_count,
    .replaced_from = (uint8_t)source->replaced_from, .replaced_to = (uint8_t)source->replaced_to, .literal = literal,
  };
  return true;
}

static bool compile_pattern(struct mdq_packs *packs, const struct mdq_pattern *pattern, size_t entry, bool literal) {
  for (size_t p = 0; p < pattern->phrase_count; p++)
    if (!compile_phrase(packs, &pattern->phrases[p], (uint32_t)entry, literal, &packs->phrases[packs->phrase_count++])) return false;
  return true;
}

static bool compile_phrases(struct mdq_packs *packs, const struct mdq_entry_source *sources) {
  size_t total = 0;
  for (size_t e = 0; e < packs->entry_count; e++) total += sources[e].pattern.phrase_count + sources[e].literal.phrase_count;
  packs->phrases = mdq_arena_array(&packs->arena, total + 1, sizeof *packs->phrases);
  if (!packs->phrases) return false;
  for (size_t e = 0; e < packs->entry_count; e++)
    if (!compile_pattern(packs, &sources[e].pattern, e, false) || !compile_pattern(packs, &sources[e].literal, e, true)) return false;
  return true;
}

static bool compile_words(struct mdq_packs *packs, const struct mdq_atoms_source *source, struct mdq_atom_set *set) {
  return make_set(packs, source->items, source->count, set);
}

static bool compile_conditions(struct mdq_packs *packs, const struct mdq_entry_source *source, struct mdq_entry *entry) {
  return compile_words(packs, &source->near, &entry->near) && compile_words(packs, &source->unless_near, &entry->unless_near) &&
         compile_words(packs, &source->document_has, &entry->document_has) &&
         compile_words(packs, &source->document_lacks, &entry->document_lacks);
}

static void number_document_atoms(struct mdq_packs *packs, struct mdq_atom_set set) {
  for (size_t i = 0; i < set.count; i++) {
    mdq_atom_id id = set.ids[i];
    if (packs->atoms.uses[id] & MDQ_ATOM_IN_DOCUMENT) continue;
    packs->atoms.uses[id] |= MDQ_ATOM_IN_DOCUMENT;
    packs->atoms.document_slot[id] = (uint32_t)packs->document_atoms++;
  }
}

static int by_other(const void *a, const void *b) {
  const struct mdq_trigger *x = a, *y = b;
  if (x->other != y->other) return x->other < y->other ? -1 : 1;
  return x->phrase < y->phrase ? -1 : x->phrase > y->phrase;
}

/* Goes through each atom of a phrase's trigger with each of the other atoms: puts the triggers where ends[] says, or, without
   `items`, only counts. */
static void each_trigger(const struct mdq_packs *packs, size_t p, uint32_t *ends, struct mdq_trigger *items) {
  const struct mdq_phrase *phrase = &packs->phrases[p];
  struct other other = choose_other(phrase->elements, phrase->count, phrase->trigger);
  struct mdq_atom_set set = phrase->elements[phrase->trigger].atoms;
  for (size_t i = 0; i < set.count; i++) {
    uint32_t *end = &ends[set.ids[i] * MDQ_TRIGGER_PARTS + other.part];
    if (!other.atoms) {
      if (items) items[*end] = (struct mdq_trigger){ .phrase = (uint32_t)p };
      ++*end;
    }
    for (int e = other.from; e < other.to; e++) {
      for (size_t k = 0; k < phrase->elements[e].atoms.count; k++, ++*end)
        if (items) items[*end] = (struct mdq_trigger){ phrase->elements[e].atoms.ids[k], (uint32_t)p };
    }
  }
}

/* Lists the phrases by the atoms of their trigger. */
static bool index_triggers(struct mdq_packs *packs) {
  size_t parts = (packs->atoms.count + 1) * MDQ_TRIGGER_PARTS;
  uint32_t *starts = mdq_arena_array(&packs->arena, parts + 1, sizeof *starts), *ends = calloc(parts + 1, sizeof *ends), total = 0;
  for (size_t p = 0; ends && p < packs->phrase_count; p++) each_trigger(packs, p, ends, NULL);
  for (size_t i = 0; starts && ends && i < parts; i++) {
    starts[i] = total;
    total += ends[i];
    bool alone = i % MDQ_TRIGGER_PARTS == MDQ_ALONE || i % MDQ_TRIGGER_PARTS == MDQ_FAR;
    if (ends[i]) packs->atoms.uses[i / MDQ_TRIGGER_PARTS] |= MDQ_ATOM_TRIGGERS | (alone ? MDQ_ATOM_TRIGGERS_ALONE : 0);
    ends[i] = starts[i];
  }
  struct mdq_trigger *items = mdq_arena_array(&packs->arena, total + 1, sizeof *items);
  bool done = starts && ends && items;
  for (size_t p = 0; done && p < packs->phrase_count; p++) each_trigger(packs, p, ends, items);
  if (starts) starts[parts] = total;
  for (size_t i = 0; done && i < parts; i++) qsort(items + starts[i], starts[i + 1] - starts[i], sizeof *items, by_other);
  uint64_t *bits = mdq_arena_array(&packs->arena, (packs->atoms.count + 1) * 2, sizeof *bits);
  done = done && bits;
  for (size_t i = 0; done && i < parts; i++) {
    size_t part = i % MDQ_TRIGGER_PARTS;
    if (part != MDQ_BEFORE && part != MDQ_BEHIND) continue;
    for (uint32_t k = starts[i]; k < starts[i + 1]; k++) bits[i / MDQ_TRIGGER_PARTS * 2 + (part == MDQ_BEHIND)] |= mdq_atom_bit(items[k].other);
  }
  free(ends);
  packs->triggers = items;
  packs->trigger_count = total;
  packs->trigger_starts = starts;
  packs->atoms.trigger_bits = bits;
  return done;
}

/* All that a regex needs are letters, which then stand in one word. */
static bool only_letters(const struct mdq_literals *literals) {
  for (size_t i = 0; i < literals->count; i++) {
    struct mdq_span text = mdq_span_of(literals->bytes[i], literals->length[i]);
    if (text.len < 4) return false;
    for (size_t at = 0; at < text.len;) {
      uint32_t c = mdq_utf8_next(text, &at);
      if (c < 0x0621 || c > 0x064A || c == 0x0640) return false;
    }
  }
  return literals->count > 0;
}

static bool has_digit(struct mdq_span text) {
  for (size_t at = 0; at < text.len;)
    if (mdq_is_digit(mdq_utf8_next(text, &at))) return true;
  return false;
}

static bool need_digits(const struct mdq_literals *literals) {
  for (size_t i = 0; i < literals->count; i++)
    if (!has_digit(mdq_span_of(literals->bytes[i], literals->length[i]))) return false;
  return literals->count > 0;
}

/* What words may have that regular expressions need, while it is being collected. */
struct fragments {
  struct mdq_fragment *items;
  size_t count, capacity;
  struct mdq_literals *clauses; /* each has a bit, and shares it if they are many */
  size_t clause_count, clause_capacity;
};

static bool add_fragment(struct mdq_packs *packs, struct fragments *all, struct mdq_span text, uint64_t bit) {
  for (size_t i = 0; i < all->count; i++) {
    if (!mdq_span_eq(all->items[i].text, text)) continue;
    all->items[i].bits |= bit;
    return true;
  }
  struct mdq_span copy = mdq_arena_copy(&packs->arena, text);
  struct mdq_fragment *fragment = mdq_arena_push(&packs->arena, &all->items, &all->count, &all->capacity, sizeof *fragment);
  if (fragment) *fragment = (struct mdq_fragment){ copy, bit };
  return fragment && copy.ptr;
}

static bool same_literals(const struct mdq_literals *a, const struct mdq_literals *b) {
  for (size_t i = 0; i < a->count && i < b->count; i++)
    if (!mdq_span_eq(mdq_span_of(a->bytes[i], a->length[i]), mdq_span_of(b->bytes[i], b->length[i]))) return false;
  return a->count == b->count;
}

/* The bit of a clause, new or known; 0 without memory. */
static uint64_t bit_of(struct mdq_packs *packs, struct fragments *all, const struct mdq_literals *clause) {
  size_t number = 0;
  while (number < all->clause_count && !same_literals(&all->clauses[number], clause)) number++;
  uint64_t bit = UINT64_C(1) << (number % 64);
  if (number < all->clause_count) return bit;
  struct mdq_literals *place = mdq_arena_push(&packs->arena, &all->clauses, &all->clause_count, &all->clause_capacity, sizeof *place);
  if (!place) return 0;
  *place = *clause;
  for (size_t i = 0; i < clause->count; i++)
    if (!add_fragment(packs, all, mdq_span_of(clause->bytes[i], clause->length[i]), bit)) return 0;
  return bit;
}

/* Of the clauses of a way those that filter best, as more bits make each worth less; without those that words cannot tell. */
static uint64_t best_clauses(const struct mdq_needs *needs, uint64_t way) {
  enum { ENOUGH = 12 }; /* bytes: six letters, in one clause or two */
  uint64_t best = 0, next = 1;
  for (size_t bytes = 0, length; bytes < ENOUGH && next; bytes += length) {
    next = length = 0;
    for (uint64_t left = way & ~best; left; left &= left - 1) {
      const struct mdq_literals *clause = &needs->clauses[__builtin_ctzll(left)];
      if (!only_letters(clause) || mdq_literals_weakest(clause) <= length) continue;
      length = mdq_literals_weakest(clause);
      next = left & -left;
    }
    best |= next;
  }
  return best;
}

enum { MOST_LEAD = 12 /* tokens; from farther away most of a segment would be looked at */ };

/* A way that words tell nothing of leaves all of them untold. */
static bool add_needs(struct mdq_packs *packs, struct fragments *all, struct mdq_regex *regex) {
  struct mdq_needs needs;
  mdq_required_literals(regex->expression, &needs);
  for (size_t way = 0; way < needs.way_count; way++)
    if (!(needs.ways[way] = best_clauses(&needs, needs.ways[way]))) return true;
  for (size_t way = 0; way < needs.way_count; way++) {
    struct mdq_regex_way *place = &regex->ways[regex->way_count++];
    size_t length = 0;
    for (uint64_t left = needs.ways[way]; left; left &= left - 1) {
      size_t clause = (size_t)__builtin_ctzll(left);
      uint64_t bit = bit_of(packs, all, &needs.clauses[clause]);
      if (!bit) return false;
      place->fragments |= bit;
      if (needs.lead[clause] > MOST_LEAD || mdq_literals_weakest(&needs.clauses[clause]) <= length) continue;
      length = mdq_literals_weakest(&needs.clauses[clause]);
      place->anchor = bit;
    }
    for (uint64_t left = needs.ways[way]; left; left &= left - 1) {
      size_t clause = (size_t)__builtin_ctzll(left);
      if (needs.lead[clause] <= MOST_LEAD && needs.lead[clause] > regex->lead) regex->lead = needs.lead[clause];
    }
  }
  return true;
}

/* Lets the words say which regular expressions are worth running. */
static bool collect_fragments(struct mdq_packs *packs) {
  struct fragments all = { .count = 0 };
  size_t capacity = 0;
  for (size_t e = 0; e < packs->entry_count; e++) {
    struct mdq_entry *entry = &packs->entries[e];
    if (!entry->regex) continue;
    uint32_t *listed = mdq_arena_push(&packs->arena, &packs->regex_entries, &packs->regex_entry_count, &capacity, sizeof *listed);
    if (!listed) return false;
    *listed = (uint32_t)e;
    struct mdq_regex *regex = &packs->regexes[entry->regex - 1];
    entry->needs_digit = need_digits(mdq_regex_literals(regex));
    if (!add_needs(packs, &all, regex)) return false;
  }
  mdq_atoms_set_fragments(&packs->atoms, all.items, all.count);
  return true;
}

bool mdq_packs_compile(struct mdq_packs *packs, const struct mdq_entry_source *sources, struct mdq_span word_counts) {
  if (!compile_phrases(packs, sources)) return false;
  for (size_t e = 0; e < packs->entry_count; e++)
    if (!compile_conditions(packs, &sources[e], &packs->entries[e])) return false;
  if (!choose_triggers(packs, word_counts) || !index_triggers(packs) || !collect_fragments(packs)) return false;
  for (size_t e = 0; e < packs->entry_count; e++) {
    number_document_atoms(packs, packs->entries[e].document_has);
    number_document_atoms(packs, packs->entries[e].document_lacks);
  }
  return true;
}
