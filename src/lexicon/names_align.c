#include "lexicon/names_align.h"

#include <stdlib.h>

#include "arabic/skeleton.h"
#include "lexicon/names.h"
#include "lexicon/names_file.h"

enum { MOST_WORDS = 12, SHORTEST_WORD = MDQ_SHORTEST_NAME_WORD, SHORTEST_LATIN = 3 };

/* -- entries -- */

static struct mdq_span key_of(struct mdq_arena *arena, struct mdq_span latin) {
  char key[MDQ_LONGEST_LATIN_KEY];
  return mdq_arena_copy(arena, mdq_span_of(key, mdq_names_latin_key(latin, key)));
}

static struct mdq_latin_entry *new_entry(struct mdq_aligned_names *a, struct mdq_span key, struct mdq_span name, unsigned kinds, bool whole) {
  struct mdq_latin_entry **place = mdq_arena_push(a->arena, &a->latin, &a->latin_count, &a->latin_capacity, sizeof *place);
  struct mdq_latin_entry *entry = mdq_arena_alloc(a->arena, sizeof *entry);
  if (!place || !entry) return NULL;
  *entry = (struct mdq_latin_entry){ .next = mdq_map_get(&a->latin_by_key, key), .key = key, .name = name, .kinds = kinds, .whole = whole,
                                     .hash = mdq_hash(key) };
  if (!mdq_map_put(&a->latin_by_key, key, entry)) a->arena->failed = true;
  return *place = entry;
}

static struct mdq_entry_form *form_of(const struct mdq_latin_entry *entry, struct mdq_span text) {
  for (size_t i = 0; i < entry->form_count; i++)
    if (mdq_span_eq(entry->forms[i].text, text)) return &entry->forms[i];
  return NULL;
}

static void add_form(struct mdq_aligned_names *a, struct mdq_latin_entry *entry, struct mdq_span text, unsigned count) {
  struct mdq_entry_form *form = form_of(entry, text);
  if (!form) form = mdq_arena_push(a->arena, &entry->forms, &entry->form_count, &entry->form_capacity, sizeof *form);
  if (!form) return;
  form->text = text;
  form->count += count;
}

/* The entry that the name belongs to: one with the same preferred spelling, or, for what CLDR has, one of its kind. */
static struct mdq_latin_entry *entry_for(const struct mdq_aligned_names *a, struct mdq_span key, const struct mdq_source_name *name) {
  struct mdq_latin_entry *entry = mdq_map_get(&a->latin_by_key, key);
  for (; entry; entry = entry->next)
    if (mdq_span_eq(entry->forms[0].text, name->forms[0]) || (name->cldr && entry->kinds & name->kinds)) return entry;
  return NULL;
}

/* False if there is nothing to be had of the name. */
static bool add_whole(struct mdq_aligned_names *a, const struct mdq_source_name *name) {
  struct mdq_span key = key_of(a->arena, name->latin);
  if (!key.len || (name->spare && mdq_map_get(&a->latin_by_key, key))) return false;
  struct mdq_latin_entry *entry = entry_for(a, key, name);
  if (!entry) entry = new_entry(a, key, name->latin, name->kinds, true);
  if (!entry) return false;
  entry->kinds |= name->kinds;
  for (size_t i = 0; i < name->form_count; i++) add_form(a, entry, name->forms[i], 1);
  return true;
}

/* -- words -- */

static size_t split(struct mdq_span text, struct mdq_span words[MOST_WORDS]) {
  size_t count = 0;
  for (size_t at = 0, from = 0; at <= text.len; at++) {
    if (at < text.len && text.ptr[at] != ' ' && text.ptr[at] != '-') continue;
    if (at > from) {
      if (count == MOST_WORDS) return 0;
      words[count++] = mdq_span_sub(text, from, at);
    }
    from = at + 1;
  }
  return count;
}

static struct mdq_arabic_word *word_at(struct mdq_aligned_names *a, struct mdq_span text) {
  struct mdq_arabic_word *word = mdq_map_get(&a->word_by_text, text);
  if (word) return word;
  struct mdq_arabic_word **place = mdq_arena_push(a->arena, &a->words, &a->word_count, &a->word_capacity, sizeof *place);
  word = mdq_arena_alloc(a->arena, sizeof *word);
  if (!place || !word) return NULL;
  *word = (struct mdq_arabic_word){ .text = text, .hash = mdq_hash(text) };
  if (!mdq_map_put(&a->word_by_text, text, word)) a->arena->failed = true;
  return *place = word;
}

static void take_words(struct mdq_aligned_names *a, const struct mdq_source_name *name) {
  for (size_t f = 0; f < name->form_count; f++) {
    struct mdq_span words[MOST_WORDS];
    size_t count = split(name->forms[f], words);
    for (size_t i = 0; i < count; i++) {
      uint64_t *pair = i ? mdq_arena_push(a->arena, &a->pairs, &a->pair_count, &a->pair_capacity, sizeof *pair) : NULL;
      if (pair) *pair = mdq_names_pair_hash(words[i - 1], words[i]);
      bool digits = words[i].ptr[0] >= '0' && words[i].ptr[0] <= '9';
      struct mdq_arabic_word *word = words[i].len < SHORTEST_WORD || digits ? NULL : word_at(a, words[i]);
      if (!word) continue;
      word->kinds |= name->kinds;
      if (i) word->flags |= MDQ_WORD_FOLLOWS;
      word->names += word->last_name != name;
      word->last_name = name;
    }
  }
}

/* -- words of both scripts -- */

static bool sound_alike(struct mdq_span latin, struct mdq_span arabic, bool person) {
  const double most = .4;
  struct mdq_skeleton a, b;
  mdq_skeleton_latin(latin, &a);
  mdq_skeleton_arabic(arabic, &b);
  if (a.strong >= 2 && b.strong >= 2) return mdq_skeleton_distance(&a, &b) <= most;
  return person && a.strong <= 2 && b.strong <= 2; /* Joe, Li, Hu: nothing to tell them by but their place */
}

static bool is_name_word(struct mdq_span latin) {
  return latin.len >= SHORTEST_LATIN && ((unsigned char)latin.ptr[0] >= 0x80 || (latin.ptr[0] >= 'A' && latin.ptr[0] <= 'Z'));
}

static struct mdq_latin_entry *derived_entry(struct mdq_aligned_names *a, struct mdq_span latin) {
  struct mdq_span key = key_of(a->arena, latin);
  if (!key.len) return NULL;
  struct mdq_latin_entry *entry = mdq_map_get(&a->latin_by_key, key);
  while (entry && entry->whole) entry = entry->next;
  return entry ? entry : new_entry(a, key, latin, 0, false);
}

static bool is_form_of_whole(const struct mdq_aligned_names *a, struct mdq_span key, struct mdq_span text) {
  for (const struct mdq_latin_entry *entry = mdq_map_get(&a->latin_by_key, key); entry; entry = entry->next)
    if (entry->whole && form_of(entry, text)) return true;
  return false;
}

/* Each word of a longer name as a name of its own, unless it has one with that spelling. */
static void align(struct mdq_aligned_names *a, const struct mdq_source_name *name) {
  enum { PREFERRED = 8, OTHER = 1 }; /* how much a form counts */
  struct mdq_span latin[MOST_WORDS], arabic[MOST_WORDS];
  size_t count = split(name->latin, latin);
  if (count < 2) return;
  for (size_t f = 0; f < name->form_count; f++) {
    if (split(name->forms[f], arabic) != count) continue;
    for (size_t i = 0; i < count; i++) {
      if (!is_name_word(latin[i]) || arabic[i].len < 2 * 2 || !sound_alike(latin[i], arabic[i], name->kinds & MDQ_KIND_PERSON)) continue;
      struct mdq_span key = key_of(a->arena, latin[i]);
      if (!key.len || is_form_of_whole(a, key, arabic[i])) continue;
      struct mdq_latin_entry *entry = derived_entry(a, latin[i]);
      if (!entry) return;
      entry->kinds |= name->kinds;
      add_form(a, entry, arabic[i], f ? OTHER : PREFERRED);
    }
  }
}

static int commoner_form(const void *x, const void *y) {
  const struct mdq_entry_form *a = x, *b = y;
  if (a->count != b->count) return a->count < b->count ? 1 : -1;
  return mdq_span_cmp(a->text, b->text);
}

/* Which Latin name a word is asked for: rather one of its own, rather one whose preferred spelling it is. */
static void link_words(struct mdq_aligned_names *a) {
  for (size_t i = 0; i < a->latin_count; i++) {
    struct mdq_latin_entry *entry = a->latin[i];
    if (!entry->whole && entry->form_count) qsort(entry->forms, entry->form_count, sizeof *entry->forms, commoner_form);
    for (size_t f = 0; f < entry->form_count; f++) {
      struct mdq_arabic_word *word = mdq_map_get(&a->word_by_text, entry->forms[f].text);
      unsigned rank = (f ? 0u : 2u) + (entry->whole ? 1u : 0u) + 1u;
      if (!word) continue;
      if (!f) word->flags |= MDQ_WORD_PREFERRED;
      if (rank <= word->rank) continue;
      word->latin = entry;
      word->rank = rank;
    }
  }
}

static void add_attested(struct mdq_aligned_names *a, const struct mdq_names_source *source) {
  for (size_t i = 0; i < source->word_count; i++) {
    struct mdq_arabic_word *word = word_at(a, source->words[i].word);
    if (!word) return;
    word->kinds |= source->words[i].kind;
    word->flags |= MDQ_WORD_ATTESTED;
  }
  for (size_t i = 0; i < a->word_count; i++)
    if (!mdq_map_get(&source->not_alone, a->words[i]->text)) a->words[i]->flags |= MDQ_WORD_ALONE;
}

bool mdq_names_align(struct mdq_aligned_names *aligned, const struct mdq_names_source *source, struct mdq_arena *arena) {
  *aligned = (struct mdq_aligned_names){ .arena = arena };
  for (size_t i = 0; i < source->name_count && !arena->failed; i++) {
    if (add_whole(aligned, &source->names[i])) take_words(aligned, &source->names[i]);
  }
  for (size_t i = 0; i < source->name_count && !arena->failed; i++)
    if (!source->names[i].cldr) align(aligned, &source->names[i]);
  if (!arena->failed) link_words(aligned);
  if (!arena->failed) add_attested(aligned, source);
  return !arena->failed;
}

void mdq_aligned_names_free(struct mdq_aligned_names *aligned) {
  mdq_map_free(&aligned->latin_by_key);
  mdq_map_free(&aligned->word_by_text);
}
