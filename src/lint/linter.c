/* Making a linter from options, and the workers that lint with it. */
#include "lint/linter.h"

#include <assert.h>
#include <stdlib.h>
#include <unistd.h>

#include "lint/data_dir.h"
#include "lint/registry.h"
#include "text/icu.h"

void mdq_options_init(struct mdq_options *options) {
  *options = (struct mdq_options){ .size = sizeof *options, .min_severity = MDQ_WARNING };
}

static enum mdq_status check_options(const struct mdq_options *options, struct mdq_error *error) {
  if (options->size != sizeof *options) return mdq_fail(error, MDQ_BAD_OPTION, "options not set up by mdq_options_init()");
  if (options->min_severity < MDQ_NOTE || options->min_severity > MDQ_ERROR)
    return mdq_fail(error, MDQ_BAD_OPTION, "no such severity: %d", (int)options->min_severity);
  if (options->lang != MDQ_LANG_EN && options->lang != MDQ_LANG_AR)
    return mdq_fail(error, MDQ_BAD_OPTION, "no such language: %d", (int)options->lang);
  return MDQ_OK;
}

static enum mdq_status read_date(struct mdq_linter *linter, const struct mdq_options *options, struct mdq_error *error) {
  if (!options->date || mdq_reference_date_read(&linter->date, mdq_span_str(options->date))) return MDQ_OK;
  return mdq_fail(error, MDQ_BAD_OPTION, "no such date: \"%.100s\"; it is written YYYY-MM-DD", options->date);
}

static void add_packs(struct mdq_linter *linter, const struct mdq_packs *packs) {
  linter->groups[linter->group_count++] = (struct mdq_active_group){ .group = mdq_packs_group(packs), .data = packs };
}

static enum mdq_status add_groups(struct mdq_linter *linter, struct mdq_error *error) {
  linter->groups = mdq_arena_array(&linter->arena, mdq_rule_group_count + 2, sizeof *linter->groups);
  if (!linter->groups) return mdq_no_memory(error);
  for (size_t i = 0; i < mdq_rule_group_count; i++) linter->groups[linter->group_count++].group = mdq_rule_groups[i];
  add_packs(linter, linter->packs);
  if (linter->user_packs) add_packs(linter, linter->user_packs);
  assert(linter->group_count <= MDQ_MOST_GROUPS);
  return MDQ_OK;
}

/* "is not one of: egypt, ..." tells of names only. */
static enum mdq_status load_house(struct mdq_linter *linter, const struct mdq_options *options, struct mdq_error *error) {
  enum mdq_status status = mdq_house_load(&linter->house, linter->data_dir, options->house, error);
  if (status != MDQ_BAD_OPTION || !error) return status;
  struct mdq_error names = *error;
  return mdq_fail(error, status, "%s, or the language tag of an Arab country, such as ar-LB", names.message);
}

/* Profiles are worked out without a glossary, the user's packs and a preset. */
static void note_user_groups(struct mdq_linter *linter) {
  bool other_ya = mdq_house_may_have_final_maqsura(linter->house);
  for (size_t g = 0; g < linter->group_count; g++) {
    const struct mdq_active_group *active = &linter->groups[g];
    bool user_packs = linter->user_packs && active->data == linter->user_packs;
    if (active->group->needs_glossary || user_packs || (other_ya && active->group->counts_house)) linter->user_groups |= UINT64_C(1) << g;
  }
}

static enum mdq_status load_renderings(struct mdq_linter *linter, struct mdq_error *error) {
  for (size_t i = 0; i < linter->table_count; i++)
    if (!strcmp(linter->tables[i].name, "terms/renderings.tsv")) return mdq_renderings_make(&linter->renderings, &linter->tables[i].table, error);
  return MDQ_OK;
}

static enum mdq_status open_data(struct mdq_linter *linter, const struct mdq_options *options, struct mdq_error *error) {
  enum mdq_status status = mdq_dictionary_open(&linter->dictionary, options->dict, linter->data_dir, error);
  if (!status) status = mdq_word_counts_open(&linter->counts, linter->data_dir, error);
  if (!status) status = mdq_names_open(&linter->names, linter->data_dir, error);
  if (!status) status = mdq_packs_open(&linter->packs, linter->data_dir, error);
  if (!status) status = mdq_table_file_open(&linter->table_file, linter->data_dir, error);
  return status;
}

static enum mdq_status load(struct mdq_linter *linter, const struct mdq_options *options, struct mdq_error *error) {
  enum mdq_status status = read_date(linter, options, error);
  if (!status) status = mdq_data_dir_find(options->data_dir, linter->data_dir, error);
  if (!status) status = open_data(linter, options, error);
  if (!status && options->packs && *options->packs) status = mdq_packs_load_files(&linter->user_packs, options->packs, error);
  if (!status && options->glossaries && *options->glossaries) status = mdq_glossary_load(&linter->glossary, options->glossaries, error);
  if (!status) status = add_groups(linter, error);
  if (!status) status = load_house(linter, options, error);
  if (!status) note_user_groups(linter);
  if (!status) status = mdq_linter_load_tables(linter, error);
  if (!status) status = load_renderings(linter, error);
  if (!status) status = mdq_linter_select(linter, options, error);
  if (!status) status = mdq_profiles_open(&linter->profiles, linter, error);
  return status;
}

enum mdq_status mdq_linter_new(const struct mdq_options *options, mdq_linter **result, struct mdq_error *error) {
  *result = NULL;
  enum mdq_status status = check_options(options, error);
  if (status) return status;
  struct mdq_linter *linter = calloc(1, sizeof *linter);
  if (!linter) return mdq_no_memory(error);
  if (pthread_mutex_init(&linter->lock, NULL)) {
    free(linter);
    return mdq_no_memory(error);
  }
  linter->lang = options->lang;
  linter->min_severity = options->min_severity;
  linter->without_fixes = options->without_fixes;
  status = load(linter, options, error);
  if (status) mdq_linter_free(linter);
  else *result = linter;
  return status;
}

enum mdq_status mdq_linter_trouble(const struct mdq_linter *linter, struct mdq_error *error) {
  if (mdq_icu_trouble()) return mdq_fail(error, MDQ_NO_DATA, "cannot load ICU: %s", mdq_icu_trouble());
  enum mdq_status status = mdq_dictionary_trouble(linter->dictionary, linter->data_dir, error);
  if (!status) status = mdq_word_counts_trouble(&linter->counts, linter->data_dir, error);
  if (!status) status = mdq_names_trouble(&linter->names, linter->data_dir, error);
  if (!status) status = mdq_packs_trouble(linter->packs, linter->data_dir, error);
  return status;
}

enum mdq_status mdq_linter_verify(const mdq_linter *linter, struct mdq_error *error) {
  mdq_dictionary_compiled(linter->dictionary);
  mdq_is_sound(&linter->counts.file.late);
  mdq_is_sound(&linter->names.file.late);
  mdq_packs_are_sound(linter->packs);
  return mdq_linter_trouble(linter, error);
}

void mdq_linter_free(mdq_linter *linter) {
  if (!linter) return;
  for (struct mdq_worker *worker = linter->idle, *next; worker; worker = next) {
    next = worker->next;
    mdq_worker_free(worker);
  }
  for (size_t i = 0; i < linter->table_count; i++) mdq_table_free(&linter->tables[i].table);
  mdq_table_file_close(&linter->table_file);
  mdq_packs_free(linter->packs);
  mdq_packs_free(linter->user_packs);
  mdq_glossary_free(linter->glossary);
  mdq_renderings_free(&linter->renderings);
  mdq_house_free(linter->house);
  mdq_dictionary_free(linter->dictionary);
  mdq_word_counts_close(&linter->counts);
  mdq_names_close(&linter->names);
  mdq_profiles_close(&linter->profiles);
  mdq_arena_free(&linter->arena);
  pthread_mutex_destroy(&linter->lock);
  free(linter);
}

static struct mdq_worker *new_worker(const struct mdq_linter *linter) {
  struct mdq_worker *worker = calloc(1, sizeof *worker);
  if (!worker) return NULL;
  worker->lexicon = mdq_lexicon_new(linter->dictionary, &linter->counts, &linter->names);
  if (worker->lexicon) return worker;
  free(worker);
  return NULL;
}

struct mdq_worker *mdq_worker_take(struct mdq_linter *linter) {
  pthread_mutex_lock(&linter->lock);
  struct mdq_worker *worker = linter->idle;
  if (worker) linter->idle = worker->next;
  pthread_mutex_unlock(&linter->lock);
  return worker ? worker : new_worker(linter);
}

/* One huge line must not hold its memory for as long as the linter lives. */
enum { KEPT_TOKENS = 1 << 18 };

void mdq_worker_put(struct mdq_linter *linter, struct mdq_worker *worker) {
  mdq_arena_reset(&worker->document);
  mdq_arena_reset(&worker->segment);
  mdq_linter_forget_words(linter, worker, 0);
  if (worker->tokens.capacity > KEPT_TOKENS) mdq_tokens_free(&worker->tokens);
  if (worker->source_tokens.capacity > KEPT_TOKENS) mdq_tokens_free(&worker->source_tokens);
  pthread_mutex_lock(&linter->lock);
  worker->next = linter->idle;
  linter->idle = worker;
  pthread_mutex_unlock(&linter->lock);
}

void mdq_linter_forget_words(const struct mdq_linter *linter, struct mdq_worker *worker, size_t read) {
  enum { MANY = 1 << 15, LONG_DRAFT = 1 << 20 /* bytes: what rules keep of it takes room, too */ };
  if (worker->words.count >= MANY || read >= LONG_DRAFT) mdq_words_free(&worker->words);
  worker->words.asked = 0;
  if (read < LONG_DRAFT) return;
  mdq_data_file_let_go(&linter->profiles.file);
  mdq_packs_let_go(linter->packs);
}

bool mdq_worker_failed(const struct mdq_worker *worker) {
  return worker->document.failed || worker->segment.failed || worker->words.arena.failed || mdq_lexicon_failed(worker->lexicon);
}

void mdq_worker_free(struct mdq_worker *worker) {
  mdq_lexicon_free(worker->lexicon);
  mdq_words_free(&worker->words);
  mdq_tokens_free(&worker->tokens);
  mdq_tokens_free(&worker->source_tokens);
  mdq_arena_free(&worker->document);
  mdq_arena_free(&worker->segment);
  free(worker);
}
