/* Arabic words before an acronym that its rendering says again: «وكالة NASA», «الرئيس التنفيذي CEO», «بتوقيت ET». */
#ifndef MDQ_RULES_UNTRANSLATED_REPEATED_H
#define MDQ_RULES_UNTRANSLATED_REPEATED_H

#include "rules/untranslated/runs.h"

struct mdq_repeated {
  size_t start, end;    /* bytes of the segment's text: from the first such word to behind the acronym and the marks around it */
  struct mdq_span text; /* what to write there, in ctx->scratch: the words once */
};

/* start and end: where the acronym of the run stands. False if nothing before it stands in the rendering. */
bool mdq_repeated_find(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run, size_t start, size_t end,
                       struct mdq_span rendering, struct mdq_repeated *repeated);

#endif
