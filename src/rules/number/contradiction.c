/* One draft that says two things of one number: another figure in the headline than in the text, a part that is larger than
   its whole, two ages of one person. Without a source only what cannot be otherwise is reported. */
#include <stdlib.h>

#include "quantity/units.h"
#include "rules/number/counting.h"

enum { CONTRADICTION, TOTAL, IMPOSSIBLE };
enum { TWO_AGES = 1 };                       /* a wording of CONTRADICTION */
enum { TOO_OLD, MORE_THAN_ALL, DEATH_FIRST }; /* wordings of IMPOSSIBLE */
enum { MOST_IN_HEADLINE = 4, MOST_VALUES = 12, WINDOW = 7, MOST_WORDS = 14, OLDEST = 122 };

static const struct mdq_rule rules[] = {
  [CONTRADICTION] = {
    .id = "number/contradiction", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "Two values of one quantity in one draft", "قيمتان مختلفتان لكمية واحدة في نص واحد" },
    .rationale = { "A figure of the headline that the text gives otherwise, in the same words and nowhere as the headline has it, or a person with two ages: one of them is wrong.",
                   "رقم في العنوان يخالفه المتن بالعبارة نفسها ولا يرد فيه كما ورد في العنوان، أو عمران لشخص واحد: أحدهما خطأ." },
    .message = { "The headline says “{x}”, the text “{y}”", "في العنوان «{x}» وفي المتن «{y}»" },
    .wordings = (const struct mdq_text[]){ [TWO_AGES - 1] = { "One person, two ages: “{y}” here, “{x}” elsewhere", "عمران لشخص واحد: «{y}» هنا و«{x}» في موضع آخر" }, { 0 } },
    .bad = (const struct mdq_example[]){
      { .text = "مقتل 12 شخصا في انفجار مصنع للكيماويات\nأعلنت الشرطة مقتل 21 شخصا في انفجار ضخم بمصنع للكيماويات جنوب المدينة." },
      { .text = "الشركة تسرح 400 موظف في مصنع الشمال\nقررت الشركة أن تسرح 4000 موظف يعملون في مصنع الشمال." },
      { .text = "وقال سامي الحداد (45 عاما) إنه نجا.\nوأضاف سامي الحداد (54 عاما) أنه سيعود." },
      { 0 } },
    .good = (const char *const[]){
      "مقتل 12 شخصا في انفجار مصنع للكيماويات\nأعلنت الشرطة مقتل 12 شخصا في انفجار مصنع للكيماويات، وكانت قد أعلنت مقتل 9 أشخاص في انفجار سابق بالمصنع.",
      "مقتل 12 شخصا في انفجار مصنع للكيماويات\nقتل ثمانية أشخاص في انفجار مصنع للكيماويات، وتوفي 4 أشخاص متأثرين بجراحهم.",
      "الشركة تسرح 400 موظف في مصنع الشمال\nتوظف الشركة 4000 موظف في ثلاثة بلدان.",
      "نحو 400 موظف في مصنع الشمال\nقررت الشركة أن تسرح 398 موظفا في مصنع الشمال.",
      "وقال سامي الحداد (45 عاما) إنه نجا.\nوأضاف كريم الحداد (54 عاما) أنه سيعود.", NULL },
  },
  [TOTAL] = {
    .id = "number/total", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "A part larger than its whole", "جزء أكبر من كله" },
    .rationale = { "«5 قتلى بينهم 8 أطفال» cannot be: one of the numbers was mistranslated.", "لا يستقيم «5 قتلى بينهم 8 أطفال»؛ أحد العددين خطأ." },
    .message = { "The part (“{y}”) is larger than its whole (“{x}”)", "الجزء («{y}») أكبر من كله («{x}»)" },
    .bad = (const struct mdq_example[]){
      { .text = "قتل 5 أشخاص بينهم 8 أطفال في الغارة" },
      { .text = "أصيب سبعة مدنيين، من بينهم 12 امرأة، في القصف" },
      { .text = "صوت 90 نائبا من أصل 75 لصالح القرار" },
      { 0 } },
    .good = (const char *const[]){
      "قتل 15 شخصا بينهم 8 أطفال في الغارة", "صوت 75 نائبا من أصل 90 لصالح القرار", "بعد 3 سنوات اعتقل المئات بينهم 40 صحافيا", "قتل العشرات بينهم 8 أطفال", "أصيب 5 بينهم ثلاثة أطفال",
      "اعتقل 1029 محتجا في 19 مدينة بينهم 475 في العاصمة", "220 مشروعا لفائدة 294 ألف نسمة من مجموع 302 مشروع", "انسحب 3 لاعبين وبقي الفريق كله وبينهم 11 دوليا", NULL },
  },
  [IMPOSSIBLE] = {
    .id = "number/impossible", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "A number that cannot be", "عدد لا يمكن أن يكون" },
    .rationale = { "Nobody dies before being born or reaches the age of 250: a figure was changed on the way.", "لا يموت أحد قبل أن يولد ولا يبلغ 250 عاما من العمر؛ تغيّر رقم في الطريق." },
    .message = { "“{x}”: nobody has lived longer than 122 years", "«{x}»: لم يبلغ إنسان أكثر من 122 عاما" },
    .wordings = (const struct mdq_text[]){
      [MORE_THAN_ALL - 1] = { "“{x}”: no part is more than 100% of its whole", "«{x}»: لا يزيد الجزء على 100% من كله" },
      [DEATH_FIRST - 1] = { "“{x}”: death before birth", "«{x}»: الوفاة قبل الولادة" }, { 0 } },
    .bad = (const struct mdq_example[]){
      { .text = "ولد الكاتب عام 1990 وتوفي عام 1980 في باريس" },
      { .text = "وقال الرجل البالغ من العمر 250 عاما إنه بخير" },
      { .text = "أيد القرار 130% من السكان" },
      { .text = "رحل المخرج عن عمر ناهز 188 عاما" },
      { .text = "توفيت الشاعرة عن 175 عاما في بيتها" },
      { 0 } },
    .good = (const char *const[]){
      "ولد الكاتب عام 1920 وتوفي عام 1980 في باريس", "وقال الرجل البالغ من العمر 98 عاما إنه بخير", "ارتفعت المبيعات 130% من مستواها", "شجرة يبلغ عمرها 2500 عام", "ولد عام 1951 بعدما توفي والده عام 1950",
      "السلحفاة البالغة من العمر 190 عاما", "رحل المخرج عن عمر ناهز 88 عاما", "توفيت الشاعرة عن 105 أعوام", "نفقت السلحفاة عن عمر 188 عاما", NULL },
  },
};

struct figure { /* of the headline */
  double value, step;
  bool approximate, supported;
  struct mdq_span text;
  const void *noun;     /* the row of the noun or of the unit */
  struct mdq_span words[MOST_WORDS];
  size_t word_count;
  double values[MOST_VALUES]; /* of the same noun in the text */
  size_t value_count, near_count; /* near: in the same words */
  struct mdq_place near;          /* the first of these */
  struct mdq_span near_text;
  double near_value;
};

struct age {
  struct mdq_span name, text;
  double value;
  struct mdq_place at;
  size_t order;
};

struct state {
  struct figure headline[MOST_IN_HEADLINE];
  size_t headline_count;
  struct age *ages;
  size_t age_count, age_capacity;
};

/* -- what surrounds a number -- */

/* Without proclitics and the article, as far as they show. */
static struct mdq_span bare(struct mdq_span v2) {
  static const char *const prefixes[] = { "وال", "بال", "فال", "كال", "ولل", "لل", "ال", NULL };
  for (size_t i = 0; prefixes[i]; i++) {
    struct mdq_span prefix = mdq_span_str(prefixes[i]);
    if (mdq_span_starts(v2, prefix) && v2.len >= prefix.len + 6) return mdq_span_sub(v2, prefix.len, v2.len);
  }
  bool led = mdq_span_starts(v2, MDQ_SPAN_LIT("و")) || mdq_span_starts(v2, MDQ_SPAN_LIT("ب")) || mdq_span_starts(v2, MDQ_SPAN_LIT("ل"));
  return led && v2.len >= 10 ? mdq_span_sub(v2, 2, v2.len) : v2;
}

static bool is_content(struct mdq_span v2) {
  static const char *const common[] = { "خلال", "بعد", "قبل", "منذ", "الذي", "التي", "اكثر", "اقل", "نحو", "حوالي", "حول", "عند", "هذا", "هذه", "علي", "الي", NULL };
  if (v2.len < 6) return false;
  for (size_t i = 0; common[i]; i++)
    if (mdq_span_is(v2, common[i])) return false;
  return true;
}

static bool has_word(const struct figure *f, struct mdq_span word) {
  for (size_t i = 0; i < f->word_count; i++)
    if (mdq_span_eq(f->words[i], word)) return true;
  return false;
}

/* The row of what is counted, a noun's or a unit's; NULL: not known. */
static const void *counted(const struct mdq_quantity *q, const struct mdq_counting *c) {
  if (c->has_noun) return c->noun.row;
  return q->unit;
}

static bool is_exact(const struct mdq_quantity *q) {
  return q->part == MDQ_QUANTITY_WHOLE && !q->ambiguous && q->value > 2 && (q->kind == MDQ_QUANTITY_PLAIN || q->kind == MDQ_QUANTITY_MONEY || q->kind == MDQ_QUANTITY_PERCENT);
}

/* Percentages have no noun that could be known to be the same. */
static bool read_figure(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q, struct mdq_counting *c) {
  return is_exact(q) && q->kind != MDQ_QUANTITY_PERCENT && mdq_counting_read(ctx, segment, q, c) && counted(q, c);
}

static bool is_time(const struct mdq_quantity *q) {
  return q->unit && mdq_span_is(mdq_unit_dimension(q->unit), "time");
}

/* -- the headline against the text -- */

static void keep_headline(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q) {
  struct state *state = ctx->state;
  struct mdq_counting c;
  if (state->headline_count == MOST_IN_HEADLINE || is_time(q) || !read_figure(ctx, segment, q, &c)) return;
  struct figure *f = &state->headline[state->headline_count++];
  *f = (struct figure){ .value = q->value, .step = q->step, .approximate = q->approximate, .text = mdq_counting_text(segment, &c), .noun = counted(q, &c) };
  size_t from = q->first > WINDOW ? q->first - WINDOW : 0;
  for (size_t i = from; i <= q->last + WINDOW && i < segment->token_count && f->word_count < MOST_WORDS; i++) {
    struct mdq_span word = bare(mdq_token_v2(segment, i));
    if ((i >= q->first && i <= c.token) || !is_content(word)) continue;
    f->words[f->word_count++] = mdq_arena_copy(ctx->arena, word);
  }
}

static bool same(double a, double b, double step, bool approximate) {
  double difference = a > b ? a - b : b - a, greater = a > b ? a : b;
  return difference <= step * 0.51 || difference <= greater * (approximate ? 0.1 : 0.02);
}

static size_t shared_words(const struct figure *f, const struct mdq_segment *segment, const struct mdq_quantity *q, size_t noun) {
  size_t from = q->first > WINDOW ? q->first - WINDOW : 0, shared = 0;
  for (size_t i = from; i <= q->last + WINDOW && i < segment->token_count; i++) {
    if (i >= q->first && i <= noun) continue;
    struct mdq_span word = bare(mdq_token_v2(segment, i));
    shared += is_content(word) && has_word(f, word);
  }
  return shared;
}

/* As numbers change on the way: other places of the same figures (12, 21), or a factor of ten, a thousand, a million. */
static bool looks_changed(double a, double b) {
  double greater = a > b ? a : b, less = a > b ? b : a;
  for (double factor = 10; factor <= 1e9; factor *= 10)
    if (less * factor == greater) return true;
  int digits[10] = { 0 };
  if (greater >= 1e15 || a != (double)(uint64_t)a || b != (double)(uint64_t)b) return false;
  for (uint64_t rest = (uint64_t)a; rest; rest /= 10) digits[rest % 10]++;
  for (uint64_t rest = (uint64_t)b; rest; rest /= 10) digits[rest % 10]--;
  for (size_t i = 0; i < 10; i++)
    if (digits[i]) return false;
  return true;
}

static void compare(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q, struct figure *f) {
  struct mdq_counting c;
  double step = q->step > f->step ? q->step : f->step;
  if (q->kind == MDQ_QUANTITY_VAGUE || same(q->value, f->value, step, q->approximate || f->approximate)) f->supported = f->supported || q->kind != MDQ_QUANTITY_VAGUE;
  if (f->supported || !read_figure(ctx, segment, q, &c) || counted(q, &c) != f->noun) return;
  if (f->value_count < MOST_VALUES) f->values[f->value_count] = q->value;
  f->value_count++;
  if (shared_words(f, segment, q, c.token) < (looks_changed(f->value, q->value) ? 2 : 3)) return;
  if (f->near_count++) return;
  f->near = mdq_at(segment, c.phrase.start, c.phrase.end);
  f->near_value = q->value;
  f->near_text = mdq_arena_copy(ctx->arena, mdq_counting_text(segment, &c));
}

/* The headline may add up what the text tells one by one. */
static bool adds_up(const struct figure *f) {
  double sum = 0;
  size_t count = f->value_count < MOST_VALUES ? f->value_count : MOST_VALUES;
  for (size_t i = 0; i < count; i++) {
    sum += f->values[i];
    if (same(sum, f->value, f->step, f->approximate)) return true;
    for (size_t k = 0; k < i; k++)
      if (same(f->values[i] + f->values[k], f->value, f->step, f->approximate) || same(f->values[i] - f->values[k], f->value, f->step, false)) return true;
  }
  return false;
}

/* -- ages -- */

/* The last two words of a name before token i: «سامي الحداد (45 عاما)»; false: no two words. */
static bool name_before(const struct mdq_segment *segment, size_t i, struct mdq_span *name) {
  if (i < 2 || !mdq_token_is(segment, i - 1, MDQ_TOKEN_AR) || !mdq_token_is(segment, i - 2, MDQ_TOKEN_AR)) return false;
  *name = mdq_tokens_text(segment, i - 2, i - 1);
  return segment->tokens[i - 2].word->letters > 2 && segment->tokens[i - 1].word->letters > 2;
}

static void check_age(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q) {
  struct state *state = ctx->state;
  struct mdq_span name;
  bool bracketed = q->first && mdq_token_mark(segment, q->first - 1, '(') && mdq_token_mark(segment, q->last + 1, ')');
  if (!bracketed || !q->unit || !mdq_span_is(mdq_unit_id(q->unit), "year") || q->spelled || !name_before(segment, q->first - 1, &name)) return;
  if (mdq_span_starts(name, MDQ_SPAN_LIT("و"))) name = mdq_span_sub(name, 2, name.len);
  struct age *age = mdq_arena_push(ctx->arena, &state->ages, &state->age_count, &state->age_capacity, sizeof *age);
  if (age) *age = (struct age){ name, mdq_span_sub(segment->text, q->start, q->end), q->value, mdq_at(segment, q->start, q->end), state->age_count };
}

static int by_name(const void *a, const void *b) {
  const struct age *x = a, *y = b;
  int order = mdq_span_cmp(x->name, y->name);
  return order ? order : (x->order > y->order) - (x->order < y->order);
}

static void report_ages(struct mdq_ctx *ctx) {
  struct state *state = ctx->state;
  if (state->age_count < 2) return;
  qsort(state->ages, state->age_count, sizeof *state->ages, by_name);
  for (size_t i = 1; i < state->age_count; i++) {
    const struct age *before = &state->ages[i - 1], *age = &state->ages[i];
    if (mdq_span_eq(before->name, age->name) && before->value != age->value) mdq_report(ctx, CONTRADICTION, .at = age->at, .x = before->text, .y = age->text, .wording = TWO_AGES);
  }
}

/* -- parts and wholes -- */

static bool word_in(const struct mdq_segment *segment, size_t i, const char *const *list) {
  return mdq_span_is_one_of(mdq_token_v2(segment, i), list);
}

static void report_part(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *whole, const struct mdq_quantity *part) {
  mdq_report(ctx, TOTAL, .at = mdq_at(segment, part->start, part->end), .x = mdq_span_sub(segment->text, whole->start, whole->end), .y = mdq_span_sub(segment->text, part->start, part->end));
}

static bool is_count(const struct mdq_quantity *q) {
  return q->kind == MDQ_QUANTITY_PLAIN && !q->unit && q->part == MDQ_QUANTITY_WHOLE && !q->ambiguous && !q->approximate && q->value >= 2;
}

/* Sentence ends between two tokens. */
static bool in_one_sentence(const struct mdq_segment *segment, size_t from, size_t to) {
  for (size_t i = from + 1; i <= to; i++)
    if (segment->tokens[i].flags & MDQ_TOKEN_SENTENCE_START) return false;
  return true;
}

/* A count that the part may belong to as well: «1029 شخصا في 19 مدينة بينهم 475». */
static bool larger_before(const struct mdq_segment *segment, const struct mdq_quantities *quantities, const struct mdq_quantity *whole, const struct mdq_quantity *part) {
  enum { BACK = 6 };
  for (const struct mdq_quantity *q = whole; q-- > quantities->items && whole - q <= BACK;) {
    if (!in_one_sentence(segment, q->first, part->first)) return false;
    if (q->value >= part->value || q->kind == MDQ_QUANTITY_VAGUE) return true;
  }
  return false;
}

/* «5 أشخاص بينهم 8 أطفال»: the part follows «بينهم» at once, and what is divided stands right before it. */
static void check_among(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantities *quantities, const struct mdq_quantity *whole, const struct mdq_quantity *part) {
  enum { NEAR = 4 };
  static const char *const among[] = { "بينهم", "بينها", "بينهن", "منهم", "منها", "منهن", NULL };
  if (!is_count(whole) || !is_count(part) || part->value <= whole->value || !part->first || !word_in(segment, part->first - 1, among)) return;
  if (part->first - 1 > whole->last + NEAR || !in_one_sentence(segment, whole->first, part->first) || larger_before(segment, quantities, whole, part)) return;
  struct mdq_counting c;
  if (!mdq_counting_read(ctx, segment, whole, &c) || !c.has_noun) return;
  report_part(ctx, segment, whole, part);
}

/* «90 نائبا من أصل 75» */
static void check_out_of(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *part, const struct mdq_quantity *whole) {
  static const char *const origin[] = { "اصل", "مجموع", NULL };
  enum { NEAR = 3 };
  if (!is_count(part) || !is_count(whole) || part->value <= whole->value || whole->first < 2 || !word_in(segment, whole->first - 1, origin)) return;
  if (!mdq_span_is(mdq_token_v2(segment, whole->first - 2), "من") || whole->first - 2 > part->last + NEAR || !in_one_sentence(segment, part->first, whole->first)) return;
  struct mdq_counting a, b;
  bool both = mdq_counting_read(ctx, segment, part, &a) && mdq_counting_read(ctx, segment, whole, &b) && a.has_noun && b.has_noun;
  if (both && a.noun.row != b.noun.row) return; /* «لفائدة 294 ألف نسمة من مجموع 302 مشروع» */
  report_part(ctx, segment, whole, part);
}

/* -- what cannot be -- */

static const char *const died[] = { "وتوفي", "وتوفيت", "ومات", "وماتت", "توفي", "توفيت", NULL };

static void report_impossible(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t first, size_t last, uint8_t wording) {
  mdq_report(ctx, IMPOSSIBLE, .at = mdq_at_tokens(segment, first, last), .x = mdq_tokens_text(segment, first, last), .wording = wording);
}

/* Trees and tortoises grow older than people. */
static bool tells_of_old_things(const struct mdq_segment *segment) {
  static const char *const stems[] = { "سلحفا", "شجر", "متحف", "موميا", "حوت", "قرش", "حفري", "احفور", "هيكل", "جمجم", "مدين", "مبن", "قصر", "كنيس", "مسجد", "تمثال", "مخطوط", "نجم", "كوكب", "مجر", NULL };
  for (size_t i = 0; i < segment->token_count; i++) {
    struct mdq_span word = bare(mdq_token_v2(segment, i));
    for (size_t k = 0; word.len && stems[k]; k++)
      if (mdq_span_starts(word, mdq_span_str(stems[k]))) return true;
  }
  return false;
}

/* «توفي», or «توفي» and up to two words of a name, before token i. */
static bool death_before(const struct mdq_segment *segment, size_t i) {
  enum { NEAR = 3 };
  for (size_t steps = 0; i-- > 0 && steps < NEAR && mdq_token_is(segment, i, MDQ_TOKEN_AR); steps++)
    if (word_in(segment, i, died)) return true;
  return false;
}

/* A person's age stands at token i: «يبلغ من العمر», «توفي سامي عن», «عن عمر ناهز». */
static bool tells_age(const struct mdq_segment *segment, size_t i) {
  static const char *const reaches[] = { "البالغ", "البالغه", "يبلغ", "تبلغ", "ويبلغ", "وتبلغ", NULL }, *const nears[] = { "ناهز", "يناهز", NULL };
  if (i >= 3 && mdq_token_v2_is(segment, i - 1, "العمر") && word_in(segment, i - 3, reaches)) return true;
  if (i && mdq_token_v2_is(segment, i - 1, "عن") && death_before(segment, i - 1)) return true;
  if (i >= 3 && word_in(segment, i - 1, nears)) i--;
  return i >= 2 && mdq_token_v2_is(segment, i - 1, "عمر") && mdq_token_v2_is(segment, i - 2, "عن");
}

static void check_old(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q) {
  if (!q->unit || !mdq_span_is(mdq_unit_id(q->unit), "year") || q->value <= OLDEST || q->value >= 1000) return;
  if (!tells_age(segment, q->first) || tells_of_old_things(segment)) return;
  report_impossible(ctx, segment, q->first, q->last, TOO_OLD);
}

/* «130% من السكان» */
static void check_percent(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q) {
  static const char *const wholes[] = { "السكان", "الناخبين", "المشاركين", "المستطلعين", "المواطنين", "الاصوات", "الطلاب", "الموظفين", "الشباب", "المقاعد", "الاسر", "المرضي", NULL };
  if (q->kind != MDQ_QUANTITY_PERCENT || q->value <= 100 || q->ambiguous || !mdq_span_is(mdq_token_v2(segment, q->last + 1), "من")) return;
  if (word_in(segment, q->last + 2, wholes)) report_impossible(ctx, segment, q->first, q->last + 2, MORE_THAN_ALL);
}

/* The verb that a year dates: nothing but a date stands between, or with `loose` other words, as a subject. */
static bool year_of(const struct mdq_segment *segment, const struct mdq_quantity *year, const char *const *verbs, bool loose, size_t *verb) {
  static const char *const between[] = { "في", "عام", "سنه", "العام", "يوم", "من", "شهر", NULL };
  enum { NEAR = 6 };
  for (size_t i = year->first, steps = 0; i-- > 0 && steps < NEAR; steps++) {
    *verb = i;
    if (word_in(segment, i, verbs)) return true;
    bool other = (loose || year->in_date) && !mdq_token_is(segment, i, MDQ_TOKEN_PUNCT);
    if (!other && !word_in(segment, i, between)) return false;
  }
  return false;
}

static void check_life(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *birth, const struct mdq_quantity *death) {
  static const char *const born[] = { "ولد", "ولدت", "مواليد", "المولود", "المولوده", NULL };
  size_t from, to;
  if (birth->kind != MDQ_QUANTITY_YEAR || death->kind != MDQ_QUANTITY_YEAR || birth->unit || death->unit || death->value >= birth->value) return;
  if (!year_of(segment, birth, born, true, &from) || !year_of(segment, death, died, false, &to) || to < birth->last || !in_one_sentence(segment, from, to)) return;
  report_impossible(ctx, segment, from, death->last, DEATH_FIRST);
}

/* -- hooks -- */

static void segment_numbers(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct state *state = ctx->state;
  const struct mdq_quantities *quantities = mdq_segment_quantities(ctx, segment);
  for (size_t i = 0; quantities && i < quantities->count; i++) {
    const struct mdq_quantity *q = &quantities->items[i];
    if (segment->headline) keep_headline(ctx, segment, q);
    for (size_t h = 0; !segment->headline && h < state->headline_count; h++) compare(ctx, segment, q, &state->headline[h]);
    check_age(ctx, segment, q);
    check_old(ctx, segment, q);
    check_percent(ctx, segment, q);
    if (i + 1 == quantities->count) break;
    check_among(ctx, segment, quantities, q, q + 1);
    check_out_of(ctx, segment, q, q + 1);
    check_life(ctx, segment, q, q + 1);
  }
}

static void finish(struct mdq_ctx *ctx) {
  struct state *state = ctx->state;
  for (size_t h = 0; h < state->headline_count; h++) {
    const struct figure *f = &state->headline[h];
    if (f->supported || !f->near_count || adds_up(f)) continue;
    mdq_report(ctx, CONTRADICTION, .at = f->near, .x = f->text, .y = f->near_text, .severity = looks_changed(f->value, f->near_value) ? MDQ_WARNING : MDQ_NOTE);
  }
  report_ages(ctx);
}

const struct mdq_rule_group mdq_rules_number_contradiction = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .concerns = mdq_concerns_quantities, .segment_kinds = MDQ_TOKEN_NUM, .segment_words = true,
  .state_size = sizeof(struct state), .segment = segment_numbers, .finish = finish,
};
