/* Which of many keys come with more than one value, told before anything is sorted: nearly every name of a large draft has one
   spelling. A slot stands for all keys that fall into it, so that a few keys with one value are taken for others. */
#ifndef MDQ_RULES_NAME_SEVERAL_H
#define MDQ_RULES_NAME_SEVERAL_H

#include "base/arena.h"
#include "base/map.h"

struct mdq_several {
  uint64_t *slots; /* key and value as one hash; 0: free; 1: several */
  size_t mask;
};

/* For so many keys; false without memory. */
static inline bool mdq_several_init(struct mdq_several *several, struct mdq_arena *arena, size_t count) {
  enum { LEAST = 64, MOST = 1 << 14 };
  size_t slots = LEAST;
  while (slots < count * 2 && slots < MOST) slots *= 2;
  several->mask = slots - 1;
  several->slots = mdq_arena_array(arena, slots, sizeof *several->slots);
  return several->slots != NULL;
}

static inline uint64_t *mdq_several_slot(const struct mdq_several *several, uint64_t key) {
  return &several->slots[(key * 0x9E3779B97F4A7C15u >> 32) & several->mask];
}

static inline void mdq_several_see(struct mdq_several *several, uint64_t key, struct mdq_span value) {
  uint64_t *slot = mdq_several_slot(several, key), hash = mdq_hash_on(mdq_hash(value), key) | 2;
  *slot = !*slot || *slot == hash ? hash : 1;
}

static inline bool mdq_several_may_have(const struct mdq_several *several, uint64_t key) {
  return *mdq_several_slot(several, key) == 1;
}

#endif
