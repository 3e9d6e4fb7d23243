/* Acyclic automata while a lexicon is being built. Every node is made once (hash-consing), so that a set of forms is
   one number, equal sets are the same number, and a union or a cut costs as much as its result is large. Letters are
   codes from 0 to 63, no text. Nodes are never freed before the graph. */
#ifndef MDQ_LEXICON_GRAPH_H
#define MDQ_LEXICON_GRAPH_H

#include "base/buf.h"
#include "lexicon/automaton.h"

enum { MDQ_GRAPH_EMPTY = 0 /* the node of the empty set */ };

struct mdq_graph_edge {
  uint32_t letter, target;
};

struct mdq_graph;

/* Merges the values of two final nodes; 0 stands for "not final" and is never passed. */
typedef uint32_t mdq_graph_merge(void *user, uint32_t a, uint32_t b);

struct mdq_graph *mdq_graph_new(mdq_graph_merge *merge, void *user); /* NULL without memory */
void mdq_graph_free(struct mdq_graph *graph);
bool mdq_graph_failed(const struct mdq_graph *graph); /* memory ran out: no result is valid */

/* The node with that value (0: not final) and these edges, sorted by letter, none to the empty set. */
uint32_t mdq_graph_node(struct mdq_graph *graph, uint32_t value, const struct mdq_graph_edge *edges, size_t count);
const struct mdq_graph_edge *mdq_graph_edges(const struct mdq_graph *graph, uint32_t node, size_t *count);

uint32_t mdq_graph_union(struct mdq_graph *graph, uint32_t a, uint32_t b);

/* The forms of node with the letters put before each. */
uint32_t mdq_graph_prepend(struct mdq_graph *graph, const uint8_t *letters, size_t count, uint32_t node);

/* What follows the letter in the forms that begin with it; the forms that begin with a letter of the set. */
uint32_t mdq_graph_step(const struct mdq_graph *graph, uint32_t node, uint8_t letter);
uint32_t mdq_graph_cut(struct mdq_graph *graph, uint32_t node, uint64_t first_letters);

/* The same forms, each with value 1. `forgotten` is the caller's cache, zeroed before the first call. */
struct mdq_graph_cache {
  uint32_t *to;
  size_t count;
};
uint32_t mdq_graph_forget_values(struct mdq_graph *graph, uint32_t node, struct mdq_graph_cache *forgotten);

/* The minimal automaton of forms that come in sorted order: begin, add each form, end. A form that comes again merges
   its value with the one it has. One at a time in a graph. */
void mdq_graph_begin(struct mdq_graph *graph);
void mdq_graph_add(struct mdq_graph *graph, const uint8_t *letters, size_t count, uint32_t value);
uint32_t mdq_graph_end(struct mdq_graph *graph);

/* A word that will be looked for among the forms of node: those nodes that it leads over are counted. */
void mdq_graph_visit(struct mdq_graph *graph, uint32_t node, const uint8_t *letters, size_t count);

/* Appends the automaton of what can be reached from the nodes to an empty buffer, and sets each node to its place. The values
   are kept or left out. Nodes that are visited most stand first, so that most look-ups stay in a small part of the array: in
   the order of their visits rounded down to powers of two, and those that are alike in the order of a walk breadth first,
   which keeps together what stands behind one node. What is longer than MDQ_AUTOMATON_LARGEST is of no use. False without memory. */
bool mdq_graph_write(struct mdq_graph *graph, uint32_t *nodes, size_t count, bool values, struct mdq_buf *bytes);

#endif
