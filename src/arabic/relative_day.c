#include "arabic/relative_day.h"

#include "arabic/proclitics.h"

enum relative { NOT_RELATIVE, TODAY, YESTERDAY, TOMORROW };

/* What a word says without its proclitics. */
static enum relative relative_of(struct mdq_span v2) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = v2.len ? mdq_stems(v2, stems) : 0;
  for (size_t s = 0; s < count; s++) {
    bool article = stems[s].article && !stems[s].lil;
    if (article && mdq_span_is(stems[s].text, "يوم")) return TODAY;
    if (mdq_span_is(stems[s].text, "امس")) return YESTERDAY;
    if (mdq_span_is(stems[s].text, "غدا") || mdq_span_is(stems[s].text, "غد")) return TOMORROW;
  }
  return NOT_RELATIVE;
}

bool mdq_may_be_relative_day(struct mdq_span v2) {
  return relative_of(v2) != NOT_RELATIVE;
}

/* «وأول», «الأول», too. */
static bool stem_is(const struct mdq_segment *segment, size_t i, const char *v2) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  struct mdq_span word = mdq_token_v2(segment, i);
  size_t count = word.len ? mdq_stems(word, stems) : 0;
  for (size_t s = 0; s < count; s++)
    if (mdq_span_is(stems[s].text, v2)) return true;
  return false;
}

/* «ذلك اليوم» is some day; what «من أمس» belongs to was not understood. */
static bool is_another_day(const struct mdq_segment *segment, size_t first) {
  static const char *const before[] = { "ذلك", "نفس", "ذات", "كل", "مثل", "من" };
  for (size_t k = 0; k < sizeof before / sizeof *before; k++)
    if (mdq_token_v2_is(segment, first - 1, before[k])) return true;
  return false;
}

static struct mdq_relative_day read_phrase(const struct mdq_segment *segment, size_t i, enum relative word) {
  struct mdq_relative_day day = { i, i, 0 };
  if (word == TOMORROW) {
    bool after = stem_is(segment, i - 1, "بعد");
    day.first = i - after;
    day.days = 1 + after;
  } else if (word == YESTERDAY) {
    bool behind = mdq_token_v2_is(segment, i + 1, "الاول"), before = stem_is(segment, i - 1, "اول");
    bool apart = mdq_token_v2_is(segment, i - 1, "من") && stem_is(segment, i - 2, "اول");
    day.first = behind ? i : i - before - 2 * (size_t)apart;
    day.last = i + behind;
    day.days = behind || before || apart ? -2 : -1;
  }
  return day;
}

bool mdq_relative_day(const struct mdq_segment *segment, size_t i, struct mdq_relative_day *day) {
  enum relative word = relative_of(mdq_token_v2(segment, i));
  if (word == NOT_RELATIVE) return false;
  *day = read_phrase(segment, i, word);
  return !is_another_day(segment, day->first);
}
