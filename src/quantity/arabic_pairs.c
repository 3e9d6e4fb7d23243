/* Ranges and scores: «5-8», «من 5 إلى 8 مليارات», «بين 5 و8», 2019-20, «3-1». */
#include "quantity/arabic_parts.h"
#include "quantity/units.h"

enum { HIGHEST_SCORE = 30, CONTEXT = 12 };

bool mdq_is_range_dash(const struct mdq_segment *s, size_t i) {
  return mdq_token_mark(s, i, '-') || mdq_token_mark(s, i, 0x2010) || mdq_token_mark(s, i, 0x2011) || mdq_token_mark(s, i, 0x2012) ||
         mdq_token_mark(s, i, 0x2013) || mdq_token_mark(s, i, 0x2212) || mdq_token_mark(s, i, 0x0640);
}

/* Words that go with a result, a few tokens before it or behind it. */
static bool tells_of_a_match(const struct mdq_segment *s, size_t first, size_t last) {
  static const char *const starts[] = { "فاز", "فوز", "تعادل", "هزم", "هزيم", "خسر", "خسار", "تغلب", "بنتيج", "نتيج", "مبارا", "هدف", "اهداف", "تقدم", "شوط", "مجموع", "ركلات", "يفوز", "تفوق", NULL };
  size_t from = first > CONTEXT ? first - CONTEXT : 0, to = last + CONTEXT < s->token_count ? last + CONTEXT : s->token_count;
  for (size_t i = from; i < to; i++) {
    struct mdq_span word = mdq_token_v2(s, i);
    for (size_t k = 0; word.len && starts[k]; k++) {
      struct mdq_span start = mdq_span_str(starts[k]);
      if (mdq_span_starts(word, start) || (word.len > 2 && mdq_span_starts(mdq_span_sub(word, 2, word.len), start)) ||
          (word.len > 4 && mdq_span_starts(mdq_span_sub(word, 4, word.len), start))) return true;
    }
  }
  return false;
}

static bool is_plain_figure(const struct mdq_quantity *q) {
  return !q->spelled && !q->magnitude && (q->kind == MDQ_QUANTITY_PLAIN || q->kind == MDQ_QUANTITY_YEAR);
}

static bool is_score(const struct mdq_segment *s, const struct mdq_quantity *a, const struct mdq_quantity *b) {
  if (!is_plain_figure(a) || !is_plain_figure(b) || a->unit || b->unit || a->value > HIGHEST_SCORE * 5 || b->value > HIGHEST_SCORE * 5) return false;
  if (a->step != 1 || b->step != 1) return false;
  return a->value >= b->value || tells_of_a_match(s, a->first, b->last);
}

/* What one end says holds for both: «من 5 إلى 8 مليارات دولار». */
static void share(struct mdq_quantity *a, struct mdq_quantity *b, double scale) {
  if (!a->unit && a->kind == MDQ_QUANTITY_PLAIN && (b->kind == MDQ_QUANTITY_PERCENT || b->kind == MDQ_QUANTITY_MONEY || b->kind == MDQ_QUANTITY_PLAIN)) {
    a->kind = b->kind;
    a->unit = b->unit;
  } else if (!b->unit && b->kind == MDQ_QUANTITY_PLAIN && a->kind == MDQ_QUANTITY_MONEY) {
    b->kind = a->kind;
    b->unit = a->unit;
  }
  if (!a->magnitude && !a->spelled && b->magnitude && !b->spelled && scale > 1 && a->value < 1000 && a->kind == b->kind) {
    a->value *= scale;
    a->step *= scale;
    a->magnitude = true;
  }
}

static bool may_be_year(const struct mdq_quantity *q) {
  return q->kind == MDQ_QUANTITY_PLAIN && !q->unit && !q->spelled && !q->magnitude && q->step == 1;
}

/* 2019-20, «عامي 2010 و2014», 465-540 هـ: where one end is a year, so is the other. */
static void complete_years(struct mdq_quantity *a, struct mdq_quantity *b) {
  if (b->kind == MDQ_QUANTITY_YEAR && may_be_year(a) && a->value < b->value) {
    a->kind = MDQ_QUANTITY_YEAR;
    a->unit = b->unit;
  }
  if (a->kind != MDQ_QUANTITY_YEAR || !may_be_year(b)) return;
  double century = (double)((int)a->value / 100) * 100;
  bool short_form = b->value < 100 && b->value > a->value - century;
  if (short_form) b->value += century;
  if (short_form || (b->value > a->value && b->value < 2200)) b->kind = MDQ_QUANTITY_YEAR;
}

static double scale_of(const struct mdq_quantity *q) {
  double scale = 1;
  while (q->magnitude && scale * 1000 <= q->value) scale *= 1000;
  return scale;
}

/* «بين 5 و8», «بين عامي 2015 و2020» */
static bool is_between(const struct mdq_segment *s, size_t i) {
  static const char *const pairs[] = { "عامي", "سنتي", "الساعه", "يومي", "الاعوام", NULL };
  if (i && mdq_span_is_one_of(mdq_token_v2(s, i - 1), pairs)) i--;
  return i && (mdq_token_v2_is(s, i - 1, "بين") || mdq_token_v2_is(s, i - 1, "مابين"));
}

static void pair(const struct mdq_quantity_finder *f, struct mdq_quantity *a, struct mdq_quantity *b) {
  const struct mdq_segment *s = f->segment;
  size_t gap = a->last + 1;
  if (a->kind == MDQ_QUANTITY_IDENTIFIER || b->kind == MDQ_QUANTITY_IDENTIFIER || a->part == MDQ_QUANTITY_RANGE_TO || a->part == MDQ_QUANTITY_SCORE_OTHER) return;
  bool dash = b->first == gap + 1 && mdq_is_range_dash(s, gap);
  bool to = b->first == gap + 1 && (mdq_token_v2_is(s, gap, "الي") || mdq_token_v2_is(s, gap, "حتي"));
  bool and = b->first == gap && is_between(s, a->first) && mdq_span_starts(mdq_token_text(s, b->first), MDQ_SPAN_LIT("و"));
  if (!dash && !to && !and) return;
  if (dash && is_score(s, a, b)) {
    a->part = MDQ_QUANTITY_SCORE_ONE;
    b->part = MDQ_QUANTITY_SCORE_OTHER;
    a->kind = b->kind = MDQ_QUANTITY_PLAIN;
    return;
  }
  a->part = MDQ_QUANTITY_RANGE_FROM;
  b->part = MDQ_QUANTITY_RANGE_TO;
  complete_years(a, b);
  share(a, b, scale_of(b));
}

void mdq_quantity_pairs(const struct mdq_quantity_finder *f) {
  struct mdq_quantity *items = f->found->items;
  for (size_t i = 0; i + 1 < f->found->count; i++) pair(f, &items[i], &items[i + 1]);
}
