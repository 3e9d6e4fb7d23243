#include "arabic/dates_weekday.h"

#include "arabic/ordinals.h"

enum { BETWEEN = 6 /* tokens at most between the two dates of one day */ };

int mdq_weekday_name(const struct mdq_table *weekdays, struct mdq_span v2, struct mdq_stem *stem) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v2, stems);
  for (size_t s = 0; s < count; s++) {
    char name[32];
    if (!stems[s].article || stems[s].text.len + 4 > sizeof name) continue;
    memcpy(name, "ال", 4);
    memcpy(name + 4, stems[s].text.ptr, stems[s].text.len);
    const struct mdq_row *row = mdq_table_get(weekdays, mdq_span_of(name, stems[s].text.len + 4));
    if (!row) continue;
    if (stem) *stem = stems[s];
    return row->column[1].ptr[0] - '0';
  }
  return 0;
}

enum mdq_direction mdq_direction_of(struct mdq_span v2) {
  static const char *const past[] = { "الماضي", "المنصرم", "الفايت", "المنقضي", NULL };
  static const char *const present[] = { "الجاري", "الحالي", NULL };
  static const char *const future[] = { "المقبل", "القادم", "الاتي", NULL };
  if (mdq_span_is_one_of(v2, past)) return MDQ_DIRECTION_PAST;
  if (mdq_span_is_one_of(v2, present)) return MDQ_DIRECTION_PRESENT;
  return mdq_span_is_one_of(v2, future) ? MDQ_DIRECTION_FUTURE : MDQ_DIRECTION_NONE;
}

/* «الموافق», «المصادف» and the like say that a weekday and a date are one day. */
static bool says_same_day(const struct mdq_segment *segment, size_t i) {
  static const char *const words[] = { "الموافق", "والموافق", "المصادف", "والمصادف", "اي", NULL };
  return mdq_span_is_one_of(mdq_token_v2(segment, i), words);
}

/* «الأحد بتاريخ 15 مارس», «الأحد مساء 15 مارس» */
static bool leads_to_date(const struct mdq_segment *segment, size_t i) {
  static const char *const words[] = { "في", "بتاريخ", "مساء", "صباح", "صباحا", "ظهر", "ظهرا", "عصر", "عصرا", "ليلا", "فجر", "فجرا", NULL };
  return mdq_span_is_one_of(mdq_token_v2(segment, i), words);
}

/* The weekday that stands before token i, the first of a day; *direction: what stands with it, الماضي. Behind a comma «في» begins
   something new: «قال الأحد، في 15 مارس تبدأ». */
int mdq_weekday_before(const struct mdq_segment *segment, const struct mdq_table *weekdays, size_t i, size_t *token, enum mdq_direction *direction) {
  enum { REACH = 6 };
  *direction = MDQ_DIRECTION_NONE;
  bool mark = false, lead = false;
  for (size_t p = i, steps = 0; p-- > 0 && steps < REACH; steps++) {
    struct mdq_span word = mdq_token_v2(segment, p);
    int weekday = word.len ? mdq_weekday_name(weekdays, word, NULL) : 0;
    if (weekday) {
      *token = p;
      return weekday;
    }
    if (mdq_token_is_comma(segment, p) || mdq_token_mark(segment, p, '(') || mdq_token_is_dash(segment, p)) {
      if (mark || lead) return 0;
      mark = true;
    } else if (mdq_direction_of(word)) {
      *direction = mdq_direction_of(word);
    } else if (leads_to_date(segment, p)) {
      if (lead) return 0;
      lead = true;
    } else if (!says_same_day(segment, p) && !mdq_span_is(word, "ل")) {
      return 0;
    }
  }
  return 0;
}

/* A day of another date follows, to which the weekday before token i belongs. */
static bool day_follows(const struct mdq_segment *segment, size_t i) {
  size_t next;
  i += mdq_token_is_comma(segment, i) || mdq_token_mark(segment, i, '(');
  return mdq_token_is(segment, i, MDQ_TOKEN_NUM) || mdq_ordinal_at(segment, i, &next) || says_same_day(segment, i);
}

/* «8 أكتوبر (الثلاثاء)», «8 أكتوبر 2024 الموافق يوم الثلاثاء», «8 أكتوبر، الذي يصادف الثلاثاء»; *last: the last token of that. */
int mdq_weekday_behind(const struct mdq_segment *segment, const struct mdq_table *weekdays, size_t i, size_t *token, size_t *last) {
  static const char *const of_day[] = { "يوم", "ليوم", "ل", NULL }, *const which[] = { "الذي", "والذي", "وهو", NULL };
  static const char *const falls[] = { "يصادف", "يوافق", "صادف", "وافق", NULL };
  bool bracket = mdq_token_mark(segment, i + 1, '(');
  size_t p = i + 1 + (bracket || mdq_token_is_comma(segment, i + 1));
  bool clause = mdq_span_is_one_of(mdq_token_v2(segment, p), which) && mdq_span_is_one_of(mdq_token_v2(segment, p + 1), falls), same = clause || says_same_day(segment, p);
  if (!bracket && !same) return 0;
  p += clause ? 2 : same ? 1 : 0;
  if (mdq_span_is_one_of(mdq_token_v2(segment, p), of_day)) p++;
  int weekday = mdq_token_v2(segment, p).len ? mdq_weekday_name(weekdays, mdq_token_v2(segment, p), NULL) : 0;
  if (!weekday || (bracket ? !mdq_token_mark(segment, p + 1, ')') : day_follows(segment, p + 1))) return 0;
  *token = p;
  *last = p + bracket;
  return weekday;
}

static bool falls_on(const struct mdq_segment *segment, size_t i) {
  static const char *const verbs[] = { "يوافق", "ويوافق", "وافق", "ووافق", "يصادف", "ويصادف", "صادف", "وصادف", NULL };
  return mdq_span_is_one_of(mdq_token_v2(segment, i), verbs);
}

/* «يوافق الأول من محرم 1447هـ السادس والعشرين من يونيو 2025م» */
static bool verb_leads(const struct mdq_segment *segment, const struct mdq_date *first, const struct mdq_date *second) {
  size_t before = first->first - mdq_token_v2_is(segment, first->first - 1, "يوم"), behind = first->last + 1;
  return first->first && before && falls_on(segment, before - 1) && behind + mdq_token_v2_is(segment, behind, "يوم") == second->first;
}

bool mdq_dates_joined(const struct mdq_segment *segment, const struct mdq_date *first, const struct mdq_date *second) {
  static const char *const words[] = { "الموافق", "الموافقه", "والموافق", "ه", "م", "ل", "لل", "اي", "يوم", "ليوم", "لعام", "عام", "سنه", "لسنه", "ميلادي", "ميلاديه", "هجري", "هجريه", NULL };
  size_t from = first->last + 1, to = second->first;
  if (to < from || to - from > BETWEEN) return false;
  if (verb_leads(segment, first, second)) return true;
  static const char *const falls_on_it[] = { "يوافق", "يصادف", "صادف", "المصادف", NULL }; /* «ويصادف» says something else of the day */
  bool said = false;
  for (size_t i = from; i < to; i++) {
    bool mark = mdq_token_mark(segment, i, '/') || mdq_token_mark(segment, i, '(') || mdq_token_mark(segment, i, '=') || mdq_token_mark(segment, i, ')') || mdq_token_is_dash(segment, i);
    bool falls = mdq_span_is_one_of(mdq_token_v2(segment, i), falls_on_it);
    if (!mark && !falls && !mdq_token_mark(segment, i, 0x060C) && !mdq_span_is_one_of(mdq_token_v2(segment, i), words)) return false;
    said = said || falls || mdq_span_starts(mdq_token_v2(segment, i), MDQ_SPAN_LIT("الموافق")) || (mark && !mdq_token_mark(segment, i, ')'));
  }
  return said;
}

void mdq_dates_share_weekdays(const struct mdq_segment *segment, struct mdq_dates *dates) {
  for (size_t i = 1; i < dates->count; i++) {
    const struct mdq_date *first = &dates->items[i - 1];
    struct mdq_date *second = &dates->items[i];
    if (!first->weekday || second->weekday || first->calendar != MDQ_HIJRI || second->calendar != MDQ_GREGORIAN) continue;
    bool days = first->day && second->day && !first->listed && !second->listed;
    if (!days || !mdq_dates_joined(segment, first, second) || mdq_token_is_dash(segment, second->last + 1)) continue;
    second->weekday = first->weekday;
    second->weekday_token = first->weekday_token;
  }
}
