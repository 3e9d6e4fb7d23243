#include "output/column.h"

#include "text/icu.h"
#include "text/utf8.h"

unsigned mdq_char_width(uint32_t code_point) {
  UChar32 c = (UChar32)code_point;
  if (c < 0x300) return c >= 0x20 && (c < 0x7F || c >= 0xA0); /* the soft hyphen takes a cell */
  switch (mdq_icu()->char_type(c)) {
    case U_NON_SPACING_MARK: case U_ENCLOSING_MARK: case U_LINE_SEPARATOR: case U_PARAGRAPH_SEPARATOR:
      return 0;
    case U_FORMAT_CHAR: /* signs such as U+0600 are drawn around the number that follows */
      return mdq_icu()->has_binary_property(c, UCHAR_PREPENDED_CONCATENATION_MARK) ? 1 : 0;
    default: break;
  }
  if (c >= 0x1160 && c <= 0x11FF) return 0; /* Hangul vowels and finals join the initial */
  int width = mdq_icu()->int_property_value(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

size_t mdq_text_width(struct mdq_span text) {
  size_t width = 0;
  for (size_t at = 0; at < text.len;) width += mdq_char_width(mdq_utf8_next(text, &at));
  return width;
}

static size_t column_after(size_t column, uint32_t c, size_t bytes, enum mdq_column_unit unit) {
  switch (unit) {
    case MDQ_COLUMN_BYTE: return column + bytes;
    case MDQ_COLUMN_UTF16: return column + (c > 0xFFFF ? 2 : 1);
    case MDQ_COLUMN_DISPLAY: return c == '\t' ? (column / 8 + 1) * 8 : column + mdq_char_width(c);
    default: return column + 1;
  }
}

size_t mdq_column(struct mdq_column_cursor *cursor, struct mdq_span bytes, enum mdq_column_unit unit,
                  const struct mdq_diagnostic *diagnostic) {
  if (unit == MDQ_COLUMN_CODEPOINT) return diagnostic->column; /* the library counts these */
  if (diagnostic->offset < cursor->offset) *cursor = (struct mdq_column_cursor){ 0, 0 };
  if (cursor->offset == 0 && mdq_span_starts(bytes, MDQ_BOM)) cursor->offset = MDQ_BOM.len;
  while (cursor->offset < diagnostic->offset && cursor->offset < bytes.len) {
    size_t from = cursor->offset;
    uint32_t c = mdq_utf8_next(bytes, &cursor->offset);
    bool line_end = c == '\n' || (c == '\r' && mdq_utf8_at(bytes, cursor->offset) != '\n');
    cursor->column = line_end ? 0 : column_after(cursor->column, c, cursor->offset - from, unit);
  }
  return cursor->column + 1;
}
