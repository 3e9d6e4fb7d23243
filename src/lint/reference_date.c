#include "lint/reference_date.h"

#include "base/ascii.h"
#include "lint/facts.h"
#include "lint/run.h"

enum {
  OPENING = 5,        /* segments among which the dateline stands: it may follow a headline, a byline and a summary */
  LONGEST_PLACE = 4,  /* words before the date: «سان فرانسيسكو» */
  LONGEST_AGENCY = 6  /* tokens between the date and the dash: «(أ ف ب)», «/رويترز/» */
};

bool mdq_reference_date_read(struct mdq_reference_date *date, struct mdq_span text) {
  if (text.len != 10) return false;
  int part[3] = { 0 };
  for (size_t i = 0, k = 0; i < text.len; i++) {
    bool hyphen = i == 4 || i == 7;
    if (hyphen ? text.ptr[i] != '-' : !mdq_ascii_digit(text.ptr[i])) return false;
    if (hyphen) k++;
    else part[k] = part[k] * 10 + text.ptr[i] - '0';
  }
  if (!part[0] || !mdq_date_exists(part[0], part[1], part[2])) return false;
  *date = (struct mdq_reference_date){ MDQ_REFERENCE_OPTION, part[0], part[1], part[2], mdq_weekday_of(part[0], part[1], part[2]) };
  return true;
}

/* Words that a line about the draft's own date may have beside it. */
static bool is_of_publication(const struct mdq_segment *segment, size_t i) {
  static const char *const words[] = { "نشر", "نشرت", "تاريخ", "بتاريخ", "النشر", "اخر", "تحديث", "حدث", "حرر", "كتب", "في", "يوم", "الساعه", "بتوقيت", "غرينتش",
                                       "جرينتش", "غرينيتش", "الموافق", "م", "ص", "ه", "مساء", "صباحا", "ظهرا", "المحلي", "المحليه", NULL };
  static const char *const agencies[] = { "واس", "وام", "كونا", "قنا", "بنا", "سانا", "سونا", "وات", "واج", "وفا", "بترا", NULL };
  static const char *const english[] = { "Published", "published", "Updated", "updated", "Posted", "on", "On", "at", "Date", "GMT", "UTC", "ET", "EST", "EDT", "BST",
                                         "a.m.", "p.m.", "am", "pm", "AM", "PM", "a.m", "p.m", NULL };
  struct mdq_span v2 = mdq_token_v2(segment, i);
  return v2.len ? mdq_span_is_one_of(v2, words) || mdq_span_is_one_of(v2, agencies) : mdq_token_is(segment, i, MDQ_TOKEN_LAT) && mdq_span_is_one_of(mdq_token_text(segment, i), english);
}

static bool is_word(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i, MDQ_TOKEN_AR | MDQ_TOKEN_LAT | MDQ_TOKEN_MIX | MDQ_TOKEN_OTHER);
}

static bool is_dash(const struct mdq_segment *segment, size_t i) {
  return mdq_token_mark(segment, i, '-') || mdq_token_mark(segment, i, 0x2013) || mdq_token_mark(segment, i, 0x2014) || mdq_token_mark(segment, i, 0x0640) ||
         mdq_token_mark(segment, i, ':');
}

/* Before the date stand at most a place and an agency. */
static bool opens_as_dateline(const struct mdq_segment *segment, size_t first) {
  size_t words = 0;
  for (size_t i = 0; i < first; i++) {
    if (mdq_token_mark(segment, i, '.') || mdq_token_is(segment, i, MDQ_TOKEN_NUM)) return false;
    words += is_word(segment, i) && !is_of_publication(segment, i);
    if (words > LONGEST_PLACE) return false;
  }
  return true;
}

static bool only_publication_before(const struct mdq_segment *segment, size_t first) {
  for (size_t i = 0; i < first; i++)
    if (is_word(segment, i) && !is_of_publication(segment, i)) return false;
  return true;
}

/* «جنيف، 2 مارس»: a place is parted from its date, or it is the end of a headline. */
static bool place_before(const struct mdq_segment *segment, size_t first) {
  size_t i = first;
  while (i && is_of_publication(segment, i - 1)) i--;
  return i && (mdq_token_is_comma(segment, i - 1) || is_dash(segment, i - 1) || mdq_token_mark(segment, i - 1, ')'));
}

/* Behind the date stand the time and the agency at most. */
static bool ends_behind(const struct mdq_segment *segment, size_t last) {
  unsigned depth = 0;
  for (size_t i = last + 1; i < segment->token_count; i++) {
    if (mdq_token_mark(segment, i, '(')) depth++;
    else if (mdq_token_mark(segment, i, ')')) depth -= depth > 0;
    else if (!depth && is_word(segment, i) && !is_of_publication(segment, i)) return false;
    if (i - last > 2 * LONGEST_AGENCY) return false;
  }
  return true;
}

/* «القاهرة 3 مارس (رويترز) - قال»: a dash behind the date and the agency, with a space on one side at least. Agencies that stand
   between strokes do without: «مسقط في 3 مارس /العمانية/ قال». */
static bool dash_behind(const struct mdq_segment *segment, size_t last) {
  size_t i = last + 1, from = i;
  if (mdq_token_mark(segment, i, '(')) {
    while (i < segment->token_count && i - from < LONGEST_AGENCY && !mdq_token_mark(segment, i, ')')) i++;
    i++;
  } else if (mdq_token_mark(segment, i, '/')) {
    for (i++; i < segment->token_count && i - from < LONGEST_AGENCY && !mdq_token_mark(segment, i, '/');) i++;
    if (mdq_token_mark(segment, i, '/') && is_word(segment, i - 1)) return true;
    i++;
  }
  return is_dash(segment, i) && (!mdq_token_glued(segment, i) || !mdq_token_glued(segment, i + 1));
}

struct extent { /* tokens */
  size_t first, last;
  bool bracketed;
};

/* The date with what says the same day: the Islamic one beside it, and brackets around it. */
static struct extent extent_of(const struct mdq_segment *segment, const struct mdq_dates *dates, size_t i) {
  enum { JOINED = 3 /* tokens between the two */ };
  const struct mdq_date *date = &dates->items[i];
  struct extent e = { date->first, date->last, false };
  if (i && date[-1].calendar == MDQ_HIJRI && date->first - date[-1].last <= JOINED) e.first = date[-1].first;
  if (i + 1 < dates->count && date[1].calendar == MDQ_HIJRI && date[1].first - date->last <= JOINED) e.last = date[1].last;
  e.bracketed = e.first && mdq_token_mark(segment, e.first - 1, '(') && mdq_token_mark(segment, e.last + 1, ')');
  e.first -= e.bracketed;
  e.last += e.bracketed;
  return e;
}

/* What date number i is evidence of. */
static enum mdq_reference_origin origin_of(const struct mdq_segment *segment, const struct mdq_dates *dates, size_t i) {
  const struct mdq_date *date = &dates->items[i];
  if (!date->day || !date->month || date->calendar != MDQ_GREGORIAN || date->direction) return MDQ_REFERENCE_NONE;
  if ((date->either_order && date->day != date->month) || !mdq_date_exists(date->year, date->month, date->day)) return MDQ_REFERENCE_NONE;
  struct extent said = extent_of(segment, dates, i);
  if (!opens_as_dateline(segment, said.first)) return MDQ_REFERENCE_NONE;
  if (dash_behind(segment, said.last)) return MDQ_REFERENCE_DATELINE;
  if (said.bracketed || !ends_behind(segment, said.last)) return MDQ_REFERENCE_NONE; /* «انتخابات تونس (4 مارس 2026)» */
  if (only_publication_before(segment, said.first)) return MDQ_REFERENCE_PUBLICATION;
  return place_before(segment, said.first) || said.first < date->first ? MDQ_REFERENCE_DATELINE : MDQ_REFERENCE_NONE;
}

static void take(struct mdq_run *run, const struct mdq_segment *segment, const struct mdq_dates *dates, bool of_source) {
  struct mdq_reference_date *known = &run->reference_date;
  for (size_t i = 0; dates && i < dates->count; i++) {
    const struct mdq_date *date = &dates->items[i];
    enum mdq_reference_origin origin = origin_of(segment, dates, i);
    if (of_source && origin) origin = MDQ_REFERENCE_SOURCE;
    bool better = origin > known->origin || (origin && origin == known->origin && !known->year && date->year);
    if (!better) continue;
    int weekday = date->year ? mdq_weekday_of(date->year, date->month, date->day) : date->weekday;
    if (date->weekday && weekday != date->weekday) weekday = 0;
    *known = (struct mdq_reference_date){ origin, date->year, date->month, date->day, weekday };
  }
}

void mdq_reference_date_look(const struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  if (ctx->run->reference_date.origin == MDQ_REFERENCE_OPTION || segment->index >= OPENING) return;
  take(ctx->run, segment, mdq_segment_dates(ctx, segment), false);
  const struct mdq_segment *source = mdq_source_segment(ctx, segment);
  if (source) take(ctx->run, source, mdq_source_dates(ctx, segment), true);
}

const struct mdq_reference_date *mdq_reference_date(const struct mdq_ctx *ctx) {
  return &ctx->run->reference_date;
}
