/* Packs from YAML files: every entry checked, field by field, before it becomes a rule. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/map.h"
#include "pack/entry_rule.h"
#include "pack/packs.h"
#include "pack/yaml_file.h"

enum field {
  ID, ENGLISH, MECHANISM, SEVERITY, PATTERN, REGEX, NEAR, UNLESS_NEAR, DOCUMENT_HAS, DOCUMENT_LACKS, SOURCE_HAS, SOURCE_LACKS,
  POSITION, OFF, SUGGEST, WHY, BAD, GOOD, FIELDS
};

static const struct {
  const char *name;
  bool required;
} fields[FIELDS] = {
  [ID] = { "id", true }, [ENGLISH] = { "english", true }, [MECHANISM] = { "mechanism", true }, [SEVERITY] = { "severity", true },
  [PATTERN] = { "pattern", false }, [REGEX] = { "regex", false }, [NEAR] = { "near", false }, [UNLESS_NEAR] = { "unless-near", false },
  [DOCUMENT_HAS] = { "document-has", false }, [DOCUMENT_LACKS] = { "document-lacks", false },
  [SOURCE_HAS] = { "source-has", false }, [SOURCE_LACKS] = { "source-lacks", false }, [POSITION] = { "position", false }, [OFF] = { "off", false },
  [SUGGEST] = { "suggest", true }, [WHY] = { "why", true }, [BAD] = { "bad", true }, [GOOD] = { "good", true },
};

static const char *const severities[] = { [MDQ_NOTE] = "note", [MDQ_WARNING] = "warning", [MDQ_ERROR] = "error" };
static const char *const switches[] = { "false", "true" };
static const char *const positions[] = { [MDQ_FIRST_LINES] = "first-lines", [MDQ_LAST_LINES] = "last-lines", [MDQ_HEADLINE] = "headline" };

struct loader {
  struct mdq_packs *packs;
  struct mdq_yaml yaml; /* the file being read */
  struct mdq_map ids;   /* to struct where */
  struct mdq_entry_source *sources;
  size_t source_count, source_capacity, entry_capacity, rule_count, rule_capacity;
};

struct where {
  const char *path;
  size_t line;
};

#define FAIL(loader, node, ...) mdq_yaml_fail(&(loader)->yaml, node, __VA_ARGS__)

static enum mdq_status no_memory(const struct loader *l) {
  return mdq_no_memory(l->yaml.error);
}

/* Scalars and lists. */

static enum mdq_status read_string(struct loader *l, const yaml_node_t *node, const char *name, struct mdq_span *text) {
  if (node->type != YAML_SCALAR_NODE) return FAIL(l, node, "%s: not a text", name);
  struct mdq_span value = mdq_yaml_value(node);
  if (!value.len) return FAIL(l, node, "%s: empty", name);
  if (memchr(value.ptr, '\0', value.len)) return FAIL(l, node, "%s: holds a NUL", name);
  *text = mdq_arena_copy(&l->packs->arena, value);
  return l->packs->arena.failed ? no_memory(l) : MDQ_OK;
}

static enum mdq_status read_name(struct loader *l, const yaml_node_t *node, const char *field, const char *const *names, size_t count,
                                 size_t *index) {
  struct mdq_span text;
  enum mdq_status status = read_string(l, node, field, &text);
  if (status) return status;
  for (*index = 0; *index < count; ++*index)
    if (names[*index] && mdq_span_is(text, names[*index])) return MDQ_OK;
  return FAIL(l, node, "%s: there is no “%.60s”", field, text.ptr);
}

static enum mdq_status check_list(struct loader *l, const yaml_node_t *node, const char *name, size_t least, size_t *count) {
  if (node->type != YAML_SEQUENCE_NODE) return FAIL(l, node, "%s: not a list", name);
  *count = (size_t)(node->data.sequence.items.top - node->data.sequence.items.start);
  if (*count < least) return FAIL(l, node, "%s: at least %zu needed", name, least);
  return MDQ_OK;
}

static yaml_node_t *item(const struct loader *l, const yaml_node_t *list, size_t i) {
  return mdq_yaml_node(&l->yaml, list->data.sequence.items.start[i]);
}

static enum mdq_status read_strings(struct loader *l, const yaml_node_t *node, const char *name, size_t least, struct mdq_strings *strings) {
  enum mdq_status status = check_list(l, node, name, least, &strings->count);
  struct mdq_span *items = status ? NULL : mdq_arena_array(&l->packs->arena, strings->count + 1, sizeof *items);
  if (!items) return status ? status : no_memory(l);
  for (size_t i = 0; i < strings->count && !status; i++) status = read_string(l, item(l, node, i), name, &items[i]);
  strings->items = items;
  return status;
}

static enum mdq_status read_atoms(struct loader *l, const yaml_node_t *node, const char *name, struct mdq_atom **atoms, size_t *count) {
  struct mdq_strings strings;
  enum mdq_status status = read_strings(l, node, name, 1, &strings);
  if (status) return status;
  *count = strings.count;
  *atoms = mdq_arena_array(&l->packs->arena, strings.count, sizeof **atoms);
  if (!*atoms) return no_memory(l);
  for (size_t i = 0; i < strings.count; i++) {
    struct mdq_pattern_error wrong;
    if (mdq_atom_parse(&l->packs->arena, strings.items[i], &(*atoms)[i], &wrong)) continue;
    return l->packs->arena.failed ? no_memory(l) : mdq_yaml_fail_inside(&l->yaml, item(l, node, i), wrong.at, "%s: %s", name, wrong.message);
  }
  return MDQ_OK;
}

/* Fields. */

static enum mdq_status read_id(struct loader *l, const yaml_node_t *node, struct mdq_span *id) {
  enum mdq_status status = read_string(l, node, "id", id);
  if (status) return status;
  size_t slash = 0;
  for (size_t i = 0; i < id->len; i++) {
    char c = id->ptr[i];
    bool edge = i == 0 || id->ptr[i - 1] == '/' || i + 1 == id->len || id->ptr[i + 1] == '/';
    bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '-' && !edge) || (c == '/' && i && i + 1 < id->len && !slash++);
    if (!fits) return mdq_yaml_fail_inside(&l->yaml, node, i, "id: not of the form family/slug in a-z, 0-9 and hyphens");
  }
  if (!slash) return FAIL(l, node, "id: not of the form family/slug");
  const struct where *first = mdq_map_get(&l->ids, *id);
  if (first) return FAIL(l, node, "id: %s is already used at %s:%zu", id->ptr, first->path, first->line);
  struct where *where = mdq_arena_alloc(&l->packs->arena, sizeof *where);
  if (!where || !mdq_map_put(&l->ids, *id, where)) return no_memory(l);
  where->path = mdq_arena_copy(&l->packs->arena, mdq_span_str(l->yaml.path)).ptr;
  where->line = node->start_mark.line + 1;
  return MDQ_OK;
}

static enum mdq_status read_pattern(struct loader *l, yaml_node_t *const *values, struct mdq_entry *entry, struct mdq_entry_source *source) {
  const yaml_node_t *node = values[PATTERN] ? values[PATTERN] : values[REGEX];
  struct mdq_span text;
  enum mdq_status status = read_string(l, node, values[PATTERN] ? "pattern" : "regex", &text);
  if (status) return status;
  if (values[PATTERN]) {
    struct mdq_pattern_error wrong;
    if (mdq_pattern_parse(&l->packs->arena, text, &source->pattern, &wrong)) return MDQ_OK;
    return l->packs->arena.failed ? no_memory(l) : mdq_yaml_fail_inside(&l->yaml, node, wrong.at, "pattern: %s", wrong.message);
  }
  char message[160];
  size_t at;
  entry->regex = mdq_regex_new(text, &at, message);
  if (entry->regex) return MDQ_OK;
  return message[0] ? mdq_yaml_fail_inside(&l->yaml, node, at, "regex: %s", message) : no_memory(l);
}

static enum mdq_status read_conditions(struct loader *l, yaml_node_t *const *values, struct mdq_entry *entry, struct mdq_entry_source *source) {
  enum mdq_status status = MDQ_OK;
  if (values[NEAR]) status = read_atoms(l, values[NEAR], "near", &source->near, &source->near_count);
  if (!status && values[UNLESS_NEAR])
    status = read_atoms(l, values[UNLESS_NEAR], "unless-near", &source->unless_near, &source->unless_near_count);
  if (!status && values[DOCUMENT_HAS])
    status = read_atoms(l, values[DOCUMENT_HAS], "document-has", &source->document_has, &source->document_has_count);
  if (!status && values[DOCUMENT_LACKS])
    status = read_atoms(l, values[DOCUMENT_LACKS], "document-lacks", &source->document_lacks, &source->document_lacks_count);
  if (!status && values[SOURCE_HAS]) status = read_strings(l, values[SOURCE_HAS], "source-has", 1, &entry->source_has);
  if (!status && values[SOURCE_LACKS]) status = read_strings(l, values[SOURCE_LACKS], "source-lacks", 1, &entry->source_lacks);
  size_t position = MDQ_ANYWHERE;
  if (!status && values[POSITION])
    status = read_name(l, values[POSITION], "position", positions, MDQ_COUNT(positions), &position);
  entry->position = (enum mdq_entry_position)position;
  return status;
}

/* The node of a key in a small mapping whose keys are all known; a strange or doubled key is an error. */
static enum mdq_status read_mapping(struct loader *l, const yaml_node_t *node, const char *what, const char *const *keys, size_t count,
                                    yaml_node_t **values) {
  if (node->type != YAML_MAPPING_NODE) return FAIL(l, node, "%s: not a mapping", what);
  for (const yaml_node_pair_t *pair = node->data.mapping.pairs.start; pair < node->data.mapping.pairs.top; pair++) {
    const yaml_node_t *key = mdq_yaml_node(&l->yaml, pair->key);
    size_t index;
    enum mdq_status status = read_name(l, key, what, keys, count, &index);
    if (status) return status;
    if (values[index]) return FAIL(l, key, "%s: “%s” stands twice", what, keys[index]);
    values[index] = mdq_yaml_node(&l->yaml, pair->value);
  }
  return MDQ_OK;
}

static enum mdq_status read_why(struct loader *l, const yaml_node_t *node, struct mdq_text *why) {
  static const char *const keys[] = { "en", "ar" };
  yaml_node_t *values[2] = { NULL, NULL };
  enum mdq_status status = read_mapping(l, node, "why", keys, 2, values);
  if (status) return status;
  if (!values[0] || !values[1]) return FAIL(l, node, "why: “%s” is missing", keys[values[0] ? 1 : 0]);
  struct mdq_span en, ar;
  status = read_string(l, values[0], "why", &en);
  if (!status) status = read_string(l, values[1], "why", &ar);
  if (!status) *why = (struct mdq_text){ en.ptr, ar.ptr };
  return status;
}

/* A bad example is a text, or a mapping of the text with its source and its corrected form. */
static enum mdq_status read_bad_example(struct loader *l, const yaml_node_t *node, struct mdq_example *example) {
  static const char *const keys[] = { "text", "source", "fixed" };
  yaml_node_t *values[3] = { NULL, NULL, NULL };
  struct mdq_span text[3] = { { NULL, 0 } };
  enum mdq_status status = MDQ_OK;
  if (node->type == YAML_SCALAR_NODE) values[0] = (yaml_node_t *)(uintptr_t)node;
  else status = read_mapping(l, node, "bad", keys, 3, values);
  if (!status && !values[0]) return FAIL(l, node, "bad: “text” is missing");
  for (size_t i = 0; i < 3 && !status; i++)
    if (values[i]) status = read_string(l, values[i], "bad", &text[i]);
  if (!status) *example = (struct mdq_example){ .text = text[0].ptr, .source = text[1].ptr, .fixed = text[2].ptr };
  return status;
}

static enum mdq_status read_examples(struct loader *l, yaml_node_t *const *values, struct mdq_rule *rule) {
  size_t count;
  enum mdq_status status = check_list(l, values[BAD], "bad", 1, &count);
  struct mdq_example *bad = status ? NULL : mdq_arena_array(&l->packs->arena, count + 1, sizeof *bad);
  if (!bad) return status ? status : no_memory(l);
  for (size_t i = 0; i < count && !status; i++) status = read_bad_example(l, item(l, values[BAD], i), &bad[i]);
  struct mdq_strings texts;
  if (!status) status = read_strings(l, values[GOOD], "good", 2, &texts);
  if (status) return status;
  const char **good = mdq_arena_array(&l->packs->arena, texts.count + 1, sizeof *good);
  if (!good) return no_memory(l);
  for (size_t i = 0; i < texts.count; i++) good[i] = texts.items[i].ptr;
  rule->bad = bad;
  rule->good = good;
  return MDQ_OK;
}

static enum mdq_status read_fields(struct loader *l, const yaml_node_t *node, yaml_node_t **values) {
  const char *names[FIELDS];
  for (size_t i = 0; i < FIELDS; i++) names[i] = fields[i].name;
  enum mdq_status status = read_mapping(l, node, "entry", names, FIELDS, values);
  if (status) return status;
  for (size_t i = 0; i < FIELDS; i++)
    if (fields[i].required && !values[i]) return FAIL(l, node, "entry: “%s” is missing", names[i]);
  if (!values[PATTERN] == !values[REGEX]) return FAIL(l, node, "entry: one of “pattern” and “regex” is needed");
  return MDQ_OK;
}

static enum mdq_status read_entry(struct loader *l, const yaml_node_t *node) {
  yaml_node_t *values[FIELDS] = { NULL };
  enum mdq_status status = read_fields(l, node, values);
  if (status) return status;
  struct mdq_packs *packs = l->packs;
  struct mdq_entry *entry = mdq_arena_push(&packs->arena, &packs->entries, &packs->entry_count, &l->entry_capacity, sizeof *entry);
  struct mdq_rule *rule = mdq_arena_push(&packs->arena, &packs->rules, &l->rule_count, &l->rule_capacity, sizeof *rule);
  struct mdq_entry_source *source = mdq_arena_push(&packs->arena, &l->sources, &l->source_count, &l->source_capacity, sizeof *source);
  if (!entry || !rule || !source) return no_memory(l);
  struct mdq_span id;
  size_t mechanism = 0, severity = 0, off = 0;
  status = read_id(l, values[ID], &id);
  if (!status) status = read_string(l, values[ENGLISH], "english", &entry->english);
  if (!status) status = read_name(l, values[MECHANISM], "mechanism", mdq_mechanism_names, MDQ_MECHANISMS, &mechanism);
  if (!status) status = read_name(l, values[SEVERITY], "severity", severities, MDQ_COUNT(severities), &severity);
  if (!status && values[OFF]) status = read_name(l, values[OFF], "off", switches, MDQ_COUNT(switches), &off);
  if (!status) status = read_pattern(l, values, entry, source);
  if (!status) status = read_conditions(l, values, entry, source);
  if (!status) status = read_strings(l, values[SUGGEST], "suggest", 0, &entry->suggest);
  if (!status) status = read_why(l, values[WHY], &rule->rationale);
  if (!status) status = read_examples(l, values, rule);
  if (status) return status;
  rule->id = id.ptr;
  rule->severity = (enum mdq_severity)severity;
  rule->off = off;
  return mdq_entry_describe(packs, entry, (enum mdq_mechanism)mechanism, rule) ? MDQ_OK : no_memory(l);
}

/* Files. */

static enum mdq_status read_file(struct loader *l, const char *path, struct mdq_error *error) {
  enum mdq_status status = mdq_yaml_open(&l->yaml, path, error);
  if (status) return status;
  const yaml_node_t *root = yaml_document_get_root_node(&l->yaml.document);
  size_t count = 0;
  if (root) status = check_list(l, root, "pack", 0, &count); /* a file of comments is an empty pack */
  for (size_t i = 0; i < count && !status; i++) status = read_entry(l, item(l, root, i));
  mdq_yaml_close(&l->yaml);
  return status;
}

static int is_pack(const struct dirent *entry) {
  struct mdq_span name = mdq_span_str(entry->d_name);
  return name.ptr[0] != '.' && mdq_span_ends(name, MDQ_SPAN_LIT(".yaml"));
}

static int by_name(const struct dirent **a, const struct dirent **b) {
  return strcmp((*a)->d_name, (*b)->d_name);
}

static enum mdq_status read_directory(struct loader *l, const char *data_dir, struct mdq_error *error) {
  char directory[4096], path[4096 + 256];
  snprintf(directory, sizeof directory, "%s/idioms", data_dir);
  struct dirent **names = NULL;
  int count = scandir(directory, &names, is_pack, by_name);
  if (count < 0 && errno == ENOMEM) return mdq_no_memory(error);
  if (count < 0) return mdq_fail_at(error, MDQ_NO_DATA, directory, 0, 0, "%s", strerror(errno));
  enum mdq_status status = MDQ_OK;
  for (int i = 0; i < count; i++) {
    snprintf(path, sizeof path, "%s/%s", directory, names[i]->d_name);
    if (!status) status = read_file(l, path, error);
    free(names[i]);
  }
  free(names);
  return status;
}

enum mdq_status mdq_packs_load(struct mdq_packs **result, const char *data_dir, struct mdq_error *error) {
  *result = NULL;
  struct mdq_packs *packs = calloc(1, sizeof *packs);
  if (!packs) return mdq_no_memory(error);
  struct loader loader = { .packs = packs };
  enum mdq_status status = read_directory(&loader, data_dir, error);
  mdq_map_free(&loader.ids);
  bool many = false;
  if (!status && !mdq_packs_compile(packs, loader.sources, &many))
    status = many ? mdq_fail(error, MDQ_NO_DATA, "%s/idioms: more than %d different words", data_dir, MDQ_MOST_ATOMS) : mdq_no_memory(error);
  packs->group = mdq_packs_hooks;
  packs->group.rules = packs->rules;
  packs->group.rule_count = packs->entry_count;
  if (status) mdq_packs_free(packs);
  else *result = packs;
  return status;
}

void mdq_packs_free(struct mdq_packs *packs) {
  if (!packs) return;
  bool compiled = packs->file.bytes != NULL;
  for (size_t i = 0; compiled && i < packs->regex_count; i++) mdq_regex_free_code(&packs->regex_copies[i]);
  for (size_t i = 0; !compiled && i < packs->entry_count; i++) mdq_regex_free(packs->entries[i].regex);
  free(packs->regex_copies);
  mdq_data_file_close(&packs->file);
  mdq_arena_free(&packs->arena);
  free(packs);
}

const struct mdq_rule_group *mdq_packs_group(const struct mdq_packs *packs) {
  return &packs->group;
}
