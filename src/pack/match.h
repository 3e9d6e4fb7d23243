/* Shared by match.c and phrase.c, which find where the patterns match, and judge.c, which decides what becomes a finding. */
#ifndef MDQ_PACK_MATCH_H
#define MDQ_PACK_MATCH_H

#include "pack/english.h"
#include "pack/kinds.h"
#include "pack/packs.h"
#include "pack/suggest.h"

struct mdq_match {
  uint32_t entry;
  size_t start, end;           /* the whole match: tokens [start, end) */
  size_t from, to;             /* the part to be replaced */
  struct mdq_atom_set first;   /* what its first token could be; empty for a regex */
  size_t byte_start, byte_end; /* of a regex, in the segment's text; else 0 */
  bool literal;                /* of a phrase of `literal` */
  bool reworded;               /* found by the words of its English, see rendering.h: there is no telling what a suggestion replaces */
  uint64_t between;            /* bit i: token start + i stands in a gap of the pattern, and is none of the match's own words */
};

/* The gaps of a match of so many tokens, of whose first 64 it took these itself: a pattern's gaps reach no farther. */
static inline uint64_t mdq_gaps_beside(uint64_t own, size_t length) {
  return length < 64 ? ~own & ((UINT64_C(1) << length) - 1) : ~own;
}

struct mdq_try { /* a phrase, and where its trigger stands */
  uint32_t phrase, token;
};

enum { MDQ_SUSPECTS = 64, MDQ_TRIES = 64 };

struct mdq_matcher { /* one segment */
  struct mdq_ctx *ctx;
  const struct mdq_packs *packs;
  const struct mdq_segment *segment;
  struct mdq_match *matches; /* in ctx->scratch */
  size_t match_count, match_capacity;
  uint32_t regex_entry;
  size_t regex_end;          /* of its last match */
  uint64_t fragments;        /* in the segment's words, and ... */
  uint64_t loose_fragments;  /* ... in tokens that are no words */
  char mark;                 /* the last that was sought in the text, and whether it stands there; 0: none was */
  bool mark_stands;
  const struct mdq_word_atoms **atoms; /* by token */
  uint32_t *used, used_count;          /* of a user's packs: the tokens whose atoms are of use; with room for one more */
  struct mdq_suspect *suspects;        /* [MDQ_SUSPECTS], those not yet looked at */
  size_t suspect_count;
  struct mdq_try *tries;               /* [MDQ_TRIES], the same */
  size_t try_count;
  struct mdq_english_text source; /* as far as somebody has asked: see mdq_source_of() */
  bool source_read;
  uint16_t *evidence; /* by entry, what has been asked of the source, see judge.c; NULL: there is no source */
};

struct mdq_pending { /* a finding that waits for the rest of the document */
  uint32_t entry;
  size_t segment;
  struct mdq_finding finding;
};

enum { MDQ_MARKS_REMEMBERED = 64 };

struct mdq_mark_atoms { /* of a mark of punctuation; atoms NULL: not asked yet */
  uint32_t code_point;
  const struct mdq_word_atoms *atoms;
};

struct mdq_packs_state { /* of one document */
  struct mdq_mark_atoms marks[MDQ_MARKS_REMEMBERED]; /* words remember their atoms; marks are as common, and few */
  struct mdq_kinds kinds;
  uint64_t *given_up;    /* bit per entry: a regex of it has given up; NULL before the first */
  uint64_t *seen;        /* bit per slot of the atoms that document conditions ask for */
  struct mdq_pending *pending;
  size_t pending_count, pending_capacity;
  size_t segments;       /* how many there have been */
};

void mdq_packs_begin(struct mdq_ctx *ctx);

/* Notes that the phrase may match where its trigger stands; mdq_try_phrases() looks, and adds the matches. */
void mdq_try_phrase_later(struct mdq_matcher *matcher, uint32_t number, uint32_t trigger);
void mdq_try_phrases(struct mdq_matcher *matcher);
void mdq_add_match(struct mdq_matcher *matcher, const struct mdq_match *match);

bool mdq_note_segment(struct mdq_matcher *matcher); /* before all else of a segment; false without memory */
void mdq_note_document_atoms(const struct mdq_matcher *matcher, const struct mdq_word_atoms *atoms);

/* A search of a regex of the entry ended so; what it did not look at begins at byte `at` of the segment. */
void mdq_note_regex_end(const struct mdq_matcher *matcher, uint32_t entry, enum mdq_regex_end end, size_t at);

/* The entry's conditions hold, as far as the segment can tell. */
bool mdq_match_holds(struct mdq_matcher *matcher, const struct mdq_match *match);

/* The words of the segment's source, which is read once. */
const struct mdq_english_text *mdq_source_of(struct mdq_matcher *matcher);

/* False when it is asked first of an entry. */
bool mdq_was_tried(const struct mdq_matcher *matcher, uint32_t entry);

/* Reports the match, or puts it off until the conditions about the document can be told. */
void mdq_report_match(struct mdq_matcher *matcher, const struct mdq_match *match);
void mdq_packs_finish(struct mdq_ctx *ctx);

#endif
