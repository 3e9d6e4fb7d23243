#include "english/dates.h"

#include "arabic/numerals.h"
#include "english/pieces.h"

enum { LONGEST_LIST = 4 }; /* days that share one month */

struct finder {
  struct mdq_arena *arena;
  struct mdq_english_pieces pieces;
  struct mdq_dates *dates;
};

struct name { /* of a month or a weekday */
  int number;
  size_t next; /* piece behind it, and behind the full stop of an abbreviation */
  bool abbreviated;
};

struct days {
  int number[LONGEST_LIST];
  size_t at[LONGEST_LIST], count;
  size_t next;
  bool ordinal;
};

static const struct mdq_english_piece *piece(const struct finder *f, size_t i) {
  return mdq_english_piece(&f->pieces, i);
}

static bool mark_at(const struct finder *f, size_t i, uint32_t mark) {
  return mdq_english_mark(&f->pieces, i, mark);
}

static bool is_year(int number) {
  return number >= 1300 && number <= 2199;
}

static bool name_at(const struct finder *f, size_t i, enum mdq_english_role full, enum mdq_english_role abbreviation, struct name *name) {
  const struct mdq_english_piece *p = piece(f, i);
  if (!p->capital || (p->role != full && p->role != abbreviation)) return false;
  *name = (struct name){ .number = (int)p->value, .next = i + 1, .abbreviated = p->role == abbreviation };
  if (name->abbreviated && mark_at(f, i + 1, '.') && piece(f, i + 1)->glued) name->next++;
  return true;
}

static bool month_at(const struct finder *f, size_t i, struct name *name) {
  return name_at(f, i, MDQ_ROLE_MONTH, MDQ_ROLE_MONTH_SHORT, name);
}

static bool weekday_at(const struct finder *f, size_t i, struct name *name) {
  return name_at(f, i, MDQ_ROLE_WEEKDAY, MDQ_ROLE_WEEKDAY_SHORT, name);
}

/* "3" or "3rd"; what counts something is no day: "March 20 percent", "3 million". */
static int day_in_figures(const struct finder *f, size_t i, size_t *next) {
  static const char *const counted[] = { "percent", "per", "points", "people", "years", "days", "hours", "minutes", "pm", "am", "p.m", "a.m", NULL };
  const struct mdq_english_piece *p = piece(f, i), *behind = piece(f, i + 1);
  int number = mdq_english_whole(&f->pieces, i);
  if (number < 1 || number > 31 || p->end - p->start > 2 || p->in_name) return 0;
  *next = i + 1;
  if (behind->role == MDQ_ROLE_ORDINAL_ENDING && behind->glued && !behind->hyphen) *next = i + 2;
  else if (behind->glued && behind->kind == MDQ_ENGLISH_WORD && !behind->hyphen) return 0;
  size_t counts = *next;
  bool measured = mdq_english_one_of(&f->pieces, counts, counted) || mdq_english_role_is(&f->pieces, counts, MDQ_ROLE_SCALE);
  return measured || mark_at(f, counts, '%') ? 0 : number;
}

/* "third", "twenty-first" */
static int day_in_words(const struct finder *f, size_t i, size_t *next) {
  const struct mdq_english_piece *p = piece(f, i), *behind = piece(f, i + 1);
  *next = i + 1;
  if (p->role == MDQ_ROLE_ORDINAL && p->value <= 30) return (int)p->value;
  if (p->role != MDQ_ROLE_TENS || p->value > 30 || behind->role != MDQ_ROLE_ORDINAL || behind->value > 9) return 0;
  *next = i + 2;
  return (int)(p->value + behind->value);
}

/* What may stand between days of one month: "3-5", "3 and 4", "3 to 5", "3, 4 and 5", but not "on May 3, 20 people". */
static bool joined_day(const struct finder *f, size_t i, size_t *day) {
  static const char *const between[] = { "and", "to", "or", "through", "until", NULL };
  *day = i;
  if (piece(f, i)->hyphen || piece(f, i)->dash) return true;
  *day = i + 1;
  if (mark_at(f, i, ',')) {
    if (mdq_english_one_of(&f->pieces, i + 1, between)) *day = i + 2;
    return *day == i + 2 || mdq_english_one_of(&f->pieces, i + 2, between);
  }
  return mdq_english_one_of(&f->pieces, i, between) || mark_at(f, i, '-') || mark_at(f, i, 0x2013) || mark_at(f, i, '/');
}

static bool days_at(const struct finder *f, size_t i, struct days *days) {
  *days = (struct days){ .next = i };
  size_t at = i, next;
  for (;;) {
    int number = day_in_figures(f, at, &next);
    if (!number) break;
    days->at[days->count] = at;
    days->number[days->count++] = number;
    days->next = next;
    if (days->count == LONGEST_LIST || !joined_day(f, next, &at)) break;
  }
  return days->count > 0;
}

/* ", 2024", " 2024", " of 2024" from piece i on. */
static bool year_at(const struct finder *f, size_t i, bool comma_allowed, int *year, size_t *next) {
  if (mark_at(f, i, ',') && comma_allowed) i++;
  else if (mdq_english_is(&f->pieces, i, "of") || mdq_english_is(&f->pieces, i, "in")) i++;
  int number = mdq_english_whole(&f->pieces, i);
  const struct mdq_english_piece *p = piece(f, i);
  if (!is_year(number) || p->in_name || p->end - p->start != 4 || (piece(f, i + 1)->glued && piece(f, i + 1)->kind == MDQ_ENGLISH_WORD)) return false;
  *year = number;
  *next = i + 1;
  return true;
}

static size_t token_of(const struct finder *f, size_t i) {
  return f->pieces.items[i].token;
}

/* A weekday that stands before the date from piece i on: "Tuesday, March 3", "Tuesday the 3rd of March". */
static bool weekday_before(const struct finder *f, size_t i, size_t *at, int *weekday) {
  size_t p = i - 1;
  if (mdq_english_is(&f->pieces, p, "the") || mdq_english_is(&f->pieces, p, "on")) p--;
  if (mark_at(f, p, ',') || mark_at(f, p, '(')) p--;
  if (mark_at(f, p, '.')) p--;
  struct name name;
  if (!weekday_at(f, p, &name)) return false;
  *at = p;
  *weekday = name.number;
  return true;
}

static void read_weekday(const struct finder *f, size_t i, struct mdq_date *date) {
  size_t at;
  if (!weekday_before(f, i, &at, &date->weekday)) return;
  date->weekday_token = token_of(f, at);
  date->first = date->weekday_token;
}

static struct mdq_date *push(const struct finder *f) {
  struct mdq_dates *dates = f->dates;
  return mdq_arena_push(f->arena, &dates->items, &dates->count, &dates->capacity, sizeof *dates->items);
}

/* All days of a list, which share month, year and last token; the first one has the weekday. */
static bool push_days(const struct finder *f, const struct days *days, size_t first, size_t last, struct mdq_date shared) {
  shared.last = token_of(f, last);
  for (size_t k = 0; k < days->count; k++) {
    struct mdq_date *date = push(f);
    if (!date) return false;
    *date = shared;
    date->day = days->number[k];
    date->ordinal = days->ordinal;
    date->first = k ? token_of(f, days->at[k]) : token_of(f, first);
    date->day_first = token_of(f, days->at[k]);
    if (k == 0) read_weekday(f, first, date);
  }
  return true;
}

/* "March 3, 2024", "May 3-5" from the month at piece i on. */
static bool find_month_first(const struct finder *f, size_t i, const struct name *month, size_t *next) {
  struct days days;
  struct mdq_date date = { .month = month->number };
  size_t day = month->next;
  if (piece(f, i)->possessive) return true; /* "February's 4-1 win" */
  if (mdq_english_is(&f->pieces, day, "the")) day++;
  if (!days_at(f, day, &days)) {
    size_t ordinal_next;
    if (piece(f, day)->glued || !(days.number[0] = day_in_words(f, day, &ordinal_next))) return true;
    days.count = 1, days.at[0] = day, days.next = ordinal_next, days.ordinal = true;
  }
  *next = days.next;
  year_at(f, days.next, true, &date.year, next);
  return push_days(f, &days, i, *next - 1, date);
}

/* "3 March 2024", "the 3rd of May", "3 to 5 May" from the day at piece i on. */
static bool find_day_first(const struct finder *f, size_t i, size_t *next) {
  struct days days;
  struct name month;
  if (!days_at(f, i, &days)) {
    days.number[0] = day_in_words(f, i, &days.next);
    if (!days.number[0] || !mdq_english_is(&f->pieces, days.next, "of")) return true;
    days.count = 1, days.at[0] = i, days.ordinal = true;
  }
  size_t at = days.next;
  if (mdq_english_is(&f->pieces, at, "of")) at++;
  if (!month_at(f, at, &month)) return true;
  struct mdq_date date = { .month = month.number };
  *next = month.next;
  year_at(f, month.next, true, &date.year, next);
  return push_days(f, &days, i, *next - 1, date);
}

/* Words before a month's name that show it to be one. */
static bool introduces_month(const struct finder *f, size_t i) {
  static const char *const surely[] = { "in", "since", "until", "till", "last", "next", "early", "late", "mid", "every", "during", "throughout", "previous", "following", NULL };
  static const char *const after_of[] = { "month", "end", "start", "beginning", "middle", "first", "second", "third", "fourth", "day", "week", NULL };
  if (mdq_english_one_of(&f->pieces, i, surely)) return true;
  return mdq_english_is(&f->pieces, i, "of") && mdq_english_one_of(&f->pieces, i - 1, after_of);
}

/* A month alone. "May" is a modal verb and a surname, "March" a verb, "April" a given name: they need an introduction. */
static bool is_month_alone(const struct finder *f, size_t i, const struct name *month) {
  static const char *const loosely[] = { "by", "from", "to", "and", "or", "between", "before", "after", "for", "this", "through", "of", "that", NULL };
  static const char *const relative[] = { "this", "last", "next", NULL };
  static const char *const articles[] = { "the", "a", "an", "its", "their", "our", NULL }; /* "the June summit" */
  enum { MARCH = 3, APRIL = 4, MAY = 5, JUNE = 6, AUGUST = 8 };
  const struct mdq_english_piece *p = piece(f, i), *behind = piece(f, month->next);
  bool introduced = introduces_month(f, i - 1), name_behind = behind->capital && behind->kind == MDQ_ENGLISH_WORD && behind->role == MDQ_ROLE_NONE;
  if (introduced) return !(name_behind && (month->number == MAY || month->number == APRIL || month->number == JUNE));
  if (month->number == MAY || month->number == MARCH || month->abbreviated) return false;
  if (month->number == APRIL || month->number == JUNE || month->number == AUGUST)
    return !name_behind && !p->hyphen && (mdq_english_one_of(&f->pieces, i - 1, loosely) || mdq_english_one_of(&f->pieces, i - 1, articles) ||
                                          mdq_english_one_of(&f->pieces, month->next, relative));
  return !p->hyphen || piece(f, i - 1)->role == MDQ_ROLE_PREFIX;
}

/* "March 2024", "in March"; *next is where to go on. */
static bool find_month(const struct finder *f, size_t i, const struct name *month, size_t *next) {
  struct mdq_date date = { .month = month->number };
  *next = month->next;
  bool dated = year_at(f, month->next, true, &date.year, next);
  if (!dated && !is_month_alone(f, i, month)) return true;
  struct mdq_date *kept = push(f);
  if (!kept) return false;
  date.first = date.day_first = token_of(f, i);
  date.last = token_of(f, *next - 1);
  *kept = date;
  return true;
}

/* "the Sunday Times", "Sheffield Wednesday": a name that Arabic does not render by the day, unlike "Black Friday". */
static bool weekday_in_name(const struct finder *f, size_t i) {
  static const char *const before[] = { "sheffield", "freaky", "taco", NULL };
  static const char *const behind[] = { "times", "mirror", "telegraph", "express", "post", "mail", "herald", "people", "world", "independent", "service", NULL };
  if (piece(f, i - 1)->capital && mdq_english_one_of(&f->pieces, i - 1, before)) return true;
  if (piece(f, i + 1)->capital && mdq_english_one_of(&f->pieces, i + 1, behind)) return true;
  bool night = mdq_english_is(&f->pieces, i + 1, "night") && piece(f, i + 1)->capital;
  return night && (mdq_english_is(&f->pieces, i + 2, "live") || mdq_english_is(&f->pieces, i + 2, "football"));
}

static bool find_weekday(const struct finder *f, size_t i, const struct name *weekday) {
  if (weekday->abbreviated || weekday_in_name(f, i)) return true;
  struct mdq_date *date = push(f);
  if (!date) return false;
  size_t token = token_of(f, i);
  *date = (struct mdq_date){ .first = token, .last = token, .day_first = token, .weekday = weekday->number, .weekday_token = token };
  return true;
}

/* The weekday at piece i belongs to a date behind it. */
static bool goes_on_with_date(const struct finder *f, size_t i) {
  struct name month;
  size_t next;
  struct days days;
  if (mark_at(f, i, ',') || mark_at(f, i, '(')) i++;
  if (mdq_english_is(&f->pieces, i, "the") || mdq_english_is(&f->pieces, i, "on")) i++;
  if (month_at(f, i, &month)) {
    size_t day = month.next + mdq_english_is(&f->pieces, month.next, "the");
    return day_in_figures(f, day, &next) || day_in_words(f, day, &next);
  }
  if (days_at(f, i, &days)) return month_at(f, days.next + mdq_english_is(&f->pieces, days.next, "of"), &month);
  return day_in_words(f, i, &next) && mdq_english_is(&f->pieces, next, "of") && month_at(f, next + 1, &month);
}

/* 5/3/2024, 30/9/2005, 2024-05-13 in one or more pieces. */
static bool read_figures(const struct finder *f, size_t i, int value[3], unsigned digits[3], size_t *next) {
  struct mdq_numeral n;
  *next = i + 1;
  if (piece(f, i)->in_name || !mdq_numeral_read(mdq_english_text(&f->pieces, i), &n)) return false;
  bool strokes = n.part_count == 3 && n.parts[0].separator == n.parts[1].separator && (n.parts[0].separator == '/' || n.parts[0].separator == '.');
  for (size_t k = 0; k < 3; k++) {
    if (strokes) {
      value[k] = n.parts[k].value > 9999 ? 9999 : (int)n.parts[k].value;
      digits[k] = n.parts[k].digits;
      continue;
    }
    if (k && !piece(f, i + k)->hyphen) return false;
    value[k] = mdq_english_whole(&f->pieces, i + k);
    if (value[k] < 0) return false;
    digits[k] = piece(f, i + k)->end - piece(f, i + k)->start;
    *next = i + k + 1;
  }
  return !piece(f, *next)->hyphen;
}

static bool find_figures(const struct finder *f, size_t i, size_t *next) {
  int value[3];
  unsigned digits[3];
  size_t end;
  if (!read_figures(f, i, value, digits, &end)) return true;
  struct mdq_date date = { .first = token_of(f, i), .day_first = token_of(f, i), .last = token_of(f, end - 1), .figures = true };
  if (digits[2] == 4 && digits[0] <= 2 && digits[1] <= 2) { /* American unless that is impossible */
    bool day_first = value[0] > 12;
    date.year = value[2], date.month = value[day_first], date.day = value[!day_first];
    date.either_order = value[0] <= 12 && value[1] <= 12;
  } else if (digits[0] == 4 && digits[1] == 2 && digits[2] == 2) {
    date.year = value[0], date.month = value[1], date.day = value[2];
  } else {
    return true;
  }
  if (!is_year(date.year) || !date.month || !date.day || date.month > 12 || date.day > 31) return true;
  read_weekday(f, i, &date);
  *next = end;
  struct mdq_date *kept = push(f);
  if (kept) *kept = date;
  return kept != NULL;
}

/* What starts at piece i; *next stays at i if nothing does. */
static bool find_at(const struct finder *f, size_t i, size_t *next) {
  struct name name;
  if (month_at(f, i, &name))
    return find_month_first(f, i, &name, next) && (*next != i || find_month(f, i, &name, next));
  if (weekday_at(f, i, &name))
    return goes_on_with_date(f, name.next) || find_weekday(f, i, &name);
  if (piece(f, i)->kind == MDQ_ENGLISH_NUMBER && !find_figures(f, i, next)) return false;
  return *next != i || find_day_first(f, i, next);
}

bool mdq_dates_find_english(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_table *words, struct mdq_dates *dates) {
  *dates = (struct mdq_dates){ 0 };
  struct finder f = { .arena = arena, .dates = dates };
  if (!mdq_english_read(arena, segment, words, &f.pieces)) return false;
  for (size_t i = 0; i < f.pieces.count;) {
    size_t next = i;
    if (!find_at(&f, i, &next)) return false;
    i = next > i ? next : i + 1;
  }
  return true;
}
