/* Every rule keeps what it promises: each bad example is found, each fix gives the corrected text, each good
   example stays silent; texts are complete in both languages. */
#include "support.h"

#include "lint/linter.h"

static const char *const everything[] = { "*", NULL };
static mdq_linter *linter;
static int complaints;

#define COMPLAIN(...) (complaints++, print_error(__VA_ARGS__), print_error("\n"))

static int of_rule(const struct findings *all, const char *id, struct found *of[512]) {
  int count = 0;
  for (size_t i = 0; i < all->count; i++)
    if (!strcmp(all->items[i].rule, id)) of[count++] = (struct found *)(uintptr_t)&all->items[i];
  return count;
}

static char *apply(const char *text, struct found *const of[], int count) {
  struct mdq_buf out;
  mdq_buf_init(&out);
  size_t at = 0;
  for (int i = 0; i < count; i++) {
    if (!of[i]->fix_count || of[i]->first_fix.offset < at) continue;
    mdq_buf_add(&out, mdq_span_of(text + at, of[i]->first_fix.offset - at));
    mdq_buf_adds(&out, of[i]->first_fix.text);
    at = of[i]->first_fix.end_offset;
  }
  mdq_buf_adds(&out, text + at);
  char *copy = strdup(out.ptr);
  mdq_buf_free(&out);
  return copy;
}

static void check_bad(const struct mdq_rule *rule, const struct mdq_example *example) {
  struct findings all;
  struct found *of[512];
  mdq_linter *used = example->house ? new_house_linter(everything, MDQ_NOTE, example->house) : linter;
  lint_bytes(used, example->text, strlen(example->text), example->source, &all);
  int count = of_rule(&all, rule->id, of);
  if (!count) COMPLAIN("%s: not found in: %s", rule->id, example->text);
  if (count && example->fixed) {
    char *fixed = apply(example->text, of, count);
    if (strcmp(fixed, example->fixed)) COMPLAIN("%s: fixed to\n  %s\ninstead of\n  %s", rule->id, fixed, example->fixed);
    free(fixed);
  }
  findings_free(&all);
  if (used != linter) mdq_linter_free(used);
}

static void check_good(const struct mdq_rule *rule, const char *text, const char *source) {
  struct findings all;
  struct found *of[512];
  lint_bytes(linter, text, strlen(text), source, &all);
  if (of_rule(&all, rule->id, of)) COMPLAIN("%s: found in a good example: %s\n  (%s)", rule->id, text, of[0]->message);
  findings_free(&all);
}

static void check_text(const char *id, const char *field, struct mdq_text text) {
  if (!text.en || !*text.en || !text.ar || !*text.ar) COMPLAIN("%s: no %s in both languages", id, field);
}

static void check_texts(const struct mdq_rule *rule) {
  check_text(rule->id, "summary", rule->summary);
  check_text(rule->id, "rationale", rule->rationale);
  check_text(rule->id, "message", rule->message);
  for (const struct mdq_text *wording = rule->wordings; wording && wording->en; wording++) check_text(rule->id, "wording", *wording);
  if (!rule->category || !strchr(rule->category, '/')) COMPLAIN("%s: no MQM category", rule->id);
  if (!rule->since) COMPLAIN("%s: no since", rule->id);
  if (!rule->severity || !rule->certainty) COMPLAIN("%s: no severity or certainty", rule->id);
}

static void check_rule(const struct mdq_rule *rule, size_t least_bad, size_t least_good) {
  size_t bad = 0, good = 0;
  check_texts(rule);
  for (; rule->bad && rule->bad[bad].text; bad++) check_bad(rule, &rule->bad[bad]);
  for (; rule->good && rule->good[good]; good++) check_good(rule, rule->good[good], NULL);
  for (size_t i = 0; rule->good_pairs && rule->good_pairs[i].text; i++, good++) {
    if (!rule->good_pairs[i].source) COMPLAIN("%s: a pair without its source: %s", rule->id, rule->good_pairs[i].text);
    check_good(rule, rule->good_pairs[i].text, rule->good_pairs[i].source);
  }
  if (bad < least_bad || good < least_good) COMPLAIN("%s: %zu bad and %zu good examples", rule->id, bad, good);
}

static void check_group(const struct mdq_rule_group *group, bool pack) {
  mdq_linter *usual = linter;
  if (group->example_glossary) linter = new_glossary_linter(everything, MDQ_NOTE, group->example_glossary);
  for (size_t r = 0; r < group->rule_count; r++) check_rule(&group->rules[r], pack ? 1 : 3, pack ? 2 : 3);
  if (linter != usual) mdq_linter_free(linter);
  linter = usual;
}

static void test_rule_examples(void **state) {
  (void)state;
  complaints = 0;
  for (size_t g = 0; g < linter->group_count; g++) check_group(linter->groups[g].group, linter->groups[g].data != NULL);
  assert_int_equal(complaints, 0);
}

static void test_rule_ids_are_unique(void **state) {
  (void)state;
  for (size_t i = 1; i < linter->rule_count; i++) assert_string_not_equal(linter->rules[i - 1].rule->id, linter->rules[i].rule->id);
}

int main(void) {
  linter = new_linter(everything, MDQ_NOTE);
  const struct CMUnitTest tests[] = { cmocka_unit_test(test_rule_examples), cmocka_unit_test(test_rule_ids_are_unique) };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  mdq_linter_free(linter);
  return failed;
}
