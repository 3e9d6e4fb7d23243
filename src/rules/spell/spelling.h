/* What is wrong with the spelling of a word, worked out once for each type and kept in word->spelling. All rules
   of the family ask here and report what is theirs.

   A word is accused only if a known confusion explains it: the form that it would be without the confusion is
   clearly attested in edited news, and the form as written is not, neither there nor (but for closed lists) in
   the dictionary. */
#ifndef MDQ_RULES_SPELL_SPELLING_H
#define MDQ_RULES_SPELL_SPELLING_H

#include "lint/rule.h"

enum mdq_confusion {
  MDQ_CONFUSED_NOTHING = 0,
  MDQ_CONFUSED_MAQSURA,    /* final ى for ي */
  MDQ_CONFUSED_YA,         /* final ي for ى */
  MDQ_CONFUSED_MARBUTA,    /* final ه for ة, or ة for ه */
  MDQ_CONFUSED_HAMZA,
  MDQ_CONFUSED_TANWEEN,    /* an alef after اء, ة, ى */
  MDQ_CONFUSED_WAW,        /* a silent alef too many or too few after و */
  MDQ_CONFUSED_BOUNDARY,   /* words run together */
  MDQ_CONFUSED_REPETITION, /* a letter repeated */
  MDQ_CONFUSED_SLIP,       /* a letter lost or swapped with the next one, or its dots misplaced */
  MDQ_CONFUSED_SOUND       /* ض for ظ and the like, and what is written as it sounds (لاكن) */
};

enum { MDQ_SPELLING_FIXES = MDQ_MOST_CANDIDATES };

struct mdq_spelling {
  enum mdq_confusion confusion;
  enum mdq_severity severity;
  enum mdq_certainty certainty;
  bool safe;          /* the only fix, and good without a human eye */
  bool name_possible; /* might be a name: not to be reported where a name is expected */
  bool spoken;        /* right where someone speaks of himself: a note in quotations, and where he is seen to */
  bool dialect;       /* right where someone is quoted in his dialect: a note there */
  bool open;          /* the fix mends a part only: shown, but not offered */
  bool in_names;      /* part of a name, and no name alone (dicts/names/not-alone.tsv) */
  size_t explained; /* how many of the fixes the confusion explains; the others are near words */
  size_t fix_count;
  struct mdq_span *fix; /* the whole word, best first */
  struct mdq_finding_memo *memo; /* of findings that say so as it is */
};

/* The tables of the family, in this order; every group of it lists mdq_spelling_tables. */
enum {
  MDQ_SPELL_HAMZA_CLOSED, MDQ_SPELL_YA_CLOSED, MDQ_SPELL_GOVERNS_ALA, MDQ_SPELL_FINAL_HA, MDQ_SPELL_MAQSURA_NAMES,
  MDQ_SPELL_JOINED_ALLOW, MDQ_SPELL_TITLES, MDQ_SPELL_SAYING, MDQ_SPELL_LOANS, MDQ_SPELL_COMMON, MDQ_SPELL_NOT_OBJECTS, MDQ_SPELL_DIPTOTES
};
extern const char *const mdq_spelling_tables[];

/* NULL: nothing to say. */
const struct mdq_spelling *mdq_spelling_of(struct mdq_ctx *ctx, struct mdq_word *word);

/* There is something to say, and it is that confusion: for the groups that report it. */
bool mdq_is_confused(struct mdq_ctx *ctx, struct mdq_word *word, enum mdq_confusion confusion);

/* A name, or a loan, that edited news has and the dictionary lacks; a proclitic may stand before it. */
bool mdq_is_attested_name(const struct mdq_ctx *ctx, struct mdq_span v1);

/* The same of a name of three letters, which mdq_is_attested_name does not look for behind a proclitic: ووول. */
bool mdq_is_name_behind_proclitic(const struct mdq_ctx *ctx, struct mdq_span v1);

/* It has a letter, a sequence of letters or an ending of foreign names. */
bool mdq_looks_foreign(struct mdq_span v1);

/* A name is expected as token i: it follows a title, a verb of saying or a part of a name. */
bool mdq_name_expected(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i);

/* The token before i is a word of persons' names; the second: and no other word. */
bool mdq_follows_person(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i);
bool mdq_follows_given_name(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i);

/* How severe it is in that place: a note where a name is to be expected. */
enum mdq_severity mdq_spelling_severity(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, const struct mdq_spelling *spelling);

/* Token i and its neighbour are one word broken by a space (spell/split-word). */
bool mdq_is_half_word(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i);

/* Reports token i as `rule` if its spelling has that confusion. */
void mdq_report_spelling(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, enum mdq_confusion confusion, size_t rule);

#endif
