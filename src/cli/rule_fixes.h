/* What a rule does to help: nothing, a suggestion, or a correction that needs no human eye. */
#ifndef MDQ_CLI_RULE_FIXES_H
#define MDQ_CLI_RULE_FIXES_H

#include "mudaqqiq.h"

enum mdq_fixes { MDQ_FIXES_NONE = 0, MDQ_FIXES_SUGGESTED, MDQ_FIXES_SAFE };

/* Linters that try the examples of rules, one for each house style that an example names. */
struct mdq_rule_trial;

/* options: as given by the user; borrowed. NULL without memory. */
struct mdq_rule_trial *mdq_rule_trial_new(const struct mdq_options *options);
void mdq_rule_trial_free(struct mdq_rule_trial *trial); /* NULL is allowed */

/* The best that the rule does for one of its examples; and if severities is not NULL, those that its findings there have: bits by enum mdq_severity. */
enum mdq_status mdq_rule_fixes(struct mdq_rule_trial *trial, const struct mdq_rule_info *rule, enum mdq_fixes *fixes, unsigned *severities, struct mdq_error *error);

#endif
