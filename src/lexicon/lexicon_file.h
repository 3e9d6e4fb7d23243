/* The format of a compiled lexicon: the body of a data file. */
#ifndef MDQ_LEXICON_LEXICON_FILE_H
#define MDQ_LEXICON_LEXICON_FILE_H

#include <stdint.h>

#include "base/data_file.h"
#include "lexicon/automaton.h"

enum { MDQ_LEXICON_AFFIX_LETTERS = 12 };

extern const struct mdq_data_kind mdq_lexicon_kind;

struct mdq_section { /* a part of the body: a place in bytes, divisible by 8, and how many records */
  uint32_t offset, count;
};

struct mdq_lexicon_header { /* the start of the body */
  uint64_t source_hash; /* of the .aff and .dic texts */
  char source[64];      /* what it was made from, such as "hunspell-ar 3.2-1.2"; NUL-terminated */
  uint32_t all, plain, stems;
  uint32_t filler;
  struct mdq_section accepted, readings; /* the bytes of two automata: of `all` and `plain`, and of `stems` */
  struct mdq_section prefixes, suffixes, derivations;
  struct mdq_section sets; /* of derivations, as 16-bit numbers: at the place that a node's value tells, how many, and then these */
  uint8_t code[MDQ_ALPHABET_SIZE];
  uint16_t letter[64];
};

struct mdq_lexicon_affix {
  uint64_t condition; /* prefix: letters that may stand behind what it strips; suffix: unused */
  char flag[2];
  uint8_t flag_bit; /* prefix: the bit of its flag in mdq_lexicon_derivation.prefixes */
  uint8_t strip_count, append_count;
  uint8_t strip[MDQ_LEXICON_AFFIX_LETTERS], append[MDQ_LEXICON_AFFIX_LETTERS]; /* letter codes */
  uint8_t filler[3];
};

struct mdq_lexicon_derivation {
  uint64_t prefixes; /* the flags of prefixes that it takes, as bits */
  uint16_t word_class, inner, outer, filler; /* suffixes by number plus 1; 0: none */
};

/* What the header of a lexicon made from these texts tells. */
uint64_t mdq_lexicon_source_hash(struct mdq_span aff, struct mdq_span dic);

/* Appends a compiled lexicon made from the texts of a .aff and a .dic file. `source` is kept in the header. `news` is a text
   whose lines begin with a word each, which a tab follows: what most drafts look for, and what that leads over, is put
   together. It may be empty. */
enum mdq_status mdq_lexicon_compile(struct mdq_span aff, const char *aff_path, struct mdq_span dic, const char *dic_path,
                                    struct mdq_span news, const char *source, struct mdq_buf *file, struct mdq_error *error);

#endif
