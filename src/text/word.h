/* A word type: what is known of one written form, found out once and shared by all its tokens.

   The three views (linguistics.md §1): raw is the text as written (V0); v1 is what the dictionary and grammar
   see (NFC, no diacritics, tatweel, invisible or directional characters, standard letters); v2 folds what
   writers confuse, as a key for idioms and names. */
#ifndef MDQ_TEXT_WORD_H
#define MDQ_TEXT_WORD_H

#include <stdint.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/arena.h"
#include "base/bytes.h"
#include "base/map.h"

enum mdq_word_trait { /* what the raw form contains */
  MDQ_WORD_TATWEEL = 1 << 0,
  MDQ_WORD_DIACRITIC = 1 << 1,
  MDQ_WORD_PRESENTATION_FORM = 1 << 2, /* U+FB50-FDFF, U+FE70-FEFF */
  MDQ_WORD_FOREIGN_LETTER = 1 << 3,    /* ی ک ہ ھ ە ے */
  MDQ_WORD_INVISIBLE = 1 << 4          /* zero-width, directional or soft-hyphen characters */
};

enum mdq_verdict { MDQ_VERDICT_UNASKED = 0, MDQ_VERDICT_ACCEPTED, MDQ_VERDICT_REJECTED };

struct mdq_word_text { /* from the word's own address on */
  uint8_t at, len;
};

/* Words lie at multiples of MDQ_WORD_ALIGNMENT, a cache line, and nearly all take two. The first one is what finding a word and
   looking at most of its caches touches, with the beginning of its texts; the second one ends with what is asked seldom, and has
   more of the texts. What caches point to lies in the words' arena, or else outlives it: the words that mdq_words_trim() keeps
   lose the one and keep the other. */
struct mdq_word {
  uint64_t concerns;           /* lint/'s cache: the groups of rules that want to see this word */
  const void *atoms;           /* pack/'s cache: the pattern atoms this word matches; NULL: not asked yet */
  uint32_t raw_len;
  uint16_t beside;             /* quantity/'s cache: what this form may tell of a number beside it; of use once `number` is known */
  uint16_t number;             /* quantity/'s cache: what number this form says; 0: not asked yet */
  unsigned verdict : 2;        /* mdq_verdict; the lexicon's cache: ask mdq_lexicon_accepts() */
  unsigned spelling_known : 1; /* spelling has been worked out (it may still be NULL) */
  unsigned day : 2, month : 2; /* arabic/dates' caches: whether this form may be a day of a month, or begin a month's name */
  unsigned name_verdict : 2, dictionary_verdict : 2; /* the same of mdq_lexicon_is_name() and mdq_lexicon_derives() */
  unsigned house_lasts : 1, atoms_last : 1; /* what the cache points to outlives the words' arena */
  uint8_t traits;              /* mdq_word_trait */
  uint8_t letters;             /* code points of v1, at most 255 */
  uint8_t name;                /* rules/name's cache: whether this form may be a name, or announces one */
  uint8_t size;                /* of the memory it takes, in MDQ_WORD_ALIGNMENT; 0: more than a byte can say */
  uint8_t raw_at;              /* from the word's own address on */
  struct mdq_word_text v1, v2; /* may be raw's bytes; all zero in a long word, which has both as spans behind it */
  char texts[61];              /* raw, behind zeros if it has less than MDQ_WORD_TAIL, and v1 and v2; what has no room here is behind the word */

  const void *spelling;        /* rules/spell's cache: what is wrong with this form, if anything */
  const void *house;           /* house style's cache: the form of dicts/house that it is; NULL: not asked yet */
  uint32_t news;               /* the lexicon's cache: ask mdq_lexicon_edited() */
  uint32_t latin;              /* rules/name's cache: the known name that this form writes, and more; see known_word.h */
  uint32_t name_type;          /* rules/name's cache: 1 + the form's number among the names of ... */
  uint32_t name_draft;         /* ... the draft with this serial number */
};

enum { MDQ_WORD_ALIGNMENT = 64, MDQ_WORD_TAIL = 16, MDQ_WORD_SIZES = 8 /* of words whose memory is used again */ };

struct mdq_word_long_views { /* behind a long word */
  struct mdq_span v1, v2;
};

static inline const struct mdq_word_long_views *mdq_word_long_views(const struct mdq_word *word) {
  return (const struct mdq_word_long_views *)(const void *)(word + 1);
}

static inline struct mdq_span mdq_word_raw(const struct mdq_word *word) {
  return mdq_span_of((const char *)word + word->raw_at, word->raw_len);
}

static inline struct mdq_span mdq_word_v1(const struct mdq_word *word) {
  if (__builtin_expect(!word->v1.at, 0)) return mdq_word_long_views(word)->v1;
  return mdq_span_of((const char *)word + word->v1.at, word->v1.len);
}

static inline struct mdq_span mdq_word_v2(const struct mdq_word *word) {
  if (__builtin_expect(!word->v2.at, 0)) return mdq_word_long_views(word)->v2;
  return mdq_span_of((const char *)word + word->v2.at, word->v2.len);
}

/* Small, as every word of a text is looked up here. */
struct mdq_word_slot {
  uint32_t tag;        /* the upper half of its hash, whose first bits say where it belongs */
  uint32_t place : 30; /* the number of the room and of the MDQ_WORD_ALIGNMENT in it; 0: free */
  uint32_t uses : 2;   /* about how often the word was met again since mdq_words_trim() last looked; at most 3 */
};

struct mdq_words {
  struct mdq_word_slot *slots;
  size_t count, capacity; /* capacity: zero or a power of two, ... */
  unsigned shift;         /* ... as which a tag, shifted so far, says where a word belongs */
  struct mdq_arena arena; /* what is cached in the words */
  struct mdq_arena room_arena;
  char **rooms;           /* where words are; of that arena. The last one is for more words, the first one is none */
  size_t room_count, room_capacity, room_used;
  uint32_t unused[MDQ_WORD_SIZES]; /* by size: a place that a word has left, which begins with the next one; 0: none */
  size_t bytes;           /* of all raw forms, and of those long ones whose memory is not used again */
  size_t asked;           /* how many words mdq_words_get_many() was asked for; who starts anew sets it to 0 */
  const void **atom_sets, **extra_sets; /* pack/'s caches: what words have in `atoms` and as their extra, for others to share; of their arenas, NULL: none yet */
  bool extra;             /* there are a user's packs: words have room for what mdq_word_extra() tells of. Set before the first word */
  struct mdq_arena extra_arena; /* where that is: words that stay keep it, until ... */
  size_t extra_bytes;     /* ... there are many of them */
};

/* pack/'s cache of the atoms of a user's packs, which most runs do without: it ends the word's memory. NULL: the word is too long for it. */
static inline const void **mdq_word_extra(struct mdq_word *word) {
  return word->size ? (const void **)(void *)((char *)word + word->size * (size_t)MDQ_WORD_ALIGNMENT) - 1 : NULL;
}

/* The word written as raw, new or known; NULL without memory. Valid until mdq_words_trim() drops it. */
struct mdq_word *mdq_words_get(struct mdq_words *words, struct mdq_span raw);

/* The last bytes of a word, behind zeros if it has less, as two numbers: most words are told apart by them alone. */
struct mdq_word_tail {
  uint64_t before, last;
};

/* Of the `len` bytes that end at `end`, before which MDQ_WORD_TAIL bytes can be read, whatever they are. */
static inline struct mdq_word_tail mdq_word_tail_at(const char *end, size_t len) {
  static const char shown[2 * MDQ_WORD_TAIL] = "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF";
  const char *mask = shown + (len < MDQ_WORD_TAIL ? len : MDQ_WORD_TAIL);
  return (struct mdq_word_tail){ mdq_load8(end - 16) & mdq_load8(mask), mdq_load8(end - 8) & mdq_load8(mask + 8) };
}

/* Of a word before which nothing can be read. */
struct mdq_word_tail mdq_word_tail_alone(struct mdq_span raw);

uint64_t mdq_word_beginning_hash(struct mdq_span raw); /* of what stands before the tail of a longer word */

/* Both halves depend on all bytes. */
static inline uint64_t mdq_word_hash(struct mdq_span raw, struct mdq_word_tail tail) {
  uint64_t hash = tail.before;
  if (raw.len > MDQ_WORD_TAIL) hash ^= mdq_word_beginning_hash(raw);
  hash *= 0xFF51AFD7ED558CCDu;
  hash = (hash ^ hash >> 32 ^ tail.last) * 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 32;
}

/* The same for many at once, which lets the processor fetch them from memory at the same time: each is asked for, and then
   all are got, which fills in *word; false without memory. Their traits are added to *traits. */
struct mdq_word_query {
  struct mdq_span raw;
  struct mdq_word_tail tail;
  uint64_t hash;
  struct mdq_word **word;
};
bool mdq_words_get_many(struct mdq_words *words, const struct mdq_word_query *queries, size_t count, unsigned *traits);

static inline void mdq_words_ask(const struct mdq_words *words, struct mdq_word_query *query, struct mdq_span raw, struct mdq_word_tail tail,
                                 struct mdq_word **word) {
  uint64_t hash = mdq_word_hash(raw, tail);
  *query = (struct mdq_word_query){ raw, tail, hash, word };
  if (words->capacity) __builtin_prefetch(&words->slots[hash >> 32 >> words->shift]);
}

/* Between segments: once the table is large for so long a text, forgets the words that were not met again since it was so the last
   time, so that memory stays bounded whatever the text. Hence a rule that keeps a word beyond its segment copies it. */
void mdq_words_trim(struct mdq_words *words);
void mdq_words_free(struct mdq_words *words);

#ifdef __SSE2__
enum { MDQ_LETTERS_STEP = 16 };

/* How many of the bytes, so many at a time, are such letters, from the first on. */
static inline size_t mdq_plain_letters_of(__m128i x) {
  __m128i letter = _mm_or_si128(_mm_slli_epi16(x, 8), _mm_srli_epi16(x, 8));
  __m128i hamza_to_ghain = _mm_subs_epu16(_mm_sub_epi16(letter, _mm_set1_epi16((short)0xD8A1)), _mm_set1_epi16(0x3A - 0x21));
  __m128i feh_to_yeh = _mm_subs_epu16(_mm_sub_epi16(letter, _mm_set1_epi16((short)0xD981)), _mm_set1_epi16(0x4A - 0x41));
  __m128i is_one = _mm_or_si128(_mm_cmpeq_epi16(hamza_to_ghain, _mm_setzero_si128()), _mm_cmpeq_epi16(feh_to_yeh, _mm_setzero_si128()));
  return (size_t)__builtin_ctz(~(unsigned)_mm_movemask_epi8(is_one));
}

static inline size_t mdq_plain_letters_in_step(const char *p) {
  return mdq_plain_letters_of(_mm_loadu_si128((const __m128i *)(const void *)p));
}

size_t mdq_plain_letters_of_few(const char *p, size_t len); /* less than a step */
#elif __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
enum { MDQ_LETTERS_STEP = 8 };

/* How many of the bytes from p on, so many at a time, are such letters, from the first on: lead and trail byte make a number of
   seven bits, compared in the 16 bits that they have for it. */
static inline size_t mdq_plain_letters_in_step(const char *p) {
  const uint64_t ones = 0x0001000100010001u, tops = ones << 15;
  uint64_t x = mdq_load8(p), other = (x & ones * 0xFE) ^ ones * 0xD8;
  uint64_t letter = (x & ones) << 6 | (x >> 8 & ones * 0x3F), below = letter + ones * (0x8000 - 0x21), above = letter + ones * (0x8000 - 0x4B);
  uint64_t behind_ghain = letter + ones * (0x8000 - 0x3B), before_feh = ~(letter + ones * (0x8000 - 0x41));
  uint64_t bad = ((other + ones * 0x7FFF) | ~below | above | (behind_ghain & before_feh)) & tops;
  return bad ? (size_t)__builtin_ctzll(bad) / 16 * 2 : 8;
}
#else
enum { MDQ_LETTERS_STEP = 0 };

static inline size_t mdq_plain_letters_in_step(const char *p) {
  return (void)p, 0;
}
#endif

/* The end of the run of letters U+0621-063A and U+0641-064A from `at`: of nearly all of nearly every word. */
static inline size_t mdq_plain_letters_end(struct mdq_span text, size_t at) {
  while (MDQ_LETTERS_STEP > 0 && at + MDQ_LETTERS_STEP <= text.len) {
    size_t count = mdq_plain_letters_in_step(text.ptr + at);
    at += count;
    if (count != MDQ_LETTERS_STEP) return at;
  }
#ifdef __SSE2__
  if (at < text.len) at += mdq_plain_letters_of_few(text.ptr + at, text.len - at);
#else
  static const uint64_t letters[2] = { 0x07FFFFFE00000000u, 0x00000000000007FEu }; /* of U+0600 and U+0640 on */
  while (at + 1 < text.len) {
    unsigned lead = (unsigned char)text.ptr[at], trail = (unsigned char)text.ptr[at + 1];
    if ((lead & 0xFE) != 0xD8 || !(letters[lead & 1] >> (trail & 63) & 1)) break;
    at += 2;
  }
#endif
  return at;
}

#endif
