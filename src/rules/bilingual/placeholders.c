#include "rules/bilingual/placeholders.h"

#include "base/ascii.h"

static size_t skip(struct mdq_span text, size_t at, const char *bytes) {
  while (at < text.len && text.ptr[at] && strchr(bytes, text.ptr[at])) at++;
  return at;
}

static size_t skip_name(struct mdq_span text, size_t at, const char *also) {
  size_t limit = text.len - at < MDQ_PLACEHOLDER_LONGEST ? text.len : at + MDQ_PLACEHOLDER_LONGEST;
  while (at < limit && (mdq_ascii_alnum(text.ptr[at]) || (text.ptr[at] && strchr(also, text.ptr[at])))) at++;
  return at;
}

static bool is_at(struct mdq_span text, size_t at, char c) {
  return at < text.len && text.ptr[at] == c;
}

/* {name}, {0:.2f}, {{ name }}: the end, or `at`. */
static size_t braces_end(struct mdq_span text, size_t at) {
  size_t from = skip(text, at, "{"), depth = from - at;
  size_t inside = skip(text, from, " "), end = skip(text, skip_name(text, inside, "_.:$#-[]%@"), " ");
  if (depth > 2 || end == inside) return at;
  size_t closed = skip(text, end, "}");
  return closed - end >= depth ? end + depth : at;
}

/* %s %5.2f %1$s %@ %ld %(name)s %{name}. A flag that is a space, as C has it, is left out: «5% discount». */
static size_t percent_end(struct mdq_span text, size_t at) {
  size_t i = at + 1;
  if (is_at(text, i, '{')) return braces_end(text, i) > i ? braces_end(text, i) : at;
  bool named = is_at(text, i, '(');
  if (named) {
    i = skip_name(text, i + 1, "_. -");
    if (!is_at(text, i, ')')) return at;
    i++;
  }
  bool behind_number = at && mdq_ascii_digit(text.ptr[at - 1]);
  size_t digits = skip(text, i, "0123456789");
  if (digits > i && is_at(text, digits, '$')) i = digits + 1;
  else if (behind_number && !named) return at; /* 100%d… is a percentage */
  i = skip(text, i, "0123456789.+#-");
  i = skip(text, i, "hlLqjzt");
  if (i >= text.len || !strchr("diouxXeEfgGcsp@", text.ptr[i])) return at;
  char next = i + 1 < text.len ? text.ptr[i + 1] : ' ';
  bool glued = mdq_ascii_letter(next) && strchr("disu@", text.ptr[i]); /* %sB; but %ef and %d8 are bytes of a URL */
  return mdq_ascii_alnum(next) && !glued ? at : i + 1;
}

/* <b>, </b>, <br/>, <a href="…">; *key is the name, or /name. */
static size_t tag_end(struct mdq_span text, size_t at, struct mdq_span *key) {
  size_t name = at + 1, end = skip_name(text, name + is_at(text, name, '/'), "-:");
  size_t limit = text.len - at < MDQ_PLACEHOLDER_LONGEST ? text.len : at + MDQ_PLACEHOLDER_LONGEST;
  if (end >= limit || !mdq_ascii_letter(text.ptr[name + is_at(text, name, '/')]) || !strchr(" />", text.ptr[end])) return at;
  const char *close = memchr(text.ptr + end, '>', limit - end);
  if (!close) return at;
  *key = mdq_span_sub(text, name, end);
  return (size_t)(close - text.ptr) + 1;
}

static size_t entity_end(struct mdq_span text, size_t at) {
  size_t from = at + 1 + is_at(text, at + 1, '#'), end = skip_name(text, from, "");
  return end - from >= 2 && end - from <= 10 && is_at(text, end, ';') ? end + 1 : at;
}

static size_t end_of(struct mdq_span text, size_t at, struct mdq_placeholder *item) {
  char c = text.ptr[at];
  size_t end = at;
  if (c == '{') end = braces_end(text, at);
  else if (c == '$' && is_at(text, at + 1, '{')) end = braces_end(text, at + 1) > at + 1 ? braces_end(text, at + 1) : at;
  else if (c == '%') end = percent_end(text, at);
  else if (c == '<') end = tag_end(text, at, &item->key);
  else if (c == '&') end = entity_end(text, at), item->entity = true;
  return end;
}

void mdq_placeholders_find(struct mdq_span text, struct mdq_placeholders *found) {
  found->count = 0;
  for (size_t at = 0; at < text.len && found->count < MDQ_PLACEHOLDERS_MOST;) {
    struct mdq_placeholder item = { .key = { NULL, 0 } };
    size_t end = text.ptr[at] && strchr("{$%<&", text.ptr[at]) ? end_of(text, at, &item) : at;
    if (end == at) {
      at++;
      continue;
    }
    item.text = mdq_span_sub(text, at, end);
    if (!item.key.ptr) item.key = item.text;
    found->items[found->count++] = item;
    at = end;
  }
}
