/* The letters of Arabic news, numbered for automata, and the automaton of a list of words. */
#ifndef MDQ_LEXICON_ALPHABET_H
#define MDQ_LEXICON_ALPHABET_H

#include "base/buf.h"
#include "lexicon/automaton.h"

enum { MDQ_LONGEST_WORD = 120 /* bytes; no Arabic word has 60 letters */ };

struct mdq_alphabet {
  uint8_t code[MDQ_ALPHABET_SIZE]; /* by code point less MDQ_ALPHABET_FIRST */
  uint16_t letter[64];             /* the code point of each code */
};

/* In the order of the code points, so that words sorted bytewise are sorted by code. */
void mdq_alphabet_fill(struct mdq_alphabet *alphabet);

/* The codes of a word; false if it has a letter of no code or is too long. */
bool mdq_alphabet_codes(const struct mdq_alphabet *alphabet, struct mdq_span word, uint8_t codes[MDQ_LONGEST_WORD], size_t *count);

/* Appends the automaton of words that come sorted bytewise; those with other letters are left out. False without memory, or if the automaton would be too large. */
bool mdq_alphabet_automaton(const struct mdq_alphabet *alphabet, const struct mdq_span *words, size_t count, struct mdq_buf *automaton, uint32_t *root);

#endif
