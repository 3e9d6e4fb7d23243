/* Per cent, money, a year, a century: what kind of quantity a number is. */
#include "arabic/numerals.h"
#include "quantity/arabic_parts.h"
#include "quantity/nouns.h"
#include "quantity/units.h"

enum { EARLIEST_YEAR = 1000, LATEST_YEAR = 2199 };

static bool is_percent_sign(const struct mdq_segment *s, size_t i) {
  return mdq_token_mark(s, i, '%') || mdq_token_mark(s, i, 0x066A);
}

/* «في المئة يوم الأربعاء» goes on with a date; «يوم الأولى» does not. */
static bool goes_on_with_a_date(const struct mdq_segment *s, size_t i) {
  static const char *const which[] = { "الاولي", "الاخيره", "الماضيه", "المقبله", "القادمه", NULL };
  return mdq_starts_a_date(s, i) && !mdq_span_is_one_of(mdq_token_v2(s, i + 1), which);
}

/* «في المئة», «بالمئة»: how many tokens, 0: none. «في المئة يوم الأولى» counts something else. */
static size_t percent_words(const struct mdq_segment *s, size_t i) {
  static const char *const one[] = { "بالميه", "بالمايه", NULL }, *const hundred[] = { "الميه", "المايه", NULL };
  static const char *const counted[] = { "يوم", "عام", "سنه", "الف", "مليون", "متر", "كيلومتر", "كيلو", "دولار", "ساعه", "شهر", NULL };
  size_t length = mdq_span_is_one_of(mdq_token_v2(s, i), one) ? 1 : mdq_span_is(mdq_token_v2(s, i), "في") && mdq_span_is_one_of(mdq_token_v2(s, i + 1), hundred) ? 2 : 0;
  return length && mdq_span_is_one_of(mdq_token_v2(s, i + length), counted) && !goes_on_with_a_date(s, i + length) ? 0 : length;
}

static bool percent(const struct mdq_quantity_finder *f, struct mdq_quantity *q, unsigned behind_it) {
  const struct mdq_segment *s = f->segment;
  size_t words = behind_it & MDQ_BESIDE_PERCENT ? percent_words(s, q->last + 1) : 0;
  bool behind = is_percent_sign(s, q->last + 1);
  bool before = !behind && q->first && is_percent_sign(s, q->first - 1) && !mdq_token_is(s, q->first - 2, MDQ_TOKEN_NUM);
  if (!words && !behind && !before) return false;
  q->kind = MDQ_QUANTITY_PERCENT;
  q->last += (uint32_t)(words ? words : behind);
  q->first -= before;
  return true;
}

static bool has_article(struct mdq_span v2);

/* «الأشهر الثلاثة»: the unit stands before its number, both with the article. */
static const struct mdq_unit *unit_of_adjective(const struct mdq_quantity_finder *f, const struct mdq_number_phrase *phrase) {
  size_t at;
  if (!phrase->article || !phrase->first || !has_article(mdq_token_v2(f->segment, phrase->first - 1))) return NULL;
  const struct mdq_unit *found = mdq_unit_at(f, phrase->first - 1, &at);
  return found && at + 1 == phrase->first && !mdq_unit_is_money(found) ? found : NULL;
}

static void unit(const struct mdq_quantity_finder *f, const struct mdq_number_phrase *phrase, struct mdq_quantity *q, unsigned behind) {
  size_t at;
  if ((q->unit = unit_of_adjective(f, phrase))) return;
  const struct mdq_unit *found = mdq_unit_before(f, q->first, &at);
  if (found) {
    q->first = (uint32_t)at;
  } else {
    if (mdq_token_is(f->segment, q->last + 1, MDQ_TOKEN_AR) && !(behind & MDQ_BESIDE_UNIT)) return;
    bool of = mdq_span_is(mdq_token_v2(f->segment, q->last + 1), "من"); /* «ملايين من الدولارات», but «31 من الشهر» */
    if (of && !phrase->magnitude && !phrase->vague) return;
    found = mdq_unit_at(f, q->last + 1, &at);
    if (!found) return;
    q->last = (uint32_t)at;
  }
  q->unit = found;
  if (mdq_unit_is_money(found)) q->kind = MDQ_QUANTITY_MONEY;
}

/* -- years -- */

/* A word behind the number that is counted by it: «1950 مقاتلا», «2000 شخص». */
static bool counts_behind(const struct mdq_quantity_finder *f, size_t i) {
  struct mdq_noun noun;
  struct mdq_span word = mdq_token_v1(f->segment, i);
  if (!word.len) return false;
  if ((mdq_beside(f->tables, f->segment, i) & MDQ_BESIDE_NOUN) && mdq_counted_noun(f->tables[MDQ_TABLE_COUNTED_NOUNS], word, &noun)) return (noun.forms & (MDQ_NOUN_SINGULAR | MDQ_NOUN_ACCUSATIVE)) != 0;
  static const char *const not_nouns[] = { "اذا", "هذا", "ما", "لا", "الا", "كما", "عندما", "بينما", "مما", "وما", "ولا", "اما", "فيما", "منها", "منذ", "ايضا", NULL };
  bool accusative = mdq_span_ends(word, MDQ_SPAN_LIT("ا")) && word.len > 6 && !mdq_span_starts(word, MDQ_SPAN_LIT("و")) && !mdq_span_starts(word, MDQ_SPAN_LIT("ال"));
  return accusative && !mdq_span_is_one_of(mdq_token_v2(f->segment, i), not_nouns);
}

static bool hijri_behind(const struct mdq_quantity_finder *f, struct mdq_quantity *q) {
  struct mdq_span mark = mdq_token_v2(f->segment, q->last + 1);
  bool hijri = mdq_span_is(mark, "ه") || mdq_span_is(mark, "هجري") || mdq_span_is(mark, "هجريه") || mdq_span_is(mark, "للهجره");
  bool common = mdq_span_is(mark, "م") || mdq_span_is(mark, "ميلادي") || mdq_span_is(mark, "ميلاديه") || mdq_span_is(mark, "للميلاد");
  if (!hijri && !(common && q->value >= EARLIEST_YEAR && q->value <= LATEST_YEAR)) return false;
  q->kind = MDQ_QUANTITY_YEAR;
  q->last++;
  if (hijri) q->unit = mdq_unit_by_id(f->tables[MDQ_TABLE_UNITS], MDQ_SPAN_LIT("hijri"));
  return true;
}

/* The number of digits of figures without separators; 0: there are some. */
static unsigned whole_digits(const struct mdq_segment *s, size_t i) {
  struct mdq_span text = mdq_token_text(s, i);
  unsigned digits;
  uint64_t value;
  if (s->tokens[i].flags & MDQ_TOKEN_PLAIN) return (unsigned)text.len;
  return mdq_numeral_whole(text, &digits, &value) ? digits : 0;
}

static bool year(const struct mdq_quantity_finder *f, const struct mdq_number_phrase *phrase, struct mdq_quantity *q, unsigned before, unsigned behind) {
  const struct mdq_segment *s = f->segment;
  bool whole = q->value == (double)(long long)q->value && !phrase->fraction && !phrase->vague;
  if (!whole || q->value < 1 || q->value > LATEST_YEAR) return false;
  unsigned digits = !phrase->figures ? 4 : phrase->words ? 0 : whole_digits(s, phrase->figure);
  if (!digits) return false;
  if ((behind & MDQ_BESIDE_ERA) && hijri_behind(f, q)) return true;
  if (q->value < EARLIEST_YEAR || digits != 4) return false;
  bool said = before & MDQ_BESIDE_YEAR;
  if (!said && (!phrase->figures || q->value < 1900 || q->value > 2100)) return false;
  if (!said && counts_behind(f, q->last + 1)) return false;
  q->kind = MDQ_QUANTITY_YEAR;
  return true;
}

/* -- what the words themselves say -- */

static bool has_article(struct mdq_span v2) {
  return mdq_span_starts(v2, MDQ_SPAN_LIT("ال")) || mdq_span_starts(v2, MDQ_SPAN_LIT("وال")) || mdq_span_starts(v2, MDQ_SPAN_LIT("بال")) || mdq_span_starts(v2, MDQ_SPAN_LIT("لل"));
}

/* «القرن الحادي والعشرين», «القرن الـ21», «القرنين 19 و20»; ordinals; «الذكرى الـ25». */
static bool rank(const struct mdq_quantity_finder *f, const struct mdq_number_phrase *phrase, struct mdq_quantity *q, unsigned before, unsigned behind) {
  bool second = f->found->count > 1 && phrase->conjunction && q[-1].kind == MDQ_QUANTITY_CENTURY && q[-1].last + 1 == phrase->first;
  bool whole = q->value == (double)(int)q->value && !phrase->fraction && !phrase->vague;
  if (whole && q->value >= 1 && q->value <= 30 && ((before & MDQ_BESIDE_CENTURY) || second)) {
    q->kind = MDQ_QUANTITY_CENTURY;
    return true;
  }
  if (phrase->ordinal) {
    q->kind = MDQ_QUANTITY_ORDINAL;
    return true;
  }
  bool tens = phrase->words && phrase->article && phrase->rest >= 20 && phrase->rest == phrase->value;
  bool figure = phrase->figures && !phrase->words && phrase->article;
  if ((!tens && !figure) || !phrase->first || !has_article(mdq_token_v2(f->segment, phrase->first - 1)) || (behind & MDQ_BESIDE_NOUN)) return false;
  q->kind = MDQ_QUANTITY_ORDINAL;
  return true;
}

static bool is_about(const struct mdq_quantity_finder *f, const struct mdq_number_phrase *phrase, const struct mdq_quantity *q, unsigned before, unsigned behind) {
  const struct mdq_segment *s = f->segment;
  if ((behind & MDQ_BESIDE_COMPARED) && mdq_span_is(mdq_token_v2(s, q->last + 1), "تقريبا")) return true;
  if (before & MDQ_BESIDE_ABOUT) return true;
  size_t than = phrase->first - 2;
  return phrase->first > 1 && mdq_token_is(s, than + 1, MDQ_TOKEN_AR) && (mdq_beside(f->tables, s, than) & MDQ_BESIDE_COMPARED) &&
         !mdq_span_is(mdq_token_v2(s, than), "تقريبا");
}

/* «مجموعة السبع» */
static bool is_group(const struct mdq_segment *s, size_t i) {
  static const char *const words[] = { "مجموعه", "ومجموعه", "لمجموعه", "بمجموعه", "دول", NULL };
  return i && mdq_span_is_one_of(mdq_token_v2(s, i - 1), words);
}

double mdq_part_behind(const struct mdq_quantity_finder *f, size_t i, const struct mdq_unit *unit, size_t *last) {
  const struct mdq_segment *s = f->segment;
  if (!(mdq_beside(f->tables, s, i) & MDQ_BESIDE_PART)) return 0;
  struct mdq_span word = mdq_token_v2(s, i);
  bool quarters = mdq_span_is(word, "وثلاثه") && mdq_span_is(mdq_token_v2(s, i + 1), "ارباع");
  double part = quarters ? 0.75 : mdq_span_is(word, "ونصف") || mdq_span_is(word, "والنصف") ? 0.5 : mdq_span_is(word, "وربع") ? 0.25 : 0;
  if (part == 0) return 0;
  *last = i + quarters;
  size_t at;
  const struct mdq_unit *of = mdq_token_is(s, *last + 1, MDQ_TOKEN_AR) ? mdq_unit_at(f, *last + 1, &at) : NULL;
  if (!of) return part;
  /* «درجتان مئويتان ونصف الدرجة»: the unit again, in short */
  if (!mdq_span_starts(mdq_token_v2(s, *last + 1), MDQ_SPAN_LIT("ال")) || !mdq_units_agree(of, unit)) return 0;
  *last = at;
  return part;
}

/* «ثلاثة أعوام ونصف العام»: half of what is counted, after its noun. */
static void half_behind(struct mdq_quantity *q, const struct mdq_quantity_finder *f) {
  size_t last;
  double part = mdq_part_behind(f, q->last + 1, q->unit, &last);
  if (part == 0) return;
  q->value += part;
  q->step = part == 0.5 ? 0.1 : 0.01;
  q->last = (uint32_t)last;
}

double mdq_parts_of(const struct mdq_quantity_finder *f, size_t i, const struct mdq_unit **unit, size_t *last) {
  static const char *const hundred[] = { "الميه", "المايه", "ميه", "مايه", NULL }, *const thousand[] = { "الالف", "الف", NULL };
  const struct mdq_segment *s = f->segment;
  if (!mdq_span_is(mdq_token_v2(s, i), "من")) return 0;
  double below = mdq_span_is_one_of(mdq_token_v2(s, i + 1), hundred) ? 100 : mdq_span_is_one_of(mdq_token_v2(s, i + 1), thousand) ? 1000 : 0;
  size_t at;
  *last = i + 1;
  if (below == 0 || !mdq_span_is(mdq_token_v2(s, i + 2), "من")) return below;
  *unit = mdq_unit_at(f, i + 2, &at);
  if (!*unit) *unit = mdq_unit_at(f, i + 3, &at);
  if (*unit) *last = at;
  return below;
}

/* «12 جزءا من المئة من الثانية», «ثلاثة أجزاء من الألف»: hundredths, thousandths, and of what. */
static bool parts_behind(const struct mdq_quantity_finder *f, struct mdq_quantity *q) {
  static const char *const parts[] = { "جزء", "جزءا", "اجزاء", "جزا", NULL };
  const struct mdq_segment *s = f->segment;
  size_t at = q->last + 1;
  bool said = mdq_span_is_one_of(mdq_token_v2(s, at), parts);
  const struct mdq_unit *unit = NULL;
  size_t last;
  double below = mdq_parts_of(f, at + said, &unit, &last);
  if (below == 0 || (!said && !unit)) return false; /* «خمسة من مئة شخص» */
  q->unit = unit;
  q->value /= below;
  q->step = 1 / below;
  q->last = (uint32_t)last;
  return true;
}

void mdq_quantity_classify(const struct mdq_quantity_finder *f, const struct mdq_number_phrase *phrase, struct mdq_quantity *q) {
  q->kind = phrase->vague ? MDQ_QUANTITY_VAGUE : MDQ_QUANTITY_PLAIN;
  const unsigned before = phrase->first ? mdq_beside(f->tables, f->segment, phrase->first - 1) : 0;
  const unsigned behind = mdq_beside(f->tables, f->segment, q->last + 1u);
  q->approximate = is_about(f, phrase, q, before, behind);
  if (phrase->article && is_group(f->segment, phrase->first)) {
    q->kind = MDQ_QUANTITY_IDENTIFIER;
    return;
  }
  if (((behind & MDQ_BESIDE_PART) && parts_behind(f, q)) || percent(f, q, behind) || rank(f, phrase, q, before, behind)) return;
  if (year(f, phrase, q, before, behind)) return;
  unit(f, phrase, q, behind);
  if (phrase->vague) q->kind = MDQ_QUANTITY_VAGUE;
  if (q->unit && q->kind == MDQ_QUANTITY_PLAIN && !phrase->fraction) half_behind(q, f);
}

/* -- figures that nothing tells more of -- */

/* The word, comma or opening before the figures at token i does not say what they are. */
static bool nothing_tells_before(const struct mdq_quantity_finder *f, size_t i) {
  const unsigned tells = MDQ_BESIDE_LABEL | MDQ_BESIDE_PRODUCT | MDQ_BESIDE_ABOUT | MDQ_BESIDE_CENTURY | MDQ_BESIDE_HOUR;
  if (!i) return true;
  if (mdq_token_glued(f->segment, i)) return false;
  if (!mdq_token_is(f->segment, i - 1, MDQ_TOKEN_AR)) return mdq_token_is_comma(f->segment, i - 1);
  return !(mdq_beside(f->tables, f->segment, i - 1) & tells) && !(mdq_beside(f->tables, f->segment, i - 2) & MDQ_BESIDE_COMPARED);
}

/* Nor does the word behind them, but for a unit, and they go on in no word or figures there. */
static bool nothing_tells_behind(const struct mdq_quantity_finder *f, size_t i, bool may_be_hour) {
  const struct mdq_segment *s = f->segment;
  const unsigned tells = MDQ_BESIDE_COMPARED | MDQ_BESIDE_PART | MDQ_BESIDE_ERA | (may_be_hour ? MDQ_BESIDE_DAY_TIME : 0);
  if (!mdq_figures_end(f->tables, s, i)) return false;
  unsigned behind = mdq_beside(f->tables, s, i + 1);
  return !(behind & tells) && !((behind & MDQ_BESIDE_PERCENT) && percent_words(s, i + 1));
}

bool mdq_quantity_stands_alone(const struct mdq_quantity_finder *f, size_t i, const struct mdq_numeral *figures) {
  enum { LONGEST_HOUR = 2, LONGEST = 8 /* longer ones are names */ };
  struct mdq_span text = mdq_token_text(f->segment, i);
  bool named = figures ? !figures->has_value || mdq_is_long_or_padded(text, figures) : text.len > LONGEST || (text.ptr[0] == '0' && text.len > 2);
  size_t digits = !figures ? text.len : figures->part_count == 1 ? figures->parts[0].digits : LONGEST;
  return !named && nothing_tells_before(f, i) && nothing_tells_behind(f, i, digits <= LONGEST_HOUR);
}

void mdq_quantity_classify_alone(const struct mdq_quantity_finder *f, const struct mdq_number_phrase *phrase, struct mdq_quantity *q) {
  const unsigned behind = mdq_beside(f->tables, f->segment, q->last + 1u);
  q->kind = MDQ_QUANTITY_PLAIN;
  if (is_percent_sign(f->segment, q->last + 1u)) {
    q->kind = MDQ_QUANTITY_PERCENT;
    q->last++;
    return;
  }
  if (q->value >= EARLIEST_YEAR && year(f, phrase, q, mdq_beside(f->tables, f->segment, phrase->first - 1), behind)) return;
  if (behind & MDQ_BESIDE_UNIT) unit(f, phrase, q, behind);
  if (q->unit && q->kind == MDQ_QUANTITY_PLAIN) half_behind(q, f);
}
