#include "quantity/phrase_atoms.h"

/* A clitic that is written before figures: «و45», «ب30», «الـ12». */
static bool is_clitic(struct mdq_span v1, struct mdq_number_atom *atom) {
  size_t at = 0;
  if (mdq_span_starts(v1, MDQ_SPAN_LIT("و")) || mdq_span_starts(v1, MDQ_SPAN_LIT("ف"))) {
    atom->conjunction = true;
    at += 2;
  }
  struct mdq_span rest = mdq_span_sub(v1, at, v1.len);
  if (!rest.len) return true;
  if (mdq_span_is(rest, "لل")) return atom->preposition = atom->article = true;
  if (mdq_span_starts(rest, MDQ_SPAN_LIT("ب")) || mdq_span_starts(rest, MDQ_SPAN_LIT("ل")) || mdq_span_starts(rest, MDQ_SPAN_LIT("ك"))) {
    atom->preposition = true;
    rest = mdq_span_sub(rest, 2, rest.len);
  }
  if (!rest.len) return true;
  return atom->article = mdq_span_is(rest, "ال");
}

static double tenth_of(double step, unsigned times) {
  while (times--) step /= 10;
  return step;
}

/* The digits that an Arabic comma joins to token i, glued on both sides; 0: none. */
static unsigned digits_behind_comma(const struct mdq_segment *segment, size_t i, uint64_t *value) {
  unsigned digits;
  bool glued = mdq_token_mark(segment, i + 1, 0x060C) && mdq_token_is(segment, i + 2, MDQ_TOKEN_NUM) && mdq_token_glued(segment, i + 1) && mdq_token_glued(segment, i + 2);
  return glued && mdq_numeral_whole(mdq_token_text(segment, i + 2), &digits, value) ? digits : 0;
}

/* «2،5» and «30،000»: an Arabic comma as decimal mark or between thousands. */
static bool arabic_comma(const struct mdq_segment *segment, size_t i, const struct mdq_numeral *whole, struct mdq_number_atom *atom) {
  uint64_t value, ignored;
  unsigned digits = whole->part_count == 1 ? digits_behind_comma(segment, i, &value) : 0;
  if (!digits) return false;
  if (digits == 3 && whole->parts[0].digits <= 3 && whole->parts[0].value) {
    do {
      atom->value = atom->value * 1000 + (double)value;
      i += 2;
    } while (digits_behind_comma(segment, i, &value) == 3);
    atom->ambiguous = atom->value != 1000 * (double)(uint64_t)(atom->value / 1000);
    atom->next = i + 1;
    return true;
  }
  if (digits > 2 || digits_behind_comma(segment, i + 2, &ignored)) return false;
  atom->step = tenth_of(1, digits);
  atom->value += (double)value * atom->step;
  atom->next = i + 3;
  return true;
}

/* The token that joins figures set from right to left: «3ر20», as Tunisian agencies write 20.3, and 04.5 with a mark of direction
   behind the stop for 5.04. */
static bool is_reversing(const struct mdq_segment *segment, size_t i) {
  if (!mdq_token_glued(segment, i) || !mdq_token_is(segment, i + 1, MDQ_TOKEN_NUM)) return false;
  if (mdq_span_is(mdq_token_v1(segment, i), "ر")) return mdq_token_glued(segment, i + 1);
  struct mdq_span gap = mdq_span_sub(segment->text, segment->tokens[i].end, segment->tokens[i + 1].start);
  return mdq_token_mark(segment, i, '.') && mdq_span_is(gap, "\u200F");
}

static bool reversed_decimal(const struct mdq_segment *segment, size_t i, const struct mdq_numeral *fraction, struct mdq_number_atom *atom) {
  unsigned digits;
  uint64_t whole;
  if (fraction->part_count != 1 || !is_reversing(segment, i + 1) || !mdq_numeral_whole(mdq_token_text(segment, i + 2), &digits, &whole)) return false;
  atom->step = tenth_of(1, fraction->parts[0].digits);
  atom->value = (double)whole + (double)fraction->parts[0].value * atom->step;
  atom->next = i + 3;
  return true;
}

/* «20 000»: groups of thousands with a space between, as in French. */
static void spaced_groups(const struct mdq_segment *segment, struct mdq_number_atom *atom, const struct mdq_numeral *first) {
  if (first->part_count != 1 || first->parts[0].digits > 3 || first->parts[0].value == 0) return;
  for (size_t groups = 0; groups < 3; groups++) {
    struct mdq_span group = mdq_token_is(segment, atom->next, MDQ_TOKEN_NUM) ? mdq_token_text(segment, atom->next) : MDQ_SPAN_LIT("");
    unsigned digits;
    uint64_t value;
    if (!group.len || !mdq_numeral_whole(group, &digits, &value) || digits != 3 || value) return;
    uint32_t gap = segment->tokens[atom->next].start - segment->tokens[atom->next - 1].end;
    if (gap != 1 && gap != 2 && gap != 3) return;
    atom->value *= 1000;
    atom->next++;
  }
}

/* «14½» */
static void fraction_sign(const struct mdq_segment *segment, struct mdq_number_atom *atom) {
  static const double fractions[] = { 0.25, 0.5, 0.75 };
  if (!mdq_token_glued(segment, atom->next)) return;
  uint32_t sign = segment->tokens[atom->next].code_point;
  if (sign < 0xBC || sign > 0xBE) return;
  atom->value += fractions[sign - 0xBC];
  atom->next++;
}

/* The figures of token i alone. */
static bool take_figures(const struct mdq_numeral *n, size_t i, struct mdq_number_atom *atom) {
  if (!n->has_value) return false;
  atom->class = MDQ_NUMBER_NONE;
  atom->value = n->value;
  atom->step = 1;
  atom->ambiguous = n->ambiguous;
  atom->next = i + 1;
  if (n->part_count == 1) return true;
  const unsigned last = n->parts[n->part_count - 1].digits;
  bool grouped = n->value >= 1000 && n->value == (double)(uint64_t)n->value && last == 3;
  if (!grouped) atom->step = tenth_of(1, last);
  if (n->ambiguous && n->parts[1].value == 0) { /* 150.000 says thousands: nobody is that exact about nothing */
    atom->value *= 1000;
    atom->step = 1;
    atom->ambiguous = false;
  }
  return true;
}

bool mdq_number_lone_figures(const struct mdq_numeral *figures, size_t i, struct mdq_number_atom *atom) {
  *atom = (struct mdq_number_atom){ .first = i };
  return take_figures(figures, i, atom);
}

static bool figure_at(const struct mdq_segment *segment, size_t i, struct mdq_number_atom *atom) {
  struct mdq_numeral n;
  if (!mdq_token_is(segment, i, MDQ_TOKEN_NUM) || !mdq_numeral_read(mdq_token_text(segment, i), &n) || !take_figures(&n, i, atom)) return false;
  if (!arabic_comma(segment, i, &n, atom) && !reversed_decimal(segment, i, &n, atom)) spaced_groups(segment, atom, &n);
  fraction_sign(segment, atom);
  return true;
}

bool mdq_number_atom(const struct mdq_table *const *tables, const struct mdq_segment *segment, size_t i, struct mdq_number_atom *atom) {
  *atom = (struct mdq_number_atom){ .first = i, .next = i + 1 };
  if (figure_at(segment, i, atom)) return true;
  if (!mdq_token_is(segment, i, MDQ_TOKEN_AR)) return false;
  struct mdq_word *word = segment->tokens[i].word;
  if (word->letters <= MDQ_CLITIC_LETTERS && mdq_token_is(segment, i + 1, MDQ_TOKEN_NUM) && is_clitic(mdq_word_v1(word), atom)) {
    bool apart = !mdq_token_glued(segment, i + 1);
    if (!apart || (word->letters == 1 && atom->conjunction)) return figure_at(segment, i + 1, atom);
  }
  struct mdq_number_word said = mdq_number_word(tables, word);
  *atom = (struct mdq_number_atom){ .class = said.class, .value = said.value, .form = said.form, .first = i, .next = i + 1,
                         .conjunction = said.conjunction, .article = said.article, .preposition = said.preposition };
  return said.class != MDQ_NUMBER_NONE;
}
