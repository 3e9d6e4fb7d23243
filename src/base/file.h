/* Reading whole files. */
#ifndef MDQ_BASE_FILE_H
#define MDQ_BASE_FILE_H

#include "base/buf.h"
#include "base/error.h"

enum { MDQ_MIB = 1 << 20, MDQ_MOST_READ = 256 * MDQ_MIB };

/* Appends the file's bytes to buf. On failure the error names the path and the reason, with `status`. A file of more than
   MDQ_MOST_READ, or of `most` bytes, is not read: a device or a pipe may never end. */
enum mdq_status mdq_file_read(const char *path, struct mdq_buf *buf, enum mdq_status status, struct mdq_error *error);
enum mdq_status mdq_file_read_up_to(const char *path, size_t most, struct mdq_buf *buf, enum mdq_status status, struct mdq_error *error);

/* The same as mdq_file_read() from an open descriptor, which stays open; path is for the message. */
enum mdq_status mdq_file_read_fd(int fd, const char *path, struct mdq_buf *buf, enum mdq_status status, struct mdq_error *error);

#endif
