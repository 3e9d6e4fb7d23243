/* Entries as written to what matching needs: atoms with ids, phrases of atom sets, and the phrases by trigger. */
#include "pack/packs.h"

#include <stdlib.h>

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

static bool is_function_word(struct mdq_span text) {
  static const char *const words[] = { "من", "في", "علي", "الي", "عن", "مع", "ان", "او", "لا", "ما", "كل", "هذا", "هذه",
                                       "بين", "بعد", "قبل", "كان", "حتي", "منذ", "التي", "الذي" };
  for (size_t i = 0; i < MDQ_COUNT(words); i++)
    if (mdq_span_is(text, words[i])) return true;
  return false;
}

/* A guess at how often an atom comes up: shorter words are commoner, and stems take in more than words. */
static double commonness(const struct mdq_atoms *atoms, mdq_atom_id id) {
  if (is_function_word(mdq_atom_text(atoms, id))) return 1e6;
  static const double kinds[] = { [MDQ_ATOM_EXACT] = 1, [MDQ_ATOM_WORD] = 2, [MDQ_ATOM_STEM] = 4, [MDQ_ATOM_VERB] = 6, [MDQ_ATOM_VERB_BARE] = 2 };
  double value = kinds[atoms->kinds[id]];
  for (size_t letters = mdq_utf8_length(mdq_atom_text(atoms, id)); letters < 8; letters++) value *= 2;
  return value;
}

static uint8_t choose_trigger(const struct mdq_atoms *atoms, const struct mdq_element *elements, size_t count) {
  size_t best = count;
  double least = 0;
  for (size_t i = 0; i < count; i++) {
    if (elements[i].gap || elements[i].optional) continue;
    double sum = 0;
    for (size_t k = 0; k < elements[i].atoms.count; k++) sum += commonness(atoms, elements[i].atoms.ids[k]);
    if (best == count || sum < least) {
      best = i;
      least = sum;
    }
  }
  return (uint8_t)best; /* the parser lets no phrase pass whose every element is optional */
}

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
    .trigger = choose_trigger(&packs->atoms, elements, source->element_count),
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

static uint64_t bits_of(struct mdq_atom_set set) {
  uint64_t bits = 0;
  for (size_t i = 0; i < set.count; i++) bits |= mdq_atom_bit(set.ids[i]);
  return bits;
}

/* The bits of what may stand beside the trigger on one side: of the optional elements there and the first mandatory
   one. All bits if that is not known, as beside a gap or at the phrase's edge. */
static uint64_t neighbour_bits(const struct mdq_phrase *phrase, int side) {
  uint64_t bits = 0;
  for (int i = phrase->trigger + side; i >= 0 && i < phrase->count; i += side) {
    const struct mdq_element *element = &phrase->elements[i];
    if (element->gap) break;
    bits |= bits_of(element->atoms);
    if (!element->optional) return bits;
  }
  return UINT64_MAX;
}

static struct mdq_trigger trigger_of(const struct mdq_packs *packs, size_t p) {
  const struct mdq_phrase *phrase = &packs->phrases[p];
  uint64_t next = neighbour_bits(phrase, 1), before = neighbour_bits(phrase, -1);
  struct mdq_trigger trigger = { .bits = next, .phrase = (uint32_t)p, .side = 1, .literal = phrase->literal };
  if (__builtin_popcountll(before) < __builtin_popcountll(next)) {
    trigger.bits = before;
    trigger.side = -1;
  }
  if (trigger.bits == UINT64_MAX) trigger.side = 0;
  return trigger;
}

/* Lists the phrases by the atoms of their trigger. */
static bool index_triggers(struct mdq_packs *packs) {
  size_t ids = packs->atoms.count + 1, total = 0;
  packs->triggers = mdq_arena_array(&packs->arena, ids, sizeof *packs->triggers);
  if (!packs->triggers) return false;
  for (size_t p = 0; p < packs->phrase_count; p++) {
    struct mdq_atom_set set = packs->phrases[p].elements[packs->phrases[p].trigger].atoms;
    for (size_t i = 0; i < set.count; i++) packs->triggers[set.ids[i]].count++;
    total += set.count;
  }
  struct mdq_trigger *room = mdq_arena_array(&packs->arena, total + 1, sizeof *room);
  struct mdq_trigger **ends = mdq_arena_array(&packs->arena, ids, sizeof *ends);
  if (!room || !ends) return false;
  for (size_t id = 1; id < ids; id++) {
    if (!packs->triggers[id].count) continue;
    packs->triggers[id].items = ends[id] = room;
    packs->atoms.uses[id] |= MDQ_ATOM_TRIGGERS;
    room += packs->triggers[id].count;
  }
  for (size_t p = 0; p < packs->phrase_count; p++) {
    struct mdq_atom_set set = packs->phrases[p].elements[packs->phrases[p].trigger].atoms;
    struct mdq_trigger trigger = trigger_of(packs, p);
    for (size_t i = 0; i < set.count; i++) *ends[set.ids[i]]++ = trigger;
  }
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

/* Lets the words say which regular expressions are worth running. */
static bool collect_fragments(struct mdq_packs *packs) {
  struct mdq_fragment *fragments = NULL;
  size_t count = 0, capacity = 0, regexes = 0;
  unsigned bits = 0;
  for (size_t e = 0; e < packs->entry_count; e++) {
    struct mdq_entry *entry = &packs->entries[e];
    if (!entry->regex) continue;
    uint32_t *listed = mdq_arena_push(&packs->arena, &packs->regex_entries, &packs->regex_entry_count, &regexes, sizeof *listed);
    if (!listed) return false;
    *listed = (uint32_t)e;
    const struct mdq_literals *literals = mdq_regex_literals(&packs->regexes[entry->regex - 1]);
    entry->needs_digit = need_digits(literals);
    if (!only_letters(literals)) continue;
    entry->fragment = 1u << (bits++ % 32);
    for (size_t i = 0; i < literals->count; i++) {
      struct mdq_fragment *fragment = mdq_arena_push(&packs->arena, &fragments, &count, &capacity, sizeof *fragment);
      if (!fragment) return false;
      *fragment = (struct mdq_fragment){ mdq_span_of(literals->bytes[i], literals->length[i]), entry->fragment };
    }
  }
  mdq_atoms_set_fragments(&packs->atoms, fragments, count);
  return true;
}

bool mdq_packs_compile(struct mdq_packs *packs, const struct mdq_entry_source *sources) {
  if (!compile_phrases(packs, sources)) return false;
  for (size_t e = 0; e < packs->entry_count; e++)
    if (!compile_conditions(packs, &sources[e], &packs->entries[e])) return false;
  if (!index_triggers(packs) || !collect_fragments(packs)) return false;
  for (size_t e = 0; e < packs->entry_count; e++) {
    number_document_atoms(packs, packs->entries[e].document_has);
    number_document_atoms(packs, packs->entries[e].document_lacks);
  }
  return true;
}
