#include "text/word.h"

#include "text/normalize.h"
#include "text/utf8.h"

enum {
  MOST_WORDS = 1 << 16,     /* the types of about three million words of news */
  MOST_BYTES = 1 << 22      /* ... which take about 12 bytes each; what takes more is no news */
};

static uint32_t traits_of(struct mdq_span raw) {
  uint32_t traits = 0;
  for (size_t at = 0; at < raw.len;) {
    uint32_t c = mdq_utf8_next(raw, &at);
    if (c >= 0x0621 && c <= 0x063A) continue;
    if (c == 0x0640) traits |= MDQ_WORD_TATWEEL;
    else if ((c >= 0x064B && c <= 0x065F) || c == 0x0670) traits |= MDQ_WORD_DIACRITIC;
    else if (c == 0x06CC || c == 0x06A9 || c == 0x06C1 || c == 0x06BE || c == 0x06D5 || c == 0x06D2) traits |= MDQ_WORD_FOREIGN_LETTER;
    else if (c == 0x00AD || (c >= 0x200B && c <= 0x206F) || c == 0xFEFF || c == 0x061C) traits |= MDQ_WORD_INVISIBLE;
    else if ((c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC)) traits |= MDQ_WORD_PRESENTATION_FORM;
  }
  return traits;
}

struct mdq_word *mdq_words_get(struct mdq_words *words, struct mdq_span raw) {
  uint64_t hash = mdq_hash(raw);
  struct mdq_word *word = mdq_map_get_hashed(&words->map, raw, hash);
  if (word) return word;
  word = mdq_arena_alloc(&words->arena, sizeof *word);
  if (!word) return NULL;
  word->raw = mdq_arena_copy(&words->arena, raw);
  words->bytes += raw.len;
  word->traits = traits_of(raw);
  word->v1 = mdq_normalize_v1(&words->arena, word->raw);
  word->v2 = mdq_normalize_v2(&words->arena, word->v1);
  size_t letters = mdq_utf8_length(word->v1);
  word->letters = letters > 255 ? 255 : (uint8_t)letters;
  return !words->arena.failed && mdq_map_put_hashed(&words->map, word->raw, hash, word) ? word : NULL;
}

void mdq_words_trim(struct mdq_words *words) {
  if (words->map.count < MOST_WORDS && words->bytes < MOST_BYTES) return;
  mdq_words_free(words);
}

void mdq_words_free(struct mdq_words *words) {
  mdq_map_free(&words->map);
  mdq_arena_free(&words->arena);
  words->bytes = 0;
}
