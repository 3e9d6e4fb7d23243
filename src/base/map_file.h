/* Files mapped into memory, to be read only. */
#ifndef MDQ_BASE_MAP_FILE_H
#define MDQ_BASE_MAP_FILE_H

#include "base/error.h"
#include "base/span.h"

/* Maps a whole file. An empty or unreadable one fails with `status`; the error names the path and the reason. */
enum mdq_status mdq_map_file(const char *path, struct mdq_span *bytes, enum mdq_status status, struct mdq_error *error);
void mdq_unmap_file(struct mdq_span bytes);

/* What lies in these bytes of a mapping that nobody has written to leaves memory until it is looked at again. */
void mdq_let_go(struct mdq_span bytes);

/* These bytes of a mapping are looked at here and there: they do not come into memory with what lies beside them, as all of two
   megabytes may otherwise. */
void mdq_will_be_seldom_used(struct mdq_span bytes);

#endif
