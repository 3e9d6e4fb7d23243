#include "rules/untranslated/english_date.h"

enum part { OTHER, NUMBER, WEEKDAY, MONTH };

struct piece {
  enum part part;
  struct mdq_span text; /* in Arabic */
};

static int value_of(struct mdq_span digits) {
  int value = 0;
  for (size_t i = 0; i < digits.len && i < 4; i++) value = value * 10 + (digits.ptr[i] - '0');
  return value;
}

static bool is_number(struct mdq_span text) {
  for (size_t i = 0; i < text.len; i++)
    if (text.ptr[i] < '0' || text.ptr[i] > '9') return false;
  return text.len && text.len <= 4;
}

static struct mdq_span weekday(const struct mdq_table *weekdays, struct mdq_span number) {
  for (size_t i = 0; i < weekdays->row_count; i++) {
    const struct mdq_row *row = mdq_table_row(weekdays, i);
    if (mdq_span_eq(row->column[1], number)) return row->column[2];
  }
  return mdq_span_of("", 0);
}

static struct mdq_span month(struct mdq_ctx *ctx, struct mdq_span number) {
  unsigned values = mdq_house_choose(ctx->house, MDQ_HOUSE_MONTHS).values;
  if (!values || values & (values - 1)) values = mdq_house_value(ctx->house, MDQ_HOUSE_MONTHS, MDQ_SPAN_LIT("gregorian-egypt"));
  return mdq_house_month(ctx->house->house, ctx->scratch, value_of(number), values);
}

static struct piece piece_of(struct mdq_ctx *ctx, struct mdq_english_tables tables, struct mdq_span word, bool in_date) {
  char lower[16];
  if (is_number(word)) return (struct piece){ NUMBER, word };
  if (!word.len || word.len > sizeof lower || word.ptr[word.len - 1] == 's') return (struct piece){ 0 }; /* Mondays */
  for (size_t i = 0; i < word.len; i++) lower[i] = word.ptr[i] >= 'A' && word.ptr[i] <= 'Z' ? (char)(word.ptr[i] + 0x20) : word.ptr[i];
  const struct mdq_row *row = mdq_table_get(ctx->tables[tables.words], mdq_span_of(lower, word.len));
  if (!row) return (struct piece){ 0 };
  if (mdq_span_is(row->column[1], "weekday")) return (struct piece){ WEEKDAY, weekday(ctx->tables[tables.weekdays], row->column[2]) };
  bool is_month = mdq_span_is(row->column[1], "month") || mdq_span_is(row->column[1], "month-short");
  return is_month && in_date ? (struct piece){ MONTH, month(ctx, row->column[2]) } : (struct piece){ 0 };
}

struct mdq_span mdq_english_date(struct mdq_ctx *ctx, struct mdq_english_tables tables, struct mdq_span text, bool in_date) {
  enum { LONGEST = 40, MOST = 4, LAST_DAY = 31 };
  struct piece pieces[MOST];
  struct mdq_span none = mdq_span_of("", 0), result = none;
  size_t count = 0;
  bool named = false;
  if (text.len > LONGEST) return none;
  for (size_t i = 0; i < text.len; i++) in_date = in_date || is_number(mdq_span_sub(text, i, i + 1));
  for (size_t from = 0, to; from < text.len; from = to + 1) {
    for (to = from; to < text.len && text.ptr[to] != ' ';) to++;
    if (count == MOST) return none;
    pieces[count] = piece_of(ctx, tables, mdq_span_sub(text, from, to), in_date);
    if (!pieces[count].text.len) return none;
    named = named || pieces[count].part != NUMBER;
    count++;
  }
  if (!named) return none;
  for (size_t i = 0; i + 1 < count; i++) { /* March 5: 5 مارس */
    if (pieces[i].part != MONTH || pieces[i + 1].part != NUMBER || value_of(pieces[i + 1].text) > LAST_DAY || (i && pieces[i - 1].part == NUMBER)) continue;
    struct piece day = pieces[i + 1];
    pieces[i + 1] = pieces[i], pieces[i] = day;
    i++;
  }
  for (size_t i = 0; i < count; i++)
    result = mdq_arena_printf(ctx->scratch, "%.*s%s%.*s", (int)result.len, result.ptr, i ? " " : "", (int)pieces[i].text.len, pieces[i].text.ptr);
  return result;
}
