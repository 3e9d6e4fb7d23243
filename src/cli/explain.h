/* What the rules are: --list-rules and --explain. */
#ifndef MDQ_CLI_EXPLAIN_H
#define MDQ_CLI_EXPLAIN_H

#include "base/buf.h"
#include "base/error.h"
#include "output/reporter.h"

/* What is asked about rules, and of whom. */
struct mdq_rule_question {
  const mdq_linter *linter;
  const struct mdq_options *options; /* that it was made with */
  bool enabled_only;                 /* list no rule that would not run */
};

enum mdq_status mdq_list_rules(const struct mdq_rule_question *question, const struct mdq_output *output, struct mdq_buf *out,
                               struct mdq_error *error);

/* Of a family ("number", "number/") it lists the rules. Fails with MDQ_BAD_OPTION if there is no such rule; the message then names similar ones. */
enum mdq_status mdq_explain_rule(const struct mdq_rule_question *question, const char *id, const struct mdq_output *output,
                                 struct mdq_buf *out, struct mdq_error *error);

#endif
