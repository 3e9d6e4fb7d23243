#include "rules/date/weekday.h"

#include "arabic/dates.h"

struct mdq_span mdq_weekday_arabic(const struct mdq_table *weekdays, int weekday) {
  for (size_t i = 0; i < weekdays->row_count; i++) {
    const struct mdq_row *row = mdq_table_row(weekdays, i);
    if (row->column[1].ptr[0] - '0' == weekday) return row->column[2];
  }
  return MDQ_SPAN_LIT("");
}

struct mdq_span mdq_weekday_english(int weekday) {
  static const char *const names[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
  return mdq_span_str(names[weekday - 1]);
}

struct mdq_span mdq_weekday_instead(struct mdq_arena *arena, const struct mdq_table *weekdays, struct mdq_span wrong_v2, int right) {
  struct mdq_span name = mdq_weekday_arabic(weekdays, right);
  struct mdq_stem stem = { 0 };
  mdq_weekday_name(weekdays, wrong_v2, &stem);
  size_t article = strlen("ال"), before = stem.cut - article;
  if (stem.lil) name = mdq_span_sub(name, article, name.len);
  return mdq_arena_printf(arena, "%.*s%s%.*s", (int)before, wrong_v2.ptr, stem.lil ? "لل" : "", (int)name.len, name.ptr);
}

size_t mdq_end_with_bracket(const struct mdq_segment *segment, size_t first, size_t last) {
  if (!mdq_token_mark(segment, last + 1, ')')) return last;
  for (size_t i = last + 1; i-- > first;) {
    if (mdq_token_mark(segment, i, ')')) return last;
    if (mdq_token_mark(segment, i, '(')) return last + 1;
  }
  return last;
}
