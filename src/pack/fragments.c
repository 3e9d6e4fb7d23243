/* What regular expressions need inside words, see atoms.h. */
#include <stdlib.h>

#include "base/bytes.h"
#include "pack/atoms.h"
#include "text/utf8.h"

/* The first fragment that opens with those four bytes, or what would follow it. */
static size_t first_fragment(const struct mdq_atoms *atoms, uint32_t opening) {
  size_t low = 0, high = atoms->fragment_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (mdq_load4(atoms->fragments[middle].text.ptr) < opening) low = middle + 1;
    else high = middle;
  }
  return low;
}

/* The last six bits of a letter of two bytes are those of its second byte. */
uint64_t mdq_fragments_in(const struct mdq_atoms *atoms, struct mdq_span text) {
  const unsigned char *bytes = (const unsigned char *)text.ptr;
  uint64_t found = 0;
  for (size_t at = 0; at + 4 <= text.len; at += bytes[at] < 0xC0 || bytes[at] >= 0xE0 ? 1 : 2) {
    if (bytes[at] < 0xC0 || !(atoms->fragment_pairs[bytes[at + 1] & 63] >> (bytes[at + 3] & 63) & 1)) continue;
    struct mdq_span rest = mdq_span_sub(text, at, text.len);
    uint32_t opening = mdq_load4(rest.ptr);
    for (size_t k = first_fragment(atoms, opening); k < atoms->fragment_count && mdq_load4(atoms->fragments[k].text.ptr) == opening; k++)
      if (mdq_span_starts(rest, atoms->fragments[k].text)) found |= atoms->fragments[k].bits;
  }
  return found;
}

static int by_opening(const void *a, const void *b) {
  const struct mdq_fragment *x = a, *y = b;
  uint32_t i = mdq_load4(x->text.ptr), k = mdq_load4(y->text.ptr);
  return i != k ? (i < k ? -1 : 1) : mdq_span_cmp(x->text, y->text);
}

void mdq_atoms_set_fragments(struct mdq_atoms *atoms, struct mdq_fragment *fragments, size_t count) {
  if (count) qsort(fragments, count, sizeof *fragments, by_opening);
  atoms->fragments = fragments;
  atoms->fragment_count = count;
  for (size_t i = 0; i < count; i++) {
    size_t at = 0;
    uint32_t first = mdq_utf8_next(fragments[i].text, &at);
    atoms->fragment_pairs[first & 63] |= 1ull << (mdq_utf8_at(fragments[i].text, at) & 63);
  }
}
