#include "glossary/glossary.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/file.h"
#include "glossary/reader.h"
#include "text/lines.h"
#include "text/utf8.h"

struct mdq_glossary_entry *mdq_glossary_entry_new(const struct mdq_glossary_reader *reader, size_t line) {
  struct mdq_glossary *glossary = reader->glossary;
  struct mdq_glossary_entry *entry = mdq_arena_push(&glossary->arena, &glossary->entries, &glossary->entry_count, &glossary->entry_capacity, sizeof *entry);
  if (entry) *entry = (struct mdq_glossary_entry){ .path = reader->path, .line = line };
  return entry;
}

static struct mdq_span trimmed(struct mdq_span text) {
  while (text.len && (unsigned char)text.ptr[0] <= ' ') text = mdq_span_sub(text, 1, text.len);
  while (text.len && (unsigned char)text.ptr[text.len - 1] <= ' ') text.len--;
  return text;
}

bool mdq_glossary_add_text(struct mdq_glossary *glossary, struct mdq_spans *list, struct mdq_span text) {
  text = trimmed(text);
  for (size_t i = 0; i < list->count; i++)
    if (mdq_span_eq(list->items[i], text)) return true;
  if (!text.len) return true;
  struct mdq_span *item = mdq_arena_push(&glossary->arena, &list->items, &list->count, &list->capacity, sizeof *item);
  if (item) *item = mdq_arena_copy(&glossary->arena, text);
  return item && !glossary->arena.failed;
}

/* -- files -- */

enum { LARGEST_GLOSSARY = 64 * MDQ_MIB };

static enum mdq_status read_bytes(const struct mdq_glossary_reader *reader, struct mdq_span bytes) {
  size_t valid = mdq_utf8_valid_prefix(bytes);
  if (valid < bytes.len) {
    struct mdq_cursor cursor = mdq_cursor_start(mdq_span_sub(bytes, 0, valid));
    mdq_cursor_advance(&cursor, valid);
    return mdq_fail_at(reader->error, MDQ_NO_DATA, reader->path, cursor.line, cursor.column, "not UTF-8");
  }
  if (mdq_span_starts(bytes, MDQ_BOM)) bytes = mdq_span_sub(bytes, MDQ_BOM.len, bytes.len);
  struct mdq_span text = trimmed(bytes);
  return text.len && text.ptr[0] == '<' ? mdq_glossary_read_tbx(reader, bytes) : mdq_glossary_read_tsv(reader, bytes);
}

static enum mdq_status read_file(struct mdq_glossary *glossary, const char *path, struct mdq_error *error) {
  struct mdq_glossary_reader reader = { glossary, path, error };
  struct mdq_buf bytes;
  mdq_buf_init(&bytes);
  enum mdq_status status = mdq_file_read_up_to(path, LARGEST_GLOSSARY, &bytes, MDQ_NO_DATA, error);
  if (!status) status = read_bytes(&reader, mdq_buf_span(&bytes));
  mdq_buf_free(&bytes);
  return status;
}

static bool is_among(const char *const *paths, size_t count, const char *path) {
  for (size_t i = 0; i < count; i++)
    if (!strcmp(paths[i], path)) return true;
  return false;
}

/* -- the index -- */

static bool index_terms(struct mdq_glossary *glossary, const struct mdq_spans *texts, uint32_t id, enum mdq_term_way way) {
  for (size_t i = 0; i < texts->count; i++) mdq_terms_add(&glossary->terms, texts->items[i], id, way); /* the readers have seen to their lengths */
  return !glossary->arena.failed;
}

static bool index_entry(struct mdq_glossary *glossary, uint32_t number) {
  const struct mdq_glossary_entry *entry = &glossary->entries[number];
  for (size_t i = 0; i < entry->sources.count; i++)
    if (!mdq_glossary_index_source(glossary, entry->sources.items[i], number)) return false;
  return index_terms(glossary, &entry->renderings, number << 1 | MDQ_RENDERING, MDQ_TERM_LOOSE) &&
         index_terms(glossary, &entry->forbidden, number << 1 | MDQ_FORBIDDEN, MDQ_TERM_STRICT);
}

enum mdq_status mdq_glossary_load(struct mdq_glossary **result, const char *const *paths, struct mdq_error *error) {
  *result = NULL;
  struct mdq_glossary *glossary = calloc(1, sizeof *glossary);
  if (!glossary) return mdq_no_memory(error);
  glossary->terms.arena = &glossary->arena;
  enum mdq_status status = MDQ_OK;
  for (size_t i = 0; paths[i] && !status; i++)
    if (!is_among(paths, i, paths[i])) status = read_file(glossary, paths[i], error);
  if (!status) status = mdq_glossary_check(glossary, error);
  for (uint32_t i = 0; i < glossary->entry_count && !status; i++)
    if (!index_entry(glossary, i)) status = mdq_no_memory(error);
  if (!status && glossary->arena.failed) status = mdq_no_memory(error);
  if (status) mdq_glossary_free(glossary);
  else *result = glossary;
  return status;
}

void mdq_glossary_free(struct mdq_glossary *glossary) {
  if (!glossary) return;
  mdq_terms_free(&glossary->terms);
  mdq_map_free(&glossary->sources);
  mdq_arena_free(&glossary->arena);
  free(glossary);
}
