/* Closed lists of the rules: TSV files under dicts/, loaded once, immutable, shared by all threads.
   A file holds `# comment` lines and rows; the first column is the key. */
#ifndef MDQ_LINT_TABLE_H
#define MDQ_LINT_TABLE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/map.h"

enum { MDQ_TABLE_COLUMNS = 6 };

struct mdq_row {
  struct mdq_span column[MDQ_TABLE_COLUMNS]; /* absent columns are empty */
};

struct mdq_table {
  struct mdq_map map;
  const struct mdq_row *rows; /* in the file's order */
  size_t row_count;
  struct mdq_arena arena;
};

/* Reads data_dir/name, e.g. "names/titles.tsv". */
enum mdq_status mdq_table_load(struct mdq_table *table, const char *data_dir, const char *name, struct mdq_error *error);
void mdq_table_free(struct mdq_table *table);

/* The row with that key, or NULL. */
static inline const struct mdq_row *mdq_table_get(const struct mdq_table *table, struct mdq_span key) {
  return mdq_map_get(&table->map, key);
}

#endif
