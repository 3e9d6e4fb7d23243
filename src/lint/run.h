/* One input being linted. */
#ifndef MDQ_LINT_RUN_H
#define MDQ_LINT_RUN_H

#include "lint/facts.h"
#include "lint/kept.h"
#include "lint/linter.h"

enum { MDQ_RUN_STEP = 1 << 18 /* bytes of the input that its progress is told of at once */ };
enum { MDQ_MARK_SLOTS = 128 /* the marks of ASCII and most of the others have one each */ };

struct mdq_token_hook { /* at hand, as most of what is called is called for tokens */
  void (*call)(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i);
  struct mdq_ctx *ctx;
};

struct mdq_run {
  struct mdq_linter *linter;
  struct mdq_worker *worker;
  struct mdq_document document;
  struct mdq_ctx *contexts;          /* one a group, in the linter's order */
  struct mdq_house_style house;
  /* Groups as bits, in the linter's order: */
  uint64_t all_words;                /* ... every word concerns */
  uint64_t asked;                    /* ... that must be asked which words concern them */
  uint64_t asks_anew;               /* ... and whose yes in a profile is not enough */
  uint64_t all_segments;             /* ... with a hook for segments that is called for each, ... */
  uint64_t sourced;                  /* ... those called for every segment with a source, ... */
  uint64_t paired_only;              /* ... only for those with a source, ... */
  uint64_t by_words;                 /* ... for those with a word that concerns the group, ... */
  uint64_t by_trait[32];             /* ... for those with trait 1 << i, ... */
  uint64_t by_kind[MDQ_TOKEN_KINDS]; /* ... for those with a token of kind 1 << i */
  uint64_t token_hooks[MDQ_TOKEN_KINDS]; /* ... to be called for a token of kind 1 << i */
  uint64_t mark_hooks[MDQ_MARK_SLOTS];   /* ... and for a mark whose code point is i modulo their number */
  uint64_t odd_only;                     /* ... but not for one that is MDQ_TOKEN_PLAIN, ... */
  uint64_t idle_figures[4];              /* ... and of NUM not for one that is, and is these mdq_figures and no others */
  struct mdq_token_hook hooks[MDQ_MOST_GROUPS];
  bool matches_packs;                /* some group does: words need their atoms */
  struct mdq_kept_list kept;
  struct mdq_facts facts;            /* of the segment in hand */
  struct mdq_reference_date reference_date;
  size_t segment_count;              /* segments seen that were not empty */
  bool blank_before;
  struct mdq_gap *gaps;              /* document.gaps, growing */
  size_t gap_capacity;
  const struct mdq_input *input;
  size_t told;                       /* to the input's progress */
  unsigned jumps;                    /* since it was told that all is passed */
};

/* Sets up the groups of rules for the run's document; false without memory. */
bool mdq_run_begin(struct mdq_run *run);

/* What is looked at now begins at this offset of the input: tells its progress what no longer is. */
void mdq_run_passed_step(struct mdq_run *run, size_t offset); /* a whole step from what was told */
static inline void mdq_run_passed(struct mdq_run *run, size_t offset) {
  size_t moved = offset > run->told ? offset - run->told : run->told - offset;
  if (moved >= MDQ_RUN_STEP) mdq_run_passed_step(run, offset);
}

/* A pass over the input has ended, and another one may follow. */
void mdq_run_passed_all(struct mdq_run *run);

/* Calls the hooks of the groups that the segment concerns. */
void mdq_run_call_hooks(struct mdq_run *run, const struct mdq_segment *segment);

/* The groups that a word of the segment concerns; each is asked once about a type. Notes the stops of the segment's facts. */
uint64_t mdq_run_concerned(struct mdq_run *run, const struct mdq_segment *segment);

/* Renders all suggestions in the house style, and drops findings it leaves nothing to mend of. */
void mdq_kept_render(struct mdq_run *run);

/* Sorts the kept findings by place, drops repeats, and hands them to the receiver with lines and columns. It fails before
   the first one is handed over, or because the receiver says so. */
enum mdq_status mdq_deliver(struct mdq_run *run, const char *name, mdq_receiver *receiver, void *user, struct mdq_error *error);

#endif
