#include "text/sentence.h"

#include "text/chars.h"

static bool ends_sentence(const struct mdq_segment *segment, size_t i) {
  uint32_t c = segment->tokens[i].code_point;
  if (c == 0x061F || c == '!' || c == '?' || c == 0x2026) return true;
  if (c != '.') return false;
  bool abbreviation = mdq_token_is(segment, i - 1, MDQ_TOKEN_AR) && mdq_token_glued(segment, i) &&
                      segment->tokens[i - 1].word->letters < 2;
  return !abbreviation;
}

static bool closes(uint32_t c) {
  return mdq_is_quote(c) || mdq_is_closing_bracket(c);
}

/* Marks the token from i on that begins a sentence, if one does; the first token that is not looked at. */
static size_t mark_start(const struct mdq_segment *segment, struct mdq_token *tokens, size_t i) {
  for (; i < segment->token_count; i++) {
    struct mdq_token *token = &tokens[i];
    if (token->kind == MDQ_TOKEN_PUNCT && i && ends_sentence(segment, i)) continue;
    if (i == 0 || token->flags & MDQ_TOKEN_SPACED) {
      token->flags |= MDQ_TOKEN_SENTENCE_START;
      return i + 1;
    }
    if (!closes(token->code_point)) return i + 1; /* 3.5, example.org, .NET */
  }
  return i;
}

void mdq_mark_sentences(const struct mdq_segment *segment, struct mdq_tokens *tokens) {
  size_t next = mark_start(segment, tokens->items, 0);
  for (size_t m = 0; m < tokens->mark_count; m++)
    if (tokens->marks[m] >= next && ends_sentence(segment, tokens->marks[m])) next = mark_start(segment, tokens->items, tokens->marks[m] + 1);
}

void mdq_mark_plain(const struct mdq_segment *segment, struct mdq_tokens *tokens) {
  for (size_t m = 0; m < tokens->mark_count; m++) {
    const size_t i = tokens->marks[m];
    struct mdq_token *mark = &tokens->items[i];
    if ((mark->code_point != '.' && mark->code_point != 0x060C) || !i || (mark->flags & MDQ_TOKEN_SPACED) || mark[-1].kind == MDQ_TOKEN_PUNCT) continue;
    if (i + 1 == segment->token_count || ((mark[1].flags & MDQ_TOKEN_SPACED) && mark[1].kind != MDQ_TOKEN_PUNCT)) mark->flags |= MDQ_TOKEN_PLAIN;
  }
}

static bool is_mark_behind_quotation(const struct mdq_segment *segment, size_t i) {
  uint32_t c = i < segment->token_count ? segment->tokens[i].code_point : 0;
  if (c == '.' && mdq_token_mark(segment, i + 1, '.')) return false; /* an ellipsis opens the quotation */
  return c == 0x060C || c == 0x061B || c == 0x061F || c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
         mdq_is_closing_bracket(c);
}

enum mdq_quote_side mdq_quote_side(const struct mdq_segment *segment, size_t i) {
  const struct mdq_token *token = &segment->tokens[i];
  if (token->code_point == 0xAB) return MDQ_QUOTE_OPENS;
  if (token->code_point == 0xBB) return MDQ_QUOTE_CLOSES;
  bool space_before = (token->flags & MDQ_TOKEN_SPACED) != 0;
  bool last = i + 1 == segment->token_count;
  bool space_after = last || (segment->tokens[i + 1].flags & MDQ_TOKEN_SPACED);
  if (!space_before && space_after) return MDQ_QUOTE_CLOSES;
  if (space_before && space_after) return MDQ_QUOTE_UNDECIDED;
  if (is_mark_behind_quotation(segment, i + 1)) return MDQ_QUOTE_CLOSES; /* «نعم»، قال, and «نعم !».  */
  if (space_before) return MDQ_QUOTE_OPENS;
  if (mdq_token_is(segment, i - 1, MDQ_TOKEN_PUNCT) && mdq_is_opening_bracket(segment->tokens[i - 1].code_point))
    return MDQ_QUOTE_OPENS;
  return MDQ_QUOTE_UNDECIDED;
}

void mdq_mark_quotations(const struct mdq_segment *segment, struct mdq_tokens *tokens) {
  size_t open = segment->token_count; /* none */
  for (size_t m = 0; m < tokens->mark_count; m++) {
    size_t i = tokens->marks[m];
    uint32_t c = tokens->items[i].code_point;
    if (!mdq_is_quote(c) || c == 0x2018 || c == 0x2019) continue; /* single marks are apostrophes as often as not */
    enum mdq_quote_side side = mdq_quote_side(segment, i);
    if (side == MDQ_QUOTE_UNDECIDED) side = open < i ? MDQ_QUOTE_CLOSES : MDQ_QUOTE_OPENS;
    if (side == MDQ_QUOTE_OPENS) {
      open = i;
    } else if (open < i) {
      for (size_t k = open + 1; k < i; k++) tokens->items[k].flags |= MDQ_TOKEN_QUOTED;
      open = segment->token_count;
    }
  }
}
