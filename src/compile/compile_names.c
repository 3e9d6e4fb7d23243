/* Compiles dicts/names/ for the program to map at start:

     compile_names DATA_DIR FILE

   FILE is written whole or not at all. */
#include <stdio.h>

#include "compile/write_whole.h"
#include "lexicon/names.h"

int main(int argc, char **argv) {
  if (argc != 3) {
    fputs("Usage: compile_names DATA_DIR FILE\n", stderr);
    return 2;
  }
  struct mdq_error error = { 0 };
  struct mdq_buf file;
  mdq_buf_init(&file);
  enum mdq_status status = mdq_names_compile(argv[1], &file, &error);
  if (!status) status = mdq_write_whole(argv[2], mdq_buf_span(&file), &error);
  if (status) fprintf(stderr, "compile_names: %s:%zu: %s\n", error.file, error.line, error.message);
  mdq_buf_free(&file);
  return status ? 2 : 0;
}
