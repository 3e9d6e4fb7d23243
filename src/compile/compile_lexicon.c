/* Compiles a Hunspell dictionary for the program to map at start:

     compile_lexicon [--verbose] AFF DIC SOURCE FILE [COMPILED]

   SOURCE is kept in the file and tells where the dictionary is from. FILE is written whole or not at all. COMPILED is a
   lexicon that was compiled before: it is copied if it was made from just this dictionary, and refused if not. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "base/file.h"
#include "compile/write_whole.h"
#include "lexicon/compiled.h"
#include "lexicon/lexicon_file.h"

static int trouble(const struct mdq_error *error) {
  fprintf(stderr, "compile_lexicon: %s%s%s", error->file, *error->file ? ":" : "", *error->file && !error->line ? " " : "");
  if (error->line) fprintf(stderr, "%zu: ", error->line);
  fprintf(stderr, "%s\n", error->message);
  return 2;
}

/* -- figures -- */

/* Nodes stand one behind the other. */
static void print_part(const struct mdq_automaton *automaton, const char *name, uint32_t from, uint32_t to) {
  size_t nodes = 0, edges = 0;
  for (uint32_t at = from; at < to; nodes++) {
    uint64_t bits = mdq_automaton_bits(automaton, at);
    size_t count = (size_t)__builtin_popcountll(bits & ((UINT64_C(1) << MDQ_MOST_LETTERS) - 1));
    edges += count;
    at += (uint32_t)(2 + (bits >> 62 & 1) + count);
  }
  fprintf(stderr, "%s: %zu nodes, %zu edges, %zu bytes\n", name, nodes, edges, (to - from) * sizeof(uint32_t));
}

static void print_figures(struct mdq_span file) {
  struct mdq_compiled compiled;
  struct mdq_error error;
  if (mdq_compiled_read(&compiled, file, "", &error)) return;
  const struct mdq_lexicon_header *h = compiled.header;
  uint32_t readings = h->stems ? h->stems : h->words.count; /* the root is written first */
  print_part(&compiled.automaton, "forms accepted", 0, readings);
  print_part(&compiled.automaton, "forms without prefixes, with their readings", readings, h->words.count);
  size_t affixes = (h->prefixes.count + h->suffixes.count) * sizeof(struct mdq_lexicon_affix);
  size_t sets = h->derivations.count * sizeof(struct mdq_lexicon_derivation) + h->sets.count * sizeof(struct mdq_lexicon_set) + h->members.count * sizeof(uint16_t);
  fprintf(stderr, "readings: %zu bytes, affixes: %zu bytes, all: %zu bytes\n", sets, affixes, file.len);
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  fprintf(stderr, "%.1f s, %ld MB at most\n", (double)usage.ru_utime.tv_sec + (double)usage.ru_utime.tv_usec / 1e6 + (double)usage.ru_stime.tv_sec, usage.ru_maxrss / 1024);
}

/* -- a lexicon of another build -- */

static enum mdq_status reuse(const char *path, uint64_t source_hash, struct mdq_buf *file, struct mdq_error *error) {
  struct mdq_compiled compiled;
  enum mdq_status status = mdq_file_read(path, file, MDQ_NO_DICT, error);
  if (!status) status = mdq_compiled_read(&compiled, mdq_buf_span(file), path, error);
  if (!status && compiled.header->source_hash != source_hash) status = mdq_fail_at(error, MDQ_NO_DICT, path, 0, 0, "made from another dictionary");
  return status;
}

static enum mdq_status compile(char **names, struct mdq_buf *file, struct mdq_error *error) {
  struct mdq_buf aff, dic;
  mdq_buf_init(&aff);
  mdq_buf_init(&dic);
  enum mdq_status status = mdq_file_read(names[0], &aff, MDQ_NO_DICT, error);
  if (!status) status = mdq_file_read(names[1], &dic, MDQ_NO_DICT, error);
  struct mdq_span rules = mdq_buf_span(&aff), words = mdq_buf_span(&dic);
  if (!status) status = names[4] && *names[4] ? reuse(names[4], mdq_lexicon_source_hash(rules, words), file, error)
                                              : mdq_lexicon_compile(rules, names[0], words, names[1], names[2], file, error);
  mdq_buf_free(&dic);
  mdq_buf_free(&aff);
  return status;
}

int main(int argc, char **argv) {
  bool verbose = argc > 1 && !strcmp(argv[1], "--verbose");
  argc -= verbose;
  argv += verbose;
  if (argc != 5 && argc != 6) {
    fputs("Usage: compile_lexicon [--verbose] AFF DIC SOURCE FILE [COMPILED]\n", stderr);
    return 2;
  }
  struct mdq_error error = { 0 };
  struct mdq_buf file;
  mdq_buf_init(&file);
  enum mdq_status status = compile(argv + 1, &file, &error);
  if (!status) status = mdq_write_whole(argv[4], mdq_buf_span(&file), &error);
  if (!status && verbose) print_figures(mdq_buf_span(&file));
  mdq_buf_free(&file);
  return status ? trouble(&error) : 0;
}
