/* Function words side by side that no Arabic writer puts so: what is left of an English phrase taken word by word. */
#include "lint/rule.h"

enum { EXTENT_THAT, OF_WHAT, STRAY_PREPOSITION, RULES };
enum { PAIRS };
enum { SECOND = 1, RULE, UNLESS }; /* columns */

static const char *const names[RULES] = { [EXTENT_THAT] = "extent-that", [OF_WHAT] = "of-what", [STRAY_PREPOSITION] = "stray-preposition" };

static const struct mdq_rule rules[] = {
  [EXTENT_THAT] = {
    .id = "mt/extent-that", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "«مدى» before a clause with «أن»", "«مدى» قبل جملة مصدرة بـ«أن»" },
    .rationale = { "«مدى» takes a noun (مدى خطورته) or introduces a question (إلى أي مدى); “how … that” was put together word by word.",
                   "تُضاف «مدى» إلى اسم (مدى خطورته) أو تكون في استفهام (إلى أي مدى)، وهذا تركيب منقول كلمة كلمة." },
    .message = { "“{x}” is no Arabic: say “مدى” and a noun", "«{x}» ليس تركيبًا عربيًا: تُضاف «مدى» إلى اسم" },
    .bad = (const struct mdq_example[]){
      { .text = "أظهرت الدراسة مدى أن الفيروس خطير" }, { .text = "لا أحد يعرف بعد مدى أنها ستؤثر في السوق" },
      { .text = "يدرس الخبراء ومدى أنه قابل للتطبيق" }, { 0 } },
    .good = (const char *const[]){ "أظهرت الدراسة مدى خطورة الفيروس", "تساءل إلى أي مدى أن تستمر الأزمة أمر وارد", "ذهب في كرمه إلى أبعد مدى أن تبرع بكل ما يملك",
                                   "على هذا المدى، أن نتأخر خير من أن نخطئ", NULL },
  },
  [OF_WHAT] = {
    .id = "mt/of-what", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "«من ماذا» outside a question", "«من ماذا» في غير استفهام" },
    .rationale = { "“Of what”, “than what” is «مما» where nothing is asked.", "تقابل of what وthan what «مما» حيث لا استفهام." },
    .message = { "Write “{y}”", "اكتب «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "كانت النتائج أفضل من ماذا توقع المحللون", .fixed = "كانت النتائج أفضل مما توقع المحللون" },
      { .text = "وحذر من ماذا قد يحدث إذا فشلت المحادثات.", .fixed = "وحذر مما قد يحدث إذا فشلت المحادثات." },
      { .text = "الأمر معقد ومن ماذا رأينا فهو خطير", .fixed = "الأمر معقد ومما رأينا فهو خطير" }, { 0 } },
    .good = (const char *const[]){ "كانت النتائج أفضل مما توقع المحللون", "من ماذا تتكون هذه المادة؟", "وسأله الصحفي: من ماذا تخاف الحكومة اليوم؟", NULL },
  },
  [STRAY_PREPOSITION] = {
    .id = "mt/stray-preposition", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "A preposition before a particle of verbs", "حرف جر قبل أداة من أدوات الأفعال" },
    .rationale = { "A preposition governs a noun; before لم, لن, قد, سوف or ليس it was left behind when the machine reordered an English phrase.",
                   "يدخل حرف الجر على الاسم، وبقاؤه قبل لم أو لن أو قد أو سوف أو ليس من آثار إعادة الآلة ترتيب العبارة." },
    .message = { "“{x}”: a preposition cannot stand here", "«{x}»: لا موضع لحرف الجر هنا" },
    .bad = (const struct mdq_example[]){
      { .text = "وهو أمر اعتمدت الشركة على لم يتحقق بعد" }, { .text = "المشروع الذي تحدث عنه في سوف يبدأ العام المقبل" },
      { .text = "هذه قضية نتعامل مع ليس بوصفها أزمة" }, { .text = "المدينة التي انتقل إلى قد تغيرت كثيرا" }, { 0 } },
    .good = (const char *const[]){ "يعمل الوسطاء على لم شمل العائلات", "حرص على لم الشمل العربي", "عادوا إلى لمّ شتات الأسرة", "قال محمد على لن نتراجع",
                                   "وقف الجميع معه، ولم يتراجع أحد", "العيش على قد الحال", "الفقراء اللي على قد حالهم", "خطف المسلحون ضابطا في ليس، كما قالت الشرطة", NULL },
  },
};

static struct mdq_span without_conjunction(struct mdq_span word) {
  bool joined = word.len > 2 && (mdq_span_starts(word, MDQ_SPAN_LIT("و")) || mdq_span_starts(word, MDQ_SPAN_LIT("ف")));
  return joined ? mdq_span_sub(word, 2, word.len) : word;
}

/* «في» opens with a letter that could be a conjunction: the word itself comes first. */
static const struct mdq_row *pairs_of(const struct mdq_ctx *ctx, struct mdq_span word, bool *joined) {
  const struct mdq_row *row = mdq_table_get(ctx->tables[PAIRS], word);
  *joined = !row;
  return row ? row : mdq_table_get(ctx->tables[PAIRS], without_conjunction(word));
}

/* The next word of a list with such separators; false at its end. */
static bool next_item(struct mdq_span list, char separator, size_t *at, struct mdq_span *item) {
  if (*at >= list.len) return false;
  const char *next = memchr(list.ptr + *at, separator, list.len - *at);
  size_t end = next ? (size_t)(next - list.ptr) : list.len;
  *item = mdq_span_sub(list, *at, end);
  *at = end + 1;
  return true;
}

static bool lists(struct mdq_span list, struct mdq_span word) {
  size_t at = 0;
  for (struct mdq_span item; next_item(list, ';', &at, &item);)
    if (mdq_span_eq(item, word)) return true;
  return false;
}

/* The second words are the rarer ones. */
static bool closes_pair(struct mdq_ctx *ctx, struct mdq_word *word) {
  return mdq_table_find(ctx->tables[PAIRS], SECOND, mdq_word_v1(word)) != NULL;
}

/* Something beside tokens i and i + 1 shows that they are something else. */
static bool is_excused(const struct mdq_row *row, const struct mdq_segment *segment, size_t i) {
  struct mdq_span before = without_conjunction(mdq_token_v1(segment, i - 1)), behind = mdq_token_v1(segment, i + 2);
  size_t at = 0;
  for (struct mdq_span item; next_item(row->column[UNLESS], ' ', &at, &item);) {
    struct mdq_span word = mdq_span_sub(item, 1, item.len), beside = item.ptr[0] == '<' ? before : behind;
    bool definite = mdq_span_is(word, "ال") && mdq_span_starts(beside, word);
    if (beside.len && (definite || mdq_span_eq(beside, word))) return true;
  }
  return false;
}

static bool is_asked(const struct mdq_segment *segment, size_t i) {
  while (++i < segment->token_count && !(segment->tokens[i].flags & MDQ_TOKEN_SENTENCE_START))
    if (mdq_token_mark(segment, i, 0x061F) || mdq_token_mark(segment, i, '?')) return true;
  return false;
}

static void check_word(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t second) {
  bool joined;
  size_t i = second - 1;
  if (!mdq_token_is(segment, i, MDQ_TOKEN_AR) || segment->tokens[second].flags & MDQ_TOKEN_SENTENCE_START) return;
  const struct mdq_row *row = pairs_of(ctx, mdq_token_v1(segment, i), &joined);
  const unsigned words = MDQ_TOKEN_AR | MDQ_TOKEN_NUM | MDQ_TOKEN_LAT; /* «في ليس.»: a town; the particle needs what it is said of */
  bool pair = row && mdq_token_is(segment, second + 1, words) && lists(row->column[SECOND], mdq_token_v1(segment, second));
  if (!pair || is_excused(row, segment, i)) return;
  size_t rule = 0;
  while (rule < RULES && !mdq_span_is(row->column[RULE], names[rule])) rule++;
  if (rule == RULES || (rule == OF_WHAT && is_asked(segment, i))) return;
  struct mdq_span said = mdq_span_of(NULL, 0);
  if (rule == OF_WHAT) said = mdq_arena_printf(ctx->arena, "%.*sمما", joined ? 2 : 0, mdq_token_v1(segment, i).ptr);
  mdq_report(ctx, rule, .at = mdq_at_tokens(segment, i, i + 1), .x = mdq_tokens_text(segment, i, i + 1), .y = said, .fix = said);
}

static const char *const tables[] = { "mt/impossible-pairs.tsv", NULL };

const struct mdq_rule_group mdq_rules_mt_impossible_pairs = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = tables, .token_kinds = MDQ_TOKEN_AR, .concerns = closes_pair, .token = check_word,
};
