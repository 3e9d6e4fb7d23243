/* Names word by word: where the English and the Arabic have equally many words that sound alike, each word has a name of
   its own. The tables from which names_compile.c writes the file. */
#ifndef MDQ_LEXICON_NAMES_ALIGN_H
#define MDQ_LEXICON_NAMES_ALIGN_H

#include "lexicon/names_source.h"

struct mdq_latin_entry {
  struct mdq_latin_entry *next; /* of the same key */
  struct mdq_span key, name;
  unsigned kinds;
  bool whole;         /* a name of its own; else a word of longer ones */
  size_t form_count, form_capacity;
  struct mdq_entry_form *forms; /* the preferred one first */
  uint64_t hash;
  uint32_t number;    /* in the file */
};

struct mdq_entry_form {
  struct mdq_span text;
  unsigned count; /* of a word's forms: how often names have them */
};

struct mdq_arabic_word {
  struct mdq_span text;
  unsigned kinds, names, flags;
  const struct mdq_source_name *last_name; /* counted */
  struct mdq_latin_entry *latin;
  unsigned rank; /* how well `latin` suits */
  uint64_t hash;
};

struct mdq_aligned_names {
  struct mdq_arena *arena;
  struct mdq_map latin_by_key, word_by_text;
  struct mdq_latin_entry **latin; /* all of them */
  size_t latin_count, latin_capacity;
  struct mdq_arabic_word **words;
  size_t word_count, word_capacity;
  uint64_t *pairs; /* hashes, of words that follow each other */
  size_t pair_count, pair_capacity;
};

/* False without memory. */
bool mdq_names_align(struct mdq_aligned_names *aligned, const struct mdq_names_source *source, struct mdq_arena *arena);
void mdq_aligned_names_free(struct mdq_aligned_names *aligned);

#endif
