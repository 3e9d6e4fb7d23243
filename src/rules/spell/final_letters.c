/* Final ى and ي, final ه and ة. Machine translation learns them from copy that confuses them. */
#include "rules/spell/spelling.h"

enum { ALEF_MAQSURA, TA_MARBUTA, YA_FOR_MAQSURA };

static const struct mdq_rule rules[] = {
  [ALEF_MAQSURA] = {
    .id = "spell/alef-maqsura", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "fluency/spelling", .since = "0.1",
    .summary = { "Final ى where the word ends in ي", "ألف مقصورة في آخر كلمة حقها الياء" },
    .rationale = { "The word ends in a ya with two dots. Some copy, Egyptian above all, drops the dots; the result is another word or none.",
                   "تنتهي الكلمة بياء منقوطة، وإهمال نقطتيها يجعلها كلمة أخرى أو لا يجعلها كلمة." },
    .message = { "Final ى/ي confused: “{y}”?", "خلط بين الياء والألف المقصورة: «{y}»؟" },
    .bad = (const struct mdq_example[]){
      { .text = "يشهد القطاع الاقتصادى نموا سريعا", .fixed = "يشهد القطاع الاقتصادي نموا سريعا" },
      { .text = "تعتمد الشركة على الذكاء الاصطناعى في عملها", .fixed = "تعتمد الشركة على الذكاء الاصطناعي في عملها" },
      { .text = "أعلن المكتب الإعلامى نتائج الاجتماع", .fixed = "أعلن المكتب الإعلامي نتائج الاجتماع" },
      { 0 } },
    .good = (const char *const[]){ "التقى مصطفى بالوزير يحيى في المستشفى", "زارت ليلى وسلمى ومنى معرض الكتاب", "أبدى المجلس رضاه عن المستوى الأعلى",
                                   "صلى الآلاف في المسجد الأقصى", "ترتدى الكمامات في الأماكن المغلقة", NULL },
  },
  [TA_MARBUTA] = {
    .id = "spell/ta-marbuta", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "fluency/spelling", .since = "0.1",
    .summary = { "Final ه for ة, or ة for ه", "هاء مكان التاء المربوطة أو العكس" },
    .rationale = { "The feminine ending is written with two dots. A word with the article cannot take the pronoun ه, so that the ه is a slip.",
                   "علامة التأنيث تاء مربوطة منقوطة، والمعرف بأل لا يتصل به الضمير، فالهاء في آخره سهو." },
    .message = { "Final ه/ة confused: “{y}”", "خلط بين الهاء والتاء المربوطة: «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "أعلنت الحكومه موازنة جديدة", .fixed = "أعلنت الحكومة موازنة جديدة" },
      { .text = "تحتاج المدينة إلى القوه العاملة", .fixed = "تحتاج المدينة إلى القوة العاملة" },
      { .text = "توقف العمل في الشركه منذ شهر", .fixed = "توقف العمل في الشركة منذ شهر" },
      { .text = "نشرت هذة الصحيفة التقرير", .fixed = "نشرت هذه الصحيفة التقرير" },
      { .text = "انتقد الوزير السياسات الاداريه", .fixed = "انتقد الوزير السياسات الإدارية" },
      { .text = "افتتحت شركه كبرى مصنعا في الميناء" },
      { 0 } },
    .good = (const char *const[]){ "تلوثت المياه في هذا الاتجاه", "أشار الفقيه إلى الوجه المشتبه به", "زار والده ووالديه في المستشفى", "أغلقت الشبه على النزيه",
                                   "باع شركته وكتابه إلى صديقه", "هبط الجنيه أمام الدولار", "كتابه كبير وبيته صغير", NULL },
  },
  [YA_FOR_MAQSURA] = {
    .id = "spell/ya-for-maqsura", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/spelling", .since = "0.1",
    .summary = { "Final ي where the word ends in ى", "ياء في آخر كلمة حقها الألف المقصورة" },
    .rationale = { "إلى, على, حتى, مدى and their like end in ى. With ي some of them are another word (إليّ, a man called علي), which no dictionary notices.",
                   "تنتهي «إلى» و«على» و«حتى» ونحوها بألف مقصورة، وقد تجعلها الياء كلمة أخرى لا ينكرها المعجم." },
    .message = { "Final ى/ي confused: “{y}”?", "خلط بين الياء والألف المقصورة: «{y}»؟" },
    .bad = (const struct mdq_example[]){
      { .text = "وافق البرلمان علي الخطة الجديدة" },
      { .text = "وصل الوفد إلي العاصمة أمس", .fixed = "وصل الوفد إلى العاصمة أمس" },
      { .text = "تستمر المحادثات حتي المساء", .fixed = "تستمر المحادثات حتى المساء" },
      { .text = "تعتمد الشركة علي الغاز المستورد", .fixed = "تعتمد الشركة على الغاز المستورد" },
      { .text = "وافقت شركات أخري على العرض", .fixed = "وافقت شركات أخرى على العرض" },
      { 0 } },
    .good = (const char *const[]){ "قال علي الدباغ إن الحكومة ستجتمع", "قال المدير: «لدي ما أقوله»", "يعمل مديرا لدي منذ عام، كما قال", "نظر إلي، ثم خرج",
                                   "وافق علي، شقيق الوزير، على الصفقة", "حصل علي الكعبي على الجائزة", NULL },
  },
};

static bool is_noun_like(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i, MDQ_TOKEN_AR | MDQ_TOKEN_LAT | MDQ_TOKEN_NUM | MDQ_TOKEN_MIX) && (segment->tokens[i].flags & MDQ_TOKEN_SPACED);
}

static bool is_definite(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i, MDQ_TOKEN_AR) && mdq_span_starts(mdq_token_v1(segment, i), MDQ_SPAN_LIT("ال"));
}

/* الخطة, المستورد: a name of a family (علي الكعبي) is rarer in the counts than a common noun, and seldom ends in ة. */
static bool is_common_noun(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_span v1 = mdq_token_v1(segment, i);
  if (!is_definite(segment, i) || mdq_span_ends(v1, MDQ_SPAN_LIT("ي"))) return false;
  return mdq_span_ends(v1, MDQ_SPAN_LIT("ة")) || mdq_span_ends(v1, MDQ_SPAN_LIT("ات")) || mdq_lexicon_count(ctx->lexicon, v1).edited >= 100;
}

static const struct mdq_row *governing(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_table *table = ctx->tables[MDQ_SPELL_GOVERNS_ALA];
  struct mdq_span v2 = mdq_token_v2(segment, i);
  const struct mdq_row *row = mdq_table_get(table, v2);
  bool conjunction = v2.len > 6 && (mdq_span_starts(v2, MDQ_SPAN_LIT("و")) || mdq_span_starts(v2, MDQ_SPAN_LIT("ف")));
  return row || !conjunction ? row : mdq_table_get(table, mdq_span_sub(v2, 2, v2.len));
}

/* «وافق علي الخطة», «اعتماد علي الغاز», and with a subject of a word or two between: «وافق البرلمان علي الخطة». */
static bool is_governed(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (!is_noun_like(segment, i + 1)) return false;
  for (size_t back = 1; back <= 3 && mdq_token_is(segment, i - back, MDQ_TOKEN_AR); back++) {
    const struct mdq_row *row = governing(ctx, segment, i - back);
    if (!row) continue;
    bool noun = back == 1 && mdq_span_is(row->column[1], "noun");
    return (noun && !is_definite(segment, i + 1)) || is_common_noun(ctx, segment, i + 1);
  }
  return false;
}

static bool is_demonstrative(struct mdq_span v1) {
  static const char *const words[] = { "هذا", "هذه", "ذلك", "تلك", "كل", "أي", "جميع", "بعض", "مدى", "الرغم", "سبيل", "نحو", "رأس", "أساس" };
  for (size_t i = 0; i < MDQ_COUNT(words); i++)
    if (mdq_span_is(v1, words[i])) return true;
  return false;
}

/* «علي هذه الأرض», «علي الحكومة»: no surname, and what stands before is no first name, title or verb of saying. */
static bool is_before_its_object(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  enum { COMMON = 300 };
  if (!is_noun_like(segment, i + 1) || mdq_name_expected(ctx, segment, i)) return false;
  struct mdq_span before = mdq_token_v1(segment, i - 1), next = mdq_token_v1(segment, i + 1);
  if (!before.len || mdq_is_attested_name(ctx, before) || mdq_is_attested_name(ctx, next)) return false;
  if (is_demonstrative(next)) return true;
  bool ending = mdq_span_ends(next, MDQ_SPAN_LIT("ة")) || mdq_span_ends(next, MDQ_SPAN_LIT("ات"));
  unsigned edited = mdq_lexicon_count(ctx->lexicon, next).edited;
  return is_common_noun(ctx, segment, i + 1) && edited >= (ending ? COMMON / 10 : COMMON);
}

/* «إلي» before a noun; «نظر إلي، ثم» and «لدي ما أقوله» are the pronoun. */
static bool before_noun(const struct mdq_segment *segment, size_t i, bool to) {
  if (!is_noun_like(segment, i + 1)) return false;
  return is_definite(segment, i + 1) || (to && mdq_token_is(segment, i + 1, MDQ_TOKEN_NUM));
}

/* True if the closed list has the word, whatever it says of this place. */
static bool find_ya(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_span v1 = mdq_token_v1(segment, i);
  if (!mdq_span_ends(v1, MDQ_SPAN_LIT("ي"))) return false;
  const struct mdq_row *row = mdq_table_get(ctx->tables[MDQ_SPELL_YA_CLOSED], v1);
  if (!row) return false;
  struct mdq_span when = row->column[2];
  bool governed = mdq_span_is(when, "governed"), conditional = mdq_span_is(when, "before-noun");
  if (governed && !is_governed(ctx, segment, i) && !is_before_its_object(ctx, segment, i)) return true;
  if (conditional && !before_noun(segment, i, !mdq_span_is(v1, "لدي"))) return true;
  bool name = !conditional && !governed && mdq_span_eq(mdq_token_v2(segment, i), v1) && mdq_name_expected(ctx, segment, i);
  mdq_report(ctx, YA_FOR_MAQSURA, .at = mdq_at_token(segment, i), .y = row->column[1], .fix = row->column[1],
             .severity = name ? MDQ_NOTE : MDQ_WARNING, .safe = false);
  return true;
}

/* شركه كبرى: "his partner" unless what follows agrees with a feminine noun. */
static void find_indefinite_marbuta(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_span v1 = mdq_token_v1(segment, i);
  if (!mdq_span_ends(v1, MDQ_SPAN_LIT("ه")) || v1.len < 8 || mdq_span_starts(v1, MDQ_SPAN_LIT("ال")) || mdq_listed(ctx, MDQ_SPELL_FINAL_HA, v1)) return;
  struct mdq_span next = mdq_token_v1(segment, i + 1);
  if (!next.len || mdq_span_starts(next, MDQ_SPAN_LIT("ال")) || mdq_token_glued(segment, i + 1)) return;
  bool superlative = mdq_span_is(next, "كبرى") || mdq_span_is(next, "أخرى") || mdq_span_is(next, "صغرى") || mdq_span_is(next, "عظمى");
  bool adjective = mdq_span_ends(next, MDQ_SPAN_LIT("ية")) || mdq_span_ends(next, MDQ_SPAN_LIT("يدة")) || mdq_span_ends(next, MDQ_SPAN_LIT("يرة"));
  if (!superlative && !adjective) return;
  struct mdq_span fix = mdq_arena_printf(ctx->scratch, "%.*sة", (int)v1.len - 2, v1.ptr);
  unsigned wrong = mdq_lexicon_count(ctx->lexicon, v1).edited, right = mdq_lexicon_count(ctx->lexicon, fix).edited;
  if (right < 20 || right < 10 * wrong) return;
  bool likely = right >= 50 * (wrong + 1);
  mdq_report(ctx, TA_MARBUTA, .at = mdq_at_token(segment, i), .y = fix, .fix = fix, .severity = likely ? MDQ_WARNING : MDQ_NOTE,
             .certainty = likely ? MDQ_LIKELY : MDQ_POSSIBLE);
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  return mdq_is_confused(ctx, word, MDQ_CONFUSED_YA) || mdq_is_confused(ctx, word, MDQ_CONFUSED_MAQSURA) ||
         mdq_is_confused(ctx, word, MDQ_CONFUSED_MARBUTA) || mdq_span_ends(word->v1, MDQ_SPAN_LIT("ه")) ||
         mdq_listed(ctx, MDQ_SPELL_YA_CLOSED, word->v1);
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_spelling *spelling = mdq_spelling_of(ctx, segment->tokens[i].word);
  if (find_ya(ctx, segment, i)) return;
  if (spelling) {
    mdq_report_spelling(ctx, segment, i, MDQ_CONFUSED_YA, YA_FOR_MAQSURA);
    mdq_report_spelling(ctx, segment, i, MDQ_CONFUSED_MAQSURA, ALEF_MAQSURA);
    mdq_report_spelling(ctx, segment, i, MDQ_CONFUSED_MARBUTA, TA_MARBUTA);
    return;
  }
  find_indefinite_marbuta(ctx, segment, i);
}

const struct mdq_rule_group mdq_rules_spell_final_letters;
const struct mdq_rule_group mdq_rules_spell_final_letters = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = mdq_spelling_tables, .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .token = token,
};
