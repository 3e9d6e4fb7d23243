#include "text/word.h"

#include <stdlib.h>

#include "base/bytes.h"
#include "base/map.h"
#include "text/normalize.h"
#include "text/utf8.h"

enum {
  MOST_WORDS = 50000,       /* 8 MB; with more, a run over 20 MB takes more than 30 MB beside its text */
  MOST_BYTES = 1 << 22,     /* ... which take about 12 bytes each; what takes more is no news */
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
  enum { FIRST_BITS = 11 /* so that MOST_WORDS fill a table */, MORE_BITS = 2 /* every size on the way is memory taken and given back */ };
  size_t old_capacity = words->capacity, capacity = old_capacity ? old_capacity << MORE_BITS : 1 << FIRST_BITS;
  struct mdq_word_slot *slots = calloc(capacity, sizeof *slots), *old = words->slots;
  if (!slots) return false;
  words->slots = slots;
  words->capacity = capacity;
  words->shift = old_capacity ? words->shift - MORE_BITS : 32 - FIRST_BITS;
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
  words->bytes -= word->raw.len;
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

static struct views views_of(struct mdq_words *words, struct mdq_span raw) {
  struct views views = { .v1 = raw, .v2 = raw, .plain = mdq_plain_letters_end(raw, 0) == raw.len };
  if (views.plain) {
    views.folded = mdq_plain_letters_unfolded(raw) < raw.len;
  } else {
    views.v1 = mdq_normalize_v1(&words->arena, raw);
    views.v2 = mdq_normalize_v2(&words->arena, views.v1);
  }
  return views;
}

/* What of `text` is not at `other` needs room of its own. */
static size_t room_beside(struct mdq_span text, struct mdq_span other) {
  return text.ptr == other.ptr ? 0 : text.len + 1;
}

static struct mdq_span put_bytes(char **to, struct mdq_span text) {
  char *bytes = *to;
  memcpy(bytes, text.ptr, text.len);
  bytes[text.len] = '\0';
  *to += text.len + 1;
  return mdq_span_of(bytes, text.len);
}

static void fill_in(struct mdq_word *word, struct mdq_span raw, const struct views *views, size_t skipped) {
  char *bytes = word->bytes + skipped;
  memset(word->bytes, 0, skipped);
  word->raw = put_bytes(&bytes, raw);
  word->v1 = views->v1.ptr == raw.ptr ? word->raw : put_bytes(&bytes, views->v1);
  word->v2 = views->v2.ptr == views->v1.ptr ? word->v1 : put_bytes(&bytes, views->v2);
  if (views->folded) {
    word->v2 = put_bytes(&bytes, raw);
    mdq_fold_plain_letters(raw, bytes - raw.len - 1);
  }
  size_t letters = views->plain ? raw.len / 2 : mdq_utf8_length(word->v1);
  word->letters = letters > UINT8_MAX ? UINT8_MAX : (uint8_t)letters;
  if (!views->plain) word->traits = traits_of(raw);
}

/* Its place; 0 without memory. */
static uint32_t new_word(struct mdq_words *words, struct mdq_span raw) {
  _Static_assert(offsetof(struct mdq_word, raw) == MDQ_WORD_ALIGNMENT, "what is often looked at shares a line");
  struct views views = views_of(words, raw);
  size_t skipped = raw.len < MDQ_WORD_TAIL ? MDQ_WORD_TAIL - raw.len : 0;
  size_t bytes = offsetof(struct mdq_word, bytes) + skipped + raw.len + 1 + room_beside(views.v1, raw) + room_beside(views.v2, views.v1);
  if (views.folded) bytes += raw.len + 1;
  if (words->extra) bytes += sizeof(void *);
  size_t size = (bytes + MDQ_WORD_ALIGNMENT - 1) / MDQ_WORD_ALIGNMENT;
  uint32_t place = words->arena.failed ? 0 : place_for_word(words, size);
  words->arena.failed |= !place; /* where it is looked for at the end of a step */
  if (!place) return 0;
  struct mdq_word *word = word_at(words, place);
  *word = (struct mdq_word){ .size = size > UINT8_MAX ? 0 : (uint8_t)size };
  if (words->extra && word->size) *mdq_word_extra(word) = NULL;
  fill_in(word, raw, &views, skipped);
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
    __builtin_prefetch(&likely[i]->raw); /* mostly with its bytes */
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

/* How often a word must have been met again to stay: most may, but not so many that this is soon to be done again. */
static unsigned least_uses(const struct mdq_words *words) {
  enum { MOST_STAYING = MOST_WORDS / 3 * 2 };
  size_t used[MOST_USES + 1] = { 0 }, staying = 0;
  for (size_t i = 0; i < words->capacity; i++)
    if (words->slots[i].place) used[words->slots[i].uses]++;
  unsigned least = MOST_USES + 1;
  while (least > 1 && (staying += used[least - 1]) <= MOST_STAYING) least--;
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
  return words->trimmed = true;
}

void mdq_words_trim(struct mdq_words *words) {
  if (words->bytes >= MOST_BYTES || (words->count >= MOST_WORDS && !drop_seldom_met(words))) mdq_words_free(words);
}

void mdq_words_free(struct mdq_words *words) {
  free(words->slots);
  mdq_arena_free(&words->arena);
  mdq_arena_free(&words->room_arena);
  mdq_arena_free(&words->extra_arena);
  *words = (struct mdq_words){ .extra = words->extra };
}
