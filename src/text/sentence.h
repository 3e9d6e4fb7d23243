/* Where sentences start and what stands inside quotation marks: flags on the tokens. */
#ifndef MDQ_TEXT_SENTENCE_H
#define MDQ_TEXT_SENTENCE_H

#include "text/tokenize.h"

/* Sets MDQ_TOKEN_SENTENCE_START. A stop after an abbreviation (د. أ. ص.ب), and any stop that no space follows, ends no sentence. */
void mdq_mark_sentences(const struct mdq_segment *segment, struct mdq_tokens *tokens);

/* Sets MDQ_TOKEN_PLAIN of marks. */
void mdq_mark_plain(const struct mdq_segment *segment, struct mdq_tokens *tokens);

/* Sets MDQ_TOKEN_QUOTED between paired marks. Which of “ and ” opens differs between newsrooms and CLDR, so
   the spacing decides for all marks but « and ». */
void mdq_mark_quotations(const struct mdq_segment *segment, struct mdq_tokens *tokens);

/* How a quotation mark stands: glued to what follows and not to what precedes, or the reverse. */
enum mdq_quote_side { MDQ_QUOTE_UNDECIDED, MDQ_QUOTE_OPENS, MDQ_QUOTE_CLOSES };
enum mdq_quote_side mdq_quote_side(const struct mdq_segment *segment, size_t i);

#endif
