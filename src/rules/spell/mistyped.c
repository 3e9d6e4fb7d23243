/* A letter repeated, and a letter for another that sounds like it. */
#include "rules/spell/spelling.h"

enum { REPEATED_LETTER, CONFUSABLE };

static const struct mdq_rule rules[] = {
  [REPEATED_LETTER] = {
    .id = "spell/repeated-letter", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/spelling", .since = "0.1",
    .summary = { "A letter typed once too often", "حرف مكرر" },
    .rationale = { "Without the repeated letter it is a common word; with it, none.", "الكلمة بلا الحرف المكرر شائعة، وبه ليست كلمة." },
    .message = { "Probably “{y}”", "لعل الصواب «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "دعا عددا من السياسييين إلى الحوار", .fixed = "دعا عددا من السياسيين إلى الحوار" },
      { .text = "ارتفعت الأسعاار في الأسواق", .fixed = "ارتفعت الأسعار في الأسواق" },
      { .text = "أعلنت الحكوممة خطتها", .fixed = "أعلنت الحكومة خطتها" },
      { 0 } },
    .good = (const char *const[]){ "قدم العون لللاعبين ولللجنة", "كتب «هههه» ثم خرج", "عين ممثلين عن السياسيين", "تتبع المحققون الأدلة", NULL },
  },
  [CONFUSABLE] = {
    .id = "spell/confusable", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/spelling", .since = "0.1",
    .summary = { "A letter for another that sounds alike", "حرف مكان آخر يشبهه في النطق" },
    .rationale = { "With ض for ظ, ذ for ز, س for ص, ت for ط, ث for س or غ for ق exchanged it is a common word; as written, none.",
                   "إذا أُبدل الحرف بشبيهه في النطق (ض ظ، ذ ز، س ص، ت ط، ث س، ق غ) كانت كلمة شائعة، وليست كلمة كما كُتبت." },
    .message = { "Probably “{y}”", "لعل الصواب «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "زار الوزير محافضة بغداد", .fixed = "زار الوزير محافظة بغداد" },
      { .text = "تشكل هذه الضاهرة خطرا", .fixed = "تشكل هذه الظاهرة خطرا" },
      { .text = "دافع الصحفي عن موغفه", .fixed = "دافع الصحفي عن موقفه" },
      { .text = "وصل الوفد لاكن المحادثات تأجلت", .fixed = "وصل الوفد لكن المحادثات تأجلت" },
      { 0 } },
    .good = (const char *const[]){ "زار الوزير محافظة بغداد", "التقى الرئيس توني سميث", "نظم المصور معرضه، وضم نظارات", "قال كانتي إنه باق في النادي", NULL },
  },
};

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  return mdq_is_confused(ctx, word, MDQ_CONFUSED_REPETITION) || mdq_is_confused(ctx, word, MDQ_CONFUSED_SOUND);
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  mdq_report_spelling(ctx, segment, i, MDQ_CONFUSED_REPETITION, REPEATED_LETTER);
  mdq_report_spelling(ctx, segment, i, MDQ_CONFUSED_SOUND, CONFUSABLE);
}

const struct mdq_rule_group mdq_rules_spell_mistyped;
const struct mdq_rule_group mdq_rules_spell_mistyped = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = mdq_spelling_tables, .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .token = token,
};
