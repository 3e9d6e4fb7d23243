#include "inputs.h"

uint64_t dice_roll(struct dice *dice, uint64_t sides) { /* splitmix64 */
  uint64_t z = dice->state += 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return (z ^ (z >> 31)) % sides;
}

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

void ordinary_lines(struct mdq_buf *out, size_t size, const char *line_end) {
  static const char *const words[] = {
    "أعلنت", "الحكومة", "أمس", "أن", "الشركة", "سترفع", "أسعار", "الوقود", "في", "العاصمة", "بعد", "اجتماع", "استمر",
    "ساعات", "وقال", "الوزير", "إن", "القرار", "يهدف", "إلى", "دعم", "الاقتصاد", "الوطني", "وأضاف", "المتحدث", "خلال",
    "مؤتمر", "صحفي", "عقد", "مساء", "الثلاثاء", "على", "هامش", "القمة", "التي", "تستضيفها", "المدينة", "هذا", "العام",
    "ارتفع", "المؤشر", "بنسبة", "2.5%", "عند", "الإغلاق", "من", "عام", "2024", "وكانت", "OpenAI", "قد", "نشرت", "تقريرا",
    "عن", "الذكاء", "الاصطناعي", "والعمل", "لم", "تصدر", "وزارة", "الخارجية", "بيانا", "حتى", "الآن", "«مهم»", "(رويترز)",
  };
  struct dice dice = { 7 };
  while (out->len < size && !out->failed) {
    size_t sentences = 1 + dice_roll(&dice, 4);
    while (sentences--) {
      for (size_t n = 6 + dice_roll(&dice, 16), i = 0; i < n; i++) {
        if (i) mdq_buf_adds(out, dice_roll(&dice, 12) ? " " : "، ");
        mdq_buf_adds(out, words[dice_roll(&dice, COUNT(words))]);
      }
      mdq_buf_adds(out, sentences ? ". " : ".");
    }
    mdq_buf_adds(out, line_end);
  }
}

void soup(struct mdq_buf *out, size_t size, uint64_t seed) {
  static const char *const pieces[] = {
    " ", " ", " ", " ", " ", " ", "  ", "\t", "\u00A0", "\u202F", "\n", "\r\n", "\r", "\n\n", "و", "في", "من", "إلى", "ال", "الذكاء", "الاصطناعي",
    "والبطاطا", "مدينه", "فى", "ان", "الى", "مارس", "الاثنين", "12", "2024", "31", "فبراير", "عام", "محمد", "أحمد", "بن",
    "عبد", "الله", "ـ", "ـــ", "بـ", "الـ", "هـ", "د.", "ا.ف.ب", "َ", "ّ", "ٔ", "\u0301", "سلّم", "کتاب", "ی", "ﻻ", "ﷺ", "ﹰ", "ﱠ",
    "،", "،", ".", ".", "..", "...", "…", "؛", "؟", "!", "?", ",", ";", ":", "-", "–", "—", "/", "\\", "|", "%", "٪", "$", "&", "_", "*",
    "«", "»", "“", "”", "\"", "'", "‘", "’", "‹", "›", "„", "(", ")", "[", "]", "{", "}", "<b>", "</b>", "&amp;", "&nbsp;", "%s",
    "%1$d", "{0}", "{{name}}", "\\n", "\\u0627", "0", "1", "1,000", "1.5", "٣", "١٢٫٥", "۴", "10:30", "9/11", "2019-2020", "40%",
    "AI", "OpenAI", "Palantir's", "U.S.", "F-35", "AT&T", "GPT-4", "a", "é", "Ã©", "Ø§Ù„", "www.", "http://", "https://a.com/x?y=1,",
    "a@b.com", "a.com", "@", "#", "@user", "#وسم_1", "β", "Жизнь", "漢字", "א", "😀", "👩\u200D👩\u200D👧", "👍🏽", "🇸🇦", "\uFE0F", "\u200D", "\u200C",
    "\u200B", "\u00AD", "\u200E", "\u200F", "\u061C", "\u202A", "\u202B", "\u202C", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\u2028", "\u2029",
    "\xC2\x85", "\uFEFF", "\x01", "\x7F", "\u0600", "\uFFFD", "\uE000", "\U0010FFFF", "قال", "جيفري", "هينتون", "هنتون", "جيفرى", "سام", "التمان",
    "العشرينات", "القرن", "الماضي", "للاستيقاظ", "دعوة", "مائة", "بالمئة", "مليار", "دولار", "الساعة", "صباحا", "لا", "لا", "كلمة", "الجر",
  };
  struct dice dice = { seed };
  while (out->len < size && !out->failed) {
    size_t i = dice_roll(&dice, COUNT(pieces) + 1);
    if (i < COUNT(pieces)) mdq_buf_adds(out, pieces[i]);
    else mdq_buf_addc(out, '\0');
    if (dice_roll(&dice, 3) == 0) mdq_buf_addc(out, ' ');
  }
}

void random_code_points(struct mdq_buf *out, size_t size, uint64_t seed) {
  struct dice dice = { seed };
  while (out->len < size && !out->failed) {
    /* half of them from the first planes' scripts, a quarter from the Arabic blocks, the rest from anywhere */
    uint64_t where = dice_roll(&dice, 4);
    uint32_t c = (uint32_t)(where < 2 ? dice_roll(&dice, 0x3000) : where == 2 ? 0x600 + dice_roll(&dice, 0x100) : dice_roll(&dice, 0x110000));
    if (where == 2 && dice_roll(&dice, 4) == 0) c = 0xFB50 + (uint32_t)dice_roll(&dice, 0x4B0);
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    mdq_buf_addcp(out, c);
  }
}

/* -- the ones that no repeated piece makes -- */

static void lines_lf(struct mdq_buf *out, size_t size) { ordinary_lines(out, size, "\n"); }
static void lines_crlf(struct mdq_buf *out, size_t size) { ordinary_lines(out, size, "\r\n"); }
static void lines_cr(struct mdq_buf *out, size_t size) { ordinary_lines(out, size, "\r"); }
static void one_line(struct mdq_buf *out, size_t size) { ordinary_lines(out, size, " "); }
static void some_soup(struct mdq_buf *out, size_t size) { soup(out, size, 1); }
static void code_points(struct mdq_buf *out, size_t size) { random_code_points(out, size, 2); }

static void random_bytes(struct mdq_buf *out, size_t size) {
  struct dice dice = { 3 };
  while (out->len < size && !out->failed) mdq_buf_addc(out, (char)dice_roll(&dice, 256));
}

/* A word of the letters from first on that spells `number`. */
static void add_numbered(struct mdq_buf *out, uint64_t number, uint32_t first, uint64_t letters) {
  for (uint64_t n = number + letters * letters * letters; n; n /= letters) mdq_buf_addcp(out, first + (uint32_t)(n % letters));
}

static void distinct_words(struct mdq_buf *out, size_t size) {
  for (uint64_t n = 0; out->len < size && !out->failed; n++) {
    add_numbered(out, n * 7919, 0x0628, 19);
    mdq_buf_addc(out, n % 40 == 39 ? '\n' : ' ');
  }
}

static void distinct_words_one_line(struct mdq_buf *out, size_t size) {
  for (uint64_t n = 0; out->len < size && !out->failed; n++) {
    add_numbered(out, n * 7919, 0x0628, 19);
    mdq_buf_addc(out, ' ');
  }
}

static void distinct_names(struct mdq_buf *out, size_t size) {
  for (uint64_t n = 0; out->len < size && !out->failed; n++) {
    mdq_buf_adds(out, "قال ");
    add_numbered(out, n * 7919, 'A', 26);
    mdq_buf_adds(out, " إن جون ");
    add_numbered(out, n * 104729, 0x0628, 19);
    mdq_buf_adds(out, n % 5 == 4 ? ".\n" : "، ");
  }
}

static void one_word_mixed(struct mdq_buf *out, size_t size) {
  struct dice dice = { 4 };
  while (out->len < size && !out->failed) mdq_buf_addcp(out, 0x0621 + (uint32_t)dice_roll(&dice, 26));
}

static void long_words(struct mdq_buf *out, size_t size) {
  struct dice dice = { 5 };
  while (out->len < size && !out->failed) {
    for (size_t n = 0; n < 3000; n++) mdq_buf_addcp(out, 0x0628 + (uint32_t)dice_roll(&dice, 19));
    mdq_buf_addc(out, '\n');
  }
}

#define REPEAT(name_, piece) { .name = name_, .repeated = { "" piece, sizeof piece - 1 } }
#define AFTER(name_, start, piece) { .name = name_, .before = { "" start, sizeof start - 1 }, .repeated = { "" piece, sizeof piece - 1 } }
#define BESIDE(name_, piece, english, scale) \
  { .name = name_, .repeated = { "" piece, sizeof piece - 1 }, .source = { "" english, sizeof english - 1 }, .source_scale = scale }
#define MADE(name_, function) { .name = name_, .make = function }

const struct pathological pathological[] = {
  { .name = "ordinary lines", .make = lines_lf, .ordinary = true }, { .name = "ordinary lines, CR", .make = lines_cr, .ordinary = true },
  { .name = "ordinary text in one line", .make = one_line, .ordinary = true }, MADE("ordinary lines, CRLF", lines_crlf), MADE("soup", some_soup), MADE("random code points", code_points),
  { .name = "random bytes", .make = random_bytes, .invalid = true },
  MADE("distinct words", distinct_words), MADE("distinct words in one line", distinct_words_one_line), MADE("distinct names", distinct_names),
  MADE("one word", one_word_mixed), MADE("words of 6 kB", long_words),
  REPEAT("one letter", "س"), REPEAT("one syllable", "وال"), REPEAT("letters apart", "س "),
  REPEAT("angle openers", "«"), REPEAT("angle openers apart", "« "), REPEAT("angle openers after words", "قال «نعم "),
  REPEAT("curly openers", "“"), REPEAT("straight quotes", "\""), REPEAT("straight quotes apart", "\" "), REPEAT("single quotes", " ‘"),
  REPEAT("nested openers", "«“‹\""), REPEAT("quoted words", "«نعم» "), REPEAT("closers", "قال» "), REPEAT("quoted, no spaces", "نعم“لا”"),
  REPEAT("quoted over lines", "قال «نعم\n"), AFTER("straight quotes in one quotation", "«", "\"نعم\" "),
  REPEAT("brackets", "("), REPEAT("three brackets", "([{"), REPEAT("closing brackets", "نعم)"), REPEAT("bracket pairs", "()"), REPEAT("smiles", " :("),
  REPEAT("embeddings", "\u202A"), REPEAT("isolates", "\u2066"), REPEAT("pops", "\u202C"), REPEAT("pop isolates", "\u2069"),
  REPEAT("embeddings in isolates", "\u2067\u202B"), REPEAT("balanced embeddings", "\u202Aa\u202C"), REPEAT("direction marks", "\u200F"),
  REPEAT("direction marks in words", "س\u200F"),
  REPEAT("tatweel", "ـ"), REPEAT("tatweel in words", "سـ"), REPEAT("tatweel apart", "ـ "), REPEAT("stretched words", "مـحـمـد "),
  REPEAT("zero-width spaces", "\u200B"), REPEAT("zero-width spaces in words", "س\u200B"), REPEAT("zero-width and spaces", "\u200B "),
  REPEAT("soft hyphens", "س\u00AD"), REPEAT("joiners", "\u200D"), REPEAT("byte order marks", "\uFEFF"),
  REPEAT("dots", "."), REPEAT("dots apart", " ."), REPEAT("dots in words", "س."), REPEAT("two dots", "نعم.. "), REPEAT("four dots", "نعم.... "),
  REPEAT("ellipses of two kinds", "نعم… لا... "),
  REPEAT("Arabic commas", "،"), REPEAT("Arabic commas apart", " ،"), REPEAT("commas", ","), REPEAT("commas apart", ", "),
  REPEAT("words and commas", "نعم , "), REPEAT("numbers and commas", "1, "), AFTER("numbers and commas after a word", "نعم ", "1, "),
  REPEAT("question marks", "?"), REPEAT("question marks apart", "? "), REPEAT("semicolons", "; "), REPEAT("dashes", " - "), REPEAT("dashes between words", "نعم - لا – "),
  REPEAT("spaces", " "), REPEAT("tabs", "\t"), REPEAT("no-break spaces", "\u00A0"), REPEAT("two spaces", "نعم  "), REPEAT("words and no-break spaces", "نعم\u00A0"),
  REPEAT("Latin letters with dots", "a."), REPEAT("Latin with dots", "abc.abc."), REPEAT("Latin with plus", "a+"), REPEAT("Latin with at", "a@"),
  REPEAT("Latin with hyphens", "a-b-"), REPEAT("Latin with ampersands", "A&"), REPEAT("Latin with apostrophes", "a'"), REPEAT("Latin with underscores", "a_"),
  REPEAT("one Latin word", "a"), REPEAT("Latin words", "a "), REPEAT("abbreviations", "U.S. "), REPEAT("www", "www."), REPEAT("URL openings", "http://"),
  REPEAT("URL openings apart", "http:// "), REPEAT("URLs in brackets", "(http://a.com/(((("), REPEAT("domains", "x.com/ "), REPEAT("e-mail addresses", "a@b.co "),
  REPEAT("Latin and Arabic", "الـAI"), REPEAT("Latin and Arabic letters", "سA"), REPEAT("an English sentence", "The quick brown fox said that it would. "),
  REPEAT("at signs", "@"), REPEAT("tags", "#ا"), REPEAT("long tag", "#ا_"), REPEAT("at signs with names", "@a"), REPEAT("tags apart", "#ا "),
  REPEAT("digits with commas", "1,"), REPEAT("digits with dots", "1."), REPEAT("digits", "1"), REPEAT("Arabic digits with separators", "١٢٫"),
  REPEAT("digits with slashes", "1/"), REPEAT("digits with colons", "1:"), REPEAT("digits with hyphens", "12-"), REPEAT("Persian digits", "۱"),
  REPEAT("digits of two systems", "1١"), REPEAT("grouped by spaces", "1 000 "), REPEAT("percentages", "12% "), REPEAT("percentages of two kinds", "١٢٪ 12% "),
  REPEAT("dates", "الاثنين 31 فبراير 2024 "), REPEAT("dates on lines", "يوم الثلاثاء 5 مارس 2024.\n"), REPEAT("years", "في عام 2024 "), REPEAT("months", "مارس "),
  REPEAT("month day month", "مارس 3 "), REPEAT("weekdays", "الاثنين "), REPEAT("decades", "العشرينات من القرن الماضي "), REPEAT("numeric dates", "12/31/2024 "),
  AFTER("marks on one letter", "س", "َ"), REPEAT("marks alone", "ّ"), AFTER("hamzas on one letter", "ا", "ٔ"), AFTER("accents on one letter", "e", "\u0301"),
  REPEAT("letters with marks", "سَ"), REPEAT("alef with hamza", "أ"), REPEAT("marks apart", "َ "),
  REPEAT("family emoji", "👩\u200D"), REPEAT("emoji", "👍🏽"), REPEAT("flags", "🇸🇦"), REPEAT("variation selectors", "\uFE0F"), REPEAT("emoji apart", "😀 "),
  REPEAT("NUL", "\0"), REPEAT("NUL in words", "س\0"), REPEAT("CR", "\r"), REPEAT("LF", "\n"), REPEAT("CRLF", "\r\n"), REPEAT("LF CR", "\n\r"),
  REPEAT("letter CR", "س\r"), REPEAT("line separators", "س\u2028"), REPEAT("NEL", "س\xC2\x85"), REPEAT("controls", "\x01"), REPEAT("escapes", "\x1B[31m"),
  REPEAT("replacement characters", "\uFFFD"), REPEAT("private use", "\uE000"), REPEAT("noncharacters", "\uFFFE"), REPEAT("last code point", "\U0010FFFF"),
  REPEAT("entities", "&amp;"), REPEAT("entities, bare", "&amp"), REPEAT("ampersands", "&"), REPEAT("printf", "%s"), REPEAT("percent signs", "%"),
  REPEAT("positional printf", "%1$s"), REPEAT("numbered placeholders", "{0}"), REPEAT("named placeholders", "{name"), REPEAT("escaped letters", "\\u0627"),
  REPEAT("backslashes", "\\"), REPEAT("tags open", "<"), REPEAT("markup", "<b>"), REPEAT("markup apart", "< b >"), REPEAT("attributes", "<a href=\""),
  REPEAT("asterisks", "*"), REPEAT("underscores", "_"), REPEAT("bars", "|"), REPEAT("tildes", "~"), REPEAT("dollars", "$"), REPEAT("links", "[a]("),
  REPEAT("mojibake", "Ø§Ù„"), REPEAT("mojibake apart", "Ã© "), REPEAT("other scripts", "漢"), REPEAT("other scripts apart", "β "), REPEAT("Hebrew", "א"),
  REPEAT("waws", "و "), REPEAT("waws doubled", "و و و و "), REPEAT("repeated word", "في "), REPEAT("repeated words on lines", "نعم\n"),
  REPEAT("repeated sentence", "قال الوزير إن القرار صدر أمس. "), REPEAT("repeated lines", "قال الوزير إن القرار صدر أمس.\n"), REPEAT("no no", "لا لا، "),
  REPEAT("one name", "محمد بن سلمان "), REPEAT("one name on lines", "قال جيفري هينتون إن الأمر مهم.\n"),
  REPEAT("two spellings of a name", "قال جيفري هينتون ثم قال جيفري هنتون "), REPEAT("a name in two scripts", "قال Sam Altman ثم قال سام ألتمان.\n"),
  REPEAT("idioms", "الذكاء الاصطناعي والبطاطا "), REPEAT("half an idiom", "الذكاء الاصطناعي "), REPEAT("start of an idiom", "دعوة "),
  REPEAT("misspelt words", "انشاء مدينه كبيره فى الشرق الى "), REPEAT("glued words", "فيالمدينةالكبيرةالتي "),
  REPEAT("presentation forms", "ﻻ"), REPEAT("presentation words", "ﺷﺮﻛﺔ "), REPEAT("ligatures of many letters", "ﷺ"), REPEAT("isolated marks", "ﹰ"),
  REPEAT("Persian words", "کتاب "), REPEAT("Persian quotations", "«این کتاب خوبی است» "),

  BESIDE("beside its source, figures in one line", "12 345 6.7% 1,234 ", "13 345 7.6% 1,234 ", 1),
  BESIDE("beside its source, one figure", "45 ", "54 ", 1), BESIDE("beside its source, figures alone in lines", "١٢٣\n", "123\n", 1),
  BESIDE("beside its source, numbers in words", "ثلاثة ملايين وأربعمئة ألف وخمسة ", "three million four hundred thousand and five ", 1),
  BESIDE("beside its source, dates in one line", "الاثنين 3 مارس 2024 ", "Tuesday, March 4, 2024 ", 1),
  BESIDE("beside its source, dates in lines", "يوم 13 مايو\n", "on May 3\n", 1), BESIDE("beside its source, weekdays", "الاثنين ", "Tuesday ", 1),
  BESIDE("beside its source, one sentence", "تغادر السفينة الميناء صباح الغد. ", "The ship leaves the port tomorrow morning. ", 1),
  BESIDE("beside its source, one sentence in lines", "تغادر السفينة الميناء صباح الغد.\n", "The ship leaves the port tomorrow morning.\n", 1),
  BESIDE("beside a long source, one line", "تغادر 12 سفينة الميناء. ", "Every one of the 13 ships of Captain Ahab leaves. ", 8),
  BESIDE("beside a long source, lines", "تغادر 12 سفينة الميناء.\n", "Every one of the 13 ships of Captain Ahab leaves.\n", 8),
  BESIDE("beside a long source, lines and one line", "تغادر 12 سفينة الميناء.\n", "Every one of the 13 ships of Captain Ahab leaves. ", 8),
  BESIDE("beside its source, copied", "The ship leaves the port tomorrow morning. ", "The ship leaves the port tomorrow morning. ", 1),
  BESIDE("beside its source, names", "التقى القبطان بالبحار ", "Captain Ahab met Fletcher Christian. ", 1),
  BESIDE("beside its source, markup", "{0} %s <b> ", "{1} %d </b> ", 1), BESIDE("beside its source, addresses", "a.com/x ", "https://a.com/y b@c.org ", 1),
  BESIDE("beside its source, quotations", "«نعم» ", "“no” not “yes” ", 1), BESIDE("beside a source of line ends", "نعم\n", "\n", 1),
};
const size_t pathological_count = COUNT(pathological);

void pathological_make(const struct pathological *input, struct mdq_buf *out, size_t size) {
  if (input->make) {
    input->make(out, size);
    return;
  }
  mdq_buf_add(out, input->before);
  while (out->len < size && !out->failed) mdq_buf_add(out, input->repeated);
}

void pathological_make_source(const struct pathological *input, struct mdq_buf *out, size_t size) {
  while (input->source.len && out->len < size * input->source_scale && !out->failed) mdq_buf_add(out, input->source);
}
