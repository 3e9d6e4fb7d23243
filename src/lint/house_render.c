/* A suggestion in the house style. */
#include "arabic/numerals.h"
#include "base/buf.h"
#include "lint/house_data.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { LONGEST_SUGGESTION = 512 /* what is longer is the draft's own text */, MOST_ORIGINAL = 4096 };

struct renderer {
  const struct mdq_house_style *style;
  struct mdq_words *words;
  struct mdq_arena *arena;
  struct mdq_span text, original;
  struct mdq_buf out;
  size_t at;
  bool behind_number; /* what a month's name must be to be one: مارس and آب are words, too */
};

static bool in_original(const struct renderer *r, struct mdq_span part) {
  return part.len && r->original.len >= part.len && memmem(r->original.ptr, r->original.len, part.ptr, part.len);
}

static bool single(unsigned values) {
  return values && !(values & (values - 1));
}

/* The end of a run of letters with their marks that starts at `at`. */
static size_t word_end(struct mdq_span text, size_t at) {
  at = mdq_plain_letters_end(text, at);
  while (at < text.len) {
    size_t next = at;
    enum mdq_char_class class = mdq_char_class(mdq_utf8_next(text, &next));
    if (class != MDQ_CHAR_ARABIC && class != MDQ_CHAR_MARK && class != MDQ_CHAR_TATWEEL) break;
    at = next;
  }
  return at;
}

static bool is_arabic_at(struct mdq_span text, size_t at) {
  return at < text.len && mdq_char_class(mdq_utf8_at(text, at)) == MDQ_CHAR_ARABIC;
}

/* The word's other form, or the empty span; *end moves on where the form is two words. */
static struct mdq_span other_form(const struct renderer *r, size_t *end) {
  struct mdq_word *word = mdq_words_get(r->words, mdq_span_sub(r->text, r->at, *end)), *next = NULL;
  size_t second = *end + 1, last = 0;
  if (word && *end < r->text.len && r->text.ptr[*end] == ' ' && is_arabic_at(r->text, second)) {
    last = word_end(r->text, second);
    next = mdq_words_get(r->words, mdq_span_sub(r->text, second, last));
  }
  struct mdq_house_use use;
  if (!word || !mdq_house_find(r->style->house, r->words, word, next, &use)) return mdq_span_of("", 0);
  struct mdq_span raw = mdq_span_sub(r->text, r->at, use.two_words ? last : *end);
  struct mdq_house_choice choice = mdq_house_choose_form(r->style, use.form);
  bool month = mdq_house_is(r->style->house, use.form, MDQ_HOUSE_MONTHS);
  if ((month && !r->behind_number) || mdq_house_is(r->style->house, use.form, MDQ_HOUSE_FINAL_YA)) return mdq_span_of("", 0);
  if (!choice.set && in_original(r, raw)) return mdq_span_of("", 0);
  struct mdq_span other = mdq_house_respell(r->arena, &use, raw, choice.values);
  if (other.len) *end = r->at + raw.len;
  return other;
}

/* Egypt's ى for every final ي, where the preset has it so. A draft that is free to have it keeps the ى that it wrote, and
   only that: what it wrote with ي is right. */
static struct mdq_span with_final_ya(const struct renderer *r, struct mdq_span word, size_t end) {
  struct mdq_house_choice ya = mdq_house_choose(r->style, MDQ_HOUSE_FINAL_YA);
  if (!ya.clear || ya.values != MDQ_HOUSE_MAQSURA || !mdq_span_ends(word, MDQ_SPAN_LIT("ي"))) return word;
  if (!ya.set && !(end == r->text.len && mdq_span_ends(r->original, MDQ_SPAN_LIT("ى")))) return word;
  return mdq_arena_printf(r->arena, "%.*sى", (int)(word.len - strlen("ي")), word.ptr);
}

static struct mdq_span with_tanween(const struct renderer *r, struct mdq_span word) {
  struct mdq_house_choice tanween = mdq_house_choose(r->style, MDQ_HOUSE_TANWEEN);
  if (!single(tanween.values) || (!tanween.set && in_original(r, word))) return word;
  return mdq_house_with_tanween(r->arena, word, tanween.values);
}

static void render_word(struct renderer *r) {
  size_t end = word_end(r->text, r->at);
  struct mdq_span other = other_form(r, &end);
  if (!other.len) other = mdq_span_sub(r->text, r->at, end);
  mdq_buf_add(&r->out, with_tanween(r, with_final_ya(r, other, end)));
  r->at = end;
  r->behind_number = false;
}

/* -- digits -- */

static bool is_latin_or_hyphen(uint32_t c) {
  return mdq_is_latin_letter(c) || c == '-' || c == '/' || c == '_';
}

static size_t number_end(struct mdq_span text, size_t at) {
  for (size_t end = at; at < text.len;) {
    uint32_t c = mdq_utf8_next(text, &at);
    if (mdq_is_digit(c)) end = at;
    else if ((c != '.' && c != ',' && c != ':' && c != 0x066B && c != 0x066C) || !mdq_is_digit(mdq_utf8_at(text, at))) return end;
  }
  return at;
}

/* The number of a product or a code keeps its digits: GPT-4, iPhone 15. */
static bool belongs_to_latin(const struct renderer *r, size_t end) {
  size_t before = r->at;
  while (before && r->text.ptr[before - 1] == ' ') before--;
  return is_latin_or_hyphen(mdq_utf8_before(r->text, before)) || is_latin_or_hyphen(mdq_utf8_at(r->text, end));
}

static void render_number(struct renderer *r) {
  size_t end = number_end(r->text, r->at);
  struct mdq_span number = mdq_span_sub(r->text, r->at, end);
  struct mdq_house_choice digits = mdq_house_choose(r->style, MDQ_HOUSE_DIGITS);
  if (single(digits.values) && !in_original(r, number) && !belongs_to_latin(r, end))
    number = mdq_numeral_in(r->arena, number, digits.values == MDQ_HOUSE_LATN ? MDQ_DIGITS_ASCII : MDQ_DIGITS_ARABIC_INDIC);
  mdq_buf_add(&r->out, number);
  r->at = end;
  r->behind_number = true;
}

/* -- quotation marks -- */

static const struct mdq_quotes styles[] = {
  { MDQ_SPAN_LIT("«"), MDQ_SPAN_LIT("»"), MDQ_HOUSE_ANGLE }, { MDQ_SPAN_LIT("“"), MDQ_SPAN_LIT("”"), MDQ_HOUSE_CURLY },
  { MDQ_SPAN_LIT("”"), MDQ_SPAN_LIT("“"), MDQ_HOUSE_CURLY_CLDR }, { MDQ_SPAN_LIT("\""), MDQ_SPAN_LIT("\""), MDQ_HOUSE_STRAIGHT },
};

enum { STYLES = sizeof styles / sizeof *styles };

bool mdq_house_quotes(unsigned value, struct mdq_quotes *quotes) {
  for (size_t i = 0; i < STYLES; i++)
    if (styles[i].value == value) return *quotes = styles[i], true;
  return false;
}

static const struct mdq_quotes *style_opened_by(struct mdq_span rest) {
  unsigned char first = (unsigned char)rest.ptr[0];
  if (first != '"' && first != 0xC2 && first != 0xE2) return NULL; /* nearly all, told by a byte */
  for (size_t i = 0; i < STYLES; i++)
    if (mdq_span_starts(rest, styles[i].open)) return &styles[i];
  return NULL;
}

static void render(struct renderer *r, size_t end);

/* A whole quotation changes its marks; a mark alone, marks that the draft had there, and a quotation that holds such
   marks inside stay. */
static bool render_quotation(struct renderer *r, const struct mdq_quotes *now) {
  struct mdq_quotes wanted;
  if (!mdq_house_quotes(mdq_house_choose(r->style, MDQ_HOUSE_QUOTES).values, &wanted)) return false;
  if (wanted.value == now->value || in_original(r, now->open)) return false;
  size_t from = r->at + now->open.len;
  const char *close = memmem(r->text.ptr + from, r->text.len - from, now->close.ptr, now->close.len);
  if (!close) return false;
  size_t to = (size_t)(close - r->text.ptr);
  struct mdq_span inside = mdq_span_sub(r->text, from, to);
  if (memmem(inside.ptr, inside.len, wanted.open.ptr, wanted.open.len) || memmem(inside.ptr, inside.len, wanted.close.ptr, wanted.close.len)) return false;
  mdq_buf_add(&r->out, wanted.open);
  r->at = from;
  render(r, to);
  mdq_buf_add(&r->out, wanted.close);
  r->at = to + now->close.len;
  return true;
}

static void copy_one(struct renderer *r) {
  size_t from = r->at;
  uint32_t c = mdq_utf8_next(r->text, &r->at);
  mdq_buf_add(&r->out, mdq_span_sub(r->text, from, r->at));
  if (c != ' ') r->behind_number = false;
}

/* Latin words are passed over as wholes, digits included: R1, F-35. */
static void copy_latin(struct renderer *r) {
  while (r->at < r->text.len && (mdq_is_latin_letter(mdq_utf8_at(r->text, r->at)) || mdq_is_digit(mdq_utf8_at(r->text, r->at)))) copy_one(r);
}

static void render(struct renderer *r, size_t end) {
  while (r->at < end) {
    struct mdq_span rest = mdq_span_sub(r->text, r->at, end);
    uint32_t c = mdq_utf8_at(rest, 0);
    const struct mdq_quotes *quotes = style_opened_by(rest);
    if (mdq_is_arabic_letter(c)) render_word(r);
    else if (mdq_is_digit(c)) render_number(r);
    else if (mdq_is_latin_letter(c)) copy_latin(r);
    else if (!quotes || !render_quotation(r, quotes)) copy_one(r);
  }
}

static bool has_ending(const struct mdq_house *house, struct mdq_span word, size_t len) {
  if (word.len < len) return false;
  size_t bit = mdq_house_ending(word, len);
  return house->endings[bit / 64] >> bit % 64 & 1;
}

/* False: the word of plain letters is no form, with whatever proclitics. */
static bool may_be_form(const struct mdq_house *house, struct mdq_span word) {
  return word.len < MDQ_HOUSE_LEAST || has_ending(house, word, MDQ_HOUSE_MOST) || has_ending(house, word, MDQ_HOUSE_LEAST);
}

static bool is_form(const struct mdq_house *house, struct mdq_words *words, struct mdq_span raw) {
  if (!may_be_form(house, raw)) return false;
  struct mdq_word *word = words ? mdq_words_get(words, raw) : NULL;
  struct mdq_house_use use;
  return !word || mdq_house_find(house, words, word, NULL, &use) || use.two_words;
}

static bool may_lose_ya(const struct mdq_house_style *style, const struct mdq_words *words, struct mdq_span raw) {
  if (!mdq_span_ends(raw, MDQ_SPAN_LIT("ي")) || !mdq_house_may_have_final_maqsura(style->house)) return false;
  if (!words) return true;
  struct mdq_house_choice ya = mdq_house_choose(style, MDQ_HOUSE_FINAL_YA);
  return ya.clear && ya.values == MDQ_HOUSE_MAQSURA;
}

/* Nearly every suggestion is a plain word or a few that no house has another form of. Without `words` it is not known yet what the
   draft writes, and what cannot be told from letters does not stay. */
static bool stays(const struct mdq_house_style *style, struct mdq_words *words, struct mdq_span text) {
  for (size_t at = 0; at < text.len; at++) {
    size_t end = mdq_plain_letters_end(text, at);
    if (end == at && text.ptr[at] != ' ' && text.ptr[at] != '/') return false;
    if (end == at) continue;
    struct mdq_span raw = mdq_span_sub(text, at, end);
    bool ends = end == text.len || text.ptr[end] == ' '; /* without marks or foreign letters */
    if (!ends || may_lose_ya(style, words, raw) || is_form(style->house, words, raw)) return false;
    at = end;
  }
  return true;
}

bool mdq_house_leaves(const struct mdq_house_style *style, struct mdq_span text) {
  return !text.len || text.len > LONGEST_SUGGESTION || stays(style, NULL, text);
}

struct mdq_span mdq_house_render(const struct mdq_house_style *style, struct mdq_words *words, struct mdq_arena *arena,
                                 struct mdq_span text, struct mdq_span original) {
  if (!text.len || text.len > LONGEST_SUGGESTION || stays(style, words, text)) return text;
  if (original.len > MOST_ORIGINAL) original.len = MOST_ORIGINAL;
  struct renderer r = { .style = style, .words = words, .arena = arena, .text = text, .original = original };
  mdq_buf_init(&r.out);
  render(&r, text.len);
  struct mdq_span rendered = mdq_buf_span(&r.out);
  if (r.out.failed) arena->failed = true;
  rendered = r.out.failed || mdq_span_eq(rendered, text) ? text : mdq_arena_copy(arena, rendered);
  mdq_buf_free(&r.out);
  return rendered;
}

/* All that rendering brings into a word is a form of a house, a mark of tanween, or a final ى. */
bool mdq_house_may_write(const struct mdq_house *house, struct mdq_words *words, struct mdq_span raw) {
  return mdq_plain_letters_end(raw, 0) != raw.len || mdq_span_ends(raw, MDQ_SPAN_LIT("ى")) || is_form(house, words, raw);
}
