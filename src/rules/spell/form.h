/* A word as an array of letters, to make candidates from and to ask the lexicon about. */
#ifndef MDQ_RULES_SPELL_FORM_H
#define MDQ_RULES_SPELL_FORM_H

#include "lexicon/lexicon.h"

enum { MDQ_FORM_LETTERS = 40 };

struct mdq_form {
  size_t count;
  uint32_t letter[MDQ_FORM_LETTERS + 1];
};

struct mdq_form_text {
  struct mdq_span span; /* into bytes */
  char bytes[4 * (MDQ_FORM_LETTERS + 1) + 1];
};

/* False if the word is longer than a form. */
bool mdq_form_of(struct mdq_span v1, struct mdq_form *form);

/* The UTF-8 text of letters [from, to); *text must not be moved. */
struct mdq_span mdq_form_slice(const struct mdq_form *form, size_t from, size_t to, struct mdq_form_text *text);
struct mdq_span mdq_form_text(const struct mdq_form *form, struct mdq_form_text *text);

struct mdq_form mdq_form_without(const struct mdq_form *form, size_t at); /* without the letter at `at` */

size_t mdq_form_changed_at(const struct mdq_form *a, const struct mdq_form *b); /* the first letter in which they differ; a's length */

/* How well news attests a form: its counts, and with them a share of the counts of the form without a leading و or ف,
   since any word may take one. The evidence is what edited news has. */
struct mdq_count mdq_form_count(const struct mdq_lexicon *lexicon, const struct mdq_form *form);
unsigned mdq_form_evidence(const struct mdq_lexicon *lexicon, const struct mdq_form *form);
bool mdq_form_accepted(struct mdq_lexicon *lexicon, const struct mdq_form *form); /* by the dictionary */

/* The number of letters before the stem: (و|ف)(ب|ك|ل)(ال|لل), as far as they stand there; a preposition counts
   only before an article. *definite tells whether there is an article. */
size_t mdq_form_stem(const struct mdq_form *form, bool *definite);

/* The corrected form of v1 in the clothes of raw, the written word: where both have the same letters but for
   substitutions and inserted spaces, diacritics and tatweel stay where they were. */
struct mdq_span mdq_form_dress(struct mdq_arena *arena, struct mdq_span raw, struct mdq_span v1, struct mdq_span corrected);

#endif
