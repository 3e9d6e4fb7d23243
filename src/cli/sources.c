#include "cli/sources.h"

#include <sys/stat.h>

#include "base/map.h"

struct name { /* dir/stem.ext; the stem of x.ar.txt is x */
  struct mdq_span directory; /* with its slash, or empty */
  struct mdq_span stem, extension;
  bool arabic; /* it said .ar */
};

static struct name split(const char *path) {
  const struct mdq_span ar = MDQ_SPAN_LIT(".ar");
  const char *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path, *dot = strrchr(base, '.');
  struct name name = { .directory = mdq_span_of(path, (size_t)(base - path)) };
  if (dot == base) dot = NULL; /* a hidden file */
  name.stem = dot ? mdq_span_of(base, (size_t)(dot - base)) : mdq_span_str(base);
  name.extension = dot ? mdq_span_str(dot + 1) : MDQ_SPAN_LIT("");
  name.arabic = name.stem.len > ar.len && mdq_span_ends(name.stem, ar);
  if (name.arabic) name.stem.len -= ar.len;
  return name;
}

/* -- patterns -- */

static const struct mdq_span stem_field = { "{stem}", 6 }, extension_field = { "{ext}", 5 };

enum mdq_status mdq_source_pattern_check(const char *pattern, struct mdq_error *error) {
  bool has_stem = false;
  struct mdq_span rest = mdq_span_str(pattern);
  for (; rest.len; rest = mdq_span_sub(rest, 1, rest.len)) {
    if (mdq_span_starts(rest, stem_field)) has_stem = true;
    else if (*rest.ptr == '{' && !mdq_span_starts(rest, extension_field))
      return mdq_fail(error, MDQ_BAD_OPTION, "--source-pattern: only {stem} and {ext} are filled in, not '%.60s'", rest.ptr);
  }
  if (has_stem) return MDQ_OK;
  return mdq_fail(error, MDQ_BAD_OPTION, "--source-pattern: '%.200s' has no {stem}, and would name one source for all drafts", pattern);
}

static void add_filled(struct mdq_buf *out, const char *pattern, const struct name *name) {
  for (struct mdq_span rest = mdq_span_str(pattern); rest.len;) {
    size_t used = 1;
    if (mdq_span_starts(rest, stem_field)) used = stem_field.len, mdq_buf_add(out, name->stem);
    else if (mdq_span_starts(rest, extension_field)) used = extension_field.len, mdq_buf_add(out, name->extension);
    else mdq_buf_addc(out, *rest.ptr);
    rest = mdq_span_sub(rest, used, rest.len);
  }
}

/* A path as others may write it, too: without "." and "x/..". */
static struct mdq_span plain_path(struct mdq_arena *arena, const char *path) {
  struct mdq_span copy = mdq_arena_copy(arena, mdq_span_str(path));
  char *out = (char *)(uintptr_t)copy.ptr;
  size_t used = 0;
  for (const char *p = path; out && *p;) {
    size_t length = strcspn(p, "/"), whole = length + (p[length] == '/');
    bool here = (length == 1 && *p == '.') || (length == 0 && used > 0), up = length == 2 && p[0] == '.' && p[1] == '.';
    size_t last = used ? used - 1 : 0;
    while (last && out[last - 1] != '/') last--;
    bool upwards = used - last == 3 && !strncmp(out + last, "../", 3);
    if (up && used > last && out[last] != '/' && !upwards) used = last;
    else if (!here) memmove(out + used, p, whole), used += whole;
    p += whole;
  }
  copy.len = used;
  return copy;
}

/* -- sources -- */

static bool exists(const char *path) {
  struct stat info;
  return stat(path, &info) == 0 && !S_ISDIR(info.st_mode);
}

static bool same_file(const char *a, const char *b) {
  struct stat x, y;
  return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

/* Standard input goes by the name that it was given. */
static const char *path_of(const struct mdq_input_file *file) {
  return file->path ? file->path : file->name;
}

static enum mdq_status find_source(struct mdq_inputs *inputs, struct mdq_input_file *file, const char *pattern, struct mdq_error *error) {
  struct name name = split(path_of(file));
  bool table = mdq_span_is(name.extension, "tsv"); /* has its source inside */
  if (file->problem || table || (!pattern && !name.arabic)) return MDQ_OK;
  if (pattern && !file->path && !strcmp(file->name, "<stdin>"))
    return mdq_fail(error, MDQ_BAD_OPTION, "--source-pattern: standard input has no name to fill in; give it one with --stdin-filename");
  struct mdq_buf source;
  mdq_buf_init(&source);
  if (!pattern || *pattern != '/') mdq_buf_add(&source, name.directory);
  add_filled(&source, pattern ? pattern : "{stem}.en.{ext}", &name);
  if (pattern || exists(source.ptr)) file->source = mdq_arena_copy(&inputs->arena, mdq_buf_span(&source)).ptr;
  bool failed = source.failed || inputs->arena.failed;
  mdq_buf_free(&source);
  return failed ? mdq_no_memory(error) : MDQ_OK;
}

/* Drafts whose file is the source of another; of itself it may be only if it is that. */
static enum mdq_status drop_sources(struct mdq_inputs *inputs, struct mdq_error *error) {
  struct mdq_map sources = { 0 };
  struct mdq_span *paths = mdq_arena_array(&inputs->arena, inputs->count + 1, sizeof *paths);
  size_t used = 0;
  bool fine = paths != NULL;
  enum mdq_status status = MDQ_OK;
  for (size_t i = 0; fine && i < inputs->count; i++) {
    struct mdq_input_file *file = &inputs->files[i];
    paths[i] = plain_path(&inputs->arena, path_of(file));
    struct mdq_span source = file->source ? plain_path(&inputs->arena, file->source) : paths[i];
    if (!mdq_span_eq(source, paths[i])) fine = mdq_map_put(&sources, source, file);
  }
  for (size_t i = 0; fine && !status && i < inputs->count; i++) {
    struct mdq_input_file file = inputs->files[i];
    if (file.path && mdq_map_get(&sources, paths[i])) continue;
    if (file.source && mdq_span_eq(plain_path(&inputs->arena, file.source), paths[i]))
      status = mdq_fail(error, MDQ_BAD_OPTION, "--source-pattern makes %.200s its own source", file.name);
    inputs->files[used++] = file;
  }
  inputs->count = used;
  mdq_map_free(&sources);
  return fine && !inputs->arena.failed ? status : mdq_no_memory(error);
}

enum mdq_status mdq_inputs_pair(struct mdq_inputs *inputs, const struct mdq_source_choice *choice, struct mdq_error *error) {
  if (choice->file) {
    if (inputs->count != 1) return mdq_fail(error, MDQ_BAD_OPTION, "--source needs exactly one draft, not %zu; --source-pattern pairs many", inputs->count);
    if (inputs->files->path && same_file(choice->file, inputs->files->path))
      return mdq_fail(error, MDQ_BAD_OPTION, "--source: %.200s is the draft itself", choice->file);
    inputs->files->source = choice->file;
    return MDQ_OK;
  }
  enum mdq_status status = MDQ_OK;
  for (size_t i = 0; !status && i < inputs->count; i++) status = find_source(inputs, &inputs->files[i], choice->pattern, error);
  return status ? status : drop_sources(inputs, error);
}
