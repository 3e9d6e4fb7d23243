/* Mapped data whose checksum is verified when they are first used: a short draft uses little of what is installed, and to look at
   all of it would be most of its time and memory. Who asks first verifies, in whatever thread; the answer is remembered.

     mdq_late_check_init(&check, bytes, sum);
     if (!mdq_is_sound(&check)) ...;    // before the data are used
     if (mdq_is_damaged(&check)) ...;   // whether somebody has come upon damage */
#ifndef MDQ_BASE_LATE_CHECK_H
#define MDQ_BASE_LATE_CHECK_H

#include <stdatomic.h>
#include <stdint.h>

#include "base/span.h"

enum mdq_soundness { MDQ_SOUND = 0, MDQ_UNVERIFIED, MDQ_DAMAGED };

struct mdq_late_check { /* all zero: there is nothing to verify */
  struct mdq_span bytes;
  uint64_t sum;
  _Atomic(uint8_t) soundness; /* enum mdq_soundness */
};

/* The bytes are of a mapped file, and nobody has written to them: while they are not used they need not stay in memory. */
void mdq_late_check_init(struct mdq_late_check *check, struct mdq_span bytes, uint64_t sum);

/* Verifies now. What is remembered does not count as a change: data are immutable to those who share them. */
bool mdq_late_check_verify(const struct mdq_late_check *check);

static inline bool mdq_is_sound(const struct mdq_late_check *check) {
  return atomic_load_explicit(&check->soundness, memory_order_acquire) == MDQ_SOUND || mdq_late_check_verify(check);
}

static inline bool mdq_is_verified(const struct mdq_late_check *check) {
  return atomic_load_explicit(&check->soundness, memory_order_acquire) != MDQ_UNVERIFIED;
}

static inline bool mdq_is_damaged(const struct mdq_late_check *check) {
  return atomic_load_explicit(&check->soundness, memory_order_acquire) == MDQ_DAMAGED;
}

#endif
