/* Glossaries in TSV: source term, renderings, forbidden variants, note; semicolons between several. */
#include "glossary/reader.h"
#include "text/lines.h"
#include "text/utf8.h"

enum { SOURCE, RENDERINGS, FORBIDDEN, NOTE, COLUMNS };

struct row {
  const struct mdq_glossary_reader *reader;
  size_t number;
  struct mdq_span line, cell[COLUMNS];
};

/* `at` points into the line. */
static enum mdq_status fail(const struct row *row, const char *at, const char *what) {
  size_t column = mdq_utf8_length(mdq_span_of(row->line.ptr, (size_t)(at - row->line.ptr))) + 1;
  return mdq_fail_at(row->reader->error, MDQ_NO_DATA, row->reader->path, row->number, column, "%s", what);
}

static enum mdq_status split(struct row *row) {
  size_t count = 0;
  for (size_t at = 0; at <= row->line.len;) {
    const char *tab = at < row->line.len ? memchr(row->line.ptr + at, '\t', row->line.len - at) : NULL;
    size_t end = tab ? (size_t)(tab - row->line.ptr) : row->line.len;
    if (count == COLUMNS) return fail(row, row->line.ptr + at, "more than four columns: source term, renderings, forbidden variants, note");
    row->cell[count++] = mdq_span_sub(row->line, at, end);
    at = end + 1;
  }
  return count == 1 ? fail(row, row->line.ptr + row->line.len, "no tab behind the source term") : MDQ_OK;
}

/* A bracket or a comma is a remark or a list: no text has the term so. */
static const char *mark_in(struct mdq_span term) {
  static const char *const marks[] = { "(", ")", "[", "]", "،", "؛", ",", "/" };
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    const char *at = term.len ? memmem(term.ptr, term.len, marks[i], strlen(marks[i])) : NULL;
    if (at) return at;
  }
  return NULL;
}

static enum mdq_status take_terms(const struct row *row, struct mdq_span cell, struct mdq_spans *list, bool target) {
  struct mdq_glossary *glossary = row->reader->glossary;
  for (size_t at = 0; at < cell.len;) {
    const char *semicolon = memchr(cell.ptr + at, ';', cell.len - at);
    size_t end = semicolon ? (size_t)(semicolon - cell.ptr) : cell.len;
    struct mdq_span term = mdq_span_sub(cell, at, end);
    at = end + 1;
    bool blank = true;
    for (size_t i = 0; i < term.len && blank; i++) blank = term.ptr[i] == ' ';
    if (blank) continue;
    const char *mark = target ? mark_in(term) : NULL;
    if (mark) return fail(row, mark, "a mark in a term: put semicolons between several terms, and remarks into the fourth column");
    if (!mdq_glossary_fits(term)) return fail(row, term.ptr, "a term has no letter, more than eight words, or one of more than 64 bytes");
    if (!mdq_glossary_add_text(glossary, list, term)) return mdq_no_memory(row->reader->error);
  }
  return MDQ_OK;
}

static enum mdq_status take_row(struct row *row) {
  enum mdq_status status = split(row);
  if (status) return status;
  struct mdq_glossary *glossary = row->reader->glossary;
  struct mdq_glossary_entry *entry = mdq_glossary_entry_new(glossary);
  if (!entry) return mdq_no_memory(row->reader->error);
  struct mdq_spans notes = { 0 };
  status = take_terms(row, row->cell[SOURCE], &entry->sources, false);
  if (!status) status = take_terms(row, row->cell[RENDERINGS], &entry->renderings, true);
  if (!status) status = take_terms(row, row->cell[FORBIDDEN], &entry->forbidden, true);
  if (status) return status;
  if (!entry->renderings.count && !entry->forbidden.count) return fail(row, row->cell[RENDERINGS].ptr, "neither a rendering nor a forbidden variant");
  if (!entry->sources.count && !entry->forbidden.count) return fail(row, row->line.ptr, "no source term");
  if (!mdq_glossary_add_text(glossary, &notes, row->cell[NOTE])) return mdq_no_memory(row->reader->error);
  entry->note = notes.count ? notes.items[0] : mdq_span_of("", 0);
  return MDQ_OK;
}

enum mdq_status mdq_glossary_read_tsv(const struct mdq_glossary_reader *reader, struct mdq_span bytes) {
  struct row row = { .reader = reader };
  enum mdq_status status = MDQ_OK;
  for (size_t at = 0; !status && mdq_line_next(bytes, &at, &row.line);) {
    row.number++;
    for (size_t i = 0; i < COLUMNS; i++) row.cell[i] = mdq_span_of("", 0);
    if (row.line.len && row.line.ptr[0] != '#') status = take_row(&row);
  }
  return status;
}
