/* A hash map from byte strings to pointers: open addressing, no deletion. Keys are borrowed; they must
   outlive the map. */
#ifndef MDQ_BASE_MAP_H
#define MDQ_BASE_MAP_H

#include <stdint.h>

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

uint64_t mdq_hash(struct mdq_span key);

void *mdq_map_get(const struct mdq_map *map, struct mdq_span key); /* NULL: absent */
void *mdq_map_get_hashed(const struct mdq_map *map, struct mdq_span key, uint64_t hash);
bool mdq_map_put(struct mdq_map *map, struct mdq_span key, void *value); /* false: no memory; value not NULL */
bool mdq_map_put_hashed(struct mdq_map *map, struct mdq_span key, uint64_t hash, void *value);
void mdq_map_free(struct mdq_map *map); /* frees the slots, not the values */

#endif
