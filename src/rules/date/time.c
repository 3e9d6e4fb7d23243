/* Times of day: hours that no clock shows, halves of the day that contradict the hour or the source, zones left in English. */
#include "arabic/clock.h"
#include "english/clock.h"
#include "lint/facts.h"
#include "lint/rule.h"

enum { TIME };
enum { MINUTES = 1, AFTERNOON, TWICE, ENGLISH_ZONE, BY_SOURCE }; /* wordings */
enum { ZONES };
enum { SOURCE_CLOCKS = 16 /* of one segment, the first ones */, NOON = 12, MIDNIGHT = 24, LAST_MINUTE = 59 };

static const struct mdq_rule rules[] = {
  [TIME] = {
    .id = "date/time", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "An impossible time of day, or one that the half of the day or the source contradicts", "وقت مستحيل، أو وقت يناقضه ما معه أو ما في الأصل" },
    .rationale = { "No clock shows 25:70; 15:00 is past noon and is not in the morning; a.m. and p.m. are those of the source, and so is the zone, whose English abbreviation Arabic readers do not know.",
                   "لا تبلغ الساعة 25:70، ولا تكون 15:00 صباحًا؛ والصباح والمساء كما في الأصل، وكذلك التوقيت الذي لا يعرف القارئ اختصاره الإنجليزي." },
    .message = { "“{x}” is no time: a day has 24 hours", "«{x}» وقت مستحيل: في اليوم 24 ساعة" },
    .wordings = (const struct mdq_text[]){
      [MINUTES - 1] = { "“{x}” is no time: an hour has 60 minutes", "«{x}» وقت مستحيل: في الساعة 60 دقيقة" },
      [AFTERNOON - 1] = { "“{x}” contradicts itself: {y} is past noon", "«{x}» متناقض: الساعة {y} بعد الظهر" },
      [TWICE - 1] = { "“{x}” tells the half of the day twice: {y} is past noon anyway", "«{x}» فيه تكرار: الساعة {y} بعد الظهر على كل حال" },
      [ENGLISH_ZONE - 1] = { "“{x}”: the zone “{y}” was left in English", "«{x}»: بقي اختصار التوقيت «{y}» بالإنجليزية" },
      [BY_SOURCE - 1] = { "“{x}”: the source says “{y}”", "«{x}»: في الأصل «{y}»" }, { 0 } },
    .bad = (const struct mdq_example[]){
      { .text = "يبدأ المؤتمر الساعة 25:70 في قاعة البلدية" }, { .text = "وصلت الطائرة الساعة 10:75 صباحا إلى بنغازي" },
      { .text = "يلقي الوزير كلمته في الساعة 15:00 صباحا" },
      { .text = "تنطلق القرعة الساعة 8:00 مساء ET من ميامي", .fixed = "تنطلق القرعة الساعة 8:00 مساء بتوقيت شرق الولايات المتحدة من ميامي" },
      { .text = "تُفتح المراكز الساعة السابعة مساء", .fixed = "تُفتح المراكز الساعة السابعة صباحا", .source = "The stations open at 7 a.m." },
      { .text = "ينعقد الاجتماع الساعة 9:30 مساء بتوقيت غرينتش", .source = "The meeting begins at 9:30 p.m. ET" },
      { .text = "يبدأ العرض في السابعة صباحا", .fixed = "يبدأ العرض في السابعة مساء", .source = "The show begins at 7 p.m." },
      { .text = "دوى الانفجار في الثالثة عصر الثلاثاء", .fixed = "دوى الانفجار في الثالثة فجر الثلاثاء", .source = "The blast was heard at 3 a.m. on Tuesday" },
      { .text = "يبدأ العرض الساعة 07:00 في الدمام", .source = "The show begins at 7:00 p.m. in Dammam" },
      { .text = "تقلع الطائرة عند 14:00 بتوقيت القاهرة", .source = "The plane takes off at 14:00 GMT" }, { 0 } },
    .good = (const char *const[]){
      "يبدأ المؤتمر الساعة 15:30 في قاعة البلدية", "وصلت الطائرة الساعة 10:45 صباحا", "سجل العداء زمنا قدره 2:75 دقيقة", "تنتهي المهلة عند الساعة 24:00 ليلا", "راجع ص 15 من التقرير",
      "يمتد السباق 25:70 كيلومتر", "تنطلق القرعة الساعة 00:30 صباحا بتوقيت شرق الولايات المتحدة", "يبلغ عرضه 30:90 م", "الساعة 25 من عمر الأزمة", NULL },
    .good_pairs = (const struct mdq_example[]){
      { .text = "يبدأ العرض الساعة 07:00 مساء في الدمام", .source = "The show begins at 7:00 p.m. in Dammam" },
      { .text = "يبدأ العرض الساعة 19:00 ويغلق الباب في السابعة مساء", .source = "The show begins at 7:00 p.m." },
      { .text = "فازوا في الجولة الثالثة مساء", .source = "They won the third round, which ended at 3 a.m." },
      { .text = "دوى الانفجار في الثالثة فجر الثلاثاء", .source = "The blast was heard at 3 a.m. on Tuesday" },
      { .text = "تقلع الطائرة عند 14:00 بتوقيت غرينتش (16:00 بتوقيت القاهرة)", .source = "The plane takes off at 14:00 GMT" },
      { .text = "تقلع الطائرة في الرابعة عصرا بتوقيت القاهرة", .source = "The plane takes off at 14:00 GMT" },
      { .text = "تقلع الطائرة في الثانية ظهرا بتوقيت بيروت", .source = "The plane takes off at 14:00 EET" }, { 0 } },
  },
};

struct state { /* the times in the source of the segment in hand */
  size_t segment; /* its index, from 1; 0: none has been read */
  size_t count;
  struct mdq_clock clocks[SOURCE_CLOCKS];
};

/* Something says that it is a time and no score, ratio or verse. */
static bool is_sure(const struct mdq_clock *clock) {
  return (clock->said && clock->minute >= 0) || clock->half || clock->some_zone;
}

static bool is_impossible(const struct mdq_clock *clock) {
  return clock->hour > MIDNIGHT || clock->minute > LAST_MINUTE || (clock->hour == MIDNIGHT && clock->minute > 0 && clock->half != MDQ_HALF_AM && clock->half != MDQ_HALF_NIGHT);
}

/* «15:00 صباحا»; «15:00 مساء» only says the same twice. */
static bool half_contradicts(const struct mdq_clock *clock) {
  return clock->half == MDQ_HALF_AM && clock->hour > NOON && clock->hour < MIDNIGHT;
}

static bool is_redundant(const struct mdq_clock *clock) {
  return clock->half == MDQ_HALF_PM && !clock->half_of_day && clock->hour > NOON && clock->hour < MIDNIGHT;
}

/* Why the time is wrong, and what the reason names. */
struct reason {
  enum mdq_severity severity;
  uint8_t wording;
  struct mdq_span y;
};

/* fix.text is empty where there is none. */
static void report(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_clock *clock, struct reason reason, struct mdq_replacement fix) {
  mdq_report(ctx, TIME, .at = mdq_at_tokens(segment, clock->first, clock->last), .x = mdq_tokens_text(segment, clock->first, clock->last), .y = reason.y,
             .wording = reason.wording, .severity = reason.severity, .fixes = &fix, .fix_count = fix.text.len > 0);
}

/* "ET" behind an Arabic time. */
static bool zone_is_english(const struct mdq_segment *segment, const struct mdq_clock *clock) {
  return clock->zone && mdq_token_is(segment, clock->zone_first, MDQ_TOKEN_LAT);
}

static void read_source(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct state *state = ctx->state;
  if (state->segment == segment->index + 1) return;
  *state = (struct state){ .segment = segment->index + 1 };
  const struct mdq_segment *source = mdq_source_segment(ctx, segment);
  for (size_t i = 0; source && i < source->token_count && state->count < SOURCE_CLOCKS; i++)
    if (mdq_clock_read_english(source, ctx->tables[ZONES], i, &state->clocks[state->count])) i = state->clocks[state->count++].last;
}

static bool same_figures(const struct mdq_clock *a, const struct mdq_clock *b) {
  int minute = a->minute < 0 ? 0 : a->minute, other = b->minute < 0 ? 0 : b->minute;
  return a->hour % 12 == b->hour % 12 && minute == other;
}

/* "07:00" is told by a clock of 24 hours. */
static bool leads_with_zero(const struct mdq_segment *segment, const struct mdq_clock *clock) {
  struct mdq_span number = mdq_token_text(segment, clock->number);
  return clock->figures && clock->minute >= 0 && clock->hour < 10 && (mdq_span_starts(number, MDQ_SPAN_LIT("0")) || mdq_span_starts(number, MDQ_SPAN_LIT("٠")));
}

static enum mdq_day_half half_told(const struct mdq_clock *clock, bool leads_with_zero) {
  if (clock->hour > NOON && clock->hour < MIDNIGHT) return MDQ_HALF_PM;
  if (!clock->half && leads_with_zero) return MDQ_HALF_AM;
  return clock->half == MDQ_HALF_NIGHT ? MDQ_HALF_NONE : clock->half;
}

/* The other half of the day, in a word; nothing for phrases. */
static struct mdq_span other_half(const struct mdq_clock *clock) {
  if (!clock->half || clock->half_first != clock->half_last) return mdq_span_of(NULL, 0);
  if (clock->half_of_day) return MDQ_SPAN_LIT("فجر");
  return clock->half == MDQ_HALF_AM ? MDQ_SPAN_LIT("مساء") : MDQ_SPAN_LIT("صباحا");
}

/* The source has these figures only with the other half of the day, or only with another zone. */
static void check_source(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_clock *clock) {
  const struct state *state = ctx->state;
  const struct mdq_segment *source = mdq_source_segment(ctx, segment);
  const struct mdq_clock *other = NULL; /* the last one with these figures */
  bool same_half = false, zone_named = false, same_zone = false;
  enum mdq_day_half half = half_told(clock, leads_with_zero(segment, clock));
  for (size_t i = 0; i < state->count; i++) {
    const struct mdq_clock *c = &state->clocks[i];
    if (!same_figures(c, clock)) continue;
    other = c;
    if (half && half_told(c, false) && half_told(c, false) != half) continue;
    same_half = true;
    zone_named = zone_named || c->zone;
    same_zone = same_zone || (c->zone && clock->zone && mdq_span_eq(c->zone->column[1], clock->zone->column[1]));
  }
  if (!other || !source) return;
  size_t last = other->zone && other->zone_first > other->last ? other->zone_first : other->last;
  struct reason reason = { MDQ_ERROR, BY_SOURCE, mdq_tokens_text(source, other->first, last) };
  if (half && !same_half) {
    struct mdq_replacement fix = { .text = other_half(clock) };
    if (fix.text.len) fix.at = mdq_at_token(segment, clock->half_first);
    report(ctx, segment, clock, reason, fix);
  } else if (clock->zone && zone_named && !same_zone) {
    report(ctx, segment, clock, reason, (struct mdq_replacement){ .text = { NULL, 0 } });
  }
}

static void check(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_clock *clock) {
  if (!is_sure(clock) && !(segment->has_source && leads_with_zero(segment, clock))) return;
  if (is_impossible(clock) || half_contradicts(clock) || is_redundant(clock)) {
    struct reason reason = { MDQ_WARNING, TWICE, mdq_token_text(segment, clock->number) };
    if (is_impossible(clock)) reason.wording = clock->hour > MIDNIGHT || clock->minute <= LAST_MINUTE ? 0 : MINUTES;
    else if (half_contradicts(clock)) reason.wording = AFTERNOON;
    report(ctx, segment, clock, reason, (struct mdq_replacement){ .text = { NULL, 0 } });
  } else if (zone_is_english(segment, clock)) {
    struct reason reason = { MDQ_WARNING, ENGLISH_ZONE, mdq_token_text(segment, clock->zone_first) };
    report(ctx, segment, clock, reason, (struct mdq_replacement){ mdq_at_token(segment, clock->zone_first), clock->zone->column[2], false });
  } else if (segment->has_source) {
    read_source(ctx, segment);
    check_source(ctx, segment, clock);
  }
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_clock clock;
  if (segment->tokens[i].kind == MDQ_TOKEN_NUM) { /* what «الساعة» announces was read there */
    if (!memchr(segment->text.ptr + segment->tokens[i].start, ':', segment->tokens[i].end - segment->tokens[i].start)) return;
    size_t word = i - 1 - mdq_span_is(mdq_token_v2(segment, i - 1), "ال");
    if (mdq_is_hour_word(mdq_token_v2(segment, word))) return;
  } else if (i && mdq_is_hour_word(mdq_token_v2(segment, i - 1))) {
    return;
  }
  if (mdq_clock_read(segment, ctx->tables[ZONES], i, &clock)) check(ctx, segment, &clock);
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  (void)ctx;
  struct mdq_span v2 = mdq_word_v2(word);
  return mdq_is_hour_word(v2) || mdq_may_be_hour(v2);
}

const struct mdq_rule_group mdq_rules_date_time = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = (const char *const[]){ "dates/zones.tsv", NULL },
  .token_kinds = MDQ_TOKEN_AR | MDQ_TOKEN_NUM, .odd_only = true, .concerns = concerns, .state_size = sizeof(struct state), .token = token,
};
