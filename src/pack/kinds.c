#include "pack/kinds.h"

#include "base/map.h"

static bool with_pronoun(const struct mdq_reading *reading) {
  char inner = reading->inner_suffix.text[1], outer = reading->outer_suffix.text[1];
  return inner == 'C' || inner == 'D' || outer == 'C' || outer == 'D';
}

static unsigned kinds_of_reading(const struct mdq_reading *reading, struct mdq_span word) {
  bool verb = reading->word_class & MDQ_CLASS_VERB, past = (reading->word_class & MDQ_CLASS_PAST) && !reading->prefix && mdq_span_eq(reading->stem, word);
  unsigned kinds = !verb ? MDQ_KIND_NO_VERB : past ? MDQ_KIND_PAST : MDQ_KIND_OTHER_VERB;
  if (reading->prefix) return kinds;
  return kinds | (verb ? MDQ_KIND_BARE_VERB : with_pronoun(reading) ? MDQ_KIND_POSSESSED : MDQ_KIND_BARE_NOUN);
}

static unsigned find_kinds(struct mdq_kinds *kinds, struct mdq_span word) {
  struct mdq_reading *readings;
  size_t count = mdq_lexicon_analyze(kinds->lexicon, word, kinds->scratch, &readings);
  unsigned found = 0;
  for (size_t i = 0; i < count; i++) found |= kinds_of_reading(&readings[i], word);
  return found;
}

unsigned mdq_kinds_of(struct mdq_kinds *kinds, struct mdq_span word) {
  if (!kinds->known) kinds->known = mdq_arena_array(kinds->arena, MDQ_KINDS_REMEMBERED, sizeof *kinds->known);
  if (!kinds->known || !word.len || word.len > MDQ_KINDS_LETTERS) return find_kinds(kinds, word);
  struct mdq_known_kinds *known = &kinds->known[mdq_hash(word) % MDQ_KINDS_REMEMBERED];
  if (!mdq_span_eq(word, mdq_span_of(known->word, known->length))) {
    memcpy(known->word, word.ptr, word.len);
    known->length = (uint8_t)word.len;
    known->kinds = (uint8_t)find_kinds(kinds, word);
  }
  return known->kinds;
}
