/* From dicts/lexicon/word-counts.tsv to compiled counts. */
#include <stdlib.h>

#include "base/map.h"
#include "lexicon/bucket.h"
#include "lexicon/counts_file.h"
#include "lexicon/word_counts.h"
#include "text/lines.h"
#include "text/utf8.h"

enum {
  VOUCHING_COUNT = 5,   /* occurrences in edited news that make a form a word */
  OUTNUMBERED = 20      /* ... unless the form it is confused with is so many times commoner */
};

struct source_word {
  struct mdq_span word;
  unsigned edited, web;
  uint64_t hash;
  bool vouched;
};

struct words {
  struct source_word *words;
  size_t count;
  struct mdq_map by_text;
};

static bool number(struct mdq_span line, size_t *at, unsigned *value) {
  size_t from = *at;
  *value = 0;
  for (; *at < line.len && line.ptr[*at] >= '0' && line.ptr[*at] <= '9' && *value < 100000000; ++*at) *value = *value * 10 + (unsigned)(line.ptr[*at] - '0');
  return *at > from;
}

static bool read_line(struct mdq_span line, struct source_word *word) {
  const char *tab = memchr(line.ptr, '\t', line.len);
  size_t at = tab ? (size_t)(tab - line.ptr) : 0;
  *word = (struct source_word){ .word = mdq_span_sub(line, 0, at) };
  if (!at || at > MDQ_LONGEST_WORD || !number(line, (at++, &at), &word->edited) || at == line.len || line.ptr[at] != '\t') return false;
  return number(line, (at++, &at), &word->web) && at == line.len;
}

static enum mdq_status read_words(struct words *words, struct mdq_span source, const char *path, struct mdq_error *error) {
  size_t capacity = 1, number_of_line = 0;
  for (size_t i = 0; i < source.len; i++) capacity += source.ptr[i] == '\n';
  words->words = calloc(capacity + 1, sizeof *words->words);
  if (!words->words) return mdq_no_memory(error);
  struct mdq_span line;
  for (size_t at = 0; mdq_line_next(source, &at, &line);) {
    number_of_line++;
    if (!line.len || line.ptr[0] == '#') continue;
    struct source_word *word = &words->words[words->count];
    if (!read_line(line, word) || mdq_utf8_valid_prefix(word->word) < word->word.len)
      return mdq_fail_at(error, MDQ_NO_DATA, path, number_of_line, 1, "not a word and two counts");
    if (words->count && mdq_span_cmp(word[-1].word, word->word) >= 0) return mdq_fail_at(error, MDQ_NO_DATA, path, number_of_line, 1, "not sorted");
    word->hash = mdq_hash(word->word);
    words->count++;
    if (words->count > MDQ_MOST_RECORDS) return mdq_fail_at(error, MDQ_NO_DATA, path, number_of_line, 1, "more than %d words", MDQ_MOST_RECORDS);
    if (!mdq_map_put(&words->by_text, word->word, word)) return mdq_no_memory(error);
  }
  return MDQ_OK;
}

/* -- which words edited news vouches for -- */

static unsigned edited(const struct words *words, struct mdq_span form) {
  const struct source_word *word = mdq_map_get(&words->by_text, form);
  return word ? word->edited : 0;
}

/* Writers confuse ه/ة and ى/ي at the end and leave out the hamza at the start. The count of the commonest form that
   differs from the word in that alone, the word being the faulty one. */
static unsigned count_of_right_form(const struct words *words, struct mdq_span word) {
  char twin[MDQ_LONGEST_WORD + 1];
  memcpy(twin, word.ptr, word.len);
  struct mdq_span form = mdq_span_of(twin, word.len);
  unsigned most = 0;
  if (mdq_span_ends(word, MDQ_SPAN_LIT("ه")) || mdq_span_ends(word, MDQ_SPAN_LIT("ى"))) {
    memcpy(twin + word.len - 2, mdq_span_ends(word, MDQ_SPAN_LIT("ه")) ? "ة" : "ي", 2);
    most = edited(words, form);
    memcpy(twin, word.ptr, word.len);
  }
  static const char *const before[] = { "", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل" };
  static const char *const hamza[] = { "أ", "إ", "آ" };
  for (size_t i = 0; i < sizeof before / sizeof before[0]; i++) {
    size_t at = strlen(before[i]);
    if (word.len < at + 2 || memcmp(word.ptr, before[i], at) || memcmp(word.ptr + at, "ا", 2)) continue;
    for (size_t h = 0; h < sizeof hamza / sizeof hamza[0]; h++) {
      memcpy(twin + at, hamza[h], 2);
      unsigned count = edited(words, form);
      if (count > most) most = count;
    }
    memcpy(twin, word.ptr, word.len);
  }
  return most;
}

static void vouch(struct words *words) {
  for (size_t i = 0; i < words->count; i++) {
    struct source_word *word = &words->words[i];
    word->vouched = word->edited >= VOUCHING_COUNT && count_of_right_form(words, word->word) / OUTNUMBERED < word->edited;
  }
}

/* -- the automaton -- */

static bool write_automaton(const struct words *words, struct mdq_counts_header *header, struct mdq_buf *body) {
  struct mdq_span *vouched = calloc(words->count + 1, sizeof *vouched);
  if (!vouched) return false;
  size_t count = 0;
  for (size_t i = 0; i < words->count; i++)
    if (words->words[i].vouched) vouched[count++] = words->words[i].word;
  struct mdq_buf automaton;
  mdq_buf_init(&automaton);
  bool ok = mdq_alphabet_automaton(&header->alphabet, vouched, count, &automaton, &header->root);
  header->automaton = (struct mdq_section){ .offset = (uint32_t)body->len, .count = (uint32_t)automaton.len };
  mdq_buf_add(body, mdq_buf_span(&automaton));
  mdq_buf_free(&automaton);
  free(vouched);
  return ok && !body->failed;
}

/* -- the table -- */

static int by_hash(const void *a, const void *b) {
  const struct source_word *x = a, *y = b;
  uint64_t p = (x->hash >> 48) << 32 | (uint32_t)x->hash, q = (y->hash >> 48) << 32 | (uint32_t)y->hash;
  return (p > q) - (p < q);
}

static bool write_table(struct words *words, struct mdq_counts_header *header, struct mdq_buf *body) {
  qsort(words->words, words->count, sizeof *words->words, by_hash);
  header->buckets = (struct mdq_section){ .offset = (uint32_t)body->len, .count = MDQ_COUNTS_BUCKETS + 1 };
  for (uint32_t bucket = 0, i = 0; bucket <= MDQ_COUNTS_BUCKETS; bucket++) {
    while (i < words->count && words->words[i].hash >> 48 < bucket) i++;
    uint32_t value = i;
    for (size_t k = i; k < words->count && words->words[k].hash >> 48 == bucket; k++) value |= mdq_bucket_mark(words->words[k].hash);
    mdq_buf_add(body, mdq_span_of((const char *)&value, sizeof value));
  }
  while (body->len % 8 && !body->failed) mdq_buf_addc(body, '\0');
  header->entries = (struct mdq_section){ .offset = (uint32_t)body->len, .count = (uint32_t)words->count };
  for (size_t i = 0; i < words->count; i++) {
    const struct source_word *word = &words->words[i];
    if (i && !by_hash(word - 1, word)) return false;
    struct mdq_counts_entry entry = { .hash = (uint32_t)word->hash, .edited = word->edited | (word->vouched ? 1u << 31 : 0), .web = word->web };
    mdq_buf_add(body, mdq_span_of((const char *)&entry, sizeof entry));
  }
  while (body->len % 8 && !body->failed) mdq_buf_addc(body, '\0');
  return true;
}

static enum mdq_status write_body(struct words *words, const char *path, struct mdq_buf *body, struct mdq_error *error) {
  struct mdq_counts_header header = { .filler = 0 };
  mdq_alphabet_fill(&header.alphabet);
  vouch(words);
  mdq_buf_add(body, mdq_span_of((const char *)&header, sizeof header));
  if (!write_automaton(words, &header, body)) return mdq_no_memory(error);
  while (body->len % 8 && !body->failed) mdq_buf_addc(body, '\0');
  if (!write_table(words, &header, body)) return mdq_fail_at(error, MDQ_NO_DATA, path, 0, 0, "two words have one hash");
  if (body->failed) return mdq_no_memory(error);
  memcpy(body->ptr, &header, sizeof header);
  return MDQ_OK;
}

enum mdq_status mdq_word_counts_compile(struct mdq_span source, const char *path, struct mdq_buf *file, struct mdq_error *error) {
  struct words words = { 0 };
  struct mdq_buf body;
  mdq_buf_init(&body);
  enum mdq_status status = read_words(&words, source, path, error);
  if (!status) status = write_body(&words, path, &body, error);
  size_t checked = sizeof(struct mdq_counts_header);
  if (!status) mdq_data_file_make(file, &mdq_counts_kind, mdq_buf_span(&body), checked, body.len - checked);
  if (!status && file->failed) status = mdq_no_memory(error);
  mdq_buf_free(&body);
  mdq_map_free(&words.by_text);
  free(words.words);
  return status;
}
