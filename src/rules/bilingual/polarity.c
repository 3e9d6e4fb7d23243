/* Notes on what a translation easily loses: a negation, a quotation. Both can be said otherwise, so these only ask for a look. */
#include <stdio.h>

#include "arabic/proclitics.h"
#include "base/ascii.h"
#include "lint/facts.h"
#include "text/chars.h"

enum { NEGATION, QUOTE_COUNT };
enum { TABLE_NEGATORS };
enum { LEAST_QUOTATION = 6 /* words of one that is no name */ };

static const struct mdq_rule rules[] = {
  [NEGATION] = {
    .id = "bilingual/negation", .severity = MDQ_NOTE, .certainty = MDQ_POSSIBLE, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "The source negates and the draft does not", "في الأصل نفي وليس في المسودة نفي" },
    .rationale = { "A lost “not” turns a sentence into its contrary.", "سقوط أداة النفي يقلب المعنى." },
    .message = { "The source negates (“{x}”), the draft does not", "في الأصل نفي («{x}») وليس في المسودة نفي" },
    .bad = (const struct mdq_example[]){
      { .text = "قال الوزير إن الاتفاق سيُوقع هذا الأسبوع.", .source = "The minister said the deal would not be signed this week." },
      { .text = "كانت اللجنة على علم بالخطة.", .source = "The committee was never told of the plan." },
      { .text = "نعرف ما حدث هناك.", .source = "We don't know what happened there." },
      { 0 } },
    .good = (const char *const[]){ "قال الوزير إن الاتفاق سيُوقع هذا الأسبوع.", "لا نعرف ما حدث هناك.", "نعم", NULL },
    .good_pairs = (const struct mdq_example[]){
      { .text = "قال الوزير إن الاتفاق لن يُوقع هذا الأسبوع.", .source = "The minister said the deal would not be signed this week." },
      { .text = "أخفق الفريق في التأهل.", .source = "The team did not manage to qualify." },
      { .text = "وليس هذا فحسب", .source = "Not only that" },
      { .text = "رفض المدير التعليق.", .source = "The manager would not comment." },
      { .text = "كما فاز الفريق الضيف بالكأس.", .source = "Not only did the visitors win the match, they took the cup." },
      { 0 } },
  },
  [QUOTE_COUNT] = {
    .id = "bilingual/quote-count", .severity = MDQ_NOTE, .certainty = MDQ_POSSIBLE, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "Quotations are more or fewer than in the source", "عدد الاقتباسات يخالف الأصل" },
    .rationale = { "A quotation without its marks puts the words into the newsroom's mouth.", "الاقتباس بلا علامتيه ينسب الكلام إلى الكاتب." },
    .message = { "Quotations: {x} here, {y} in the source", "عدد الاقتباسات: {x} هنا و{y} في الأصل" },
    .bad = (const struct mdq_example[]){
      { .text = "قال إن القرار خطأ كبير.", .source = "“The decision is a big mistake,” he said." },
      { .text = "قال: «إن القرار خطأ كبير ولن أقبله أبدا».", .source = "He said the decision was a big mistake and that he would never accept it." },
      { .text = "قال «سنعود» بعد أن وصف الخطة بأنها مخيبة وخطيرة.", .source = "\"We'll be back\", he said, having called the plan a \"letdown\" and \"dangerous\"." },
      { 0 } },
    .good = (const char *const[]){ "قال إن القرار خطأ كبير.", "وصف القرار بأنه «خطأ»", "قال \"سنعود\"", NULL },
    .good_pairs = (const struct mdq_example[]){
      { .text = "وصف القرار بأنه «خطأ».", .source = "He called the decision a ‘mistake’." },
      { .text = "وصف القرار بأنه «خطأ».", .source = "He called the decision a 'mistake'." },
      { .text = "قال إن منازل الجيران لم تتضرر.", .source = "He said the neighbours' houses weren't damaged." },
      { .text = "قال: «سنعود قريبا إلى المدينة».", .source = "“We will be back”, he said, “and soon.”" },
      { .text = "وذكرت صحيفة «الفجر» أن المحكمة أجلت القضية.", .source = "Al Fajr newspaper reported that the court had put the case off." },
      { 0 } },
  },
};

/* -- negation -- */

static bool is_word(const struct mdq_segment *source, size_t i, const char *word) {
  if (!mdq_token_is(source, i, MDQ_TOKEN_LAT)) return false;
  struct mdq_span text = mdq_token_text(source, i);
  return text.len == strlen(word) && mdq_ascii_same(text.ptr, word, text.len);
}

static bool is_one_of(const struct mdq_segment *source, size_t i, const char *const *words) {
  for (; *words; words++)
    if (is_word(source, i, *words)) return true;
  return false;
}

/* don't, won’t */
static bool is_contracted(struct mdq_span word) {
  return mdq_span_ends(word, MDQ_SPAN_LIT("n't")) || mdq_span_ends(word, MDQ_SPAN_LIT("n’t")) || mdq_span_ends(word, MDQ_SPAN_LIT("N'T"));
}

/* «not only», «if not», «why not»: these negate nothing. */
static bool negates(const struct mdq_segment *source, size_t i) {
  static const char *const not_words[] = { "not", "never", "cannot", NULL };
  static const char *const weak_after[] = { "only", "just", "least", "to", "surprisingly", "unlike", "necessarily", "long", "too", "because", "even", NULL };
  static const char *const weak_before[] = { "if", "why", "or", "whether", "but", NULL };
  if (!mdq_token_is(source, i, MDQ_TOKEN_LAT)) return false;
  if (!is_contracted(mdq_token_text(source, i)) && !is_one_of(source, i, not_words)) return false;
  return !is_one_of(source, i + 1, weak_after) && !(i && is_one_of(source, i - 1, weak_before));
}

/* The only negation of the source; token_count: none, or several, which may cancel out. */
static size_t only_negation(const struct mdq_segment *source) {
  size_t found = source->token_count, count = 0;
  for (size_t i = 0; i < source->token_count; i++)
    if (negates(source, i)) found = i, count++;
  return count == 1 ? found : source->token_count;
}

static bool is_negator(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  struct mdq_span word = mdq_token_v2(segment, i);
  if (!word.len) return false;
  size_t count = mdq_stems(word, stems);
  for (size_t k = 0; k < count; k++)
    if (mdq_listed(ctx, TABLE_NEGATORS, stems[k].text)) return true;
  return false;
}

static bool is_negative(const struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  for (size_t i = 0; i < segment->token_count; i++)
    if (is_negator(ctx, segment, i)) return true;
  return false;
}

static size_t count_sentences(const struct mdq_segment *segment) {
  size_t count = 0;
  for (size_t i = 0; i < segment->token_count; i++) count += (segment->tokens[i].flags & MDQ_TOKEN_SENTENCE_START) != 0;
  return count;
}

static void compare_negation(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_segment *source) {
  size_t i = only_negation(source);
  if (i == source->token_count || is_negative(ctx, segment) || count_sentences(segment) > 2) return;
  mdq_report(ctx, NEGATION, .at = mdq_at_tokens(segment, 0, segment->token_count - 1),
             .x = mdq_tokens_text(source, i, i + 1 < source->token_count ? i + 1 : i));
}

/* -- quotations -- */

static bool is_double(uint32_t c) {
  return mdq_is_quote(c) && c != 0x2018 && c != 0x2019 && c != 0x201A && c != 0x201B;
}

struct quotes {
  size_t marks;
  size_t longest;  /* words between two marks */
  bool single;     /* single marks that may be quotation marks, or apostrophes */
};

static struct quotes count_quotes(const struct mdq_segment *segment) {
  struct quotes quotes = { 0 };
  size_t words = 0;
  for (size_t i = 0; i < segment->token_count; i++) {
    uint32_t c = segment->tokens[i].code_point;
    words += segment->tokens[i].kind != MDQ_TOKEN_PUNCT;
    quotes.single |= (c == '\'' || c == 0x2018 || c == 0x2019) && !(mdq_token_glued(segment, i) && mdq_token_glued(segment, i + 1));
    if (!is_double(c)) continue;
    if (quotes.marks++ && words > quotes.longest) quotes.longest = words;
    words = 0;
  }
  return quotes;
}

/* Arabic has quotation marks around names and titles too, and makes one quotation of two halves: only one that is gone, or a
   whole sentence that became one, is worth a look. */
static void compare_quotes(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_segment *source) {
  struct quotes here = count_quotes(segment), there = count_quotes(source);
  bool lost = there.marks > 1 && (!here.marks || here.marks + 3 < there.marks) && !here.single;
  bool added = here.longest >= LEAST_QUOTATION && !there.marks && !there.single;
  if (!lost && !added) return;
  char x[24], y[24];
  snprintf(x, sizeof x, "%zu", (here.marks + 1) / 2);
  snprintf(y, sizeof y, "%zu", (there.marks + 1) / 2);
  mdq_report(ctx, QUOTE_COUNT, .at = mdq_at_tokens(segment, 0, segment->token_count - 1), .x = mdq_span_str(x), .y = mdq_span_str(y));
}

static void segment_hook(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  bool wanted = mdq_rule_delivers(ctx, NEGATION, MDQ_NOTE) || mdq_rule_delivers(ctx, QUOTE_COUNT, MDQ_NOTE);
  if (!wanted || !segment->has_source || segment->source_shared) return;
  const struct mdq_segment *source = mdq_source_segment(ctx, segment);
  if (!source) return;
  compare_negation(ctx, segment, source);
  compare_quotes(ctx, segment, source);
}

static const char *const tables[] = { "bilingual/negators.tsv", NULL };

const struct mdq_rule_group mdq_rules_bilingual_polarity = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = tables, .segment_kinds = MDQ_TOKEN_AR, .paired_only = true, .segment = segment_hook,
};
