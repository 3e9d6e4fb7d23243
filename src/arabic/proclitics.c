#include "arabic/proclitics.h"

enum { LETTER = 2, LEAST = 2 * LETTER }; /* bytes: every Arabic letter of V1 and V2 is two long */

struct reading {
  struct mdq_span word;
  struct mdq_stem *stems;
  size_t count;
};

static bool has(struct mdq_span word, size_t at, const char *letters) {
  size_t len = strlen(letters);
  return word.len >= at + len + LEAST && !memcmp(word.ptr + at, letters, len);
}

static void add(struct reading *r, struct mdq_stem stem) {
  if (r->word.len < stem.cut + (stem.cut ? LEAST : 0) || r->count == MDQ_STEMS_MOST) return;
  stem.text = mdq_span_sub(r->word, stem.cut, r->word.len);
  r->stems[r->count++] = stem;
}

static void add_with_article(struct reading *r, struct mdq_stem stem, bool preposition) {
  add(r, stem);
  if (has(r->word, stem.cut, "ال")) {
    add(r, (struct mdq_stem){ .cut = stem.cut + 2 * LETTER, .conjunction = stem.conjunction, .article = true });
  } else if (!preposition && has(r->word, stem.cut, "لل")) {
    add(r, (struct mdq_stem){ .cut = stem.cut + 2 * LETTER, .conjunction = stem.conjunction, .article = true, .lil = true });
  }
}

static void add_with_preposition(struct reading *r, struct mdq_stem stem) {
  add_with_article(r, stem, false);
  if (!has(r->word, stem.cut, "ب") && !has(r->word, stem.cut, "ك") && !has(r->word, stem.cut, "ل")) return;
  stem.cut += LETTER;
  add_with_article(r, stem, true);
}

size_t mdq_stems(struct mdq_span word, struct mdq_stem stems[MDQ_STEMS_MOST]) {
  struct reading r = { word, stems, 0 };
  add_with_preposition(&r, (struct mdq_stem){ 0 });
  if (has(word, 0, "و") || has(word, 0, "ف")) add_with_preposition(&r, (struct mdq_stem){ .cut = LETTER, .conjunction = true });
  return r.count;
}
