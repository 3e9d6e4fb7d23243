/* Plain text: each line is one segment and one paragraph. A source text is paired with it line by line. */
#include "input/reader.h"
#include "text/lines.h"
#include "text/utf8.h"

extern const struct mdq_reader mdq_reader_plain_text;

static enum mdq_status check_utf8(const char *name, struct mdq_span bytes, struct mdq_error *error) {
  size_t valid = mdq_utf8_valid_prefix(bytes);
  if (valid == bytes.len) return MDQ_OK;
  struct mdq_cursor cursor = mdq_cursor_start(bytes);
  mdq_cursor_advance(&cursor, valid);
  return mdq_fail_at(error, MDQ_BAD_INPUT, name, cursor.line, cursor.column, "invalid UTF-8: byte 0x%02X at offset %zu",
                     (unsigned)(unsigned char)bytes.ptr[valid], valid);
}

static enum mdq_status read(const struct mdq_input *input, mdq_segment_receiver *receiver, void *user, struct mdq_error *error) {
  struct mdq_span text = mdq_span_of(input->bytes, input->size);
  struct mdq_span source = mdq_span_of(input->source_bytes, input->source_bytes ? input->source_size : 0);
  enum mdq_status status = check_utf8(input->name, text, error);
  if (!status) status = check_utf8(input->source_name ? input->source_name : input->name, source, error);
  size_t at = mdq_span_starts(text, MDQ_BOM) ? MDQ_BOM.len : 0;
  size_t source_at = mdq_span_starts(source, MDQ_BOM) ? MDQ_BOM.len : 0;
  struct mdq_raw_segment segment = { .line = 1 };
  for (; !status && mdq_line_next(text, &at, &segment.text); segment.line++) {
    segment.offset = (size_t)(segment.text.ptr - text.ptr);
    segment.has_source = mdq_line_next(source, &source_at, &segment.source);
    status = receiver(user, &segment);
  }
  return status;
}

const struct mdq_reader mdq_reader_plain_text = { .name = "text", .read = read };
