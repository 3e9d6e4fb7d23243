#include "glossary/renderings.h"

#include "arabic/proclitics.h"

enum { ENGLISH, RENDERINGS, SEVERITY, NEAR };

static struct mdq_span cut(struct mdq_span *text) {
  const char *at = text->len ? memchr(text->ptr, ';', text->len) : NULL;
  size_t length = at ? (size_t)(at - text->ptr) : text->len;
  struct mdq_span part = mdq_span_sub(*text, 0, length);
  *text = mdq_span_sub(*text, at ? length + 1 : length, text->len);
  return part;
}

static enum mdq_status add_row(struct mdq_renderings *renderings, const struct mdq_row *row, struct mdq_error *error) {
  struct mdq_rendered_term *set = &renderings->sets[renderings->set_count];
  *set = (struct mdq_rendered_term){ .english = row->column[ENGLISH], .near = row->column[NEAR], .style = mdq_span_is(row->column[SEVERITY], "note") };
  for (struct mdq_span rest = row->column[RENDERINGS]; rest.len;) {
    struct mdq_span text = cut(&rest);
    bool ambiguous = text.len && text.ptr[0] == '?';
    if (ambiguous) text = mdq_span_sub(text, 1, text.len);
    uint32_t id = (uint32_t)(renderings->set_count << MDQ_RENDERING_BITS | set->count);
    if (set->count == MDQ_RENDERINGS_MOST || (ambiguous && !set->near.len) || (!mdq_terms_add(&renderings->terms, text, id, MDQ_TERM_STRICT) && !renderings->arena.failed))
      return mdq_fail(error, MDQ_NO_DATA, "terms/renderings.tsv: row “%.*s”: no list of renderings", (int)set->english.len, set->english.ptr);
    set->ambiguous[set->count] = ambiguous;
    set->renderings[set->count++] = text;
  }
  renderings->set_count++;
  return renderings->arena.failed ? mdq_no_memory(error) : MDQ_OK;
}

enum mdq_status mdq_renderings_make(struct mdq_renderings *renderings, const struct mdq_table *table, struct mdq_error *error) {
  renderings->terms.arena = &renderings->arena;
  renderings->sets = mdq_arena_array(&renderings->arena, table->row_count + 1, sizeof *renderings->sets);
  if (!renderings->sets) return mdq_no_memory(error);
  enum mdq_status status = MDQ_OK;
  for (size_t i = 0; i < table->row_count && !status; i++) status = add_row(renderings, mdq_table_row(table, i), error);
  return status;
}

void mdq_renderings_free(struct mdq_renderings *renderings) {
  mdq_terms_free(&renderings->terms);
  mdq_arena_free(&renderings->arena);
}

bool mdq_renderings_near(const struct mdq_rendered_term *set, struct mdq_span v2) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v2, stems);
  for (struct mdq_span rest = set->near; rest.len;) {
    struct mdq_span word = cut(&rest);
    for (size_t s = 0; s < count; s++)
      if (mdq_span_starts(stems[s].text, word)) return true;
  }
  return false;
}
