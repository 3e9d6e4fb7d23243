#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static enum mdq_status fail(const char *path, int reason, enum mdq_status status, struct mdq_error *error) {
  return mdq_fail_at(error, status, path, 0, 0, "cannot read: %s", strerror(reason));
}

static enum mdq_status too_large(const char *path, size_t most, enum mdq_status status, struct mdq_error *error) {
  return mdq_fail_at(error, status, path, 0, 0, "cannot read: more than %zu MiB", most / MDQ_MIB);
}

static enum mdq_status read_up_to(int fd, const char *path, size_t most, struct mdq_buf *buf, enum mdq_status status, struct mdq_error *error) {
  struct stat info;
  if (fstat(fd, &info)) return fail(path, errno, status, error);
  if (S_ISDIR(info.st_mode)) return fail(path, EISDIR, status, error);
  size_t start = buf->len, size = S_ISREG(info.st_mode) && info.st_size > 0 ? (size_t)info.st_size : 0;
  if (size > most) return too_large(path, most, status, error);
  /* One byte more than the size lets the final read report the end without growing the buffer. */
  size_t expected = size ? size + 1 : 1 << 16;
  for (;;) {
    if (!mdq_buf_reserve(buf, expected)) return mdq_no_memory(error);
    ssize_t got = read(fd, buf->ptr + buf->len, buf->capacity - buf->len - 1);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(path, errno, status, error);
    if (got == 0) break;
    buf->len += (size_t)got;
    if (buf->len - start > most) return too_large(path, most, status, error);
    expected = buf->capacity - buf->len > 1 ? 0 : 1 << 16;
  }
  buf->ptr[buf->len] = '\0';
  return MDQ_OK;
}

enum mdq_status mdq_file_read_fd(int fd, const char *path, struct mdq_buf *buf, enum mdq_status status, struct mdq_error *error) {
  return read_up_to(fd, path, MDQ_MOST_READ, buf, status, error);
}

enum mdq_status mdq_file_read_up_to(const char *path, size_t most, struct mdq_buf *buf, enum mdq_status status, struct mdq_error *error) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return fail(path, errno, status, error);
  status = read_up_to(fd, path, most, buf, status, error);
  close(fd);
  return status;
}

enum mdq_status mdq_file_read(const char *path, struct mdq_buf *buf, enum mdq_status status, struct mdq_error *error) {
  return mdq_file_read_up_to(path, MDQ_MOST_READ, buf, status, error);
}
