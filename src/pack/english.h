/* English phrases in the source text. */
#ifndef MDQ_PACK_ENGLISH_H
#define MDQ_PACK_ENGLISH_H

#include "base/arena.h"
#include "lint/table.h"

enum { MDQ_ENGLISH_WORDS = 12 /* of an expression */, MDQ_ENGLISH_LETTERS = 40 /* of a word; what is longer is cut */ };

/* A word without its possessive, in lower case. Stems are numbers that all regular forms of a word have in common, and seldom another word. */
struct mdq_english_word {
  struct mdq_span text, base; /* the base of an irregular form; else the same */
  uint32_t stem, base_stem;
};

struct mdq_english_text {
  struct mdq_english_word *words; /* without articles */
  size_t count;
};

struct mdq_english_expression {
  struct mdq_english_word words[MDQ_ENGLISH_WORDS];
  bool gap[MDQ_ENGLISH_WORDS]; /* before the word */
  size_t count;
  char letters[MDQ_ENGLISH_WORDS][MDQ_ENGLISH_LETTERS];
};

/* The phrase stands in the text as whole words, letter for letter. */
bool mdq_english_has(struct mdq_span text, struct mdq_span phrase);

/* Reads the words of a text into the arena; `forms` is a table of irregular forms and their bases, or NULL. Without memory the text has no
   words, and the arena says so. */
struct mdq_english_text mdq_english_split(struct mdq_arena *arena, struct mdq_span text, const struct mdq_table *forms);

/* The alternatives that an entry names stand between commas, semicolons or slashes, remarks in parentheses; "..." or "…" is up to three words
   of any kind. Reads the next one; *at and *depth are 0 at first. False at the end. One that is too long to be sought has no words. */
bool mdq_english_next_alternative(struct mdq_span english, const struct mdq_table *forms, size_t *at, size_t *depth,
                                  struct mdq_english_expression *expression);

/* The text has the expression. Case, articles, regular inflection (-s, -ed, -ing, 's) and irregular forms are not told apart; "one's" stands for
   any possessive, "oneself" for any reflexive. */
bool mdq_english_has_expression(const struct mdq_english_text *text, const struct mdq_english_expression *expression);

/* The text has one of the expressions that an entry names. */
bool mdq_english_has_any(const struct mdq_english_text *text, struct mdq_span english, const struct mdq_table *forms);

/* No alternative has more than twelve words, or more than two gaps: such a one would never be found. */
bool mdq_english_can_be_sought(struct mdq_span english);

/* It has an alternative that is not empty. */
bool mdq_english_has_words(struct mdq_span english);

/* What a message shows of it: the first of its alternatives, with its remarks. */
struct mdq_span mdq_english_shown(struct mdq_span english);

#endif
