#include "arabic/plurals.h"

/* A shape is a word with 1 to 4 for its root letters; . is one of ا و ي. */
static const struct { const char *singular, *plural; } shapes[] = {
  { "12.3ه", "12اي3" },  /* شريحة شرائح, رسالة رسائل */
  { "1ا2و3", "1وا2ي3" }, /* حاسوب حواسيب */
  { "1ا23", "1وا23" },   /* هاتف هواتف */
  { "1ا23ه", "1وا23" },  /* قاعدة قواعد */
  { "123.4", "12ا3ي4" }, /* مشروع مشاريع, صندوق صناديق, برميل براميل */
  { "1234", "12ا34" },   /* مصنع مصانع, خنجر خناجر */
  { "1234ه", "12ا34" },  /* تجربة تجارب */
  { "123", "12و3" },     /* بنك بنوك */
  { "123", "ا12ا3" },    /* هدف أهداف */
};

static bool is_long_vowel(const char *letter) {
  return !memcmp(letter, "ا", 2) || !memcmp(letter, "و", 2) || !memcmp(letter, "ي", 2);
}

/* Where the root letters stand in the word, if it has the shape. */
static bool has_shape(struct mdq_span word, const char *shape, const char *roots[5]) {
  size_t at = 0;
  for (; *shape; at += 2) {
    if (at + 2 > word.len) return false;
    const char *letter = word.ptr + at;
    if (*shape >= '1' && *shape <= '4') {
      if (is_long_vowel(letter)) return false;
      roots[*shape++ - '0'] = letter;
    } else if (*shape == '.') {
      if (!is_long_vowel(letter)) return false;
      shape++;
    } else {
      if (memcmp(letter, shape, 2)) return false;
      shape += 2;
    }
  }
  return at == word.len;
}

static void fill(const char *shape, const char *const roots[5], struct mdq_plural *plural) {
  plural->len = 0;
  while (*shape) {
    bool root = *shape >= '1' && *shape <= '4';
    memcpy(plural->bytes + plural->len, root ? roots[*shape - '0'] : shape, 2);
    plural->len += 2;
    shape += root ? 1 : 2;
  }
}

size_t mdq_broken_plurals(struct mdq_span v2, struct mdq_plural plurals[MDQ_MOST_PLURALS]) {
  size_t count = 0;
  for (size_t i = 0; i < sizeof shapes / sizeof *shapes && count < MDQ_MOST_PLURALS; i++) {
    const char *roots[5];
    if (has_shape(v2, shapes[i].singular, roots)) fill(shapes[i].plural, roots, &plurals[count++]);
  }
  return count;
}
