/* Times of day: «الساعة 10:30», «العاشرة والنصف مساء», «الساعة 15:00 بتوقيت غرينتش». */
#include "quantity/arabic_parts.h"

enum { HOUR = 60, NOON = 12 * HOUR, DAY = 24 * HOUR };

static bool hour_word_before(const struct mdq_quantity_finder *f, size_t i) {
  const struct mdq_segment *s = f->segment;
  static const char *const words[] = { "الساعه", "والساعه", "بالساعه", "للساعه", "ساعه", NULL };
  return i && (mdq_beside(f->tables, s, i - 1) & MDQ_BESIDE_HOUR) && mdq_span_is_one_of(mdq_token_v2(s, i - 1), words);
}

/* The words of a part of the day behind token i - 1: 'a' before noon, 'p' after noon, 'n' at night; '\0': none. */
static char part_of_day(const struct mdq_quantity_finder *f, size_t i, size_t *last) {
  const struct mdq_segment *s = f->segment;
  if (!(mdq_beside(f->tables, s, i) & MDQ_BESIDE_DAY_TIME)) return '\0';
  struct mdq_span word = mdq_token_v2(s, i), next = mdq_token_v2(s, i + 1);
  static const char *const after[] = { "بعد", NULL }, *const before[] = { "قبل", NULL };
  size_t at = i;
  if (mdq_span_is(word, "من") || mdq_span_is(word, "في")) {
    at++;
    word = next;
    next = mdq_token_v2(s, i + 2);
  }
  static const char *const evening[] = { "مساء", "المساء", "بعد", "العصر", NULL };
  if ((mdq_span_is_one_of(word, after) || mdq_span_is_one_of(word, before)) && (mdq_span_is(next, "ظهر") || mdq_span_starts(next, MDQ_SPAN_LIT("الظهر")))) {
    *last = at + 1;
    return mdq_span_is_one_of(word, after) ? 'p' : 'a';
  }
  if (!mdq_token_is(s, at, MDQ_TOKEN_AR)) return '\0';
  *last = at;
  if (mdq_span_is_one_of(word, evening)) return mdq_span_is(word, "بعد") ? '\0' : 'p';
  if (mdq_span_is(word, "الصباح") || mdq_span_is(word, "الفجر")) return 'a';
  struct mdq_number_word said = mdq_number_word(f->tables, s->tokens[at].word);
  if (said.class != MDQ_NUMBER_DAY_TIME || said.conjunction || at != i) return '\0';
  return mdq_span_is(word, "ليلا") ? 'n' : mdq_span_is_one_of(word, (const char *const[]){ "صباحا", "فجرا", "ص", NULL }) ? 'a' : 'p';
}

static double on_the_day(double minutes, char part) {
  if (part == 'p' && minutes < NOON) return minutes + NOON;
  if (part == 'a' && minutes >= NOON && minutes < NOON + HOUR) return minutes - NOON; /* 12:30 صباحا */
  if (part == 'n' && minutes >= 6 * HOUR && minutes < NOON) return minutes + NOON;
  if (part == 'n' && minutes >= NOON && minutes < NOON + HOUR) return minutes - NOON;
  return minutes;
}

/* «والنصف», «إلا ربعا» behind the hour: minutes, with the token after them; 0: none of these. */
static double parts_of_hour_behind(const struct mdq_segment *s, size_t *next) {
  struct mdq_span word = mdq_token_v2(s, *next), behind = mdq_token_v2(s, *next + 1);
  static const struct {
    const char *word;
    double minutes;
  } parts[] = { { "والنصف", 30 }, { "ونصف", 30 }, { "والربع", 15 }, { "وربع", 15 }, { "والثلث", 20 }, { "وثلث", 20 } };
  for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
    if (mdq_span_is(word, parts[k].word)) return ++*next, parts[k].minutes;
  if (mdq_span_is(word, "الا") && (mdq_span_starts(behind, MDQ_SPAN_LIT("ربع")) || mdq_span_is(behind, "الربع"))) return *next += 2, -15;
  if (mdq_span_is(word, "الا") && (mdq_span_starts(behind, MDQ_SPAN_LIT("ثلث")) || mdq_span_is(behind, "الثلث"))) return *next += 2, -20;
  return 0;
}

/* These, or «و20 دقيقة». */
static double minutes_behind(const struct mdq_quantity_finder *f, size_t *next) {
  static const char *const minute_words[] = { "دقيقه", "دقايق", "دقيقتين", NULL };
  const struct mdq_segment *s = f->segment;
  double part = mdq_beside(f->tables, s, *next) & MDQ_BESIDE_PART ? parts_of_hour_behind(s, next) : 0;
  if (part != 0) return part;
  struct mdq_number_phrase phrase;
  if (!mdq_number_phrase(f->tables, s, *next, &phrase) || !phrase.conjunction || phrase.value > 59 || phrase.ordinal) return 0;
  if (!mdq_span_is_one_of(mdq_token_v2(s, phrase.last + 1), minute_words)) return 0;
  *next = phrase.last + 2;
  return phrase.value;
}

static bool keep(struct mdq_quantity_finder *f, size_t first, size_t last, size_t number_last, double minutes, char part) {
  struct mdq_quantity *q = mdq_quantity_push(f, first, last, on_the_day(minutes, part));
  if (!q) return true;
  q->kind = MDQ_QUANTITY_CLOCK;
  q->start = f->segment->tokens[first].start;
  q->end = f->segment->tokens[number_last].end;
  q->step = 1;
  q->spelled = f->segment->tokens[first].kind != MDQ_TOKEN_NUM;
  return true;
}

/* 10:30, and with the hour said 10.30 and 10 alone. */
static bool figures(struct mdq_quantity_finder *f, size_t i, const struct mdq_numeral *n, size_t *next) {
  const struct mdq_segment *s = f->segment;
  if (n->part_count > 2 || n->parts[0].digits > 2 || n->parts[0].value > 24) return false;
  bool said = hour_word_before(f, i), two = n->part_count == 2;
  bool hour = i && (mdq_beside(f->tables, s, i - 1) & MDQ_BESIDE_HOUR);
  if (hour && mdq_span_ends(mdq_token_v2(s, i - 1), MDQ_SPAN_LIT("الدقيقه"))) return false; /* of a match */
  bool clock = two && n->parts[1].digits == 2 && n->parts[1].value < 60 && (n->parts[0].separator == ':' || (said && n->parts[0].separator != '/'));
  double minutes = (double)(n->parts[0].value * HOUR + (two ? n->parts[1].value : 0));
  size_t last = i;
  char part = part_of_day(f, i + 1, &last);
  if (!part) last = i;
  if (!clock && (two || !(said || (part && last > i && !mdq_span_is(mdq_token_v2(s, i + 1), "م") && !mdq_span_is(mdq_token_v2(s, i + 1), "ص"))))) return false;
  *next = last + 1;
  if (!part && !two) {
    minutes += minutes_behind(f, next);
    part = part_of_day(f, *next, &last);
    *next = part ? last + 1 : *next;
  }
  return keep(f, i, *next - 1, i, minutes, part);
}

/* «العاشرة والنصف», after «الساعة» or before a part of the day. */
static bool words(struct mdq_quantity_finder *f, size_t i, size_t *next) {
  struct mdq_number_phrase phrase;
  struct mdq_word *first = f->segment->tokens[i].word;
  if (!(mdq_number_bits(f->tables, first) & MDQ_NUMBER_ARTICLE) || mdq_number_word(f->tables, first).form != 'f') return false;
  if (!mdq_number_phrase(f->tables, f->segment, i, &phrase) || phrase.figures || phrase.value > 12 || !phrase.article || phrase.unit_form != 'f') return false;
  if (!phrase.ordinal && (int)phrase.value != 1) return false;
  size_t after = phrase.last + 1, last = phrase.last;
  double minutes = phrase.value * HOUR + minutes_behind(f, &after);
  char part = part_of_day(f, after, &last);
  if (!hour_word_before(f, i) && !part) return false;
  *next = part ? last + 1 : after;
  return keep(f, i, *next - 1, phrase.last, minutes, part);
}

bool mdq_quantity_clock(struct mdq_quantity_finder *f, size_t i, const struct mdq_numeral *n, size_t *next) {
  if (n) return figures(f, i, n, next);
  return mdq_token_is(f->segment, i, MDQ_TOKEN_AR) && words(f, i, next);
}
