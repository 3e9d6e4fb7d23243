/* Two dates that do not go together: the Islamic and the Gregorian date of one day, the ends of a span of time, and figures
   whose order other dates contradict. */
#include "arabic/dates_weekday.h"
#include "arabic/hijri.h"
#include "arabic/numerals.h"
#include "lint/facts.h"
#include "lint/rule.h"
#include "rules/date/weekday.h"

enum { HIJRI, RANGE, FORMAT };
enum { WHOLE_DATES = 1 };               /* of HIJRI */
enum { OTHER_DAY = 1, OTHER_ORDER }; /* wordings of FORMAT */

static const struct mdq_rule rules[] = {
  [HIJRI] = {
    .id = "date/hijri-mismatch", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "An Islamic and a Gregorian date that are not the same day", "تاريخ هجري لا يوافق الميلادي المذكور معه" },
    .rationale = { "The two dates stand for one day, and are more than two days apart; or the years never overlap. Months that begin by sighting the moon differ by a day or two at most.",
                   "يدل التاريخان على يوم واحد وبينهما أكثر من يومين، أو لا تلتقي السنتان. ولا يغيّر اختلاف رؤية الهلال إلا يومًا أو يومين." },
    .message = { "“{x}” falls on about {y}, not on “{z}”", "«{x}» يوافق نحو {y} لا «{z}»" },
    .wordings = (const struct mdq_text[]){
      [WHOLE_DATES - 1] = { "“{x}”: the Islamic date falls on about {z} («{y}»)", "«{x}»: يوافق التاريخ الهجري نحو {y}" }, { 0 } },
    .bad = (const struct mdq_example[]){
      { .text = "صدر القرار في 10 رمضان 1445 هـ الموافق 20 أبريل 2024" }, { .text = "توفي الفقيه سنة 656هـ/1358م في بغداد" },
      { .text = "تبدأ الدراسة الأحد 12/3/1446هـ الموافق 15/7/2024م" }, { .text = "افتُتحت المكتبة عام 2019م (1430هـ) بعد ترميمها" },
      { .text = "يوافق الأول من محرم 1447هـ السادس والعشرين من أغسطس 2025م" }, { .text = "كان 10 رمضان 1445هـ يصادف 20 أبريل 2024" }, { 0 } },
    .good = (const char *const[]){
      "صدر القرار في 10 رمضان 1445 هـ الموافق 20 مارس 2024", "صدر القرار في 10 رمضان 1445 هـ الموافق 21 مارس 2024", "توفي الفقيه سنة 656هـ/1258م في بغداد",
      "تبدأ الدراسة الأحد 12/3/1446هـ الموافق 15/9/2024م", "افتُتحت المكتبة عام 2019م (1440هـ) ورُممت عام 1445هـ، وفي 2016 أغلقت", "عاش بين (600-656هـ/1203-1258م) في بغداد", "مقامات القرن 4 هـ/10 م", "حكم ابن طولون (220 هـ/835 م – 270 هـ/884 م)",
      "تقام الدورة من 19 - 21 شوال 1436هـ الموافق 4 - 6 أغسطس 2015م",
      "يوافق الأول من محرم 1447هـ السادس والعشرين من يونيو 2025م", "كان 10 رمضان 1445هـ يصادف 20 مارس 2024", "يوافق العيد 10 ذي الحجة 1446هـ، ويصادف 3 مايو 2024 موعد القرعة",
      "صدر في 5 رمضان 1440 هـ، ثم عُدّل في 3 مايو 2024", NULL },
  },
  [RANGE] = {
    .id = "date/range-reversed", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "A span of time that ends before it begins", "مدة تنتهي قبل أن تبدأ" },
    .rationale = { "The second date lies before the first. Figures of right-to-left text are easily put down in the wrong order.", "التاريخ الثاني سابق للأول، وكثيرًا ما ينقلب ترتيب الأرقام في النص العربي." },
    .message = { "“{x}” ends before it begins; “{y}”?", "«{x}»: النهاية قبل البداية، ولعل الصواب «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "يقام المعرض من 15 إلى 10 مارس في الشارقة", .fixed = "يقام المعرض من 10 إلى 15 مارس في الشارقة" },
      { .text = "تمتد الهدنة من 20 مايو 2024 حتى 3 أبريل 2024", .fixed = "تمتد الهدنة من 3 أبريل 2024 حتى 20 مايو 2024" },
      { .text = "تستمر الدورة بين 18 و12 يونيو المقبل", .fixed = "تستمر الدورة بين 12 و18 يونيو المقبل" }, { 0 } },
    .good = (const char *const[]){
      "يقام المعرض من 10 إلى 15 مارس في الشارقة", "تمتد الهدنة من 20 مايو إلى 3 أبريل", "تمتد الهدنة من 20 نوفمبر 2024 حتى 3 أبريل 2025", "يقام المعرض من 28 إلى 2 مارس",
      "قررت الهيئة تقديم موعد الاقتراع من 3 نوفمبر 2019 إلى 24 يونيو 2018",
"رُفعت الدعوى من 15 مواطنا إلى 10 مارس", NULL },
  },
  [FORMAT] = {
    .id = "date/format-ambiguous", .severity = MDQ_NOTE, .certainty = MDQ_POSSIBLE, .category = "locale-convention/date-format", .since = "0.1",
    .summary = { "A date in figures that can be read in two ways", "تاريخ بالأرقام يحتمل قراءتين" },
    .rationale = { "Arabic dates run day, month, year. Another date of the draft, or its source, shows that the month comes first here, so that a reader will take one for the other. A source that has the same order settles it.",
                   "يُكتب التاريخ بالعربية: اليوم فالشهر فالسنة. وفي النص تاريخ آخر، أو في الأصل، يدل على تقديم الشهر، فيلتبس أحدهما بالآخر. فإن وافقه الأصل فلا لبس." },
    .message = { "“{x}” can be read in two ways, as “{y}” puts the month first", "«{x}» يحتمل قراءتين، فقد قُدّم الشهر على اليوم في «{y}»" },
    .wordings = (const struct mdq_text[]){
      [OTHER_DAY - 1] = { "“{x}” reads as another day than “{y}” in the source", "«{x}» يُقرأ يوما غير «{y}» الذي في الأصل" },
      [OTHER_ORDER - 1] = { "“{x}” has its figures in another order than “{y}” in the source", "ترتيب الأرقام في «{x}» غير ترتيبها في «{y}» في الأصل" }, { 0 } },
    .bad = (const struct mdq_example[]){
      { .text = "وُقّع العقد في 12/31/2023\nويسري من 2/5/2024" }, { .text = "التسجيل من 3/4/2024 إلى 5/25/2024" }, { .text = "يبدأ في 13/2/2024\nوينتهي في 4/30/2024\nوتعلن النتائج في 6/5/2024" },
      { .text = "يسري العقد من 2/5/2024", .source = "The contract runs from February 5, 2024" }, { 0 } },
    .good = (const char *const[]){ "وُقّع العقد في 31/12/2023\nويسري من 2/5/2024", "يسري العقد من 2/5/2024", "وُقّع العقد في 12/31/2023 ويسري من 5/5/2024", "من 2024-12-31 إلى 5/2/2025", NULL },
    .good_pairs = (const struct mdq_example[]){
      { .text = "يسري العقد من 2/5/2024", .source = "The contract runs from 2 May 2024" },
      { .text = "وُقّع العقد في 12/31/2023\nويسري من 2/5/2024", .source = "The contract was signed on 12/31/2023\nIt runs from May 2, 2024" }, { 0 } },
  },
};

struct figures { /* a date that may be read in two ways */
  struct mdq_place at;
  struct mdq_span text;
};

struct state {
  struct figures *items;
  size_t count, capacity;
  struct mdq_span month_first; /* another date that shows that order */
};

/* -- Islamic and Gregorian -- */

/* «19 - 21 شوال الموافق 4 - 6 أغسطس», «من 1 إلى 5 محرم الموافق 3 يوليو إلى 7 منه»: which of the days is which */
static bool is_part_of_span(const struct mdq_segment *segment, const struct mdq_dates *dates, size_t first) {
  static const char *const until[] = { "الي", "حتي", "وحتي", "و", NULL };
  const struct mdq_date *a = &dates->items[first], *b = a + 1;
  bool listed = (first && a[-1].last == a->last) || (first + 2 < dates->count && b[1].last == b->last);
  return listed || mdq_token_is_dash(segment, a->first - 1) || mdq_token_is_dash(segment, b->last + 1) || mdq_span_is_one_of(mdq_token_v2(segment, a->first - 1), until) || mdq_span_is_one_of(mdq_token_v2(segment, b->last + 1), until);
}

static bool same_day(int hijri_month, int hijri_day, int month, int day, const struct mdq_date *hijri, const struct mdq_date *gregorian) {
  if (!mdq_date_exists(gregorian->year, month, day)) return false;
  long apart = mdq_hijri_day_number(hijri->year, hijri_month, hijri_day) - mdq_day_number(gregorian->year, month, day);
  return apart >= -MDQ_HIJRI_SLACK && apart <= MDQ_HIJRI_SLACK;
}

static bool agree(const struct mdq_date *hijri, const struct mdq_date *gregorian) {
  for (int order = 0; order < 4; order++) {
    bool h = order & 1, g = order & 2;
    if ((h && !hijri->either_order) || (g && !gregorian->either_order)) continue;
    if (same_day(h ? hijri->day : hijri->month, h ? hijri->month : hijri->day, g ? gregorian->day : gregorian->month, g ? gregorian->month : gregorian->day, hijri, gregorian)) return true;
  }
  return false;
}

/* A day of the Gregorian calendar, written as the draft writes that calendar. */
static struct mdq_span written_like(struct mdq_ctx *ctx, const struct mdq_date *like, long number) {
  int year, month, day;
  mdq_date_of_day_number(number, &year, &month, &day);
  unsigned names = like->month_name ? mdq_house_value(ctx->house, MDQ_HOUSE_MONTHS, like->month_name->column[1]) : 0;
  struct mdq_span name = mdq_house_month(ctx->house->house, ctx->arena, month, names);
  if (!name.len) return mdq_arena_printf(ctx->arena, "%d/%d/%d", day, month, year);
  return mdq_arena_printf(ctx->arena, "%d %.*s %d", day, (int)name.len, name.ptr, year);
}

static void compare_calendars(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_dates *dates, size_t i) {
  const struct mdq_date *first = &dates->items[i], *second = first + 1;
  const struct mdq_date *hijri = first->calendar == MDQ_HIJRI ? first : second, *gregorian = hijri == first ? second : first;
  if (hijri->calendar == gregorian->calendar || !mdq_dates_joined(segment, first, second)) return;
  bool whole = hijri->day && hijri->day <= 30 && hijri->month && hijri->year && hijri->month <= 12 && gregorian->day && gregorian->month && gregorian->year;
  if (!whole || agree(hijri, gregorian) || is_part_of_span(segment, dates, i)) return;
  int year, month, day;
  long number = mdq_hijri_day_number(hijri->year, hijri->month, hijri->day);
  mdq_date_of_day_number(number, &year, &month, &day);
  size_t last = mdq_end_with_bracket(segment, first->first, second->last);
  mdq_report(ctx, HIJRI, .at = mdq_at_tokens(segment, first->first, last), .x = mdq_tokens_text(segment, first->first, last), .y = written_like(ctx, gregorian, number),
             .z = mdq_arena_printf(ctx->arena, "%d-%02d-%02d", year, month, day), .wording = WHOLE_DATES);
}

/* A year at token i with the letter of its calendar behind it, هـ or م, and no part of a span of years. */
static bool year_of(const struct mdq_segment *segment, size_t i, const char *letter, int *year) {
  unsigned digits;
  uint64_t value;
  if (!mdq_token_is(segment, i, MDQ_TOKEN_NUM) || !mdq_numeral_whole(mdq_token_text(segment, i), &digits, &value) || digits > 4 || value == 0) return false;
  bool in_span = (mdq_token_is_dash(segment, i - 1) && mdq_token_is(segment, i - 2, MDQ_TOKEN_NUM)) || mdq_token_is_dash(segment, i + 1);
  *year = (int)value;
  return !in_span && mdq_token_v2_is(segment, i + 1, letter);
}

/* The letter of a calendar: years have one behind them when they are compared. */
static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  (void)ctx;
  struct mdq_span v2 = mdq_word_v2(word);
  return mdq_span_is(v2, "ه") || mdq_span_is(v2, "م");
}

/* «656هـ/1258م», «1258م (656هـ)»: token `letter` is that of the first year. */
static void compare_years(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t letter) {
  int hijri, gregorian;
  size_t i = letter - 1, second = letter + 2;
  bool mark = mdq_token_mark(segment, i + 2, '/') || mdq_token_mark(segment, i + 2, '(') || mdq_token_mark(segment, i + 2, '=') || mdq_token_v2_is(segment, i + 2, "الموافق");
  if (!mark) return;
  bool hijri_first = year_of(segment, i, "ه", &hijri);
  if (hijri_first ? !year_of(segment, second, "م", &gregorian) : !(year_of(segment, i, "م", &gregorian) && year_of(segment, second, "ه", &hijri))) return;
  bool centuries = hijri <= 15 && gregorian <= 21; /* «القرن 4 هـ/10 م» */
  if (centuries || mdq_hijri_year_meets(hijri, gregorian) || hijri > 1600) return;
  size_t year = hijri_first ? i : second, other = hijri_first ? second : i;
  mdq_report(ctx, HIJRI, .at = mdq_at_tokens(segment, i, second + 1), .x = mdq_tokens_text(segment, year, year + 1),
             .y = mdq_arena_printf(ctx->arena, "%d", mdq_hijri_year_in_gregorian(hijri)), .z = mdq_tokens_text(segment, other, other + 1));
}

/* -- spans of time -- */

/* What stands between the two ends of a span and before it; false if the tokens at `join` join nothing. */
static bool is_span(const struct mdq_segment *segment, size_t first, size_t join) {
  static const char *const until[] = { "الي", "حتي", "وحتي", "لغايه", NULL };
  static const char *const from[] = { "من", "ومن", "منذ", "ابتداء", "بدءا", NULL };
  if (mdq_span_is_one_of(mdq_token_v2(segment, join), until)) return mdq_span_is_one_of(mdq_token_v2(segment, first - 1), from) || mdq_token_v2_is(segment, first - 1, "يوم") || mdq_token_v2_is(segment, first - 1, "الفتره");
  return mdq_token_v2_is(segment, join, "و") && (mdq_token_v2_is(segment, first - 1, "بين") || mdq_token_v2_is(segment, first - 1, "ما"));
}

static void report_range(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t a, size_t a_end, size_t b, size_t b_end, size_t end) {
  const struct mdq_token *tokens = segment->tokens;
  struct mdq_span one = mdq_tokens_text(segment, a, a_end), other = mdq_tokens_text(segment, b, b_end);
  struct mdq_span between = mdq_span_sub(segment->text, tokens[a_end].end, tokens[b].start), rest = mdq_span_sub(segment->text, tokens[b_end].end, tokens[end].end);
  struct mdq_span right = mdq_arena_printf(ctx->arena, "%.*s%.*s%.*s%.*s", (int)other.len, other.ptr, (int)between.len, between.ptr, (int)one.len, one.ptr, (int)rest.len, rest.ptr);
  mdq_report(ctx, RANGE, .at = mdq_at_tokens(segment, a, end), .x = mdq_tokens_text(segment, a, end), .y = right, .fix = right);
}

/* «تقديم موعدها من 3 نوفمبر إلى 24 يونيو» moves something to an earlier day. */
static bool is_moved(const struct mdq_segment *segment, size_t first) {
  enum { REACH = 6 };
  static const char *const moves[] = { "موعد", "موعدها", "موعده", "مواعيد", "تقديم", "بتقديم", "تبكير", "نقل", "تغيير", "تعديل", "تعديله", "عدل", "قدم", "قدمت", NULL };
  for (size_t back = 2; back <= REACH + 1 && back <= first; back++)
    if (mdq_span_is_one_of(mdq_token_v2(segment, first - back), moves)) return true;
  return false;
}

/* «من 15 إلى 10 مارس»: the figure before the day shares its month. From late in a month to early in the next, writers leave out the
   first one's name. */
static void check_days(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_date *date) {
  enum { LATE = 24, EARLY = 8 };
  unsigned digits;
  uint64_t day;
  size_t join = date->first - 1, first = join - 1;
  if (date->figures || !date->day || date->first < 2 || date->day_first != date->first || !mdq_token_is(segment, first, MDQ_TOKEN_NUM)) return;
  if (!mdq_numeral_whole(mdq_token_text(segment, first), &digits, &day) || digits > 2 || day > 31 || (int)day <= date->day) return;
  if ((day > LATE && date->day < EARLY) || !is_span(segment, first, join) || is_moved(segment, first)) return;
  report_range(ctx, segment, first, first, date->day_first, date->day_first, date->day_first);
}

static void check_range(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_date *first, const struct mdq_date *second) {
  if (second->first != first->last + 2 || !first->day || !second->day || first->calendar != second->calendar || first->either_order || second->either_order) return;
  bool years = first->year && second->year, same_month = first->month == second->month && !first->year && first->direction == MDQ_DIRECTION_NONE;
  if ((!years && !same_month) || !is_span(segment, first->first, first->last + 1) || is_moved(segment, first->first)) return;
  long apart = first->calendar == MDQ_HIJRI ? mdq_hijri_day_number(second->year, second->month, second->day) - mdq_hijri_day_number(first->year, first->month, first->day)
                                            : mdq_day_number(second->year, second->month, second->day) - mdq_day_number(first->year, first->month, first->day);
  bool backwards = years ? apart < 0 : second->day < first->day;
  if (backwards && first->day_first != second->day_first) report_range(ctx, segment, first->first, first->last, second->first, second->last, second->last);
}

/* -- figures -- */

/* The source's date of the same figures; *turned: its day and month are the other way round, in words, which is a mistake, or in the
   figures that were copied. NULL: it has none. */
static const struct mdq_date *same_in_source(const struct mdq_dates *source, const struct mdq_date *date, bool *turned) {
  const struct mdq_date *found = NULL;
  for (size_t i = 0; source && i < source->count; i++) {
    const struct mdq_date *d = &source->items[i];
    bool same_year = !d->year || d->year == date->year;
    *turned = false;
    if (same_year && d->day == date->day && d->month == date->month) return d;
    bool other_way = same_year && d->day == date->month && d->month == date->day;
    if (other_way && (!found || !d->figures)) found = d;
  }
  *turned = found != NULL;
  return found;
}

static void see_figures(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_date *date) {
  struct state *state = ctx->state;
  if (!date->figures || date->calendar != MDQ_GREGORIAN) return;
  if (!state->month_first.len && date->month_first && mdq_date_exists(date->year, date->month, date->day))
    state->month_first = mdq_tokens_text(segment, date->day_first, date->text_last);
  if (!date->either_order || date->day == date->month) return;
  struct mdq_place at = mdq_at_tokens(segment, date->day_first, date->last);
  struct mdq_span text = mdq_tokens_text(segment, date->day_first, date->last);
  const struct mdq_segment *source = mdq_source_segment(ctx, segment);
  bool turned = false;
  const struct mdq_date *original = source ? same_in_source(mdq_source_dates(ctx, segment), date, &turned) : NULL;
  if (original && turned)
    mdq_report(ctx, FORMAT, .at = at, .x = text, .y = mdq_tokens_text(source, original->first, original->last), .wording = original->figures ? OTHER_ORDER : OTHER_DAY,
               .severity = original->figures ? MDQ_NOTE : MDQ_WARNING, .certainty = original->figures ? MDQ_POSSIBLE : MDQ_LIKELY);
  if (original) return; /* the source has settled it */
  struct figures *figures = mdq_arena_push(ctx->arena, &state->items, &state->count, &state->capacity, sizeof *figures);
  if (figures) *figures = (struct figures){ at, text };
}

static void segment_dates(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  const struct mdq_dates *dates = mdq_segment_dates(ctx, segment);
  for (size_t i = 0; dates && i < dates->count; i++) {
    const struct mdq_date *date = &dates->items[i], *before = i ? date - 1 : NULL;
    see_figures(ctx, segment, date);
    if (before) compare_calendars(ctx, segment, dates, i - 1);
    if (before) check_range(ctx, segment, before, date);
    check_days(ctx, segment, date);
  }
}

static void finish(struct mdq_ctx *ctx) {
  const struct state *state = ctx->state;
  for (size_t i = 0; state->month_first.len && i < state->count; i++) mdq_report(ctx, FORMAT, .at = state->items[i].at, .x = state->items[i].text, .y = state->month_first);
}

const struct mdq_rule_group mdq_rules_date_two_dates = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .segment_kinds = MDQ_TOKEN_NUM, .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .state_size = sizeof(struct state), .segment = segment_dates, .token = compare_years,
  .finish = finish,
};
