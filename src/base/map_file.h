/* Files mapped into memory, to be read only. */
#ifndef MDQ_BASE_MAP_FILE_H
#define MDQ_BASE_MAP_FILE_H

#include "base/error.h"
#include "base/span.h"

/* Maps a whole file. An empty or unreadable one fails with `status`; the error names the path and the reason. */
enum mdq_status mdq_map_file(const char *path, struct mdq_span *bytes, enum mdq_status status, struct mdq_error *error);
void mdq_unmap_file(struct mdq_span bytes);

#endif
