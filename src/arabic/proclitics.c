#include "arabic/proclitics.h"

enum { LETTER = 2, LEAST = 2 * LETTER }; /* bytes: every Arabic letter of V1 and V2 is two long */

struct reading {
  struct mdq_span word;
  struct mdq_stem *stems;
  size_t count;
};

/* The letters stand at `at`, and enough is left behind them. */
static inline bool has(struct mdq_span word, size_t at, const char *letters, size_t len) {
  return word.len >= at + len + LEAST && !memcmp(word.ptr + at, letters, len);
}

static inline bool has_one(struct mdq_span word, size_t at, const char *letter) {
  return has(word, at, letter, LETTER);
}

static inline struct mdq_stem *add(struct reading *r, size_t cut, bool conjunction) {
  struct mdq_stem *stem = &r->stems[r->count++];
  *stem = (struct mdq_stem){ .text = mdq_span_sub(r->word, cut, r->word.len), .cut = cut, .conjunction = conjunction };
  return stem;
}

/* What is left behind `cut` bytes, as it is and without the article. */
static void add_with_article(struct reading *r, size_t cut, bool conjunction, bool preposition) {
  add(r, cut, conjunction);
  bool lil = !preposition && has(r->word, cut, "لل", 2 * LETTER);
  if (!lil && !has(r->word, cut, "ال", 2 * LETTER)) return;
  struct mdq_stem *stem = add(r, cut + 2 * LETTER, conjunction);
  stem->article = true;
  stem->lil = lil;
}

static void add_with_preposition(struct reading *r, size_t cut, bool conjunction) {
  add_with_article(r, cut, conjunction, false);
  if (has_one(r->word, cut, "ب") || has_one(r->word, cut, "ك") || has_one(r->word, cut, "ل")) add_with_article(r, cut + LETTER, conjunction, true);
}

/* Most words begin with another letter than و ف ب ك ل and the alef of the article. */
static inline bool may_be_cut(struct mdq_span word) {
  enum { BEH = 0xA8, ALEF = 0xA7, FEH = 0x81, KAF = 0x83, LAM = 0x84, WAW = 0x88 }; /* behind 0xD8 or 0xD9 */
  if (word.len < LETTER + LEAST) return false;
  unsigned lead = (unsigned char)word.ptr[0], trail = (unsigned char)word.ptr[1];
  if (lead == 0xD8) return trail == ALEF || trail == BEH;
  return lead == 0xD9 && (trail == FEH || trail == KAF || trail == LAM || trail == WAW);
}

/* At most two readings each of four: MDQ_STEMS_MOST is enough. */
size_t mdq_stems(struct mdq_span word, struct mdq_stem stems[MDQ_STEMS_MOST]) {
  struct reading r = { word, stems, 0 };
  if (!may_be_cut(word)) return add(&r, 0, false), r.count;
  add_with_preposition(&r, 0, false);
  if (has_one(word, 0, "و") || has_one(word, 0, "ف")) add_with_preposition(&r, LETTER, true);
  return r.count;
}
