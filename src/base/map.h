/* A hash map from byte strings to pointers: open addressing, no deletion. Keys are borrowed; they must
   outlive the map. */
#ifndef MDQ_BASE_MAP_H
#define MDQ_BASE_MAP_H

#include <stdint.h>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/span.h"

struct mdq_map_slot {
  struct mdq_span key; /* key.ptr NULL: free */
  void *value;
  uint64_t hash;
};

struct mdq_map {
  struct mdq_map_slot *slots;
  size_t count, capacity; /* capacity: zero or a power of two */
};

/* Eight bytes a step: Arabic words take 6 to 16 bytes. Both multiplications are needed: files tell words apart by parts of the
   hash alone, and after one the last letter of a step is in its highest bits only. Not meant to resist chosen keys. */
static inline uint64_t mdq_hash_on(uint64_t hash, uint64_t bytes) {
  hash = (hash ^ bytes) * 0xFF51AFD7ED558CCDu;
  return (hash ^ hash >> 32) * 0x9E3779B97F4A7C15u;
}

static inline uint64_t mdq_hash(struct mdq_span key) {
  uint64_t hash = key.len;
  for (size_t i = 0; i + 8 < key.len; i += 8) hash = mdq_hash_on(hash, mdq_load8(key.ptr + i));
  hash = mdq_hash_on(hash, key.len < 8 ? mdq_load_few(key.ptr, key.len) : mdq_load8(key.ptr + key.len - 8));
  return hash ^ hash >> 29;
}

void *mdq_map_get(const struct mdq_map *map, struct mdq_span key); /* NULL: absent */
void *mdq_map_get_hashed(const struct mdq_map *map, struct mdq_span key, uint64_t hash);
bool mdq_map_put(struct mdq_map *map, struct mdq_span key, void *value); /* false: no memory; value not NULL */
bool mdq_map_put_hashed(struct mdq_map *map, struct mdq_span key, uint64_t hash, void *value);
/* The copy in the arena that is made of a text when it is first asked for; the map holds nothing else. Empty without memory,
   as arena->failed tells. */
struct mdq_span mdq_map_intern(struct mdq_map *map, struct mdq_arena *arena, struct mdq_span text);
void mdq_map_free(struct mdq_map *map); /* frees the slots, not the values */

#endif
