/* The tables of the rules, compiled: data_dir/compiled/tables.bin holds each table's rows with their index. Opening it
   verifies its checksum; a row is split into columns when it is first asked for. */
#ifndef MDQ_LINT_TABLE_FILE_H
#define MDQ_LINT_TABLE_FILE_H

#include "base/data_file.h"
#include "lint/table.h"

struct mdq_table_file {
  struct mdq_data_file file;
  struct mdq_row *cache; /* of all tables, one behind the other; mapped, so that rows nobody asks for take no memory */
  size_t cache_size;
};

struct mdq_named_table {
  const char *name; /* e.g. "names/titles.tsv" */
  struct mdq_table table;
};

/* Opens the file; if there is none, nothing is found in it. */
enum mdq_status mdq_table_file_open(struct mdq_table_file *tables, const char *data_dir, struct mdq_error *error);
void mdq_table_file_close(struct mdq_table_file *tables);

/* The table of that name, valid until the file is closed; false: it is not there. */
bool mdq_table_file_find(const struct mdq_table_file *tables, const char *name, struct mdq_table *table);

/* Writes the file. */
enum mdq_status mdq_table_file_write(const struct mdq_named_table *tables, size_t count, const char *data_dir, struct mdq_error *error);

#endif
