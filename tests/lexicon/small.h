/* Small dictionaries for tests: written to files for Hunspell, compiled in memory. */
#ifndef MDQ_TESTS_SMALL_H
#define MDQ_TESTS_SMALL_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "lexicon/compiled.h"
#include "lexicon/lexicon_file.h"

/* Words with a prefix, two suffixes in turn, a condition, a strip, and a glued question. */
#define TINY_AFF \
  "SET UTF-8\nFLAG long\nIGNORE َُ\n" \
  "PFX pa Y 3\nPFX pa 0 و .\nPFX pa 0 أ .\nPFX pa 0 ل [^ل]\n" \
  "SFX sa Y 2\nSFX sa 0 ون/sbpa [^ة]\nSFX sa ة ات/pa ة\n" \
  "SFX sb Y 1\nSFX sb ن 0 ن\n" \
  "SFX sc N 1\nSFX sc 0 ها .\n"
#define TINY_DIC "5\nكتب/sasc\tpo:verb is:pst\nمدرسة/pasa\nلبن/pa\nأكتب\tst:كتب is:pst po:verb\nفي\n"

static inline struct mdq_span tiny_aff(void) { return MDQ_SPAN_LIT(TINY_AFF); }
static inline struct mdq_span tiny_dic(void) { return MDQ_SPAN_LIT(TINY_DIC); }

static inline enum mdq_status compile_for_news(struct mdq_span aff, struct mdq_span dic, struct mdq_span news, struct mdq_buf *file, struct mdq_error *error) {
  mdq_buf_init(file);
  *error = (struct mdq_error){ 0 };
  return mdq_lexicon_compile(aff, "small.aff", dic, "small.dic", news, "small", file, error);
}

static inline enum mdq_status compile_small(struct mdq_span aff, struct mdq_span dic, struct mdq_buf *file, struct mdq_error *error) {
  return compile_for_news(aff, dic, mdq_span_of("", 0), file, error);
}

#endif
