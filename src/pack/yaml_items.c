#include "pack/yaml_items.h"

#include <stdlib.h>

enum { MOST_NESTED = 8 };

/* Room for one more; false without memory. */
static bool has_room(void *array, size_t count, size_t *capacity, size_t size) {
  void **items = array;
  if (count < *capacity) return true;
  size_t more = *capacity ? *capacity * 2 : 64;
  void *grown = realloc(*items, more * size);
  if (!grown) return false;
  *items = grown;
  *capacity = more;
  return true;
}

/* Its number, from 1; 0 without memory. */
static int add_node(struct mdq_yaml_items *items, yaml_node_type_t type, const yaml_event_t *event) {
  if (!has_room(&items->nodes, items->node_count, &items->node_capacity, sizeof *items->nodes)) return 0;
  yaml_node_t *node = &items->nodes[items->node_count++];
  memset(node, 0, sizeof *node);
  node->type = type;
  node->start_mark = event->start_mark;
  node->end_mark = event->end_mark;
  return (int)items->node_count;
}

static bool push(struct mdq_yaml_items *items, int node) {
  if (!node || !has_room(&items->open, items->open_count, &items->open_capacity, sizeof *items->open)) return false;
  items->open[items->open_count++] = node;
  return true;
}

static int add_scalar(struct mdq_yaml_items *items, const yaml_event_t *event) {
  struct mdq_span value = mdq_span_of((const char *)event->data.scalar.value, event->data.scalar.length);
  int number = event->data.scalar.anchor || event->data.scalar.tag ? 0 : add_node(items, YAML_SCALAR_NODE, event);
  struct mdq_span copy = mdq_arena_copy(&items->arena, value);
  if (!number || items->arena.failed) return 0;
  yaml_node_t *node = &items->nodes[number - 1];
  node->data.scalar.value = (yaml_char_t *)(uintptr_t)copy.ptr;
  node->data.scalar.length = copy.len;
  node->data.scalar.style = event->data.scalar.style;
  return number;
}

/* Gives a list or mapping what has been read since `first` of the open ones. */
static int close_node(struct mdq_yaml_items *items, int number, size_t first, const yaml_event_t *event) {
  size_t count = items->open_count - first;
  int *parts = mdq_arena_array(&items->arena, count + 1, sizeof *parts);
  if (!parts) return 0;
  if (count) memcpy(parts, items->open + first, count * sizeof *parts);
  items->open_count = first;
  yaml_node_t *node = &items->nodes[number - 1];
  node->end_mark = event->end_mark;
  if (node->type == YAML_SEQUENCE_NODE) {
    node->data.sequence.items.start = parts;
    node->data.sequence.items.top = node->data.sequence.items.end = parts + count;
  } else {
    _Static_assert(sizeof(yaml_node_pair_t) == 2 * sizeof(int), "a key and a value");
    node->data.mapping.pairs.start = (yaml_node_pair_t *)(void *)parts;
    node->data.mapping.pairs.top = node->data.mapping.pairs.end = node->data.mapping.pairs.start + count / 2;
  }
  return number;
}

static int read_node(struct mdq_yaml_items *items, const yaml_event_t *event, unsigned depth);

/* What stands in a list or mapping, up to its end. */
static int read_parts(struct mdq_yaml_items *items, int number, yaml_event_type_t last, unsigned depth) {
  size_t first = items->open_count;
  while (number && depth < MOST_NESTED) {
    yaml_event_t event;
    if (!yaml_parser_parse(&items->parser, &event)) return 0;
    bool ends = event.type == last;
    int part = ends ? close_node(items, number, first, &event) : read_node(items, &event, depth + 1);
    yaml_event_delete(&event);
    if (ends) return part;
    if (!push(items, part)) return 0;
  }
  return 0;
}

static int read_node(struct mdq_yaml_items *items, const yaml_event_t *event, unsigned depth) {
  switch (event->type) {
    case YAML_SCALAR_EVENT: return add_scalar(items, event);
    case YAML_SEQUENCE_START_EVENT:
      if (event->data.sequence_start.anchor || event->data.sequence_start.tag) return 0;
      return read_parts(items, add_node(items, YAML_SEQUENCE_NODE, event), YAML_SEQUENCE_END_EVENT, depth);
    case YAML_MAPPING_START_EVENT:
      if (event->data.mapping_start.anchor || event->data.mapping_start.tag) return 0;
      return read_parts(items, add_node(items, YAML_MAPPING_NODE, event), YAML_MAPPING_END_EVENT, depth);
    default: return 0;
  }
}

static bool passes(struct mdq_yaml_items *items, yaml_event_type_t type) {
  yaml_event_t event;
  if (!yaml_parser_parse(&items->parser, &event)) return false;
  bool is = event.type == type && (type != YAML_SEQUENCE_START_EVENT || (!event.data.sequence_start.anchor && !event.data.sequence_start.tag));
  yaml_event_delete(&event);
  return is;
}

void mdq_yaml_items_init(struct mdq_yaml_items *items, struct mdq_yaml *yaml) {
  *items = (struct mdq_yaml_items){ .yaml = yaml };
  if (!mdq_yaml_is_shallow(yaml)) return;
  items->able = yaml_parser_initialize(&items->parser);
  if (!items->able) return;
  yaml_parser_set_encoding(&items->parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&items->parser, (const unsigned char *)yaml->text.ptr, yaml->text.len);
}

enum mdq_items_step mdq_yaml_items_next(struct mdq_yaml_items *items, const yaml_node_t **item) {
  bool starts = !items->node_count;
  mdq_arena_reset(&items->arena);
  items->node_count = items->open_count = 0;
  if (!items->able) return MDQ_ITEMS_NOT;
  if (starts && !(passes(items, YAML_STREAM_START_EVENT) && passes(items, YAML_DOCUMENT_START_EVENT) && passes(items, YAML_SEQUENCE_START_EVENT)))
    return MDQ_ITEMS_NOT;
  yaml_event_t event;
  if (!yaml_parser_parse(&items->parser, &event)) return MDQ_ITEMS_NOT;
  bool ends = event.type == YAML_SEQUENCE_END_EVENT;
  int node = ends ? 0 : read_node(items, &event, 0);
  yaml_event_delete(&event);
  if (ends) return passes(items, YAML_DOCUMENT_END_EVENT) && passes(items, YAML_STREAM_END_EVENT) ? MDQ_ITEMS_END : MDQ_ITEMS_NOT;
  if (!node) return MDQ_ITEMS_NOT;
  items->yaml->nodes = items->nodes;
  *item = &items->nodes[node - 1];
  return MDQ_ITEMS_NEXT;
}

void mdq_yaml_items_free(struct mdq_yaml_items *items) {
  if (items->able) yaml_parser_delete(&items->parser);
  free(items->nodes);
  free(items->open);
  mdq_arena_free(&items->arena);
}
