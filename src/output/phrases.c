#include "output/phrases.h"

struct noun {
  const char *one, *other;                             /* English */
  const char *ar_one, *ar_two, *few, *many, *ar_other; /* Arabic; the first two say the number themselves */
};

static const struct noun nouns[] = {
  [MDQ_NOUN_ERROR] = { "error", "errors", "خطأ واحد", "خطآن", "أخطاء", "خطأً", "خطأ" },
  [MDQ_NOUN_WARNING] = { "warning", "warnings", "تحذير واحد", "تحذيران", "تحذيرات", "تحذيرًا", "تحذير" },
  [MDQ_NOUN_NOTE] = { "note", "notes", "ملاحظة واحدة", "ملاحظتان", "ملاحظات", "ملاحظةً", "ملاحظة" },
  [MDQ_NOUN_FILE] = { "file", "files", "ملف واحد", "ملفين", "ملفات", "ملفًا", "ملف" },
  [MDQ_NOUN_MORE] = { "more", "more", "موضع آخر", "موضعان آخران", "مواضع أخرى", "موضعًا آخر", "موضع آخر" },
};

/* CLDR's plural categories for Arabic: the last two digits decide. */
static const char *arabic_form(const struct noun *noun, size_t count) {
  size_t rest = count % 100;
  if (rest >= 3 && rest <= 10) return noun->few;
  return rest >= 11 ? noun->many : noun->ar_other;
}

void mdq_add_count(struct mdq_buf *buf, enum mdq_lang lang, enum mdq_noun which, size_t count) {
  const struct noun *noun = &nouns[which];
  if (lang != MDQ_LANG_AR) mdq_buf_printf(buf, "%zu %s", count, count == 1 ? noun->one : noun->other);
  else if (count == 1) mdq_buf_adds(buf, noun->ar_one);
  else if (count == 2) mdq_buf_adds(buf, noun->ar_two);
  else mdq_buf_printf(buf, "%zu %s", count, arabic_form(noun, count));
}
