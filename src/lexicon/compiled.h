/* The compiled lexicon: a Hunspell dictionary turned into automata at build time, mapped at start. Immutable, shared by
   all threads. The file is made by the compiler beside it (lexicon_file.c); its header tells the version of the format,
   the dictionary it was made from and a checksum of all of it, and a file that does not fit is refused.

   What `compile_lexicon --verbose` (a part of `make proof`) tells of the 67.9 million forms of hunspell-ar 3.2-1.2:

     forms accepted                                 87,131 nodes  649,403 edges  2.6 MB
     forms without prefixes, with their readings    57,884 nodes  220,490 edges  1.3 MB
     what the readings are, and the affixes                                      0.4 MB

   in 2.0 s of one core and 277 MB. Without readings it would be 2.6 MB, and Hunspell would have to be loaded for each word
   whose reading decides. Nodes that the words of news lead over stand first (see mdq_graph_write()), so that little of the
   file is in memory for a short draft. */
#ifndef MDQ_LEXICON_COMPILED_H
#define MDQ_LEXICON_COMPILED_H

#include "base/arena.h"
#include "base/data_file.h"
#include "lexicon/automaton.h"
#include "lexicon/reading.h"

struct mdq_compiled {
  struct mdq_automaton automaton, readings; /* of forms; of those without prefixes, with values */
  uint32_t all, plain, stems; /* roots, the last of the second: see struct mdq_expansion */
  const struct mdq_lexicon_header *header;
  struct mdq_data_file file;  /* file.late is to be asked before the first word is: without it answers may be made up, but none
                                 leads out of the file */
};

/* Opens data_dir/compiled/ar.lexicon. No such file is no error: then file.bytes is NULL. */
enum mdq_status mdq_compiled_open(struct mdq_compiled *compiled, const char *data_dir, struct mdq_error *error);

/* Opens, and verifies, such a file in memory, aligned to 8, which is borrowed. The name is for the message. */
enum mdq_status mdq_compiled_read(struct mdq_compiled *compiled, struct mdq_span bytes, const char *name, struct mdq_error *error);
void mdq_compiled_close(struct mdq_compiled *compiled);

/* What Hunspell says of a v1 form. */
static inline bool mdq_compiled_accepts(const struct mdq_compiled *compiled, struct mdq_span v1) {
  return mdq_automaton_has(&compiled->automaton, compiled->all, v1);
}

/* The same without what a glued interrogative أ alone makes possible. */
static inline bool mdq_compiled_has(const struct mdq_compiled *compiled, struct mdq_span v1) {
  return mdq_automaton_has(&compiled->automaton, compiled->plain, v1);
}

/* The readings of the form, but for those with a glued interrogative أ, in the arena; returns how many. */
size_t mdq_compiled_analyze(const struct mdq_compiled *compiled, struct mdq_span v1, struct mdq_arena *arena, struct mdq_reading **readings);

#endif
