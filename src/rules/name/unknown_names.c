#include "rules/name/unknown_names.h"

#include <stdlib.h>

#include "arabic/proclitics.h"
#include "arabic/skeleton.h"
#include "base/map.h"
#include "rules/name/known_word.h"
#include "rules/name/several.h"
#include "text/utf8.h"

enum { SHORTEST = 4 /* letters */, LEAST_STRONG = 3, MOST = 1 << 16 /* occurrences: a draft with more is no news */ };
enum { AS_WRITTEN = 1, ANNOUNCED = 2 };

bool mdq_is_unknown_name(struct mdq_ctx *ctx, struct mdq_word *word) {
  if (word->letters < SHORTEST || mdq_lexicon_accepts(ctx->lexicon, word)) return false;
  return !mdq_is_known_name(ctx, word) && !mdq_lexicon_is_name(ctx->lexicon, word);
}

static bool is_listed(struct mdq_ctx *ctx, size_t table, struct mdq_span v2) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v2, stems);
  for (size_t s = 0; s < count; s++)
    if (mdq_listed(ctx, table, stems[s].text)) return true;
  return false;
}

static bool is_persons_name(struct mdq_ctx *ctx, struct mdq_span v1) {
  struct mdq_name_word name;
  return mdq_names_find(mdq_lexicon_names(ctx->lexicon), v1, &name) && name.alone && name.kinds & MDQ_KIND_OF_PERSON;
}

/* By a title, a verb of saying or a given name. Of most words it is known whether they are in the first table and in that of names. */
static bool announces(struct mdq_ctx *ctx, const struct mdq_word *before, size_t tables) {
  if (before->name & MDQ_NAME_TITLE_OR_VERB || is_listed(ctx, tables + 1, mdq_word_v2(before))) return true;
  if (!before->name && is_listed(ctx, tables, mdq_word_v2(before))) return true;
  return (!before->name || before->name & MDQ_NAME_OF_TABLE) && is_persons_name(ctx, mdq_word_v1(before));
}

void mdq_unknown_names_keep(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, size_t tables, struct mdq_unknown_names *names) {
  if (names->kept.count == MOST) return;
  struct mdq_span text = mdq_token_text(segment, i), v1 = mdq_token_v1(segment, i);
  bool as_written = mdq_span_eq(text, v1);
  bool announced = mdq_token_is(segment, i - 1, MDQ_TOKEN_AR) && announces(ctx, segment->tokens[i - 1].word, tables);
  mdq_places_keep(ctx, &names->kept, mdq_at_token(segment, i), as_written ? text : mdq_arena_copy(ctx->arena, v1), (as_written ? AS_WRITTEN : 0) | (announced ? ANNOUNCED : 0));
}

/* -- comparing -- */

struct form {
  struct mdq_span v1;   /* with its proclitics */
  struct mdq_span stem;
  uint64_t key;         /* of the letters that both spellings share */
};

struct forms {
  struct form *items; /* in the order of the text */
  size_t count, capacity;
  struct mdq_map by_v1; /* 1 + the index of each */
};

struct occurrence {
  struct mdq_place at;
  bool as_written;
  bool announced; /* by a title, a verb of saying or a given name */
  uint64_t key;   /* its form's */
  struct mdq_span stem;
};

/* بفيلترونسكي is فيلترونسكي where the draft has that, too. */
static struct mdq_span stem_of(const struct mdq_map *words, struct mdq_span v1) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v1, stems);
  for (size_t s = count; s-- > 1;)
    if (!stems[s].article && mdq_map_get(words, stems[s].text)) return stems[s].text;
  return v1;
}

/* The strong consonants; غ and ج, which newsrooms choose between for one letter, are one. */
static uint64_t key_of(struct mdq_span stem) {
  struct mdq_skeleton skeleton;
  mdq_skeleton_arabic(stem, &skeleton);
  if (skeleton.strong < LEAST_STRONG) return 0;
  char codes[MDQ_SKELETON_MOST];
  size_t length = 0;
  for (size_t i = 0; i < skeleton.length; i++)
    if (skeleton.codes[i] >= 'A' && skeleton.codes[i] <= 'Z') codes[length++] = skeleton.codes[i] == 'J' ? 'G' : skeleton.codes[i];
  return mdq_hash(mdq_span_of(codes, length)) | 1;
}

static int by_key_stem_and_place(const void *a, const void *b) {
  const struct occurrence *x = a, *y = b;
  if (x->key != y->key) return x->key < y->key ? -1 : 1;
  int order = mdq_span_cmp(x->stem, y->stem);
  return order ? order : (x->at.start > y->at.start) - (x->at.start < y->at.start);
}

static bool are_cases(struct mdq_span a, struct mdq_span b) {
  struct mdq_span un = MDQ_SPAN_LIT("ون"), in = MDQ_SPAN_LIT("ين");
  bool plural = (mdq_span_ends(a, un) && mdq_span_ends(b, in)) || (mdq_span_ends(a, in) && mdq_span_ends(b, un));
  return plural && a.len == b.len && !memcmp(a.ptr, b.ptr, a.len - un.len);
}

static bool differs_by_ending(struct mdq_span a, struct mdq_span b) {
  if (are_cases(a, b)) return true;
  static const char *const endings[] = { "ي", "ية", "يا", "يون", "يين", "ات", "ون", "ين", "ان", "ا", "ه", "ة", "ها", "هم" };
  struct mdq_span shorter = a.len < b.len ? a : b, longer = a.len < b.len ? b : a;
  for (size_t i = 0; i < MDQ_COUNT(endings); i++) {
    struct mdq_span ending = mdq_span_str(endings[i]);
    if (!mdq_span_ends(longer, ending)) continue;
    struct mdq_span rest = mdq_span_sub(longer, 0, longer.len - ending.len);
    if (mdq_span_eq(rest, shorter) || (shorter.len > 2 && mdq_span_eq(rest, mdq_span_sub(shorter, 0, shorter.len - 2)))) return true;
  }
  return false;
}

static bool differs_by_opening(struct mdq_span a, struct mdq_span b) {
  struct mdq_span shorter = a.len < b.len ? a : b, longer = a.len < b.len ? b : a;
  return mdq_span_ends(longer, shorter);
}

static bool open_alike(struct mdq_span a, struct mdq_span b) {
  static const char *const g[] = { "غ", "ج", "ق", "ك", "گ" };
  if (a.len < 2 || b.len < 2 || !memcmp(a.ptr, b.ptr, 2)) return true;
  bool first = false, second = false;
  for (size_t i = 0; i < MDQ_COUNT(g); i++) {
    first = first || !memcmp(a.ptr, g[i], 2);
    second = second || !memcmp(b.ptr, g[i], 2);
  }
  return first && second;
}

/* Letters that write one consonant of a foreign name; 0: a vowel, or its bearer. */
static uint32_t consonant(uint32_t c) {
  static const char *const alike[] = { "غجقكگ", "تطث", "سصز", "دضذظ", "هة", "بپ", "فڤ" };
  static const char vowels[] = "اأإآويىءئؤ";
  for (size_t at = 0; at < sizeof vowels - 1;)
    if (mdq_utf8_next(mdq_span_of(vowels, sizeof vowels - 1), &at) == c) return 0;
  for (size_t i = 0; i < MDQ_COUNT(alike); i++)
    for (size_t at = 0; at < strlen(alike[i]);)
      if (mdq_utf8_next(mdq_span_str(alike[i]), &at) == c) return (uint32_t)i + 1;
  return c;
}

/* The next consonant from *at on, a doubled letter once; 0 at the end. */
static uint32_t next_consonant(struct mdq_span text, size_t *at) {
  while (*at < text.len) {
    uint32_t c = mdq_utf8_next(text, at);
    while (*at < text.len && mdq_utf8_at(text, *at) == c) mdq_utf8_next(text, at);
    if (consonant(c)) return consonant(c);
  }
  return 0;
}

static bool same_consonants(struct mdq_span a, struct mdq_span b) {
  size_t x = 0, y = 0;
  uint32_t c;
  do {
    c = next_consonant(a, &x);
    if (c != next_consonant(b, &y)) return false;
  } while (c);
  return true;
}

static bool is_definite(struct mdq_span name) {
  return name.len > 8 && mdq_span_starts(name, MDQ_SPAN_LIT("ال"));
}

/* Two spellings of one foreign name leave out a vowel at most: جرود is not جاريد. */
static bool have_same_vowels(const struct mdq_skeleton *a, const struct mdq_skeleton *b) {
  const char *shorter = strlen(a->vowels) < strlen(b->vowels) ? a->vowels : b->vowels, *longer = shorter == a->vowels ? b->vowels : a->vowels;
  while (*shorter && *longer) shorter += *shorter == *longer++;
  return !*shorter;
}

/* Behind an article Arabic names and adjectives stand, whose vowels tell them apart (السالمي, السليمي); a foreign name that has one is long. */
static bool may_be_one(struct mdq_span a, struct mdq_span b) {
  enum { LONG = 4 };
  bool definite = is_definite(a);
  if (definite != is_definite(b)) return false;
  struct mdq_skeleton x, y;
  mdq_skeleton_arabic(definite ? mdq_span_sub(a, 4, a.len) : a, &x);
  mdq_skeleton_arabic(definite ? mdq_span_sub(b, 4, b.len) : b, &y);
  return have_same_vowels(&x, &y) && (!definite || (x.strong >= LONG && y.strong >= LONG));
}

struct spelling {
  const struct occurrence *items;
  size_t count;
  bool announced;
};

static void compare(struct mdq_ctx *ctx, const struct spelling *spellings, size_t count, mdq_unknown_found *found) {
  size_t major = 0;
  for (size_t s = 1; s < count; s++)
    if (spellings[s].count > spellings[major].count) major = s;
  struct mdq_span usual = spellings[major].items[0].stem;
  for (size_t s = 0; s < count; s++) {
    struct mdq_span stem = spellings[s].items[0].stem;
    if (s == major || !(spellings[s].announced || spellings[major].announced)) continue;
    if (!open_alike(stem, usual) || !same_consonants(stem, usual) || differs_by_ending(stem, usual) || differs_by_opening(stem, usual) || !may_be_one(stem, usual)) continue;
    for (size_t i = 0; i < spellings[s].count; i++) {
      struct mdq_place at = spellings[s].items[i].at;
      if (spellings[s].items[i].as_written) at.start = at.end - stem.len;
      found(ctx, at, stem, usual, spellings[s].items[i].as_written);
    }
  }
}

/* The index of a form, known or new; one copy of each, which is nearer than its places. */
static size_t form_of(struct forms *forms, struct mdq_arena *arena, struct mdq_span v1) {
  uint64_t hash = mdq_hash(v1);
  uintptr_t number = (uintptr_t)mdq_map_get_hashed(&forms->by_v1, v1, hash);
  if (number) return number - 1;
  struct form *form = mdq_arena_push(arena, &forms->items, &forms->count, &forms->capacity, sizeof *form);
  if (!form) return 0;
  form->v1 = mdq_arena_copy(arena, v1);
  if (!mdq_map_put_hashed(&forms->by_v1, form->v1, hash, (void *)(uintptr_t)forms->count)) arena->failed = true;
  return forms->count - 1;
}

/* *of: the index of the form of each occurrence. */
static bool list_forms(struct mdq_ctx *ctx, struct mdq_arena *arena, const struct mdq_places *kept_names, struct forms *forms, uint32_t **of, struct mdq_several *several) {
  struct mdq_places_reader reader = mdq_places_read(ctx, kept_names);
  size_t count = 0;
  *of = mdq_arena_array(arena, kept_names->count, sizeof **of);
  for (struct mdq_kept_place kept; !arena->failed && mdq_places_next(&reader, &kept);) (*of)[count++] = (uint32_t)form_of(forms, arena, kept.text);
  if (arena->failed || !mdq_several_init(several, arena, forms->count)) return false;
  for (size_t i = 0; i < forms->count; i++) {
    struct form *form = &forms->items[i];
    form->stem = stem_of(&forms->by_v1, form->v1);
    form->key = key_of(form->stem);
    mdq_several_see(several, form->key, form->stem);
  }
  return true;
}

/* Those whose letters several forms share, by these letters. */
static struct occurrence *list(struct mdq_ctx *ctx, struct mdq_arena *arena, const struct mdq_places *kept_names, size_t *count) {
  struct forms forms = { 0 };
  struct mdq_several several;
  struct occurrence *items = NULL;
  size_t capacity = 0, seen = 0;
  uint32_t *of;
  struct mdq_places_reader reader = mdq_places_read(ctx, kept_names);
  bool ok = list_forms(ctx, arena, kept_names, &forms, &of, &several);
  for (struct mdq_kept_place kept; ok && mdq_places_next(&reader, &kept);) {
    const struct form *form = &forms.items[of[seen++]];
    if (!form->key || !mdq_several_may_have(&several, form->key)) continue;
    struct occurrence *item = mdq_arena_push(arena, &items, count, &capacity, sizeof *item);
    if (item) *item = (struct occurrence){ kept.at, kept.tag & AS_WRITTEN, kept.tag & ANNOUNCED, form->key, form->stem };
  }
  mdq_map_free(&forms.by_v1);
  if (*count) qsort(items, *count, sizeof *items, by_key_stem_and_place);
  return arena->failed ? NULL : items;
}

void mdq_unknown_names_compare(struct mdq_ctx *ctx, struct mdq_arena *arena, const struct mdq_unknown_names *names, mdq_unknown_found *found) {
  enum { MOST_SPELLINGS = 8 };
  if (names->kept.count < 2) return;
  size_t item_count = 0;
  struct occurrence *items = list(ctx, arena, &names->kept, &item_count);
  for (size_t i = 0; items && i < item_count;) {
    struct spelling spellings[MOST_SPELLINGS];
    size_t count = 0, from = i;
    for (; i < item_count && items[i].key == items[from].key; i++) {
      if (!count || !mdq_span_eq(spellings[count - 1].items[0].stem, items[i].stem)) {
        if (count == MOST_SPELLINGS) continue;
        spellings[count++] = (struct spelling){ .items = &items[i] };
      }
      spellings[count - 1].count++;
      spellings[count - 1].announced = spellings[count - 1].announced || items[i].announced;
    }
    if (count > 1) compare(ctx, spellings, count, found);
  }
}
