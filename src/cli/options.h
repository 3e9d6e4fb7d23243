/* The command line. One table in options.c names every option: getopt_long's list, the help and the checks of
   values all come from it. */
#ifndef MDQ_CLI_OPTIONS_H
#define MDQ_CLI_OPTIONS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "output/reporter.h"

enum mdq_color { MDQ_COLOR_AUTO = 0, MDQ_COLOR_ALWAYS, MDQ_COLOR_NEVER };

enum { MDQ_FAIL_NEVER = MDQ_ERROR + 1 }; /* of --fail-level */

struct mdq_cli_options {
  int help, version, list_rules; /* flags */
  const char *explain;           /* a rule, or NULL */
  const char **select, **ignore; /* NULL-terminated, or NULL */
  int min_severity;              /* enum mdq_severity; not above what makes the exit status 1 */
  int fail_level;                /* enum mdq_severity or MDQ_FAIL_NEVER */
  size_t max_warnings;           /* SIZE_MAX: not given */
  int exit_zero, isolated;
  const struct mdq_reporter *reporter;
  const char *input_format;
  const char *source;            /* path, "-", or NULL */
  const char *source_pattern;    /* with {stem}, or NULL */
  const char *house;             /* a preset, or NULL */
  const char *date;              /* YYYY-MM-DD, or NULL; the library reads it */
  const char **packs, **check_packs; /* files, NULL-terminated, or NULL */
  size_t error_limit;            /* of check_packs; 0: none */
  const char **glossaries; /* the same */
  const char *dict, *data_dir;   /* NULL: the library's default */
  int lang, column_unit, color;  /* enum mdq_lang, mdq_column_unit, mdq_color */
  const char *stdin_name;
  size_t jobs;
  char *const *arguments;        /* files and directories, NULL-terminated */
  size_t argument_count;
  struct mdq_arena arena;
};

/* Fails with MDQ_BAD_OPTION. argv is borrowed, and reordered. */
enum mdq_status mdq_options_parse(struct mdq_cli_options *options, int argc, char **argv, struct mdq_error *error);
void mdq_options_free(struct mdq_cli_options *options);

void mdq_options_help(enum mdq_lang lang, struct mdq_buf *out);

#endif
