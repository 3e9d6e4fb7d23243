/* What a conversion or a translation tool left in the text: nothing a reader should ever see. */
#include "lint/rule.h"
#include "rules/mt/debris.h"

enum { ENTITY, PLACEHOLDER, MOJIBAKE };

static const struct mdq_rule rules[] = {
  [ENTITY] = {
    .id = "mt/entity", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "fluency/markup", .since = "0.1", .supersedes = "bilingual/placeholder",
    .summary = { "Entity, escape or markup left in the text", "كيان أو ترميز أو وسم باقٍ في النص" },
    .rationale = { "HTML entities (&amp;), escapes (\\u0627, %20), tags and wiki or Markdown marks belong to the file the text came from; write the character they stand for. What the source has as well is the host's.",
                   "كيانات HTML ورموز الهروب والوسوم وعلامات ويكي وماركداون من الملف الأصلي لا من النص؛ اكتب المحرف المقصود. وما ورد في الأصل أيضًا فمن نظام النشر." },
    .message = { "Markup or escape “{x}” left in the text", "بقايا وسم أو رمز: «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "ارتفعت أسهم شركات النفط &amp; الغاز", .fixed = "ارتفعت أسهم شركات النفط & الغاز" },
      { .text = "قال الوزير: &quot;لن نتراجع&quot;.", .fixed = "قال الوزير: \"لن نتراجع\"." },
      { .text = "وصل الوفد<br>إلى العاصمة", .fixed = "وصل الوفد إلى العاصمة" },
      { .text = "أعلنت **الوزارة** النتائج", .fixed = "أعلنت الوزارة النتائج" },
      { .text = "اقرأ أيضا: [[مستقبل الطاقة]]", .fixed = "اقرأ أيضا: مستقبل الطاقة" },
      { .text = "عاد \\u0627لوفد مساء", .fixed = "عاد الوفد مساء" },
      { .text = "تقرير من Al%20Jazeera اليوم", .fixed = "تقرير من Al Jazeera اليوم" },
      { .text = "تكلفة الرحلة &#1635;&#x660; دينارا", .fixed = "تكلفة الرحلة ٣٠ دينارا" },
      { .text = "غادر <b>الوفد<br>العاصمة</b>", .fixed = "غادر <b>الوفد العاصمة</b>", .source = "The <b>delegation left the capital</b>" },
      { 0 } },
    .good = (const char *const[]){ "تراجعت الأسعار بنسبة %20 في عام واحد", "نمت شركة AT&T بنسبة 5%", "الأصناف: أ & ب؛ ج & د", "إذا كان الناتج < 5 أو > 9",
                                   "وصف الخبر بأنه ك**ب محض", "** البيانات أولية", "بلغت النسبة %50 أو %60 تقريبا", NULL },
    .good_pairs = (const struct mdq_example[]){
      { .text = "وصل <b>الوفد</b> إلى <a href=\"https://example.org/a\">العاصمة</a>", .source = "The <b>delegation</b> reached the <a href=\"https://example.org/a\">capital</a>" },
      { .text = "شركة النفط &amp; الغاز", .source = "The oil &amp; gas company" },
      { 0 } },
  },
  [PLACEHOLDER] = {
    .id = "mt/placeholder", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "accuracy/untranslated", .since = "0.1",
    .summary = { "Placeholder left in the text", "موضع لم يُملأ" },
    .rationale = { "A template's slot or a note to oneself was never filled in: put the value, or delete it.",
                   "موضع في قالب أو تذكير لم يُملأ: ضع القيمة أو احذفه." },
    .message = { "Placeholder “{x}” left in the text", "موضع لم يُملأ: «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "تم تحديث التقرير في {0} ليشمل رد الوزارة" },
      { .text = "وصل %s إلى المطار صباحا" },
      { .text = "مرحبا {{user_name}} في نشرتنا" },
      { .text = "بلغ عدد المشاركين XXX مشاركا" },
      { .text = "قال __NAME__ إن المحادثات مستمرة" },
      { .text = "وقع <x id=\"1\"/>الوزير<x id=\"2\"/> الاتفاق" },
      { .text = "قال المتحدث […] […] ثم غادر" },
      { .text = "TODO: مراجعة الأرقام" },
      { 0 } },
    .good = (const char *const[]){ "قال: «الاتفاق […] ما زال قائما»", "ارتفعت النسبة إلى 50% في المدن", "{مادة إعلانية}", "استضافت المدينة مباراة Super Bowl XXX",
                                   "حصل على تقدير A في الاختبار", NULL },
  },
  [MOJIBAKE] = {
    .id = "mt/mojibake", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "fluency/character-encoding", .since = "0.1",
    .summary = { "Text read in the wrong encoding", "نص قُرئ بترميز خاطئ" },
    .rationale = { "Bytes of UTF-8 were taken for another encoding, or lost; restore the text from the original.",
                   "قُرئت بايتات UTF-8 بترميز آخر أو ضاعت؛ استعد النص من أصله." },
    .message = { "Text in the wrong encoding: “{x}”", "نص بترميز خاطئ: «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "أعلنت Ø§Ù„Ø´Ø±ÙƒØ© نتائجها", .fixed = "أعلنت الشركة نتائجها" },
      { .text = "عرض مقهى CafÃ© قائمته الجديدة", .fixed = "عرض مقهى Café قائمته الجديدة" },
      { .text = "شركة Macyâ€™s الأمريكية", .fixed = "شركة Macy’s الأمريكية" },
      { .text = "ط§ظ„ط´ط±ظƒط© تعلن نتائجها", .fixed = "الشركة تعلن نتائجها" },
      { .text = "قال الو\xEF\xBF\xBDير إن الأمر انتهى" },
      { .text = "قال ?????? إن الأمر انتهى" },
      { 0 } },
    .good = (const char *const[]){ "زار مقهى Café de Flore في باريس", "الحرارة 25° والرطوبة ±5", "ماذا حدث????", "شرط، ضبط؛ حظ، لفظ؛", "فاز Ødegaard بالجائزة", "قال: «لا»؟!", NULL },
  },
};

static bool stands_in_source(const struct mdq_segment *segment, struct mdq_span text) {
  return segment->has_source && text.len && memmem(segment->source.ptr, segment->source.len, text.ptr, text.len);
}

static void segment_hook(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  static const size_t rule_of[] = { [MDQ_DEBRIS_ENTITY] = ENTITY, [MDQ_DEBRIS_PLACEHOLDER] = PLACEHOLDER, [MDQ_DEBRIS_MOJIBAKE] = MOJIBAKE };
  const struct mdq_debris *debris;
  size_t count = mdq_debris_find(ctx->scratch, segment, &debris);
  for (size_t i = 0; i < count; i++) {
    struct mdq_span text = mdq_span_sub(segment->text, debris[i].start, debris[i].end);
    /* A placeholder or markup that the source has too is the host's, not a leftover. */
    if (debris[i].kind != MDQ_DEBRIS_MOJIBAKE && stands_in_source(segment, text)) continue;
    mdq_report(ctx, rule_of[debris[i].kind], .at = mdq_at(segment, debris[i].start, debris[i].end), .x = text, .fix = debris[i].fix,
               .safe = debris[i].kind == MDQ_DEBRIS_ENTITY);
  }
}

/* «قال ???? إن»: a word whose letters were lost. Behind a word, a row of marks is only shouting. */
static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_token *tokens = segment->tokens;
  if (tokens[i].code_point != '?' || !(tokens[i].flags & MDQ_TOKEN_SPACED)) return;
  size_t last = i;
  while (mdq_token_mark(segment, last + 1, '?') && mdq_token_glued(segment, last + 1)) last++;
  if (last - i + 1 < 4) return;
  mdq_report(ctx, MOJIBAKE, .at = mdq_at_tokens(segment, i, last), .x = mdq_tokens_text(segment, i, last));
}

const struct mdq_rule_group mdq_rules_mt_leftovers;
const struct mdq_rule_group mdq_rules_mt_leftovers = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .traits = MDQ_DEBRIS_TRAITS, .segment = segment_hook,
  .token_kinds = MDQ_TOKEN_PUNCT, .marks = (const uint32_t[]){ '?', 0 }, .token = token,
};
