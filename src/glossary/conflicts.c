/* What a glossary says twice and differently: a text that one source term has as a rendering and as a forbidden variant. */
#include "base/ascii.h"
#include "glossary/reader.h"

struct said {
  struct mdq_arena arena;
  struct mdq_map allowed; /* entries, by source term and rendering and by rendering alone */
};

/* Source terms are compared without regard to case. */
static struct mdq_span key_of(struct mdq_arena *arena, struct mdq_span source, struct mdq_span text) {
  char *key = mdq_arena_alloc(arena, source.len + 1 + text.len);
  if (!key) return mdq_span_of(NULL, 0);
  for (size_t i = 0; i < source.len; i++) key[i] = mdq_ascii_lower(source.ptr[i]);
  key[source.len] = '\t';
  memcpy(key + source.len + 1, text.ptr, text.len);
  return mdq_span_of(key, source.len + 1 + text.len);
}

static bool allow(struct said *said, struct mdq_span source, struct mdq_span text, struct mdq_glossary_entry *entry) {
  struct mdq_span key = key_of(&said->arena, source, text);
  return key.ptr && (mdq_map_get(&said->allowed, key) || mdq_map_put(&said->allowed, key, entry));
}

static bool allow_all(struct said *said, struct mdq_glossary_entry *entry) {
  for (size_t r = 0; r < entry->renderings.count; r++) {
    if (!allow(said, MDQ_SPAN_LIT(""), entry->renderings.items[r], entry)) return false;
    for (size_t s = 0; s < entry->sources.count; s++)
      if (!allow(said, entry->sources.items[s], entry->renderings.items[r], entry)) return false;
  }
  return true;
}

static enum mdq_status check(struct said *said, const struct mdq_glossary_entry *entry, struct mdq_span source, struct mdq_span text, struct mdq_error *error) {
  struct mdq_span key = key_of(&said->arena, source, text);
  if (!key.ptr) return mdq_no_memory(error);
  const struct mdq_glossary_entry *other = mdq_map_get(&said->allowed, key);
  if (!other) return MDQ_OK;
  if (other == entry) return mdq_fail_at(error, MDQ_NO_DATA, entry->path, entry->line, 1, "“%.*s” is both a rendering and forbidden", (int)text.len, text.ptr);
  return mdq_fail_at(error, MDQ_NO_DATA, entry->path, entry->line, 1, "“%.*s” is forbidden here%s and a rendering%s%.*s%s in %s:%zu", (int)text.len, text.ptr,
                     source.len ? "" : " for any term", source.len ? " of “" : "", (int)source.len, source.ptr, source.len ? "”" : "", other->path, other->line);
}

static enum mdq_status check_all(struct said *said, const struct mdq_glossary_entry *entry, struct mdq_error *error) {
  enum mdq_status status = MDQ_OK;
  for (size_t f = 0; f < entry->forbidden.count; f++) {
    if (!entry->sources.count) status = check(said, entry, MDQ_SPAN_LIT(""), entry->forbidden.items[f], error);
    for (size_t s = 0; !status && s < entry->sources.count; s++) status = check(said, entry, entry->sources.items[s], entry->forbidden.items[f], error);
    if (status) break;
  }
  return status;
}

enum mdq_status mdq_glossary_check(const struct mdq_glossary *glossary, struct mdq_error *error) {
  struct said said = { .arena = MDQ_ARENA_INIT };
  enum mdq_status status = MDQ_OK;
  for (size_t i = 0; i < glossary->entry_count && !status; i++)
    if (!allow_all(&said, &glossary->entries[i])) status = mdq_no_memory(error);
  for (size_t i = 0; i < glossary->entry_count && !status; i++) status = check_all(&said, &glossary->entries[i], error);
  mdq_map_free(&said.allowed);
  mdq_arena_free(&said.arena);
  return status;
}
