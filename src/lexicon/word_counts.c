#include "lexicon/word_counts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static enum mdq_status map_file(const char *path, struct mdq_span *text, struct mdq_error *error) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  struct stat info;
  if (fd < 0 || fstat(fd, &info)) {
    int reason = errno;
    if (fd >= 0) close(fd);
    return mdq_fail_at(error, MDQ_NO_DATA, path, 0, 0, "cannot read: %s", strerror(reason));
  }
  if (info.st_size <= 0) {
    close(fd);
    return mdq_fail_at(error, MDQ_NO_DATA, path, 0, 0, "the file is empty");
  }
  void *bytes = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_SHARED, fd, 0);
  int reason = errno;
  close(fd);
  if (bytes == MAP_FAILED) return mdq_fail_at(error, MDQ_NO_DATA, path, 0, 0, "cannot map: %s", strerror(reason));
  *text = mdq_span_of(bytes, (size_t)info.st_size);
  return MDQ_OK;
}

static struct mdq_span line_around(struct mdq_span text, size_t at) {
  const char *before = at ? memrchr(text.ptr, '\n', at) : NULL;
  const char *from = before ? before + 1 : text.ptr;
  const char *end = memchr(text.ptr + at, '\n', text.len - at);
  return mdq_span_of(from, (size_t)((end ? end : text.ptr + text.len) - from));
}

static struct mdq_span key_of(struct mdq_span line) {
  const char *tab = line.len ? memchr(line.ptr, '\t', line.len) : NULL;
  return tab ? mdq_span_of(line.ptr, (size_t)(tab - line.ptr)) : line;
}

/* -- pivots: the first line of every block, with the start of its key at hand, so that most of a search stays in a
   small table -- */

enum { BLOCK = 1024 };

struct mdq_word_pivot {
  uint64_t start; /* first eight bytes of the key, as a number that sorts as they do */
  size_t line;    /* offset in the text */
};

static uint64_t start_of(struct mdq_span key) {
  uint64_t start = 0;
  for (size_t i = 0; i < 8; i++) start = start << 8 | (i < key.len ? (unsigned char)key.ptr[i] : 0);
  return start;
}

static bool make_pivots(struct mdq_word_counts *counts) {
  counts->pivots = calloc(counts->text.len / BLOCK + 1, sizeof *counts->pivots);
  if (!counts->pivots) return false;
  size_t next = 0; /* a line longer than a block gets one pivot */
  for (size_t at = 0; at < counts->text.len; at += BLOCK) {
    if (at < next) continue;
    struct mdq_span line = line_around(counts->text, at);
    size_t offset = (size_t)(line.ptr - counts->text.ptr);
    counts->pivots[counts->pivot_count++] = (struct mdq_word_pivot){ .start = start_of(key_of(line)), .line = offset };
    next = offset + line.len + 1;
  }
  return true;
}

/* The block that v1 stands in, if anywhere: from *low to *high. */
static void find_block(const struct mdq_word_counts *counts, struct mdq_span v1, size_t *low, size_t *high) {
  uint64_t start = start_of(v1);
  size_t from = 0, to = counts->pivot_count; /* the last pivot not behind v1 is in [from, to), or there is none */
  while (to - from > 1) {
    size_t middle = from + (to - from) / 2;
    const struct mdq_word_pivot *pivot = &counts->pivots[middle];
    bool behind = pivot->start > start;
    if (pivot->start == start) behind = mdq_span_cmp(key_of(line_around(counts->text, pivot->line)), v1) > 0;
    if (behind) to = middle;
    else from = middle;
  }
  *low = counts->pivots[from].line;
  *high = to < counts->pivot_count ? counts->pivots[to].line : counts->text.len;
}

enum mdq_status mdq_word_counts_open(struct mdq_word_counts *counts, const char *data_dir, struct mdq_error *error) {
  *counts = (struct mdq_word_counts){ 0 };
  char path[4096];
  if ((size_t)snprintf(path, sizeof path, "%s/lexicon/word-counts.tsv", data_dir) >= sizeof path)
    return mdq_fail(error, MDQ_NO_DATA, "the path of the data directory is too long");
  enum mdq_status status = map_file(path, &counts->text, error);
  if (status || make_pivots(counts)) return status;
  mdq_word_counts_close(counts);
  return mdq_no_memory(error);
}

void mdq_word_counts_close(struct mdq_word_counts *counts) {
  if (counts->text.ptr) munmap((void *)counts->text.ptr, counts->text.len);
  free(counts->pivots);
  *counts = (struct mdq_word_counts){ 0 };
}

static unsigned number(struct mdq_span line, size_t *at) {
  unsigned value = 0;
  while (*at < line.len && line.ptr[*at] == '\t') ++*at;
  for (; *at < line.len && line.ptr[*at] >= '0' && line.ptr[*at] <= '9'; ++*at)
    value = value * 10 + (unsigned)(line.ptr[*at] - '0');
  return value;
}

/* The comment lines at the top need no care: '#' sorts before every letter. */
struct mdq_count mdq_word_counts_get(const struct mdq_word_counts *counts, struct mdq_span v1) {
  struct mdq_count count = { 0, 0 };
  if (!v1.len || v1.ptr[0] == '#') return count;
  size_t low, high;
  find_block(counts, v1, &low, &high);
  while (low < high) {
    struct mdq_span line = line_around(counts->text, low + (high - low) / 2);
    int order = mdq_span_cmp(v1, key_of(line));
    size_t start = (size_t)(line.ptr - counts->text.ptr);
    if (order == 0) {
      size_t at = v1.len;
      count.edited = number(line, &at);
      count.web = number(line, &at);
      return count;
    }
    if (order < 0) high = start;
    else low = start + line.len + 1;
  }
  return count;
}
