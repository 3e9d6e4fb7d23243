/* From dicts/names/ to compiled names. */
#include <stdlib.h>

#include "lexicon/bucket.h"
#include "lexicon/names.h"
#include "lexicon/names_align.h"
#include "lexicon/names_file.h"
#include "text/utf8.h"

enum { BUCKET_SHIFT = 64 - MDQ_NAMES_BUCKET_BITS };

struct writing {
  struct mdq_aligned_names *names;
  struct mdq_names_header header;
  struct mdq_buf *body;
  struct mdq_buf text;
  struct mdq_map strings; /* offset in text plus 1, by string */
};

/* -- order -- */

static int by_number(uint64_t x, uint64_t y) {
  return (x > y) - (x < y);
}

/* By bucket, then by what tells apart in it. */
static int by_hash(uint64_t x, uint64_t y) {
  int order = by_number(x >> BUCKET_SHIFT, y >> BUCKET_SHIFT);
  return order ? order : by_number((uint32_t)x, (uint32_t)y);
}

static int pair_order(const void *x, const void *y) {
  return by_hash(*(const uint64_t *)x, *(const uint64_t *)y);
}

static int word_order(const void *x, const void *y) {
  return by_hash((*(struct mdq_arabic_word *const *)x)->hash, (*(struct mdq_arabic_word *const *)y)->hash);
}

static int text_order(const void *x, const void *y) {
  return mdq_span_cmp(*(const struct mdq_span *)x, *(const struct mdq_span *)y);
}

/* What a Latin word alone means oftenest in news: Amazon the company rather than the river. */
static int likelihood(const struct mdq_latin_entry *entry) {
  static const unsigned likely[] = { MDQ_KIND_COMPANY, MDQ_KIND_PLACE, MDQ_KIND_MEDIA, MDQ_KIND_ORGANISATION,
                                     MDQ_KIND_LANGUAGE, MDQ_KIND_SURNAME, MDQ_KIND_OF_PERSON,
                                     MDQ_KIND_TEAM, MDQ_KIND_PEOPLE };
  int i = 0, count = (int)(sizeof likely / sizeof likely[0]);
  while (i < count && !(entry->kinds & likely[i])) i++;
  return entry->whole ? i : i + count + 1;
}

static int latin_order(const void *x, const void *y) {
  const struct mdq_latin_entry *a = *(struct mdq_latin_entry *const *)x, *b = *(struct mdq_latin_entry *const *)y;
  int order = by_hash(a->hash, b->hash);
  if (!order) order = mdq_span_cmp(a->key, b->key);
  if (!order) order = likelihood(a) - likelihood(b);
  return order ? order : mdq_span_cmp(a->forms[0].text, b->forms[0].text);
}

/* -- sections -- */

static struct mdq_names_section start_section(struct mdq_buf *body, size_t count) {
  while (body->len % sizeof(uint64_t) && !body->failed) mdq_buf_addc(body, '\0');
  return (struct mdq_names_section){ .offset = (uint32_t)body->len, .count = (uint32_t)count };
}

static void add_record(struct writing *w, const void *record, size_t size) {
  mdq_buf_add(w->body, mdq_span_of(record, size));
}

/* The buckets of `count` sorted records, whose hashes hash_at gives; the records are to follow. */
static struct mdq_names_table start_table(struct writing *w, size_t count, uint64_t (*hash_at)(const struct writing *w, size_t i)) {
  struct mdq_names_table table = { .buckets = start_section(w->body, MDQ_NAMES_BUCKETS + 1) };
  for (uint32_t bucket = 0, i = 0; bucket <= MDQ_NAMES_BUCKETS; bucket++) {
    while (i < count && hash_at(w, i) >> BUCKET_SHIFT < bucket) i++;
    uint32_t value = i;
    for (size_t k = i; k < count && hash_at(w, k) >> BUCKET_SHIFT == bucket; k++) value |= mdq_bucket_mark(hash_at(w, k));
    add_record(w, &value, sizeof value);
  }
  table.records = start_section(w->body, count);
  return table;
}

static uint64_t pair_hash_at(const struct writing *w, size_t i) {
  return w->names->pairs[i];
}

static void write_pairs(struct writing *w) {
  struct mdq_aligned_names *names = w->names;
  size_t kept = 0;
  if (names->pair_count) qsort(names->pairs, names->pair_count, sizeof *names->pairs, pair_order);
  for (size_t i = 0; i < names->pair_count; i++)
    if (!kept || pair_order(&names->pairs[i], &names->pairs[kept - 1])) names->pairs[kept++] = names->pairs[i];
  names->pair_count = kept;
  w->header.pairs = start_table(w, kept, pair_hash_at);
  for (size_t i = 0; i < kept; i++) {
    uint32_t hash = (uint32_t)names->pairs[i];
    add_record(w, &hash, sizeof hash);
  }
}

static uint32_t string(struct writing *w, struct mdq_span bytes) {
  uintptr_t known = (uintptr_t)mdq_map_get(&w->strings, bytes);
  if (known) return (uint32_t)known - 1;
  uint32_t at = (uint32_t)w->text.len;
  mdq_buf_add(&w->text, bytes);
  mdq_buf_addc(&w->text, '\0');
  if (!mdq_map_put(&w->strings, mdq_arena_copy(w->names->arena, bytes), (void *)(uintptr_t)(at + 1))) w->text.failed = true;
  return at;
}

/* The forms one behind the other, each with its NUL, as one string: what most names have stands once. */
static uint32_t forms_string(struct writing *w, const struct mdq_latin_entry *entry, size_t count) {
  struct mdq_buf coded;
  mdq_buf_init(&coded);
  for (size_t f = 0; f < count; f++) {
    if (f) mdq_buf_addc(&coded, '\0');
    for (size_t at = 0; at < entry->forms[f].text.len;) {
      uint32_t c = mdq_utf8_next(entry->forms[f].text, &at);
      unsigned code = c - MDQ_ALPHABET_FIRST < MDQ_ALPHABET_SIZE ? w->header.alphabet.code[c - MDQ_ALPHABET_FIRST] : MDQ_LETTER_NONE;
      mdq_buf_addc(&coded, (char)(code == MDQ_LETTER_NONE ? c & 0x7F : MDQ_NAMES_LETTER | code));
    }
  }
  uint32_t at = string(w, mdq_buf_span(&coded));
  if (coded.failed) w->text.failed = true;
  mdq_buf_free(&coded);
  return at;
}

static uint64_t latin_hash_at(const struct writing *w, size_t i) {
  return w->names->latin[i]->hash;
}

static void write_latin(struct writing *w) {
  struct mdq_aligned_names *names = w->names;
  size_t kept = 0;
  for (size_t i = 0; i < names->latin_count; i++)
    if (names->latin[i]->form_count) names->latin[kept++] = names->latin[i];
  names->latin_count = kept;
  if (kept) qsort(names->latin, kept, sizeof(struct mdq_latin_entry *), latin_order);
  w->header.latin = start_table(w, kept, latin_hash_at);
  for (size_t i = 0; i < kept; i++) {
    struct mdq_latin_entry *entry = names->latin[i];
    size_t forms = entry->form_count < MDQ_MOST_NAME_FORMS ? entry->form_count : MDQ_MOST_NAME_FORMS;
    entry->number = (uint32_t)i;
    struct mdq_names_latin record = { .hash = (uint32_t)entry->hash, .name = string(w, entry->name), .arabic = forms_string(w, entry, forms),
                                      .kinds = (uint16_t)entry->kinds, .forms = (uint8_t)forms, .whole = entry->whole };
    add_record(w, &record, sizeof record);
  }
}

static uint64_t word_hash_at(const struct writing *w, size_t i) {
  return w->names->words[i]->hash;
}

static void write_words(struct writing *w) {
  struct mdq_aligned_names *names = w->names;
  qsort(names->words, names->word_count, sizeof(struct mdq_arabic_word *), word_order);
  w->header.words = start_table(w, names->word_count, word_hash_at);
  for (size_t i = 0; i < names->word_count; i++) {
    const struct mdq_arabic_word *word = names->words[i];
    struct mdq_names_word record = { .hash = (uint32_t)word->hash, .latin = word->latin ? word->latin->number + 1 : 0, .kinds = (uint16_t)word->kinds,
                                     .flags = (uint8_t)word->flags, .names = (uint8_t)(word->names < 255 ? word->names : 255) };
    add_record(w, &record, sizeof record);
  }
}

/* What may be proposed for a misspelt word: usual spellings, and what the dictionary lacks. */
static bool is_proposable(const struct mdq_arabic_word *word) {
  if (!(word->flags & MDQ_WORD_ALONE)) return false;
  return word->flags & MDQ_WORD_ATTESTED || (word->latin && word->flags & MDQ_WORD_PREFERRED);
}

static bool write_automaton(struct writing *w) {
  const struct mdq_aligned_names *names = w->names;
  struct mdq_span *words = calloc(names->word_count + 1, sizeof *words);
  if (!words) return false;
  size_t count = 0;
  for (size_t i = 0; i < names->word_count; i++)
    if (is_proposable(names->words[i])) words[count++] = names->words[i]->text;
  qsort(words, count, sizeof *words, text_order);
  struct mdq_buf automaton;
  mdq_buf_init(&automaton);
  bool ok = mdq_alphabet_automaton(&w->header.alphabet, words, count, &automaton, &w->header.root);
  w->header.automaton = start_section(w->body, automaton.len);
  mdq_buf_add(w->body, mdq_buf_span(&automaton));
  mdq_buf_free(&automaton);
  free(words);
  return ok;
}

static bool write_body(struct mdq_aligned_names *names, struct mdq_buf *body) {
  struct writing w = { .names = names, .body = body };
  mdq_alphabet_fill(&w.header.alphabet);
  mdq_buf_init(&w.text);
  mdq_buf_add(body, mdq_span_of((const char *)&w.header, sizeof w.header));
  write_latin(&w);
  write_words(&w);
  write_pairs(&w);
  bool ok = write_automaton(&w);
  w.header.text = start_section(body, w.text.len);
  mdq_buf_add(body, mdq_buf_span(&w.text));
  if (!body->failed) memcpy(body->ptr, &w.header, sizeof w.header);
  ok = ok && !w.text.failed && !names->arena->failed && !body->failed;
  mdq_map_free(&w.strings);
  mdq_buf_free(&w.text);
  return ok;
}

enum mdq_status mdq_names_compile(const char *sources, mdq_names_adder *add, struct mdq_buf *body, struct mdq_error *error) {
  struct mdq_arena arena = MDQ_ARENA_INIT;
  struct mdq_names_source source;
  enum mdq_status status = mdq_names_source_read(&source, sources, &arena, error);
  if (!status && add) status = add(&source, &arena, error);
  if (!status) {
    struct mdq_aligned_names names;
    if (!mdq_names_align(&names, &source, &arena)) status = mdq_no_memory(error);
    else if (names.word_count > MDQ_MOST_RECORDS || names.pair_count > MDQ_MOST_RECORDS || names.latin_count > MDQ_MOST_RECORDS)
      status = mdq_fail(error, MDQ_NO_DATA, "%.300s: more than %d names, or pairs of words in them", sources, MDQ_MOST_RECORDS);
    else if (!write_body(&names, body)) status = mdq_no_memory(error);
    mdq_aligned_names_free(&names);
  }
  mdq_names_source_free(&source);
  mdq_arena_free(&arena);
  return status;
}

enum mdq_status mdq_names_write(const char *sources, mdq_names_adder *add, const char *output, struct mdq_error *error) {
  struct mdq_buf body;
  mdq_buf_init(&body);
  enum mdq_status status = mdq_names_compile(sources, add, &body, error);
  size_t checked = sizeof(struct mdq_names_header);
  if (!status) status = mdq_data_file_write(output, &mdq_names_kind, mdq_buf_span(&body), checked, body.len - checked, error);
  mdq_buf_free(&body);
  return status;
}
