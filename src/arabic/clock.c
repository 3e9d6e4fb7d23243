#include "arabic/clock.h"

#include "arabic/numerals.h"
#include "arabic/proclitics.h"

enum { LONGEST_ZONE = 96 /* bytes */, ZONE_WORDS = 3 };

bool mdq_is_hour_word(struct mdq_span v2) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = v2.len ? mdq_stems(v2, stems) : 0;
  for (size_t s = 0; s < count; s++)
    if (stems[s].article && mdq_span_is(stems[s].text, "ساعه")) return true;
  return false;
}

/* Figures at token i: 10, 10:30, 10:30:15 and, behind «الساعة», 10.30. */
static bool read_figures(const struct mdq_segment *segment, size_t i, struct mdq_clock *clock) {
  struct mdq_numeral n;
  if (!mdq_token_is(segment, i, MDQ_TOKEN_NUM) || !mdq_numeral_read(mdq_token_text(segment, i), &n)) return false;
  if (n.part_count > 3 || n.parts[0].digits > 2 || (n.part_count == 1 && !clock->said)) return false;
  uint32_t separator = n.parts[0].separator;
  if (n.part_count > 1 && separator != ':' && !(clock->said && separator == '.')) return false;
  if (n.part_count > 1 && n.parts[1].digits != 2) return false;
  if (n.part_count == 3 && (n.parts[1].separator != ':' || n.parts[2].digits != 2)) return false;
  clock->hour = (int)n.parts[0].value;
  clock->minute = n.part_count > 1 ? (int)n.parts[1].value : -1;
  clock->figures = true;
  clock->last = i;
  return true;
}

/* «و45 دقيقة» behind a whole hour. */
static void read_minutes(const struct mdq_segment *segment, struct mdq_clock *clock) {
  unsigned digits;
  uint64_t value;
  size_t p = clock->last + 1;
  if (clock->minute >= 0 || !mdq_token_v2_is(segment, p, "و") || !mdq_token_is(segment, p + 1, MDQ_TOKEN_NUM)) return;
  if (!mdq_token_v2_is(segment, p + 2, "دقيقه") && !mdq_token_v2_is(segment, p + 2, "دقايق")) return;
  if (!mdq_numeral_whole(mdq_token_text(segment, p + 1), &digits, &value) || digits > 2) return;
  clock->minute = (int)value;
  clock->last = p + 2;
}

static const char *const hours[] = { "الواحده", "الثانيه", "الثالثه", "الرابعه", "الخامسه", "السادسه", "السابعه", "الثامنه", "التاسعه", "العاشره", NULL };

bool mdq_may_be_hour(struct mdq_span v2) {
  return mdq_span_is_one_of(v2, hours) || mdq_span_is(v2, "الحاديه") || mdq_span_is(v2, "الاولي");
}

/* «العاشرة والنصف», «الحادية عشرة إلا ربعا» */
static bool read_words(const struct mdq_segment *segment, size_t i, struct mdq_clock *clock) {
  static const struct { const char *word; int minute; } parts[] = { { "والنصف", 30 }, { "ونصف", 30 }, { "والربع", 15 }, { "وربع", 15 }, { "والثلث", 20 }, { "وثلث", 20 } };
  struct mdq_span v2 = mdq_token_v2(segment, i);
  bool teen = mdq_token_v2_is(segment, i + 1, "عشره") || mdq_token_v2_is(segment, i + 1, "عشر");
  for (size_t k = 0; hours[k]; k++)
    if (mdq_span_is(v2, hours[k])) clock->hour = (int)k + 1;
  if (mdq_span_is(v2, "الاولي")) clock->hour = 1;
  if (teen && (mdq_span_is(v2, "الحاديه") || mdq_span_is(v2, "الثانيه"))) clock->hour = mdq_span_is(v2, "الحاديه") ? 11 : 12;
  if (!clock->hour) return false;
  clock->last = i + teen;
  for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
    if (mdq_token_v2_is(segment, clock->last + 1, parts[k].word)) clock->minute = parts[k].minute;
  if (clock->minute >= 0) clock->last++;
  if (mdq_token_v2_is(segment, clock->last + 1, "الا")) clock->last += 2; /* minutes before the hour are not counted */
  return true;
}

static enum mdq_day_half half_of(struct mdq_span v2, bool letters) {
  static const char *const am[] = { "صباحا", "صباح", "فجرا", "فجر", NULL };
  static const char *const pm[] = { "مساء", "مساءا", "مسا", "ظهرا", "عصرا", "زوالا", NULL };
  if (mdq_span_is_one_of(v2, am) || (letters && mdq_span_is(v2, "ص"))) return MDQ_HALF_AM;
  if (mdq_span_is_one_of(v2, pm) || (letters && mdq_span_is(v2, "م"))) return MDQ_HALF_PM;
  return mdq_span_is(v2, "ليلا") ? MDQ_HALF_NIGHT : MDQ_HALF_NONE;
}

/* «عصر الثلاثاء», «ظهر اليوم» */
static bool is_part_of_day(const struct mdq_segment *segment, size_t i) {
  static const char *const parts[] = { "ظهر", "عصر", NULL }, *const days[] = { "امس", "غد", "يوم", NULL };
  struct mdq_span day = mdq_token_v2(segment, i + 1);
  return mdq_span_is_one_of(mdq_token_v2(segment, i), parts) && (mdq_span_starts(day, MDQ_SPAN_LIT("ال")) || mdq_span_is_one_of(day, days));
}

static void read_half(const struct mdq_segment *segment, struct mdq_clock *clock) {
  size_t p = clock->last + 1;
  p += mdq_token_v2_is(segment, p, "من");
  struct mdq_span word = mdq_token_v2(segment, p), behind = mdq_token_v2(segment, p + 1);
  size_t length = 1;
  bool time = clock->said || (clock->hour <= 24 && clock->minute < 60); /* «30:90 م» are metres */
  clock->half = half_of(word, clock->figures && time && !mdq_token_mark(segment, p + 1, '.'));
  clock->half_of_day = !clock->half && is_part_of_day(segment, p);
  if (clock->half_of_day) clock->half = MDQ_HALF_PM;
  if (!clock->half && (mdq_span_is(word, "بعد") || mdq_span_is(word, "قبل")) && (mdq_span_is(behind, "الظهر") || mdq_span_is(behind, "ظهر"))) {
    clock->half = mdq_span_is(word, "بعد") ? MDQ_HALF_PM : MDQ_HALF_AM;
    length = 2;
  } else if (mdq_span_is(word, "بعد") && mdq_span_is(behind, "منتصف")) {
    clock->half = MDQ_HALF_AM;
    length = 3;
  }
  if (!clock->half) return;
  clock->half_first = p;
  clock->last = clock->half_last = p + length - 1 < segment->token_count ? p + length - 1 : segment->token_count - 1;
}

/* The longest name of a zone that starts at token i. */
static const struct mdq_row *zone_named(const struct mdq_segment *segment, const struct mdq_table *zones, size_t i, size_t *last) {
  char name[LONGEST_ZONE];
  size_t length = 0;
  const struct mdq_row *found = NULL;
  for (size_t k = 0; k < ZONE_WORDS; k++) {
    struct mdq_span word = mdq_token_v2(segment, i + k);
    if (!word.len || length + 1 + word.len > sizeof name) break;
    if (k) name[length++] = ' ';
    memcpy(name + length, word.ptr, word.len);
    length += word.len;
    const struct mdq_row *row = mdq_table_get(zones, mdq_span_of(name, length));
    if (!row) continue;
    found = row;
    *last = i + k;
  }
  return found;
}

static void read_zone(const struct mdq_segment *segment, const struct mdq_table *zones, struct mdq_clock *clock) {
  size_t p = clock->last + 1;
  p += mdq_token_mark(segment, p, '(') || mdq_token_mark(segment, p, 0x060C);
  clock->zone_first = p;
  if (mdq_token_is(segment, p, MDQ_TOKEN_LAT)) {
    clock->zone = mdq_table_get(zones, mdq_token_text(segment, p));
    clock->some_zone = clock->zone != NULL;
    if (clock->zone) clock->last = p;
  } else if (mdq_token_v2_is(segment, p, "بتوقيت") || mdq_token_v2_is(segment, p, "بالتوقيت") || mdq_token_v2_is(segment, p, "توقيت")) {
    clock->some_zone = true;
    if (!mdq_token_v2_is(segment, p, "بالتوقيت")) clock->zone = zone_named(segment, zones, p + 1, &clock->last);
  }
}

/* «الجولة الثالثة مساء» counts rounds. */
static bool counts_something_else(const struct mdq_segment *segment, size_t i) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  struct mdq_span before = i ? mdq_token_v2(segment, i - 1) : MDQ_SPAN_LIT("");
  size_t count = before.len ? mdq_stems(before, stems) : 0;
  for (size_t s = 0; s < count; s++)
    if (stems[s].article) return true;
  return false;
}

bool mdq_clock_read(const struct mdq_segment *segment, const struct mdq_table *zones, size_t i, struct mdq_clock *clock) {
  *clock = (struct mdq_clock){ .first = i, .number = i, .minute = -1, .said = mdq_is_hour_word(mdq_token_v2(segment, i)) };
  if (clock->said) {
    clock->number = i + 1 + mdq_token_v2_is(segment, i + 1, "ال");
    if (!read_figures(segment, clock->number, clock) && !read_words(segment, clock->number, clock)) return false;
    read_minutes(segment, clock);
  } else if (!read_figures(segment, i, clock) && (counts_something_else(segment, i) || !read_words(segment, i, clock))) {
    return false;
  }
  read_half(segment, clock);
  if (!clock->said && !clock->figures && !clock->half) return false;
  read_zone(segment, zones, clock);
  return true;
}
