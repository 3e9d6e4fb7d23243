/* Tab-separated values: one row a line, one cell of it the draft, another its source; cells are what stands between tabs,
   without quoting. Columns go by their names if the first row has some; one that it does not name, by what is in them: the draft is
   the column with most Arabic, the source another one of Latin text. A draft in the only column has no source. */
#include <stdio.h>

#include "base/ascii.h"
#include "input/notice.h"
#include "input/pair.h"
#include "input/reader.h"
#include "input/utf8_check.h"
#include "text/column_names.h"
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

static void read_header(const struct mdq_input *input, struct mdq_span row, struct columns *columns) {
  size_t at = 0, targets = 0;
  struct mdq_span cell;
  for (size_t i = 0; i < MOST_COLUMNS && next_cell(row, &at, &cell); i++) {
    enum mdq_column_side side = mdq_column_side_of(cell);
    targets += side == MDQ_COLUMN_TARGET;
    if (side == MDQ_COLUMN_TARGET && columns->target == NONE) columns->target = i;
    if (side == MDQ_COLUMN_SOURCE && columns->source == NONE) columns->source = i;
  }
  columns->header = columns->target != NONE || columns->source != NONE;
  if (targets > 1) mdq_tell(input, input->name, "note: the first row names %zu columns for the draft; column %zu is read", targets, columns->target + 1);
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

/* Those that have no name, by what is in the rows from `at` on. */
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
  for (size_t i = 0; i < width; i++) arabic[i] = i == columns->source ? 0 : letters[i].arabic;
  if (columns->target == NONE) columns->target = greatest(arabic, width);
  if (columns->target == columns->source) columns->target = NONE;
  if (columns->target == NONE || columns->source != NONE) return;
  /* Neither ids nor file names: mostly letters, and about as many as the draft's. */
  size_t draft = columns->target < width ? arabic[columns->target] : 0;
  for (size_t i = 0; i < width; i++) latin[i] = i != columns->target && letters[i].latin > 2 * letters[i].other && letters[i].latin * 3 > draft ? letters[i].latin : 0;
  size_t source = greatest(latin, width);
  if (latin[source]) columns->source = source;
}

static struct columns find_columns(const struct mdq_input *input, struct mdq_span text, size_t start) {
  struct columns columns = { .target = NONE, .source = NONE };
  struct mdq_span row;
  size_t at = start;
  if (mdq_line_next(text, &at, &row)) read_header(input, row, &columns);
  if (columns.target == NONE || columns.source == NONE) guess_columns(text, columns.header ? at : start, &columns);
  if (columns.header && columns.source == NONE && memchr(row.ptr, '\t', row.len))
    mdq_tell(input, input->name, "note: no column is named for the source, and none but the draft holds Latin text; the draft is compared with nothing");
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
  struct columns columns = find_columns(input, text, at);
  struct letters letters = { 0 };
  if (columns.header) mdq_line_next(text, &at, &row);
  bool blank = mdq_is_blank(mdq_span_sub(text, at, text.len));
  for (size_t number = 1 + columns.header; !status && columns.target != NONE && mdq_line_next(text, &at, &row); number++) {
    if (!letters.arabic) count_letters(cell_of(row, columns.target), &letters);
    status = send_row(text, row, number, &columns, receiver, user);
  }
  if (!status && !letters.arabic) mdq_tell(input, input->name, "note: %s", blank ? "the table is empty" : "there is no Arabic in the column of the draft");
  return status;
}

const struct mdq_reader mdq_reader_tsv = { .name = "tsv", .ending = ".tsv", .read = read };
