/* Tab-separated values: one row a line, one cell of it the draft, another its source; cells are what stands between tabs,
   without quoting. Columns go by their names if the first row has some, else by what is in them: the draft is the column with
   most Arabic, the source another one of Latin text. A draft in the only column has no source. */
#include <stdio.h>

#include "base/ascii.h"
#include "input/pair.h"
#include "input/reader.h"
#include "input/utf8_check.h"
#include "text/lines.h"
#include "text/utf8.h"

extern const struct mdq_reader mdq_reader_tsv;

enum { MOST_COLUMNS = 32, SAMPLE_ROWS = 200, NONE = MOST_COLUMNS };

struct columns {
  size_t target, source; /* NONE: there is none */
  bool header;
};

static bool next_cell(struct mdq_span row, size_t *at, struct mdq_span *cell) {
  if (*at > row.len) return false;
  const char *tab = *at < row.len ? memchr(row.ptr + *at, '\t', row.len - *at) : NULL;
  size_t end = tab ? (size_t)(tab - row.ptr) : row.len;
  *cell = mdq_span_sub(row, *at, end);
  *at = end + 1;
  return true;
}

static struct mdq_span cell_of(struct mdq_span row, size_t column) {
  size_t at = 0;
  struct mdq_span cell;
  for (size_t i = 0; next_cell(row, &at, &cell); i++)
    if (i == column) return cell;
  return mdq_span_sub(row, row.len, row.len);
}

/* -- which columns -- */

static bool is_named(struct mdq_span cell, const char *const *names) {
  for (; *names; names++)
    if (cell.len == strlen(*names) && mdq_ascii_same(cell.ptr, *names, cell.len)) return true;
  return false;
}

static bool read_header(struct mdq_span row, struct columns *columns) {
  static const char *const targets[] = { "target", "translation", "ar", "arabic", "ara", "tgt", "draft", "العربية", "الترجمة", NULL };
  static const char *const sources[] = { "source", "en", "english", "eng", "src", "original", "الأصل", NULL };
  size_t at = 0;
  struct mdq_span cell;
  for (size_t i = 0; i < MOST_COLUMNS && next_cell(row, &at, &cell); i++) {
    if (columns->target == NONE && is_named(cell, targets)) columns->target = i;
    else if (columns->source == NONE && is_named(cell, sources)) columns->source = i;
  }
  return columns->target != NONE;
}

struct letters {
  size_t arabic, latin, other; /* other: figures and marks */
};

static void count_letters(struct mdq_span cell, struct letters *letters) {
  for (size_t i = 0; i < cell.len; i++) {
    unsigned char c = (unsigned char)cell.ptr[i];
    if ((c & 0xFC) == 0xD8) letters->arabic++;
    else if (mdq_ascii_letter(cell.ptr[i])) letters->latin++;
    else if (c < 0x80 && c != ' ') letters->other++;
  }
}

static size_t greatest(const size_t *counts, size_t count) {
  size_t best = 0;
  for (size_t i = 1; i < count; i++)
    if (counts[i] > counts[best]) best = i;
  return best;
}

static void guess_columns(struct mdq_span text, size_t at, struct columns *columns) {
  struct letters letters[MOST_COLUMNS] = { { 0 } };
  size_t arabic[MOST_COLUMNS], latin[MOST_COLUMNS], width = 0;
  struct mdq_span row, cell;
  for (size_t rows = 0; rows < SAMPLE_ROWS && mdq_line_next(text, &at, &row); rows++) {
    size_t cell_at = 0;
    for (size_t i = 0; i < MOST_COLUMNS && next_cell(row, &cell_at, &cell); i++) {
      count_letters(cell, &letters[i]);
      if (i >= width) width = i + 1;
    }
  }
  if (!width) return;
  for (size_t i = 0; i < width; i++) arabic[i] = letters[i].arabic;
  columns->target = greatest(arabic, width);
  /* Neither ids nor file names: mostly letters, and about as many as the draft's. */
  for (size_t i = 0; i < width; i++)
    latin[i] = i != columns->target && letters[i].latin > 2 * letters[i].other && letters[i].latin * 3 > arabic[columns->target] ? letters[i].latin : 0;
  size_t source = greatest(latin, width);
  if (latin[source]) columns->source = source;
}

static struct columns find_columns(struct mdq_span text, size_t start) {
  struct columns columns = { .target = NONE, .source = NONE };
  struct mdq_span row;
  size_t at = start;
  columns.header = mdq_line_next(text, &at, &row) && read_header(row, &columns);
  if (!columns.header) {
    columns.source = NONE;
    guess_columns(text, start, &columns);
  }
  return columns;
}

/* -- rows -- */

static enum mdq_status send_row(struct mdq_span text, struct mdq_span row, size_t number, const struct columns *columns,
                                mdq_segment_receiver *receiver, void *user) {
  char unit[32];
  struct mdq_span source = columns->source == NONE ? mdq_span_of(NULL, 0) : cell_of(row, columns->source);
  struct mdq_raw_segment segment = { .text = cell_of(row, columns->target), .line = number, .source = source };
  segment.offset = (size_t)(segment.text.ptr - text.ptr);
  segment.has_source = source.ptr && !mdq_is_blank(source);
  snprintf(unit, sizeof unit, "row %zu", number);
  segment.unit = unit;
  return receiver(user, &segment);
}

static enum mdq_status read(const struct mdq_input *input, mdq_segment_receiver *receiver, void *user, struct mdq_error *error) {
  struct mdq_span text, source, row;
  if (input->source_bytes) return mdq_fail_at(error, MDQ_BAD_OPTION, input->name, 0, 0, "tab-separated values have their source in a column; no other is read");
  enum mdq_status status = mdq_check_input(input, &text, &source, error);
  if (status) return status;
  size_t at = mdq_span_starts(text, MDQ_BOM) ? MDQ_BOM.len : 0;
  struct columns columns = find_columns(text, at);
  for (size_t number = 1; !status && columns.target != NONE && mdq_line_next(text, &at, &row); number++)
    if (number > 1 || !columns.header) status = send_row(text, row, number, &columns, receiver, user);
  return status;
}

const struct mdq_reader mdq_reader_tsv = { .name = "tsv", .ending = ".tsv", .read = read };
