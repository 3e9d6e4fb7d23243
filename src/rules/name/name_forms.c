#include "rules/name/name_forms.h"

#include "base/map.h"

#include "arabic/proclitics.h"
#include "lexicon/lexicon.h"
#include "rules/name/known_word.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { TABLE_TITLES = MDQ_RUN_TABLE_COUNT, TABLE_SAYING_VERBS, TABLE_GENERIC };

void mdq_name_forms_begin(struct mdq_ctx *ctx, struct mdq_name_forms *forms) {
  struct mdq_span bytes = ctx->document->bytes;
  forms->idle = true;
  for (size_t i = 0; i < bytes.len && forms->idle; i++) forms->idle = bytes.ptr[i] < 'A' || bytes.ptr[i] > 'Z';
}

const uint32_t mdq_name_marks[] = { '(', '"', 0xAB, 0xBB, 0x2018, 0x2019, 0x201A, 0x201B, 0x201C, 0x201D, 0x201E, 0x201F, 0x2039, 0x203A, 0 };

/* -- Arabic -- */

/* What the names know of the word, proclitics or not; kinds 0: nothing. */
static struct mdq_name_word known_name(struct mdq_ctx *ctx, struct mdq_word *word) {
  struct mdq_name_word known;
  bool may_be_one = !(word->latin & MDQ_KNOWN_CUT) || mdq_is_known_name(ctx, word); /* where that is known already */
  return may_be_one && mdq_names_find(mdq_lexicon_names(ctx->lexicon), mdq_word_v1(word), &known) ? known : (struct mdq_name_word){ 0 };
}

/* الاصطناعى, القوه, الانتخابات: an unknown form that is an ordinary word misspelt. */
static bool is_misspelt_word(struct mdq_ctx *ctx, struct mdq_span v1) {
  static const struct { const char *written, *meant; } ends[] = { { "ى", "ي" }, { "ه", "ة" }, { "ي", "ى" } };
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    if (!mdq_span_ends(v1, mdq_span_str(ends[i].written))) continue;
    struct mdq_span other = mdq_arena_join(ctx->scratch, mdq_span_sub(v1, 0, v1.len - 2), mdq_span_str(ends[i].meant));
    if (mdq_lexicon_accepts_form(ctx->lexicon, other)) return true;
  }
  static const char *const alefs[] = { "ا", "أ", "إ", "آ" };
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v1, stems);
  for (size_t s = 0; s < count; s++)
    for (size_t a = 0; a < 4; a++) {
      if (!mdq_span_starts(stems[s].text, mdq_span_str(alefs[a]))) continue;
      for (size_t b = 0; b < 4; b++) {
        if (a == b) continue;
        struct mdq_span other = mdq_arena_copy(ctx->scratch, v1);
        if (other.len) memcpy((char *)(uintptr_t)other.ptr + stems[s].cut, alefs[b], 2); /* every alef is two bytes long */
        if (mdq_lexicon_count(ctx->lexicon, other).edited && mdq_lexicon_in_dictionary(ctx->lexicon, other)) return true;
      }
    }
  return false;
}

/* How a word type is remembered in word->name. */
enum { EVIDENCE = 0x03 /* what a form says of itself is never more */, MAY_FOLLOW = MDQ_NAME_MAY_FOLLOW, PERSON = 0x08, PLACE = 0x10, TITLE_OR_VERB = MDQ_NAME_TITLE_OR_VERB, OF_TABLE = MDQ_NAME_OF_TABLE, KNOWN = 0x80 };
_Static_assert((int)MDQ_NAME_UNKNOWN <= (int)EVIDENCE, "the strongest evidence that a form is has room");

static enum mdq_name_evidence evidence_of_form(struct mdq_ctx *ctx, struct mdq_word *word, const struct mdq_name_word *known) {
  /* Names that common in edited news are listed, so that the dictionary need not be asked for common words. */
  enum { RARE_EDITED = 1, RARE_WEB = 30, COMMON = 20 };
  const unsigned no_names = MDQ_KIND_WORD | MDQ_KIND_CURRENCY | MDQ_KIND_MONTH;
  if (word->letters < 3 || (known->kinds && !(known->kinds & ~no_names))) return MDQ_NAME_NONE;
  struct mdq_count count = mdq_lexicon_count(ctx->lexicon, mdq_word_v1(word));
  if (!known->attested && count.edited >= COMMON) return MDQ_NAME_NONE;
  if (!mdq_lexicon_derives(ctx->lexicon, word)) return known->alone || !is_misspelt_word(ctx, mdq_word_v1(word)) ? MDQ_NAME_UNKNOWN : MDQ_NAME_NONE;
  if (known->attested) return MDQ_NAME_UNKNOWN;
  return count.edited <= RARE_EDITED && count.web <= RARE_WEB ? MDQ_NAME_RARE : MDQ_NAME_NONE;
}

static bool is_title_or_verb(struct mdq_ctx *ctx, struct mdq_span v2) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v2, stems);
  for (size_t s = 0; s < count; s++) {
    if (mdq_listed(ctx, TABLE_TITLES, stems[s].text)) return true;
    const struct mdq_row *verb = mdq_table_get(ctx->tables[TABLE_SAYING_VERBS], stems[s].text);
    if (verb && mdq_span_is(verb->column[4], "-")) return true;
  }
  return false;
}

static unsigned work_out_name(struct mdq_ctx *ctx, struct mdq_word *word) {
  struct mdq_name_word known = known_name(ctx, word);
  unsigned name = KNOWN | evidence_of_form(ctx, word, &known);
  if (known.attested && known.kinds & MDQ_KIND_OF_PERSON) name |= PERSON;
  if (known.attested && known.kinds & (MDQ_KIND_PLACE | MDQ_KIND_PEOPLE)) name |= PLACE;
  if (known.kinds) name |= OF_TABLE;
  if (known.kinds && mdq_names_may_follow(mdq_lexicon_names(ctx->lexicon), mdq_word_v1(word))) name |= MAY_FOLLOW;
  if (is_title_or_verb(ctx, mdq_word_v2(word))) name |= TITLE_OR_VERB;
  word->name = (uint8_t)name;
  return name;
}

/* What is known of the word as a name, worked out once for its type. */
static inline unsigned name_of(struct mdq_ctx *ctx, struct mdq_word *word) {
  return word->name ? word->name : work_out_name(ctx, word);
}

bool mdq_name_forms_concern(const struct mdq_word *word) {
  return !word->name || word->name & (EVIDENCE | TITLE_OR_VERB | MAY_FOLLOW);
}

/* -- types and their occurrences -- */

/* A slot has the number of its type, and the first bits of its hash: types are all over memory, and most are others than the one that is sought. */
enum { NUMBER_BITS = 22, MOST_NUMBERS = (1 << NUMBER_BITS) - 1 };

static uint32_t slot_for(uint32_t number, uint32_t hash) {
  return number | (hash & ~(uint32_t)MOST_NUMBERS);
}

static bool is_type(const struct mdq_name_forms *forms, uint32_t slot, struct mdq_span v1, uint32_t hash) {
  if ((slot ^ hash) >> NUMBER_BITS) return false;
  const struct mdq_arabic_type *type = &forms->types[(slot & MOST_NUMBERS) - 1];
  return type->hash == hash && mdq_span_eq(type->v1, v1);
}

static uint32_t *slot_of(const struct mdq_name_forms *forms, struct mdq_span v1, uint32_t hash) {
  size_t at = hash & (forms->slot_count - 1);
  while (forms->type_slots[at] && !is_type(forms, forms->type_slots[at], v1, hash)) at = (at + 1) & (forms->slot_count - 1);
  return &forms->type_slots[at];
}

static bool grow_slots(struct mdq_ctx *ctx, struct mdq_name_forms *forms) {
  size_t count = forms->slot_count ? forms->slot_count * 2 : 256;
  uint32_t *slots = mdq_arena_grow(ctx->arena, forms->type_slots, forms->slot_count * sizeof *slots, count * sizeof *slots);
  if (!slots) return false;
  memset(slots, 0, count * sizeof *slots);
  forms->type_slots = slots;
  forms->slot_count = count;
  for (size_t i = 0; i < forms->type_count; i++) {
    size_t at = forms->types[i].hash & (count - 1);
    while (slots[at]) at = (at + 1) & (count - 1); /* they differ: none need be looked at again */
    slots[at] = slot_for((uint32_t)i + 1, forms->types[i].hash);
  }
  return true;
}

/* A copy: a word's views do not last as long as the draft, and its places, all over it, may have left memory. */
static struct mdq_span lasting(struct mdq_ctx *ctx, struct mdq_name_forms *forms, struct mdq_span v1) {
  enum { ROOM = 4096, LONG = 256 };
  if (v1.len > LONG) return mdq_arena_copy(ctx->arena, v1);
  if (v1.len > forms->room_left) {
    forms->room = mdq_arena_alloc(ctx->arena, ROOM);
    forms->room_left = forms->room ? ROOM : 0;
    if (!forms->room) return mdq_span_of("", 0);
  }
  struct mdq_span copy = mdq_span_of(memcpy(forms->room, v1.ptr, v1.len), v1.len);
  forms->room += v1.len;
  forms->room_left -= v1.len;
  return copy;
}

/* The type of a form, known or, with the facts in `like`, new; NULL without memory. */
static struct mdq_arabic_type *type_of(struct mdq_ctx *ctx, struct mdq_name_forms *forms, struct mdq_arabic_type like) {
  if (forms->type_count * 2 >= forms->slot_count && !grow_slots(ctx, forms)) return NULL;
  like.hash = (uint32_t)mdq_hash(like.v1);
  uint32_t *slot = slot_of(forms, like.v1, like.hash);
  if (*slot) return &forms->types[(*slot & MOST_NUMBERS) - 1];
  if (forms->type_count == MOST_NUMBERS) return NULL;
  struct mdq_arabic_type *type = mdq_arena_push(ctx->arena, &forms->types, &forms->type_count, &forms->type_capacity, sizeof *type);
  if (!type) return NULL;
  *type = like;
  type->v1 = lasting(ctx, forms, like.v1);
  *slot = slot_for((uint32_t)forms->type_count, like.hash);
  return type;
}

/* How a word remembers its type and the strongest evidence so far: most occurrences then need not look at the type. */
enum { TYPE_BITS = 29, TYPE_MASK = (1 << TYPE_BITS) - 1 };
_Static_assert((int)MOST_NUMBERS <= (int)TYPE_MASK, "every number has room");

/* 1 + the index of a type that occurs with its evidence in `like`, 0 without memory. `word` remembers its type; NULL: two words. */
__attribute__((noinline)) static uint32_t find_type(struct mdq_ctx *ctx, struct mdq_name_forms *forms, const struct mdq_arabic_type *like, struct mdq_word *word) {
  bool remembered = word && word->name_draft == ctx->document->serial;
  struct mdq_arabic_type *type = remembered ? &forms->types[(word->name_type & TYPE_MASK) - 1] : type_of(ctx, forms, *like);
  if (!type) return 0;
  if (like->evidence > type->evidence) type->evidence = like->evidence;
  uint32_t number = (uint32_t)(type - forms->types) + 1;
  if (word) {
    word->name_type = number | (uint32_t)type->evidence << TYPE_BITS;
    word->name_draft = ctx->document->serial;
  }
  return number;
}

/* The same of a word of which `name` is known. */
static inline uint32_t type_of_word(struct mdq_ctx *ctx, struct mdq_name_forms *forms, struct mdq_word *word, unsigned name, unsigned evidence) {
  if (word->name_draft == ctx->document->serial && word->name_type >> TYPE_BITS >= evidence) return word->name_type & TYPE_MASK;
  const struct mdq_arabic_type type = { .v1 = mdq_word_v1(word), .evidence = (uint8_t)evidence, .person = name & PERSON, .place = name & PLACE };
  return find_type(ctx, forms, &type, word);
}

/* Adds an occurrence of a type, which find_type() told. */
static void keep(struct mdq_ctx *ctx, struct mdq_name_forms *forms, struct mdq_place at, uint32_t type) {
  if (!type) return;
  forms->types[type - 1].count++;
  mdq_places_keep(ctx, &forms->kept, at, mdq_span_sub(ctx->document->bytes, at.start, at.end), type - 1);
}

void mdq_name_forms_link(struct mdq_ctx *ctx, struct mdq_name_forms *forms, const bool *wanted) {
  size_t most = 0, count = 0;
  for (size_t t = 0; t < forms->type_count; t++) most += wanted[t] ? forms->types[t].count : 0;
  forms->arabic = mdq_arena_array(ctx->arena, most + 1, sizeof *forms->arabic);
  struct mdq_places_reader reader = mdq_places_read(ctx, &forms->kept);
  for (struct mdq_kept_place kept; forms->arabic && count < most && mdq_places_next(&reader, &kept);)
    if (wanted[kept.tag]) forms->arabic[count++] = (struct mdq_arabic_form){ .at = kept.at, .of = (uint32_t)kept.tag };
  while (count-- > 0) {
    struct mdq_arabic_type *type = &forms->types[forms->arabic[count].of];
    forms->arabic[count].of = type->first;
    type->first = (uint32_t)count + 1;
  }
}

static bool in_quotes_of_its_own(const struct mdq_segment *segment, size_t first, size_t last) {
  return mdq_token_is(segment, first - 1, MDQ_TOKEN_PUNCT) && mdq_is_quote(segment->tokens[first - 1].code_point) &&
         mdq_token_is(segment, last + 1, MDQ_TOKEN_PUNCT) && mdq_is_quote(segment->tokens[last + 1].code_point);
}

/* The words before and at i stand so in a known name. */
static bool make_a_name(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  size_t cut;
  struct mdq_span first = mdq_known_stem(ctx, segment->tokens[i - 1].word, &cut);
  return mdq_names_follow(mdq_lexicon_names(ctx->lexicon), first, mdq_token_v1(segment, i));
}

/* «ديب سيك»: two words that Arabic makes of one, known as a name, both strange, or set off by quotation marks. */
static void add_pair(struct mdq_ctx *ctx, const struct mdq_segment *segment, struct mdq_name_forms *forms, size_t i) {
  struct mdq_arabic_type pair = { .evidence = MDQ_NAME_UNKNOWN, .joined = true };
  pair.v1 = mdq_arena_join(ctx->scratch, mdq_token_v1(segment, i - 1), mdq_token_v1(segment, i));
  keep(ctx, forms, mdq_at_tokens(segment, i - 1, i), find_type(ctx, forms, &pair, NULL));
}

/* What is known of the word before token i; 0: there is none. */
static inline unsigned name_before(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i - 1, MDQ_TOKEN_AR) ? name_of(ctx, segment->tokens[i - 1].word) : 0;
}

/* A word behind it may be a name, too, whatever it is. */
static bool announces(unsigned name) {
  return (name & EVIDENCE) >= MDQ_NAME_RARE || (name & TITLE_OR_VERB);
}

/* `name` and `before`: what is known of token i and of the one before it. */
static void see_word(struct mdq_ctx *ctx, const struct mdq_segment *segment, struct mdq_name_forms *forms, size_t i, unsigned name, unsigned before) {
  struct mdq_word *word = segment->tokens[i].word;
  unsigned evidence = name & EVIDENCE;
  bool strange = evidence >= MDQ_NAME_RARE && (before & EVIDENCE) >= MDQ_NAME_RARE;
  if (!evidence && announces(before) && word->letters >= 3) evidence = MDQ_NAME_BY_POSITION;
  if (mdq_token_mark(segment, i + 1, '(') && mdq_token_is(segment, i + 2, MDQ_TOKEN_LAT)) evidence = MDQ_NAME_GLOSSED;
  if (evidence) {
    uint32_t type = type_of_word(ctx, forms, word, name, evidence);
    keep(ctx, forms, mdq_at_token(segment, i), type);
    if (forms->of) forms->of[i] = type;
  }
  bool may_pair = (before & OF_TABLE ? name : 0) & MAY_FOLLOW;
  if (before && (strange || in_quotes_of_its_own(segment, i - 1, i) || (may_pair && make_a_name(ctx, segment, i)))) add_pair(ctx, segment, forms, i);
}

/* One of mdq_name_marks. */
static bool is_telling(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i, MDQ_TOKEN_PUNCT) && (segment->tokens[i].code_point == '(' || mdq_is_quote(segment->tokens[i].code_point));
}

/* A bracket or a quotation mark says of the word before it what that one does not say itself. */
static void see_mark(struct mdq_ctx *ctx, const struct mdq_segment *segment, struct mdq_name_forms *forms, size_t i) {
  if (!is_telling(segment, i) || !mdq_token_is(segment, i - 1, MDQ_TOKEN_AR)) return;
  unsigned before = name_before(ctx, segment, i - 1);
  bool seen = mdq_concerned(ctx, segment, i - 1) || announces(before);
  if (!seen) see_word(ctx, segment, forms, i - 1, name_of(ctx, segment->tokens[i - 1].word), before);
}

static void see(struct mdq_ctx *ctx, const struct mdq_segment *segment, struct mdq_name_forms *forms, size_t i) {
  if (segment->tokens[i].kind == MDQ_TOKEN_PUNCT) {
    see_mark(ctx, segment, forms, i);
    return;
  }
  unsigned name = name_of(ctx, segment->tokens[i].word), before = name_before(ctx, segment, i);
  /* Most only announce names, or are part of known ones, which two have to be that stand together. */
  bool telling = name & EVIDENCE || announces(before) || (name & MAY_FOLLOW && before & OF_TABLE) || is_telling(segment, i + 1);
  if (telling) see_word(ctx, segment, forms, i, name, before);
  bool more = announces(name) && mdq_token_is(segment, i + 1, MDQ_TOKEN_AR) && !mdq_concerned(ctx, segment, i + 1);
  if (more) see_word(ctx, segment, forms, i + 1, name_of(ctx, segment->tokens[i + 1].word), name);
}

void mdq_name_forms_see(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, struct mdq_name_forms *forms) {
  if (!forms->idle && !(segment->kinds & MDQ_RUN_TOKENS)) see(ctx, segment, forms, i);
}

/* -- Latin -- */

static bool is_generic(struct mdq_ctx *ctx, struct mdq_span word) {
  char lower[24];
  if (word.len >= sizeof lower) return false;
  for (size_t i = 0; i < word.len; i++) lower[i] = word.ptr[i] >= 'A' && word.ptr[i] <= 'Z' ? (char)(word.ptr[i] + 0x20) : word.ptr[i];
  struct mdq_span key = mdq_span_of(lower, word.len);
  return mdq_listed(ctx, TABLE_GENERIC, key) || mdq_listed(ctx, MDQ_RUN_TABLE_FUNCTION_WORDS, key);
}

static bool may_be_name(struct mdq_ctx *ctx, struct mdq_span word) {
  size_t letters = 0;
  for (size_t at = 0; at < word.len;) {
    uint32_t c = mdq_utf8_next(word, &at);
    if (mdq_is_digit(c)) return false;
    letters += mdq_is_latin_letter(c);
  }
  return letters >= 3 && mdq_latin_capitalised(word) && !mdq_listed(ctx, MDQ_RUN_TABLE_ACRONYMS, word) && !is_generic(ctx, word);
}

static void add_latin(struct mdq_ctx *ctx, struct mdq_name_forms *forms, struct mdq_latin_form form) {
  struct mdq_latin_form *place = mdq_arena_push(ctx->arena, &forms->latin, &forms->latin_count, &forms->latin_capacity, sizeof *place);
  if (place) *place = form, place->text = lasting(ctx, forms, form.text);
}

static bool only_generic_behind(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run, size_t w) {
  for (size_t i = w + 1; i < run->word_count; i++)
    if (!is_generic(ctx, mdq_span_sub(segment->text, run->words[i].start, run->words[i].end))) return false;
  return true;
}

/* Where a particle glued to word w begins; else where the word does. */
static size_t clitic_start(const struct mdq_segment *segment, const struct mdq_latin_run *run, size_t w) {
  return !w && run->flags & MDQ_RUN_CLITIC ? segment->tokens[run->first].start : run->words[w].start;
}

static void add_words(struct mdq_ctx *ctx, const struct mdq_segment *segment, struct mdq_name_forms *forms, const struct mdq_latin_run *run, size_t glossed) {
  for (size_t w = 0; w < run->word_count; w++) {
    size_t start = run->words[w].start, end = run->words[w].end;
    struct mdq_span word = mdq_span_sub(segment->text, start, end);
    if (!may_be_name(ctx, word)) continue;
    const struct mdq_row *brand = mdq_table_get(ctx->tables[MDQ_RUN_TABLE_BRANDS], word);
    add_latin(ctx, forms, (struct mdq_latin_form){
      .at = mdq_at(segment, start, end), .text = word, .gloss = run->flags & MDQ_RUN_GLOSS, .work = run->flags & MDQ_RUN_WORK, .whole = start == run->start && end == run->end,
      .last = only_generic_behind(ctx, segment, run, w), .listed = brand != NULL, .glossed = glossed,
      .clitic = mdq_span_sub(segment->text, clitic_start(segment, run, w), start),
    });
  }
}

static void collect_latin(struct mdq_ctx *ctx, const struct mdq_segment *segment, struct mdq_name_forms *forms) {
  const struct mdq_latin_run *runs;
  size_t count = mdq_latin_runs(ctx, segment, &runs);
  for (size_t r = 0; r < count; r++) {
    const struct mdq_latin_run *run = &runs[r];
    bool symbol = run->class == MDQ_RUN_ALLOWED && !(run->flags & MDQ_RUN_GLOSS) && run->word_count > 1;
    if (run->class == MDQ_RUN_SENTENCE || run->class == MDQ_RUN_ACRONYM || symbol) continue;
    size_t glossed = run->flags & MDQ_RUN_GLOSS && run->first >= 2 ? forms->of[run->first - 2] : 0;
    add_words(ctx, segment, forms, run, glossed);
    struct mdq_span whole = mdq_span_sub(segment->text, run->start, run->end);
    if (run->word_count == 2 && may_be_name(ctx, whole))
      add_latin(ctx, forms, (struct mdq_latin_form){ .at = mdq_at(segment, run->start, run->end), .text = whole, .gloss = run->flags & MDQ_RUN_GLOSS,
                                                     .work = run->flags & MDQ_RUN_WORK, .whole = true,
                                                     .last = true, .joined = true, .glossed = glossed,
                                                     .clitic = mdq_span_sub(segment->text, clitic_start(segment, run, 0), run->start) });
  }
}

void mdq_name_forms_collect(struct mdq_ctx *ctx, const struct mdq_segment *segment, struct mdq_name_forms *forms) {
  if (forms->idle) return;
  forms->of = mdq_arena_array(ctx->scratch, segment->token_count + 1, sizeof *forms->of);
  if (!forms->of) return;
  for (size_t i = 0; i < segment->token_count; i++)
    if (segment->tokens[i].kind == MDQ_TOKEN_PUNCT || mdq_concerned(ctx, segment, i)) see(ctx, segment, forms, i);
  collect_latin(ctx, segment, forms);
  forms->of = NULL;
}
