/* The quantities of an Arabic text: each number once, in its order. */
#include "arabic/numerals.h"
#include "quantity/arabic_parts.h"
#include "quantity/nouns.h"
#include "quantity/units.h"
#include "quantity/words.h"

struct mdq_quantity *mdq_quantity_push(struct mdq_quantity_finder *f, size_t first, size_t last, double value) {
  struct mdq_quantities *found = f->found;
  struct mdq_quantity *q;
  if (found->count < found->capacity) q = &found->items[found->count++];
  else q = mdq_arena_push(f->arena, &found->items, &found->count, &found->capacity, sizeof *q);
  if (!q) {
    f->failed = true;
    return NULL;
  }
  *q = (struct mdq_quantity){ .first = (uint32_t)first, .last = (uint32_t)last, .value = value };
  return q;
}

/* The year of a date, and the two of «2023/2024». */
static void push_year(struct mdq_quantity_finder *f, size_t token, double value, bool in_date, bool hijri) {
  struct mdq_quantity *q = mdq_quantity_push(f, token, token, value);
  if (!q) return;
  q->kind = MDQ_QUANTITY_YEAR;
  q->step = 1;
  q->in_date = in_date;
  q->start = f->segment->tokens[token].start;
  q->end = f->segment->tokens[token].end;
  if (hijri) q->unit = mdq_unit_by_id(f->tables[MDQ_TABLE_UNITS], MDQ_SPAN_LIT("hijri"));
}

static void date_year(struct mdq_quantity_finder *f, const struct mdq_date *date) {
  const struct mdq_segment *s = f->segment;
  if (!date->year) return;
  if (date->figures) {
    push_year(f, date->last, date->year, true, date->calendar == MDQ_HIJRI);
    return;
  }
  for (size_t i = date->last + 1; i-- > date->first;) {
    unsigned digits;
    uint64_t value;
    if (!mdq_token_is(s, i, MDQ_TOKEN_NUM) || !mdq_numeral_whole(mdq_token_text(s, i), &digits, &value) || value != (uint64_t)date->year) continue;
    push_year(f, i, date->year, true, date->calendar == MDQ_HIJRI);
    return;
  }
}

/* «سيارتي إسعاف», but «سيارتي الجديدة» is "my car", of which speakers tell, in quotation marks. */
static bool before_a_noun(const struct mdq_segment *s, size_t i) {
  if (!mdq_token_is(s, i + 1, MDQ_TOKEN_AR) || !(s->tokens[i + 1].flags & MDQ_TOKEN_SPACED)) return false;
  static const char *const particles[] = { "في", "من", "على", "إلى", "عن", "مع", "هي", "أو", "ثم", "أن", "التي", "هذه", "لا", NULL };
  struct mdq_span next = mdq_token_v1(s, i + 1);
  if (mdq_span_is_one_of(next, particles)) return false;
  if (mdq_span_ends(mdq_token_v1(s, i), MDQ_SPAN_LIT("تا"))) return true;
  return !(s->tokens[i].flags & MDQ_TOKEN_QUOTED) && !(mdq_span_starts(next, MDQ_SPAN_LIT("ال")) || mdq_span_starts(next, MDQ_SPAN_LIT("و")));
}

/* «عامان»: two of the noun; «مرتين», "twice", as well. */
static bool dual(struct mdq_quantity_finder *f, size_t i, size_t *next) {
  const struct mdq_segment *s = f->segment;
  if ((s->tokens[i].word->number & MDQ_NUMBER_ROW) < MDQ_NUMBER_FIRST_DUAL) return false;
  struct mdq_number_word said = mdq_number_said(f->tables, s->tokens[i].word);
  if (said.form == 'c' && !before_a_noun(s, i)) return false;
  struct mdq_quantity *q = mdq_quantity_push(f, i, i, 2);
  *next = i + 1;
  if (!q) return true;
  q->start = s->tokens[i].start + (said.conjunction && mdq_span_starts(mdq_token_text(s, i), MDQ_SPAN_LIT("و")) ? 2u : 0u);
  q->end = s->tokens[i].end;
  q->spelled = q->dual = true;
  size_t last;
  q->unit = mdq_unit_at(f, i, &last);
  if (q->unit) q->last = (uint32_t)last;
  else q->unit = mdq_unit_arabic(f->tables[MDQ_TABLE_UNITS], said.text);
  if (q->unit && mdq_unit_is_money(q->unit)) q->kind = MDQ_QUANTITY_MONEY;
  *next = q->last + 1;
  /* «عامان اثنان» says it twice; «عامان ونصف العام» */
  if (mdq_span_starts(mdq_token_v2(s, *next), MDQ_SPAN_LIT("اثن"))) ++*next;
  double part = mdq_part_behind(f, *next, q->unit, &last);
  if (part > 0) {
    q->value = 2 + part;
    q->step = part == 0.5 ? 0.1 : 0.01;
    q->dual = false;
    q->last = (uint32_t)last;
    *next = q->last + 1;
  }
  return true;
}

static inline bool is_part(const struct mdq_quantity_finder *f, size_t i) {
  return mdq_token_is(f->segment, i, MDQ_TOKEN_AR) && (mdq_number_bits(f->tables, f->segment->tokens[i].word) & MDQ_NUMBER_PART_OF);
}

/* «جزء من المئة من الثانية», «أجزاء من الألف»: one of such parts, or some. */
static bool one_part(struct mdq_quantity_finder *f, size_t i, size_t *next) {
  static const char *const parts[] = { "جزء", "جزءا", "بجزء", "اجزاء", "باجزاء", "جزا", NULL };
  const struct mdq_segment *s = f->segment;
  if (!is_part(f, i) || !mdq_span_is_one_of(mdq_token_v2(s, i), parts)) return false;
  const struct mdq_unit *unit = NULL;
  size_t last;
  double below = mdq_parts_of(f, i + 1, &unit, &last);
  if (below == 0) return false;
  struct mdq_quantity *q = mdq_quantity_push(f, i, last, 1 / below);
  *next = last + 1;
  if (!q) return true;
  q->start = s->tokens[i].start;
  q->end = s->tokens[i + 2].end;
  q->step = 1 / below;
  q->spelled = true;
  q->unit = unit;
  return true;
}

/* «وربع» or the like stands behind token i, or behind one more word. */
static bool may_precede_part(const struct mdq_quantity_finder *f, size_t i) {
  static const char *const parts[] = { "ونصف", "وربع", "وثلاثه", NULL };
  const struct mdq_segment *s = f->segment;
  if (!is_part(f, i + 1) && !is_part(f, i + 2)) return false;
  return mdq_span_is_one_of(mdq_token_v2(s, i + 1), parts) || mdq_span_is_one_of(mdq_token_v2(s, i + 2), parts);
}

/* «عام ونصف العام», «درجة مئوية ونصف»: one and a half of a unit that stands alone. */
static bool one_and_half(struct mdq_quantity_finder *f, size_t i, size_t *next) {
  const struct mdq_segment *s = f->segment;
  struct mdq_noun noun;
  if (!may_precede_part(f, i) || !mdq_counted_noun(f->tables[MDQ_TABLE_COUNTED_NOUNS], mdq_token_v1(s, i), &noun) || !(noun.forms & (MDQ_NOUN_SINGULAR | MDQ_NOUN_ACCUSATIVE))) return false;
  size_t unit_last, last;
  const struct mdq_unit *unit = mdq_unit_at(f, i, &unit_last);
  double part = unit ? mdq_part_behind(f, unit_last + 1, unit, &last) : 0;
  if (part == 0) return false;
  struct mdq_quantity *q = mdq_quantity_push(f, i, last, 1 + part);
  *next = last + 1;
  if (!q) return true;
  q->start = s->tokens[i].start;
  q->end = s->tokens[unit_last + 1].end;
  q->step = part == 0.5 ? 0.1 : 0.01;
  q->spelled = true;
  q->unit = unit;
  if (mdq_unit_is_money(unit)) q->kind = MDQ_QUANTITY_MONEY;
  return true;
}

/* «الثمانينيات»: 80, or its first year where the century is said; «السداسي»: 6. */
static bool decade_or_adjective(struct mdq_quantity_finder *f, size_t i, size_t *next) {
  const struct mdq_segment *s = f->segment;
  struct mdq_number_word said = mdq_number_word(f->tables, s->tokens[i].word);
  if (said.class != MDQ_NUMBER_DECADE && said.class != MDQ_NUMBER_ADJECTIVE) return false;
  struct mdq_quantity *q = mdq_quantity_push(f, i, i, said.value);
  *next = i + 1;
  if (!q) return true;
  q->start = s->tokens[i].start;
  q->end = s->tokens[i].end;
  q->spelled = true;
  if (said.class == MDQ_NUMBER_ADJECTIVE) return true;
  q->kind = MDQ_QUANTITY_DECADE;
  size_t at = i + 1;
  if (mdq_span_is(mdq_token_v2(s, at), "من")) at++;
  if (!mdq_span_is(mdq_token_v2(s, at), "القرن")) return true;
  struct mdq_number_phrase phrase;
  struct mdq_span which = mdq_token_v2(s, at + 1);
  if (mdq_span_is(which, "الماضي") || mdq_span_is(which, "المنصرم")) {
    q->value += 1900;
    q->last = (uint32_t)at + 1;
  } else if (mdq_span_is(which, "الحالي") || mdq_span_is(which, "الجاري")) {
    q->value += 2000;
    q->last = (uint32_t)at + 1;
  } else if (mdq_number_phrase(f->tables, s, at + 1, &phrase) && phrase.value >= 2 && phrase.value <= 30) {
    q->value += (phrase.value - 1) * 100;
    q->last = (uint32_t)phrase.last;
  }
  *next = q->last + 1;
  return true;
}

/* «2023/2024», 1/2: figures that are no single number. */
static bool stroke(struct mdq_quantity_finder *f, size_t i, const struct mdq_numeral *n, size_t *next) {
  if (n->has_value) return false;
  *next = i + 1;
  bool stroke = n->part_count == 2 && n->parts[0].separator == '/';
  if (stroke && n->parts[0].digits == 4 && (n->parts[1].digits == 4 || n->parts[1].digits == 2) && n->parts[0].value >= 1900 && n->parts[0].value < 2200) {
    uint64_t second = n->parts[1].digits == 4 ? n->parts[1].value : n->parts[0].value / 100 * 100 + n->parts[1].value;
    push_year(f, i, (double)n->parts[0].value, false, false);
    push_year(f, i, (double)second, false, false);
    return true;
  }
  bool half = stroke && n->parts[0].value < n->parts[1].value && n->parts[0].value == 1 && n->parts[1].value <= 10;
  struct mdq_quantity *q = mdq_quantity_push(f, i, i, half ? (double)n->parts[0].value / (double)n->parts[1].value : (double)n->parts[0].value);
  if (!q) return true;
  q->kind = half ? MDQ_QUANTITY_PLAIN : MDQ_QUANTITY_IDENTIFIER;
  q->step = half ? 0 : 1;
  q->start = f->segment->tokens[i].start;
  q->end = f->segment->tokens[i].end;
  return true;
}

static bool is_negative(const struct mdq_segment *s, size_t i) {
  return i && mdq_token_glued(s, i) && (mdq_token_mark(s, i - 1, '-') || mdq_token_mark(s, i - 1, 0x2212)) && (s->tokens[i - 1].flags & MDQ_TOKEN_SPACED);
}

/* «العقد الثاني من القرن الحادي والعشرين»: the last two quantities make one, 2010. */
static void decade_of_century(struct mdq_quantity_finder *f) {
  struct mdq_quantities *found = f->found;
  if (found->count < 2) return;
  const struct mdq_quantity *century = &found->items[found->count - 1];
  const struct mdq_quantity *rank = &found->items[found->count - 2];
  bool close = century->kind == MDQ_QUANTITY_CENTURY && rank->kind == MDQ_QUANTITY_ORDINAL && rank->last + 3 == century->first && rank->first;
  if (!close || rank->value < 1 || rank->value > 10 || !mdq_token_v2_is(f->segment, rank->last + 1, "من")) return;
  struct mdq_span before = mdq_token_v2(f->segment, rank->first - 1);
  if (!mdq_span_ends(before, MDQ_SPAN_LIT("العقد")) && !mdq_span_ends(before, MDQ_SPAN_LIT("للعقد"))) return;
  mdq_quantities_join_decade(found);
}

/* «ساعة و34 دقيقة», «عاما وثلاثة أشهر»: the noun alone says one of the unit, before the number that was found last. */
static void one_before(struct mdq_quantity_finder *f, const struct mdq_number_phrase *phrase) {
  const struct mdq_segment *s = f->segment;
  if (!phrase->first || !phrase->conjunction || !f->found->items[f->found->count - 1].unit) return;
  const struct mdq_quantity smaller = f->found->items[f->found->count - 1];
  struct mdq_noun noun;
  size_t at = phrase->first - 1, last;
  if (!mdq_token_is(s, at, MDQ_TOKEN_AR) || mdq_span_starts(mdq_token_v2(s, at), MDQ_SPAN_LIT("ال"))) return;
  if (f->found->count > 1 && smaller.kind == MDQ_QUANTITY_PLAIN && f->found->items[f->found->count - 2].last >= at) return;
  if (!mdq_counted_noun(f->tables[MDQ_TABLE_COUNTED_NOUNS], mdq_token_v1(s, at), &noun) || !(noun.forms & (MDQ_NOUN_SINGULAR | MDQ_NOUN_ACCUSATIVE))) return;
  const struct mdq_unit *unit = mdq_unit_at(f, at, &last);
  bool time = unit && mdq_span_is(mdq_unit_dimension(unit), "time") && mdq_span_is(mdq_unit_dimension(smaller.unit), "time");
  if (!time || mdq_unit_worth(unit) <= mdq_unit_worth(smaller.unit) || !mdq_quantity_push(f, at, at, 1)) return;
  struct mdq_quantity *one = &f->found->items[f->found->count - 2];
  one[1] = smaller;
  *one = (struct mdq_quantity){ .first = (uint32_t)at, .last = (uint32_t)at, .start = s->tokens[at].start, .end = s->tokens[at].end, .value = 1, .unit = unit, .spelled = true };
}

/* «الثامن عشر بعد المئة»: the 118th. */
static void hundred_behind(const struct mdq_segment *s, struct mdq_quantity *q) {
  static const char *const hundred[] = { "الميه", "المايه", NULL };
  if (q->kind != MDQ_QUANTITY_ORDINAL || q->value >= 100 || !mdq_token_v2_is(s, q->last + 1, "بعد") || !mdq_span_is_one_of(mdq_token_v2(s, q->last + 2), hundred)) return;
  q->value += 100;
  q->last += 2;
  q->end = s->tokens[q->last].end;
}

/* Room for the number that is read next; NULL without memory. */
static struct mdq_number_phrase *room_for_number(struct mdq_quantity_finder *f) {
  if (!f->phrase) f->phrase = mdq_arena_room(f->arena, sizeof *f->phrase);
  f->failed = f->failed || !f->phrase;
  return f->failed ? NULL : f->phrase;
}

/* The quantity of the number that has been read. */
static struct mdq_quantity *push_number(struct mdq_quantity_finder *f) {
  const struct mdq_number_phrase *phrase = f->phrase;
  struct mdq_quantity *q = mdq_quantity_push(f, phrase->first, phrase->last, phrase->value);
  if (!q) return NULL;
  f->phrase = NULL; /* it is the quantity's now */
  q->phrase = phrase;
  q->start = phrase->start;
  q->end = phrase->end;
  q->step = phrase->step;
  q->spelled = !phrase->figures;
  q->ambiguous = phrase->ambiguous;
  q->magnitude = phrase->magnitude;
  return q;
}

static bool number(struct mdq_quantity_finder *f, size_t i, size_t *next) {
  struct mdq_number_phrase *phrase = room_for_number(f);
  if (!phrase || !mdq_number_phrase(f->tables, f->segment, i, phrase)) return false;
  struct mdq_quantity *q = push_number(f);
  *next = phrase->last + 1;
  if (!q) return true;
  if (phrase->figures && is_negative(f->segment, i)) q->value = -q->value;
  mdq_quantity_classify(f, phrase, q);
  hundred_behind(f->segment, q);
  *next = q->last + 1u > *next ? q->last + 1u : *next;
  decade_of_century(f);
  one_before(f, phrase);
  return true;
}

/* Most figures: what the rest of this file asks about has been ruled out. */
static bool lone_number(struct mdq_quantity_finder *f, size_t i, const struct mdq_numeral *figures, size_t *next) {
  struct mdq_number_phrase *phrase = mdq_quantity_stands_alone(f, i, figures) ? room_for_number(f) : NULL;
  if (!phrase || !mdq_lone_figures(f->segment, i, figures, phrase)) return false;
  struct mdq_quantity *q = push_number(f);
  if (!q) return true;
  mdq_quantity_classify_alone(f, phrase, q);
  *next = q->last + 1u;
  return true;
}

static size_t read_at(struct mdq_quantity_finder *f, size_t i) {
  const struct mdq_token *token = &f->segment->tokens[i];
  size_t next = i + 1;
  if (token->kind & (MDQ_TOKEN_LAT | MDQ_TOKEN_MIX)) return mdq_quantity_identifier(f, i, NULL, &next), next;
  if (token->kind == MDQ_TOKEN_NUM) {
    struct mdq_numeral n;
    bool plain = (token->flags & MDQ_TOKEN_PLAIN) != 0;
    if ((!plain && !mdq_numeral_read(mdq_token_text(f->segment, i), &n)) || lone_number(f, i, plain ? NULL : &n, &next)) return next;
    bool read = !mdq_is_format_argument(f->segment, i) && (!plain || mdq_numeral_read(mdq_token_text(f->segment, i), &n)) &&
                (mdq_quantity_identifier(f, i, &n, &next) || mdq_quantity_clock(f, i, &n, &next) || stroke(f, i, &n, &next) || number(f, i, &next));
    (void)read;
    return next;
  }
  if (token->kind != MDQ_TOKEN_AR) return next;
  bool clitic = mdq_token_is(f->segment, i + 1, MDQ_TOKEN_NUM) && mdq_token_glued(f->segment, i + 1);
  if (clitic && number(f, i, &next)) return next;
  if (one_and_half(f, i, &next) || one_part(f, i, &next) || !mdq_may_be_number(f->tables, token->word)) return next;
  bool read = mdq_quantity_clock(f, i, NULL, &next) || dual(f, i, &next) || decade_or_adjective(f, i, &next) || number(f, i, &next);
  (void)read;
  return next;
}

/* The next token, from token i on, at which there is anything to read: nearly all words are passed over. A part of a number tells of
   the two words before it, figures of a clitic that they touch. It is beyond `end` if there is none before that. */
static size_t next_start(struct mdq_quantity_finder *f, size_t i, size_t end) {
  const struct mdq_token *tokens = f->segment->tokens;
  const size_t limit = f->segment->token_count < end + 2 ? f->segment->token_count : end + 2, count = mdq_stops_count(f->stops, f->segment);
  for (size_t at; f->stop < count && (at = mdq_stop(f->stops, f->stop)) < limit; f->stop++) {
    size_t before;
    if (at < i) continue;
    if (tokens[at].kind == MDQ_TOKEN_AR) {
      unsigned number = mdq_number_bits(f->tables, tokens[at].word);
      if (!(number & (MDQ_NUMBER_OPENS | MDQ_NUMBER_PART_OF))) continue;
      before = number & MDQ_NUMBER_PART_OF ? 2 : is_part(f, at + 1);
    } else {
      if (!(tokens[at].kind & (MDQ_TOKEN_LAT | MDQ_TOKEN_MIX | MDQ_TOKEN_NUM))) continue;
      before = (tokens[at].kind == MDQ_TOKEN_NUM && mdq_token_glued(f->segment, at)) || is_part(f, at + 1);
    }
    return at - i > before ? at - before : i;
  }
  return end;
}

bool mdq_quantities_arabic(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_stops *stops, const struct mdq_table *const *tables,
                           const struct mdq_dates *dates, struct mdq_quantities *found) {
  *found = (struct mdq_quantities){ 0 };
  struct mdq_quantity_finder f = { .arena = arena, .segment = segment, .stops = stops, .tables = tables, .found = found };
  size_t date = 0;
  for (size_t i = 0; i < segment->token_count && !f.failed;) {
    while (date < dates->count && dates->items[date].last < i) date++;
    size_t end = date < dates->count ? dates->items[date].first : segment->token_count;
    size_t start = end > i ? next_start(&f, i, end) : i;
    if (start < end) {
      i = read_at(&f, start);
    } else if (date < dates->count) {
      date_year(&f, &dates->items[date]);
      i = dates->items[date].last + 1;
    } else {
      break;
    }
  }
  if (!f.failed) mdq_quantity_pairs(&f);
  return !f.failed;
}
