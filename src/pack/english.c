#include "pack/english.h"

#include <ctype.h>

#include "text/utf8.h"

enum { MOST_WORDS = 12, MOST_GAPS = 2, LONGEST_WORD = 40, LONGEST_GAP = 3 };

static bool in_word(uint32_t c) {
  return c < 0x80 ? isalnum((int)c) : c >= 0xC0 && (c < 0x2000 || c > 0x206F);
}

bool mdq_english_has(struct mdq_span text, struct mdq_span phrase) {
  for (size_t from = 0; phrase.len && from + phrase.len <= text.len; from++) {
    const char *at = memmem(text.ptr + from, text.len - from, phrase.ptr, phrase.len);
    if (!at) return false;
    from = (size_t)(at - text.ptr);
    size_t end = from + phrase.len;
    bool starts = !in_word(mdq_utf8_before(text, from)) || !in_word(mdq_utf8_at(phrase, 0));
    bool ends = !in_word(mdq_utf8_at(text, end)) || !in_word(mdq_utf8_before(phrase, phrase.len));
    if (starts && ends) return true;
  }
  return false;
}

struct word {
  char letters[LONGEST_WORD]; /* lower case; what is longer is cut */
  size_t len;
};

static void skip_possessive(struct mdq_span text, size_t *at) {
  struct mdq_span rest = mdq_span_sub(text, *at, text.len);
  if (mdq_span_starts(rest, MDQ_SPAN_LIT("'s"))) *at += 2;
  else if (mdq_span_starts(rest, MDQ_SPAN_LIT("’s"))) *at += sizeof "’s" - 1;
}

/* The next word from *at on, in lower case and without a possessive; articles are passed over. False at the end. */
static bool next_word(struct mdq_span text, size_t *at, struct word *word) {
  for (;;) {
    while (*at < text.len && !in_word(mdq_utf8_at(text, *at))) mdq_utf8_next(text, at);
    if (*at == text.len) return false;
    for (word->len = 0; *at < text.len && in_word(mdq_utf8_at(text, *at));) {
      size_t start = *at;
      for (mdq_utf8_next(text, at); start < *at; start++)
        if (word->len < LONGEST_WORD) word->letters[word->len++] = (char)tolower((unsigned char)text.ptr[start]);
    }
    skip_possessive(text, at);
    struct mdq_span read = mdq_span_of(word->letters, word->len);
    if (!mdq_span_is(read, "a") && !mdq_span_is(read, "an") && !mdq_span_is(read, "the")) return true;
  }
}

static bool is_base_and(struct mdq_span base, size_t cut, const char *ending, struct mdq_span form) {
  size_t kept = base.len - cut, more = strlen(ending);
  return base.len > cut && form.len == kept + more && memcmp(base.ptr, form.ptr, kept) == 0 && memcmp(form.ptr + kept, ending, more) == 0;
}

/* True if form is base with a regular ending. */
static bool inflects(struct mdq_span base, struct mdq_span form) {
  static const char *const endings[] = { "s", "es", "d", "ed", "ing" };
  static const char *const for_y[] = { "ies", "ied" };
  static const char *const doubling[] = { "ed", "ing" };
  if (base.len < 2) return false;
  char last = base.ptr[base.len - 1];
  for (size_t i = 0; i < 5; i++)
    if (is_base_and(base, 0, endings[i], form)) return true;
  for (size_t i = 0; i < 2; i++) {
    if (last == 'y' && is_base_and(base, 1, for_y[i], form)) return true;
    bool doubled = form.len > base.len && form.ptr[base.len] == last && memcmp(base.ptr, form.ptr, base.len) == 0;
    if (doubled && mdq_span_is(mdq_span_sub(form, base.len + 1, form.len), doubling[i])) return true;
  }
  return last == 'e' && is_base_and(base, 1, "ing", form);
}

static bool same_word(const struct word *a, const struct word *b) {
  struct mdq_span x = mdq_span_of(a->letters, a->len), y = mdq_span_of(b->letters, b->len);
  return mdq_span_eq(x, y) || inflects(x, y) || inflects(y, x);
}

struct expression {
  struct word words[MOST_WORDS];
  bool gap[MOST_WORDS]; /* before the word */
  size_t count;
};

/* The words from number `from` on stand at `at`. */
static bool stands_at(struct mdq_span text, size_t at, const struct expression *expression, size_t from) {
  struct word word;
  if (from == expression->count) return true;
  for (size_t passed = 0; passed <= (expression->gap[from] ? LONGEST_GAP : 0) && next_word(text, &at, &word); passed++)
    if (same_word(&expression->words[from], &word) && stands_at(text, at, expression, from + 1)) return true;
  return false;
}

static bool has_words(struct mdq_span text, const struct expression *expression) {
  struct word word;
  for (size_t at = 0; expression->count && next_word(text, &at, &word);)
    if (same_word(&expression->words[0], &word) && stands_at(text, at, expression, 1)) return true;
  return false;
}

/* Between the word that ends at `from` and the one that ends at `end` there is a gap; articles may stand there too. */
static bool holds_gap(struct mdq_span text, size_t from, size_t end) {
  struct mdq_span between = mdq_span_sub(text, from, end);
  return memmem(between.ptr, between.len, "...", 3) || memmem(between.ptr, between.len, "…", strlen("…"));
}

/* False if it is longer than what can be sought. */
static bool read_expression(struct mdq_span alternative, struct expression *expression) {
  struct word word;
  size_t gaps = 0;
  *expression = (struct expression){ .count = 0 };
  for (size_t at = 0, before = 0; next_word(alternative, &at, &word); before = at) {
    if (expression->count == MOST_WORDS) return false;
    bool gap = expression->count && holds_gap(alternative, before, at);
    if (gap && ++gaps > MOST_GAPS) return false;
    expression->gap[expression->count] = gap;
    expression->words[expression->count++] = word;
  }
  return true;
}

static bool separates(struct mdq_span english, size_t i) {
  char c = english.ptr[i];
  if (c == ',' || c == ';' || c == '(' || c == ')') return true;
  bool in_number = i && i + 1 < english.len && isdigit((unsigned char)english.ptr[i - 1]) && isdigit((unsigned char)english.ptr[i + 1]);
  return c == '/' && !in_number;
}

/* The next alternative from *at on, remarks aside; false at the end. */
static bool next_alternative(struct mdq_span english, size_t *at, size_t *depth, struct mdq_span *alternative) {
  while (*at <= english.len) {
    size_t from = *at, end = from;
    while (end < english.len && !separates(english, end)) end++;
    bool remark = *depth > 0;
    if (end < english.len && english.ptr[end] == '(') ++*depth;
    if (end < english.len && english.ptr[end] == ')' && *depth) --*depth;
    *at = end + 1;
    *alternative = mdq_span_sub(english, from, end);
    if (!remark) return true;
  }
  return false;
}

bool mdq_english_has_expression(struct mdq_span text, struct mdq_span english) {
  size_t at = 0, depth = 0;
  struct expression expression;
  for (struct mdq_span alternative; next_alternative(english, &at, &depth, &alternative);)
    if (read_expression(alternative, &expression) && has_words(text, &expression)) return true;
  return false;
}

bool mdq_english_can_be_sought(struct mdq_span english) {
  size_t at = 0, depth = 0;
  struct expression expression;
  for (struct mdq_span alternative; next_alternative(english, &at, &depth, &alternative);)
    if (!read_expression(alternative, &expression)) return false;
  return true;
}

bool mdq_english_has_words(struct mdq_span english) {
  size_t at = 0, depth = 0;
  struct expression expression;
  for (struct mdq_span alternative; next_alternative(english, &at, &depth, &alternative);)
    if (read_expression(alternative, &expression) && expression.count) return true;
  return false;
}

struct mdq_span mdq_english_shown(struct mdq_span english) {
  size_t depth = 0;
  for (size_t i = 0; i < english.len; i++) {
    char c = english.ptr[i];
    depth += c == '(';
    depth -= c == ')' && depth;
    if (!depth && (c == ';' || (c == ',' && i + 1 < english.len && english.ptr[i + 1] == ' '))) return mdq_span_sub(english, 0, i);
  }
  return english;
}
