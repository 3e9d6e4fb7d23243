/* mudaqqiq: options -> linter -> lint each input -> report -> exit status. Only here are errors printed. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "cli/check_pack.h"
#include "cli/explain.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/run.h"
#include "cli/sources.h"
#include "cli/terminal.h"
#include "output/visible.h"

enum { EXIT_CLEAN = 0, EXIT_FINDINGS = 1, EXIT_TROUBLE = 2 };

static void complain(const struct mdq_error *error) {
  struct mdq_buf line;
  mdq_buf_init(&line);
  if (*error->file) mdq_buf_printf(&line, "%s:", error->file);
  if (error->line) mdq_buf_printf(&line, "%zu:%zu:", error->line, error->column);
  mdq_buf_printf(&line, "%s%s", line.len ? " " : "", error->message);
  struct mdq_buf shown;
  mdq_buf_init(&shown);
  mdq_add_visible(&shown, mdq_buf_span(&line));
  fprintf(stderr, "mudaqqiq: %s\n", shown.ptr);
  mdq_buf_free(&shown);
  mdq_buf_free(&line);
}

static int print(struct mdq_buf *text) {
  struct mdq_error error;
  bool written = mdq_write_stdout(text, &error) == MDQ_OK;
  if (!written) complain(&error);
  return written ? EXIT_CLEAN : EXIT_TROUBLE;
}

static int trouble(const struct mdq_error *error) {
  complain(error);
  return EXIT_TROUBLE;
}

/* --max-warnings judges warnings by their number instead of their level. */
static int exit_status(const struct mdq_cli_options *options, const struct mdq_run_result *result) {
  const size_t *count = result->totals.count;
  if (result->trouble) return EXIT_TROUBLE;
  if (options->exit_zero || options->fail_level == MDQ_FAIL_NEVER) return EXIT_CLEAN;
  bool many = options->max_warnings != SIZE_MAX ? count[MDQ_WARNING] > options->max_warnings
                                                : options->fail_level <= MDQ_WARNING && count[MDQ_WARNING];
  bool noted = options->fail_level <= MDQ_NOTE && count[MDQ_NOTE];
  return count[MDQ_ERROR] || many || noted ? EXIT_FINDINGS : EXIT_CLEAN;
}

static int lint_all(const mdq_linter *linter, const struct mdq_cli_options *options,
                    const struct mdq_output *output) {
  struct mdq_inputs inputs;
  struct mdq_error error;
  struct mdq_run_result result;
  const struct mdq_source_choice sources = { options->source, options->source_pattern };
  int status = EXIT_TROUBLE;
  if (!mdq_inputs_find(&inputs, options->arguments, options->stdin_name)) {
    mdq_no_memory(&error);
    complain(&error);
  } else if (mdq_inputs_pair(&inputs, &sources, &error) != MDQ_OK) {
    complain(&error);
  } else {
    if (inputs.empty) fprintf(stderr, "mudaqqiq: %s: no *.txt file in this directory\n", inputs.empty);
    mdq_run_all(linter, options, &inputs, output, complain, &result);
    status = exit_status(options, &result);
  }
  mdq_inputs_free(&inputs);
  return status;
}

static int check_packs(const struct mdq_options *library, const struct mdq_cli_options *options, struct mdq_buf *text) {
  struct mdq_error error;
  size_t complaints;
  const struct mdq_pack_files files = { options->check_packs, options->error_limit, complain };
  if (mdq_check_pack_files(library, &files, text, &complaints, &error) != MDQ_OK) return trouble(&error);
  int status = print(text);
  return status || !complaints || options->exit_zero ? status : EXIT_FINDINGS;
}

static int run(const struct mdq_cli_options *options, struct mdq_buf *text) {
  struct mdq_output output = mdq_terminal_output(options);
  struct mdq_error error;
  /* Never freed: the process ends with it, and the system takes a dictionary back in a tenth of the time. Static,
     so that leak checkers see that it is still in use. */
  static mdq_linter *linter;
  struct mdq_options library;
  if (options->help) return mdq_options_help(output.lang, text), print(text);
  if (options->version) return mdq_buf_printf(text, "mudaqqiq %s\n", mdq_version()), print(text);

  mdq_options_init(&library);
  library.data_dir = options->data_dir;
  library.dict = options->dict;
  library.house = options->house;
  library.packs = options->packs;
  library.date = options->date;
  library.glossaries = options->glossaries;
  library.select = options->select;
  library.ignore = options->ignore;
  library.min_severity = (enum mdq_severity)options->min_severity;
  library.lang = output.lang;
  if (options->check_packs) return check_packs(&library, options, text);
  library.without_fixes = options->reporter->fixes_on_terminal && !output.terminal && !options->list_rules && !options->explain;
  if (mdq_linter_new(&library, &linter, &error) != MDQ_OK) return trouble(&error);

  if (!options->list_rules && !options->explain) return lint_all(linter, options, &output);
  if (mdq_linter_verify(linter, &error) != MDQ_OK) return trouble(&error);
  struct mdq_rule_question question = { .linter = linter, .options = &library, .enabled_only = options->select || options->ignore };
  enum mdq_status answered = options->list_rules ? mdq_list_rules(&question, &output, text, &error)
                                                 : mdq_explain_rule(&question, options->explain, &output, text, &error);
  return answered == MDQ_OK ? print(text) : trouble(&error);
}

/* glibc raises the size from which it gives memory back to the system each time such a block is freed, until none is given
   back any more and the lists of a large draft cannot have the place of the words that were forgotten. */
static void give_memory_back(void) {
#ifdef M_MMAP_THRESHOLD
  mallopt(M_MMAP_THRESHOLD, 256 * 1024);
#endif
}

int main(int argc, char **argv) {
  struct mdq_cli_options options;
  struct mdq_error error;
  struct mdq_buf text;
  give_memory_back();
  signal(SIGPIPE, SIG_IGN); /* a closed pipe is a write error like any other */
  mdq_buf_init(&text);
  int status = mdq_options_parse(&options, argc, argv, &error) == MDQ_OK ? run(&options, &text) : trouble(&error);
  mdq_buf_free(&text);
  mdq_options_free(&options);
  return status;
}
