/* Ranges and scores: "two to three million", "between 5 and 8", 2019-20, 3-1. */
#include "quantity/english.h"

enum {
  SCORE_AT_MOST = 150, /* what one side of a game scores */
  SCORE_REACH = 6      /* pieces between a score and the word that tells */
};

/* A word that tells of a game stands near pieces a to b. */
static bool near_game(const struct mdq_english_pieces *pieces, size_t a, size_t b) {
  for (size_t d = 1; d <= SCORE_REACH; d++)
    if (mdq_english_role_is(pieces, a - d, MDQ_ROLE_SCORE) || mdq_english_role_is(pieces, b + d, MDQ_ROLE_SCORE)) return true;
  return false;
}

/* "two to three million": the scale and the unit of the second number are the first one's too. */
static void share(struct mdq_quantity *from, const struct mdq_quantity *to) {
  double scale = to->magnitude && to->step > 0 ? to->step : 1;
  for (double s = 1e15; to->magnitude && s >= 1000; s /= 1000)
    if (to->value >= s) {
      scale = s;
      break;
    }
  bool same_kind = from->kind == MDQ_QUANTITY_PLAIN || from->kind == to->kind;
  if (to->magnitude && !from->magnitude && same_kind && from->value < 1000 && from->value * scale < to->value) {
    from->value *= scale;
    from->step = (from->step > 0 ? from->step : 1) * scale;
    from->magnitude = true;
  }
  if (from->kind == MDQ_QUANTITY_PLAIN && !from->unit && (to->kind == MDQ_QUANTITY_PERCENT || to->unit)) {
    from->kind = to->kind;
    from->unit = to->unit;
  }
}

/* "$2-3 billion": the sign is the second one's too. */
static void share_currency(const struct mdq_quantity *from, struct mdq_quantity *to) {
  if (from->kind != MDQ_QUANTITY_MONEY || to->kind != MDQ_QUANTITY_PLAIN || to->unit) return;
  to->kind = from->kind;
  to->unit = from->unit;
}

void mdq_english_pair(const struct mdq_english_pieces *pieces, struct mdq_quantity *a, size_t first, size_t between, size_t second, size_t end) {
  struct mdq_quantity *b = a + 1;
  const struct mdq_english_piece *p = mdq_english_piece(pieces, second);
  bool joined = p->hyphen || p->dash, spaced_dash = second == between + 1 && (mdq_english_mark(pieces, between, '-') || mdq_english_mark(pieces, between, 0x2013));
  bool named = a->kind == MDQ_QUANTITY_IDENTIFIER || b->kind == MDQ_QUANTITY_IDENTIFIER;
  bool small = a->value <= SCORE_AT_MOST && b->value <= SCORE_AT_MOST && a->kind == MDQ_QUANTITY_PLAIN && b->kind == MDQ_QUANTITY_PLAIN && !b->unit;
  bool measured = a->unit && a->kind != MDQ_QUANTITY_MONEY;
  if (named || (joined && measured)) return; /* "6-foot-6" */
  if (mdq_english_mark(pieces, between, '-') && second > between + 1) between++; /* "18- to 29-year-olds" */
  if (joined || spaced_dash) {
    share_currency(a, b);
    bool range = a->value < b->value && !(small && near_game(pieces, first, end - 1));
    if (a->kind == MDQ_QUANTITY_YEAR && b->kind == MDQ_QUANTITY_PLAIN && b->value < 100 && p->end - p->start == 2) { /* 1950-53 */
      b->value += a->value - (double)((int)a->value % 100);
      b->kind = MDQ_QUANTITY_YEAR;
      range = true;
    }
    if (!range && !small) return;
    a->part = range ? MDQ_QUANTITY_RANGE_FROM : MDQ_QUANTITY_SCORE_ONE;
    b->part = range ? MDQ_QUANTITY_RANGE_TO : MDQ_QUANTITY_SCORE_OTHER;
    if (range) share(a, b);
    return;
  }
  bool to = mdq_english_is(pieces, between, "to") && second == between + 1 + (b->first < p->token);
  bool and = mdq_english_is(pieces, between, "and") && mdq_english_is(pieces, first - 1 - (a->first < mdq_english_piece(pieces, first)->token), "between");
  bool or = mdq_english_is(pieces, between, "or") && second == between + 1;
  if (!to && !and && !or) return;
  if (to && !mdq_english_is(pieces, first - 1, "from") && small && a->value > b->value && near_game(pieces, first, end - 1)) {
    a->part = MDQ_QUANTITY_SCORE_ONE;
    b->part = MDQ_QUANTITY_SCORE_OTHER;
    return;
  }
  if (!or) a->part = MDQ_QUANTITY_RANGE_FROM;
  if (!or) b->part = MDQ_QUANTITY_RANGE_TO;
  share(a, b);
}
