#include "arabic/dates.h"

bool mdq_is_leap_year(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int mdq_days_in_month(int year, int month) {
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  if (month < 1 || month > 12) return 0;
  return days[month - 1] + (month == 2 && (year == 0 || mdq_is_leap_year(year)));
}

bool mdq_date_exists(int year, int month, int day) {
  return day >= 1 && day <= mdq_days_in_month(year, month);
}

int mdq_day_of_year(int year, int month, int day) {
  for (int m = 1; m < month; m++) day += m == 2 ? 28 + mdq_is_leap_year(year) : mdq_days_in_month(1, m);
  return day;
}

/* The year is counted from March, so that the leap day is its last one. */
static long days_before_month(int month) {
  return (153 * ((month + 9) % 12) + 2) / 5;
}

long mdq_day_number(int year, int month, int day) {
  long y = month <= 2 ? year - 1 : year;
  return 365 * y + y / 4 - y / 100 + y / 400 + days_before_month(month) + day;
}

void mdq_date_of_day_number(long number, int *year, int *month, int *day) {
  long n = number - 1, cycle = n / 146097, of_cycle = n % 146097; /* days of 400 years */
  long y = (of_cycle - of_cycle / 1460 + of_cycle / 36524 - of_cycle / 146096) / 365;
  long of_year = of_cycle - (365 * y + y / 4 - y / 100), m = (5 * of_year + 2) / 153; /* from March */
  *day = (int)(of_year - (153 * m + 2) / 5 + 1);
  *month = (int)(m < 10 ? m + 3 : m - 9);
  *year = (int)(400 * cycle + y + (*month <= 2));
}

int mdq_weekday_of(int year, int month, int day) {
  return (int)((mdq_day_number(year, month, day) + 1) % 7) + 1;
}

int mdq_weekday_of_julian(int year, int month, int day) {
  long y = month <= 2 ? year - 1 : year;
  return (int)((365 * y + y / 4 + days_before_month(month) + day + 6) % 7) + 1;
}
