#include "bilingual/hints.h"

#include "arabic/numerals.h"
#include "arabic/proclitics.h"
#include "base/ascii.h"
#include "quantity/units.h"

enum { SMALLEST = 3, LARGEST = 10 }; /* numbers that have stems */

/* Walks the claims along with the tokens: quantities and dates, each in their order. */
struct cursor {
  const struct mdq_claims *claims;
  size_t quantity, date;
};

static bool covers(const struct mdq_claims *claims, size_t *at, size_t end, const struct mdq_token *token) {
  while (*at < end && claims->items[*at].end <= token->start) ++*at;
  return *at < end && claims->items[*at].start < token->end && (claims->items[*at].value >= 1 || claims->items[*at].paired);
}

/* The token belongs to a number or a date that the text claims; not to a share, which may be said by its denominator. */
static bool is_claimed(struct cursor *c, const struct mdq_token *token) {
  bool quantity = covers(c->claims, &c->quantity, c->claims->quantities, token), date = covers(c->claims, &c->date, c->claims->dated, token);
  return quantity || date;
}

static struct mdq_span without_ending(struct mdq_span word) {
  static const struct mdq_span endings[] = { { "ه", 2 }, { "ا", 2 } };
  for (size_t i = 0; i < 2; i++)
    if (word.len > endings[i].len + 2 && mdq_span_ends(word, endings[i])) return mdq_span_sub(word, 0, word.len - endings[i].len);
  return word;
}

static bool is_word(struct mdq_span v2, struct mdq_span stem) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v2, stems);
  for (size_t s = 0; s < count; s++)
    if (mdq_span_eq(without_ending(stems[s].text), stem)) return true;
  return false;
}

static bool has_stem(struct mdq_span v2, const struct mdq_table *stems, int value) {
  static const char *const weekdays[] = { "ثلاثاء", "اربعاء", NULL };
  for (size_t i = 0; weekdays[i]; i++)
    if (mdq_span_ends(v2, mdq_span_str(weekdays[i]))) return false;
  for (size_t i = 0; i < stems->row_count; i++) {
    const struct mdq_row *row = mdq_table_row(stems, i);
    int worth = 0;
    for (size_t d = 0; d < row->column[1].len; d++) worth = worth * 10 + row->column[1].ptr[d] - '0';
    if (worth != value) continue;
    bool found = mdq_span_is(row->column[2], "word") ? is_word(v2, row->column[0]) : memmem(v2.ptr, v2.len, row->column[0].ptr, row->column[0].len) != NULL;
    if (found) return true;
  }
  return false;
}

static bool is_said_by_unit(const struct mdq_unit *unit) {
  return mdq_span_is(mdq_unit_dimension(unit), "time") || mdq_span_is(mdq_unit_dimension(unit), "points");
}

/* One of the unit is as much as the number says: a month and 30 days, a point and 100 basis points. */
static bool comes_to(const struct mdq_unit *unit, const struct mdq_claim *number) {
  if (!unit || unit == number->unit || !mdq_span_eq(mdq_unit_dimension(unit), mdq_unit_dimension(number->unit))) return false;
  double one = mdq_unit_worth(unit), all = number->value * mdq_unit_worth(number->unit);
  return one > 0 && all > one * 0.97 && all < one * 1.03;
}

static bool may_be_unit(const struct mdq_claim *claim) {
  return claim->unit && is_said_by_unit(claim->unit);
}

static bool names_unit(struct mdq_span v2, const struct mdq_table *units, const struct mdq_claim *number) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v2, stems);
  for (size_t s = 0; s < count; s++)
    if (comes_to(mdq_unit_arabic(units, stems[s].text), number)) return true;
  return false;
}

/* "Third-quarter", "in the fourth quarter". */
static bool is_of_quarter(const struct mdq_claim *number, struct mdq_span text) {
  struct mdq_span behind = mdq_span_sub(text, number->end, text.len);
  bool apart = behind.len && (behind.ptr[0] == ' ' || behind.ptr[0] == '-');
  return number->kind == MDQ_QUANTITY_ORDINAL && apart && mdq_span_starts(mdq_span_sub(behind, 1, behind.len), MDQ_SPAN_LIT("quarter"));
}

/* «الأرباح الفصلية», «الربع الأخير», but not «الربع الثالث», which says which one. */
static bool names_quarter(const struct mdq_segment *segment, size_t i, struct cursor *c) {
  static const char *const words[] = { "ربع", "فصلي", "فصليه", NULL };
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(mdq_token_v2(segment, i), stems);
  for (size_t s = 0; s < count; s++)
    for (size_t k = 0; words[k]; k++)
      if (mdq_span_is(stems[s].text, words[k])) return !is_claimed(c, &segment->tokens[i]) && (i + 1 == segment->token_count || !is_claimed(c, &segment->tokens[i + 1]));
  return false;
}

bool mdq_hinted_quarter(const struct mdq_segment *segment, const struct mdq_claims *claims, const struct mdq_claim *number, struct mdq_span source) {
  if (number->type != MDQ_CLAIM_NUMBER || !is_of_quarter(number, source)) return false;
  struct cursor cursor = { .claims = claims, .date = claims->quantities };
  for (size_t i = 0; i < segment->token_count; i++)
    if (segment->tokens[i].kind == MDQ_TOKEN_AR && names_quarter(segment, i, &cursor)) return true;
  return false;
}

/* A part of 1:52.11 or 2:15:25 is worth that much. */
static bool has_part(struct mdq_span text, double value) {
  struct mdq_numeral n;
  if (!text.len || !mdq_numeral_read(text, &n) || n.part_count < 2 || n.part_count > MDQ_NUMERAL_PARTS || n.parts[0].separator != ':') return false;
  for (size_t i = 0; i < n.part_count; i++) {
    double part = (double)n.parts[i].value, tenth = 1;
    bool decimals = n.parts[i].separator == '.' && i + 1 < n.part_count;
    for (unsigned d = decimals ? n.parts[i + 1].digits : 0; d; d--) tenth /= 10;
    if (decimals) part += (double)n.parts[i + 1].value * tenth;
    if (part > value - 1e-6 && part < value + 1e-6) return true;
  }
  return false;
}

static bool is_time(const struct mdq_claim *claim) {
  return claim->unit && mdq_span_is(mdq_unit_dimension(claim->unit), "time");
}

static bool is_short_time(const struct mdq_claim *claim) {
  struct mdq_span id = claim->unit ? mdq_unit_id(claim->unit) : MDQ_SPAN_LIT("");
  return mdq_span_is(id, "second") || mdq_span_is(id, "minute");
}

bool mdq_hinted_duration(const struct mdq_claim *number, struct mdq_span text, const struct mdq_claims *others, struct mdq_span other_text) {
  enum { MOST = 64 }; /* claims of a segment that are looked at */
  if (number->type != MDQ_CLAIM_NUMBER) return false;
  struct mdq_span written = mdq_span_sub(text, number->start, number->end);
  for (size_t i = 0; i < others->quantities && i < MOST; i++) {
    const struct mdq_claim *other = &others->items[i];
    if (is_time(number) && has_part(mdq_span_sub(other_text, other->start, other->end), number->value)) return true;
    if (is_short_time(other) && has_part(written, other->value)) return true;
  }
  return false;
}

/* «بقيمة النصف» says 50 per cent. */
static bool names_share(struct mdq_span v2, const struct mdq_claim *number) {
  static const struct { double percent; const char *share; } shares[] = { { 25, "ربع" }, { 33, "ثلث" }, { 50, "نصف" } };
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = number->kind == MDQ_QUANTITY_PERCENT ? mdq_stems(v2, stems) : 0;
  for (size_t s = 0; s < count; s++)
    for (size_t k = 0; k < sizeof shares / sizeof *shares; k++)
      if (number->value == shares[k].percent && mdq_span_is(stems[s].text, shares[k].share)) return true;
  return false;
}

/* «ألفا عداء» are two thousand; where no number is read in it, the word is taken for a verb. */
static bool names_two_thousand(struct mdq_span v2, const struct mdq_claim *number) {
  return number->value == 2000 && (mdq_span_is(v2, "الفا") || mdq_span_is(v2, "والفا") || mdq_span_is(v2, "الفي"));
}

/* «ظهرا» for 12:00, «منتصف الليل» for 00:00; «بعد الظهر» is any hour. */
static bool names_hour(const struct mdq_segment *segment, size_t i, const struct mdq_claim *number) {
  static const char *const noon[] = { "ظهرا", "الظهر", "ظهر", NULL }, *const beside[] = { "بعد", "قبل", NULL };
  struct mdq_span v2 = mdq_token_v2(segment, i);
  if (number->kind != MDQ_QUANTITY_CLOCK || number->value != (double)((int)number->value / 720 * 720)) return false;
  if (mdq_span_is_one_of(v2, noon)) return number->value == 720 && !mdq_span_is_one_of(mdq_token_v2(segment, i - 1), beside);
  return mdq_span_is(v2, "الليل") && mdq_span_ends(mdq_token_v2(segment, i - 1), MDQ_SPAN_LIT("منتصف"));
}

bool mdq_hinted_in_arabic(const struct mdq_segment *segment, const struct mdq_claims *claims, const struct mdq_hint_tables *tables, const struct mdq_claim *number,
                          struct mdq_span written) {
  if (number->type != MDQ_CLAIM_NUMBER) return false;
  bool small = number->value >= SMALLEST && number->value <= LARGEST && number->value == (int)number->value, time = may_be_unit(number);
  bool figures = written.len && mdq_ascii_digit(written.ptr[0]), telephone = figures && number->kind == MDQ_QUANTITY_IDENTIFIER && written.len >= 3;
  struct cursor cursor = { .claims = claims, .date = claims->quantities };
  for (size_t i = 0; (small || figures || time || number->kind == MDQ_QUANTITY_PERCENT || number->value == 2000) && i < segment->token_count; i++) {
    struct mdq_span v2 = mdq_token_v2(segment, i), text = mdq_token_text(segment, i);
    bool number_token = segment->tokens[i].kind == MDQ_TOKEN_NUM;
    bool hint = (small && v2.len && has_stem(v2, tables->stems, (int)number->value)) || (figures && number_token && mdq_span_eq(text, written)) ||
                (time && v2.len && names_unit(v2, tables->units, number)) || (v2.len && (names_share(v2, number) || names_two_thousand(v2, number) || names_hour(segment, i, number)));
    if (hint && !is_claimed(&cursor, &segment->tokens[i])) return true;
    /* the groups of a telephone number may be turned around or joined */
    if (telephone && number_token && memmem(text.ptr, text.len, written.ptr, written.len)) return true;
  }
  return false;
}

/* "Half as much again", "the price doubled": per cent; -1: the word says no such change. */
static double share_named(struct mdq_span word) {
  static const struct { const char *word; double percent; } words[] = { { "half", 50 }, { "halve", 50 }, { "halved", 50 }, { "halving", 50 }, { "double", 100 }, { "doubled", 100 }, { "doubling", 100 } };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (mdq_span_is(word, words[i].word)) return words[i].percent;
  return -1;
}

static bool implies(const struct mdq_english_piece *piece, const struct mdq_table *units, const struct mdq_claim *number) {
  if (piece->kind != MDQ_ENGLISH_WORD) return false;
  if (number->unit && comes_to(mdq_unit_english(units, piece->word), number)) return true; /* "a mile" */
  if (number->kind == MDQ_QUANTITY_PERCENT && share_named(piece->word) == number->value) return true;
  bool letter = piece->word.len == 1 && piece->capital && number->kind == MDQ_QUANTITY_ORDINAL;
  return (piece->role == MDQ_ROLE_IMPLIES && piece->value == number->value) || (letter && piece->word.ptr[0] - 'a' + 1 == (int)number->value);
}

/* 9/11 is «11 سبتمبر 2001», and (7/5) 7-5. */
static bool is_behind_stroke(struct mdq_span figures, const struct mdq_claim *number) {
  struct mdq_numeral n;
  if (number->kind == MDQ_QUANTITY_YEAR && number->value == 2001 && mdq_span_is(figures, "9/11")) return true;
  return mdq_numeral_read(figures, &n) && n.part_count == 2 && n.parts[0].separator == '/' && (double)n.parts[1].value == number->value;
}

/* "Last year" */
static bool is_relative_year(const struct mdq_english_pieces *source, size_t i) {
  static const char *const which[] = { "last", "this", "next", "previous", "current", "past", NULL };
  return mdq_english_is(source, i, "year") && i && mdq_english_one_of(source, i - 1, which);
}

bool mdq_hinted_year(const struct mdq_english_pieces *source, const struct mdq_claim *number, struct mdq_span text) {
  static const char *const which[] = { "الماضي ", "الحالي ", "الجاري ", "المقبل ", "القادم ", "المنصرم ", "الماضي (", "الحالي (", "المقبل (", NULL };
  struct mdq_span before = mdq_span_sub(text, 0, number->start);
  bool relative = false;
  for (size_t i = 0; which[i] && number->type == MDQ_CLAIM_NUMBER && number->kind == MDQ_QUANTITY_YEAR; i++) relative = relative || mdq_span_ends(before, mdq_span_str(which[i]));
  for (size_t i = 0; relative && i < source->count; i++)
    if (is_relative_year(source, i)) return true;
  return false;
}

bool mdq_hinted_in_english(const struct mdq_english_pieces *source, const struct mdq_hint_tables *tables, const struct mdq_claim *number) {
  for (size_t i = 0; number->type == MDQ_CLAIM_NUMBER && i < source->count; i++)
    if (implies(&source->items[i], tables->units, number) || (source->items[i].kind == MDQ_ENGLISH_NUMBER && is_behind_stroke(mdq_english_text(source, i), number))) return true;
  return false;
}
