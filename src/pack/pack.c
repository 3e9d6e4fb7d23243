#include "pack/pack.h"

#include <stdlib.h>

struct mdq_packs {
  struct mdq_rule_group group;
};

enum mdq_status mdq_packs_load(struct mdq_packs **packs, const char *data_dir, struct mdq_error *error) {
  (void)data_dir;
  *packs = calloc(1, sizeof **packs);
  return *packs ? MDQ_OK : mdq_fail(error, MDQ_NO_MEMORY, "out of memory");
}

void mdq_packs_free(struct mdq_packs *packs) {
  free(packs);
}

const struct mdq_rule_group *mdq_packs_group(const struct mdq_packs *packs) {
  return &packs->group;
}
