/* Characters that nobody sees: zero-width ones, controls, and direction marks that are not closed. */
#include "lint/rule.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { INVISIBLE, BIDI_UNBALANCED };

static const struct mdq_rule rules[] = {
  [INVISIBLE] = {
    .id = "norm/invisible", .severity = MDQ_WARNING, .certainty = MDQ_CERTAIN, .category = "fluency/character-encoding", .since = "0.1",
    .summary = { "Invisible character", "محرف خفي" },
    .rationale = { "Zero-width spaces, soft hyphens, stray byte order marks and control characters come in by pasting; they split words for search and spelling and serve no purpose in Arabic.",
                   "تتسرب المسافات عديمة العرض والمحارف الخفية مع النسخ واللصق، فتقطع الكلمات عند البحث والتدقيق ولا حاجة إليها في العربية." },
    .message = { "Invisible character {y} in “{x}”", "محرف خفي {y} في «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "قال الرئ\u200Bيس إن القمة", .fixed = "قال الرئيس إن القمة" }, { .text = "عقد\u00ADت القمة أمس", .fixed = "عقدت القمة أمس" },
      { .text = "نمو\u200Cالاقتصاد العالمي", .fixed = "نموالاقتصاد العالمي" }, { .text = "سطر\u2028وآخر", .fixed = "سطر وآخر" }, { 0 } },
    .good = (const char *const[]){ "العائلة 👨‍👩‍👧 سعيدة", "في عام 1445 هـ\u200D بدأ", "النسبة 5\u200E%\u200F فقط", "قال الرئيس\tإن القمة", NULL },
  },
  [BIDI_UNBALANCED] = {
    .id = "norm/bidi-unbalanced", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "fluency/character-encoding", .since = "0.1",
    .summary = { "Direction mark that is never closed, or closes nothing", "علامة اتجاه لا تُغلق أو لا تُغلق شيئًا" },
    .rationale = { "Embeddings, overrides and isolates come in pairs within a paragraph (UAX 9); one without its partner reorders what follows. Left-to-right and right-to-left marks need no partner.",
                   "علامات التضمين والعزل تأتي أزواجًا داخل الفقرة، والمفردة منها تقلب ترتيب ما بعدها. أما علامتا LRM وRLM فلا تحتاجان إلى قرين." },
    .message = { "Direction mark {y} has no partner", "علامة الاتجاه {y} بلا قرين" },
    .bad = (const struct mdq_example[]){ { .text = "شركة \u202ANvidia العالمية", .fixed = "شركة Nvidia العالمية" },
      { .text = "شركة Nvidia\u202C العالمية", .fixed = "شركة Nvidia العالمية" }, { .text = "رقم \u2066123 جديد", .fixed = "رقم 123 جديد" }, { 0 } },
    .good = (const char *const[]){ "شركة \u202ANvidia\u202C العالمية", "شركة \u2066Nvidia\u2069 العالمية", "نسبة \u200E5%\u200F فقط", NULL },
  },
};

static struct mdq_span name_of(struct mdq_ctx *ctx, uint32_t c) {
  return mdq_arena_printf(ctx->scratch, "U+%04X", (unsigned)c);
}

/* The word around a place, for the message. */
static struct mdq_span word_around(struct mdq_span text, size_t start, size_t end) {
  while (start && !mdq_is_space(mdq_utf8_before(text, start)) && end - start < 60) mdq_utf8_previous(text, &start);
  while (end < text.len && !mdq_is_space(mdq_utf8_at(text, end)) && end - start < 60) mdq_utf8_next(text, &end);
  return mdq_span_sub(text, start, end);
}

static bool joins_emoji(struct mdq_span text, size_t start, size_t end) {
  uint32_t before = mdq_utf8_before(text, start);
  return mdq_char_class(mdq_utf8_at(text, end)) == MDQ_CHAR_EMOJI && (mdq_char_class(before) == MDQ_CHAR_EMOJI || before == 0xFE0F);
}

/* ه or هـ with a joiner keeps its initial shape in the abbreviation of the Hijri year. */
static bool shapes_hijri_sign(struct mdq_span text, size_t start, size_t end) {
  uint32_t before = mdq_utf8_before(text, start);
  return (before == 0x0647 || before == 0x0640) && !mdq_is_arabic_letter(mdq_utf8_at(text, end));
}

static bool is_offence(struct mdq_span text, size_t start, size_t end, uint32_t c) {
  if (mdq_char_class(c) != MDQ_CHAR_INVISIBLE || mdq_is_bidi_control(c) || mdq_is_bidi_mark(c)) return false;
  return c != 0x200D || (!joins_emoji(text, start, end) && !shapes_hijri_sign(text, start, end));
}

static void find_invisible(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct mdq_span text = segment->text;
  for (size_t at = 0; at < text.len;) {
    size_t start = at, end;
    uint32_t first = mdq_utf8_next(text, &at);
    if (!is_offence(text, start, at, first)) continue;
    for (end = at; at < text.len; end = at) { /* a run is one finding */
      uint32_t c = mdq_utf8_next(text, &at);
      if (!is_offence(text, end, at, c)) break;
    }
    at = end;
    bool separates = first == 0x2028 || first == 0x2029;
    mdq_report(ctx, INVISIBLE, .at = mdq_at(segment, start, end), .x = word_around(text, start, end), .y = name_of(ctx, first),
               .fix = separates ? MDQ_SPAN_LIT(" ") : MDQ_SPAN_LIT(""), .safe = true);
  }
}

struct opened {
  size_t at;
  uint32_t mark;
};

static void report_mark(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t at, uint32_t mark) {
  mdq_report(ctx, BIDI_UNBALANCED, .at = mdq_at(segment, at, at + 3), .y = name_of(ctx, mark), .fix = MDQ_SPAN_LIT(""));
}

static bool is_isolate(uint32_t c) {
  return c >= 0x2066 && c <= 0x2068;
}

/* BD9: a PDI closes the last open isolate and everything opened inside it; a PDF closes an embedding only if no isolate lies between. */
static void find_unbalanced(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct opened *open = NULL;
  size_t count = 0, capacity = 0, isolates = 0;
  for (size_t at = 0; at < segment->text.len;) {
    size_t start = at;
    uint32_t c = mdq_utf8_next(segment->text, &at);
    if (!mdq_is_bidi_control(c)) continue;
    if (c == 0x202C) {
      if (count && !is_isolate(open[count - 1].mark)) count--;
      else report_mark(ctx, segment, start, c);
    } else if (c == 0x2069) {
      if (!isolates) report_mark(ctx, segment, start, c);
      while (isolates && !is_isolate(open[--count].mark)) report_mark(ctx, segment, open[count].at, open[count].mark);
      if (isolates) isolates--;
    } else {
      struct opened *next = mdq_arena_push(ctx->scratch, &open, &count, &capacity, sizeof *next);
      if (!next) return;
      *next = (struct opened){ start, c };
      isolates += is_isolate(c);
    }
  }
  while (count--) report_mark(ctx, segment, open[count].at, open[count].mark);
}

static void segment_invisible(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  if (segment->traits & MDQ_TRAIT_INVISIBLE) find_invisible(ctx, segment);
  if (segment->traits & MDQ_TRAIT_BIDI_CONTROL) find_unbalanced(ctx, segment);
}

const struct mdq_rule_group mdq_rules_norm_invisible = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .traits = MDQ_TRAIT_INVISIBLE | MDQ_TRAIT_BIDI_CONTROL, .segment = segment_invisible,
};
