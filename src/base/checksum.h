/* The checksum of compiled data. */
#ifndef MDQ_BASE_CHECKSUM_H
#define MDQ_BASE_CHECKSUM_H

#include <stdint.h>

#include "base/span.h"

/* Sees every change of up to eight bytes in a row, and by chance nearly all others. */
uint64_t mdq_checksum(struct mdq_span bytes);

#endif
