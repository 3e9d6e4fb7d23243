/* Reading whole files. */
#ifndef MDQ_BASE_FILE_H
#define MDQ_BASE_FILE_H

#include "base/buf.h"
#include "base/error.h"

/* Appends the file's bytes to buf. On failure the error names the path and the system's reason, with `status`. */
enum mdq_status mdq_file_read(const char *path, struct mdq_buf *buf, enum mdq_status status, struct mdq_error *error);

/* The same from an open descriptor, which stays open; path is for the message. */
enum mdq_status mdq_file_read_fd(int fd, const char *path, struct mdq_buf *buf, enum mdq_status status, struct mdq_error *error);

#endif
