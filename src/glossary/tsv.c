/* Glossaries in TSV: source term, renderings, forbidden variants, note; semicolons between several. A first row of column names
   and comments are passed over. */
#include "glossary/reader.h"
#include "text/column_names.h"
#include "text/lines.h"
#include "text/utf8.h"

enum { SOURCE, RENDERINGS, FORBIDDEN, NOTE, COLUMNS };

struct row {
  const struct mdq_glossary_reader *reader;
  size_t number;
  bool first; /* nothing but comments stood before it */
  struct mdq_span line, cell[COLUMNS];
};

/* `at` points into the line. */
static enum mdq_status fail(const struct row *row, const char *at, const char *what) {
  size_t column = mdq_utf8_length(mdq_span_of(row->line.ptr, (size_t)(at - row->line.ptr))) + 1;
  return mdq_fail_at(row->reader->error, MDQ_NO_DATA, row->reader->path, row->number, column, "%s", what);
}

/* "#" opens a comment at the start of a cell and between spaces; not in C# and #1. */
static struct mdq_span without_comment(struct mdq_span line) {
  for (size_t i = 0; i < line.len; i++) {
    if (line.ptr[i] != '#') continue;
    size_t spaces = 0;
    while (spaces < i && line.ptr[i - 1 - spaces] == ' ') spaces++;
    bool opens_cell = i == spaces || line.ptr[i - 1 - spaces] == '\t', stands_alone = spaces && (i + 1 == line.len || line.ptr[i + 1] == ' ');
    if (opens_cell || stands_alone) return mdq_span_sub(line, 0, i);
  }
  return line;
}

static bool is_blank(struct mdq_span text) {
  for (size_t i = 0; i < text.len; i++)
    if (text.ptr[i] != ' ' && text.ptr[i] != '\t') return false;
  return true;
}

static struct mdq_span trimmed(struct mdq_span text) {
  while (text.len && text.ptr[0] == ' ') text = mdq_span_sub(text, 1, text.len);
  while (text.len && text.ptr[text.len - 1] == ' ') text.len--;
  return text;
}

/* -- the row of column names -- */

static bool names_source(struct mdq_span cell) {
  static const char *const names[] = { "source term", "term", "terms", "مصطلح", NULL };
  return mdq_column_side_of(cell) == MDQ_COLUMN_SOURCE || mdq_column_is_named(cell, names);
}

static bool names_renderings(struct mdq_span cell) {
  static const char *const names[] = { "target term", "rendering", "renderings", "allowed", "preferred", "مقابل", NULL };
  return mdq_column_side_of(cell) == MDQ_COLUMN_TARGET || mdq_column_is_named(cell, names);
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

/* A bracket or a comma is a remark or a list, a quotation mark the way of other tables: no text has the term so. */
static const char *mark_in(struct mdq_span term) {
  static const char *const marks[] = { "(", ")", "[", "]", "،", "؛", ",", "/", "\"" };
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
    if (is_blank(term)) continue;
    const char *mark = target ? mark_in(term) : NULL;
    if (mark) return fail(row, mark, "a mark in a term: put semicolons between several terms, and remarks into the fourth column");
    const char *misfit = mdq_glossary_misfit(term);
    if (misfit) return fail(row, trimmed(term).ptr, misfit);
    if (!mdq_glossary_add_text(glossary, list, term)) return mdq_no_memory(row->reader->error);
  }
  return MDQ_OK;
}

static bool has_arabic(struct mdq_span text) {
  for (size_t at = 0; at < text.len;) {
    uint32_t c = mdq_utf8_next(text, &at);
    if (c >= 0x600 && c <= 0x6FF) return true;
  }
  return false;
}

/* Names of columns that stand in another order, as "id, source, target" do. */
static bool is_of_other_columns(const struct row *row) {
  bool source = false, renderings = false;
  for (size_t i = 0; row->first && i < COLUMNS; i++) {
    source = source || names_source(row->cell[i]);
    renderings = renderings || names_renderings(row->cell[i]);
  }
  return (source && renderings) || has_arabic(row->cell[SOURCE]);
}

static enum mdq_status take_row(struct row *row) {
  enum mdq_status status = split(row);
  if (status) return status;
  if (row->first && names_source(row->cell[SOURCE]) && names_renderings(row->cell[RENDERINGS])) return MDQ_OK;
  if (is_of_other_columns(row)) return fail(row, row->cell[SOURCE].ptr, "the first column is for the English term, the second for its renderings");
  struct mdq_glossary *glossary = row->reader->glossary;
  struct mdq_glossary_entry *entry = mdq_glossary_entry_new(row->reader, row->number);
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
  struct row row = { .reader = reader, .first = true };
  size_t entries = reader->glossary->entry_count;
  enum mdq_status status = MDQ_OK;
  for (size_t at = 0; !status && mdq_line_next(bytes, &at, &row.line);) {
    row.number++;
    for (size_t i = 0; i < COLUMNS; i++) row.cell[i] = mdq_span_of("", 0);
    row.line = without_comment(row.line);
    if (is_blank(row.line)) continue;
    status = take_row(&row);
    row.first = false;
  }
  if (!status && reader->glossary->entry_count == entries) return mdq_fail_at(reader->error, MDQ_NO_DATA, reader->path, 1, 1, "no term in it");
  return status;
}
