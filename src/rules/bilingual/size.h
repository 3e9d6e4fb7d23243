/* How much text there is, for comparing a draft with its source. */
#ifndef MDQ_RULES_BILINGUAL_SIZE_H
#define MDQ_RULES_BILINGUAL_SIZE_H

#include "base/span.h"

/* Code points, without white space and Arabic diacritics. */
size_t mdq_text_size(struct mdq_span text);

/* Runs between white space. */
size_t mdq_text_words(struct mdq_span text);

/* The mark that ends the last sentence, looked for before closing quotation marks and brackets; 0: there is none. */
uint32_t mdq_final_mark(struct mdq_span text);

/* What of the text is left without white space at its ends. */
struct mdq_span mdq_trimmed(struct mdq_span text);

#endif
