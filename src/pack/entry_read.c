/* One entry of a pack, checked field by field before it becomes a rule. */
#include <inttypes.h>

#include "pack/english.h"
#include "pack/entry_rule.h"
#include "pack/loader.h"

enum field {
  ID, ENGLISH, MECHANISM, SEVERITY, PATTERN, REGEX, LITERAL, NEAR, UNLESS_NEAR, WITHIN, UNLESS_WITHIN, IN_SENTENCE, DOCUMENT_HAS, DOCUMENT_LACKS,
  SOURCE_HAS, SOURCE_LACKS, UNLESS_IN_SOURCE, POSITION, OFF, SEVERAL, BY_WORDS, SUGGEST, WHY, BAD, GOOD, FIELDS
};

static const struct {
  const char *name;
  bool required;
} fields[FIELDS] = {
  [ID] = { "id", true }, [ENGLISH] = { "english", true }, [MECHANISM] = { "mechanism", true }, [SEVERITY] = { "severity", true },
  [PATTERN] = { "pattern", false }, [REGEX] = { "regex", false }, [LITERAL] = { "literal", false },
  [NEAR] = { "near", false }, [UNLESS_NEAR] = { "unless-near", false }, [WITHIN] = { "within", false },
  [UNLESS_WITHIN] = { "unless-within", false }, [IN_SENTENCE] = { "in-sentence", false },
  [DOCUMENT_HAS] = { "document-has", false }, [DOCUMENT_LACKS] = { "document-lacks", false },
  [SOURCE_HAS] = { "source-has", false }, [SOURCE_LACKS] = { "source-lacks", false }, [UNLESS_IN_SOURCE] = { "unless-in-source", false },
  [POSITION] = { "position", false }, [OFF] = { "off", false }, [SEVERAL] = { "several", false },
  [BY_WORDS] = { "by-words", false },
  [SUGGEST] = { "suggest", true }, [WHY] = { "why", true }, [BAD] = { "bad", true }, [GOOD] = { "good", true },
};

static const char *const severities[] = { [MDQ_NOTE] = "note", [MDQ_WARNING] = "warning", [MDQ_ERROR] = "error" };
static const char *const switches[] = { "false", "true" };
static const char *const positions[] = { [MDQ_FIRST_LINES] = "first-lines", [MDQ_LAST_LINES] = "last-lines", [MDQ_HEADLINE] = "headline",
                                         [MDQ_CAPTION] = "caption" };
static const char *const unsourced[] = { [MDQ_UNSOURCED_LOWER] = "lower", [MDQ_UNSOURCED_DROP] = "drop" };

enum { NEARBY = 14, FARTHEST = 100 /* tokens */ };

#define FAIL(loader, node, ...) mdq_yaml_fail(&(loader)->yaml, node, __VA_ARGS__)

static enum mdq_status no_memory(const struct mdq_loader *l) {
  return mdq_no_memory(l->yaml.error);
}

static struct mdq_mark mark_of(const yaml_node_t *node) {
  return (struct mdq_mark){ (uint32_t)node->start_mark.line + 1, (uint32_t)node->start_mark.column + 1 };
}

/* Scalars and lists. */

/* NUL-terminated; empty without memory. */
static struct mdq_span copy_text(struct mdq_text_room *room, struct mdq_span text) {
  enum { AT_ONCE = 1 << 14 };
  if (room->left <= text.len) {
    size_t size = text.len < AT_ONCE / 4 ? AT_ONCE : text.len + 1;
    if (!(room->at = mdq_arena_room(room->arena, size))) size = 0;
    room->left = size;
    if (!size) return mdq_span_of("", 0);
  }
  char *copy = memcpy(room->at, text.ptr, text.len);
  copy[text.len] = '\0';
  room->at += text.len + 1;
  room->left -= text.len + 1;
  return mdq_span_of(copy, text.len);
}

static enum mdq_status check_text(const struct mdq_loader *l, const yaml_node_t *node, const char *name) {
  if (node->type != YAML_SCALAR_NODE) return FAIL(l, node, "%s: not a text", name);
  struct mdq_span value = mdq_yaml_value(node);
  if (!value.len) return FAIL(l, node, "%s: empty", name);
  if (memchr(value.ptr, '\0', value.len)) return FAIL(l, node, "%s: holds a NUL", name);
  return MDQ_OK;
}

static enum mdq_status read_text(struct mdq_loader *l, const yaml_node_t *node, const char *name, struct mdq_text_room *room, struct mdq_span *text) {
  enum mdq_status status = check_text(l, node, name);
  if (status) return status;
  *text = copy_text(room, mdq_yaml_value(node));
  return text->len ? MDQ_OK : no_memory(l);
}

static enum mdq_status read_string(struct mdq_loader *l, const yaml_node_t *node, const char *name, struct mdq_span *text) {
  return read_text(l, node, name, &l->kept, text);
}

/* The number of the name that the node is, or `count`. Names mostly come in their order: the search begins at `from`, if there is such. */
static size_t find_name(const yaml_node_t *node, const char *const *names, size_t count, size_t from) {
  if (node->type != YAML_SCALAR_NODE) return count;
  struct mdq_span text = mdq_yaml_value(node);
  for (size_t passed = 0, i = from < count ? from : 0; passed < count; passed++, i = i + 1 < count ? i + 1 : 0)
    if (names[i] && mdq_span_is(text, names[i])) return i;
  return count;
}

/* `problem` says what a text is that is none of the names, which follow. */
static enum mdq_status read_one_of(struct mdq_loader *l, const yaml_node_t *node, const char *field, const char *const *names, size_t count,
                                   const char *problem, size_t *index) {
  struct mdq_span text;
  if ((*index = find_name(node, names, count, 0)) < count) return MDQ_OK;
  enum mdq_status status = read_text(l, node, field, &l->passing, &text);
  if (status) return status;
  struct mdq_buf allowed;
  mdq_buf_init(&allowed);
  for (size_t i = 0; i < count; i++)
    if (names[i]) mdq_buf_printf(&allowed, "%s%s", allowed.len ? ", " : "", names[i]);
  status = allowed.failed ? no_memory(l) : FAIL(l, node, "%s: “%.60s” is %s: %s", field, text.ptr, problem, allowed.ptr);
  mdq_buf_free(&allowed);
  return status;
}

static enum mdq_status read_name(struct mdq_loader *l, const yaml_node_t *node, const char *field, const char *const *names, size_t count,
                                 size_t *index) {
  return read_one_of(l, node, field, names, count, "not one of", index);
}

static enum mdq_status read_switch(struct mdq_loader *l, const yaml_node_t *node, const char *field, bool *on) {
  size_t index = 0;
  enum mdq_status status = node ? read_name(l, node, field, switches, MDQ_COUNT(switches), &index) : MDQ_OK;
  *on = index;
  return status;
}

static enum mdq_status read_distance(struct mdq_loader *l, const yaml_node_t *node, const char *field, uint8_t *tokens) {
  struct mdq_span text;
  enum mdq_status status = read_text(l, node, field, &l->passing, &text);
  if (status) return status;
  unsigned n = 0;
  for (size_t i = 0; i < text.len; i++) {
    bool digit = text.ptr[i] >= '0' && text.ptr[i] <= '9';
    n = digit && n <= FARTHEST ? n * 10 + (unsigned)(text.ptr[i] - '0') : FARTHEST + 1;
  }
  if (n < 1 || n > FARTHEST) return FAIL(l, node, "%s: not a number of tokens from 1 to %d", field, FARTHEST);
  *tokens = (uint8_t)n;
  return MDQ_OK;
}

enum mdq_status mdq_check_list(const struct mdq_loader *l, const yaml_node_t *node, const char *name, size_t least, size_t *count) {
  if (node->type != YAML_SEQUENCE_NODE) return FAIL(l, node, "%s: not a list, which is written [a, b] or with a line “- a” for each", name);
  *count = (size_t)(node->data.sequence.items.top - node->data.sequence.items.start);
  if (*count < least) return FAIL(l, node, "%s: at least %zu needed", name, least);
  return MDQ_OK;
}

static enum mdq_status read_strings(struct mdq_loader *l, const yaml_node_t *node, const char *name, size_t least, struct mdq_strings *strings) {
  enum mdq_status status = mdq_check_list(l, node, name, least, &strings->count);
  struct mdq_span *items = status ? NULL : mdq_arena_array(&l->packs->arena, strings->count + 1, sizeof *items);
  if (!items) return status ? status : no_memory(l);
  for (size_t i = 0; i < strings->count && !status; i++) status = read_string(l, mdq_list_item(l, node, i), name, &items[i]);
  strings->items = items;
  return status;
}

static enum mdq_status check_brackets(struct mdq_loader *l, const yaml_node_t *node, const char *name, struct mdq_span text) {
  size_t opened = 0, depth = 0;
  for (size_t at = 0; at < text.len; at++) {
    if (text.ptr[at] == '(' && !depth++) opened = at;
    if (text.ptr[at] == ')' && !depth--) return mdq_yaml_fail_inside(&l->yaml, node, at, "%s: “)” without “(”", name);
  }
  return depth ? mdq_yaml_fail_inside(&l->yaml, node, opened, "%s: “(” without “)”", name) : MDQ_OK;
}

static enum mdq_status read_english(struct mdq_loader *l, const yaml_node_t *node, struct mdq_span *english) {
  enum mdq_status status = read_string(l, node, "english", english);
  if (!status) status = check_brackets(l, node, "english", *english);
  if (status) return status;
  if (!mdq_english_can_be_sought(*english)) return FAIL(l, node, "english: an alternative of more than twelve words, or with more than two “...”");
  return mdq_english_has_words(*english) ? MDQ_OK : FAIL(l, node, "english: no word of English outside of “()”");
}

/* A suggestion goes into the draft as it is, but for the marks of the article. */
static enum mdq_status check_suggestion(struct mdq_loader *l, const yaml_node_t *node, struct mdq_span text) {
  const struct mdq_span mark = MDQ_SPAN_LIT("(ال)");
  enum mdq_status status = check_brackets(l, node, "suggest", text);
  if (status) return status;
  if (strspn(text.ptr, " ") == text.len) return FAIL(l, node, "suggest: empty");
  if (text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ') return FAIL(l, node, "suggest: a space at an edge");
  if (memchr(text.ptr, '\n', text.len)) return FAIL(l, node, "suggest: more than one line");
  for (const char *at = text.ptr; (at = strstr(at, mark.ptr)); at += mark.len)
    if (!at[mark.len] || at[mark.len] == ' ') return mdq_yaml_fail_inside(&l->yaml, node, (size_t)(at - text.ptr), "suggest: a word is missing behind “(ال)”");
  return MDQ_OK;
}

static bool stands_before(const struct mdq_strings *strings, size_t i) {
  for (size_t k = 0; k < i; k++)
    if (mdq_span_eq(strings->items[k], strings->items[i])) return true;
  return false;
}

static enum mdq_status read_suggestions(struct mdq_loader *l, const yaml_node_t *node, struct mdq_strings *suggest) {
  enum mdq_status status = read_strings(l, node, "suggest", 0, suggest);
  for (size_t i = 0; !status && i < suggest->count; i++) {
    const yaml_node_t *item = mdq_list_item(l, node, i);
    status = check_suggestion(l, item, suggest->items[i]);
    if (!status && stands_before(suggest, i)) status = FAIL(l, item, "suggest: stands here already");
  }
  return status;
}

/* Adds a regular expression, of which byte `at` of the node's text is the first. */
static enum mdq_status add_regex(struct mdq_loader *l, const yaml_node_t *node, const char *name, struct mdq_span expression, size_t at) {
  struct mdq_packs *packs = l->packs;
  struct mdq_regex *regex = mdq_arena_push(&packs->arena, &packs->regexes, &packs->regex_count, &l->regex_capacity, sizeof *regex);
  if (!regex) return no_memory(l);
  char message[160];
  size_t wrong;
  if (mdq_regex_init(regex, expression, &wrong, message)) return MDQ_OK;
  return message[0] ? mdq_yaml_fail_inside(&l->yaml, node, at + wrong, "%s: %s", name, message) : no_memory(l);
}

/* A word of a condition, or an expression: "regex: ...". */
static enum mdq_status read_word(struct mdq_loader *l, const yaml_node_t *node, const char *name, struct mdq_atoms_source *words,
                                 struct mdq_regex_list *regexes) {
  const struct mdq_span prefix = MDQ_SPAN_LIT("regex:");
  struct mdq_span text;
  struct mdq_pattern_error wrong;
  enum mdq_status status = read_text(l, node, name, &l->passing, &text);
  if (status) return status;
  if (!mdq_span_starts(text, prefix)) {
    if (mdq_atom_parse(&l->scratch, text, &words->items[words->count], &wrong)) return words->count++, MDQ_OK;
    return l->scratch.failed ? no_memory(l) : mdq_yaml_fail_inside(&l->yaml, node, wrong.at, "%s: %s", name, wrong.message);
  }
  if (!regexes) return FAIL(l, node, "%s: a regex cannot stand here", name);
  size_t from = prefix.len;
  while (from < text.len && text.ptr[from] == ' ') from++;
  if (from == text.len) return FAIL(l, node, "%s: the regex is empty", name);
  text = copy_text(&l->kept, mdq_span_sub(text, from, text.len));
  if (!text.len) return no_memory(l);
  regexes->count++;
  return add_regex(l, node, name, text, from);
}

/* Where `regexes` is given, expressions may stand among the words. */
static enum mdq_status read_words(struct mdq_loader *l, const yaml_node_t *node, const char *name, struct mdq_atoms_source *words,
                                  struct mdq_regex_list *regexes) {
  size_t count;
  enum mdq_status status = mdq_check_list(l, node, name, 1, &count);
  for (size_t i = 0; !status && i < count; i++) status = check_text(l, mdq_list_item(l, node, i), name);
  if (status) return status;
  words->items = mdq_arena_array(&l->scratch, count, sizeof *words->items);
  if (!words->items) return no_memory(l);
  if (regexes) regexes->first = (uint32_t)l->packs->regex_count;
  for (size_t i = 0; i < count && !status; i++) status = read_word(l, mdq_list_item(l, node, i), name, words, regexes);
  return status;
}

/* The node of a key in a small mapping whose keys are all known; a strange or doubled key is an error. */
static enum mdq_status read_mapping(struct mdq_loader *l, const yaml_node_t *node, const char *what, const char *const *keys, size_t count,
                                    const yaml_node_t **values) {
  if (node->type != YAML_MAPPING_NODE) return FAIL(l, node, "%s: not a mapping", what);
  size_t index = count;
  for (const yaml_node_pair_t *pair = node->data.mapping.pairs.start; pair < node->data.mapping.pairs.top; pair++) {
    const yaml_node_t *key = mdq_yaml_node(&l->yaml, pair->key);
    index = find_name(key, keys, count, index + 1);
    enum mdq_status status = index < count ? MDQ_OK : read_one_of(l, key, what, keys, count, "not one of its keys", &index);
    if (status) return status;
    if (values[index]) return FAIL(l, key, "%s: “%s” stands twice", what, keys[index]);
    values[index] = mdq_yaml_node(&l->yaml, pair->value);
  }
  return MDQ_OK;
}

/* Fields. */

static enum mdq_status read_id(struct mdq_loader *l, const yaml_node_t *node, struct mdq_loaded *loaded) {
  struct mdq_span id;
  enum mdq_status status = read_string(l, node, "id", &id);
  if (status) return status;
  size_t slash = 0;
  for (size_t i = 0; i < id.len; i++) {
    char c = id.ptr[i];
    bool edge = i == 0 || id.ptr[i - 1] == '/' || i + 1 == id.len || id.ptr[i + 1] == '/';
    bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '-' && !edge) || (c == '/' && i && i + 1 < id.len && !slash++);
    if (!fits) return mdq_yaml_fail_inside(&l->yaml, node, i, "id: not of the form family/slug in a-z, 0-9 and hyphens");
  }
  if (!slash) return FAIL(l, node, "id: not of the form family/slug");
  if (!mdq_span_starts(id, MDQ_SPAN_LIT("idiom/")) && !mdq_span_starts(id, MDQ_SPAN_LIT("style/")))
    return FAIL(l, node, "id: the family is idiom or style, not %.*s", (int)(strchr(id.ptr, '/') - id.ptr), id.ptr);
  const struct mdq_entry_marks *first = mdq_map_get(&l->ids, id);
  if (first) return FAIL(l, node, "id: %s is already used at %s:%" PRIu32, id.ptr, first->path, first->id.line);
  loaded->marks.path = l->path;
  loaded->marks.id = mark_of(node);
  struct mdq_entry_marks *known = mdq_arena_alloc(&l->packs->arena, sizeof *known);
  if (!known || !mdq_map_put(&l->ids, id, known)) return no_memory(l);
  *known = loaded->marks;
  loaded->rule.id = id.ptr;
  return MDQ_OK;
}

static enum mdq_status read_pattern(struct mdq_loader *l, const yaml_node_t *node, const char *name, struct mdq_pattern *pattern) {
  struct mdq_span text;
  enum mdq_status status = node ? read_text(l, node, name, &l->passing, &text) : MDQ_OK;
  struct mdq_pattern_error wrong;
  if (!node || status || mdq_pattern_parse(&l->scratch, text, pattern, &wrong)) return status;
  return l->scratch.failed ? no_memory(l) : mdq_yaml_fail_inside(&l->yaml, node, wrong.at, "%s: %s", name, wrong.message);
}

static enum mdq_status read_regex(struct mdq_loader *l, const yaml_node_t *node, struct mdq_entry *entry) {
  struct mdq_span text;
  enum mdq_status status = node ? read_string(l, node, "regex", &text) : MDQ_OK;
  if (!node || status) return status;
  status = add_regex(l, node, "regex", text, 0);
  entry->regex = (uint32_t)l->packs->regex_count;
  return status;
}

static enum mdq_status read_near(struct mdq_loader *l, const yaml_node_t *const *values, struct mdq_entry *entry, struct mdq_entry_source *source) {
  enum mdq_status status = MDQ_OK;
  entry->within = entry->unless_within = NEARBY;
  const yaml_node_t *idle = values[WITHIN] ? values[WITHIN] : values[IN_SENTENCE];
  if (idle && !values[NEAR] && !values[UNLESS_NEAR])
    return FAIL(l, idle, "%s: says nothing without “near” or “unless-near”", fields[values[WITHIN] ? WITHIN : IN_SENTENCE].name);
  if (values[UNLESS_WITHIN] && !values[UNLESS_NEAR]) return FAIL(l, values[UNLESS_WITHIN], "unless-within: says nothing without “unless-near”");
  if (values[NEAR]) status = read_words(l, values[NEAR], "near", &source->near, &entry->near_regexes);
  if (!status && values[UNLESS_NEAR]) status = read_words(l, values[UNLESS_NEAR], "unless-near", &source->unless_near, &entry->unless_near_regexes);
  if (!status && values[WITHIN]) status = read_distance(l, values[WITHIN], "within", &entry->within);
  if (values[WITHIN]) entry->unless_within = entry->within;
  if (!status && values[UNLESS_WITHIN]) status = read_distance(l, values[UNLESS_WITHIN], "unless-within", &entry->unless_within);
  return status ? status : read_switch(l, values[IN_SENTENCE], "in-sentence", &entry->in_sentence);
}

static enum mdq_status read_conditions(struct mdq_loader *l, const yaml_node_t *const *values, struct mdq_entry *entry, struct mdq_entry_source *source) {
  size_t position = MDQ_ANYWHERE, without = MDQ_UNSOURCED_KEEP;
  enum mdq_status status = read_near(l, values, entry, source);
  if (!status && values[DOCUMENT_HAS]) status = read_words(l, values[DOCUMENT_HAS], "document-has", &source->document_has, NULL);
  if (!status && values[DOCUMENT_LACKS]) status = read_words(l, values[DOCUMENT_LACKS], "document-lacks", &source->document_lacks, NULL);
  if (!status && values[SOURCE_HAS]) status = read_strings(l, values[SOURCE_HAS], "source-has", 1, &entry->source_has);
  if (!status && values[SOURCE_LACKS]) status = read_strings(l, values[SOURCE_LACKS], "source-lacks", 1, &entry->source_lacks);
  if (!status && values[POSITION]) status = read_name(l, values[POSITION], "position", positions, MDQ_COUNT(positions), &position);
  if (!status && values[UNLESS_IN_SOURCE])
    status = read_name(l, values[UNLESS_IN_SOURCE], "unless-in-source", unsourced, MDQ_COUNT(unsourced), &without);
  entry->position = (enum mdq_entry_position)position;
  entry->unsourced = (uint8_t)without;
  return status;
}

static enum mdq_status read_why(struct mdq_loader *l, const yaml_node_t *node, struct mdq_text *why) {
  static const char *const keys[] = { "en", "ar" };
  const yaml_node_t *values[2] = { NULL, NULL };
  enum mdq_status status = read_mapping(l, node, "why", keys, 2, values);
  if (status) return status;
  if (!values[0] || !values[1]) return FAIL(l, node, "why: “%s” is missing", keys[values[0] ? 1 : 0]);
  struct mdq_span en, ar;
  status = read_string(l, values[0], "why", &en);
  if (!status) status = read_string(l, values[1], "why", &ar);
  if (!status) *why = (struct mdq_text){ en.ptr, ar.ptr };
  return status;
}

/* An example is a text, or a mapping of the text with its source and, if it is bad, its corrected form. */
static enum mdq_status read_example(struct mdq_loader *l, const yaml_node_t *node, const char *name, size_t keys_allowed,
                                    struct mdq_example *example, struct mdq_mark *mark) {
  static const char *const keys[] = { "text", "source", "fixed" };
  const yaml_node_t *values[3] = { NULL, NULL, NULL };
  struct mdq_span text[3] = { { NULL, 0 } };
  enum mdq_status status = MDQ_OK;
  if (node->type == YAML_SCALAR_NODE) values[0] = node;
  else status = read_mapping(l, node, name, keys, keys_allowed, values);
  if (!status && !values[0]) return FAIL(l, node, "%s: “text” is missing", name);
  for (size_t i = 0; i < 3 && !status; i++)
    if (values[i]) status = read_string(l, values[i], name, &text[i]);
  if (status) return status;
  *example = (struct mdq_example){ .text = text[0].ptr, .source = text[1].ptr, .fixed = text[2].ptr };
  *mark = mark_of(values[0]);
  return MDQ_OK;
}

static enum mdq_status read_examples(struct mdq_loader *l, const yaml_node_t *node, const char *name, size_t least, size_t keys_allowed,
                                     struct mdq_example **examples, const struct mdq_mark **marks, size_t *count) {
  enum mdq_status status = mdq_check_list(l, node, name, least, count);
  if (status) return status;
  *examples = mdq_arena_array(&l->packs->arena, *count + 1, sizeof **examples);
  struct mdq_mark *places = mdq_arena_array(&l->packs->arena, *count + 1, sizeof *places);
  if (!*examples || !places) return no_memory(l);
  for (size_t i = 0; i < *count && !status; i++)
    status = read_example(l, mdq_list_item(l, node, i), name, keys_allowed, &(*examples)[i], &places[i]);
  *marks = places;
  return status;
}

/* Good examples with a source text, and without one, go into lists of their own. */
static bool sort_good(struct mdq_loader *l, struct mdq_loaded *loaded, const struct mdq_example *good, const struct mdq_mark *marks, size_t count) {
  struct mdq_arena *arena = &l->packs->arena;
  const char **texts = mdq_arena_array(arena, count + 1, sizeof *texts);
  struct mdq_example *pairs = mdq_arena_array(arena, count + 1, sizeof *pairs);
  struct mdq_mark *text_marks = mdq_arena_array(arena, count, sizeof *text_marks), *pair_marks = mdq_arena_array(arena, count, sizeof *pair_marks);
  if (!texts || !pairs || !text_marks || !pair_marks) return false;
  for (size_t i = 0, text = 0, pair = 0; i < count; i++) {
    if (good[i].source) {
      pair_marks[pair] = marks[i];
      pairs[pair++] = good[i];
    } else {
      text_marks[text] = marks[i];
      texts[text++] = good[i].text;
    }
  }
  loaded->rule.good = texts;
  loaded->rule.good_pairs = pairs;
  loaded->marks.good = text_marks;
  loaded->marks.good_pairs = pair_marks;
  return true;
}

static enum mdq_status read_all_examples(struct mdq_loader *l, const yaml_node_t *const *values, struct mdq_loaded *loaded) {
  struct mdq_example *bad, *good;
  const struct mdq_mark *good_marks;
  size_t count;
  enum mdq_status status = read_examples(l, values[BAD], "bad", 1, 3, &bad, &loaded->marks.bad, &count);
  if (!status) status = read_examples(l, values[GOOD], "good", 2, 2, &good, &good_marks, &count);
  if (status) return status;
  loaded->rule.bad = bad;
  return sort_good(l, loaded, good, good_marks, count) ? MDQ_OK : no_memory(l);
}

static enum mdq_status read_fields(struct mdq_loader *l, const yaml_node_t *node, const yaml_node_t **values) {
  const char *names[FIELDS];
  for (size_t i = 0; i < FIELDS; i++) names[i] = fields[i].name;
  enum mdq_status status = read_mapping(l, node, "entry", names, FIELDS, values);
  if (status) return status;
  for (size_t i = 0; i < FIELDS; i++)
    if (fields[i].required && !values[i]) return FAIL(l, node, "entry: “%s” is missing", names[i]);
  if (values[PATTERN] && values[REGEX]) return FAIL(l, node, "entry: “pattern” and “regex” exclude each other");
  if (!values[PATTERN] && !values[REGEX] && !values[LITERAL]) return FAIL(l, node, "entry: one of “pattern”, “regex” and “literal” is needed");
  return MDQ_OK;
}

enum mdq_status mdq_entry_read(struct mdq_loader *l, const yaml_node_t *node) {
  const yaml_node_t *values[FIELDS] = { NULL };
  enum mdq_status status = read_fields(l, node, values);
  if (status) return status;
  struct mdq_packs *packs = l->packs;
  struct mdq_loaded *loaded = mdq_arena_push(&l->scratch, &l->loaded, &l->loaded_count, &l->loaded_capacity, sizeof *loaded);
  if (!loaded) return no_memory(l);
  struct mdq_entry *entry = &loaded->entry;
  struct mdq_rule *rule = &loaded->rule;
  size_t mechanism = 0, severity = 0;
  status = read_id(l, values[ID], loaded);
  if (!status) status = read_english(l, values[ENGLISH], &entry->english);
  if (!status) status = read_name(l, values[MECHANISM], "mechanism", mdq_mechanism_names, MDQ_MECHANISMS, &mechanism);
  if (!status) status = read_name(l, values[SEVERITY], "severity", severities, MDQ_COUNT(severities), &severity);
  if (!status) status = read_switch(l, values[OFF], "off", &rule->off);
  if (!status) status = read_switch(l, values[SEVERAL], "several", &entry->several);
  if (!status) status = read_switch(l, values[BY_WORDS], "by-words", &entry->by_words);
  if (!status) status = read_pattern(l, values[PATTERN], "pattern", &loaded->source.pattern);
  if (!status) status = read_pattern(l, values[LITERAL], "literal", &loaded->source.literal);
  if (!status) status = read_regex(l, values[REGEX], entry);
  if (!status) status = read_conditions(l, values, entry, &loaded->source);
  if (!status) status = read_suggestions(l, values[SUGGEST], &entry->suggest);
  if (!status) status = read_why(l, values[WHY], &rule->rationale);
  if (!status) status = read_all_examples(l, values, loaded);
  if (status) return status;
  rule->severity = (enum mdq_severity)severity;
  entry->mechanism = (uint8_t)mechanism;
  entry->by_words = (entry->by_words || !values[BY_WORDS]) && (mechanism == MDQ_LITERAL_IDIOM || mechanism == MDQ_PHRASAL_VERB);
  return mdq_entry_describe(packs, entry, (enum mdq_mechanism)mechanism, rule) ? MDQ_OK : no_memory(l);
}
