/* One style of quotation marks a draft, and one direction of “ and ”: the draft's own majority. */
#include "lint/facts.h"
#include "lint/places.h"
#include "text/utf8.h"

enum { DIRECTION, MIXED };

static const struct mdq_rule rules[] = {
  [DIRECTION] = {
    .id = "punct/quote-direction", .severity = MDQ_NOTE, .certainty = MDQ_LIKELY, .category = "fluency/typography", .since = "0.1",
    .summary = { "“ and ” the other way round than in the rest of the draft", "علامتا “ و” على عكس سائر النص" },
    .rationale = { "Newsrooms differ on which of “ and ” opens, but a draft uses one order; a pair of two equal marks is wrong in either.",
                   "تختلف غرف الأخبار في أي العلامتين تفتح التنصيص، لكن النص الواحد يلتزم ترتيبًا واحدًا؛ والعلامتان المتماثلتان خطأ في كل حال." },
    .message = { "“{x}” stands where the draft, or the house, has “{y}”", "ورد ({x}) حيث يستعمل سائر النص، أو أسلوب الدار، ({y})" },
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
    .message = { "“{x}” is not the quotation mark usual in the draft, or the house", "علامة التنصيص ({x}) تخالف المعتاد في النص أو أسلوب الدار" },
    .bad = (const struct mdq_example[]){
      { .text = "قال «نعم» و«لا» ثم “كلا” وخرج" }, { .text = "قال \"نعم\" و\"لا\" ثم «كلا» وخرج" }, { .text = "قال “نعم”\nوقالت “لا”\nوقالوا \"كلا\"" }, { 0 } },
    .good = (const char *const[]){ "قال «نعم» و«لا»", "قال «إن “الدرع” انتهى» و«لا»", "قال «نعم» و«لا» عن كتاب “The Long Day” أمس", NULL },
  },
};

struct quote {
  struct mdq_place open, close;
  uint32_t open_mark, close_mark;
  struct mdq_span open_text, close_text;
  bool nests; /* another quotation stands in it */
};

enum style { CURLY, STRAIGHT, ANGLE, SINGLE /* for quotations inside others */, STYLES };

struct state {
  struct mdq_places quotes; /* an opening and a closing mark each, but for the last, which others may stand in */
  size_t of_style[STYLES], left_opens; /* of them: most drafts have one style, and nothing is read again */
  struct quote last;
  bool any;
};

static bool is_curly(const struct quote *quote) {
  return quote->open_mark == 0x201C || quote->open_mark == 0x201D;
}

static enum style style_of(const struct quote *quote) {
  if (is_curly(quote)) return CURLY;
  return quote->open_mark == '"' ? STRAIGHT : quote->open_mark == 0xAB ? ANGLE : SINGLE;
}

static void keep_last(struct mdq_ctx *ctx, struct state *state) {
  const struct quote *q = &state->last;
  if (!state->any) return;
  mdq_places_keep(ctx, &state->quotes, q->open, q->open_text, q->open_mark);
  mdq_places_keep(ctx, &state->quotes, q->close, q->close_text, (uint64_t)q->close_mark << 1 | q->nests);
  state->of_style[style_of(q)]++;
  state->left_opens += q->open_mark == 0x201C;
  state->any = false;
}

static bool next_quote(struct mdq_places_reader *reader, struct quote *quote) {
  struct mdq_kept_place open, close;
  if (!mdq_places_next(reader, &open) || !mdq_places_next(reader, &close)) return false;
  *quote = (struct quote){ open.at, close.at, (uint32_t)open.tag, (uint32_t)(close.tag >> 1), open.text, close.text, close.tag & 1 };
  return true;
}

static bool has_arabic(const struct mdq_segment *segment, const struct mdq_quote_pair *pair) {
  for (size_t i = pair->open + 1; i < pair->close; i++)
    if (segment->tokens[i].kind == MDQ_TOKEN_AR) return true;
  return false;
}

/* 0: marks of no style that a draft could keep to. */
static unsigned house_value(const struct quote *quote) {
  if (is_curly(quote)) return quote->open_mark == 0x201C ? MDQ_HOUSE_CURLY : MDQ_HOUSE_CURLY_CLDR;
  return quote->open_mark == '"' ? MDQ_HOUSE_STRAIGHT : quote->open_mark == 0xAB ? MDQ_HOUSE_ANGLE : 0;
}

static void segment_quotes(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct state *state = ctx->state;
  const struct mdq_quote_pairs *pairs = mdq_segment_quote_pairs(ctx, segment);
  for (size_t p = 0; pairs && p < pairs->count; p++) {
    const struct mdq_quote_pair *pair = &pairs->items[p];
    if (pair->depth && state->any) state->last.nests = true;
    if (pair->open == MDQ_NO_QUOTE || pair->close == MDQ_NO_QUOTE || pair->depth || !has_arabic(segment, pair)) continue;
    keep_last(ctx, state);
    state->last = (struct quote){ mdq_at_token(segment, pair->open), mdq_at_token(segment, pair->close), segment->tokens[pair->open].code_point,
                             segment->tokens[pair->close].code_point, mdq_token_text(segment, pair->open), mdq_token_text(segment, pair->close), false };
    state->any = true;
    mdq_house_saw(ctx->house, MDQ_HOUSE_QUOTES, house_value(&state->last));
  }
}

static void report_direction(struct mdq_ctx *ctx, struct mdq_place at, uint32_t mark, bool left_expected, bool set) {
  bool left = mark == 0x201C;
  if (left == left_expected || (mark != 0x201C && mark != 0x201D)) return;
  struct mdq_span right = left_expected ? MDQ_SPAN_LIT("“") : MDQ_SPAN_LIT("”"), wrong = left ? MDQ_SPAN_LIT("“") : MDQ_SPAN_LIT("”");
  mdq_report(ctx, DIRECTION, .at = at, .x = wrong, .y = right, .fix = right, .safe = true, .severity = set ? MDQ_WARNING : MDQ_NOTE);
}

static void check_direction(struct mdq_ctx *ctx, const struct state *state, unsigned house) {
  size_t curly = state->of_style[CURLY], left_opens = state->left_opens;
  size_t majority = left_opens * 2 > curly ? left_opens : curly - left_opens;
  bool set = house == MDQ_HOUSE_CURLY || house == MDQ_HOUSE_CURLY_CLDR;
  if (!set && (curly < 3 || majority * 4 < curly * 3)) return; /* no order that the draft could be held to */
  bool left = set ? house == MDQ_HOUSE_CURLY : majority == left_opens;
  if (!curly) return;
  struct mdq_places_reader reader = mdq_places_read(ctx, &state->quotes);
  for (struct quote quote; next_quote(&reader, &quote);) {
    if (!is_curly(&quote)) continue;
    report_direction(ctx, quote.open, quote.open_mark, left, set);
    report_direction(ctx, quote.close, quote.close_mark, !left, set);
  }
}

/* Quotations in other marks than the preset's. “ and ” the other way round are check_direction's. */
static void check_house(struct mdq_ctx *ctx, const struct state *state, unsigned house) {
  struct mdq_quotes marks;
  if (!mdq_house_quotes(house, &marks)) return; /* several will do */
  bool curly = house == MDQ_HOUSE_CURLY || house == MDQ_HOUSE_CURLY_CLDR;
  struct mdq_places_reader reader = mdq_places_read(ctx, &state->quotes);
  for (struct quote quote; next_quote(&reader, &quote);) {
    unsigned value = house_value(&quote);
    if (!value || value == house || (curly && is_curly(&quote))) continue;
    mdq_report(ctx, MIXED, .at = quote.open, .x = quote.open_text, .fix = marks.open, .safe = !quote.nests, .severity = MDQ_WARNING);
    mdq_report(ctx, MIXED, .at = quote.close, .x = quote.close_text, .fix = marks.close, .safe = !quote.nests, .severity = MDQ_WARNING);
  }
}

static void check_mixed(struct mdq_ctx *ctx, const struct state *state) {
  const size_t *of_style = state->of_style;
  enum style best = CURLY;
  for (enum style s = STRAIGHT; s <= ANGLE; s++)
    if (of_style[s] > of_style[best]) best = s;
  bool mixed = of_style[CURLY] + of_style[STRAIGHT] + of_style[ANGLE] > of_style[best];
  if (of_style[best] < 2 || !mixed) return;
  struct mdq_places_reader reader = mdq_places_read(ctx, &state->quotes);
  for (struct quote quote; next_quote(&reader, &quote);) {
    enum style style = style_of(&quote);
    if (style != best && style != SINGLE) mdq_report(ctx, MIXED, .at = quote.open, .x = quote.open_text);
  }
}

static void finish(struct mdq_ctx *ctx) {
  keep_last(ctx, ctx->state);
  struct mdq_house_choice house = mdq_house_choose(ctx->house, MDQ_HOUSE_QUOTES);
  check_direction(ctx, ctx->state, house.set ? house.values : 0);
  if (house.set) check_house(ctx, ctx->state, house.values);
  else check_mixed(ctx, ctx->state);
}

const struct mdq_rule_group mdq_rules_punct_quote_style = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .traits = MDQ_TRAIT_QUOTE, .counts_house = true, .state_size = sizeof(struct state), .segment = segment_quotes, .finish = finish,
};
