/* --check-pack: a pack's own examples. */
#ifndef MDQ_CLI_CHECK_PACK_H
#define MDQ_CLI_CHECK_PACK_H

#include "base/buf.h"
#include "base/error.h"

/* Adds a line FILE:LINE:COLUMN: error: MESSAGE to `out` for each example that is not what it should be, and one that says so
   for each file without any; tells how many are not. Of several faults that keep files from being packs, all but the
   last are handed to complain; it is the error. */
enum mdq_status mdq_check_pack_files(const struct mdq_options *options, const char *const *files, void (*complain)(const struct mdq_error *fault),
                                     struct mdq_buf *out, size_t *complaints, struct mdq_error *error);

#endif
