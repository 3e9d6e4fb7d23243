#include "lexicon/alphabet.h"

#include "lexicon/graph.h"
#include "text/utf8.h"

void mdq_alphabet_fill(struct mdq_alphabet *alphabet) {
  memset(alphabet->code, MDQ_LETTER_NONE, sizeof alphabet->code);
  memset(alphabet->letter, 0, sizeof alphabet->letter);
  static const struct { uint16_t first, last; } letters[] = { { 0x0621, 0x063A }, { 0x0641, 0x064A }, { 0x067E, 0x067E }, { 0x0686, 0x0686 },
                                                              { 0x0698, 0x0698 }, { 0x06A4, 0x06A4 }, { 0x06AF, 0x06AF } };
  uint8_t code = 0;
  for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
    for (uint16_t c = letters[i].first; c <= letters[i].last; c++, code++) {
      alphabet->code[c - MDQ_ALPHABET_FIRST] = code;
      alphabet->letter[code] = c;
    }
}

bool mdq_alphabet_codes(const struct mdq_alphabet *alphabet, struct mdq_span word, uint8_t codes[MDQ_LONGEST_WORD], size_t *count) {
  *count = 0;
  if (word.len > MDQ_LONGEST_WORD) return false;
  for (size_t at = 0; at < word.len;) {
    uint32_t c = mdq_utf8_next(word, &at);
    codes[*count] = c - MDQ_ALPHABET_FIRST < MDQ_ALPHABET_SIZE ? alphabet->code[c - MDQ_ALPHABET_FIRST] : MDQ_LETTER_NONE;
    if (codes[(*count)++] == MDQ_LETTER_NONE) return false;
  }
  return true;
}

static uint32_t keep_one(void *user, uint32_t a, uint32_t b) {
  (void)user;
  (void)b;
  return a;
}

bool mdq_alphabet_automaton(const struct mdq_alphabet *alphabet, const struct mdq_span *words, size_t count, struct mdq_buf *automaton, uint32_t *root) {
  struct mdq_graph *graph = mdq_graph_new(keep_one, NULL);
  if (!graph) return false;
  mdq_graph_begin(graph);
  for (size_t i = 0; i < count; i++) {
    uint8_t codes[MDQ_LONGEST_WORD];
    size_t length;
    if (mdq_alphabet_codes(alphabet, words[i], codes, &length)) mdq_graph_add(graph, codes, length, 1);
  }
  *root = mdq_graph_end(graph);
  bool ok = mdq_graph_write(graph, root, 1, false, automaton) && automaton->len <= MDQ_AUTOMATON_LARGEST && !mdq_graph_failed(graph);
  mdq_graph_free(graph);
  return ok;
}
