#include "input/utf8_check.h"

#include "text/lines.h"
#include "text/utf8.h"

enum mdq_status mdq_check_utf8(const char *name, struct mdq_span bytes, struct mdq_error *error) {
  size_t valid = mdq_utf8_valid_prefix(bytes);
  if (valid == bytes.len) return MDQ_OK;
  struct mdq_cursor cursor = mdq_cursor_start(bytes);
  mdq_cursor_advance(&cursor, valid);
  return mdq_fail_at(error, MDQ_BAD_INPUT, name, cursor.line, cursor.column, "invalid UTF-8: byte 0x%02X at offset %zu",
                     (unsigned)(unsigned char)bytes.ptr[valid], valid);
}

enum mdq_status mdq_check_input(const struct mdq_input *input, struct mdq_span *text, struct mdq_span *source, struct mdq_error *error) {
  *text = mdq_span_of(input->bytes, input->size);
  *source = mdq_span_of(input->source_bytes, input->source_bytes ? input->source_size : 0);
  enum mdq_status status = mdq_check_utf8(input->name, *text, error);
  if (input->progress) input->progress(input->progress_user, input->size);
  return status ? status : mdq_check_utf8(input->source_name ? input->source_name : input->name, *source, error);
}
