#include "lexicon/one_slip.h"

#include "text/utf8.h"

enum { SHORTEST = 4 };

struct search {
  const struct mdq_word_counts *counts;
  struct mdq_slip *slip;
  uint32_t letter[MDQ_SLIP_LONGEST + 1];
  unsigned char code[MDQ_SLIP_LONGEST + 1];
  size_t count;
  uint64_t wanted[MDQ_SLIP_LONGEST + 2]; /* of a node's bits, by place: one of them where the rest of the word may follow as it stands */
  uint32_t path[MDQ_SLIP_LONGEST + 2];
};

static uint64_t weight(struct mdq_count count) {
  return (uint64_t)count.edited * 10 + count.web;
}

/* Letters of one skeleton, told apart by dots. */
static bool look_alike(uint32_t a, uint32_t b) {
  static const uint32_t groups[][4] = {
    { 0x0628, 0x062A, 0x062B, 0x0646 }, { 0x0628, 0x062A, 0x062B, 0x064A }, { 0x062C, 0x062D, 0x062E }, { 0x062F, 0x0630 }, { 0x0631, 0x0632 },
    { 0x0633, 0x0634 }, { 0x0635, 0x0636 }, { 0x0637, 0x0638 }, { 0x0639, 0x063A }, { 0x0641, 0x0642 },
  };
  enum { GROUPS = sizeof groups / sizeof *groups, LETTERS = sizeof *groups / sizeof **groups };
  for (size_t g = 0; g < GROUPS; g++) {
    bool has_a = false, has_b = false;
    for (size_t i = 0; i < LETTERS; i++) {
      has_a |= groups[g][i] == a;
      has_b |= groups[g][i] == b;
    }
    if (has_a && has_b) return true;
  }
  return false;
}

/* path[0, length) and the letters from `at` are a word. */
static void keep(struct search *search, enum mdq_slip_kind kind, size_t length, size_t at) {
  char bytes[sizeof search->slip->bytes];
  size_t len = 0;
  for (size_t i = 0; i < length; i++) len += mdq_utf8_encode(search->path[i], bytes + len);
  for (size_t i = at; i < search->count; i++) len += mdq_utf8_encode(search->letter[i], bytes + len);
  struct mdq_slip *slip = search->slip;
  struct mdq_count count = mdq_word_counts_get(search->counts, mdq_span_of(bytes, len));
  if (len == slip->word.len && !memcmp(bytes, slip->bytes, len)) return;
  if (kind == MDQ_SLIP_OTHER) {
    if (weight(count) > weight(slip->other)) slip->other = count;
    return;
  }
  if (weight(count) > weight(slip->count)) {
    slip->second = slip->count;
    slip->count = count;
    slip->kind = kind;
    memcpy(slip->bytes, bytes, len);
    slip->word = mdq_span_of(slip->bytes, len);
  } else if (weight(count) > weight(slip->second)) {
    slip->second = count;
  }
}

/* The slip is made: what is left must be as it stands. */
static void follow(struct search *search, enum mdq_slip_kind kind, struct mdq_node node, size_t length, size_t at) {
  if (mdq_node_leads(&search->counts->attested, node, search->wanted + at)) keep(search, kind, length, at);
}

/* A letter more, or another one, which leads to `next`. */
static void slip_to(struct search *search, struct mdq_node next, unsigned code, size_t at) {
  const struct mdq_automaton *automaton = &search->counts->attested;
  search->path[at] = automaton->letter[code];
  if (next.bits & search->wanted[at]) follow(search, MDQ_SLIP_LOST, next, at + 1, at);
  if (at == search->count || code == search->code[at] || !mdq_node_leads(automaton, next, search->wanted + at + 1)) return;
  keep(search, look_alike(search->path[at], search->letter[at]) ? MDQ_SLIP_DOTS : MDQ_SLIP_OTHER, at + 1, at + 1);
}

static void swap_at(struct search *search, struct mdq_node node, size_t at) {
  const struct mdq_automaton *automaton = &search->counts->attested;
  if (at + 1 >= search->count || search->code[at] == search->code[at + 1] || !(node.bits & search->wanted[at + 1])) return;
  node = mdq_node_behind(automaton, node, search->wanted[at + 1]);
  if (!(node.bits & search->wanted[at])) return;
  search->path[at] = search->letter[at + 1];
  search->path[at + 1] = search->letter[at];
  follow(search, MDQ_SLIP_SWAPPED, mdq_node_behind(automaton, node, search->wanted[at]), at + 2, at + 2);
}

static void slip_at(struct search *search, struct mdq_node node, size_t at) {
  const struct mdq_automaton *automaton = &search->counts->attested;
  size_t edge = mdq_node_edges(node);
  uint64_t wanted = search->wanted[at] | (at < search->count ? search->wanted[at + 1] : 0);
  for (uint64_t letters = node.bits & MDQ_AUTOMATON_LETTERS; letters; letters &= letters - 1, edge += MDQ_AUTOMATON_EDGE) {
    struct mdq_node next = mdq_node_over(automaton, edge);
    if (next.bits & wanted) slip_to(search, next, (unsigned)__builtin_ctzll(letters), at);
  }
  if (at < search->count) follow(search, MDQ_SLIP_OTHER, node, at, at + 1);
  swap_at(search, node, at);
}

static bool read_letters(struct search *search, struct mdq_span v1) {
  for (size_t at = 0; at < v1.len;) {
    if (search->count == MDQ_SLIP_LONGEST) return false;
    uint32_t c = mdq_utf8_next(v1, &at);
    search->code[search->count] = (unsigned char)mdq_automaton_code(&search->counts->attested, c);
    search->letter[search->count++] = c;
  }
  for (size_t i = 0; i < search->count; i++) search->wanted[i] = mdq_automaton_bit(search->code[i]);
  search->wanted[search->count] = MDQ_AUTOMATON_END;
  return search->count >= SHORTEST;
}

bool mdq_find_one_slip(const struct mdq_word_counts *counts, struct mdq_span v1, struct mdq_slip *slip) {
  struct search search = { .counts = counts, .slip = slip };
  *slip = (struct mdq_slip){ .word = { slip->bytes, 0 } };
  if (!read_letters(&search, v1)) return false;
  struct mdq_node node = mdq_node_at(&counts->attested, counts->attested_root);
  for (size_t at = 0;; at++) {
    if (at) slip_at(&search, node, at);
    if (at == search.count || !(node.bits & search.wanted[at])) break;
    search.path[at] = search.letter[at];
    node = mdq_node_behind(&counts->attested, node, search.wanted[at]);
  }
  return slip->word.len > 0;
}
