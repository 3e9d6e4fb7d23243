/* `regex:` entries. PCRE2 lives only in regex.c. */
#ifndef MDQ_PACK_REGEX_H
#define MDQ_PACK_REGEX_H

#include "pack/literals.h"

struct mdq_regex_code;

/* One way to match: words of the segment have all these fragments, see atoms.h. */
struct mdq_regex_way {
  uint64_t fragments;
  uint64_t anchor;               /* the one of them that tells where to look for the match; 0: everywhere */
  uint64_t near;                 /* those of them that stand within `lead` tokens of the anchor */
};

struct mdq_regex {
  struct mdq_span expression;
  struct mdq_literals literals;
  struct mdq_regex_way ways[MDQ_MOST_WAYS];
  size_t way_count;              /* none: no words tell */
  uint32_t lead;                 /* a match has at most so many tokens before the word with an anchor */
  char mark;                     /* of one that no words tell of: a mark that a match contains; or 0 */
  struct mdq_regex_code *code; /* NULL until it is needed, and better once it has been needed often: compiling takes longer than
                                  the rest of a start; atomic */
};

/* False on failure: then *message is filled and *at is the place in the expression; or without memory (*message "").
   The expression is borrowed. What is made is freed by mdq_regex_free(), also of a copy of *regex, but once. */
bool mdq_regex_init(struct mdq_regex *regex, struct mdq_span expression, size_t *at, char message[160]);
void mdq_regex_free(struct mdq_regex *regex);

/* What a match must contain. */
const struct mdq_literals *mdq_regex_literals(const struct mdq_regex *regex);

/* How a search ended. */
enum mdq_regex_end {
  MDQ_REGEX_DONE,
  MDQ_REGEX_GAVE_UP, /* it cost more than the limits: from the last match on nothing is known */
  MDQ_REGEX_NO_MEMORY
};

/* Finds the matches in turn that start at from or behind it, but not behind last: calls take(user, start, end) for each, until it returns false. Empty matches are
   passed over. */
enum mdq_regex_end mdq_regex_each(const struct mdq_regex *regex, struct mdq_span text, size_t from, size_t last,
                                  bool (*take)(void *user, size_t start, size_t end), void *user);

#endif
