/* Numbers that cannot be: lives that end before they begin, ages beyond all others or against a year of birth, more than all of a
   whole, days of more than 24 hours, fewer people than none. */
#include "arabic/proclitics.h"
#include "lint/reference_date.h"
#include "quantity/units.h"
#include "rules/number/counting.h"

enum { IMPOSSIBLE };
enum { TOO_OLD, MORE_THAN_ALL, DEATH_FIRST, AGE_AND_BIRTH, TOO_LONG, FEWER_THAN_NONE }; /* its wordings, the message first */
enum { PEOPLE }; /* the group's table */
enum { OLDEST = 122, NEAR = 6, FAR = 80 /* tokens of a life, or around an age */ };

static const struct mdq_rule rules[] = {
  [IMPOSSIBLE] = {
    .id = "number/impossible", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "A number that cannot be", "عدد لا يمكن أن يكون" },
    .rationale = { "Nobody dies before being born or reaches the age of 250, no day has 25 hours, and no more than all of the voters vote: a figure was changed on the way.",
                   "لا يموت أحد قبل أن يولد ولا يبلغ 250 عاما من العمر، وليس في اليوم 25 ساعة، ولا يصوت أكثر من جميع الناخبين؛ تغيّر رقم في الطريق." },
    .message = { "“{x}”: nobody has lived longer than 122 years", "«{x}»: لم يبلغ إنسان أكثر من 122 عاما" },
    .wordings = (const struct mdq_text[]){
      [MORE_THAN_ALL - 1] = { "“{x}”: no part is more than 100% of its whole", "«{x}»: لا يزيد الجزء على 100% من كله" },
      [DEATH_FIRST - 1] = { "“{x}”: death before birth", "«{x}»: الوفاة قبل الولادة" },
      [AGE_AND_BIRTH - 1] = { "“{x}”: the age does not fit the year of birth in {y}", "«{x}»: العمر لا يوافق سنة الولادة في عام {y}" },
      [TOO_LONG - 1] = { "“{x}”: a day has 24 hours, a week 7 days", "«{x}»: اليوم 24 ساعة والأسبوع 7 أيام" },
      [FEWER_THAN_NONE - 1] = { "“{x}”: fewer than none", "«{x}»: أقل من لا أحد" }, { 0 } },
    .bad = (const struct mdq_example[]){
      { .text = "ولد الكاتب عام 1990 وتوفي عام 1980 في باريس" },
      { .text = "ولد الشاعر في حلب عام 1950 ودرس فيها. وتوفي في لندن عام 1940." },
      { .text = "ولد سنة 1875 لأسرة فقيرة وعمل نجارا في شبابه، ثم توفي عام 1831." },
      { .text = "القاهرة 3 مارس 2024 (رويترز) -\nوقال سامي الحداد (45 عاما)، وهو من مواليد عام 1950، إنه نجا" },
      { .text = "وقال الرجل البالغ من العمر 250 عاما إنه بخير" },
      { .text = "أيد القرار 130% من السكان" },
      { .text = "شارك في الاقتراع 130 في المئة من سكان البلدة" },
      { .text = "فاز المرشح بنسبة 104 في المئة من أصوات الناخبين" },
      { .text = "حصل المرشح على 120 في المئة من إجمالي الأصوات" },
      { .text = "بلغت نسبة المشاركة 112 في المئة" },
      { .text = "يعمل الأطباء 25 ساعة في اليوم" },
      { .text = "يفتح المتجر 9 أيام في الأسبوع" },
      { .text = "أسفر القصف عن إصابة -5 أشخاص" },
      { .text = "رحل المخرج عن عمر ناهز 188 عاما" },
      { .text = "توفيت الشاعرة عن 175 عاما في بيتها" },
      { 0 } },
    .good = (const char *const[]){
      "ولد الكاتب عام 1920 وتوفي عام 1980 في باريس", "وقال الرجل البالغ من العمر 98 عاما إنه بخير", "ارتفعت المبيعات 130% من مستواها", "شجرة يبلغ عمرها 2500 عام", "ولد عام 1951 بعدما توفي والده عام 1950",
      "ولد عام 1951 لأب مهاجر من حلب وتوفي عام 1950 قبل ولادته", "ولد الشاعر عام 1951 ورثى أستاذه الذي عاش في مصر وتوفي عام 1932", "القاهرة 3 مارس 2024 (رويترز) -\nوقال سامي الحداد (74 عاما)، وهو من مواليد عام 1950، إنه نجا",
      "السلحفاة البالغة من العمر 190 عاما", "رحل المخرج عن عمر ناهز 88 عاما", "توفيت الشاعرة عن 105 أعوام", "نفقت السلحفاة عن عمر 188 عاما", "بلغ الدين 180% من إجمالي الناتج المحلي",
      "ارتفعت نسبة البطالة 130 في المئة", "بلغت نسبة المشاركة 100 في المئة", "يعمل الأطباء 24 ساعة في اليوم", "تبث القناة 400 ساعة في اليوم عبر فروعها", "أغنية «8 أيام في الأسبوع»", "انخفضت الحرارة إلى -5 درجات",
      "-5 أشخاص من كل حي", "الأعمار بين 3 -5 أعوام", "زاد عدد المسجلين 130% من السكان", NULL },
  },
};

struct state { /* of the segment in hand */
  const struct mdq_quantity *birth; /* the last year of birth */
  size_t born;                      /* the verb's token */
};

static void report(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t first, size_t last, uint8_t wording) {
  mdq_report(ctx, IMPOSSIBLE, .at = mdq_at_tokens(segment, first, last), .x = mdq_tokens_text(segment, first, last), .wording = wording);
}

static bool has_unit(const struct mdq_quantity *q, const char *id) {
  return q->unit && mdq_span_is(mdq_unit_id(q->unit), id);
}

/* -- lives -- */

static const char *const born[] = { "ولد", "ولدت", "وولد", "وولدت", "مواليد", "المولود", "المولوده", NULL };
static const char *const died[] = { "وتوفي", "وتوفيت", "ومات", "وماتت", "توفي", "توفيت", "ورحل", "ورحلت", NULL };

/* What may stand between a verb and what tells its time: else it is another's birth or death, «توفي والده». */
static const char *const before_time[] = { "في", "عام", "سنه", "العام", "يوم", "شهر", "من", "خلال", "بتاريخ", "فيها", "هناك", "بها", "ايضا", NULL };

enum event { NOTHING, BIRTH, DEATH };

/* What the year dates: the nearest such verb, up to NEAR words before it, in the same clause. */
static enum event event_of(const struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *year, size_t *verb) {
  for (size_t i = year->first, steps = 0; i-- > 0 && steps <= NEAR; steps++) {
    *verb = i;
    if (mdq_token_is(segment, i, MDQ_TOKEN_AR) && !(mdq_beside(mdq_quantity_tables(ctx), segment, i) & MDQ_BESIDE_LIFE)) continue;
    if (mdq_token_v2_is_one_of(segment, i, born)) return BIRTH;
    if (mdq_token_v2_is_one_of(segment, i, died)) return DEATH;
    if (mdq_token_is(segment, i, MDQ_TOKEN_PUNCT) && !year->in_date) return NOTHING;
  }
  return NOTHING;
}

/* Somebody else comes in: a relative, or who is spoken of in a relative clause. */
static bool tells_of_another(const struct mdq_segment *segment, size_t from, size_t to) {
  static const char *const others[] = { "والد", "اب", "ابو", "ابي", "ام", "امه", "والدته", "والده", "والدها", "والدتها", "جد", "جده", "زوج", "زوجه", "زوجته", "زوجها", "شقيق", "شقيقه", "شقيقته", "اخ", "اخوه", "اخيه", "ابن", "ابنه",
                                        "عم", "عمه", "خال", "خاله", "الذي", "التي", "استاذه", "صديقه", "رفيقه", "سلفه", "معلمه", NULL };
  struct mdq_stem stems[MDQ_STEMS_MOST];
  for (size_t i = from; i < to; i++) {
    struct mdq_span word = mdq_token_v2(segment, i);
    size_t count = word.len ? mdq_stems(word, stems) : 0;
    for (size_t s = 0; s < count; s++)
      if (mdq_span_is_one_of(stems[s].text, others)) return true;
  }
  return false;
}

static bool is_year(const struct mdq_quantity *q) {
  return q->kind == MDQ_QUANTITY_YEAR && !q->unit && q->part == MDQ_QUANTITY_WHOLE;
}

static void check_life(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q) {
  struct state *state = ctx->state;
  size_t verb;
  enum event event = is_year(q) ? event_of(ctx, segment, q, &verb) : NOTHING;
  if (event == BIRTH) *state = (struct state){ q, verb };
  if (event != DEATH || !state->birth || q->value >= state->birth->value) return;
  if (verb > state->born + FAR || !mdq_token_v2_is_one_of(segment, verb + 1, before_time) || tells_of_another(segment, state->born, verb)) return;
  report(ctx, segment, state->born, q->last, DEATH_FIRST);
}

/* «(45 عاما)» or «البالغ من العمر 45 عاما» of whom the same sentence tells the year of birth. */
static void check_birth_and_age(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantities *quantities, const struct mdq_quantity *age) {
  enum { CLAUSE = 20 };
  const struct mdq_reference_date *today = mdq_reference_date(ctx);
  bool bracketed = age->first && mdq_token_mark(segment, age->first - 1, '(') && mdq_token_mark(segment, age->last + 1, ')');
  const struct mdq_quantity *end = quantities->items + quantities->count;
  if (!bracketed || !has_unit(age, "year") || !today->year || today->origin <= MDQ_REFERENCE_SOURCE || age->approximate) return;
  for (const struct mdq_quantity *q = age + 1; q < end && q->first < age->last + CLAUSE; q++) {
    size_t verb;
    if (!is_year(q) || event_of(ctx, segment, q, &verb) != BIRTH || verb < age->last || tells_of_another(segment, age->last, verb)) continue;
    double difference = today->year - q->value - age->value;
    for (size_t i = age->last; i < q->first; i++)
      if (segment->tokens[i].flags & MDQ_TOKEN_SENTENCE_START) return;
    if (difference >= -1 && difference <= 2) return;
    mdq_report(ctx, IMPOSSIBLE, .at = mdq_at_tokens(segment, age->first, q->last), .x = mdq_tokens_text(segment, age->first, q->last),
               .y = mdq_arena_printf(ctx->arena, "%d", today->year), .wording = AGE_AND_BIRTH);
    return;
  }
}

/* Trees and tortoises grow older than people. */
static bool tells_of_old_things(const struct mdq_segment *segment, size_t age) {
  static const char *const stems[] = { "سلحفا", "شجر", "متحف", "موميا", "حوت", "قرش", "حفري", "احفور", "هيكل", "جمجم", "مدين", "مبن", "قصر", "كنيس", "مسجد", "تمثال", "مخطوط", "نجم", "كوكب", "مجر", NULL };
  struct mdq_stem readings[MDQ_STEMS_MOST];
  for (size_t i = age > FAR ? age - FAR : 0; i < segment->token_count && i < age + FAR; i++) {
    struct mdq_span word = mdq_token_v2(segment, i);
    size_t count = word.len ? mdq_stems(word, readings) : 0;
    for (size_t s = 0; s < count; s++)
      for (size_t k = 0; stems[k]; k++)
        if (mdq_span_starts(readings[s].text, mdq_span_str(stems[k]))) return true;
  }
  return false;
}

/* «توفي», or «توفي» and up to two words of a name, before token i. */
static bool death_before(const struct mdq_segment *segment, size_t i) {
  for (size_t steps = 0; i-- > 0 && steps < 3 && mdq_token_is(segment, i, MDQ_TOKEN_AR); steps++)
    if (mdq_token_v2_is_one_of(segment, i, died)) return true;
  return false;
}

/* A person's age stands at token i: «يبلغ من العمر», «توفي سامي عن», «عن عمر ناهز». */
static bool tells_age(const struct mdq_segment *segment, size_t i) {
  static const char *const reaches[] = { "البالغ", "البالغه", "يبلغ", "تبلغ", "ويبلغ", "وتبلغ", NULL }, *const nears[] = { "ناهز", "يناهز", NULL };
  if (i >= 3 && mdq_token_v2_is(segment, i - 1, "العمر") && mdq_token_v2_is_one_of(segment, i - 3, reaches)) return true;
  if (i && mdq_token_v2_is(segment, i - 1, "عن") && death_before(segment, i - 1)) return true;
  if (i >= 3 && mdq_token_v2_is_one_of(segment, i - 1, nears)) i--;
  return i >= 2 && mdq_token_v2_is(segment, i - 1, "عمر") && mdq_token_v2_is(segment, i - 2, "عن");
}

static void check_old(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q) {
  if (!has_unit(q, "year") || q->value <= OLDEST || q->value >= 1000) return;
  if (!tells_age(segment, q->first) || tells_of_old_things(segment, q->first)) return;
  report(ctx, segment, q->first, q->last, TOO_OLD);
}

/* -- shares -- */

static bool within(const struct mdq_segment *segment, size_t from, size_t to, const char *const *starts) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  for (size_t i = from; i < to; i++) {
    struct mdq_span word = mdq_token_v2(segment, i);
    size_t count = word.len ? mdq_stems(word, stems) : 0;
    for (size_t s = 0; s < count; s++)
      for (size_t k = 0; starts[k]; k++)
        if (mdq_span_starts(stems[s].text, mdq_span_str(starts[k]))) return true;
  }
  return false;
}

/* «ارتفع ... 130% من», «تحصين 130% من السكان المستهدفين», «ما يعادل» */
static bool tells_of_growth(const struct mdq_segment *segment, size_t first, size_t last) {
  static const char *const starts[] = { "زاد", "زياد", "يزيد", "تزيد", "ازداد", "ارتف", "يرتفع", "ترتفع", "نما", "نمو", "ينمو", "تنمو", "صعد", "قفز", "عادل", "يعادل", "تعادل", "مستهدف", "مقارن", "ضعف", "تجاوز", "توسع", NULL };
  enum { BEFORE = 8, BEHIND = 3 };
  size_t to = last + 1 + BEHIND < segment->token_count ? last + 1 + BEHIND : segment->token_count;
  return within(segment, first > BEFORE ? first - BEFORE : 0, to, starts);
}

/* «من السكان», «من سكان البلدة», «من أصوات الناخبين»: all of them are a hundred. */
static bool is_whole(const struct mdq_segment *segment, size_t i) {
  static const char *const wholes[] = { "سكان", "ناخبين", "مشاركين", "مستطلعين", "مواطنين", "اصوات", "طلاب", "موظفين", "شباب", "مقاعد", "اسر", "مرضي", "ناخبون", "حضور", "مصوتين", "مقترعين", NULL };
  struct mdq_span word = mdq_token_v2(segment, i);
  if (mdq_span_starts(word, MDQ_SPAN_LIT("ال"))) return mdq_span_is_one_of(mdq_span_sub(word, 4, word.len), wholes);
  return mdq_span_is_one_of(word, wholes) && mdq_span_starts(mdq_token_v2(segment, i + 1), MDQ_SPAN_LIT("ال"));
}

static bool check_share(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q) {
  static const char *const all[] = { "اجمالي", "مجموع", "عدد", "كل", "جميع", NULL };
  size_t whole = q->last + 2 + mdq_token_v2_is_one_of(segment, q->last + 2, all);
  if (!mdq_token_v2_is(segment, q->last + 1, "من") || !is_whole(segment, whole) || tells_of_growth(segment, q->first, whole)) return false;
  report(ctx, segment, q->first, whole, MORE_THAN_ALL);
  return true;
}

/* «بلغت نسبة المشاركة 112 في المئة»: rates of which a hundred is the most. */
static void check_rate(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q) {
  static const char *const rates[] = { "المشاركه", "مشاركه", "الاقبال", "اقبال", "التصويت", "النجاح", "نجاح", "الرطوبه", "رطوبه", "البطاله", "بطاله", "الفقر", "الاميه", "الشفاء", "الحضور", "حضور", NULL };
  static const char *const verbs[] = { "بلغت", "بلغ", "تبلغ", "وصلت", "كانت", "الي", "نحو", "حوالي", "قدرها", NULL };
  size_t i = q->first;
  for (size_t steps = 0; steps < 2 && i && mdq_token_v2_is_one_of(segment, i - 1, verbs); steps++) i--;
  if (i < 2 || !mdq_token_v2_is_one_of(segment, i - 1, rates) || tells_of_growth(segment, i, q->last)) return;
  struct mdq_span head = mdq_token_v2(segment, i - 2);
  if (mdq_span_is(head, "نسبه") || mdq_span_is(head, "بنسبه") || mdq_span_is(head, "ونسبه")) report(ctx, segment, i - 2, q->last, MORE_THAN_ALL);
}

/* -- days and weeks; fewer than none -- */

/* «25 ساعة في اليوم»; a network may broadcast 400 */
static void check_period(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q) {
  static const struct {
    const char *unit, *whole, *adverb;
    double most, doubtful;
  } periods[] = { { "hour", "اليوم", "يوميا", 24, 30 }, { "day", "الاسبوع", "اسبوعيا", 7, 10 } };
  if (segment->tokens[q->first].flags & MDQ_TOKEN_QUOTED) return;
  for (size_t k = 0; k < MDQ_COUNT(periods); k++) {
    if (!has_unit(q, periods[k].unit) || q->value <= periods[k].most || q->value > periods[k].doubtful) continue;
    bool in = mdq_token_v2_is(segment, q->last + 1, "في") && mdq_token_v2_is(segment, q->last + 2, periods[k].whole) && !mdq_token_is(segment, q->last + 3, MDQ_TOKEN_NUM);
    bool each = mdq_token_v2_is(segment, q->last + 1, periods[k].adverb);
    if (in || each) report(ctx, segment, q->first, q->last + 1 + in, TOO_LONG);
  }
}

/* «إصابة -5 أشخاص»; a hyphen that opens a line or follows a figure is none. */
static void check_negative(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q) {
  struct mdq_noun noun;
  if (q->value >= 0 || q->first < 2 || !mdq_token_is(segment, q->first - 2, MDQ_TOKEN_AR)) return;
  if (!mdq_noun_at(ctx, segment, q->last + 1, false, &noun) || !mdq_listed(ctx, PEOPLE, noun.singular)) return;
  report(ctx, segment, q->first - 1, q->last + 1, FEWER_THAN_NONE);
}

/* -- hooks -- */

static void segment_numbers(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct state *state = ctx->state;
  const struct mdq_quantities *quantities = mdq_segment_quantities(ctx, segment);
  *state = (struct state){ NULL, 0 };
  for (size_t i = 0; quantities && i < quantities->count; i++) {
    const struct mdq_quantity *q = &quantities->items[i];
    if (q->kind == MDQ_QUANTITY_YEAR) {
      check_life(ctx, segment, q);
    } else if (q->kind == MDQ_QUANTITY_PERCENT) {
      if (q->value <= 100 || q->ambiguous || q->part != MDQ_QUANTITY_WHOLE) continue;
      if (!check_share(ctx, segment, q)) check_rate(ctx, segment, q);
    } else if (q->kind == MDQ_QUANTITY_PLAIN) {
      check_old(ctx, segment, q);
      check_birth_and_age(ctx, segment, quantities, q);
      check_period(ctx, segment, q);
      check_negative(ctx, segment, q);
    }
  }
}

const struct mdq_rule_group mdq_rules_number_impossible = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = (const char *const[]){ "numbers/people.tsv", NULL }, .concerns = mdq_concerns_quantities, .segment_kinds = MDQ_TOKEN_NUM, .segment_words = true,
  .state_size = sizeof(struct state), .segment = segment_numbers,
};
