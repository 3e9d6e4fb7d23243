/* URLs, bare domain names and e-mail addresses. */
#ifndef MDQ_TEXT_WEB_ADDRESS_H
#define MDQ_TEXT_WEB_ADDRESS_H

#include "text/segment.h"

/* If an address starts at `start`, where a Latin letter stands: its end, and MDQ_TOKEN_URL or MDQ_TOKEN_EMAIL in *kind. Else `start`. */
size_t mdq_web_address_end(struct mdq_span text, size_t start, enum mdq_token_kind *kind);

#endif
