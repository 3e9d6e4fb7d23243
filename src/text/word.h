/* A word type: what is known of one written form, found out once and shared by all its tokens.

   The three views (linguistics.md §1): raw is the text as written (V0); v1 is what the dictionary and grammar
   see (NFC, no diacritics, tatweel, invisible or directional characters, standard letters); v2 folds what
   writers confuse, as a key for idioms and names. */
#ifndef MDQ_TEXT_WORD_H
#define MDQ_TEXT_WORD_H

#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"

enum mdq_word_trait { /* what the raw form contains */
  MDQ_WORD_TATWEEL = 1 << 0,
  MDQ_WORD_DIACRITIC = 1 << 1,
  MDQ_WORD_PRESENTATION_FORM = 1 << 2, /* U+FB50-FDFF, U+FE70-FEFF */
  MDQ_WORD_FOREIGN_LETTER = 1 << 3,    /* ی ک ہ ھ ە ے */
  MDQ_WORD_INVISIBLE = 1 << 4          /* zero-width, directional or soft-hyphen characters */
};

enum mdq_verdict { MDQ_VERDICT_UNASKED = 0, MDQ_VERDICT_ACCEPTED, MDQ_VERDICT_REJECTED };

struct mdq_word {
  struct mdq_span raw, v1, v2; /* v1 and v2 may share raw's bytes */
  uint32_t traits;             /* mdq_word_trait */
  uint8_t letters;             /* code points of v1, at most 255 */
  uint8_t verdict;             /* mdq_verdict; the lexicon's cache: ask mdq_lexicon_accepts() */
  uint32_t news;               /* the lexicon's cache: ask mdq_lexicon_edited() */
  uint8_t name;           /* rules/name's cache: whether this form may be a name, or announces one */
  uint32_t latin;              /* rules/name's cache: the known name that this form writes */
  uint8_t spelling_known;      /* spelling below has been worked out (it may still be NULL) */
  const void *spelling;        /* rules/spell's cache: what is wrong with this form, if anything */
  const void *house;           /* house style's cache: the form of dicts/house that it is; NULL: not asked yet */
  const void *atoms;           /* pack/'s cache: the pattern atoms this word matches; NULL: not asked yet */
};

struct mdq_words {
  struct mdq_map map;
  struct mdq_arena arena; /* the words, and what is cached in them */
  size_t bytes;           /* of all raw forms */
};

/* The word written as raw, new or known; NULL without memory. Valid until mdq_words_trim() drops it. */
struct mdq_word *mdq_words_get(struct mdq_words *words, struct mdq_span raw);

/* Between segments: forgets everything once the table is large, so that memory stays bounded whatever the
   text. Hence a rule that keeps a word beyond its segment copies it. */
void mdq_words_trim(struct mdq_words *words);
void mdq_words_free(struct mdq_words *words);

#endif
