/* Hyphens and dashes between words: one kind a draft, spaced on both sides. */
#include "lint/rule.h"

static const struct mdq_rule rules[] = {
  {
    .id = "punct/dash", .severity = MDQ_NOTE, .certainty = MDQ_LIKELY, .category = "fluency/typography", .since = "0.1",
    .summary = { "Dashes of two kinds in one draft, or a dash spaced on one side only", "شرطتان مختلفتان في نص واحد، أو شرطة بمسافة من جهة واحدة" },
    .rationale = { "A draft uses one dash, hyphen or en dash, with a space on either side when it sets off a phrase.",
                   "يستعمل النص شرطة واحدة، قصيرة أو طويلة، تحيط بها مسافتان إذا كانت معترضة." },
    .message = { "“{x}” does not match the other dashes of the draft, or lacks a space on one side", "«{x}» لا توافق سائر الشرطات في النص، أو تنقصها مسافة" },
    .bad = (const struct mdq_example[]){
      { .text = "وصل الوفد إلى العاصمة مساء أمس - وهو الأول منذ عام - برئاسة الوزير\nوغادر المبعوث بعد الظهر إلى بلاده – كما قيل – دون بيان\nثم عاد الوزير وحده بعد ذلك إلى العاصمة - وهو صامت" },
      { .text = "وصل الوفد- وهو كبير، إلى العاصمة" }, { .text = "وصل الوفد إلى العاصمة -وهو كبير" }, { 0 } },
    .good = (const char *const[]){ "لندن - قال الوزير إن الاتفاق – وهو كبير – قائم", "وصل الوفد - وهو كبير - أمس", "فاز الفريق 3-1 أمس", "العلاقات الأميركية-الصينية متوترة", "- أولا: النفط", NULL },
  },
};

struct dash {
  struct mdq_place at;
  struct mdq_span text;
  bool hyphen;
};

struct state {
  struct dash *items;
  size_t count, capacity, hyphens;
};

static bool is_word(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i, MDQ_TOKEN_AR | MDQ_TOKEN_LAT | MDQ_TOKEN_MIX);
}

/* «لندن - » before the first sentence is the dateline. */
static bool is_dateline(const struct mdq_segment *segment, size_t i) {
  return segment->index <= 3 && i <= 5 && mdq_token_is(segment, i, MDQ_TOKEN_PUNCT);
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_token *dash = &segment->tokens[i];
  struct state *state = ctx->state;
  bool hyphen = dash->code_point == '-';
  if (!hyphen && dash->code_point != 0x2013 && dash->code_point != 0x2014) return;
  if (!is_word(segment, i - 1) || !is_word(segment, i + 1)) return;
  bool before = (dash->flags & MDQ_TOKEN_SPACED) != 0, after = (segment->tokens[i + 1].flags & MDQ_TOKEN_SPACED) != 0;
  if (before != after) mdq_report(ctx, 0, .at = mdq_at_token(segment, i), .x = mdq_token_text(segment, i));
  if (!before || !after || is_dateline(segment, i)) return;
  struct dash *item = mdq_arena_push(ctx->arena, &state->items, &state->count, &state->capacity, sizeof *item);
  if (item) *item = (struct dash){ mdq_at_token(segment, i), mdq_token_text(segment, i), hyphen };
  state->hyphens += hyphen;
}

static void finish(struct mdq_ctx *ctx) {
  const struct state *state = ctx->state;
  bool hyphens_win = state->hyphens * 2 >= state->count;
  if (!state->hyphens || state->hyphens == state->count) return;
  for (size_t i = 0; i < state->count; i++)
    if (state->items[i].hyphen != hyphens_win) mdq_report(ctx, 0, .at = state->items[i].at, .x = state->items[i].text);
}

const struct mdq_rule_group mdq_rules_punct_dash = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .token_kinds = MDQ_TOKEN_PUNCT, .marks = (const uint32_t[]){ '-', 0x2013, 0x2014, 0 }, .state_size = sizeof(struct state), .token = token, .finish = finish,
};
