/* Percentages: the sign stands by its number, on one side of it, and does not repeat what words say. */
#include "arabic/numerals.h"
#include "lint/facts.h"
#include "lint/places.h"
#include "quantity/beside.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { PERCENT };
enum { SPACE = 1, TWICE, HOUSE }; /* wordings, the last one that of the house */
enum { HABIT = 3 }; /* so often is a house's way of writing and no slip */

static const struct mdq_rule rules[] = {
  [PERCENT] = {
    .id = "number/percent-format", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "locale-convention/number-format", .since = "0.1",
    .summary = { "A percentage in another form than the draft's, or with a space before its sign", "نسبة مئوية بصيغة تخالف سائر النص، أو بمسافة قبل علامتها" },
    .rationale = { "The sign follows its figures without a space; a draft keeps one side of the number and one form, and a sign and «في المئة» together say the same twice.",
                   "تلي العلامةُ الرقمَ بلا مسافة؛ ويلتزم النص جهة واحدة وصيغة واحدة، ولا تجتمع العلامة وعبارة «في المئة»." },
    .message = { "Another form than that of the draft's other percentages: “{y}”", "صيغة تخالف سائر النسب في النص: «{y}»" },
    .wordings = (const struct mdq_text[]){
      [SPACE - 1] = { "No space before the sign: “{y}”", "لا مسافة قبل العلامة: «{y}»" },
      [TWICE - 1] = { "The sign and the words say the same: “{y}”", "العلامة والعبارة تقولان الشيء نفسه: «{y}»" }, { 0 } },
    .bad = (const struct mdq_example[]){
      { .text = "ارتفعت الأسهم بنسبة 12 ٪ أمس", .fixed = "ارتفعت الأسهم بنسبة 12٪ أمس" },
      { .text = "نما الاقتصاد 3% بعد 2.5% ثم 4 %", .fixed = "نما الاقتصاد 3% بعد 2.5% ثم 4%" },
      { .text = "تراجعت البطالة 3% و4% ثم إلى % 5 هذا العام", .fixed = "تراجعت البطالة 3% و4% ثم إلى 5% هذا العام" },
      { .text = "زاد الطلب 40% في المئة خلال عام", .fixed = "زاد الطلب 40% خلال عام" },
      { .text = "زاد الطلب %40 في المئة خلال عام", .fixed = "زاد الطلب 40 في المئة خلال عام" },
      { .text = "زاد الطلب 40 في المئة% خلال عام", .fixed = "زاد الطلب 40 في المئة خلال عام" },
      { .text = "بلغت النسبة\nنما القطاع 7 في المئة ثم 8 في المئة ثم 9%", .fixed = "بلغت النسبة\nنما القطاع 7 في المئة ثم 8 في المئة ثم 9 في المئة" }, { 0 } },
    .good = (const char *const[]){
      "ارتفعت الأسهم بنسبة 12٪ أمس", "نما الاقتصاد 3% بعد 2.5%", "تراجعت البطالة إلى %5 بعد %7", "تراجعت البطالة إلى % 5", "نما الاقتصاد 3 % بعد 2,5 % ثم 4 %",
      "ارتفعت 5\u061C% ثم 7\u200E%", "الأسهم ترتفع 3%\nارتفعت الأسهم 3 في المئة أمس ثم 4 في المئة", "أنجزت الحكومة 40% في المئة يوم الأولى", "زاد الطلب أربعين في المئة", NULL },
  },
};

enum form { AFTER, AFTER_SPACED, BEFORE, BEFORE_SPACED, WORDS };
enum { FORM_BITS = 3, BODY = 1, QUOTED = 2, ARABIC_SIGN = 4 }; /* how a form is kept */

struct percentage {
  struct mdq_place at;
  struct mdq_span number, sign; /* the sign, or the words in its place */
  enum form form;
  bool arabic_sign, body, quoted;
};

struct state {
  struct mdq_places kept; /* the percentages: where each stands, and then its number */
};

static bool is_percent_sign(uint32_t c) {
  return c == '%' || c == 0x066A;
}

static bool is_spaced(const struct mdq_segment *segment, size_t i) {
  return (segment->tokens[i].flags & MDQ_TOKEN_SPACED) != 0;
}

/* The words for the sign that end with this one: how many they are, 0 if none. */
static size_t words_ending_with(struct mdq_span v2) {
  static const char *const one[] = { "بالميه", "بالمايه", NULL }, *const hundred[] = { "الميه", "المايه", NULL };
  return mdq_span_is_one_of(v2, one) ? 1 : mdq_span_is_one_of(v2, hundred) ? 2 : 0;
}

/* The words for the sign from token i on: how many tokens, 0 if none. */
static size_t words_length(const struct mdq_segment *segment, size_t i) {
  if (words_ending_with(mdq_token_v2(segment, i)) == 1) return 1;
  return mdq_token_v2_is(segment, i, "في") && words_ending_with(mdq_token_v2(segment, i + 1)) == 2 ? 2 : 0;
}

/* «في المئة يوم الأولى»: the hundred counts something. */
static bool counts_hundred(const struct mdq_segment *segment, size_t i) {
  static const char *const counted[] = { "يوم", "عام", "سنه", "الف", "مليون", "متر", "كيلومتر", "كيلو", "دولار", "ساعه", "شهر", NULL };
  struct mdq_span word = mdq_token_v2(segment, i);
  for (size_t k = 0; counted[k]; k++)
    if (mdq_span_is(word, counted[k])) return true;
  return false;
}

static void keep(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t from, size_t to, size_t number, size_t sign, enum form form) {
  struct state *state = ctx->state;
  bool quoted = segment->tokens[number].flags & MDQ_TOKEN_QUOTED, arabic_sign = segment->tokens[sign].code_point == 0x066A;
  struct mdq_span text = form == WORDS ? mdq_tokens_text(segment, sign, to) : mdq_token_text(segment, sign);
  uint64_t flags = (segment->headline ? 0 : BODY) | (quoted ? QUOTED : 0) | (arabic_sign ? ARABIC_SIGN : 0);
  mdq_places_keep(ctx, &state->kept, mdq_at_tokens(segment, from, to), text, flags << FORM_BITS | form);
  mdq_places_keep(ctx, &state->kept, mdq_at_token(segment, number), mdq_token_text(segment, number), 0);
}

static bool next_percentage(struct mdq_places_reader *reader, struct percentage *p) {
  struct mdq_kept_place whole, number;
  if (!mdq_places_next(reader, &whole) || !mdq_places_next(reader, &number)) return false;
  uint64_t flags = whole.tag >> FORM_BITS;
  *p = (struct percentage){ .at = whole.at, .number = number.text, .sign = whole.text, .form = whole.tag & ((1 << FORM_BITS) - 1),
                            .body = flags & BODY, .quoted = flags & QUOTED, .arabic_sign = flags & ARABIC_SIGN };
  return true;
}

/* «40% في المئة» */
static bool report_redundant(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t number, size_t sign) {
  size_t length = words_length(segment, sign + 1);
  if (!length || counts_hundred(segment, sign + 1 + length)) return false;
  struct mdq_span right = mdq_arena_printf(ctx->arena, "%.*s%.*s", (int)mdq_token_text(segment, number).len, mdq_token_text(segment, number).ptr,
                                           (int)mdq_token_text(segment, sign).len, mdq_token_text(segment, sign).ptr);
  mdq_report(ctx, PERCENT, .at = mdq_at_tokens(segment, number, sign + length), .y = right, .fix = right, .wording = TWICE);
  return true;
}

/* «40 في المئة%», «%40 في المئة»: from token `from` to `to` the words are enough. */
static void report_sign(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t from, size_t to, size_t number, size_t length) {
  struct mdq_span right = mdq_tokens_text(segment, number, number + length);
  mdq_report(ctx, PERCENT, .at = mdq_at_tokens(segment, from, to), .y = right, .fix = right);
}

static bool report_sign_before(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t sign) {
  size_t length = words_length(segment, sign + 2);
  if (!length || counts_hundred(segment, sign + 2 + length)) return false;
  report_sign(ctx, segment, sign, sign + 1 + length, sign + 1, length);
  return true;
}

/* The sign at token i belongs to the number it touches, else to the one before it. */
static void read_sign(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  bool before = mdq_token_is(segment, i - 1, MDQ_TOKEN_NUM), behind = mdq_token_is(segment, i + 1, MDQ_TOKEN_NUM);
  bool touches_before = before && !is_spaced(segment, i), touches_behind = behind && !is_spaced(segment, i + 1);
  if (!touches_before && mdq_token_glued(segment, i) && mdq_token_is(segment, i - 1, MDQ_TOKEN_LAT | MDQ_TOKEN_MIX | MDQ_TOKEN_URL)) return; /* %20 */
  if (touches_before && touches_behind) return;
  if (before && (touches_before || !touches_behind)) {
    if (!report_redundant(ctx, segment, i - 1, i)) keep(ctx, segment, i - 1, i, i - 1, i, touches_before ? AFTER : AFTER_SPACED);
  } else if (behind && !report_sign_before(ctx, segment, i)) {
    keep(ctx, segment, i, i + 1, i + 1, i, touches_behind ? BEFORE : BEFORE_SPACED);
  }
}

/* The words that end with token i, behind a number. */
static void read_words(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  size_t length = words_ending_with(mdq_token_v2(segment, i)), number = i - length;
  if (i < length || segment->tokens[number].kind != MDQ_TOKEN_NUM || words_length(segment, number + 1) != length) return;
  bool sign_before = number && is_percent_sign(segment->tokens[number - 1].code_point), sign_behind = i + 1 < segment->token_count && is_percent_sign(segment->tokens[i + 1].code_point);
  if (sign_before || counts_hundred(segment, i + 1)) return;
  if (sign_behind && !mdq_token_is(segment, i + 2, MDQ_TOKEN_NUM)) report_sign(ctx, segment, number, i + 1, number, length);
  else keep(ctx, segment, number, i, number, number + 1, WORDS);
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  return (void)ctx, words_ending_with(mdq_word_v2(word)) > 0;
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (is_percent_sign(segment->tokens[i].code_point)) read_sign(ctx, segment, i);
  else if (segment->tokens[i].kind == MDQ_TOKEN_AR) read_words(ctx, segment, i);
}

struct usage { /* how the draft writes its percentages */
  size_t of_form[WORDS + 1];
  size_t spaced_ascii;       /* «40 %» */
  size_t body_words, body_signs;
  struct mdq_span words, sign; /* the first of each */
  bool after, before;        /* the side of the number that the sign keeps to, if any */
};

static struct usage usage_of(const struct mdq_ctx *ctx) {
  const struct state *state = ctx->state;
  struct usage u = { 0 };
  struct mdq_places_reader reader = mdq_places_read(ctx, &state->kept);
  for (struct percentage item, *p = &item; next_percentage(&reader, p);) {
    bool words = p->form == WORDS;
    u.of_form[p->form]++;
    u.spaced_ascii += p->form == AFTER_SPACED && !p->arabic_sign;
    u.body_words += p->body && words;
    u.body_signs += p->body && !words;
    struct mdq_span *first = words ? &u.words : &u.sign;
    if (!first->ptr) *first = p->sign;
  }
  size_t after = u.of_form[AFTER] + u.of_form[AFTER_SPACED], before = u.of_form[BEFORE] + u.of_form[BEFORE_SPACED];
  u.after = after >= 2 && after > before;
  u.before = before >= HABIT && before > 2 * after;
  return u;
}

static void report(struct mdq_ctx *ctx, const struct percentage *p, struct mdq_span right, uint8_t wording, enum mdq_severity severity) {
  bool safe = wording != 0 && !p->quoted; /* one form for another is a matter of taste */
  mdq_report(ctx, PERCENT, .at = p->at, .y = right, .fix = right, .safe = safe, .wording = wording == HOUSE ? 0 : wording, .by_house = wording == HOUSE,
             .severity = severity);
}

static struct mdq_span glued(struct mdq_ctx *ctx, struct mdq_span a, const char *between, struct mdq_span b) {
  return mdq_arena_printf(ctx->arena, "%.*s%s%.*s", (int)a.len, a.ptr, between, (int)b.len, b.ptr);
}

/* «40 %» is the French way, at home in the Maghreb; «40 ٪» is nobody's. */
static void check_space(struct mdq_ctx *ctx, const struct percentage *p, const struct usage *u) {
  bool habit = !p->arabic_sign && u->spaced_ascii >= HABIT && u->spaced_ascii > u->of_form[AFTER];
  if (habit && u->of_form[AFTER] == 0) return;
  bool doubtful = habit || (!p->arabic_sign && u->of_form[AFTER] == 0);
  report(ctx, p, glued(ctx, p->number, "", p->sign), SPACE, doubtful ? MDQ_NOTE : MDQ_WARNING);
}

static void check_side(struct mdq_ctx *ctx, const struct percentage *p, const struct usage *u) {
  bool after = p->form == AFTER || p->form == AFTER_SPACED;
  bool slip = u->of_form[AFTER] >= HABIT && u->of_form[BEFORE] + u->of_form[BEFORE_SPACED] == 1;
  if (!after && u->after) report(ctx, p, glued(ctx, p->number, "", p->sign), 0, slip ? MDQ_WARNING : MDQ_NOTE);
  else if (after && u->before) report(ctx, p, glued(ctx, p->sign, "", p->number), 0, MDQ_NOTE);
}

/* Words or sign: newsrooms differ, and headlines take the sign; the body keeps to one. */
static bool check_words(struct mdq_ctx *ctx, const struct percentage *p, const struct usage *u) {
  bool words = p->form == WORDS;
  size_t same = words ? u->body_words : u->body_signs, other = words ? u->body_signs : u->body_words;
  if (!p->body || other < 2 || other <= same) return false;
  report(ctx, p, glued(ctx, p->number, words ? "" : " ", words ? u->sign : u->words), 0, MDQ_NOTE);
  return true;
}

static unsigned house_value(const struct percentage *p) {
  if (p->form != WORDS) return p->arabic_sign ? MDQ_HOUSE_PERCENT_ARABIC : MDQ_HOUSE_PERCENT_ASCII;
  return mdq_span_starts(p->sign, MDQ_SPAN_LIT("ب")) ? MDQ_HOUSE_BILMIA : MDQ_HOUSE_FI_ALMIA;
}

/* The form that the preset wants; headlines may have the sign where it wants words. */
static bool check_house(struct mdq_ctx *ctx, const struct percentage *p, unsigned house) {
  static const struct {
    unsigned value;
    const char *between, *sign;
  } forms[] = { { MDQ_HOUSE_PERCENT_ASCII, "", "%" }, { MDQ_HOUSE_PERCENT_ARABIC, "", "٪" }, { MDQ_HOUSE_FI_ALMIA, " ", "في المئة" },
                { MDQ_HOUSE_BILMIA, " ", "بالمئة" } };
  if (!house || (house & house_value(p)) || (!p->body && p->form != WORDS && !(house & MDQ_HOUSE_PERCENT_SIGN))) return false;
  for (size_t i = 0; i < MDQ_COUNT(forms); i++)
    if (forms[i].value == house) report(ctx, p, glued(ctx, p->number, forms[i].between, mdq_span_str(forms[i].sign)), HOUSE, p->quoted ? MDQ_NOTE : MDQ_WARNING);
  return true;
}

static void finish(struct mdq_ctx *ctx) {
  const struct state *state = ctx->state;
  struct usage u = usage_of(ctx);
  struct mdq_house_choice house = mdq_house_choose(ctx->house, MDQ_HOUSE_PERCENT);
  struct mdq_places_reader reader = mdq_places_read(ctx, &state->kept);
  for (struct percentage item, *p = &item; next_percentage(&reader, p);) {
    if (house.set && check_house(ctx, p, house.values)) continue;
    if (p->form == AFTER_SPACED && !u.before) check_space(ctx, p, &u);
    else if ((house.set || !check_words(ctx, p, &u)) && p->form != WORDS) check_side(ctx, p, &u);
  }
}

const struct mdq_rule_group mdq_rules_number_percent_format = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .token_kinds = MDQ_TOKEN_AR | MDQ_TOKEN_PUNCT, .concerns = concerns,
  .marks = (const uint32_t[]){ '%', 0x066A, 0 }, .state_size = sizeof(struct state),
  .token = token, .finish = finish,
};
