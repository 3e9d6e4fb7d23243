/* The items of a pack, one at a time: a file has thousands, and libyaml would take 5 KB for each of them if it read all at once. What is
   wrong, or has anchors or tags, is left to mdq_yaml_parse(). */
#ifndef MDQ_PACK_YAML_ITEMS_H
#define MDQ_PACK_YAML_ITEMS_H

#include "pack/yaml_file.h"

struct mdq_yaml_items {
  struct mdq_yaml *yaml; /* whose nodes are those of one item at a time */
  yaml_parser_t parser;
  yaml_node_t *nodes;
  size_t node_count, node_capacity;
  int *open;             /* the nodes of the lists and mappings that are being read */
  size_t open_count, open_capacity;
  struct mdq_arena arena; /* what the nodes of one item refer to */
  bool able;             /* the parser has been set up */
};

enum mdq_items_step { MDQ_ITEMS_NEXT, MDQ_ITEMS_END, MDQ_ITEMS_NOT /* such a file, or out of memory */ };

/* The file must stay open. Free the items after any end. */
void mdq_yaml_items_init(struct mdq_yaml_items *items, struct mdq_yaml *yaml);

/* Reads the next item of the list that the file is; it lasts until the next call. */
enum mdq_items_step mdq_yaml_items_next(struct mdq_yaml_items *items, const yaml_node_t **item);
void mdq_yaml_items_free(struct mdq_yaml_items *items);

#endif
