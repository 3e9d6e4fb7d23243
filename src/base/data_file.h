/* Compiled data: built from dicts/ by `make`, mapped at start, used where it lies. Everything in such a file is found
   by offset, in the byte order and the sizes of the machine it is for. The file opens with a header that tells its
   kind, its version and its size and carries checksums, so that a damaged, truncated or foreign file is refused.

     struct mdq_data_file file;
     status = mdq_data_file_open(&file, data_dir, &kind, &error);
     if (!status && file.bytes) ... file.body ...
     mdq_data_file_close(&file); */
#ifndef MDQ_BASE_DATA_FILE_H
#define MDQ_BASE_DATA_FILE_H

#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/late_check.h"

enum { MDQ_DATA_ALIGN = 16, MDQ_DATA_HEADER = 96 };

struct mdq_data_kind {
  const char *name;  /* at most 8 letters */
  const char *file;  /* in data_dir/compiled; NULL: <name>.bin */
  enum mdq_status trouble; /* what a file that is refused fails with; MDQ_OK: MDQ_NO_DATA */
  uint32_t version;  /* of the format; counts up with every change to it */
  uint64_t layout;   /* of what the body holds, if it depends on the compiler: sizes */
  uintptr_t address; /* where the file is to be mapped if there is room, so that pointers in it are right; 0: anywhere */
};

struct mdq_data_file {
  char *bytes; /* the whole file; NULL: there is none */
  size_t size;
  char *body;  /* behind the header, aligned to MDQ_DATA_ALIGN */
  size_t body_size;
  bool mapped, unlocked;
  struct mdq_late_check late; /* of what opening has left unverified: to be asked before that is used */
};

/* Maps the file of that kind in data_dir/compiled. No such file is no error: then file->bytes is NULL. Of the body only the part
   that the writer wants checked first has been looked at. */
enum mdq_status mdq_data_file_open(struct mdq_data_file *file, const char *data_dir, const struct mdq_data_kind *kind,
                                   struct mdq_error *error);
void mdq_data_file_close(struct mdq_data_file *file); /* also after a failed open */

/* Verifies all of such a file in memory, aligned to 8, which is borrowed. The name is for the message. */
enum mdq_status mdq_data_file_read(struct mdq_data_file *file, struct mdq_span bytes, const char *name, const struct mdq_data_kind *kind,
                                   struct mdq_error *error);

/* The file leaves memory until it is looked at again, unless it has been unlocked. */
void mdq_data_file_let_go(const struct mdq_data_file *file);

/* Lets the mapping be written to, for this process only. */
enum mdq_status mdq_data_file_unlock(struct mdq_data_file *file, struct mdq_error *error);

/* Fails if its late check has found damage. */
enum mdq_status mdq_data_file_trouble(const struct mdq_data_file *file, const char *data_dir, const struct mdq_data_kind *kind, struct mdq_error *error);

/* Tells files of other content apart, for what has been derived from one; 0: there is no file. */
uint64_t mdq_data_file_identity(const struct mdq_data_file *file);

/* Writes such a file; `checked` bytes from the start of the body get a checksum that is verified on opening, and `late` bytes
   behind them one that is verified when they are first used. A file of that name is replaced at once or not at all. */
enum mdq_status mdq_data_file_write(const char *data_dir, const struct mdq_data_kind *kind, struct mdq_span body,
                                    size_t checked, size_t late, struct mdq_error *error);

/* The same into memory: appends the file. */
void mdq_data_file_make(struct mdq_buf *file, const struct mdq_data_kind *kind, struct mdq_span body, size_t checked, size_t late);

/* The array of `count` elements of `size` bytes at `offset` of the body lies in it, aligned for its elements. */
static inline bool mdq_data_holds(const struct mdq_data_file *file, uint64_t offset, uint64_t count, size_t size, size_t align) {
  return offset <= file->body_size && offset % align == 0 && count <= (file->body_size - offset) / size;
}

#endif
