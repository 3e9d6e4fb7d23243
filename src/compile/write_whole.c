#include "compile/write_whole.h"

#include <errno.h>
#include <stdio.h>

enum mdq_status mdq_write_whole(const char *path, struct mdq_span bytes, struct mdq_error *error) {
  char temporary[4096];
  if ((size_t)snprintf(temporary, sizeof temporary, "%s.tmp", path) >= sizeof temporary)
    return mdq_fail(error, MDQ_NO_DATA, "the path is too long");
  FILE *file = fopen(temporary, "wb");
  bool written = file && fwrite(bytes.ptr, 1, bytes.len, file) == bytes.len;
  if (file && fclose(file)) written = false;
  if (written && !rename(temporary, path)) return MDQ_OK;
  int reason = errno;
  remove(temporary);
  return mdq_fail_at(error, MDQ_NO_DATA, path, 0, 0, "cannot write: %s", strerror(reason));
}
