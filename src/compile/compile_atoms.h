/* The part of the word profiles that says which atoms of the packs each word has. Words come in families, and share sets. */
#ifndef MDQ_COMPILE_ATOMS_H
#define MDQ_COMPILE_ATOMS_H

#include "lint/profiles_file.h"

struct mdq_atoms_maker {
  struct mdq_arena arena;
  struct mdq_map known; /* sets by their bytes */
  struct mdq_kept_atoms **sets, **of_word;
  size_t count, capacity, word_count;
};

bool mdq_atoms_maker_init(struct mdq_atoms_maker *maker, size_t word_count);
void mdq_atoms_maker_free(struct mdq_atoms_maker *maker);

/* Notes the atoms of the word with that number, which news has so often; false without memory. */
bool mdq_atoms_maker_add(struct mdq_atoms_maker *maker, size_t number, unsigned uses, const struct mdq_word_atoms *atoms);

/* Appends them to `sets`, and notes in `words` where they are, see MDQ_PROFILED_BITS. */
void mdq_atoms_maker_write(const struct mdq_atoms_maker *maker, uint32_t *words, struct mdq_buf *sets);

/* Appends an array, aligned; returns where it starts. */
uint64_t mdq_add_array(struct mdq_buf *body, const void *array, size_t size);

#endif
