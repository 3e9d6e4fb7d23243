#include "text/tokenize.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "text/chars.h"
#include "text/letter_map.h"
#include "text/sentence.h"
#include "text/utf8.h"
#include "text/web_address.h"

enum { QUERIES = 32 };

struct scanner {
  struct mdq_segment *segment;
  struct mdq_tokens *tokens;
  struct mdq_words *words;
  struct mdq_span text;
  size_t at;
  bool spaced;
  unsigned word_traits;
  struct mdq_word_query queries[QUERIES], *next_query; /* words yet to be looked up, for tokens */
  struct mdq_letter_map letters;
};

static uint32_t trait_of(uint32_t c) {
  switch (c) {
    case '"': case 0xAB: case 0xBB: case 0x2039: case 0x203A: return MDQ_TRAIT_QUOTE;
    case '(': case ')': return MDQ_TRAIT_BRACKET;
    case '[': case ']': case '{': case '}': return MDQ_TRAIT_BRACKET | MDQ_TRAIT_ASCII_SYMBOL;
    case '&': case '%': case '<': case '>': case '*': case '\\': case '_': case '~': case '|': case '$':
      return MDQ_TRAIT_ASCII_SYMBOL;
    case 0xFFFD: return MDQ_TRAIT_REPLACEMENT;
    default: break;
  }
  if (c >= 0x2018 && c <= 0x201F) return MDQ_TRAIT_QUOTE;
  if (c >= 0x80 && c <= 0xFF && c != 0xA0 && c != 0xAD && c != 0xB0 && c != 0xD7 && c != 0xF7) return MDQ_TRAIT_LATIN1;
  return 0;
}

static uint32_t digit_trait(uint32_t c) {
  if (c < 0x80) return MDQ_TRAIT_DIGIT_ASCII;
  return c < 0x06F0 ? MDQ_TRAIT_DIGIT_ARABIC_INDIC : MDQ_TRAIT_DIGIT_PERSIAN;
}

static uint32_t invisible_trait(uint32_t c) {
  if (mdq_is_bidi_control(c)) return MDQ_TRAIT_BIDI_CONTROL;
  return mdq_is_bidi_mark(c) ? 0 : MDQ_TRAIT_INVISIBLE;
}

static uint32_t traits_of_words(unsigned word_traits) {
  uint32_t traits = 0;
  if (word_traits & MDQ_WORD_TATWEEL) traits |= MDQ_TRAIT_TATWEEL;
  if (word_traits & MDQ_WORD_PRESENTATION_FORM) traits |= MDQ_TRAIT_PRESENTATION_FORM;
  if (word_traits & MDQ_WORD_FOREIGN_LETTER) traits |= MDQ_TRAIT_FOREIGN_LETTER;
  return traits;
}

static bool look_words_up(struct scanner *s) {
  size_t count = (size_t)(s->next_query - s->queries);
  s->next_query = s->queries;
  return mdq_words_get_many(s->words, s->queries, count, &s->word_traits);
}

/* Words are looked up first, as that writes into their tokens, which move. */
static bool grow(struct scanner *s) {
  struct mdq_tokens *tokens = s->tokens;
  size_t grown = tokens->capacity ? tokens->capacity * 2 : 256;
  struct mdq_token *items = look_words_up(s) ? realloc(tokens->items, grown * sizeof *items) : NULL;
  if (!items) return false;
  tokens->items = items;
  tokens->capacity = grown;
  return true;
}

static bool grow_marks(struct mdq_tokens *tokens) {
  size_t grown = tokens->mark_capacity ? tokens->mark_capacity * 2 : 64;
  uint32_t *marks = realloc(tokens->marks, grown * sizeof *marks);
  if (!marks) return false;
  tokens->marks = marks;
  tokens->mark_capacity = grown;
  return true;
}

static inline struct mdq_token *push_spaced(struct scanner *s, size_t start, size_t end, enum mdq_token_kind kind, bool spaced) {
  struct mdq_tokens *tokens = s->tokens;
  if (tokens->count == tokens->capacity && !grow(s)) return NULL;
  uint16_t flags = spaced || !tokens->count ? MDQ_TOKEN_SPACED : 0;
  struct mdq_token *token = &tokens->items[tokens->count++];
  token->start = (uint32_t)start; /* field by field, as a whole would be cleared first */
  token->end = (uint32_t)end;
  token->kind = (uint16_t)kind;
  token->flags = flags;
  token->code_point = 0;
  token->word = NULL;
  return token;
}

static inline struct mdq_token *push(struct scanner *s, size_t start, size_t end, enum mdq_token_kind kind) {
  bool spaced = s->spaced;
  s->spaced = false;
  s->segment->kinds |= kind;
  s->at = end;
  return push_spaced(s, start, end, kind, spaced);
}

static bool push_mark(struct scanner *s, size_t start, size_t end, uint32_t code_point) {
  struct mdq_token *token = push(s, start, end, MDQ_TOKEN_PUNCT);
  if (!token) return false;
  token->code_point = code_point;
  struct mdq_tokens *tokens = s->tokens;
  if (tokens->mark_count == tokens->mark_capacity && !grow_marks(tokens)) return false;
  tokens->marks[tokens->mark_count++] = (uint32_t)(token - tokens->items);
  return true;
}

static enum mdq_char_class class_at(const struct scanner *s, size_t at) {
  return at < s->text.len ? mdq_char_class(mdq_utf8_at(s->text, at)) : MDQ_CHAR_SPACE;
}

static bool is_word_class(enum mdq_char_class class) {
  return class == MDQ_CHAR_ARABIC || class == MDQ_CHAR_MARK || class == MDQ_CHAR_TATWEEL;
}

/* Controls and line separators are faults of the text and end a word: no word, and no fix made of one, holds them. */
static bool joins_letters(uint32_t c) {
  return c >= 0xA0 && c != 0x2028 && c != 0x2029 && !mdq_is_bidi_control(c) && mdq_char_class(c) == MDQ_CHAR_INVISIBLE;
}

/* The end of the run of Arabic letters from `at`; invisible characters belong to it if letters follow them. */
static size_t arabic_end(struct scanner *s, size_t at) {
  while (at < s->text.len) {
    size_t next = at;
    uint32_t c = mdq_utf8_next(s->text, &next);
    enum mdq_char_class class = mdq_char_class(c);
    if (joins_letters(c)) {
      size_t behind = next;
      while (behind < s->text.len && joins_letters(mdq_utf8_at(s->text, behind))) mdq_utf8_next(s->text, &behind);
      if (class_at(s, behind) != MDQ_CHAR_ARABIC) break;
      s->segment->traits |= invisible_trait(c);
      next = behind;
    } else if (!is_word_class(class)) {
      break;
    }
    at = next;
  }
  return at;
}

/* U.S. and Ph.D., but not «report.The»: a stop after one or two letters. */
static bool is_abbreviating_stop(const struct scanner *s, size_t start, size_t stop) {
  size_t from = stop;
  while (from > start && s->text.ptr[from - 1] != '.' && stop - from < 3) from--;
  return stop - from <= 2;
}

/* The end of a Latin run from `at`, with digits and the joiners that belong to names and abbreviations. */
static size_t latin_end(const struct scanner *s, size_t at) {
  size_t start = at;
  while (at < s->text.len) {
    size_t next = at;
    uint32_t c = mdq_utf8_next(s->text, &next);
    enum mdq_char_class class = mdq_char_class(c);
    if (class != MDQ_CHAR_LATIN && class != MDQ_CHAR_MARK && !(class == MDQ_CHAR_DIGIT && c < 0x80)) {
      enum mdq_char_class behind = class_at(s, next);
      bool letter_behind = behind == MDQ_CHAR_LATIN;
      bool joins = ((c == '\'' || c == 0x2019 || c == '&') && letter_behind) ||
                   (c == '-' && (letter_behind || (behind == MDQ_CHAR_DIGIT && mdq_utf8_at(s->text, next) < 0x80)));
      if (c == '.') joins = letter_behind && is_abbreviating_stop(s, start, at);
      if (!joins) break;
    }
    at = next;
  }
  return at;
}

static bool is_separator_in_number(uint32_t c) {
  return c == '.' || c == ',' || c == ':' || c == '/' || c == 0x066B || c == 0x066C;
}

/* Nearly every number is digits of ASCII alone. */
static size_t ascii_digits_end(struct mdq_span text, size_t at) {
  while (at < text.len && mdq_ascii_digit(text.ptr[at])) at++;
  return at;
}

/* The end of the number of which digits have been passed up to `at`, or that begins there. */
static size_t number_end(struct scanner *s, size_t at) {
  while (at < s->text.len) {
    size_t next = at;
    uint32_t c = mdq_utf8_next(s->text, &next);
    if (mdq_is_digit(c)) s->segment->traits |= digit_trait(c);
    else if (!is_separator_in_number(c) || class_at(s, next) != MDQ_CHAR_DIGIT) break;
    at = next;
  }
  return at;
}

static size_t run_end(const struct scanner *s, size_t at, enum mdq_char_class class) {
  while (at < s->text.len) {
    size_t next = at;
    uint32_t c = mdq_utf8_next(s->text, &next);
    enum mdq_char_class here = mdq_char_class(c);
    bool joiner = c == 0x200D || c == 0xFE0F || here == MDQ_CHAR_MARK;
    if (here != class && !joiner) break;
    at = next;
  }
  return at;
}

/* A token that is a word, to be looked up together with others. */
static inline __attribute__((always_inline)) bool push_word(struct scanner *s, size_t start, size_t end, bool spaced) {
  struct mdq_token *token = push_spaced(s, start, end, MDQ_TOKEN_AR, spaced);
  if (!token) return false;
  struct mdq_span raw = mdq_span_sub(s->text, start, end);
  struct mdq_word_tail tail = end < MDQ_WORD_TAIL ? mdq_word_tail_alone(raw) : mdq_word_tail_at(raw.ptr + raw.len, raw.len);
  mdq_words_ask(s->words, s->next_query++, raw, tail, &token->word);
  return s->next_query < s->queries + QUERIES || look_words_up(s);
}

static bool scan_arabic(struct scanner *s) {
  size_t start = s->at, end = mdq_plain_letters_end(s->text, start);
  if (end < s->text.len && (unsigned char)s->text.ptr[end] >= 0x80) end = arabic_end(s, end);
  if (class_at(s, end) == MDQ_CHAR_LATIN) { /* الـAI */
    s->segment->traits |= MDQ_TRAIT_LATIN;
    while (end < s->text.len) {
      enum mdq_char_class class = class_at(s, end);
      size_t more = class == MDQ_CHAR_LATIN ? latin_end(s, end) : is_word_class(class) ? arabic_end(s, end) : end;
      if (more == end) break;
      end = more;
    }
    return push(s, start, end, MDQ_TOKEN_MIX) != NULL;
  }
  bool spaced = s->spaced;
  s->at = end;
  s->spaced = false;
  s->segment->kinds |= MDQ_TOKEN_AR;
  return push_word(s, start, end, spaced);
}

/* Nothing that would belong to the word stands here. */
static bool ends_word(const struct scanner *s, size_t at) {
  enum mdq_char_class class = class_at(s, at);
  return !is_word_class(class) && class != MDQ_CHAR_LATIN && class != MDQ_CHAR_INVISIBLE;
}

/* Most of news: words of plain letters with single spaces between them. Stops before anything else. */
static bool scan_plain_words(struct scanner *s) {
  const struct mdq_span text = s->text;
  size_t at = s->at;
  bool fine = true;
  while (fine && at < text.len) {
    size_t start = at + (at && text.ptr[at] == ' '), end = mdq_letter_map_end(&s->letters, text, start);
    if (end == start || (end < text.len && text.ptr[end] != ' ' && !ends_word(s, end))) break;
    fine = push_word(s, start, end, s->spaced || start > at);
    s->spaced = false;
    at = end;
  }
  if (at > s->at) s->segment->kinds |= MDQ_TOKEN_AR;
  s->at = at;
  return fine;
}

static bool scan_latin(struct scanner *s) {
  size_t start = s->at;
  s->segment->traits |= MDQ_TRAIT_LATIN;
  enum mdq_token_kind kind;
  size_t end = mdq_web_address_end(s->text, start, &kind);
  if (end > start) return push(s, start, end, kind) != NULL;
  end = latin_end(s, start);
  for (size_t at = start; at < end;) s->segment->traits |= trait_of(mdq_utf8_next(s->text, &at)) & MDQ_TRAIT_LATIN1;
  if (class_at(s, end) != MDQ_CHAR_ARABIC && class_at(s, end) != MDQ_CHAR_TATWEEL) return push(s, start, end, MDQ_TOKEN_LAT) != NULL;
  end = arabic_end(s, end); /* AIال */
  return push(s, start, end, MDQ_TOKEN_MIX) != NULL;
}

static bool scan_number(struct scanner *s) {
  size_t start = s->at, digits = ascii_digits_end(s->text, start), end = number_end(s, digits);
  if (digits > start) s->segment->traits |= MDQ_TRAIT_DIGIT_ASCII;
  struct mdq_token *token = push(s, start, end, MDQ_TOKEN_NUM);
  if (token && end == digits && end - start <= MDQ_PLAIN_DIGITS) token->flags |= MDQ_TOKEN_PLAIN;
  return token != NULL;
}

/* The code point c that ends at `end`. */
static bool scan_mark(struct scanner *s, uint32_t c, size_t end) {
  size_t start = s->at;
  bool opens_tag = (c == '@' || c == '#') && (class_at(s, end) == MDQ_CHAR_ARABIC || class_at(s, end) == MDQ_CHAR_LATIN);
  if (opens_tag) {
    while (end < s->text.len) {
      enum mdq_char_class class = class_at(s, end);
      bool inside = is_word_class(class) || class == MDQ_CHAR_LATIN || class == MDQ_CHAR_DIGIT || s->text.ptr[end] == '_';
      if (!inside) break;
      mdq_utf8_next(s->text, &end);
    }
    return push(s, start, end, MDQ_TOKEN_TAG) != NULL;
  }
  s->segment->traits |= trait_of(c);
  return push_mark(s, start, end, c);
}

static void skip_spaces(struct scanner *s) {
  size_t start = s->at, count = 0;
  s->spaced = true;
  if (start && s->text.ptr[start] == ' ' && start + 1 < s->text.len && class_at(s, start + 1) != MDQ_CHAR_SPACE) {
    s->at++;
    return;
  }
  bool wide = false;
  while (s->at < s->text.len && class_at(s, s->at) == MDQ_CHAR_SPACE) {
    uint32_t c = mdq_utf8_next(s->text, &s->at);
    wide = wide || (c != ' ' && c != '\t');
    count++;
  }
  if (count > 1 || wide || start == 0 || s->at == s->text.len) s->segment->traits |= MDQ_TRAIT_SPACE_RUN;
}

/* A tatweel that touches no letter is a dash (2019ـ2020) or a bullet; a run of them is one token. */
static bool scan_tatweel(struct scanner *s) {
  size_t start = s->at, end = run_end(s, start, MDQ_CHAR_TATWEEL);
  if (class_at(s, end) == MDQ_CHAR_ARABIC) return scan_arabic(s);
  return push_mark(s, start, end, 0x0640);
}

static bool scan_one(struct scanner *s) {
  size_t end = s->at;
  uint32_t c = mdq_utf8_next(s->text, &end);
  switch (mdq_char_class(c)) {
    case MDQ_CHAR_SPACE: skip_spaces(s); return true;
    case MDQ_CHAR_TATWEEL: return scan_tatweel(s);
    case MDQ_CHAR_ARABIC: return scan_arabic(s);
    case MDQ_CHAR_LATIN: return scan_latin(s);
    case MDQ_CHAR_DIGIT: return scan_number(s);
    case MDQ_CHAR_LETTER:
      s->segment->traits |= MDQ_TRAIT_OTHER_SCRIPT;
      return push(s, s->at, run_end(s, s->at, MDQ_CHAR_LETTER), MDQ_TOKEN_OTHER) != NULL;
    case MDQ_CHAR_EMOJI: return push(s, s->at, run_end(s, s->at, MDQ_CHAR_EMOJI), MDQ_TOKEN_EMOJI) != NULL;
    case MDQ_CHAR_INVISIBLE:
      s->segment->traits |= invisible_trait(c);
      s->at = end;
      return true;
    case MDQ_CHAR_MARK: case MDQ_CHAR_PUNCT: case MDQ_CHAR_OTHER: return scan_mark(s, c, end);
  }
  return scan_mark(s, c, end);
}

bool mdq_tokenize(struct mdq_segment *segment, struct mdq_tokens *tokens, struct mdq_words *words) {
  struct scanner s;
  s.segment = segment, s.tokens = tokens, s.words = words, s.text = segment->text;
  s.at = 0, s.spaced = false, s.word_traits = 0, s.next_query = s.queries;
  mdq_letter_map_begin(&s.letters);
  segment->kinds = segment->traits = 0;
  tokens->count = tokens->mark_count = 0;
  while (s.at < s.text.len)
    if (!scan_plain_words(&s) || (s.at < s.text.len && !scan_one(&s))) return false;
  if (!look_words_up(&s)) return false;
  segment->traits |= traits_of_words(s.word_traits);
  segment->tokens = tokens->items;
  segment->token_count = tokens->count;
  segment->marks = tokens->marks;
  segment->mark_count = tokens->mark_count;
  mdq_mark_plain(segment, tokens);
  mdq_mark_sentences(segment, tokens);
  if (segment->traits & MDQ_TRAIT_QUOTE) mdq_mark_quotations(segment, tokens);
  return true;
}

void mdq_tokens_free(struct mdq_tokens *tokens) {
  free(tokens->items);
  free(tokens->marks);
  *tokens = (struct mdq_tokens){ 0 };
}
