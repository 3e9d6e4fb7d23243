#include "arabic/terms.h"

#include "arabic/plurals.h"
#include "arabic/proclitics.h"
#include "base/ascii.h"
#include "text/normalize.h"

enum { LONGEST = 80 /* bytes of a word */, SHORTEST_INFLECTED = 3 * 2, ROOT = 1 /* opens the key of root letters */ };

/* -- what a word may be a form of -- */

struct base {
  char text[LONGEST + 2];
  size_t length;
  enum mdq_term_ending ending;
};

enum { MOST_BASES = 48 };

struct bases {
  struct base items[MOST_BASES];
  size_t count;
};

static void add_base(struct bases *bases, struct mdq_span stem, size_t cut, struct mdq_span lost, enum mdq_term_ending ending) {
  if (bases->count == MOST_BASES || stem.len < cut + SHORTEST_INFLECTED - 2 || stem.len - cut + lost.len < SHORTEST_INFLECTED) return;
  struct base *base = &bases->items[bases->count++];
  base->length = stem.len - cut;
  memcpy(base->text, stem.ptr, base->length);
  memcpy(base->text + base->length, lost.ptr, lost.len);
  base->length += lost.len;
  base->ending = ending;
}

#define NOTHING MDQ_SPAN_LIT("")
#define TA_MARBUTA MDQ_SPAN_LIT("ه")

/* Before a pronoun the final ة is written ت; sound plurals and duals lose their ن. */
static void strip_pronoun(struct bases *bases, struct mdq_span stem, size_t pronoun) {
  struct mdq_span rest = mdq_span_sub(stem, 0, stem.len - pronoun);
  add_base(bases, rest, 0, NOTHING, MDQ_ENDING_PRONOUN);
  if (mdq_span_ends(rest, MDQ_SPAN_LIT("ات"))) {
    add_base(bases, rest, 4, NOTHING, MDQ_ENDING_OTHER);
    add_base(bases, rest, 4, TA_MARBUTA, MDQ_ENDING_OTHER);
  } else if (mdq_span_ends(rest, MDQ_SPAN_LIT("ت"))) add_base(bases, rest, 2, TA_MARBUTA, MDQ_ENDING_PRONOUN);
}

#define ENDING(text) { text, sizeof(text) - 1 }

static const struct ending { struct mdq_span text, lost; enum mdq_term_ending ending; } endings[] = {
  { ENDING("ه"), ENDING(""), MDQ_ENDING_OTHER },    { ENDING("ا"), ENDING(""), MDQ_ENDING_OTHER },    { ENDING("و"), ENDING(""), MDQ_ENDING_OTHER },
  { ENDING("ان"), ENDING(""), MDQ_ENDING_OTHER },   { ENDING("ين"), ENDING(""), MDQ_ENDING_OTHER },   { ENDING("ون"), ENDING(""), MDQ_ENDING_OTHER },
  { ENDING("ات"), ENDING(""), MDQ_ENDING_OTHER },   { ENDING("ات"), ENDING("ه"), MDQ_ENDING_OTHER },  { ENDING("تان"), ENDING("ه"), MDQ_ENDING_OTHER },
  { ENDING("تين"), ENDING("ه"), MDQ_ENDING_OTHER }, { ENDING("تا"), ENDING("ه"), MDQ_ENDING_OTHER },  { ENDING("تي"), ENDING("ه"), MDQ_ENDING_OTHER },
  { ENDING("ي"), ENDING(""), MDQ_ENDING_NISBA },    { ENDING("ي"), ENDING("ه"), MDQ_ENDING_NISBA },   { ENDING("يه"), ENDING(""), MDQ_ENDING_NISBA },
  { ENDING("يه"), ENDING("ه"), MDQ_ENDING_NISBA },  { ENDING("يات"), ENDING(""), MDQ_ENDING_NISBA },  { ENDING("يون"), ENDING(""), MDQ_ENDING_NISBA },
  { ENDING("يين"), ENDING(""), MDQ_ENDING_NISBA },
};

static const struct mdq_span pronouns[] = {
  ENDING("ه"), ENDING("ها"), ENDING("هم"), ENDING("هن"), ENDING("هما"), ENDING("ك"), ENDING("كم"), ENDING("نا"), ENDING("ي"),
};

/* Most endings differ in their last byte already. */
static bool ends(struct mdq_span stem, struct mdq_span ending) {
  return stem.len >= ending.len && stem.ptr[stem.len - 1] == ending.ptr[ending.len - 1] && mdq_span_ends(stem, ending);
}

/* The stem itself stands first. */
static void find_bases(struct mdq_span stem, struct bases *bases) {
  bases->count = 1;
  bases->items[0].length = stem.len;
  bases->items[0].ending = MDQ_ENDING_NONE;
  memcpy(bases->items[0].text, stem.ptr, stem.len);
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (ends(stem, endings[i].text)) add_base(bases, stem, endings[i].text.len, endings[i].lost, endings[i].ending);
  for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
    if (ends(stem, pronouns[i])) strip_pronoun(bases, stem, pronouns[i].len);
}

static struct mdq_span base_text(const struct base *base) {
  return mdq_span_of(base->text, base->length);
}

/* The letters that broken plurals keep, behind a mark; empty if they are too few to tell anything. */
static struct mdq_span root_of(struct mdq_span base, char key[LONGEST + 2]) {
  static const char *const weak[] = { "ا", "و", "ي", "ء" };
  enum { LEAST = 3 };
  size_t length = 0;
  key[length++] = ROOT;
  for (size_t at = 0; at + 2 <= base.len; at += 2) {
    struct mdq_span letter = mdq_span_sub(base, at, at + 2);
    bool kept = !(at + 2 == base.len && mdq_span_is(letter, "ه"));
    for (size_t i = 0; i < sizeof weak / sizeof *weak; i++) kept = kept && !mdq_span_is(letter, weak[i]);
    if (!kept) continue;
    memcpy(key + length, letter.ptr, 2);
    length += 2;
  }
  return mdq_span_of(key, length >= 1 + 2 * LEAST ? length : 0);
}

/* -- adding -- */

static struct mdq_span lower(struct mdq_arena *arena, struct mdq_span text) {
  struct mdq_span copy = mdq_arena_copy(arena, text);
  char *bytes = (char *)(uintptr_t)copy.ptr;
  for (size_t i = 0; bytes && i < copy.len; i++) bytes[i] = mdq_ascii_lower(bytes[i]);
  return copy;
}

/* Some term may open as the stem does; root letters may stand anywhere. */
static bool may_open(const struct mdq_terms *terms, struct mdq_span stem) {
  if (terms->loose || stem.len < 4) return true;
  return terms->pairs[(unsigned char)stem.ptr[1] & 63] >> ((unsigned char)stem.ptr[3] & 63) & 1;
}

static bool put(struct mdq_terms *terms, struct mdq_span key, const struct mdq_term *like) {
  struct mdq_term *term = mdq_arena_alloc(terms->arena, sizeof *term);
  if (!term) return false;
  *term = *like;
  if (key.len >= 4) terms->pairs[(unsigned char)key.ptr[1] & 63] |= UINT64_C(1) << ((unsigned char)key.ptr[3] & 63);
  term->next = mdq_map_get(&terms->first, key);
  if (!mdq_map_put(&terms->first, key, term)) terms->arena->failed = true;
  return !terms->arena->failed;
}

/* A hyphen is a token of its own, but for one between Latin letters or digits: «كوفيد-19», F-35. */
static bool separates(struct mdq_span text, size_t at) {
  if (text.ptr[at] == ' ') return true;
  bool ascii = at && at + 1 < text.len && !((unsigned char)text.ptr[at - 1] & 0x80) && !((unsigned char)text.ptr[at + 1] & 0x80);
  return text.ptr[at] == '-' && !ascii;
}

static bool split(struct mdq_span text, struct mdq_term *term) {
  for (size_t at = 0; at < text.len; at++) {
    size_t from = at;
    while (at < text.len && !separates(text, at)) at++;
    if (at == from) continue;
    if (term->word_count == MDQ_TERM_WORDS || at - from > LONGEST - 2) return false;
    term->words[term->word_count++] = mdq_span_sub(text, from, at);
  }
  return term->word_count > 0;
}

/* Takes the article off the words: «الذكاء الاصطناعي» is the term of «ذكاء اصطناعي», too. */
static bool without_articles(struct mdq_term *term) {
  struct mdq_span article = MDQ_SPAN_LIT("ال");
  bool any = false;
  for (size_t w = 0; w < term->word_count; w++) {
    struct mdq_span *word = &term->words[w];
    if (!mdq_span_starts(*word, article) || word->len < article.len + SHORTEST_INFLECTED) continue;
    *word = mdq_span_sub(*word, article.len, word->len);
    any = true;
  }
  return any;
}

static bool add_term(struct mdq_terms *terms, struct mdq_term *term, enum mdq_term_way way) {
  char key[LONGEST + 2];
  if (!put(terms, term->words[0], term)) return false;
  struct mdq_span root = way == MDQ_TERM_LOOSE ? root_of(term->words[0], key) : mdq_span_of("", 0);
  if (!root.len) return true;
  term->loose = terms->loose = true;
  return put(terms, mdq_arena_copy(terms->arena, root), term);
}

static bool add_plurals(struct mdq_terms *terms, const struct mdq_term *term) {
  struct mdq_plural plurals[MDQ_MOST_PLURALS];
  size_t count = mdq_broken_plurals(term->words[0], plurals);
  for (size_t i = 0; i < count; i++) {
    struct mdq_term several = *term;
    several.plural = true;
    several.words[0] = mdq_arena_copy(terms->arena, mdq_span_of(plurals[i].bytes, plurals[i].len));
    if (!put(terms, several.words[0], &several)) return false;
  }
  return true;
}

bool mdq_terms_add(struct mdq_terms *terms, struct mdq_span text, uint32_t id, enum mdq_term_way way) {
  struct mdq_term term = { .id = id };
  struct mdq_span v2 = lower(terms->arena, mdq_normalize_v2(terms->arena, text));
  if (terms->arena->failed || !split(v2, &term)) return false;
  struct mdq_term bare = term;
  if (without_articles(&bare) && (!add_term(terms, &bare, way) || !add_plurals(terms, &bare))) return false;
  return add_term(terms, &term, way) && add_plurals(terms, &term);
}

void mdq_terms_free(struct mdq_terms *terms) {
  mdq_map_free(&terms->first);
}

/* -- finding -- */

struct fit { /* how a word is a form of a term's */
  enum mdq_term_ending ending;
  bool loose;
};

/* An ending may take the word's last letter away, and no more: where the rest differs, bases need not be found. */
static bool may_be_form(struct mdq_span stem, struct mdq_span word) {
  return mdq_span_starts(stem, mdq_span_sub(word, 0, word.len > 2 ? word.len - 2 : 0));
}

/* A word behind the first: with the article at most. */
static bool fits_behind(struct mdq_span word, struct mdq_span v2, bool loosely, struct fit *fit) {
  struct mdq_span article = MDQ_SPAN_LIT("ال");
  char root[LONGEST + 2], other[LONGEST + 2];
  for (int cut = 0; cut < 2; cut++) {
    if (cut && !mdq_span_starts(v2, article)) return false;
    struct mdq_span stem = mdq_span_sub(v2, cut ? article.len : 0, v2.len);
    if (!stem.len || stem.len > LONGEST) return false;
    if (!loosely && !may_be_form(stem, word)) continue;
    struct bases bases;
    find_bases(stem, &bases);
    for (size_t i = 0; i < bases.count; i++) {
      *fit = (struct fit){ .ending = bases.items[i].ending };
      if (mdq_span_eq(word, base_text(&bases.items[i]))) return true;
      fit->loose = true;
      if (!loosely) continue;
      struct mdq_span a = root_of(word, root), b = root_of(base_text(&bases.items[i]), other);
      if (a.len && mdq_span_eq(a, b)) return true;
    }
  }
  return false;
}

/* How many bytes two words share without regard to case. */
static bool same_latin(struct mdq_span word, struct mdq_span text) {
  return word.len == text.len && mdq_ascii_same(word.ptr, text.ptr, word.len);
}

static bool goes_on(const struct mdq_term *term, const struct mdq_segment *segment, size_t first, struct mdq_term_use *use) {
  size_t i = first;
  for (size_t w = 1; w < term->word_count; w++) {
    struct fit fit = { 0 };
    if (mdq_token_mark(segment, ++i, '-') && mdq_token_glued(segment, i) && mdq_token_glued(segment, i + 1)) i++;
    if (!mdq_token_is(segment, i, ~(unsigned)MDQ_TOKEN_PUNCT)) return false;
    bool arabic = segment->tokens[i].kind == MDQ_TOKEN_AR;
    if (arabic ? !fits_behind(term->words[w], mdq_token_v2(segment, i), term->loose, &fit) : !same_latin(term->words[w], mdq_token_text(segment, i))) return false;
    if (fit.ending > use->ending) use->ending = fit.ending;
    use->loose = use->loose || fit.loose;
  }
  use->last = i;
  return true;
}

struct found {
  struct mdq_term_use *uses;
  size_t count;
};

static bool is_among(const struct found *found, const struct mdq_term_use *use) {
  for (size_t i = 0; i < found->count; i++)
    if (found->uses[i].term->id == use->term->id && found->uses[i].last == use->last) return true;
  return false;
}

/* Longer ones first; of one term the first reading stays, which has the fewest letters cut off. */
static void keep(struct found *found, const struct mdq_term_use *use) {
  if (is_among(found, use) || found->count == MDQ_TERM_USES) return;
  size_t at = found->count++;
  for (; at && found->uses[at - 1].last < use->last; at--) found->uses[at] = found->uses[at - 1];
  found->uses[at] = *use;
}

/* A way to open a term with a word, by one reading of it. */
struct mdq_term_opening {
  const struct mdq_term *term; /* the first one of all that open so, or one of them */
  uint32_t behind;             /* of one: see beginning_behind(); 0: the next word has to be looked at */
  uint8_t cut, ending;
  bool article, loose;
};

static void try_term(const struct mdq_term_opening *opening, const struct mdq_term *term, const struct mdq_segment *segment, size_t i, struct found *found) {
  struct mdq_term_use use = { .term = term, .first = i, .last = i, .cut = opening->cut, .article = opening->article,
                              .ending = term->plural ? MDQ_ENDING_OTHER : (enum mdq_term_ending)opening->ending, .loose = opening->loose };
  if (goes_on(term, segment, i, &use)) keep(found, &use);
}

enum { MOST_OPENINGS = 2 * MDQ_STEMS_MOST * MOST_BASES };

/* At most so many of the ways to open a term that a word has. */
static size_t find_openings(const struct mdq_terms *terms, struct mdq_span v2, struct mdq_term_opening *openings, size_t most) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t stem_count = mdq_stems(v2, stems), count = 0;
  for (int loosely = 0; loosely <= terms->loose; loosely++)
    for (size_t s = 0; s < stem_count; s++) {
      struct bases bases;
      char key[LONGEST + 2];
      if (stems[s].text.len > LONGEST) return count;
      if (!may_open(terms, stems[s].text)) continue;
      find_bases(stems[s].text, &bases);
      for (size_t b = 0; b < bases.count; b++) {
        struct mdq_span base = base_text(&bases.items[b]);
        if (loosely) base = root_of(base, key);
        const struct mdq_term *first = base.len ? mdq_map_get(&terms->first, base) : NULL;
        if (!first) continue;
        openings[count++] = (struct mdq_term_opening){ first, 0, (uint8_t)stems[s].cut, (uint8_t)bases.items[b].ending, stems[s].article, loosely };
        if (count == most) return count;
      }
    }
  return count;
}

static size_t latin_terms_at(const struct mdq_terms *terms, const struct mdq_segment *segment, size_t i, struct mdq_term_use *uses) {
  struct found found = { .uses = uses };
  struct mdq_span text = mdq_token_text(segment, i);
  char key[LONGEST];
  if (text.len > LONGEST) return 0;
  for (size_t c = 0; c < text.len; c++) key[c] = mdq_ascii_lower(text.ptr[c]);
  const struct mdq_term_opening as_written = { .cut = 0 };
  for (const struct mdq_term *term = mdq_map_get(&terms->first, mdq_span_of(key, text.len)); term; term = term->next) try_term(&as_written, term, segment, i, &found);
  return found.count;
}

size_t mdq_terms_at(const struct mdq_terms *terms, const struct mdq_segment *segment, size_t i, struct mdq_term_use uses[MDQ_TERM_USES]) {
  if (segment->tokens[i].kind != MDQ_TOKEN_AR) return latin_terms_at(terms, segment, i, uses);
  struct mdq_term_opening openings[MOST_OPENINGS];
  size_t count = find_openings(terms, mdq_token_v2(segment, i), openings, MOST_OPENINGS);
  struct found found = { .uses = uses };
  for (size_t o = 0; o < count; o++)
    for (const struct mdq_term *term = openings[o].term; term; term = term->next) try_term(&openings[o], term, segment, i, &found);
  return found.count;
}

/* -- by what is remembered of a word -- */

enum { BEGINNING = 2 * 2 /* bytes: two letters */ };

static uint32_t beginning_of(struct mdq_span word) {
  uint32_t beginning;
  memcpy(&beginning, word.ptr, sizeof beginning);
  return beginning;
}
_Static_assert(sizeof(uint32_t) == BEGINNING, "a beginning is a number");

/* The letters that every form of a term's second word begins with, see may_be_form(); 0: it has none, or too short a one. */
static uint32_t beginning_behind(const struct mdq_term *term) {
  bool told = term->word_count > 1 && !term->loose && term->words[1].len >= BEGINNING + 2;
  return told ? beginning_of(term->words[1]) : 0;
}

/* How the word behind token i begins, with its article and without it; 0: it may be anything. */
struct beginnings {
  uint32_t whole, stem;
};

static struct beginnings beginnings_behind(const struct mdq_segment *segment, size_t i) {
  struct mdq_span article = MDQ_SPAN_LIT("ال"), word = mdq_token_v2(segment, i + 1);
  if (word.len < BEGINNING) return (struct beginnings){ 0, 0 };
  uint32_t whole = beginning_of(word);
  bool has_article = mdq_span_starts(word, article) && word.len >= article.len + BEGINNING;
  return (struct beginnings){ whole, has_article ? beginning_of(mdq_span_sub(word, article.len, word.len)) : whole };
}

/* A slot is one word's at a time: the last one with such a hash. */
struct mdq_term_memory_slot {
  uint64_t hash; /* of it as written, which is nearer at hand than its V2 */
  struct mdq_term_opening *openings;
  uint32_t count, capacity;
};

/* All terms, one by one: most are refused by how the next word begins, without a look at them. */
static bool learn(const struct mdq_terms *terms, struct mdq_arena *arena, struct mdq_span v2, uint64_t hash, struct mdq_term_memory_slot *slot) {
  struct mdq_term_opening openings[MOST_OPENINGS];
  size_t count = find_openings(terms, v2, openings, MOST_OPENINGS), all = 0;
  for (size_t o = 0; o < count; o++)
    for (const struct mdq_term *term = openings[o].term; term; term = term->next) all++;
  if (all > slot->capacity || !slot->openings) {
    slot->openings = mdq_arena_array(arena, all, sizeof *openings);
    slot->capacity = slot->openings ? (uint32_t)all : 0;
    if (!slot->openings) return false;
  }
  slot->count = 0;
  for (size_t o = 0; o < count; o++)
    for (const struct mdq_term *term = openings[o].term; term; term = term->next) {
      struct mdq_term_opening *one = &slot->openings[slot->count++];
      *one = openings[o];
      one->term = term;
      one->behind = beginning_behind(term);
    }
  slot->hash = hash;
  return true;
}

size_t mdq_terms_at_word(const struct mdq_terms *terms, struct mdq_term_memory *memory, struct mdq_arena *arena, const struct mdq_segment *segment, size_t i,
                         struct mdq_term_use uses[MDQ_TERM_USES]) {
  enum { SLOTS = 2048 }; /* the words that open a term are some hundreds; half as many slots had most of them learnt again and again */
  const struct mdq_word *word = segment->tokens[i].word;
  uint64_t hash = mdq_hash(mdq_word_raw(word));
  if (!memory->slots) memory->slots = mdq_arena_array(arena, SLOTS, sizeof *memory->slots);
  if (!memory->slots) return 0;
  struct mdq_term_memory_slot *slot = &memory->slots[hash & (SLOTS - 1)];
  if ((slot->hash != hash || !slot->openings) && !learn(terms, arena, mdq_word_v2(word), hash, slot)) return 0;
  struct found found = { .uses = uses };
  const struct beginnings next = beginnings_behind(segment, i);
  for (size_t o = 0; o < slot->count; o++) {
    const struct mdq_term_opening *opening = &slot->openings[o];
    if (!opening->behind || !next.whole || opening->behind == next.whole || opening->behind == next.stem) try_term(opening, opening->term, segment, i, &found);
  }
  return found.count;
}

bool mdq_terms_may_begin(const struct mdq_terms *terms, const struct mdq_word *word) {
  struct mdq_term_opening opening;
  return find_openings(terms, mdq_word_v2(word), &opening, 1) > 0;
}
