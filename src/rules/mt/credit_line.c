/* A photographer's credit that came along with the picture: "Name | Agency | Getty Images". */
#include "lexicon/lexicon.h"
#include "lint/rule.h"
#include "text/normalize.h"

enum { CREDIT_LINE };
enum { AGENCIES };
enum { LONGEST_CREDIT = 14, LONGEST_FIELD = 5 }; /* words */

static const struct mdq_rule rules[] = {
  [CREDIT_LINE] = {
    .id = "mt/credit-line", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/addition", .since = "0.1",
    .summary = { "Picture credit left in the text", "سطر نسبة الصورة باقٍ في النص" },
    .rationale = { "The credit under the source's picture was translated as if it were text: delete the line, or credit your own picture.",
                   "تُرجم سطر نسبة الصورة كأنه من النص: احذفه أو انسب صورتك." },
    .message = { "Picture credit left in the text: “{x}”", "سطر نسبة صورة باقٍ في النص: «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "سامي الحداد | رويترز | غيتي" },
      { .text = "يوهان ليندكفيست | بلومبرج | صور غيتي" },
      { .text = "Jane Doe | AFP | Getty Images" },
      { 0 } },
    .good = (const char *const[]){ "الرئيسية | اقتصاد | أسواق", "سامي الحداد | رويترز", "السبت | 8 مساء | ملعب المدينة", "أخبار | رياضة | بلومبرغ الشرق تطلق قناة جديدة في دبي هذا العام بالتعاون مع عدد من الشركاء",
                                   NULL },
  },
};

static bool is_bar(const struct mdq_segment *segment, size_t i) {
  return mdq_token_mark(segment, i, '|') || mdq_token_mark(segment, i, 0x00A6) || mdq_token_mark(segment, i, 0xFF5C);
}

/* Tokens [from, to) in V2, single spaces between: the key of an agency. */
static struct mdq_span key_of(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t from, size_t to) {
  struct mdq_span key = mdq_span_of("", 0);
  for (size_t i = from; i < to; i++) {
    struct mdq_span word = mdq_token_is(segment, i, MDQ_TOKEN_AR) ? mdq_token_v2(segment, i) : mdq_token_text(segment, i);
    key = mdq_arena_printf(ctx->scratch, "%.*s%s%.*s", (int)key.len, key.ptr, key.len ? " " : "", (int)word.len, word.ptr);
  }
  return key;
}

static bool names_agency(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    for (size_t j = i + 1; j <= to && j <= i + 3; j++)
      if (mdq_listed(ctx, AGENCIES, key_of(ctx, segment, i, j))) return true;
  return false;
}

/* Two or three words, none of them ordinary, one at least unknown. */
static bool looks_like_person(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t from, size_t to) {
  size_t strange = 0;
  if (to - from < 2 || to - from > 3) return false;
  for (size_t i = from; i < to; i++) {
    if (!mdq_token_is(segment, i, MDQ_TOKEN_AR)) return false;
    struct mdq_span v1 = mdq_token_v1(segment, i);
    struct mdq_name_word name;
    bool person = mdq_names_word(mdq_lexicon_names(ctx->lexicon), v1, &name) && name.kinds & MDQ_KIND_OF_PERSON;
    if (person || !mdq_lexicon_accepts(ctx->lexicon, segment->tokens[i].word)) strange++;
  }
  return strange >= 2;
}

static void segment_hook(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  size_t bars = 0, words = 0, from = 0;
  for (size_t i = 0; i < segment->token_count && words <= LONGEST_CREDIT; i++) {
    bars += is_bar(segment, i);
    words += segment->tokens[i].kind != MDQ_TOKEN_PUNCT;
  }
  if (bars < 2 || words > LONGEST_CREDIT) return;
  bool credit = false;
  for (size_t i = 0; i <= segment->token_count && !credit; i++) {
    if (i < segment->token_count && !is_bar(segment, i)) continue;
    if (i - from <= LONGEST_FIELD) credit = names_agency(ctx, segment, from, i) || looks_like_person(ctx, segment, from, i);
    from = i + 1;
  }
  if (!credit) return;
  struct mdq_span text = mdq_tokens_text(segment, 0, segment->token_count - 1);
  mdq_report(ctx, CREDIT_LINE, .at = mdq_at_tokens(segment, 0, segment->token_count - 1), .x = text);
}

static const char *const tables[] = { "mt/agencies.tsv", NULL };

const struct mdq_rule_group mdq_rules_mt_credit_line;
const struct mdq_rule_group mdq_rules_mt_credit_line = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = tables, .traits = MDQ_TRAIT_ASCII_SYMBOL, .segment = segment_hook,
};
