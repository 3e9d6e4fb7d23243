#include "rules/untranslated/money.h"

#include "arabic/numerals.h"
#include "base/ascii.h"
#include "rules/name/latin_name.h"

/* What a number asks of the noun behind it. */
enum form { SINGULAR, PLURAL, ACCUSATIVE };

struct amount {
  enum form form;
  bool counted; /* a number stands there */
  bool figure;  /* in figures */
};

/* 3 to 10 take the plural, 11 to 99 the accusative, whole hundreds and fractions the singular. */
static enum form form_behind(double value) {
  if (value < 0 || value > 1e15) return SINGULAR;
  uint64_t whole = (uint64_t)value, rest = whole % 100;
  if ((double)whole < value || value < 3) return SINGULAR;
  return rest >= 3 && rest <= 10 ? PLURAL : rest >= 11 ? ACCUSATIVE : SINGULAR;
}

static struct amount amount_of(struct mdq_span number) {
  struct mdq_numeral numeral;
  if (!mdq_numeral_read(number, &numeral)) return (struct amount){ 0 };
  return (struct amount){ numeral.has_value ? form_behind(numeral.value) : SINGULAR, true, true };
}

static struct mdq_span first_of(struct mdq_span list) {
  const char *comma = list.len ? memchr(list.ptr, ',', list.len) : NULL;
  return comma ? mdq_span_sub(list, 0, (size_t)(comma - list.ptr)) : list;
}

/* دولار أمريكي: دولارات أمريكية, دولارًا أمريكيًا. What has no forms of its own (يورو, ين) stays. */
static struct mdq_span inflected(struct mdq_ctx *ctx, size_t nouns, struct mdq_span currency, enum form form) {
  const char *space = memchr(currency.ptr, ' ', currency.len);
  size_t end = space ? (size_t)(space - currency.ptr) : currency.len;
  struct mdq_span noun = mdq_span_sub(currency, 0, end), adjective = mdq_span_sub(currency, end, currency.len);
  const struct mdq_row *row = mdq_table_get(ctx->tables[nouns], noun);
  if (!row || form == SINGULAR) return currency;
  struct mdq_span right = form == PLURAL ? first_of(row->column[3]) : row->column[4];
  bool tanween = form == ACCUSATIVE && mdq_span_ends(right, MDQ_SPAN_LIT("ا"));
  const char *ending = !mdq_span_ends(adjective, MDQ_SPAN_LIT("ي")) ? "" : form == PLURAL ? "ة" : tanween ? "ًا" : "";
  int length = (int)right.len - (tanween ? 2 : 0);
  return mdq_arena_printf(ctx->scratch, "%.*s%s%.*s%s", length, right.ptr, tanween ? "ًا" : "", (int)adjective.len, adjective.ptr, ending);
}

static struct mdq_span currency_named(struct mdq_ctx *ctx, struct mdq_span latin) {
  return mdq_arabic_of_kind(ctx, latin, MDQ_KIND_CURRENCY, true);
}

static struct mdq_span currency_of_code(struct mdq_ctx *ctx, struct mdq_span code) {
  if (code.len != 3 || !mdq_latin_all_caps(code)) return mdq_span_of("", 0);
  return currency_named(ctx, mdq_arena_printf(ctx->scratch, MDQ_CURRENCY_CODE "%.*s", (int)code.len, code.ptr));
}

static const struct magnitude { const char *english, *singular, *plural; } magnitudes[] = {
  { "hundred", "مئة", "مئات" },      { "thousand", "ألف", "آلاف" },       { "million", "مليون", "ملايين" }, { "mln", "مليون", "ملايين" },
  { "billion", "مليار", "مليارات" }, { "bln", "مليار", "مليارات" }, { "bn", "مليار", "مليارات" },    { "trillion", "تريليون", "تريليونات" },
};

static const struct magnitude *magnitude_at(struct mdq_span text, size_t *length) {
  for (size_t i = 0; i < MDQ_COUNT(magnitudes); i++) {
    *length = strlen(magnitudes[i].english);
    if (text.len < *length || (text.len > *length && text.ptr[*length] != ' ')) continue;
    if (mdq_ascii_same(text.ptr, magnitudes[i].english, *length)) return &magnitudes[i];
  }
  return NULL;
}

/* A unit of one word whose forms are known: miles, ميل. */
static struct mdq_span unit_named(struct mdq_ctx *ctx, struct mdq_money_tables tables, struct mdq_span latin) {
  enum { ENGLISH = 3, ARABIC = 4 };
  struct mdq_span none = mdq_span_of("", 0), heh = MDQ_SPAN_LIT("ه");
  const struct mdq_row *unit = mdq_table_find(ctx->tables[tables.units], ENGLISH, latin);
  if (!unit || mdq_span_is(unit->column[1], "money")) return none;
  struct mdq_span list = unit->column[ARABIC];
  const char *end = list.len ? memchr(list.ptr, ';', list.len) : NULL;
  if (end) list.len = (size_t)(end - list.ptr);
  const struct mdq_row *noun = mdq_table_get(ctx->tables[tables.nouns], list);
  if (!noun && mdq_span_ends(list, heh)) noun = mdq_table_get(ctx->tables[tables.nouns], mdq_arena_printf(ctx->scratch, "%.*sة", (int)(list.len - heh.len), list.ptr));
  return noun ? noun->column[0] : none;
}

static struct mdq_span rendered(struct mdq_ctx *ctx, struct mdq_money_tables tables, struct mdq_span english, struct amount amount) {
  size_t length;
  const struct magnitude *magnitude = magnitude_at(english, &length);
  struct mdq_span named = english, counted = mdq_span_of("", 0);
  if (magnitude) named = mdq_span_sub(english, length < english.len ? length + 1 : length, english.len);
  if (named.len) counted = currency_named(ctx, named);
  if (named.len && !counted.len) counted = currency_of_code(ctx, named);
  if (named.len && !counted.len && amount.figure) counted = unit_named(ctx, tables, named);
  if (!magnitude) return counted.len ? inflected(ctx, tables.nouns, counted, amount.form) : counted;
  struct mdq_span word = mdq_span_str(amount.form == PLURAL ? magnitude->plural : magnitude->singular);
  if (!named.len) return amount.figure ? word : named;
  return counted.len ? mdq_arena_printf(ctx->scratch, "%.*s %.*s", (int)word.len, word.ptr, (int)counted.len, counted.ptr) : counted;
}

/* «5 percent»: the sign joins the number, and the house writes it as it does. */
static bool percent_behind(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run, struct mdq_money *money) {
  struct mdq_span english = mdq_span_sub(segment->text, run->start, run->end), figure = mdq_token_text(segment, run->first - 1);
  if (!mdq_span_is(english, "percent") && !mdq_span_is(english, "per cent") && !mdq_span_is(english, "pct")) return false;
  *money = (struct mdq_money){ segment->tokens[run->first - 1].start, run->end, mdq_arena_printf(ctx->scratch, "%.*s%%", (int)figure.len, figure.ptr) };
  return true;
}

/* «EUR 500», where the number may count as part of the run. */
static bool code_before_number(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run, size_t nouns, struct mdq_money *money) {
  size_t number = run->words[0].end < run->end ? run->last : run->last + 1u;
  if (run->word_count != 1 || !mdq_token_is(segment, number, MDQ_TOKEN_NUM)) return false;
  struct mdq_span currency = currency_of_code(ctx, mdq_span_sub(segment->text, run->words[0].start, run->words[0].end));
  if (!currency.len) return false;
  struct mdq_span figure = mdq_token_text(segment, number), noun = inflected(ctx, nouns, currency, amount_of(figure).form);
  *money = (struct mdq_money){ run->start, segment->tokens[number].end,
                               mdq_arena_printf(ctx->scratch, "%.*s %.*s", (int)figure.len, figure.ptr, (int)noun.len, noun.ptr) };
  return true;
}

bool mdq_money_find(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run, struct mdq_money_tables tables,
                    struct mdq_money *money) {
  enum { LONGEST = 48, MOST_WORDS = 4 };
  if (!run->word_count || run->word_count > MOST_WORDS || run->end - run->start > LONGEST || run->flags & MDQ_RUN_CLITIC) return false;
  size_t before = run->first - 1u;
  struct amount amount = { 0 };
  if (run->first && mdq_token_is(segment, before, MDQ_TOKEN_NUM)) amount = amount_of(mdq_token_text(segment, before));
  else if (run->first && mdq_run_context(ctx, segment, before, "count")) amount.counted = true;
  if (!amount.counted) return code_before_number(ctx, segment, run, tables.nouns, money);
  if (amount.figure && percent_behind(ctx, segment, run, money)) return true;
  *money = (struct mdq_money){ run->start, run->end, rendered(ctx, tables, mdq_span_sub(segment->text, run->start, run->end), amount) };
  return money->text.len > 0;
}
