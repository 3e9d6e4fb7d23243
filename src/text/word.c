#include "text/word.h"

#include <stdlib.h>

#include "base/bytes.h"
#include "base/map.h"
#include "text/chars.h"
#include "text/normalize.h"
#include "text/utf8.h"

enum {
  FEWEST_WORDS = 18000,     /* that are kept of any text; ... */
  TOKENS_A_WORD = 40,       /* ... so many tokens let one more be kept, ... */
  MOST_WORDS = 78000,       /* ... up to so many, which take 10 MB */
  MOST_BYTES = 1 << 22,     /* of their texts, which have about 12 bytes each; what takes more is no news */
  MOST_EXTRA = 4 << 20,     /* of mdq_words.extra_bytes */
  MOST_USES = 3             /* that are counted */
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
    else if (mdq_is_presentation_form(c)) traits |= MDQ_WORD_PRESENTATION_FORM;
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
  const char *raw = mdq_word_raw(word).ptr, *end = raw + len;
  return word->raw_len == len && mdq_load8(end - 8) == query->tail.last && mdq_load8(end - 16) == query->tail.before &&
         (len <= MDQ_WORD_TAIL || mdq_same_bytes(raw, query->raw.ptr, len));
}

enum { ROOM = 1 << 15, PLACES_BITS = 9, MOST_ROOMS = 1 << (30 - PLACES_BITS), MOST_PLACES = (1 << 30) - 1 };
_Static_assert(ROOM == MDQ_WORD_ALIGNMENT << PLACES_BITS, "a place tells any multiple of the alignment in a room");

static inline struct mdq_word *word_at(const struct mdq_words *words, uint32_t place) {
  return (struct mdq_word *)(void *)(words->rooms[place >> PLACES_BITS] + place % (1 << PLACES_BITS) * (size_t)MDQ_WORD_ALIGNMENT);
}

static inline uint32_t tag_of(uint64_t hash) {
  return (uint32_t)(hash >> 32);
}

/* The slot of a word, or the free one where it belongs; the table has one. */
static inline struct mdq_word_slot *find(const struct mdq_words *words, const struct mdq_word_query *query) {
  const uint32_t tag = tag_of(query->hash);
  for (size_t at = tag >> words->shift;; at = (at + 1) & (words->capacity - 1)) {
    struct mdq_word_slot *slot = &words->slots[at];
    if (!slot->place || (slot->tag == tag && is_written(word_at(words, slot->place), query))) return slot;
  }
}

static void put(struct mdq_words *words, struct mdq_word_slot slot) {
  size_t at = slot.tag >> words->shift;
  while (words->slots[at].place) at = (at + 1) & (words->capacity - 1);
  words->slots[at] = slot;
}

static bool grow(struct mdq_words *words) {
  enum { FIRST_BITS = 11, LARGE = 1 << 15 };
  size_t old_capacity = words->capacity;
  unsigned more_bits = old_capacity < LARGE ? 2 : 1; /* every size on the way is memory taken and given back */
  size_t capacity = old_capacity ? old_capacity << more_bits : 1 << FIRST_BITS;
  struct mdq_word_slot *slots = calloc(capacity, sizeof *slots), *old = words->slots;
  if (!slots) return false;
  words->slots = slots;
  words->capacity = capacity;
  words->shift = old_capacity ? words->shift - more_bits : 32 - FIRST_BITS;
  for (size_t i = 0; i < old_capacity; i++)
    if (old[i].place) put(words, old[i]);
  free(old);
  return true;
}

/* A pointer to the next room, which is none yet. */
static char **push_room(struct mdq_words *words) {
  return mdq_arena_push(&words->room_arena, &words->rooms, &words->room_count, &words->room_capacity, sizeof *words->rooms);
}

static bool add_room(struct mdq_words *words, size_t size) {
  words->room_arena.scattered = true;
  char *bytes = words->room_count < MOST_ROOMS ? mdq_arena_room(&words->room_arena, (size > ROOM ? size : ROOM) + MDQ_WORD_ALIGNMENT) : NULL;
  if (!bytes || (!words->room_count && !push_room(words))) return false;
  char **room = push_room(words);
  if (!room) return false;
  *room = bytes + (MDQ_WORD_ALIGNMENT - (uintptr_t)bytes % MDQ_WORD_ALIGNMENT);
  words->room_used = 0;
  return true;
}

static uint32_t take_unused(struct mdq_words *words, size_t size) {
  if (size >= MDQ_WORD_SIZES || !words->unused[size]) return 0;
  uint32_t place = words->unused[size];
  memcpy(&words->unused[size], word_at(words, place), sizeof place);
  return place;
}

static void leave_unused(struct mdq_words *words, uint32_t place) {
  struct mdq_word *word = word_at(words, place);
  if (!word->size || word->size >= MDQ_WORD_SIZES) return;
  words->bytes -= word->raw_len;
  memcpy(word, &words->unused[word->size], sizeof place);
  words->unused[word->size] = place;
}

/* The place of a word that takes so many times MDQ_WORD_ALIGNMENT; 0 without memory. */
static uint32_t place_for_word(struct mdq_words *words, size_t size) {
  uint32_t unused = take_unused(words, size);
  if (unused) return unused;
  size_t bytes = size * MDQ_WORD_ALIGNMENT;
  if ((words->room_count < 2 || words->room_used + bytes > ROOM) && !add_room(words, bytes)) return 0;
  size_t place = (words->room_count - 1) << PLACES_BITS | words->room_used / MDQ_WORD_ALIGNMENT;
  words->room_used += bytes;
  return (uint32_t)place;
}

/* The views of a word, before it has its place. */
struct views {
  struct mdq_span v1, v2;
  bool plain, folded; /* of letters like those of nearly all words; v2 is still to be made of v1 */
};

static inline struct views views_of(struct mdq_words *words, struct mdq_span raw) {
  const bool plain = mdq_plain_letters_end(raw, 0) == raw.len;
  const struct mdq_span v1 = plain ? raw : mdq_normalize_v1(&words->arena, raw), v2 = plain ? raw : mdq_normalize_v2(&words->arena, v1);
  return (struct views){ v1, v2, plain, plain && mdq_plain_letters_unfolded(raw) < raw.len };
}

/* Where the texts of a word are, from its address on. */
struct places {
  size_t raw, v1, v2, end;
};

enum {
  TEXTS = offsetof(struct mdq_word, texts), TEXTS_END = TEXTS + sizeof ((struct mdq_word *)NULL)->texts,
  MOST_OF_SHORT = UINT8_MAX - sizeof(struct mdq_word) - 3 /* bytes of its texts, which end where a byte can say even if all are behind it */
};

/* A text and its final zero; what has no room in the word is behind it, and so is all that follows. */
static inline size_t place_text(struct places *places, size_t len, size_t behind) {
  if (places->end <= TEXTS_END && places->end + len + 1 > TEXTS_END) places->end = behind;
  size_t at = places->end;
  places->end += len + 1;
  return at;
}

static inline struct places places_of(struct mdq_span raw, struct views views, size_t behind) {
  struct places places = { .end = TEXTS + (raw.len < MDQ_WORD_TAIL ? MDQ_WORD_TAIL - raw.len : 0) };
  places.raw = places.v1 = place_text(&places, raw.len, behind);
  if (views.v1.ptr != raw.ptr) places.v1 = place_text(&places, views.v1.len, behind);
  places.v2 = places.v1;
  if (views.folded || views.v2.ptr != views.v1.ptr) places.v2 = place_text(&places, views.v2.len, behind);
  return places;
}

static inline void put_text(struct mdq_word *word, size_t at, struct mdq_span text) {
  char *bytes = (char *)word + at;
  memcpy(bytes, text.ptr, text.len);
  bytes[text.len] = '\0';
}

static inline void put_texts(struct mdq_word *word, struct mdq_span raw, struct views views, struct places places) {
  put_text(word, places.raw, raw);
  if (places.v1 != places.raw) put_text(word, places.v1, views.v1);
  if (views.folded) {
    mdq_fold_plain_letters(raw, (char *)word + places.v2);
    ((char *)word)[places.v2 + raw.len] = '\0';
  } else if (places.v2 != places.v1) {
    put_text(word, places.v2, views.v2);
  }
  word->raw_at = (uint8_t)places.raw;
  word->raw_len = (uint32_t)raw.len;
}

static void put_long_views(struct mdq_word *word, struct mdq_span v1, struct mdq_span v2) {
  struct mdq_word_long_views views = { v1, v2 };
  memcpy(word + 1, &views, sizeof views);
}

/* Its place; 0 without memory. */
static uint32_t new_word(struct mdq_words *words, struct mdq_span raw) {
  _Static_assert(offsetof(struct mdq_word, spelling) >= MDQ_WORD_ALIGNMENT, "what is often looked at has a line of its own");
  _Static_assert(sizeof(struct mdq_word) <= 2 * MDQ_WORD_ALIGNMENT, "most words take two lines");
  _Static_assert(sizeof(struct mdq_word) + sizeof(struct mdq_word_long_views) <= UINT8_MAX, "raw_at has room even in a long word");
  struct views views = views_of(words, raw);
  bool is_long = raw.len + views.v1.len + views.v2.len > MOST_OF_SHORT;
  size_t behind = sizeof(struct mdq_word) + (is_long ? sizeof(struct mdq_word_long_views) : 0);
  struct places places = places_of(raw, views, behind);
  size_t bytes = (places.end > behind ? places.end : behind) + (words->extra ? sizeof(void *) : 0), size = (bytes + MDQ_WORD_ALIGNMENT - 1) / MDQ_WORD_ALIGNMENT;
  bool too_long = is_long && raw.len > UINT32_MAX;
  uint32_t place = words->arena.failed || too_long ? 0 : place_for_word(words, size);
  words->arena.failed |= !place; /* where it is looked for at the end of a step */
  if (!place) return 0;
  struct mdq_word *word = word_at(words, place);
  memset(word, 0, TEXTS + MDQ_WORD_TAIL); /* all but the other texts */
  memset(&word->spelling, 0, sizeof *word - offsetof(struct mdq_word, spelling));
  put_texts(word, raw, views, places);
  if (is_long) {
    const char *own = (const char *)word;
    put_long_views(word, mdq_span_of(own + places.v1, views.v1.len), mdq_span_of(own + places.v2, views.v2.len));
  } else {
    word->v1 = (struct mdq_word_text){ (uint8_t)places.v1, (uint8_t)views.v1.len };
    word->v2 = (struct mdq_word_text){ (uint8_t)places.v2, (uint8_t)views.v2.len };
  }
  size_t letters = views.plain ? raw.len / 2 : mdq_utf8_length(views.v1);
  word->letters = letters > UINT8_MAX ? UINT8_MAX : (uint8_t)letters;
  if (!views.plain) word->traits = traits_of(raw);
  word->size = size > UINT8_MAX ? 0 : (uint8_t)size;
  if (words->extra && word->size) *mdq_word_extra(word) = NULL;
  words->bytes += raw.len;
  return place;
}

/* Into `slot`, which is free, unless the table must grow. */
static struct mdq_word *add(struct mdq_words *words, const struct mdq_word_query *query, struct mdq_word_slot *slot) {
  if ((words->count + 1) * 4 > words->capacity * 3) {
    if (!grow(words)) return NULL;
    slot = find(words, query);
  }
  uint32_t place = new_word(words, query->raw);
  if (!place) return NULL;
  *slot = (struct mdq_word_slot){ .tag = tag_of(query->hash), .place = place & MOST_PLACES };
  words->count++;
  return word_at(words, place);
}

static inline void count_use(struct mdq_word_slot *slot) {
  if (slot->uses < MOST_USES) slot->uses++;
}

static inline struct mdq_word *get(struct mdq_words *words, const struct mdq_word_query *query) {
  struct mdq_word_slot *slot = find(words, query);
  if (!slot->place) return add(words, query, slot);
  count_use(slot);
  return word_at(words, slot->place);
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
    struct mdq_word_slot *slot = &words->slots[tag_of(queries[i].hash) >> words->shift];
    likely[i] = slot->place ? word_at(words, slot->place) : NULL;
    if (!slot->place) continue;
    __builtin_prefetch(likely[i]); /* mostly with all of raw */
    count_use(slot); /* if it is another word there, no harm is done */
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
  words->asked += count;
  for (size_t i = 0; i < count; i += AT_ONCE)
    if (!get_some(words, queries + i, count - i < AT_ONCE ? count - i : AT_ONCE, traits)) return false;
  return true;
}

/* A word that stays has what it knows, but for what lies in the arena. */
static void forget_cached(const struct mdq_words *words, struct mdq_word *word) {
  if (word->spelling) word->spelling_known = 0;
  word->spelling = NULL;
  if (!word->house_lasts) word->house = NULL;
  if (!word->atoms_last) word->atoms = NULL;
  if (words->extra && !words->extra_bytes && word->size) *mdq_word_extra(word) = NULL;
}

/* A longer text has more words, and what they take is little beside it. */
static size_t most_words(const struct mdq_words *words) {
  size_t most = FEWEST_WORDS + words->asked / TOKENS_A_WORD;
  return most < MOST_WORDS ? most : MOST_WORDS;
}

/* How often a word must have been met again to stay: most may, but not so many that this is soon to be done again. */
static unsigned least_uses(const struct mdq_words *words) {
  const size_t most_staying = most_words(words) / 3 * 2;
  size_t used[MOST_USES + 1] = { 0 }, staying = 0;
  for (size_t i = 0; i < words->capacity; i++)
    if (words->slots[i].place) used[words->slots[i].uses]++;
  unsigned least = MOST_USES + 1;
  while (least > 1 && (staying += used[least - 1]) <= most_staying) least--;
  return least;
}

static void forget_extra(struct mdq_words *words) {
  mdq_arena_rewind(&words->extra_arena);
  words->extra_sets = NULL;
  words->extra_bytes = 0;
}

/* What a word takes is used again by others as long: nothing moves, and a word that is often met is worked out once. */
static bool drop_seldom_met(struct mdq_words *words) {
  enum { AHEAD = 16 };
  unsigned least = least_uses(words);
  struct mdq_word_slot *old = words->slots;
  words->slots = calloc(words->capacity, sizeof *words->slots);
  if (!words->slots) {
    words->slots = old;
    return false;
  }
  words->count = 0;
  if (words->extra_bytes > MOST_EXTRA) forget_extra(words);
  for (size_t i = 0; i < words->capacity; i++) {
    if (i + AHEAD < words->capacity && old[i + AHEAD].place) __builtin_prefetch(word_at(words, old[i + AHEAD].place));
    if (!old[i].place) continue;
    if (old[i].uses < least) {
      leave_unused(words, old[i].place);
      continue;
    }
    forget_cached(words, word_at(words, old[i].place));
    put(words, (struct mdq_word_slot){ .tag = old[i].tag, .place = old[i].place });
    words->count++;
  }
  free(old);
  mdq_arena_rewind(&words->arena);
  words->atom_sets = NULL;
  return true;
}

void mdq_words_trim(struct mdq_words *words) {
  if (words->bytes >= MOST_BYTES || (words->count >= most_words(words) && !drop_seldom_met(words))) mdq_words_free(words);
}

void mdq_words_free(struct mdq_words *words) {
  free(words->slots);
  mdq_arena_free(&words->arena);
  mdq_arena_free(&words->room_arena);
  mdq_arena_free(&words->extra_arena);
  *words = (struct mdq_words){ .extra = words->extra };
}
