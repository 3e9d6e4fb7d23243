#include "text/word.h"

#include <stdlib.h>

#include "base/bytes.h"
#include "base/map.h"
#include "text/normalize.h"
#include "text/utf8.h"

enum {
  MOST_WORDS = 40000,       /* the types of one or two million words of news; 8 MB */
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

struct mdq_word_tail mdq_word_tail_alone(struct mdq_span raw) {
  char bytes[MDQ_WORD_TAIL] = { 0 };
  if (raw.len >= sizeof bytes) return mdq_word_tail_at(raw.ptr + raw.len, raw.len);
  memcpy(bytes + sizeof bytes - raw.len, raw.ptr, raw.len);
  return mdq_word_tail_at(bytes + sizeof bytes, raw.len);
}

uint64_t mdq_word_beginning_hash(struct mdq_span raw) {
  return mdq_hash(mdq_span_of(raw.ptr, raw.len - MDQ_WORD_TAIL));
}

static inline bool is_written(const struct mdq_word *word, const struct mdq_word_query *query) {
  size_t len = query->raw.len;
  const char *end = word->raw.ptr + len;
  return word->raw.len == len && mdq_load8(end - 8) == query->tail.last && mdq_load8(end - 16) == query->tail.before &&
         (len <= MDQ_WORD_TAIL || mdq_same_bytes(word->raw.ptr, query->raw.ptr, len));
}

enum { ROOM = 1 << 15, PLACES_BITS = 9, MOST_ROOMS = 1 << (32 - PLACES_BITS) };
_Static_assert(ROOM == MDQ_WORD_ALIGNMENT << PLACES_BITS, "a place tells any multiple of the alignment in a room");

static inline struct mdq_word *word_at(const struct mdq_words *words, uint32_t place) {
  return (struct mdq_word *)(void *)(words->rooms[place >> PLACES_BITS] + place % (1 << PLACES_BITS) * (size_t)MDQ_WORD_ALIGNMENT);
}

/* The slot of a word, or the free one where it belongs; the table has one. */
static inline struct mdq_word_slot *find(const struct mdq_words *words, const struct mdq_word_query *query) {
  for (size_t at = (size_t)(query->hash >> words->shift);; at = (at + 1) & (words->capacity - 1)) {
    struct mdq_word_slot *slot = &words->slots[at];
    if (!slot->place || (slot->tag == (uint32_t)query->hash && is_written(word_at(words, slot->place), query))) return slot;
  }
}

static uint64_t hash_of(const struct mdq_word *word) {
  return mdq_word_hash(word->raw, mdq_word_tail_at(word->raw.ptr + word->raw.len, word->raw.len));
}

static bool grow(struct mdq_words *words) {
  enum { FIRST_BITS = 10, MORE_BITS = 2 /* every size on the way is memory taken and given back */ };
  size_t capacity = words->capacity ? words->capacity << MORE_BITS : 1 << FIRST_BITS;
  unsigned shift = words->capacity ? words->shift - MORE_BITS : 64 - FIRST_BITS;
  struct mdq_word_slot *slots = calloc(capacity, sizeof *slots), *old = words->slots;
  if (!slots) return false;
  for (size_t i = 0; i < words->capacity; i++) {
    if (!old[i].place) continue;
    size_t at = (size_t)(hash_of(word_at(words, old[i].place)) >> shift);
    while (slots[at].place) at = (at + 1) & (capacity - 1);
    slots[at] = old[i];
  }
  free(old);
  words->slots = slots;
  words->capacity = capacity;
  words->shift = shift;
  return true;
}

/* A pointer to the next room, which is none yet. */
static char **push_room(struct mdq_words *words) {
  return mdq_arena_push(&words->arena, &words->rooms, &words->room_count, &words->room_capacity, sizeof *words->rooms);
}

static bool add_room(struct mdq_words *words, size_t size) {
  char *bytes = words->room_count < MOST_ROOMS ? mdq_arena_room(&words->arena, (size > ROOM ? size : ROOM) + MDQ_WORD_ALIGNMENT) : NULL;
  if (!bytes || (!words->room_count && !push_room(words))) return false;
  char **room = push_room(words);
  if (!room) return false;
  *room = bytes + (MDQ_WORD_ALIGNMENT - (uintptr_t)bytes % MDQ_WORD_ALIGNMENT);
  words->room_used = 0;
  return true;
}

/* The place of a word of that size; 0 without memory. */
static uint32_t place_for_word(struct mdq_words *words, size_t size) {
  if ((words->room_count < 2 || words->room_used + size > ROOM) && !add_room(words, size)) return 0;
  size_t place = (words->room_count - 1) << PLACES_BITS | words->room_used / MDQ_WORD_ALIGNMENT;
  words->room_used += (size + MDQ_WORD_ALIGNMENT - 1) / MDQ_WORD_ALIGNMENT * MDQ_WORD_ALIGNMENT;
  return (uint32_t)place;
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

/* Its place; 0 without memory. */
static uint32_t new_word(struct mdq_words *words, struct mdq_span raw) {
  _Static_assert(offsetof(struct mdq_word, raw) == MDQ_WORD_ALIGNMENT, "what is often looked at shares a line");
  size_t skipped = raw.len < MDQ_WORD_TAIL ? MDQ_WORD_TAIL - raw.len : 0;
  uint32_t place = place_for_word(words, sizeof(struct mdq_word) + skipped + raw.len + 1);
  if (!place) return 0;
  struct mdq_word *word = word_at(words, place);
  char *bytes = (char *)(word + 1) + skipped;
  memset(word + 1, 0, MDQ_WORD_TAIL);
  memcpy(bytes, raw.ptr, raw.len);
  bytes[raw.len] = '\0';
  *word = (struct mdq_word){ .raw = { bytes, raw.len } };
  words->bytes += raw.len;
  look_at_letters(words, word);
  return words->arena.failed ? 0 : place;
}

/* Into `slot`, which is free, unless the table must grow. */
static struct mdq_word *add(struct mdq_words *words, const struct mdq_word_query *query, struct mdq_word_slot *slot) {
  if ((words->count + 1) * 4 > words->capacity * 3) {
    if (!grow(words)) return NULL;
    slot = find(words, query);
  }
  uint32_t place = new_word(words, query->raw);
  if (!place) return NULL;
  *slot = (struct mdq_word_slot){ (uint32_t)query->hash, place };
  words->count++;
  return word_at(words, place);
}

static inline struct mdq_word *get(struct mdq_words *words, const struct mdq_word_query *query) {
  struct mdq_word_slot *slot = find(words, query);
  return slot->place ? word_at(words, slot->place) : add(words, query, slot);
}

struct mdq_word *mdq_words_get(struct mdq_words *words, struct mdq_span raw) {
  struct mdq_word_query query = { .raw = raw, .tail = mdq_word_tail_alone(raw) };
  query.hash = mdq_word_hash(raw, query.tail);
  return words->capacity || grow(words) ? get(words, &query) : NULL;
}

enum { AT_ONCE = 32 };

/* A word is likely the one in its home, which then is not looked at again. */
static bool get_some(struct mdq_words *words, const struct mdq_word_query *queries, size_t count, unsigned *traits) {
  struct mdq_word *likely[AT_ONCE];
  for (size_t i = 0; i < count; i++) {
    uint32_t place = words->slots[queries[i].hash >> words->shift].place;
    likely[i] = place ? word_at(words, place) : NULL;
    if (place) __builtin_prefetch(&likely[i]->raw); /* mostly with its bytes */
  }
  for (size_t i = 0; i < count; i++) {
    struct mdq_word *word = likely[i] && is_written(likely[i], &queries[i]) ? likely[i] : get(words, &queries[i]);
    if (!word) return false;
    *queries[i].word = word;
    *traits |= word->traits;
  }
  return true;
}

bool mdq_words_get_many(struct mdq_words *words, const struct mdq_word_query *queries, size_t count, unsigned *traits) {
  if (!words->capacity && !grow(words)) return false;
  for (size_t i = 0; i < count; i += AT_ONCE)
    if (!get_some(words, queries + i, count - i < AT_ONCE ? count - i : AT_ONCE, traits)) return false;
  return true;
}

void mdq_words_trim(struct mdq_words *words) {
  if (words->bytes >= MOST_BYTES) return mdq_words_free(words);
  if (words->count < MOST_WORDS) return;
  mdq_arena_rewind(&words->arena);
  memset(words->slots, 0, words->capacity * sizeof *words->slots);
  *words = (struct mdq_words){ .slots = words->slots, .capacity = words->capacity, .shift = words->shift, .arena = words->arena, .trimmed = true };
}

void mdq_words_free(struct mdq_words *words) {
  free(words->slots);
  mdq_arena_free(&words->arena);
  *words = (struct mdq_words){ 0 };
}
