#include "text/column_names.h"

#include "base/ascii.h"

enum { LONGEST = 48 };

/* As the lists write it; empty if it is longer than any name. */
static struct mdq_span folded(struct mdq_span name, char key[LONGEST]) {
  static const struct { const char *from, *to; } letters[] = { { "أ", "ا" }, { "إ", "ا" }, { "آ", "ا" }, { "ة", "ه" } };
  const struct mdq_span article = MDQ_SPAN_LIT("ال");
  size_t len = 0;
  for (size_t i = 0; i < name.len;) {
    bool separator = memchr(" _-", name.ptr[i], 3) != NULL, word_starts = !len || key[len - 1] == ' ';
    if (separator || (word_starts && mdq_span_starts(mdq_span_sub(name, i, name.len), article))) {
      if (separator && !word_starts && len < LONGEST) key[len++] = ' ';
      i += separator ? 1 : article.len;
      continue;
    }
    if (len + 2 > LONGEST) return mdq_span_of(key, 0);
    struct mdq_span letter = mdq_span_sub(name, i, i + 1 + (i + 1 < name.len && (unsigned char)name.ptr[i] >= 0x80));
    for (size_t k = 0; k < sizeof letters / sizeof *letters; k++)
      if (mdq_span_is(letter, letters[k].from)) letter.ptr = letters[k].to;
    for (size_t k = 0; k < letter.len; k++) key[len++] = mdq_ascii_lower(letter.ptr[k]);
    i += letter.len;
  }
  return mdq_span_of(key, len && key[len - 1] == ' ' ? len - 1 : len);
}

bool mdq_column_is_named(struct mdq_span name, const char *const *names) {
  char key[LONGEST];
  struct mdq_span text = folded(name, key);
  for (; *names; names++)
    if (mdq_span_is(text, *names)) return true;
  return false;
}

/* "en", "en-GB", "en_GB". */
static bool is_language(struct mdq_span name, const char *code) {
  while (name.len && name.ptr[0] == ' ') name = mdq_span_sub(name, 1, name.len);
  return name.len >= 5 && name.len <= 6 && mdq_ascii_same(name.ptr, code, 2) && (name.ptr[2] == '-' || name.ptr[2] == '_');
}

enum mdq_column_side mdq_column_side_of(struct mdq_span name) {
  static const char *const sources[] = { "source", "source text", "source segment", "source language", "source sentence", "src", "en", "eng", "english", "english text", "original", "original text",
                                         "مصدر", "نص مصدر", "لغه مصدر", "اصل", "نص اصلي", "انجليزيه", "انجليزي", "نص انجليزي", NULL };
  static const char *const targets[] = { "target", "target text", "target segment", "target language", "target sentence", "tgt", "ar", "ara", "arabic", "arabic text", "translation", "translations", "translated",
                                         "translated text", "draft", "ترجمه", "هدف", "نص هدف", "لغه هدف", "نص مترجم", "عربيه", "عربي", "نص عربي", "مسوده", NULL };
  if (is_language(name, "en") || mdq_column_is_named(name, sources)) return MDQ_COLUMN_SOURCE;
  return is_language(name, "ar") || mdq_column_is_named(name, targets) ? MDQ_COLUMN_TARGET : MDQ_COLUMN_OTHER;
}
