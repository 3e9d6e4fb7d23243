#include "rules/bilingual/sentences.h"

#include "base/ascii.h"

enum { LONGEST_ABBREVIATION = 8 };

static bool is_abbreviation(const struct mdq_table *abbreviations, struct mdq_span word) {
  char lower[LONGEST_ABBREVIATION];
  if (word.len == 1 || memchr(word.ptr, '.', word.len)) return true; /* J. Smith, U.S. */
  if (word.len > LONGEST_ABBREVIATION) return false;
  for (size_t i = 0; i < word.len; i++) lower[i] = mdq_ascii_lower(word.ptr[i]);
  return mdq_table_get(abbreviations, mdq_span_of(lower, word.len)) != NULL;
}

/* Token i starts a sentence only because a stop behind an abbreviation stands before it: «Mr. Smith», «U.S. troops». */
static bool follows_abbreviation(const struct mdq_segment *segment, const struct mdq_table *abbreviations, size_t i) {
  if (i < 2) return false;
  struct mdq_span before = mdq_token_text(segment, i - 1), word = mdq_token_text(segment, i - 2);
  if (mdq_token_is(segment, i - 1, MDQ_TOKEN_LAT)) return mdq_span_ends(before, MDQ_SPAN_LIT(".")); /* the stop belongs to the word */
  return mdq_token_mark(segment, i - 1, '.') && mdq_token_is(segment, i - 2, MDQ_TOKEN_LAT) && is_abbreviation(abbreviations, word);
}

bool mdq_sentences_of(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_table *abbreviations, struct mdq_sentences *sentences) {
  *sentences = (struct mdq_sentences){ 0 };
  for (size_t i = 0; i < segment->token_count; i++) {
    const struct mdq_token *token = &segment->tokens[i];
    bool starts = token->flags & MDQ_TOKEN_SENTENCE_START && !(abbreviations && follows_abbreviation(segment, abbreviations, i));
    if (i == 0 || starts) {
      struct mdq_span *item = mdq_arena_push(arena, &sentences->items, &sentences->count, &sentences->capacity, sizeof *item);
      if (!item) return false;
      *item = mdq_span_sub(segment->text, token->start, token->end);
    }
    struct mdq_span *last = &sentences->items[sentences->count - 1];
    last->len = (size_t)(segment->text.ptr + token->end - last->ptr);
  }
  return true;
}
