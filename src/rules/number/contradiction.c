/* One draft that says two things of one number: another figure in the headline than in the text, two ages of one
   person. Without a source only what cannot be otherwise is reported. */
#include <stdlib.h>

#include "arabic/proclitics.h"
#include "quantity/units.h"
#include "rules/number/counting.h"

enum { CONTRADICTION };
enum { TWO_AGES = 1 }; /* a wording of it */
enum { EVENTS }; /* the group's table */
enum { MOST_IN_HEADLINE = 4, MOST_VALUES = 12, WINDOW = 7, MOST_WORDS = 14, BEFORE = 3, LEAD = 2 /* paragraphs */ };

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
      { .text = "مقتل 12 شخصا في انفجار بمصنع للكيماويات\nقتل 15 شخصا الاثنين حين وقع انفجار ضخم جنوب المدينة." },
      { .text = "إصابة سبعة لاعبين في حادث حافلة\nأصيب تسعة لاعبين صباح الأحد في حادث سير على الطريق الساحلي." },
      { .text = "وقال سامي الحداد (45 عاما) إنه نجا.\nوأضاف سامي الحداد (54 عاما) أنه سيعود." },
      { 0 } },
    .good = (const char *const[]){
      "مقتل 12 شخصا في انفجار مصنع للكيماويات\nأعلنت الشرطة مقتل 12 شخصا في انفجار مصنع للكيماويات، وكانت قد أعلنت مقتل 9 أشخاص في انفجار سابق بالمصنع.",
      "مقتل 12 شخصا في انفجار مصنع للكيماويات\nقتل ثمانية أشخاص في انفجار مصنع للكيماويات، وتوفي 4 أشخاص متأثرين بجراحهم.",
      "الشركة تسرح 400 موظف في مصنع الشمال\nتوظف الشركة 4000 موظف في ثلاثة بلدان.",
      "نحو 400 موظف في مصنع الشمال\nقررت الشركة أن تسرح 398 موظفا في مصنع الشمال.",
      "مقتل 12 شخصا في انفجار بمصنع للكيماويات\nقتل 15 شخصا في انفجار مماثل العام الماضي.", "مقتل 12 شخصا في انفجار بمصنع للكيماويات\nأصيب 15 شخصا في انفجار ضخم جنوب المدينة.",
      "مقتل 12 شخصا في انفجارين\nقتل تسعة أشخاص في انفجار جنوب المدينة وثلاثة أشخاص في شمالها.", "اعتقل كريم سامي الحداد (45 عاما) وعمه نادر سامي الحداد (54 عاما).",
      "وقال سامي الحداد (45 عاما) إنه نجا.\nوأضاف كريم الحداد (54 عاما) أنه سيعود.", "وقال سامي، الخبير الاقتصادي (45 عاما)، ذلك.\nورد كريم، الخبير الاقتصادي (54 عاما)، عليه.", NULL },
  },
};

struct figure { /* of the headline */
  double value, step;
  bool approximate, supported;
  struct mdq_span text;
  const void *noun;     /* the row of the noun or of the unit */
  struct mdq_span event; /* what happened to so many; empty: not known */
  struct mdq_span words[MOST_WORDS];
  size_t word_count;
  double values[MOST_VALUES]; /* of the same noun in the text */
  size_t value_count, near_count; /* near: in the same words */
  struct mdq_place near;          /* the first of these */
  struct mdq_span near_text;
  double near_value;
  bool near_event;                /* of the same event, in the first paragraphs */
};

struct age {
  struct mdq_span name, text;
  double value;
  struct mdq_place at;
  size_t order, segment;
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

/* What is told of the number at token i: a word of dicts/numbers/events.tsv shortly before it, or what it counts. Empty: nothing known. */
static struct mdq_span event_of(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, size_t noun) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  for (size_t steps = 0, at = noun; steps <= BEFORE && at < segment->token_count; at = i - ++steps) {
    struct mdq_span word = mdq_token_v2(segment, at);
    size_t count = word.len ? mdq_stems(word, stems) : 0;
    for (size_t s = 0; s < count; s++) {
      const struct mdq_row *row = mdq_table_get(ctx->tables[EVENTS], stems[s].text);
      if (row) return row->column[1];
    }
  }
  return MDQ_SPAN_LIT("");
}

/* Another event of the same kind, or what was known before. */
static bool tells_of_another_time(const struct mdq_segment *segment, const struct mdq_quantity *q) {
  static const char *const words[] = { "الماضي", "الماضيه", "السابق", "السابقه", "سابق", "سابقا", "مماثل", "مماثله", "عام", "سنه", "منذ", "حصيله", "اوليه", "ارتفع", "ارتفاع", "بعد", "قبل", "اخر", "اخري", "اخرين", "اضافه", "فضلا", "جانب", NULL };
  enum { AROUND = 14 };
  size_t from = q->first > AROUND ? q->first - AROUND : 0;
  for (size_t i = from; i <= q->last + AROUND && i < segment->token_count; i++)
    if (mdq_span_is_one_of(bare(mdq_token_v2(segment, i)), words) || mdq_span_is_one_of(mdq_token_v2(segment, i), words)) return true;
  return false;
}

/* -- the headline against the text -- */

static void keep_headline(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q) {
  struct state *state = ctx->state;
  struct mdq_counting c;
  if (state->headline_count == MOST_IN_HEADLINE || is_time(q) || !read_figure(ctx, segment, q, &c)) return;
  struct figure *f = &state->headline[state->headline_count++];
  *f = (struct figure){ .value = q->value, .step = q->step, .approximate = q->approximate, .text = mdq_counting_text(segment, &c), .noun = counted(q, &c), .event = event_of(ctx, segment, q->first, c.token) };
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
  size_t shared = shared_words(f, segment, q, c.token);
  bool same_event = f->event.len && shared && segment->index <= LEAD && mdq_span_eq(f->event, event_of(ctx, segment, q->first, c.token)) &&
                    !q->approximate && !f->approximate && !tells_of_another_time(segment, q);
  if (!same_event && shared < (looks_changed(f->value, q->value) ? 2 : 3)) return;
  if (f->near_count++) return;
  f->near_event = same_event;
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

/* The last two words of a name before token i: «سامي الحداد (45 عاما)»; false: no two words, or a trade, «الخبير الاقتصادي». */
static bool name_before(const struct mdq_segment *segment, size_t i, struct mdq_span *name) {
  if (i < 2 || !mdq_token_is(segment, i - 1, MDQ_TOKEN_AR) || !mdq_token_is(segment, i - 2, MDQ_TOKEN_AR)) return false;
  *name = mdq_tokens_text(segment, i - 2, i - 1);
  return !mdq_span_starts(mdq_token_v1(segment, i - 2), MDQ_SPAN_LIT("ال")) && segment->tokens[i - 2].word->letters > 2 && segment->tokens[i - 1].word->letters > 2;
}

static void check_age(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_quantity *q) {
  struct state *state = ctx->state;
  struct mdq_span name;
  bool bracketed = q->first && mdq_token_mark(segment, q->first - 1, '(') && mdq_token_mark(segment, q->last + 1, ')');
  if (!bracketed || !q->unit || !mdq_span_is(mdq_unit_id(q->unit), "year") || q->spelled || !name_before(segment, q->first - 1, &name)) return;
  if (mdq_span_starts(name, MDQ_SPAN_LIT("و"))) name = mdq_span_sub(name, 2, name.len);
  struct age *age = mdq_arena_push(ctx->arena, &state->ages, &state->age_count, &state->age_capacity, sizeof *age);
  if (age) *age = (struct age){ name, mdq_span_sub(segment->text, q->start, q->end), q->value, mdq_at(segment, q->start, q->end), state->age_count, segment->index };
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
    if (before->segment == age->segment) continue; /* two of one family */
    if (mdq_span_eq(before->name, age->name) && before->value != age->value) mdq_report(ctx, CONTRADICTION, .at = age->at, .x = before->text, .y = age->text, .wording = TWO_AGES);
  }
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
  }
}

static void finish(struct mdq_ctx *ctx) {
  struct state *state = ctx->state;
  for (size_t h = 0; h < state->headline_count; h++) {
    const struct figure *f = &state->headline[h];
    if (f->supported || !f->near_count || adds_up(f)) continue;
    mdq_report(ctx, CONTRADICTION, .at = f->near, .x = f->text, .y = f->near_text, .severity = f->near_event || looks_changed(f->value, f->near_value) ? MDQ_WARNING : MDQ_NOTE);
  }
  report_ages(ctx);
}

const struct mdq_rule_group mdq_rules_number_contradiction = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = (const char *const[]){ "numbers/events.tsv", NULL }, .concerns = mdq_concerns_quantities, .segment_kinds = MDQ_TOKEN_NUM, .segment_words = true,
  .state_size = sizeof(struct state), .segment = segment_numbers, .finish = finish,
};
