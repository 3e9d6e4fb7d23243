/* All rule groups written in C, from the list in src/rules/rules.am. */
#ifndef MDQ_LINT_REGISTRY_H
#define MDQ_LINT_REGISTRY_H

#include "lint/rule.h"

extern const struct mdq_rule_group *const mdq_rule_groups[];
extern const size_t mdq_rule_group_count;

#endif
