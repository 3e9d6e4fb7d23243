/* Entries as written to what matching needs: atoms with ids, phrases of atom sets, and what regular expressions need. */
#include "pack/packs.h"

#include <ctype.h>
#include <stdlib.h>

#include "base/map.h"
#include "pack/frequency.h"
#include "pack/pairs.h"
#include "pack/rendering.h"
#include "text/chars.h"
#include "text/utf8.h"

static int by_id(const void *a, const void *b) {
  mdq_atom_id x = *(const mdq_atom_id *)a, y = *(const mdq_atom_id *)b;
  return (x > y) - (x < y);
}

/* Sorts the ids and drops those that stand twice; returns how many are left. */
static size_t sort_ids(mdq_atom_id *ids, size_t count) {
  size_t used = 0;
  if (count) qsort(ids, count, sizeof *ids, by_id);
  for (size_t i = 0; i < count; i++)
    if (!used || ids[i] != ids[used - 1]) ids[used++] = ids[i];
  return used;
}

/* What it takes to keep each set once. */
struct compiler {
  struct mdq_packs *packs;
  struct mdq_map known; /* sets by their ids, to their numbers */
  struct mdq_arena scratch;
  size_t element_capacity, set_capacity, id_capacity;
};

static struct mdq_kept_set *add_set(struct compiler *c) {
  struct mdq_packs *packs = c->packs;
  struct mdq_kept_set *set = mdq_arena_push(&packs->arena, &packs->sets, &packs->set_count, &c->set_capacity, sizeof *set);
  if (set) *set = (struct mdq_kept_set){ .first = (uint32_t)packs->set_id_count };
  return set;
}

/* The number of the set with these ids, new or known; 0 without memory. */
static uint32_t keep_set(struct compiler *c, const mdq_atom_id *ids, size_t count) {
  struct mdq_packs *packs = c->packs;
  struct mdq_span key = mdq_span_of((const char *)ids, count * sizeof *ids);
  uint64_t hash = mdq_hash(key);
  uint32_t number = (uint32_t)(uintptr_t)mdq_map_get_hashed(&c->known, key, hash);
  if (number) return number;
  number = (uint32_t)packs->set_count;
  struct mdq_kept_set *set = add_set(c);
  if (!set || !mdq_map_put_hashed(&c->known, key, hash, (void *)(uintptr_t)number)) return 0;
  set->count = (uint32_t)count;
  for (size_t i = 0; i < count; i++) {
    mdq_atom_id *id = mdq_arena_push(&packs->arena, &packs->set_ids, &packs->set_id_count, &c->id_capacity, sizeof *id);
    if (!id) return 0;
    *id = ids[i];
  }
  return number;
}

static bool make_set(struct compiler *c, const struct mdq_atom *atoms, size_t count, uint32_t *set) {
  *set = 0;
  if (!count) return true;
  mdq_atom_id *ids = mdq_arena_array(&c->scratch, count, sizeof *ids);
  for (size_t i = 0; ids && i < count; i++)
    if (!(ids[i] = mdq_atoms_add(&c->packs->atoms, &c->packs->arena, atoms[i]))) return false;
  if (ids) *set = keep_set(c, ids, sort_ids(ids, count));
  return *set != 0;
}

/* -- atoms and phrases -- */

static bool compile_element(struct compiler *c, const struct mdq_pattern_element *from) {
  struct mdq_packs *packs = c->packs;
  struct mdq_element *element = mdq_arena_push(&packs->arena, &packs->elements, &packs->element_count, &c->element_capacity, sizeof *element);
  if (!element) return false;
  element->gap = (uint8_t)from->gap;
  element->optional = from->optional;
  return make_set(c, from->atoms, from->atom_count, &element->set);
}

static bool compile_phrase(struct compiler *c, const struct mdq_pattern_phrase *source, uint32_t entry, bool literal, struct mdq_phrase *phrase) {
  uint32_t first = (uint32_t)c->packs->element_count;
  for (size_t i = 0; i < source->element_count; i++)
    if (!compile_element(c, &source->elements[i])) return false;
  *phrase = (struct mdq_phrase){
    .entry = entry, .elements = first, .count = (uint8_t)source->element_count,
    .replaced_from = (uint8_t)source->replaced_from, .replaced_to = (uint8_t)source->replaced_to, .literal = literal,
  };
  return true;
}

static bool compile_pattern(struct compiler *c, const struct mdq_pattern *pattern, size_t entry, bool literal) {
  struct mdq_packs *packs = c->packs;
  for (size_t p = 0; p < pattern->phrase_count; p++)
    if (!compile_phrase(c, &pattern->phrases[p], (uint32_t)entry, literal, &packs->phrases[packs->phrase_count++])) return false;
  return true;
}

static bool compile_phrases(struct compiler *c, const struct mdq_entry_source *sources) {
  struct mdq_packs *packs = c->packs;
  size_t total = 0;
  for (size_t e = 0; e < packs->entry_count; e++) total += sources[e].pattern.phrase_count + sources[e].literal.phrase_count;
  packs->phrases = mdq_arena_array(&packs->arena, total + 1, sizeof *packs->phrases);
  if (!packs->phrases) return false;
  for (size_t e = 0; e < packs->entry_count; e++)
    if (!compile_pattern(c, &sources[e].pattern, e, false) || !compile_pattern(c, &sources[e].literal, e, true)) return false;
  return true;
}

static bool compile_words(struct compiler *c, const struct mdq_atoms_source *source, uint32_t *set) {
  return make_set(c, source->items, source->count, set);
}

static bool compile_conditions(struct compiler *c, const struct mdq_entry_source *source, struct mdq_entry *entry) {
  return compile_words(c, &source->near, &entry->near) && compile_words(c, &source->unless_near, &entry->unless_near) &&
         compile_words(c, &source->document_has, &entry->document_has) &&
         compile_words(c, &source->document_lacks, &entry->document_lacks);
}

static bool list_document_set(struct mdq_packs *packs, uint32_t number, size_t *capacity) {
  struct mdq_atom_set set = mdq_set_of(packs, number);
  for (size_t i = 0; i < set.count; i++) {
    if (packs->atoms.uses[set.ids[i]] & MDQ_ATOM_IN_DOCUMENT) continue;
    mdq_atom_id *id = mdq_arena_push(&packs->arena, &packs->document_ids, &packs->document_atoms, capacity, sizeof *id);
    if (!id) return false;
    *id = set.ids[i];
    packs->atoms.uses[*id] |= MDQ_ATOM_IN_DOCUMENT;
  }
  return true;
}

static bool list_document_atoms(struct mdq_packs *packs) {
  size_t capacity = 0;
  for (size_t e = 0; e < packs->entry_count; e++)
    if (!list_document_set(packs, packs->entries[e].document_has, &capacity) || !list_document_set(packs, packs->entries[e].document_lacks, &capacity)) return false;
  if (packs->document_atoms) qsort(packs->document_ids, packs->document_atoms, sizeof *packs->document_ids, by_id);
  return true;
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

/* A mark, such as the / of 24/7, that all of the literals have; or 0. */
static char mark_of(const struct mdq_literals *literals) {
  for (size_t at = 0; literals->count && at < literals->length[0]; at++) {
    char mark = literals->bytes[0][at];
    size_t with = 0;
    while (ispunct((unsigned char)mark) && with < literals->count && memchr(literals->bytes[with], mark, literals->length[with])) with++;
    if (with == literals->count) return mark;
  }
  return '\0';
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
      if (needs.lead[clause] > MOST_LEAD) continue;
      place->near |= bit;
      if (mdq_literals_weakest(&needs.clauses[clause]) <= length) continue;
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

/* Lists the regular expression by one of the fragments that each of its ways needs. */
static void list_regex(struct mdq_packs *packs, size_t number) {
  const struct mdq_regex *regex = &packs->regexes[packs->entries[packs->regex_entries[number]].regex - 1];
  uint64_t bit = UINT64_C(1) << (number % 64);
  if (!regex->way_count) packs->regexes_always |= bit;
  for (size_t way = 0; way < regex->way_count; way++) {
    uint64_t fragment = regex->ways[way].anchor ? regex->ways[way].anchor : regex->ways[way].fragments;
    packs->regexes_with[__builtin_ctzll(fragment)] |= bit;
    packs->regex_fragments |= fragment & -fragment;
  }
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
    if (!regex->way_count) regex->mark = mark_of(mdq_regex_literals(regex));
    list_regex(packs, packs->regex_entry_count - 1);
  }
  mdq_atoms_set_fragments(&packs->atoms, all.items, all.count);
  return true;
}

/* -- numbers by frequency -- */

static int lightest(const double *load) {
  int best = 0;
  for (int bit = 1; bit < 64; bit++)
    if (load[bit] < load[best]) best = bit;
  return best;
}

/* An atom takes the bit of the first set that has it, and most stand in one alone. Elements come before conditions, which are asked for less.
   The sets are dealt out so that each bit stands for as many words of news as another. */
static void share_bits(struct mdq_packs *packs, const uint64_t *news) {
  enum { NO_BIT = UINT8_MAX };
  struct mdq_atoms *atoms = &packs->atoms;
  double load[64] = { 0 };
  if (atoms->count) memset(atoms->bits, NO_BIT, atoms->count + 1);
  for (uint32_t s = 0; s < packs->set_count; s++) {
    struct mdq_kept_set *set = &packs->sets[s];
    const mdq_atom_id *ids = packs->set_ids + set->first;
    int bit = lightest(load);
    for (size_t i = 0; i < set->count; i++) {
      if (atoms->bits[ids[i]] == NO_BIT) {
        atoms->bits[ids[i]] = (uint8_t)bit;
        load[bit] += 1 + (news ? (double)news[ids[i]] : 0);
      }
      set->bits |= mdq_atom_bit(atoms, ids[i]);
    }
  }
}

/* The sets are as matching wants them: with the atoms' last numbers, if they get others, sorted, and with their bits. */
static void finish_sets(struct mdq_packs *packs, const mdq_atom_id *numbers, const uint64_t *news) {
  for (size_t s = 0; s < packs->set_count; s++) {
    struct mdq_kept_set *set = &packs->sets[s];
    mdq_atom_id *ids = packs->set_ids + set->first;
    for (size_t i = 0; numbers && i < set->count; i++) ids[i] = numbers[ids[i]];
    sort_ids(ids, set->count);
  }
  share_bits(packs, news);
}

/* What is looked up by atom is a megabyte with 20,000 entries: what the text asks for most shall stand together. */
static bool number_by_frequency(struct mdq_packs *packs, struct mdq_span word_counts, uint64_t *news) {
  if (!mdq_atoms_count_news(&packs->atoms, word_counts, news)) return false;
  mdq_atom_id *numbers = mdq_atoms_sort(&packs->atoms, news);
  if (!numbers) return false;
  finish_sets(packs, numbers, news);
  free(numbers);
  return true;
}

static bool compile_entries(struct mdq_packs *packs, const struct mdq_entry_source *sources) {
  struct compiler c = { .packs = packs, .scratch = MDQ_ARENA_INIT };
  bool done = add_set(&c) && compile_phrases(&c, sources);
  for (size_t e = 0; done && e < packs->entry_count; e++) done = compile_conditions(&c, &sources[e], &packs->entries[e]);
  mdq_map_free(&c.known);
  mdq_arena_free(&c.scratch);
  return done;
}

bool mdq_packs_compile(struct mdq_packs *packs, const struct mdq_entry_source *sources, struct mdq_span word_counts) {
  if (!compile_entries(packs, sources)) return false;
  if (!word_counts.len) finish_sets(packs, NULL, NULL);
  uint64_t *news = word_counts.len ? calloc(packs->atoms.count + 1, sizeof *news) : NULL;
  bool done = (!word_counts.len || (news && number_by_frequency(packs, word_counts, news))) && mdq_packs_pair(packs, news);
  free(news);
  return done && collect_fragments(packs) && list_document_atoms(packs) && mdq_packs_index_english(packs);
}
