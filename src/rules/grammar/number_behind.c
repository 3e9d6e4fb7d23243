/* Numbers that follow their noun as adjectives do: «الدول الخمس», «المرتبة الثانية عشرة», «القرن الحادي والعشرون». */
#include "rules/number/counting.h"

enum { NUMBER, ORDINAL };

static const struct mdq_rule rules[] = {
  [NUMBER] = {
    .id = "grammar/number-behind", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/grammar", .since = "0.1",
    .summary = { "A numeral behind its noun in the noun's own gender", "عدد بعد معدوده يوافقه في الجنس حيث تحسن المخالفة" },
    .rationale = { "From three to ten a numeral takes the gender opposite to that of the noun's singular before the noun and behind it: الدول الخمس, المشاريع الخمسة. Edited news keeps to that, though grammarians let it pass behind the noun.",
                   "تخالف الأعداد من ثلاثة إلى عشرة جنس مفرد المعدود متقدمة ومتأخرة: الدول الخمس، المشاريع الخمسة. وعلى ذلك لغة الصحافة المحررة، وإن أجاز بعض النحاة المطابقة بعد المعدود." },
    .message = { "Behind “{x}” write “{y}”", "بعد «{x}» يُكتب «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "اجتمع سفراء في الدول الخمسة أمس", .fixed = "اجتمع سفراء في الدول الخمس أمس" },
      { .text = "خلال الأشهر الست الماضية", .fixed = "خلال الأشهر الستة الماضية" },
      { .text = "في المدن الثمانية الكبرى", .fixed = "في المدن الثماني الكبرى" },
      { .text = "على مدى السنوات الخمسة عشر الماضية", .fixed = "على مدى السنوات الخمس عشرة الماضية" },
      { 0 } },
    .good = (const char *const[]){
      "الدول الخمس والمشاريع الخمسة", "خلال الأشهر الستة الماضية", "على مدى السنوات الخمس عشرة الماضية", "الطرق الأربعة والطرق الأربع", "الرهائن الثلاثة", "حل الأيام العشر المباركة",
      "مجموعة الدول السبع", "اللاعبون الخمسة", "في المدن الثلاثة آلاف نازح", "في المدن والخمسة الباقية", "سائقي الشاحنات الثلاثة", NULL },
  },
  [ORDINAL] = {
    .id = "grammar/ordinal-gender", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/grammar", .since = "0.1",
    .summary = { "A compound ordinal whose parts do not both agree with the noun", "عدد ترتيبي مركب لا يطابق جزآه الموصوف" },
    .rationale = { "Both parts of the ordinals from eleven to nineteen agree with the noun: الطابق الثاني عشر, المرتبة الثانية عشرة; of the higher ones the first does: القرن الحادي والعشرون, المرتبة الحادية والعشرون.",
                   "يطابق جزآ العدد الترتيبي من الحادي عشر إلى التاسع عشر الموصوف: الطابق الثاني عشر، المرتبة الثانية عشرة؛ ويطابقه الجزء الأول مما فوقها: القرن الحادي والعشرون، المرتبة الحادية والعشرون." },
    .message = { "“{x}” → “{z}”{? behind “{y}”?}", "الصواب «{z}» لا «{x}»{? بعد «{y}»?}" },
    .bad = (const struct mdq_example[]){
      { .text = "يقع المكتب في الطابق الثانية عشر", .fixed = "يقع المكتب في الطابق الثاني عشر" },
      { .text = "حل الفريق في المرتبة الثاني عشر", .fixed = "حل الفريق في المرتبة الثانية عشرة" },
      { .text = "في مباريات الجولة الثالثة عشر", .fixed = "في مباريات الجولة الثالثة عشرة" },
      { .text = "مع بداية القرن الحادية والعشرين", .fixed = "مع بداية القرن الحادي والعشرين" },
      { .text = "في دورتها الخامسة عشر", .fixed = "في دورتها الخامسة عشرة" },
      { .text = "احتل المرتبة الرابع والعشرين عالميا", .fixed = "احتل المرتبة الرابعة والعشرين عالميا" },
      { 0 } },
    .good = (const char *const[]){
      "يقع المكتب في الطابق الثاني عشر", "في المرتبة الثانية عشرة", "القرن الحادي والعشرين", "كأس العالم الحادية والعشرين", "للمرة الثانية عشر سيارات", "الملك لويس الرابع عشر", "عيد الثورة الثاني عشر", "السوق الثانية عشرة",
      "تجتمع في الثانية عشرة", "مجلس الأمة الرابع عشر", NULL },
  },
};

static struct mdq_number_word word_at(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (!mdq_token_is(segment, i, MDQ_TOKEN_AR)) return (struct mdq_number_word){ .class = MDQ_NUMBER_NONE };
  return mdq_number_word(mdq_quantity_tables(ctx), segment->tokens[i].word);
}

static bool is_ordinal(const struct mdq_number_word *said) {
  return said->class == MDQ_NUMBER_ORDINAL || said->class == MDQ_NUMBER_ORDINAL_ONE;
}

static bool is_cardinal(const struct mdq_number_word *said) {
  return (said->class == MDQ_NUMBER_UNIT && said->value >= 3) || said->class == MDQ_NUMBER_TEN;
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  struct mdq_number_word said = mdq_number_word(mdq_quantity_tables(ctx), word);
  return said.article && !said.preposition && said.form && (is_ordinal(&said) || is_cardinal(&said));
}

/* The word before the noun may be what the number belongs to: «سائقي الشاحنات الثلاثة», «كأس العالم الحادية والعشرين». */
static bool may_be_construct(const struct mdq_segment *segment, size_t noun) {
  static const char *const others[] = { "هذه", "تلك", "هؤلاء", "هذا", "كل", "جميع", "مدى", "لكن", "أن", "إن", "مجموعة", "وسط", "داخل", "خارج", "عند", "قبل", "غضون", "مدار", NULL };
  if (!noun || !mdq_token_is(segment, noun - 1, MDQ_TOKEN_AR)) return false;
  struct mdq_span before = mdq_token_v1(segment, noun - 1);
  if (mdq_governs_genitive(segment, noun - 1) || mdq_span_is_one_of(before, others)) return false;
  return !mdq_span_starts(before, MDQ_SPAN_LIT("ال")) && !mdq_span_starts(before, MDQ_SPAN_LIT("وال")) && !mdq_span_starts(mdq_token_v1(segment, noun), MDQ_SPAN_LIT("لل"));
}

/* It is a plural besides, which a numeral may count. */
static bool is_plural_construct(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t noun) {
  struct mdq_noun head;
  struct mdq_span before = noun ? mdq_token_v1(segment, noun - 1) : MDQ_SPAN_LIT("");
  if (!may_be_construct(segment, noun)) return false;
  if (mdq_span_ends(before, MDQ_SPAN_LIT("ي")) || mdq_span_ends(before, MDQ_SPAN_LIT("و")) || mdq_span_ends(before, MDQ_SPAN_LIT("ات"))) return true;
  return mdq_noun_at(ctx, segment, noun - 1, false, &head) && (head.forms & MDQ_NOUN_PLURAL);
}

/* The noun at the token before i, with its gender; '\0': none that is known. */
static char gender_before(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, unsigned forms) {
  struct mdq_noun noun;
  if (!i || !mdq_noun_at(ctx, segment, i - 1, true, &noun) || !(noun.forms & forms)) return '\0';
  return mdq_noun_gender(&noun);
}

/* Token i is counted by what stands before it: «للمرة الثانية عشر سيارات», «في المدن الثلاثة آلاف نازح». */
static bool is_counted(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_noun noun;
  struct mdq_number_word said = word_at(ctx, segment, i);
  if (said.class == MDQ_NUMBER_MAGNITUDE || said.class == MDQ_NUMBER_HUNDRED || said.class == MDQ_NUMBER_PARTS) return true;
  return mdq_noun_at(ctx, segment, i, false, &noun) && (noun.forms & (MDQ_NOUN_PLURAL | MDQ_NOUN_ACCUSATIVE)) && !said.conjunction;
}

/* -- cardinals -- */

static void check_number(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, const struct mdq_number_word *unit) {
  char gender = gender_before(ctx, segment, i, MDQ_NOUN_PLURAL);
  struct mdq_number_word ten = word_at(ctx, segment, i + 1);
  bool teen = unit->class == MDQ_NUMBER_UNIT && ten.class == MDQ_NUMBER_TEN && !ten.conjunction && !ten.article && !ten.preposition;
  if (!gender || unit->conjunction || is_counted(ctx, segment, i + 1 + teen)) return;
  bool wrong_unit = unit->form != gender, wrong_ten = teen && ten.form == gender; /* عشرة, whose row says m, goes with feminine nouns */
  if (!wrong_unit && !wrong_ten) return;
  struct mdq_span right = mdq_token_text(segment, i), tail = teen ? mdq_token_text(segment, i + 1) : MDQ_SPAN_LIT("");
  if (wrong_unit) right = mdq_numeral_other_form(ctx, right, unit->form, unit->value);
  if (wrong_ten) tail = mdq_numeral_other_form(ctx, tail, ten.form, 10);
  if (!right.len || (teen && !tail.len)) return;
  if (teen) right = mdq_arena_printf(ctx->arena, "%.*s %.*s", (int)right.len, right.ptr, (int)tail.len, tail.ptr);
  bool nights = unit->class == MDQ_NUMBER_TEN && mdq_token_v2_is(segment, i - 1, "الايام"); /* of Dhu l-Hijja, a set phrase */
  if (nights || is_plural_construct(ctx, segment, i - 1)) return;
  mdq_report(ctx, NUMBER, .at = mdq_at_tokens(segment, i, i + teen), .x = mdq_token_text(segment, i - 1), .y = right, .fix = right, .severity = may_be_construct(segment, i - 1) ? MDQ_NOTE : MDQ_WARNING);
}

/* -- ordinals -- */

/* «الثاني», «الثانية» in the gender asked for; أول and آخر have other ways. Empty: not known. */
static struct mdq_span ordinal_in(struct mdq_ctx *ctx, struct mdq_span raw, char is, char gender) {
  const struct mdq_span ta = MDQ_SPAN_LIT("ة");
  if (is == gender) return raw;
  if (gender == 'f') return mdq_arena_printf(ctx->arena, "%.*sة", (int)raw.len, raw.ptr);
  return mdq_span_ends(raw, ta) ? mdq_span_sub(raw, 0, raw.len - ta.len) : MDQ_SPAN_LIT("");
}

/* «المرتبة», «القرن»: an ordinal behind it is its own, whatever stands before. */
static bool has_ordinals(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t noun) {
  return word_at(ctx, segment, noun).class == MDQ_NUMBER_COUNTER || mdq_span_ends(mdq_token_v1(segment, noun), MDQ_SPAN_LIT("القرن"));
}

static void report_ordinal(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, const struct mdq_number_word *unit, char gender, bool teen, char noun) {
  struct mdq_span right = ordinal_in(ctx, mdq_token_text(segment, i), unit->form, gender), tail = teen ? gender == 'f' ? MDQ_SPAN_LIT("عشرة") : MDQ_SPAN_LIT("عشر") : mdq_token_text(segment, i + 1);
  if (!right.len) return;
  right = mdq_arena_printf(ctx->arena, "%.*s %.*s", (int)right.len, right.ptr, (int)tail.len, tail.ptr);
  mdq_report(ctx, ORDINAL, .at = mdq_at_tokens(segment, i, i + 1), .x = mdq_tokens_text(segment, i, i + 1), .y = noun ? mdq_token_text(segment, i - 1) : MDQ_SPAN_LIT(""), .z = right,
             .fix = right);
}

static void check_ordinal(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, const struct mdq_number_word *unit) {
  struct mdq_number_word ten = word_at(ctx, segment, i + 1);
  bool teen = ten.class == MDQ_NUMBER_TEN && !ten.conjunction && !ten.article && !ten.preposition && unit->value < 10;
  bool tens = ten.class == MDQ_NUMBER_TENS && ten.conjunction && ten.article && unit->value < 10;
  if ((!teen && !tens) || (teen && is_counted(ctx, segment, i + 2)) || !(segment->tokens[i + 1].flags & MDQ_TOKEN_SPACED)) return;
  char noun = gender_before(ctx, segment, i, MDQ_NOUN_SINGULAR), other = ten.form == 'f' ? 'm' : 'f'; /* عشر goes with masculine nouns */
  bool parts_differ = teen && unit->form != other;
  if (noun && !parts_differ && !has_ordinals(ctx, segment, i - 1) && may_be_construct(segment, i - 1)) noun = '\0';
  if (!parts_differ && (!noun || noun == unit->form)) return;
  report_ordinal(ctx, segment, i, unit, noun ? noun : unit->form, teen, noun);
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_number_word said = word_at(ctx, segment, i);
  if (is_ordinal(&said)) check_ordinal(ctx, segment, i, &said);
  else check_number(ctx, segment, i, &said);
}

const struct mdq_rule_group mdq_rules_grammar_number_behind = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .token = token,
};
