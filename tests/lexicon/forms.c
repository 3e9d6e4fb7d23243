#include "forms.h"

#include <stdlib.h>

#include "text/utf8.h"

static uint64_t count_from(struct forms *forms, uint32_t node) {
  if (!node) return 0;
  if (forms->count[node] != UINT64_MAX) return forms->count[node];
  uint64_t bits = mdq_automaton_bits(forms->automaton, node), count = bits >> 63;
  for (unsigned code = 0; code < MDQ_MOST_LETTERS; code++)
    if (bits >> code & 1) count += count_from(forms, mdq_automaton_step(forms->automaton, node, code));
  return forms->count[node] = count;
}

bool forms_open(struct forms *forms, const struct mdq_automaton *automaton, uint32_t root) {
  *forms = (struct forms){ .automaton = automaton, .root = root };
  forms->count = malloc((automaton->size + 1) * sizeof *forms->count);
  if (!forms->count) return false;
  memset(forms->count, 0xFF, (automaton->size + 1) * sizeof *forms->count);
  count_from(forms, root);
  for (size_t i = 0; i < MDQ_MOST_LETTERS; i++)
    if (automaton->letter[i]) forms->letters[forms->letter_count++] = automaton->letter[i];
  return true;
}

void forms_close(struct forms *forms) {
  free(forms->count);
}

uint64_t forms_count(const struct forms *forms) {
  return forms->root ? forms->count[forms->root] : 0;
}

void forms_at(const struct forms *forms, uint64_t number, struct form_text *text) {
  uint32_t node = forms->root;
  text->len = 0;
  while (text->len + 8 < sizeof text->ptr) {
    uint64_t bits = mdq_automaton_bits(forms->automaton, node);
    if (bits >> 63 && number-- == 0) break;
    uint64_t edges = bits & ((UINT64_C(1) << MDQ_MOST_LETTERS) - 1);
    for (; edges; edges &= edges - 1) {
      unsigned code = (unsigned)__builtin_ctzll(edges);
      uint32_t target = mdq_automaton_step(forms->automaton, node, code);
      if (number < forms->count[target]) {
        text->len += mdq_utf8_encode(forms->automaton->letter[code], text->ptr + text->len);
        node = target;
        break;
      }
      number -= forms->count[target];
    }
    if (!edges) abort(); /* no such number */
  }
  text->ptr[text->len] = '\0';
}

uint64_t next_random(uint64_t *state) {
  uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
  z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
  return z ^ z >> 31;
}

static uint16_t random_letter(const struct forms *forms, uint64_t *random) {
  return forms->letters[next_random(random) % forms->letter_count];
}

void mutate(const struct forms *forms, struct form_text *text, uint64_t *random) {
  uint32_t letters[LONGEST_FORM_TEXT];
  size_t count = 0;
  for (size_t at = 0; at < text->len;) letters[count++] = mdq_utf8_next(form_span(text), &at);
  size_t place = next_random(random) % (count + 1), kind = next_random(random) % 4;
  if (place == count || count == 1) kind = 0;
  uint32_t *rest = letters + place;
  switch (kind) {
    case 0:
      memmove(rest + 1, rest, (count++ - place) * sizeof *rest);
      *rest = random_letter(forms, random);
      break;
    case 1: memmove(rest, rest + 1, (--count - place) * sizeof *rest); break;
    case 2: *rest = random_letter(forms, random); break;
    default: {
      uint32_t *other = place ? rest - 1 : rest + 1, swap = *rest;
      *rest = *other;
      *other = swap;
    }
  }
  text->len = 0;
  for (size_t i = 0; i < count && text->len + 8 < sizeof text->ptr; i++) text->len += mdq_utf8_encode(letters[i], text->ptr + text->len);
  text->ptr[text->len] = '\0';
}

void random_text(const struct forms *forms, struct form_text *text, uint64_t *random) {
  size_t count = 1 + next_random(random) % 8;
  text->len = 0;
  for (size_t i = 0; i < count; i++) text->len += mdq_utf8_encode(random_letter(forms, random), text->ptr + text->len);
  text->ptr[text->len] = '\0';
}
