/* What of the source nothing in the draft translates: whole paragraphs, found where both texts were paired, and sentences
   inside one. And paragraphs of the draft that translate nothing. */
#include <stdio.h>

#include "align/align.h"
#include "base/ascii.h"
#include "lint/facts.h"
#include "rules/bilingual/sentences.h"
#include "rules/bilingual/size.h"

enum { MISSING, ALIGNMENT, ADDED };
enum { TABLE_FURNITURE, TABLE_ABBREVIATIONS };

static const struct mdq_rule rules[] = {
  [MISSING] = {
    .id = "bilingual/missing-sentence", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/omission", .since = "0.1",
    .summary = { "A sentence or paragraph of the source is missing", "جملة أو فقرة من الأصل سقطت من المسودة" },
    .rationale = { "Nothing in the draft corresponds to it. Captions, bylines and notices of the page do not count.",
                   "لا مقابل لها في المسودة. ولا يُحسب منها شرح الصور واسم الكاتب وإعلانات الصفحة." },
    .message = { "Nothing here translates “{x}”{y}", "لا ترجمة هنا للنص «{x}»{z}" },
    .bad = (const struct mdq_example[]){
      { .text = "اندلع الحريق صباح الأحد في مستودع للأخشاب.\n\nولم تعرف أسباب الحريق بعد.",
        .source = "The fire broke out on Sunday morning in a timber warehouse.\nTwelve firefighters were taken to the Saint Mary hospital with burns.\nThe cause of the fire is not known yet." },
      { .text = "وصل السفير إلى روما يوم الاثنين.\nوقال إن العلاقات بين البلدين ممتازة.\nوتستمر الزيارة أسبوعا.",
        .source = "The ambassador arrived in Rome on Monday.\nHe said that relations between the two countries were excellent.\nHe will meet Giorgio Mancini, who heads the Lombardy chamber of commerce, and 40 of its members.\nThe visit goes on for a week." },
      { .text = "افتتح الجسر الجديد يوم الخميس. وقال رئيس البلدية إن السكان انتظروه طويلا.",
        .source = "The new bridge was opened on Thursday. It cost 64 million euros and was built by Hochland Industries of Stuttgart. The mayor said that residents had waited for it for a long time." },
      { 0 } },
    .good = (const char *const[]){ "اندلع الحريق صباح الأحد", "وصل السفير إلى روما يوم الاثنين.", "افتتح الجسر الجديد يوم الخميس.", NULL },
    .good_pairs = (const struct mdq_example[]){
      { .text = "اندلع الحريق صباح الأحد في مستودع للأخشاب.\n\nولم تعرف أسباب الحريق بعد.", /* a caption */
        .source = "The fire broke out on Sunday morning in a timber warehouse.\nFirefighters at the scene on Sunday morning. (Photo by Ann Meyer/Getty Images)\nThe cause of the fire is not known yet." },
      { .text = "اندلع الحريق صباح الأحد في مستودع للأخشاب.\n\nولم تعرف أسباب الحريق بعد.", /* a byline */
        .source = "The fire broke out on Sunday morning in a timber warehouse.\nBy Ann Meyer, BBC News\nThe cause of the fire is not known yet." },
      { .text = "وصل السفير إلى روما يوم الاثنين وقال إن العلاقات بين البلدين ممتازة، وإن زيارته تستمر أسبوعا.", /* sentences joined */
        .source = "The ambassador arrived in Rome on Monday. He said that relations between the two countries were excellent. The visit goes on for a week." },
      { 0 } },
  },
  [ALIGNMENT] = {
    .id = "bilingual/alignment", .severity = MDQ_NOTE, .certainty = MDQ_CERTAIN, .category = "accuracy/omission", .since = "0.1",
    .summary = { "Draft and source are paired by content, not line by line", "قوبلت المسودة بأصلها بالمضمون لا سطرا بسطر" },
    .rationale = { "Their paragraphs do not answer to each other one by one, or stand in one text; what other rules say of the source rests on the pairing.",
                   "لا تتقابل فقرات النصين واحدة بواحدة، أو هما في نص واحد، وعلى هذه المقابلة تقوم ملاحظات القواعد الأخرى عن الأصل." },
    .message = { "The source was found {y}", "عُثر على الأصل {z}" },
    .bad = (const struct mdq_example[]){
      { .text = "افتتح الجسر الجديد يوم الخميس.\nوقال رئيس البلدية إن السكان انتظروه طويلا.",
        .source = "The bridge\nThe new bridge was opened on Thursday.\nThe mayor said that residents had waited for it for a long time." },
      { .text = "The new bridge was opened on Thursday.\nافتتح الجسر الجديد يوم الخميس.\nThe mayor said that residents had waited for it for a long time.\nوقال رئيس البلدية إن السكان انتظروه طويلا." },
      { .text = "افتتح الجسر الجديد يوم الخميس. وقال رئيس البلدية إن السكان انتظروه طويلا.",
        .source = "The new bridge was opened on Thursday.\nThe mayor said that residents had waited for it for a long time." },
      { 0 } },
    .good = (const char *const[]){ "افتتح الجسر الجديد يوم الخميس.\nوقال رئيس البلدية إن السكان انتظروه طويلا.",
                                   "The new bridge was opened on Thursday.\nوقال رئيس البلدية إن السكان انتظروه طويلا.", "افتتح الجسر", NULL },
    .good_pairs = (const struct mdq_example[]){
      { .text = "افتتح الجسر الجديد يوم الخميس.\nوقال رئيس البلدية إن السكان انتظروه طويلا.\n",
        .source = "The new bridge was opened on Thursday.\nThe mayor said that residents had waited for it for a long time." },
      { 0 } },
  },
  [ADDED] = {
    .id = "bilingual/added-paragraph", .severity = MDQ_NOTE, .certainty = MDQ_POSSIBLE, .category = "accuracy/addition", .since = "0.1",
    .summary = { "A paragraph that the source does not have", "فقرة لا أصل لها" },
    .rationale = { "Nothing in the source corresponds to it: it was invented, or the draft says more than the text it is compared with.",
                   "لا مقابل لها في الأصل، فإما أنها مختلقة وإما أن المسودة تزيد على النص الذي تقابل به." },
    .message = { "The source has nothing like this: “{x}”", "لا أصل لهذه الفقرة: «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "افتتح جسر لورينغ الجديد يوم الخميس.\nوتعتزم البلدية بناء ثلاثة متاحف وملعب كبير في الضاحية الشمالية العام المقبل.\nوقال رئيس البلدية بيتر هولم إن السكان انتظروه 15 عاما.\nهل كلف الجسر أكثر مما يجب؟",
        .source = "The new Loring bridge was opened on Thursday.\nThe mayor, Peter Holm, said that residents had waited for it for 15 years.\nDid the bridge cost more than it should have?" },
      { .text = "وصل السفير إلى روما يوم الاثنين.\nوقال إن العلاقات بين البلدين ممتازة.\nوتستمر الزيارة أسبوعا.\nويرى مراقبون أن الزيارة قد تمهد لاتفاق تجاري واسع بين الجانبين قبل نهاية العام.",
        .source = "The ambassador arrived in Rome on Monday.\nHe said that relations between the two countries were excellent.\nThe visit goes on for a week." },
      { .text = "ذكرت مصادر مطلعة أن الحادث كان متوقعا منذ مدة وأن أحدا لم يتحرك لمنعه.\nاندلع الحريق صباح الأحد في مستودع كراوس للأخشاب في درامن.\nوأصيب 25 عاملا بحروق.\nولم تعرف أسباب الحريق بعد.",
        .source = "The fire broke out on Sunday morning in the Kraus timber warehouse in Drammen.\nBurns were suffered by 25 workers.\nThe cause of the fire is not known yet." },
      { 0 } },
    .good = (const char *const[]){ "اندلع الحريق صباح الأحد في مستودع للأخشاب.", "وصل السفير إلى روما يوم الاثنين.", "افتتح الجسر الجديد يوم الخميس.", NULL },
    .good_pairs = (const struct mdq_example[]){
      { .text = "اندلع الحريق صباح الأحد في مستودع للأخشاب.\nولم تعرف أسباب الحريق بعد.\n(الوكالات)", /* too short to be text of the story */
        .source = "The fire broke out on Sunday morning in a timber warehouse.\nThe cause of the fire is not known yet." },
      { .text = "وصل السفير إلى روما يوم الاثنين.\nوقال إن العلاقات بين البلدين ممتازة،\nوإن زيارته تستمر أسبوعا.", /* divided */
        .source = "The ambassador arrived in Rome on Monday.\nHe said that relations between the two countries were excellent and that his visit would go on for a week." },
      { 0 } },
  },
};

enum { LEAST_WORDS = 8, LEAST_HEADLINE_WORDS = 4, LEAST_SENTENCE_WORDS = 6, MOST_SENTENCES = 64, LONGEST_FURNITURE = 4096 };

/* A lost sentence takes about its share of the length with it; Arabic characters by English ones. */
static const double shorter_by = .7, usual_ratio = .87;

struct state {
  bool told; /* how the texts were paired */
};

/* -- paragraphs -- */

static bool word_byte(char c) {
  return mdq_ascii_alnum(c);
}

static bool holds_phrase(struct mdq_span text, struct mdq_span phrase) {
  for (size_t at = 0; at + phrase.len <= text.len; at++) {
    if (!mdq_ascii_same(text.ptr + at, phrase.ptr, phrase.len)) continue;
    bool starts = !at || !word_byte(text.ptr[at - 1]), ends = at + phrase.len == text.len || !word_byte(text.ptr[at + phrase.len]);
    if (starts && (ends || !word_byte(phrase.ptr[phrase.len - 1]))) return true;
  }
  return false;
}

static bool is_furniture(const struct mdq_ctx *ctx, struct mdq_span source) {
  const struct mdq_table *table = ctx->tables[TABLE_FURNITURE];
  if (source.len > LONGEST_FURNITURE) return false;
  for (size_t i = 0; i < table->row_count; i++)
    if (holds_phrase(source, mdq_table_row(table, i)->column[0])) return true;
  return false;
}

/* A paragraph of a story: long enough, and ended by a mark. */
static bool is_prose(const struct mdq_ctx *ctx, struct mdq_span source) {
  return mdq_text_words(source) >= LEAST_WORDS && mdq_final_mark(source) && !is_furniture(ctx, source);
}

/* «By Ann Meyer, BBC News» */
static bool is_byline(struct mdq_span source) {
  source = mdq_trimmed(source);
  return source.len > 3 && mdq_ascii_same(source.ptr, "by ", 3) && mdq_text_words(source) < LEAST_WORDS;
}

/* A paragraph of the story that is not there. Where an empty line stands in its place a headline counts, too. */
static bool is_missed(const struct mdq_ctx *ctx, const struct mdq_gap *gap) {
  if (!gap->blank) return is_prose(ctx, gap->source);
  return mdq_text_words(gap->source) >= LEAST_HEADLINE_WORDS && !is_byline(gap->source) && !is_furniture(ctx, gap->source);
}

struct gap { /* paragraphs missed at one place */
  struct mdq_place at;
  struct mdq_span first;
  size_t count;
};

static void report_gap(struct mdq_ctx *ctx, const struct gap *gap) {
  char en[48] = "", ar[96] = "";
  size_t more = gap->count ? gap->count - 1 : 0;
  bool few = more % 100 >= 3 && more % 100 <= 10;
  if (!gap->count) return;
  if (more) snprintf(en, sizeof en, ", and %zu more paragraph%s", more, more == 1 ? "" : "s");
  if (more == 1) snprintf(ar, sizeof ar, "، وفقرة أخرى بعده");
  else if (more == 2) snprintf(ar, sizeof ar, "، وفقرتان أخريان بعده");
  else if (more) snprintf(ar, sizeof ar, "، و%zu %s أخرى بعده", more, few ? "فقرات" : "فقرة");
  mdq_report(ctx, MISSING, .at = gap->at, .x = gap->first, .y = mdq_span_str(en), .z = mdq_span_str(ar));
}

static void report_gaps(struct mdq_ctx *ctx) {
  const struct mdq_document *document = ctx->document;
  struct gap missed = { .count = 0 };
  for (size_t i = 0; i < document->gap_count; i++) {
    const struct mdq_gap *gap = &document->gaps[i];
    if (!is_missed(ctx, gap)) continue;
    if (missed.count && gap->at == missed.at.start) {
      missed.count++; /* several in a row are one finding */
      continue;
    }
    report_gap(ctx, &missed);
    missed = (struct gap){ { gap->at, gap->at, gap->unit }, mdq_trimmed(gap->source), 1 };
  }
  report_gap(ctx, &missed);
}

/* -- sentences -- */

/* How many of the sentence's numbers and names there are, and how many stand somewhere in the paragraph. */
static size_t count_anchors(const struct mdq_anchors *sentence, const struct mdq_anchors *paragraph, size_t *shared) {
  *shared = (size_t)__builtin_popcountll(sentence->numbers & paragraph->numbers);
  for (size_t i = 0; i < sentence->key_count; i++) *shared += mdq_anchors_hold(paragraph, sentence->keys[i]);
  return (size_t)__builtin_popcountll(sentence->numbers) + sentence->key_count;
}

/* It says something of its own (numbers, names) and nothing of that is anywhere in the paragraph; or little of it, and the
   paragraph is shorter by what the sentence would need. Several sentences made into one often become shorter. */
static bool is_lost(struct mdq_span sentence, const struct mdq_anchors *anchors, const struct mdq_anchors *paragraph, const struct mdq_anchors *source) {
  size_t shared, all = count_anchors(anchors, paragraph, &shared);
  if (mdq_text_words(sentence) < LEAST_SENTENCE_WORDS) return false;
  if (all > 1 && !shared) return true;
  double kept = 1 - shorter_by * anchors->length / source->length;
  bool joined = paragraph->sentences < 2 && source->sentences > 2;
  return !joined && shared * 2 <= all && paragraph->length < kept * usual_ratio * source->length;
}

static void report_sentence(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_sentences *targets, size_t before,
                            struct mdq_span sentence) {
  size_t at = before ? (size_t)(targets->items[before - 1].ptr - segment->text.ptr) + targets->items[before - 1].len : 0;
  mdq_report(ctx, MISSING, .at = mdq_at(segment, at, at), .x = mdq_trimmed(sentence));
}

static void compare_sentences(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_sentences *sources, const struct mdq_sentences *targets) {
  struct mdq_anchors *source = mdq_arena_array(ctx->scratch, sources->count, sizeof *source);
  struct mdq_anchors *target = mdq_arena_array(ctx->scratch, targets->count, sizeof *target);
  struct mdq_bead *beads;
  size_t count;
  if (!source || !target) return;
  for (size_t i = 0; i < sources->count; i++) mdq_anchors_english(sources->items[i], &source[i]);
  for (size_t i = 0; i < targets->count; i++) mdq_anchors_arabic(targets->items[i], &target[i]);
  if (!mdq_align(ctx->scratch, MDQ_JOINED_PAIR, source, sources->count, target, targets->count, &beads, &count)) {
    ctx->scratch->failed = true;
    return;
  }
  struct mdq_anchors whole, whole_source;
  mdq_anchors_arabic(segment->text, &whole);
  mdq_anchors_english(segment->source, &whole_source);
  for (size_t i = 0; i < count; i++) {
    const struct mdq_bead *bead = &beads[i];
    if (!bead->targets && is_lost(sources->items[bead->source], &source[bead->source], &whole, &whole_source))
      report_sentence(ctx, segment, targets, bead->target, sources->items[bead->source]);
  }
}

/* Two sentences may become one; where none was lost the paragraph is as long as it should be. */
static bool may_lack_one(const struct mdq_segment *segment, size_t sources, size_t targets) {
  if (sources < 2 || targets >= sources || sources > MOST_SENTENCES) return false;
  double share = 1 - .5 / (double)sources;
  return (double)mdq_text_size(segment->text) < share * (double)mdq_text_size(segment->source);
}

/* Where texts alternate the pairing is less sure. */
static bool is_added(const struct mdq_segment *segment) {
  return !segment->has_source && segment->pairing == MDQ_PAIRED_BY_CONTENT && mdq_text_words(segment->text) >= LEAST_WORDS && mdq_final_mark(segment->text);
}

static void segment_hook(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct state *state = ctx->state;
  if (segment->token_count && is_added(segment))
    mdq_report(ctx, ADDED, .at = mdq_at_tokens(segment, 0, segment->token_count - 1), .x = mdq_trimmed(segment->text));
  if (!segment->has_source || !segment->token_count) return;
  if (segment->pairing != MDQ_PAIRED_BY_PLACE && !state->told) {
    bool alternating = segment->pairing == MDQ_PAIRED_ALTERNATING;
    state->told = true;
    mdq_report(ctx, ALIGNMENT, .at = mdq_at_token(segment, 0),
               .y = alternating ? MDQ_SPAN_LIT("in the draft, whose paragraphs alternate between English and Arabic") : MDQ_SPAN_LIT("by length, numbers and names, paragraph by paragraph"),
               .z = alternating ? MDQ_SPAN_LIT("في المسودة التي تتناوب فيها الفقرات الإنجليزية والعربية") : MDQ_SPAN_LIT("بالطول والأعداد والأسماء فقرة فقرة"));
  }
  if (segment->source_shared || !mdq_rule_enabled(ctx, MISSING)) return;
  struct mdq_sentences sources, targets;
  if (mdq_text_size(segment->text) >= mdq_text_size(segment->source)) return;
  const struct mdq_segment *source = mdq_source_segment(ctx, segment);
  if (!source || !mdq_sentences_of(ctx->scratch, segment, NULL, &targets) ||
      !mdq_sentences_of(ctx->scratch, source, ctx->tables[TABLE_ABBREVIATIONS], &sources)) return;
  if (may_lack_one(segment, sources.count, targets.count)) compare_sentences(ctx, segment, &sources, &targets);
}

static const char *const tables[] = { "bilingual/page-furniture.tsv", "bilingual/abbreviations.tsv", NULL };

const struct mdq_rule_group mdq_rules_bilingual_missing = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = tables, .state_size = sizeof(struct state), .paired_only = true, .segment = segment_hook, .finish = report_gaps,
};
