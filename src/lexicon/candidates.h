/* What was meant: words a few letters away from one that is none, best first. The forms of the compiled dictionary and
   the words that edited news vouches for are walked together with the word, so that the cost follows what is near it,
   clitics and endings included. Ranked by how likely the slip is (a hamza, a dot, a letter that sounds alike, a neighbour
   on the keyboard, a letter doubled, lost or swapped) and how common the word is in news. */
#ifndef MDQ_LEXICON_CANDIDATES_H
#define MDQ_LEXICON_CANDIDATES_H

#include "base/arena.h"
#include "lexicon/automaton.h"
#include "lexicon/word_counts.h"

enum { MDQ_MOST_CANDIDATES = 5 };

struct mdq_candidates {
  size_t count;
  struct mdq_span text[MDQ_MOST_CANDIDATES]; /* in the arena, best first */
};

enum { MDQ_SLIP_LETTERS = 0x2A + 1 }; /* U+0621 to U+064A, and all others as one */

/* By letter of a word, the codes of an automaton's letters that may stand for it. */
struct mdq_slips {
  uint64_t alike[MDQ_SLIP_LETTERS], beside[MDQ_SLIP_LETTERS]; /* confused with it; its neighbours on the keyboard */
  uint64_t vowels; /* the codes of those */
};
void mdq_slips_learn(struct mdq_slips *slips, const struct mdq_automaton *automaton);

struct mdq_vocabulary { /* a set of forms to look in */
  const struct mdq_automaton *automaton;
  uint32_t root;
  const struct mdq_slips *slips; /* of the automaton */
  size_t unless; /* left out once so many candidates have been found: large, and of words that news hardly has; 0: never */
};

/* Candidates for a v1 form of 2 to 40 letters, of any other length none. The form itself is none. */
void mdq_find_candidates(const struct mdq_vocabulary *vocabularies, size_t count, const struct mdq_word_counts *counts, struct mdq_span v1,
                         struct mdq_arena *arena, struct mdq_candidates *candidates);

#endif
