/* Closed lists of the rules: TSV files under dicts/, immutable, shared by all threads. A file holds `# comment` lines
   and rows; the first column is the key. A table is the text of its rows with an index by key, either made from the
   TSV file or found ready in compiled data (table_file.h); a row is split into columns when it is first asked for.

   A line `#:names 4 5` at the head of a file says that rows are found by what stands in these columns (from 1), too:
   names with ";" or "," between. The index has the first Arabic word of a longer name as well, so that a text is soon known to hold none. */
#ifndef MDQ_LINT_TABLE_H
#define MDQ_LINT_TABLE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

enum { MDQ_TABLE_COLUMNS = 6 };

struct mdq_row {
  struct mdq_span column[MDQ_TABLE_COLUMNS]; /* absent columns are empty */
};

struct mdq_table_slot {
  uint32_t tag; /* upper half of the key's hash */
  uint32_t row; /* from 1; 0: free */
};

struct mdq_table {
  const struct mdq_table_slot *slots;
  size_t slot_count;      /* a power of two, more than there are keys and names; each is sought from the lower half of its hash on */
  const uint32_t *starts; /* where rows start in the text, and where the last one ends */
  struct mdq_span text;   /* the rows, each with its line end */
  struct mdq_row *cache;  /* zeroed until a row is asked for */
  const void *derived;    /* what those who read the table have worked out of its rows, for their own use; NULL: nothing */
  size_t row_count;
  unsigned name_columns;  /* bit i: column i lists names; of a table made from its source */
  struct mdq_arena arena; /* of a table made from its source */
};

/* Reads data_dir/name, e.g. "names/titles.tsv". */
enum mdq_status mdq_table_load(struct mdq_table *table, const char *data_dir, const char *name, struct mdq_error *error);
void mdq_table_free(struct mdq_table *table);

/* The row with that key, or NULL; of several rows with one key the last. */
const struct mdq_row *mdq_table_get(const struct mdq_table *table, struct mdq_span key);

/* The first row that has the name in one of its lists, column `column` (from 0), or NULL. */
const struct mdq_row *mdq_table_find(const struct mdq_table *table, size_t column, struct mdq_span name);

/* Steps through the rows that may have a name of that hash as their key or in a list, each at least once, in the order in which
   mdq_table_find() looks at them; *tried is 0 at first. NULL: no more. */
const struct mdq_row *mdq_table_next(const struct mdq_table *table, uint64_t hash, size_t *tried);

/* The index has the word: as a key, as a name, or as the first word of a name. Seldom true of another word. */
bool mdq_table_may_begin(const struct mdq_table *table, struct mdq_span word);

/* Row i < row_count, in the file's order. */
const struct mdq_row *mdq_table_row(const struct mdq_table *table, size_t i);

#endif
