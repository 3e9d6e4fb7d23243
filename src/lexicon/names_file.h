/* The format of compiled names: tables by hash of single Arabic words, of pairs of words that follow each other in a name,
   and of Latin names, with the automaton of words that may be proposed. */
#ifndef MDQ_LEXICON_NAMES_FILE_H
#define MDQ_LEXICON_NAMES_FILE_H

#include "base/data_file.h"
#include "lexicon/alphabet.h"

enum {
  MDQ_NAMES_BUCKET_BITS = 14, /* of a hash, the highest; the lowest 32 tell apart what falls into one bucket */
  MDQ_NAMES_BUCKETS = 1 << MDQ_NAMES_BUCKET_BITS,
  MDQ_LONGEST_LATIN_KEY = 64,
  MDQ_SHORTEST_NAME_WORD = 3 * 2 /* bytes; pairs may have shorter ones */
};

struct mdq_names_section { /* records from a place in the body, in bytes */
  uint32_t offset, count;
};

struct mdq_names_table { /* buckets: MDQ_NAMES_BUCKETS + 1, see bucket.h */
  struct mdq_names_section buckets, records;
};

struct mdq_names_header { /* the start of the body */
  struct mdq_names_table words, pairs, latin;
  struct mdq_names_section text, automaton;
  uint32_t root, filler;
  struct mdq_alphabet alphabet;
};

enum mdq_name_word_flag {
  MDQ_WORD_ALONE = 1,     /* may stand outside the whole name */
  MDQ_WORD_PREFERRED = 2, /* the preferred spelling of its name, or of one of them */
  MDQ_WORD_ATTESTED = 4,  /* of the list of what the dictionary lacks */
  MDQ_WORD_FOLLOWS = 8    /* stands behind another word in some name */
};

struct mdq_names_word { /* sorted by bucket and hash */
  uint32_t hash;
  uint32_t latin; /* number of its Latin name plus 1; 0: only a part of names that do not go word by word */
  uint16_t kinds; /* enum mdq_name_kind */
  uint8_t flags;
  uint8_t names;  /* how many names have it, 255 at most */
};

struct mdq_names_latin { /* sorted by bucket and hash of the folded name; several may have one */
  uint32_t hash;
  uint32_t name;   /* the Latin name, in text */
  uint32_t arabic; /* its forms, the preferred one first, in text */
  uint16_t kinds;
  uint8_t forms;
  uint8_t whole;   /* a name; else a word that only occurs in longer ones */
};

/* In text every string ends with NUL. In Arabic ones a byte above 0x7F is 0x80 and the code of a letter. */
enum { MDQ_NAMES_LETTER = 0x80 };

/* The letters and digits of a Latin name, without marks and case, as its key; spaces, hyphens and the like do not count.
   Returns its length, 0 if there is nothing to look up. */
size_t mdq_names_latin_key(struct mdq_span latin, char key[MDQ_LONGEST_LATIN_KEY]);

uint64_t mdq_names_pair_hash(struct mdq_span first, struct mdq_span second);

/* Of the data file; its layout tells the sizes of what it holds. */
extern const struct mdq_data_kind mdq_names_kind;

#endif
