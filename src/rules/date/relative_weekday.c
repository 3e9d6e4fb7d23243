/* «اليوم الاثنين», «أمس الأحد», «غدا 5 مارس»: a day told by its distance from today and by its name or date, and the two disagree. */
#include "arabic/dates.h"
#include "arabic/relative_day.h"
#include "lint/facts.h"
#include "lint/reference_date.h"
#include "rules/date/weekday.h"

enum { RELATIVE };
enum { BY_OPTION = 1, BY_SOURCE, BY_OTHER_DAY, BY_DATE }; /* wordings */
enum { WEEKDAYS };

static const struct mdq_rule rules[] = {
  [RELATIVE] = {
    .id = "date/relative-weekday", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "Today, yesterday or tomorrow with the name of another day", "اليوم أو أمس أو غد مع اسم يوم آخر" },
    .rationale = { "The day that the draft is written on (--date, its dateline, or that of its source) says which weekday today is. Without it, the draft's own days must at least agree with each other.",
                   "يحدد تاريخُ كتابة النص (‎--date‎ أو مطلعه أو مطلع الأصل) اسمَ يومه؛ فإن لم يُعرف وجب أن تتفق أيام النص فيما بينها." },
    .message = { "“{x}”: the draft is dated {z}, so that day is «{y}»", "«{x}»: تاريخ النص {z}، فيوافق ذلك يوم {y}" },
    .wordings = (const struct mdq_text[]){
      [BY_OPTION - 1] = { "“{x}”: the day given with --date is {z}, so that day is «{y}»", "«{x}»: التاريخ المعطى في ‎--date‎ هو {z}، فيوافق ذلك يوم {y}" },
      [BY_SOURCE - 1] = { "“{x}”: the source is dated {z}, so that day is «{y}»", "«{x}»: تاريخ الأصل {z}، فيوافق ذلك يوم {y}" },
      [BY_OTHER_DAY - 1] = { "“{x}” contradicts “{z}”, by which that day is «{y}»", "«{x}» يناقض «{z}»، وبحسبه يوافق ذلك يوم {y}" },
      [BY_DATE - 1] = { "“{x}”: by the date {z} of the draft, that day is {y}", "«{x}»: بحسب تاريخ النص {z} يوافق ذلك {y}" }, { 0 } },
    .bad = (const struct mdq_example[]){
      { .text = "عمّان، 3 مارس 2026\nيصل الوفد غدا الخميس إلى العقبة", .fixed = "عمّان، 3 مارس 2026\nيصل الوفد غدا الأربعاء إلى العقبة" },
      { .text = "تونس 4 مارس 2026 (رويترز) - أعلن الناطق أول من أمس الأحد تأجيل الجلسة", .fixed = "تونس 4 مارس 2026 (رويترز) - أعلن الناطق أول من أمس الاثنين تأجيل الجلسة" },
      { .text = "أقر المجلس أمس الأحد الخطة\nورحبت بها النقابات اليوم الاثنين\nوتبدأ اللجان عملها غدا الأربعاء",
        .fixed = "أقر المجلس أمس الأحد الخطة\nورحبت بها النقابات اليوم الاثنين\nوتبدأ اللجان عملها غدا الثلاثاء" },
      { .text = "يصل الوفد اليوم الاثنين إلى العقبة ويغادرها غدا الخميس", .fixed = "يصل الوفد اليوم الاثنين إلى العقبة ويغادرها غدا الثلاثاء" },
      { .text = "تونس 3 مارس 2026 (رويترز) - يصل الوفد غدا 5 مارس إلى العقبة" }, { .text = "عمّان، 3 مارس 2026\nهبت العاصفة أمس الاثنين 1 مارس 2026" }, { 0 } },
    .good = (const char *const[]){
      "عمّان، 3 مارس 2026\nيصل الوفد غدا الأربعاء إلى العقبة", "عمّان، 3 مارس 2026\nوصل الوفد أول من أمس الأحد، وأول أمس الأحد، وأمس الأول (الأحد)", "عمّان، 3 مارس 2026\nهبت العاصفة مساء الأول من أمس الأحد",
      "أعلن اليوم الاثنين أمرا وأمس الأحد آخر\nوقال اليوم الجمعة إنه راض\nووصل أمس الخميس", "عمّان، 3 مارس 2026\nيصل بعد غد الخميس",
      "عمّان، 3 مارس 2026\nيلتقي الفريقان اليوم وغدا الثلاثاء والأربعاء", "عمّان، 3 مارس 2026\nقصفت المدينة ليل أمس الاثنين - الثلاثاء", "عمّان، 3 مارس 2026\nوفي ذلك اليوم الجمعة خرج الناس",
      "عمّان، 3 مارس 2026\nقال «إن غدا الأحد يوم عطلة»", "يصل الوفد غدا الأربعاء", "تونس 3 مارس 2026 (رويترز) - يصل الوفد غدا 4 مارس، وكان مقررا أمس (2 مارس)", "عمّان، 28 فبراير 2026\nيصل الوفد غدا الأحد 1 مارس",
      "عمّان، 3 مارس 2026\nفي مثل هذا اليوم 5 يونيو أغلقت القناة", "عمّان، 3 مارس 2026\nوقال اليوم إن 5 مارس عطلة", "يصل الوفد غدا 5 مارس", "عمّان، 3 مارس 2026\nوصل الوفد اليوم الأربعاء 4 مارس", "عمّان، 3 مارس 2026\nكتب أن اليوم 9 أبريل 2003 غيّر حياته", NULL },
  },
};

struct mention {
  struct mdq_place at, weekday_at;
  struct mdq_span text, weekday_text; /* with the weekday; the weekday's V2 */
  size_t segment;
  int days;                           /* from today */
  int weekday;
};

struct dated { /* «غدا 5 مارس» */
  struct mdq_place at;
  struct mdq_span text;
  int days; /* from today */
  int year, month, day, weekday;
};

struct state {
  struct mention *items;
  size_t count, capacity;
  struct dated *dated;
  size_t dated_count, dated_capacity;
};

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  (void)ctx;
  return mdq_may_be_relative_day(mdq_word_v2(word));
}

/* «اليوم وغدا السبت والأحد» pairs by order. */
static bool is_listed(const struct mdq_segment *segment, size_t first) {
  return mdq_may_be_relative_day(mdq_token_v2(segment, mdq_token_v2_is(segment, first - 1, "او") ? first - 2 : first - 1));
}

static bool is_dash(const struct mdq_segment *segment, size_t i) {
  return mdq_token_mark(segment, i, '-') || mdq_token_mark(segment, i, 0x2013) || mdq_token_mark(segment, i, '/');
}

static int weekday_at(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, bool bare) {
  struct mdq_stem stem;
  struct mdq_span v2 = mdq_token_v2(segment, i);
  int weekday = v2.len ? mdq_weekday_name(ctx->tables[WEEKDAYS], v2, &stem) : 0;
  return weekday && bare && stem.cut != strlen("ال") ? 0 : weekday;
}

/* «الأحد - الاثنين», «الأحد الماضي»: the weekday at token i is not today's, or not it alone. What a date says of its weekday is judged
   by that date. */
static bool goes_on(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  static const char *const behind[] = { "الماضي", "المقبل", "القادم", "الفايت", "الاتي", "المنصرم" };
  for (size_t k = 0; k < MDQ_COUNT(behind); k++)
    if (mdq_token_v2_is(segment, i + 1, behind[k])) return true;
  size_t next = i + 1 + (is_dash(segment, i + 1) || mdq_token_mark(segment, i + 1, 0x060C) || mdq_token_mark(segment, i + 1, '('));
  return mdq_token_is(segment, next, MDQ_TOKEN_NUM) || mdq_token_v2_is(segment, next, "الموافق") || weekday_at(ctx, segment, next, false) != 0;
}

/* A whole date stands at token `at`, the weekday or the day; «في مثل هذا اليوم» is a day of another year. */
static void keep_dated(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_relative_day *day, size_t at) {
  static const char *const some_day[] = { "هذا", "لهذا", "بهذا", NULL };
  struct state *state = ctx->state;
  const struct mdq_dates *dates = mdq_segment_dates(ctx, segment);
  if (mdq_span_is_one_of(mdq_token_v2(segment, day->first - 1), some_day)) return;
  for (size_t i = 0; dates && i < dates->count && dates->items[i].first <= at; i++) {
    const struct mdq_date *date = &dates->items[i];
    bool whole = date->calendar == MDQ_GREGORIAN && mdq_date_exists(date->year, date->month, date->day) && date->day && !date->listed && !date->either_order;
    if (date->first != at || !whole) continue;
    struct dated *dated = mdq_arena_push(ctx->arena, &state->dated, &state->dated_count, &state->dated_capacity, sizeof *dated);
    if (!dated) return;
    size_t last = mdq_end_with_bracket(segment, day->first, date->text_last);
    *dated = (struct dated){ mdq_at_tokens(segment, day->first, last), mdq_tokens_text(segment, day->first, last), day->days, date->year, date->month, date->day, date->weekday };
  }
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct state *state = ctx->state;
  struct mdq_relative_day day;
  if ((segment->tokens[i].flags & MDQ_TOKEN_QUOTED) || !mdq_relative_day(segment, i, &day) || is_listed(segment, day.first)) return;
  size_t at = day.last + 1;
  at += mdq_token_mark(segment, at, '(') || mdq_token_mark(segment, at, 0x060C) || is_dash(segment, at);
  at += mdq_token_v2_is(segment, at, "يوم");
  keep_dated(ctx, segment, &day, at);
  int weekday = weekday_at(ctx, segment, at, true);
  if (!weekday || goes_on(ctx, segment, at)) return;
  struct mention *mention = mdq_arena_push(ctx->arena, &state->items, &state->count, &state->capacity, sizeof *mention);
  if (!mention) return;
  size_t last = mdq_end_with_bracket(segment, day.first, at);
  *mention = (struct mention){
    .at = mdq_at_tokens(segment, day.first, last), .weekday_at = mdq_at_token(segment, at), .text = mdq_tokens_text(segment, day.first, last),
    .weekday_text = mdq_arena_copy(ctx->arena, mdq_token_v2(segment, at)), .segment = segment->index, .days = day.days, .weekday = weekday,
  };
}

/* The weekday that lies so many days behind another. */
static int move(int weekday, int days) {
  return (weekday - 1 + days + 7) % 7 + 1;
}

/* Which weekday today is by a mention. */
static int told_today(const struct mention *mention) {
  return move(mention->weekday, -mention->days);
}

static uint8_t wording_of(const struct mdq_reference_date *written) {
  if (!written->weekday) return BY_OTHER_DAY;
  return written->origin == MDQ_REFERENCE_OPTION ? BY_OPTION : written->origin == MDQ_REFERENCE_SOURCE ? BY_SOURCE : 0;
}

/* What the weekday is judged by: the draft's date, or another day of the draft. */
static struct mdq_span evidence(struct mdq_ctx *ctx, const struct mdq_reference_date *written, int today) {
  const struct state *state = ctx->state;
  struct mdq_span weekday = mdq_weekday_arabic(ctx->tables[WEEKDAYS], today);
  if (written->weekday && !written->year) return weekday;
  if (written->weekday) return mdq_arena_printf(ctx->arena, "%.*s %d-%02d-%02d", (int)weekday.len, weekday.ptr, written->year, written->month, written->day);
  size_t i = 0;
  while (i + 1 < state->count && told_today(&state->items[i]) != today) i++;
  return state->items[i].text;
}

static void report(struct mdq_ctx *ctx, const struct mention *mention, int today, enum mdq_severity severity) {
  const struct mdq_table *weekdays = ctx->tables[WEEKDAYS];
  const struct mdq_reference_date *written = mdq_reference_date(ctx);
  int right = move(today, mention->days);
  struct mdq_replacement fix = { mention->weekday_at, mdq_weekday_instead(ctx->arena, weekdays, mention->weekday_text, right), false };
  mdq_report(ctx, RELATIVE, .at = mention->at, .x = mention->text, .y = mdq_weekday_arabic(weekdays, right), .z = evidence(ctx, written, today),
             .wording = wording_of(written), .fixes = &fix, .fix_count = 1, .severity = severity, .certainty = severity == MDQ_NOTE ? MDQ_POSSIBLE : MDQ_LIKELY);
}

/* How many mentions make each weekday today. */
static int most_named_today(const struct state *state, size_t votes[8]) {
  int most = 0;
  for (size_t i = 0; i < state->count; i++) votes[told_today(&state->items[i])]++;
  for (int day = 1; day <= 7; day++)
    if (votes[day] > votes[most]) most = day;
  return most;
}

/* «يصل اليوم الاثنين ويغادر غدا الخميس»: neither is more likely than the other; so close to each other they are of one draft. */
static bool contradict(const struct state *state) {
  enum { CLOSE = 2 /* segments */ };
  const struct mention *a = state->items, *b = a + 1;
  return state->count == 2 && told_today(a) != told_today(b) && b->segment - a->segment <= CLOSE;
}

/* A page is published the day after it was written. */
static bool published_later(const struct mdq_reference_date *written, int today) {
  return written->origin == MDQ_REFERENCE_PUBLICATION && move(today, 1) == written->weekday;
}

/* Dates of another year are history; one whose own weekday fits tells that the draft was written on another day than its dateline
   says. */
static void judge_dated(struct mdq_ctx *ctx, const struct state *state, const struct mdq_reference_date *written) {
  if (!written->year || !written->day || written->origin == MDQ_REFERENCE_PUBLICATION) return;
  for (size_t i = 0; i < state->dated_count; i++) {
    const struct dated *dated = &state->dated[i];
    int year, month, day;
    mdq_date_of_day_number(mdq_day_number(written->year, written->month, written->day) + dated->days, &year, &month, &day);
    if ((dated->month == month && dated->day == day) || (dated->year && dated->year != year)) continue;
    if (dated->weekday && mdq_date_exists(year, dated->month, dated->day) && mdq_weekday_of(year, dated->month, dated->day) == dated->weekday) continue;
    mdq_report(ctx, RELATIVE, .at = dated->at, .x = dated->text, .y = mdq_arena_printf(ctx->arena, "%d-%02d-%02d", year, month, day),
               .z = mdq_arena_printf(ctx->arena, "%d-%02d-%02d", written->year, written->month, written->day), .wording = BY_DATE);
  }
}

static void finish(struct mdq_ctx *ctx) {
  const struct state *state = ctx->state;
  const struct mdq_reference_date *written = mdq_reference_date(ctx);
  judge_dated(ctx, state, written);
  size_t votes[8] = { 0 };
  int most = most_named_today(state, votes), today = written->weekday ? written->weekday : most;
  if (!written->weekday && contradict(state)) {
    report(ctx, &state->items[1], told_today(&state->items[0]), MDQ_WARNING);
    return;
  }
  /* Nothing to judge by; or several drafts in one file, each with its own today. */
  if (!written->weekday && (votes[most] < 2 || state->count > votes[most] + 1)) return;
  bool agreed = written->weekday && most != today && votes[most] > 1; /* dated a day too late, rather than wrong each time */
  for (size_t i = 0; i < state->count; i++) {
    const struct mention *mention = &state->items[i];
    int told = told_today(mention);
    bool doubtful = agreed || published_later(written, told);
    if (told != today) report(ctx, mention, today, doubtful ? MDQ_NOTE : MDQ_WARNING);
  }
}

const struct mdq_rule_group mdq_rules_date_relative_weekday = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = (const char *const[]){ "dates/weekdays.tsv", NULL },
  .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .state_size = sizeof(struct state), .token = token, .finish = finish,
};
