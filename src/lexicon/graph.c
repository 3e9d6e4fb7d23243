#include "lexicon/graph.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_FORM = 256 };

struct node {
  uint32_t value, first_edge, edge_count, hash, visits;
};

struct open_node { /* on the path of the form last added */
  uint32_t value;
  size_t count;
  struct mdq_graph_edge edges[MDQ_MOST_LETTERS];
};

struct pair {
  uint32_t a, b, result;
};

struct mdq_graph {
  struct node *nodes;
  size_t node_count, node_capacity;
  struct mdq_graph_edge *edges;
  size_t edge_count, edge_capacity;
  uint32_t *slots; /* node numbers by hash, 0: free */
  size_t slot_count;
  struct pair *unions; /* what has been united, by hash; a == 0: free */
  size_t union_count, union_capacity;
  mdq_graph_merge *merge;
  void *user;
  struct open_node *path; /* LONGEST_FORM + 1 */
  uint8_t last[LONGEST_FORM];
  size_t last_length;
  bool failed;
};

struct mdq_graph *mdq_graph_new(mdq_graph_merge *merge, void *user) {
  struct mdq_graph *graph = calloc(1, sizeof *graph);
  if (!graph) return NULL;
  graph->merge = merge;
  graph->user = user;
  graph->path = calloc(LONGEST_FORM + 1, sizeof *graph->path);
  graph->nodes = calloc(1024, sizeof *graph->nodes);
  if (!graph->path || !graph->nodes) return mdq_graph_free(graph), NULL;
  graph->node_capacity = 1024;
  graph->node_count = 1; /* the empty set */
  return graph;
}

void mdq_graph_free(struct mdq_graph *graph) {
  if (!graph) return;
  free(graph->nodes);
  free(graph->edges);
  free(graph->slots);
  free(graph->unions);
  free(graph->path);
  free(graph);
}

bool mdq_graph_failed(const struct mdq_graph *graph) {
  return graph->failed;
}

const struct mdq_graph_edge *mdq_graph_edges(const struct mdq_graph *graph, uint32_t node, size_t *count) {
  *count = graph->nodes[node].edge_count;
  return graph->edges + graph->nodes[node].first_edge;
}

/* -- making nodes -- */

static uint32_t mix(uint32_t hash, uint32_t word) {
  hash = (hash ^ word) * UINT32_C(0x9E3779B1);
  return hash ^ hash >> 15;
}

static uint32_t hash_of(uint32_t value, const struct mdq_graph_edge *edges, size_t count) {
  uint32_t hash = mix(0x811C9DC5u, value);
  for (size_t i = 0; i < count; i++) hash = mix(mix(hash, edges[i].letter), edges[i].target);
  return hash;
}

static bool grow(void **items, size_t *capacity, size_t needed, size_t size) {
  if (needed <= *capacity) return true;
  size_t larger = *capacity ? *capacity : 1024;
  while (larger < needed) larger += larger / 2;
  void *moved = realloc(*items, larger * size);
  if (!moved) return false;
  *items = moved;
  *capacity = larger;
  return true;
}

static bool rehash(struct mdq_graph *graph) {
  size_t count = graph->slot_count ? graph->slot_count * 2 : 1 << 16;
  uint32_t *slots = calloc(count, sizeof *slots);
  if (!slots) return false;
  for (uint32_t i = 1; i < graph->node_count; i++) {
    size_t at = graph->nodes[i].hash & (count - 1);
    while (slots[at]) at = (at + 1) & (count - 1);
    slots[at] = i;
  }
  free(graph->slots);
  graph->slots = slots;
  graph->slot_count = count;
  return true;
}

static uint32_t fail(struct mdq_graph *graph) {
  graph->failed = true;
  return MDQ_GRAPH_EMPTY;
}

uint32_t mdq_graph_node(struct mdq_graph *graph, uint32_t value, const struct mdq_graph_edge *edges, size_t count) {
  if (graph->failed || (!value && !count)) return MDQ_GRAPH_EMPTY;
  if (graph->node_count * 2 >= graph->slot_count && !rehash(graph)) return fail(graph);
  uint32_t hash = hash_of(value, edges, count);
  size_t at = hash & (graph->slot_count - 1);
  for (; graph->slots[at]; at = (at + 1) & (graph->slot_count - 1)) {
    const struct node *known = &graph->nodes[graph->slots[at]];
    if (known->hash == hash && known->value == value && known->edge_count == count &&
        (!count || !memcmp(graph->edges + known->first_edge, edges, count * sizeof *edges)))
      return graph->slots[at];
  }
  if (!grow((void **)&graph->nodes, &graph->node_capacity, graph->node_count + 1, sizeof *graph->nodes) ||
      !grow((void **)&graph->edges, &graph->edge_capacity, graph->edge_count + count, sizeof *graph->edges) ||
      graph->edge_count + count > UINT32_MAX)
    return fail(graph);
  if (count) memcpy(graph->edges + graph->edge_count, edges, count * sizeof *edges);
  graph->nodes[graph->node_count] =
      (struct node){ .value = value, .first_edge = (uint32_t)graph->edge_count, .edge_count = (uint32_t)count, .hash = hash };
  graph->edge_count += count;
  return graph->slots[at] = (uint32_t)graph->node_count++;
}

/* -- union -- */

static size_t pair_slot(const struct pair *pairs, size_t capacity, uint32_t a, uint32_t b) {
  size_t at = mix(mix(7, a), b) & (capacity - 1);
  while (pairs[at].a && (pairs[at].a != a || pairs[at].b != b)) at = (at + 1) & (capacity - 1);
  return at;
}

static bool room_for_pair(struct mdq_graph *graph) {
  if (graph->union_count * 2 < graph->union_capacity) return true;
  size_t capacity = graph->union_capacity ? graph->union_capacity * 2 : 1 << 16;
  struct pair *pairs = calloc(capacity, sizeof *pairs);
  if (!pairs) return false;
  for (size_t i = 0; i < graph->union_capacity; i++)
    if (graph->unions[i].a) pairs[pair_slot(pairs, capacity, graph->unions[i].a, graph->unions[i].b)] = graph->unions[i];
  free(graph->unions);
  graph->unions = pairs;
  graph->union_capacity = capacity;
  return true;
}

static uint32_t merged_value(const struct mdq_graph *graph, uint32_t a, uint32_t b) {
  return !a ? b : !b || a == b ? a : graph->merge(graph->user, a, b);
}

uint32_t mdq_graph_union(struct mdq_graph *graph, uint32_t a, uint32_t b) {
  if (graph->failed) return MDQ_GRAPH_EMPTY;
  if (a == b || !b) return a;
  if (!a) return b;
  if (a > b) {
    uint32_t swap = a;
    a = b;
    b = swap;
  }
  if (!room_for_pair(graph)) return fail(graph);
  const struct pair *known = &graph->unions[pair_slot(graph->unions, graph->union_capacity, a, b)];
  if (known->a) return known->result;
  struct mdq_graph_edge edges[MDQ_MOST_LETTERS];
  size_t count = 0, i = 0, j = 0;
  struct node left = graph->nodes[a], right = graph->nodes[b]; /* copies: the arrays move below */
  while (i < left.edge_count || j < right.edge_count) {
    struct mdq_graph_edge end = { UINT32_MAX, MDQ_GRAPH_EMPTY };
    struct mdq_graph_edge x = i < left.edge_count ? graph->edges[left.first_edge + i] : end;
    struct mdq_graph_edge y = j < right.edge_count ? graph->edges[right.first_edge + j] : end;
    uint32_t letter = x.letter < y.letter ? x.letter : y.letter;
    if (x.letter == letter) i++;
    else x.target = MDQ_GRAPH_EMPTY;
    if (y.letter == letter) j++;
    else y.target = MDQ_GRAPH_EMPTY;
    edges[count++] = (struct mdq_graph_edge){ letter, mdq_graph_union(graph, x.target, y.target) };
  }
  uint32_t result = mdq_graph_node(graph, merged_value(graph, left.value, right.value), edges, count);
  if (!room_for_pair(graph)) return fail(graph);
  graph->unions[pair_slot(graph->unions, graph->union_capacity, a, b)] = (struct pair){ a, b, result };
  graph->union_count++;
  return result;
}

/* -- prefixes -- */

uint32_t mdq_graph_prepend(struct mdq_graph *graph, const uint8_t *letters, size_t count, uint32_t node) {
  while (node && count) {
    struct mdq_graph_edge edge = { letters[--count], node };
    node = mdq_graph_node(graph, 0, &edge, 1);
  }
  return node;
}

uint32_t mdq_graph_step(const struct mdq_graph *graph, uint32_t node, uint8_t letter) {
  size_t count;
  const struct mdq_graph_edge *edges = mdq_graph_edges(graph, node, &count);
  for (size_t i = 0; i < count; i++)
    if (edges[i].letter == letter) return edges[i].target;
  return MDQ_GRAPH_EMPTY;
}

uint32_t mdq_graph_cut(struct mdq_graph *graph, uint32_t node, uint64_t first_letters) {
  struct mdq_graph_edge kept[MDQ_MOST_LETTERS];
  size_t count, kept_count = 0;
  const struct mdq_graph_edge *edges = mdq_graph_edges(graph, node, &count);
  for (size_t i = 0; i < count; i++)
    if (first_letters >> edges[i].letter & 1) kept[kept_count++] = edges[i];
  return mdq_graph_node(graph, 0, kept, kept_count);
}

uint32_t mdq_graph_forget_values(struct mdq_graph *graph, uint32_t node, struct mdq_graph_cache *forgotten) {
  if (!node || graph->failed) return MDQ_GRAPH_EMPTY;
  if (node >= forgotten->count) {
    size_t count = graph->node_count + graph->node_count / 2;
    uint32_t *to = realloc(forgotten->to, count * sizeof *to);
    if (!to) return fail(graph);
    memset(to + forgotten->count, 0, (count - forgotten->count) * sizeof *to);
    forgotten->to = to;
    forgotten->count = count;
  }
  if (forgotten->to[node]) return forgotten->to[node];
  struct mdq_graph_edge edges[MDQ_MOST_LETTERS];
  struct node old = graph->nodes[node];
  for (size_t i = 0; i < old.edge_count; i++) {
    struct mdq_graph_edge edge = graph->edges[old.first_edge + i];
    edges[i] = (struct mdq_graph_edge){ edge.letter, mdq_graph_forget_values(graph, edge.target, forgotten) };
  }
  uint32_t result = mdq_graph_node(graph, old.value ? 1 : 0, edges, old.edge_count);
  forgotten->to[node] = result;
  return result;
}

/* -- sorted forms -- */

/* Makes nodes of the open ones below `depth` letters and hangs each to the one before it. */
static void close_path(struct mdq_graph *graph, size_t depth) {
  while (graph->last_length > depth) {
    struct open_node *closing = &graph->path[graph->last_length];
    uint32_t node = mdq_graph_node(graph, closing->value, closing->edges, closing->count);
    struct open_node *parent = &graph->path[--graph->last_length];
    parent->edges[parent->count++] = (struct mdq_graph_edge){ graph->last[graph->last_length], node };
  }
}

void mdq_graph_begin(struct mdq_graph *graph) {
  graph->last_length = 0;
  graph->path[0].value = 0;
  graph->path[0].count = 0;
}

void mdq_graph_add(struct mdq_graph *graph, const uint8_t *letters, size_t count, uint32_t value) {
  if (count > LONGEST_FORM) return;
  size_t common = 0;
  while (common < count && common < graph->last_length && letters[common] == graph->last[common]) common++;
  close_path(graph, common);
  for (; graph->last_length < count; graph->last_length++) {
    graph->last[graph->last_length] = letters[graph->last_length];
    graph->path[graph->last_length + 1].value = 0;
    graph->path[graph->last_length + 1].count = 0;
  }
  struct open_node *end = &graph->path[count];
  end->value = merged_value(graph, end->value, value);
}

uint32_t mdq_graph_end(struct mdq_graph *graph) {
  close_path(graph, 0);
  return mdq_graph_node(graph, graph->path[0].value, graph->path[0].edges, graph->path[0].count);
}

/* -- writing -- */

void mdq_graph_visit(struct mdq_graph *graph, uint32_t node, const uint8_t *letters, size_t count) {
  graph->nodes[node].visits++;
  for (size_t i = 0; i < count && node; i++) {
    node = mdq_graph_step(graph, node, letters[i]);
    graph->nodes[node].visits++;
  }
}

struct writing {
  struct mdq_graph *graph;
  struct mdq_buf *bytes;
  bool values;
  uint32_t *place; /* of each node; 0: not reached */
  uint32_t *nodes; /* as they are reached, breadth first */
  size_t count;
};

static void reach(struct writing *w, uint32_t node) {
  if (!node || w->place[node]) return;
  w->place[node] = UINT32_MAX;
  w->nodes[w->count++] = node;
}

static void reach_all(struct writing *w, const uint32_t *nodes, size_t count) {
  for (size_t i = 0; i < count; i++) reach(w, nodes[i]);
  for (size_t at = 0; at < w->count; at++) {
    size_t edge_count;
    const struct mdq_graph_edge *edges = mdq_graph_edges(w->graph, w->nodes[at], &edge_count);
    for (size_t i = 0; i < edge_count; i++) reach(w, edges[i].target);
  }
}

static unsigned rank(const struct node *node) {
  return node->visits ? 32 - (unsigned)__builtin_clz(node->visits) : 0;
}

static bool sort_nodes(struct writing *w) {
  uint32_t *sorted = malloc((w->count + 1) * sizeof *sorted);
  if (!sorted) return false;
  size_t start[33 + 1] = { 0 }; /* of each rank, the highest first */
  for (size_t i = 0; i < w->count; i++) start[33 - rank(&w->graph->nodes[w->nodes[i]])]++;
  for (size_t r = 1; r <= 33; r++) start[r] += start[r - 1];
  for (size_t i = 0; i < w->count; i++) sorted[start[32 - rank(&w->graph->nodes[w->nodes[i]])]++] = w->nodes[i];
  free(w->nodes);
  w->nodes = sorted;
  return true;
}

static void add_number(struct writing *w, uint32_t number) { /* of three bytes */
  number = htole32(number);
  mdq_buf_add(w->bytes, mdq_span_of((const char *)&number, MDQ_AUTOMATON_EDGE));
}

static void write_bits(struct writing *w, uint64_t bits) {
  bits = htole64(bits);
  mdq_buf_add(w->bytes, mdq_span_of((const char *)&bits, sizeof bits));
}

static void write_node(struct writing *w, uint32_t node) {
  const struct node *n = &w->graph->nodes[node];
  const struct mdq_graph_edge *edges = w->graph->edges + n->first_edge;
  bool value = w->values && n->value;
  uint64_t bits = (n->value ? UINT64_C(1) << 63 : 0) | (value ? UINT64_C(1) << 62 : 0);
  for (size_t i = 0; i < n->edge_count; i++) bits |= UINT64_C(1) << edges[i].letter;
  write_bits(w, bits);
  if (value) add_number(w, n->value);
  for (size_t i = 0; i < n->edge_count; i++) add_number(w, w->place[edges[i].target]);
}

static void write_nodes(struct writing *w) {
  uint32_t place = MDQ_AUTOMATON_BITS; /* behind the empty set */
  for (size_t i = 0; i < w->count; i++) {
    const struct node *n = &w->graph->nodes[w->nodes[i]];
    w->place[w->nodes[i]] = place;
    place += MDQ_AUTOMATON_BITS + MDQ_AUTOMATON_EDGE * (n->edge_count + (w->values && n->value ? 1 : 0));
  }
  write_bits(w, 0);
  for (size_t i = 0; i < w->count; i++) write_node(w, w->nodes[i]);
}

bool mdq_graph_write(struct mdq_graph *graph, uint32_t *nodes, size_t count, bool values, struct mdq_buf *bytes) {
  struct writing w = { .graph = graph, .bytes = bytes, .values = values, .place = calloc(graph->node_count, sizeof *w.place),
                       .nodes = malloc(graph->node_count * sizeof *w.nodes) };
  bool ok = w.place && w.nodes;
  if (ok) reach_all(&w, nodes, count);
  ok = ok && sort_nodes(&w);
  if (ok) write_nodes(&w);
  for (size_t i = 0; i < count && ok; i++) nodes[i] = w.place[nodes[i]];
  free(w.place);
  free(w.nodes);
  return ok && !bytes->failed;
}
