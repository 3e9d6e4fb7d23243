/* A Hunspell dictionary's rules (the .aff file) and words (the .dic file), as the lexicon's compiler reads them. The
   features that Semitic dictionaries of this kind use are understood: UTF-8, flags of all four sorts, aliases (AF, AM),
   IGNORE, ICONV of single letters, prefixes, and suffixes that may take a second suffix; what an affix line says of
   morphology is passed over. Compounds and the features that make a word's acceptance depend on more than its affixes are
   refused by name: such a dictionary works through --dict. */
#ifndef MDQ_LEXICON_AFFIXES_H
#define MDQ_LEXICON_AFFIXES_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/map.h"
#include "lexicon/automaton.h"
#include "lexicon/reading.h"

enum {
  MDQ_MOST_CONDITIONS = 8,
  MDQ_MOST_PREFIX_FLAGS = 63,
  MDQ_MOST_SUFFIXES = 65534,
  MDQ_LONGEST_ENTRY = 100, /* letters */
  MDQ_LONGEST_AFFIX = 12
};

struct mdq_letters { /* codes of letters, no text */
  const uint8_t *code;
  size_t count;
};

struct mdq_flags { /* sorted, unique */
  const uint16_t *flag;
  size_t count;
};

struct mdq_affix {
  uint16_t flag;
  bool cross; /* prefixes and suffixes may meet on it */
  struct mdq_letters strip, append;
  uint64_t condition[MDQ_MOST_CONDITIONS]; /* letters allowed there: from the word's start (prefix), to its end (suffix) */
  size_t condition_count;
  struct mdq_flags next; /* flags of what may be added to the result */
};

struct mdq_affixes {
  struct mdq_arena arena;
  uint8_t code[MDQ_ALPHABET_SIZE]; /* of the dictionary's own letters, by code point less MDQ_ALPHABET_FIRST: 0 to 61, or MDQ_LETTER_... */
  uint16_t converted[MDQ_ALPHABET_SIZE]; /* what ICONV makes of a letter that is asked about; 0: itself */
  uint16_t letter[64];             /* the code point of each code */
  size_t letter_count;
  bool alphabet_full; /* there was a letter for which there is no code */
  int flag_type;
  struct mdq_flags *flag_alias;
  size_t flag_alias_count;
  struct mdq_span *morphology_alias;
  size_t morphology_alias_count;
  struct mdq_affix *prefixes, *suffixes; /* those of one flag together */
  size_t prefix_count, suffix_count;
  uint16_t prefix_flag[MDQ_MOST_PREFIX_FLAGS];
  size_t prefix_flag_count;
  uint64_t crossing_prefixes; /* those that may meet a suffix, as bits by place in prefix_flag */
  struct mdq_map suffix_by_flag; /* keys: two bytes of the flag; values: the first suffix with it */
  size_t skipped;                /* entries with letters of no form */
};

struct mdq_entry { /* a word of the .dic file */
  struct mdq_letters word;
  struct mdq_flags flags;
  unsigned word_class;  /* OR of mdq_word_class */
  struct mdq_span stem; /* the lemma (st:), or empty */
};

/* The texts must outlive the affixes. Errors name the path and line. */
enum mdq_status mdq_affixes_read(struct mdq_affixes *affixes, struct mdq_span aff, const char *path, struct mdq_error *error);
void mdq_affixes_free(struct mdq_affixes *affixes);

/* Calls `take` for each word whose letters are all of the alphabet. */
typedef enum mdq_status mdq_entry_taker(void *user, const struct mdq_entry *entry);
enum mdq_status mdq_entries_read(struct mdq_affixes *affixes, struct mdq_span dic, const char *path, mdq_entry_taker *take, void *user,
                                 struct mdq_error *error);

/* The codes of letters that are asked about: the dictionary's own and those that ICONV turns into them. To be called when
   all words have been read. */
void mdq_affixes_asked_codes(const struct mdq_affixes *affixes, uint8_t code[MDQ_ALPHABET_SIZE]);

/* The first two characters of the flag as Hunspell tells it. */
struct mdq_flag_name mdq_affixes_flag_name(const struct mdq_affixes *affixes, uint16_t flag);

/* The suffixes with that flag. */
const struct mdq_affix *mdq_affixes_suffixes(const struct mdq_affixes *affixes, uint16_t flag, size_t *count);

#endif
