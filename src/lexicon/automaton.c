#include "lexicon/automaton.h"

#include "text/utf8.h"

uint32_t mdq_automaton_walk(const struct mdq_automaton *automaton, uint32_t node, struct mdq_span text) {
  for (size_t at = 0; node && at < text.len;) {
    unsigned code = mdq_automaton_code(automaton, mdq_utf8_next(text, &at));
    if (code != MDQ_LETTER_IGNORED) node = mdq_automaton_step(automaton, node, code);
  }
  return node;
}
