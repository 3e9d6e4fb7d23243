/* Quotation marks, paragraph by paragraph. Which of “ and ” opens differs between newsrooms and CLDR, so no
   direction is asserted: spacing tells an opener from a closer, and the draft's own majority the glyph. */
#include "lint/facts.h"
#include "rules/mt/debris.h"
#include "text/utf8.h"

enum { UNBALANCED, SPACE, DISPLACED };

static const struct mdq_rule rules[] = {
  [UNBALANCED] = {
    .id = "punct/quote-unbalanced", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/typography", .since = "0.1",
    .summary = { "A quotation mark without its partner", "علامة تنصيص بلا قرينة" },
    .rationale = { "A quotation opened in a paragraph is closed in it, or taken up again by an opening mark in the next. Machine translation moves marks away from what they enclosed.",
                   "يُغلق التنصيص في الفقرة التي فُتح فيها أو يُستأنف بعلامة في مطلع التالية. والترجمة الآلية تنقل العلامات عن مواضعها." },
    .message = { "“{x}” has no partner", "علامة التنصيص ({x}) بلا قرينة" },
    .bad = (const struct mdq_example[]){
      { .text = "وقال الوزير: «سنعود غدا إلى الطاولة." }, { .text = "وكتب الباحث “بعد عشر سنوات، سيندم كثيرون.\nوانتهى الاجتماع." },
      { .text = "وأضاف أن الاتفاق» بات قريبا" }, { 0 } },
    .good = (const char *const[]){ "وقال الوزير: «سنعود غدا إلى الطاولة».", "وقال: ”سنعود غدا“، ثم غادر", "وقال: «سنعود غدا.\n«ثم نوقع الاتفاق».",
                                   "طول الشاشة 15″ فقط", "مطعم O’Brien في المدينة", "وقال: «سنعود غدا.\nثم نوقع الاتفاق».", "وصرخت: “لا تتركونا وحدنا ! ”.",
                                   "وأضاف “... ولن نعود إليه”.", "أعلنت Ø§Ù„Ø´Ø±ÙƒØ© نتائجها", "ط§ظ„ط´ط±ظƒط© تعلن نتائجها", NULL },
  },
  [SPACE] = {
    .id = "punct/quote-space", .severity = MDQ_WARNING, .certainty = MDQ_CERTAIN, .category = "fluency/typography", .since = "0.1",
    .summary = { "Space inside a quotation mark, or none outside", "مسافة داخل علامة التنصيص أو غيابها خارجها" },
    .rationale = { "A quotation mark touches what it encloses and is set off from what stands outside it, punctuation and clitics excepted.",
                   "تلاصق علامة التنصيص ما بداخلها وتفصلها مسافة عما خارجها، إلا الترقيم والسوابق." },
    .message = { "Wrong spacing at the quotation mark “{x}”", "مسافة خاطئة عند علامة التنصيص ({x})" },
    .bad = (const struct mdq_example[]){
      { .text = "قال «نعم »وخرج", .fixed = "قال «نعم» وخرج" }, { .text = "قال “ نعم بالتأكيد” وخرج", .fixed = "قال “نعم بالتأكيد” وخرج" },
      { .text = "أطلق عليه اسم «الدرع»وخرج", .fixed = "أطلق عليه اسم «الدرع» وخرج" }, { .text = "وقال“نعم بالتأكيد” ثم خرج", .fixed = "وقال “نعم بالتأكيد” ثم خرج" }, { 0 } },
    .good = (const char *const[]){ "قال «نعم»، وخرج", "وصفه بـ“الكارثة” أمس", "برنامج «الدرع»: خطة جديدة", "(«نعم» و«لا»)", "قال: \"نعم\"، ثم \"لا\".", "اسم الصحيفة 'الشرق' فقط", NULL },
  },
  [DISPLACED] = {
    .id = "punct/quote-displaced", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "fluency/typography", .since = "0.1",
    .summary = { "A quotation that holds nothing but a particle", "اقتباس ليس فيه غير أداة" },
    .rationale = { "Nobody quotes a preposition: the machine split the quotation marks from the words they enclosed. Put them back where the source has them.",
                   "لا يُقتبس حرف الجر وحده: فصلت الآلة علامتي التنصيص عن الكلام المقتبس، فأعدهما إلى موضعهما في الأصل." },
    .message = { "Displaced quotation marks around “{x}”", "علامتا تنصيص في غير موضعهما حول «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "أصدرت الوزارة قواعدها “إلى”تنظيم السوق" }, { .text = "ووصف الأمر «في» كارثة كاملة" }, { .text = "قال إنه \"من\" المهم التحرك" }, { 0 } },
    .good = (const char *const[]){ "أصدرت الوزارة قواعدها «إلى جانب تنظيم السوق»", "قال «لا يمكن»", "وردت كلمة «نعم» مرتين", "حرف الجر «في» يدل على الظرفية", "قالت كلمة «لا» فقط", "فاز معسكر «لا» في الاستفتاء", "بين الـ\"مع\" والـ\"ضد\"", "زار بيت \"علي\" أمس", NULL },
  },
};

enum { PARTICLES };
static const char *const tables[] = { "punct/particles.tsv", NULL };

/* An opening mark at the end of a paragraph may be taken up in the next one. */
struct state {
  bool pending;
  struct mdq_place at;
  struct mdq_span text;
};

static void report_unbalanced(struct mdq_ctx *ctx, struct mdq_place at, struct mdq_span mark) {
  /* straight marks may run over lines, so an odd one is only a hint */
  mdq_report(ctx, UNBALANCED, .at = at, .x = mark, .severity = mdq_span_is(mark, "\"") ? MDQ_NOTE : MDQ_WARNING);
}

static void settle_pending(struct mdq_ctx *ctx, bool resumed) {
  struct state *state = ctx->state;
  if (state->pending && !resumed) report_unbalanced(ctx, state->at, state->text);
  state->pending = false;
}

/* What is left of a letter in the wrong encoding may be a quotation mark: mt/mojibake says so. Asked for only where a mark
   has no partner, which is rare. */
struct remains {
  const struct mdq_debris *items;
  size_t count;
  bool known;
};

static bool is_remains(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, struct remains *remains) {
  if (!remains->known) remains->count = mdq_debris_find(ctx->scratch, segment, &remains->items);
  remains->known = true;
  return mdq_debris_touches(remains->items, remains->count, segment->tokens[i].start, segment->tokens[i].end);
}

static void check_balance(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quote_pairs *pairs) {
  struct remains remains = { .known = false };
  struct state *state = ctx->state;
  bool resumed = pairs->count && pairs->items[0].open == 0;
  for (size_t p = 0; p < pairs->count; p++) {
    const struct mdq_quote_pair *pair = &pairs->items[p];
    bool closes_pending = pair->open == MDQ_NO_QUOTE && state->pending && !resumed;
    if (closes_pending) resumed = true;
    else if (pair->open == MDQ_NO_QUOTE && !is_remains(ctx, segment, pair->close, &remains)) report_unbalanced(ctx, mdq_at_token(segment, pair->close), mdq_token_text(segment, pair->close));
  }
  settle_pending(ctx, resumed);
  for (size_t p = 0; p < pairs->count; p++) {
    const struct mdq_quote_pair *pair = &pairs->items[p];
    if (pair->close != MDQ_NO_QUOTE || is_remains(ctx, segment, pair->open, &remains)) continue;
    if (!pair->last_open) report_unbalanced(ctx, mdq_at_token(segment, pair->open), mdq_token_text(segment, pair->open));
    else *state = (struct state){ true, mdq_at_token(segment, pair->open), mdq_token_text(segment, pair->open) };
  }
}

static void report_space(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, size_t from, size_t to, const char *replacement) {
  mdq_report(ctx, SPACE, .at = mdq_at(segment, from < segment->tokens[i].start ? from : segment->tokens[i].start, to > segment->tokens[i].end ? to : segment->tokens[i].end),
             .x = mdq_token_text(segment, i), .fixes = (const struct mdq_replacement[]){ { mdq_at(segment, from, to), mdq_span_str(replacement), true } }, .fix_count = 1);
}

static bool is_word(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i, MDQ_TOKEN_AR | MDQ_TOKEN_NUM | MDQ_TOKEN_LAT | MDQ_TOKEN_MIX);
}

/* و ف ب ل ك, with or without ال and a tatweel, stand right before an opening mark. */
static bool is_clitic(const struct mdq_segment *segment, size_t i) {
  struct mdq_span v1 = mdq_token_v1(segment, i), raw = mdq_token_text(segment, i);
  return v1.len && (segment->tokens[i].word->letters <= 3 || mdq_span_ends(raw, MDQ_SPAN_LIT("ـ")));
}

static void check_opener(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_token *mark = &segment->tokens[i];
  bool spaced_after = i + 1 < segment->token_count && segment->tokens[i + 1].flags & MDQ_TOKEN_SPACED;
  if (spaced_after) report_space(ctx, segment, i, mark->end, segment->tokens[i + 1].start, "");
  else if (mdq_token_glued(segment, i) && is_word(segment, i - 1) && !is_clitic(segment, i - 1)) report_space(ctx, segment, i, mark->start, mark->start, " ");
}

static void check_closer(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_token *mark = &segment->tokens[i];
  bool glued_after = mdq_token_glued(segment, i + 1) && is_word(segment, i + 1);
  bool spaced_before = i && mark->flags & MDQ_TOKEN_SPACED;
  if (spaced_before && glued_after) { /* «نعم »وخرج: the space stands on the wrong side */
    struct mdq_span moved = mdq_arena_printf(ctx->scratch, "%.*s ", (int)(mark->end - mark->start), segment->text.ptr + mark->start);
    report_space(ctx, segment, i, segment->tokens[i - 1].end, mark->end, moved.ptr);
  } else if (spaced_before) {
    report_space(ctx, segment, i, segment->tokens[i - 1].end, mark->start, "");
  } else if (glued_after) {
    report_space(ctx, segment, i, mark->end, mark->end, " ");
  }
}

/* Grammar speaks of particles, in quotation marks: «حرف الجر "في"», «الـ"مع" والـ"ضد"». */
static bool is_mentioned(const struct mdq_segment *segment, size_t open) {
  struct mdq_span before = mdq_token_v2(segment, open - 1);
  if (mdq_token_glued(segment, open) && is_word(segment, open - 1) && is_clitic(segment, open - 1)) return true;
  return mdq_span_ends(before, MDQ_SPAN_LIT("كلمه")) || mdq_span_ends(before, MDQ_SPAN_LIT("حرف")) || mdq_span_ends(before, MDQ_SPAN_LIT("الجر")) ||
         mdq_span_ends(before, MDQ_SPAN_LIT("لفظ")) || mdq_span_ends(before, MDQ_SPAN_LIT("عباره"));
}

/* Written as a name or an adjective, علي and آلي are no particles. */
static bool is_particle(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_span v1 = mdq_token_v1(segment, i);
  return mdq_listed(ctx, PARTICLES, mdq_token_v2(segment, i)) && !mdq_span_is(v1, "علي") && !mdq_span_is(v1, "آلي");
}

static void check_displaced(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quote_pair *pair) {
  if (pair->close != pair->open + 2 || !is_particle(ctx, segment, pair->open + 1) || is_mentioned(segment, pair->open)) return;
  mdq_report(ctx, DISPLACED, .at = mdq_at_tokens(segment, pair->open, pair->close), .x = mdq_token_text(segment, pair->open + 1));
}

static void segment_quotes(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  if (!(segment->traits & MDQ_TRAIT_QUOTE)) {
    settle_pending(ctx, false);
    return;
  }
  const struct mdq_quote_pairs *pairs = mdq_segment_quote_pairs(ctx, segment);
  if (!pairs) return;
  check_balance(ctx, segment, pairs);
  for (size_t p = 0; p < pairs->count; p++) {
    const struct mdq_quote_pair *pair = &pairs->items[p];
    if (pair->open == MDQ_NO_QUOTE || pair->close == MDQ_NO_QUOTE) continue; /* what has no partner has no inside */
    check_opener(ctx, segment, pair->open);
    check_closer(ctx, segment, pair->close);
    check_displaced(ctx, segment, pair);
  }
}

static void finish(struct mdq_ctx *ctx) {
  settle_pending(ctx, false);
}

const struct mdq_rule_group mdq_rules_punct_quotes = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = tables, .state_size = sizeof(struct state), .segment = segment_quotes, .finish = finish,
};
