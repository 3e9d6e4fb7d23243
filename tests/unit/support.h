/* What the unit tests share: cmocka, a linter over the repository's data, and its findings in a list. */
#ifndef MDQ_TESTS_SUPPORT_H
#define MDQ_TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "mudaqqiq.h"

struct found {
  char rule[64];
  char *message;
  enum mdq_severity severity;
  size_t offset, end_offset, line, column, end_line, end_column;
  size_t fix_count;
  struct mdq_fix first_fix; /* its text is owned */
};

struct findings {
  struct found items[512];
  size_t count;
};

static inline int keep_finding(void *user, const struct mdq_diagnostic *d) {
  struct findings *all = user;
  if (all->count == sizeof all->items / sizeof *all->items) return 1;
  struct found *f = &all->items[all->count++];
  *f = (struct found){ .severity = d->severity, .offset = d->offset, .end_offset = d->end_offset, .line = d->line,
                       .column = d->column, .end_line = d->end_line, .end_column = d->end_column, .fix_count = d->fix_count };
  snprintf(f->rule, sizeof f->rule, "%s", d->rule);
  f->message = strdup(d->message);
  if (d->fix_count) {
    f->first_fix = d->fixes[0];
    f->first_fix.text = strdup(d->fixes[0].text);
  }
  return 0;
}

static inline void findings_free(struct findings *all) {
  for (size_t i = 0; i < all->count; i++) {
    free(all->items[i].message);
    if (all->items[i].fix_count) free((void *)(uintptr_t)all->items[i].first_fix.text);
  }
  all->count = 0;
}

/* With what `options` says beside the data directory, the rules and the severity. */
static inline mdq_linter *new_linter_of(struct mdq_options options, const char *const *select, enum mdq_severity min_severity) {
  options.data_dir = getenv("MUDAQQIQ_DICTS");
  options.select = select;
  options.min_severity = min_severity;
  mdq_linter *linter = NULL;
  struct mdq_error error = { 0 };
  if (mdq_linter_new(&options, &linter, &error)) fail_msg("%s:%zu:%zu: %s", error.file, error.line, error.column, error.message);
  return linter;
}

static inline mdq_linter *new_house_linter(const char *const *select, enum mdq_severity min_severity, const char *house) {
  struct mdq_options options;
  mdq_options_init(&options);
  options.house = house;
  return new_linter_of(options, select, min_severity);
}

static inline mdq_linter *new_linter(const char *const *select, enum mdq_severity min_severity) {
  return new_house_linter(select, min_severity, NULL);
}

/* `rows`: a glossary as TSV or TBX. */
static inline mdq_linter *new_glossary_linter(const char *const *select, enum mdq_severity min_severity, const char *rows) {
  char path[] = "glossary-XXXXXX";
  const char *paths[] = { path, NULL };
  int fd = mkstemp(path);
  if (fd < 0 || write(fd, rows, strlen(rows)) != (ssize_t)strlen(rows) || close(fd)) fail_msg("cannot write %s", path);
  struct mdq_options options;
  mdq_options_init(&options);
  options.glossaries = paths;
  mdq_linter *linter = new_linter_of(options, select, min_severity);
  unlink(path);
  return linter;
}

static inline void lint_bytes(const mdq_linter *linter, const char *text, size_t size, const char *source, struct findings *all) {
  struct mdq_input input = { .name = "test", .bytes = text, .size = size, .source_name = source ? "source" : NULL,
                             .source_bytes = source, .source_size = source ? strlen(source) : 0 };
  struct mdq_error error = { 0 };
  all->count = 0;
  if (mdq_lint(linter, &input, keep_finding, all, &error)) fail_msg("%s", error.message);
}

/* A text and what the test is to show of it. */
struct expectation {
  const char *text, *shown;
};

/* `show` gives the text of a static buffer. All cases that are wrong are told. */
static inline void check_readings(const char *(*show)(const char *text), const struct expectation *cases, size_t count) {
  size_t wrong = 0;
  for (size_t i = 0; i < count; i++) {
    const char *got = show(cases[i].text);
    if (!strcmp(got, cases[i].shown)) continue;
    print_error("%s\n  gives    %s\n  expected %s\n", cases[i].text, got, cases[i].shown);
    wrong++;
  }
  assert_int_equal(wrong, 0);
}

/* Shown of a draft: "severity:rule severity:rule". */
static inline void check_drafts(const mdq_linter *linter, const struct expectation *cases, size_t count, const char *source) {
  for (size_t i = 0; i < count; i++) {
    struct findings all;
    char line[512] = "";
    lint_bytes(linter, cases[i].text, strlen(cases[i].text), source, &all);
    for (size_t k = 0; k < all.count; k++)
      snprintf(line + strlen(line), sizeof line - strlen(line), "%s%s:%s", k ? " " : "", mdq_severity_name(all.items[k].severity), all.items[k].rule);
    findings_free(&all);
    if (strcmp(line, cases[i].shown)) fail_msg("%s\n  gives    %s\n  expected %s", cases[i].text, line, cases[i].shown);
  }
}

#endif
