/* Arabic terms, of one word or several, found in a text with the proclitics, the article and the endings that a sentence
   gives them: رقاقة also in «وبالرقاقات», «رقاقتها», «رقائق»; ذكاء اصطناعي also in «للذكاء الاصطناعي». Words in Latin letters
   are compared without regard to case.

     mdq_terms_add(&terms, MDQ_SPAN_LIT("ذكاء اصطناعي"), 7, MDQ_TERM_STRICT);
     size_t count = mdq_terms_at(&terms, segment, i, uses);  // those that begin at token i */
#ifndef MDQ_ARABIC_TERMS_H
#define MDQ_ARABIC_TERMS_H

#include "base/arena.h"
#include "base/map.h"
#include "text/segment.h"

enum { MDQ_TERM_WORDS = 8, MDQ_TERM_USES = 16 /* that may begin at one token */ };

enum mdq_term_way {
  MDQ_TERM_STRICT, /* the forms above */
  MDQ_TERM_LOOSE   /* any word of the same root letters, too, as all broken plurals are */
};

struct mdq_term {
  const struct mdq_term *next; /* of the same first word */
  uint32_t id;                 /* the caller's */
  uint8_t word_count;
  bool loose, plural; /* its first word is a broken plural of the term's */
  struct mdq_span words[MDQ_TERM_WORDS]; /* V2; Latin ones in lower case */
};

struct mdq_terms { /* set up with zeros and an arena */
  struct mdq_arena *arena;
  struct mdq_map first; /* terms by their first word, or its root letters */
  bool loose;           /* one of them is */
  uint64_t pairs[64];   /* bit per two letters that open one: few words need to ask further */
};

/* False if the text has no word, or too many, or without memory (then the arena says so). */
bool mdq_terms_add(struct mdq_terms *terms, struct mdq_span text, uint32_t id, enum mdq_term_way way);
void mdq_terms_free(struct mdq_terms *terms); /* but not the arena */

/* A term may begin with that word: for `concerns`. */
bool mdq_terms_may_begin(const struct mdq_terms *terms, const struct mdq_word *word);

enum mdq_term_ending { MDQ_ENDING_NONE, MDQ_ENDING_PRONOUN, MDQ_ENDING_OTHER, MDQ_ENDING_NISBA };

struct mdq_term_use {
  const struct mdq_term *term;
  size_t first, last;          /* tokens */
  size_t cut;                  /* bytes of the first word's V2 that are proclitics */
  bool article;                /* one of them is the article */
  enum mdq_term_ending ending; /* of any of its words that the term does not have */
  bool loose;                  /* by its root letters only */
};

/* The terms that begin at token i, the longest first. */
size_t mdq_terms_at(const struct mdq_terms *terms, const struct mdq_segment *segment, size_t i, struct mdq_term_use uses[MDQ_TERM_USES]);

/* The same of an Arabic word. What tells of the terms that it may open is remembered for its next occurrences, in the arena. */
struct mdq_term_memory { /* set up with zeros */
  struct mdq_term_memory_slot *slots;
};
size_t mdq_terms_at_word(const struct mdq_terms *terms, struct mdq_term_memory *memory, struct mdq_arena *arena, const struct mdq_segment *segment, size_t i,
                         struct mdq_term_use uses[MDQ_TERM_USES]);

#endif
