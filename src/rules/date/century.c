/* A century and the year beside it that does not belong to it: "the 18th century (1780)" and "the 1900s" are easily moved by a
   hundred years. */
#include "arabic/numerals.h"
#include "arabic/ordinals.h"
#include "arabic/proclitics.h"
#include "base/ascii.h"
#include "lint/rule.h"

enum { CENTURY };
enum { BY_SOURCE = 1 }; /* a wording */
enum { EDGE = 12 /* years about a turn of centuries that may be told of either one */ };

static const struct mdq_rule rules[] = {
  [CENTURY] = {
    .id = "date/century", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "A century that does not hold the year beside it", "قرن لا تقع فيه السنة المذكورة معه" },
    .rationale = { "The year 1780 belongs to the eighteenth century, and “the 1900s” are the twentieth. The number of a century is one more than the hundreds of its years.",
                   "تقع سنة 1780 في القرن الثامن عشر، وعبارة 1900s تعني القرن العشرين: رقم القرن يزيد واحدًا على مئات سنواته." },
    .message = { "“{x}” does not hold the year {z}; “{y}”?", "«{x}» لا يضم سنة {z}، والصواب «{y}»" },
    .wordings = (const struct mdq_text[]){ [BY_SOURCE - 1] = { "The source has “{z}”: “{x}” → “{y}”", "في الأصل «{z}»: «{x}» صوابه «{y}»" }, { 0 } },
    .bad = (const struct mdq_example[]){
      { .text = "شُيد الجسر في القرن السابع عشر (1780) على يد الأهالي", .fixed = "شُيد الجسر في القرن الثامن عشر (1780) على يد الأهالي" },
      { .text = "ازدهر الميناء خلال القرن الـ18 (1820-1860)", .fixed = "ازدهر الميناء خلال القرن التاسع عشر (1820-1860)" },
      { .text = "عُرفت هذه الصناعة عام 1640 (القرن السادس عشر)", .fixed = "عُرفت هذه الصناعة عام 1640 (القرن السابع عشر)" },
      { .text = "رُمم السور في القرن الرابع عشر عام 1176 بعد الزلزال", .fixed = "رُمم السور في القرن الثاني عشر عام 1176 بعد الزلزال" },
      { .text = "تأسس النادي في القرن العشرين، وتحديدا عام 1870", .fixed = "تأسس النادي في القرن التاسع عشر، وتحديدا عام 1870" },
      { .text = "كانت المدينة في القرن التاسع عشر قرية صغيرة", .fixed = "كانت المدينة في القرن العشرين قرية صغيرة", .source = "In the 1900s the city was a small village" }, { 0 } },
    .good = (const char *const[]){
      "شُيد الجسر في القرن الثامن عشر (1780) على يد الأهالي", "في القرن الرابع قبل الميلاد (350 ق.م)", "عاش في القرن السابع الهجري (656 هـ)", "أُنشئت المدرسة نهاية القرن التاسع عشر (1902)",
      "اتسعت التجارة بين القرن الثامن عشر (1790) والقرن العشرين (1920)", "امتد من القرن الثامن عشر (1790-1830) وما بعده", "ظهر في القرن الثامن عشر، وفي عام 1905 اختفى",
      "ألّفه في القرن السابع عشر (250 صفحة)", "شُيد مطلع القرن العشرين (1900)",
      "رُمم السور في القرن الثاني عشر عام 1176 بعد الزلزال", "بلغ النهر أعلى منسوب منذ القرن التاسع عشر عام 2020", "وُلد في القرن الرابع عشر عام 1930", "ازدهر في القرن السابع عشر، عام 1923 هُدم", "رُمم في القرن الرابع عشر عام 1276 هـ", NULL },
  },
};

static bool is_century_word(struct mdq_span v2) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = v2.len ? mdq_stems(v2, stems) : 0;
  for (size_t s = 0; s < count; s++)
    if (stems[s].article && mdq_span_is(stems[s].text, "قرن")) return true;
  return false;
}

static bool figure(const struct mdq_segment *segment, size_t i, unsigned least_digits, unsigned most_digits, int *value) {
  unsigned digits;
  uint64_t number;
  if (!mdq_token_is(segment, i, MDQ_TOKEN_NUM) || !mdq_numeral_whole(mdq_token_text(segment, i), &digits, &number)) return false;
  *value = (int)number;
  return digits >= least_digits && digits <= most_digits;
}

/* «القرن الثامن عشر», «القرن الـ18», «القرن 18»: what stands behind the word at token i; *next: behind that. */
static int century_at(const struct mdq_segment *segment, size_t i, size_t *next) {
  int number = mdq_ordinal_at(segment, i + 1, next);
  if (number) return number <= 21 ? number : 0;
  size_t at = i + 1 + mdq_token_v2_is(segment, i + 1, "ال");
  *next = at + 1;
  return figure(segment, at, 1, 2, &number) && number <= 21 ? number : 0;
}

/* Years that are not counted from the birth of Christ onwards. */
static bool other_era(const struct mdq_segment *segment, size_t i) {
  static const char *const words[] = { "ق", "ه", "الهجري", "هجري", "هجريه", "للهجره", "للهجري", NULL };
  static const char *const sides[] = { "قبل", "بعد", NULL }, *const turns[] = { "الميلاد", "المسيح", "الهجره", NULL }; /* «عام 1176 بعد الزلزال» */
  if (mdq_span_is_one_of(mdq_token_v2(segment, i), sides)) return mdq_span_is_one_of(mdq_token_v2(segment, i + 1), turns);
  return mdq_span_is_one_of(mdq_token_v2(segment, i), words);
}

/* The year, or two of them, from token i on: false if there is none or it counts something else. */
static bool years_at(const struct mdq_segment *segment, size_t i, int years[2]) {
  static const char *const year_words[] = { "عام", "سنه", "العام", "السنه", "حوالي", "نحو", "عامي", NULL };
  while (mdq_span_is_one_of(mdq_token_v2(segment, i), year_words)) i++;
  if (!figure(segment, i, 4, 4, &years[0]) || years[0] < 1000 || years[0] > 2199) return false;
  years[1] = years[0];
  bool joined = mdq_token_mark(segment, i + 1, '-') || mdq_token_mark(segment, i + 1, 0x2013) || mdq_token_v2_is(segment, i + 1, "الي") || mdq_token_v2_is(segment, i + 1, "و");
  if (joined && figure(segment, i + 2, 4, 4, &years[1])) i += 2;
  if (other_era(segment, i + 1)) return false;
  return mdq_token_mark(segment, i + 1, ')') || mdq_token_v2_is(segment, i + 1, "م") || mdq_token_v2_is(segment, i + 1, "ميلادي");
}

static bool holds(int century, int year) {
  return (year - 1) / 100 + 1 == century;
}

/* «مطلع القرن», «أواخر القرن»: years about the turn are told of either. */
static bool about_the_turn(const struct mdq_segment *segment, size_t i, int year, int century) {
  static const char *const edges[] = { "مطلع", "اوايل", "بدايه", "بدايات", "نهايه", "نهايات", "اواخر", "منعطف", "مستهل", "ختام", "مطالع", "اخر", "اول", NULL };
  struct mdq_stem stems[MDQ_STEMS_MOST];
  struct mdq_span before = i ? mdq_token_v2(segment, i - 1) : MDQ_SPAN_LIT("");
  size_t count = before.len ? mdq_stems(before, stems) : 0;
  bool edge = false;
  for (size_t s = 0; s < count; s++) edge = edge || mdq_span_is_one_of(stems[s].text, edges);
  return (edge && (holds(century, year + EDGE) || holds(century, year - EDGE))) || (year % 100 == 0 && holds(century, year + 1));
}

static void report(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, size_t last, int right, struct mdq_span evidence, bool by_source) {
  struct mdq_span word = mdq_token_text(segment, i), ordinal = mdq_ordinal_written(right);
  struct mdq_span suggestion = mdq_arena_printf(ctx->arena, "%.*s %.*s", (int)word.len, word.ptr, (int)ordinal.len, ordinal.ptr);
  mdq_report(ctx, CENTURY, .at = mdq_at_tokens(segment, i, last), .x = mdq_tokens_text(segment, i, last), .y = suggestion, .z = evidence, .fix = suggestion,
             .wording = by_source ? BY_SOURCE : 0, .severity = by_source ? MDQ_ERROR : MDQ_WARNING);
}

/* «القرن السابع عشر (1780)» */
static bool check_year_behind(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, int century, size_t next) {
  int years[2];
  size_t at = next + (mdq_token_v2_is(segment, next, "الميلادي") || mdq_token_v2_is(segment, next, "للميلاد") || mdq_token_v2_is(segment, next, "م"));
  if (!mdq_token_mark(segment, at, '(') || !years_at(segment, at + 1, years)) return false;
  if (holds(century, years[0]) || holds(century, years[1]) || about_the_turn(segment, i, years[0], century)) return true;
  report(ctx, segment, i, next - 1, (years[0] - 1) / 100 + 1, mdq_arena_printf(ctx->arena, "%d", years[0]), false);
  return true;
}

/* «الأولى منذ القرن التاسع عشر عام 2020» */
static bool is_far_end(const struct mdq_segment *segment, size_t i) {
  enum { REACH = 3 };
  static const char *const words[] = { "منذ", "ومنذ", "من", "الي", "حتي", "بعد", "قبل", "عن", NULL };
  for (size_t back = 1; back <= REACH && back <= i; back++)
    if (mdq_span_is_one_of(mdq_token_v2(segment, i - back), words)) return true;
  return false;
}

/* The century may be one of the Islamic calendar, without saying so: the fourteenth lasted until 1979. */
static bool islamic_century_holds(int century, int year) {
  enum { HIJRA = 622, SLACK = 1 };
  for (int near = year - SLACK; near <= year + SLACK; near++)
    if (holds(century, (near - HIJRA) * 33 / 32 + 1)) return true;
  return false;
}

/* «القرن الرابع عشر عام 1176», «القرن الرابع عشر، وتحديدا في عام 1176» */
static bool check_year_of(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, int century, size_t next) {
  static const char *const exactly[] = { "وتحديدا", "تحديدا", "وبالتحديد", "بالتحديد", NULL }, *const year_words[] = { "عام", "سنه", NULL };
  size_t at = next + mdq_token_mark(segment, next, 0x060C);
  int year;
  bool exact = mdq_span_is_one_of(mdq_token_v2(segment, at), exactly);
  if (at > next && !exact) return false;
  at += exact;
  at += exact && mdq_token_v2_is(segment, at, "في");
  if (!mdq_span_is_one_of(mdq_token_v2(segment, at), year_words) || !figure(segment, at + 1, 4, 4, &year) || year < 1000 || year > 2199) return false;
  if (other_era(segment, at + 2) || holds(century, year) || islamic_century_holds(century, year) || is_far_end(segment, i) || about_the_turn(segment, i, year, century)) return true;
  report(ctx, segment, i, next - 1, (year - 1) / 100 + 1, mdq_arena_printf(ctx->arena, "%d", year), false);
  return true;
}

/* «عام 1640 (القرن السادس عشر)» */
static bool check_year_before(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, int century, size_t next) {
  int year;
  size_t letter = i >= 2 && mdq_token_v2_is(segment, i - 2, "م"), at = i - 2 - letter;
  if (i < 3 + letter || !mdq_token_mark(segment, i - 1, '(') || !mdq_token_mark(segment, next, ')') || !figure(segment, at, 4, 4, &year)) return false;
  if (year < 1000 || year > 2199 || holds(century, year) || holds(century, year + 1)) return true;
  report(ctx, segment, i, next - 1, (year - 1) / 100 + 1, mdq_token_text(segment, at), false);
  return true;
}

struct state { /* what the source of the segment in hand says */
  size_t segment;     /* its index, from 1; 0: none has been asked */
  uint32_t hundreds;  /* "1900s" sets bit 19 */
  bool names_century; /* in words or as "19th century" */
};

/* "1900s", "1900's": all years of a hundred, or the first ten of them; returns the hundreds, 0 for anything else. */
static int hundreds_at(struct mdq_span text, size_t i) {
  const char *p = text.ptr + i;
  if (text.len - i < 5 || p[2] != '0' || p[3] != '0' || !mdq_ascii_digit(p[0]) || !mdq_ascii_digit(p[1]) || (i && mdq_ascii_digit(p[-1]))) return 0;
  struct mdq_span rest = mdq_span_sub(text, i + 4, text.len);
  bool plural = p[4] == 's' || mdq_span_starts(rest, MDQ_SPAN_LIT("'s")) || mdq_span_starts(rest, MDQ_SPAN_LIT("’s"));
  return plural ? (p[0] - '0') * 10 + p[1] - '0' : 0;
}

static void read_source(struct state *state, const struct mdq_segment *segment) {
  struct mdq_span source = segment->source;
  if (state->segment == segment->index + 1) return;
  *state = (struct state){ .segment = segment->index + 1 };
  for (size_t i = 0; i < source.len; i++) {
    int hundreds = hundreds_at(source, i);
    if (hundreds < 32) state->hundreds |= UINT32_C(1) << hundreds;
  }
  state->names_century = memmem(source.ptr, source.len, "centur", strlen("centur")) != NULL;
}

/* The draft has the hundreds of the source for the number of the century, and the source names no such century. */
static void check_source(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, int century, size_t next) {
  struct state *state = ctx->state;
  if (century < 10 || century > 20 || !segment->has_source || !segment->source.len) return;
  read_source(state, segment);
  bool moved = (state->hundreds >> century & 1) && !(state->hundreds >> (century - 1) & 1);
  if (moved && !state->names_century) report(ctx, segment, i, next - 1, century + 1, mdq_arena_printf(ctx->arena, "%d00s", century), true);
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  size_t next;
  int century = century_at(segment, i, &next);
  if (!century || other_era(segment, next)) return;
  if (check_year_behind(ctx, segment, i, century, next) || check_year_of(ctx, segment, i, century, next) || check_year_before(ctx, segment, i, century, next)) return;
  check_source(ctx, segment, i, century, next);
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  (void)ctx;
  return is_century_word(mdq_word_v2(word));
}

const struct mdq_rule_group mdq_rules_date_century = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .state_size = sizeof(struct state), .token = token,
};
