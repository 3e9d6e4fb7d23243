/* Numbers that are part of a name: «القناة 12», «إس-400», F-35, telephone numbers, versions. Their value is told all the same. */
#include "quantity/arabic_parts.h"
#include "text/chars.h"
#include "text/utf8.h"

static bool keep(struct mdq_quantity_finder *f, size_t first, size_t last, size_t figure, double value) {
  struct mdq_quantity *q = mdq_quantity_push(f, first, last, value);
  if (!q) return true;
  q->kind = MDQ_QUANTITY_IDENTIFIER;
  q->start = f->segment->tokens[figure].start;
  q->end = f->segment->tokens[last].end;
  q->step = 1;
  return true;
}

/* The last run of digits in a Latin word: 35 of F-35. */
static bool digits_in(struct mdq_span text, double *value) {
  bool any = false, inside = false;
  for (size_t at = 0; at < text.len;) {
    int digit = mdq_digit_value(mdq_utf8_next(text, &at));
    if (digit >= 0) {
      *value = inside ? *value * 10 + digit : digit;
      any = true;
    }
    inside = digit >= 0;
  }
  return any;
}

static bool is_product(const struct mdq_quantity_finder *f, size_t i) {
  return mdq_beside(f->tables, f->segment, i) & MDQ_BESIDE_PRODUCT;
}

/* The figures at token i count what follows them: «أقر القانون 45 نائبا», «القرار 130%». */
static bool counts_behind(const struct mdq_quantity_finder *f, size_t i) {
  const struct mdq_segment *s = f->segment;
  size_t last;
  if (mdq_token_mark(s, i + 1, '%') || mdq_token_mark(s, i + 1, 0x066A)) return true;
  unsigned beside = mdq_beside(f->tables, s, i + 1);
  return (beside & (MDQ_BESIDE_MAGNITUDE | MDQ_BESIDE_NOUN)) || ((beside & MDQ_BESIDE_UNIT) && mdq_unit_at(f, i + 1, &last));
}

/* «رقم 5», «القناة 12»: a figure at token i behind one of the words that are labels. */
static bool is_labelled(const struct mdq_quantity_finder *f, size_t label, size_t i) {
  if (!(mdq_beside(f->tables, f->segment, label) & MDQ_BESIDE_LABEL)) return false;
  return mdq_number_said(f->tables, f->segment->tokens[label].word).form == 's' || !counts_behind(f, i);
}

bool mdq_is_long_or_padded(struct mdq_span text, const struct mdq_numeral *n) {
  if (n->part_count != 1) return false;
  size_t at = 0;
  bool zero = mdq_digit_value(mdq_utf8_next(text, &at)) == 0;
  return n->parts[0].digits >= 9 || (zero && n->parts[0].digits > 2);
}

/* «الرقم 111 555 0800» */
static size_t spaced_groups(const struct mdq_quantity_finder *f, size_t i) {
  if (!i || !is_labelled(f, i - 1, i)) return i;
  while (mdq_token_is(f->segment, i + 1, MDQ_TOKEN_NUM)) i++;
  return i;
}

/* Figures with dashes between, three groups or more: a telephone number, a reference. */
static size_t dashed_groups(const struct mdq_segment *s, size_t i, size_t *last) {
  size_t groups = 1;
  *last = i;
  if (!mdq_token_glued(s, i + 1)) return groups;
  while (mdq_is_range_dash(s, *last + 1) && mdq_token_glued(s, *last + 1) && mdq_token_is(s, *last + 2, MDQ_TOKEN_NUM) && mdq_token_glued(s, *last + 2)) {
    *last += 2;
    groups++;
  }
  return groups;
}

static bool is_named(const struct mdq_quantity_finder *f, size_t i) {
  const struct mdq_segment *s = f->segment;
  size_t before = i - 1;
  if (!i) return false;
  if (mdq_token_mark(s, before, ':') && before) before--;
  if (is_labelled(f, before, i) || is_product(f, before)) return true;
  bool dash = i >= 2 && mdq_token_glued(s, i) && mdq_is_range_dash(s, i - 1);
  if (dash && is_product(f, i - 2)) return true;
  if (dash && mdq_token_glued(s, i - 1) && mdq_token_is(s, i - 2, MDQ_TOKEN_AR | MDQ_TOKEN_LAT | MDQ_TOKEN_MIX)) return true; /* إس-400 */
  if (!mdq_token_glued(s, i)) return false;
  bool dialled = mdq_token_mark(s, i - 1, '+') && mdq_token_text(s, i).len >= 7;
  return dialled || mdq_token_is(s, i - 1, MDQ_TOKEN_LAT | MDQ_TOKEN_MIX | MDQ_TOKEN_OTHER | MDQ_TOKEN_TAG) || mdq_token_mark(s, i - 1, '#') || mdq_token_mark(s, i - 1, '_');
}

/* Nothing before the figures at token i can name them, and nothing touches them: so stand nearly all. */
static bool stands_apart(const struct mdq_quantity_finder *f, size_t i) {
  const struct mdq_segment *s = f->segment;
  if (mdq_token_glued(s, i) || mdq_token_glued(s, i + 1) || mdq_token_mark(s, i - 1, ':')) return false;
  return !(mdq_beside(f->tables, s, i - 1) & (MDQ_BESIDE_LABEL | MDQ_BESIDE_PRODUCT));
}

bool mdq_quantity_identifier(struct mdq_quantity_finder *f, size_t i, const struct mdq_numeral *n, size_t *next) {
  const struct mdq_segment *s = f->segment;
  double value = 0;
  if (mdq_token_is(s, i, MDQ_TOKEN_LAT | MDQ_TOKEN_MIX)) {
    if (!digits_in(mdq_token_text(s, i), &value)) return false;
    *next = i + 1;
    return keep(f, i, i, i, value);
  }
  if (!n || (stands_apart(f, i) && !mdq_is_long_or_padded(mdq_token_text(s, i), n))) return false;
  size_t last, unit_last;
  value = n->has_value ? n->value : (double)n->parts[0].value;
  if (dashed_groups(s, i, &last) < 3) last = spaced_groups(f, i);
  bool glued_latin = mdq_token_glued(s, i + 1) && mdq_token_is(s, i + 1, MDQ_TOKEN_LAT) && !mdq_unit_at(f, i + 1, &unit_last);
  /* «400 ميل 3 آلاف دولار»: a name has no thousands */
  bool magnitude = mdq_beside(f->tables, s, i + 1) & MDQ_BESIDE_MAGNITUDE;
  if (last == i && magnitude && !mdq_token_glued(s, i)) return false;
  if (last == i && !glued_latin && !is_named(f, i) && !mdq_is_long_or_padded(mdq_token_text(s, i), n)) return false;
  if (glued_latin && last == i) last = i + 1;
  *next = last + 1;
  return keep(f, i, last, i, value);
}
