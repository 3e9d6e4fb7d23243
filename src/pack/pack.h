/* Rule packs: garbled idioms and calques as data (dicts/idioms), compiled once, immutable, shared by threads. */
#ifndef MDQ_PACK_PACK_H
#define MDQ_PACK_PACK_H

#include "lint/rule.h"

struct mdq_packs;

/* Loads data_dir/idioms/, every YAML file in it. On failure *packs is NULL and the error names file, line and column. */
enum mdq_status mdq_packs_load(struct mdq_packs **packs, const char *data_dir, struct mdq_error *error);
void mdq_packs_free(struct mdq_packs *packs); /* NULL is allowed */

/* The packs as one rule group, a rule an entry; its hooks expect the packs in ctx->data. */
const struct mdq_rule_group *mdq_packs_group(const struct mdq_packs *packs);

#endif
