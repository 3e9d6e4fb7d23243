#include "quantity/english.h"

#include "arabic/numerals.h"
#include "base/ascii.h"

static const struct mdq_english_piece *piece(const struct mdq_english_pieces *pieces, size_t i) {
  return mdq_english_piece(pieces, i);
}

static bool is(const struct mdq_english_pieces *pieces, size_t i, const char *word) {
  return mdq_english_is(pieces, i, word);
}

static bool is_article(const struct mdq_english_pieces *pieces, size_t i) {
  return is(pieces, i, "a") || is(pieces, i, "an");
}

static bool is_cardinal(const struct mdq_english_piece *p) {
  return p->role == MDQ_ROLE_UNIT || p->role == MDQ_ROLE_TEEN || p->role == MDQ_ROLE_TENS;
}

void mdq_english_scale(const struct mdq_english_pieces *pieces, struct mdq_english_number *number) {
  for (;;) { /* "two hundred thousand million" */
    const struct mdq_english_piece *p = piece(pieces, number->next);
    bool plural_of_it = p->role == MDQ_ROLE_MANY && p->value >= 1000 && !is(pieces, number->next + 1, "of");
    if (p->role != MDQ_ROLE_SCALE && p->role != MDQ_ROLE_HUNDRED && !plural_of_it) return;
    number->value *= p->value;
    number->step = (number->step > 0 ? number->step : 1) * p->value;
    number->magnitude = true;
    number->next++;
  }
}

/* "3 1/2", "5-1/4": whole figures and a fraction behind a space or a hyphen. */
static bool and_stroke(const struct mdq_english_pieces *pieces, struct mdq_english_number *number) {
  size_t i = number->next;
  const struct mdq_english_piece *p = piece(pieces, i);
  struct mdq_numeral n;
  if (number->next != number->first + 1 || number->step < 1 || p->kind != MDQ_ENGLISH_NUMBER || p->in_name || (p->glued && !p->hyphen)) return false;
  if (mdq_english_whole(pieces, number->first) < 0 || !mdq_numeral_read(mdq_english_text(pieces, i), &n) || n.part_count != 2) return false;
  uint64_t below = n.parts[1].value;
  bool usual = below == 2 || below == 3 || below == 4 || below == 5 || below == 8 || below == 16;
  if (n.parts[0].separator != '/' || !usual || !n.parts[0].value || n.parts[0].value >= below) return false;
  number->value += (double)n.parts[0].value / (double)below;
  number->step = 0.01;
  number->next++;
  return true;
}

void mdq_english_and_fraction(const struct mdq_english_pieces *pieces, struct mdq_english_number *number) {
  static const double fractions[] = { 0.25, 0.5, 0.75 };
  size_t i = number->next;
  if (and_stroke(pieces, number)) return;
  uint32_t mark = piece(pieces, i)->mark;
  if (mark >= 0xBC && mark <= 0xBE && piece(pieces, i)->glued) {
    number->value += fractions[mark - 0xBC];
    number->next++;
  } else if (is(pieces, i, "and") && is_article(pieces, i + 1) && piece(pieces, i + 2)->role == MDQ_ROLE_FRACTION) {
    number->value += piece(pieces, i + 2)->value / 100;
    number->next = i + 3;
  }
}

/* A number below a hundred, and the hundreds: "twenty-three", "two hundred and five", "nineteen hundred". */
struct below_thousand {
  double value;
  size_t next;
  bool ordinal; /* its last word is one: "hundred and third" */
};

static bool read_below_hundred(const struct mdq_english_pieces *pieces, size_t i, struct below_thousand *b) {
  const struct mdq_english_piece *p = piece(pieces, i), *behind = piece(pieces, i + 1);
  if (p->role == MDQ_ROLE_ORDINAL) {
    *b = (struct below_thousand){ p->value, i + 1, true };
    return true;
  }
  if (!is_cardinal(p)) return false;
  *b = (struct below_thousand){ .value = p->value, .next = i + 1 };
  if (p->role != MDQ_ROLE_TENS) return true;
  bool unit = behind->role == MDQ_ROLE_UNIT, ordinal = behind->role == MDQ_ROLE_ORDINAL && behind->value <= 9;
  if (!unit && !(ordinal && (behind->hyphen || behind->value != 2))) return true;
  *b = (struct below_thousand){ p->value + behind->value, i + 2, ordinal };
  return true;
}

static bool read_below_thousand(const struct mdq_english_pieces *pieces, size_t i, struct below_thousand *b) {
  bool article = is_article(pieces, i);
  if (article && piece(pieces, i + 1)->role == MDQ_ROLE_HUNDRED) *b = (struct below_thousand){ .value = 1, .next = i + 1 };
  else if (article || !read_below_hundred(pieces, i, b)) return false;
  if (b->ordinal || piece(pieces, b->next)->role != MDQ_ROLE_HUNDRED) return true;
  b->value *= 100;
  b->next++;
  struct below_thousand rest;
  size_t at = b->next + is(pieces, b->next, "and");
  if (!read_below_hundred(pieces, at, &rest) || (rest.ordinal && at == b->next)) return true;
  *b = (struct below_thousand){ b->value + rest.value, rest.next, rest.ordinal };
  return true;
}

/* Cardinals with their scales: "two million three hundred thousand and five", "a thousand". */
static bool read_cardinal(const struct mdq_english_pieces *pieces, size_t i, struct mdq_english_number *number) {
  double total = 0, scale = 0;
  size_t at = i;
  bool any = false;
  for (;;) {
    struct below_thousand b;
    bool article = is_article(pieces, at);
    if (article && !any && piece(pieces, at + 1)->role == MDQ_ROLE_SCALE) b = (struct below_thousand){ .value = 1, .next = at + 1 };
    else if (!read_below_thousand(pieces, at, &b)) break;
    const struct mdq_english_piece *behind = piece(pieces, b.next);
    bool scaled = !b.ordinal && behind->role == MDQ_ROLE_SCALE;
    if (any && scaled && behind->value >= scale) break;
    if (any && !scaled && b.value >= scale) break;
    any = true;
    total += scaled ? b.value * behind->value : b.value;
    number->next = b.next + scaled;
    number->kind = b.ordinal ? MDQ_QUANTITY_ORDINAL : MDQ_QUANTITY_PLAIN;
    if (!scaled) break;
    number->magnitude = true;
    number->step = scale = behind->value;
    at = number->next + is(pieces, number->next, "and");
    if (is_article(pieces, at)) break;
  }
  number->value = total;
  return any;
}

/* Nothing follows that a share before piece i could count. */
static bool ends_share(const struct mdq_english_pieces *pieces, size_t i) {
  static const char *const goes_on[] = { "to", "in", "from", "over", "since", "compared", "this", "last", "on", "and", "while", "after", "as", NULL };
  const struct mdq_english_piece *behind = piece(pieces, i);
  return !behind->hyphen && (behind->kind == MDQ_ENGLISH_MARK || i >= pieces->count || mdq_english_one_of(pieces, i, goes_on));
}

/* "Sales fell by a fifth" */
static bool is_by_share(const struct mdq_english_pieces *pieces, size_t i) {
  return is(pieces, i - 1, "by") && ends_share(pieces, i + 2);
}

/* "two-thirds", "three quarters", "one-fifth", "a third of", "a quarter of the"; a quarter alone is one of the year. */
static bool read_fraction(const struct mdq_english_pieces *pieces, size_t i, struct mdq_english_number *number) {
  const struct mdq_english_piece *above = piece(pieces, i), *below = piece(pieces, i + 1);
  bool article = is_article(pieces, i), unit = above->role == MDQ_ROLE_UNIT;
  if (!article && !unit) return false;
  double part = 0, count = unit ? above->value : 1;
  bool of_it = is(pieces, i + 2, "of") || (article && is_by_share(pieces, i)), joined = below->hyphen || of_it;
  if (below->role == MDQ_ROLE_FRACTION && (unit ? count > 1 || joined : of_it)) part = below->value / 100;
  else if (below->role == MDQ_ROLE_PART && unit) part = 1 / below->value;
  else if (below->role == MDQ_ROLE_ORDINAL && below->value > 2 && joined && (unit ? count == 1 : of_it)) part = 1 / below->value;
  if (part <= 0) return false;
  number->value = count * part;
  number->next = i + 2;
  bool of_scale = is(pieces, i + 2, "of") && is_article(pieces, i + 3) && piece(pieces, i + 4)->role == MDQ_ROLE_SCALE;
  if (of_scale) { /* "a quarter of a million" */
    number->value *= piece(pieces, i + 4)->value;
    number->step = piece(pieces, i + 4)->value / 100;
    number->magnitude = true;
    number->next = i + 5;
  }
  return true;
}

/* "a quarter-point cut", "half a percentage point" without its article: of a rate of interest. */
static bool read_part_of_point(const struct mdq_english_pieces *pieces, size_t i, struct mdq_english_number *number) {
  if (piece(pieces, i)->role != MDQ_ROLE_FRACTION) return false;
  size_t at = i + 1 + is(pieces, i + 1, "percentage");
  if (!is(pieces, at, "point")) return false;
  number->value = piece(pieces, i)->value / 100;
  number->next = i + 1;
  return true;
}

/* "half a million", "half of", "half a dozen", "half-million" */
static bool read_half(const struct mdq_english_pieces *pieces, size_t i, struct mdq_english_number *number) {
  static const char *const behind_half[] = { "of", "the", "its", "their", "his", "her", "our", "a", "an", NULL };
  if (!is(pieces, i, "half")) return false;
  size_t at = i + 1 + is_article(pieces, i + 1);
  const struct mdq_english_piece *group = piece(pieces, at);
  if (group->role == MDQ_ROLE_SCALE || (group->role == MDQ_ROLE_GROUP && group->value > 2)) {
    number->value = group->value / 2;
    number->step = group->role == MDQ_ROLE_SCALE ? group->value / 2 : 0;
    number->magnitude = group->role == MDQ_ROLE_SCALE;
    number->next = at + 1;
    return true;
  }
  if (!mdq_english_one_of(pieces, i + 1, behind_half) && !(is(pieces, i - 1, "by") && ends_share(pieces, i + 1))) return false;
  number->value = 0.5;
  number->next = i + 1;
  return true;
}

/* "a dozen", "two dozen", "a couple of"; a score is one of a game unless counted: "three score". */
static bool read_group(const struct mdq_english_pieces *pieces, size_t i, struct mdq_english_number *number) {
  const struct mdq_english_piece *count = piece(pieces, i);
  bool counted = is_cardinal(count), article = is_article(pieces, i);
  size_t at = i + (counted || article);
  const struct mdq_english_piece *group = piece(pieces, at);
  if (group->role != MDQ_ROLE_GROUP) return false;
  if (is(pieces, at, "score") && !(counted && group->hyphen)) return false;
  bool couple = is(pieces, at, "couple");
  if (couple && (!article || !is(pieces, at + 1, "of"))) return false;
  number->value = (counted ? count->value : 1) * group->value;
  number->next = at + 1 + couple;
  const struct mdq_english_piece *groups = piece(pieces, number->next);
  if (!couple || groups->role != MDQ_ROLE_GROUP || groups->value <= 2) return true;
  number->value *= groups->value; /* "a couple of dozen" */
  number->next++;
  return true;
}

/* "dozens", "hundreds", "tens of thousands" */
static bool read_many(const struct mdq_english_pieces *pieces, size_t i, struct mdq_english_number *number) {
  if (piece(pieces, i)->role != MDQ_ROLE_MANY) return false;
  if ((is(pieces, i, "scores") || is(pieces, i, "tens")) && !is(pieces, i + 1, "of")) return false;
  number->value = piece(pieces, i)->value;
  number->next = i + 1;
  number->kind = MDQ_QUANTITY_VAGUE;
  while (is(pieces, number->next, "of") && piece(pieces, number->next + 1)->role == MDQ_ROLE_MANY) {
    number->value *= piece(pieces, number->next + 1)->value;
    number->next += 2;
  }
  return true;
}

/* "several hundred", "a few thousand", "the million-dollar question": what stands alone says only how large. */
static bool read_bare_scale(const struct mdq_english_pieces *pieces, size_t i, struct mdq_english_number *number) {
  const struct mdq_english_piece *p = piece(pieces, i);
  if (p->role != MDQ_ROLE_SCALE && p->role != MDQ_ROLE_HUNDRED) return false;
  number->value = p->value;
  number->kind = MDQ_QUANTITY_VAGUE;
  number->next = i + 1;
  return true;
}

/* "One in five", "one out of three" */
static bool is_numerator(const struct mdq_english_pieces *pieces, size_t i) {
  size_t below = i + (is(pieces, i + 1, "out") && is(pieces, i + 2, "of") ? 3 : 2);
  bool joined = below == i + 3 || is(pieces, i + 1, "in");
  return joined && (is_cardinal(piece(pieces, below)) || (piece(pieces, below)->kind == MDQ_ENGLISH_NUMBER && mdq_english_whole(pieces, below) <= 100));
}

/* "One" is a pronoun, "second" a length of time. */
static bool is_no_number(const struct mdq_english_pieces *pieces, const struct mdq_english_number *number) {
  size_t i = number->first;
  if (number->next != i + 1) return false;
  if (is(pieces, i, "one")) return !piece(pieces, number->next)->hyphen && !is_numerator(pieces, i);
  static const char *const time[] = { "per", "split", "every", "each", "a", NULL };
  bool counted = is_cardinal(piece(pieces, i - 1)) || piece(pieces, i - 1)->kind == MDQ_ENGLISH_NUMBER;
  return is(pieces, i, "second") && (counted || mdq_english_one_of(pieces, i - 1, time));
}

/* "Half past one", "a quarter to nine" */
static bool read_spoken_clock(const struct mdq_english_pieces *pieces, size_t i, struct mdq_english_number *number) {
  size_t part = i + is_article(pieces, i), hour = part + 2;
  bool half = is(pieces, part, "half"), quarter = is(pieces, part, "quarter"), past = is(pieces, part + 1, "past"), to = quarter && is(pieces, part + 1, "to");
  if (!(half || quarter) || !(past || to)) return false;
  const struct mdq_english_piece *p = piece(pieces, hour);
  double value = p->role == MDQ_ROLE_UNIT || p->role == MDQ_ROLE_TEEN ? p->value : mdq_english_whole(pieces, hour);
  if (value < 1 || value > 12) return false;
  number->kind = MDQ_QUANTITY_CLOCK;
  number->value = value * 60 + (to ? -15 : half ? 30 : 15);
  number->next = hour + 1;
  return true;
}

/* "In nineteen ninety", "since twenty twenty-four" */
static bool read_year_in_words(const struct mdq_english_pieces *pieces, size_t i, struct mdq_english_number *number) {
  static const char *const before[] = { "in", "of", "since", "by", "from", "until", "till", "before", "after", "year", "around", "about", "early", "late", NULL };
  const struct mdq_english_piece *century = piece(pieces, i), *years = piece(pieces, i + 1);
  bool may_be = (century->role == MDQ_ROLE_TEEN && century->value >= 13) || (century->role == MDQ_ROLE_TENS && century->value == 20);
  struct below_thousand rest;
  if (!may_be || years->hyphen || !(years->role == MDQ_ROLE_TENS || years->role == MDQ_ROLE_TEEN) || !mdq_english_one_of(pieces, i - 1, before)) return false;
  if (!read_below_hundred(pieces, i + 1, &rest) || rest.ordinal) return false;
  number->kind = MDQ_QUANTITY_YEAR;
  number->value = century->value * 100 + rest.value;
  number->next = rest.next;
  return true;
}

bool mdq_english_spelled(const struct mdq_english_pieces *pieces, size_t i, struct mdq_english_number *number) {
  const struct mdq_english_piece *p = piece(pieces, i);
  if (!p->role && !is_article(pieces, i)) return false;
  *number = (struct mdq_english_number){ .first = i, .spelled = true };
  if (p->role == MDQ_ROLE_DECADE) {
    number->kind = MDQ_QUANTITY_DECADE;
    number->value = p->value;
    number->next = i + 1;
    return true;
  }
  if (p->role == MDQ_ROLE_HOUR) {
    number->kind = MDQ_QUANTITY_CLOCK;
    number->value = p->value;
    number->next = i + 1;
    return true;
  }
  if (read_spoken_clock(pieces, i, number) || read_part_of_point(pieces, i, number) || read_half(pieces, i, number) || read_many(pieces, i, number) || read_group(pieces, i, number) || read_fraction(pieces, i, number)) return true;
  if (read_bare_scale(pieces, i, number) || read_year_in_words(pieces, i, number)) return true;
  if (!read_cardinal(pieces, i, number)) return false;
  if (number->kind == MDQ_QUANTITY_PLAIN) {
    mdq_english_and_fraction(pieces, number);
    mdq_english_scale(pieces, number); /* "two and a half million" */
  }
  return !is_no_number(pieces, number);
}

bool mdq_english_hyphened_run(const struct mdq_english_pieces *pieces, size_t i) {
  enum { FEWEST = 3, MOST = 6 };
  size_t first = i, groups = 1;
  if (mdq_english_whole(pieces, i) < 0) return false;
  while (first + MOST > i && piece(pieces, first)->hyphen && mdq_english_whole(pieces, first - 1) >= 0) first--;
  while (groups < MOST && piece(pieces, first + groups)->hyphen && mdq_english_whole(pieces, first + groups) >= 0) groups++;
  return groups >= FEWEST;
}

double mdq_figures_in(struct mdq_span text) {
  double value = 0;
  bool inside = false;
  for (size_t i = 0; i < text.len; i++) {
    bool digit = mdq_ascii_digit(text.ptr[i]);
    if (digit) value = (inside ? value * 10 : 0) + (text.ptr[i] - '0');
    inside = digit;
  }
  return value;
}

int mdq_roman_value(struct mdq_span text) {
  static const struct { struct mdq_span figures; int worth; } parts[] = {
    { MDQ_SPAN_LIT("L"), 50 }, { MDQ_SPAN_LIT("XL"), 40 }, { MDQ_SPAN_LIT("X"), 10 }, { MDQ_SPAN_LIT("X"), 10 }, { MDQ_SPAN_LIT("X"), 10 },
    { MDQ_SPAN_LIT("IX"), 9 }, { MDQ_SPAN_LIT("V"), 5 }, { MDQ_SPAN_LIT("IV"), 4 }, { MDQ_SPAN_LIT("I"), 1 }, { MDQ_SPAN_LIT("I"), 1 }, { MDQ_SPAN_LIT("I"), 1 },
  };
  int value = 0;
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    if (!mdq_span_starts(text, parts[i].figures)) continue;
    value += parts[i].worth;
    text = mdq_span_sub(text, parts[i].figures.len, text.len);
  }
  return text.len ? 0 : value;
}
