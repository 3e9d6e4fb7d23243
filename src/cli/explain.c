#include "cli/explain.h"

#include <stdlib.h>

#include "cli/rule_fixes.h"
#include "output/visible.h"
#include "text/chars.h"
#include "text/utf8.h"

#define LRM "\u200E"
#define FSI "\u2068"
#define PDI "\u2069"

enum { SIMILAR = 5, COLUMNS = 6, GAP = 2, MOST_WIDTH = 100 };

static const char *const arabic_severities[] = { "", "ملاحظة", "تحذير", "خطأ" };
static const char *const arabic_certainties[] = { "", "محتمل", "مرجَّح", "مؤكَّد" };

/* --list-rules: a table. */

static const char *const headings[2][COLUMNS] = {
  [MDQ_LANG_EN] = { "RULE", "SEVERITY", "CERTAINTY", "ON", "FIX", "SUMMARY" },
  [MDQ_LANG_AR] = { "القاعدة", "الشدة", "اليقين", "مفعّلة", "تصحيح", "الخلاصة" }
};

/* What is not tried: an entry suggests and no more, and what it suggests it says. */
static enum mdq_status find_fixes(const struct mdq_rule_question *question, size_t index, const struct mdq_rule_info *rule,
                                  struct mdq_rule_trial *trial, enum mdq_fixes *fixes, struct mdq_error *error) {
  bool suggests = mdq_rule_suggestion(question->linter, index, 0) != NULL;
  *fixes = suggests && !rule->several ? MDQ_FIXES_SUGGESTED : MDQ_FIXES_NONE;
  return suggests ? MDQ_OK : mdq_rule_fixes(trial, rule, fixes, NULL, error);
}

static void get_cells(const struct mdq_rule_info *rule, enum mdq_lang lang, enum mdq_fixes fixes, const char *cells[COLUMNS]) {
  static const char *const words[2][3] = {
    [MDQ_LANG_EN] = { [MDQ_FIXES_NONE] = "-", [MDQ_FIXES_SUGGESTED] = "suggested", [MDQ_FIXES_SAFE] = "safe" },
    [MDQ_LANG_AR] = { [MDQ_FIXES_NONE] = "-", [MDQ_FIXES_SUGGESTED] = "مقترح", [MDQ_FIXES_SAFE] = "مأمون" }
  };
  bool arabic = lang == MDQ_LANG_AR;
  cells[0] = rule->id;
  cells[1] = arabic ? arabic_severities[rule->severity] : mdq_severity_name(rule->severity);
  cells[2] = arabic ? arabic_certainties[rule->certainty] : mdq_certainty_name(rule->certainty);
  cells[3] = !rule->enabled ? "-" : arabic ? "نعم" : "yes";
  cells[4] = words[lang][fixes];
  cells[5] = rule->summary;
}

/* Marks after Arabic cells keep them from changing places with their neighbours; ids, which people copy, have none. */
static void add_cells(struct mdq_buf *out, const char *const cells[COLUMNS], const size_t widths[COLUMNS],
                      bool arabic) {
  bool heading = arabic && (unsigned char)cells[0][0] >= 0x80;
  mdq_buf_adds(out, heading ? LRM : "");
  for (size_t i = 0; i + 1 < COLUMNS; i++) {
    size_t used = mdq_text_width(mdq_span_str(cells[i]));
    mdq_buf_printf(out, "%s%s%*s", cells[i], arabic && (i || heading) ? LRM : "", (int)(widths[i] > used ? widths[i] - used : 0) + GAP, "");
  }
  mdq_buf_printf(out, "%s\n", cells[COLUMNS - 1]);
}

static void widen(size_t widths[COLUMNS], const char *const cells[COLUMNS]) {
  for (size_t i = 0; i < COLUMNS; i++) {
    size_t width = mdq_text_width(mdq_span_str(cells[i]));
    if (width > widths[i]) widths[i] = width;
  }
}

/* The rule belongs in the list: of those asked for, and of the family, if one is named. */
static bool is_listed(const struct mdq_rule_question *question, struct mdq_span family, const struct mdq_rule_info *rule) {
  bool member = !family.len || (strncmp(rule->id, family.ptr, family.len) == 0 && rule->id[family.len] == '/');
  return member && (rule->enabled || !question->enabled_only);
}

static enum mdq_status find_all_fixes(const struct mdq_rule_question *question, struct mdq_span family, enum mdq_fixes *fixes, struct mdq_error *error) {
  struct mdq_rule_trial *trial = mdq_rule_trial_new(question->options);
  enum mdq_status status = trial ? MDQ_OK : mdq_no_memory(error);
  struct mdq_rule_info rule;
  for (size_t i = 0; !status && mdq_rule_get(question->linter, i, &rule); i++)
    if (is_listed(question, family, &rule)) status = find_fixes(question, i, &rule, trial, &fixes[i], error);
  mdq_rule_trial_free(trial);
  return status;
}

static enum mdq_status list_rules(const struct mdq_rule_question *question, struct mdq_span family, const struct mdq_output *output,
                                  struct mdq_buf *out, struct mdq_error *error) {
  size_t widths[COLUMNS] = { 0 };
  const char *cells[COLUMNS];
  struct mdq_rule_info rule;
  enum mdq_fixes *fixes = calloc(mdq_rule_count(question->linter) + 1, sizeof *fixes);
  enum mdq_status status = fixes ? find_all_fixes(question, family, fixes, error) : mdq_no_memory(error);
  widen(widths, headings[output->lang]);
  for (size_t i = 0; !status && mdq_rule_get(question->linter, i, &rule); i++) {
    get_cells(&rule, output->lang, fixes[i], cells);
    if (is_listed(question, family, &rule)) widen(widths, cells);
  }
  bool arabic = output->lang == MDQ_LANG_AR;
  if (!status) add_cells(out, headings[output->lang], widths, arabic);
  for (size_t i = 0; !status && mdq_rule_get(question->linter, i, &rule); i++) {
    get_cells(&rule, output->lang, fixes[i], cells);
    if (is_listed(question, family, &rule)) add_cells(out, cells, widths, arabic);
  }
  free(fixes);
  return status;
}

enum mdq_status mdq_list_rules(const struct mdq_rule_question *question, const struct mdq_output *output, struct mdq_buf *out,
                               struct mdq_error *error) {
  return list_rules(question, MDQ_SPAN_LIT(""), output, out, error);
}

/* --explain: everything the rule says of itself. */

struct page {
  struct mdq_buf *out;
  const struct mdq_output *output;
};

static const char *say(const struct page *page, const char *en, const char *ar) {
  return page->output->lang == MDQ_LANG_AR ? ar : en;
}

/* Of an example everything must be seen; what the rule says of itself may hold direction marks, and they do their work. */
typedef void add_text(struct mdq_buf *out, struct mdq_span text);

static void add_line(const struct page *page, const char *label, struct mdq_span text, add_text *add) {
  bool isolate = page->output->terminal;
  mdq_buf_printf(page->out, "%s%s", label, isolate ? FSI : "");
  add(page->out, text);
  mdq_buf_printf(page->out, "%s\n", isolate ? PDI : "");
}

/* The end of the longest beginning of text that is made of whole words and fits, at least one word. */
static size_t fitting(struct mdq_span text, size_t width) {
  size_t end = 0, used = 0;
  for (size_t at = 0; at < text.len;) {
    if (text.ptr[at] == ' ') end = at;
    used += mdq_char_width(mdq_utf8_next(text, &at));
    if (used > width && end) return end;
  }
  return text.len;
}

static void add_wrapped(const struct page *page, const char *paragraph) {
  size_t width = page->output->width < MOST_WIDTH ? page->output->width : MOST_WIDTH;
  for (struct mdq_span rest = mdq_span_str(paragraph); rest.len;) {
    size_t end = fitting(rest, width);
    add_line(page, "", mdq_span_sub(rest, 0, end), mdq_add_visible);
    while (end < rest.len && rest.ptr[end] == ' ') end++;
    rest = mdq_span_sub(rest, end, rest.len);
  }
}

/* An example may be several lines; the label stands before the first. */
static void add_example(const struct page *page, const char *label, const char *indent, const char *example) {
  struct mdq_span rest = mdq_span_str(example);
  for (bool more = true; more; label = indent) {
    const char *stop = memchr(rest.ptr, '\n', rest.len);
    size_t end = stop ? (size_t)(stop - rest.ptr) : rest.len;
    add_line(page, label, mdq_span_sub(rest, 0, end), mdq_add_spelled_out);
    more = stop != NULL;
    rest = mdq_span_sub(rest, end + more, rest.len);
  }
}

static void add_bad(const struct page *page, const struct mdq_example *example) {
  if (example->source) add_example(page, "  EN ", "     ", example->source);
  if (example->house) mdq_buf_printf(page->out, "  --house %s\n", example->house);
  add_example(page, "  ✗  ", "     ", example->text);
  if (example->fixed) add_example(page, "  →  ", "     ", example->fixed);
}

static void add_examples(const struct page *page, const struct mdq_rule_info *rule) {
  if (rule->bad_count) mdq_buf_printf(page->out, "\n%s\n", say(page, "Reported:", "يُبلَّغ عنه:"));
  for (size_t i = 0; i < rule->bad_count; i++) add_bad(page, &rule->bad[i]);
  if (rule->good_count || rule->good_pair_count) mdq_buf_printf(page->out, "\n%s\n", say(page, "Not reported:", "لا يُبلَّغ عنه:"));
  for (size_t i = 0; i < rule->good_count; i++) add_example(page, "  ✓  ", "     ", rule->good[i]);
  for (size_t i = 0; i < rule->good_pair_count; i++) {
    add_example(page, "  EN ", "     ", rule->good_pairs[i].source);
    add_example(page, "  ✓  ", "     ", rule->good_pairs[i].text);
  }
}

/* A finding may be surer or less sure than its rule is by itself. */
static void add_other_severities(const struct page *page, unsigned severities) {
  const char *before = say(page, "; in some of the examples: ", "؛ وفي بعض الأمثلة: ");
  for (size_t i = MDQ_ERROR; i >= MDQ_NOTE; i--) {
    if (!(severities & 1u << i)) continue;
    mdq_buf_printf(page->out, "%s%s", before, mdq_severity_name((enum mdq_severity)i));
    if (page->output->lang == MDQ_LANG_AR) mdq_buf_printf(page->out, " (%s)", arabic_severities[i]);
    before = say(page, ", ", "، ");
  }
}

static void add_facts(const struct page *page, const struct mdq_rule_info *rule, unsigned severities) {
  bool arabic = page->output->lang == MDQ_LANG_AR;
  struct mdq_buf *out = page->out;
  mdq_buf_printf(out, "%s%s", say(page, "severity: ", "الشدة: "), mdq_severity_name(rule->severity));
  if (arabic) mdq_buf_printf(out, " (%s)", arabic_severities[rule->severity]);
  add_other_severities(page, severities & ~(1u << rule->severity));
  mdq_buf_printf(out, "\n%s%s", say(page, "certainty: ", "اليقين: "), mdq_certainty_name(rule->certainty));
  if (arabic) mdq_buf_printf(out, " (%s)", arabic_certainties[rule->certainty]);
  mdq_buf_printf(out, "\n%s%s\n", say(page, "category: ", "الصنف: "), rule->category);
  if (rule->since) mdq_buf_printf(out, "%s%s\n", say(page, "since: ", "منذ الإصدار: "), rule->since);
  mdq_buf_printf(out, "%s%s\n", say(page, "default: ", "افتراضيًا: "),
                 rule->on_by_default ? say(page, "on", "مفعّلة") : say(page, "off", "معطّلة"));
}

/* A suggestion as it stands where nothing calls for the article. */
static void add_bare(struct mdq_buf *out, const char *suggestion) {
  const struct mdq_span article = MDQ_SPAN_LIT("(ال)");
  struct mdq_buf bare;
  mdq_buf_init(&bare);
  for (const char *at = suggestion, *mark; *at; at = mark + (*mark ? article.len : 0)) {
    mark = strstr(at, article.ptr);
    if (!mark) mark = at + strlen(at);
    mdq_buf_add(&bare, mdq_span_of(at, (size_t)(mark - at)));
  }
  mdq_add_spelled_out(out, mdq_buf_span(&bare));
  if (bare.failed) out->failed = true;
  mdq_buf_free(&bare);
}

static void add_fixes(const struct page *page, const struct mdq_rule_info *rule, enum mdq_fixes fixes) {
  const char *none = rule->several ? say(page, "none, it depends on what is meant", "لا تصحيح، فهو رهن بالمقصود")
                                   : say(page, "none, see below what to do", "لا تصحيح جاهز، وما يُفعل مبيَّن أدناه");
  const char *suggested = say(page, "suggested, for an editor to judge", "مقترح، والحكم للمحرر");
  const char *safe = say(page, "safe, at least for some findings", "مأمون، في بعض المواضع على الأقل");
  mdq_buf_printf(page->out, "%s%s\n", say(page, "fix: ", "التصحيح: "), fixes == MDQ_FIXES_SAFE ? safe : fixes ? suggested : none);
}

static void add_suggestions(const struct page *page, const char *label, const mdq_linter *linter, size_t index) {
  const char *suggestion;
  mdq_buf_adds(page->out, label);
  for (size_t i = 0; (suggestion = mdq_rule_suggestion(linter, index, i)); i++) {
    if (i) mdq_buf_adds(page->out, say(page, ", ", "، "));
    if (page->output->terminal) mdq_buf_adds(page->out, FSI);
    add_bare(page->out, suggestion);
    if (page->output->terminal) mdq_buf_adds(page->out, PDI);
  }
  mdq_buf_addc(page->out, '\n');
}

static void add_help(const struct page *page, const mdq_linter *linter, size_t index, const struct mdq_rule_info *rule, enum mdq_fixes fixes) {
  bool suggests = mdq_rule_suggestion(linter, index, 0) != NULL;
  if (!suggests || rule->several) add_fixes(page, rule, fixes);
  if (suggests) add_suggestions(page, rule->several ? say(page, "right names or terms: ", "من الأسماء والتعابير الصحيحة: ") : say(page, "suggests: ", "تقترح: "), linter, index);
}

static bool find_rule(const mdq_linter *linter, const char *id, struct mdq_rule_info *rule, size_t *index) {
  for (*index = 0; mdq_rule_get(linter, *index, rule); ++*index) {
    if (strcmp(rule->id, id) == 0) return true;
  }
  return false;
}

/* "number", "number/" or "number/..." as a glob has it: the name before the stroke, if rules begin with it. */
static struct mdq_span family_of(const mdq_linter *linter, const char *id) {
  struct mdq_span family = mdq_span_of(id, strcspn(id, "/"));
  struct mdq_rule_info rule;
  const char *rest = id + family.len;
  bool whole = !*rest || strcmp(rest, "/") == 0 || strcmp(rest, "/*") == 0;
  for (size_t i = 0; whole && family.len && mdq_rule_get(linter, i, &rule); i++)
    if (strncmp(rule.id, family.ptr, family.len) == 0 && rule.id[family.len] == '/') return family;
  return MDQ_SPAN_LIT("");
}

/* The one is the beginning of the other: "numbers", "num". */
static bool is_like(const char *id, struct mdq_span family) {
  size_t length = strlen(id), same = length < family.len ? length : family.len;
  return length > 1 && memcmp(id, family.ptr, same) == 0 && !strchr(id, '/');
}

static void add_similar(struct mdq_buf *similar, size_t before, struct mdq_span name) {
  mdq_buf_printf(similar, "%s%.*s", before ? ", " : "; did you mean ", (int)name.len, name.ptr);
}

static enum mdq_status no_such_rule(const mdq_linter *linter, const char *id, struct mdq_error *error) {
  struct mdq_buf similar;
  struct mdq_rule_info rule;
  struct mdq_span last = MDQ_SPAN_LIT("");
  size_t found = 0;
  mdq_buf_init(&similar);
  for (size_t i = 0; found < SIMILAR && mdq_rule_get(linter, i, &rule); i++) {
    struct mdq_span family = mdq_span_of(rule.id, strcspn(rule.id, "/"));
    if (!mdq_span_eq(family, last) && is_like(id, family)) add_similar(&similar, found++, family);
    last = family;
  }
  for (size_t i = 0; found < SIMILAR && *id && mdq_rule_get(linter, i, &rule); i++)
    if (strstr(rule.id, id)) add_similar(&similar, found++, mdq_span_str(rule.id));
  if (found) mdq_buf_addc(&similar, '?');
  enum mdq_status status = mdq_fail(error, MDQ_BAD_OPTION, "no rule '%.100s'%s (--list-rules shows them all)", id,
                                    similar.ptr);
  mdq_buf_free(&similar);
  return status;
}

enum mdq_status mdq_explain_rule(const struct mdq_rule_question *question, const char *id, const struct mdq_output *output,
                                 struct mdq_buf *out, struct mdq_error *error) {
  struct page page = { .out = out, .output = output };
  struct mdq_rule_info rule;
  size_t index;
  struct mdq_span family = family_of(question->linter, id);
  if (family.len) return list_rules(question, family, output, out, error);
  if (!find_rule(question->linter, id, &rule, &index)) return no_such_rule(question->linter, id, error);
  struct mdq_rule_trial *trial = mdq_rule_trial_new(question->options);
  enum mdq_fixes fixes = MDQ_FIXES_NONE;
  unsigned severities = 0;
  enum mdq_status status = trial ? mdq_rule_fixes(trial, &rule, &fixes, &severities, error) : mdq_no_memory(error);
  mdq_rule_trial_free(trial);
  if (status) return status;
  mdq_buf_printf(out, "%s\n", rule.id);
  add_wrapped(&page, rule.summary);
  mdq_buf_addc(out, '\n');
  add_facts(&page, &rule, severities);
  add_help(&page, question->linter, index, &rule, fixes);
  mdq_buf_addc(out, '\n');
  add_wrapped(&page, rule.rationale);
  add_examples(&page, &rule);
  return MDQ_OK;
}
