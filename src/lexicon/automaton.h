/* A set of forms as a minimal acyclic automaton, in an array of bytes that can be mapped from a file and shared by all
   threads. A node is a place in the array:

     8 bytes       a bit for each letter code (0 to 61) that has an edge; bit 62: a value follows; bit 63: a form ends here
     3 bytes       the value, if bit 62 is set
     3 bytes each  the node that each edge leads to, in the order of the letters

   Nothing is aligned: edges are most of the array, and little of it should be in memory. Place 0 is the empty set. Whatever
   the array holds, walking stays inside it. */
#ifndef MDQ_LEXICON_AUTOMATON_H
#define MDQ_LEXICON_AUTOMATON_H

#include <endian.h>
#include <stdint.h>

#include "base/span.h"

enum {
  MDQ_ALPHABET_FIRST = 0x0600, /* the block of Arabic */
  MDQ_ALPHABET_SIZE = 0x0100,
  MDQ_MOST_LETTERS = 62,
  MDQ_LETTER_IGNORED = 0xFE, /* passed over in a form */
  MDQ_LETTER_NONE = 0xFF     /* no form has it */
};

enum {
  MDQ_AUTOMATON_BITS = 8, MDQ_AUTOMATON_EDGE = 3, /* bytes */
  MDQ_AUTOMATON_LARGEST = 0xFFFFFF                /* place, and value */
};

struct mdq_automaton {
  const uint8_t *bytes;
  size_t size;
  const uint8_t *code;    /* by code point less MDQ_ALPHABET_FIRST */
  const uint16_t *letter; /* the code point of a code */
};

static inline uint64_t mdq_automaton_bits(const struct mdq_automaton *automaton, uint32_t node) {
  if (node + (size_t)MDQ_AUTOMATON_BITS > automaton->size) return 0;
  uint64_t bits;
  memcpy(&bits, automaton->bytes + node, sizeof bits);
  return le64toh(bits);
}

/* That bit of a node which an edge for the letter code needs; none for a code that no form has. */
static inline uint64_t mdq_automaton_bit(unsigned code) {
  return code < MDQ_MOST_LETTERS ? UINT64_C(1) << code : 0;
}

#define MDQ_AUTOMATON_END (UINT64_C(1) << 63)
#define MDQ_AUTOMATON_LETTERS ((UINT64_C(1) << MDQ_MOST_LETTERS) - 1)

static inline bool mdq_automaton_is_final(const struct mdq_automaton *automaton, uint32_t node) {
  return mdq_automaton_bits(automaton, node) >> 63;
}

/* The node that an edge leads to, or 0. There is always a byte before the three, and one load is faster. */
static inline uint32_t mdq_automaton_follow(const struct mdq_automaton *automaton, size_t edge) {
  if (edge + MDQ_AUTOMATON_EDGE > automaton->size) return 0;
  uint32_t word;
  memcpy(&word, automaton->bytes + edge - 1, sizeof word);
  return le32toh(word) >> 8;
}

/* The value of the node, or 0. */
static inline uint32_t mdq_automaton_value(const struct mdq_automaton *automaton, uint32_t node) {
  return mdq_automaton_bits(automaton, node) >> 62 & 1 ? mdq_automaton_follow(automaton, node + (size_t)MDQ_AUTOMATON_BITS) : 0;
}

/* How many bits are set. What the compiler would call for it looks each byte up in a table. */
static inline unsigned mdq_count_bits(uint64_t bits) {
  bits -= bits >> 1 & 0x5555555555555555u;
  bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
  return (unsigned)(bits * 0x0101010101010101u >> 56);
}

/* The letter codes that the node has edges for, as bits; the edges stand in that order from mdq_automaton_edges() on. */
static inline uint64_t mdq_automaton_letters(const struct mdq_automaton *automaton, uint32_t node) {
  return mdq_automaton_bits(automaton, node) & MDQ_AUTOMATON_LETTERS;
}

static inline size_t mdq_automaton_edges(const struct mdq_automaton *automaton, uint32_t node) {
  return node + (size_t)MDQ_AUTOMATON_BITS + (mdq_automaton_bits(automaton, node) >> 62 & 1) * MDQ_AUTOMATON_EDGE;
}

/* The place behind the node: in what the compiler writes, nodes stand one behind the other from place 0 on. */
static inline size_t mdq_automaton_next(const struct mdq_automaton *automaton, uint32_t node) {
  return mdq_automaton_edges(automaton, node) + mdq_count_bits(mdq_automaton_letters(automaton, node)) * MDQ_AUTOMATON_EDGE;
}

/* The node behind the edge of that letter code, or 0. */
static inline uint32_t mdq_automaton_step(const struct mdq_automaton *automaton, uint32_t node, unsigned code) {
  uint64_t bits = mdq_automaton_bits(automaton, node);
  if (code >= MDQ_MOST_LETTERS || !(bits >> code & 1)) return 0;
  uint64_t before = (bits >> 62 & 1) + mdq_count_bits(bits & ((UINT64_C(1) << code) - 1));
  return mdq_automaton_follow(automaton, node + (size_t)MDQ_AUTOMATON_BITS + before * MDQ_AUTOMATON_EDGE);
}

static inline unsigned mdq_automaton_code(const struct mdq_automaton *automaton, uint32_t c) {
  return c - MDQ_ALPHABET_FIRST < MDQ_ALPHABET_SIZE ? automaton->code[c - MDQ_ALPHABET_FIRST] : MDQ_LETTER_NONE;
}

/* -- nodes with their bits, for those who look at these again and again -- */

struct mdq_node {
  uint32_t place;
  uint64_t bits;
};

static inline struct mdq_node mdq_node_at(const struct mdq_automaton *automaton, uint32_t place) {
  return (struct mdq_node){ place, mdq_automaton_bits(automaton, place) };
}

/* The node that an edge leads to. */
static inline struct mdq_node mdq_node_over(const struct mdq_automaton *automaton, size_t edge) {
  return mdq_node_at(automaton, mdq_automaton_follow(automaton, edge));
}

/* As mdq_automaton_edges(). */
static inline size_t mdq_node_edges(struct mdq_node node) {
  return node.place + (size_t)MDQ_AUTOMATON_BITS + (node.bits >> 62 & 1) * MDQ_AUTOMATON_EDGE;
}

/* The node behind the edge for a letter, by its bit, which must be one of the node's. Far down most nodes have one edge. */
static inline struct mdq_node mdq_node_behind(const struct mdq_automaton *automaton, struct mdq_node node, uint64_t bit) {
  uint64_t before = node.bits & (bit - 1);
  return mdq_node_over(automaton, mdq_node_edges(node) + (before ? mdq_count_bits(before) * MDQ_AUTOMATON_EDGE : 0));
}

/* Letters lead from the node to where a form ends: `wanted` has their bits, and then MDQ_AUTOMATON_END. */
static inline bool mdq_node_leads(const struct mdq_automaton *automaton, struct mdq_node node, const uint64_t *wanted) {
  for (; node.bits & *wanted; wanted++) {
    if (*wanted == MDQ_AUTOMATON_END) return true;
    node = mdq_node_behind(automaton, node, *wanted);
  }
  return false;
}

/* The node that the text leads to from `node`; 0: no form begins so. */
uint32_t mdq_automaton_walk(const struct mdq_automaton *automaton, uint32_t node, struct mdq_span text);

static inline bool mdq_automaton_has(const struct mdq_automaton *automaton, uint32_t root, struct mdq_span text) {
  return mdq_automaton_is_final(automaton, mdq_automaton_walk(automaton, root, text));
}

#endif
