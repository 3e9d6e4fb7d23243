/* Compiles the rule data: what the program would otherwise read, check and index at every start. A tool of the build,
   not installed.

     compile-data SOURCES OUTPUT    from dicts/ to packs.bin, tables.bin, names.bin and profiles.bin in OUTPUT/compiled

   An error in the data is printed as a compiler would, and the exit status is 1. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile/compile_profiles.h"
#include "compile/names_cldr.h"
#include "lint/facts.h"
#include "lint/registry.h"
#include "lint/table_file.h"
#include "pack/image.h"
#include "pack/rendering.h"

static enum mdq_status compile_packs(const char *sources, const char *output, struct mdq_error *error) {
  struct mdq_packs *packs;
  enum mdq_status status = mdq_packs_load(&packs, sources, error);
  if (!status) status = mdq_packs_write(packs, output, error);
  mdq_packs_free(packs);
  return status;
}

/* -- tables: those that a group of rules names -- */

struct tables {
  struct mdq_named_table *items;
  size_t count;
};

static bool is_known(const struct tables *tables, const char *name) {
  for (size_t i = 0; i < tables->count; i++)
    if (!strcmp(tables->items[i].name, name)) return true;
  return false;
}

static enum mdq_status load_table(struct tables *tables, const char *sources, const char *name, struct mdq_error *error) {
  struct mdq_named_table *grown = realloc(tables->items, (tables->count + 1) * sizeof *grown);
  if (!grown) return mdq_no_memory(error);
  tables->items = grown;
  grown[tables->count].name = name;
  enum mdq_status status = mdq_table_load(&grown[tables->count].table, sources, name, error);
  if (!status) tables->count++;
  return status;
}

static enum mdq_status load_named(struct tables *tables, const char *sources, const char *const *names, struct mdq_error *error) {
  enum mdq_status status = MDQ_OK;
  for (; names && *names && !status; names++)
    if (!is_known(tables, *names)) status = load_table(tables, sources, *names, error);
  return status;
}

static enum mdq_status load_tables(struct tables *tables, const char *sources, struct mdq_error *error) {
  enum mdq_status status = load_named(tables, sources, mdq_facts_tables, error);
  if (!status) status = load_named(tables, sources, mdq_packs_tables, error);
  for (size_t g = 0; g < mdq_rule_group_count && !status; g++) status = load_named(tables, sources, mdq_rule_groups[g]->tables, error);
  return status;
}

static enum mdq_status compile_tables(const char *sources, const char *output, struct mdq_error *error) {
  struct tables tables = { NULL, 0 };
  enum mdq_status status = load_tables(&tables, sources, error);
  if (!status) status = mdq_table_file_write(tables.items, tables.count, output, error);
  for (size_t i = 0; i < tables.count; i++) mdq_table_free(&tables.items[i].table);
  free(tables.items);
  return status;
}

int main(int argc, char **argv) {
  struct mdq_error error = { 0 };
  if (argc != 3) {
    fprintf(stderr, "usage: compile-data SOURCES OUTPUT\n");
    return EXIT_FAILURE;
  }
  enum mdq_status status = compile_packs(argv[1], argv[2], &error);
  if (!status) status = compile_tables(argv[1], argv[2], &error);
  if (!status) status = mdq_names_write(argv[1], mdq_names_add_cldr, argv[2], &error);
  if (!status) status = mdq_compile_profiles(argv[1], argv[2], &error);
  if (!status) return EXIT_SUCCESS;
  if (*error.file) fprintf(stderr, "%s:", error.file);
  if (error.line) fprintf(stderr, "%zu:%zu:", error.line, error.column);
  fprintf(stderr, "%serror: %s\n", *error.file ? " " : "", error.message);
  return EXIT_FAILURE;
}
