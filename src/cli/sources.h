/* Which source text belongs to which draft, by the names of the files. */
#ifndef MDQ_CLI_SOURCES_H
#define MDQ_CLI_SOURCES_H

#include "cli/inputs.h"

struct mdq_source_choice {
  const char *file;    /* --source: of the only draft, or NULL */
  const char *pattern; /* --source-pattern, or NULL */
};

/* MDQ_BAD_OPTION if the pattern cannot name a source for each draft. */
enum mdq_status mdq_source_pattern_check(const char *pattern, struct mdq_error *error);

/* Gives the inputs their sources: the file chosen; what the pattern makes of the draft's name, there or not; or without
   either, x.en.txt for x.ar.txt where there is such a file. Inputs that are the source of another are taken off the list.
   Fails with MDQ_BAD_OPTION, or without memory. */
enum mdq_status mdq_inputs_pair(struct mdq_inputs *inputs, const struct mdq_source_choice *choice, struct mdq_error *error);

#endif
