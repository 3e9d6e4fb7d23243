#include "arabic/dates.h"

#include "arabic/dates_weekday.h"
#include "arabic/numerals.h"
#include "arabic/ordinals.h"

enum {
  LONGEST_LIST = 4,       /* days that share one month */
  LONGEST_MONTH_NAME = 96 /* bytes */
};

struct finder {
  struct mdq_arena *arena;
  const struct mdq_segment *segment;
  const struct mdq_table *months, *weekdays;
  struct mdq_dates *dates;
};

struct day {
  size_t first, last; /* tokens */
  int number;
  bool ordinal;
  int weekday;
  size_t weekday_token;
  enum mdq_direction direction; /* said with the weekday: الثلاثاء الماضي 3 مارس */
};

static struct mdq_span v2_of(const struct finder *f, size_t i) {
  return mdq_token_v2(f->segment, i);
}

static bool word_is(const struct finder *f, size_t i, const char *v2) {
  return mdq_span_is(v2_of(f, i), v2);
}

static bool whole_number(const struct finder *f, size_t i, unsigned *digits, int *value) {
  uint64_t number;
  if (!mdq_token_is(f->segment, i, MDQ_TOKEN_NUM)) return false;
  if (!mdq_numeral_whole(mdq_token_text(f->segment, i), digits, &number) || number > 9999) return false;
  *value = (int)number;
  return true;
}

/* "باب" is no "ب" and "آب" */
static bool may_be_name(const struct mdq_stem *stem) {
  return !stem->article && !(stem->cut && stem->text.len <= 4);
}

static unsigned begins_a_month(const struct mdq_table *months, struct mdq_span stem) {
  unsigned begins = MDQ_MONTH_NO;
  for (size_t i = 0; i < months->row_count; i++) {
    struct mdq_span name = mdq_table_row(months, i)->column[0];
    if (!mdq_span_starts(name, stem)) continue;
    if (name.len > stem.len && name.ptr[stem.len] == ' ') return MDQ_MONTH_YES;
    if (name.len == stem.len) begins = MDQ_MONTH_ONE_WORD;
  }
  return begins;
}

bool mdq_month_ask(struct mdq_word *word, const struct mdq_table *months) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(mdq_word_v2(word), stems);
  word->month = MDQ_MONTH_NO;
  for (size_t s = 0; s < count; s++) {
    unsigned begins = may_be_name(&stems[s]) ? begins_a_month(months, stems[s].text) : (unsigned)MDQ_MONTH_NO;
    if (begins > word->month) word->month = begins & 3u;
  }
  return word->month != MDQ_MONTH_NO;
}

const struct mdq_row *mdq_month_name(const struct mdq_segment *segment, size_t i, const struct mdq_table *months, size_t *length) {
  if (!mdq_token_is(segment, i, MDQ_TOKEN_AR) || !mdq_may_be_month(segment->tokens[i].word, months)) return NULL;
  bool longer = segment->tokens[i].word->month == MDQ_MONTH_YES;
  struct mdq_span second = longer ? mdq_token_v2(segment, i + 1) : MDQ_SPAN_LIT("");
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(mdq_token_v2(segment, i), stems);
  for (size_t s = 0; s < count; s++) {
    struct mdq_span stem = stems[s].text;
    if (!may_be_name(&stems[s])) continue;
    char name[LONGEST_MONTH_NAME];
    size_t both = stem.len + 1 + second.len;
    if (second.len && both <= sizeof name) {
      memcpy(name, stem.ptr, stem.len);
      name[stem.len] = ' ';
      memcpy(name + stem.len + 1, second.ptr, second.len);
      const struct mdq_row *row = mdq_table_get(months, mdq_span_of(name, both));
      *length = 2;
      if (row) return row;
    }
    const struct mdq_row *row = mdq_table_get(months, stem);
    *length = 1;
    if (row) return row;
  }
  return NULL;
}

static const struct mdq_row *month_at(const struct finder *f, size_t i, size_t *length) {
  return mdq_month_name(f->segment, i, f->months, length);
}

/* The month whose name ends at token i. */
static const struct mdq_row *month_before(const struct finder *f, size_t i, size_t *first) {
  size_t length;
  const struct mdq_row *row = i ? month_at(f, i - 1, &length) : NULL;
  *first = i - 1;
  if (row && length == 2) return row;
  row = month_at(f, i, &length);
  *first = i;
  return row && length == 1 ? row : NULL;
}

static int month_number(const struct mdq_row *row) {
  int number = 0;
  for (size_t i = 0; i < row->column[2].len; i++) number = number * 10 + row->column[2].ptr[i] - '0';
  return number;
}

static enum mdq_calendar calendar_of(const struct mdq_row *row) {
  return mdq_span_is(row->column[1], "hijri") ? MDQ_HIJRI : MDQ_GREGORIAN;
}

/* «غرة رمضان», «لغرة نوفمبر»: the first day of a month. */
static bool is_new_moon(struct mdq_span v2) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = v2.len ? mdq_stems(v2, stems) : 0;
  for (size_t s = 0; s < count; s++)
    if (!stems[s].article && mdq_span_is(stems[s].text, "غره")) return true;
  return false;
}

bool mdq_day_ask(struct mdq_word *word) {
  word->day = mdq_may_be_ordinal(mdq_word_v2(word)) || is_new_moon(mdq_word_v2(word)) ? MDQ_DAY_YES : MDQ_DAY_NO;
  return word->day == MDQ_DAY_YES;
}

/* «الأسبوع الثالث من مارس», «النصف الثاني من», «الاثنين الثالث من يناير» count something else than days. */
static bool counts_something_else(const struct finder *f, const struct day *day) {
  struct mdq_span before = day->first ? v2_of(f, day->first - 1) : MDQ_SPAN_LIT("");
  if (!before.len || mdq_span_is(before, "اليوم") || mdq_span_is(before, "الموافق") || mdq_direction_of(before)) return false;
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(before, stems);
  bool definite = false;
  for (size_t s = 0; s < count; s++) definite = definite || stems[s].article;
  return definite && (day->number <= 5 || !mdq_weekday_name(f->weekdays, before, NULL));
}

static bool day_at(const struct finder *f, size_t i, struct day *day) {
  *day = (struct day){ .first = i, .last = i };
  unsigned digits;
  if (whole_number(f, i, &digits, &day->number)) {
    if (digits > 2 || day->number == 0) return false;
    bool with_article = mdq_token_glued(f->segment, i) && (word_is(f, i - 1, "ال") || word_is(f, i - 1, "وال") || word_is(f, i - 1, "بال"));
    if (with_article) {
      day->first = i - 1;
      day->ordinal = true;
      return !counts_something_else(f, day);
    }
    bool signed_or_fraction = mdq_token_glued(f->segment, i) && (mdq_token_is(f->segment, i - 1, MDQ_TOKEN_LAT | MDQ_TOKEN_MIX) ||
                              mdq_token_mark(f->segment, i - 1, '%') || mdq_token_mark(f->segment, i - 1, 0x066A) || mdq_token_mark(f->segment, i - 1, '+'));
    return !signed_or_fraction;
  }
  size_t next = i + 1;
  day->number = is_new_moon(v2_of(f, i)) ? 1 : mdq_ordinal_at(f->segment, i, &next);
  day->last = next - 1;
  day->ordinal = true;
  return day->number && !counts_something_else(f, day);
}

/* The day before days[0] in a list that shares its month, «3 و4 مارس», «الاثنين 3 إلى الجمعة 7 مارس». */
static bool earlier_day(const struct finder *f, const struct day *first, struct day *earlier) {
  static const char *const joins[] = { "و", "الي", "حتي", "او", NULL };
  size_t start = first->weekday && first->weekday_token < first->first ? first->weekday_token : first->first;
  if (!start) return false;
  struct mdq_stem stem = { 0 };
  if (start == first->weekday_token && first->weekday) mdq_weekday_name(f->weekdays, v2_of(f, start), &stem);
  size_t p = start - 1;
  if (!stem.conjunction) {
    if (!p || (!mdq_span_is_one_of(v2_of(f, p), joins) && !mdq_token_is_dash(f->segment, p))) return false;
    p--;
  }
  unsigned digits;
  return whole_number(f, p, &digits, &earlier->number) && day_at(f, p, earlier) && earlier->number < first->number;
}

/* «الاثنين والثلاثاء 3 و4 مارس»: as many weekdays as days pair by order; otherwise nobody can tell. */
static void pair_weekdays(const struct finder *f, struct day *days, size_t count) {
  size_t tokens[LONGEST_LIST + 1], found = 0, p = days[0].weekday_token;
  int weekdays[LONGEST_LIST + 1];
  for (; found <= LONGEST_LIST; p--) {
    struct mdq_stem stem = { 0 };
    int weekday = v2_of(f, p).len ? mdq_weekday_name(f->weekdays, v2_of(f, p), &stem) : 0;
    if (!weekday) break;
    tokens[found] = p;
    weekdays[found++] = weekday;
    if (p && !stem.conjunction && (mdq_token_is_comma(f->segment, p - 1) || mdq_token_is_dash(f->segment, p - 1) || mdq_token_mark(f->segment, p - 1, '/') || word_is(f, p - 1, "الي") || word_is(f, p - 1, "او") || word_is(f, p - 1, "و"))) p--;
    if (!p) break;
  }
  if (found == 1) return;
  days[0].weekday = 0;
  for (size_t i = 1; i < count; i++)
    if (days[i].weekday) return;
  if (found != count) return;
  for (size_t i = 0; i < count; i++) {
    days[i].weekday = weekdays[count - 1 - i];
    days[i].weekday_token = tokens[count - 1 - i];
  }
}

/* Four figures that may be a year. After a comma they may count something instead: «في 11 مارس، 2000 شخص». */
static bool year_at(const struct finder *f, size_t i, bool after_comma, int *year) {
  static const char *const goes_on[] = { "في", "من", "الي", "علي", "عن", "ان", "حيث", "بعد", "قبل", "خلال", "لدي", "م", "ه", NULL };
  unsigned digits;
  if (!whole_number(f, i, &digits, year) || digits != 4 || *year < 1000 || *year > 2199) return false;
  return !after_comma || !mdq_token_is(f->segment, i + 1, MDQ_TOKEN_AR) || mdq_span_is_one_of(v2_of(f, i + 1), goes_on);
}

/* The letter or word of a calendar behind a year, «1447 هـ», «2024 ميلادية»: token i. */
static bool is_era(const struct finder *f, size_t i, enum mdq_calendar *calendar) {
  static const char *const hijri[] = { "ه", "هجري", "هجريه", "للهجره", NULL }, *const gregorian[] = { "م", "ميلادي", "ميلاديه", "للميلاد", NULL };
  bool islamic = mdq_span_is_one_of(v2_of(f, i), hijri);
  if (islamic) *calendar = MDQ_HIJRI;
  return islamic || mdq_span_is_one_of(v2_of(f, i), gregorian);
}

/* Reads what follows the month: the year, or words in its place. */
static void read_year(const struct finder *f, struct mdq_date *date) {
  static const char *const year_words[] = { "عام", "سنه", "العام", "السنه", "لعام", "لسنه", NULL };
  size_t p = date->last + 1;
  bool comma = mdq_token_is_comma(f->segment, p), year_word = false;
  if (comma || mdq_token_mark(f->segment, p, '/') || (mdq_token_is_dash(f->segment, p) && mdq_token_glued(f->segment, p))) p++;
  if (word_is(f, p, "من")) p++;
  if (mdq_span_is_one_of(v2_of(f, p), year_words)) {
    year_word = true;
    p++;
  }
  if (year_at(f, p, comma && !year_word, &date->year)) {
    date->last = p + is_era(f, p + 1, &date->calendar);
    return;
  }
  date->year = 0;
  enum mdq_direction direction = mdq_direction_of(v2_of(f, p));
  if (!direction || comma || (p != date->last + 1 && !year_word)) return;
  date->direction = direction;
  if (year_word) date->direction = direction == MDQ_DIRECTION_PAST ? MDQ_LAST_YEAR : direction == MDQ_DIRECTION_FUTURE ? MDQ_NEXT_YEAR : MDQ_THIS_YEAR;
  date->last = p;
}

/* The second name of «شباط فبراير», nothing but a space between them. */
static void read_month_behind(const struct finder *f, struct mdq_date *date) {
  size_t p = date->last + 1, length;
  const struct mdq_row *row = month_at(f, p, &length);
  if (!row || !mdq_span_starts(row->column[0], v2_of(f, p)) || calendar_of(row) != date->calendar || row == date->month_name) return;
  date->other_month = month_number(row);
  date->other_month_name = row;
  date->last = p + length - 1;
}

/* The second name of «شباط/فبراير», «شباط (فبراير)». */
static void read_other_month(const struct finder *f, struct mdq_date *date) {
  size_t p = date->last + 1, length;
  if (mdq_token_is(f->segment, p, MDQ_TOKEN_AR)) {
    read_month_behind(f, date);
    return;
  }
  bool bracket = mdq_token_mark(f->segment, p, '(');
  if (!bracket && !mdq_token_mark(f->segment, p, '/') && !mdq_token_is_dash(f->segment, p)) return;
  const struct mdq_row *row = month_at(f, p + 1, &length);
  if (!row || (bracket && !mdq_token_mark(f->segment, p + 1 + length, ')'))) return;
  date->other_month = month_number(row);
  date->other_month_name = row;
  date->last = p + length + bracket;
}

static void read_month(const struct finder *f, struct mdq_date *date, const struct mdq_row *row, size_t first, size_t last) {
  date->month_at = first;
  date->month = month_number(row);
  date->month_name = row;
  date->calendar = calendar_of(row);
  date->last = last;
  read_other_month(f, date);
  read_year(f, date);
  date->text_last = date->last;
}

static struct mdq_date *push(const struct finder *f) {
  struct mdq_dates *dates = f->dates;
  return mdq_arena_push(f->arena, &dates->items, &dates->count, &dates->capacity, sizeof *dates->items);
}

/* Where the month of a day that ends before token i may start: after «من», «شهر», «من شهر», a stroke or a dash. */
static size_t month_position(const struct finder *f, size_t i) {
  if (mdq_token_mark(f->segment, i, '/') || (mdq_token_is_dash(f->segment, i) && mdq_token_glued(f->segment, i))) return i + 1;
  if (word_is(f, i, "من")) i++;
  return word_is(f, i, "شهر") ? i + 1 : i;
}

static bool may_be_month_at(const struct finder *f, size_t i) {
  return mdq_token_is(f->segment, i, MDQ_TOKEN_AR) && mdq_may_be_month(f->segment->tokens[i].word, f->months);
}

/* A date whose day (the last one of its list) starts at token i. False without memory; *next: the token to go on from. */
static bool find_by_day(const struct finder *f, size_t i, size_t *next) {
  struct day days[LONGEST_LIST];
  size_t length, count = 1;
  if (mdq_token_is(f->segment, i, MDQ_TOKEN_NUM) && !may_be_month_at(f, month_position(f, i + 1))) return true;
  if (!day_at(f, i, &days[0])) return true;
  size_t month = month_position(f, days[0].last + 1);
  const struct mdq_row *row = month_at(f, month, &length);
  if (!row) return true;
  struct mdq_date last = { 0 };
  read_month(f, &last, row, month, month + length - 1);
  for (;;) {
    days[0].weekday = mdq_weekday_before(f->segment, f->weekdays, days[0].first, &days[0].weekday_token, &days[0].direction);
    struct day earlier;
    if (count == LONGEST_LIST || !earlier_day(f, &days[0], &earlier)) break;
    memmove(days + 1, days, count++ * sizeof *days);
    days[0] = earlier;
  }
  if (days[0].weekday) pair_weekdays(f, days, count);
  else if (count == 1) days[0].weekday = mdq_weekday_behind(f->segment, f->weekdays, last.text_last, &days[0].weekday_token, &last.last);
  for (size_t k = 0; k < count; k++) {
    struct mdq_date *date = push(f);
    if (!date) return false;
    *date = last;
    date->day = days[k].number;
    date->ordinal = days[k].ordinal;
    date->first = date->day_first = days[k].first;
    date->day_last = days[k].last;
    date->listed = count > 1;
    date->weekday = days[k].weekday;
    date->weekday_token = days[k].weekday_token;
    if (date->weekday && date->weekday_token < date->first) {
      date->first = date->weekday_token;
      bool closes = mdq_token_mark(f->segment, date->first + 1, '(') && mdq_token_mark(f->segment, date->last + 1, ')');
      date->last += closes; /* «الأحد (15 مارس)» */
    }
    if (!date->direction && !date->year) date->direction = days[k].direction;
  }
  *next = last.text_last + 1;
  return true;
}

/* «مارس 2024»: found from the year at token i. */
static bool find_by_year(const struct finder *f, size_t i) {
  size_t p = i, first;
  int year;
  if (!p || !year_at(f, i, false, &year)) return true;
  if (word_is(f, p - 1, "عام") || word_is(f, p - 1, "سنه") || word_is(f, p - 1, "العام")) p--;
  if (p && word_is(f, p - 1, "من")) p--;
  if (p && mdq_token_mark(f->segment, p - 1, ')')) {
    size_t at = p - 1;
    while (at && p - at < 4 && !mdq_token_mark(f->segment, at, '(')) at--;
    p = at;
  }
  const struct mdq_row *row = p ? month_before(f, p - 1, &first) : NULL;
  if (!row) return true;
  struct mdq_date *date = push(f);
  if (!date) return false;
  *date = (struct mdq_date){ .first = first, .day_first = first };
  read_month(f, date, row, first, p - 1);
  return true;
}

static void order_figures(struct mdq_date *date, int a, int b) {
  date->either_order = a >= 1 && a <= 12 && b >= 1 && b <= 12;
  bool month_first = a >= 1 && a <= 12 && b > 12;
  date->month_first = month_first;
  date->day = month_first ? b : a;
  date->month = month_first ? a : b;
}

/* Figures a, b, c with separators of one kind: D/M/Y or, with strokes and hyphens, Y/M/D. */
static bool set_figures(struct mdq_date *date, const int value[3], const unsigned digits[3], bool year_may_lead) {
  if (digits[2] == 4 && digits[0] <= 2 && digits[1] <= 2) {
    date->year = value[2];
    order_figures(date, value[0], value[1]);
  } else if (year_may_lead && digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2) {
    date->year = value[0];
    date->month = value[1];
    date->day = value[2];
  } else {
    return false;
  }
  date->calendar = date->year >= 1300 && date->year < 1500 ? MDQ_HIJRI : MDQ_GREGORIAN;
  return date->year >= 1300 && date->year <= 2199;
}

/* The mark at token i joins figures of one date: «15-3-2024», «15 / 3 / 2024», and, if an era stands behind them at token `behind`,
   «15 - 3 - 2024 م»; without one that may be anything. */
static bool joins_figures(const struct finder *f, size_t i, size_t behind) {
  enum mdq_calendar ignored;
  if (mdq_token_mark(f->segment, i, '/')) return true;
  bool glued = mdq_token_glued(f->segment, i) && mdq_token_glued(f->segment, i + 1);
  return mdq_token_mark(f->segment, i, '-') && (glued || is_era(f, behind, &ignored));
}

static bool figures_at(const struct finder *f, size_t i, const struct mdq_numeral *n, struct mdq_date *date) {
  int value[3];
  unsigned digits[3];
  date->first = date->day_first = date->last = i;
  date->figures = true;
  bool glued_latin = (mdq_token_glued(f->segment, i) && !mdq_token_is(f->segment, i - 1, MDQ_TOKEN_AR) && !mdq_token_mark(f->segment, i - 1, '(')) ||
                     (mdq_token_glued(f->segment, i + 1) && mdq_token_is(f->segment, i + 1, MDQ_TOKEN_LAT));
  if (glued_latin) return false;
  if (n->part_count == 3 && n->parts[0].separator == n->parts[1].separator && (n->parts[0].separator == '/' || n->parts[0].separator == '.')) {
    for (size_t k = 0; k < 3; k++) {
      value[k] = n->parts[k].value > 9999 ? 9999 : (int)n->parts[k].value;
      digits[k] = n->parts[k].digits;
    }
    return set_figures(date, value, digits, n->parts[0].separator == '/');
  }
  for (size_t k = 0; k < 3; k++)
    if ((k && !joins_figures(f, i + 2 * k - 1, i + 5)) || !whole_number(f, i + 2 * k, &digits[k], &value[k])) return false;
  date->last = i + 4;
  return !joins_figures(f, i + 5, i + 5) && set_figures(date, value, digits, true);
}

static bool may_be_joined(const struct finder *f, size_t i) {
  return mdq_token_mark(f->segment, i + 1, '-') || mdq_token_mark(f->segment, i + 1, '/');
}

static bool find_figures(const struct finder *f, size_t i, const struct mdq_numeral *n, size_t *next) {
  if (n->part_count != 3 && (n->part_count != 1 || !may_be_joined(f, i))) return true;
  struct mdq_date date = { 0 };
  if (!figures_at(f, i, n, &date)) return true;
  date.last += is_era(f, date.last + 1, &date.calendar);
  date.text_last = date.last;
  *next = date.last + 1;
  enum mdq_direction ignored;
  date.weekday = mdq_weekday_before(f->segment, f->weekdays, i, &date.weekday_token, &ignored);
  if (date.weekday) date.first = date.weekday_token;
  struct mdq_date *kept = push(f);
  if (kept) *kept = date;
  return kept != NULL;
}

/* Figures with a separator of ASCII and too few for a date in three parts: 12.5, 1,234, 10:30. */
static bool are_parts_of_no_date(struct mdq_span text) {
  enum { SHORTEST = 8 /* 1/1/2024 */ };
  for (size_t i = 1; text.len < SHORTEST && i < text.len; i++)
    if (text.ptr[i] == '.' || text.ptr[i] == ',' || text.ptr[i] == ':' || text.ptr[i] == '/') return true;
  return false;
}

/* A date of which the figures at token i are the day, the year or all. */
static bool find_by_number(const struct finder *f, size_t i, size_t *next) {
  struct mdq_span text = mdq_token_text(f->segment, i);
  size_t digits = text.len;
  if (!mdq_token_is_plain_number(f->segment, i) || may_be_joined(f, i)) {
    struct mdq_numeral n;
    if (are_parts_of_no_date(text) || !mdq_numeral_read(text, &n)) return true;
    if (!find_figures(f, i, &n, next)) return false;
    if (n.part_count != 1 || *next != i + 1) return true;
    digits = n.parts[0].digits;
  }
  return digits <= 2 ? find_by_day(f, i, next) : digits != 4 || find_by_year(f, i);
}

bool mdq_dates_find(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_stops *stops, const struct mdq_table *months,
                    const struct mdq_table *weekdays, struct mdq_dates *dates) {
  *dates = (struct mdq_dates){ 0 };
  struct finder f = { arena, segment, months, weekdays, dates };
  const size_t count = mdq_stops_count(stops, segment);
  for (size_t k = 0, next = 0; k < count; k++) {
    size_t i = mdq_stop(stops, k);
    if (i < next) continue;
    const struct mdq_token *token = &segment->tokens[i];
    next = i + 1;
    if (token->kind == MDQ_TOKEN_AR ? !mdq_may_be_day(token->word) : token->kind != MDQ_TOKEN_NUM) continue;
    if (!(token->kind == MDQ_TOKEN_AR ? find_by_day : find_by_number)(&f, i, &next)) return false;
  }
  mdq_dates_share_weekdays(segment, dates);
  return true;
}
