/* Weekdays of dates that name no year: which year is meant, and does the weekday fit it? */
#ifndef MDQ_RULES_DATE_WEEKDAY_YEAR_H
#define MDQ_RULES_DATE_WEEKDAY_YEAR_H

#include "arabic/dates.h"

enum { MDQ_FIRST_YEAR = 1900, MDQ_LAST_KNOWN_YEAR = 2199 };

/* A date of the draft that has a year: it tells when the draft was written. */
struct mdq_year_reference {
  int year, month, day;
  bool fitting_weekday; /* it has its weekday, as the news of the day do */
  bool opening;         /* in the first paragraphs: a caption, a lead */
  bool exact;           /* it is the day that the draft is written on, and no guess: mdq_reference_date() */
};

struct mdq_years {
  bool found, strong; /* strong: the reference is the draft's own time rather than some event it tells of */
  struct mdq_year_reference reference;
  bool mentioned[MDQ_LAST_KNOWN_YEAR - MDQ_FIRST_YEAR + 1];
};

struct mdq_dayed { /* a day and month with a weekday, without a year */
  int month, day, weekday;
  enum mdq_direction direction;
};

void mdq_years_mention(struct mdq_years *years, int year);

/* Takes the reference into account; the latest year that is anchored in the draft's own time wins. */
void mdq_years_refer(struct mdq_years *years, const struct mdq_year_reference *reference);

/* The day that the draft is written on is known; to be called last. */
void mdq_years_set(struct mdq_years *years, int year, int month, int day);

/* To be called once all is known: decides whether the reference is strong. */
void mdq_years_weigh(struct mdq_years *years);

/* MDQ_SEVERITY_NONE if the weekday fits a year that may be meant, or nobody can tell; else how bad it is, with the year in *year. */
enum mdq_severity mdq_dayed_judge(const struct mdq_dayed *date, const struct mdq_years *years, int *year);

/* Without any reference: the dates must fit one kind of year. Sets misfit[i] to the weekday that the others ask
   for where date i contradicts them, else to 0. */
void mdq_dayed_compare(const struct mdq_dayed *dates, size_t count, int *misfit);

#endif
