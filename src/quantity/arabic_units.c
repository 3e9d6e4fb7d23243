/* Units beside a number: words, abbreviations and signs, before it and behind it. */
#include "quantity/arabic_parts.h"
#include "quantity/units.h"

enum { LONGEST_NAME = 96, MOST_WORDS = 4 };

/* Words of a name, one space between; what stands in the text without a space stays so: km/h, US$. */
struct name {
  char text[LONGEST_NAME];
  size_t len;
};

static bool append(struct name *name, struct mdq_span word, bool space) {
  if (!word.len || name->len + word.len + 1 > LONGEST_NAME) return false;
  if (space && name->len) name->text[name->len++] = ' ';
  memcpy(name->text + name->len, word.ptr, word.len);
  name->len += word.len;
  return true;
}

static struct mdq_span view(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i, MDQ_TOKEN_AR) ? mdq_word_v2(segment->tokens[i].word) : mdq_token_text(segment, i);
}

static bool may_name(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i, MDQ_TOKEN_AR | MDQ_TOKEN_LAT | MDQ_TOKEN_PUNCT | MDQ_TOKEN_OTHER);
}

/* These marks, beside many numbers, are of no name: a full stop may be, as in "Fr." and «د.ك», but begins none. */
static bool parts_names(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is_comma(segment, i) || mdq_token_mark(segment, i, '(') || mdq_token_mark(segment, i, ')');
}

static const struct mdq_unit *look_up(const struct mdq_quantity_finder *f, struct mdq_span name, bool arabic) {
  const struct mdq_table *units = f->tables[MDQ_TABLE_UNITS];
  return arabic ? mdq_unit_arabic(units, name) : mdq_unit_english(units, name);
}

const struct mdq_unit *mdq_unit_at(const struct mdq_quantity_finder *f, size_t i, size_t *last) {
  const struct mdq_segment *s = f->segment;
  const struct mdq_unit *unit = NULL;
  struct name name = { .len = 0 };
  size_t first = i;
  unsigned beside = mdq_beside(f->tables, s, i);
  if (mdq_token_is(s, i, MDQ_TOKEN_AR) && !(beside & MDQ_BESIDE_UNIT)) return NULL;
  if (mdq_token_mark(s, i, '.') || parts_names(s, i)) return NULL;
  if ((beside & MDQ_BESIDE_DATE) && mdq_starts_a_date(s, i)) return NULL;
  if (mdq_span_is(mdq_token_v2(s, i), "من") && mdq_span_starts(mdq_token_v2(s, i + 1), MDQ_SPAN_LIT("ال"))) first++;
  bool arabic = mdq_token_is(s, first, MDQ_TOKEN_AR) || mdq_token_mark(s, first, 0xB0);
  for (size_t words = 0; words < MOST_WORDS && may_name(s, first + words) && !parts_names(s, first + words); words++) {
    size_t at = first + words;
    struct mdq_span word = view(s, at);
    if (words == 0 && mdq_token_is(s, at, MDQ_TOKEN_AR) && !(mdq_beside(f->tables, s, at) & MDQ_BESIDE_UNIT)) return NULL;
    if (arabic && (words == 0 || first > i)) word = mdq_unit_word(word); /* «مليون من الدولارات», «ملايين الدولارات» */
    if (!append(&name, word, words && !mdq_token_glued(s, at))) break;
    const struct mdq_unit *longer = look_up(f, mdq_span_of(name.text, name.len), arabic);
    if (!longer) continue;
    unit = longer;
    *last = at;
  }
  return unit;
}

const struct mdq_unit *mdq_unit_before(const struct mdq_quantity_finder *f, size_t i, size_t *first) {
  const struct mdq_segment *s = f->segment;
  if (!i || !mdq_token_is(s, i - 1, MDQ_TOKEN_LAT | MDQ_TOKEN_PUNCT | MDQ_TOKEN_OTHER) || parts_names(s, i - 1)) return NULL;
  struct name name = { .len = 0 };
  const struct mdq_unit *unit = NULL;
  if (i >= 2 && mdq_token_glued(s, i - 1) && mdq_token_is(s, i - 2, MDQ_TOKEN_LAT) && append(&name, mdq_token_text(s, i - 2), false) &&
      append(&name, mdq_token_text(s, i - 1), false)) /* US$ */
    unit = look_up(f, mdq_span_of(name.text, name.len), false);
  *first = i - 2;
  if (unit) return mdq_unit_is_money(unit) ? unit : NULL;
  *first = i - 1;
  unit = look_up(f, mdq_token_text(s, i - 1), false);
  return unit && mdq_unit_is_money(unit) ? unit : NULL;
}
