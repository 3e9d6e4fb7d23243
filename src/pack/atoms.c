#include "pack/atoms.h"

#include <stdlib.h>

#include "base/bytes.h"
#include "text/chars.h"
#include "text/normalize.h"
#include "text/utf8.h"

enum { MOST_LETTERS = MDQ_PATTERN_LETTERS, MOST_PROCLITICS = 4 };

enum { ALEF = 0x627, BEH = 0x628, TEH = 0x62A, SEEN = 0x633, FEH = 0x641, KAF = 0x643, LAM = 0x644, NOON = 0x646, HEH = 0x647, WAW = 0x648, YEH = 0x64A };

struct letters {
  struct mdq_span text;
  size_t count;
  uint32_t code_point[MOST_LETTERS];
  uint32_t at[MOST_LETTERS + 1]; /* bytes */
};

const struct mdq_word_atoms mdq_no_atoms = { 0 };

static bool split(struct mdq_span text, struct letters *letters) {
  letters->text = text;
  letters->count = 0;
  for (size_t at = 0; at < text.len; letters->count++) {
    if (letters->count == MOST_LETTERS) return false;
    letters->at[letters->count] = (uint32_t)at;
    letters->code_point[letters->count] = mdq_utf8_next(text, &at);
  }
  letters->at[letters->count] = (uint32_t)text.len;
  return true;
}

/* Building. */

static bool grow(struct mdq_atoms *atoms, struct mdq_arena *arena) {
  size_t capacity = atoms->capacity ? atoms->capacity * 2 : 1024;
  struct mdq_atoms old = *atoms;
  atoms->uses = mdq_arena_array(arena, capacity, sizeof *atoms->uses);
  atoms->kinds = mdq_arena_array(arena, capacity, sizeof *atoms->kinds);
  atoms->bits = mdq_arena_array(arena, capacity, sizeof *atoms->bits);
  atoms->id_nodes = mdq_arena_array(arena, capacity, sizeof *atoms->id_nodes);
  if (!atoms->uses || !atoms->kinds || !atoms->bits || !atoms->id_nodes) return false;
  if (old.capacity) {
    memcpy(atoms->uses, old.uses, old.capacity * sizeof *old.uses);
    memcpy(atoms->kinds, old.kinds, old.capacity * sizeof *old.kinds);
    memcpy(atoms->bits, old.bits, old.capacity * sizeof *old.bits);
    memcpy(atoms->id_nodes, old.id_nodes, old.capacity * sizeof *old.id_nodes);
  }
  atoms->capacity = capacity;
  return true;
}

/* The hash of a text grows letter by letter, so that those of all beginnings of a word come at once. */
enum { HASH_START = 0x811C9DC5 };

static uint32_t hash_on(uint32_t hash, uint32_t code_point) {
  hash = (hash ^ code_point) * 0x9E3779B1u;
  return hash ^ hash >> 15;
}

static uint32_t hash_text(struct mdq_span text) {
  uint32_t hash = HASH_START;
  for (size_t at = 0; at < text.len;) hash = hash_on(hash, mdq_utf8_next(text, &at));
  return hash;
}

static size_t triple(const uint32_t *c) {
  return ((c[0] & 63) | (c[1] & 63) << 6 | (c[2] & 63) << 12) * 0x9E3779B1u >> 16;
}

/* Of texts that are not Arabic, for whole[] and openings[]. */
static size_t opening(struct mdq_span text) {
  size_t second = text.len > 1 ? (unsigned char)text.ptr[1] : 0;
  return ((unsigned char)text.ptr[0] * 37u + second) % 1024;
}

static size_t whole(struct mdq_span text) {
  uint32_t hash = (uint32_t)text.len;
  for (size_t i = 0; i < text.len; i++) hash = hash * 31 + (unsigned char)text.ptr[i];
  return hash * 0x9E3779B1u >> 22;
}

static void set_bit(uint64_t *bits, size_t bit) {
  bits[bit / 64] |= UINT64_C(1) << (bit % 64);
}

static bool has_bit(const uint64_t *bits, size_t bit) {
  return bits[bit / 64] >> (bit % 64) & 1;
}

static bool index_node(struct mdq_atoms *atoms, struct mdq_arena *arena, struct mdq_span text) {
  struct letters letters;
  if (!atoms->triples && !(atoms->triples = mdq_arena_array(arena, MDQ_ATOM_TRIPLE_WORDS, sizeof *atoms->triples))) return false;
  if (!split(text, &letters)) return true; /* longer than any word looked at */
  const uint32_t *c = letters.code_point;
  if (!mdq_is_arabic_letter(c[0])) return true;
  if (letters.count == 1) atoms->singles |= 1ull << (c[0] & 63);
  if (letters.count == 2) atoms->pairs[c[0] & 63] |= 1ull << (c[1] & 63);
  if (letters.count > 2) atoms->triples[triple(c) / 64] |= 1ull << (triple(c) % 64);
  return true;
}

static unsigned tag_of(uint32_t hash) {
  return hash >> (32 - MDQ_ATOM_TAG_BITS);
}

static struct mdq_atom_bucket bucket_of(uint32_t node, uint32_t hash) {
  return (struct mdq_atom_bucket){ .node = node & ((1u << MDQ_ATOM_NODE_BITS) - 1), .tag = tag_of(hash) & ((1u << MDQ_ATOM_TAG_BITS) - 1) };
}

/* The bucket of a text, or the free one where it would be. */
static inline struct mdq_atom_bucket *find_bucket(const struct mdq_atoms *atoms, struct mdq_span text, uint32_t hash) {
  for (size_t at = hash & (atoms->bucket_count - 1);; at = (at + 1) & (atoms->bucket_count - 1)) {
    struct mdq_atom_bucket *bucket = &atoms->buckets[at];
    if (!bucket->node || (bucket->tag == tag_of(hash) && mdq_span_eq(mdq_atom_node_text(atoms, &atoms->nodes[bucket->node]), text))) return bucket;
  }
}

static struct mdq_atom_node *find_hashed(const struct mdq_atoms *atoms, struct mdq_span text, uint32_t hash) {
  uint32_t index = atoms->bucket_count ? find_bucket(atoms, text, hash)->node : 0;
  return index ? &atoms->nodes[index] : NULL;
}

static struct mdq_atom_node *find_node(const struct mdq_atoms *atoms, struct mdq_span text) {
  return find_hashed(atoms, text, hash_text(text));
}

static bool grow_buckets(struct mdq_atoms *atoms, struct mdq_arena *arena) {
  size_t count = atoms->bucket_count ? atoms->bucket_count * 2 : 4096;
  struct mdq_atom_bucket *buckets = mdq_arena_array(arena, count, sizeof *buckets);
  if (!buckets) return false;
  atoms->buckets = buckets;
  atoms->bucket_count = count;
  for (size_t i = 1; i < atoms->node_count; i++) {
    struct mdq_span text = mdq_atom_node_text(atoms, &atoms->nodes[i]);
    uint32_t hash = hash_text(text);
    *find_bucket(atoms, text, hash) = bucket_of((uint32_t)i, hash);
  }
  return true;
}

static bool add_letters(struct mdq_atoms *atoms, struct mdq_arena *arena, struct mdq_span text) {
  size_t needed = atoms->letter_count + text.len;
  if (needed > UINT32_MAX) return false;
  if (needed > atoms->letter_capacity) {
    size_t capacity = needed * 2 + 4096;
    char *letters = mdq_arena_alloc(arena, capacity);
    if (!letters) return false;
    if (atoms->letter_count) memcpy(letters, atoms->letters, atoms->letter_count);
    atoms->letters = letters;
    atoms->letter_capacity = capacity;
  }
  memcpy(atoms->letters + atoms->letter_count, text.ptr, text.len);
  atoms->letter_count = needed;
  return true;
}

enum { MOST_BYTES = (1 << 26) - 1 /* of a node's text */ };

/* The node of a text, new or known. Nodes move when one is added. */
static struct mdq_atom_node *node_of(struct mdq_atoms *atoms, struct mdq_arena *arena, struct mdq_span text) {
  uint32_t hash = hash_text(text);
  struct mdq_atom_node *node = find_hashed(atoms, text, hash);
  if (node) return node;
  if (!atoms->node_count && !mdq_arena_push(arena, &atoms->nodes, &atoms->node_count, &atoms->node_capacity, sizeof *node)) return NULL;
  if (atoms->node_count >> MDQ_ATOM_NODE_BITS || text.len > MOST_BYTES) return NULL; /* four million; no file is as long */
  if ((atoms->node_count + 1) * 4 > atoms->bucket_count * 3 && !grow_buckets(atoms, arena)) return NULL;
  if (!index_node(atoms, arena, text) || !add_letters(atoms, arena, text)) return NULL;
  node = mdq_arena_push(arena, &atoms->nodes, &atoms->node_count, &atoms->node_capacity, sizeof *node);
  if (!node) return NULL;
  uint32_t index = (uint32_t)(atoms->node_count - 1); /* not more than letters, which are few enough */
  node->text = (uint32_t)(atoms->letter_count - text.len);
  node->len = text.len & MOST_BYTES;
  *find_bucket(atoms, text, hash) = bucket_of(index, hash);
  return node;
}

/* Gives the node, which has none of this kind, an id. Its ids move to the end; few nodes have several, so that little is left behind. */
static bool add_id(struct mdq_atoms *atoms, struct mdq_arena *arena, struct mdq_atom_node *node, unsigned kind, mdq_atom_id id) {
  unsigned kinds = node->kinds | 1u << kind;
  size_t first = atoms->node_id_count;
  for (unsigned k = 0; k < MDQ_ATOM_NODE_IDS; k++) {
    if (!(kinds >> k & 1)) continue;
    mdq_atom_id *place = mdq_arena_push(arena, &atoms->node_ids, &atoms->node_id_count, &atoms->node_id_capacity, sizeof *place);
    if (!place) return false;
    *place = k == kind ? id : mdq_atom_node_id(atoms, node, k);
  }
  node->ids = (uint32_t)first;
  node->kinds = kinds & ((1u << MDQ_ATOM_NODE_IDS) - 1);
  return true;
}

/* صحيفه* is صحيفت before more letters. */
static bool add_suffixed(struct mdq_atoms *atoms, struct mdq_arena *arena, struct mdq_span text, mdq_atom_id id) {
  if (!mdq_span_ends(text, MDQ_SPAN_LIT("ه"))) return true;
  struct mdq_span with_teh = mdq_arena_printf(arena, "%.*sت", (int)(text.len - 2), text.ptr);
  struct mdq_atom_node *node = with_teh.len ? node_of(atoms, arena, with_teh) : NULL;
  return node && add_id(atoms, arena, node, MDQ_ATOM_BEFORE_SUFFIX, id); /* no other stem's */
}

static void index_other(struct mdq_atoms *atoms, struct mdq_atom atom) {
  set_bit(atoms->whole, whole(atom.text));
  if (atom.kind == MDQ_ATOM_STEM) set_bit(atoms->openings, opening(atom.text));
}

mdq_atom_id mdq_atoms_add(struct mdq_atoms *atoms, struct mdq_arena *arena, struct mdq_atom atom) {
  struct mdq_atom_node *node = node_of(atoms, arena, atom.text);
  if (!node) return 0;
  mdq_atom_id known = mdq_atom_node_id(atoms, node, atom.kind);
  if (known) return known;
  if (atoms->count == MDQ_MOST_ATOM_IDS || (atoms->count + 1 >= atoms->capacity && !grow(atoms, arena))) return 0;
  mdq_atom_id id = (mdq_atom_id)++atoms->count;
  if (!add_id(atoms, arena, node, atom.kind, id)) return 0;
  atoms->kinds[id] = (uint8_t)atom.kind;
  atoms->id_nodes[id] = (uint32_t)(node - atoms->nodes);
  if (!mdq_is_arabic_letter(mdq_utf8_at(atom.text, 0))) index_other(atoms, atom);
  return atom.kind != MDQ_ATOM_STEM || add_suffixed(atoms, arena, atom.text, id) ? id : 0;
}

/* Proclitics. */

/* Bit n: the stem may start at letter n, after [وف]?(ال|بال|كال|لل|ب|ك|ل)? */
static unsigned noun_starts(const uint32_t *c, size_t count) {
  unsigned starts = 0;
  for (size_t from = 0; from < 2 && from < count; from++) {
    if (from && c[0] != WAW && c[0] != FEH) break;
    starts |= 1u << from;
    const uint32_t *p = c + from;
    size_t left = count - from;
    bool preposition = p[0] == BEH || p[0] == KAF || p[0] == LAM;
    if (left > 1 && preposition) starts |= 2u << from;
    if (left > 2 && p[1] == LAM && (p[0] == ALEF || p[0] == LAM)) starts |= 4u << from;
    if (left > 3 && (p[0] == BEH || p[0] == KAF) && p[1] == ALEF && p[2] == LAM) starts |= 8u << from;
  }
  return starts;
}

/* The same after [وف]?[سل]?[اينت]? */
static unsigned verb_starts(const uint32_t *c, size_t count) {
  unsigned starts = 1;
  if (count > 1 && (c[0] == WAW || c[0] == FEH)) starts |= 2;
  for (unsigned from = 0, known = starts; from < 2 && from + 1 < count; from++)
    if (known >> from & 1 && (c[from] == SEEN || c[from] == LAM)) starts |= 2u << from;
  for (unsigned from = 0, known = starts; from < 3 && from + 1 < count; from++)
    if (known >> from & 1 && (c[from] == ALEF || c[from] == YEH || c[from] == NOON || c[from] == TEH)) starts |= 2u << from;
  return starts;
}

/* Matching. */

struct found {
  uint32_t listed[MDQ_MOST_ATOMS]; /* as in struct mdq_word_atoms_rest */
  size_t count;
  uint8_t uses;
  uint64_t fragments;
};

static void take(const struct mdq_atoms *atoms, struct found *found, mdq_atom_id id) {
  if (!id || found->count == MDQ_MOST_ATOMS) return;
  uint32_t listed = mdq_list_atom(atoms, id);
  for (size_t i = 0; i < found->count; i++)
    if (found->listed[i] == listed) return;
  found->listed[found->count++] = listed;
  found->uses |= atoms->uses[id];
}

/* What is right where the word's letters from `from` on open with the node's text. */
static void take_node(const struct mdq_atoms *atoms, struct found *found, const struct mdq_atom_node *node, size_t from, size_t more,
                      bool noun, bool verb) {
  if (!more) {
    if (!from) take(atoms, found, mdq_atom_node_id(atoms, node, MDQ_ATOM_EXACT));
    if (noun) take(atoms, found, mdq_atom_node_id(atoms, node, MDQ_ATOM_WORD));
    if (verb) take(atoms, found, mdq_atom_node_id(atoms, node, MDQ_ATOM_VERB_BARE));
  } else if (noun) {
    take(atoms, found, mdq_atom_node_id(atoms, node, MDQ_ATOM_BEFORE_SUFFIX));
  }
  if (noun) take(atoms, found, mdq_atom_node_id(atoms, node, MDQ_ATOM_STEM));
  if (verb) take(atoms, found, mdq_atom_node_id(atoms, node, MDQ_ATOM_VERB));
}

/* What opens with the word's letters from `from` on. */
static void find_from(const struct mdq_atoms *atoms, const struct letters *word, size_t from, bool noun, bool verb, struct found *found) {
  const uint32_t *c = word->code_point + from;
  size_t left = word->count - from, least = left > MDQ_PATTERN_EXTRA_LETTERS ? left - MDQ_PATTERN_EXTRA_LETTERS : 1;
  bool longer = left > 2 && atoms->triples[triple(c) / 64] >> (triple(c) % 64) & 1;
  size_t most = longer ? left : left < 2 ? left : 2;
  if (least > most) return;
  uint32_t hash = HASH_START;
  for (size_t i = 0; i + 1 < least; i++) hash = hash_on(hash, c[i]);
  for (size_t letters = least; letters <= most; letters++) {
    hash = hash_on(hash, c[letters - 1]);
    if (letters == 1 && !(atoms->singles >> (c[0] & 63) & 1)) continue;
    if (letters == 2 && !(atoms->pairs[c[0] & 63] >> (c[1] & 63) & 1)) continue;
    const struct mdq_atom_node *node = find_hashed(atoms, mdq_span_sub(word->text, word->at[from], word->at[from + letters]), hash);
    if (node) take_node(atoms, found, node, from, left - letters, noun, verb);
  }
}

static void find_word(const struct mdq_atoms *atoms, const struct letters *word, struct found *found) {
  if (!atoms->triples) return;
  unsigned nouns = noun_starts(word->code_point, word->count), verbs = verb_starts(word->code_point, word->count);
  for (size_t from = 0; (nouns | verbs) >> from && from < word->count; from++) {
    bool noun = nouns >> from & 1, verb = verbs >> from & 1;
    if (noun || verb) find_from(atoms, word, from, noun, verb, found);
  }
}

static void add_to_pairs(const struct mdq_atoms *atoms, struct mdq_word_atoms *kept, mdq_atom_id id) {
  uint32_t class = atoms->classes[id];
  const struct mdq_atom_asks *asks = &atoms->asks[class];
  bool left = atoms->uses[id] & MDQ_ATOM_LEFT, right = atoms->uses[id] & MDQ_ATOM_RIGHT;
  kept->left_bits |= left ? mdq_atom_bit(atoms, id) : 0;
  kept->right_bits |= right ? mdq_atom_bit(atoms, id) : 0;
  for (size_t d = 0; d < MDQ_DISTANCES; d++) {
    kept->behind[d] |= asks->behind[d];
    kept->before[d] |= asks->before[d];
  }
  if (atoms->reach[class] > kept->reach) kept->reach = atoms->reach[class];
}

static const struct mdq_word_atoms *keep(const struct mdq_atoms *atoms, const struct found *found, struct mdq_arena *arena) {
  if (!found->count && !found->fragments) return &mdq_no_atoms;
  struct mdq_word_atoms *kept = mdq_arena_alloc(arena, sizeof *kept + mdq_word_rest_size(found->count));
  if (!kept) return &mdq_no_atoms;
  struct mdq_word_atoms_rest *rest = (struct mdq_word_atoms_rest *)(void *)(kept + 1);
  kept->rest = sizeof *kept;
  kept->count = (uint16_t)found->count;
  kept->uses = (uint8_t)(found->uses | (found->fragments ? MDQ_ATOMS_AND_FRAGMENTS : 0));
  rest->fragments = found->fragments;
  if (found->count) memcpy(rest->listed, found->listed, found->count * sizeof rest->listed[0]);
  for (size_t i = 0; i < found->count; i++) {
    mdq_atom_id id = mdq_listed_atom(found->listed[i]);
    kept->bits |= mdq_atom_bit(atoms, id);
    if (atoms->classes) add_to_pairs(atoms, kept, id);
  }
  return kept;
}

enum { SHARED = 1 << 13 /* sets remembered: words come in families, and three quarters have a set that is known */ };

static bool same_set(const struct mdq_word_atoms *set, const struct found *found) {
  return set->count == found->count && mdq_word_fragments(set) == found->fragments && !memcmp(mdq_rest_of(set)->listed, found->listed, found->count * sizeof found->listed[0]);
}

/* The same as keep(), in the words' arenas; mostly, words with the same atoms share them. */
static const struct mdq_word_atoms *share(const struct mdq_atoms *atoms, bool extra, const struct found *found, struct mdq_words *words) {
  const void ***sets = extra ? &words->extra_sets : &words->atom_sets;
  struct mdq_arena *arena = extra ? &words->extra_arena : &words->arena;
  if (!found->count && !found->fragments) return &mdq_no_atoms;
  if (!*sets) *sets = mdq_arena_array(arena, SHARED, sizeof **sets);
  if (!*sets) return words->arena.failed = true, &mdq_no_atoms; /* where it is looked for at the end of a step */
  uint64_t hash = mdq_hash(mdq_span_of((const char *)found->listed, found->count * sizeof found->listed[0]));
  const void **place = &(*sets)[hash & (SHARED - 1)];
  if (*place && same_set(*place, found)) return *place;
  if (extra) words->extra_bytes += sizeof(struct mdq_word_atoms) + mdq_word_rest_size(found->count);
  *place = keep(atoms, found, arena);
  words->arena.failed |= arena->failed;
  return *place;
}

static void find_atoms(const struct mdq_atoms *atoms, struct mdq_span raw, struct mdq_span v2, struct found *found) {
  struct letters letters;
  found->count = found->uses = 0, found->fragments = 0; /* the room for a list, which is large, is left alone */
  if (split(v2, &letters) && letters.count) find_word(atoms, &letters, found);
  /* Regular expressions see the text as written, so fragments are sought there and not in V2. */
  if (atoms->fragment_count) found->fragments = mdq_fragments_in(atoms, raw);
}

const struct mdq_word_atoms *mdq_atoms_of_word(const struct mdq_atoms *atoms, struct mdq_span raw, struct mdq_span v2, struct mdq_arena *arena) {
  struct found found;
  find_atoms(atoms, raw, v2, &found);
  return keep(atoms, &found, arena);
}

const struct mdq_word_atoms *mdq_atoms_cached(const struct mdq_atoms *atoms, bool extra, struct mdq_word *word, struct mdq_words *words) {
  const void **cache = mdq_atoms_cache(word, extra);
  if (cache && *cache) return *cache;
  struct found found;
  find_atoms(atoms, mdq_word_raw(word), mdq_word_v2(word), &found);
  const struct mdq_word_atoms *shared = share(atoms, extra, &found, words);
  if (cache) *cache = shared;
  return shared;
}

const struct mdq_word_atoms *mdq_atoms_of_other(const struct mdq_atoms *atoms, const struct mdq_segment *segment,
                                                size_t i, struct mdq_arena *scratch) {
  const unsigned kinds = MDQ_TOKEN_LAT | MDQ_TOKEN_NUM | MDQ_TOKEN_MIX | MDQ_TOKEN_PUNCT;
  if (!mdq_token_is(segment, i, kinds)) return &mdq_no_atoms;
  struct mdq_span text = mdq_token_text(segment, i);
  if (segment->tokens[i].kind == MDQ_TOKEN_NUM && (unsigned char)text.ptr[0] >= 0x80) text = mdq_normalize_v2(scratch, text);
  if (!text.len) return &mdq_no_atoms;
  size_t most = has_bit(atoms->openings, opening(text)) ? MDQ_PATTERN_EXTRA_LETTERS : 0, more = has_bit(atoms->whole, whole(text)) ? 0 : 1;
  struct found found = { .count = 0 };
  for (; more <= most && more < text.len; more++) {
    const struct mdq_atom_node *node = find_node(atoms, mdq_span_sub(text, 0, text.len - more));
    if (!node) continue;
    if (!more) take(atoms, &found, mdq_atom_node_id(atoms, node, MDQ_ATOM_EXACT));
    if (!more) take(atoms, &found, mdq_atom_node_id(atoms, node, MDQ_ATOM_WORD));
    take(atoms, &found, mdq_atom_node_id(atoms, node, MDQ_ATOM_STEM));
  }
  return keep(atoms, &found, scratch);
}

/* Most sets are small: to compare with all is faster than to guess where to look. */
static bool has_id(struct mdq_atom_set set, mdq_atom_id id) {
  enum { SMALL = 8 };
  size_t low = 0, high = set.count;
  while (high - low > SMALL) {
    size_t middle = low + (high - low) / 2;
    if (set.ids[middle] <= id) low = middle;
    else high = middle;
  }
  bool found = false;
  for (; low < high; low++) found |= set.ids[low] == id;
  return found;
}

mdq_atom_id mdq_atom_find_match(struct mdq_atom_set set, const struct mdq_word_atoms *word) {
  const uint32_t *listed = mdq_rest_of(word)->listed;
  for (size_t i = 0; i < word->count; i++) {
    mdq_atom_id id = mdq_listed_atom(listed[i]);
    if (set.bits >> mdq_listed_bit(listed[i]) & 1 && has_id(set, id)) return id;
  }
  return 0;
}

/* True if the letters from `from` on satisfy the atom, clitics aside. */
static bool satisfies(enum mdq_atom_kind kind, struct mdq_span text, const struct letters *word, size_t from) {
  struct mdq_span rest = mdq_span_sub(word->text, word->at[from], word->text.len);
  if (kind == MDQ_ATOM_WORD || kind == MDQ_ATOM_VERB_BARE) return mdq_span_eq(rest, text);
  if (mdq_span_starts(rest, text)) return mdq_utf8_length(rest) - mdq_utf8_length(text) <= MDQ_PATTERN_EXTRA_LETTERS;
  size_t trunk = text.len - 2;
  return kind == MDQ_ATOM_STEM && text.len > 2 && rest.len > text.len && mdq_span_ends(text, MDQ_SPAN_LIT("ه")) &&
         memcmp(rest.ptr, text.ptr, trunk) == 0 && memcmp(rest.ptr + trunk, "ت", 2) == 0;
}

size_t mdq_atom_clitics(const struct mdq_atoms *atoms, mdq_atom_id id, struct mdq_span v2) {
  enum mdq_atom_kind kind = atoms->kinds[id];
  struct letters word;
  if (kind == MDQ_ATOM_EXACT || !split(v2, &word) || !word.count) return 0;
  bool verb = kind == MDQ_ATOM_VERB || kind == MDQ_ATOM_VERB_BARE;
  unsigned starts = verb ? verb_starts(word.code_point, word.count) : noun_starts(word.code_point, word.count);
  for (size_t from = 0; from <= MOST_PROCLITICS && from < word.count; from++)
    if (starts >> from & 1 && satisfies(kind, mdq_atom_text(atoms, id), &word, from)) return from;
  return 0;
}

size_t mdq_atom_clitics_among(const struct mdq_atoms *atoms, struct mdq_atom_set set, struct mdq_span v2) {
  struct letters word;
  if (!split(v2, &word) || !word.count) return 0;
  unsigned starts = noun_starts(word.code_point, word.count);
  for (size_t from = MOST_PROCLITICS < word.count ? MOST_PROCLITICS : word.count - 1; from > 0; from--) {
    if (!(starts >> from & 1)) continue;
    const struct mdq_atom_node *node = find_node(atoms, mdq_span_sub(v2, word.at[from], v2.len));
    for (size_t i = 0; node && i < set.count; i++)
      if (set.ids[i] == mdq_atom_node_id(atoms, node, MDQ_ATOM_EXACT)) return from;
  }
  return 0;
}
