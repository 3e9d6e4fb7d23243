/* Arabic news-like text for the benchmark, drawn from dicts/lexicon/word-counts.tsv.

     generate [-s SEED] [-n BYTES] [-m FILE] WORD_COUNTS > TEXT

   Words are drawn by how often edited news has them, so that types repeat as in news; grammar they have none.
   The same seed gives the same bytes everywhere: integers only, and a generator of our own. -m lists the
   misspellings put in, one a line, in the order of the text. Rates are those of the enum below. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* One in so many words. */
enum {
  RATE_LATIN = 1000,
  RATE_MISSPELLING = 200,
  RATE_NUMBER = 50,
  RATE_PERCENT = 150,
  RATE_MONEY = 200,
  RATE_YEAR = 200,
  RATE_DATE = 150,
  RATE_QUOTE = 80,
  RATE_TANWEEN = 4 /* of the adverbs and objects in bare alef */
};

struct form {
  const char *text;
  uint32_t length;
  uint32_t edited;
};

struct corpus {
  char *bytes;
  struct form *forms; /* sorted bytewise, as in the file */
  uint64_t *upto;     /* upto[i]: occurrences of forms[0..i] in edited news */
  size_t count;
};

struct state {
  uint64_t seed;
  const struct corpus *corpus;
  const struct form *last; /* no word stands twice in a row */
  uint64_t written;
  FILE *misspellings;
};

static void fail(const char *what, const char *name) {
  fprintf(stderr, "generate: %s%s%s\n", what, name ? ": " : "", name ? name : "");
  exit(2);
}

/* SplitMix64: every seed is good, and it is three lines. */
static uint64_t next(struct state *state) {
  uint64_t z = state->seed += UINT64_C(0x9E3779B97F4A7C15);
  z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
  return z ^ (z >> 31);
}

static uint64_t below(struct state *state, uint64_t limit) { return next(state) % limit; }

static int between(struct state *state, int low, int high) {
  return low + (int)below(state, (uint64_t)(high - low + 1));
}

static bool once_in(struct state *state, int words) { return below(state, (uint64_t)words) == 0; }

static void put_bytes(struct state *state, const char *text, size_t length) {
  fwrite(text, 1, length, stdout);
  state->written += length;
}

static void put(struct state *state, const char *text) { put_bytes(state, text, strlen(text)); }

static void put_number(struct state *state, int number) {
  char digits[16];
  int length = snprintf(digits, sizeof digits, "%d", number);
  put_bytes(state, digits, (size_t)length);
}

/* ---- the corpus ---- */

static void read_corpus(struct corpus *corpus, const char *name) {
  FILE *file = fopen(name, "rb");
  if (!file || fseek(file, 0, SEEK_END) != 0) fail("cannot read", name);
  long size = ftell(file);
  rewind(file);
  corpus->bytes = malloc((size_t)size + 1);
  if (!corpus->bytes || fread(corpus->bytes, 1, (size_t)size, file) != (size_t)size) fail("cannot read", name);
  corpus->bytes[size] = '\0';
  fclose(file);

  size_t lines = 0;
  for (const char *at = corpus->bytes; (at = strchr(at, '\n')); at++) lines++;
  corpus->forms = calloc(lines + 1, sizeof *corpus->forms);
  corpus->upto = calloc(lines + 1, sizeof *corpus->upto);
  if (!corpus->forms || !corpus->upto) fail("no memory", NULL);

  uint64_t sum = 0;
  for (char *line = corpus->bytes, *end; (end = strchr(line, '\n')); line = end + 1) {
    char *tab = memchr(line, '\t', (size_t)(end - line));
    if (*line == '#' || !tab) continue;
    struct form *form = &corpus->forms[corpus->count];
    form->text = line;
    form->length = (uint32_t)(tab - line);
    form->edited = (uint32_t)strtoul(tab + 1, NULL, 10);
    corpus->upto[corpus->count++] = sum += form->edited;
  }
  if (sum == 0) fail("no counts", name);
}

static const struct form *draw(struct state *state) {
  const struct corpus *corpus = state->corpus;
  for (;;) {
    uint64_t target = below(state, corpus->upto[corpus->count - 1]);
    size_t low = 0, high = corpus->count - 1;
    while (low < high) {
      size_t middle = low + (high - low) / 2;
      if (corpus->upto[middle] > target) high = middle;
      else low = middle + 1;
    }
    const struct form *form = &corpus->forms[low];
    if (form != state->last) return state->last = form;
  }
}

static bool is_edited(const struct corpus *corpus, const char *text, size_t length) {
  size_t low = 0, high = corpus->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const struct form *form = &corpus->forms[middle];
    size_t shared = length < form->length ? length : form->length;
    int order = memcmp(form->text, text, shared);
    if (order == 0 && form->length == length) return form->edited > 0;
    if (order < 0 || (order == 0 && form->length < length)) low = middle + 1;
    else high = middle;
  }
  return false;
}

/* ---- misspellings ---- */

enum { LETTERS_MAX = 24 };

struct letters {
  char unit[LETTERS_MAX][3]; /* Arabic letters are two bytes */
  int count;
};

static bool split(struct letters *letters, const struct form *form) {
  letters->count = 0;
  if (form->length % 2 != 0 || form->length / 2 > LETTERS_MAX - 2) return false;
  for (uint32_t at = 0; at < form->length; at += 2) {
    unsigned char lead = (unsigned char)form->text[at];
    if (lead < 0xD8 || lead > 0xDB) return false;
    char *unit = letters->unit[letters->count++];
    unit[0] = form->text[at];
    unit[1] = form->text[at + 1];
    unit[2] = '\0';
  }
  return true;
}

static bool is(const struct letters *letters, int at, const char *letter) {
  return strcmp(letters->unit[at], letter) == 0;
}

static void set(struct letters *letters, int at, const char *letter) { memcpy(letters->unit[at], letter, 3); }

/* One slip of the kind that typists and hamza-less sources make; false where the word has no room for it. */
static bool misspell(struct letters *letters, int kind, int at) {
  int last = letters->count - 1;
  switch (kind) {
  case 0: /* القوة -> القوه */
    if (!is(letters, last, "ة") || !is(letters, 1, "ل")) return false;
    set(letters, last, "ه");
    return true;
  case 1: /* الاقتصادي -> الاقتصادى */
    if (!is(letters, last, "ي")) return false;
    set(letters, last, "ى");
    return true;
  case 2: /* أكثر -> اكثر */
    for (int i = 0; i < letters->count; i++) {
      if (is(letters, i, "أ") || is(letters, i, "إ") || is(letters, i, "آ")) {
        set(letters, i, "ا");
        return true;
      }
    }
    return false;
  case 3: { /* two letters change places */
    char swapped[3];
    if (is(letters, at, letters->unit[at + 1])) return false;
    memcpy(swapped, letters->unit[at], 3);
    memcpy(letters->unit[at], letters->unit[at + 1], 3);
    memcpy(letters->unit[at + 1], swapped, 3);
    return true;
  }
  case 4: /* a letter stands twice */
    memmove(letters->unit[at + 1], letters->unit[at], (size_t)(letters->count - at) * 3);
    letters->count++;
    return true;
  case 5: /* a letter is left out */
    memmove(letters->unit[at], letters->unit[at + 1], (size_t)(last - at) * 3);
    letters->count--;
    return true;
  default: /* لا يمكن -> لايمكن */
    memmove(letters->unit[2], letters->unit[0], (size_t)letters->count * 3);
    memcpy(letters->unit[0], "ل", 3);
    memcpy(letters->unit[1], "ا", 3);
    letters->count += 2;
    return true;
  }
}

/* Writes a misspelling of the word that edited news never has; false if none was found. */
static bool put_misspelt(struct state *state, const struct form *form) {
  for (int attempt = 0; attempt < 6; attempt++) {
    struct letters letters;
    if (!split(&letters, form) || letters.count < 4) return false;
    int kind = between(state, 0, 6), at = between(state, 1, letters.count - 3);
    if (!misspell(&letters, kind, at)) continue;
    char text[2 * LETTERS_MAX + 1];
    size_t length = 0;
    for (int i = 0; i < letters.count; i++, length += 2) memcpy(text + length, letters.unit[i], 2);
    if (is_edited(state->corpus, text, length)) continue;
    put_bytes(state, text, length);
    if (state->misspellings) fprintf(state->misspellings, "%.*s\n", (int)length, text);
    return true;
  }
  return false;
}

/* ---- words, sentences, paragraphs ---- */

static bool ends(const struct form *form, const char *ending) {
  size_t length = strlen(ending);
  return form->length > length && memcmp(form->text + form->length - length, ending, length) == 0;
}

/* أيضا, رئيسا: edited news often writes the tanween that the counts have dropped. */
static bool takes_tanween(const struct form *form) {
  return form->length >= 8 && ends(form, "ا") && !ends(form, "وا") && !ends(form, "ها") && !ends(form, "نا") &&
         !ends(form, "ما") && !ends(form, "يا");
}

static void put_word(struct state *state) {
  const struct form *form = draw(state);
  if (once_in(state, RATE_MISSPELLING) && put_misspelt(state, form)) return;
  put_bytes(state, form->text, form->length);
  if (takes_tanween(form) && once_in(state, RATE_TANWEEN)) put(state, "ً");
}

static const char *pick(struct state *state, const char *const *list, size_t count) {
  return list[below(state, count)];
}
#define PICK(state, list) pick(state, list, sizeof(list) / sizeof(list)[0])

static void put_latin(struct state *state) {
  static const char *const runs[] = {"OpenAI", "Goldman Sachs", "GPT-4", "CNN", "iPhone 15", "S&P 500",
                                     "AI",     "Bloomberg",     "NVIDIA", "Tesla", "https://example.org/news/1234"};
  put(state, PICK(state, runs));
}

static void put_date(struct state *state) {
  static const char *const months[] = {"يناير", "فبراير", "مارس",   "أبريل",  "مايو",   "يونيو",
                                       "يوليو", "أغسطس",  "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"};
  static const char *const weekdays[] = {"الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"};
  static const int shift[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4}; /* Sakamoto's day of the week */
  int year = between(state, 1995, 2026), month = between(state, 1, 12), day = between(state, 1, 28);
  int adjusted = month < 3 ? year - 1 : year;
  int weekday = (adjusted + adjusted / 4 - adjusted / 100 + adjusted / 400 + shift[month - 1] + day) % 7;
  if (once_in(state, 3)) {
    put(state, "يوم ");
    put(state, weekdays[weekday]);
    put(state, " ");
  }
  put_number(state, day);
  put(state, " ");
  put(state, months[month - 1]);
  put(state, " ");
  put_number(state, year);
}

static void put_amount(struct state *state) {
  put_number(state, between(state, 11, 99));
  if (once_in(state, 2)) {
    put(state, ".");
    put_number(state, between(state, 1, 9));
  }
}

static void put_money(struct state *state) {
  static const char *const units[] = {"مليون دولار", "مليار دولار", "مليون يورو", "مليار جنيه", "ألف درهم"};
  put_amount(state);
  put(state, " ");
  put(state, PICK(state, units));
}

static void put_plain_number(struct state *state) {
  if (once_in(state, 4)) {
    put_number(state, between(state, 1, 99));
    put(state, ",");
    put_number(state, between(state, 100, 999));
  } else {
    put_number(state, between(state, 3, 999));
  }
}

/* What stands in a word's place: a word, or now and then a number, a date, a Latin name. */
static void put_item(struct state *state) {
  if (once_in(state, RATE_LATIN)) put_latin(state);
  else if (once_in(state, RATE_NUMBER)) put_plain_number(state);
  else if (once_in(state, RATE_PERCENT)) put_amount(state), put(state, "%");
  else if (once_in(state, RATE_MONEY)) put_money(state);
  else if (once_in(state, RATE_YEAR)) put(state, "عام "), put_number(state, between(state, 1980, 2026));
  else if (once_in(state, RATE_DATE)) put_date(state);
  else put_word(state);
}

static void put_sentence(struct state *state, int words) {
  int to_comma = between(state, 5, 14);
  int quote_end = -1;
  for (int i = 0; i < words; i++) {
    if (i) put(state, " ");
    if (quote_end < 0 && i + 5 < words && once_in(state, RATE_QUOTE)) {
      put(state, "«");
      quote_end = between(state, i + 2, words - 2);
    }
    put_item(state);
    if (i == quote_end) put(state, "»"), quote_end = -1;
    if (--to_comma == 0) {
      if (i + 3 < words && quote_end < 0) put(state, "،");
      to_comma = between(state, 5, 14);
    }
  }
  put(state, once_in(state, 40) ? "؟" : ".");
}

static void put_paragraph(struct state *state) {
  int words = between(state, 40, 90);
  while (words > 0) {
    int length = between(state, 10, 30);
    if (words - length < 10) length = words <= 30 ? words : words - 10;
    put_sentence(state, length);
    words -= length;
    put(state, words > 0 ? " " : "\n");
  }
}

static void put_headline(struct state *state) {
  int words = between(state, 7, 12);
  for (int i = 0; i < words; i++) {
    if (i) put(state, " ");
    put_word(state);
  }
  put(state, "\n");
}

int main(int argc, char **argv) {
  struct corpus corpus = {0};
  struct state state = {.seed = 1, .corpus = &corpus};
  uint64_t size = UINT64_C(20) << 20;
  for (int option; (option = getopt(argc, argv, "s:n:m:")) != -1;) {
    char *end = optarg;
    switch (option) {
    case 's': state.seed = strtoull(optarg, &end, 10); break;
    case 'n':
      size = strtoull(optarg, &end, 10);
      if (*end == 'k') size <<= 10, end++;
      else if (*end == 'M') size <<= 20, end++;
      break;
    case 'm':
      if (!(state.misspellings = fopen(optarg, "wb"))) fail("cannot write", optarg);
      end = optarg + strlen(optarg);
      break;
    default: end = NULL;
    }
    if (!end || *end) fail("usage: generate [-s SEED] [-n BYTES|k|M] [-m FILE] WORD_COUNTS", NULL);
  }
  if (optind + 1 != argc) fail("usage: generate [-s SEED] [-n BYTES|k|M] [-m FILE] WORD_COUNTS", NULL);
  read_corpus(&corpus, argv[optind]);

  put_headline(&state);
  while (state.written < size) put_paragraph(&state);

  if (fflush(stdout) != 0 || ferror(stdout)) fail("cannot write the text", NULL);
  if (state.misspellings && fclose(state.misspellings) != 0) fail("cannot write the misspellings", NULL);
  free(corpus.forms);
  free(corpus.upto);
  free(corpus.bytes);
  return 0;
}
