#include "rules/mt/debris.h"

#include <stdlib.h>
#include <strings.h>

#include "base/bytes.h"
#include "text/chars.h"
#include "text/mojibake.h"
#include "text/utf8.h"

struct scan {
  struct mdq_arena *arena;
  const struct mdq_segment *segment;
  struct mdq_span text;
  struct mdq_debris *items;
  size_t count, capacity;
};

static void add(struct scan *s, enum mdq_debris_kind kind, size_t start, size_t end, struct mdq_span fix) {
  struct mdq_debris *item = mdq_arena_push(s->arena, &s->items, &s->count, &s->capacity, sizeof *item);
  if (item) *item = (struct mdq_debris){ kind, start, end, fix };
}

static const struct mdq_span unknown = { NULL, 0 };

static char at(const struct scan *s, size_t i) {
  return i < s->text.len ? s->text.ptr[i] : '\0';
}

static bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static int hex_value(char c) {
  return is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

enum { LONGEST = 400 }; /* bytes from the start of a tag, name or pair of marks to its end: keeps the scan linear */

static size_t within_reach(const struct scan *s, size_t start) {
  return s->text.len - start < LONGEST ? s->text.len : start + LONGEST;
}

static size_t skip_name(const struct scan *s, size_t i) {
  size_t reach = i < s->text.len ? within_reach(s, i) : i;
  while (i < reach && (is_alpha(at(s, i)) || is_digit(at(s, i)) || at(s, i) == '_' || at(s, i) == '.' || at(s, i) == '-')) i++;
  return i;
}

static struct mdq_span encoded(struct scan *s, unsigned long c) {
  if (!c || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return unknown;
  char bytes[4];
  return mdq_arena_copy(s->arena, mdq_span_of(bytes, mdq_utf8_encode((uint32_t)c, bytes)));
}

/* -- &amp; &#1593; &#x627; -- */

static struct mdq_span named_entity(struct mdq_span name) {
  static const struct { const char *name, *text; } known[] = {
    { "amp", "&" }, { "quot", "\"" }, { "nbsp", " " }, { "lt", "<" }, { "gt", ">" }, { "apos", "'" }, { "ldquo", "“" }, { "rdquo", "”" },
    { "lsquo", "‘" }, { "rsquo", "’" }, { "laquo", "«" }, { "raquo", "»" }, { "hellip", "…" }, { "ndash", "–" }, { "mdash", "—" },
    { "bull", "•" }, { "middot", "·" }, { "euro", "€" }, { "pound", "£" }, { "yen", "¥" }, { "cent", "¢" }, { "copy", "©" }, { "reg", "®" },
    { "trade", "™" }, { "deg", "°" }, { "times", "×" }, { "rlm", "" }, { "lrm", "" }, { "zwnj", "" }, { "zwj", "" }, { "shy", "" },
    { "ensp", " " }, { "emsp", " " }, { "thinsp", " " }, { "eacute", "é" }, { "egrave", "è" }, { "uuml", "ü" }, { "ouml", "ö" }, { "auml", "ä" },
  };
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (mdq_span_is(name, known[i].name)) return mdq_span_str(known[i].text);
  return unknown;
}

static size_t entity(struct scan *s, size_t start) {
  size_t i = start + 1;
  struct mdq_span fix;
  if (at(s, i) == '#') {
    int base = at(s, i + 1) == 'x' || at(s, i + 1) == 'X' ? 16 : 10;
    size_t digits = i += base == 16 ? 2 : 1;
    unsigned long value = 0;
    while ((base == 16 ? hex_value(at(s, i)) >= 0 : is_digit(at(s, i))) && i < digits + 8) value = value * (unsigned)base + (unsigned)hex_value(at(s, i++));
    if (i == digits) return start;
    fix = encoded(s, value);
  } else {
    while (is_alpha(at(s, i))) i++;
    fix = named_entity(mdq_span_sub(s->text, start + 1, i));
    if (!fix.ptr) return start;
  }
  if (at(s, i) != ';') return start;
  add(s, MDQ_DEBRIS_ENTITY, start, i + 1, fix);
  return i + 1;
}

/* -- \u0627 %20 -- */

static size_t backslash_escape(struct scan *s, size_t start) {
  unsigned long value = 0;
  if (at(s, start + 1) != 'u') return start;
  for (size_t i = 0; i < 4; i++) {
    int digit = hex_value(at(s, start + 2 + i));
    if (digit < 0) return start;
    value = value * 16 + (unsigned)digit;
  }
  add(s, MDQ_DEBRIS_ENTITY, start, start + 6, encoded(s, value));
  return start + 6;
}

/* «%20 من السكان» is a percentage: an escape stands between letters, or several in a row. */
static size_t percent_escapes(struct scan *s, size_t start) {
  char bytes[64];
  size_t count = 0, i = start;
  bool letter = false;
  while (at(s, i) == '%' && hex_value(at(s, i + 1)) >= 0 && hex_value(at(s, i + 2)) >= 0 && count < sizeof bytes) {
    letter = letter || !is_digit(at(s, i + 1)) || !is_digit(at(s, i + 2));
    bytes[count++] = (char)(hex_value(at(s, i + 1)) * 16 + hex_value(at(s, i + 2)));
    i += 3;
  }
  if (!count) return start;
  bool joins = is_alpha(start ? s->text.ptr[start - 1] : '\0') && is_alpha(at(s, i));
  bool several = count > 1 && (letter || count > 2);
  if (!joins && !several) return start;
  struct mdq_span decoded = mdq_span_of(bytes, count);
  add(s, MDQ_DEBRIS_ENTITY, start, i, mdq_utf8_valid_prefix(decoded) == count ? mdq_arena_copy(s->arena, decoded) : unknown);
  return i;
}

/* -- <br> <x id="1"/> ** [[ ]] -- */

static size_t tag(struct scan *s, size_t start) {
  static const char *const html[] = { "a", "b", "blockquote", "br", "div", "em", "figure", "font", "h1", "h2", "h3", "h4", "hr", "i", "img", "li", "ol", "p",
                                      "script", "span", "strong", "style", "sub", "sup", "table", "td", "th", "tr", "u", "ul", "BR", "P", "B", "I", "DIV", "SPAN", NULL };
  static const char *const exchange[] = { "x", "g", "ph", "bx", "ex", "bpt", "ept", "it", "pc", "mrk", NULL };
  size_t i = start + 1 + (at(s, start + 1) == '/'), name = i;
  while (is_alpha(at(s, i)) || (i > name && is_digit(at(s, i)))) i++;
  struct mdq_span tag_name = mdq_span_sub(s->text, name, i);
  if (!mdq_span_is_one_of(tag_name, html) && !mdq_span_is_one_of(tag_name, exchange)) return start;
  size_t reach = within_reach(s, start);
  const char *end = i < reach ? memchr(s->text.ptr + i, '>', reach - i) : NULL;
  bool attributes = at(s, i) == ' ' || at(s, i) == '/' || at(s, i) == '>';
  if (!end || !attributes) return start;
  size_t behind = (size_t)(end - s->text.ptr) + 1;
  bool breaks = !strncasecmp(tag_name.ptr, "br", tag_name.len) || !strncasecmp(tag_name.ptr, "p", tag_name.len);
  bool between = start && behind < s->text.len && !mdq_is_space(mdq_utf8_before(s->text, start)) && !mdq_is_space(mdq_utf8_at(s->text, behind));
  bool placeholder = mdq_span_is_one_of(tag_name, exchange);
  add(s, placeholder ? MDQ_DEBRIS_PLACEHOLDER : MDQ_DEBRIS_ENTITY, start, behind, placeholder ? unknown : mdq_span_str(breaks && between ? " " : ""));
  return behind;
}

/* Two marks that open, text, two that close: both pairs go. A lone ** is a footnote or a word made decent. */
static size_t paired_markup(struct scan *s, size_t start, const char *open, const char *close) {
  struct mdq_span rest = mdq_span_sub(s->text, start + 2, within_reach(s, start));
  if (at(s, start + 2) == open[0] || mdq_is_space(mdq_utf8_at(rest, 0)) || !rest.len) return start;
  const char *end = memmem(rest.ptr, rest.len, close, 2);
  if (!end || end == rest.ptr || mdq_is_space(mdq_utf8_before(s->text, (size_t)(end - s->text.ptr)))) return start;
  size_t behind = (size_t)(end - s->text.ptr);
  add(s, MDQ_DEBRIS_ENTITY, start, start + 2, mdq_span_str(""));
  add(s, MDQ_DEBRIS_ENTITY, behind, behind + 2, mdq_span_str(""));
  return start + 2;
}

/* -- {0} ${name} {{name}} %s __NAME__ […] […] -- */

static size_t braces(struct scan *s, size_t start) {
  size_t depth = at(s, start + 1) == '{' ? 2 : 1, i = start + depth;
  while (at(s, i) == ' ') i++;
  size_t name = i;
  i = skip_name(s, i);
  if (i == name) return start;
  while (at(s, i) == ' ') i++;
  if (at(s, i) != '}' || (depth == 2 && at(s, i + 1) != '}')) return start;
  size_t from = start && (s->text.ptr[start - 1] == '$' || s->text.ptr[start - 1] == '#' || s->text.ptr[start - 1] == '%') ? start - 1 : start;
  add(s, MDQ_DEBRIS_PLACEHOLDER, from, i + depth, unknown);
  return i + depth;
}

/* %s, %d, %1$s, %(name)s, %@; «50 %s» counts too, since no letter on its own follows a percentage. */
static size_t format_directive(struct scan *s, size_t start) {
  size_t i = start + 1;
  if (at(s, i) == '(') {
    size_t name = i + 1;
    i = skip_name(s, name);
    if (i == name || at(s, i) != ')') return start;
    i++;
  } else {
    size_t digits = i;
    while (is_digit(at(s, i))) i++;
    if (i > digits && at(s, i++) != '$') return start;
  }
  bool directive = at(s, i) && strchr("sdifu@", at(s, i)) && !is_alpha(at(s, i + 1)) && !is_digit(at(s, i + 1));
  if (!directive) return start;
  add(s, MDQ_DEBRIS_PLACEHOLDER, start, i + 1, unknown);
  return i + 1;
}

static size_t underscored(struct scan *s, size_t start) {
  if (at(s, start + 1) != '_' || !is_alpha(at(s, start + 2))) return start;
  size_t i = skip_name(s, start + 2);
  bool named = i > start + 4 && s->text.ptr[i - 1] == '_' && s->text.ptr[i - 2] == '_';
  if (!named) return start;
  add(s, MDQ_DEBRIS_PLACEHOLDER, start, i, unknown);
  return i;
}

static size_t omission_at(const struct scan *s, size_t start) {
  static const char *const forms[] = { "[…]", "[...]" };
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
    if (mdq_span_starts(mdq_span_sub(s->text, start, s->text.len), mdq_span_str(forms[i]))) return start + strlen(forms[i]);
  return start;
}

static size_t doubled_omission(struct scan *s, size_t start) {
  size_t first = omission_at(s, start), second = first;
  if (first == start) return start;
  while (at(s, second) == ' ') second++;
  size_t end = omission_at(s, second);
  if (end == second) return first;
  add(s, MDQ_DEBRIS_PLACEHOLDER, start, end, unknown);
  return end;
}

static size_t bracket(struct scan *s, size_t start) {
  if (at(s, start + 1) == '[') return paired_markup(s, start, "[[", "]]");
  return doubled_omission(s, start);
}

static size_t percent(struct scan *s, size_t start) {
  size_t end = percent_escapes(s, start);
  return end > start ? end : format_directive(s, start);
}

static size_t symbol(struct scan *s, size_t i) {
  switch (s->text.ptr[i]) {
    case '&': return entity(s, i);
    case '\\': return backslash_escape(s, i);
    case '%': return percent(s, i);
    case '<': return tag(s, i);
    case '*': return at(s, i + 1) == '*' ? paired_markup(s, i, "**", "**") : i;
    case '[': return bracket(s, i);
    case '{': return braces(s, i);
    case '_': return underscored(s, i);
    default: return i;
  }
}

#ifdef __SSE2__
/* How many of the sixteen bytes are Arabic letters and spaces, from the first on. */
static size_t arabic_of_16(const char *bytes) {
  __m128i x = _mm_loadu_si128((const __m128i *)(const void *)bytes), space = _mm_cmpeq_epi8(x, _mm_set1_epi8(' '));
  return (size_t)__builtin_ctz(~(unsigned)_mm_movemask_epi8(_mm_or_si128(x, space)));
}
#endif

/* Eight bytes of Arabic letters and spaces. */
static bool is_arabic_text(const char *bytes) {
  const uint64_t ones = 0x0101010101010101u, tops = ones << 7;
  uint64_t eight = mdq_load8(bytes), from_space = (eight | tops) ^ ones * ' '; /* a space is now 0x80 */
  return ((eight | ~((from_space & ~tops) + ~tops)) & tops) == tops;
}

static size_t next_symbol(struct mdq_span text, size_t i) {
  static const bool symbols[256] = { ['&'] = true, ['\\'] = true, ['%'] = true, ['<'] = true, ['*'] = true, ['['] = true, ['{'] = true, ['_'] = true };
#ifdef __SSE2__
  while (i + 16 <= text.len) {
    size_t arabic = arabic_of_16(text.ptr + i);
    i += arabic;
    if (arabic == 16) continue;
    if (symbols[(unsigned char)text.ptr[i]]) return i;
    i++;
  }
#endif
  while (i < text.len && !symbols[(unsigned char)text.ptr[i]]) i += i + 8 <= text.len && is_arabic_text(text.ptr + i) ? 8 : 1;
  return i;
}

static void find_symbols(struct scan *s) {
  for (size_t i = 0; (i = next_symbol(s->text, i)) < s->text.len;) {
    size_t end = symbol(s, i);
    size_t run = i + 1;
    if (end == i && s->text.ptr[i] == '*') /* a longer row of stars is no markup */
      while (at(s, run) == '*') run++;
    i = end > i ? end : run;
  }
}

/* XXX and TODO: what a writer leaves to be filled in. A Roman thirty follows a name. */
static void find_words(struct scan *s) {
  for (size_t i = 0; i < s->segment->token_count; i++) {
    if (!mdq_token_is(s->segment, i, MDQ_TOKEN_LAT)) continue;
    struct mdq_span word = mdq_token_text(s->segment, i);
    bool crosses = word.len >= 3;
    for (size_t j = 0; j < word.len; j++) crosses = crosses && word.ptr[j] == 'X';
    bool alone = !mdq_token_is(s->segment, i - 1, MDQ_TOKEN_LAT) && !mdq_token_is(s->segment, i + 1, MDQ_TOKEN_LAT);
    if ((crosses && alone) || mdq_span_is(word, "TODO") || mdq_span_is(word, "FIXME") || mdq_span_is(word, "TBD"))
      add(s, MDQ_DEBRIS_PLACEHOLDER, s->segment->tokens[i].start, s->segment->tokens[i].end, unknown);
  }
}

static void find_replacements(struct scan *s) {
  struct mdq_span sign = MDQ_SPAN_LIT("\xEF\xBF\xBD");
  for (size_t i = 0; i + 2 < s->text.len; i++) {
    size_t end = i;
    while (end + 2 < s->text.len && mdq_span_starts(mdq_span_sub(s->text, end, s->text.len), sign)) end += sign.len;
    if (end > i) add(s, MDQ_DEBRIS_MOJIBAKE, i, end, unknown);
    if (end > i) i = end - 1;
  }
}

static void find_mojibake(struct scan *s) {
  struct mdq_mojibake found = { 0 };
  while (mdq_mojibake_next(s->arena, s->text, found.end, &found)) add(s, MDQ_DEBRIS_MOJIBAKE, found.start, found.end, found.decoded);
}

static int by_place(const void *a, const void *b) {
  const struct mdq_debris *x = a, *y = b;
  return (x->start > y->start) - (x->start < y->start);
}

size_t mdq_debris_find(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_debris **debris) {
  struct scan s = { .arena = arena, .segment = segment, .text = segment->text };
  if (segment->traits & MDQ_TRAIT_ASCII_SYMBOL) find_symbols(&s);
  if (segment->traits & MDQ_TRAIT_LATIN) find_words(&s);
  if (segment->traits & MDQ_TRAIT_REPLACEMENT) find_replacements(&s);
  if (segment->traits & MDQ_TRAIT_LATIN1) find_mojibake(&s);
  if (s.count) qsort(s.items, s.count, sizeof *s.items, by_place);
  size_t used = 0;
  for (size_t i = 0; i < s.count; i++)
    if (!used || s.items[i].start >= s.items[used - 1].end) s.items[used++] = s.items[i];
  *debris = s.items;
  return used;
}

bool mdq_debris_touches(const struct mdq_debris *debris, size_t count, size_t start, size_t end) {
  size_t low = 0, high = count;
  while (low < high) { /* the first that ends behind `start` */
    size_t middle = low + (high - low) / 2;
    if (debris[middle].end > start) high = middle;
    else low = middle + 1;
  }
  return low < count && debris[low].start < end;
}
