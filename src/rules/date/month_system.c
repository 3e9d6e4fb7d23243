#include "rules/date/month_system.h"

#include "text/chars.h"

enum { LEAST = 3 /* months that make a majority */ };

/* How a name is kept: the month, whether it is quoted, and the systems that have the name. */
enum { MONTH = 0xF, QUOTED = 0x10, VALUES_SHIFT = 5 };

/* The systems of a row of months.tsv as values of the setting; names of other systems (Mauritania, Hijri) have none. */
static unsigned values_of(const struct mdq_ctx *ctx, const struct mdq_row *row) {
  unsigned values = mdq_house_value(ctx->house, MDQ_HOUSE_MONTHS, row->column[1]);
  struct mdq_span others = row->column[3];
  for (size_t from = 0, to; from < others.len; from = to + 1) {
    for (to = from; to < others.len && others.ptr[to] != ',';) to++;
    values |= mdq_house_value(ctx->house, MDQ_HOUSE_MONTHS, mdq_span_sub(others, from, to));
  }
  return values;
}

/* «هجمات 11 سبتمبر», «ثورة 14 تموز», «السابع من أكتوبر» */
static bool is_name(const struct mdq_ctx *ctx, const struct mdq_table *named_days, const struct mdq_segment *segment, const struct mdq_date *date) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  if (date->year) return false;
  if (date->day && mdq_table_get(named_days, mdq_arena_printf(ctx->scratch, "%d/%d", date->day, date->month))) return true;
  for (size_t back = 1; back <= 2 && back <= date->first; back++) {
    size_t count = mdq_stems(mdq_token_v2(segment, date->first - back), stems);
    for (size_t i = 0; i < count; i++)
      if (mdq_table_get(named_days, stems[i].text)) return true;
  }
  return false;
}

/* The tokens of the month's name; 0 if it is not written as the table has it, or with proclitics. */
static size_t find_name(const struct mdq_segment *segment, const struct mdq_date *date, size_t *from) {
  struct mdq_span name = date->month_name->column[0];
  const char *space = memchr(name.ptr, ' ', name.len);
  struct mdq_span first = space ? mdq_span_of(name.ptr, (size_t)(space - name.ptr)) : name;
  for (*from = date->day_first; *from <= date->last; ++*from)
    if (mdq_span_eq(mdq_token_v2(segment, *from), first)) return space ? 2 : 1;
  return 0;
}

void mdq_named_months_see(struct mdq_ctx *ctx, size_t rule, const struct mdq_table *named_days, const struct mdq_segment *segment,
                          const struct mdq_date *date, struct mdq_named_months *months) {
  if (!date->month_name || date->other_month || (!date->day && !date->year)) return; /* «شباط/فبراير» means both */
  unsigned values = values_of(ctx, date->month_name);
  size_t from, length = values ? find_name(segment, date, &from) : 0;
  if (!length || is_name(ctx, named_days, segment, date)) return;
  if (mdq_token_mark(segment, from + length, '(') || mdq_token_mark(segment, from - 1, '(')) return; /* «يوليو (تموز)» */
  mdq_house_saw(ctx->house, MDQ_HOUSE_MONTHS, values);
  if (!mdq_rule_delivers(ctx, rule, mdq_house_choose(ctx->house, MDQ_HOUSE_MONTHS).set ? MDQ_WARNING : MDQ_NOTE)) return;
  size_t last = from + length - 1;
  uint64_t quoted = segment->tokens[from].flags & MDQ_TOKEN_QUOTED ? QUOTED : 0;
  mdq_places_keep(ctx, &months->kept, mdq_at_tokens(segment, from, last), mdq_tokens_text(segment, from, last),
                  (uint64_t)values << VALUES_SHIFT | quoted | (uint64_t)date->month);
}

void mdq_named_months_judge(struct mdq_ctx *ctx, size_t rule, const struct mdq_named_months *months) {
  struct mdq_house_choice choice = mdq_house_choose(ctx->house, MDQ_HOUSE_MONTHS);
  if (!choice.values || (!choice.set && months->kept.count < LEAST)) return;
  struct mdq_places_reader reader = mdq_places_read(ctx, &months->kept);
  for (struct mdq_kept_place name; mdq_places_next(&reader, &name);) {
    bool quoted = name.tag & QUOTED;
    if ((name.tag >> VALUES_SHIFT & choice.values) || (quoted && !choice.set)) continue;
    struct mdq_span right = mdq_house_month(ctx->house->house, ctx->arena, (int)(name.tag & MONTH), choice.values);
    bool sure = choice.set && !quoted, one = !memchr(right.ptr, '/', right.len);
    mdq_report(ctx, rule, .at = name.at, .x = name.text, .y = right, .fix = one ? right : mdq_span_of(NULL, 0), .safe = sure,
               .severity = sure ? MDQ_WARNING : MDQ_NOTE, .by_house = choice.set, .certainty = choice.set ? MDQ_CERTAIN : MDQ_LIKELY);
  }
}
