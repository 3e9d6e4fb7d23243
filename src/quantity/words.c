#include "quantity/words.h"

#include "arabic/proclitics.h"
#include "quantity/beside.h"
#include "quantity/find.h"

enum { WORD, CLASS, VALUE, FORM };            /* columns of number-words.tsv */
enum { SINGULAR, GENDER, DUAL, PLURAL };      /* columns of counted-nouns.tsv */

enum { /* MDQ_NUMBER_ROW: the row, from 1, or one of these */
  A_DUAL = MDQ_NUMBER_ROW, A_CONSTRUCT = MDQ_NUMBER_FIRST_DUAL
};

enum { LONGEST_NOUN = 62 };

#define NAME(text) { text, sizeof(text) - 1 }

static const struct mdq_span class_names[] = {
  [MDQ_NUMBER_ABOUT] = NAME("about"), [MDQ_NUMBER_ADJECTIVE] = NAME("adjective"), [MDQ_NUMBER_COUNTER] = NAME("counter"), [MDQ_NUMBER_DAY_TIME] = NAME("day-time"),
  [MDQ_NUMBER_DECADE] = NAME("decade"), [MDQ_NUMBER_FRACTION] = NAME("fraction"), [MDQ_NUMBER_HUNDRED] = NAME("hundred"), [MDQ_NUMBER_HUNDREDS] = NAME("hundreds"),
  [MDQ_NUMBER_LABEL] = NAME("label"), [MDQ_NUMBER_MAGNITUDE] = NAME("magnitude"), [MDQ_NUMBER_ONE] = NAME("one"), [MDQ_NUMBER_ORDINAL] = NAME("ordinal"),
  [MDQ_NUMBER_ORDINAL_ONE] = NAME("ordinal-one"), [MDQ_NUMBER_PARTS] = NAME("parts"), [MDQ_NUMBER_SCORES] = NAME("scores"), [MDQ_NUMBER_TEN] = NAME("ten"),
  [MDQ_NUMBER_TENS] = NAME("tens"), [MDQ_NUMBER_UNIT] = NAME("unit"), [MDQ_NUMBER_ZERO] = NAME("zero"),
};

/* The classes are in the order of their names. */
static enum mdq_number_class class_named(struct mdq_span name) {
  static const uint8_t first_with['z' - 'a' + 1] = {
    ['a' - 'a'] = MDQ_NUMBER_ABOUT, ['c' - 'a'] = MDQ_NUMBER_COUNTER, ['d' - 'a'] = MDQ_NUMBER_DAY_TIME, ['f' - 'a'] = MDQ_NUMBER_FRACTION,
    ['h' - 'a'] = MDQ_NUMBER_HUNDRED, ['l' - 'a'] = MDQ_NUMBER_LABEL, ['m' - 'a'] = MDQ_NUMBER_MAGNITUDE, ['o' - 'a'] = MDQ_NUMBER_ONE,
    ['p' - 'a'] = MDQ_NUMBER_PARTS, ['s' - 'a'] = MDQ_NUMBER_SCORES, ['t' - 'a'] = MDQ_NUMBER_TEN, ['u' - 'a'] = MDQ_NUMBER_UNIT, ['z' - 'a'] = MDQ_NUMBER_ZERO,
  };
  if (!name.len || name.ptr[0] < 'a' || name.ptr[0] > 'z') return MDQ_NUMBER_NONE;
  int class = first_with[name.ptr[0] - 'a'];
  for (; class && class <= MDQ_NUMBER_ZERO && class_names[class].ptr[0] == name.ptr[0]; class++)
    if (mdq_span_eq(name, class_names[class])) return (enum mdq_number_class)class;
  return MDQ_NUMBER_NONE;
}

/* Digits with a point, 1e6. The locale does not matter. */
static double value_of(struct mdq_span text) {
  double value = 0, place = 0;
  size_t i = 0;
  for (; i < text.len && text.ptr[i] != 'e'; i++) {
    if (text.ptr[i] == '.') {
      place = 1;
      continue;
    }
    value = value * 10 + (text.ptr[i] - '0');
    place *= 10;
  }
  if (place > 1) value /= place;
  int exponent = 0;
  for (i++; i < text.len; i++) exponent = exponent * 10 + (text.ptr[i] - '0');
  for (; exponent > 0; exponent--) value *= 10;
  return value;
}

struct meaning { /* of a row */
  double value;
  uint8_t class; /* enum mdq_number_class */
  char form;
};

static struct meaning meaning_of(const struct mdq_row *row) {
  return (struct meaning){ .value = value_of(row->column[VALUE]), .class = (uint8_t)class_named(row->column[CLASS]), .form = row->column[FORM].len ? row->column[FORM].ptr[0] : '\0' };
}

bool mdq_number_words_derive(struct mdq_arena *arena, struct mdq_table *words) {
  struct meaning *meanings = mdq_arena_array(arena, words->row_count + 1, sizeof *meanings);
  for (size_t i = 0; meanings && i < words->row_count; i++) meanings[i] = meaning_of(mdq_table_row(words, i));
  words->derived = meanings;
  return meanings != NULL;
}

/* «لست» says "I am not", «ولعشر» nothing else than a number; a cut before short words is too bold where a common word results. */
static bool is_another_word(struct mdq_span v2) {
  static const char *const others[] = { "لست", "ولست", "فلست", "لاول", "ولاول", "كاحد", "لاحدي", "وصفر", "بصفر", NULL };
  return mdq_span_is_one_of(v2, others);
}

/* «ميتا», «كمية»: V2 does not tell the hundred «مئة» from what has no hamza. */
static bool lacks_hamza(struct mdq_span found, struct mdq_span v1) {
  if (!mdq_span_starts(found, MDQ_SPAN_LIT("مي"))) return false;
  for (size_t at = 0; at + 2 <= v1.len; at += 2)
    if (!memcmp(v1.ptr + at, "ئ", 2)) return false;
  return true;
}

static bool is_in(struct mdq_span list, struct mdq_span name) {
  for (size_t from = 0; from < list.len;) {
    size_t to = from;
    while (to < list.len && list.ptr[to] != ',') to++;
    if (mdq_span_eq(mdq_span_sub(list, from, to), name)) return true;
    from = to + 1;
  }
  return false;
}

/* The dual of a counted noun, unless its plural looks the same: «لاعبين» are players as well, «بلدان» countries. */
static bool is_dual(const struct mdq_table *nouns, struct mdq_span v1) {
  if (!mdq_span_ends(v1, MDQ_SPAN_LIT("ان")) && !mdq_span_ends(v1, MDQ_SPAN_LIT("ين"))) return false;
  const struct mdq_row *row = mdq_table_find(nouns, DUAL, v1);
  return row && !is_in(row->column[PLURAL], v1);
}

/* «سيارتا إسعاف», «ركلتي جزاء»: before another noun a dual loses its last letter. Only feminine ones are sure to be duals; «صوتا» is none. */
static bool is_construct(const struct mdq_table *nouns, struct mdq_span v1) {
  char whole[LONGEST_NOUN + 2];
  if ((!mdq_span_ends(v1, MDQ_SPAN_LIT("تا")) && !mdq_span_ends(v1, MDQ_SPAN_LIT("تي"))) || v1.len > LONGEST_NOUN) return false;
  memcpy(whole, v1.ptr, v1.len);
  memcpy(whole + v1.len, "ن", 2);
  const struct mdq_row *row = mdq_table_find(nouns, DUAL, mdq_span_of(whole, v1.len + 2));
  return row && mdq_span_ends(row->column[SINGULAR], MDQ_SPAN_LIT("ة"));
}

static uint16_t cuts_of(const struct mdq_stem *stem) {
  unsigned cuts = (stem->conjunction ? (unsigned)MDQ_NUMBER_CONJUNCTION : 0) | (stem->article ? (unsigned)MDQ_NUMBER_ARTICLE : 0);
  size_t letters = stem->cut / 2, told = stem->conjunction + (stem->lil ? 1u : 2u * stem->article);
  if (stem->lil || letters > told) cuts |= MDQ_NUMBER_PREPOSITION;
  return (uint16_t)cuts;
}

static uint16_t ask_dual(const struct mdq_table *nouns, const struct mdq_word *word) {
  struct mdq_span v1 = mdq_word_v1(word);
  struct mdq_stem stems[MDQ_STEMS_MOST];
  bool whole = mdq_span_ends(v1, MDQ_SPAN_LIT("ان")) || mdq_span_ends(v1, MDQ_SPAN_LIT("ين"));
  bool construct = mdq_span_ends(v1, MDQ_SPAN_LIT("تا")) || mdq_span_ends(v1, MDQ_SPAN_LIT("تي"));
  size_t count = whole || construct ? mdq_stems(v1, stems) : 0;
  for (size_t s = 0; s < count; s++) {
    if (whole && is_dual(nouns, stems[s].text)) return (uint16_t)(MDQ_NUMBER_KNOWN | cuts_of(&stems[s]) | A_DUAL);
    if (construct && !stems[s].article && is_construct(nouns, stems[s].text)) return (uint16_t)(MDQ_NUMBER_KNOWN | cuts_of(&stems[s]) | A_CONSTRUCT);
  }
  return MDQ_NUMBER_KNOWN;
}

static uint16_t ask(const struct mdq_table *const *tables, const struct mdq_word *word) {
  const struct mdq_table *words = tables[MDQ_TABLE_NUMBER_WORDS];
  struct mdq_span v1 = mdq_word_v1(word), v2 = mdq_word_v2(word);
  struct mdq_stem stems[MDQ_STEMS_MOST];
  if (is_another_word(v2)) return MDQ_NUMBER_KNOWN;
  size_t count = mdq_stems(v2, stems);
  for (size_t s = 0; s < count; s++) {
    const struct mdq_row *row = mdq_table_get(words, stems[s].text);
    bool one = !stems[s].cut && mdq_span_is(v1, "وأحد"); /* no «واحد», which V2 makes of it */
    if (row && !one && !lacks_hamza(row->column[WORD], v1)) return (uint16_t)(MDQ_NUMBER_KNOWN | cuts_of(&stems[s]) | (unsigned)(row - words->cache + 1));
  }
  return ask_dual(tables[MDQ_TABLE_COUNTED_NOUNS], word);
}

static bool opens(enum mdq_number_class class) {
  return class != MDQ_NUMBER_NONE && class != MDQ_NUMBER_ABOUT && class != MDQ_NUMBER_COUNTER && class != MDQ_NUMBER_DAY_TIME && class != MDQ_NUMBER_LABEL;
}

/* «عام ونصف», «درجة مئوية ونصف»; «جزء من المئة». */
static bool is_part(struct mdq_span v2) {
  static const char *const parts[] = { "ونصف", "وربع", "وثلاثه", "جزء", "جزءا", "بجزء", "اجزاء", "باجزاء", "جزا", NULL };
  return mdq_span_is_one_of(v2, parts);
}

unsigned mdq_number_ask(const struct mdq_table *const *tables, struct mdq_word *word) {
  word->number = ask(tables, word);
  enum mdq_number_class class = mdq_number_word(tables, word).class;
  if (opens(class)) word->number |= MDQ_NUMBER_OPENS;
  if (is_part(mdq_word_v2(word))) word->number |= MDQ_NUMBER_PART_OF;
  word->beside = mdq_beside_ask(tables, word, class);
  return word->number;
}

/* The dual itself: the stem that was found. */
static struct mdq_span dual_of(const struct mdq_word *word) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(mdq_word_v1(word), stems);
  for (size_t s = 0; s < count; s++)
    if (cuts_of(&stems[s]) == (word->number & (MDQ_NUMBER_CONJUNCTION | MDQ_NUMBER_ARTICLE | MDQ_NUMBER_PREPOSITION))) return stems[s].text;
  return mdq_word_v1(word);
}

struct mdq_number_word mdq_number_said(const struct mdq_table *const *tables, const struct mdq_word *word) {
  struct mdq_number_word said = { .class = MDQ_NUMBER_NONE };
  said.conjunction = (word->number & MDQ_NUMBER_CONJUNCTION) != 0;
  said.article = (word->number & MDQ_NUMBER_ARTICLE) != 0;
  said.preposition = (word->number & MDQ_NUMBER_PREPOSITION) != 0;
  if ((word->number & MDQ_NUMBER_ROW) >= A_CONSTRUCT) {
    said.class = MDQ_NUMBER_DUAL;
    said.form = (word->number & MDQ_NUMBER_ROW) == A_CONSTRUCT ? 'c' : '\0';
    said.value = 2;
    said.text = dual_of(word);
    return said;
  }
  const struct mdq_table *words = tables[MDQ_TABLE_NUMBER_WORDS];
  const size_t row = (word->number & MDQ_NUMBER_ROW) - 1u;
  const struct meaning *meanings = words->derived;
  struct meaning meaning = meanings ? meanings[row] : meaning_of(mdq_table_row(words, row));
  said.class = (enum mdq_number_class)meaning.class;
  said.value = meaning.value;
  said.form = meaning.form;
  return said;
}

bool mdq_may_be_number(const struct mdq_table *const *tables, struct mdq_word *word) {
  return (mdq_number_bits(tables, word) & MDQ_NUMBER_OPENS) != 0;
}
