#include "base/map_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum mdq_status mdq_map_file(const char *path, struct mdq_span *bytes, enum mdq_status status, struct mdq_error *error) {
  *bytes = mdq_span_of("", 0);
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  struct stat info;
  if (fd < 0 || fstat(fd, &info)) {
    int reason = errno;
    if (fd >= 0) close(fd);
    return mdq_fail_at(error, status, path, 0, 0, "cannot read: %s", strerror(reason));
  }
  if (!S_ISREG(info.st_mode) || info.st_size <= 0) {
    close(fd);
    return mdq_fail_at(error, status, path, 0, 0, S_ISREG(info.st_mode) ? "the file is empty" : "not a file");
  }
  void *mapped = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_SHARED, fd, 0);
  int reason = errno;
  close(fd);
  if (mapped == MAP_FAILED) return mdq_fail_at(error, status, path, 0, 0, "cannot map: %s", strerror(reason));
  *bytes = mdq_span_of(mapped, (size_t)info.st_size);
  return MDQ_OK;
}

static void advise(struct mdq_span bytes, int advice) {
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  uintptr_t from = ((uintptr_t)bytes.ptr + page - 1) / page * page, to = ((uintptr_t)bytes.ptr + bytes.len) / page * page;
  if (bytes.len && from < to) madvise((void *)from, to - from, advice);
}

void mdq_let_go(struct mdq_span bytes) {
  advise(bytes, MADV_DONTNEED);
}

void mdq_will_be_seldom_used(struct mdq_span bytes) {
  advise(bytes, MADV_RANDOM);
}

void mdq_unmap_file(struct mdq_span bytes) {
  if (bytes.len) munmap((void *)(uintptr_t)bytes.ptr, bytes.len);
}
