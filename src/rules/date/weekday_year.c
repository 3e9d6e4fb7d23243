#include "rules/date/weekday_year.h"

enum {
  HALF_YEAR = 183,    /* days: what lies further off belongs to the other side of the new year */
  OTHER_TIMES = 15,   /* years: a later year so far off shows that the reference is history */
  OLD_EVENT = 3,      /* years back: an event may still be told with its weekday and without its year */
  LATER_DRAFT = 2,    /* years on: a draft may only mention an older date */
  MOST_CANDIDATES = 3
};

void mdq_years_mention(struct mdq_years *years, int year) {
  if (year >= MDQ_FIRST_YEAR && year <= MDQ_LAST_KNOWN_YEAR) years->mentioned[year - MDQ_FIRST_YEAR] = true;
}

static bool is_anchored(const struct mdq_year_reference *reference) {
  return reference->fitting_weekday || reference->opening;
}

void mdq_years_refer(struct mdq_years *years, const struct mdq_year_reference *reference) {
  const struct mdq_year_reference *old = &years->reference;
  bool better = is_anchored(reference) > is_anchored(old) || (is_anchored(reference) == is_anchored(old) && reference->year > old->year);
  if (!years->found || better) years->reference = *reference;
  years->found = true;
}

void mdq_years_weigh(struct mdq_years *years) {
  years->strong = years->found && is_anchored(&years->reference);
  int later = years->reference.fitting_weekday ? OTHER_TIMES : 2;
  for (int year = MDQ_FIRST_YEAR; year <= MDQ_LAST_KNOWN_YEAR; year++)
    if (years->mentioned[year - MDQ_FIRST_YEAR] && year >= years->reference.year + later) years->strong = false;
}

void mdq_years_set(struct mdq_years *years, int year, int month, int day) {
  years->found = years->strong = true;
  years->reference = (struct mdq_year_reference){ .year = year, .month = month, .day = day, .exact = true };
}

static bool fits(const struct mdq_dayed *date, int year) {
  return mdq_date_exists(year, date->month, date->day) && mdq_weekday_of(year, date->month, date->day) == date->weekday;
}

/* Days from the reference to the date in that year. */
static long gap(const struct mdq_dayed *date, const struct mdq_year_reference *r, int year) {
  return mdq_day_number(year, date->month, date->day) - mdq_day_number(r->year, r->month, r->day);
}

/* The years that may be meant, the likeliest first. */
static size_t candidates(const struct mdq_dayed *date, const struct mdq_year_reference *r, int years[MOST_CANDIDATES]) {
  size_t count = 0;
  long here = gap(date, r, r->year);
  switch (date->direction) {
    case MDQ_LAST_YEAR: years[count++] = r->year - 1; break;
    case MDQ_NEXT_YEAR: years[count++] = r->year + 1; break;
    case MDQ_THIS_YEAR: case MDQ_DIRECTION_PRESENT: years[count++] = r->year; break;
    case MDQ_DIRECTION_PAST: case MDQ_DIRECTION_FUTURE: {
      bool past = date->direction == MDQ_DIRECTION_PAST;
      if (past ? here < 0 : here > 0) years[count++] = r->year;
      else years[count++] = past ? r->year - 1 : r->year + 1;
      if (date->month == r->month && years[0] != r->year) years[count++] = r->year;
      break;
    }
    case MDQ_DIRECTION_NONE: {
      bool next = gap(date, r, r->year + 1) <= HALF_YEAR, previous = gap(date, r, r->year - 1) >= -HALF_YEAR;
      if (next) years[count++] = r->year + 1;
      if (previous) years[count++] = r->year - 1;
      years[count++] = r->year;
      break;
    }
  }
  return count;
}

enum mdq_severity mdq_dayed_judge(const struct mdq_dayed *date, const struct mdq_years *years, int *year) {
  int may_be[MOST_CANDIDATES];
  size_t count = candidates(date, &years->reference, may_be);
  *year = 0;
  for (size_t i = 0; i < count; i++) {
    if (fits(date, may_be[i])) return MDQ_SEVERITY_NONE;
    if (!*year && mdq_date_exists(may_be[i], date->month, date->day)) *year = may_be[i];
  }
  if (!*year) return MDQ_SEVERITY_NONE; /* 29 February of a year that has none: who knows which is meant */
  for (int y = MDQ_FIRST_YEAR; y <= MDQ_LAST_KNOWN_YEAR; y++)
    if (years->mentioned[y - MDQ_FIRST_YEAR] && fits(date, y)) return MDQ_SEVERITY_NONE;
  if (!years->strong) return MDQ_SEVERITY_NONE;
  if (years->reference.exact) return MDQ_WARNING;
  /* The draft was written in the year of the reference or later, and may tell of what was before. */
  int back = years->reference.fitting_weekday ? 1 : OLD_EVENT, on = years->reference.fitting_weekday ? 1 : LATER_DRAFT;
  for (int y = years->reference.year - back; y <= years->reference.year + on; y++)
    if (fits(date, y)) return MDQ_SEVERITY_NONE;
  return MDQ_WARNING;
}

void mdq_dayed_compare(const struct mdq_dayed *dates, size_t count, int *misfit) {
  int best = 0;
  size_t most = 0;
  for (int year = 2001; year <= 2028; year++) { /* all fourteen kinds of year */
    size_t support = 0;
    for (size_t i = 0; i < count; i++) support += fits(&dates[i], year);
    if (support > most) {
      most = support;
      best = year;
    }
  }
  for (size_t i = 0; i < count; i++) {
    misfit[i] = 0;
    if (!best || fits(&dates[i], best) || !mdq_date_exists(best, dates[i].month, dates[i].day)) continue;
    for (size_t k = 0; k < count; k++) {
      long apart = mdq_day_number(best, dates[i].month, dates[i].day) - mdq_day_number(best, dates[k].month, dates[k].day);
      bool near = apart <= HALF_YEAR && apart >= -HALF_YEAR;
      if (near && fits(&dates[k], best)) misfit[i] = mdq_weekday_of(best, dates[i].month, dates[i].day);
    }
  }
}
