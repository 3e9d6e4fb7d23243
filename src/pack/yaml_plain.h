/* A pack as nearly all are written: a list of mappings of texts and lists, without anchors, tags, blocks and escapes; only what stands
   in brackets or single quotes goes on in the next line. libyaml takes ten times as long and 5 KB an entry. Whatever is not so plain,
   or wrong, is left to it. */
#ifndef MDQ_PACK_YAML_PLAIN_H
#define MDQ_PACK_YAML_PLAIN_H

#include "pack/yaml_file.h"

struct mdq_plain {
  struct mdq_yaml *yaml; /* whose nodes are those of one item at a time */
  const char *at, *end, *line_start;
  size_t line;
  size_t depth;          /* of all brackets, as check_depth() in yaml_file.c counts them */
  unsigned nested;       /* lists and mappings around what is read */
  yaml_node_t *nodes;
  size_t node_count, node_capacity;
  int *open;             /* what the lists and mappings that are being read have so far */
  size_t open_count, open_capacity;
  struct mdq_arena arena; /* what the nodes of one item refer to, if not the file */
};

enum mdq_plain_step { MDQ_PLAIN_ITEM, MDQ_PLAIN_END, MDQ_PLAIN_NOT /* so plain, or out of memory */ };

void mdq_plain_init(struct mdq_plain *plain, struct mdq_yaml *yaml);

/* Reads the next item of the list that the file is; it lasts until the next call. */
enum mdq_plain_step mdq_plain_next(struct mdq_plain *plain, const yaml_node_t **item);
void mdq_plain_free(struct mdq_plain *plain);

#endif
