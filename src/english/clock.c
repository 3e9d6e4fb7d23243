#include "english/clock.h"

#include "arabic/numerals.h"
#include "base/ascii.h"

/* "a.m.", "am", "PM" */
static enum mdq_day_half half_of(struct mdq_span text) {
  char letters[3] = "";
  size_t count = 0;
  for (size_t i = 0; i < text.len; i++) {
    if (text.ptr[i] == '.') continue;
    if (count == 2) return MDQ_HALF_NONE;
    letters[count++] = mdq_ascii_lower(text.ptr[i]);
  }
  if (count != 2 || letters[1] != 'm') return MDQ_HALF_NONE;
  return letters[0] == 'a' ? MDQ_HALF_AM : letters[0] == 'p' ? MDQ_HALF_PM : MDQ_HALF_NONE;
}

/* "14:00", which tells the half of the day by its 24 hours: "09:00" is in the morning, "9:00" may be in the evening. */
static bool read_24_hours(const struct mdq_numeral *n, struct mdq_clock *clock) {
  if (n->part_count != 2 || n->parts[0].separator != ':' || n->parts[1].digits != 2 || n->parts[0].value > 23) return false;
  clock->hour = (int)n->parts[0].value;
  clock->minute = (int)n->parts[1].value;
  if (n->parts[0].digits == 2) clock->half = clock->hour < 12 ? MDQ_HALF_AM : MDQ_HALF_PM;
  return true;
}

static bool read_hour(const struct mdq_segment *segment, size_t i, struct mdq_clock *clock) {
  struct mdq_numeral n;
  if (mdq_token_is(segment, i, MDQ_TOKEN_LAT) && mdq_span_is(mdq_token_text(segment, i), "noon")) {
    clock->hour = 12;
    clock->half = MDQ_HALF_PM;
    return true;
  }
  if (!mdq_token_is(segment, i, MDQ_TOKEN_NUM) || !mdq_numeral_read(mdq_token_text(segment, i), &n) || n.part_count > 2) return false;
  bool half_follows = mdq_token_is(segment, i + 1, MDQ_TOKEN_LAT) && half_of(mdq_token_text(segment, i + 1));
  if (!half_follows) return read_24_hours(&n, clock);
  if (n.parts[0].value < 1 || n.parts[0].value > 12) return false;
  if (n.part_count == 2 && ((n.parts[0].separator != ':' && n.parts[0].separator != '.') || n.parts[1].digits != 2)) return false;
  clock->hour = (int)n.parts[0].value;
  clock->minute = n.part_count == 2 ? (int)n.parts[1].value : -1;
  clock->half = half_of(mdq_token_text(segment, i + 1));
  clock->last = i + 1;
  return true;
}

bool mdq_clock_read_english(const struct mdq_segment *segment, const struct mdq_table *zones, size_t i, struct mdq_clock *clock) {
  *clock = (struct mdq_clock){ .first = i, .last = i, .number = i, .minute = -1, .figures = true };
  if (!read_hour(segment, i, clock)) return false;
  bool in_24_hours = mdq_token_is(segment, i, MDQ_TOKEN_NUM) && clock->last == i;
  size_t p = clock->last + 1;
  if (mdq_token_mark(segment, p, '.')) {
    struct mdq_span half = mdq_token_text(segment, clock->last);
    clock->last += memchr(half.ptr, '.', half.len) != NULL; /* "p.m." */
    p++;
  }
  clock->zone_first = p;
  if (mdq_token_is(segment, p, MDQ_TOKEN_LAT)) clock->zone = mdq_table_get(zones, mdq_token_text(segment, p));
  clock->some_zone = clock->zone != NULL;
  return clock->zone || !in_24_hours; /* without a zone it may be a score */
}
