/* One input being linted. */
#ifndef MDQ_LINT_RUN_H
#define MDQ_LINT_RUN_H

#include "lint/linter.h"

/* A finding as it is kept until the whole input has been seen. Strings live in the document's arena. */
struct mdq_kept {
  const struct mdq_rule *rule;
  const char *unit, *message; /* the message is made when the house style is known */
  struct mdq_span x, y, z;    /* for the message */
  enum mdq_severity severity;
  enum mdq_certainty certainty;
  size_t start, end;
  struct mdq_fix *fixes;
  size_t fix_count;
};

struct mdq_run {
  struct mdq_linter *linter;
  struct mdq_worker *worker;
  struct mdq_document document;
  struct mdq_ctx *contexts;          /* one a group, in the linter's order */
  struct mdq_house_style house;
  struct mdq_kept *kept;
  size_t kept_count, kept_capacity;
  size_t segment_count;              /* segments seen that were not empty */
  bool blank_before;
};

/* Renders all suggestions in the house style, drops findings it leaves nothing to mend of, and makes the messages. */
void mdq_kept_render(struct mdq_run *run);

/* Sorts by place, drops repeats. */
void mdq_kept_sort(struct mdq_run *run);

/* Hands the kept findings to the receiver in order, with lines and columns. */
enum mdq_status mdq_kept_deliver(const struct mdq_run *run, const char *name, mdq_receiver *receiver, void *user, struct mdq_error *error);

#endif
