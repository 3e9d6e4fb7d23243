/* Spaces that are missing, too many, or in the middle of a word. */
#include "lint/rule.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { NO_SPACE_AFTER, WAW_SPACE, SPACE_MULTIPLE };

static const struct mdq_rule rules[] = {
  [NO_SPACE_AFTER] = {
    .id = "punct/no-space-after", .severity = MDQ_WARNING, .certainty = MDQ_CERTAIN, .category = "fluency/typography", .since = "0.1",
    .summary = { "No space after a punctuation mark", "لا مسافة بعد علامة الترقيم" },
    .rationale = { "A comma, stop, colon or question mark is followed by a space unless a quotation mark or bracket closes there.",
                   "تلي الفاصلةَ والنقطةَ والنقطتين وعلامةَ الاستفهام مسافةٌ، إلا إذا أُغلق عندها قوس أو تنصيص." },
    .message = { "Put a space after “{x}”", "ضع مسافة بعد «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "وصل الوفد صباحا،وغادر مساء", .fixed = "وصل الوفد صباحا، وغادر مساء" },
      { .text = "انتهى الاجتماع.وقال المتحدث إن النتائج جيدة", .fixed = "انتهى الاجتماع. وقال المتحدث إن النتائج جيدة" },
      { .text = "وسأل الصحفي:متى يبدأ التنفيذ؟وأين؟", .fixed = "وسأل الصحفي: متى يبدأ التنفيذ؟ وأين؟" },
      { 0 } },
    .good = (const char *const[]){ "قال د.أحمد إن العملية نجحت", "نقلت وكالة ا.ف.ب الخبر", "في القرن الثالث ق.م بدأ البناء", "عند الساعة 10:30 مساء",
                                   "قال: «نعم»، ثم (صمت).", "سعر الصرف 2،5 دينار", "زوروا example.com/أخبار", NULL },
  },
  [WAW_SPACE] = {
    .id = "punct/waw-space", .severity = MDQ_WARNING, .certainty = MDQ_CERTAIN, .category = "fluency/typography", .since = "0.1",
    .summary = { "The conjunction و stands apart from its word", "واو العطف منفصلة عن الكلمة" },
    .rationale = { "The conjunction و is written as one with the word behind it.", "تُكتب واو العطف متصلة بما بعدها." },
    .message = { "Write “{y}” as one word", "اكتب «{y}» متصلة" },
    .bad = (const struct mdq_example[]){
      { .text = "حضر الوزير و قال كلمته", .fixed = "حضر الوزير وقال كلمته" },
      { .text = "في الشرق و على الحدود", .fixed = "في الشرق وعلى الحدود" },
      { .text = "الأمن و السلام و التنمية", .fixed = "الأمن والسلام والتنمية" },
      { 0 } },
    .good = (const char *const[]){ "حضر الوزير وقال كلمته", "وكالة و م ع الرسمية", "قال «نعم» و«لا»", "ارتفع السهم و 5 مؤشرات", NULL },
  },
  [SPACE_MULTIPLE] = {
    .id = "punct/space-multiple", .severity = MDQ_NOTE, .certainty = MDQ_CERTAIN, .category = "fluency/typography", .since = "0.1",
    .summary = { "Two or more spaces, a no-break space, or spaces at the end of a line", "مسافتان أو أكثر، أو مسافة غير منقسمة، أو مسافة في آخر السطر" },
    .rationale = { "Running text has single ordinary spaces between words and none at the end of a paragraph.",
                   "تفصل بين الكلمات مسافة عادية واحدة، ولا مسافة في آخر الفقرة." },
    .message = { "Use a single ordinary space, and none at the end of a line", "اكتفِ بمسافة عادية واحدة، ولا مسافة في آخر السطر" },
    .bad = (const struct mdq_example[]){
      { .text = "وصل الوزير  إلى العاصمة", .fixed = "وصل الوزير إلى العاصمة" },
      { .text = "وصل الوزير\u00A0إلى العاصمة", .fixed = "وصل الوزير إلى العاصمة" },
      { .text = "وصل الوزير إلى العاصمة. ", .fixed = "وصل الوزير إلى العاصمة." },
      { 0 } },
    .good = (const char *const[]){ "وصل الوزير إلى العاصمة", "النفط\t82\t+1.2", "الذهب      1900      +3      دولار", NULL },
  },
};

/* د.أحمد, ا.ف.ب, ق.م: a stop between short pieces abbreviates. */
static bool abbreviates(const struct mdq_segment *segment, size_t stop) {
  return (mdq_token_is(segment, stop - 1, MDQ_TOKEN_AR) && segment->tokens[stop - 1].word->letters <= 2) ||
         segment->tokens[stop + 1].word->letters <= 1;
}

static void check_after(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  uint32_t c = segment->tokens[i].code_point;
  bool mark = c == 0x060C || c == 0x061B || c == 0x061F || c == '!' || c == ':' || c == '.';
  if (!mark || !i || !mdq_token_is(segment, i + 1, MDQ_TOKEN_AR) || !mdq_token_glued(segment, i + 1)) return;
  if (!mdq_token_glued(segment, i) || mdq_token_is(segment, i - 1, MDQ_TOKEN_URL | MDQ_TOKEN_EMAIL | MDQ_TOKEN_TAG)) return;
  if (c == '.' && (abbreviates(segment, i) || mdq_token_mark(segment, i - 1, '.'))) return;
  const struct mdq_token *token = &segment->tokens[i];
  mdq_report(ctx, NO_SPACE_AFTER, .at = mdq_at(segment, token->start, segment->tokens[i + 1].end), .x = mdq_token_text(segment, i),
             .fixes = (const struct mdq_replacement[]){ { mdq_at(segment, token->end, token->end), MDQ_SPAN_LIT(" "), true } }, .fix_count = 1);
}

static bool single_letter(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i, MDQ_TOKEN_AR) && segment->tokens[i].word->letters <= 1;
}

static bool is_waw(struct mdq_ctx *ctx, struct mdq_word *word) {
  (void)ctx;
  return mdq_span_is(mdq_word_v1(word), "و");
}

static void check_waw(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (!mdq_token_is(segment, i + 1, MDQ_TOKEN_AR)) return;
  if (!(segment->tokens[i + 1].flags & MDQ_TOKEN_SPACED) || single_letter(segment, i + 1) || single_letter(segment, i - 1)) return;
  struct mdq_span next = mdq_token_text(segment, i + 1);
  struct mdq_span joined = mdq_arena_printf(ctx->scratch, "و%.*s", (int)next.len, next.ptr);
  mdq_report(ctx, WAW_SPACE, .at = mdq_at_tokens(segment, i, i + 1), .y = joined, .fix = joined, .safe = true);
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (segment->tokens[i].kind == MDQ_TOKEN_PUNCT) check_after(ctx, segment, i);
  else check_waw(ctx, segment, i);
}

struct space_run {
  size_t start, end, count;
  bool tab, wide;
};

static bool next_run(struct mdq_span text, size_t *at, struct space_run *run) {
  while (*at < text.len && !mdq_is_space(mdq_utf8_at(text, *at))) mdq_utf8_next(text, at);
  *run = (struct space_run){ .start = *at };
  while (*at < text.len) {
    size_t next = *at;
    uint32_t c = mdq_utf8_next(text, &next);
    if (!mdq_is_space(c)) break;
    run->tab = run->tab || c == '\t';
    run->wide = run->wide || (c != ' ' && c != '\t');
    run->count++;
    *at = next;
  }
  run->end = *at;
  return run->count > 0;
}

static bool is_table(struct mdq_span text) {
  size_t at = 0, wide_gaps = 0;
  for (struct space_run run; next_run(text, &at, &run);) {
    if (run.tab) return true;
    wide_gaps += run.count >= 3;
  }
  return wide_gaps >= 2;
}

static void segment_spaces(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct mdq_span text = segment->text;
  if (!mdq_rule_enabled(ctx, SPACE_MULTIPLE) || is_table(text)) return;
  size_t at = 0;
  for (struct space_run run; next_run(text, &at, &run);) {
    bool last = run.end == text.len, first = run.start == 0;
    if (first || (run.count < 2 && !run.wide && !last)) continue; /* an indented paragraph is a layout of its own */
    mdq_report(ctx, SPACE_MULTIPLE, .at = mdq_at(segment, run.start, run.end), .fix = last ? MDQ_SPAN_LIT("") : MDQ_SPAN_LIT(" "), .safe = true);
  }
}

const struct mdq_rule_group mdq_rules_punct_spacing = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .token_kinds = MDQ_TOKEN_PUNCT | MDQ_TOKEN_AR,
  .odd_only = true, .marks = (const uint32_t[]){ 0x060C, 0x061B, 0x061F, '!', ':', '.', 0 }, .concerns = is_waw, .token = token,
  .traits = MDQ_TRAIT_SPACE_RUN, .segment = segment_spaces,
};
