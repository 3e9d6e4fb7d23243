/* One style of quotation marks a draft, and one direction of “ and ”: the draft's own majority. */
#include "lint/rule.h"
#include "rules/punct/quote_pairs.h"
#include "text/utf8.h"

enum { DIRECTION, MIXED };

static const struct mdq_rule rules[] = {
  [DIRECTION] = {
    .id = "punct/quote-direction", .severity = MDQ_NOTE, .certainty = MDQ_LIKELY, .category = "fluency/typography", .since = "0.1",
    .summary = { "“ and ” the other way round than in the rest of the draft", "علامتا “ و” على عكس سائر النص" },
    .rationale = { "Newsrooms differ on which of “ and ” opens, but a draft uses one order; a pair of two equal marks is wrong in either.",
                   "تختلف غرف الأخبار في أي العلامتين تفتح التنصيص، لكن النص الواحد يلتزم ترتيبًا واحدًا؛ والعلامتان المتماثلتان خطأ في كل حال." },
    .message = { "“{x}” stands where the rest of the draft has “{y}”", "ورد ({x}) حيث يستعمل سائر النص ({y})" },
    .bad = (const struct mdq_example[]){
      { .text = "قال “نعم” و“لا” و“ربما” ثم ”كلا“ وخرج", .fixed = "قال “نعم” و“لا” و“ربما” ثم “كلا” وخرج" },
      { .text = "قال ”نعم“ و”لا“ و”ربما“ ثم “كلا” وخرج", .fixed = "قال ”نعم“ و”لا“ و”ربما“ ثم ”كلا“ وخرج" },
      { .text = "قال “نعم” و“لا” و“ربما” ثم “كلا“ وخرج", .fixed = "قال “نعم” و“لا” و“ربما” ثم “كلا” وخرج" }, { 0 } },
    .good = (const char *const[]){ "قال “نعم” و“لا” و“ربما”", "قال ”نعم“ و”لا“ و”ربما“", "قال “نعم” ثم ”لا“", NULL },
  },
  [MIXED] = {
    .id = "punct/mixed-quotes", .severity = MDQ_NOTE, .certainty = MDQ_LIKELY, .category = "fluency/typography", .since = "0.1",
    .summary = { "Quotation marks of two styles in one draft", "علامات تنصيص من نمطين في نص واحد" },
    .rationale = { "A draft quotes in one style, « », “ ” or \" \"; another one stands only inside it, or in a title in another language.",
                   "يلتزم النص نمطًا واحدًا للتنصيص، ولا يأتي غيره إلا داخله أو في عنوان بلغة أخرى." },
    .message = { "“{x}” differs from the draft's usual quotation marks", "علامة التنصيص ({x}) تخالف المعتاد في النص" },
    .bad = (const struct mdq_example[]){
      { .text = "قال «نعم» و«لا» ثم “كلا” وخرج" }, { .text = "قال \"نعم\" و\"لا\" ثم «كلا» وخرج" }, { .text = "قال “نعم”\nوقالت “لا”\nوقالوا \"كلا\"" }, { 0 } },
    .good = (const char *const[]){ "قال «نعم» و«لا»", "قال «إن “الدرع” انتهى» و«لا»", "قال «نعم» و«لا» عن كتاب “The Long Day” أمس", NULL },
  },
};

struct quote {
  struct mdq_place open, close;
  uint32_t open_mark, close_mark;
  struct mdq_span open_text;
};

struct state {
  struct quote *items;
  size_t count, capacity;
};

static bool has_arabic(const struct mdq_segment *segment, const struct mdq_quote_pair *pair) {
  for (size_t i = pair->open + 1; i < pair->close; i++)
    if (segment->tokens[i].kind == MDQ_TOKEN_AR) return true;
  return false;
}

static void segment_quotes(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct state *state = ctx->state;
  struct mdq_quote_pairs pairs;
  if (!mdq_quote_pairs_find(ctx->scratch, segment, &pairs)) return;
  for (size_t p = 0; p < pairs.count; p++) {
    const struct mdq_quote_pair *pair = &pairs.items[p];
    if (pair->open == MDQ_NO_QUOTE || pair->close == MDQ_NO_QUOTE || pair->depth || !has_arabic(segment, pair)) continue;
    struct quote *quote = mdq_arena_push(ctx->arena, &state->items, &state->count, &state->capacity, sizeof *quote);
    if (!quote) return;
    *quote = (struct quote){ mdq_at_token(segment, pair->open), mdq_at_token(segment, pair->close), segment->tokens[pair->open].code_point,
                             segment->tokens[pair->close].code_point, mdq_token_text(segment, pair->open) };
  }
}

static bool is_curly(const struct quote *quote) {
  return quote->open_mark == 0x201C || quote->open_mark == 0x201D;
}

static void report_direction(struct mdq_ctx *ctx, struct mdq_place at, uint32_t mark, bool left_expected) {
  bool left = mark == 0x201C;
  if (left == left_expected || (mark != 0x201C && mark != 0x201D)) return;
  struct mdq_span right = left_expected ? MDQ_SPAN_LIT("“") : MDQ_SPAN_LIT("”"), wrong = left ? MDQ_SPAN_LIT("“") : MDQ_SPAN_LIT("”");
  mdq_report(ctx, DIRECTION, .at = at, .x = wrong, .y = right, .fix = right, .safe = true);
}

static void check_direction(struct mdq_ctx *ctx, const struct state *state) {
  size_t curly = 0, left_opens = 0;
  for (size_t i = 0; i < state->count; i++) {
    curly += is_curly(&state->items[i]);
    left_opens += state->items[i].open_mark == 0x201C;
  }
  size_t majority = left_opens * 2 > curly ? left_opens : curly - left_opens;
  if (curly < 3 || majority * 4 < curly * 3) return; /* no order that the draft could be held to */
  bool left = majority == left_opens;
  for (size_t i = 0; i < state->count; i++) {
    if (!is_curly(&state->items[i])) continue;
    report_direction(ctx, state->items[i].open, state->items[i].open_mark, left);
    report_direction(ctx, state->items[i].close, state->items[i].close_mark, !left);
  }
}

static int style_of(const struct quote *quote) {
  if (is_curly(quote)) return 0;
  return quote->open_mark == '"' ? 1 : quote->open_mark == 0xAB ? 2 : 3; /* 3: single marks, for quotations inside others */
}

static void check_mixed(struct mdq_ctx *ctx, const struct state *state) {
  size_t of_style[4] = { 0 }, best = 0;
  for (size_t i = 0; i < state->count; i++) of_style[style_of(&state->items[i])]++;
  for (size_t s = 1; s < 3; s++)
    if (of_style[s] > of_style[best]) best = s;
  if (of_style[best] < 2) return;
  for (size_t i = 0; i < state->count; i++) {
    size_t style = (size_t)style_of(&state->items[i]);
    if (style != best && style != 3) mdq_report(ctx, MIXED, .at = state->items[i].open, .x = state->items[i].open_text);
  }
}

static void finish(struct mdq_ctx *ctx) {
  check_direction(ctx, ctx->state);
  check_mixed(ctx, ctx->state);
}

const struct mdq_rule_group mdq_rules_punct_quote_style = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .traits = MDQ_TRAIT_QUOTE, .state_size = sizeof(struct state), .segment = segment_quotes, .finish = finish,
};
