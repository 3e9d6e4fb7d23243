#include "lint/table_file.h"

#include <sys/mman.h>

static const struct mdq_data_kind kind = { .name = "tables", .version = 3, .layout = sizeof(struct mdq_table_slot) };

enum { NAME_SIZE = 64, MOST_TABLES = 10000, MOST_ROWS = 1 << 26 };

struct entry { /* offsets are into the body */
  char name[NAME_SIZE];
  uint64_t slots, starts, text;
  uint64_t text_len;
  uint32_t slot_count, row_count;
  uint64_t rows_before; /* of the tables before it */
};

struct directory {
  uint64_t count, row_count;
  struct entry entries[];
};

/* -- reading -- */

static const struct directory *directory_of(const struct mdq_table_file *tables) {
  return (const struct directory *)(const void *)tables->file.body;
}

static bool entry_is_sound(const struct mdq_data_file *file, const struct directory *directory, const struct entry *entry) {
  uint32_t slots = entry->slot_count;
  return memchr(entry->name, '\0', NAME_SIZE) && slots > entry->row_count && (slots & (slots - 1)) == 0 &&
         entry->rows_before <= directory->row_count && entry->row_count <= directory->row_count - entry->rows_before &&
         mdq_data_holds(file, entry->slots, slots, sizeof(struct mdq_table_slot), _Alignof(struct mdq_table_slot)) &&
         mdq_data_holds(file, entry->starts, entry->row_count + UINT64_C(1), sizeof(uint32_t), _Alignof(uint32_t)) &&
         mdq_data_holds(file, entry->text, entry->text_len, 1, 1);
}

static bool is_sound(const struct mdq_table_file *tables) {
  const struct mdq_data_file *file = &tables->file;
  if (!mdq_data_holds(file, 0, 1, sizeof(struct directory), 1)) return false;
  const struct directory *directory = directory_of(tables);
  if (directory->row_count > MOST_ROWS || !mdq_data_holds(file, sizeof *directory, directory->count, sizeof(struct entry), 1)) return false;
  for (size_t i = 0; i < directory->count; i++)
    if (!entry_is_sound(file, directory, &directory->entries[i])) return false;
  return true;
}

static bool map_cache(struct mdq_table_file *tables) {
  tables->cache_size = ((size_t)directory_of(tables)->row_count + 1) * sizeof *tables->cache;
  void *cache = mmap(NULL, tables->cache_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  tables->cache = cache == MAP_FAILED ? NULL : cache;
  return tables->cache != NULL;
}

enum mdq_status mdq_table_file_open(struct mdq_table_file *tables, const char *data_dir, struct mdq_error *error) {
  *tables = (struct mdq_table_file){ 0 };
  enum mdq_status status = mdq_data_file_open(&tables->file, data_dir, &kind, error);
  if (status || !tables->file.bytes) return status;
  if (!is_sound(tables)) status = mdq_fail(error, MDQ_NO_DATA, "%.300s/compiled/tables.bin: damaged", data_dir);
  else if (!map_cache(tables)) status = mdq_no_memory(error);
  if (status) mdq_table_file_close(tables);
  return status;
}

void mdq_table_file_close(struct mdq_table_file *tables) {
  if (tables->cache) munmap(tables->cache, tables->cache_size);
  mdq_data_file_close(&tables->file);
  *tables = (struct mdq_table_file){ 0 };
}

bool mdq_table_file_find(const struct mdq_table_file *tables, const char *name, struct mdq_table *table) {
  const struct directory *directory = tables->file.bytes ? directory_of(tables) : NULL;
  size_t i = 0;
  while (directory && i < directory->count && strcmp(directory->entries[i].name, name)) i++;
  if (!directory || i == directory->count) return false;
  const struct entry *entry = &directory->entries[i];
  const char *body = tables->file.body;
  *table = (struct mdq_table){
    .slots = (const struct mdq_table_slot *)(const void *)(body + entry->slots), .slot_count = entry->slot_count,
    .starts = (const uint32_t *)(const void *)(body + entry->starts), .text = mdq_span_of(body + entry->text, (size_t)entry->text_len),
    .cache = tables->cache + entry->rows_before, .row_count = entry->row_count,
  };
  return true;
}

/* -- writing -- */

/* Appends bytes, aligned; returns where they stand. */
static uint64_t append(struct mdq_buf *body, const void *bytes, size_t size) {
  while (body->len % MDQ_DATA_ALIGN && !body->failed) mdq_buf_addc(body, '\0');
  uint64_t at = body->len;
  mdq_buf_add(body, mdq_span_of(bytes, size));
  return at;
}

static void append_table(struct mdq_buf *body, const struct mdq_table *table, struct entry *entry) {
  entry->slot_count = (uint32_t)table->slot_count;
  entry->row_count = (uint32_t)table->row_count;
  entry->text_len = table->text.len;
  entry->slots = append(body, table->slots, table->slot_count * sizeof *table->slots);
  entry->starts = append(body, table->starts, (table->row_count + 1) * sizeof *table->starts);
  entry->text = append(body, table->text.ptr, table->text.len);
}

static enum mdq_status check_sizes(const struct mdq_named_table *tables, size_t count, struct mdq_error *error) {
  size_t rows = 0;
  if (count > MOST_TABLES) return mdq_fail(error, MDQ_NO_DATA, "more than %d tables", MOST_TABLES);
  for (size_t i = 0; i < count; i++) {
    rows += tables[i].table.row_count;
    if (strlen(tables[i].name) >= NAME_SIZE) return mdq_fail(error, MDQ_NO_DATA, "%s: the name has more than %d bytes", tables[i].name, NAME_SIZE - 1);
  }
  return rows <= MOST_ROWS ? MDQ_OK : mdq_fail(error, MDQ_NO_DATA, "more than %d rows", MOST_ROWS);
}

enum mdq_status mdq_table_file_write(const struct mdq_named_table *tables, size_t count, const char *data_dir, struct mdq_error *error) {
  enum mdq_status status = check_sizes(tables, count, error);
  if (status) return status;
  size_t size = sizeof(struct directory) + count * sizeof(struct entry);
  struct mdq_arena arena = MDQ_ARENA_INIT;
  struct directory *directory = mdq_arena_alloc(&arena, size);
  if (!directory) return mdq_no_memory(error);
  struct mdq_buf body;
  mdq_buf_init(&body);
  mdq_buf_add(&body, mdq_span_of((const char *)directory, size)); /* as a place to hold */
  directory->count = count;
  for (size_t i = 0; i < count; i++) {
    struct entry *entry = &directory->entries[i];
    memcpy(entry->name, tables[i].name, strlen(tables[i].name));
    entry->rows_before = directory->row_count;
    append_table(&body, &tables[i].table, entry);
    directory->row_count += entry->row_count;
  }
  if (!body.failed) memcpy(body.ptr, directory, size);
  status = body.failed ? mdq_no_memory(error) : mdq_data_file_write(data_dir, &kind, mdq_buf_span(&body), body.len, 0, error);
  mdq_buf_free(&body);
  mdq_arena_free(&arena);
  return status;
}
