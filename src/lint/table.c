#include "lint/table.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/file.h"
#include "text/lines.h"

static struct mdq_row split(struct mdq_span line) {
  struct mdq_row row = { 0 };
  for (size_t column = 0, from = 0; column < MDQ_TABLE_COLUMNS && from <= line.len; column++) {
    const char *tab = from < line.len ? memchr(line.ptr + from, '\t', line.len - from) : NULL;
    size_t to = tab && column + 1 < MDQ_TABLE_COLUMNS ? (size_t)(tab - line.ptr) : line.len;
    row.column[column] = mdq_span_sub(line, from, to);
    from = to + 1;
  }
  return row;
}

static enum mdq_status fill(struct mdq_table *table, struct mdq_span text, const char *path, struct mdq_error *error) {
  struct mdq_row *rows = NULL;
  size_t count = 0, capacity = 0, at = 0, number = 0;
  struct mdq_span line;
  while (mdq_line_next(text, &at, &line)) {
    number++;
    if (!line.len || line.ptr[0] == '#') continue;
    struct mdq_row *row = mdq_arena_push(&table->arena, &rows, &count, &capacity, sizeof *row);
    if (!row) return mdq_no_memory(error);
    *row = split(line);
    if (!row->column[0].len) return mdq_fail_at(error, MDQ_NO_DATA, path, number, 1, "a row without a key");
  }
  table->rows = rows;
  table->row_count = count;
  for (size_t i = 0; i < count; i++)
    if (!mdq_map_put(&table->map, rows[i].column[0], &rows[i])) return mdq_no_memory(error);
  return MDQ_OK;
}

enum mdq_status mdq_table_load(struct mdq_table *table, const char *data_dir, const char *name, struct mdq_error *error) {
  *table = (struct mdq_table){ 0 };
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", data_dir, name);
  struct mdq_buf buf;
  mdq_buf_init(&buf);
  enum mdq_status status = mdq_file_read(path, &buf, MDQ_NO_DATA, error);
  struct mdq_span text = mdq_arena_copy(&table->arena, mdq_buf_span(&buf));
  mdq_buf_free(&buf);
  if (!status && table->arena.failed) status = mdq_no_memory(error);
  if (!status) status = fill(table, text, path, error);
  if (status) mdq_table_free(table);
  return status;
}

void mdq_table_free(struct mdq_table *table) {
  mdq_map_free(&table->map);
  mdq_arena_free(&table->arena);
  *table = (struct mdq_table){ 0 };
}
