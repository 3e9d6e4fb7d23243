/* Which rules run: tables, --select and --ignore, and what is told of rules. */
#include <fnmatch.h>
#include <stdlib.h>

#include "lint/facts.h"
#include "lint/linter.h"
#include "pack/packs.h"
#include "quantity/words.h"

static const struct mdq_table *table_named(struct mdq_linter *linter, const char *name) {
  for (size_t i = 0; i < linter->table_count; i++)
    if (!strcmp(linter->tables[i].name, name)) return &linter->tables[i].table;
  return NULL;
}

/* The table as compiled, or from its source where it has not been. */
static enum mdq_status load_table(const struct mdq_linter *linter, struct mdq_named_table *named, struct mdq_error *error) {
  if (mdq_table_file_find(&linter->table_file, named->name, &named->table)) return MDQ_OK;
  return mdq_table_load(&named->table, linter->data_dir, named->name, error);
}

static size_t count_names(const char *const *names) {
  size_t count = 0;
  while (names && names[count]) count++;
  return count;
}

static enum mdq_status load_named(struct mdq_linter *linter, const char *const *names, const struct mdq_table ***tables, struct mdq_error *error) {
  size_t count = count_names(names);
  *tables = mdq_arena_array(&linter->arena, count + 1, sizeof **tables);
  if (!*tables) return mdq_no_memory(error);
  for (size_t i = 0; i < count; i++) {
    if (!table_named(linter, names[i])) {
      struct mdq_named_table *named = &linter->tables[linter->table_count];
      named->name = names[i];
      enum mdq_status status = load_table(linter, named, error);
      if (status) return status;
      linter->table_count++;
    }
    (*tables)[i] = table_named(linter, names[i]);
  }
  return MDQ_OK;
}

enum mdq_status mdq_linter_load_tables(struct mdq_linter *linter, struct mdq_error *error) {
  size_t most = count_names(mdq_facts_tables);
  for (size_t g = 0; g < linter->group_count; g++) most += count_names(linter->groups[g].group->tables);
  linter->tables = mdq_arena_array(&linter->arena, most + 1, sizeof *linter->tables);
  if (!linter->tables) return mdq_no_memory(error);
  enum mdq_status status = load_named(linter, mdq_facts_tables, &linter->facts_tables, error);
  if (!status && !mdq_number_words_derive(&linter->arena, &linter->tables[MDQ_TABLE_NUMBER_WORDS].table)) status = mdq_no_memory(error); /* the first ones loaded are these, in their order */
  for (size_t g = 0; g < linter->group_count && !status; g++)
    status = load_named(linter, linter->groups[g].group->tables, &linter->groups[g].tables, error);
  return status;
}

/* Of thousands of ids most differ before the first wildcard, which mostly ends the glob. */
static bool glob_matches(const char *glob, const char *id) {
  size_t plain = strcspn(glob, "*?[\\");
  if (strncmp(glob, id, plain)) return false;
  return !strcmp(glob + plain, "*") || !fnmatch(glob + plain, id + plain, 0);
}

static bool matches(const char *const *globs, const char *id) {
  for (; globs && *globs; globs++)
    if (glob_matches(*globs, id)) return true;
  return false;
}

/* A glob that matches nothing is a misspelt one: silence would hide it. */
static enum mdq_status check_globs(const struct mdq_linter *linter, const char *const *globs, const char *option, struct mdq_error *error) {
  for (; globs && *globs; globs++) {
    bool found = false;
    for (size_t i = 0; i < linter->rule_count && !found; i++) found = glob_matches(*globs, linter->rules[i].rule->id);
    if (!found) return mdq_fail(error, MDQ_BAD_OPTION, "%s: no rule matches \"%.100s\"", option, *globs);
  }
  return MDQ_OK;
}

static int by_id(const void *a, const void *b) {
  const struct mdq_rule_entry *x = a, *y = b;
  return strcmp(x->rule->id, y->rule->id);
}

static const struct mdq_rule *user_rule(const struct mdq_linter *linter, const char *id) {
  return linter->user_packs ? mdq_packs_rule(linter->user_packs, id) : NULL;
}

/* Sets what is enabled in a group and lists its rules from `entries` on; returns how many those are. An entry of a user's
   pack takes the place of the built-in entry of its id. */
static size_t select_group(struct mdq_linter *linter, struct mdq_active_group *active, const struct mdq_options *options, struct mdq_rule_entry *entries) {
  size_t count = 0;
  active->any = active->group->counts_house;
  for (size_t r = 0; r < active->group->rule_count; r++) {
    const struct mdq_rule *rule = &active->group->rules[r];
    if (active->data == linter->packs && user_rule(linter, rule->id)) continue;
    bool on = options->select ? matches(options->select, rule->id) : !rule->off;
    active->enabled[r] = on && !matches(options->ignore, rule->id);
    active->any = active->any || active->enabled[r];
    entries[count++] = (struct mdq_rule_entry){ rule, &active->enabled[r] };
  }
  if (active->group->needs_glossary && !linter->glossary) active->any = false;
  return count;
}

/* Packs are sorted already, and long; the other rules are few. */
static void merge(struct mdq_rule_entry *merged, const struct mdq_rule_entry *a, size_t a_count, const struct mdq_rule_entry *b, size_t b_count) {
  while (a_count && b_count) {
    bool first = by_id(a, b) <= 0;
    *merged++ = first ? *a++ : *b++;
    if (first) a_count--;
    else b_count--;
  }
  memcpy(merged, a_count ? a : b, (a_count + b_count) * sizeof *merged);
}

/* A user's entry may replace an entry, but no rule that is written in C. */
static enum mdq_status check_user_ids(const struct mdq_linter *linter, const struct mdq_rule_entry *entries, size_t count, struct mdq_error *error) {
  for (size_t i = 0; i < count; i++) {
    const struct mdq_rule *taken = user_rule(linter, entries[i].rule->id);
    if (!taken) continue;
    const struct mdq_entry_marks *marks = &linter->user_packs->marks[taken - mdq_packs_group(linter->user_packs)->rules];
    return mdq_fail_at(error, MDQ_NO_DATA, marks->path, marks->id.line, marks->id.column, "id: %s is a built-in rule that is no entry of a pack", taken->id);
  }
  return MDQ_OK;
}

enum mdq_status mdq_linter_select(struct mdq_linter *linter, const struct mdq_options *options, struct mdq_error *error) {
  size_t total = 0, listed = 0;
  for (size_t g = 0; g < linter->group_count; g++) total += linter->groups[g].group->rule_count;
  struct mdq_rule_entry *rules = mdq_arena_array(&linter->arena, total + 1, sizeof *rules);
  linter->rules = mdq_arena_array(&linter->arena, total + 1, sizeof *linter->rules);
  if (!rules || !linter->rules) return mdq_no_memory(error);
  for (size_t g = 0; g < linter->group_count; g++) {
    struct mdq_active_group *active = &linter->groups[g];
    active->enabled = mdq_arena_array(&linter->arena, active->group->rule_count + 1, sizeof *active->enabled);
    if (!active->enabled) return mdq_no_memory(error);
    size_t count = select_group(linter, active, options, rules + listed);
    enum mdq_status status = active->data ? MDQ_OK : check_user_ids(linter, rules + listed, count, error);
    if (status) return status;
    if (active->data == linter->packs) qsort(rules, listed, sizeof *rules, by_id); /* packs come last */
    if (active->data) {
      merge(linter->rules, rules, listed, rules + listed, count);
      memcpy(rules, linter->rules, (listed + count) * sizeof *rules);
    }
    listed += count;
  }
  linter->rules = rules;
  linter->rule_count = listed;
  enum mdq_status status = check_globs(linter, options->select, "--select", error);
  return status ? status : check_globs(linter, options->ignore, "--ignore", error);
}

size_t mdq_rule_count(const mdq_linter *linter) {
  return linter->rule_count;
}

/* The entry that a rule is, or NULL. */
static const struct mdq_entry *entry_of(const struct mdq_packs *packs, const struct mdq_rule *rule) {
  uintptr_t first = packs ? (uintptr_t)packs->rules : 0, at = (uintptr_t)rule;
  if (!packs || at < first || at >= first + packs->entry_count * sizeof *rule) return NULL;
  return &packs->entries[(at - first) / sizeof *rule];
}

static const struct mdq_entry *any_entry_of(const mdq_linter *linter, const struct mdq_rule *rule) {
  const struct mdq_entry *entry = entry_of(linter->packs, rule);
  return entry ? entry : entry_of(linter->user_packs, rule);
}

const char *mdq_rule_suggestion(const mdq_linter *linter, size_t index, size_t number) {
  const struct mdq_entry *entry = index < linter->rule_count ? any_entry_of(linter, linter->rules[index].rule) : NULL;
  return entry && mdq_packs_are_sound(linter->packs) && number < entry->suggest.count ? entry->suggest.items[number].ptr : NULL;
}

int mdq_rule_get(const mdq_linter *linter, size_t index, struct mdq_rule_info *info) {
  if (index >= linter->rule_count) return 0;
  const struct mdq_rule *rule = linter->rules[index].rule;
  bool arabic = linter->lang == MDQ_LANG_AR, damaged = entry_of(linter->packs, rule) && !mdq_packs_are_sound(linter->packs);
  *info = (struct mdq_rule_info){
    .id = rule->id, .category = rule->category, .since = entry_of(linter->user_packs, rule) ? NULL : rule->since,
    .summary = arabic ? rule->summary.ar : rule->summary.en,
    .rationale = arabic ? rule->rationale.ar : rule->rationale.en,
    .severity = rule->severity, .certainty = rule->certainty,
    .on_by_default = !rule->off, .enabled = *linter->rules[index].enabled,
    .bad = damaged ? NULL : rule->bad, .good = damaged ? NULL : rule->good, .good_pairs = damaged ? NULL : rule->good_pairs,
  };
  const struct mdq_entry *entry = any_entry_of(linter, rule);
  info->several = entry && entry->several;
  info->fixable = entry && entry->suggest.count && !entry->several;
  while (info->bad && info->bad[info->bad_count].text) {
    if (info->bad[info->bad_count].fixed) info->fixable = 1;
    info->bad_count++;
  }
  while (info->good && info->good[info->good_count]) info->good_count++;
  while (info->good_pairs && info->good_pairs[info->good_pair_count].text) info->good_pair_count++;
  return 1;
}
