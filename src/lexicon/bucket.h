/* Tables by hash: for each bucket, where its records start, and in the bits above that a mark for each of them, told by a
   part of the hash that is used for nothing else. What a table does not have is seldom looked for among the records so. */
#ifndef MDQ_LEXICON_BUCKET_H
#define MDQ_LEXICON_BUCKET_H

#include <stdbool.h>
#include <stdint.h>

enum { MDQ_BUCKET_START_BITS = 18, MDQ_BUCKET_MARKS = 32 - MDQ_BUCKET_START_BITS, MDQ_MOST_RECORDS = (1 << MDQ_BUCKET_START_BITS) - 1 };

static inline uint32_t mdq_bucket_start(uint32_t bucket) {
  return bucket & MDQ_MOST_RECORDS;
}

static inline uint32_t mdq_bucket_mark(uint64_t hash) {
  return UINT32_C(1) << (MDQ_BUCKET_START_BITS + ((hash >> 32 & 0xFFFF) * MDQ_BUCKET_MARKS >> 16));
}

/* False: none of its records has the hash. */
static inline bool mdq_bucket_may_have(uint32_t bucket, uint64_t hash) {
  return bucket & mdq_bucket_mark(hash);
}

#endif
