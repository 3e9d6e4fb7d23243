/* A paragraph that is far shorter or longer than its source, or that breaks off. How long Arabic is beside English depends on
   the translator (characters as 0.76 to 0.94 of the English in edited news), so a paragraph is judged by the draft's own
   median; that is known only at the end. */
#include <stdio.h>

#include "lint/rule.h"
#include "rules/bilingual/size.h"
#include "text/chars.h"

enum { LENGTH_RATIO, TRUNCATED };

static const struct mdq_rule rules[] = {
  [LENGTH_RATIO] = {
    .id = "bilingual/length-ratio", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/omission", .since = "0.1",
    .summary = { "Paragraph far shorter or longer than its source", "فقرة أقصر من أصلها أو أطول منه بكثير" },
    .rationale = { "Something was left out, or said twice: a paragraph keeps about the length that its source has, by the measure of the whole draft.",
                   "سقط شيء من النص أو تكرر، فطول الفقرة يقارب طول أصلها بمقياس المسودة كلها." },
    .message = { "The paragraph has {x} of the length of its source: is something {y}?", "طول الفقرة {x} من طول أصلها، فهل {z}؟" },
    .bad = (const struct mdq_example[]){
      { .text = "أغلق المصنع أبوابه.", .source = "The factory closed its gates after the owners had failed to find a buyer for the ageing machines in its halls." },
      { .text = "أعلن المجلس خطة جديدة", .source = "The council announced a new plan for the old harbour that residents had fought over in court for nearly ten years" },
      { .text = "قالت الشركة إنها ستفتتح فرعا جديدا في المدينة خلال العام المقبل، وإن العمل في الموقع بدأ فعلا، وإن المئات تقدموا للعمل فيه، وإن البلدية وافقت على المخطط، وإن الطريق إليه سيوسع قريبا بعد موافقة الوزارة.",
        .source = "The company said it would open a new branch in the city during the coming year." },
      { 0 } },
    .good = (const char *const[]){ "أغلق المصنع أبوابه.", "أعلن المجلس خطة جديدة", "قالت الشركة إنها ستفتتح فرعا جديدا", NULL },
    .good_pairs = (const struct mdq_example[]){
      { .text = "أغلق المصنع أبوابه بعدما أخفق أصحابه في العثور على مشتر للآلات القديمة.",
        .source = "The factory closed its gates after the owners had failed to find a buyer for the ageing machines in its halls." },
      { .text = "ممنوع", .source = "No entry please" },
      { .text = "وقال: \"سنفتتح فرعا جديدا العام المقبل\".", /* an editor trimmed the quotation */
        .source = "“We will be opening a brand new branch next year, and we couldn't be happier about it,” he said." },
      { 0 } },
  },
  [TRUNCATED] = {
    .id = "bilingual/truncated", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/omission", .since = "0.1",
    .summary = { "Paragraph that breaks off", "فقرة مبتورة" },
    .rationale = { "The source ends its sentence and the draft does not: the end was lost.", "تنتهي جملة الأصل ولا تنتهي جملة المسودة، فقد سقط آخرها." },
    .message = { "The text breaks off behind “{x}”, where the source goes on", "ينقطع النص بعد «{x}» والأصل مستمر" },
    .bad = (const struct mdq_example[]){
      { .text = "وأضاف أن الحكومة ستعمل على", .source = "He added that the government would work on a new law before the end of the session." },
      { .text = "وصل الوزير إلى العاصمة أمس", .source = "The minister arrived in the capital on Tuesday and met the heads of the three parties that form the coalition." },
      { .text = "بدأت المحادثات في المدينة بحضور ممثلين عن", .source = "Talks began in the city with delegates from both sides of the border attending." },
      { 0 } },
    .good = (const char *const[]){ "وأضاف أن الحكومة ستعمل على", "وصل الوزير إلى العاصمة أمس", "محادثات في المدينة", NULL },
    .good_pairs = (const struct mdq_example[]){
      { .text = "الحكومة تبدأ العمل على قانون جديد للعمل قبل نهاية الدورة", .source = "Government starts work on new labour law before session ends" },
      { .text = "وصل الوزير إلى العاصمة أمس الثلاثاء حيث التقى رؤساء الأحزاب الثلاثة التي تؤلف الائتلاف الحاكم", /* only the stop is missing */
        .source = "The minister arrived in the capital on Tuesday and met the heads of the three parties that form the coalition." },
      { .text = "• طرق أفضل يستعملها أهل القرى جميعا", .source = "• Better roads that everybody in the villages can use." },
      { 0 } },
  },
};

/* Sizes are those of mdq_text_size(); ratios, but for these two, are multiples of the draft's median. */
static const double usual_ratio = .87;       /* until the draft has shown its own */
static const double least_median = .7, most_median = 1.1;
static const double short_error = .3, short_warning = .5, short_headline = .42, long_warning = 2.1, long_error = 3.2, unfinished = .74;

enum {
  LEAST_SIZE = 50,     /* of a source whose length says something; about 60 characters with spaces */
  LEAST_HEADLINE = 28, /* of one that must be cut to less still */
  LEAST_COUNTED = 8,   /* paragraphs that make a median */
  LEAST_WORDS = 8,     /* of a source that may have been cut short */
  BINS = 96, BINS_PER_UNIT = 32 /* of ratios up to 3 */
};

struct suspect { /* a paragraph to be judged by the median */
  struct mdq_place whole, last;
  struct mdq_span last_text;
  float ratio;
  uint32_t source_size;
  bool stopped; /* its end is as it should be */
};

struct state {
  uint32_t bins[BINS];
  size_t counted;
  struct suspect *suspects;
  size_t count, capacity;
};

static void count_ratio(struct state *state, double ratio) {
  double bin = ratio * BINS_PER_UNIT;
  state->bins[bin >= BINS ? BINS - 1 : (size_t)bin]++;
  state->counted++;
}

static double median(const struct state *state) {
  if (state->counted < LEAST_COUNTED) return usual_ratio;
  size_t seen = 0, bin = 0;
  while (bin < BINS && (seen += state->bins[bin]) * 2 < state->counted) bin++;
  double value = ((double)bin + .5) / BINS_PER_UNIT;
  return value < least_median ? least_median : value > most_median ? most_median : value;
}

static bool opens_something(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (!mdq_token_is(segment, i, MDQ_TOKEN_AR)) return mdq_token_mark(segment, i, 0x060C) || mdq_token_mark(segment, i, ',');
  struct mdq_span word = mdq_word_v2(segment->tokens[i].word);
  const struct mdq_span conjunction = MDQ_SPAN_LIT("و");
  if (mdq_span_eq(word, conjunction)) return true;
  bool joined = mdq_span_starts(word, conjunction) && mdq_listed(ctx, 0, mdq_span_sub(word, conjunction.len, word.len));
  return joined || mdq_listed(ctx, 0, word);
}

static bool is_ended(const struct mdq_segment *segment) {
  uint32_t last = segment->tokens[segment->token_count - 1].code_point;
  return mdq_final_mark(segment->text) || mdq_is_quote(last) || mdq_is_closing_bracket(last) || last == ':' || last == 0x061B || last == ';';
}

/* The draft lacks the final mark that the source has. Headlines and list items have none, but for a headline that asks. */
static bool breaks_off(const struct mdq_segment *segment) {
  uint32_t mark = mdq_final_mark(segment->source);
  return mark && !(segment->headline && mark != '.') && !is_ended(segment) && mdq_text_words(segment->source) >= LEAST_WORDS;
}

static void keep(struct mdq_ctx *ctx, const struct mdq_segment *segment, double ratio, size_t source_size, bool stopped) {
  struct state *state = ctx->state;
  size_t last = segment->token_count - 1;
  struct suspect *suspect = mdq_arena_push(ctx->arena, &state->suspects, &state->count, &state->capacity, sizeof *suspect);
  if (!suspect) return;
  *suspect = (struct suspect){ mdq_at_tokens(segment, 0, last), mdq_at_token(segment, last), mdq_token_text(segment, last), (float)ratio,
                               (uint32_t)source_size, stopped };
}

static void segment_hook(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  if (!segment->has_source || segment->source_shared || !segment->token_count) return;
  size_t source = mdq_text_size(segment->source), target = mdq_text_size(segment->text), last = segment->token_count - 1;
  if (!source || !target || source > UINT32_MAX) return;
  double ratio = (double)target / (double)source;
  bool broken = breaks_off(segment);
  if (source >= LEAST_SIZE) count_ratio(ctx->state, ratio);
  if (broken && opens_something(ctx, segment, last)) {
    mdq_report(ctx, TRUNCATED, .at = mdq_at_token(segment, last), .x = mdq_token_text(segment, last));
  } else if (broken || ratio < short_warning * most_median || ratio > long_warning * least_median) {
    if (source >= LEAST_HEADLINE) keep(ctx, segment, ratio, source, !broken);
  }
}

static void report_length(struct mdq_ctx *ctx, const struct suspect *s, enum mdq_severity severity) {
  char ratio[32];
  bool less = s->ratio < 1;
  snprintf(ratio, sizeof ratio, "%.0f%%", (double)s->ratio * 100);
  mdq_report(ctx, LENGTH_RATIO, .at = s->whole, .x = mdq_span_str(ratio), .y = less ? MDQ_SPAN_LIT("missing") : MDQ_SPAN_LIT("repeated or added"),
             .z = less ? MDQ_SPAN_LIT("سقط شيء") : MDQ_SPAN_LIT("تكرر شيء أو زيد"), .severity = severity);
}

static void judge(struct mdq_ctx *ctx, const struct suspect *s, double usual) {
  double share = (double)s->ratio / usual;
  bool long_enough = s->source_size >= LEAST_SIZE;
  if (!s->stopped && share < unfinished) mdq_report(ctx, TRUNCATED, .at = s->last, .x = s->last_text);
  else if (long_enough && (share < short_error || share > long_error)) report_length(ctx, s, MDQ_ERROR);
  else if (share < (long_enough ? short_warning : short_headline) || (long_enough && share > long_warning)) report_length(ctx, s, MDQ_WARNING);
}

static void finish(struct mdq_ctx *ctx) {
  const struct state *state = ctx->state;
  double usual = median(state);
  for (size_t i = 0; i < state->count; i++) judge(ctx, &state->suspects[i], usual);
}

static const char *const tables[] = { "bilingual/openers.tsv", NULL };

const struct mdq_rule_group mdq_rules_bilingual_length = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = tables, .state_size = sizeof(struct state), .paired_only = true, .segment = segment_hook, .finish = finish,
};
