#include "base/data_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/checksum.h"
#include "base/map.h"
#include "base/map_file.h"

struct header {
  char magic[8];
  char kind[8]; /* padded with NUL */
  uint32_t byte_order, version;
  uint64_t layout;
  uint64_t size;         /* of the file */
  uint64_t checked;      /* bytes of the body that are verified on opening */
  uint64_t checked_sum;
  uint64_t late;         /* ... and those behind them, when they are first used */
  uint64_t late_sum;
  uint64_t identity;     /* a checksum of the whole body */
  uint64_t reserved;
  uint64_t header_sum;   /* of what stands before it */
};

_Static_assert(sizeof(struct header) == MDQ_DATA_HEADER && MDQ_DATA_HEADER % MDQ_DATA_ALIGN == 0, "the body is aligned");

static const char magic[8] = { 'm', 'd', 'q', 'd', 'a', 't', 'a', '\n' };
#define DAMAGED "damaged"
#define TRUNCATED "truncated"

static const uint32_t byte_order = 0x01020304;

static uint64_t header_sum(const struct header *header) {
  return mdq_checksum(mdq_span_of((const char *)header, offsetof(struct header, header_sum)));
}

/* Files hold places that mdq_hash() gave, so that another hash makes another layout. */
static uint64_t layout_of(const struct mdq_data_kind *kind) {
  return kind->layout * 31 + mdq_hash(MDQ_SPAN_LIT("the hash function in use"));
}

/* -- opening -- */

static enum mdq_status path_of(char path[4096], const char *data_dir, const struct mdq_data_kind *kind, struct mdq_error *error) {
  if (snprintf(path, 4096, "%s/compiled/%s%s", data_dir, kind->file ? kind->file : kind->name, kind->file ? "" : ".bin") < 4096) return MDQ_OK;
  return mdq_fail(error, MDQ_NO_DATA, "the path of the data directory is too long");
}

static enum mdq_status trouble_of(const struct mdq_data_kind *kind) {
  return kind->trouble ? kind->trouble : MDQ_NO_DATA;
}

static enum mdq_status cannot(const char *what, const char *path, const struct mdq_data_kind *kind, int reason, struct mdq_error *error) {
  if (reason == ENOMEM) return mdq_no_memory(error);
  return mdq_fail_at(error, trouble_of(kind), path, 0, 0, "cannot %s: %s", what, strerror(reason));
}

static enum mdq_status refuse(const char *path, const struct mdq_data_kind *kind, const char *reason, struct mdq_error *error) {
  return mdq_fail_at(error, trouble_of(kind), path, 0, 0, "%s: build it again, or delete it to have its sources read", reason);
}

static struct mdq_data_file file_of(char *bytes, size_t size) {
  return (struct mdq_data_file){ .bytes = bytes, .size = size, .body = bytes + MDQ_DATA_HEADER, .body_size = size > MDQ_DATA_HEADER ? size - MDQ_DATA_HEADER : 0 };
}

static enum mdq_status map(struct mdq_data_file *file, const char *path, const struct mdq_data_kind *kind, struct mdq_error *error) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0 && (errno == ENOENT || errno == ENOTDIR)) return MDQ_OK;
  if (fd < 0) return cannot("read", path, kind, errno, error);
  struct stat info;
  enum mdq_status status = MDQ_OK;
  if (fstat(fd, &info)) status = cannot("read", path, kind, errno, error);
  else if (!S_ISREG(info.st_mode)) status = refuse(path, kind, "not a file", error);
  else if (!info.st_size) status = refuse(path, kind, "empty", error);
  if (!status) {
    void *bytes = mmap((void *)kind->address, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (bytes == MAP_FAILED) status = cannot("map", path, kind, errno, error);
    else *file = file_of(bytes, (size_t)info.st_size), file->mapped = true;
  }
  close(fd);
  return status;
}

/* What is wrong with it, or NULL. */
static const char *fault(struct mdq_data_file *file, const struct mdq_data_kind *kind) {
  struct header header;
  if (memcmp(file->bytes, magic, file->size < sizeof magic ? file->size : sizeof magic)) return "not compiled data of mudaqqiq";
  if (file->size < sizeof header) return TRUNCATED;
  memcpy(&header, file->bytes, sizeof header);
  if (header.byte_order != byte_order) return "made for a machine of another byte order";
  if (header.header_sum != header_sum(&header)) return DAMAGED;
  if (strncmp(header.kind, kind->name, sizeof header.kind)) return "compiled data of another kind";
  if (header.version != kind->version || header.layout != layout_of(kind)) return "made by another version or build of mudaqqiq";
  if (header.size > file->size) return TRUNCATED;
  if (header.size < file->size || header.checked > file->body_size || header.late > file->body_size - header.checked) return DAMAGED;
  if (header.checked_sum != mdq_checksum(mdq_span_of(file->body, (size_t)header.checked))) return DAMAGED;
  if (header.late) mdq_late_check_init(&file->late, mdq_span_of(file->body + header.checked, (size_t)header.late), header.late_sum);
  return NULL;
}

enum mdq_status mdq_data_file_open(struct mdq_data_file *file, const char *data_dir, const struct mdq_data_kind *kind,
                                   struct mdq_error *error) {
  *file = (struct mdq_data_file){ 0 };
  char path[4096];
  enum mdq_status status = path_of(path, data_dir, kind, error);
  if (!status) status = map(file, path, kind, error);
  if (status || !file->bytes) return status;
  const char *reason = fault(file, kind);
  if (!reason) return MDQ_OK;
  mdq_data_file_close(file);
  return refuse(path, kind, reason, error);
}

enum mdq_status mdq_data_file_read(struct mdq_data_file *file, struct mdq_span bytes, const char *name, const struct mdq_data_kind *kind,
                                   struct mdq_error *error) {
  *file = (struct mdq_data_file){ 0 };
  *file = file_of((char *)(uintptr_t)bytes.ptr, bytes.len);
  const char *reason = fault(file, kind);
  if (!reason && !mdq_is_verified(&file->late) && mdq_checksum(file->late.bytes) != file->late.sum) reason = DAMAGED;
  file->late = (struct mdq_late_check){ .bytes = { NULL, 0 } }; /* done */
  return reason ? refuse(name, kind, reason, error) : MDQ_OK;
}

void mdq_data_file_close(struct mdq_data_file *file) {
  if (file->mapped) munmap(file->bytes, file->size);
  *file = (struct mdq_data_file){ 0 };
}

enum mdq_status mdq_data_file_unlock(struct mdq_data_file *file, struct mdq_error *error) {
  file->unlocked = !mprotect(file->bytes, file->size, PROT_READ | PROT_WRITE);
  if (file->unlocked) return MDQ_OK;
  return errno == ENOMEM ? mdq_no_memory(error) : mdq_fail(error, MDQ_NO_DATA, "cannot write to a private mapping: %s", strerror(errno));
}

enum mdq_status mdq_data_file_trouble(const struct mdq_data_file *file, const char *data_dir, const struct mdq_data_kind *kind, struct mdq_error *error) {
  char path[4096];
  if (!mdq_is_damaged(&file->late)) return MDQ_OK;
  enum mdq_status status = path_of(path, data_dir, kind, error);
  return status ? status : refuse(path, kind, DAMAGED, error);
}

void mdq_data_file_let_go(const struct mdq_data_file *file) {
  if (file->mapped && !file->unlocked) mdq_let_go(mdq_span_of(file->bytes, file->size));
}

uint64_t mdq_data_file_identity(const struct mdq_data_file *file) {
  struct header header = { .identity = 0 };
  if (file->bytes) memcpy(&header, file->bytes, sizeof header);
  return header.identity;
}

/* -- writing -- */

static struct header header_of(const struct mdq_data_kind *kind, struct mdq_span body, size_t checked, size_t late) {
  struct header header = {
    .byte_order = byte_order, .version = kind->version, .layout = layout_of(kind), .size = MDQ_DATA_HEADER + body.len,
    .checked = checked, .checked_sum = mdq_checksum(mdq_span_sub(body, 0, checked)),
    .late = late, .late_sum = mdq_checksum(mdq_span_sub(body, checked, checked + late)), .identity = mdq_checksum(body),
  };
  memcpy(header.magic, magic, sizeof magic);
  memcpy(header.kind, kind->name, strnlen(kind->name, sizeof header.kind));
  header.header_sum = header_sum(&header);
  return header;
}

void mdq_data_file_make(struct mdq_buf *file, const struct mdq_data_kind *kind, struct mdq_span body, size_t checked, size_t late) {
  struct header header = header_of(kind, body, checked, late);
  mdq_buf_add(file, mdq_span_of((const char *)&header, sizeof header));
  mdq_buf_add(file, body);
}

static bool write_all(const char *path, const struct header *header, struct mdq_span body) {
  FILE *out = fopen(path, "wb");
  if (!out) return false;
  bool written = fwrite(header, sizeof *header, 1, out) == 1 && (!body.len || fwrite(body.ptr, body.len, 1, out) == 1);
  int reason = errno;
  if (fclose(out)) return false;
  errno = reason;
  return written;
}

enum mdq_status mdq_data_file_write(const char *data_dir, const struct mdq_data_kind *kind, struct mdq_span body,
                                    size_t checked, size_t late, struct mdq_error *error) {
  char path[4096], half[4096 + 8];
  enum mdq_status status = path_of(path, data_dir, kind, error);
  if (status) return status;
  struct header header = header_of(kind, body, checked, late);
  snprintf(half, sizeof half, "%s.tmp", path);
  if (write_all(half, &header, body) && rename(half, path) == 0) return MDQ_OK;
  status = cannot("write", path, kind, errno, error);
  unlink(half);
  return status;
}
