#include "quantity/units.h"

enum { ID, DIMENSION, WORTH, ENGLISH, ARABIC, UNSPECIFIC };

/* A unit is its row, under a name of its own. */
static const struct mdq_unit *unit_of(const struct mdq_row *row) {
  return (const struct mdq_unit *)row;
}

static struct mdq_span column_of(const struct mdq_unit *unit, size_t column) {
  return ((const struct mdq_row *)unit)->column[column];
}

const struct mdq_unit *mdq_unit_english(const struct mdq_table *units, struct mdq_span name) {
  return unit_of(mdq_table_find(units, ENGLISH, name));
}

const struct mdq_unit *mdq_unit_arabic(const struct mdq_table *units, struct mdq_span v2) {
  return unit_of(mdq_table_find(units, ARABIC, v2));
}

const struct mdq_unit *mdq_unit_by_id(const struct mdq_table *units, struct mdq_span id) {
  return unit_of(mdq_table_get(units, id));
}

struct mdq_span mdq_unit_id(const struct mdq_unit *unit) {
  return column_of(unit, ID);
}

struct mdq_span mdq_unit_dimension(const struct mdq_unit *unit) {
  return column_of(unit, DIMENSION);
}

bool mdq_unit_is_money(const struct mdq_unit *unit) {
  return mdq_span_is(column_of(unit, DIMENSION), "money");
}

/* The column is digits with a point and an exponent, so that the locale does not matter. */
double mdq_unit_worth(const struct mdq_unit *unit) {
  struct mdq_span text = column_of(unit, WORTH);
  double value = 0;
  int exponent = 0;
  bool point = false;
  size_t i = 0;
  for (; i < text.len && text.ptr[i] != 'e'; i++) {
    if (text.ptr[i] == '.') {
      point = true;
    } else {
      value = value * 10 + (text.ptr[i] - '0');
      exponent -= point;
    }
  }
  bool negative = i + 1 < text.len && text.ptr[i + 1] == '-';
  int written = 0;
  for (i += 1u + negative; i < text.len; i++) written = written * 10 + (text.ptr[i] - '0');
  for (exponent += negative ? -written : written; exponent; exponent += exponent < 0 ? 1 : -1) value = exponent < 0 ? value / 10 : value * 10;
  return value;
}

bool mdq_units_agree(const struct mdq_unit *a, const struct mdq_unit *b) {
  if (!a || !b || a == b) return true;
  return mdq_span_eq(column_of(a, UNSPECIFIC), column_of(b, ID)) || mdq_span_eq(column_of(b, UNSPECIFIC), column_of(a, ID));
}
