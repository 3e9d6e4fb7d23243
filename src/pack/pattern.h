/* The pattern language of rule packs, parsed. Tokens are compared in the V2 view, so atoms are normalised here.

     w  optional proclitics and w     w*   the same and up to four letters more
     =w exactly w                     @w*  verb prefixes, w, up to four letters more (@w: no more letters)
     a/b  one of them   (w) optional   ..N  up to N tokens of any kind   <w w> the part to be replaced
     p ; q  alternative phrases

   A backslash takes the next character literally: 24\/7 is one token. */
#ifndef MDQ_PACK_PATTERN_H
#define MDQ_PACK_PATTERN_H

#include <stdint.h>

#include "base/arena.h"

enum mdq_atom_kind {
  MDQ_ATOM_EXACT = 0,
  MDQ_ATOM_WORD,
  MDQ_ATOM_STEM,
  MDQ_ATOM_VERB,
  MDQ_ATOM_VERB_BARE, /* @w without a star */
  MDQ_ATOM_KINDS
};

struct mdq_atom { /* what one token may be */
  enum mdq_atom_kind kind;
  struct mdq_span text; /* V2 */
};

enum { MDQ_PATTERN_ELEMENTS = 16, MDQ_PATTERN_GAP = 14, MDQ_PATTERN_GAPS = 2, MDQ_PATTERN_EXTRA_LETTERS = 4, MDQ_PATTERN_LETTERS = 40 /* of an atom, and of a word that is looked at */ };

struct mdq_pattern_element {
  const struct mdq_atom *atoms; /* alternatives; none for a gap */
  size_t atom_count;
  unsigned gap;                 /* of up to so many tokens; 0: not a gap */
  bool optional;
  bool replaced;                /* inside <> */
};

struct mdq_pattern_phrase {
  const struct mdq_pattern_element *elements;
  size_t element_count;
  size_t replaced_from, replaced_to; /* elements inside <>; equal: there is no <> */
};

struct mdq_pattern {
  const struct mdq_pattern_phrase *phrases;
  size_t phrase_count;
};

struct mdq_pattern_error {
  size_t at;           /* byte offset in the text given */
  char message[160];
};

/* Parses text into the arena; false with *error filled, or without memory (then the arena says so). */
bool mdq_pattern_parse(struct mdq_arena *arena, struct mdq_span text, struct mdq_pattern *pattern,
                       struct mdq_pattern_error *error);

/* Parses a single atom, as in the lists of conditions. */
bool mdq_atom_parse(struct mdq_arena *arena, struct mdq_span text, struct mdq_atom *atom,
                    struct mdq_pattern_error *error);

#endif
