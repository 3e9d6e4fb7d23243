/* Marks of the wrong script, doubled marks, and ellipses of two kinds. */
#include "lint/rule.h"

enum { LATIN_MARK, DOUBLED, ELLIPSIS };

static const struct mdq_rule rules[] = {
  [LATIN_MARK] = {
    .id = "punct/latin-mark", .severity = MDQ_WARNING, .certainty = MDQ_CERTAIN, .category = "fluency/typography", .since = "0.1",
    .summary = { "Latin comma, semicolon or question mark in Arabic text", "فاصلة أو علامة استفهام لاتينية في نص عربي" },
    .rationale = { "Arabic has marks of its own: ، ؛ ؟. A Latin mark between Arabic words was carried over from the source.",
                   "للعربية علاماتها: ، ؛ ؟، وما كان لاتينيًا بين كلمتين عربيتين فمنقول عن الأصل." },
    .message = { "Use “{y}”, not “{x}”", "استعمل «{y}» لا «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "وصل الوزير, ثم غادر", .fixed = "وصل الوزير، ثم غادر" },
      { .text = "وصل الوزير , ثم غادر", .fixed = "وصل الوزير، ثم غادر" },
      { .text = "هل يعود النواب إلى القاعة?", .fixed = "هل يعود النواب إلى القاعة؟" },
      { .text = "تراجع الذهب 2%; وارتفع النفط", .fixed = "تراجع الذهب 2%؛ وارتفع النفط" },
      { 0 } },
    .good = (const char *const[]){ "بلغت المبيعات 1,250 سيارة", "كتبت الشركة “Fast, cheap, good” على العلبة", "الرابط example.com/?a=b يعمل",
                                   "شركة Smith, Jones & Co للمحاماة", NULL },
  },
  [DOUBLED] = {
    .id = "punct/doubled", .severity = MDQ_WARNING, .certainty = MDQ_CERTAIN, .category = "fluency/typography", .since = "0.1",
    .summary = { "Two marks where one belongs", "علامتا ترقيم متتاليتان" },
    .rationale = { "A comma beside another comma, or beside a stop, is left over from editing; two dots are neither a stop nor an ellipsis.",
                   "اجتماع فاصلتين، أو فاصلة ونقطة، من بقايا التحرير؛ والنقطتان المتتاليتان لا هما نقطة ولا هما حذف." },
    .message = { "Use “{y}”, not “{x}”", "استعمل «{y}» لا «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "حضر الوزير،، ثم غادر", .fixed = "حضر الوزير، ثم غادر" },
      { .text = "حضر الوزير.، ثم غادر", .fixed = "حضر الوزير، ثم غادر" },
      { .text = "ارتفعت الأسعار؛، وتراجع الطلب", .fixed = "ارتفعت الأسعار؛ وتراجع الطلب" },
      { .text = "انتهت الجلسة..", .fixed = "انتهت الجلسة." },
      { 0 } },
    .good = (const char *const[]){ "حقا؟! لم يقل ذلك", "وقال: «ربما…».", "قال (نعم).", "انتظروا ... ثم قالوا", "ماذا؟ لا!", NULL },
  },
  [ELLIPSIS] = {
    .id = "punct/ellipsis", .severity = MDQ_NOTE, .certainty = MDQ_CERTAIN, .category = "fluency/typography", .since = "0.1",
    .summary = { "Four or more dots, or two kinds of ellipsis in one draft", "أربع نقاط فأكثر، أو شكلان لعلامة الحذف في نص واحد" },
    .rationale = { "An ellipsis is three dots or the single character …, the same all through a draft.",
                   "علامة الحذف ثلاث نقاط أو المحرف …، على صورة واحدة في النص كله." },
    .message = { "Use “{y}”, not “{x}”", "استعمل «{y}» لا «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "وقال: ربما.... ثم سكت", .fixed = "وقال: ربما... ثم سكت" },
      { .text = "انتظروا..... طويلا", .fixed = "انتظروا... طويلا" },
      { .text = "قال: ربما…\nقالت: لا…\nثم صمتوا...", .fixed = "قال: ربما…\nقالت: لا…\nثم صمتوا…" },
      { 0 } },
    .good = (const char *const[]){ "وقال: ربما... ثم سكت", "وقال: ربما… ثم سكت", "بقية النص (...) محذوفة", "رأى … أن الاتفاق (...) قائم", NULL },
  },
};

struct ellipsis {
  struct mdq_place at;
  bool dots; /* "..." and not "…" */
};

struct state {
  struct ellipsis *items;
  size_t count, capacity, dots;
  size_t segment, asked; /* the segment (its index + 1) and the token that in_arabic() was last asked about */
  unsigned before;       /* kind of the last token with letters before `asked`, 0: none */
  size_t after;          /* the first token with letters behind `asked`, or the count of tokens */
};

static const unsigned letters = MDQ_TOKEN_AR | MDQ_TOKEN_LAT | MDQ_TOKEN_MIX | MDQ_TOKEN_OTHER | MDQ_TOKEN_URL | MDQ_TOKEN_EMAIL | MDQ_TOKEN_TAG;

/* Arabic stands before token i, and behind it Arabic or nothing, marks and numbers aside. Tokens come in order, so each is
   looked at once, however long the row of marks. */
static bool in_arabic(struct state *state, const struct mdq_segment *segment, size_t i) {
  if (state->segment != segment->index + 1 || i < state->asked) {
    state->segment = segment->index + 1;
    state->asked = state->after = 0;
    state->before = 0;
  }
  for (; state->asked < i; state->asked++)
    if (segment->tokens[state->asked].kind & letters) state->before = segment->tokens[state->asked].kind;
  if (state->after <= i) state->after = i + 1;
  while (state->after < segment->token_count && !(segment->tokens[state->after].kind & letters)) state->after++;
  bool arabic_after = state->after >= segment->token_count || segment->tokens[state->after].kind == MDQ_TOKEN_AR;
  return state->before == MDQ_TOKEN_AR && arabic_after;
}

static void check_latin_mark(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  uint32_t c = segment->tokens[i].code_point;
  struct mdq_span right = c == ',' ? MDQ_SPAN_LIT("،") : c == ';' ? MDQ_SPAN_LIT("؛") : MDQ_SPAN_LIT("؟");
  bool in_code = mdq_token_glued(segment, i + 1) && mdq_token_is(segment, i + 1, letters) && !mdq_token_is(segment, i + 1, MDQ_TOKEN_AR);
  if (in_code || !in_arabic(ctx->state, segment, i)) return;
  size_t from = i ? segment->tokens[i - 1].end : segment->tokens[i].start; /* a space before it goes with it */
  mdq_report(ctx, LATIN_MARK, .at = mdq_at(segment, from, segment->tokens[i].end), .x = mdq_token_text(segment, i), .y = right, .fix = right, .safe = true);
}

static bool is_comma(uint32_t c) {
  return c == 0x060C || c == 0x061B;
}

static void check_doubled(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_token *first = &segment->tokens[i], *second = &segment->tokens[i + 1];
  uint32_t a = first->code_point, b = second->code_point;
  bool commas = (is_comma(a) && is_comma(b)) || (a == '.' && is_comma(b)) || (is_comma(a) && b == '.');
  if (!commas || mdq_token_mark(segment, i - 1, '.')) return;
  struct mdq_span kept = a == '.' ? mdq_token_text(segment, i + 1) : mdq_token_text(segment, i);
  mdq_report(ctx, DOUBLED, .at = mdq_at_tokens(segment, i, i + 1), .x = mdq_tokens_text(segment, i, i + 1), .y = kept, .fix = kept, .safe = true);
}

static size_t dots_from(const struct mdq_segment *segment, size_t i) {
  size_t n = 1;
  while (mdq_token_mark(segment, i + n, '.') && mdq_token_glued(segment, i + n)) n++;
  return n;
}

static void note_ellipsis(struct mdq_ctx *ctx, struct mdq_place at, bool dots) {
  struct state *state = ctx->state;
  struct ellipsis *item = mdq_arena_push(ctx->arena, &state->items, &state->count, &state->capacity, sizeof *item);
  if (item) *item = (struct ellipsis){ at, dots };
  state->dots += dots;
}

static void check_dots(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (mdq_token_mark(segment, i - 1, '.') && mdq_token_glued(segment, i)) return; /* counted from the first */
  size_t n = dots_from(segment, i);
  if (n == 1) return;
  struct mdq_place at = mdq_at_tokens(segment, i, i + n - 1);
  struct mdq_span text = mdq_tokens_text(segment, i, i + n - 1);
  bool elision = mdq_token_mark(segment, i - 1, '(') || mdq_token_mark(segment, i - 1, '[');
  bool pause = i + n < segment->token_count; /* some houses write «..» for a pause inside a sentence */
  if (n == 2)
    mdq_report(ctx, DOUBLED, .at = at, .x = text, .y = MDQ_SPAN_LIT("."), .severity = pause ? MDQ_NOTE : MDQ_WARNING, .fix = MDQ_SPAN_LIT("."), .safe = !pause);
  if (n > 3) mdq_report(ctx, ELLIPSIS, .at = at, .x = text, .y = MDQ_SPAN_LIT("..."), .fix = MDQ_SPAN_LIT("..."), .safe = true);
  if (n == 3 && !elision) note_ellipsis(ctx, at, true);
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  uint32_t c = segment->tokens[i].code_point;
  if (c == ',' || c == ';' || c == '?') check_latin_mark(ctx, segment, i);
  if ((is_comma(c) || c == '.') && mdq_token_is(segment, i + 1, MDQ_TOKEN_PUNCT) && i) check_doubled(ctx, segment, i);
  if (c == '.') check_dots(ctx, segment, i);
  if (c == 0x2026 && !mdq_token_mark(segment, i - 1, '(') && !mdq_token_mark(segment, i - 1, '[')) note_ellipsis(ctx, mdq_at_token(segment, i), false);
}

static void finish(struct mdq_ctx *ctx) {
  const struct state *state = ctx->state;
  if (!state->dots || state->dots == state->count) return;
  bool dots_win = state->dots * 2 >= state->count;
  struct mdq_span right = dots_win ? MDQ_SPAN_LIT("...") : MDQ_SPAN_LIT("…"), wrong = dots_win ? MDQ_SPAN_LIT("…") : MDQ_SPAN_LIT("...");
  for (size_t i = 0; i < state->count; i++)
    if (state->items[i].dots != dots_win)
      mdq_report(ctx, ELLIPSIS, .at = state->items[i].at, .x = wrong, .y = right, .fix = right, .safe = true);
}

const struct mdq_rule_group mdq_rules_punct_marks = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .token_kinds = MDQ_TOKEN_PUNCT,
  .odd_only = true, .marks = (const uint32_t[]){ ',', ';', '?', 0x060C, 0x061B, '.', 0x2026, 0 }, .state_size = sizeof(struct state), .token = token, .finish = finish,
};
