/* Compiles dicts/lexicon/word-counts.tsv for the program to map at start:

     compile_counts SOURCE FILE

   FILE is written whole or not at all. */
#include <stdio.h>

#include "base/file.h"
#include "compile/write_whole.h"
#include "lexicon/word_counts.h"

int main(int argc, char **argv) {
  if (argc != 3) {
    fputs("Usage: compile_counts SOURCE FILE\n", stderr);
    return 2;
  }
  struct mdq_error error = { 0 };
  struct mdq_buf source, file;
  mdq_buf_init(&source);
  mdq_buf_init(&file);
  enum mdq_status status = mdq_file_read(argv[1], &source, MDQ_NO_DATA, &error);
  if (!status) status = mdq_word_counts_compile(mdq_buf_span(&source), argv[1], &file, &error);
  if (!status) status = mdq_write_whole(argv[2], mdq_buf_span(&file), &error);
  if (status) fprintf(stderr, "compile_counts: %s:%zu: %s\n", error.file, error.line, error.message);
  mdq_buf_free(&file);
  mdq_buf_free(&source);
  return status ? 2 : 0;
}
