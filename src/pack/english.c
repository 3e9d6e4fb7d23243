#include "pack/english.h"

#include "base/ascii.h"
#include "lint/rule.h"
#include "text/utf8.h"

enum { MOST_GAPS = 2, LONGEST_GAP = 3 };

static bool in_word(uint32_t c) {
  return c < 0x80 ? mdq_ascii_alnum((char)c) : c >= 0xC0 && (c < 0x2000 || c > 0x206F);
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

static void skip_possessive(struct mdq_span text, size_t *at) {
  struct mdq_span rest = mdq_span_sub(text, *at, text.len);
  if (mdq_span_starts(rest, MDQ_SPAN_LIT("'s"))) *at += 2;
  else if (mdq_span_starts(rest, MDQ_SPAN_LIT("’s"))) *at += sizeof "’s" - 1;
}

static bool ends_in(const char *word, size_t len, const char *ending, size_t least) {
  size_t more = strlen(ending);
  return len >= least && memcmp(word + len - more, ending, more) == 0;
}

static bool has_vowel(const char *word, size_t len) {
  for (size_t i = 0; i < len; i++)
    if (memchr("aeiouy", word[i], 6)) return true;
  return false;
}

/* The length of a word without an ending; none: its own. */
static size_t without_ending(const char *word, size_t len) {
  if (ends_in(word, len, "ies", 5) || ends_in(word, len, "ied", 5)) return len - 3;
  if (ends_in(word, len, "s", 4) && word[len - 2] != 's') return len - 1;
  if (ends_in(word, len, "ing", 5) && has_vowel(word, len - 3)) return len - 3;
  if (ends_in(word, len, "ed", 4) && has_vowel(word, len - 2)) return len - 2;
  return len;
}

/* Without the last letters in which regular forms differ: rates, rated, rating; cries; planned; classes. */
static size_t stem_length(struct mdq_span word) {
  size_t len = word.len;
  for (size_t rest; (rest = without_ending(word.ptr, len)) < len;) len = rest;
  while (len > 2 && memchr("eiy", word.ptr[len - 1], 3)) len--;
  return len > 2 && word.ptr[len - 1] == word.ptr[len - 2] ? len - 1 : len;
}

static uint32_t stem_of(struct mdq_span word) {
  uint32_t hash = 0;
  for (size_t i = 0, len = stem_length(word); i < len; i++) hash = (hash ^ (unsigned char)word.ptr[i]) * 0x01000193u;
  return hash;
}

static bool is_article(struct mdq_span word) {
  return mdq_span_is(word, "a") || mdq_span_is(word, "an") || mdq_span_is(word, "the");
}

static size_t skip_to_word(struct mdq_span text, size_t at) {
  while (at < text.len && !in_word(mdq_utf8_at(text, at))) mdq_utf8_next(text, &at);
  return at;
}

/* Copies the word at *at in lower case, and cuts it; *at is then behind it and its possessive. */
static struct mdq_span copy_word(struct mdq_span text, size_t *at, char *letters) {
  size_t len = 0;
  while (*at < text.len && in_word(mdq_utf8_at(text, *at))) {
    size_t start = *at;
    for (mdq_utf8_next(text, at); start < *at; start++)
      if (len < MDQ_ENGLISH_LETTERS) letters[len++] = mdq_ascii_lower(text.ptr[start]);
  }
  skip_possessive(text, at);
  return mdq_span_of(letters, len);
}

/* The next word from *at on, with room for its letters; articles are passed over. False at the end. */
static bool next_word(struct mdq_span text, const struct mdq_table *forms, size_t *at, char *letters, struct mdq_english_word *word) {
  do {
    *at = skip_to_word(text, *at);
    if (*at == text.len) return false;
    word->text = copy_word(text, at, letters);
  } while (is_article(word->text));
  const struct mdq_row *row = forms ? mdq_table_get(forms, word->text) : NULL;
  word->base = row ? row->column[1] : word->text;
  word->stem = stem_of(word->text);
  word->base_stem = row ? stem_of(word->base) : word->stem;
  return true;
}

struct mdq_english_text mdq_english_split(struct mdq_arena *arena, struct mdq_span source, const struct mdq_table *forms) {
  struct mdq_english_text text = { .words = NULL };
  size_t capacity = 0, used = 0;
  char *letters = mdq_arena_alloc(arena, source.len + MDQ_ENGLISH_LETTERS); /* a word is no longer than in the source */
  struct mdq_english_word word;
  for (size_t at = 0; letters && next_word(source, forms, &at, letters + used, &word); used += word.text.len) {
    struct mdq_english_word *place = mdq_arena_push(arena, &text.words, &text.count, &capacity, sizeof *place);
    if (!place) break;
    *place = word;
  }
  return text;
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

static bool is_same(struct mdq_span x, struct mdq_span y) {
  return mdq_span_eq(x, y) || inflects(x, y) || inflects(y, x);
}

static bool is_one_of(struct mdq_span word, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (mdq_span_is(word, words[i])) return true;
  return false;
}

static bool stands_for(struct mdq_span wanted, struct mdq_span word) {
  static const char *const possessives[] = { "my", "your", "his", "her", "its", "our", "their" };
  static const char *const reflexives[] = { "myself", "yourself", "himself", "herself", "itself", "ourselves", "yourselves", "themselves" };
  if (mdq_span_is(wanted, "one")) return is_one_of(word, possessives, MDQ_COUNT(possessives));
  return mdq_span_is(wanted, "oneself") && is_one_of(word, reflexives, MDQ_COUNT(reflexives));
}

static bool same_word(const struct mdq_english_word *wanted, const struct mdq_english_word *word) {
  if (wanted->stem == word->stem && is_same(wanted->text, word->text)) return true;
  if (wanted->base_stem == word->base_stem && is_same(wanted->base, word->base)) return true;
  return mdq_span_starts(wanted->text, MDQ_SPAN_LIT("one")) && stands_for(wanted->text, word->text);
}

/* The words from number `from` on stand at word `at`. */
static bool stands_at(const struct mdq_english_text *text, size_t at, const struct mdq_english_expression *expression, size_t from) {
  if (from == expression->count) return true;
  size_t last = at + (expression->gap[from] ? LONGEST_GAP : 0);
  for (; at <= last && at < text->count; at++)
    if (same_word(&expression->words[from], &text->words[at]) && stands_at(text, at + 1, expression, from + 1)) return true;
  return false;
}

bool mdq_english_has_expression(const struct mdq_english_text *text, const struct mdq_english_expression *expression) {
  for (size_t at = 0; expression->count && at < text->count; at++)
    if (same_word(&expression->words[0], &text->words[at]) && stands_at(text, at + 1, expression, 1)) return true;
  return false;
}

static bool has_gaps(struct mdq_span text) {
  return memmem(text.ptr, text.len, "..", 2) || memmem(text.ptr, text.len, "…", strlen("…"));
}

/* Between the word that ends at `from` and the one that ends at `end` there is a gap; articles may stand there too. */
static bool holds_gap(struct mdq_span text, size_t from, size_t end) {
  struct mdq_span between = mdq_span_sub(text, from, end);
  return memmem(between.ptr, between.len, "...", 3) || memmem(between.ptr, between.len, "…", strlen("…"));
}

/* False if it is longer than what can be sought. */
static bool read_expression(struct mdq_span alternative, const struct mdq_table *forms, struct mdq_english_expression *expression) {
  struct mdq_english_word word;
  char letters[MDQ_ENGLISH_LETTERS];
  size_t gaps = 0;
  bool gapped = has_gaps(alternative);
  expression->count = 0;
  for (size_t at = 0, before = 0; next_word(alternative, forms, &at, letters, &word); before = at) {
    if (expression->count == MDQ_ENGLISH_WORDS) return false;
    bool gap = gapped && expression->count && holds_gap(alternative, before, at);
    if (gap && ++gaps > MOST_GAPS) return false;
    char *own = memcpy(expression->letters[expression->count], letters, word.text.len);
    if (word.base.ptr == word.text.ptr) word.base.ptr = own;
    word.text.ptr = own;
    expression->gap[expression->count] = gap;
    expression->words[expression->count++] = word;
  }
  return true;
}

static bool separates(struct mdq_span english, size_t i) {
  char c = english.ptr[i];
  if (c == ',' || c == ';' || c == '(' || c == ')') return true;
  bool in_number = i && i + 1 < english.len && mdq_ascii_digit(english.ptr[i - 1]) && mdq_ascii_digit(english.ptr[i + 1]);
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

bool mdq_english_next_alternative(struct mdq_span english, const struct mdq_table *forms, size_t *at, size_t *depth,
                                  struct mdq_english_expression *expression) {
  struct mdq_span alternative;
  if (!next_alternative(english, at, depth, &alternative)) return false;
  if (!read_expression(alternative, forms, expression)) expression->count = 0;
  return true;
}

bool mdq_english_has_any(const struct mdq_english_text *text, struct mdq_span english, const struct mdq_table *forms) {
  struct mdq_english_expression expression;
  for (size_t at = 0, depth = 0; mdq_english_next_alternative(english, forms, &at, &depth, &expression);)
    if (mdq_english_has_expression(text, &expression)) return true;
  return false;
}

bool mdq_english_can_be_sought(struct mdq_span english) {
  size_t at = 0, depth = 0;
  struct mdq_english_expression expression;
  for (struct mdq_span alternative; next_alternative(english, &at, &depth, &alternative);)
    if (!read_expression(alternative, NULL, &expression)) return false;
  return true;
}

bool mdq_english_has_words(struct mdq_span english) {
  struct mdq_english_expression expression;
  for (size_t at = 0, depth = 0; mdq_english_next_alternative(english, NULL, &at, &depth, &expression);)
    if (expression.count) return true;
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
