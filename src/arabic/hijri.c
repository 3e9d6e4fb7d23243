#include "arabic/hijri.h"

#include "arabic/dates.h"

enum { MUHARRAM = 1, DHU_AL_HIJJA = 12 };

long mdq_hijri_day_number(int year, int month, int day) {
  long epoch = mdq_day_number(622, 7, 19); /* 16 July of the Julian calendar */
  long days_before_year = 354L * (year - 1) + (3 + 11L * year) / 30; /* eleven years of thirty have a day more */
  return epoch + days_before_year + 29L * (month - 1) + month / 2 + day - 1; /* months of 30 and 29 days by turns */
}

bool mdq_hijri_year_meets(int hijri, int gregorian) {
  long first = mdq_hijri_day_number(hijri, MUHARRAM, 1) - MDQ_HIJRI_SLACK, last = mdq_hijri_day_number(hijri, DHU_AL_HIJJA, 30) + MDQ_HIJRI_SLACK;
  return first <= mdq_day_number(gregorian, 12, 31) && last >= mdq_day_number(gregorian, 1, 1);
}

int mdq_hijri_year_in_gregorian(int hijri) {
  int year, month, day;
  mdq_date_of_day_number(mdq_hijri_day_number(hijri, 6, 29), &year, &month, &day);
  return year;
}
