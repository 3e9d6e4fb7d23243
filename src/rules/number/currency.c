/* Money: a sign and the word for it together, a sign behind its number, one currency by two names. */
#include "arabic/proclitics.h"
#include "lint/rule.h"
#include "quantity/find.h"

enum { CURRENCY };
enum { TWICE = 1, OTHER_NAME }; /* wordings */
enum { SIGNS, NAMES };
enum { HABIT = 3, NAMED = 16 /* different names that are told apart in one draft */ };

static const struct mdq_rule rules[] = {
  [CURRENCY] = {
    .id = "number/currency", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "locale-convention/currency-format", .since = "0.1",
    .summary = { "A currency told twice, by a sign on the wrong side, or by two names", "عملة مذكورة مرتين، أو برمز في غير موضعه، أو باسمين" },
    .rationale = { "A sign and the word say the same; where a sign is used at all it stands before the figures; and a draft calls a currency by one name.",
                   "الرمز والكلمة يقولان الشيء نفسه؛ والرمز، إن استُعمل، يسبق الرقم؛ ويسمي النص العملة باسم واحد." },
    .message = { "The sign stands before the figures: “{y}”", "الرمز يسبق الرقم: «{y}»" },
    .wordings = (const struct mdq_text[]){
      [TWICE - 1] = { "The sign and the word say the same: “{y}”", "الرمز والكلمة يقولان الشيء نفسه: «{y}»" },
      [OTHER_NAME - 1] = { "The draft mostly calls this currency “{y}”", "يسمي النص هذه العملة غالبا «{y}»" }, { 0 } },
    .bad = (const struct mdq_example[]){
      { .text = "بلغ سعر التذكرة $5 دولارات", .fixed = "بلغ سعر التذكرة 5 دولارات" }, { .text = "استثمرت الشركة 40$ مليون دولار", .fixed = "استثمرت الشركة 40 مليون دولار" },
      { .text = "كلّف الترميم €3 ملايين يورو", .fixed = "كلّف الترميم 3 ملايين يورو" },
      { .text = "دفع 200 شيكل ثم 300 شيكل ثم 400 شيقل", .fixed = "دفع 200 شيكل ثم 300 شيكل ثم 400 شيكل" }, { .text = "يباع بسعر 30$ للقطعة", .fixed = "يباع بسعر $30 للقطعة" }, { 0 } },
    .good = (const char *const[]){
      "بلغ سعر التذكرة 5 دولارات", "بلغ سعر التذكرة $5", "بلغ سعر التذكرة NZ$5 أي نحو 3 دولارات أمريكية", "ربح US$ 5 مليون", "دفع 20 شيكلا ثم 30 شيكل", "من $5 إلى 7 دولارات",
      "اسم المستخدم a$5 دولار", "لديك %1$s عناصر في %2$s", NULL },
  },
};

struct name { /* of a currency that has several */
  struct mdq_place at;
  const struct mdq_row *row;
  size_t cut;              /* bytes of proclitics in V2 */
  struct mdq_span proclitics;
};

struct behind { /* a sign behind its number */
  struct mdq_place at;
  struct mdq_span right;
};

struct state {
  struct name *items;
  size_t count, capacity;
  struct behind *behind;
  size_t behind_count, behind_capacity;
};

static bool listed(struct mdq_span word, struct mdq_span list) {
  if (!word.len) return false;
  for (size_t from = 0, to; from < list.len; from = to + 1) {
    for (to = from; to < list.len && list.ptr[to] != ';';) to++;
    if (mdq_span_eq(word, mdq_span_sub(list, from, to))) return true;
  }
  return false;
}

static const struct mdq_row *sign_at(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (!mdq_token_is(segment, i, MDQ_TOKEN_PUNCT)) return NULL;
  uint32_t c = segment->tokens[i].code_point; /* most marks beside numbers are commas and brackets */
  return c == '$' || (c >= 0xA2 && c != 0x060C) ? mdq_table_get(ctx->tables[SIGNS], mdq_token_text(segment, i)) : NULL;
}

/* The word behind the number at token i, past a magnitude: «40 مليون دولار». */
static size_t word_behind(const struct mdq_segment *segment, size_t i) {
  static const char *const magnitudes[] = { "مليون", "مليونا", "ملايين", "مليار", "مليارا", "مليارات", "بليون", "بلايين", "تريليون", "تريليونات", "الف", "الفا", "الاف", NULL };
  return i + 1 + mdq_span_is_one_of(mdq_token_v2(segment, i + 1), magnitudes);
}

static void report_twice(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t sign, size_t number, size_t word) {
  const struct mdq_token *tokens = segment->tokens;
  size_t first = sign < number ? sign : number, behind = sign < number ? number : sign;
  struct mdq_span figures = mdq_token_text(segment, number), rest = mdq_span_sub(segment->text, tokens[behind].end, tokens[word].end);
  struct mdq_span right = mdq_arena_printf(ctx->arena, "%.*s%.*s", (int)figures.len, figures.ptr, (int)rest.len, rest.ptr);
  mdq_report(ctx, CURRENCY, .at = mdq_at_tokens(segment, first, word), .y = right, .fix = right, .wording = TWICE);
}

/* A sign at the number at token i: «$5» or «5$», but not between two numbers. */
static void check_sign(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_row *behind = mdq_token_glued(segment, i + 1) ? sign_at(ctx, segment, i + 1) : NULL, *before = sign_at(ctx, segment, i - 1);
  const struct mdq_row *row = behind ? behind : before;
  size_t sign = behind ? i + 1 : i - 1;
  if (!row || (behind ? mdq_token_is(segment, i + 2, MDQ_TOKEN_NUM) : mdq_token_glued(segment, sign) && !mdq_token_is(segment, i - 2, MDQ_TOKEN_AR | MDQ_TOKEN_PUNCT))) return;
  size_t word = word_behind(segment, behind ? sign : i);
  if (listed(mdq_token_v2(segment, word), row->column[1])) {
    report_twice(ctx, segment, sign, i, word);
  } else if (behind) {
    struct mdq_span text = mdq_token_text(segment, sign), figures = mdq_token_text(segment, i);
    struct mdq_span right = mdq_arena_printf(ctx->arena, "%.*s%.*s", (int)text.len, text.ptr, (int)figures.len, figures.ptr);
    struct state *state = ctx->state;
    struct behind *kept = mdq_arena_push(ctx->arena, &state->behind, &state->behind_count, &state->behind_capacity, sizeof *kept);
    if (kept) *kept = (struct behind){ mdq_at_tokens(segment, i, sign), right };
  }
}

static const struct mdq_row *name_of(const struct mdq_table *names, struct mdq_span v2, size_t *cut) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v2, stems);
  for (size_t s = 0; s < count; s++) {
    struct mdq_span text = stems[s].text;
    const struct mdq_row *row = mdq_table_get(names, text);
    *cut = stems[s].cut;
    if (row) return row;
  }
  return NULL;
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct state *state = ctx->state;
  if (segment->tokens[i].kind == MDQ_TOKEN_NUM) {
    if (!mdq_is_format_argument(segment, i)) check_sign(ctx, segment, i);
    return;
  }
  size_t cut;
  struct mdq_span v2 = mdq_token_v2(segment, i);
  const struct mdq_row *row = name_of(ctx->tables[NAMES], v2, &cut);
  struct name *name = row && !(segment->tokens[i].flags & MDQ_TOKEN_QUOTED) ? mdq_arena_push(ctx->arena, &state->items, &state->count, &state->capacity, sizeof *name) : NULL;
  if (name) *name = (struct name){ mdq_at_token(segment, i), row, cut, mdq_arena_copy(ctx->arena, mdq_span_sub(v2, 0, cut)) };
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  size_t cut;
  return name_of(ctx->tables[NAMES], mdq_word_v2(word), &cut) != NULL;
}

/* How often the draft has each name. */
static size_t count_names(const struct state *state, const struct mdq_row *rows[NAMED], size_t counts[NAMED]) {
  size_t known = 0;
  for (size_t i = 0; i < state->count; i++) {
    size_t k = 0;
    while (k < known && rows[k] != state->items[i].row) k++;
    if (k == NAMED) continue;
    if (k == known) rows[known++] = state->items[i].row;
    counts[k]++;
  }
  return known;
}

static void finish(struct mdq_ctx *ctx) {
  const struct state *state = ctx->state;
  const struct mdq_row *rows[NAMED];
  size_t counts[NAMED] = { 0 }, known = count_names(state, rows, counts);
  for (size_t i = 0; i < state->behind_count; i++)
    mdq_report(ctx, CURRENCY, .at = state->behind[i].at, .y = state->behind[i].right, .fix = state->behind[i].right,
               .severity = state->behind_count >= HABIT ? MDQ_NOTE : MDQ_WARNING);
  for (size_t i = 0; i < state->count; i++) {
    const struct name *name = &state->items[i];
    size_t own = 0, most = 0;
    for (size_t k = 0; k < known; k++) {
      if (rows[k] == name->row) own = k;
      if (mdq_span_eq(rows[k]->column[1], name->row->column[1]) && (counts[k] > counts[most] || !mdq_span_eq(rows[most]->column[1], name->row->column[1]))) most = k;
    }
    if (most == own || counts[most] == counts[own]) continue;
    struct mdq_span right = mdq_arena_printf(ctx->arena, "%.*s%.*s", (int)name->proclitics.len, name->proclitics.ptr, (int)rows[most]->column[2].len, rows[most]->column[2].ptr);
    mdq_report(ctx, CURRENCY, .at = name->at, .y = right, .fix = right, .wording = OTHER_NAME, .severity = MDQ_NOTE);
  }
}

const struct mdq_rule_group mdq_rules_number_currency = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = (const char *const[]){ "numbers/currency-signs.tsv", "numbers/currency-names.tsv", NULL },
  .token_kinds = MDQ_TOKEN_AR | MDQ_TOKEN_NUM, .plain_figures = MDQ_FIGURES_BESIDE, .concerns = concerns, .state_size = sizeof(struct state), .token = token, .finish = finish,
};
