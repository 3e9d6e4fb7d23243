#include "quantity/english.h"

#include "arabic/numerals.h"
#include "quantity/units.h"

enum { LONGEST_UNIT_NAME = 4 /* words */ };

struct finder {
  struct mdq_arena *arena;
  struct mdq_english_pieces pieces;
  const struct mdq_table *units;
  const struct mdq_dates *dates;
  size_t date;        /* the first one that does not end before the piece in hand */
  struct mdq_quantities *found;
};

static const struct mdq_english_piece *piece(const struct finder *f, size_t i) {
  return mdq_english_piece(&f->pieces, i);
}

static bool is(const struct finder *f, size_t i, const char *word) {
  return mdq_english_is(&f->pieces, i, word);
}

static bool mark_at(const struct finder *f, size_t i, uint32_t mark) {
  return mdq_english_mark(&f->pieces, i, mark);
}

static struct mdq_quantity *push(const struct finder *f, const struct mdq_english_number *number) {
  struct mdq_quantities *found = f->found;
  struct mdq_quantity *q = mdq_arena_push(f->arena, &found->items, &found->count, &found->capacity, sizeof *q);
  if (!q) return NULL;
  const struct mdq_english_piece *first = &f->pieces.items[number->first], *last = &f->pieces.items[number->next - 1];
  *q = (struct mdq_quantity){
    .first = first->token, .last = last->token, .start = first->start, .end = last->end, .kind = (uint16_t)number->kind,
    .value = number->value, .step = number->step, .spelled = number->spelled, .magnitude = number->magnitude, .ambiguous = number->ambiguous,
  };
  return q;
}

static double power_of_ten(double zeros) {
  double value = 1;
  for (; zeros > 0; zeros--) value *= 10;
  return value;
}

/* "A 200m final", "1.5m tall": metres unless it is money or a word for what is counted follows. */
static bool is_metres(const struct finder *f, const struct mdq_english_number *number, bool money) {
  static const char *const track[] = { "race", "final", "sprint", "freestyle", "hurdles", "relay", "backstroke", "butterfly", "breaststroke", "dash", "tall",
                                       "high", "deep", "long", "wide", "above", "below", "away", "from", "of", "and", "in", "to", "at", NULL };
  const struct mdq_english_piece *p = piece(f, number->next), *behind = piece(f, number->next + 1);
  if (money || !mdq_span_is(p->word, "m") || p->capital) return false;
  return behind->kind != MDQ_ENGLISH_WORD || (number->value >= 100 && number->step >= 1) || mdq_english_one_of(&f->pieces, number->next + 1, track);
}

static void read_suffix(const struct finder *f, struct mdq_english_number *number, bool money) {
  const struct mdq_english_piece *p = piece(f, number->next);
  if (p->role != MDQ_ROLE_SUFFIX || is_metres(f, number, money)) return;
  if (!p->glued && mdq_span_is(p->word, "m") && !money) return;
  if (!p->glued && (p->word.len < 2 || p->capital)) return;
  number->value *= power_of_ten(p->value);
  number->step *= power_of_ten(p->value);
  number->magnitude = true;
  number->next++;
}

/* The value of figures; false if they are none of one number: 10:30, 9/11, 1.2.3. */
static bool read_figures(const struct finder *f, size_t i, struct mdq_english_number *number, bool money) {
  struct mdq_numeral n;
  *number = (struct mdq_english_number){ .first = i, .next = i + 1 };
  if (!mdq_numeral_read(mdq_english_text(&f->pieces, i), &n) || !n.has_value) return false;
  number->value = n.value;
  number->step = 1;
  uint32_t separator = n.part_count > 1 ? n.parts[n.part_count - 2].separator : 0;
  bool decimals = separator == '.' && !(n.part_count > 2 && n.parts[n.part_count - 2].separator == n.parts[0].separator);
  for (unsigned d = decimals ? n.parts[n.part_count - 1].digits : 0; d; d--) number->step /= 10;
  mdq_english_and_fraction(&f->pieces, number);
  read_suffix(f, number, money);
  mdq_english_scale(&f->pieces, number);
  if (number->magnitude) mdq_english_and_fraction(&f->pieces, number);
  return true;
}

/* "p.m.", "am" at piece i: 720 or 0 minutes to add, with the piece behind it in *next. */
static bool half_of_day(const struct finder *f, size_t i, int *minutes, size_t *next) {
  bool pm = is(f, i, "pm") || is(f, i, "p.m"), am = is(f, i, "am") || is(f, i, "a.m");
  if (!am && !pm) return false;
  *minutes = pm ? 720 : 0;
  *next = i + 1;
  if (mark_at(f, *next, '.') && piece(f, *next)->glued && piece(f, i)->word.len == 3) ++*next;
  return true;
}

/* 10:30 p.m., 7.55am, 3 pm, 15:00, 3 o'clock, and running times as 3:35. */
static bool read_clock(const struct finder *f, size_t i, struct mdq_english_number *number) {
  struct mdq_numeral n;
  int add = 0;
  size_t next = i + 1;
  if (!mdq_numeral_read(mdq_english_text(&f->pieces, i), &n) || n.part_count > 2) return false;
  bool colon = n.part_count == 2 && n.parts[0].separator == ':' && n.parts[1].digits == 2 && n.parts[1].value < 60;
  bool point = n.part_count == 2 && n.parts[0].separator == '.' && n.parts[1].digits == 2 && n.parts[1].value < 60;
  bool halves = half_of_day(f, i + 1, &add, &next), o_clock = is(f, i + 1, "o'clock") || is(f, i + 1, "o’clock");
  if (!colon && !(halves && (point || n.part_count == 1)) && !o_clock) return false;
  int hour = (int)n.parts[0].value, minute = n.part_count == 2 ? (int)n.parts[1].value : 0;
  if (n.parts[0].value > (halves ? 12 : 99)) return false;
  if (halves) hour = hour % 12;
  *number = (struct mdq_english_number){ .first = i, .next = next + o_clock, .kind = MDQ_QUANTITY_CLOCK, .value = hour * 60 + add + minute, .step = 1 };
  return true;
}

/* "1990s", "1980's", "'80s", "80s" */
static bool read_decade(const struct finder *f, size_t i, struct mdq_english_number *number) {
  int value = mdq_english_whole(&f->pieces, i);
  const struct mdq_english_piece *behind = piece(f, i + 1);
  bool apostrophe = (behind->mark == '\'' || behind->mark == 0x2019) && behind->glued;
  size_t at = i + 1 + apostrophe;
  if (value < 10 || value % 10 || (value >= 100 && value < 1000) || !is(f, at, "s") || !piece(f, at)->glued) return false;
  *number = (struct mdq_english_number){ .first = i, .next = at + 1, .kind = MDQ_QUANTITY_DECADE, .value = value };
  return true;
}

/* "2000 GMT", "0830 local time", "at 0630": a clock of four figures. Without a zone only a leading zero tells it from a year. */
static bool read_zulu(const struct finder *f, size_t i, struct mdq_english_number *number) {
  static const char *const zones[] = { "gmt", "utc", "z", "hours", "hrs", "bst", "cet", "cest", "est", "edt", "et", NULL };
  static const char *const before[] = { "at", "by", "from", "until", "till", "around", "about", "before", "after", "since", "to", NULL };
  int value = mdq_english_whole(&f->pieces, i);
  if (piece(f, i)->end - piece(f, i)->start != 4 || value < 0 || value >= 2400 || value % 100 >= 60) return false;
  bool padded = mdq_english_text(&f->pieces, i).ptr[0] == '0', alone = !piece(f, i)->hyphen && piece(f, i + 1)->kind != MDQ_ENGLISH_NUMBER;
  bool zone = mdq_english_one_of(&f->pieces, i + 1, zones) && (padded || !mdq_span_is(piece(f, i + 1)->word, "hours"));
  bool local = is(f, i + 1, "local") && is(f, i + 2, "time");
  if (!zone && !local && !(padded && alone && mdq_english_one_of(&f->pieces, i - 1, before))) return false;
  *number = (struct mdq_english_number){ .first = i, .next = i + 1, .kind = MDQ_QUANTITY_CLOCK, .value = value / 100 * 60 + value % 100, .step = 1 };
  return true;
}

/* "the class of '68" */
static bool read_short_year(const struct finder *f, size_t i, struct mdq_english_number *number) {
  const struct mdq_english_piece *p = piece(f, i), *before = piece(f, i - 1);
  bool apostrophe = (before->mark == '\'' || before->mark == 0x2019 || before->mark == 0x2018) && p->glued;
  if (!apostrophe || p->end - p->start != 2 || mdq_english_mark(&f->pieces, i + 1, before->mark)) return false;
  *number = (struct mdq_english_number){ .first = i, .next = i + 1, .kind = MDQ_QUANTITY_YEAR, .value = mdq_english_whole(&f->pieces, i), .step = 1 };
  return number->value >= 0;
}

/* "3rd", "21st century"; an ordinal in words before "century" as well. */
static void read_century(const struct finder *f, struct mdq_english_number *number) {
  if (number->kind != MDQ_QUANTITY_ORDINAL || !(is(f, number->next, "century") || is(f, number->next, "centuries"))) return;
  number->kind = MDQ_QUANTITY_CENTURY;
  number->next++;
}

static bool read_ordinal(const struct finder *f, size_t i, struct mdq_english_number *number) {
  const struct mdq_english_piece *behind = piece(f, i + 1);
  if (behind->role != MDQ_ROLE_ORDINAL_ENDING || !behind->glued || behind->hyphen || !read_figures(f, i, number, false)) return false;
  number->next = i + 2;
  number->kind = MDQ_QUANTITY_ORDINAL;
  return true;
}

/* "S&P 500", "Boeing 737", "Channel 4", "No. 10", and any capitalised word in running text before bare figures that count nothing. */
static bool is_named(const struct finder *f, const struct mdq_english_number *number) {
  size_t i = number->first;
  const struct mdq_english_piece *p = piece(f, i), *before = piece(f, i - 1), *behind = piece(f, number->next);
  if (p->in_name) return true;
  if (number->magnitude || (p->glued && before->mark)) return false;
  if (before->role == MDQ_ROLE_NAME && before->capital) return true;
  if (before->mark == '.' && is(f, i - 2, "no")) return true;
  if ((is(f, i - 1, "no") || is(f, i - 1, "number")) && before->capital) return true;
  if (before->kind == MDQ_ENGLISH_OTHER && before->in_name && p->hyphen) return true;
  bool counts = behind->kind == MDQ_ENGLISH_WORD && !behind->capital && !behind->glued;
  bool ends_name = before->kind == MDQ_ENGLISH_WORD && before->capital && !before->opens && before->role == MDQ_ROLE_NONE && !before->possessive;
  return ends_name && !counts && !p->hyphen && !p->dash && number->step >= 1 && !behind->glued && number->value < 1000 && !mark_at(f, number->next, '-');
}

/* 007, and runs of bare figures as in a telephone number: "0700 440 113", "116 123". */
static bool is_telephone(const struct finder *f, size_t i) {
  const struct mdq_english_piece *p = piece(f, i), *before = piece(f, i - 1), *behind = piece(f, i + 1);
  struct mdq_span text = mdq_english_text(&f->pieces, i);
  if (text.len > 2 && text.ptr[0] == '0' && text.ptr[1] != '.' && text.ptr[1] != ',' && text.ptr[1] != ':' && text.ptr[2] != ':') return true;
  int value = mdq_english_whole(&f->pieces, i);
  if (mdq_english_hyphened_run(&f->pieces, i)) return true;
  if (value < 0 || text.len < 3) return false;
  bool run_behind = behind->kind == MDQ_ENGLISH_NUMBER && !behind->dash && behind->end - behind->start >= 3 && mdq_english_whole(&f->pieces, i + 1) >= 0;
  bool run_before = before->kind == MDQ_ENGLISH_NUMBER && !p->dash && before->end - before->start >= 3 && mdq_english_whole(&f->pieces, i - 1) >= 0;
  bool years = p->hyphen || behind->hyphen;
  return (run_behind || run_before) && !years;
}

/* "3D", "4K", "5G" */
static bool is_generation(const struct finder *f, size_t i) {
  static const char *const letters[] = { "d", "g", "k", NULL };
  const struct mdq_english_piece *p = piece(f, i), *behind = piece(f, i + 1);
  int value = mdq_english_whole(&f->pieces, i);
  return p->end - p->start == 1 && value >= 2 && behind->capital && behind->glued && !behind->hyphen && mdq_english_one_of(&f->pieces, i + 1, letters);
}

static bool is_year(const struct finder *f, const struct mdq_english_number *number) {
  const struct mdq_english_piece *p = piece(f, number->first), *behind = piece(f, number->next);
  int value = mdq_english_whole(&f->pieces, number->first);
  if (number->next != number->first + 1 || value < 1300 || value > 2199 || p->end - p->start != 4) return false;
  return behind->kind != MDQ_ENGLISH_NUMBER || behind->hyphen || behind->dash;
}

/* The words "percent", "per cent", "pc" or the sign: how many pieces. */
static size_t percent_at(const struct finder *f, size_t i) {
  if (mark_at(f, i, '%') || is(f, i, "percent") || (is(f, i, "pc") && !piece(f, i)->capital)) return 1;
  return is(f, i, "per") && is(f, i + 1, "cent") ? 2 : 0;
}

/* The unit whose name starts at piece i, the longest one; *next: the piece behind it. */
static const struct mdq_unit *unit_at(const struct finder *f, size_t i, size_t *next) {
  const struct mdq_english_piece *first = piece(f, i);
  if (first->kind != MDQ_ENGLISH_WORD && first->mark != 0xB0) return NULL;
  for (size_t words = LONGEST_UNIT_NAME; words; words--) {
    if (i + words > f->pieces.count) continue;
    const struct mdq_english_piece *last = &f->pieces.items[i + words - 1];
    *next = i + words;
    const struct mdq_unit *unit = mdq_unit_english(f->units, mdq_span_sub(f->pieces.segment->text, first->start, last->end));
    if (!unit && words == 1 && first->word.len > 2) unit = mdq_unit_english(f->units, first->word);
    if (unit) return unit;
  }
  return NULL;
}

/* The currency whose sign stands before piece i: "$", "US$". */
static const struct mdq_unit *currency_before(const struct finder *f, size_t i, size_t *first) {
  const struct mdq_english_piece *sign = piece(f, i - 1), *land = piece(f, i - 2);
  if (sign->mark < 0x80 ? sign->mark != '$' : (sign->mark < 0xA2 || sign->mark > 0xA5) && (sign->mark < 0x20A0 || sign->mark > 0x20CF)) return NULL;
  const struct mdq_unit *unit = NULL;
  if (land->kind == MDQ_ENGLISH_WORD && sign->glued) unit = mdq_unit_english(f->units, mdq_span_sub(f->pieces.segment->text, land->start, sign->end));
  *first = unit ? i - 2 : i - 1;
  return unit ? unit : mdq_unit_english(f->units, mdq_english_text(&f->pieces, i - 1));
}

/* "Half a point", "a quarter of an hour": where the unit stands behind number->next. */
static size_t unit_position(const struct finder *f, const struct mdq_english_number *number) {
  size_t i = number->next, of = is(f, i, "of");
  bool article = is(f, i + of, "a") || is(f, i + of, "an");
  return number->spelled && number->value < 1 && article ? i + of + 1 : i;
}

/* What the number counts: money, percents, units of measure; q takes their tokens as well. */
static void read_unit(const struct finder *f, const struct mdq_english_number *number, struct mdq_quantity *q, size_t *next) {
  size_t end = number->next, first;
  const struct mdq_unit *money = currency_before(f, number->first, &first);
  *next = end;
  if (money) {
    q->kind = MDQ_QUANTITY_MONEY;
    q->unit = money;
    q->first = f->pieces.items[first].token;
    return;
  }
  size_t percent = percent_at(f, end);
  const struct mdq_unit *unit = percent ? NULL : unit_at(f, unit_position(f, number), &end);
  if (percent) end += percent;
  if (percent && (is(f, end, "points") || is(f, end, "point"))) {
    unit = mdq_unit_by_id(f->units, MDQ_SPAN_LIT("percentage-point"));
    end++;
    percent = 0;
  }
  if (!percent && !unit) return;
  q->kind = (uint16_t)(percent ? MDQ_QUANTITY_PERCENT : mdq_unit_is_money(unit) ? MDQ_QUANTITY_MONEY : MDQ_QUANTITY_PLAIN);
  q->unit = unit;
  q->last = f->pieces.items[end - 1].token;
  *next = end;
}

/* "24 hours a day", "seven days a week", "the twenty-something singer": ways of speaking. */
static bool is_phrase(const struct finder *f, const struct mdq_english_number *number) {
  size_t i = number->next;
  bool always = is(f, i + 1, "a") && ((is(f, i, "hours") && is(f, i + 2, "day") && number->value == 24) || (is(f, i, "days") && is(f, i + 2, "week") && number->value == 7));
  bool evens = number->value == 50 && ((piece(f, i)->hyphen && mdq_english_whole(&f->pieces, i) == 50) || /* "50-50" */
                                       (piece(f, number->first)->hyphen && mdq_english_whole(&f->pieces, number->first - 1) == 50));
  return always || evens || (piece(f, i)->hyphen && (is(f, i, "something") || is(f, i, "somethings")));
}

static bool is_approximate(const struct finder *f, size_t i) {
  const struct mdq_english_piece *before = piece(f, i - 1), *earlier = piece(f, i - 2);
  if (before->mark && before->glued) before = earlier, earlier = piece(f, i - 3);
  if (before->role == MDQ_ROLE_ABOUT) return true;
  bool than = mdq_span_is(before->word, "than"), to = mdq_span_is(before->word, "to");
  bool least = mdq_span_is(before->word, "least") || mdq_span_is(before->word, "most");
  return (than && (mdq_span_is(earlier->word, "more") || mdq_span_is(earlier->word, "less") || mdq_span_is(earlier->word, "fewer"))) ||
         (to && (mdq_span_is(earlier->word, "up") || mdq_span_is(earlier->word, "close"))) || (least && mdq_span_is(earlier->word, "at"));
}

/* The date that covers the piece, if any. */
static const struct mdq_date *date_at(struct finder *f, size_t i) {
  const struct mdq_dates *dates = f->dates;
  uint32_t token = f->pieces.items[i].token;
  while (f->date < dates->count && dates->items[f->date].last < token) f->date++;
  for (size_t d = f->date; d < dates->count && dates->items[d].first <= token; d++)
    if (token <= dates->items[d].last) return &dates->items[d];
  return NULL;
}

/* The year of a date, once. */
static bool read_date_year(const struct finder *f, size_t i, const struct mdq_date *date) {
  if (date->figures || !date->year || mdq_english_whole(&f->pieces, i) != date->year) return true;
  struct mdq_quantity *q = push(f, &(struct mdq_english_number){ .first = i, .next = i + 1, .kind = MDQ_QUANTITY_YEAR, .value = date->year, .step = 1 });
  if (q) q->in_date = true;
  return q != NULL;
}

/* "2025/26", "2025/2026": a season, a fiscal year. False without memory. */
static bool read_years(const struct finder *f, size_t i, size_t *next) {
  struct mdq_numeral n;
  if (piece(f, i)->kind != MDQ_ENGLISH_NUMBER || !mdq_numeral_read(mdq_english_text(&f->pieces, i), &n) || n.part_count != 2) return true;
  uint64_t from = n.parts[0].value, to = n.parts[1].digits == 2 ? from / 100 * 100 + n.parts[1].value : n.parts[1].value;
  if (n.parts[0].separator != '/' || n.parts[0].digits != 4 || from < 1900 || from > 2199 || to != from + 1) return true;
  for (uint64_t year = from; year <= to; year++) {
    struct mdq_quantity *q = push(f, &(struct mdq_english_number){ .first = i, .next = i + 1, .kind = MDQ_QUANTITY_YEAR, .value = (double)year, .step = 1 });
    if (!q) return false;
    q->part = year == from ? MDQ_QUANTITY_RANGE_FROM : MDQ_QUANTITY_RANGE_TO;
  }
  *next = i + 1;
  return true;
}

/* 9/11, 24/7, 1.2.3, 1:2:3: nothing that may be compared but as it stands. 1/2 is a half. */
static void read_strokes(const struct finder *f, size_t i, struct mdq_english_number *number) {
  struct mdq_numeral n;
  *number = (struct mdq_english_number){ .first = i, .next = i + 1, .kind = MDQ_QUANTITY_IDENTIFIER };
  if (!mdq_numeral_read(mdq_english_text(&f->pieces, i), &n)) return;
  number->value = (double)n.parts[0].value;
  bool fraction = n.part_count == 2 && n.parts[0].separator == '/' && n.parts[0].value < n.parts[1].value && n.parts[1].value <= 10;
  if (!fraction) return;
  number->kind = MDQ_QUANTITY_PLAIN;
  number->value /= (double)n.parts[1].value;
}

/* "World War II", "Louis XIV", "Article V" */
static bool read_roman(const struct finder *f, size_t i, struct mdq_english_number *number) {
  const struct mdq_english_piece *p = piece(f, i), *before = piece(f, i - 1);
  if (p->kind != MDQ_ENGLISH_WORD || p->word.len > 6 || !before->capital || before->kind != MDQ_ENGLISH_WORD || p->glued) return false;
  int value = mdq_roman_value(mdq_span_sub(mdq_english_text(&f->pieces, i), 0, p->word.len));
  *number = (struct mdq_english_number){ .first = i, .next = i + 1, .kind = MDQ_QUANTITY_IDENTIFIER, .value = value, .step = 1, .spelled = true };
  return value > 1;
}

static bool read_number(const struct finder *f, size_t i, struct mdq_english_number *number) {
  if (piece(f, i)->kind == MDQ_ENGLISH_NUMBER) {
    size_t ignored;
    bool money = currency_before(f, i, &ignored) != NULL;
    if (!money && read_zulu(f, i, number)) return true;
    if (is_telephone(f, i) && !money) {
      *number = (struct mdq_english_number){ .first = i, .next = i + 1, .kind = MDQ_QUANTITY_IDENTIFIER, .step = 1 };
      number->value = mdq_english_whole(&f->pieces, i);
      return true;
    }
    if (read_decade(f, i, number) || read_short_year(f, i, number) || (!money && read_clock(f, i, number)) || read_ordinal(f, i, number)) return true;
    if (!read_figures(f, i, number, money)) read_strokes(f, i, number);
    if (!money && is_generation(f, i)) *number = (struct mdq_english_number){ .first = i, .next = i + 2, .kind = MDQ_QUANTITY_IDENTIFIER, .value = mdq_english_whole(&f->pieces, i) };
    else if (!money && number->kind == MDQ_QUANTITY_PLAIN && is_named(f, number)) number->kind = MDQ_QUANTITY_IDENTIFIER;
    else if (!money && is_year(f, number)) number->kind = MDQ_QUANTITY_YEAR;
    return true;
  }
  if (piece(f, i)->kind == MDQ_ENGLISH_OTHER && piece(f, i)->in_name) {
    *number = (struct mdq_english_number){ .first = i, .next = i + 1, .kind = MDQ_QUANTITY_IDENTIFIER, .value = mdq_figures_in(mdq_english_text(&f->pieces, i)), .step = 1 };
    return true;
  }
  if (read_roman(f, i, number)) return true;
  if (piece(f, i)->kind != MDQ_ENGLISH_WORD || !mdq_english_spelled(&f->pieces, i, number)) return false;
  bool counts = number->kind == MDQ_QUANTITY_PLAIN || number->kind == MDQ_QUANTITY_ORDINAL;
  /* "Fifth Avenue", "7-Eleven": a capital inside of a sentence makes a name of it */
  if (counts && piece(f, i)->capital && !piece(f, i)->opens) number->kind = MDQ_QUANTITY_IDENTIFIER;
  return true;
}

/* "and a half", "and a quarter" at piece i: behind a unit. */
static double part_behind(const struct finder *f, size_t i) {
  const struct mdq_english_piece *part = piece(f, i + 2);
  return is(f, i, "and") && is(f, i + 1, "a") && part->role == MDQ_ROLE_FRACTION ? part->value / 100 : 0;
}

/* "One" before a unit of measure is a number, if any; so is the article of "an hour and a half", "an hour and 34 minutes". */
static bool is_one_unit(const struct finder *f, size_t i) {
  size_t next;
  bool one = is(f, i, "one") && !is(f, i + 1, "day"), article = is(f, i, "a") || is(f, i, "an");
  const struct mdq_unit *unit = one || article ? unit_at(f, i + 1, &next) : NULL;
  if (!unit || one) return unit != NULL;
  bool number = piece(f, next + 1)->kind == MDQ_ENGLISH_NUMBER || (piece(f, next + 1)->role >= MDQ_ROLE_UNIT && piece(f, next + 1)->role <= MDQ_ROLE_TENS);
  return part_behind(f, next) > 0 || (is(f, next, "and") && number && mdq_span_is(mdq_unit_dimension(unit), "time"));
}

/* "A year and a half", "three years and a half". */
static void half_behind(const struct finder *f, struct mdq_quantity *q, size_t *next) {
  double part = q->unit && q->value >= 1 && q->value == (double)(int)q->value ? part_behind(f, *next) : 0;
  if (part <= 0) return;
  q->value += part;
  q->step = part == 0.5 ? 0.1 : 0.01;
  *next += 3;
}

/* "the third decade of the 20th century": the last two quantities, pieces `behind` the first and `first` of the second, make one, 1920. */
static void decade_of_century(const struct finder *f, size_t behind, size_t first) {
  struct mdq_quantities *found = f->found;
  const struct mdq_quantity *century = &found->items[found->count - 1];
  const struct mdq_quantity *rank = &found->items[found->count - 2];
  if (century->kind != MDQ_QUANTITY_CENTURY || rank->kind != MDQ_QUANTITY_ORDINAL || rank->value > 10) return;
  if (first != behind + 3 || !is(f, behind, "decade") || !is(f, behind + 1, "of") || !is(f, behind + 2, "the")) return;
  mdq_quantities_join_decade(found);
}

bool mdq_quantities_english(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_table *const *tables,
                            const struct mdq_dates *dates, struct mdq_quantities *found) {
  *found = (struct mdq_quantities){ 0 };
  struct finder f = { .arena = arena, .units = tables[MDQ_TABLE_UNITS], .dates = dates, .found = found };
  if (!mdq_english_read(arena, segment, tables[MDQ_TABLE_ENGLISH_WORDS], &f.pieces)) return false;
  size_t last_first = 0, last_next = 0; /* pieces of the number before this one */
  for (size_t i = 0; i < f.pieces.count;) {
    struct mdq_english_number number;
    const struct mdq_date *date = date_at(&f, i);
    if (date) {
      if (!read_date_year(&f, i, date)) return false;
      i++;
      continue;
    }
    size_t behind_years = i;
    if (!read_years(&f, i, &behind_years)) return false;
    if (behind_years > i) {
      i = behind_years;
      last_next = 0;
      continue;
    }
    if (mdq_is_format_argument(segment, f.pieces.items[i].token)) {
      i++;
      continue;
    }
    if (!read_number(&f, i, &number)) {
      if (!is_one_unit(&f, i)) {
        i++;
        continue;
      }
      number = (struct mdq_english_number){ .first = i, .next = i + 1, .value = 1, .spelled = true };
    }
    read_century(&f, &number);
    struct mdq_quantity *q = push(&f, &number);
    if (!q) return false;
    q->approximate = is_approximate(&f, number.first);
    size_t next = number.next;
    if (q->kind == MDQ_QUANTITY_PLAIN && is_phrase(&f, &number)) q->kind = MDQ_QUANTITY_VAGUE;
    if (q->kind == MDQ_QUANTITY_PLAIN || q->kind == MDQ_QUANTITY_YEAR) read_unit(&f, &number, q, &next);
    if (q->kind == MDQ_QUANTITY_PLAIN) half_behind(&f, q, &next);
    if (found->count > 1 && last_next && number.first - last_next <= 3) {
      mdq_english_pair(&f.pieces, &found->items[found->count - 2], last_first, last_next, number.first, next);
      decade_of_century(&f, last_next, number.first);
    }
    last_first = number.first;
    last_next = next;
    i = next;
  }
  return true;
}
