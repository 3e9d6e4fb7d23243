/* One YAML document of a pack, with errors that say where. libyaml's marks count lines and code points from 0. */
#ifndef MDQ_PACK_YAML_FILE_H
#define MDQ_PACK_YAML_FILE_H

#include <yaml.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"

struct mdq_yaml {
  yaml_document_t document;
  bool parsed;          /* into that */
  const yaml_node_t *nodes; /* by their number less one: the document's, or those of an item, see yaml_items.h */
  struct mdq_buf bytes;
  struct mdq_span text; /* the same without a byte order mark, which takes no column */
  const char *path;
  struct mdq_error *error;
};

/* Reads a file. On success close it with mdq_yaml_close(). */
enum mdq_status mdq_yaml_open(struct mdq_yaml *yaml, const char *path, struct mdq_error *error);
void mdq_yaml_close(struct mdq_yaml *yaml);

/* Parses all of it, which is to hold one document. */
enum mdq_status mdq_yaml_parse(struct mdq_yaml *yaml);

/* Fails with MDQ_NO_DATA at the start of a node. */
enum mdq_status mdq_yaml_fail(const struct mdq_yaml *yaml, const yaml_node_t *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same at byte `at` of a scalar's value, as far as its place in the file can be told. */
enum mdq_status mdq_yaml_fail_inside(const struct mdq_yaml *yaml, const yaml_node_t *scalar, size_t at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The parser's time grows with the square of the depth: false if brackets are nested too deep, which mdq_yaml_parse() tells of. */
bool mdq_yaml_is_shallow(const struct mdq_yaml *yaml);

static inline const yaml_node_t *mdq_yaml_node(const struct mdq_yaml *yaml, int number) {
  return &yaml->nodes[number - 1];
}

static inline struct mdq_span mdq_yaml_value(const yaml_node_t *scalar) {
  return mdq_span_of((const char *)scalar->data.scalar.value, scalar->data.scalar.length);
}

#endif
