#include "align/anchors.h"

#include "arabic/skeleton.h"
#include "base/ascii.h"
#include "base/map.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { SHORTEST_NAME = 4, LONGEST_WORD = 64 };

/* Latin words and names share the values; which of them a key is, the language of the two texts says. */

static void hold(struct mdq_anchors *anchors, unsigned value) {
  anchors->held[value / 64] |= UINT64_C(1) << value % 64;
}

static void add_key(struct mdq_anchors *anchors, unsigned key) {
  for (size_t i = 0; i < anchors->key_count; i++)
    if (anchors->keys[i] == key) return;
  if (anchors->key_count < MDQ_ANCHOR_KEYS) anchors->keys[anchors->key_count++] = (uint16_t)key;
}

static unsigned word_value(struct mdq_span word) {
  char lower[LONGEST_WORD];
  size_t length = word.len < LONGEST_WORD ? word.len : LONGEST_WORD;
  for (size_t i = 0; i < length; i++) lower[i] = mdq_ascii_lower(word.ptr[i]);
  return (unsigned)(mdq_hash(mdq_span_of(lower, length)) % MDQ_ANCHOR_VALUES);
}

/* Consonants that transliteration confuses are one. */
static unsigned sound(char code) {
  switch (code) {
    case 'B': case 'F': return 0;
    case 'T': case 'D': return 1;
    case 'K': case 'G': case 'H': return 2;
    case 'J': case 'C': case 'X': return 3;
    case 'S': case 'Z': return 4;
    case 'L': return 5;
    case 'M': return 6;
    case 'N': return 7;
    default: return 8;
  }
}

static bool name_value(const struct mdq_skeleton *skeleton, unsigned *value) {
  unsigned count = 0;
  *value = 0;
  for (const char *code = skeleton->codes; *code && count < 3; code++)
    if (*code >= 'A' && *code <= 'Z') *value = *value * 9 + sound(*code), count++;
  return count == 3;
}

/* -- numbers: their figures, whatever the digits and marks -- */

static size_t add_number(struct mdq_span text, size_t at, struct mdq_anchors *anchors) {
  uint64_t hash = 0;
  size_t figures = 0;
  while (at < text.len) {
    size_t next = at;
    uint32_t c = mdq_utf8_next(text, &next);
    int digit = mdq_digit_value(c);
    bool mark = c == '.' || c == ',' || c == 0x066B || c == 0x066C;
    if (digit >= 0) hash = (hash * 31 + (unsigned)digit + 1) * 0x9E3779B97F4A7C15u, figures++;
    else if (!mark || !mdq_is_digit(mdq_utf8_at(text, next))) break;
    at = next;
  }
  if (figures > 1) anchors->numbers |= UINT64_C(1) << (hash >> 58);
  return at;
}

/* -- words -- */

static size_t run_end(struct mdq_span text, size_t at, enum mdq_char_class class, uint32_t *length) {
  while (at < text.len) {
    size_t next = at;
    enum mdq_char_class here = mdq_char_class(mdq_utf8_next(text, &next));
    bool joins = class == MDQ_CHAR_ARABIC && (here == MDQ_CHAR_MARK || here == MDQ_CHAR_TATWEEL);
    if (here != class && !joins) break;
    if (!joins) ++*length;
    at = next;
  }
  return at;
}

static void hold_arabic(struct mdq_span word, struct mdq_anchors *anchors) {
  struct mdq_skeleton skeleton;
  unsigned value;
  mdq_skeleton_arabic(word, &skeleton);
  if (name_value(&skeleton, &value)) hold(anchors, value);
}

/* The word, and what is left of it without one letter that may be a proclitic, and without the article. */
static void hold_arabic_word(struct mdq_span word, struct mdq_anchors *anchors) {
  const struct mdq_span article = MDQ_SPAN_LIT("ال");
  hold_arabic(word, anchors);
  size_t at = 0;
  uint32_t first = mdq_utf8_next(word, &at);
  if (first == 0x0648 || first == 0x0628 || first == 0x0644 || first == 0x0641 || first == 0x0643) {
    word = mdq_span_sub(word, at, word.len);
    hold_arabic(word, anchors);
  }
  if (mdq_span_starts(word, article)) hold_arabic(mdq_span_sub(word, article.len, word.len), anchors);
}

static bool is_capital(struct mdq_span word) {
  return word.ptr[0] >= 'A' && word.ptr[0] <= 'Z';
}

/* Behind it a capital letter says nothing. */
static bool announces_capital(uint32_t c) {
  return c == '.' || c == '?' || c == '!' || c == ':' || c == '"' || c == 0x201C || c == 0x201D;
}

/* The stop at `at` ends a sentence: space or a closing mark follows, and before it stands no initial and no title like Mr or Sen. */
static bool is_full_stop(struct mdq_span text, size_t at, struct mdq_span last_word) {
  uint32_t next = mdq_utf8_at(text, at);
  bool closed = !next || mdq_is_space(next) || mdq_is_quote(next) || mdq_is_closing_bracket(next);
  bool title = last_word.len == 3 && is_capital(last_word);
  return closed && (last_word.len > 2 || !last_word.len) && !title;
}

static bool ends_sentence(struct mdq_span text, size_t at, uint32_t mark, struct mdq_span last_word) {
  if (mark == '.') return is_full_stop(text, at, last_word);
  uint32_t next = mdq_utf8_at(text, at);
  return (mark == '?' || mark == '!' || mark == 0x061F || mark == 0x2026) && next != '?' && next != '!' && next != 0x061F;
}

static void scan(struct mdq_span text, bool english, struct mdq_anchors *anchors) {
  bool fresh = true; /* a capital letter says nothing here */
  struct mdq_span last_word = { NULL, 0 }; /* of length 0 behind a number */
  *anchors = (struct mdq_anchors){ 0 };
  for (size_t at = 0; at < text.len;) {
    size_t start = at;
    uint32_t c = mdq_utf8_next(text, &at);
    enum mdq_char_class class = mdq_char_class(c);
    if (class == MDQ_CHAR_SPACE || class == MDQ_CHAR_MARK || class == MDQ_CHAR_INVISIBLE || class == MDQ_CHAR_TATWEEL) continue;
    if (class == MDQ_CHAR_DIGIT) {
      at = add_number(text, start, anchors);
      last_word.len = 0;
      anchors->length += (uint32_t)mdq_utf8_length(mdq_span_sub(text, start, at));
    } else if (class == MDQ_CHAR_LATIN || class == MDQ_CHAR_ARABIC) {
      uint32_t letters = 0;
      at = run_end(text, start, class, &letters);
      anchors->length += letters;
      struct mdq_span word = last_word = mdq_span_sub(text, start, at);
      struct mdq_skeleton skeleton;
      unsigned value;
      if (class == MDQ_CHAR_ARABIC) {
        if (!english && letters >= SHORTEST_NAME) hold_arabic_word(word, anchors);
      } else if (english) {
        hold(anchors, word_value(word));
        mdq_skeleton_latin(word, &skeleton);
        if (!fresh && letters >= SHORTEST_NAME && is_capital(word) && name_value(&skeleton, &value)) add_key(anchors, value);
      } else {
        if (letters > 1) add_key(anchors, word_value(word));
        mdq_skeleton_latin(word, &skeleton);
        if (name_value(&skeleton, &value)) hold(anchors, value);
      }
    } else {
      anchors->length++;
      anchors->quotes |= c == '"' || c == 0x201C || c == 0x201D || c == 0xAB || c == 0xBB;
      anchors->asks |= c == '?' || c == 0x061F;
      if (anchors->sentences < UINT16_MAX) anchors->sentences = (uint16_t)(anchors->sentences + ends_sentence(text, at, c, last_word));
    }
    fresh = announces_capital(c) || (fresh && class == MDQ_CHAR_PUNCT);
  }
}

void mdq_anchors_english(struct mdq_span text, struct mdq_anchors *anchors) {
  scan(text, true, anchors);
}

void mdq_anchors_arabic(struct mdq_span text, struct mdq_anchors *anchors) {
  scan(text, false, anchors);
}
