/* Source terms in English text. */
#include "base/ascii.h"
#include "glossary/reader.h"
#include "text/utf8.h"

enum { LONGEST_WORD = 64 };

static bool in_word(uint32_t c) {
  return c < 0x80 ? mdq_ascii_alnum((char)c) : c >= 0xC0 && (c < 0x2000 || c > 0x206F);
}

static bool is_apostrophe(uint32_t c) {
  return c == '\'' || c == 0x2019;
}

struct word {
  size_t start, end; /* a possessive is not part of it ... */
  size_t behind;     /* ... but of what is passed over */
};

static bool next_word(struct mdq_span text, size_t at, struct word *word) {
  while (at < text.len && !in_word(mdq_utf8_at(text, at))) mdq_utf8_next(text, &at);
  word->start = at;
  while (at < text.len && in_word(mdq_utf8_at(text, at))) mdq_utf8_next(text, &at);
  word->end = word->behind = at;
  size_t behind = at;
  if (at < text.len && is_apostrophe(mdq_utf8_next(text, &behind)) && behind < text.len && (text.ptr[behind] | 0x20) == 's' &&
      !in_word(mdq_utf8_at(text, behind + 1)))
    word->behind = behind + 1;
  return word->end > word->start;
}

/* Between the words of one term there is a space, or the marks of names: AT&T, S&P 500, follow-up. */
static bool joins(struct mdq_span between) {
  for (size_t i = 0; i < between.len; i++)
    if (!memchr(" -&./'", between.ptr[i], 6)) return false;
  return between.len <= 3;
}

/* NULL, or why the text is no term. */
static const char *split(struct mdq_span text, struct mdq_source_term *term) {
  struct word word;
  for (size_t at = 0; next_word(text, at, &word); at = word.behind) {
    if (term->word_count == MDQ_TERM_WORDS) return "the term has more than eight words";
    if (word.end - word.start > LONGEST_WORD) return "a word of the term has more than 64 bytes";
    term->words[term->word_count++] = mdq_span_sub(text, word.start, word.end);
  }
  return term->word_count ? NULL : "the term has neither a letter nor a digit";
}

const char *mdq_glossary_misfit(struct mdq_span text) {
  struct mdq_source_term term = { 0 };
  return split(text, &term);
}

static struct mdq_span folded(struct mdq_span word, char key[LONGEST_WORD]) {
  for (size_t i = 0; i < word.len; i++) key[i] = mdq_ascii_lower(word.ptr[i]);
  return mdq_span_of(key, word.len);
}

bool mdq_glossary_index_source(struct mdq_glossary *glossary, struct mdq_span text, uint32_t entry) {
  char key[LONGEST_WORD];
  struct mdq_source_term *term = mdq_arena_alloc(&glossary->arena, sizeof *term);
  if (!term || split(text, term)) return false;
  struct mdq_span first = mdq_arena_copy(&glossary->arena, folded(term->words[0], key));
  term->entry = entry;
  term->next = mdq_map_get(&glossary->sources, first);
  return !glossary->arena.failed && mdq_map_put(&glossary->sources, first, term);
}

/* -- finding -- */

static bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/* Written with capitals only, the word is that word only so: US is not us. With one at its start, it has one in the text. */
static bool same_case(struct mdq_span term, struct mdq_span word) {
  size_t capitals = 0;
  for (size_t i = 0; i < term.len; i++) capitals += is_capital(term.ptr[i]);
  if (capitals < 2) return !capitals || !is_capital(term.ptr[0]) || is_capital(word.ptr[0]);
  return memcmp(term.ptr, word.ptr, term.len < word.len ? term.len : word.len) == 0 || capitals < term.len;
}

/* The word is that of the term, or its plural: chip, chips; box, boxes; company, companies. */
static bool is_form(struct mdq_span term, struct mdq_span word) {
  size_t same = term.len < word.len ? term.len : word.len;
  if (word.len < term.len || !same_case(term, word)) return false;
  if (mdq_ascii_same(term.ptr, word.ptr, same)) {
    struct mdq_span rest = mdq_span_sub(word, same, word.len);
    return !rest.len || mdq_span_is(rest, "s") || mdq_span_is(rest, "S") || mdq_span_is(rest, "es");
  }
  if (term.len < 2 || (term.ptr[term.len - 1] | 0x20) != 'y' || !mdq_ascii_same(term.ptr, word.ptr, term.len - 1)) return false;
  return mdq_span_is(mdq_span_sub(word, term.len - 1, word.len), "ies");
}

static bool stands_at(const struct mdq_source_term *term, struct mdq_span text, struct word word, size_t *end) {
  for (size_t w = 0; w < term->word_count; w++) {
    if (w) {
      size_t before = word.behind;
      if (!next_word(text, before, &word) || !joins(mdq_span_sub(text, before, word.start))) return false;
    }
    if (!is_form(term->words[w], mdq_span_sub(text, word.start, word.end))) return false;
  }
  *end = word.end;
  return true;
}

static void try_key(const struct mdq_glossary *glossary, struct mdq_span key, struct mdq_span text, struct word word, mdq_source_found *found, void *user) {
  for (const struct mdq_source_term *term = mdq_map_get(&glossary->sources, key); term; term = term->next) {
    size_t end;
    if (stands_at(term, text, word, &end)) found(user, &(struct mdq_source_use){ term->entry, mdq_span_sub(text, word.start, end) });
  }
}

void mdq_glossary_find_sources(const struct mdq_glossary *glossary, struct mdq_span text, mdq_source_found *found, void *user) {
  struct word word;
  char key[LONGEST_WORD + 1];
  for (size_t at = 0; next_word(text, at, &word); at = word.behind) {
    size_t length = word.end - word.start;
    if (length > LONGEST_WORD) continue;
    folded(mdq_span_sub(text, word.start, word.end), key);
    try_key(glossary, mdq_span_of(key, length), text, word, found, user);
    if (length < 3 || key[length - 1] != 's') continue;
    try_key(glossary, mdq_span_of(key, length - 1), text, word, found, user);
    if (key[length - 2] != 'e') continue;
    try_key(glossary, mdq_span_of(key, length - 2), text, word, found, user);
    if (key[length - 3] != 'i') continue;
    key[length - 3] = 'y';
    try_key(glossary, mdq_span_of(key, length - 2), text, word, found, user);
  }
}
