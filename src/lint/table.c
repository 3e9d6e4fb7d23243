#include "lint/table.h"

#include <pthread.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "text/lines.h"
#include "text/word.h"

/* -- rows -- */

static struct mdq_row split(struct mdq_span line) {
  struct mdq_row row;
  size_t from = 0;
  for (size_t column = 0; column < MDQ_TABLE_COLUMNS; column++) {
    row.column[column] = MDQ_SPAN_LIT("");
    if (from > line.len) continue;
    const char *tab = from < line.len ? memchr(line.ptr + from, '\t', line.len - from) : NULL;
    size_t to = tab && column + 1 < MDQ_TABLE_COLUMNS ? (size_t)(tab - line.ptr) : line.len;
    row.column[column] = mdq_span_sub(line, from, to);
    from = to + 1;
  }
  return row;
}

/* Compiled data may be damaged, so that nothing it says of places in it is taken on trust. */
static struct mdq_span line_of(const struct mdq_table *table, size_t i) {
  size_t start = table->starts[i], end = table->starts[i + 1];
  return start < end && end <= table->text.len ? mdq_span_sub(table->text, start, end - 1) : MDQ_SPAN_LIT("");
}

/* The key's pointer is set last and tells that the row is there. The lock is for writers: once a row has been split,
   nobody takes it for that row again. */
static void fill_row(const struct mdq_table *table, size_t i) {
  static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
  struct mdq_row *row = &table->cache[i], columns = split(line_of(table, i));
  pthread_mutex_lock(&lock);
  if (!row->column[0].ptr) {
    memcpy(&row->column[1], &columns.column[1], sizeof *row - sizeof row->column[0]);
    row->column[0].len = columns.column[0].len;
    __atomic_store_n(&row->column[0].ptr, columns.column[0].ptr, __ATOMIC_RELEASE);
  }
  pthread_mutex_unlock(&lock);
}

const struct mdq_row *mdq_table_row(const struct mdq_table *table, size_t i) {
  const struct mdq_row *row = &table->cache[i];
  if (!__atomic_load_n(&row->column[0].ptr, __ATOMIC_ACQUIRE)) fill_row(table, i);
  return row;
}

/* -- the index -- */

/* Steps through the names of a list; *at is where the next one starts. False at the end. */
static bool next_name(struct mdq_span list, size_t *at, struct mdq_span *name) {
  while (*at < list.len) {
    size_t from = *at, to = from;
    while (to < list.len && list.ptr[to] != ';' && list.ptr[to] != ',') to++;
    *at = to + 1;
    *name = mdq_span_sub(list, from, to);
    if (name->len) return true;
  }
  return false;
}

static bool lists_name(struct mdq_span list, struct mdq_span name) {
  struct mdq_span listed;
  for (size_t at = 0; next_name(list, &at, &listed);)
    if (mdq_span_eq(listed, name)) return true;
  return false;
}

static inline const struct mdq_row *next_row(const struct mdq_table *table, uint64_t hash, size_t *tried) {
  while (*tried < table->slot_count) {
    struct mdq_table_slot slot = table->slots[((size_t)hash + (*tried)++) & (table->slot_count - 1)];
    if (!slot.row) return NULL;
    if (slot.tag == hash >> 32 && slot.row <= table->row_count) return mdq_table_row(table, slot.row - 1);
  }
  return NULL;
}

const struct mdq_row *mdq_table_next(const struct mdq_table *table, uint64_t hash, size_t *tried) {
  return next_row(table, hash, tried);
}

bool mdq_table_may_begin(const struct mdq_table *table, struct mdq_span word) {
  size_t tried = 0;
  return next_row(table, mdq_hash(word), &tried) != NULL;
}

const struct mdq_row *mdq_table_find(const struct mdq_table *table, size_t column, struct mdq_span name) {
  uint64_t hash = mdq_hash(name);
  const struct mdq_row *row;
  if (!column) return mdq_table_get(table, name);
  for (size_t tried = 0; (row = next_row(table, hash, &tried));)
    if (lists_name(row->column[column], name)) break;
  return row;
}

const struct mdq_row *mdq_table_get(const struct mdq_table *table, struct mdq_span key) {
  uint64_t hash = mdq_hash(key);
  const struct mdq_row *row;
  for (size_t tried = 0; (row = next_row(table, hash, &tried));)
    if (mdq_span_eq(row->column[0], key)) break;
  return row;
}

static struct mdq_span key_of(struct mdq_span line) {
  const char *tab = line.len ? memchr(line.ptr, '\t', line.len) : NULL;
  return tab ? mdq_span_of(line.ptr, (size_t)(tab - line.ptr)) : line;
}

static void add_key(const struct mdq_table *table, struct mdq_table_slot *slots, size_t row) {
  struct mdq_span key = key_of(line_of(table, row));
  uint64_t hash = mdq_hash(key);
  size_t at = (size_t)hash & (table->slot_count - 1);
  while (slots[at].row && !mdq_span_eq(key_of(line_of(table, slots[at].row - 1)), key)) at = (at + 1) & (table->slot_count - 1);
  slots[at] = (struct mdq_table_slot){ (uint32_t)(hash >> 32), (uint32_t)row + 1 };
}

static void add_name(const struct mdq_table *table, struct mdq_table_slot *slots, struct mdq_span name, size_t row, bool unless_known) {
  uint64_t hash = mdq_hash(name);
  size_t at = (size_t)hash & (table->slot_count - 1);
  for (; slots[at].row; at = (at + 1) & (table->slot_count - 1))
    if (unless_known && slots[at].tag == hash >> 32) return;
  slots[at] = (struct mdq_table_slot){ (uint32_t)(hash >> 32), (uint32_t)row + 1 };
}

/* The Arabic word that a longer name begins with; empty: none. */
static struct mdq_span head_of(struct mdq_span name) {
  size_t end = mdq_plain_letters_end(name, 0);
  return mdq_span_sub(name, 0, end < name.len ? end : 0);
}

/* Counts the names of a row, or the heads of its names; where there are slots, enters them, too. */
static size_t add_names(const struct mdq_table *table, struct mdq_table_slot *slots, size_t row, bool heads) {
  struct mdq_row columns = split(line_of(table, row));
  size_t count = 0;
  for (size_t column = 1; column < MDQ_TABLE_COLUMNS; column++) {
    struct mdq_span name, before = MDQ_SPAN_LIT("");
    if (!(table->name_columns >> column & 1)) continue;
    for (size_t from = 0; next_name(columns.column[column], &from, &name);) {
      if (heads) name = head_of(name);
      if (heads && (!name.len || mdq_span_eq(name, before))) continue;
      if (slots) add_name(table, slots, name, row, heads);
      before = name;
      count++;
    }
  }
  return count;
}

static bool make_index(struct mdq_table *table) {
  size_t entries = table->row_count;
  table->slot_count = 4;
  for (size_t i = 0; table->name_columns && i < table->row_count; i++) entries += add_names(table, NULL, i, false) + add_names(table, NULL, i, true);
  while (table->slot_count < entries * 3 / 2 + 1) table->slot_count *= 2;
  struct mdq_table_slot *slots = mdq_arena_array(&table->arena, table->slot_count, sizeof *slots);
  table->cache = mdq_arena_array(&table->arena, table->row_count + 1, sizeof *table->cache);
  if (!slots || !table->cache) return false;
  for (size_t i = 0; i < table->row_count; i++) add_key(table, slots, i);
  for (int heads = 0; table->name_columns && heads < 2; heads++)
    for (size_t i = 0; i < table->row_count; i++) add_names(table, slots, i, heads);
  table->slots = slots;
  return true;
}

/* -- from a TSV file -- */

/* «#:names 4 5» */
static void read_head_line(struct mdq_table *table, struct mdq_span line) {
  if (!mdq_span_starts(line, MDQ_SPAN_LIT("#:names "))) return;
  for (size_t i = strlen("#:names "); i < line.len; i++)
    if (line.ptr[i] > '1' && line.ptr[i] <= '0' + MDQ_TABLE_COLUMNS) table->name_columns |= 1u << (line.ptr[i] - '1');
}

static enum mdq_status copy_rows(struct mdq_table *table, struct mdq_span file, const char *path, struct mdq_error *error) {
  char *text = mdq_arena_alloc(&table->arena, file.len + 1);
  uint32_t *starts = NULL;
  size_t count = 0, capacity = 0, at = 0, number = 0, used = 0;
  struct mdq_span line;
  if (file.len >= UINT32_MAX) return mdq_fail_at(error, MDQ_NO_DATA, path, 0, 0, "larger than 4 GiB");
  while (text && mdq_line_next(file, &at, &line)) {
    number++;
    if (line.len && line.ptr[0] == '#') read_head_line(table, line);
    if (!line.len || line.ptr[0] == '#') continue;
    if (line.ptr[0] == '\t') return mdq_fail_at(error, MDQ_NO_DATA, path, number, 1, "a row without a key");
    uint32_t *start = mdq_arena_push(&table->arena, &starts, &count, &capacity, sizeof *start);
    if (!start) return mdq_no_memory(error);
    *start = (uint32_t)used;
    memcpy(text + used, line.ptr, line.len);
    text[used + line.len] = '\n';
    used += line.len + 1;
  }
  table->row_count = count;
  uint32_t *end = text ? mdq_arena_push(&table->arena, &starts, &count, &capacity, sizeof *end) : NULL;
  if (!end) return mdq_no_memory(error);
  *end = (uint32_t)used;
  table->starts = starts;
  table->text = mdq_span_of(text, used);
  return MDQ_OK;
}

enum mdq_status mdq_table_load(struct mdq_table *table, const char *data_dir, const char *name, struct mdq_error *error) {
  *table = (struct mdq_table){ 0 };
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", data_dir, name);
  struct mdq_buf buf;
  mdq_buf_init(&buf);
  enum mdq_status status = mdq_file_read(path, &buf, MDQ_NO_DATA, error);
  if (!status) status = copy_rows(table, mdq_buf_span(&buf), path, error);
  mdq_buf_free(&buf);
  if (!status && !make_index(table)) status = mdq_no_memory(error);
  if (status) mdq_table_free(table);
  return status;
}

void mdq_table_free(struct mdq_table *table) {
  mdq_arena_free(&table->arena);
  *table = (struct mdq_table){ 0 };
}
