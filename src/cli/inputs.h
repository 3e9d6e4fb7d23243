/* The files to lint: what the command line names, directories replaced by the *.txt files below them. */
#ifndef MDQ_CLI_INPUTS_H
#define MDQ_CLI_INPUTS_H

#include "base/arena.h"
#include "base/error.h"
#include "cli/input_bytes.h"

struct mdq_input_file {
  const char *path;   /* NULL: standard input */
  const char *name;   /* in diagnostics */
  int problem;        /* errno of a directory that could not be read; 0: a file to lint */
  const char *source; /* the file with the text that it translates, "-" for standard input, or NULL */
};

struct mdq_inputs {
  struct mdq_arena arena;
  struct mdq_input_file *files;
  size_t count, capacity;
  const char *empty; /* the first directory without a *.txt file below it, or NULL */
};

/* Finds the files in the order of the arguments, those of a directory by path, bytewise; hidden files and
   directories, and directories behind symbolic links, are passed over. "-" is standard input, which is called
   stdin_name. Files need not be readable, that shows when they are read. False: out of memory. */
bool mdq_inputs_find(struct mdq_inputs *inputs, char *const *arguments, const char *stdin_name);
void mdq_inputs_free(struct mdq_inputs *inputs);

/* The bytes of the file, or of its source; to be freed also after a failure. */
enum mdq_status mdq_input_read(const struct mdq_input_file *file, struct mdq_input_bytes *bytes, struct mdq_error *error);
enum mdq_status mdq_source_read(const struct mdq_input_file *file, struct mdq_input_bytes *bytes, struct mdq_error *error);

#endif
