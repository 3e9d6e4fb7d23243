/* Packs from YAML files. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "pack/loader.h"
#include "pack/yaml_items.h"

/* A fault that somebody wants to hear of ends its entry or file only. */
static enum mdq_status go_on(const struct mdq_loader *l, enum mdq_status status, const struct mdq_error *error) {
  if (status != MDQ_NO_DATA || !l->fault) return status;
  l->fault(l->fault_user, error);
  return MDQ_OK;
}

/* Forgets the entries and expressions from these numbers on; false without memory. */
static bool take_back(struct mdq_loader *l, size_t entries, size_t regexes) {
  struct mdq_packs *packs = l->packs;
  for (size_t i = regexes; i < packs->regex_count; i++) mdq_regex_free(&packs->regexes[i]);
  packs->regex_count = regexes;
  l->loaded_count = entries;
  mdq_map_free(&l->ids);
  for (size_t i = 0; i < entries; i++) {
    struct mdq_loaded *loaded = &l->loaded[i];
    struct mdq_entry_marks *marks = loaded->rule.id ? mdq_arena_alloc(&packs->arena, sizeof *marks) : NULL;
    if (!loaded->rule.id) continue; /* it was at fault */
    if (!marks || !mdq_map_put(&l->ids, mdq_span_str(loaded->rule.id), marks)) return false;
    *marks = loaded->marks;
  }
  return true;
}

/* Reads the file if all of it is right. */
static bool read_items(struct mdq_loader *l) {
  struct mdq_yaml_items items;
  enum mdq_items_step step;
  const yaml_node_t *item;
  mdq_yaml_items_init(&items, &l->yaml);
  while ((step = mdq_yaml_items_next(&items, &item)) == MDQ_ITEMS_NEXT)
    if (mdq_entry_read(l, item)) break;
  mdq_yaml_items_free(&items);
  return step == MDQ_ITEMS_END;
}

/* Whatever libyaml may find wrong in any place comes before what is wrong with an entry. */
static enum mdq_status read_any(struct mdq_loader *l, struct mdq_error *error) {
  enum mdq_status status = mdq_yaml_parse(&l->yaml);
  if (status) return status;
  const yaml_node_t *root = yaml_document_get_root_node(&l->yaml.document);
  size_t count = 0;
  if (root) status = mdq_check_list(l, root, "pack", 0, &count); /* a file of comments is an empty pack */
  for (size_t i = 0; i < count && !status; i++) {
    status = mdq_entry_read(l, mdq_list_item(l, root, i));
    if (status) status = go_on(l, status, error);
  }
  return status;
}

static enum mdq_status read_file(struct mdq_loader *l, const char *path, struct mdq_error *error) {
  l->path = mdq_arena_copy(&l->packs->arena, mdq_span_str(path)).ptr;
  if (!l->path) return mdq_no_memory(error);
  enum mdq_status status = mdq_yaml_open(&l->yaml, path, error);
  if (status) return status;
  size_t entries = l->loaded_count, regexes = l->packs->regex_count;
  if (!read_items(l)) status = take_back(l, entries, regexes) ? read_any(l, error) : mdq_no_memory(error);
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

static enum mdq_status read_directory(struct mdq_loader *l, const char *data_dir, struct mdq_error *error) {
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

static enum mdq_status read_files(struct mdq_loader *l, const char *const *paths, struct mdq_error *error) {
  enum mdq_status status = MDQ_OK;
  for (size_t i = 0; paths[i] && !status; i++)
    if (!mdq_named_before(paths, i)) status = go_on(l, read_file(l, paths[i], error), error);
  return status;
}

static int by_id(const void *a, const void *b) {
  const struct mdq_loaded *const *x = a, *const *y = b;
  return strcmp((*x)->rule.id, (*y)->rule.id);
}

/* Sorts the entries and gives each part its array. */
static bool arrange(struct mdq_loader *l, struct mdq_entry_source **sources) {
  struct mdq_packs *packs = l->packs;
  size_t count = l->loaded_count;
  const struct mdq_loaded **sorted = mdq_arena_array(&l->scratch, count + 1, sizeof *sorted);
  for (size_t i = 0; sorted && i < count; i++) sorted[i] = &l->loaded[i];
  if (sorted && count) qsort(sorted, count, sizeof *sorted, by_id);
  packs->rules = mdq_arena_array(&packs->arena, count + 1, sizeof *packs->rules);
  packs->entries = mdq_arena_array(&packs->arena, count + 1, sizeof *packs->entries);
  packs->marks = mdq_arena_array(&packs->arena, count + 1, sizeof *packs->marks);
  *sources = mdq_arena_array(&l->scratch, count + 1, sizeof **sources);
  if (packs->arena.failed || l->scratch.failed) return false;
  for (size_t i = 0; i < count; i++) {
    packs->rules[i] = sorted[i]->rule;
    packs->entries[i] = sorted[i]->entry;
    packs->marks[i] = sorted[i]->marks;
    (*sources)[i] = sorted[i]->source;
  }
  packs->entry_count = count;
  return true;
}

static enum mdq_status read_word_counts(const char *data_dir, struct mdq_buf *text, struct mdq_error *error) {
  char path[4096 + 64];
  snprintf(path, sizeof path, "%s/lexicon/word-counts.tsv", data_dir);
  return mdq_file_read(path, text, MDQ_NO_DATA, error);
}

static void init_loader(struct mdq_loader *l, struct mdq_packs *packs) {
  *l = (struct mdq_loader){ .packs = packs, .kept = { .arena = &packs->arena } };
  l->passing.arena = &l->scratch;
}

static void free_loader(struct mdq_loader *l) {
  mdq_map_free(&l->ids);
  mdq_arena_free(&l->scratch);
}

/* From the directory, or else from the files. */
static enum mdq_status load(struct mdq_packs **result, const char *data_dir, const char *const *paths, struct mdq_error *error) {
  *result = NULL;
  struct mdq_packs *packs = calloc(1, sizeof *packs);
  if (!packs) return mdq_no_memory(error);
  struct mdq_loader loader;
  init_loader(&loader, packs);
  enum mdq_status status = data_dir ? read_directory(&loader, data_dir, error) : read_files(&loader, paths, error);
  struct mdq_buf word_counts;
  mdq_buf_init(&word_counts);
  if (!status && data_dir) status = read_word_counts(data_dir, &word_counts, error);
  struct mdq_entry_source *sources;
  if (!status && (!arrange(&loader, &sources) || !mdq_packs_compile(packs, sources, mdq_buf_span(&word_counts)))) status = mdq_no_memory(error);
  mdq_buf_free(&word_counts);
  free_loader(&loader);
  packs->extra = !data_dir;
  packs->group = packs->extra ? mdq_extra_hooks(packs) : mdq_packs_hooks;
  packs->group.rules = packs->rules;
  packs->group.rule_count = packs->entry_count;
  if (status) mdq_packs_free(packs);
  else *result = packs;
  return status;
}

enum mdq_status mdq_packs_load(struct mdq_packs **packs, const char *data_dir, struct mdq_error *error) {
  return load(packs, data_dir, NULL, error);
}

enum mdq_status mdq_packs_load_files(struct mdq_packs **packs, const char *const *paths, struct mdq_error *error) {
  return load(packs, NULL, paths, error);
}

enum mdq_status mdq_packs_find_faults(const char *const *paths, mdq_pack_fault *fault, void *user, struct mdq_error *error) {
  struct mdq_packs *packs = calloc(1, sizeof *packs);
  if (!packs) return mdq_no_memory(error);
  struct mdq_loader loader;
  init_loader(&loader, packs);
  loader.fault = fault;
  loader.fault_user = user;
  enum mdq_status status = read_files(&loader, paths, error);
  free_loader(&loader);
  mdq_packs_free(packs);
  return status;
}

void mdq_packs_free(struct mdq_packs *packs) {
  if (!packs) return;
  for (size_t i = 0; i < packs->regex_count; i++) mdq_regex_free(&packs->regexes[i]);
  if (packs->file.bytes) free(packs->regexes); /* a copy, see image.c */
  mdq_data_file_close(&packs->file);
  mdq_arena_free(&packs->arena);
  free(packs);
}

const struct mdq_rule_group *mdq_packs_group(const struct mdq_packs *packs) {
  return &packs->group;
}

static int id_order(const void *id, const void *rule) {
  return strcmp(id, ((const struct mdq_rule *)rule)->id);
}

const struct mdq_rule *mdq_packs_rule(const struct mdq_packs *packs, const char *id) {
  const struct mdq_rule_group *group = &packs->group;
  return group->rule_count ? bsearch(id, group->rules, group->rule_count, sizeof *group->rules, id_order) : NULL;
}
