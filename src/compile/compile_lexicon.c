/* Compiles a Hunspell dictionary for the program to map at start:

     compile_lexicon AFF DIC SOURCE FILE

   SOURCE is kept in the file and tells where the dictionary is from. FILE is written whole or not at all. */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "compile/write_whole.h"
#include "lexicon/lexicon_file.h"

static int trouble(const struct mdq_error *error) {
  fprintf(stderr, "compile_lexicon: %s%s%s", error->file, *error->file ? ":" : "", *error->file && !error->line ? " " : "");
  if (error->line) fprintf(stderr, "%zu: ", error->line);
  fprintf(stderr, "%s\n", error->message);
  return 2;
}

int main(int argc, char **argv) {
  if (argc != 5) {
    fputs("Usage: compile_lexicon AFF DIC SOURCE FILE\n", stderr);
    return 2;
  }
  struct mdq_error error = { 0 };
  struct mdq_buf aff, dic, file;
  mdq_buf_init(&aff);
  mdq_buf_init(&dic);
  mdq_buf_init(&file);
  if (mdq_file_read(argv[1], &aff, MDQ_NO_DICT, &error) || mdq_file_read(argv[2], &dic, MDQ_NO_DICT, &error) ||
      mdq_lexicon_compile(mdq_buf_span(&aff), argv[1], mdq_buf_span(&dic), argv[2], argv[3], &file, &error) ||
      mdq_write_whole(argv[4], mdq_buf_span(&file), &error))
    return trouble(&error);
  mdq_buf_free(&file);
  mdq_buf_free(&dic);
  mdq_buf_free(&aff);
  return 0;
}
