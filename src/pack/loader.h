/* Shared by load.c, which reads the files, and entry_read.c, which reads one entry. */
#ifndef MDQ_PACK_LOADER_H
#define MDQ_PACK_LOADER_H

#include "base/map.h"
#include "pack/packs.h"
#include "pack/yaml_file.h"

struct mdq_loaded { /* one entry, until all are known and sorted */
  struct mdq_rule rule;
  struct mdq_entry entry;
  struct mdq_entry_source source;
  struct mdq_entry_marks marks;
};

/* Texts stand one behind the other: there are dozens an entry. */
struct mdq_text_room {
  struct mdq_arena *arena;
  char *at;
  size_t left;
};

struct mdq_loader {
  struct mdq_packs *packs;
  struct mdq_arena scratch; /* what compiling needs, and nothing after it */
  struct mdq_text_room kept, passing; /* in the packs' arena, and in that one */
  struct mdq_yaml yaml; /* the file being read */
  const char *path;     /* its path, in the packs' arena */
  struct mdq_map ids;   /* to struct mdq_entry_marks */
  struct mdq_loaded *loaded;
  size_t loaded_count, loaded_capacity, regex_capacity;
  mdq_pack_fault *fault; /* NULL: the first fault ends it */
  void *fault_user;
};

/* Reads an entry into l->loaded, or fails with its place. */
enum mdq_status mdq_entry_read(struct mdq_loader *l, const yaml_node_t *node);

/* Fails unless the node is a list of at least so many items. */
enum mdq_status mdq_check_list(const struct mdq_loader *l, const yaml_node_t *node, const char *name, size_t least, size_t *count);

static inline const yaml_node_t *mdq_list_item(const struct mdq_loader *l, const yaml_node_t *list, size_t i) {
  return mdq_yaml_node(&l->yaml, list->data.sequence.items.start[i]);
}

#endif
