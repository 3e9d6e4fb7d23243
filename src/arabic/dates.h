/* Dates in running text (linguistics.md §4):
     (weekday)? [،(]* day (من)? MONTH ([/(]MONTH[)])? [،/]* (من|عام|سنة)? YEAR?
   with the day in figures or as an ordinal, lists of days («الاثنين والثلاثاء 3 و4 مارس»), a month with a year,
   and dates in figures alone, D/M/Y, D.M.Y, D-M-Y, Y/M/D. Months of all systems are known, Hijri ones too. */
#ifndef MDQ_ARABIC_DATES_H
#define MDQ_ARABIC_DATES_H

#include "arabic/proclitics.h"
#include "lint/table.h"
#include "text/segment.h"

enum mdq_calendar { MDQ_GREGORIAN, MDQ_HIJRI };

/* What stands instead of a year. */
enum mdq_direction {
  MDQ_DIRECTION_NONE,
  MDQ_DIRECTION_PAST,    /* مارس الماضي */
  MDQ_DIRECTION_PRESENT, /* مارس الجاري */
  MDQ_DIRECTION_FUTURE,  /* مارس المقبل */
  MDQ_LAST_YEAR,         /* مارس من العام الماضي */
  MDQ_THIS_YEAR,
  MDQ_NEXT_YEAR
};

struct mdq_date {
  size_t first, last;       /* its tokens, weekday to year */
  size_t day_first;         /* first token of the day, or of the month if there is no day */
  size_t day_last, month_at; /* last token of the day; first one of the month's name, if it has one */
  size_t text_last;         /* last token without a weekday that stands behind */
  bool listed;              /* one of several days that share a month: «3 و4 مارس» */
  int year, month, day;     /* as written, even if there is no such date; 0: not said */
  int other_month;          /* of a pair «شباط/فبراير», else 0 */
  int weekday;              /* ISO 8601, Monday = 1; 0: not said */
  size_t weekday_token;     /* if weekday */
  enum mdq_calendar calendar;
  enum mdq_direction direction;
  bool ordinal;             /* the day is spelled: الثالث */
  bool figures;             /* figures alone: 3/5/2024 */
  bool either_order;        /* figures, and both of day and month at most 12 */
  bool month_first;         /* figures, and only the order M/D/Y makes a date of them */
  const struct mdq_row *month_name, *other_month_name; /* rows of the table; NULL in figures */
};

struct mdq_dates {
  struct mdq_date *items; /* in the order of the text; days of one list follow each other */
  size_t count, capacity;
};

/* months and weekdays: dicts/dates/months.tsv and weekdays.tsv. False without memory. */
bool mdq_dates_find(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_table *months,
                    const struct mdq_table *weekdays, struct mdq_dates *dates);

/* The word may be a day of a month, spelled as an ordinal: الثالث, والعشرين. Where a segment has none, and no figures, it
   has no date. */
enum { MDQ_DAY_NOT_ASKED, MDQ_DAY_NO, MDQ_DAY_YES }; /* struct mdq_word.day */
bool mdq_day_ask(struct mdq_word *word);

static inline bool mdq_may_be_day(struct mdq_word *word) {
  return word->day ? word->day == MDQ_DAY_YES : mdq_day_ask(word);
}

/* The word may begin the name of a month, proclitics allowed: «وتشرين», «آذار». */
enum { MDQ_MONTH_NOT_ASKED, MDQ_MONTH_NO, MDQ_MONTH_YES }; /* struct mdq_word.month */
bool mdq_month_ask(struct mdq_word *word, const struct mdq_table *months);

static inline bool mdq_may_be_month(struct mdq_word *word, const struct mdq_table *months) {
  return word->month ? word->month == MDQ_MONTH_YES : mdq_month_ask(word, months);
}

/* A weekday's name, proclitics allowed: its ISO number, or 0. *stem, unless NULL: how the word is made up. */
int mdq_weekday_name(const struct mdq_table *weekdays, struct mdq_span v2, struct mdq_stem *stem);

/* The month whose name starts at token i, proclitics allowed: its row, or NULL. *length: how many tokens it has. */
const struct mdq_row *mdq_month_name(const struct mdq_segment *segment, size_t i, const struct mdq_table *months, size_t *length);

/* The calendar: Gregorian for every year, before 1582 as well. */
bool mdq_is_leap_year(int year);
int mdq_days_in_month(int year, int month); /* year 0: unknown, February has 29; 0 if there is no such month */
bool mdq_date_exists(int year, int month, int day);
int mdq_day_of_year(int year, int month, int day); /* from 1 */
int mdq_weekday_of(int year, int month, int day);  /* ISO 8601, of a date that exists */
int mdq_weekday_of_julian(int year, int month, int day);
long mdq_day_number(int year, int month, int day); /* days since some day, to tell how far two dates are apart */
void mdq_date_of_day_number(long number, int *year, int *month, int *day);

#endif
