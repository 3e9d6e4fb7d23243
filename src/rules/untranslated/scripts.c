/* Letters of two scripts in one word, and words of scripts that are neither Arabic nor Latin. */
#include "base/buf.h"
#include "lint/rule.h"
#include "rules/mt/debris.h"
#include "rules/untranslated/runs.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { MIXED_TOKEN, OTHER_SCRIPT };

static const struct mdq_rule rules[] = {
  [MIXED_TOKEN] = {
    .id = "untranslated/mixed-token", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "fluency/spelling", .since = "0.1",
    .summary = { "Letters of two scripts in one word", "حروف من كتابتين في كلمة واحدة" },
    .rationale = { "A space is missing between an Arabic and a Latin word, or a look-alike letter of another script stands in a name.",
                   "سقطت مسافة بين كلمة عربية وأخرى لاتينية، أو دخل الاسمَ حرفٌ شبيه من كتابة أخرى." },
    .message = { "Foreign script in “{x}”", "حروف أجنبية في «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "تنتج الشركة معالجاتGPU للتصدير", .fixed = "تنتج الشركة معالجات GPU للتصدير" },
      { .text = "فاز الفريق بكأسAcme هذا العام", .fixed = "فاز الفريق بكأس Acme هذا العام" },
      { .text = "هجوم علىLakewoodوRidge ليلا", .fixed = "هجوم على Lakewood وRidge ليلا" },
      { .text = "أعلنت Аcme النتائج" }, /* a Cyrillic А */
      { 0 } },
    .good = (const char *const[]){ "تطور الشركة أدوات الـAI", "تركيز قدره 12 µg في الدم", "مقاومة 5 kΩ", "فاز الفريق بكأس Acme هذا العام", NULL },
  },
  [OTHER_SCRIPT] = {
    .id = "untranslated/other-script", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/untranslated", .since = "0.1",
    .summary = { "Cyrillic, Chinese, Greek, Hebrew or other script", "كلمات بكتابة أخرى كالصينية والروسية" },
    .rationale = { "Few readers can read it: transliterate or translate, with the original in brackets if it matters.",
                   "قلّ من يقرؤها: انقلها بحروف عربية أو ترجمها، مع الأصل بين قوسين عند الحاجة." },
    .message = { "Foreign script in “{x}”", "حروف أجنبية في «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "ذكرت صحيفة 人民日报 أن اللقاء تأجل" }, { .text = "قالت وكالة ТАСС إن الاجتماع انتهى" }, { .text = "أوردت صحيفة Καθημερινή الخبر" }, { 0 } },
    .good = (const char *const[]){ "ذكرت صحيفة الشعب (人民日报) أن اللقاء تأجل", "أشعة ألفا (α) وبيتا β", "تركيز قدره 12 µg في الدم", NULL },
  },
};

static bool is_one_letter(struct mdq_span text) {
  return mdq_utf8_length(text) == 1;
}

/* -- mixed-token -- */

/* A space at each border of scripts, but for a particle that belongs onto what follows: «على Lakewood وRidge». */
static struct mdq_span spaced_out(struct mdq_arena *scratch, struct mdq_span mixed) {
  struct mdq_buf out;
  mdq_buf_init(&out);
  size_t part = 0; /* where the current stretch of one script starts */
  bool latin = false;
  for (size_t at = 0; at < mixed.len;) {
    size_t from = at;
    uint32_t c = mdq_utf8_next(mixed, &at);
    bool letter = mdq_is_latin_letter(c) || mdq_is_arabic_letter(c), now = mdq_is_latin_letter(c);
    if (letter && from && now != latin) {
      bool particle = now && mdq_clitic_length(mdq_span_sub(mixed, part, at));
      if (!particle) mdq_buf_addc(&out, ' ');
      part = from;
    }
    if (letter) latin = now;
    mdq_buf_add(&out, mdq_span_sub(mixed, from, at));
  }
  struct mdq_span text = mdq_arena_copy(scratch, mdq_buf_span(&out));
  mdq_buf_free(&out);
  return text;
}

static void check_mixed(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_span text = mdq_token_text(segment, i);
  if (mdq_clitic_length(text)) return; /* untranslated/al-latin */
  mdq_report(ctx, MIXED_TOKEN, .at = mdq_at_token(segment, i), .x = text, .fix = spaced_out(ctx->scratch, text));
}

/* -- other-script -- */

static size_t last_of_passage(const struct mdq_segment *segment, size_t i) {
  size_t last = i;
  for (size_t n = i + 1; n < segment->token_count && n <= last + 2; n++)
    if (mdq_token_is(segment, n, MDQ_TOKEN_OTHER)) last = n;
    else if (!mdq_token_is(segment, n, MDQ_TOKEN_PUNCT)) break;
  return last;
}

static bool in_brackets(const struct mdq_segment *segment, size_t i, size_t last) {
  return i && (mdq_token_mark(segment, i - 1, '(') || mdq_token_mark(segment, i - 1, '[')) &&
         (mdq_token_mark(segment, last + 1, ')') || mdq_token_mark(segment, last + 1, ']'));
}

static bool touches_latin(const struct mdq_segment *segment, size_t i) {
  return (mdq_token_glued(segment, i) && mdq_token_is(segment, i - 1, MDQ_TOKEN_LAT)) ||
         (mdq_token_glued(segment, i + 1) && mdq_token_is(segment, i + 1, MDQ_TOKEN_LAT));
}

/* µg and kΩ are units; Аcme with a Cyrillic letter is no name. */
static bool is_look_alike(const struct mdq_segment *segment, size_t i) {
  if (!touches_latin(segment, i)) return false;
  uint32_t c = mdq_utf8_at(mdq_token_text(segment, i), 0);
  bool symbol = c == 0xB5 || (c >= 0x0370 && c < 0x0400) || c == 0x2126;
  return !symbol || !is_one_letter(mdq_token_text(segment, i));
}

static void report_look_alike(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  size_t first = mdq_token_glued(segment, i) && mdq_token_is(segment, i - 1, MDQ_TOKEN_LAT) ? i - 1 : i, last = i;
  while (mdq_token_glued(segment, last + 1) && mdq_token_is(segment, last + 1, MDQ_TOKEN_LAT | MDQ_TOKEN_OTHER)) last++;
  mdq_report(ctx, MIXED_TOKEN, .at = mdq_at_tokens(segment, first, last), .x = mdq_tokens_text(segment, first, last));
}

static size_t check_other(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (is_look_alike(segment, i)) return report_look_alike(ctx, segment, i), i;
  size_t last = last_of_passage(segment, i);
  bool letter = last == i && is_one_letter(mdq_token_text(segment, i)) && mdq_utf8_at(mdq_token_text(segment, i), 0) < 0x0530;
  if (letter || in_brackets(segment, i, last)) return last;
  bool on_purpose = segment->tokens[i].flags & MDQ_TOKEN_QUOTED || (i && mdq_run_context(ctx, segment, i - 1, "mention"));
  mdq_report(ctx, OTHER_SCRIPT, .at = mdq_at_tokens(segment, i, last), .x = mdq_tokens_text(segment, i, last),
             .severity = on_purpose ? MDQ_NOTE : MDQ_WARNING);
  return last;
}

static void segment_hook(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  const struct mdq_debris *debris = NULL;
  size_t debris_count = segment->traits & MDQ_DEBRIS_TRAITS ? mdq_debris_find(ctx->scratch, segment, &debris) : 0;
  for (size_t i = 0; i < segment->token_count; i++) {
    const struct mdq_token *token = &segment->tokens[i];
    if (!(token->kind & (MDQ_TOKEN_MIX | MDQ_TOKEN_OTHER)) || mdq_debris_touches(debris, debris_count, token->start, token->end)) continue;
    if (token->kind & MDQ_TOKEN_MIX) check_mixed(ctx, segment, i);
    else i = check_other(ctx, segment, i);
  }
}

static const char *const tables[] = { MDQ_RUN_TABLES, NULL };

const struct mdq_rule_group mdq_rules_untranslated_scripts;
const struct mdq_rule_group mdq_rules_untranslated_scripts = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = tables, .segment_kinds = MDQ_TOKEN_MIX | MDQ_TOKEN_OTHER, .segment = segment_hook,
};
