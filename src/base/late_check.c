#include "base/late_check.h"

#include "base/checksum.h"
#include "base/map_file.h"

void mdq_late_check_init(struct mdq_late_check *check, struct mdq_span bytes, uint64_t sum) {
  check->bytes = bytes;
  check->sum = sum;
  atomic_init(&check->soundness, MDQ_UNVERIFIED);
}

bool mdq_late_check_verify(const struct mdq_late_check *check) {
  if (mdq_is_verified(check)) return !mdq_is_damaged(check);
  bool sound = mdq_checksum(check->bytes) == check->sum;
  if (sound) mdq_let_go(check->bytes); /* all has been looked at, little may be wanted */
  struct mdq_late_check *shared = (struct mdq_late_check *)(uintptr_t)check;
  atomic_store_explicit(&shared->soundness, sound ? MDQ_SOUND : MDQ_DAMAGED, memory_order_release);
  return sound;
}
