#include "english/pieces.h"

#include "arabic/numerals.h"
#include "base/ascii.h"
#include "text/utf8.h"

enum { LONGEST_LISTED = 24 }; /* bytes: no word of the table is longer */

static const char *const role_names[MDQ_ROLES] = {
  [MDQ_ROLE_NONE] = "", [MDQ_ROLE_UNIT] = "unit", [MDQ_ROLE_TEEN] = "teen", [MDQ_ROLE_TENS] = "tens", [MDQ_ROLE_HUNDRED] = "hundred",
  [MDQ_ROLE_SCALE] = "scale", [MDQ_ROLE_MANY] = "many", [MDQ_ROLE_GROUP] = "group", [MDQ_ROLE_ORDINAL] = "ordinal",
  [MDQ_ROLE_FRACTION] = "fraction", [MDQ_ROLE_PART] = "part", [MDQ_ROLE_DECADE] = "decade", [MDQ_ROLE_SUFFIX] = "suffix",
  [MDQ_ROLE_ORDINAL_ENDING] = "ordinal-ending", [MDQ_ROLE_MONTH] = "month", [MDQ_ROLE_MONTH_SHORT] = "month-short",
  [MDQ_ROLE_WEEKDAY] = "weekday", [MDQ_ROLE_WEEKDAY_SHORT] = "weekday-short", [MDQ_ROLE_HOUR] = "hour", [MDQ_ROLE_ABOUT] = "about",
  [MDQ_ROLE_NAME] = "name", [MDQ_ROLE_PREFIX] = "prefix", [MDQ_ROLE_IMPLIES] = "implies", [MDQ_ROLE_SCORE] = "score",
};

struct reader {
  struct mdq_arena *arena;
  const struct mdq_table *words;
  struct mdq_english_pieces *pieces;
  bool hyphen, dash; /* stands before the next piece, glued on both sides */
};

const struct mdq_english_piece *mdq_english_piece(const struct mdq_english_pieces *pieces, size_t i) {
  static const struct mdq_english_piece nothing = { .kind = MDQ_ENGLISH_OTHER };
  return i < pieces->count ? &pieces->items[i] : &nothing;
}

bool mdq_english_one_of(const struct mdq_english_pieces *pieces, size_t i, const char *const *words) {
  struct mdq_span word = mdq_english_piece(pieces, i)->word;
  for (; word.len && *words; words++)
    if (mdq_span_is(word, *words)) return true;
  return false;
}

int mdq_english_whole(const struct mdq_english_pieces *pieces, size_t i) {
  unsigned digits;
  uint64_t value;
  if (mdq_english_piece(pieces, i)->kind != MDQ_ENGLISH_NUMBER) return -1;
  return mdq_numeral_whole(mdq_english_text(pieces, i), &digits, &value) && digits <= 4 ? (int)value : -1;
}

static double whole_of(struct mdq_span digits) {
  double value = 0;
  for (size_t i = 0; i < digits.len && mdq_ascii_digit(digits.ptr[i]); i++) value = value * 10 + (digits.ptr[i] - '0');
  return value;
}

/* "threefold" is three. */
static const struct mdq_row *fold_of(const struct reader *r, struct mdq_span word) {
  const struct mdq_span ending = MDQ_SPAN_LIT("fold");
  if (word.len > LONGEST_LISTED || !mdq_span_ends(word, ending)) return NULL;
  const struct mdq_row *row = mdq_table_get(r->words, mdq_span_sub(word, 0, word.len - ending.len));
  bool counts = row && (mdq_span_is(row->column[1], role_names[MDQ_ROLE_UNIT]) || mdq_span_is(row->column[1], role_names[MDQ_ROLE_TEEN]));
  return counts ? row : NULL;
}

static void look_up(const struct reader *r, struct mdq_english_piece *piece) {
  const struct mdq_row *row = piece->word.len <= LONGEST_LISTED ? mdq_table_get(r->words, piece->word) : NULL;
  if (!row) row = fold_of(r, piece->word);
  if (!row) return;
  for (unsigned role = MDQ_ROLE_NONE + 1; role < MDQ_ROLES; role++)
    if (mdq_span_is(row->column[1], role_names[role])) piece->role = (uint8_t)role;
  piece->value = whole_of(row->column[2]);
}

static struct mdq_english_piece *push(struct reader *r, size_t token, size_t start, size_t end, enum mdq_english_kind kind) {
  struct mdq_english_pieces *pieces = r->pieces;
  size_t before = pieces->count ? pieces->items[pieces->count - 1].end : 0;
  struct mdq_english_piece *piece = mdq_arena_push(r->arena, &pieces->items, &pieces->count, &pieces->capacity, sizeof *piece);
  if (!piece) return NULL;
  *piece = (struct mdq_english_piece){
    .word = mdq_span_of("", 0), .start = (uint32_t)start, .end = (uint32_t)end, .token = (uint32_t)token, .kind = (uint8_t)kind,
    .hyphen = r->hyphen, .dash = r->dash, .glued = pieces->count > 1 && (r->hyphen || r->dash || before == start),
  };
  r->hyphen = r->dash = false;
  return piece;
}

static bool opens_sentence(const struct mdq_segment *segment, size_t token) {
  static const uint32_t quotes[] = { '"', '\'', 0x2018, 0x201C, '(', ':', 0 };
  if (segment->tokens[token].flags & MDQ_TOKEN_SENTENCE_START) return true;
  for (size_t i = 0; quotes[i]; i++)
    if (mdq_token_mark(segment, token - 1, quotes[i])) return true;
  return false;
}

/* The length without "'s" or a final apostrophe. */
static size_t without_possessive(struct mdq_span word) {
  static const struct mdq_span endings[] = { { "'s", 2 }, { "’s", 4 } };
  for (size_t i = 0; i < 2; i++)
    if (word.len > endings[i].len && mdq_span_ends(word, endings[i])) return word.len - endings[i].len;
  return word.len;
}

static bool push_word(struct reader *r, size_t token, size_t start, size_t end) {
  struct mdq_span text = mdq_span_sub(r->pieces->segment->text, start, end);
  struct mdq_english_piece *piece = push(r, token, start, end, MDQ_ENGLISH_WORD);
  if (!piece) return false;
  struct mdq_span lower = mdq_arena_copy(r->arena, mdq_span_sub(text, 0, without_possessive(text)));
  if (!lower.ptr) return false;
  char *letters = (char *)(uintptr_t)lower.ptr;
  for (size_t i = 0; i < lower.len; i++) letters[i] = mdq_ascii_lower(letters[i]);
  piece->word = lower;
  piece->capital = text.ptr[0] >= 'A' && text.ptr[0] <= 'Z';
  piece->possessive = lower.len < text.len;
  piece->opens = !piece->hyphen && opens_sentence(r->pieces->segment, token);
  look_up(r, piece);
  return true;
}

/* Figures behind a hyphen belong to the name before it, F-35, unless that is a plain word or a prefix: mid-2020s, top-10. */
static bool continues_name(const struct reader *r) {
  const struct mdq_english_pieces *pieces = r->pieces;
  if (!r->hyphen || !pieces->count) return false;
  const struct mdq_english_piece *before = &pieces->items[pieces->count - 1];
  return before->kind == MDQ_ENGLISH_WORD && before->capital && before->role == MDQ_ROLE_NONE;
}

/* One part of a Latin token, between hyphens: a word, or figures with letters behind them, or a name: G7, SS19. */
static bool read_part(struct reader *r, size_t token, size_t start, size_t end) {
  struct mdq_span text = r->pieces->segment->text;
  size_t digits = start, digit;
  while (digits < end && mdq_ascii_digit(text.ptr[digits])) digits++;
  for (digit = digits; digit < end && !mdq_ascii_digit(text.ptr[digit]);) digit++;
  if (digit < end) { /* letters and then figures */
    struct mdq_english_piece *piece = push(r, token, start, end, MDQ_ENGLISH_OTHER);
    if (piece) piece->in_name = true;
    return piece != NULL;
  }
  if (digits > start) {
    bool in_name = continues_name(r);
    struct mdq_english_piece *piece = push(r, token, start, digits, MDQ_ENGLISH_NUMBER);
    if (!piece) return false;
    piece->in_name = in_name;
  }
  return digits == end || push_word(r, token, digits, end);
}

static bool read_latin(struct reader *r, size_t token) {
  const struct mdq_token *t = &r->pieces->segment->tokens[token];
  struct mdq_span text = r->pieces->segment->text;
  for (size_t start = t->start; start < t->end;) {
    size_t end = start;
    while (end < t->end && text.ptr[end] != '-') end++;
    if (end > start && !read_part(r, token, start, end)) return false;
    r->hyphen = end < t->end;
    start = end + 1;
  }
  return true;
}

/* A hyphen or a dash that touches words or figures on both sides is no piece of its own. */
static bool joins(const struct mdq_segment *segment, size_t i) {
  enum { JOINED = MDQ_TOKEN_LAT | MDQ_TOKEN_NUM };
  return mdq_token_glued(segment, i) && mdq_token_glued(segment, i + 1) && mdq_token_is(segment, i + 1, JOINED);
}

/* The tokens of "magnitude-6.8" are "magnitude-6", "." and "8". */
static bool adds_decimals(struct mdq_english_pieces *pieces, const struct mdq_token *token) {
  if (pieces->count < 2) return false;
  struct mdq_english_piece *whole = &pieces->items[pieces->count - 2], *point = whole + 1;
  bool touch = whole->end == point->start && point->end == token->start;
  if (!touch || point->mark != '.' || whole->kind != MDQ_ENGLISH_NUMBER || pieces->segment->tokens[whole->token].kind != MDQ_TOKEN_LAT) return false;
  whole->end = token->end;
  pieces->count--;
  return true;
}

static bool read_token(struct reader *r, size_t i) {
  const struct mdq_segment *segment = r->pieces->segment;
  const struct mdq_token *token = &segment->tokens[i];
  if (token->kind == MDQ_TOKEN_LAT) return read_latin(r, i);
  if ((token->code_point == '-' || token->code_point == 0x2010 || token->code_point == 0x2013) && joins(segment, i)) {
    r->hyphen = token->code_point != 0x2013;
    r->dash = !r->hyphen;
    return true;
  }
  bool number = token->kind == MDQ_TOKEN_NUM;
  if (number && adds_decimals(r->pieces, token)) return true;
  bool in_name = number && (continues_name(r) || (r->hyphen && mdq_token_is(segment, i - 2, MDQ_TOKEN_MIX)));
  struct mdq_english_piece *piece =
      push(r, i, token->start, token->end, number ? MDQ_ENGLISH_NUMBER : token->code_point ? MDQ_ENGLISH_MARK : MDQ_ENGLISH_OTHER);
  if (!piece) return false;
  piece->mark = token->code_point;
  piece->in_name = in_name;
  return true;
}

bool mdq_english_read(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_table *words, struct mdq_english_pieces *pieces) {
  *pieces = (struct mdq_english_pieces){ .segment = segment };
  struct reader r = { .arena = arena, .words = words, .pieces = pieces };
  for (size_t i = 0; i < segment->token_count; i++)
    if (!read_token(&r, i)) return false;
  return true;
}
