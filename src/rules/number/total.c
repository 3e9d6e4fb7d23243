/* Parts and wholes: a part larger than its whole, parts that do not add up to what is said of them all, shares of votes beyond a
   hundred, votes beyond those that were there. */
#include "arabic/proclitics.h"
#include "rules/number/counting.h"

enum { TOTAL };
enum { LARGER_PART, OTHER_SUM, MORE_SHARES, MORE_VOTES }; /* its wordings, the message first */
enum { PEOPLE }; /* the group's table */
enum { LONGEST = 160 /* tokens of a sentence */ };

static const struct mdq_rule rules[] = {
  [TOTAL] = {
    .id = "number/total", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "A part larger than its whole, or parts that do not add up", "جزء أكبر من كله، أو أجزاء لا يساوي مجموعها الكل" },
    .rationale = { "«5 قتلى بينهم 8 أطفال» cannot be, nor can 12 dead be 5 men, 4 women and 2 children: one of the numbers was mistranslated.",
                   "لا يستقيم «5 قتلى بينهم 8 أطفال»، ولا أن يكون 12 قتيلا 5 رجال و4 نساء وطفلين؛ أحد الأعداد خطأ." },
    .message = { "The part (“{y}”) is larger than its whole (“{x}”)", "الجزء («{y}») أكبر من كله («{x}»)" },
    .wordings = (const struct mdq_text[]){
      [OTHER_SUM - 1] = { "“{y}” makes {z}, not “{x}”", "مجموع «{y}» {z} لا «{x}»" },
      [MORE_SHARES - 1] = { "Shares of more than 100%: “{y}”", "حصص مجموعها أكثر من 100%: «{y}»" },
      [MORE_VOTES - 1] = { "{z} votes in “{y}” of “{x}”", "{z} صوتا في «{y}» من أصل «{x}»" }, { 0 } },
    .bad = (const struct mdq_example[]){
      { .text = "قتل 5 أشخاص بينهم 8 أطفال في الغارة" },
      { .text = "أصيب سبعة مدنيين، من بينهم 12 امرأة، في القصف" },
      { .text = "صوت 90 نائبا من أصل 75 لصالح القرار" },
      { .text = "سقط 12 قتيلا: 5 رجال و4 نساء وطفلان." },
      { .text = "أوقفت الشرطة ستة أشخاص، هم أربعة رجال وثلاث نساء." },
      { .text = "قتل 12 شخصا، هم خمسة رجال وأربع نساء وطفل." },
      { .text = "وصل عشرة لاعبين هم ستة لاعبين من تونس وثلاثة من مصر." },
      { .text = "حصل الرئيس على 60% ومنافسه على 30% والمرشح الثالث على 20% من الأصوات." },
      { .text = "صوت 60 نائبا لصالح القانون وعارضه 50 نائبا وامتنع 10 نواب عن التصويت، من أصل 100 نائب." },
      { 0 } },
    .good = (const char *const[]){
      "قتل 15 شخصا بينهم 8 أطفال في الغارة", "صوت 75 نائبا من أصل 90 لصالح القرار", "بعد 3 سنوات اعتقل المئات بينهم 40 صحافيا", "قتل العشرات بينهم 8 أطفال", "أصيب 5 بينهم ثلاثة أطفال",
      "اعتقل 1029 محتجا في 19 مدينة بينهم 475 في العاصمة", "220 مشروعا لفائدة 294 ألف نسمة من مجموع 302 مشروع", "انسحب 3 لاعبين وبقي الفريق كله وبينهم 11 دوليا",
      "سقط 11 قتيلا: 5 رجال و4 نساء وطفلان.", "سقط 12 قتيلا: 5 رجال و4 نساء وطفلان وجندي.", "سقط 12 قتيلا: 5 رجال و4 نساء وآخرون.", "سقط 12 قتيلا: 5 رجال و4 نساء، وأصيب 3 أشخاص.", "سقط 12 قتيلا، بينهم 5 رجال و4 نساء.",
      "نفذ على ثلاث مراحل استفادت منها 3202 عائلة", "خمسة أجزاء يحوي كل منها 30 حلقة", "سجل 155 هدفا من أصل 14 مواجهة", "شارك 12 لاعبا: 5 منهم فازوا و4 خسروا.", "بعد فرز 90% من الأصوات حصل الرئيس على 55% من الأصوات.", "حصل الحزب على 60% مقابل 50% في الاقتراع السابق من الأصوات.",
      "صوت 60 نائبا لصالح القانون وعارضه 30 نائبا وامتنع 10 نواب، من أصل 100 نائب.", "انقسم المتهمون وعددهم 12 متهما: 5 في 2019 و4 في 2020.", NULL },
  },
};

static void report(struct mdq_ctx *ctx, const struct mdq_segment *segment, struct mdq_span whole, size_t start, size_t end, uint8_t wording, double sum) {
  struct mdq_span said = wording ? mdq_arena_printf(ctx->arena, "%.10g", sum) : MDQ_SPAN_LIT("");
  mdq_report(ctx, TOTAL, .at = mdq_at(segment, start, end), .x = whole, .y = mdq_span_sub(segment->text, start, end), .z = said, .wording = wording);
}

static struct mdq_span text_of(const struct mdq_segment *segment, const struct mdq_quantity *q) {
  return mdq_span_sub(segment->text, q->start, q->end);
}

static bool is_count(const struct mdq_quantity *q) {
  return q->kind == MDQ_QUANTITY_PLAIN && !q->unit && q->part == MDQ_QUANTITY_WHOLE && !q->ambiguous && !q->approximate && q->value >= 2;
}

/* The token behind the sentence that token i stands in, or behind as much of it as anybody reads. */
static size_t sentence_end(const struct mdq_segment *segment, size_t i) {
  const size_t most = i + LONGEST < segment->token_count ? i + LONGEST : segment->token_count;
  for (i++; i < most; i++)
    if (segment->tokens[i].flags & MDQ_TOKEN_SENTENCE_START) break;
  return i;
}

static bool in_one_sentence(const struct mdq_segment *segment, size_t from, size_t to) {
  return sentence_end(segment, from) > to;
}

/* -- one part -- */

/* A count that the part may belong to as well: «1029 شخصا في 19 مدينة بينهم 475». */
static bool larger_before(const struct mdq_segment *segment, const struct mdq_quantities *quantities, const struct mdq_quantity *whole, const struct mdq_quantity *part) {
  enum { BACK = 6 };
  for (const struct mdq_quantity *q = whole; q-- > quantities->items && whole - q <= BACK;) {
    if (!in_one_sentence(segment, q->first, part->first)) return false;
    if (q->value >= part->value || q->kind == MDQ_QUANTITY_VAGUE) return true;
  }
  return false;
}

/* «ثلاث مراحل استفادت منها 3202 عائلة», «خمسة أجزاء يحوي كل منها 30 حلقة»: «منها» parts them only right behind their noun. */
static bool is_of_each(const struct mdq_segment *segment, size_t noun, size_t among) {
  bool of_them = mdq_span_starts(mdq_token_v2(segment, among), MDQ_SPAN_LIT("من"));
  return of_them && among != noun + 1 && !mdq_token_is(segment, among - 1, MDQ_TOKEN_PUNCT);
}

/* «5 أشخاص بينهم 8 أطفال»: the part follows «بينهم» at once, and what is divided stands right before it. */
static void check_among(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantities *quantities, const struct mdq_quantity *whole, const struct mdq_quantity *part) {
  enum { NEAR = 4 };
  static const char *const among[] = { "بينهم", "بينها", "بينهن", "منهم", "منها", "منهن", NULL };
  if (!is_count(whole) || !is_count(part) || part->value <= whole->value || !part->first || !mdq_token_v2_is_one_of(segment, part->first - 1, among)) return;
  if (part->first - 1 > whole->last + NEAR || !in_one_sentence(segment, whole->first, part->first) || larger_before(segment, quantities, whole, part)) return;
  struct mdq_counting c;
  if (!mdq_counting_read(ctx, segment, whole, &c) || !c.has_noun || is_of_each(segment, c.token, part->first - 1)) return;
  report(ctx, segment, text_of(segment, whole), part->start, part->end, LARGER_PART, 0);
}

/* Token i follows «من أصل», «من مجموع». */
static bool is_out_of(const struct mdq_segment *segment, size_t i) {
  static const char *const origin[] = { "اصل", "مجموع", NULL };
  return i >= 2 && mdq_token_v2_is_one_of(segment, i - 1, origin) && mdq_token_v2_is(segment, i - 2, "من");
}

/* The word at token i is not what the number before it counts. */
static bool goes_on(const struct mdq_segment *segment, size_t i) {
  static const char *const words[] = { "لصالح", "ضد", "في", "على", "من", "مع", "صوتوا", "حضروا", "شاركوا", "كانوا", "خلال", NULL };
  return mdq_span_is_one_of(mdq_token_v1(segment, i), words);
}

/* «90 نائبا من أصل 75» */
static void check_out_of(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *part, const struct mdq_quantity *whole) {
  enum { NEAR = 3 };
  if (!is_count(part) || !is_count(whole) || part->value <= whole->value || !is_out_of(segment, whole->first)) return;
  if (whole->first - 2 > part->last + NEAR || !in_one_sentence(segment, part->first, whole->first)) return;
  struct mdq_counting a, b;
  if (!mdq_counting_read(ctx, segment, part, &a) || !a.has_noun || !mdq_counting_read(ctx, segment, whole, &b)) return;
  /* «155 هدفا من أصل 14 مواجهة»: goals a match */
  if (b.has_noun ? a.noun.row != b.noun.row : mdq_token_is(segment, b.token, MDQ_TOKEN_AR) && !goes_on(segment, b.token)) return;
  report(ctx, segment, text_of(segment, whole), part->start, part->end, LARGER_PART, 0);
}

/* -- a list of all parts -- */

/* Where the list begins that «12 قتيلا:» or «ستة أشخاص، هم» announces; 0: nothing does. */
static size_t list_behind(const struct mdq_segment *segment, size_t noun) {
  static const char *const are[] = { "هم", "وهم", "هي", "وهي", "هن", "وهن", NULL };
  enum { NEAR = 4 };
  for (size_t i = noun + 1; i <= noun + NEAR && i + 1 < segment->token_count; i++) {
    if (mdq_token_mark(segment, i, ':')) return i + 1;
    if (mdq_token_v2_is_one_of(segment, i, are)) return i <= noun + 2 ? i + 1 : 0;
    if (segment->tokens[i].flags & MDQ_TOKEN_SENTENCE_START) return 0;
    if (!mdq_token_is(segment, i, MDQ_TOKEN_AR) && !mdq_token_mark(segment, i, 0x060C)) return 0;
  }
  return 0;
}

static bool is_people(struct mdq_ctx *ctx, const struct mdq_noun *noun) {
  static const char *const women[] = { "امرأة", "سيدة", "فتاة", "طفلة", "بنت", "طالبة", "لاعبة", NULL };
  return mdq_listed(ctx, PEOPLE, noun->singular) || mdq_span_is_one_of(noun->singular, women);
}

/* «وطفل»: one more, at token i. */
static bool is_one_more(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_noun noun;
  bool and = mdq_span_starts(mdq_token_v1(segment, i), MDQ_SPAN_LIT("و"));
  return and && mdq_noun_at(ctx, segment, i, false, &noun) && (noun.forms & MDQ_NOUN_SINGULAR) && !(noun.forms & MDQ_NOUN_PLURAL) && is_people(ctx, &noun);
}

/* The noun behind a part, or that the part is, as «طفلان»; false: none, or it is no count of people or of the whole's noun. */
static bool is_part(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q, const struct mdq_noun *whole, size_t *next) {
  struct mdq_counting c;
  struct mdq_noun noun;
  *next = q->last + 1;
  if (q->dual) return !q->unit && mdq_noun_at(ctx, segment, q->first, false, &noun) && is_people(ctx, &noun);
  if (!is_count(q) || !mdq_counting_read(ctx, segment, q, &c)) return false;
  if (!c.has_noun) return mdq_token_v2_is(segment, q->last + 1, "من");
  *next = c.token + 1;
  return c.noun.row == whole->row || is_people(ctx, &c.noun);
}

/* From token i to the next part or the end nothing else is added: words that follow a preposition or agree, no «و» and no comma but
   the one before the part. */
static bool only_describes(const struct mdq_segment *segment, size_t i, size_t to, bool last) {
  for (; i < to; i++) {
    bool before_part = !last && i + 1 == to;
    if (mdq_token_mark(segment, i, 0x060C)) {
      if (!before_part) return false;
    } else if (mdq_token_mark(segment, i, '.')) {
      if (!last) return false;
    } else if (!mdq_token_is(segment, i, MDQ_TOKEN_AR)) {
      return false;
    } else if (mdq_span_starts(mdq_token_v1(segment, i), MDQ_SPAN_LIT("و")) && !(before_part && mdq_token_v2_is(segment, i, "و"))) {
      return false;
    }
  }
  return true;
}

static bool is_joined(const struct mdq_segment *segment, const struct mdq_quantity *q) {
  return mdq_span_starts(mdq_token_text(segment, q->first), MDQ_SPAN_LIT("و")) || mdq_token_mark(segment, q->first - 1, 0x060C) || mdq_token_v2_is(segment, q->first - 1, "و");
}

static void check_list(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantities *quantities, const struct mdq_quantity *whole) {
  enum { NEAR = 5 };
  struct mdq_counting c;
  const struct mdq_quantity *first = whole + 1, *end = quantities->items + quantities->count, *q;
  if (end - whole < 3 || first->first > whole->last + 2 * NEAR || !is_count(whole) || !mdq_counting_read(ctx, segment, whole, &c) || !c.has_noun) return;
  if (list_behind(segment, c.token) != first->first) return;
  size_t stop = sentence_end(segment, whole->first), at = 0;
  double sum = 0;
  for (q = first; q < end && q->first < stop; q++) {
    if (q > first && (q->first > at + NEAR || !is_joined(segment, q) || !only_describes(segment, at, q->first, false))) return;
    if (!is_part(ctx, segment, q, &c.noun, &at)) return;
    sum += q->value;
  }
  if (is_one_more(ctx, segment, at)) {
    sum++;
    at++;
  }
  if (q - first < 2 || sum == whole->value || !only_describes(segment, at, stop, true)) return;
  report(ctx, segment, mdq_counting_text(segment, &c), first->start, segment->tokens[at - 1].end, OTHER_SUM, sum);
}

/* -- shares of votes -- */

static bool tells_of_more(const struct mdq_segment *segment, size_t from, size_t to) {
  static const char *const words[] = { "فرز", "الفرز", "احتساب", "المشاركه", "مشاركه", "الاقبال", "اقبال", "السابق", "السابقه", "الماضي", "الماضيه", "الجوله", "جوله", "عتبه", "حاجز", "يحتاج", "تحتاج", "عام", "سنه", "بين",
                                       "استطلاع", "الاستطلاع", "استطلاعات", "ارتفع", "تراجع", "انخفض", "التصويت", "منهم", "منها", "بينهم", NULL };
  for (size_t i = from; i < to; i++)
    if (mdq_token_v2_is_one_of(segment, i, words)) return true;
  return false;
}

/* «60% ... و30% ... و20% من الأصوات»: every one in the same sentence is a share of the same votes. */
static void check_shares(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantities *quantities, const struct mdq_quantity *last) {
  static const char *const votes[] = { "الاصوات", "اصوات", "المقاعد", NULL };
  enum { FAR = 12, MOST = 101 };
  if (!mdq_token_v2_is(segment, last->last + 1, "من") || !mdq_token_v2_is_one_of(segment, last->last + 2, votes)) return;
  const struct mdq_quantity *first = last;
  double sum = last->value;
  for (const struct mdq_quantity *q = last; q-- > quantities->items && in_one_sentence(segment, q->first, last->first);) {
    if (q->kind == MDQ_QUANTITY_ORDINAL) continue; /* «المرشح الثالث» */
    if (q->kind != MDQ_QUANTITY_PERCENT || q->part != MDQ_QUANTITY_WHOLE || q->approximate || q->last + FAR < first->first) return;
    first = q;
    sum += q->value;
  }
  if (first == last || last->part != MDQ_QUANTITY_WHOLE || sum <= MOST || last->value > 100) return;
  size_t from = first->first;
  for (size_t steps = 0; from && steps < LONGEST && !(segment->tokens[from].flags & MDQ_TOKEN_SENTENCE_START); steps++) from--;
  if (tells_of_more(segment, from, sentence_end(segment, last->first))) return;
  report(ctx, segment, MDQ_SPAN_LIT("100%"), first->start, last->end, MORE_SHARES, sum);
}

/* -- votes -- */

enum vote { NO_VOTE, FOR, AGAINST, ABSTAINED, VOTES };

/* What the number counts: the nearest word of voting before it or, as «لصالح», behind it. */
static enum vote vote_of(const struct mdq_segment *segment, const struct mdq_quantity *q) {
  static const char *const stems[VOTES][8] = { [FOR] = { "صوت", "ايد", "وافق", "لصالح", "بتاييد", "مويد", NULL }, [AGAINST] = { "عارض", "رفض", "ضد", "معارض", NULL }, [ABSTAINED] = { "امتنع", "امتناع", "ممتنع", NULL } };
  enum { NEAR = 3 };
  struct mdq_stem readings[MDQ_STEMS_MOST];
  for (size_t i = q->first, steps = 0; i-- > 0 && steps < NEAR; steps++) {
    struct mdq_span word = mdq_token_v2(segment, i);
    size_t count = word.len ? mdq_stems(word, readings) : 0;
    for (size_t s = 0; s < count; s++)
      for (int vote = FOR; vote < VOTES; vote++)
        for (size_t k = 0; stems[vote][k]; k++)
          if (mdq_span_starts(readings[s].text, mdq_span_str(stems[vote][k]))) return (enum vote)vote;
  }
  return NO_VOTE;
}

/* «صوت 60 نائبا لصالحه وعارضه 50 وامتنع 10، من أصل 100 نائب» */
static void check_votes(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantities *quantities, const struct mdq_quantity *whole) {
  bool seen[VOTES] = { false };
  double sum = 0;
  const struct mdq_quantity *first = whole;
  if (!is_count(whole) || !is_out_of(segment, whole->first)) return;
  for (const struct mdq_quantity *q = whole; q-- > quantities->items && in_one_sentence(segment, q->first, whole->first); first = q, sum += q->value) {
    enum vote vote = is_count(q) ? vote_of(segment, q) : NO_VOTE;
    if (!vote || seen[vote]) return;
    seen[vote] = true;
  }
  if (!seen[FOR] || !seen[AGAINST] || sum <= whole->value || first->value > whole->value) return;
  report(ctx, segment, text_of(segment, whole), first->start, whole[-1].end, MORE_VOTES, sum);
}

/* -- hooks -- */

static void segment_parts(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  const struct mdq_quantities *quantities = mdq_segment_quantities(ctx, segment);
  if (!quantities || quantities->count < 2) return; /* there is no part of anything */
  for (size_t i = 0; i < quantities->count; i++) {
    const struct mdq_quantity *q = &quantities->items[i];
    if (q->kind == MDQ_QUANTITY_PERCENT) check_shares(ctx, segment, quantities, q);
    if (q->kind != MDQ_QUANTITY_PLAIN) continue;
    check_votes(ctx, segment, quantities, q);
    if (i + 1 == quantities->count) break;
    check_among(ctx, segment, quantities, q, q + 1);
    check_out_of(ctx, segment, q, q + 1);
    check_list(ctx, segment, quantities, q);
  }
}

const struct mdq_rule_group mdq_rules_number_total = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = (const char *const[]){ "numbers/people.tsv", NULL }, .concerns = mdq_concerns_quantities, .segment_kinds = MDQ_TOKEN_NUM, .segment_words = true,
  .segment = segment_parts,
};
