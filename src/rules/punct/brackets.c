/* Brackets without a partner, paragraph by paragraph, in logical order. */
#include "lint/rule.h"
#include "text/chars.h"

static const struct mdq_rule rules[] = {
  {
    .id = "punct/bracket-unbalanced", .severity = MDQ_WARNING, .certainty = MDQ_CERTAIN, .category = "fluency/typography", .since = "0.1",
    .summary = { "A bracket without its partner", "قوس بلا قرين" },
    .rationale = { "Each bracket opened in a paragraph is closed in it; machine translation moves or drops one of a pair.",
                   "كل قوس يُفتح في فقرة يُغلق فيها؛ والترجمة الآلية تنقل أحد القوسين أو تسقطه." },
    .message = { "“{x}” has no partner", "«{x}» بلا قرين" },
    .bad = (const struct mdq_example[]){
      { .text = "قالت المنظمة (ومقرها جنيف إن الوضع خطير" }, { .text = "بلغ العدد 40) شخصا في يوم واحد" }, { .text = "وقع الاتفاق [في باريس) أمس" }, { 0 } },
    .good = (const char *const[]){ "قالت المنظمة (ومقرها جنيف) إن الوضع خطير", "1) يبدأ التنفيذ غدا", "أ) الشروط العامة", "شكرا لكم :)", "نقلا عن [المصدر (الأول)]", NULL },
  },
};

enum { DEEPEST = 64 };

static uint32_t partner_of(uint32_t closing) {
  return closing == ')' ? '(' : closing == ']' ? '[' : '{';
}

/* "1)" and "أ)" open list items; ":)" smiles. */
static bool stands_alone(const struct mdq_segment *segment, size_t i) {
  if (mdq_token_mark(segment, i - 1, ':') || mdq_token_mark(segment, i - 1, ';') || mdq_token_mark(segment, i - 1, '-')) return true;
  if (i != 1 && !(i > 1 && segment->tokens[i - 1].flags & MDQ_TOKEN_SPACED && mdq_token_is(segment, i - 2, MDQ_TOKEN_PUNCT))) return false;
  return mdq_token_is(segment, i - 1, MDQ_TOKEN_NUM) || (segment->tokens[i - 1].end - segment->tokens[i - 1].start <= 2 && mdq_token_glued(segment, i));
}

static void report(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  mdq_report(ctx, 0, .at = mdq_at_token(segment, i), .x = mdq_token_text(segment, i));
}

static void segment_brackets(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  size_t open[DEEPEST], depth = 0;
  for (size_t i = 0; i < segment->token_count; i++) {
    uint32_t c = segment->tokens[i].code_point;
    if (mdq_is_opening_bracket(c)) {
      if (mdq_token_mark(segment, i - 1, ':') && mdq_token_glued(segment, i)) continue; /* a sad face */
      if (depth == DEEPEST) return; /* not prose */
      open[depth++] = i;
    } else if (mdq_is_closing_bracket(c)) {
      if (depth && segment->tokens[open[depth - 1]].code_point == partner_of(c)) depth--;
      else if (!stands_alone(segment, i)) report(ctx, segment, i);
    }
  }
  while (depth) report(ctx, segment, open[--depth]);
}

const struct mdq_rule_group mdq_rules_punct_brackets = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .traits = MDQ_TRAIT_BRACKET, .segment = segment_brackets,
};
