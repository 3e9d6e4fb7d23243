/* Whether a rule mends what it finds depends on the finding, so it is tried rather than declared: no table can then be
   wrong about it. */
#include "cli/rule_fixes.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_HOUSES = 16 };

struct mdq_rule_trial {
  struct mdq_options options;
  struct {
    const char *house; /* NULL: none */
    mdq_linter *linter;
  } linters[MOST_HOUSES];
  size_t count;
};

struct mdq_rule_trial *mdq_rule_trial_new(const struct mdq_options *options) {
  static const char *const everything[] = { "*", NULL };
  struct mdq_rule_trial *trial = calloc(1, sizeof *trial);
  if (!trial) return NULL;
  trial->options = *options;
  trial->options.select = everything;
  trial->options.ignore = NULL;
  trial->options.min_severity = MDQ_NOTE;
  return trial;
}

void mdq_rule_trial_free(struct mdq_rule_trial *trial) {
  for (size_t i = 0; trial && i < trial->count; i++) mdq_linter_free(trial->linters[i].linter);
  free(trial);
}

static enum mdq_status linter_for(struct mdq_rule_trial *trial, const char *house, mdq_linter **linter, struct mdq_error *error) {
  for (size_t i = 0; i < trial->count; i++) {
    const char *known = trial->linters[i].house;
    if (known != house && (!known || !house || strcmp(known, house))) continue;
    *linter = trial->linters[i].linter;
    return MDQ_OK;
  }
  *linter = NULL;
  if (trial->count == MOST_HOUSES) return MDQ_OK;
  trial->options.house = house;
  enum mdq_status status = mdq_linter_new(&trial->options, linter, error);
  if (status) return status;
  trial->linters[trial->count].house = house;
  trial->linters[trial->count++].linter = *linter;
  return MDQ_OK;
}

struct attempt {
  const char *rule;
  enum mdq_fixes fixes;
  unsigned severities; /* bits */
};

static int receive(void *user, const struct mdq_diagnostic *d) {
  struct attempt *attempt = user;
  if (strcmp(d->rule, attempt->rule)) return 0;
  attempt->severities |= 1u << d->severity;
  for (size_t i = 0; i < d->fix_count; i++) {
    enum mdq_fixes fixes = d->fixes[i].safe ? MDQ_FIXES_SAFE : MDQ_FIXES_SUGGESTED;
    if (fixes > attempt->fixes) attempt->fixes = fixes;
  }
  return 0;
}

enum mdq_status mdq_rule_fixes(struct mdq_rule_trial *trial, const struct mdq_rule_info *rule, enum mdq_fixes *fixes, unsigned *severities, struct mdq_error *error) {
  struct attempt attempt = { .rule = rule->id, .fixes = MDQ_FIXES_NONE };
  enum mdq_status status = MDQ_OK;
  for (size_t i = 0; i < rule->bad_count && !status && (severities || attempt.fixes < MDQ_FIXES_SAFE); i++) {
    const struct mdq_example *example = &rule->bad[i];
    struct mdq_input input = { .name = rule->id, .bytes = example->text, .size = strlen(example->text) };
    if (example->source) {
      input.source_name = rule->id;
      input.source_bytes = example->source;
      input.source_size = strlen(example->source);
    }
    mdq_linter *linter;
    status = linter_for(trial, example->house, &linter, error);
    if (!status && linter) status = mdq_lint(linter, &input, receive, &attempt, error);
  }
  /* Without a glossary some rules find nothing; what their examples say must do. */
  if (severities) *severities = attempt.severities;
  *fixes = !attempt.severities && rule->fixable ? MDQ_FIXES_SUGGESTED : attempt.fixes;
  return status;
}
