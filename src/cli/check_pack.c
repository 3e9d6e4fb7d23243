#include "cli/check_pack.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "lint/check_pack.h"
#include "output/visible.h"

struct remark {
  struct mdq_pack_remark said;
  size_t file, number; /* the number keeps the order of remarks about one place */
};

struct teller {
  const char *const *files;
  size_t limit; /* of errors told; SIZE_MAX: none */
  void (*complain)(const struct mdq_error *fault);
  size_t faults;
  struct mdq_arena arena;
  struct remark *remarks;
  size_t count, capacity;
};

static void keep(void *user, const struct mdq_pack_remark *said) {
  struct teller *teller = user;
  struct remark *kept = mdq_arena_push(&teller->arena, &teller->remarks, &teller->count, &teller->capacity, sizeof *kept);
  if (!kept) return;
  *kept = (struct remark){ .said = *said, .number = teller->count };
  kept->said.message = mdq_arena_copy(&teller->arena, mdq_span_str(said->message)).ptr;
  while (teller->files[kept->file] && strcmp(teller->files[kept->file], said->path)) kept->file++;
}

static void tell_fault(void *user, const struct mdq_error *fault) {
  struct teller *teller = user;
  if (teller->faults++ < teller->limit) teller->complain(fault);
}

/* Entries are checked by their ids, and an author mends a file from its top. */
static int by_place(const void *a, const void *b) {
  const struct remark *x = a, *y = b;
  if (x->file != y->file) return x->file < y->file ? -1 : 1;
  if (x->said.line != y->said.line) return x->said.line < y->said.line ? -1 : 1;
  if (x->said.column != y->said.column) return x->said.column < y->said.column ? -1 : 1;
  return x->number < y->number ? -1 : x->number > y->number;
}

static void add_remark(struct mdq_buf *out, const struct mdq_pack_remark *said) {
  mdq_add_visible(out, mdq_span_str(said->path));
  mdq_buf_printf(out, ":%zu:%zu: %s: ", said->line, said->column, mdq_severity_name(said->severity));
  mdq_add_visible(out, mdq_span_str(said->message));
  mdq_buf_addc(out, '\n');
}

/* Notes have their own measure, lest they take the room of errors. */
static void add_remarks(struct teller *teller, struct mdq_buf *out) {
  size_t told[MDQ_ERROR + 1] = { 0 };
  if (teller->count) qsort(teller->remarks, teller->count, sizeof *teller->remarks, by_place);
  for (size_t i = 0; i < teller->count; i++) {
    const struct mdq_pack_remark *said = &teller->remarks[i].said;
    if (told[said->severity]++ < teller->limit) add_remark(out, said);
  }
}

static enum mdq_status say_how_many(const struct teller *teller, size_t errors, struct mdq_error *error) {
  return mdq_fail(error, MDQ_NO_DATA, "%zu errors, %zu shown; --error-limit 0 shows all", errors, teller->limit);
}

/* Silence might mean that nothing was found to check. */
static void tell_success(struct mdq_buf *out, const char *path, const struct mdq_pack_check *check) {
  mdq_add_visible(out, mdq_span_str(path));
  mdq_buf_printf(out, ": %zu entr%s, %zu example%s: all as they should be\n", check->entries, check->entries == 1 ? "y" : "ies", check->examples,
                 check->examples == 1 ? "" : "s");
}

static enum mdq_status check(const struct mdq_options *options, struct teller *teller, struct mdq_pack_check *checks, struct mdq_buf *out,
                             size_t *complaints, struct mdq_error *error) {
  const struct mdq_pack_listener listener = { keep, tell_fault, teller };
  enum mdq_status status = mdq_check_packs(options, teller->files, &listener, checks, error);
  bool hidden = status == MDQ_NO_DATA && teller->faults >= teller->limit; /* the last fault is what it failed with */
  if (hidden) return say_how_many(teller, teller->faults + 1, error);
  if (status) return status;
  if (teller->arena.failed) return mdq_no_memory(error);
  add_remarks(teller, out);
  *complaints = 0;
  for (size_t i = 0; teller->files[i]; i++) {
    *complaints += checks[i].complaints;
    if (!checks[i].complaints && !mdq_named_before(teller->files, i)) tell_success(out, teller->files[i], &checks[i]);
  }
  struct mdq_error many;
  if (*complaints > teller->limit) say_how_many(teller, *complaints, &many), teller->complain(&many);
  return MDQ_OK;
}

/* The checks read a pack more than once, which a pipe does not bear. */
static enum mdq_status refuse_streams(const char *const *paths, struct mdq_error *error) {
  struct stat info;
  for (; *paths; paths++)
    if (!stat(*paths, &info) && (S_ISFIFO(info.st_mode) || S_ISCHR(info.st_mode)))
      return mdq_fail_at(error, MDQ_NO_DATA, *paths, 0, 0, "a pack to be checked is read more than once: it must be a file, and no pipe or terminal");
  return MDQ_OK;
}

enum mdq_status mdq_check_pack_files(const struct mdq_options *options, const struct mdq_pack_files *files, struct mdq_buf *out, size_t *complaints,
                                     struct mdq_error *error) {
  size_t count = 0;
  while (files->paths[count]) count++;
  struct mdq_pack_check *checks = calloc(count + 1, sizeof *checks);
  if (!checks) return mdq_no_memory(error);
  struct teller teller = { .files = files->paths, .limit = files->error_limit ? files->error_limit : SIZE_MAX, .complain = files->complain };
  enum mdq_status status = refuse_streams(files->paths, error);
  if (!status) status = check(options, &teller, checks, out, complaints, error);
  mdq_arena_free(&teller.arena);
  free(checks);
  return status;
}
