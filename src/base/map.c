#include "base/map.h"

#include <stdlib.h>

static bool same(struct mdq_span a, struct mdq_span b) {
  return a.len == b.len && mdq_same_bytes(a.ptr, b.ptr, a.len);
}

static struct mdq_map_slot *find(const struct mdq_map *map, struct mdq_span key, uint64_t hash) {
  size_t at = (size_t)hash & (map->capacity - 1);
  while (map->slots[at].key.ptr && (map->slots[at].hash != hash || !same(map->slots[at].key, key)))
    at = (at + 1) & (map->capacity - 1);
  return &map->slots[at];
}

void *mdq_map_get_hashed(const struct mdq_map *map, struct mdq_span key, uint64_t hash) {
  return map->capacity ? find(map, key, hash)->value : NULL;
}

void *mdq_map_get(const struct mdq_map *map, struct mdq_span key) {
  return mdq_map_get_hashed(map, key, mdq_hash(key));
}

static bool grow(struct mdq_map *map) {
  struct mdq_map bigger = { .capacity = map->capacity ? map->capacity * 2 : 64, .count = map->count };
  bigger.slots = calloc(bigger.capacity, sizeof *bigger.slots);
  if (!bigger.slots) return false;
  for (size_t i = 0; i < map->capacity; i++)
    if (map->slots[i].key.ptr) *find(&bigger, map->slots[i].key, map->slots[i].hash) = map->slots[i];
  free(map->slots);
  *map = bigger;
  return true;
}

bool mdq_map_put_hashed(struct mdq_map *map, struct mdq_span key, uint64_t hash, void *value) {
  if (map->count * 4 >= map->capacity * 3 && !grow(map)) return false;
  struct mdq_map_slot *slot = find(map, key, hash);
  if (!slot->key.ptr) {
    slot->key = key.ptr ? key : mdq_span_of("", 0);
    slot->hash = hash;
    map->count++;
  }
  slot->value = value;
  return true;
}

bool mdq_map_put(struct mdq_map *map, struct mdq_span key, void *value) {
  return mdq_map_put_hashed(map, key, mdq_hash(key), value);
}

struct mdq_span mdq_map_intern(struct mdq_map *map, struct mdq_arena *arena, struct mdq_span text) {
  uint64_t hash = mdq_hash(text);
  const char *known = mdq_map_get_hashed(map, text, hash);
  if (known) return mdq_span_of(known, text.len);
  struct mdq_span copy = mdq_arena_copy(arena, text);
  if (copy.len == text.len && mdq_map_put_hashed(map, copy, hash, (void *)(uintptr_t)copy.ptr)) return copy;
  arena->failed = true;
  return mdq_span_of("", 0);
}

void mdq_map_free(struct mdq_map *map) {
  free(map->slots);
  *map = (struct mdq_map){ 0 };
}
