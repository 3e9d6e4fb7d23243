#include "cli/input_bytes.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/* Whoever shortens a mapped file ends its reader: what an editor may be writing just now is read, what is this large is a
   corpus. */
enum { LARGE = 4 << 20 };

/* The file over zeroed memory of one byte more, so that a NUL stands behind it wherever it ends. */
static void map(struct mdq_input_bytes *bytes, int fd, size_t size) {
  char *room = mmap(NULL, size + 1, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (room == MAP_FAILED) return;
  if (mmap(room, size, PROT_READ, MAP_PRIVATE | MAP_FIXED, fd, 0) == MAP_FAILED) {
    munmap(room, size + 1);
    return;
  }
  *bytes = (struct mdq_input_bytes){ .read = bytes->read, .mapped = room, .size = size, .mapped_size = size + 1 };
}

enum mdq_status mdq_input_bytes_load(struct mdq_input_bytes *bytes, const char *path, const char *name, struct mdq_error *error) {
  *bytes = (struct mdq_input_bytes){ .mapped = NULL };
  mdq_buf_init(&bytes->read);
  if (!path) return mdq_file_read_fd(STDIN_FILENO, name, &bytes->read, MDQ_BAD_INPUT, error);
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return mdq_file_read(path, &bytes->read, MDQ_BAD_INPUT, error); /* which tells the reason */
  struct stat info;
  if (!fstat(fd, &info) && S_ISREG(info.st_mode) && info.st_size >= LARGE) map(bytes, fd, (size_t)info.st_size);
  enum mdq_status status = bytes->mapped ? MDQ_OK : mdq_file_read_fd(fd, path, &bytes->read, MDQ_BAD_INPUT, error);
  close(fd);
  return status;
}

/* Pages that were let go before are not walked through again: from the beginning at each step, that took half a hundredth of a
   run over 20 MB. */
void mdq_input_bytes_passed(void *user, size_t offset) {
  struct mdq_input_bytes *bytes = user;
  size_t page = (size_t)sysconf(_SC_PAGESIZE), to = offset / page * page;
  if (!bytes->mapped) return;
  size_t from = bytes->let_go < to ? bytes->let_go : 0;
  madvise(bytes->mapped + from, to - from, MADV_DONTNEED);
  bytes->let_go = to;
}

void mdq_input_bytes_free(struct mdq_input_bytes *bytes) {
  if (bytes->mapped) munmap(bytes->mapped, bytes->mapped_size);
  mdq_buf_free(&bytes->read);
}
