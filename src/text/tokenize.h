/* Segment text to tokens. */
#ifndef MDQ_TEXT_TOKENIZE_H
#define MDQ_TEXT_TOKENIZE_H

#include "text/segment.h"

/* Tokens are kept here from segment to segment, so that one allocation serves a document. */
struct mdq_tokens {
  struct mdq_token *items;
  size_t count, capacity;
  uint32_t *marks; /* of the segment */
  size_t mark_count, mark_capacity;
};

/* Fills kinds, traits, tokens and marks of the segment from its text, which is valid UTF-8 of less than
   4 GiB. The tokens are valid until the next call. False without memory. */
bool mdq_tokenize(struct mdq_segment *segment, struct mdq_tokens *tokens, struct mdq_words *words);
void mdq_tokens_free(struct mdq_tokens *tokens);

#endif
