#include "arabic/skeleton.h"

#include "text/chars.h"
#include "text/utf8.h"

enum { LONGEST_NAME = 96 }; /* letters looked at */

/* -- collecting -- */

static void add_code(struct mdq_skeleton *s, char code) {
  if (s->length == MDQ_SKELETON_MOST || (s->length && s->codes[s->length - 1] == code)) return;
  s->codes[s->length++] = code;
  s->codes[s->length] = '\0';
  s->strong += code >= 'A' && code <= 'Z';
}

static void add_codes(struct mdq_skeleton *s, const char *codes) {
  while (*codes) add_code(s, *codes++);
}

static void add_vowel(struct mdq_skeleton *s, char vowel, bool new_syllable) {
  size_t length = strlen(s->vowels);
  if (length == MDQ_SKELETON_MOST || (length && !new_syllable && s->vowels[length - 1] == vowel)) return;
  s->vowels[length] = vowel;
}

/* -- Latin -- */

/* š ş ç č ğ ž: letters whose mark changes the consonant. */
static char marked_consonant(uint32_t c) {
  switch (c) {
    case 0x160: case 0x161: case 0x15E: case 0x15F: case 0x218: case 0x219: return 'X';
    case 0x10C: case 0x10D: case 0x106: case 0x107: return 'C';
    case 0xC7: case 0xE7: return 'S';
    case 0x17D: case 0x17E: return 'J';
    default: return '\0';
  }
}

static size_t fold_latin(struct mdq_span name, char folded[LONGEST_NAME + 1], struct mdq_skeleton *s) {
  size_t length = 0;
  for (size_t at = 0; at < name.len && length < LONGEST_NAME;) {
    uint32_t c = mdq_utf8_next(name, &at);
    if ((c == '\'' || c == 0x2019) && at + 1 >= name.len) break; /* Palantir’s */
    char marked = marked_consonant(c);
    char letter = marked ? marked : mdq_base_letter(c);
    if (letter) folded[length++] = letter;
  }
  folded[length] = '\0';
  s->letters = length;
  return length;
}

static bool is_front_vowel(char c) {
  return c == 'e' || c == 'i' || c == 'y';
}

static bool is_vowel_letter(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

static char vowel_kind(char c) {
  return c == 'a' ? 'A' : c == 'o' || c == 'u' ? 'O' : 'E';
}

/* What the letters from p on write, longest first; *used letters are spent. */
static const char *latin_codes(const char *p, size_t *used) {
  static const struct { const char *letters, *codes; } several[] = {
    { "tsch", "C" }, { "tch", "C" }, { "sch", "X" }, { "sh", "X" }, { "ch", "C" }, { "zh", "J" }, { "kh", "H" }, { "ph", "F" }, { "th", "T" },
    { "gh", "G" }, { "ck", "K" }, { "ts", "Z" }, { "tz", "Z" }, { "cz", "Z" }, { "ng", "NG" },
  };
  for (size_t i = 0; i < sizeof several / sizeof *several; i++) {
    *used = strlen(several[i].letters);
    if (!strncmp(p, several[i].letters, *used)) return several[i].codes;
  }
  *used = 1;
  switch (*p) {
    case 'c': return is_front_vowel(p[1]) ? "S" : "K";
    case 'g': return is_front_vowel(p[1]) ? "J" : "G";
    case 'q': case 'k': return "K";
    case 'b': case 'p': return "B";
    case 'f': case 'v': return "F";
    case 's': case 'S': return "S";
    case 'x': return "KS";
    case 'z': return "Z";
    case 'd': return "D";
    case 't': return "T";
    case 'j': case 'J': return "J";
    case 'l': return "L";
    case 'm': return "M";
    case 'n': return "N";
    case 'r': return "R";
    case 'h': return "h";
    case 'w': return "w";
    case 'X': return "X";
    case 'C': return "C";
    default: return "";
  }
}

void mdq_skeleton_latin(struct mdq_span name, struct mdq_skeleton *s) {
  *s = (struct mdq_skeleton){ 0 };
  char folded[LONGEST_NAME + 1];
  size_t length = fold_latin(name, folded, s);
  bool after_consonant = true;
  for (size_t at = 0; at < length;) {
    size_t used = 1;
    if (folded[at] == folded[at + 1] && !is_vowel_letter(folded[at])) {
      /* a doubled consonant is one, sounded as the second is written: Khashoggi */
    } else if (is_vowel_letter(folded[at])) {
      bool silent = folded[at] == 'e' && at + 1 == length && after_consonant && s->vowels[0];
      /* of two vowels that write one sound (ei, oo, ee, ea) the first counts, as Arabic writes one letter */
      if (!silent && after_consonant) add_vowel(s, vowel_kind(folded[at]), true);
      else if (!silent && folded[at] != 'e' && folded[at] != 'i' && folded[at] != 'y') add_vowel(s, vowel_kind(folded[at]), false);
      after_consonant = false;
    } else {
      add_codes(s, latin_codes(folded + at, &used));
      after_consonant = true;
    }
    at += used;
  }
}

/* -- Arabic -- */

static const char *arabic_codes(uint32_t c, uint32_t next, bool first, size_t *letters_used) {
  *letters_used = 1;
  if (c == 0x062A && (next == 0x0634 || next == 0x0633 || next == 0x0632)) { /* تش تس تز */
    *letters_used = 2;
    return next == 0x0634 ? "C" : "Z";
  }
  switch (c) {
    case 0x0628: case 0x067E: return "B";
    case 0x0641: case 0x06A4: return "F";
    case 0x062A: case 0x0637: case 0x062B: return "T";
    case 0x062F: case 0x0636: case 0x0630: case 0x0638: return "D";
    case 0x062C: case 0x0698: return "J";
    case 0x0686: return "C";
    case 0x063A: case 0x06AF: return "G";
    case 0x0642: case 0x0643: return "K";
    case 0x0634: return "X";
    case 0x0633: case 0x0635: return "S";
    case 0x0632: return "Z";
    case 0x062E: return "H";
    case 0x062D: case 0x0647: return "h";
    case 0x0645: return "M";
    case 0x0646: return "N";
    case 0x0644: return "L";
    case 0x0631: return "R";
    case 0x0648: return first ? "w" : "";
    default: return "";
  }
}

static char arabic_vowel(uint32_t c) {
  switch (c) {
    case 0x0627: case 0x0623: case 0x0622: case 0x0649: case 0x0629: case 0x0639: return 'A';
    case 0x0648: case 0x0624: return 'O';
    case 0x064A: case 0x0626: case 0x0625: return 'E';
    default: return '\0';
  }
}

/* أو and إي at the start write one vowel, as long vowels do that a bearer of hamza opens. */
static bool bears_the_next(uint32_t c, uint32_t next, bool first) {
  return first && (c == 0x0627 || c == 0x0623 || c == 0x0625) && (next == 0x0648 || next == 0x064A);
}

void mdq_skeleton_arabic(struct mdq_span v1, struct mdq_skeleton *s) {
  *s = (struct mdq_skeleton){ 0 };
  bool first = true, after_consonant = true;
  for (size_t at = 0; at < v1.len && s->letters < LONGEST_NAME;) {
    uint32_t c = mdq_utf8_next(v1, &at), next = mdq_utf8_at(v1, at);
    s->letters++;
    size_t used;
    const char *codes = arabic_codes(c, next, first, &used);
    add_codes(s, codes);
    if (used == 2) s->letters++, mdq_utf8_next(v1, &at);
    char vowel = *codes ? '\0' : arabic_vowel(c);
    if (vowel && !bears_the_next(c, next, first)) add_vowel(s, vowel, after_consonant);
    after_consonant = !vowel;
    first = false;
  }
}

/* -- comparing -- */

/* Consonants that one script or the other writes alike, or that newsrooms choose between. */
static double substitution(char a, char b) {
  enum { BYTE = 256 };
  if (a == b) return 0;
  switch (a < b ? a * BYTE + b : b * BYTE + a) {
    case 'G' * BYTE + 'J': case 'C' * BYTE + 'X': case 'H' * BYTE + 'h': return .1;
    case 'S' * BYTE + 'Z': case 'G' * BYTE + 'K': case 'F' * BYTE + 'w': return .2;
    case 'C' * BYTE + 'K': case 'C' * BYTE + 'H': case 'D' * BYTE + 'T': return .3;
    case 'J' * BYTE + 'K': case 'B' * BYTE + 'F': case 'T' * BYTE + 'Z': return .4;
    default: return 1;
  }
}

static double omission(char code) {
  switch (code) {
    case 'h': case 'w': return .15;
    case 'G': return .5;
    case 'T': case 'R': return .6;
    default: return .8;
  }
}

static double least(double a, double b, double c) {
  double ab = a < b ? a : b;
  return ab < c ? ab : c;
}

/* The distance, or one that is greater than `most`, too: no way through the table gets shorter on its way. */
static double distance_within(const struct mdq_skeleton *a, const struct mdq_skeleton *b, double most) {
  double row[MDQ_SKELETON_MOST + 1] = { 0 }, lost[MDQ_SKELETON_MOST];
  size_t longer = a->length > b->length ? a->length : b->length;
  if (!longer) return 1;
  for (size_t j = 0; j < b->length; j++) {
    lost[j] = omission(b->codes[j]);
    row[j + 1] = row[j] + lost[j];
  }
  for (size_t i = 0; i < a->length; i++) {
    double gone = omission(a->codes[i]), diagonal = row[0], shortest = row[0] += gone;
    for (size_t j = 0; j < b->length; j++) {
      double here = least(diagonal + substitution(a->codes[i], b->codes[j]), row[j + 1] + gone, row[j] + lost[j]);
      diagonal = row[j + 1];
      row[j + 1] = here;
      if (here < shortest) shortest = here;
    }
    if (shortest > most * (double)longer) return 1;
  }
  return row[b->length] / (double)longer;
}

double mdq_skeleton_distance(const struct mdq_skeleton *a, const struct mdq_skeleton *b) {
  return distance_within(a, b, 1);
}

static char first_strong(const struct mdq_skeleton *s) {
  for (size_t i = 0; i < s->length; i++)
    if (s->codes[i] >= 'A' && s->codes[i] <= 'Z') return s->codes[i];
  return '\0';
}

static bool open_alike(char a, char b) {
  const double near = .4;
  return substitution(a, b) <= near;
}

/* One is .55 to 1.6 times as long as the other. */
static bool lengths_fit(const struct mdq_skeleton *latin, const struct mdq_skeleton *arabic) {
  return arabic->letters * 20 >= latin->letters * 11 && arabic->letters * 5 <= latin->letters * 8;
}

uint32_t mdq_skeleton_opening(const struct mdq_skeleton *s) {
  return s->strong < 2 ? 0 : UINT32_C(1) << (first_strong(s) - 'A');
}

uint32_t mdq_skeleton_openings_alike(const struct mdq_skeleton *s) {
  uint32_t alike = 0;
  for (char code = 'A'; s->strong >= 2 && code <= 'Z'; code++)
    if (open_alike(first_strong(s), code)) alike |= UINT32_C(1) << (code - 'A');
  return alike;
}

bool mdq_skeleton_match(const struct mdq_skeleton *latin, const struct mdq_skeleton *arabic, double *distance) {
  const double most = .20, most_of_short = .05;
  *distance = 1;
  if (latin->strong < 2 || arabic->strong < 2 || !lengths_fit(latin, arabic) || !open_alike(first_strong(latin), first_strong(arabic))) return false;
  *distance = distance_within(latin, arabic, most + 1e-6);
  if (latin->strong > 2 && arabic->strong > 2) return *distance <= most + 1e-9;
  return *distance <= most_of_short + 1e-9 && latin->vowels[0] && !strcmp(latin->vowels, arabic->vowels);
}
