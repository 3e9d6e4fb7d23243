#include "pack/yaml_file.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/file.h"
#include "text/utf8.h"

enum { LARGEST_PACK = 16 * MDQ_MIB /* thirty thousand entries */ };

static enum mdq_status fail_at_offset(const struct mdq_yaml *yaml, size_t offset, const char *problem) {
  struct mdq_span before = mdq_span_sub(yaml->text, 0, offset < yaml->text.len ? offset : yaml->text.len);
  size_t line = 1, start = 0;
  for (size_t i = 0; i < before.len; i++) {
    if (before.ptr[i] != '\n') continue;
    line++;
    start = i + 1;
  }
  return mdq_fail_at(yaml->error, MDQ_NO_DATA, yaml->path, line, mdq_utf8_length(mdq_span_sub(before, start, before.len)) + 1, "%s", problem);
}

/* What libyaml says where a text begins with @ or *, or has ": " in it, and is not quoted; where a line is set in too far; and where a text opens
   with a quotation mark and goes on behind the second. */
static const char *hint_for(const char *problem) {
  static const struct {
    const char *problem, *hint;
  } hints[] = {
    { "found character that cannot start any token", "; does the text need quotes?" },
    { "did not find expected alphabetic or numeric character", "; does the text need quotes?" },
    { "mapping values are not allowed in this context", "; does the text need quotes, or is the line set in too far?" },
    { "did not find expected key", "; does a text lack its closing quotation mark, or go on behind it?" },
  };
  for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
    if (!strcmp(problem, hints[i].problem)) return hints[i].hint;
  return "";
}

static enum mdq_status parser_failed(const struct mdq_yaml *yaml, const yaml_parser_t *parser) {
  if (parser->error == YAML_MEMORY_ERROR) return mdq_no_memory(yaml->error);
  const char *problem = parser->problem ? parser->problem : "not valid YAML";
  if (parser->context && !strcmp(parser->context, "while scanning a quoted scalar")) /* the mark is far behind, mostly at the end */
    return mdq_fail_at(yaml->error, MDQ_NO_DATA, yaml->path, parser->context_mark.line + 1, parser->context_mark.column + 1,
                       "the quotation that begins here does not end: %s", problem);
  if (parser->error != YAML_READER_ERROR)
    return mdq_fail_at(yaml->error, MDQ_NO_DATA, yaml->path, parser->problem_mark.line + 1, parser->problem_mark.column + 1,
                       "%s%s", problem, hint_for(problem));
  return fail_at_offset(yaml, parser->problem_offset, problem); /* the reader's own errors know only that */
}

/* Where brackets are nested too deep, or the end. */
static size_t too_deep(const struct mdq_yaml *yaml) {
  enum { DEEPEST = 200 };
  size_t depth = 0, i = 0;
  for (; i < yaml->text.len && depth <= DEEPEST; i++) {
    char c = yaml->text.ptr[i];
    if (c == '[' || c == '{') depth++;
    else if ((c == ']' || c == '}') && depth) depth--;
  }
  return depth > DEEPEST ? i - 1 : i;
}

bool mdq_yaml_is_shallow(const struct mdq_yaml *yaml) {
  return too_deep(yaml) == yaml->text.len;
}

enum mdq_status mdq_yaml_parse(struct mdq_yaml *yaml) {
  yaml_parser_t parser;
  if (!mdq_yaml_is_shallow(yaml)) return fail_at_offset(yaml, too_deep(yaml), "brackets are nested too deep");
  if (!yaml_parser_initialize(&parser)) return mdq_no_memory(yaml->error);
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, (const unsigned char *)yaml->text.ptr, yaml->text.len);
  enum mdq_status status = MDQ_OK;
  if (!yaml_parser_load(&parser, &yaml->document)) status = parser_failed(yaml, &parser);
  yaml_document_t more;
  if (!status && yaml_parser_load(&parser, &more)) {
    const yaml_node_t *root = yaml_document_get_root_node(&more);
    if (root) status = mdq_yaml_fail(yaml, root, "a second document in one file");
    yaml_document_delete(&more);
  } else if (!status) {
    status = parser_failed(yaml, &parser);
  }
  if (status) yaml_document_delete(&yaml->document);
  yaml_parser_delete(&parser);
  yaml->parsed = !status;
  yaml->nodes = status ? NULL : yaml->document.nodes.start;
  return status;
}

enum mdq_status mdq_yaml_open(struct mdq_yaml *yaml, const char *path, struct mdq_error *error) {
  *yaml = (struct mdq_yaml){ .path = path, .error = error };
  mdq_buf_init(&yaml->bytes);
  enum mdq_status status = mdq_file_read_up_to(path, LARGEST_PACK, &yaml->bytes, MDQ_NO_DATA, error);
  yaml->text = mdq_buf_span(&yaml->bytes);
  if (mdq_span_starts(yaml->text, MDQ_BOM)) yaml->text = mdq_span_sub(yaml->text, MDQ_BOM.len, yaml->text.len);
  if (status) mdq_buf_free(&yaml->bytes);
  return status;
}

void mdq_yaml_close(struct mdq_yaml *yaml) {
  if (yaml->parsed) yaml_document_delete(&yaml->document);
  mdq_buf_free(&yaml->bytes);
}

enum mdq_status mdq_yaml_fail(const struct mdq_yaml *yaml, const yaml_node_t *node, const char *format, ...) {
  char message[600];
  va_list args;
  va_start(args, format);
  vsnprintf(message, sizeof message, format, args);
  va_end(args);
  return mdq_fail_at(yaml->error, MDQ_NO_DATA, yaml->path, node->start_mark.line + 1, node->start_mark.column + 1, "%s", message);
}

/* The column, from 0, of byte `at` of the value. Escapes of double quotes, folded lines and blocks hide it: then
   the scalar's own column has to do. */
static size_t column_inside(const yaml_node_t *scalar, size_t at) {
  struct mdq_span value = mdq_yaml_value(scalar);
  size_t start = scalar->start_mark.column;
  yaml_scalar_style_t style = scalar->data.scalar.style;
  if (scalar->start_mark.line != scalar->end_mark.line || at > value.len) return start;
  struct mdq_span before = mdq_span_sub(value, 0, at);
  if (style == YAML_PLAIN_SCALAR_STYLE) return start + mdq_utf8_length(before);
  size_t column = start + 1 + mdq_utf8_length(before);
  if (style == YAML_SINGLE_QUOTED_SCALAR_STYLE) {
    for (size_t i = 0; i < before.len; i++) column += before.ptr[i] == '\'';
    return column;
  }
  bool escaped = scalar->end_mark.column - start != mdq_utf8_length(value) + 2;
  return style == YAML_DOUBLE_QUOTED_SCALAR_STYLE && !escaped ? column : start;
}

enum mdq_status mdq_yaml_fail_inside(const struct mdq_yaml *yaml, const yaml_node_t *scalar, size_t at, const char *format, ...) {
  char message[600];
  va_list args;
  va_start(args, format);
  vsnprintf(message, sizeof message, format, args);
  va_end(args);
  return mdq_fail_at(yaml->error, MDQ_NO_DATA, yaml->path, scalar->start_mark.line + 1, column_inside(scalar, at) + 1, "%s", message);
}
