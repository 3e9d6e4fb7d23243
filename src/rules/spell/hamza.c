/* Hamza left out, added, or on the wrong seat. */
#include "rules/spell/spelling.h"

enum { HAMZA };

static const struct mdq_rule rules[] = {
  [HAMZA] = {
    .id = "spell/hamza", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "fluency/spelling", .since = "0.1",
    .summary = { "Hamza left out, added, or on the wrong seat", "همزة ساقطة أو زائدة أو في غير موضعها" },
    .rationale = { "The hamza of أ and إ belongs to the word. Words that begin with a connecting alef (الاقتراع, استقال) have none. Where two readings are possible, both are offered.",
                   "همزة القطع جزء من الكلمة، ولا همزة في ما يبدأ بهمزة وصل كالاقتراع واستقال. وإذا احتمل الرسم وجهين عُرضا معًا." },
    .message = { "Hamza: write “{y}”", "خطأ في الهمزة، الصواب «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "وصل الوزير الى العاصمة", .fixed = "وصل الوزير إلى العاصمة" },
      { .text = "بدأ الإقتراع في الصباح", .fixed = "بدأ الاقتراع في الصباح" },
      { .text = "قررت الحكومة انشاء محطة جديدة", .fixed = "قررت الحكومة إنشاء محطة جديدة" },
      { .text = "قال المتحدث ان المحادثات مستمرة" },
      { .text = "شاركت وسائل الاعلام في التغطية" },
      { .text = "إستقال رئيس الوزراء مساء أمس", .fixed = "استقال رئيس الوزراء مساء أمس" },
      { .text = "قال إنه عائد إنشاء الله غدا بأذن الله", .fixed = "قال إنه عائد إن شاء الله غدا بإذن الله" },
      { .text = "حضرت إمرأتان يوم الأثنين بإسم الوزارة", .fixed = "حضرت امرأتان يوم الاثنين باسم الوزارة" },
      { .text = "ناقش المسؤلون شؤن الدولة ورؤس الأموال", .fixed = "ناقش المسؤولون شؤون الدولة ورؤوس الأموال" },
      { .text = "كان اسوا يوم حين انشات الحكومة المحطة", .fixed = "كان أسوأ يوم حين أنشأت الحكومة المحطة" },
      { .text = "أعتذرت الشركة بعد أن حضر الوزرأ", .fixed = "اعتذرت الشركة بعد أن حضر الوزراء" },
      { .text = "وصل اكادير أمس", .fixed = "وصل أكادير أمس" },
      { .text = "قال إنها إفضل من غيرها وأحدى أهمها", .fixed = "قال إنها أفضل من غيرها وإحدى أهمها" },
      { 0 } },
    .good = (const char *const[]){ "فازت في الانتخابات بعد استقالة الحكومة", "يتحدث الإنجليزية وزار إندونيسيا", "إنه يرى أن الإنتاج زاد، فإن الطلب ارتفع",
                                   "وضعت الوزارة استراتيجية جديدة للنقل", "تضم الهيئة عشرة أعلام من رجال الإعلام", "اكتشف العلماء امرأة وابنا في المقبرة",
                                   "قررت الشركة إنشاء مصنع بإعمال قاعدة جديدة", "أريد أن أستعرض معكم التقرير", "وقف أمامه إمامه", "من إنشاء الله تعالى للكون", "سجلت كاليزا وفاوزي الهدف", NULL },
  },
};

/* بان and فان are also a verb, a name and a van: not before a definite noun or a demonstrative. */
static bool find_particle(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  static const char *const rows[][2] = { { "بان", "بأن" }, { "فان", "فإن" } };
  static const char *const following[] = { "هذا", "هذه", "هناك", "ذلك", "تلك", "ما", "لا", "كل" };
  struct mdq_span v1 = mdq_token_v1(segment, i), next = mdq_token_v1(segment, i + 1);
  size_t row = 0;
  while (row < MDQ_COUNT(rows) && !mdq_span_is(v1, rows[row][0])) row++;
  if (row == MDQ_COUNT(rows) || mdq_name_expected(ctx, segment, i)) return false;
  bool follows = mdq_span_starts(next, MDQ_SPAN_LIT("ال"));
  for (size_t k = 0; k < MDQ_COUNT(following); k++) follows |= mdq_span_is(next, following[k]);
  if (!follows) return false;
  struct mdq_span fix = mdq_span_str(rows[row][1]);
  mdq_report(ctx, HAMZA, .at = mdq_at_token(segment, i), .x = mdq_token_text(segment, i), .y = fix, .fix = fix, .severity = MDQ_WARNING,
             .certainty = MDQ_LIKELY);
  return true;
}

/* «إنشاء الله تعالى للكون»: God's making is meant. */
static bool is_creation(const struct mdq_segment *segment, size_t god) {
  struct mdq_span next = mdq_token_v1(segment, god + 1);
  return mdq_span_is(next, "تعالى") || mdq_span_is(next, "سبحانه") || (next.len > 6 && mdq_span_starts(next, MDQ_SPAN_LIT("لل")));
}

/* لان "softened", what and with what: «لان الحديد بالحرارة». */
static bool find_softened(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (!mdq_span_is(mdq_token_v1(segment, i), "لان") || !mdq_span_starts(mdq_token_v1(segment, i + 1), MDQ_SPAN_LIT("ال"))) return false;
  if (!mdq_span_starts(mdq_token_v1(segment, i + 2), MDQ_SPAN_LIT("بال"))) return false;
  struct mdq_span fix = MDQ_SPAN_LIT("لأن");
  mdq_report(ctx, HAMZA, .at = mdq_at_token(segment, i), .x = mdq_token_text(segment, i), .y = fix, .fix = fix, .severity = MDQ_WARNING, .certainty = MDQ_LIKELY);
  return true;
}

/* إنشاء الله, بأذن الله: "God's making", "in God's ear". */
static bool find_god_willing(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  static const char *const rows[][2] = { { "إنشاء", "إن شاء" }, { "انشاء", "إن شاء" }, { "أنشاء", "إن شاء" }, { "انشا", "إن شاء" }, { "إنشا", "إن شاء" },
                                         { "بأذن", "بإذن" },   { "باذن", "بإذن" } };
  struct mdq_span v1 = mdq_token_v1(segment, i);
  if (!mdq_token_is(segment, i + 1, MDQ_TOKEN_AR) || segment->tokens[i + 1].word->letters != 4) return false; /* at hand, unlike its form */
  if (!mdq_span_is(mdq_token_v1(segment, i + 1), "الله")) return false;
  for (size_t row = 0; row < MDQ_COUNT(rows); row++) {
    if (!mdq_span_is(v1, rows[row][0])) continue;
    struct mdq_span fix = mdq_span_str(rows[row][1]);
    if (mdq_span_is(fix, "إن شاء") && is_creation(segment, i + 1)) return false;
    mdq_report(ctx, HAMZA, .at = mdq_at_token(segment, i), .x = mdq_token_text(segment, i), .y = fix, .fix = fix, .safe = true);
    return true;
  }
  return false;
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  if (mdq_is_confused(ctx, word, MDQ_CONFUSED_HAMZA) || (word->letters <= 4 && mdq_spelling_of(ctx, word))) return true;
  struct mdq_span v1 = mdq_word_v1(word);
  return mdq_span_is(v1, "إنشاء") || mdq_span_is(v1, "إنشا") || mdq_span_is(v1, "بأذن");
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (find_god_willing(ctx, segment, i)) return;
  if (segment->tokens[i].word->letters <= 4 && (find_particle(ctx, segment, i) || find_softened(ctx, segment, i))) return;
  mdq_report_spelling(ctx, segment, i, MDQ_CONFUSED_HAMZA, HAMZA);
}

const struct mdq_rule_group mdq_rules_spell_hamza;
const struct mdq_rule_group mdq_rules_spell_hamza = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = mdq_spelling_tables, .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .token = token,
};
