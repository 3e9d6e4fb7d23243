/* The linter's insides, shared by the files of lint/. */
#ifndef MDQ_LINT_LINTER_H
#define MDQ_LINT_LINTER_H

#include <pthread.h>

#include "glossary/glossary.h"
#include "glossary/renderings.h"
#include "lint/profiles.h"
#include "lint/reference_date.h"
#include "lint/rule.h"
#include "lint/table_file.h"
#include "pack/pack.h"
#include "text/tokenize.h"

enum {
  MDQ_TOKEN_KINDS = 16,
  MDQ_MOST_GROUPS = 63 /* a bit each, and one more, in mdq_word.concerns */
};

/* A group with what the options and the data make of it. */
struct mdq_active_group {
  const struct mdq_rule_group *group;
  const struct mdq_table **tables;
  const void *data;
  bool *enabled; /* by rule of the group */
  bool any;      /* one of them is */
};

/* What one thread needs to lint; kept between inputs for what it has learnt about words. */
struct mdq_worker {
  struct mdq_worker *next;
  uint32_t documents; /* linted, and being linted */
  struct mdq_lexicon *lexicon;
  struct mdq_words words;
  struct mdq_tokens tokens, source_tokens;
  struct mdq_arena document, segment;
};

struct mdq_rule_entry {
  const struct mdq_rule *rule;
  const bool *enabled;
};

struct mdq_linter {
  struct mdq_arena arena;
  enum mdq_lang lang;
  enum mdq_severity min_severity;
  bool without_fixes; /* nobody looks at them */
  struct mdq_reference_date date; /* of the options */
  char data_dir[4096];
  struct mdq_dictionary *dictionary;
  struct mdq_word_counts counts;
  struct mdq_names names;
  struct mdq_packs *packs, *user_packs; /* the latter NULL: none */
  struct mdq_glossary *glossary; /* NULL: none */
  struct mdq_renderings renderings;
  struct mdq_table_file table_file;
  struct mdq_house *house;
  struct mdq_profiles profiles;
  struct mdq_named_table *tables;
  size_t table_count;
  const struct mdq_table **facts_tables; /* in the order of mdq_facts_tables */
  struct mdq_active_group *groups;
  size_t group_count;
  uint64_t user_groups; /* bits, in that order: those that know what a user gave, of which no profile knows */
  struct mdq_rule_entry *rules; /* sorted by id */
  size_t rule_count;
  pthread_mutex_t lock; /* guards idle */
  struct mdq_worker *idle;
};

/* Loads every table that a group names, once. */
enum mdq_status mdq_linter_load_tables(struct mdq_linter *linter, struct mdq_error *error);

/* Fills enabled flags and the sorted list of rules from the globs. */
enum mdq_status mdq_linter_select(struct mdq_linter *linter, const struct mdq_options *options, struct mdq_error *error);

/* Fails if something that is looked at only when it is needed has been found missing or damaged since the start. */
enum mdq_status mdq_linter_trouble(const struct mdq_linter *linter, struct mdq_error *error);

/* A worker of the linter's, taken from the idle ones or made; NULL without memory. Goes back with put. */
struct mdq_worker *mdq_worker_take(struct mdq_linter *linter);
void mdq_worker_put(struct mdq_linter *linter, struct mdq_worker *worker);
void mdq_worker_free(struct mdq_worker *worker);

/* At the end of an input of `read` bytes: if it is long, or has many words, they need not take their memory while the rules finish,
   nor what of the data is for finding new words. */
void mdq_linter_forget_words(const struct mdq_linter *linter, struct mdq_worker *worker, size_t read);

/* It has run out of memory somewhere: what it found is incomplete, what it caches may be wrong. */
bool mdq_worker_failed(const struct mdq_worker *worker);

#endif
