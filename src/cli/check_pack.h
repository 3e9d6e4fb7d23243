/* --check-pack: a pack's own examples. */
#ifndef MDQ_CLI_CHECK_PACK_H
#define MDQ_CLI_CHECK_PACK_H

#include "base/buf.h"
#include "base/error.h"

struct mdq_pack_files {
  const char *const *paths; /* NULL-terminated */
  size_t error_limit;       /* so many errors are told, and how many there are; 0: all */
  void (*complain)(const struct mdq_error *error);
};

/* Adds a line FILE:LINE:COLUMN: error: MESSAGE to `out` for each example that is not what it should be, in the order of the
   files, and one that says so for each file without any; tells how many are not. Of several faults that keep files from being
   packs, all but the last are handed to complain; it is the error. */
enum mdq_status mdq_check_pack_files(const struct mdq_options *options, const struct mdq_pack_files *files, struct mdq_buf *out, size_t *complaints,
                                     struct mdq_error *error);

#endif
