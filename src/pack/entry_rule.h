/* What an entry says of itself as a rule. */
#ifndef MDQ_PACK_ENTRY_RULE_H
#define MDQ_PACK_ENTRY_RULE_H

#include "pack/packs.h"

extern const char *const mdq_mechanism_names[MDQ_MECHANISMS];

/* Fills certainty, category, since, summary and message from the entry's English and its mechanism, for a rule that has
   its severity; false without memory. */
bool mdq_entry_describe(struct mdq_packs *packs, const struct mdq_entry *entry, enum mdq_mechanism mechanism, struct mdq_rule *rule);

#endif
