/* Rule packs: the knowledge that is data. Every *.yaml file under data_dir/idioms is a list of entries; an entry is a rule. */
#ifndef MDQ_PACK_PACK_H
#define MDQ_PACK_PACK_H

#include "base/error.h"
#include "lint/rule.h"

struct mdq_packs; /* immutable once loaded; any number of threads may share it */

/* Reads and compiles the packs in order of file name. On failure *packs is NULL and *error says why and where:
   file, line and column of what is wrong in a file. */
enum mdq_status mdq_packs_load(struct mdq_packs **packs, const char *data_dir, struct mdq_error *error);

/* The packs of the files named, which a user adds to those of the data directory; one named twice is read once. */
enum mdq_status mdq_packs_load_files(struct mdq_packs **packs, const char *const *paths, struct mdq_error *error);

/* Tells of every fault of the files, at most one an entry, or of what ends a file; loads nothing. Fails without memory only. */
typedef void mdq_pack_fault(void *user, const struct mdq_error *fault);
enum mdq_status mdq_packs_find_faults(const char *const *paths, mdq_pack_fault *fault, void *user, struct mdq_error *error);

/* Those of the directory from data_dir/compiled, or, where nothing is compiled, from the packs. */
enum mdq_status mdq_packs_open(struct mdq_packs **packs, const char *data_dir, struct mdq_error *error);
void mdq_packs_free(struct mdq_packs *packs); /* NULL is allowed */

/* Compiled packs are verified when they are first used: to be asked before examples and suggestions of their rules are read. */
bool mdq_packs_are_sound(const struct mdq_packs *packs);

/* Compiled packs leave memory until they are used again. */
void mdq_packs_let_go(const struct mdq_packs *packs);

/* Fails if damage has been found. */
enum mdq_status mdq_packs_trouble(const struct mdq_packs *packs, const char *data_dir, struct mdq_error *error);

/* The rules of all entries as one group, sorted by id; lives as long as the packs. Its hooks need ctx->data to point to the
   packs. Packs of a directory cache in mdq_word.atoms, so one mdq_words serves one of them, and any packs of files. */
const struct mdq_rule_group *mdq_packs_group(const struct mdq_packs *packs);

/* The rule of the entry with this id; NULL: there is none. */
const struct mdq_rule *mdq_packs_rule(const struct mdq_packs *packs, const char *id);

#endif
