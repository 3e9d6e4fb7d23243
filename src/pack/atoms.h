/* Which atoms a token satisfies. The atoms of all patterns get ids. Those that a word may satisfy are looked up: by what is
   left of it behind each of its possible proclitics, less up to four letters, if any text opens with the same three. */
#ifndef MDQ_PACK_ATOMS_H
#define MDQ_PACK_ATOMS_H

#include "pack/pattern.h"
#include "text/segment.h"

typedef uint32_t mdq_atom_id; /* from 1 */

enum { MDQ_MOST_ATOMS = 64 /* of a word */ };

struct mdq_atom_set { /* sorted, without duplicates */
  const mdq_atom_id *ids;
  size_t count;
  uint64_t bits; /* OR of their mdq_atom_bit() */
};

enum mdq_atom_use {
  MDQ_ATOM_IN_DOCUMENT = 1 << 0, /* document conditions ask for it */
  MDQ_ATOM_ALONE = 1 << 1,       /* phrases are tried wherever it stands */
  MDQ_ATOM_LEFT = 1 << 2,        /* of a pair, see packs.h */
  MDQ_ATOM_RIGHT = 1 << 3,
  MDQ_ATOMS_AND_FRAGMENTS = 1 << 4 /* of a word, not of an atom: it has fragments */
};

/* Of two atoms that make a pair each asks for the other, just beside it (MDQ_NEAR) or within some tokens (MDQ_AWAY): OR of the bits of
   those that one asks for. */
enum mdq_distance { MDQ_NEAR = 0, MDQ_AWAY, MDQ_DISTANCES };
enum mdq_side { MDQ_BEHIND = 0, MDQ_BEFORE, MDQ_SIDES };

struct mdq_atom_asks {
  uint64_t behind[MDQ_DISTANCES], before[MDQ_DISTANCES];
};

/* The atoms of one word type; never NULL. This is what is looked at for every token, one cache line; the rest is looked at where that lets
   two words pass, and may stand elsewhere. No padding in either, for compiled profiles hold both as they are. */
struct mdq_word_atoms {
  uint64_t bits;           /* OR of the mdq_atom_bit() of all atoms */
  uint64_t left_bits, right_bits; /* OR of the mdq_atom_bit() of those atoms that are MDQ_ATOM_LEFT, MDQ_ATOM_RIGHT */
  uint64_t behind[MDQ_DISTANCES], before[MDQ_DISTANCES]; /* OR of what they ask for */
  uint16_t count;
  uint8_t uses;            /* OR of the atoms' mdq_atom_use */
  uint8_t reach;           /* the farthest of theirs */
  uint32_t rest;           /* so many bytes behind the start of this stands its struct mdq_word_atoms_rest */
};

struct mdq_word_atoms_rest {
  uint64_t fragments;      /* OR of the bits of the fragments in the word: few have any */
  uint32_t sum;            /* in a file: a checksum, see lint/profiles_file.h */
  uint32_t listed[];       /* see mdq_listed_atom() */
};

/* That of mdq_no_atoms is mdq_no_atoms: zeros, all of it. */
static inline const struct mdq_word_atoms_rest *mdq_rest_of(const struct mdq_word_atoms *atoms) {
  return (const struct mdq_word_atoms_rest *)(const void *)((const char *)atoms + atoms->rest);
}

/* OR of the bits of the fragments in the word. */
static inline uint64_t mdq_word_fragments(const struct mdq_word_atoms *atoms) {
  return atoms->uses & MDQ_ATOMS_AND_FRAGMENTS ? mdq_rest_of(atoms)->fragments : 0;
}

/* A multiple of 8. */
static inline size_t mdq_word_rest_size(size_t count) {
  return (offsetof(struct mdq_word_atoms_rest, listed) + count * sizeof(uint32_t) + sizeof(uint64_t) - 1) / sizeof(uint64_t) * sizeof(uint64_t);
}

/* A word's list has, with each atom, the number of its bit, and whether it is MDQ_ATOM_LEFT, MDQ_ATOM_RIGHT. */
enum { MDQ_LISTED_BIT = 24, MDQ_MOST_ATOM_IDS = (1 << MDQ_LISTED_BIT) - 1 };
enum mdq_listed_use { MDQ_LISTED_LEFT = 30, MDQ_LISTED_RIGHT = 31 };

static inline mdq_atom_id mdq_listed_atom(uint32_t listed) {
  return listed & MDQ_MOST_ATOM_IDS;
}

static inline unsigned mdq_listed_bit(uint32_t listed) {
  return listed >> MDQ_LISTED_BIT & 63;
}

/* Two words may have a pair of atoms, as far as the first lines of both tell. */
static inline bool mdq_may_pair(const struct mdq_word_atoms *left, const struct mdq_word_atoms *right, enum mdq_distance distance) {
  return ((left->behind[distance] & right->right_bits) != 0) & ((right->before[distance] & left->left_bits) != 0);
}

/* What a word without atoms has. */
extern const struct mdq_word_atoms mdq_no_atoms;

enum { MDQ_ATOM_TRIPLE_WORDS = 1 << 10 /* of triples */ };

enum { MDQ_ATOM_BEFORE_SUFFIX = MDQ_ATOM_KINDS, MDQ_ATOM_NODE_IDS }; /* a stem in ه as it stands before a suffix, with ت */

struct mdq_atom_node { /* numbers only and no padding: compiled packs hold the array as it is */
  uint32_t text;        /* in mdq_atoms.letters */
  uint32_t len : 26;
  uint32_t kinds : MDQ_ATOM_NODE_IDS; /* bit k: there is an atom of this kind, see mdq_atom_node_id() */
  uint32_t ids;         /* in mdq_atoms.node_ids: one for each bit */
};

enum { MDQ_ATOM_NODE_BITS = 22, MDQ_ATOM_TAG_BITS = 10 };

struct mdq_atom_bucket {
  uint32_t node : MDQ_ATOM_NODE_BITS; /* 0: free */
  uint32_t tag : MDQ_ATOM_TAG_BITS;   /* the highest bits of the hash of its text */
};

/* Letters that a regular expression needs somewhere in a word; fragments share the bits, each may have several. */
struct mdq_fragment {
  struct mdq_span text;
  uint64_t bits;
};

struct mdq_atoms {
  struct mdq_atom_node *nodes; /* by index; the first is none */
  struct mdq_atom_bucket *buckets; /* nodes by the hash of their text */
  size_t bucket_count;         /* a power of two, a third at least more than node_count; 0 before the first node */
  size_t node_count, node_capacity;
  mdq_atom_id *node_ids;       /* mostly one a node */
  size_t node_id_count, node_id_capacity;
  size_t count;                /* ids run from 1 to count */
  uint8_t *uses;               /* by id, mdq_atom_use */
  uint8_t *kinds;              /* by id, enum mdq_atom_kind */
  uint8_t *bits;               /* by id: which of 64 bits is its own, see mdq_atom_bit() */
  uint32_t *id_nodes;          /* by id: the node of its text */
  uint32_t *classes;           /* by id: those of a class, as the forms of a word are, have the same pairs; NULL before they are known */
  size_t class_count;
  struct mdq_atom_asks *asks;  /* by class */
  uint8_t *reach;              /* by class: of the atoms that it asks for away before it the farthest stand within so many tokens */
  size_t capacity;
  char *letters;               /* the texts of the nodes, V2 */
  size_t letter_count, letter_capacity;
  uint64_t *triples;           /* bit per hash of three letters that open a text: few words need to ask further */
  uint64_t pairs[64], singles; /* bit per text of two letters and of one */
  uint64_t whole[16];          /* bit per hash of a text that is not Arabic */
  uint64_t openings[16];       /* bit per hash of the first two bytes of a stem that is not Arabic: there are few */
  const struct mdq_fragment *fragments;
  size_t fragment_count;
  uint64_t fragment_pairs[64]; /* bit per pair of letters that opens a fragment */
};

/* The id of an atom, new or known; 0 without memory. */
mdq_atom_id mdq_atoms_add(struct mdq_atoms *atoms, struct mdq_arena *arena, struct mdq_atom atom);

static inline struct mdq_span mdq_atom_node_text(const struct mdq_atoms *atoms, const struct mdq_atom_node *node) {
  return mdq_span_of(atoms->letters + node->text, node->len);
}

/* 0: it has none of this kind, which may be MDQ_ATOM_BEFORE_SUFFIX. */
static inline mdq_atom_id mdq_atom_node_id(const struct mdq_atoms *atoms, const struct mdq_atom_node *node, unsigned kind) {
  unsigned before = node->kinds & ((1u << kind) - 1);
  return node->kinds >> kind & 1 ? atoms->node_ids[node->ids + (unsigned)__builtin_popcount(before)] : 0;
}

static inline struct mdq_span mdq_atom_text(const struct mdq_atoms *atoms, mdq_atom_id id) {
  return mdq_atom_node_text(atoms, &atoms->nodes[atoms->id_nodes[id]]);
}

/* Of 64 bits, to tell quickly that two sets of atoms have none in common. The atoms of one element of a pattern mostly share theirs, so that
   a word that stands beside the element asks for few. */
static inline uint64_t mdq_atom_bit(const struct mdq_atoms *atoms, mdq_atom_id id) {
  return UINT64_C(1) << atoms->bits[id];
}

static inline uint32_t mdq_list_atom(const struct mdq_atoms *atoms, mdq_atom_id id) {
  unsigned uses = atoms->uses[id];
  return id | (uint32_t)atoms->bits[id] << MDQ_LISTED_BIT | (uint32_t)(uses & MDQ_ATOM_LEFT ? 1 : 0) << MDQ_LISTED_LEFT |
         (uint32_t)(uses & MDQ_ATOM_RIGHT ? 1 : 0) << MDQ_LISTED_RIGHT;
}

/* Sets what to look for inside words; each text has at least two letters, of two bytes each. The array is borrowed, and sorted. */
void mdq_atoms_set_fragments(struct mdq_atoms *atoms, struct mdq_fragment *fragments, size_t count);

/* Works out the atoms of an Arabic word, which V2 has, and the fragments in it; in the arena, or a shared empty set. */
const struct mdq_word_atoms *mdq_atoms_of_word(const struct mdq_atoms *atoms, struct mdq_span raw, struct mdq_span v2, struct mdq_arena *arena);

/* Where a word caches its atoms, and those of a user's packs, which are extra; or NULL. */
static inline const void **mdq_atoms_cache(struct mdq_word *word, bool extra) {
  return extra ? mdq_word_extra(word) : &word->atoms;
}

/* The same, cached in the word; lives as long as the words, which share what they have in common. */
const struct mdq_word_atoms *mdq_atoms_cached(const struct mdq_atoms *atoms, bool extra, struct mdq_word *word, struct mdq_words *words);

/* Some atom is no Arabic word: else only words have any. */
static inline bool mdq_atoms_of_others(const struct mdq_atoms *atoms) {
  uint64_t any = 0;
  for (size_t i = 0; i < sizeof atoms->whole / sizeof *atoms->whole; i++) any |= atoms->whole[i];
  return any != 0;
}

/* The atoms of token i. Those of words are cached in the word. */
const struct mdq_word_atoms *mdq_atoms_of_other(const struct mdq_atoms *atoms, const struct mdq_segment *segment,
                                                size_t i, struct mdq_arena *scratch);

static inline const struct mdq_word_atoms *mdq_atoms_of_token(const struct mdq_atoms *atoms, bool extra, const struct mdq_segment *segment,
                                                              size_t i, struct mdq_words *words, struct mdq_arena *scratch) {
  const struct mdq_token *token = &segment->tokens[i];
  if (token->kind != MDQ_TOKEN_AR) return mdq_atoms_of_other(atoms, segment, i, scratch);
  return mdq_atoms_cached(atoms, extra, token->word, words);
}

/* OR of the bits of the fragments in a text that is no word. */
uint64_t mdq_fragments_in(const struct mdq_atoms *atoms, struct mdq_span text);

/* An atom of the word that is in the set, or 0. */
mdq_atom_id mdq_atom_find_match(struct mdq_atom_set set, const struct mdq_word_atoms *word);

static inline mdq_atom_id mdq_atom_set_match(struct mdq_atom_set set, const struct mdq_word_atoms *word) {
  return set.bits & word->bits ? mdq_atom_find_match(set, word) : 0; /* mostly they have nothing in common */
}

/* How many letters of v2 stand before the text of atom `id`, where the word matches it; 0 also if it does not. */
size_t mdq_atom_clitics(const struct mdq_atoms *atoms, mdq_atom_id id, struct mdq_span v2);

/* How many letters of v2 are proclitics before an exact atom of the set; 0: none. */
size_t mdq_atom_clitics_among(const struct mdq_atoms *atoms, struct mdq_atom_set set, struct mdq_span v2);

#endif
