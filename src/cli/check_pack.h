/* --check-pack: a pack's own examples. */
#ifndef MDQ_CLI_CHECK_PACK_H
#define MDQ_CLI_CHECK_PACK_H

#include "base/buf.h"
#include "base/error.h"
#include "output/reporter.h"

/* Adds a line FILE:LINE:COLUMN: error: MESSAGE to `out` for each example that is not what it should be, and tells how many
   those are; on a terminal, also what was checked. */
enum mdq_status mdq_check_pack_files(const struct mdq_options *options, const char *const *files, const struct mdq_output *output,
                                     struct mdq_buf *out, size_t *complaints, struct mdq_error *error);

#endif
