/* What the rules are: --list-rules and --explain. */
#ifndef MDQ_CLI_EXPLAIN_H
#define MDQ_CLI_EXPLAIN_H

#include "base/buf.h"
#include "base/error.h"
#include "output/reporter.h"

void mdq_list_rules(const mdq_linter *linter, const struct mdq_output *output, struct mdq_buf *out);

/* Fails with MDQ_BAD_OPTION if there is no such rule; the message then names similar ones. */
enum mdq_status mdq_explain_rule(const mdq_linter *linter, const char *id, const struct mdq_output *output,
                                 struct mdq_buf *out, struct mdq_error *error);

#endif
