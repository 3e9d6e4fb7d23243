/* Everything that the program asks of compiled data, whatever is in them: for the tests of damage and the fuzzer. The bytes
   are copied to a place of just their size, so that a sanitizer sees a step beyond them. */
#ifndef MDQ_TESTS_EXERCISE_H
#define MDQ_TESTS_EXERCISE_H

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon/compiled.h"
#include "lexicon/counts_file.h"
#include "lexicon/word_counts.h"
#include "text/utf8.h"

/* A word that the automaton leads along, as far as it goes. */
static inline struct mdq_span led_word(const struct mdq_automaton *automaton, uint32_t node, unsigned turn, char text[256]) {
  size_t len = 0;
  while (len < 100) {
    uint64_t edges = mdq_automaton_bits(automaton, node) & ((UINT64_C(1) << MDQ_MOST_LETTERS) - 1);
    if (!edges) break;
    for (unsigned skip = turn++ % 3; skip && (edges & (edges - 1)); skip--) edges &= edges - 1;
    unsigned code = (unsigned)__builtin_ctzll(edges);
    uint32_t c = 0;
    for (uint32_t i = 0; i < MDQ_ALPHABET_SIZE && !c; i++)
      if (automaton->code[i] == code) c = MDQ_ALPHABET_FIRST + i;
    if (!c) break;
    len += mdq_utf8_encode(c, text + len);
    node = mdq_automaton_step(automaton, node, code);
  }
  text[len] = '\0';
  return mdq_span_of(text, len);
}

static const char *const exercise_words[] = { "كتب", "كتبون", "وكتبونلا", "مدرسة", "ومدرسات", "أمدرسات", "لبن", "أكتب", "فيها", "ي", "abc ١٢", "َُ", "" };

static inline void exercise_lexicon(const struct mdq_compiled *compiled) {
  struct mdq_arena arena = MDQ_ARENA_INIT;
  struct mdq_reading *readings;
  char text[256];
  size_t fixed = sizeof exercise_words / sizeof exercise_words[0];
  const struct { const struct mdq_automaton *automaton; uint32_t root; } sets[] = {
    { &compiled->automaton, compiled->all }, { &compiled->automaton, compiled->plain }, { &compiled->readings, compiled->stems },
  };
  for (size_t i = 0; i < fixed + 18; i++) {
    struct mdq_span word = i < fixed ? mdq_span_str(exercise_words[i]) : led_word(sets[i % 3].automaton, sets[i % 3].root, (unsigned)i, text);
    mdq_compiled_accepts(compiled, word);
    mdq_compiled_has(compiled, word);
    size_t count = mdq_compiled_analyze(compiled, word, &arena, &readings);
    for (size_t k = 0; k < count; k++)
      if (readings[k].prefix > word.len || strlen(readings[k].prefix_flag.text) > 2) abort();
  }
  mdq_arena_free(&arena);
}

static inline void exercise_counts(const struct mdq_word_counts *counts) {
  for (size_t i = 0; i < sizeof exercise_words / sizeof exercise_words[0]; i++) {
    mdq_word_counts_get(counts, mdq_span_str(exercise_words[i]));
    mdq_automaton_has(&counts->attested, counts->attested_root, mdq_span_str(exercise_words[i]));
  }
}

/* True if the bytes, a copy of them of just their size, were taken for a file of the kind. */
static inline bool exercise_file(struct mdq_span file, const struct mdq_data_kind *kind) {
  struct mdq_error error = { 0 };
  char *copy = malloc(file.len ? file.len : 1);
  if (!copy) abort();
  memcpy(copy, file.ptr, file.len);
  struct mdq_span bytes = mdq_span_of(copy, file.len);
  struct mdq_compiled compiled = { .header = NULL };
  struct mdq_word_counts counts = { .header = NULL };
  bool is_lexicon = kind == &mdq_lexicon_kind;
  bool taken = (is_lexicon ? mdq_compiled_read(&compiled, bytes, "bytes", &error) : mdq_word_counts_read(&counts, bytes, "bytes", &error)) == MDQ_OK;
  if (taken && is_lexicon) exercise_lexicon(&compiled);
  if (taken && !is_lexicon) exercise_counts(&counts);
  if (!taken && !*error.message) abort();
  free(copy);
  return taken;
}

/* The same of bytes that may be either; `sealed_anew`: with a header that fits them, as if they had been written so. */
static inline bool exercise(const char *bytes, size_t size, bool sealed_anew) {
  const struct mdq_data_kind *kinds[] = { &mdq_lexicon_kind, &mdq_counts_kind };
  bool taken = false;
  for (size_t i = 0; i < 2; i++) {
    struct mdq_buf file;
    mdq_buf_init(&file);
    if (!sealed_anew) mdq_buf_add(&file, mdq_span_of(bytes, size));
    else if (size >= MDQ_DATA_HEADER) mdq_data_file_make(&file, kinds[i], mdq_span_of(bytes + MDQ_DATA_HEADER, size - MDQ_DATA_HEADER), 0, 0);
    taken = exercise_file(mdq_buf_span(&file), kinds[i]) || taken;
    mdq_buf_free(&file);
  }
  return taken;
}

#endif
