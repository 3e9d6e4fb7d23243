#include "pack/rendering.h"

#include <stdlib.h>

#include "base/map.h"
#include "text/normalize.h"

const char *const mdq_packs_tables[] = { "bilingual/literal-words.tsv", "bilingual/irregular-forms.tsv", NULL };

/* -- the index -- */

static bool is_stand_in(const struct mdq_english_word *word) {
  return mdq_span_is(word->text, "one") || mdq_span_is(word->text, "oneself");
}

/* The longest word beside another, which most lines lack; NULL: there is none. */
static const struct mdq_english_word *longest_beside(const struct mdq_english_expression *expression, const struct mdq_english_word *other) {
  const struct mdq_english_word *best = NULL;
  for (size_t i = 0; i < expression->count; i++) {
    const struct mdq_english_word *word = &expression->words[i];
    if (word != other && !is_stand_in(word) && (!best || word->text.len > best->text.len)) best = word;
  }
  return best;
}

static int by_stem(const void *a, const void *b) {
  const struct mdq_english_key *x = a, *y = b;
  if (x->stem != y->stem) return x->stem < y->stem ? -1 : 1;
  if (x->entry != y->entry) return x->entry < y->entry ? -1 : 1;
  return (x->other > y->other) - (x->other < y->other);
}

static bool list_keys(struct mdq_packs *packs) {
  size_t capacity = 0;
  for (uint32_t e = 0; e < packs->entry_count; e++) {
    struct mdq_english_expression expression;
    const struct mdq_entry *entry = &packs->entries[e];
    for (size_t at = 0, depth = 0; entry->by_words && mdq_english_next_alternative(entry->english, NULL, &at, &depth, &expression);) {
      const struct mdq_english_word *word = expression.count > 1 ? longest_beside(&expression, NULL) : NULL;
      const struct mdq_english_word *other = word ? longest_beside(&expression, word) : NULL;
      if (!word) continue;
      struct mdq_english_key *key = mdq_arena_push(&packs->arena, &packs->english_keys, &packs->english_key_count, &capacity, sizeof *key);
      if (!key) return false;
      *key = (struct mdq_english_key){ word->stem, other ? other->stem : word->stem, e };
    }
  }
  return true;
}

bool mdq_packs_index_english(struct mdq_packs *packs) {
  if (!list_keys(packs)) return false;
  if (!packs->english_key_count) return true;
  qsort(packs->english_keys, packs->english_key_count, sizeof *packs->english_keys, by_stem);
  packs->english_starts = mdq_arena_array(&packs->arena, MDQ_ENGLISH_STARTS, sizeof *packs->english_starts);
  if (!packs->english_starts) return false;
  for (size_t i = 0, slot = 0; slot < MDQ_ENGLISH_STARTS; slot++) {
    while (i < packs->english_key_count && packs->english_keys[i].stem >> MDQ_ENGLISH_KEY_SHIFT < slot) i++;
    packs->english_starts[slot] = (uint32_t)i;
  }
  return true;
}

/* -- an expression and the words that stand for it -- */

struct part { /* a word of the expression */
  mdq_atom_id ids[MDQ_MOST_ATOMS];
  size_t count;
  bool particle;
};

enum {
  MOST_PARTS = 6,
  MOST_BETWEEN = 8,   /* tokens, of all: a subject with its titles stands between a verb and its object */
  LONGEST_LINE = 2000 /* tokens: that a whole book without line breaks has the English somewhere says nothing of a place in it */
};

static bool source_tells(const struct mdq_segment *segment) {
  return segment->has_source && segment->token_count <= LONGEST_LINE;
}

struct rendering {
  const struct mdq_matcher *m;
  uint32_t entry;
  struct mdq_atoms atoms;
  struct part parts[MOST_PARTS];
  size_t count;
  uint16_t *fits;  /* by token: bit k, part k may stand there */
  size_t at[MOST_PARTS];
};

/* That of the regular form's base: actors, cities, raised, waiting, taking. */
static const struct mdq_row *row_of_regular(const struct mdq_table *table, struct mdq_span form) {
  static const struct {
    struct mdq_span ending, base;
  } endings[] = { { MDQ_SPAN_LIT("ies"), MDQ_SPAN_LIT("y") }, { MDQ_SPAN_LIT("ied"), MDQ_SPAN_LIT("y") }, { MDQ_SPAN_LIT("s"), MDQ_SPAN_LIT("") },
                  { MDQ_SPAN_LIT("es"), MDQ_SPAN_LIT("") }, { MDQ_SPAN_LIT("d"), MDQ_SPAN_LIT("") }, { MDQ_SPAN_LIT("ed"), MDQ_SPAN_LIT("") },
                  { MDQ_SPAN_LIT("ing"), MDQ_SPAN_LIT("") }, { MDQ_SPAN_LIT("ing"), MDQ_SPAN_LIT("e") } };
  const struct mdq_row *row = NULL;
  for (size_t i = 0; i < MDQ_COUNT(endings) && !row; i++) {
    char base[MDQ_ENGLISH_LETTERS];
    size_t kept = form.len > endings[i].ending.len + 1 && mdq_span_ends(form, endings[i].ending) ? form.len - endings[i].ending.len : 0;
    if (!kept) continue;
    memcpy(base, form.ptr, kept);
    memcpy(base + kept, endings[i].base.ptr, endings[i].base.len);
    row = mdq_table_get(table, mdq_span_of(base, kept + endings[i].base.len));
  }
  return row;
}

/* What stands for a word, as it is or as its base; NULL: nobody knows. */
static const struct mdq_row *row_of(const struct mdq_ctx *ctx, const struct mdq_english_word *word) {
  const struct mdq_table *table = ctx->tables[MDQ_LITERAL_WORDS];
  const struct mdq_row *row = mdq_table_get(table, word->text);
  if (!row) row = mdq_table_get(table, word->base);
  return row ? row : row_of_regular(table, word->text);
}

static bool is_passed_over(const struct mdq_row *row) {
  return row && mdq_span_is(row->column[1], "-");
}

static bool is_particle(const struct mdq_row *row) {
  return row && mdq_span_is(row->column[2], "particle");
}

bool mdq_source_has_figure(struct mdq_matcher *m, uint32_t entry) {
  struct mdq_english_expression expression;
  const struct mdq_entry *figure = &m->packs->entries[entry];
  if (!source_tells(m->segment)) return false;
  for (size_t at = 0, depth = 0; figure->by_words && mdq_english_next_alternative(figure->english, m->ctx->tables[MDQ_ENGLISH_FORMS], &at, &depth, &expression);) {
    size_t words = 0;
    for (size_t i = 0; i < expression.count; i++) {
      const struct mdq_row *row = row_of(m->ctx, &expression.words[i]);
      words += !is_passed_over(row) && !is_particle(row);
    }
    if (words > 1 && mdq_english_has_expression(mdq_source_of(m), &expression)) return true;
  }
  return false;
}

static bool read_part(struct rendering *r, struct mdq_span atoms, struct part *part) {
  struct mdq_arena *scratch = r->m->ctx->scratch;
  struct mdq_pattern_error error;
  for (size_t at = 0; at <= atoms.len && part->count < MDQ_MOST_ATOMS;) {
    const char *slash = memchr(atoms.ptr + at, '/', atoms.len - at);
    size_t end = slash ? (size_t)(slash - atoms.ptr) : atoms.len;
    struct mdq_atom atom;
    if (!mdq_atom_parse(scratch, mdq_span_sub(atoms, at, end), &atom, &error)) return false;
    mdq_atom_id id = mdq_atoms_add(&r->atoms, scratch, atom);
    if (!id) return false;
    part->ids[part->count++] = id;
    at = end + 1;
  }
  return true;
}

static size_t count_words(const struct rendering *r) {
  size_t count = 0;
  for (size_t i = 0; i < r->count; i++) count += !r->parts[i].particle;
  return count;
}

/* Two words at least, or one and a particle; beside two words particles say little. False also if the table lacks a word: then nobody knows
   what would be put for it. */
static bool read_parts(struct rendering *r, const struct mdq_english_expression *expression) {
  r->count = 0;
  for (size_t i = 0; i < expression->count; i++) {
    const struct mdq_row *row = row_of(r->m->ctx, &expression->words[i]);
    if (!row) return false;
    if (is_passed_over(row)) continue;
    if (r->count == MOST_PARTS) return false;
    struct part *part = &r->parts[r->count++];
    part->count = 0;
    part->particle = is_particle(row);
    if (!read_part(r, row->column[1], part)) return false;
  }
  if (count_words(r) < 2) return r->count > 1;
  size_t kept = 0;
  for (size_t i = 0; i < r->count; i++)
    if (!r->parts[i].particle) r->parts[kept++] = r->parts[i];
  r->count = kept;
  return true;
}

static bool has_id(const struct mdq_word_atoms *atoms, mdq_atom_id id) {
  for (size_t i = 0; i < atoms->count; i++)
    if (mdq_listed_atom(mdq_rest_of(atoms)->listed[i]) == id) return true;
  return false;
}

static bool takes(const struct part *part, const struct mdq_word_atoms *atoms) {
  for (size_t i = 0; i < part->count; i++)
    if (has_id(atoms, part->ids[i])) return true;
  return false;
}

/* The words of a suggestion, without the marks of (ال). */
static bool next_suggested(struct mdq_arena *arena, struct mdq_span suggestion, size_t *at, struct mdq_span *word) {
  char *letters = mdq_arena_alloc(arena, suggestion.len + 1);
  size_t len = 0;
  while (*at < suggestion.len && suggestion.ptr[*at] == ' ') ++*at;
  for (; letters && *at < suggestion.len && suggestion.ptr[*at] != ' '; ++*at)
    if (suggestion.ptr[*at] != '(' && suggestion.ptr[*at] != ')') letters[len++] = suggestion.ptr[*at];
  *word = len ? mdq_normalize_v2(arena, mdq_span_of(letters, len)) : mdq_span_of(letters, 0);
  return len > 0;
}

static bool is_rendered(struct rendering *r, struct mdq_span word) {
  return mdq_atoms_of_word(&r->atoms, word, word, r->m->ctx->scratch)->count > 0;
}

/* As it stands there, and with the article or without it. */
static bool is_rendered_somehow(struct rendering *r, struct mdq_span word) {
  const struct mdq_span article = MDQ_SPAN_LIT("ال");
  if (is_rendered(r, word)) return true;
  if (mdq_span_starts(word, article)) return is_rendered(r, mdq_span_sub(word, article.len, word.len));
  char *definite = mdq_arena_alloc(r->m->ctx->scratch, article.len + word.len);
  if (!definite) return true;
  memcpy(definite, article.ptr, article.len);
  memcpy(definite + article.len, word.ptr, word.len);
  return is_rendered(r, mdq_span_of(definite, article.len + word.len));
}

/* The right Arabic has some of the words in the same sense, as in «وقع في الحب» for fall in love: then its other forms and synonyms are as
   likely right, and the words tell nothing. */
static bool may_be_right(struct rendering *r) {
  const struct mdq_strings *suggest = &r->m->packs->entries[r->entry].suggest;
  for (size_t i = 0; i < suggest->count; i++) {
    struct mdq_span word;
    for (size_t at = 0; next_suggested(r->m->ctx->scratch, suggest->items[i], &at, &word);)
      if (is_rendered_somehow(r, word)) return true;
  }
  return false;
}

/* -- the search -- */

static bool fit_tokens(struct rendering *r) {
  const struct mdq_segment *segment = r->m->segment;
  struct mdq_arena *scratch = r->m->ctx->scratch;
  uint16_t all = 0;
  r->fits = mdq_arena_array(scratch, segment->token_count + 1, sizeof *r->fits);
  if (!r->fits) return false;
  for (size_t i = 0; i < segment->token_count; i++) {
    if (!mdq_token_is(segment, i, MDQ_TOKEN_AR)) continue;
    const struct mdq_word *word = segment->tokens[i].word;
    const struct mdq_word_atoms *atoms = mdq_atoms_of_word(&r->atoms, mdq_word_raw(word), mdq_word_v2(word), scratch);
    for (size_t k = 0; atoms->count && k < r->count; k++)
      if (takes(&r->parts[k], atoms)) r->fits[i] |= (uint16_t)(1u << k);
    all |= r->fits[i];
  }
  return all == (1u << r->count) - 1;
}

/* A particle stands behind the word it belongs to. */
static bool in_order(const struct rendering *r) {
  for (size_t k = 1; k < r->count; k++)
    if (r->parts[k].particle && r->at[k] < r->at[k - 1]) return false;
  return true;
}

/* Gives the parts that are not `placed` yet tokens of their own from `from` to `last`. */
static bool place_parts(struct rendering *r, unsigned placed, size_t from, size_t last) {
  if (placed == (1u << r->count) - 1) return in_order(r);
  for (size_t i = from; i <= last; i++)
    for (unsigned left = r->fits[i] & ~placed; left; left &= left - 1) {
      unsigned k = (unsigned)__builtin_ctz(left);
      r->at[k] = i;
      if (place_parts(r, placed | 1u << k, i + 1, last)) return true;
    }
  return false;
}

/* The last token, from `first` on, that a rendering may take that opens there: in the sentence, and not far away. */
static size_t last_of(const struct rendering *r, size_t first) {
  const struct mdq_segment *segment = r->m->segment;
  size_t last = first, most = r->count - 1 + MOST_BETWEEN;
  while (last + 1 < segment->token_count && last - first < most && !(segment->tokens[last + 1].flags & MDQ_TOKEN_SENTENCE_START)) last++;
  return last;
}

static bool is_taken(const struct mdq_matcher *m, size_t start, size_t end) {
  for (size_t i = 0; i < m->match_count; i++)
    if (m->matches[i].start < end && start < m->matches[i].end) return true;
  return false;
}

static void add_rendering(struct mdq_matcher *m, const struct rendering *r) {
  size_t start = SIZE_MAX, end = 0;
  uint64_t own = 0;
  for (size_t k = 0; k < r->count; k++) {
    if (r->at[k] < start) start = r->at[k];
    if (r->at[k] >= end) end = r->at[k] + 1;
  }
  if (is_taken(m, start, end)) return;
  for (size_t k = 0; k < r->count; k++) own |= UINT64_C(1) << (r->at[k] - start);
  mdq_add_match(m, &(struct mdq_match){ .entry = r->entry, .start = start, .end = end, .from = start, .to = end, .literal = true, .reworded = true,
                                        .between = mdq_gaps_beside(own, end - start) });
}

/* The shortest place that holds all parts. */
static void search(struct mdq_matcher *m, struct rendering *r) {
  size_t best[MOST_PARTS], least = SIZE_MAX;
  for (size_t first = 0; first < m->segment->token_count; first++) {
    if (!r->fits[first]) continue;
    size_t last = last_of(r, first);
    if (last - first >= least) last = first + least - 1;
    for (; last >= first + r->count - 1; last--) {
      if (!place_parts(r, 0, first, last)) break;
      least = last - first;
      memcpy(best, r->at, sizeof best);
    }
  }
  if (least == SIZE_MAX) return;
  memcpy(r->at, best, sizeof best);
  add_rendering(m, r);
}

static void try_expression(struct mdq_matcher *m, uint32_t entry, const struct mdq_english_expression *expression) {
  struct rendering *r = mdq_arena_alloc(m->ctx->scratch, sizeof *r);
  if (!r) return;
  *r = (struct rendering){ .m = m, .entry = entry };
  if (read_parts(r, expression) && !may_be_right(r) && fit_tokens(r)) search(m, r);
}

static bool has_match(const struct mdq_matcher *m, uint32_t entry) {
  for (size_t i = 0; i < m->match_count; i++)
    if (m->matches[i].entry == entry) return true;
  return false;
}

static void try_entry(struct mdq_matcher *m, uint32_t e) {
  const struct mdq_table *forms = m->ctx->tables[MDQ_ENGLISH_FORMS];
  struct mdq_english_expression expression;
  if (!mdq_rule_enabled(m->ctx, e)) return;
  for (size_t at = 0, depth = 0; !has_match(m, e) && mdq_english_next_alternative(m->packs->entries[e].english, forms, &at, &depth, &expression);)
    if (expression.count > 1 && mdq_english_has_expression(mdq_source_of(m), &expression)) try_expression(m, e, &expression);
}

/* Which stems the source may have: a bit for each of some hundred. */
struct stems {
  uint64_t bits[16];
};

static void add_stem(struct stems *stems, uint32_t stem) {
  stems->bits[stem >> 28] |= UINT64_C(1) << (stem >> 22 & 63);
}

static bool may_have(const struct stems *stems, uint32_t stem) {
  return stems->bits[stem >> 28] >> (stem >> 22 & 63) & 1;
}

static void try_keys(struct mdq_matcher *m, uint32_t stem, const struct stems *stems) {
  const struct mdq_packs *packs = m->packs;
  const uint32_t *starts = packs->english_starts + (stem >> MDQ_ENGLISH_KEY_SHIFT);
  for (size_t k = starts[0]; k < starts[1]; k++) {
    const struct mdq_english_key *key = &packs->english_keys[k];
    if (key->stem == stem && may_have(stems, key->other) && !mdq_was_tried(m, key->entry)) try_entry(m, key->entry);
  }
}

void mdq_match_renderings(struct mdq_matcher *m) {
  if (!source_tells(m->segment) || !m->packs->english_key_count) return;
  const struct mdq_english_text *source = mdq_source_of(m);
  struct stems stems = { { 0 } };
  for (size_t i = 0; i < source->count; i++) {
    add_stem(&stems, source->words[i].stem);
    add_stem(&stems, source->words[i].base_stem);
  }
  for (size_t i = 0; i < source->count; i++) {
    const struct mdq_english_word *word = &source->words[i];
    try_keys(m, word->stem, &stems);
    if (word->base_stem != word->stem) try_keys(m, word->base_stem, &stems);
  }
}
