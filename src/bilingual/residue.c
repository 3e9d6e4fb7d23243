#include "bilingual/residue.h"

#include "bilingual/match.h"

enum {
  WINDOW = 32,      /* of the other text's residues that are looked at for one */
  DISTINCTIVE = 13  /* smaller numbers are everywhere */
};

bool mdq_residues_unite(struct mdq_arena *arena, struct mdq_residues *source, size_t first, uint32_t segments) {
  struct seen { uint32_t times; bool loose; } *seen;
  uint32_t orders = 0;
  size_t kept = first;
  for (size_t i = first; i < source->count; i++)
    if (source->items[i].claim.order >= orders) orders = source->items[i].claim.order + 1;
  if (!(seen = mdq_arena_array(arena, orders + 1, sizeof *seen))) return false;
  for (size_t i = first; i < source->count; i++) {
    struct seen *claim = &seen[source->items[i].claim.order];
    claim->times++;
    claim->loose = claim->loose || source->items[i].loose;
  }
  for (size_t i = first; i < source->count; i++) {
    struct seen *claim = &seen[source->items[i].claim.order];
    source->items[i].loose = claim->loose;
    if (claim->times == segments) source->items[kept++] = source->items[i];
    claim->times = 0; /* once is enough */
  }
  source->count = kept;
  return true;
}

static bool settle(struct mdq_residue *s, struct mdq_residue *t) {
  if (t->settled || !mdq_claims_agree(&s->claim, &t->claim)) return false;
  s->settled = t->settled = true;
  return true;
}

static void settle_neighbours(struct mdq_residues *source, struct mdq_residues *target) {
  size_t first = 0;
  for (size_t i = 0; i < source->count; i++) {
    struct mdq_residue *s = &source->items[i];
    while (first < target->count && target->items[first].unit + 1 < s->unit) first++;
    for (size_t j = first; j < target->count && j < first + WINDOW && target->items[j].unit <= s->unit + 1; j++)
      if (settle(s, &target->items[j])) break;
  }
}

/* The claims that may be sought in the whole draft; their order leads back to the residue. */
static bool distinctive(struct mdq_arena *arena, const struct mdq_residues *residues, struct mdq_claims *claims) {
  for (size_t i = 0; i < residues->count; i++) {
    const struct mdq_residue *r = &residues->items[i];
    if (r->settled || r->claim.type != MDQ_CLAIM_NUMBER || r->claim.value < DISTINCTIVE) continue;
    struct mdq_claim *claim = mdq_arena_push(arena, &claims->items, &claims->count, &claims->capacity, sizeof *claim);
    if (!claim) return false;
    *claim = r->claim;
    claim->order = (uint32_t)i;
  }
  return true;
}

bool mdq_residues_settle(struct mdq_arena *arena, struct mdq_residues *source, struct mdq_residues *target) {
  struct mdq_claims s = { 0 }, t = { 0 };
  settle_neighbours(source, target);
  if (!distinctive(arena, source, &s) || !distinctive(arena, target, &t) || !mdq_claims_match_equal(arena, &s, &t)) return false;
  for (size_t i = 0; i < s.count; i++)
    if (s.items[i].paired) source->items[s.items[i].order].settled = target->items[s.items[i].partner].settled = true;
  return true;
}
