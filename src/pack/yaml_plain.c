#include "pack/yaml_plain.h"

#include <stdlib.h>

#include "text/utf8.h"

enum { DEEPEST = 200, MOST_NESTED = 8, MOST_COLUMN = 1000 };

/* -- characters -- */

/* Every other byte stands for itself in any text. */
static inline bool is_special(unsigned char c) {
  static const bool special[256] = {
    [0] = true, [1] = true, [2] = true, [3] = true, [4] = true, [5] = true, [6] = true, [7] = true, [8] = true, [9] = true, [10] = true, [11] = true,
    [12] = true, [13] = true, [14] = true, [15] = true, [16] = true, [17] = true, [18] = true, [19] = true, [20] = true, [21] = true, [22] = true,
    [23] = true, [24] = true, [25] = true, [26] = true, [27] = true, [28] = true, [29] = true, [30] = true, [31] = true, [0x7F] = true,
    ['\''] = true, ['"'] = true, ['\\'] = true, [':'] = true, ['#'] = true, ['?'] = true, [','] = true,
    ['['] = true, [']'] = true, ['{'] = true, ['}'] = true, [0xC2] = true, [0xE2] = true, [0xEF] = true,
  };
  return special[c];
}

static inline unsigned char byte_at(const struct mdq_plain *plain, const char *at) {
  return at < plain->end ? (unsigned char)*at : 0;
}

/* Controls, further ends of lines and byte order marks. The text is valid UTF-8. */
static bool is_barred(const struct mdq_plain *plain, const char *at) {
  unsigned char c = (unsigned char)at[0], second = byte_at(plain, at + 1), third = byte_at(plain, at + 2);
  if (c == 0xC2) return second < 0xA0;
  if (c == 0xE2) return second == 0x80 && (third == 0xA8 || third == 0xA9);
  if (c == 0xEF) return (second == 0xBB && third == 0xBF) || (second == 0xBF && third >= 0xBE);
  return c < 0x20 || c == 0x7F;
}

/* Brackets count wherever they stand; false: they are too deep. */
static inline bool note_bracket(struct mdq_plain *plain, unsigned char c) {
  if (c == '[' || c == '{') plain->depth++;
  else if ((c == ']' || c == '}') && plain->depth) plain->depth--;
  return plain->depth <= DEEPEST;
}

/* -- lines -- */

static void start_line(struct mdq_plain *plain) {
  plain->at++;
  plain->line++;
  plain->line_start = plain->at;
}

static bool skip_comment(struct mdq_plain *plain) {
  for (; plain->at < plain->end && *plain->at != '\n'; plain->at++) {
    unsigned char c = (unsigned char)*plain->at;
    if (is_special(c) && (is_barred(plain, plain->at) || !note_bracket(plain, c))) return false;
  }
  return true;
}

enum { NO_LINE = -1 /* the text ends */, BAD_LINE = -2 };

/* At the end of a line: goes to the next one that is neither empty nor a comment, and tells where it begins. */
static int next_line(struct mdq_plain *plain) {
  for (;;) {
    while (byte_at(plain, plain->at) == ' ') plain->at++;
    if (plain->at < plain->end && *plain->at == '#' && !skip_comment(plain)) return BAD_LINE;
    if (plain->at == plain->end) return NO_LINE;
    if (*plain->at != '\n') break;
    start_line(plain);
  }
  ptrdiff_t column = plain->at - plain->line_start;
  bool ends_document = !column && *plain->at == '.';
  return column < MOST_COLUMN && !ends_document ? (int)column : BAD_LINE;
}

/* Where the line begins at whose first character the reader stands. */
static int here(const struct mdq_plain *plain) {
  return (int)(plain->at - plain->line_start);
}

/* Of a value: nothing stands behind it. */
static bool ends_line(struct mdq_plain *plain) {
  while (byte_at(plain, plain->at) == ' ') plain->at++;
  return plain->at == plain->end || *plain->at == '\n';
}

static bool is_item(const struct mdq_plain *plain) {
  return byte_at(plain, plain->at) == '-' && byte_at(plain, plain->at + 1) == ' ';
}

/* -- nodes: by their number from 1; 0: it is not so plain. Of what they have only what mdq_yaml_column() and a reader without faults need -- */

static int add_node(struct mdq_plain *plain, yaml_node_type_t type, const char *start) {
  if (plain->node_count == plain->node_capacity) {
    size_t capacity = plain->node_capacity ? plain->node_capacity * 2 : 256;
    yaml_node_t *nodes = capacity > 1 << 24 ? NULL : realloc(plain->nodes, capacity * sizeof *nodes);
    if (!nodes) return 0;
    plain->nodes = nodes;
    plain->node_capacity = capacity;
  }
  yaml_node_t *node = &plain->nodes[plain->node_count++];
  node->type = type;
  node->start_mark = (yaml_mark_t){ .index = (size_t)(start - plain->yaml->text.ptr), .line = plain->line };
  return (int)plain->node_count;
}

static void set_text(struct mdq_plain *plain, int node, const char *text, size_t len) {
  plain->nodes[node - 1].data.scalar.value = (yaml_char_t *)(uintptr_t)text;
  plain->nodes[node - 1].data.scalar.length = len;
}

static int add_scalar(struct mdq_plain *plain, const char *text, size_t len) {
  int node = add_node(plain, YAML_SCALAR_NODE, text);
  if (node) set_text(plain, node, text, len);
  return node;
}

static bool push(struct mdq_plain *plain, int node) {
  if (plain->open_count == plain->open_capacity) {
    size_t capacity = plain->open_capacity ? plain->open_capacity * 2 : 256;
    int *open = realloc(plain->open, capacity * sizeof *open);
    if (!open) return false;
    plain->open = open;
    plain->open_capacity = capacity;
  }
  plain->open[plain->open_count++] = node;
  return node != 0;
}

/* Gives a list or mapping what has been pushed since there were `first`. */
static int close_node(struct mdq_plain *plain, int node, size_t first) {
  size_t count = plain->open_count - first;
  int *kept = mdq_arena_room(&plain->arena, (count + 1) * sizeof *kept);
  if (!kept) return 0;
  if (count) memcpy(kept, plain->open + first, count * sizeof *kept);
  plain->open_count = first;
  yaml_node_t *closed = &plain->nodes[node - 1];
  if (closed->type == YAML_SEQUENCE_NODE) {
    closed->data.sequence.items.start = kept;
    closed->data.sequence.items.top = closed->data.sequence.items.end = kept + count;
  } else {
    closed->data.mapping.pairs.start = (yaml_node_pair_t *)(void *)kept;
    closed->data.mapping.pairs.top = closed->data.mapping.pairs.end = closed->data.mapping.pairs.start + count / 2;
  }
  return node;
}

/* -- texts -- */

/* Goes to the next line, if it is neither empty nor the edge of a document; *folded: the text goes on there, after a space. */
static bool fold_line(struct mdq_plain *plain, size_t *folded) {
  start_line(plain);
  ++*folded;
  if (byte_at(plain, plain->at) == '-' || byte_at(plain, plain->at) == '.') return false;
  while (byte_at(plain, plain->at) == ' ') plain->at++;
  return plain->at < plain->end && *plain->at-- != '\n';
}

/* A text between ' ' as it is written to what it says. */
static size_t unquote(const char *text, size_t len, char *out) {
  size_t used = 0;
  for (size_t i = 0; i < len; i++) {
    if (text[i] == '\n') {
      while (used && out[used - 1] == ' ') used--;
      while (text[i + 1] == ' ') i++; /* a quotation mark follows, at the latest */
      out[used++] = ' ';
    } else {
      out[used++] = text[i];
      if (text[i] == '\'') i++;
    }
  }
  return used;
}

/* Between ' ', where '' is a ', or between " ", where nothing may be escaped. */
static int read_quoted(struct mdq_plain *plain) {
  const char *start = plain->at, quote = *plain->at++;
  size_t changed = 0;
  int node = add_node(plain, YAML_SCALAR_NODE, start);
  for (; node; plain->at++) {
    while (plain->at < plain->end && !is_special((unsigned char)*plain->at)) plain->at++;
    if (plain->at == plain->end) return 0;
    if (*plain->at == '\n' && quote == '\'') {
      if (!fold_line(plain, &changed)) return 0;
      continue;
    }
    if (is_barred(plain, plain->at) || !note_bracket(plain, (unsigned char)*plain->at)) return 0;
    if (*plain->at == '\\' && quote == '"') return 0;
    if (*plain->at != quote) continue;
    if (quote == '"' || byte_at(plain, plain->at + 1) != '\'') break;
    plain->at++;
    changed++;
  }
  size_t len = (size_t)(plain->at++ - start) - 1;
  char *text = node && changed ? mdq_arena_room(&plain->arena, len) : NULL;
  if (!node || (changed && !text)) return 0;
  if (text) len = unquote(start + 1, len, text);
  set_text(plain, node, text ? text : start + 1, len);
  return node;
}

static int read_unquoted(struct mdq_plain *plain, bool inline_list) {
  const char *start = plain->at;
  if (plain->at == plain->end || strchr(" -?:,[]{}#&*!|>'\"%@`\n", *plain->at)) return 0;
  for (;; plain->at++) {
    while (plain->at < plain->end && !is_special((unsigned char)*plain->at)) plain->at++;
    if (plain->at == plain->end || *plain->at == '\n') break;
    unsigned char c = (unsigned char)*plain->at, next = byte_at(plain, plain->at + 1);
    if (inline_list && (c == ',' || c == ']' || c == '}')) break;
    if (inline_list && (c == ':' || c == '#' || c == '?' || c == '[' || c == '{')) return 0;
    if ((c == ':' && (next == ' ' || next == '\n' || !next)) || (c == '#' && plain->at[-1] == ' ')) return 0;
    if (is_barred(plain, plain->at) || !note_bracket(plain, c)) return 0;
  }
  const char *end = plain->at;
  while (end[-1] == ' ') end--;
  return add_scalar(plain, start, (size_t)(end - start));
}

/* A key as packs have them, with its colon; 0: here stands no key. */
static int read_key(struct mdq_plain *plain) {
  const char *at = plain->at;
  while (at < plain->end && ((*at >= 'a' && *at <= 'z') || (*at == '-' && at > plain->at))) at++;
  unsigned char next = byte_at(plain, at + 1);
  if (at == plain->at || byte_at(plain, at) != ':' || (next != ' ' && next != '\n')) return 0;
  int key = add_scalar(plain, plain->at, (size_t)(at - plain->at));
  plain->at = at + 1;
  return key;
}

/* -- lists and mappings in brackets, which may go on in the next line -- */

static int read_inline(struct mdq_plain *plain);

static bool skip_space(struct mdq_plain *plain) {
  while (byte_at(plain, plain->at) == ' ') plain->at++;
  if (plain->at == plain->end) return false;
  return (*plain->at != '\n' && *plain->at != '#') || next_line(plain) >= 0;
}

static bool read_inline_item(struct mdq_plain *plain, bool mapping) {
  return (!mapping || push(plain, read_key(plain))) && skip_space(plain) && push(plain, read_inline(plain)) && skip_space(plain);
}

static int read_brackets(struct mdq_plain *plain) {
  bool mapping = *plain->at == '{';
  const char close = mapping ? '}' : ']';
  size_t first = plain->open_count;
  int node = add_node(plain, mapping ? YAML_MAPPING_NODE : YAML_SEQUENCE_NODE, plain->at);
  if (!node || !note_bracket(plain, (unsigned char)*plain->at++) || !skip_space(plain)) return 0;
  for (bool more = *plain->at != close; more;) {
    if (!read_inline_item(plain, mapping)) return 0;
    more = *plain->at == ',';
    if (more) plain->at++;
    if (more && !skip_space(plain)) return 0;
  }
  if (*plain->at != close || !note_bracket(plain, (unsigned char)*plain->at++)) return 0;
  return close_node(plain, node, first);
}

static int read_inline(struct mdq_plain *plain) {
  unsigned char c = byte_at(plain, plain->at);
  if (c == '\'' || c == '"') return read_quoted(plain);
  if (c != '[' && c != '{') return read_unquoted(plain, plain->nested > 0);
  if (plain->nested == MOST_NESTED) return 0;
  plain->nested++;
  int node = read_brackets(plain);
  plain->nested--;
  return node;
}

/* What begins in the line, and nothing behind it. */
static int read_rest_of_line(struct mdq_plain *plain) {
  int node = read_inline(plain);
  return node && ends_line(plain) ? node : 0;
}

/* -- lists and mappings by lines: they end before the next line that is not theirs, where the reader then stands -- */

static int read_mapping(struct mdq_plain *plain, int column, unsigned depth);

/* A mapping, or what is none. */
static int read_entry(struct mdq_plain *plain, unsigned depth) {
  const char *start = plain->at;
  size_t nodes = plain->node_count;
  if (!read_key(plain)) return read_rest_of_line(plain);
  plain->at = start; /* it is the mapping's */
  plain->node_count = nodes;
  return read_mapping(plain, here(plain), depth + 1);
}

static int read_list(struct mdq_plain *plain, int column, unsigned depth) {
  size_t first = plain->open_count;
  int node = depth < MOST_NESTED ? add_node(plain, YAML_SEQUENCE_NODE, plain->at) : 0;
  for (int line = column; node && line == column && is_item(plain); line = next_line(plain)) {
    plain->at += 2;
    if (!push(plain, read_entry(plain, depth))) return 0;
  }
  return node ? close_node(plain, node, first) : 0;
}

static int read_value(struct mdq_plain *plain, int column, unsigned depth) {
  if (!ends_line(plain)) return read_rest_of_line(plain);
  int line = next_line(plain);
  if (line >= column && is_item(plain)) return read_list(plain, line, depth + 1);
  return line > column ? read_entry(plain, depth) : 0;
}

static int read_mapping(struct mdq_plain *plain, int column, unsigned depth) {
  size_t first = plain->open_count;
  int node = depth < MOST_NESTED ? add_node(plain, YAML_MAPPING_NODE, plain->at) : 0, line = column;
  while (node && line == column) {
    if (!push(plain, read_key(plain)) || !push(plain, read_value(plain, column, depth))) return 0;
    line = next_line(plain);
  }
  return node && line < column && line != BAD_LINE ? close_node(plain, node, first) : 0;
}

/* -- the file -- */

void mdq_plain_init(struct mdq_plain *plain, struct mdq_yaml *yaml) {
  const char *text = yaml->text.ptr;
  *plain = (struct mdq_plain){ .yaml = yaml, .at = text, .end = text + yaml->text.len, .line_start = text };
  if (mdq_utf8_valid_prefix(yaml->text) < yaml->text.len) plain->depth = DEEPEST + 1; /* what is wrong is for libyaml to say */
}

enum mdq_plain_step mdq_plain_next(struct mdq_plain *plain, const yaml_node_t **item) {
  mdq_arena_reset(&plain->arena);
  plain->node_count = plain->open_count = 0;
  int line = plain->depth > DEEPEST ? BAD_LINE : next_line(plain);
  if (line == NO_LINE && plain->line_start > plain->yaml->text.ptr) return MDQ_PLAIN_END;
  if (line != 0 || !is_item(plain)) return MDQ_PLAIN_NOT;
  plain->at += 2;
  int node = read_mapping(plain, here(plain), 0);
  if (!node) return MDQ_PLAIN_NOT;
  plain->yaml->nodes = plain->nodes;
  *item = &plain->nodes[node - 1];
  return MDQ_PLAIN_ITEM;
}

void mdq_plain_free(struct mdq_plain *plain) {
  free(plain->nodes);
  free(plain->open);
  mdq_arena_free(&plain->arena);
}
