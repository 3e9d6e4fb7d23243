/* The Hunspell dictionary: one for all threads, loaded at the first question (which takes a fifth of a second and
   20 MB), asked by one thread at a time. Hunspell lives only here. */
#ifndef MDQ_LEXICON_DICTIONARY_H
#define MDQ_LEXICON_DICTIONARY_H

#include "base/arena.h"
#include "base/error.h"

/* Where the dictionary is. */
struct mdq_dict_files {
  char aff[4096], dic[4096];
};

/* Resolves a name or path to the two files, without loading them; NULL: "ar". Fails with MDQ_NO_DICT and a message
   that names the package and --dict. */
enum mdq_status mdq_dict_find(const char *name_or_path, struct mdq_dict_files *files, struct mdq_error *error);

struct mdq_dictionary;

struct mdq_dictionary *mdq_dictionary_new(const struct mdq_dict_files *files); /* NULL without memory */
void mdq_dictionary_free(struct mdq_dictionary *dictionary);                   /* NULL is allowed */

/* True if the dictionary has the NUL-terminated v1 form. Readings that only a glued interrogative أ makes possible
   (ألدي) do not count. */
bool mdq_dictionary_has(struct mdq_dictionary *dictionary, const char *v1);

/* The readings of the form, one a line, in the arena; empty if there are none. */
struct mdq_span mdq_dictionary_analyze(struct mdq_dictionary *dictionary, const char *v1, struct mdq_arena *arena);

#endif
