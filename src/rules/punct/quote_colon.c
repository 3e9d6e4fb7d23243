/* «قال الوزير «سنعود»»: the colon between the speaker and his words. */
#include "lint/facts.h"

enum { VERBS, DIRECT, PARTICLES, CLAUSE_OPENERS };
enum { BASE = 3, HOMOGRAPH = 4 /* columns of VERBS */ };
enum { LONGEST_NAME = 5, FEWEST_QUOTED = 4 /* words: less may be a title or a word held up */ };

static const struct mdq_rule rules[] = {
  {
    .id = "punct/quote-colon", .severity = MDQ_NOTE, .certainty = MDQ_LIKELY, .category = "fluency/punctuation", .since = "0.1",
    .summary = { "No colon between a speaker and a quotation", "لا نقطتان بين القائل والاقتباس" },
    .rationale = { "After a verb of saying and the speaker, Arabic sets a colon before the quotation, where English has a comma or nothing.",
                   "تفصل نقطتان بين القائل وكلامه المقتبس بعد فعل القول، حيث تضع الإنجليزية فاصلة أو لا شيء." },
    .message = { "Put a colon after “{x}”", "ضع نقطتين بعد «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "وقال الوزير «سنعود غدا إلى طاولة المفاوضات».", .fixed = "وقال الوزير: «سنعود غدا إلى طاولة المفاوضات»." },
      { .text = "وأضاف سام ألتمان “هذا أهم ما بنيناه حتى اليوم”، ثم غادر.", .fixed = "وأضاف سام ألتمان: “هذا أهم ما بنيناه حتى اليوم”، ثم غادر." },
      { .text = "كتبت المديرة التنفيذية للشركة «لن نبيع بيانات المستخدمين أبدا.»", .fixed = "كتبت المديرة التنفيذية للشركة: «لن نبيع بيانات المستخدمين أبدا.»" }, { 0 } },
    .good = (const char *const[]){ "وقال الوزير: «سنعود غدا إلى طاولة المفاوضات».", "وقال الوزير إن «العودة إلى الطاولة باتت قريبة».", "قال البيت الأبيض إنه «يراقب الوضع عن كثب».",
                                   "وأضافت الوزيرة أنها «تراقب الوضع عن كثب في المنطقة».", "وأعلن الوزير بأنه «لن يشارك في الاجتماع المقبل».", "قال الوزير «نعم».",
                                   "قال حزب «القوات الوطنية من أجل التغيير» إنه سيقاطع الاقتراع.", "وقال الوزير في مقابلة «لا عودة إلى طاولة المفاوضات»، بحسب الصحيفة.", NULL },
  },
};

static bool is_direct(const struct mdq_ctx *ctx, struct mdq_span v2) {
  const struct mdq_row *row = mdq_table_get(ctx->tables[VERBS], v2);
  return row && mdq_span_is(row->column[HOMOGRAPH], "-") && mdq_listed(ctx, DIRECT, row->column[BASE]);
}

/* With or without و or ف before it. */
static bool opens_speech(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_span v2 = mdq_token_v2(segment, i);
  bool joined = mdq_span_starts(v2, MDQ_SPAN_LIT("و")) || mdq_span_starts(v2, MDQ_SPAN_LIT("ف"));
  return v2.len && (is_direct(ctx, v2) || (joined && is_direct(ctx, mdq_span_sub(v2, 2, v2.len))));
}

static size_t words_in(const struct mdq_segment *segment, size_t from, size_t to) {
  size_t words = 0;
  for (size_t i = from; i < to; i++) words += segment->tokens[i].kind != MDQ_TOKEN_PUNCT;
  return words;
}

/* The quotation ends its sentence, inside or outside, or a clause: then it is speech and not a name in marks. */
static bool ends_clause(const struct mdq_segment *segment, size_t close) {
  if (close + 1 >= segment->token_count) return true;
  return mdq_token_is(segment, close + 1, MDQ_TOKEN_PUNCT) || mdq_token_is(segment, close - 1, MDQ_TOKEN_PUNCT);
}

static void check(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quote_pair *pair) {
  if (pair->open == MDQ_NO_QUOTE || pair->close == MDQ_NO_QUOTE || pair->depth) return;
  if (words_in(segment, pair->open + 1, pair->close) < FEWEST_QUOTED || !ends_clause(segment, pair->close)) return;
  for (size_t name = 1; name <= LONGEST_NAME && name < pair->open; name++) {
    size_t i = pair->open - name;
    bool part = mdq_token_is(segment, i, MDQ_TOKEN_AR) && !mdq_listed(ctx, PARTICLES, mdq_token_v2(segment, i)) && !mdq_listed(ctx, CLAUSE_OPENERS, mdq_token_v2(segment, i));
    if (!part || segment->tokens[i].flags & MDQ_TOKEN_SENTENCE_START) return;
    if (opens_speech(ctx, segment, i)) return; /* nobody between the verb and the words */
    if (!opens_speech(ctx, segment, i - 1)) continue;
    size_t end = segment->tokens[pair->open - 1].end;
    mdq_report(ctx, 0, .at = mdq_at_tokens(segment, i - 1, pair->open), .x = mdq_tokens_text(segment, i - 1, pair->open - 1),
               .fixes = (const struct mdq_replacement[]){ { mdq_at(segment, end, end), MDQ_SPAN_LIT(":"), false } }, .fix_count = 1);
    return;
  }
}

static void segment_hook(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  const struct mdq_quote_pairs *pairs = mdq_rule_delivers(ctx, 0, MDQ_NOTE) ? mdq_segment_quote_pairs(ctx, segment) : NULL;
  for (size_t p = 0; pairs && p < pairs->count; p++) check(ctx, segment, &pairs->items[p]);
}

static const char *const tables[] = { "names/saying-verbs.tsv", "punct/direct-speech.tsv", "punct/particles.tsv", "punct/clause-openers.tsv", NULL };

const struct mdq_rule_group mdq_rules_punct_quote_colon = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = tables, .traits = MDQ_TRAIT_QUOTE, .segment = segment_hook,
};
