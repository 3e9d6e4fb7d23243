#include "bilingual/counted.h"

#include "arabic/proclitics.h"

enum { REACH_BEHIND = 4, REACH_BEFORE = 3, MOST_ROWS = 64 }; /* words */

static uint64_t bit_of(const struct mdq_table *table, const struct mdq_row *row) {
  size_t index = row ? (size_t)(row - table->cache) : MOST_ROWS;
  return index < MOST_ROWS ? (uint64_t)1 << index : 0;
}

/* -- English -- */

static bool ends_part(const struct mdq_english_pieces *pieces, size_t i) {
  static const char *const words[] = { "and", "or", "but", "while", "with", "including", "as", "from", "to", "than", NULL };
  const struct mdq_english_piece *p = mdq_english_piece(pieces, i);
  bool number = p->kind == MDQ_ENGLISH_NUMBER || (p->role >= MDQ_ROLE_UNIT && p->role <= MDQ_ROLE_GROUP);
  return p->kind == MDQ_ENGLISH_MARK || number || mdq_english_one_of(pieces, i, words);
}

static uint64_t english_bit(const struct mdq_english_pieces *pieces, const struct mdq_table *table, size_t i) {
  const struct mdq_english_piece *p = mdq_english_piece(pieces, i);
  return p->word.len ? bit_of(table, mdq_table_find(table, 1, p->word)) : 0;
}

/* The piece that starts at byte `at` or behind it. */
static size_t piece_at(const struct mdq_english_pieces *pieces, uint32_t at) {
  size_t low = 0, high = pieces->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (pieces->items[middle].start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

uint64_t mdq_counted_english(const struct mdq_english_pieces *pieces, const struct mdq_table *table, const struct mdq_claim *number) {
  struct mdq_span text = mdq_span_sub(pieces->segment->text, number->start, number->end);
  if (text.len == 2 && text.ptr[0] == 'Q') return bit_of(table, mdq_table_find(table, 1, MDQ_SPAN_LIT("quarter"))); /* "Q3" */
  size_t first = piece_at(pieces, number->start), behind = piece_at(pieces, number->end);
  uint64_t bits = 0;
  for (size_t i = behind; i < pieces->count && i < behind + REACH_BEHIND && !ends_part(pieces, i); i++) bits |= english_bit(pieces, table, i);
  for (size_t i = first; i-- > 0 && i + REACH_BEFORE >= first && !ends_part(pieces, i);) bits |= english_bit(pieces, table, i);
  return bits;
}

/* -- Arabic -- */

/* «لقبها», «ولايته»: a possessive ending, and what it makes of the ending before it. */
static uint64_t bit_without_pronoun(const struct mdq_table *table, struct mdq_span stem) {
  enum { LONGEST = 48 };
  static const char *const endings[] = { "هم", "هن", "ها", "نا", "ه", "ي", NULL };
  char ta[LONGEST];
  for (size_t i = 0; endings[i]; i++) {
    if (!mdq_span_ends(stem, mdq_span_str(endings[i])) || stem.len < strlen(endings[i]) + 4) continue;
    struct mdq_span rest = mdq_span_sub(stem, 0, stem.len - strlen(endings[i]));
    uint64_t bit = bit_of(table, mdq_table_find(table, 2, rest));
    if (bit) return bit;
    if (!mdq_span_ends(rest, MDQ_SPAN_LIT("ت")) || rest.len > LONGEST) continue;
    memcpy(ta, rest.ptr, rest.len);
    memcpy(ta + rest.len - 2, "ه", 2);
    bit = bit_of(table, mdq_table_find(table, 2, mdq_span_of(ta, rest.len)));
    if (bit) return bit;
  }
  return 0;
}

/* *opens: و or ف stands before the word, which opens another part of the sentence. */
static uint64_t arabic_bit(const struct mdq_segment *segment, const struct mdq_table *table, size_t i, bool *opens) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_token_is(segment, i, MDQ_TOKEN_AR) ? mdq_stems(mdq_token_v2(segment, i), stems) : 0;
  uint64_t bit = 0;
  *opens = false;
  for (size_t s = 0; s < count && !bit; s++) {
    bit = bit_of(table, mdq_table_find(table, 2, stems[s].text));
    if (!bit) bit = bit_without_pronoun(table, stems[s].text);
    *opens = bit && stems[s].conjunction;
  }
  return bit;
}

/* Token i is a mark, a word that leads on to something else, or belongs to the number beside this one. */
static bool ends_arabic_part(const struct mdq_segment *segment, size_t i, const struct mdq_claim *other) {
  static const char *const words[] = { "الي", "او", "فيما", "بينما", "بينهم", "مقابل", "وسط", NULL };
  const struct mdq_token *token = &segment->tokens[i];
  if (other && other->start < token->end && token->start < other->end) return true;
  return token->kind != MDQ_TOKEN_AR || mdq_span_is_one_of(mdq_token_v2(segment, i), words);
}

/* «و300 طائرة»: what stands before it is of something else. */
static bool is_joined(const struct mdq_segment *segment, size_t first, const struct mdq_claim *number) {
  if (first < segment->token_count && segment->tokens[first].start < number->start) return true;
  return first && mdq_token_glued(segment, first) && mdq_token_v2_is(segment, first - 1, "و");
}

uint64_t mdq_counted_arabic(const struct mdq_segment *segment, const struct mdq_table *table, const struct mdq_claims *claims, const struct mdq_claim *number) {
  const struct mdq_claim *before = number->order ? &claims->items[number->order - 1] : NULL;
  const struct mdq_claim *after = number->order + 1u < claims->quantities ? &claims->items[number->order + 1] : NULL;
  size_t first = mdq_token_ending_after(segment, number->start), behind = mdq_token_ending_after(segment, number->end);
  uint64_t bits = 0;
  bool opens = false;
  for (size_t i = behind; i < segment->token_count && i < behind + REACH_BEHIND && !ends_arabic_part(segment, i, after); i++) {
    uint64_t bit = arabic_bit(segment, table, i, &opens);
    if (opens) break;
    bits |= bit;
  }
  opens = is_joined(segment, first, number);
  for (size_t i = first; i-- > 0 && i + REACH_BEFORE >= first && !opens && !ends_arabic_part(segment, i, before);) bits |= arabic_bit(segment, table, i, &opens);
  return bits;
}
