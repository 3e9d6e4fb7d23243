/* The forms of an automaton by number, in the order of their letters; and strings that are near to forms, or to none. */
#ifndef MDQ_TESTS_FORMS_H
#define MDQ_TESTS_FORMS_H

#include "lexicon/automaton.h"

enum { LONGEST_FORM_TEXT = 1024 };

struct form_text {
  size_t len;
  char ptr[LONGEST_FORM_TEXT]; /* NUL-terminated */
};

struct forms {
  const struct mdq_automaton *automaton;
  uint32_t root;
  uint64_t *count; /* of the forms behind each place of the automaton; UINT64_MAX: not known yet */
  uint16_t letters[64]; /* those of the alphabet */
  size_t letter_count;
};

/* False without memory. The automaton is borrowed, and must be acyclic. */
bool forms_open(struct forms *forms, const struct mdq_automaton *automaton, uint32_t root);
void forms_close(struct forms *forms);
uint64_t forms_count(const struct forms *forms);

/* The form with that number, less than the count. */
void forms_at(const struct forms *forms, uint64_t number, struct form_text *text);

/* Numbers that look random, each told by the one before (splitmix64). */
uint64_t next_random(uint64_t *state);

/* The text with a letter put in, left out, put for another, or two that have changed places. */
void mutate(const struct forms *forms, struct form_text *text, uint64_t *random);

/* One to eight letters of the alphabet. */
void random_text(const struct forms *forms, struct form_text *text, uint64_t *random);

static inline struct mdq_span form_span(const struct form_text *text) {
  return mdq_span_of(text->ptr, text->len);
}

#endif
