#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "mudaqqiq.h"

static int show(void *user, const struct mdq_diagnostic *d) {
  (void)user;
  return printf("%s:%zu:%zu: %s: %s [%s]\n", d->file, d->line, d->column, mdq_severity_name(d->severity), d->message, d->rule) < 0;
}

int main(int argc, char **argv) {
  struct mdq_options options;
  mdq_options_init(&options);
  if (getenv("MDQ_NOTES")) options.min_severity = MDQ_NOTE;
  mdq_linter *linter;
  struct mdq_error error = { 0 };
  if (mdq_linter_new(&options, &linter, &error)) return fprintf(stderr, "mudaqqiq: %s\n", error.message), 2;
  for (int i = 1; i < argc; i++) {
    struct mdq_buf text;
    mdq_buf_init(&text);
    if (mdq_file_read(argv[i], &text, MDQ_BAD_INPUT, &error)) return fprintf(stderr, "mudaqqiq: %s\n", error.message), 2;
    struct mdq_input input = { .name = argv[i], .bytes = text.ptr, .size = text.len };
    if (mdq_lint(linter, &input, show, NULL, &error)) return fprintf(stderr, "mudaqqiq: %s\n", error.message), 2;
    mdq_buf_free(&text);
  }
  mdq_linter_free(linter);
  return 0;
}
