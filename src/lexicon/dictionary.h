/* The spelling dictionary: a compiled lexicon, or, for one that is named at run time, Hunspell itself (loaded at the first
   question, asked by one thread at a time). Hunspell lives only here. Both give the same answers to the same dictionary. */
#ifndef MDQ_LEXICON_DICTIONARY_H
#define MDQ_LEXICON_DICTIONARY_H

#include "base/arena.h"
#include "base/error.h"
#include "lexicon/compiled.h"

struct mdq_dictionary;

/* NULL: the compiled lexicon of the data directory, or, where none was compiled, the installed Hunspell dictionary "ar".
   Otherwise a Hunspell dictionary by name or by path. Fails with MDQ_NO_DICT and a message that names the package and
   --dict, or with what is wrong with the compiled lexicon. */
enum mdq_status mdq_dictionary_open(struct mdq_dictionary **dictionary, const char *name_or_path, const char *data_dir, struct mdq_error *error);
void mdq_dictionary_free(struct mdq_dictionary *dictionary); /* NULL is allowed */

/* The compiled lexicon, to generate candidates from; NULL: Hunspell answers. */
const struct mdq_compiled *mdq_dictionary_compiled(const struct mdq_dictionary *dictionary);

/* Fails if the compiled lexicon, which is verified when it is first asked, has been found damaged. */
enum mdq_status mdq_dictionary_trouble(const struct mdq_dictionary *dictionary, const char *data_dir, struct mdq_error *error);

/* Tells compiled lexica apart, for what has been derived from one; 0: there is none. */
uint64_t mdq_dictionary_identity(const struct mdq_dictionary *dictionary);

/* True if the dictionary has the NUL-terminated v1 form. Readings that only a glued interrogative أ makes possible
   (ألدي) do not count. */
bool mdq_dictionary_has(struct mdq_dictionary *dictionary, struct mdq_span v1);

/* The readings of the NUL-terminated form, but for those with a glued interrogative أ, in the arena; returns how many. */
size_t mdq_dictionary_analyze(struct mdq_dictionary *dictionary, struct mdq_span v1, struct mdq_arena *arena, struct mdq_reading **readings);

#endif
