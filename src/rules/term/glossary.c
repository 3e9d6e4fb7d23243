/* The user's glossary (--glossary): a source term has its rendering, and forbidden variants do not occur. */
#include "glossary/glossary.h"

#include <stdlib.h>

#include "lint/rule.h"
#include "rules/term/in_place.h"

enum { REQUIRED, FORBIDDEN };

/* What the examples are for. */
static const char example_glossary[] =
  "chip\tرقاقة\tشريحة\n"
  "AI\tالذكاء الاصطناعي\tالذكاء الصناعي\n"
  "computer\tحاسوب\tكمبيوتر\n"
  "Nvidia\tإنفيديا\n";

static const struct mdq_rule rules[] = {
  [REQUIRED] = {
    .id = "term/required", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "terminology/inconsistent-with-terminology-resource", .since = "0.1",
    .summary = { "The glossary's rendering is missing", "لم يرد المقابل الذي في المسرد" },
    .rationale = { "The source has a term of the glossary (--glossary), and neither this passage nor its neighbours have a rendering that the glossary gives.",
                   "في الأصل مصطلح من المسرد (‎--glossary‎)، ولا مقابل له مما في المسرد في هذا المقطع ولا في جاريه." },
    .message = { "The source has “{x}”, the draft lacks the glossary's “{y}”{z}", "في الأصل «{x}» ولم يرد مقابله في المسرد «{y}»{z}" },
    .bad = (const struct mdq_example[]){
      { .text = "تنتج الشركة قطعا دقيقة للهواتف", .source = "The company makes chips for phones" },
      { .text = "ناقش المجلس سياسة جديدة", .source = "The council discussed AI policy" },
      { .text = "ارتفع سهم Nvidia صباحا", .fixed = "ارتفع سهم إنفيديا صباحا", .source = "Nvidia's stock rose in the morning" },
      { 0 } },
    .good = (const char *const[]){ "تنتج الشركة الرقائق للهواتف", "ناقش المجلس سياسة الذكاء الاصطناعي", "لا نص أصليا هنا", NULL },
  },
  [FORBIDDEN] = {
    .id = "term/forbidden", .severity = MDQ_WARNING, .certainty = MDQ_CERTAIN, .category = "terminology/inconsistent-with-terminology-resource", .since = "0.1", .supersedes = "term/inconsistent",
    .summary = { "A variant that the glossary does not allow", "لفظ لا يجيزه المسرد" },
    .rationale = { "The glossary lists this variant as forbidden. It is a note where the source is known and does not have the term, and in quoted speech, unless the source has it.",
                   "يمنع المسرد هذا اللفظ. وهو ملاحظة فحسب حيث عُرف الأصل وخلا من المصطلح، وفي الكلام المقتبس ما لم يكن المصطلح في الأصل." },
    .message = { "The glossary forbids “{x}”{?; it has “{y}”?}{z}", "يمنع المسرد «{x}»{?، ومقابله فيه «{y}»?}{z}" },
    .bad = (const struct mdq_example[]){
      { .text = "تنتج الشركة الشريحة الجديدة", .fixed = "تنتج الشركة الرقاقة الجديدة" },
      { .text = "ارتفع الطلب على شريحتها", .fixed = "ارتفع الطلب على رقاقتها" },
      { .text = "اشترى جهازًا للكمبيوتر", .fixed = "اشترى جهازًا للحاسوب" },
      { .text = "تراجع بالذكاء الصناعي كل شيء", .fixed = "تراجع بالذكاء الاصطناعي كل شيء" },
      { 0 } },
    .good = (const char *const[]){ "تنتج الشركة الرقاقة الجديدة", "اشترى جهازا للحاسوب", "تراجع الإنتاج الصناعي", NULL },
  },
};

struct wanted { /* a source term with nothing for it in its own segment */
  uint32_t entry;
  size_t segment;
  struct mdq_place at;
  struct mdq_span term;
  bool latin; /* it stands there as it is in the source */
};

struct seen { /* a rendering, or what is reported in its place */
  uint32_t entry;
  size_t segment;
};

struct mark { /* what the segment with that index plus 1 has of an entry */
  size_t source, left;     /* a source term; one in the draft itself ... */
  size_t left_from, left_to; /* ... there */
  uint32_t sources;          /* how often the source has a term ... */
  size_t sources_end;        /* ... the last one up to here */
  size_t used;               /* the segment has renderings or forbidden variants ... */
  uint32_t places;           /* ... at so many places ... */
  size_t behind;             /* ... the last one before this token */
};

struct state {
  struct mark *marks; /* by entry */
  struct wanted *wanted;
  size_t wanted_count, wanted_capacity;
  struct seen *seen;
  size_t seen_count, seen_capacity;
};

struct scan { /* of one segment */
  struct mdq_ctx *ctx;
  const struct mdq_segment *segment;
  const struct mdq_glossary *glossary;
  struct mdq_source_use *sources; /* of the source text */
  size_t source_count, source_capacity;
  struct mdq_term_use *uses;
  size_t use_count, use_capacity;
};

/* -- what there is -- */

static struct mark *mark_of(const struct scan *s, uint32_t entry) {
  return &((struct state *)s->ctx->state)->marks[entry];
}

static void keep_source(void *user, const struct mdq_source_use *use) {
  struct scan *s = user;
  struct mark *mark = mark_of(s, use->entry);
  size_t start = (size_t)(use->text.ptr - s->segment->source.ptr);
  bool first = mark->source != s->segment->index + 1;
  if (first) mark->sources = 0;
  if (first || start >= mark->sources_end) {
    mark->sources++;
    mark->sources_end = start + use->text.len;
  }
  if (!first) return;
  mark->source = s->segment->index + 1;
  struct mdq_source_use *place = mdq_arena_push(s->ctx->scratch, &s->sources, &s->source_count, &s->source_capacity, sizeof *place);
  if (place) *place = *use;
}

static void keep_left(void *user, const struct mdq_source_use *use) {
  struct scan *s = user;
  struct mark *mark = mark_of(s, use->entry);
  if (mark->left == s->segment->index + 1) return;
  mark->left = s->segment->index + 1;
  mark->left_from = (size_t)(use->text.ptr - s->segment->text.ptr);
  mark->left_to = mark->left_from + use->text.len;
}

static void find_uses(struct scan *s) {
  for (size_t i = 0; i < s->segment->token_count; i++) {
    bool arabic = s->segment->tokens[i].kind == MDQ_TOKEN_AR;
    if (arabic ? !mdq_concerned(s->ctx, s->segment, i) : s->segment->tokens[i].kind == MDQ_TOKEN_PUNCT) continue;
    struct mdq_term_use found[MDQ_TERM_USES];
    size_t count = mdq_terms_at(&s->glossary->terms, s->segment, i, found);
    for (size_t f = 0; f < count; f++) {
      struct mdq_term_use *use = mdq_arena_push(s->ctx->scratch, &s->uses, &s->use_count, &s->use_capacity, sizeof *use);
      if (use) *use = found[f];
    }
  }
}

static uint32_t entry_of(const struct mdq_term_use *use) {
  return use->term->id >> 1;
}

static bool is_forbidden(const struct mdq_term_use *use) {
  return (use->term->id & 1) == MDQ_FORBIDDEN;
}

/* Part of a longer rendering of the same entry: شريحة of «شريحة إلكترونية». Uses stand in the order of the text. */
static bool is_covered(const struct scan *s, size_t number) {
  const struct mdq_term_use *use = &s->uses[number];
  size_t from = number;
  while (from && s->uses[from - 1].first + 2 * MDQ_TERM_WORDS > use->first) from--;
  for (size_t i = from; i < s->use_count && s->uses[i].first <= use->first; i++) {
    const struct mdq_term_use *other = &s->uses[i];
    if (!is_forbidden(other) && !other->loose && entry_of(other) == entry_of(use) && other->last >= use->last) return true;
  }
  return false;
}

static bool has_source_term(const struct scan *s, uint32_t entry) {
  return mark_of(s, entry)->source == s->segment->index + 1;
}

/* Uses stand in the order of the text; of those that overlap the first is a place. */
static void count_place(const struct scan *s, const struct mdq_term_use *use) {
  struct mark *mark = mark_of(s, entry_of(use));
  if (mark->used != s->segment->index + 1) {
    mark->used = s->segment->index + 1;
    mark->places = 0;
    mark->behind = 0;
  }
  if (use->first < mark->behind) return;
  mark->places++;
  mark->behind = use->last + 1;
}

/* The source has the term as often as the draft may have it, rightly rendered or not: none of these words means something else. */
static bool each_is_term(const struct scan *s, uint32_t entry) {
  return has_source_term(s, entry) && mark_of(s, entry)->sources >= mark_of(s, entry)->places;
}

/* -- reporting -- */

/* " (note)", if there is one. */
static struct mdq_span remark(struct mdq_ctx *ctx, struct mdq_span note) {
  return note.len ? mdq_arena_printf(ctx->arena, " (%.*s)", (int)note.len, note.ptr) : mdq_span_of("", 0);
}

static void report_forbidden(struct scan *s, const struct mdq_term_use *use) {
  enum { MOST_FIXES = 4 };
  const struct mdq_segment *segment = s->segment;
  const struct mdq_glossary_entry *entry = &s->glossary->entries[entry_of(use)];
  struct mdq_term_place place = mdq_term_place_of(segment, use);
  struct mdq_replacement fixes[MOST_FIXES];
  size_t count = 0;
  /* Where nothing says that it is the term, the word may have another of its meanings. */
  bool is_term = !entry->sources.count || each_is_term(s, entry_of(use));
  for (size_t i = 0; i < entry->renderings.count && count < MOST_FIXES; i++) {
    struct mdq_span rendering = entry->renderings.items[i], text = mdq_term_in_place(s->ctx->scratch, &place, rendering);
    if (text.len) fixes[count++] = (struct mdq_replacement){ .text = text, .safe = is_term && entry->renderings.count == 1 && mdq_term_fits_safely(&place, rendering) };
  }
  /* Somebody else's word, unless the source shows that it is the translator's. */
  bool quoted = segment->tokens[use->first].flags & MDQ_TOKEN_QUOTED && !has_source_term(s, entry_of(use));
  bool elsewhere = segment->has_source && segment->source.len && entry->sources.count && !has_source_term(s, entry_of(use));
  struct mdq_span preferred = entry->renderings.count ? entry->renderings.items[0] : mdq_span_of("", 0);
  mdq_report(s->ctx, FORBIDDEN, .at = place.at, .x = place.text, .y = preferred, .z = remark(s->ctx, entry->note), .severity = quoted || elsewhere ? MDQ_NOTE : MDQ_WARNING,
             .certainty = quoted || elsewhere ? MDQ_POSSIBLE : is_term ? MDQ_CERTAIN : MDQ_LIKELY, .fixes = fixes, .fix_count = count);
}

static void note_seen(struct scan *s, uint32_t entry) {
  struct state *state = s->ctx->state;
  struct seen *seen = mdq_arena_push(s->ctx->arena, &state->seen, &state->seen_count, &state->seen_capacity, sizeof *seen);
  if (seen) *seen = (struct seen){ entry, s->segment->index };
}

/* Where the term itself was left in the draft, that is the place. */
static struct mdq_place place_of(const struct scan *s, uint32_t entry, bool *latin) {
  const struct mark *mark = mark_of(s, entry);
  *latin = mark->left == s->segment->index + 1;
  return *latin ? mdq_at(s->segment, mark->left_from, mark->left_to) : mdq_at(s->segment, 0, s->segment->text.len);
}

static void want(struct scan *s, const struct mdq_source_use *source) {
  struct state *state = s->ctx->state;
  if (!s->glossary->entries[source->entry].renderings.count) return;
  struct wanted *wanted = mdq_arena_push(s->ctx->arena, &state->wanted, &state->wanted_count, &state->wanted_capacity, sizeof *wanted);
  if (!wanted) return;
  *wanted = (struct wanted){ .entry = source->entry, .segment = s->segment->index, .term = source->text };
  wanted->at = place_of(s, source->entry, &wanted->latin);
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  return mdq_terms_may_begin(&mdq_glossary_of(ctx)->terms, word);
}

static void begin(struct mdq_ctx *ctx) {
  struct state *state = ctx->state;
  state->marks = mdq_arena_array(ctx->arena, mdq_glossary_of(ctx)->entry_count + 1, sizeof *state->marks);
}

static void segment_hook(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct scan s = { .ctx = ctx, .segment = segment, .glossary = mdq_glossary_of(ctx) };
  if (segment->has_source) mdq_glossary_find_sources(s.glossary, segment->source, keep_source, &s);
  if (s.source_count && segment->kinds & MDQ_TOKEN_LAT) mdq_glossary_find_sources(s.glossary, segment->text, keep_left, &s);
  find_uses(&s);
  for (size_t i = 0; i < s.use_count; i++) count_place(&s, &s.uses[i]);
  for (size_t i = 0; i < s.use_count; i++) {
    bool reported = is_forbidden(&s.uses[i]) && !is_covered(&s, i);
    if (reported) report_forbidden(&s, &s.uses[i]);
    if (ctx->document->has_source && (reported || !is_forbidden(&s.uses[i]))) note_seen(&s, entry_of(&s.uses[i]));
  }
  for (size_t i = 0; i < s.source_count; i++) want(&s, &s.sources[i]);
}

static int seen_order(const void *a, const void *b) {
  const struct seen *x = a, *y = b;
  if (x->entry != y->entry) return x->entry < y->entry ? -1 : 1;
  return (x->segment > y->segment) - (x->segment < y->segment);
}

static int near_order(const void *key, const void *item) {
  const struct wanted *wanted = key;
  const struct seen *seen = item;
  if (wanted->entry != seen->entry) return wanted->entry < seen->entry ? -1 : 1;
  if (wanted->segment > seen->segment + 1) return 1;
  return wanted->segment + 1 < seen->segment ? -1 : 0;
}

static void report_required(struct mdq_ctx *ctx, const struct wanted *wanted) {
  enum { MOST_FIXES = 4 };
  const struct mdq_glossary_entry *entry = &mdq_glossary_of(ctx)->entries[wanted->entry];
  struct mdq_replacement fixes[MOST_FIXES];
  size_t count = 0;
  for (; wanted->latin && count < entry->renderings.count && count < MOST_FIXES; count++) fixes[count] = (struct mdq_replacement){ .text = entry->renderings.items[count] };
  mdq_report(ctx, REQUIRED, .at = wanted->at, .x = wanted->term, .y = entry->renderings.items[0], .z = remark(ctx, entry->note), .fixes = fixes,
             .fix_count = count);
}

static void finish(struct mdq_ctx *ctx) {
  struct state *state = ctx->state;
  if (state->seen_count) qsort(state->seen, state->seen_count, sizeof *state->seen, seen_order);
  for (size_t i = 0; i < state->wanted_count; i++)
    if (!state->seen_count || !bsearch(&state->wanted[i], state->seen, state->seen_count, sizeof *state->seen, near_order)) report_required(ctx, &state->wanted[i]);
}

const struct mdq_rule_group mdq_rules_term_glossary;
const struct mdq_rule_group mdq_rules_term_glossary = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .concerns = concerns, .needs_glossary = true, .example_glossary = example_glossary, .state_size = sizeof(struct state),
  .begin = begin, .segment = segment_hook, .finish = finish,
};
