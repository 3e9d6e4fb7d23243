#include "arabic/ordinals.h"

#include "arabic/proclitics.h"

static const char *const units[] = { "اول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر", "حادي", NULL };
static const char *const twenty[] = { "عشرين", "عشرون", NULL }, *const thirty[] = { "ثلاثين", "ثلاثون", NULL };

int mdq_ordinal_at(const struct mdq_segment *segment, size_t i, size_t *next) {
  static const char *const tens[] = { "عشر", "والعشرين", "والعشرون", "والثلاثين", "والثلاثون", NULL };
  struct mdq_stem stems[MDQ_STEMS_MOST];
  struct mdq_span word = mdq_token_v2(segment, i), behind = mdq_token_v2(segment, i + 1);
  size_t count = word.len ? mdq_stems(word, stems) : 0;
  for (size_t s = 0; s < count; s++) {
    if (!stems[s].article) continue;
    *next = i + 1;
    if (mdq_span_is_one_of(stems[s].text, twenty)) return 20;
    if (mdq_span_is_one_of(stems[s].text, thirty)) return 30;
    for (int unit = 0; units[unit]; unit++) {
      if (!mdq_span_is(stems[s].text, units[unit])) continue;
      int number = unit == 10 ? 1 : unit + 1;
      if (!mdq_span_is_one_of(behind, tens)) return unit == 10 ? 0 : number;
      *next = i + 2;
      return number + (mdq_span_is(behind, "عشر") ? 10 : mdq_span_starts(behind, MDQ_SPAN_LIT("والعشر")) ? 20 : 30);
    }
  }
  return 0;
}

bool mdq_may_be_ordinal(struct mdq_span v2) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v2, stems);
  for (size_t s = 0; s < count; s++)
    if (stems[s].article && (mdq_span_is_one_of(stems[s].text, units) || mdq_span_is_one_of(stems[s].text, twenty) || mdq_span_is_one_of(stems[s].text, thirty))) return true;
  return false;
}

struct mdq_span mdq_ordinal_written(int number) {
  static const char *const written[] = { "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر", "الحادي عشر",
                                         "الثاني عشر", "الثالث عشر", "الرابع عشر", "الخامس عشر", "السادس عشر", "السابع عشر", "الثامن عشر", "التاسع عشر",
                                         "العشرين", "الحادي والعشرين" };
  bool known = number >= 1 && number <= (int)(sizeof written / sizeof *written);
  return known ? mdq_span_str(written[number - 1]) : MDQ_SPAN_LIT("");
}
