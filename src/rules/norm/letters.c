/* Letters in a form that is not the standard one: they look right and defeat searching, spelling and sorting. */
#include "lint/rule.h"
#include "text/chars.h"
#include "text/normalize.h"
#include "text/utf8.h"

enum { PRESENTATION_FORM, FOREIGN_LETTER, TATWEEL };

static const struct mdq_rule rules[] = {
  [PRESENTATION_FORM] = {
    .id = "norm/presentation-form", .severity = MDQ_WARNING, .certainty = MDQ_CERTAIN, .category = "fluency/character-encoding", .since = "0.1",
    .summary = { "Presentation forms instead of letters", "أشكال عرض بدل الحروف" },
    .rationale = { "Text pasted from PDF files holds glyph shapes (U+FB50-FDFF, U+FE70-FEFF) in place of letters; search, spelling and other fonts fail on them.",
                   "النص المنسوخ من ملفات PDF يحمل أشكال الحروف لا الحروف نفسها، فيتعذر البحث فيه وتدقيقه." },
    .message = { "Non-standard letter form in “{x}”; use “{y}”", "شكل حرف غير معياري في «{x}»؛ استعمل «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "أعلنت ﺷﺮﻛﺔ النفط أرباحها", .fixed = "أعلنت شركة النفط أرباحها" }, { .text = "ﻻ جديد في المفاوضات", .fixed = "لا جديد في المفاوضات" },
      { .text = "وصل الوفد إﻟﻰ العاصمة", .fixed = "وصل الوفد إلى العاصمة" }, { 0 } },
    .good = (const char *const[]){ "أعلنت شركة النفط أرباحها", "قال النبي ﷺ لأصحابه", "ﷲ أكبر", NULL },
  },
  [FOREIGN_LETTER] = {
    .id = "norm/foreign-letter", .severity = MDQ_WARNING, .certainty = MDQ_CERTAIN, .category = "fluency/character-encoding", .since = "0.1",
    .summary = { "Persian or Urdu letter or digit in an Arabic word", "حرف أو رقم فارسي أو أردي في كلمة عربية" },
    .rationale = { "ی ک ہ ے ھ and ۰-۹ come from Persian or Urdu keyboards and fonts; Arabic words are written with ي ك ه and Arabic digits. Letters for sounds that Arabic lacks (پ چ ڤ گ) are left alone.",
                   "الحروف ی ک ہ ے ھ والأرقام ۰-۹ من لوحات المفاتيح الفارسية والأردية، وتُكتب العربية بـ ي ك ه. أما پ چ ڤ گ في الأسماء فلا بأس بها." },
    .message = { "Non-Arabic letter or digit in “{x}”; use “{y}”", "حرف أو رقم غير عربي في «{x}»؛ استعمل «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "صدر کتاب جديد أمس", .fixed = "صدر كتاب جديد أمس" }, { .text = "وصل الوزير إلی بغداد فی زيارة", .fixed = "وصل الوزير إلى بغداد في زيارة" },
      { .text = "بلغ العدد ۱۲۳ شخصا", .fixed = "بلغ العدد ١٢٣ شخصا" }, { 0 } },
    .good = (const char *const[]){ "زار الوزير مدينة پاريس", "مؤسسة گوگل العالمية", "وكتبت الصحيفة «این کتاب خوبی است که» بالفارسية", NULL },
  },
  [TATWEEL] = {
    .id = "norm/tatweel", .severity = MDQ_NOTE, .certainty = MDQ_CERTAIN, .category = "fluency/typography", .since = "0.1",
    .summary = { "Stretched word (tatweel)", "تطويل داخل الكلمة" },
    .rationale = { "Tatweel stretches a word on the page and hides it from searching; news text does without it, but for «هـ» and a clitic before a figure or a quotation.",
                   "التطويل يمد الكلمة شكلًا ويخفيها عن البحث؛ ولا يُستعمل في الخبر إلا في «هـ» وبعد السوابق قبل رقم أو تنصيص." },
    .message = { "Stretching character in “{x}”", "تطويل زائد في «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "رحبـــت الحكومة بالقرار", .fixed = "رحبت الحكومة بالقرار" }, { .text = "قال الرئيـس إن الوقت حان", .fixed = "قال الرئيس إن الوقت حان" },
      { .text = "عاجـل: انتهاء القمة", .fixed = "عاجل: انتهاء القمة" }, { 0 } },
    .good = (const char *const[]){ "في عام 1445 هـ بدأ المشروع", "قادة الدول الـ12 اجتمعوا", "وصفه بـ«الكارثة»", "موسم 2019ـ2020 انتهى", NULL },
  },
};

static struct mdq_span without_tatweel(struct mdq_ctx *ctx, struct mdq_span raw) {
  char *out = mdq_arena_alloc(ctx->scratch, raw.len + 1);
  size_t used = 0;
  for (size_t at = 0; out && at < raw.len;) {
    size_t from = at;
    uint32_t c = mdq_utf8_next(raw, &at);
    if (c == 0x0640 && at < raw.len) continue;
    memcpy(out + used, raw.ptr + from, at - from);
    used += at - from;
  }
  return mdq_span_of(out, out ? used : 0);
}

/* A tatweel with a letter on both sides: at an end it marks a clitic or an abbreviation. */
static bool has_inner_tatweel(struct mdq_span raw) {
  bool letter = false, stretched = false;
  for (size_t at = 0; at < raw.len;) {
    uint32_t c = mdq_utf8_next(raw, &at);
    if (c == 0x0640) stretched = letter;
    else if (mdq_is_arabic_letter(c)) {
      if (stretched) return true;
      letter = true;
    }
  }
  return false;
}

/* A quotation in Persian or Urdu: three such words inside one pair of marks. */
static bool in_foreign_quotation(const struct mdq_segment *segment, size_t i) {
  size_t first = i, count = 0;
  if (!(segment->tokens[i].flags & MDQ_TOKEN_QUOTED)) return false;
  while (first && segment->tokens[first - 1].flags & MDQ_TOKEN_QUOTED && i - first < 40) first--;
  for (size_t k = first; k < segment->token_count && k < first + 80 && segment->tokens[k].flags & MDQ_TOKEN_QUOTED; k++)
    count += segment->tokens[k].word && segment->tokens[k].word->traits & MDQ_WORD_FOREIGN_LETTER;
  return count >= 3;
}

static void report(struct mdq_ctx *ctx, size_t rule, const struct mdq_segment *segment, size_t i, struct mdq_span right) {
  mdq_report(ctx, rule, .at = mdq_at_token(segment, i), .x = mdq_token_text(segment, i), .y = right, .fix = right, .safe = true);
}

/* At the end of a word ی is ي or ى: علی may be either, فی hardly. */
static void report_foreign(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  enum { PERSIAN_YEH = 0x06CC, CLEAR = 20 };
  struct mdq_span raw = mdq_word_raw(segment->tokens[i].word), yeh = mdq_standard_letters(ctx->scratch, raw);
  if (mdq_utf8_before(raw, raw.len) != PERSIAN_YEH || !mdq_span_ends(yeh, MDQ_SPAN_LIT("ي"))) {
    report(ctx, FOREIGN_LETTER, segment, i, yeh);
    return;
  }
  struct mdq_span maqsura = mdq_arena_join(ctx->scratch, mdq_span_sub(yeh, 0, yeh.len - 2), MDQ_SPAN_LIT("ى"));
  unsigned yehs = mdq_lexicon_count(ctx->lexicon, yeh).edited, maqsuras = mdq_lexicon_count(ctx->lexicon, maqsura).edited;
  bool second = maqsuras > yehs, safe = yehs + maqsuras && (yehs >= CLEAR * maqsuras || maqsuras >= CLEAR * yehs);
  struct mdq_replacement fixes[] = { { .text = second ? maqsura : yeh, .safe = safe }, { .text = second ? yeh : maqsura } };
  mdq_report(ctx, FOREIGN_LETTER, .at = mdq_at_token(segment, i), .x = mdq_token_text(segment, i), .y = fixes[0].text, .fixes = fixes,
             .fix_count = safe ? 1 : 2);
}

/* The tail fragment U+FE73 stands for no letter: there is nothing to advise. */
static void report_form(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_span raw = mdq_word_raw(segment->tokens[i].word), standard = mdq_standard_letters(ctx->scratch, raw);
  if (!mdq_span_eq(raw, standard)) report(ctx, PRESENTATION_FORM, segment, i, standard);
}

static void check_word(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_word *word = segment->tokens[i].word;
  if (word->traits & MDQ_WORD_PRESENTATION_FORM) report_form(ctx, segment, i);
  else if (word->traits & MDQ_WORD_FOREIGN_LETTER && !in_foreign_quotation(segment, i))
    report_foreign(ctx, segment, i);
  if (word->traits & MDQ_WORD_TATWEEL && has_inner_tatweel(mdq_word_raw(word))) report(ctx, TATWEEL, segment, i, without_tatweel(ctx, mdq_word_raw(word)));
}

static void check_number(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_span raw = mdq_token_text(segment, i);
  char *out = mdq_arena_alloc(ctx->scratch, raw.len + 4);
  size_t used = 0;
  bool persian = false;
  for (size_t at = 0; out && at < raw.len;) {
    uint32_t c = mdq_utf8_next(raw, &at);
    bool digit = c >= 0x06F0 && c <= 0x06F9;
    persian = persian || digit;
    used += mdq_utf8_encode(digit ? c - 0x06F0 + 0x0660 : c, out + used);
  }
  if (persian) report(ctx, FOREIGN_LETTER, segment, i, mdq_span_of(out, used));
}

static const uint32_t word_traits = MDQ_TRAIT_PRESENTATION_FORM | MDQ_TRAIT_FOREIGN_LETTER | MDQ_TRAIT_TATWEEL;

static void segment_letters(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  bool words = (segment->traits & word_traits) != 0, numbers = (segment->traits & MDQ_TRAIT_DIGIT_PERSIAN) != 0;
  for (size_t i = 0; i < segment->token_count; i++) {
    if (words && segment->tokens[i].kind == MDQ_TOKEN_AR) check_word(ctx, segment, i);
    if (numbers && segment->tokens[i].kind == MDQ_TOKEN_NUM) check_number(ctx, segment, i);
  }
}

const struct mdq_rule_group mdq_rules_norm_letters = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .segment = segment_letters,
  .traits = MDQ_TRAIT_PRESENTATION_FORM | MDQ_TRAIT_FOREIGN_LETTER | MDQ_TRAIT_TATWEEL | MDQ_TRAIT_DIGIT_PERSIAN,
};
