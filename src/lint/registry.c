#include "lint/registry.h"

/* rules_table.h is made by Make: a line GROUP(family_file) for each file in src/rules/rules.am. */
#define GROUP(name) extern const struct mdq_rule_group mdq_rules_##name;
#include "rules_table.h"
#undef GROUP

const struct mdq_rule_group *const mdq_rule_groups[] = {
#define GROUP(name) &mdq_rules_##name,
#include "rules_table.h"
#undef GROUP
};

const size_t mdq_rule_group_count = MDQ_COUNT(mdq_rule_groups);
