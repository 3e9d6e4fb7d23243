#include "lint/kept.h"

#include <limits.h>
#include <stdlib.h>

#include "base/bytes.h"

void mdq_kept_init(struct mdq_kept_list *list, struct mdq_span bytes) {
  *list = (struct mdq_kept_list){ .bytes = bytes };
  mdq_buf_init(&list->texts);
}

void mdq_kept_free(struct mdq_kept_list *list) {
  free(list->items);
  mdq_buf_free(&list->texts);
  mdq_kept_init(list, list->bytes);
}

/* -- numbers: seven bits a byte, the last one below 128 -- */

enum { LONGEST_NUMBER = (8 * sizeof(size_t) + 6) / 7 };

/* What puts something returns where the next goes. */
static inline char *put_number(char *out, size_t n) {
  for (; n > 127; n >>= 7) *out++ = (char)((n & 127) | 128);
  *out++ = (char)n;
  return out;
}

static inline char *put_bytes(char *out, const char *bytes, size_t len) {
  if (len) memcpy(out, bytes, len);
  return out + len;
}

static inline size_t get_number(const char **at) {
  size_t n = 0;
  for (unsigned shift = 0;; shift += 7) {
    unsigned char byte = (unsigned char)*(*at)++;
    n |= (size_t)(byte & 127) << shift;
    if (byte < 128) return n;
  }
}

/* Offsets are told from the finding's own, to either side of it. */
static inline char *put_offset(char *out, size_t offset, size_t start) {
  return put_number(out, offset >= start ? (offset - start) * 2 : (start - offset) * 2 - 1);
}

static size_t get_offset(const char **at, size_t start) {
  size_t n = get_number(at);
  return n & 1 ? start - (n + 1) / 2 : start + n / 2;
}

/* -- texts: absent, the finding's own place, elsewhere in the input, spelt out, or (SAME_AS + i) like text i of the finding -- */

enum { ABSENT, HERE, IN_INPUT, SPELT_OUT, SAME_AS };
enum { REMEMBERED = 4 }; /* x, y, z and the first fix */

struct memory { /* the first texts of a finding */
  struct mdq_span texts[REMEMBERED];
  size_t count;
};

static void remember(struct memory *memory, struct mdq_span text) {
  if (memory->count < REMEMBERED) memory->texts[memory->count++] = text;
}

struct writer {
  struct mdq_kept_list *list;
  const struct mdq_finding *finding;
  char *out; /* in the list's buffer, where there is room for all of the finding */
  struct memory memory;
  size_t fixes, fix_bytes;
};

static inline bool stands_in(struct mdq_span text, struct mdq_span bytes) {
  return bytes.ptr && text.ptr >= bytes.ptr && text.ptr + text.len <= bytes.ptr + bytes.len;
}

static inline bool stands_at(struct mdq_span text, struct mdq_span bytes, const struct mdq_place *place) {
  return text.ptr == bytes.ptr + place->start && text.len == place->end - place->start && bytes.ptr;
}

/* Mostly it is the very same one. */
static inline size_t recall(const struct memory *memory, struct mdq_span text) {
  size_t i = 0;
  for (; i < memory->count; i++)
    if (memory->texts[i].ptr == text.ptr && memory->texts[i].len == text.len) return i;
  for (i = 0; i < memory->count; i++)
    if (memory->texts[i].len == text.len && memory->texts[i].ptr && mdq_same_bytes(memory->texts[i].ptr, text.ptr, text.len)) break;
  return i;
}

enum { MOST_OF_TEXT = 1 + 2 * LONGEST_NUMBER }; /* and its bytes */

static void put_text(struct writer *w, struct mdq_span text) {
  char *out = w->out;
  size_t same;
  if (!text.ptr) {
    *out++ = ABSENT;
  } else if (stands_at(text, w->list->bytes, &w->finding->at)) {
    *out++ = HERE;
  } else if ((same = recall(&w->memory, text)) < w->memory.count) {
    *out++ = (char)(SAME_AS + same);
  } else if (stands_in(text, w->list->bytes)) {
    *out++ = IN_INPUT;
    out = put_offset(out, (size_t)(text.ptr - w->list->bytes.ptr), w->finding->at.start);
    out = put_number(out, text.len);
  } else {
    *out++ = SPELT_OUT;
    out = put_bytes(put_number(out, text.len), text.ptr, text.len);
  }
  w->out = out;
  remember(&w->memory, text);
}

struct reader {
  const struct mdq_kept_list *list;
  const struct mdq_kept *kept;
  const char *at;
  struct memory memory;
};

static inline struct mdq_span get_text(struct reader *r) {
  struct mdq_span text = { NULL, 0 };
  size_t how = (unsigned char)*r->at++;
  if (how == HERE) {
    text = mdq_span_of(r->list->bytes.ptr + r->kept->start, r->kept->length);
  } else if (how == IN_INPUT) {
    text.ptr = r->list->bytes.ptr + get_offset(&r->at, r->kept->start);
    text.len = get_number(&r->at);
  } else if (how == SPELT_OUT) {
    text.len = get_number(&r->at);
    text.ptr = r->at;
    r->at += text.len;
  } else if (how - SAME_AS < r->memory.count) {
    text = r->memory.texts[how - SAME_AS];
  }
  remember(&r->memory, text);
  return text;
}

/* -- fixes: bits, the place if it is another than the finding's, the text; no bits end the list -- */

enum { FIX = 1, SAFE = 2, ELSEWHERE = 4 };

enum { MOST_OF_FIX = 1 + 2 * LONGEST_NUMBER + MOST_OF_TEXT };

/* A replacement that changes nothing is no fix. */
static void put_fix(struct writer *w, struct mdq_place at, struct mdq_span text, bool safe) {
  const struct mdq_place *here = &w->finding->at;
  if (mdq_span_eq(text, mdq_span_sub(w->list->bytes, at.start, at.end))) return;
  bool elsewhere = at.start != here->start || at.end != here->end;
  *w->out++ = (char)(FIX | (safe ? SAFE : 0) | (elsewhere ? ELSEWHERE : 0));
  if (elsewhere) w->out = put_offset(put_offset(w->out, at.start, here->start), at.end, here->start);
  put_text(w, text);
  w->fixes++;
  w->fix_bytes += text.len;
}

static void put_fixes(struct writer *w) {
  const struct mdq_finding *finding = w->finding;
  if (finding->fix.ptr) put_fix(w, finding->at, finding->fix, finding->safe);
  for (size_t i = 0; i < finding->fix_count; i++) {
    const struct mdq_replacement *r = &finding->fixes[i];
    put_fix(w, r->at.end ? r->at : finding->at, r->text, r->safe);
  }
  *w->out++ = 0;
  if (w->fixes > w->list->most_fixes) w->list->most_fixes = w->fixes;
  if (w->fix_bytes > w->list->most_fix_bytes) w->list->most_fix_bytes = w->fix_bytes;
}

static size_t get_fixes(struct reader *r, struct mdq_replacement *fixes) {
  size_t count = 0, start = r->kept->start;
  for (unsigned char bits; (bits = (unsigned char)*r->at++) != 0; count++) {
    struct mdq_replacement *fix = &fixes[count];
    *fix = (struct mdq_replacement){ .at = { start, start + r->kept->length, NULL }, .safe = (bits & SAFE) != 0 };
    if (bits & ELSEWHERE) {
      fix->at.start = get_offset(&r->at, start);
      fix->at.end = get_offset(&r->at, start);
    }
    fix->text = get_text(r);
  }
  return count;
}

/* -- findings -- */

static bool make_room(struct mdq_kept_list *list) {
  if (list->count < list->capacity) return true;
  size_t capacity = list->capacity ? list->capacity * 2 : 64;
  struct mdq_kept *items = capacity > SIZE_MAX / sizeof *items ? NULL : realloc(list->items, capacity * sizeof *items);
  if (!items) return false;
  list->items = items;
  list->capacity = capacity;
  return true;
}

/* With its NUL, so that it can be pointed at. */
static char *put_unit(char *out, const char *unit, size_t length) {
  return put_bytes(put_number(out, length), unit, length);
}

static const char *get_unit(struct reader *r) {
  size_t length = get_number(&r->at);
  const char *unit = length ? r->at : NULL;
  r->at += length;
  return unit;
}

/* What it takes at most. */
static size_t room_for(const struct mdq_finding *finding, size_t unit) {
  size_t room = 3 * MOST_OF_TEXT + finding->x.len + finding->y.len + finding->z.len + LONGEST_NUMBER + unit + MOST_OF_FIX + finding->fix.len + 1;
  for (size_t i = 0; i < finding->fix_count; i++) room += MOST_OF_FIX + finding->fixes[i].text.len;
  return room;
}

bool mdq_kept_may_share(const struct mdq_kept_list *list, const struct mdq_finding *finding) {
  return !finding->at.unit && stands_at(finding->x, list->bytes, &finding->at);
}

struct mdq_kept *mdq_kept_add_shared(struct mdq_kept_list *list, const struct mdq_rule *rule, const struct mdq_finding *finding, size_t texts) {
  if (!make_room(list)) return NULL;
  struct mdq_kept *kept = &list->items[list->count++];
  *kept = (struct mdq_kept){
    .rule = rule, .start = finding->at.start, .texts = texts, .length = (uint32_t)(finding->at.end - finding->at.start),
    .severity = (uint8_t)finding->severity, .certainty = (uint8_t)finding->certainty, .wording = finding->wording, .by_house = finding->by_house,
  };
  return kept;
}

struct mdq_kept *mdq_kept_add(struct mdq_kept_list *list, const struct mdq_rule *rule, const struct mdq_finding *finding) {
  size_t texts = list->texts.len, unit = finding->at.unit ? strlen(finding->at.unit) + 1 : 0;
  if (!mdq_buf_reserve(&list->texts, room_for(finding, unit))) return NULL;
  struct writer w; /* field by field, as a whole would be cleared first */
  w.list = list, w.finding = finding, w.out = list->texts.ptr + texts, w.memory.count = w.fixes = w.fix_bytes = 0;
  put_text(&w, finding->x);
  put_text(&w, finding->y);
  put_text(&w, finding->z);
  w.out = put_unit(w.out, finding->at.unit, unit);
  put_fixes(&w);
  list->texts.len = (size_t)(w.out - list->texts.ptr);
  return mdq_kept_add_shared(list, rule, finding, texts);
}

struct mdq_kept_texts mdq_kept_read(const struct mdq_kept_list *list, const struct mdq_kept *kept, struct mdq_replacement *fixes) {
  struct reader r;
  r.list = list, r.kept = kept, r.at = list->texts.ptr + kept->texts, r.memory.count = 0;
  struct mdq_kept_texts texts;
  texts.fix_count = 0;
  texts.x = get_text(&r);
  texts.y = get_text(&r);
  texts.z = get_text(&r);
  texts.unit = get_unit(&r);
  if (fixes) texts.fix_count = get_fixes(&r, fixes);
  return texts;
}

/* -- by place -- */

static size_t stretch_of(const struct mdq_kept_list *list, const struct mdq_kept *kept) {
  return kept->start >> list->stretch_bits;
}

static void sort_few(struct mdq_kept *items, size_t count, mdq_kept_order *order, void *user) {
  enum { FEW = 24 };
  if (count > FEW) {
    qsort_r(items, count, sizeof *items, order, user);
    return;
  }
  for (size_t i = 1; i < count; i++) {
    struct mdq_kept item = items[i];
    size_t k = i;
    for (; k && order(&items[k - 1], &item, user) > 0; k--) items[k] = items[k - 1];
    items[k] = item;
  }
}

void mdq_kept_sort(struct mdq_kept_list *list, mdq_kept_order *order, void *user) {
  for (size_t from = 0, to; from < list->count; from = to) {
    size_t stretch = stretch_of(list, &list->items[from]);
    for (to = from + 1; to < list->count && stretch_of(list, &list->items[to]) == stretch;) to++;
    sort_few(list->items + from, to - from, order, user);
  }
}

static int as_kept(const void *a, const void *b, void *user) {
  const struct mdq_kept *x = a, *y = b;
  return (void)user, (x->texts > y->texts) - (x->texts < y->texts);
}

/* Each goes where its stretch has room, and what stood there is next: without a second list. */
static void move_to_stretches(struct mdq_kept_list *list, uint32_t *next, const uint32_t *ends, size_t stretches) {
  for (size_t i = 0; i < stretches; i++) {
    while (next[i] < ends[i]) {
      struct mdq_kept item = list->items[next[i]];
      size_t stretch = stretch_of(list, &item), place = next[stretch]++;
      if (stretch == i) continue;
      list->items[next[i]] = list->items[place];
      list->items[place] = item;
    }
  }
}

void mdq_kept_spread(struct mdq_kept_list *list) {
  list->stretch_bits = 0;
  while (list->bytes.len >> list->stretch_bits > list->count) list->stretch_bits++;
  size_t stretches = (list->bytes.len >> list->stretch_bits) + 1;
  uint32_t *ends = list->count < UINT32_MAX ? calloc(2 * stretches + 1, sizeof *ends) : NULL;
  if (!ends) {
    list->stretch_bits = CHAR_BIT * sizeof(size_t) - 1;
    return;
  }
  uint32_t *next = ends + stretches;
  for (size_t i = 0; i < list->count; i++) ends[stretch_of(list, &list->items[i])]++;
  for (size_t i = 0; i < stretches; i++) {
    next[i + 1] = next[i] + ends[i];
    ends[i] = next[i + 1];
  }
  move_to_stretches(list, next, ends, stretches);
  free(ends);
  mdq_kept_sort(list, as_kept, NULL);
}
