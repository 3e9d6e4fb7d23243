/* A space before a mark that Arabic writes right behind its word: machine translation leaves one at every
   place where the English token stood alone. */
#include "lint/rule.h"
#include "text/chars.h"

enum { SPACE_BEFORE_COMMA, SPACE_BEFORE_STOP };

static const struct mdq_rule rules[] = {
  [SPACE_BEFORE_COMMA] = {
    .id = "punct/space-before-comma", .severity = MDQ_WARNING, .certainty = MDQ_CERTAIN, .category = "fluency/typography", .since = "0.1",
    .summary = { "Space before an Arabic comma or semicolon", "مسافة قبل الفاصلة أو الفاصلة المنقوطة" },
    .rationale = { "Arabic commas and semicolons follow their word without a space; a comma set off on both sides is the mark of tokenised machine output.",
                   "تلي الفاصلةُ الكلمةَ بلا مسافة؛ والفاصلة المفصولة من جهتيها أثر من آثار الترجمة الآلية." },
    .message = { "Remove the space before “{x}”", "احذف المسافة قبل «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "وصل الوزير إلى العاصمة ، ثم غادر", .fixed = "وصل الوزير إلى العاصمة، ثم غادر" },
      { .text = "ارتفعت الأسعار ؛ لأن الطلب زاد", .fixed = "ارتفعت الأسعار؛ لأن الطلب زاد" },
      { .text = "قال «نعم» ، وخرج", .fixed = "قال «نعم»، وخرج" },
      { 0 } },
    .good = (const char *const[]){ "وصل الوزير إلى العاصمة، ثم غادر", "ارتفعت الأسعار؛ لأن الطلب زاد", "، ثم أضاف أن الاتفاق قائم", NULL },
  },
  [SPACE_BEFORE_STOP] = {
    .id = "punct/space-before-stop", .severity = MDQ_WARNING, .certainty = MDQ_CERTAIN, .category = "fluency/typography", .since = "0.1",
    .summary = { "Space before a full stop, colon, question or exclamation mark", "مسافة قبل النقطة أو النقطتين أو علامة الاستفهام أو التعجب" },
    .rationale = { "These marks follow their word without a space.", "تلي هذه العلاماتُ الكلمةَ بلا مسافة." },
    .message = { "Remove the space before “{x}”", "احذف المسافة قبل «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "انتهت المباراة بالتعادل .", .fixed = "انتهت المباراة بالتعادل." },
      { .text = "هل يوقع الطرفان الاتفاق ؟", .fixed = "هل يوقع الطرفان الاتفاق؟" },
      { .text = "وقال المتحدث : لا جديد اليوم", .fixed = "وقال المتحدث: لا جديد اليوم" },
      { 0 } },
    .good = (const char *const[]){ "انتهت المباراة بالتعادل.", "يعمل البرنامج على منصة .NET منذ سنوات", "أغلق السهم عند .5 نقطة", "قال: «… هذا كل شيء»",
                                   "قال «... هذا كل شيء»", "قال إن الفريق لعب جيدا … وإن الفوز مستحق", "القائمة : - أولا", NULL },
  },
};

static bool is_comma(uint32_t c) {
  return c == 0x060C || c == 0x061B;
}

static bool is_stop(uint32_t c) {
  return c == '.' || c == ':' || c == 0x061F || c == '?' || c == '!' || c == 0x2026;
}

static bool stands_for_itself(const struct mdq_segment *segment, size_t i) {
  bool elision = segment->tokens[i].code_point == 0x2026 && i + 1 < segment->token_count;
  if (elision && !mdq_token_glued(segment, i + 1)) return true; /* words left out, between spaces */
  if (!mdq_token_glued(segment, i + 1)) return mdq_token_mark(segment, i + 1, '-'); /* "list : - item" */
  const struct mdq_token *next = &segment->tokens[i + 1];
  /* .NET, .5, an ellipsis that opens a quotation, an emoticon */
  return next->kind & (MDQ_TOKEN_LAT | MDQ_TOKEN_NUM) || next->code_point == ')' || next->code_point == '(' ||
         next->code_point == '.' || (segment->tokens[i].code_point == 0x2026 && next->kind == MDQ_TOKEN_AR);
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_token *mark = &segment->tokens[i];
  bool comma = is_comma(mark->code_point), stop = is_stop(mark->code_point);
  if (!i || !(mark->flags & MDQ_TOKEN_SPACED) || (!comma && !stop)) return;
  if (stop && stands_for_itself(segment, i)) return;
  if (!mdq_token_is(segment, i - 1, MDQ_TOKEN_AR | MDQ_TOKEN_LAT | MDQ_TOKEN_NUM | MDQ_TOKEN_MIX | MDQ_TOKEN_PUNCT | MDQ_TOKEN_OTHER)) return;
  mdq_report(ctx, comma ? SPACE_BEFORE_COMMA : SPACE_BEFORE_STOP, .at = mdq_at(segment, segment->tokens[i - 1].end, mark->end),
             .x = mdq_token_text(segment, i), .fix = mdq_token_text(segment, i), .safe = true);
}

const struct mdq_rule_group mdq_rules_punct_space_before = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .token_kinds = MDQ_TOKEN_PUNCT, .odd_only = true, .marks = (const uint32_t[]){ 0x060C, 0x061B, '.', ':', 0x061F, '?', '!', 0x2026, 0 }, .token = token,
};
