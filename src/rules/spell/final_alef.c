/* An alef that does not belong at the end, or is missing there. */
#include "rules/spell/spelling.h"

enum { TANWEEN_ALEF, WAW_ALEF };

static const struct mdq_rule rules[] = {
  [TANWEEN_ALEF] = {
    .id = "spell/tanween-alef", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/spelling", .since = "0.1",
    .summary = { "Alef after اء, ة or ى for the accusative", "ألف زائدة بعد «اء» أو التاء المربوطة أو الألف المقصورة" },
    .rationale = { "The tanween of the accusative takes an alef, but not after اء, ة or ى: بناءً, عادةً, مدًى. Plurals and feminines like علماء, أصدقاء, صحراء take no tanween at all.",
                   "تنوين النصب لا تتبعه ألف بعد همزة قبلها ألف ولا بعد التاء المربوطة ولا بعد الألف المقصورة: بناءً وعادةً ومدًى. أما «علماء» و«أصدقاء» و«صحراء» ونحوها فممنوعة من الصرف لا تنون." },
    .message = { "No alef after this ending: “{y}”", "لا تُزاد ألف بعد هذه النهاية: «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "يسري القرار ابتداءا من يوم الأحد", .fixed = "يسري القرار ابتداءً من يوم الأحد" },
      { .text = "صدر الحكم بناءاً على طلب النيابة", .fixed = "صدر الحكم بناءً على طلب النيابة" },
      { .text = "عقد الوزير لقاءا مع نظيره", .fixed = "عقد الوزير لقاءً مع نظيره" },
      { .text = "دعا خبراءا وأصدقاءا ليروا صحراءا وأشياءا أخرى", .fixed = "دعا خبراء وأصدقاء ليروا صحراء وأشياء أخرى" },
      { .text = "كان الاجتماع قصيرا جدآ", .fixed = "كان الاجتماع قصيرا جدا" },
      { 0 } },
    .good = (const char *const[]){ "جاءا إلى المدينة وشاءا البقاء فيها", "صدر الحكم بناءً على طلب النيابة", "شهد لقاءا القمة حضورا كبيرا", "قرأ جزءا من التقرير بدءا من أوله", NULL },
  },
  [WAW_ALEF] = {
    .id = "spell/waw-alef", .severity = MDQ_ERROR, .certainty = MDQ_LIKELY, .category = "fluency/spelling", .since = "0.1",
    .summary = { "Silent alef after و on a noun, or missing on a verb", "ألف بعد واو جمع الاسم، أو سقوطها بعد واو الجماعة" },
    .rationale = { "The silent alef follows the و of a verb's plural (رفضوا), not that of a noun in construct (مهندسو الشركة).",
                   "تُكتب الألف الفارقة بعد واو الجماعة في الفعل (رفضوا) لا بعد واو جمع المذكر السالم المضاف (مهندسو الشركة)." },
    .message = { "Silent alef after و: “{y}”", "ألف الواو: «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "اجتمع مسؤولوا الوزارة أمس", .fixed = "اجتمع مسؤولو الوزارة أمس" },
      { .text = "العمال رفضو العرض الجديد", .fixed = "العمال رفضوا العرض الجديد" },
      { .text = "شارك مهندسوا الشركة في المشروع", .fixed = "شارك مهندسو الشركة في المشروع" },
      { 0 } },
    .good = (const char *const[]){ "يدعو الرئيس إلى الحوار ويرجو أن ينجح", "زار الوفد بيرو ومكسيكو", "رفض مسؤولو الوزارة التعليق", "قالوا إنهم رفضوا العرض", "أرجو أن تنمو التجارة", NULL },
  },
};

/* لقاءا القمة: the dual in construct. */
static bool may_be_dual(const struct mdq_segment *segment, size_t i) {
  return mdq_span_starts(mdq_token_v1(segment, i + 1), MDQ_SPAN_LIT("ال"));
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  return mdq_is_confused(ctx, word, MDQ_CONFUSED_TANWEEN) || mdq_is_confused(ctx, word, MDQ_CONFUSED_WAW);
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (!may_be_dual(segment, i)) mdq_report_spelling(ctx, segment, i, MDQ_CONFUSED_TANWEEN, TANWEEN_ALEF);
  mdq_report_spelling(ctx, segment, i, MDQ_CONFUSED_WAW, WAW_ALEF);
}

const struct mdq_rule_group mdq_rules_spell_final_alef;
const struct mdq_rule_group mdq_rules_spell_final_alef = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = mdq_spelling_tables, .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .token = token,
};
