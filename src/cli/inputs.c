#include "cli/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static bool add(struct mdq_inputs *inputs, const char *path, const char *name, int problem) {
  struct mdq_input_file *file =
      mdq_arena_push(&inputs->arena, &inputs->files, &inputs->count, &inputs->capacity, sizeof *file);
  if (!file) return false;
  *file = (struct mdq_input_file){ .path = path, .name = name, .problem = problem };
  return true;
}

static bool is_directory(const char *path) {
  struct stat info;
  return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static bool is_link(const char *path) {
  struct stat info;
  return lstat(path, &info) == 0 && S_ISLNK(info.st_mode);
}

static bool walk(struct mdq_inputs *inputs, const char *directory);

static bool add_entry(struct mdq_inputs *inputs, const char *directory, const char *name) {
  if (name[0] == '.') return true;
  const char *slash = mdq_span_ends(mdq_span_str(directory), MDQ_SPAN_LIT("/")) ? "" : "/";
  const char *path = mdq_arena_printf(&inputs->arena, "%s%s%s", directory, slash, name).ptr;
  if (!path) return false;
  if (is_directory(path)) return is_link(path) || walk(inputs, path);
  return !mdq_span_ends(mdq_span_str(name), MDQ_SPAN_LIT(".txt")) || add(inputs, path, path, 0);
}

static bool walk(struct mdq_inputs *inputs, const char *directory) {
  DIR *open = opendir(directory);
  if (!open) return add(inputs, directory, directory, errno);
  bool fine = true;
  for (const struct dirent *entry; fine && (entry = readdir(open));)
    fine = add_entry(inputs, directory, entry->d_name);
  closedir(open);
  return fine;
}

static int by_path(const void *a, const void *b) {
  return strcmp(((const struct mdq_input_file *)a)->path, ((const struct mdq_input_file *)b)->path);
}

static bool add_directory(struct mdq_inputs *inputs, const char *directory) {
  size_t first = inputs->count;
  if (!walk(inputs, directory)) return false;
  size_t found = inputs->count - first;
  if (found) qsort(inputs->files + first, found, sizeof *inputs->files, by_path);
  else if (!inputs->empty) inputs->empty = directory;
  return true;
}

bool mdq_inputs_find(struct mdq_inputs *inputs, char *const *arguments, const char *stdin_name) {
  *inputs = (struct mdq_inputs){ .arena = MDQ_ARENA_INIT };
  bool fine = true;
  for (; fine && *arguments; arguments++) {
    const char *path = *arguments;
    if (strcmp(path, "-") == 0) fine = add(inputs, NULL, stdin_name, 0);
    else if (is_directory(path)) fine = add_directory(inputs, path);
    else fine = add(inputs, path, path, 0);
  }
  return fine;
}

void mdq_inputs_free(struct mdq_inputs *inputs) {
  mdq_arena_free(&inputs->arena);
}

enum mdq_status mdq_input_read(const struct mdq_input_file *file, struct mdq_input_bytes *bytes, struct mdq_error *error) {
  if (!file->problem) return mdq_input_bytes_load(bytes, file->path, file->name, error);
  *bytes = (struct mdq_input_bytes){ .mapped = NULL };
  mdq_buf_init(&bytes->read);
  return mdq_fail_at(error, MDQ_BAD_INPUT, file->name, 0, 0, "cannot read: %s", strerror(file->problem));
}

enum mdq_status mdq_source_read(const struct mdq_input_file *file, struct mdq_input_bytes *bytes, struct mdq_error *error) {
  bool standard_input = strcmp(file->source, "-") == 0;
  struct mdq_input_file source = { .path = standard_input ? NULL : file->source, .name = file->source };
  return mdq_input_read(&source, bytes, error);
}
