#include "bilingual/measure.h"

#include <math.h>

#include "bilingual/match.h"
#include "quantity/units.h"

static bool close_to(double a, double b, double share) {
  return fabs(a - b) <= share * fmax(fabs(a), fabs(b));
}

double mdq_claim_worth(const struct mdq_claim *c) {
  return c->value * mdq_unit_worth(c->unit);
}

bool mdq_claim_is_in(const struct mdq_claim *c, const char *id) {
  return c->unit && mdq_span_is(mdq_unit_id(c->unit), id);
}

/* 220 pounds may be money or a weight. */
double mdq_claim_worth_as(const struct mdq_claim *c, const struct mdq_claim *other) {
  bool weight = mdq_claim_is_in(c, "any-pound") && mdq_span_is(mdq_unit_dimension(other->unit), "mass");
  return weight ? c->value * 0.45359237 : mdq_claim_worth(c);
}

bool mdq_claims_share_dimension(const struct mdq_claim *a, const struct mdq_claim *b) {
  return mdq_span_eq(mdq_unit_dimension(a->unit), mdq_unit_dimension(b->unit)) || (mdq_claim_is_in(a, "any-pound") && mdq_span_is(mdq_unit_dimension(b->unit), "mass"));
}

/* 12 miles, which were 20 kilometres before the source rounded them; time is not rounded that way. */
static bool is_source_rounded(const struct mdq_claim *s, double a, double b) {
  return !mdq_span_is(mdq_unit_dimension(s->unit), "time") && s->value >= 10 && fabs(a - b) <= 0.5 * (s->step > 0 ? s->step : 1) * a / s->value;
}

static double in_celsius(double fahrenheit) {
  return (fahrenheit - 32) / 1.8;
}

static double signed_value(const struct mdq_claim *c) {
  return c->below_zero ? -fabs(c->value) : c->value;
}

/* f is in Fahrenheit, c in Celsius. A difference knows no 32 degrees. */
static bool are_degrees(const struct mdq_claim *f, const struct mdq_claim *c) {
  if (f->difference || c->difference) return fabs(f->value / 1.8 - c->value) <= 0.6;
  return fabs(in_celsius(signed_value(f)) - signed_value(c)) <= 1;
}

/* Miles in kilometres, Fahrenheit in Celsius, weeks in days: rounded as such numbers are. */
bool mdq_claims_converted(const struct mdq_claim *s, const struct mdq_claim *t) {
  bool degrees = mdq_claim_is_in(s, "degree") && s->unit == t->unit; /* "100-degree heat" is said in Fahrenheit */
  if (!s->unit || !t->unit || (s->unit == t->unit && !degrees) || !mdq_claims_share_dimension(s, t)) return false;
  double a = mdq_claim_worth_as(s, t), b = mdq_claim_worth(t);
  if (a > 0 && b > 0) return close_to(a, b, s->approximate || t->approximate ? 0.05 : 0.03) || fabs(a - b) <= 0.5 * (t->step > 0 ? t->step : 1) * b / t->value || is_source_rounded(s, a, b);
  if (degrees) return are_degrees(s, t);
  bool from_fahrenheit = !mdq_claim_is_in(s, "celsius") && !mdq_claim_is_in(t, "fahrenheit"), to_fahrenheit = !mdq_claim_is_in(s, "fahrenheit") && !mdq_claim_is_in(t, "celsius");
  if (!mdq_claim_is_in(s, "fahrenheit") && !mdq_claim_is_in(s, "celsius") && !mdq_claim_is_in(s, "degree")) return false;
  return (from_fahrenheit && are_degrees(s, t)) || (to_fahrenheit && are_degrees(t, s));
}

double mdq_claims_compound(const struct mdq_claim *a, const struct mdq_claim *b) {
  enum { GAP = 24, HYPHEN = 16 }; /* bytes from number to number, units included */
  if (b->order != a->order + 1 || a->type != MDQ_CLAIM_NUMBER || b->type != MDQ_CLAIM_NUMBER || !a->unit || b->start - a->end > GAP) return 0;
  bool inches = mdq_claim_is_in(a, "foot") && b->kind == MDQ_QUANTITY_PLAIN && b->value < 12 && (!b->unit || mdq_claim_is_in(b, "inch")) && b->start - a->end <= HYPHEN;
  if (inches) return mdq_claim_worth(a) + b->value * 0.0254;
  if (mdq_claim_is_in(a, "any-pound") && mdq_claim_is_in(b, "ounce")) return mdq_claim_worth_as(a, b) + mdq_claim_worth(b);
  if (!b->unit || a->unit == b->unit || !mdq_claims_share_dimension(a, b) || mdq_unit_worth(b->unit) <= 0) return 0;
  return mdq_unit_worth(a->unit) > mdq_unit_worth(b->unit) ? mdq_claim_worth(a) + mdq_claim_worth(b) : 0;
}

/* Points of per cent for certain: «نقطة» alone may be a point of an index, or of a basis. */
static bool is_of_points(const struct mdq_claim *c) {
  return mdq_claim_is_in(c, "percentage-point") || mdq_claim_is_in(c, "basis-point");
}

/* Units as far apart as miles and nautical miles, or nights and days, pass for one another. */
static bool far_apart(const struct mdq_unit *a, const struct mdq_unit *b) {
  const double least = 1.2;
  double x = mdq_unit_worth(a), y = mdq_unit_worth(b);
  return x <= 0 || y <= 0 || fmax(x, y) > least * fmin(x, y);
}

bool mdq_claims_units_clash(const struct mdq_claim *s, const struct mdq_claim *t) {
  if (s->type != MDQ_CLAIM_NUMBER || t->type != MDQ_CLAIM_NUMBER || !(mdq_claims_equal(s, t) || mdq_claims_round(s, t))) return false;
  bool percent = s->kind == MDQ_QUANTITY_PERCENT, other_percent = t->kind == MDQ_QUANTITY_PERCENT;
  if (percent != other_percent) return is_of_points(percent ? t : s);
  bool pounds = mdq_claim_is_in(s, "any-pound") && t->unit && mdq_span_is(mdq_unit_dimension(t->unit), "mass"); /* they are a weight, then */
  if (pounds) return !mdq_claim_is_in(t, "pound") && !mdq_claims_converted(s, t);
  if (!s->unit || !t->unit || s->kind != MDQ_QUANTITY_PLAIN || t->kind != MDQ_QUANTITY_PLAIN || mdq_units_agree(s->unit, t->unit)) return false;
  return mdq_span_eq(mdq_unit_dimension(s->unit), mdq_unit_dimension(t->unit)) && far_apart(s->unit, t->unit) && !mdq_claims_converted(s, t);
}
