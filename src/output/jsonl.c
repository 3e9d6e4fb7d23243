/* One JSON object a line, for programs. Columns are code points whatever --column-unit says. */
#include "output/reporter.h"
#include "text/utf8.h"

/* A line must stay one line for every reader: Python's splitlines() also breaks at U+0085, U+2028 and U+2029,
   hence these and all other controls are escaped. */
static bool needs_escape(uint32_t c) {
  return c < 0x20 || c == '"' || c == '\\' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

static void add_escape(struct mdq_buf *out, uint32_t c) {
  if (c == '"' || c == '\\') mdq_buf_printf(out, "\\%c", (int)c);
  else if (c == '\n') mdq_buf_adds(out, "\\n");
  else if (c == '\r') mdq_buf_adds(out, "\\r");
  else if (c == '\t') mdq_buf_adds(out, "\\t");
  else mdq_buf_printf(out, "\\u%04x", (unsigned)c);
}

static void add_escaped(struct mdq_buf *out, struct mdq_span text) {
  size_t done = 0;
  for (size_t at = 0; at < text.len;) {
    size_t from = at;
    uint32_t c = mdq_utf8_next(text, &at);
    if (!needs_escape(c)) continue;
    mdq_buf_add(out, mdq_span_sub(text, done, from));
    add_escape(out, c);
    done = at;
  }
  mdq_buf_add(out, mdq_span_sub(text, done, text.len));
}

static void add_string(struct mdq_buf *out, const char *s) {
  mdq_buf_addc(out, '"');
  add_escaped(out, mdq_span_str(s));
  mdq_buf_addc(out, '"');
}

/* A file name may be any bytes, JSON may not. */
static void add_bytes(struct mdq_buf *out, const char *s) {
  struct mdq_span text = mdq_span_str(s);
  mdq_buf_addc(out, '"');
  for (;;) {
    size_t valid = mdq_utf8_valid_prefix(text);
    add_escaped(out, mdq_span_sub(text, 0, valid));
    if (valid == text.len) break;
    mdq_buf_addcp(out, 0xFFFD);
    text = mdq_span_sub(text, valid + 1, text.len);
  }
  mdq_buf_addc(out, '"');
}

static void add_number(struct mdq_buf *out, const char *before, size_t number) {
  mdq_buf_adds(out, before);
  mdq_buf_addn(out, number);
}

static void add_member(struct mdq_buf *out, const char *name, const char *value) {
  mdq_buf_adds(out, ",\"");
  mdq_buf_adds(out, name);
  mdq_buf_adds(out, "\":");
  add_string(out, value);
}

static void add_fixes(struct mdq_buf *out, const struct mdq_diagnostic *d) {
  mdq_buf_adds(out, ",\"fixes\":[");
  for (size_t i = 0; i < d->fix_count; i++) {
    const struct mdq_fix *fix = &d->fixes[i];
    add_number(out, i ? ",{\"offset\":" : "{\"offset\":", fix->offset);
    add_number(out, ",\"end_offset\":", fix->end_offset);
    add_member(out, "text", fix->text);
    mdq_buf_adds(out, fix->safe ? ",\"safe\":true}" : ",\"safe\":false}");
  }
  mdq_buf_addc(out, ']');
}

static void diagnostic(struct mdq_report *report, const struct mdq_diagnostic *d) {
  struct mdq_buf *out = report->out;
  mdq_buf_adds(out, "{\"file\":");
  add_bytes(out, d->file);
  add_number(out, ",\"line\":", d->line);
  add_number(out, ",\"column\":", d->column);
  add_number(out, ",\"end_line\":", d->end_line);
  add_number(out, ",\"end_column\":", d->end_column);
  add_number(out, ",\"offset\":", d->offset);
  add_number(out, ",\"end_offset\":", d->end_offset);
  if (d->unit) add_member(out, "unit", d->unit);
  add_member(out, "rule", d->rule);
  add_member(out, "severity", mdq_severity_name(d->severity));
  add_member(out, "certainty", mdq_certainty_name(d->certainty));
  add_member(out, "message", d->message);
  add_fixes(out, d);
  mdq_buf_adds(out, "}\n");
}

const struct mdq_reporter mdq_reporter_jsonl = { .name = "jsonl", .diagnostic = diagnostic };
