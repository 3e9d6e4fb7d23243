/* A space that is missing, and one too many. */
#include "rules/spell/spelling.h"

enum { JOINED_WORDS, SPLIT_WORD };

static const struct mdq_rule rules[] = {
  [JOINED_WORDS] = {
    .id = "spell/joined-words", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/spelling", .since = "0.1",
    .summary = { "Two words written as one", "كلمتان متصلتان بلا مسافة" },
    .rationale = { "The string is no word, but falls into common words; some end in a letter that only an end of a word can have.",
                   "ليس هذا الرسم كلمة، لكنه ينقسم إلى كلمات شائعة؛ وقد يقع في وسطه حرف لا يكون إلا في آخر الكلمة." },
    .message = { "Word boundary: “{y}”", "فصل أو وصل خاطئ: «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "لميكن القرار سهلا", .fixed = "لم يكن القرار سهلا" },
      { .text = "غادر بعدأن أكدأن المحادثات انتهت حتىلا يتأخر", .fixed = "غادر بعد أن أكد أن المحادثات انتهت حتى لا يتأخر" },
      { .text = "لايمكن قبول العرض بهذه الشروط", .fixed = "لا يمكن قبول العرض بهذه الشروط" },
      { .text = "التقى الرئيسالأمريكي نظيره الفرنسي", .fixed = "التقى الرئيس الأمريكي نظيره الفرنسي" },
      { .text = "انتقدت الحكومةالجديدة القرار", .fixed = "انتقدت الحكومة الجديدة القرار" },
      { .text = "اشترى رجلاًمن المدينة القديمة", .fixed = "اشترى رجلاً من المدينة القديمة" },
      { .text = "أعلن وزيرالخارجية موعد الزيارة", .fixed = "أعلن وزير الخارجية موعد الزيارة" },
      { 0 } },
    .good = (const char *const[]){ "مازال الوضع صعبا، لاسيما في الشمال", "مادامت المحادثات مستمرة عمّا قريب", "زار ماركو ولارسن مدينة ماستر", "أمر الملك عبدالله بإعادة البناء",
                                   "قال بنكيران إن الوقت حان لاعادة النظر", "سافر ماكرون إلى بيونغيانغ", "نزل في فندق انتركونتيننتال", NULL },
  },
  [SPLIT_WORD] = {
    .id = "spell/split-word", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/spelling", .since = "0.1",
    .summary = { "One word broken by a space", "كلمة مقطوعة بمسافة" },
    .rationale = { "The two pieces are no words, and together they are a common one; tokenised output is often joined again imperfectly.",
                   "ليس الجزآن كلمتين، وهما معًا كلمة شائعة؛ وهذا أثر من تقطيع النص عند ترجمته آليًا." },
    .message = { "Word boundary: “{y}”", "فصل أو وصل خاطئ: «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "بلغت الكلفة عشرين ملي ار دولار", .fixed = "بلغت الكلفة عشرين مليار دولار" },
      { .text = "أعلنت ال حكومة خطتها", .fixed = "أعلنت الحكومة خطتها" },
      { .text = "تراجع المؤشر ب شكل ملحوظ", .fixed = "تراجع المؤشر بشكل ملحوظ" },
      { 0 } },
    .good = (const char *const[]){ "لا يعرف ما إذا كان ذلك صحيحا", "حققت المجموعة ب التي تضم البرازيل فوزا", "نقلت بي بي سي عن مصدر", "يعمل في حزب و م ع منذ عام",
                                   "يفيد فيتامين ب في حالات كثيرة", "إن لم تكن له أي نية", NULL },
  },
};

static bool is_vouched(const struct mdq_ctx *ctx, struct mdq_span v1, unsigned least) {
  return mdq_lexicon_count(ctx->lexicon, v1).edited >= least;
}

static bool one_space_between(const struct mdq_segment *segment, size_t i) {
  size_t from = segment->tokens[i].end, to = segment->tokens[i + 1].start;
  return to == from + 1 && segment->text.ptr[from] == ' ';
}

/* The article, or ب ل ك ف, standing alone before the word it belongs to. A single letter may be a label instead
   (المجموعة ب، فيتامين ك): then a noun goes before it, which a preposition seldom follows without more. */
static bool is_stray_prefix(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, struct mdq_span joined) {
  struct mdq_span v1 = mdq_token_v1(segment, i), next = mdq_token_v1(segment, i + 1);
  if (mdq_span_is(v1, "ال")) return next.len >= 6 && is_vouched(ctx, joined, 20);
  static const char *const prefixes[] = { "ب", "ل", "ك", "ف" };
  static const char *const labelled[] = { "مجموعة", "المجموعة", "فئة", "الفئة", "فيتامين", "النوع", "نوع", "المنتخب", "الصف", "القسم", "الكبد", "خطة", "الخطة",
                                          "البند", "الفقرة", "الملحق", "الدرجة", "الشعبة", "الفرع", "الفصيلة", "فصيلة", "المستوى", "الحرف", "حرف", "نقطة", "النقطة" };
  for (size_t k = 0; k < MDQ_COUNT(labelled); k++)
    if (mdq_span_is(mdq_token_v1(segment, i - 1), labelled[k])) return false;
  bool after_word = mdq_token_is(segment, i - 1, MDQ_TOKEN_AR) && segment->tokens[i - 1].word->letters > 2;
  for (size_t k = 0; k < MDQ_COUNT(prefixes); k++)
    if (mdq_span_is(v1, prefixes[k])) return after_word && next.len >= 6 && is_vouched(ctx, joined, 100);
  return false;
}

static bool is_fragment(struct mdq_ctx *ctx, struct mdq_word *word) {
  return mdq_lexicon_edited(ctx->lexicon, word) < 30 && !mdq_lexicon_in_dictionary(ctx->lexicon, mdq_word_v1(word));
}

static bool is_rare(struct mdq_ctx *ctx, struct mdq_word *word) {
  return mdq_lexicon_edited(ctx->lexicon, word) < 200;
}

/* Decides nearly all pairs from what is cached in the words. */
static bool may_be_fragments(struct mdq_ctx *ctx, struct mdq_word *first, struct mdq_word *second) {
  if (first->letters < 2 || second->letters < 2 || first->letters + second->letters < 5 || (first->letters > 3 && second->letters > 3)) return false;
  return is_rare(ctx, first) && is_rare(ctx, second);
}

/* Two pieces that make a common word: neither is one, or the shorter is none that could stand here. */
static bool are_fragments(struct mdq_ctx *ctx, struct mdq_word *first, struct mdq_word *second, struct mdq_span joined) {
  static const unsigned common = 50;
  if (!is_vouched(ctx, joined, common)) return false;
  bool short_first = first->letters <= 3, short_second = second->letters <= 3;
  bool odd_first = is_fragment(ctx, first), odd_second = is_fragment(ctx, second);
  return (odd_first && odd_second) || (odd_first && short_second) || (odd_second && short_first);
}

static bool may_be_prefix(const struct mdq_word *word) {
  return word->letters == 1 || mdq_span_is(mdq_word_v1(word), "ال");
}

/* One of two fragments is so short: split words are sought from there. */
static bool is_short(const struct mdq_word *word) {
  return word->letters == 2 || word->letters == 3;
}

/* Tokens i and i + 1 are one word; *joined is that word. */
static bool is_split(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, struct mdq_span *joined) {
  if (!mdq_token_is(segment, i, MDQ_TOKEN_AR) || !mdq_token_is(segment, i + 1, MDQ_TOKEN_AR) || !one_space_between(segment, i) || mdq_token_glued(segment, i)) return false;
  struct mdq_word *first = segment->tokens[i].word, *second = segment->tokens[i + 1].word;
  bool prefix = may_be_prefix(first);
  if (!prefix && !may_be_fragments(ctx, first, second)) return false;
  if (mdq_token_glued(segment, i + 2) && mdq_token_is(segment, i + 2, MDQ_TOKEN_LAT | MDQ_TOKEN_NUM | MDQ_TOKEN_MIX)) return false;
  *joined = mdq_arena_join(ctx->scratch, mdq_word_v1(first), mdq_word_v1(second));
  return prefix ? is_stray_prefix(ctx, segment, i, *joined) : are_fragments(ctx, first, second, *joined);
}

bool mdq_is_half_word(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_span joined;
  return is_split(ctx, segment, i, &joined) || (i && is_split(ctx, segment, i - 1, &joined));
}

static void find_split(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_span joined;
  if (!is_split(ctx, segment, i, &joined)) return;
  const struct mdq_word *first = segment->tokens[i].word, *second = segment->tokens[i + 1].word;
  struct mdq_span fix = mdq_arena_join(ctx->scratch, mdq_word_raw(first), mdq_word_raw(second));
  mdq_report(ctx, SPLIT_WORD, .at = mdq_at_tokens(segment, i, i + 1), .x = mdq_tokens_text(segment, i, i + 1), .y = fix, .fix = fix);
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  return may_be_prefix(word) || (is_short(word) && is_rare(ctx, word)) || mdq_is_confused(ctx, word, MDQ_CONFUSED_BOUNDARY);
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  mdq_report_spelling(ctx, segment, i, MDQ_CONFUSED_BOUNDARY, JOINED_WORDS);
  const struct mdq_word *word = segment->tokens[i].word;
  if (is_short(word) && mdq_token_is(segment, i - 1, MDQ_TOKEN_AR) && !may_be_prefix(segment->tokens[i - 1].word)) {
    const struct mdq_word *before = segment->tokens[i - 1].word;
    if (!is_short(before) || !is_rare(ctx, segment->tokens[i - 1].word)) find_split(ctx, segment, i - 1);
  }
  if (may_be_prefix(word) || is_short(word)) find_split(ctx, segment, i);
}

const struct mdq_rule_group mdq_rules_spell_word_boundary;
const struct mdq_rule_group mdq_rules_spell_word_boundary = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = mdq_spelling_tables, .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .token = token,
};
