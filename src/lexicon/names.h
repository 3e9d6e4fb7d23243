/* Names of people, places, organisations, products and the like, as Arabic newsrooms write them: dicts/names/ and CLDR's,
   compiled into tables that are mapped and asked in place. Immutable; shared by all threads.

     struct mdq_name_word word;
     if (mdq_names_find(names, MDQ_SPAN_LIT("وبلومبيرغ"), &word)) ...;  // a word of names, behind و

     uint32_t first;
     struct mdq_known_name known;
     if (mdq_names_of_latin(names, MDQ_SPAN_LIT("DeepSeek"), &first)) mdq_names_known(names, first, arena, &known); // ديب سيك */
#ifndef MDQ_LEXICON_NAMES_H
#define MDQ_LEXICON_NAMES_H

#include "arabic/proclitics.h"
#include "base/arena.h"
#include "base/data_file.h"
#include "lexicon/automaton.h"

enum mdq_name_kind {
  MDQ_KIND_PERSON = 1 << 0, /* a whole name */
  MDQ_KIND_GIVEN = 1 << 1,
  MDQ_KIND_SURNAME = 1 << 2,
  MDQ_KIND_PLACE = 1 << 3,
  MDQ_KIND_PEOPLE = 1 << 4,       /* nations, tribes, demonyms */
  MDQ_KIND_ORGANISATION = 1 << 5, /* parties and armed groups too */
  MDQ_KIND_MEDIA = 1 << 6,
  MDQ_KIND_TEAM = 1 << 7,
  MDQ_KIND_COMPANY = 1 << 8,
  MDQ_KIND_PRODUCT = 1 << 9,
  MDQ_KIND_WORK = 1 << 10,
  MDQ_KIND_EVENT = 1 << 11,
  MDQ_KIND_LANGUAGE = 1 << 12,
  MDQ_KIND_CURRENCY = 1 << 13,
  MDQ_KIND_MONTH = 1 << 14,
  MDQ_KIND_WORD = 1 << 15,        /* no name: a loan or plain word that the dictionary lacks */
  MDQ_KIND_OF_PERSON = MDQ_KIND_PERSON | MDQ_KIND_GIVEN | MDQ_KIND_SURNAME
};

struct mdq_names {
  struct mdq_automaton automaton; /* of words that may be proposed: to be used when file.late is sound */
  uint32_t root;
  const struct mdq_names_header *header;
  struct mdq_data_file file;
  struct mdq_buf made; /* what was compiled here, for want of a compiled file */
};

/* The compiled names in the data directory; without them the sources are compiled in memory. */
enum mdq_status mdq_names_open(struct mdq_names *names, const char *data_dir, struct mdq_error *error);
void mdq_names_close(struct mdq_names *names);

/* Fails if what is verified late has been found damaged. */
enum mdq_status mdq_names_trouble(const struct mdq_names *names, const char *data_dir, struct mdq_error *error);

/* -- single words -- */

struct mdq_name_word {
  unsigned kinds;     /* of the names that have it */
  bool alone;         /* false: outside the whole name it is rather a slip for another word (كانو for كانوا) */
  bool preferred;     /* a usual spelling; else one that is accepted */
  bool attested;      /* the dictionary lacks it, and news has it often */
  unsigned names;     /* how many names have it, 255 at most */
  uint32_t latin;     /* for mdq_names_known(), or MDQ_NO_LATIN */
  struct mdq_stem stem; /* the word without its proclitics */
};

#define MDQ_NO_LATIN UINT32_MAX

/* A v1 word as it stands is a word of a name. */
bool mdq_names_word(const struct mdq_names *names, struct mdq_span v1, struct mdq_name_word *word);

/* The same with or without proclitics: the longest reading. The article counts as one only before what may take it. */
bool mdq_names_find(const struct mdq_names *names, struct mdq_span v1, struct mdq_name_word *word);

/* A right spelling of a name, of an attested word, or of who or what is of a place (غوانغدونغي), proclitics before it or not. */
bool mdq_names_accept(const struct mdq_names *names, struct mdq_span v1);

/* The two v1 words stand side by side in some name, in that order. */
bool mdq_names_follow(const struct mdq_names *names, struct mdq_span first, struct mdq_span second);

/* mdq_names_follow() may be true of it as the second word: false of most. */
bool mdq_names_may_follow(const struct mdq_names *names, struct mdq_span v1);

/* For a v1 word, with its proclitics, whose alefs lack their hamza: the only name that it becomes with one (اوباما → أوباما),
   proclitics before it, in the arena. False if there is none, or two, or the word is a name as it stands. */
bool mdq_names_best_hamza(const struct mdq_names *names, struct mdq_span v1, struct mdq_arena *arena, struct mdq_span *right);

/* -- Latin names -- */

enum { MDQ_MOST_NAME_FORMS = 12 };

/* Before the code of a currency (EUR), as the Latin name under which the table has it. */
#define MDQ_CURRENCY_CODE "ISO 4217 "

struct mdq_known_name {
  struct mdq_span latin; /* as the table has it */
  unsigned kinds;
  bool whole;            /* a name; else a word that only occurs in longer ones */
  size_t count;          /* of forms; the preferred one is the first */
  struct mdq_span form[MDQ_MOST_NAME_FORMS]; /* NUL-terminated, in the arena */
};

/* The names that the Latin text is, whatever its case, marks, spaces and hyphens: `first` and the ones behind it, as many
   as the result says. */
size_t mdq_names_of_latin(const struct mdq_names *names, struct mdq_span latin, uint32_t *first);

/* What the table has of the name of that number. */
void mdq_names_known(const struct mdq_names *names, uint32_t latin, struct mdq_arena *arena, struct mdq_known_name *known);

/* -- compiling -- */

/* Adds names to those of dicts/names/. */
struct mdq_names_source;
typedef enum mdq_status mdq_names_adder(struct mdq_names_source *source, struct mdq_arena *arena, struct mdq_error *error);

/* Appends the body of a data file made from dicts/names/ below sources and from what `add` adds; NULL: nothing. The build
   adds CLDR's names; the program itself does not, so that it need not load the part of ICU that has them. */
enum mdq_status mdq_names_compile(const char *sources, mdq_names_adder *add, struct mdq_buf *body, struct mdq_error *error);

/* The same as output/compiled/names.bin. */
enum mdq_status mdq_names_write(const char *sources, mdq_names_adder *add, const char *output, struct mdq_error *error);

#endif
