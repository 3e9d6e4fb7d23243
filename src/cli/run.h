/* Lints the inputs, several at a time, and writes the reports in the order of the inputs. */
#ifndef MDQ_CLI_RUN_H
#define MDQ_CLI_RUN_H

#include "cli/inputs.h"
#include "cli/options.h"
#include "output/reporter.h"

struct mdq_run_result {
  struct mdq_totals totals;
  bool trouble; /* an input could not be read or linted, or the report not written */
};

typedef void mdq_complain(const struct mdq_error *error);

/* Trouble with one input is passed to `complain`, in the order of the inputs, and the others are still linted;
   only a report that cannot be written ends the run. */
void mdq_run_all(const mdq_linter *linter, const struct mdq_cli_options *options, const struct mdq_inputs *inputs,
                 const struct mdq_output *output, mdq_complain *complain, struct mdq_run_result *result);

/* Writes all of it to standard output at once. */
enum mdq_status mdq_write_stdout(const struct mdq_buf *text, struct mdq_error *error);

#endif
