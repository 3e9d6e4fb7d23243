/* One digit system a draft: machine translation copies figures from the source or converts them, token by token. */
#include "arabic/numerals.h"
#include "lint/facts.h"
#include "lint/places.h"
#include "quantity/beside.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { DIGIT_MIX };
enum { PRODUCTS };
enum { PHONE_DIGITS = 7 };

static const struct mdq_rule rules[] = {
  [DIGIT_MIX] = {
    .id = "number/digit-mix", .severity = MDQ_WARNING, .certainty = MDQ_CERTAIN, .category = "locale-convention/number-format", .since = "0.1",
    .summary = { "Two digit systems in one number or in one draft", "نظامان للأرقام في عدد واحد أو في نص واحد" },
    .rationale = { "A draft writes its figures as 123 or as ١٢٣, not both; inside one number a second system is always a slip. Addresses, product names, telephone numbers and quotations keep their own.",
                   "يكتب النص أرقامه بالشكل 123 أو ١٢٣ لا بهما معًا، ولا يجتمعان في عدد واحد إلا خطأ. وتبقى العناوين وأسماء المنتجات وأرقام الهاتف والاقتباسات على حالها." },
    .message = { "Two digit systems: write “{y}”", "نظامان مختلفان للأرقام: اكتب «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "تأسست الشركة عام 20١٩ وتضم 140 موظفا", .fixed = "تأسست الشركة عام 2019 وتضم 140 موظفا" },
      { .text = "ارتفع المؤشر 12 نقطة إلى 340، وخسر ٣ أسهم", .fixed = "ارتفع المؤشر 12 نقطة إلى 340، وخسر 3 أسهم" },
      { .text = "بلغ العدد ١٢٫٥ مليون مقابل ٩٫٣ ثم 10.1 مليون", .fixed = "بلغ العدد ١٢٫٥ مليون مقابل ٩٫٣ ثم ١٠٫١ مليون" },
      { .text = "حضر ١٥ نائبا من ٤٥", .fixed = "حضر 15 نائبا من 45", .house = "levant" },
      { .text = "حضر ٤٥0 شخصا", .fixed = "حضر ٤٥٠ شخصا" }, { 0 } },
    .good = (const char *const[]){
      "ارتفع المؤشر 12 نقطة إلى 340، وخسر 3 أسهم", "بلغ العدد ١٢٫٥ مليون مقابل ٩٫٣", "بلغ السعر ٩٩٩ دولارا لهاتف iPhone 15 و٨٩٩ للأقدم", "سقطت طائرة بوينغ 737 وعلى متنها ١٦٢ راكبا",
      "للاستفسار الاتصال على 0800111555 من الساعة ٩ إلى ٥", "اشترت أنقرة منظومة إس-400 قبل ٧ سنوات، ثم ٣ سفن", "جاء في الوثيقة «حضر 14 عضوا» بينما حضر ١٥ و١٦", "نُشر على example.com/2024 في ٣ مارس", NULL },
  },
};

struct state {
  struct mdq_places figures; /* tag: the digit systems */
  size_t mixed;          /* figures of several systems */
  size_t ascii, eastern; /* digits of Arabic-Indic and Persian shape count as one: norm/foreign-letter tells them apart */
};

static bool is_hyphen(const struct mdq_segment *segment, size_t i) {
  return mdq_token_mark(segment, i, '-') || mdq_token_mark(segment, i, 0x2010) || mdq_token_mark(segment, i, 0x2011) || mdq_token_mark(segment, i, 0x2013);
}

/* Written by others: in names (iPhone 15, بوينغ 737, إس-400), telephone numbers, entities (&#1635;) and quotations. `digits`: of a number
   without separators, else 0. */
static bool keeps_its_digits(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, struct mdq_span text, unsigned digits) {
  unsigned latin = MDQ_TOKEN_LAT | MDQ_TOKEN_MIX | MDQ_TOKEN_URL | MDQ_TOKEN_EMAIL | MDQ_TOKEN_TAG;
  if (segment->tokens[i].flags & MDQ_TOKEN_QUOTED) return true;
  if (mdq_token_is(segment, i - 1, latin) || mdq_token_is(segment, i + 1, latin) || mdq_token_mark(segment, i - 1, '+') || mdq_token_mark(segment, i - 1, '#')) return true;
  bool product = mdq_beside(mdq_quantity_tables(ctx), segment, i - 1) & MDQ_BESIDE_PRODUCT; /* or is one with proclitics */
  if (product && mdq_listed(ctx, PRODUCTS, mdq_token_v2(segment, i - 1))) return true;
  bool hyphened = i >= 2 && is_hyphen(segment, i - 1) && mdq_token_glued(segment, i) && mdq_token_glued(segment, i - 1);
  if (hyphened && mdq_token_is(segment, i - 2, MDQ_TOKEN_AR)) return true;
  size_t at = 0;
  return digits >= PHONE_DIGITS || (digits > 2 && mdq_digit_value(mdq_utf8_next(text, &at)) == 0); /* 0800 */
}

static bool is_mixed(unsigned systems) {
  return (systems & (systems - 1)) != 0;
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct state *state = ctx->state;
  struct mdq_span text = mdq_token_text(segment, i);
  unsigned digits = (unsigned)text.len, systems = MDQ_DIGITS_ASCII;
  if (!mdq_token_is_plain_number(segment, i)) systems = mdq_numeral_systems(text, &digits);
  if (!is_mixed(systems) && keeps_its_digits(ctx, segment, i, text, digits)) return;
  if (!is_mixed(systems)) {
    bool ascii = systems == MDQ_DIGITS_ASCII;
    if (ascii) state->ascii++;
    else state->eastern++;
    mdq_house_saw(ctx->house, MDQ_HOUSE_DIGITS, ascii ? MDQ_HOUSE_LATN : MDQ_HOUSE_ARAB);
  } else {
    state->mixed++;
  }
  mdq_places_keep(ctx, &state->figures, mdq_at_token(segment, i), text, systems);
}

static size_t count_ascii_digits(struct mdq_span text, size_t *eastern) {
  size_t ascii = 0;
  for (size_t at = 0; at < text.len;) {
    uint32_t c = mdq_utf8_next(text, &at);
    if (!mdq_is_digit(c)) continue;
    if (c < 0x80) ascii++;
    else ++*eastern;
  }
  return ascii;
}

/* The system of most numbers of the draft, else of most digits of the number itself. */
static enum mdq_digits system_for(const struct state *state, const struct mdq_kept_place *figure) {
  size_t ascii = state->ascii, eastern = state->eastern;
  if (ascii == eastern) eastern = 0, ascii = count_ascii_digits(figure->text, &eastern);
  return ascii >= eastern ? MDQ_DIGITS_ASCII : MDQ_DIGITS_ARABIC_INDIC;
}

static void report(struct mdq_ctx *ctx, const struct mdq_kept_place *figure, enum mdq_digits system, bool inside, bool set) {
  struct mdq_span right = mdq_numeral_in(ctx->arena, figure->text, system);
  mdq_report(ctx, DIGIT_MIX, .at = figure->at, .y = right, .fix = right, .safe = inside || set, .by_house = set && !inside, .severity = inside ? MDQ_ERROR : MDQ_WARNING);
}

static void finish(struct mdq_ctx *ctx) {
  const struct state *state = ctx->state;
  struct mdq_house_choice house = mdq_house_choose(ctx->house, MDQ_HOUSE_DIGITS);
  bool set = house.set && (house.values == MDQ_HOUSE_LATN || house.values == MDQ_HOUSE_ARAB), first_seen = set;
  bool draft_mixed = set || (state->ascii && state->eastern);
  if (!draft_mixed && !state->mixed) return;
  bool ascii_wanted = set ? house.values == MDQ_HOUSE_LATN : state->ascii > state->eastern;
  enum mdq_digits major = ascii_wanted ? MDQ_DIGITS_ASCII : MDQ_DIGITS_ARABIC_INDIC;
  struct mdq_places_reader reader = mdq_places_read(ctx, &state->figures);
  for (struct mdq_kept_place figure; mdq_places_next(&reader, &figure);) {
    if (is_mixed((unsigned)figure.tag)) {
      report(ctx, &figure, set ? major : system_for(state, &figure), true, set);
      continue;
    }
    bool ascii = figure.tag == MDQ_DIGITS_ASCII;
    if (!first_seen && state->ascii == state->eastern) major = ascii ? MDQ_DIGITS_ASCII : MDQ_DIGITS_ARABIC_INDIC;
    first_seen = true;
    if (draft_mixed && ascii != (major == MDQ_DIGITS_ASCII)) report(ctx, &figure, major, false, set);
  }
}

const struct mdq_rule_group mdq_rules_number_digit_mix = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = (const char *const[]){ "numbers/product-names.tsv", NULL },
  .token_kinds = MDQ_TOKEN_NUM, .counts_house = true, .state_size = sizeof(struct state), .token = token, .finish = finish,
};
