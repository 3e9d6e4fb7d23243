/* A data directory of a test's own: the sources of the repository's data with one pack of the test's making. */
#ifndef MDQ_TESTS_PACK_SUPPORT_H
#define MDQ_TESTS_PACK_SUPPORT_H

#include "support.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

struct pack_dir {
  char path[512];
};

static inline void link_into(const struct pack_dir *dir, const char *data, const char *name) {
  char from[1024], to[1024];
  snprintf(from, sizeof from, "%s/%s", data, name);
  snprintf(to, sizeof to, "%s/%s", dir->path, name);
  if (symlink(from, to)) fail_msg("cannot link %s", to);
}

/* The lexicons stay compiled: making them anew from their sources takes long, and is tested elsewhere. */
static inline void link_lexicons(const struct pack_dir *dir, const char *data) {
  static const char *const lexicons[] = { "compiled/ar.lexicon", "compiled/word-counts.bin", "compiled/names.bin" };
  char path[1024];
  snprintf(path, sizeof path, "%s/compiled", dir->path);
  if (mkdir(path, 0777)) fail_msg("cannot make %s", path);
  for (size_t i = 0; i < sizeof lexicons / sizeof lexicons[0]; i++) {
    snprintf(path, sizeof path, "%s/%s", data, lexicons[i]);
    if (!access(path, F_OK)) link_into(dir, data, lexicons[i]);
  }
}

/* A new directory of links to the entries of the data, but for compiled packs and tables and for `but`. */
static inline struct pack_dir linked_dir_new(const char *but) {
  struct pack_dir dir;
  const char *tmp = getenv("TMPDIR");
  snprintf(dir.path, sizeof dir.path, "%s/mudaqqiq-packs-XXXXXX", tmp && *tmp ? tmp : "/tmp");
  if (!mkdtemp(dir.path)) fail_msg("cannot make %s", dir.path);
  const char *data = getenv("MUDAQQIQ_DICTS");
  DIR *entries = data ? opendir(data) : NULL;
  if (!entries) fail_msg("MUDAQQIQ_DICTS does not name the data");
  for (struct dirent *entry; (entry = readdir(entries));)
    if (entry->d_name[0] != '.' && strcmp(entry->d_name, but) && strcmp(entry->d_name, "compiled")) link_into(&dir, data, entry->d_name);
  closedir(entries);
  link_lexicons(&dir, data);
  return dir;
}

/* Each pack gets the name test-1.yaml, test-2.yaml ... */
static inline struct pack_dir pack_dir_new(const char *const *packs, size_t count) {
  struct pack_dir dir = linked_dir_new("idioms");
  char path[1024];
  snprintf(path, sizeof path, "%s/idioms", dir.path);
  if (mkdir(path, 0777)) fail_msg("cannot make %s", path);
  for (size_t i = 0; i < count; i++) {
    snprintf(path, sizeof path, "%s/idioms/test-%zu.yaml", dir.path, i + 1);
    FILE *file = fopen(path, "w");
    if (!file || fputs(packs[i], file) < 0 || fclose(file)) fail_msg("cannot write %s", path);
  }
  return dir;
}

static inline void remove_files(const char *path) {
  DIR *entries = opendir(path);
  for (struct dirent *entry; entries && (entry = readdir(entries));) {
    char name[2048];
    snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
    if (entry->d_type != DT_DIR) unlink(name);
  }
  if (entries) closedir(entries);
}

static inline void pack_dir_remove(const struct pack_dir *dir) {
  char path[1024];
  static const char *const own[] = { "idioms", "compiled" }; /* unless they are links: those go with the files */
  for (size_t i = 0; i < 2; i++) {
    struct stat info;
    snprintf(path, sizeof path, "%s/%s", dir->path, own[i]);
    if (lstat(path, &info) || !S_ISDIR(info.st_mode)) continue;
    remove_files(path);
    rmdir(path);
  }
  remove_files(dir->path);
  rmdir(dir->path);
}

/* A pack of one entry, idiom/test, with the given lines between its severity and its texts. */
static inline void write_entry(char *out, size_t size, const char *english, const char *fields) {
  snprintf(out, size,
           "- id: idiom/test\n  english: %s\n  mechanism: literal-idiom\n  severity: warning\n%s"
           "  why: {en: because, ar: لأن}\n  bad: [مثال]\n  good: [مثال, مثال]\n",
           english, fields);
}

static inline mdq_linter *linter_of(const struct pack_dir *dir) {
  static const char *const idioms[] = { "idiom/*", NULL };
  struct mdq_options options;
  mdq_options_init(&options);
  options.data_dir = dir->path;
  options.select = idioms;
  options.min_severity = MDQ_NOTE;
  mdq_linter *linter = NULL;
  struct mdq_error error = { 0 };
  if (mdq_linter_new(&options, &linter, &error)) fail_msg("%s:%zu:%zu: %s", error.file, error.line, error.column, error.message);
  return linter;
}

/* A linter whose only idiom is that entry. */
static inline mdq_linter *linter_with(const char *english, const char *fields) {
  char pack[8192];
  write_entry(pack, sizeof pack, english, fields);
  const char *packs[] = { pack };
  struct pack_dir dir = pack_dir_new(packs, 1);
  mdq_linter *linter = linter_of(&dir);
  pack_dir_remove(&dir);
  return linter;
}

/* What is found in the text (NULL: nothing) and the text of its first fix (NULL: not asked; "": there is none). */
static inline void check_with(const mdq_linter *linter, const char *text, const char *source, const char *found, const char *fix) {
  static struct findings all;
  lint_bytes(linter, text, strlen(text), source, &all);
  if (!found && all.count) fail_msg("found in: %s: %s", text, all.items[0].message);
  if (found) {
    if (all.count != 1) fail_msg("%zu findings in: %s", all.count, text);
    const struct found *f = &all.items[0];
    struct mdq_span place = mdq_span_of(text + f->offset, f->end_offset - f->offset);
    if (!mdq_span_is(place, found)) fail_msg("found “%.*s” instead of “%s”", (int)place.len, place.ptr, found);
    if (fix && !*fix && f->fix_count) fail_msg("%s: “%s” is no fix", text, f->first_fix.text);
    if (fix && *fix && (!f->fix_count || strcmp(f->first_fix.text, fix)))
      fail_msg("%s: “%s” instead of “%s”", text, f->fix_count ? f->first_fix.text : "", fix);
    if (f->fix_count) assert_false(f->first_fix.safe);
  }
  findings_free(&all);
}

struct match_case {
  const char *text, *found, *fix;
};

static inline void check_entry(const char *fields, const struct match_case *cases) {
  mdq_linter *linter = linter_with("silver bullet", fields);
  for (; cases->text; cases++) check_with(linter, cases->text, NULL, cases->found, cases->fix);
  mdq_linter_free(linter);
}

#endif
