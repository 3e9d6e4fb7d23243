/* A letter repeated, one for another that sounds like it, and other slips of the finger. */
#include <stdlib.h>

#include "rules/spell/spelling.h"

enum { REPEATED_LETTER, CONFUSABLE, MISTYPED };

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
    .rationale = { "With ض for ظ, ذ for ز or د, س for ص, ت for ط, ث for س or ت, or غ for ق exchanged it is a common word; as written, none, or one that is hardly meant.",
                   "إذا أُبدل الحرف بشبيهه في النطق (ض ظ، ذ ز د، س ص، ت ط، ث س ت، ق غ) كانت كلمة شائعة، وليست كما كُتبت كلمة، أو لا تكاد تُقصد." },
    .message = { "Probably “{y}”", "لعل الصواب «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "زار الوزير محافضة بغداد", .fixed = "زار الوزير محافظة بغداد" },
      { .text = "تشكل هذه الضاهرة خطرا", .fixed = "تشكل هذه الظاهرة خطرا" },
      { .text = "دافع الصحفي عن موغفه", .fixed = "دافع الصحفي عن موقفه" },
      { .text = "وصل الوفد لاكن المحادثات تأجلت", .fixed = "وصل الوفد لكن المحادثات تأجلت" },
      { .text = "صدر في تلاثة كتب التنفيدية", .fixed = "صدر في ثلاثة كتب التنفيذية" },
      { 0 } },
    .good = (const char *const[]){ "زار الوزير محافظة بغداد", "التقى الرئيس توني سميث", "نظم المصور معرضه، وضم نظارات", "قال كانتي إنه باق في النادي", NULL },
  },
  [MISTYPED] = {
    .id = "spell/mistyped", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/spelling", .since = "0.1",
    .summary = { "A letter lost, two swapped, or dots misplaced", "حرف ساقط أو حرفان تبادلا موضعيهما أو نقط في غير موضعها" },
    .rationale = { "No dictionary, no list of names and no edited news has the string, and one slip of the finger away from it is one word that news often has.",
                   "لا يرد هذا الرسم في معجم ولا في قائمة أعلام ولا في الأخبار المحررة، ولا يفصله عن كلمة كثيرة الورود إلا حرف سقط أو تقدم على جاره أو وُضعت نقطه في غير موضعها." },
    .message = { "Probably “{y}”", "لعل الصواب «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "أعلنت الحكومة الفلسطنيية موعد الانتخابات", .fixed = "أعلنت الحكومة الفلسطينية موعد الانتخابات" },
      { .text = "أدان الأمين العام الاعتدءات الأخيرة", .fixed = "أدان الأمين العام الاعتداءات الأخيرة" },
      { .text = "درس الخبراء الجوانب القانوينة للقرار", .fixed = "درس الخبراء الجوانب القانونية للقرار" },
      { .text = "افتتح الوزير المؤنمر العام للنقابات", .fixed = "افتتح الوزير المؤتمر العام للنقابات" },
      { 0 } },
    .good = (const char *const[]){ "التقى جولدسون نظيره في بولتروك", "قال المتحدث كلينتونسكي إن الوقت حان", "باعت الشركة الآلات المستعملة", "وصف المشهد بأنه سوريالي", "تحسنت خدمات اليزمي في الحي",
                                   "جاء العثرجان أولا، ثم سبق العثرجان غيره، ففاز العثرجان بالسباق", "يحذر الباحث من شخصنة الخطاب السياسوي", NULL },
  },
};

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  return mdq_is_confused(ctx, word, MDQ_CONFUSED_REPETITION) || mdq_is_confused(ctx, word, MDQ_CONFUSED_SOUND) ||
         mdq_is_confused(ctx, word, MDQ_CONFUSED_SLIP);
}

/* A slip is made once; what a draft has again and again is a name or a term that no list knows. */
enum { MOST_TIMES = 2 };

struct slip {
  struct mdq_place at;
  struct mdq_span raw, v1, fix[MDQ_SPELLING_FIXES];
  size_t fix_count;
  enum mdq_severity severity;
};

struct state {
  struct slip *slips;
  size_t count, capacity;
  struct mdq_span *seen; /* their words, sorted in the end */
  size_t seen_count, seen_capacity;
};

static void keep_slip(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, const struct mdq_spelling *spelling) {
  struct state *state = ctx->state;
  struct slip *slip = mdq_arena_push(ctx->arena, &state->slips, &state->count, &state->capacity, sizeof *slip);
  struct mdq_span *seen = mdq_arena_push(ctx->arena, &state->seen, &state->seen_count, &state->seen_capacity, sizeof *seen);
  if (!slip || !seen) return;
  *slip = (struct slip){ .at = mdq_at_token(segment, i), .raw = mdq_token_text(segment, i), .v1 = mdq_arena_copy(ctx->arena, mdq_token_v1(segment, i)),
                         .fix_count = spelling->fix_count, .severity = mdq_spelling_severity(ctx, segment, i, spelling) };
  for (size_t k = 0; k < spelling->fix_count; k++) slip->fix[k] = mdq_arena_copy(ctx->arena, spelling->fix[k]);
  *seen = slip->v1;
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_spelling *spelling = mdq_spelling_of(ctx, segment->tokens[i].word);
  if (!spelling) return;
  if (spelling->confusion == MDQ_CONFUSED_SLIP && mdq_rule_enabled(ctx, MISTYPED)) keep_slip(ctx, segment, i, spelling);
  mdq_report_spelling(ctx, segment, i, MDQ_CONFUSED_REPETITION, REPEATED_LETTER);
  mdq_report_spelling(ctx, segment, i, MDQ_CONFUSED_SOUND, CONFUSABLE);
}

static int by_bytes(const void *a, const void *b) {
  return mdq_span_cmp(*(const struct mdq_span *)a, *(const struct mdq_span *)b);
}

static bool recurs(const struct state *state, struct mdq_span v1) {
  const struct mdq_span *found = bsearch(&v1, state->seen, state->seen_count, sizeof v1, by_bytes), *end = state->seen + state->seen_count;
  if (!found) return false;
  while (found > state->seen && mdq_span_eq(found[-1], v1)) found--;
  return end - found > MOST_TIMES && mdq_span_eq(found[MOST_TIMES], v1);
}

static void finish(struct mdq_ctx *ctx) {
  struct state *state = ctx->state;
  if (!state->count) return;
  qsort(state->seen, state->seen_count, sizeof *state->seen, by_bytes);
  for (size_t i = 0; i < state->count; i++) {
    const struct slip *slip = &state->slips[i];
    if (recurs(state, slip->v1)) continue;
    struct mdq_replacement fixes[MDQ_SPELLING_FIXES] = { 0 };
    for (size_t k = 0; k < slip->fix_count; k++) fixes[k].text = slip->fix[k];
    mdq_report(ctx, MISTYPED, .at = slip->at, .x = slip->raw, .y = slip->fix[0], .severity = slip->severity, .fixes = fixes, .fix_count = slip->fix_count);
  }
}

const struct mdq_rule_group mdq_rules_spell_mistyped;
const struct mdq_rule_group mdq_rules_spell_mistyped = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = mdq_spelling_tables, .token_kinds = MDQ_TOKEN_AR, .concerns = concerns,
  .state_size = sizeof(struct state), .token = token, .finish = finish,
};
