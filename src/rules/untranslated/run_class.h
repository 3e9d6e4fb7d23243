/* What a run of Latin text is: the second half of runs.c. */
#ifndef MDQ_RULES_UNTRANSLATED_RUN_CLASS_H
#define MDQ_RULES_UNTRANSLATED_RUN_CLASS_H

#include "rules/untranslated/runs.h"

/* Fills words and word_count from first and last. */
void mdq_run_collect_words(struct mdq_ctx *ctx, const struct mdq_segment *segment, struct mdq_latin_run *run);

/* Of a run with its words: fills class, flags, acronym. */
void mdq_run_classify(struct mdq_ctx *ctx, const struct mdq_segment *segment, struct mdq_latin_run *run);

/* Of text made of several runs with marks between. */
bool mdq_run_reads_like_sentence(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run);

#endif
