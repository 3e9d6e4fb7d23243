/* Findings as they are kept until the whole input has been seen. A large draft has many, so each takes 32 bytes here and
   its texts a few more in one buffer: what stands in the draft is pointed at, what was said once is not said again.
   Messages are made only when a finding is handed on. */
#ifndef MDQ_LINT_KEPT_H
#define MDQ_LINT_KEPT_H

#include "base/buf.h"
#include "lint/rule.h"

struct mdq_kept {
  const struct mdq_rule *rule;
  size_t start;
  size_t texts;    /* where its texts are in the list's buffer, some shared */
  uint32_t length; /* in bytes of the input */
  uint8_t severity, certainty;
  uint8_t wording; /* see mdq_finding */
  bool by_house : 1;
  bool settled : 1; /* no house style makes another finding of it */
};

struct mdq_kept_list {
  struct mdq_span bytes; /* the input */
  struct mdq_kept *items;
  size_t count, capacity;
  struct mdq_buf texts;
  size_t most_fixes, most_fix_bytes; /* of one finding */
  unsigned stretch_bits; /* once they are spread: they come by stretches of 1 << so many bytes */
};

void mdq_kept_init(struct mdq_kept_list *list, struct mdq_span bytes);
void mdq_kept_free(struct mdq_kept_list *list);

/* Keeps a finding of the rule, its severity and certainty decided, as the last one; NULL without memory. */
struct mdq_kept *mdq_kept_add(struct mdq_kept_list *list, const struct mdq_rule *rule, const struct mdq_finding *finding);

/* The finding stands in the input as such, and what is kept of its texts would do for another like it. */
bool mdq_kept_may_share(const struct mdq_kept_list *list, const struct mdq_finding *finding);

/* The same for a finding whose texts have been kept for another like it. */
struct mdq_kept *mdq_kept_add_shared(struct mdq_kept_list *list, const struct mdq_rule *rule, const struct mdq_finding *finding, size_t texts);

/* Puts those of each stretch of the text together, in the order of the text; in a stretch they stand as their texts were kept. Most stretches
   have one or two. Who looks at all findings then passes once over the text. Without memory there is but one stretch. */
void mdq_kept_spread(struct mdq_kept_list *list);

/* Then sorts those of each stretch. */
typedef int mdq_kept_order(const void *a, const void *b, void *user);
void mdq_kept_sort(struct mdq_kept_list *list, mdq_kept_order *order, void *user);

/* What a kept finding says. Spans point into the list and the input. */
struct mdq_kept_texts {
  struct mdq_span x, y, z;
  const char *unit;
  size_t fix_count;
};

/* Reads the texts, and the fixes into `fixes`, which has room for list->most_fixes; NULL: they are not asked for. */
struct mdq_kept_texts mdq_kept_read(const struct mdq_kept_list *list, const struct mdq_kept *kept, struct mdq_replacement *fixes);

#endif
