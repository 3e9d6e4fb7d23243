#include "text/word.h"

#include <stdlib.h>

#include "base/bytes.h"
#include "base/map.h"
#include "text/normalize.h"
#include "text/utf8.h"

enum {
  MOST_WORDS = 48000,       /* the types of one or two million words of news; 9 MB */
  MOST_BYTES = 1 << 22      /* ... which take about 12 bytes each; what takes more is no news */
};

static uint8_t traits_of(struct mdq_span raw) {
  unsigned traits = 0;
  for (size_t at = mdq_plain_letters_end(raw, 0); at < raw.len;) {
    uint32_t c = mdq_utf8_next(raw, &at);
    if (c >= 0x0621 && c <= 0x063A) continue;
    if (c == 0x0640) traits |= MDQ_WORD_TATWEEL;
    else if ((c >= 0x064B && c <= 0x065F) || c == 0x0670) traits |= MDQ_WORD_DIACRITIC;
    else if (c == 0x06CC || c == 0x06A9 || c == 0x06C1 || c == 0x06BE || c == 0x06D5 || c == 0x06D2) traits |= MDQ_WORD_FOREIGN_LETTER;
    else if (c == 0x00AD || (c >= 0x200B && c <= 0x206F) || c == 0xFEFF || c == 0x061C) traits |= MDQ_WORD_INVISIBLE;
    else if ((c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC)) traits |= MDQ_WORD_PRESENTATION_FORM;
  }
  return (uint8_t)traits;
}

static size_t home_of(const struct mdq_words *words, uint64_t hash) {
  return (size_t)hash & (words->capacity - 1);
}

/* The slot of a word, or the free one where it belongs; the table has one. */
static inline struct mdq_word_slot *find(const struct mdq_words *words, struct mdq_span raw, uint64_t hash) {
  for (size_t at = home_of(words, hash);; at = (at + 1) & (words->capacity - 1)) {
    struct mdq_word_slot *slot = &words->slots[at];
    if (!slot->word) return slot;
    if (slot->hash == hash && slot->word->raw.len == raw.len && mdq_same_bytes(slot->word->raw.ptr, raw.ptr, raw.len)) return slot;
  }
}

static bool grow(struct mdq_words *words) {
  size_t capacity = words->capacity ? words->capacity * 2 : 1024;
  struct mdq_word_slot *slots = calloc(capacity, sizeof *slots), *old = words->slots;
  if (!slots) return false;
  for (size_t i = 0; i < words->capacity; i++) {
    if (!old[i].word) continue;
    size_t at = (size_t)old[i].hash & (capacity - 1);
    while (slots[at].word) at = (at + 1) & (capacity - 1);
    slots[at] = old[i];
  }
  free(old);
  words->slots = slots;
  words->capacity = capacity;
  return true;
}

static void *room_for_word(struct mdq_words *words, size_t size) {
  enum { ROOM = 1 << 15 };
  size = (size + MDQ_WORD_ALIGNMENT - 1) / MDQ_WORD_ALIGNMENT * MDQ_WORD_ALIGNMENT;
  if (size > words->room_left) {
    size_t wanted = (size > ROOM ? size : ROOM) + MDQ_WORD_ALIGNMENT;
    char *room = mdq_arena_alloc(&words->arena, wanted);
    if (!room) return NULL;
    size_t skipped = MDQ_WORD_ALIGNMENT - (uintptr_t)room % MDQ_WORD_ALIGNMENT;
    words->room = room + skipped;
    words->room_left = wanted - skipped;
  }
  void *place = words->room;
  words->room += size;
  words->room_left -= size;
  return place;
}

static void look_at_letters(struct mdq_words *words, struct mdq_word *word) {
  struct mdq_span raw = word->raw;
  size_t letters = raw.len / 2;
  if (mdq_plain_letters_end(raw, 0) == raw.len) { /* as nearly all are */
    word->v1 = raw;
    word->v2 = mdq_fold_plain_letters(&words->arena, raw);
  } else {
    word->traits = traits_of(raw);
    word->v1 = mdq_normalize_v1(&words->arena, raw);
    word->v2 = mdq_normalize_v2(&words->arena, word->v1);
    letters = mdq_utf8_length(word->v1);
  }
  word->letters = letters > 255 ? 255 : (uint8_t)letters;
}

static struct mdq_word *new_word(struct mdq_words *words, struct mdq_span raw) {
  _Static_assert(offsetof(struct mdq_word, raw) == MDQ_WORD_ALIGNMENT, "what is often looked at shares a line");
  struct mdq_word *word = room_for_word(words, sizeof *word + raw.len + 1);
  if (!word) return NULL;
  char *bytes = (char *)(word + 1);
  memcpy(bytes, raw.ptr, raw.len);
  words->bytes += raw.len;
  word->raw = mdq_span_of(bytes, raw.len);
  look_at_letters(words, word);
  return words->arena.failed ? NULL : word;
}

/* Into `slot`, which is free, unless the table must grow. */
static struct mdq_word *add(struct mdq_words *words, struct mdq_span raw, uint64_t hash, struct mdq_word_slot *slot) {
  if ((words->count + 1) * 4 > words->capacity * 3) {
    if (!grow(words)) return NULL;
    slot = find(words, raw, hash);
  }
  struct mdq_word *word = new_word(words, raw);
  if (!word) return NULL;
  *slot = (struct mdq_word_slot){ hash, word };
  words->count++;
  return word;
}

static inline struct mdq_word *get(struct mdq_words *words, struct mdq_span raw, uint64_t hash) {
  struct mdq_word_slot *slot = words->capacity ? find(words, raw, hash) : NULL;
  return slot && slot->word ? slot->word : add(words, raw, hash, slot);
}

struct mdq_word *mdq_words_get(struct mdq_words *words, struct mdq_span raw) {
  return get(words, raw, mdq_hash(raw));
}

bool mdq_words_get_many(struct mdq_words *words, struct mdq_word_query *queries, size_t count) {
  if (!words->capacity && !grow(words)) return false;
  for (size_t i = 0; i < count; i++) { /* the word is likely the one in its home */
    const struct mdq_word *word = words->slots[home_of(words, queries[i].hash)].word;
    if (!word) continue;
    __builtin_prefetch(&word->raw);
    __builtin_prefetch(word + 1); /* its bytes */
  }
  for (size_t i = 0; i < count; i++)
    if (!(queries[i].word = get(words, queries[i].raw, queries[i].hash))) return false;
  return true;
}

void mdq_words_trim(struct mdq_words *words) {
  if (words->count < MOST_WORDS && words->bytes < MOST_BYTES) return;
  mdq_words_free(words);
}

void mdq_words_free(struct mdq_words *words) {
  free(words->slots);
  mdq_arena_free(&words->arena);
  *words = (struct mdq_words){ 0 };
}
