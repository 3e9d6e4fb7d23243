/* The Islamic calendar, by the arithmetic of its thirty-year cycle (the "civil" calendar of CLDR). The months that are
   proclaimed, and those of Umm al-Qura, begin a day or two before or after: MDQ_HIJRI_SLACK. */
#ifndef MDQ_ARABIC_HIJRI_H
#define MDQ_ARABIC_HIJRI_H

#include <stdbool.h>

enum { MDQ_HIJRI_SLACK = 2 /* days */ };

/* The day on the scale of mdq_day_number(). */
long mdq_hijri_day_number(int year, int month, int day);

/* The years may overlap: an Islamic year is eleven days shorter and begins anywhere in a Gregorian one. */
bool mdq_hijri_year_meets(int hijri, int gregorian);

/* The Gregorian year in which most of the Islamic one falls. */
int mdq_hijri_year_in_gregorian(int hijri);

#endif
