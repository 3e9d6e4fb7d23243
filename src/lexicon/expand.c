#include "lexicon/expand.h"

#include <stdlib.h>

#include "base/buf.h"
#include "text/utf8.h"

/* One form without prefixes, waiting to be sorted. Those that take the same prefixes make one automaton. */
struct variant {
  uint64_t start; /* the first ten letters, six bits each, as a number that sorts as they do */
  uint32_t letters, set;
  uint16_t group;
  uint8_t count;
};

struct group { /* of variants that take the same prefixes */
  uint64_t prefixes;
  bool plain;
  size_t count;
  uint32_t node;
};

/* MOST_VARIANTS keeps the memory for them below 1 GB; hunspell-ar has 6.3 million. */
enum { MOST_GROUPS = 4096, MOST_VARIANTS = 16000000, ALEF_MADDA = 0x0622, ALEF_HAMZA = 0x0623, ALEF_HAMZA_BELOW = 0x0625, WAW = 0x0648, FA = 0x0641 };

struct work {
  struct mdq_expansion *expansion;
  struct mdq_affixes *affixes;
  struct mdq_error *error;
  uint8_t *letters;
  size_t letter_count, letter_capacity;
  struct variant *variants;
  size_t variant_count, variant_capacity;
  struct group groups[MOST_GROUPS];
  size_t group_count;
  struct mdq_map derivation_numbers, set_numbers;
  struct mdq_arena keys;
  uint32_t derivation_capacity, set_capacity, member_capacity;
};

static bool room(void **items, size_t *capacity, size_t needed, size_t size) {
  if (needed <= *capacity) return true;
  size_t larger = *capacity ? *capacity + *capacity / 2 : 4096;
  if (larger < needed) larger = needed;
  void *moved = realloc(*items, larger * size);
  if (!moved) return false;
  *items = moved;
  *capacity = larger;
  return true;
}

/* -- derivations and their sets, numbered as they come -- */

static void *number_as_pointer(uint32_t number) {
  return (void *)(uintptr_t)number;
}

static uint32_t derivation_number(struct work *work, struct mdq_derivation derivation, uint64_t prefixes) {
  struct {
    struct mdq_derivation derivation;
    uint16_t filler;
    uint64_t prefixes;
  } key = { derivation, 0, prefixes };
  struct mdq_span bytes = mdq_span_of((const char *)&key, sizeof key);
  uint32_t known = (uint32_t)(uintptr_t)mdq_map_get(&work->derivation_numbers, bytes);
  if (known) return known - 1;
  struct mdq_expansion *x = work->expansion;
  size_t capacity = work->derivation_capacity, same = capacity;
  if (!room((void **)&x->derivations, &capacity, x->derivation_count + 1, sizeof *x->derivations) ||
      !room((void **)&x->derivation_prefixes, &same, x->derivation_count + 1, sizeof *x->derivation_prefixes))
    return work->keys.failed = true, 0;
  work->derivation_capacity = (uint32_t)capacity;
  x->derivations[x->derivation_count] = derivation;
  x->derivation_prefixes[x->derivation_count] = prefixes;
  if (!mdq_map_put(&work->derivation_numbers, mdq_arena_copy(&work->keys, bytes), number_as_pointer(++x->derivation_count))) work->keys.failed = true;
  return x->derivation_count - 1;
}

static uint32_t set_number(struct work *work, const uint32_t *members, uint32_t count) {
  struct mdq_span bytes = mdq_span_of((const char *)members, count * sizeof *members);
  uint32_t known = (uint32_t)(uintptr_t)mdq_map_get(&work->set_numbers, bytes);
  if (known) return known;
  struct mdq_expansion *x = work->expansion;
  size_t sets = work->set_capacity, room_for_members = work->member_capacity;
  if (!room((void **)&x->sets, &sets, x->set_count + 2, sizeof *x->sets) ||
      !room((void **)&x->set_members, &room_for_members, x->set_member_count + count, sizeof *x->set_members))
    return work->keys.failed = true, 1;
  work->set_capacity = (uint32_t)sets;
  work->member_capacity = (uint32_t)room_for_members;
  if (!x->set_count) x->sets[x->set_count++] = (struct mdq_derivation_set){ 0, 0 };
  uint32_t number = x->set_count++;
  x->sets[number] = (struct mdq_derivation_set){ .count = count, .first = x->set_member_count };
  memcpy(x->set_members + x->set_member_count, members, count * sizeof *members);
  x->set_member_count += count;
  if (!mdq_map_put(&work->set_numbers, mdq_arena_copy(&work->keys, bytes), number_as_pointer(number))) work->keys.failed = true;
  return number;
}

static uint32_t merge_sets(void *user, uint32_t a, uint32_t b) {
  struct work *work = user;
  const struct mdq_expansion *x = work->expansion;
  if (!x->set_count) return 1; /* the automata that forget values */
  struct mdq_derivation_set left = x->sets[a], right = x->sets[b];
  uint32_t *merged = malloc((left.count + right.count) * sizeof *merged), count = 0;
  if (!merged) return work->keys.failed = true, a;
  for (uint32_t i = 0, j = 0; i < left.count || j < right.count;) {
    uint32_t p = i < left.count ? x->set_members[left.first + i] : UINT32_MAX;
    uint32_t q = j < right.count ? x->set_members[right.first + j] : UINT32_MAX;
    i += p <= q;
    j += q <= p;
    merged[count++] = p < q ? p : q;
  }
  uint32_t number = set_number(work, merged, count);
  free(merged);
  return number;
}

/* -- variants -- */

static uint64_t prefixes_of(const struct mdq_affixes *affixes, struct mdq_flags flags) {
  uint64_t set = 0;
  for (size_t i = 0; i < affixes->prefix_flag_count; i++)
    for (size_t k = 0; k < flags.count; k++)
      if (flags.flag[k] == affixes->prefix_flag[i]) set |= UINT64_C(1) << i;
  return set;
}

static struct group *group_of(struct work *work, uint64_t prefixes, bool plain) {
  for (size_t i = 0; i < work->group_count; i++)
    if (work->groups[i].prefixes == prefixes && work->groups[i].plain == plain) return &work->groups[i];
  if (work->group_count == MOST_GROUPS) return NULL;
  work->groups[work->group_count] = (struct group){ .prefixes = prefixes, .plain = plain };
  return &work->groups[work->group_count++];
}

struct form {
  size_t count;
  uint8_t letter[4 * MDQ_LONGEST_ENTRY];
};

static enum mdq_status add_variant(struct work *work, const struct form *form, struct mdq_derivation derivation, uint64_t prefixes, bool plain) {
  if (form->count > 250) return MDQ_OK;
  struct group *group = group_of(work, prefixes, plain);
  if (!group) return mdq_fail(work->error, MDQ_NO_DICT, "more than %d combinations of prefixes", MOST_GROUPS);
  if (work->variant_count == MOST_VARIANTS) return mdq_fail(work->error, MDQ_NO_DICT, "more than %d forms without prefixes", MOST_VARIANTS);
  if (!room((void **)&work->variants, &work->variant_capacity, work->variant_count + 1, sizeof *work->variants) ||
      !room((void **)&work->letters, &work->letter_capacity, work->letter_count + form->count, 1))
    return mdq_no_memory(work->error);
  uint32_t member = derivation_number(work, derivation, prefixes);
  struct variant *variant = &work->variants[work->variant_count++];
  *variant = (struct variant){ .letters = (uint32_t)work->letter_count, .set = set_number(work, &member, 1),
                               .group = (uint16_t)(group - work->groups), .count = (uint8_t)form->count };
  for (size_t i = 0; i < 10; i++) variant->start = variant->start << 6 | (i < form->count ? form->letter[i] + 1u : 0);
  memcpy(work->letters + work->letter_count, form->letter, form->count);
  work->letter_count += form->count;
  group->count++;
  return MDQ_OK;
}

static bool ends_as_asked(const struct form *form, const struct mdq_affix *suffix) {
  if (form->count < suffix->condition_count || form->count <= suffix->strip.count) return false;
  if (memcmp(form->letter + form->count - suffix->strip.count, suffix->strip.code, suffix->strip.count)) return false;
  for (size_t i = 0; i < suffix->condition_count; i++)
    if (!(suffix->condition[i] >> form->letter[form->count - suffix->condition_count + i] & 1)) return false;
  return true;
}

static struct form with_suffix(const struct form *form, const struct mdq_affix *suffix) {
  struct form result = *form;
  result.count -= suffix->strip.count;
  memcpy(result.letter + result.count, suffix->append.code, suffix->append.count);
  result.count += suffix->append.count;
  return result;
}

struct chain { /* what is being derived */
  struct mdq_derivation derivation;
  uint64_t prefixes; /* flags of those that the entry or a suffix allows; none behind a suffix that does not cross */
  bool plain;
};

static uint16_t *open_place(struct mdq_derivation *derivation) {
  return derivation->inner ? &derivation->outer : &derivation->inner;
}

static enum mdq_status derive(struct work *work, const struct form *form, struct mdq_flags flags, struct chain chain) {
  uint64_t prefixes = chain.derivation.inner ? chain.prefixes & work->affixes->crossing_prefixes : chain.prefixes;
  enum mdq_status status = add_variant(work, form, chain.derivation, prefixes, chain.plain);
  if (chain.derivation.outer) return status;
  for (size_t k = 0; k < flags.count && !status; k++) {
    size_t count;
    const struct mdq_affix *suffix = mdq_affixes_suffixes(work->affixes, flags.flag[k], &count);
    for (size_t i = 0; i < count && !status; i++, suffix++) {
      if (!ends_as_asked(form, suffix)) continue;
      struct form longer = with_suffix(form, suffix);
      struct chain next = chain;
      *open_place(&next.derivation) = (uint16_t)(suffix - work->affixes->suffixes + 1);
      /* A second suffix that crosses may itself allow prefixes behind a first that does not. */
      next.prefixes = suffix->cross ? chain.prefixes | prefixes_of(work->affixes, suffix->next) : 0;
      status = derive(work, &longer, suffix->next, next);
    }
  }
  return status;
}

static bool is_hamza_alef(uint32_t c) {
  return c == ALEF_HAMZA || c == ALEF_MADDA;
}

/* أ or آ, or either behind a conjunction. */
static bool starts_with_question(const struct mdq_affixes *affixes, struct mdq_letters letters) {
  uint32_t first = letters.count ? affixes->letter[letters.code[0]] : 0, second = letters.count > 1 ? affixes->letter[letters.code[1]] : 0;
  return is_hamza_alef(first) || ((first == WAW || first == FA) && is_hamza_alef(second));
}

/* Lists hold such words as أبغير, too, under a stem that has lost the أ; a verb in the present begins with one by right. */
static bool is_question(const struct mdq_affixes *affixes, const struct mdq_entry *entry) {
  if (!entry->stem.len || (entry->word_class & MDQ_CLASS_PRESENT) || !is_hamza_alef(affixes->letter[entry->word.code[0]])) return false;
  uint32_t stem = mdq_utf8_at(entry->stem, 0);
  return !is_hamza_alef(stem) && stem != ALEF_HAMZA_BELOW;
}

static enum mdq_status take_entry(void *user, const struct mdq_entry *entry) {
  struct work *work = user;
  struct form form = { .count = entry->word.count };
  memcpy(form.letter, entry->word.code, form.count);
  struct chain chain = { .derivation = { .word_class = (uint16_t)entry->word_class }, .prefixes = prefixes_of(work->affixes, entry->flags),
                         .plain = !is_question(work->affixes, entry) };
  return derive(work, &form, entry->flags, chain);
}

/* -- from variants to automata -- */

static const uint8_t *sorted_letters; /* of the comparison: the compiler has one thread */

static int by_group_and_letters(const void *a, const void *b) {
  const struct variant *x = a, *y = b;
  if (x->group != y->group) return x->group < y->group ? -1 : 1;
  if (x->start != y->start) return x->start < y->start ? -1 : 1;
  size_t shorter = x->count < y->count ? x->count : y->count;
  int order = shorter > 10 ? memcmp(sorted_letters + x->letters + 10, sorted_letters + y->letters + 10, shorter - 10) : 0;
  return order ? order : (int)x->count - (int)y->count;
}

static void build_groups(struct work *work) {
  sorted_letters = work->letters;
  qsort(work->variants, work->variant_count, sizeof *work->variants, by_group_and_letters);
  size_t at = 0;
  for (size_t g = 0; g < work->group_count; g++) {
    mdq_graph_begin(work->expansion->graph);
    for (size_t i = 0; i < work->groups[g].count; i++, at++) {
      const struct variant *variant = &work->variants[at];
      mdq_graph_add(work->expansion->graph, work->letters + variant->letters, variant->count, variant->set);
    }
    work->groups[g].node = mdq_graph_end(work->expansion->graph);
  }
}

/* The forms of all groups that take the prefix flag, or with no flag of all; values are kept or not, as in the nodes. */
static uint32_t unite(struct work *work, int prefix_flag, bool plain_only) {
  uint32_t node = MDQ_GRAPH_EMPTY;
  for (size_t g = 0; g < work->group_count; g++)
    if ((prefix_flag < 0 || work->groups[g].prefixes >> prefix_flag & 1) && (!plain_only || work->groups[g].plain))
      node = mdq_graph_union(work->expansion->graph, node, work->groups[g].node);
  return node;
}

/* The forms of node that the prefix may stand before, with it. */
static uint32_t with_prefix(struct mdq_graph *graph, const struct mdq_affix *prefix, uint32_t node) {
  size_t shared = prefix->strip.count;
  /* Conditions look at the form's start: follow them as far as they go along what is stripped, or cut the first letter. */
  for (size_t i = 0; i < shared; i++) {
    if (i < prefix->condition_count) node = mdq_graph_cut(graph, node, prefix->condition[i]);
    node = mdq_graph_step(graph, node, prefix->strip.code[i]);
  }
  /* Something must be left of the form: the cut drops the empty rest, too. */
  node = mdq_graph_cut(graph, node, prefix->condition_count > shared ? prefix->condition[shared] : UINT64_MAX);
  return mdq_graph_prepend(graph, prefix->append.code, prefix->append.count, node);
}

static enum mdq_status check_prefixes(const struct work *work) {
  for (size_t i = 0; i < work->affixes->prefix_count; i++)
    if (work->affixes->prefixes[i].condition_count > work->affixes->prefixes[i].strip.count + 1)
      return mdq_fail(work->error, MDQ_NO_DICT, "a prefix with a condition of more than a letter behind what it strips is not supported");
  return MDQ_OK;
}

static uint32_t with_all_prefixes(struct work *work, bool plain_only) {
  struct mdq_graph *graph = work->expansion->graph;
  uint32_t node = unite(work, -1, plain_only);
  for (size_t f = 0; f < work->affixes->prefix_flag_count; f++) {
    uint32_t stems = unite(work, (int)f, plain_only);
    for (size_t i = 0; i < work->affixes->prefix_count; i++) {
      const struct mdq_affix *prefix = &work->affixes->prefixes[i];
      if (prefix->flag != work->affixes->prefix_flag[f]) continue;
      if (plain_only && starts_with_question(work->affixes, prefix->append)) continue;
      node = mdq_graph_union(graph, node, with_prefix(graph, prefix, stems));
    }
  }
  return node;
}

static void build(struct work *work) {
  struct mdq_expansion *x = work->expansion;
  build_groups(work);
  free(work->variants);
  free(work->letters);
  work->variants = NULL;
  work->letters = NULL;
  x->stems = unite(work, -1, true);
  struct mdq_graph_cache forgotten = { 0 };
  for (size_t g = 0; g < work->group_count; g++) work->groups[g].node = mdq_graph_forget_values(x->graph, work->groups[g].node, &forgotten);
  free(forgotten.to);
  x->all = with_all_prefixes(work, false);
  x->plain = with_all_prefixes(work, true);
}

enum mdq_status mdq_expand(struct mdq_expansion *expansion, struct mdq_affixes *affixes, struct mdq_span dic, const char *dic_path,
                           struct mdq_error *error) {
  *expansion = (struct mdq_expansion){ 0 };
  struct work *work = calloc(1, sizeof *work);
  if (!work) return mdq_no_memory(error);
  work->expansion = expansion;
  work->affixes = affixes;
  work->error = error;
  enum mdq_status status = check_prefixes(work);
  expansion->graph = mdq_graph_new(merge_sets, work);
  if (!status && !expansion->graph) status = mdq_no_memory(error);
  if (!status) status = mdq_entries_read(affixes, dic, dic_path, take_entry, work, error);
  if (!status) {
    expansion->variant_count = work->variant_count;
    build(work);
    if (work->keys.failed || mdq_graph_failed(expansion->graph)) status = mdq_no_memory(error);
  }
  free(work->variants);
  free(work->letters);
  mdq_map_free(&work->derivation_numbers);
  mdq_map_free(&work->set_numbers);
  mdq_arena_free(&work->keys);
  free(work);
  return status;
}

void mdq_expansion_free(struct mdq_expansion *expansion) {
  mdq_graph_free(expansion->graph);
  free(expansion->derivations);
  free(expansion->derivation_prefixes);
  free(expansion->sets);
  free(expansion->set_members);
  *expansion = (struct mdq_expansion){ 0 };
}
