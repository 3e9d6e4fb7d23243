/* Compiles a Hunspell dictionary for the program to map at start:

     compile_lexicon [--verbose] AFF DIC SOURCE FILE [WORDS [COMPILED]]

   SOURCE is kept in the file and tells where the dictionary is from. FILE is written whole or not at all. WORDS are counts of
   words of news, as in dicts/lexicon: what they lead over is put together in the file, so that a draft, which has much the
   same words, has little of it in memory. COMPILED is a lexicon that was compiled before: it is copied if it was made from
   just this dictionary, and refused if not. An empty name is none. */
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

static void print_part(const struct mdq_automaton *automaton, const char *name) {
  size_t nodes = 0, edges = 0;
  for (size_t at = 0; at < automaton->size; at = mdq_automaton_next(automaton, (uint32_t)at), nodes++)
    edges += mdq_count_bits(mdq_automaton_letters(automaton, (uint32_t)at));
  fprintf(stderr, "%s: %zu nodes, %zu edges, %zu bytes\n", name, nodes, edges, automaton->size);
}

static void print_figures(struct mdq_span file) {
  struct mdq_compiled compiled;
  struct mdq_error error;
  if (mdq_compiled_read(&compiled, file, "", &error)) return;
  const struct mdq_lexicon_header *h = compiled.header;
  print_part(&compiled.automaton, "forms accepted");
  print_part(&compiled.readings, "forms without prefixes, with their readings");
  size_t affixes = (h->prefixes.count + h->suffixes.count) * sizeof(struct mdq_lexicon_affix);
  size_t sets = h->derivations.count * sizeof(struct mdq_lexicon_derivation) + h->sets.count * sizeof(uint16_t);
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
  struct mdq_buf aff, dic, news;
  const char *news_path = names[4], *compiled = news_path ? names[5] : NULL;
  mdq_buf_init(&aff);
  mdq_buf_init(&dic);
  mdq_buf_init(&news);
  enum mdq_status status = mdq_file_read(names[0], &aff, MDQ_NO_DICT, error);
  if (!status) status = mdq_file_read(names[1], &dic, MDQ_NO_DICT, error);
  struct mdq_span rules = mdq_buf_span(&aff), words = mdq_buf_span(&dic);
  if (!status && compiled && *compiled) {
    status = reuse(compiled, mdq_lexicon_source_hash(rules, words), file, error);
  } else {
    if (!status && news_path && *news_path) status = mdq_file_read(news_path, &news, MDQ_NO_DATA, error);
    if (!status) status = mdq_lexicon_compile(rules, names[0], words, names[1], mdq_buf_span(&news), names[2], file, error);
  }
  mdq_buf_free(&news);
  mdq_buf_free(&dic);
  mdq_buf_free(&aff);
  return status;
}

int main(int argc, char **argv) {
  bool verbose = argc > 1 && !strcmp(argv[1], "--verbose");
  argc -= verbose;
  argv += verbose;
  if (argc < 5 || argc > 7) {
    fputs("Usage: compile_lexicon [--verbose] AFF DIC SOURCE FILE [WORDS [COMPILED]]\n", stderr);
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
