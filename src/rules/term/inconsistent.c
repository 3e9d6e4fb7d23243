/* One term in two renderings: رقاقة here, شريحة there. Which terms those are is data; which rendering prevails shows when the
   whole draft is known. */
#include <stdlib.h>

#include "glossary/renderings.h"
#include "lint/rule.h"
#include "rules/term/in_place.h"

enum { INCONSISTENT };

static const struct mdq_rule rules[] = {
  [INCONSISTENT] = {
    .id = "term/inconsistent", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "terminology/inconsistent-use-of-terminology", .since = "0.1",
    .summary = { "One term in two renderings", "مصطلح واحد بترجمتين" },
    .rationale = { "Both renderings are in use, but a reader who meets both looks for a difference: a text keeps to one of them.",
                   "كلتا الترجمتين مستعملة، لكن من يقرأهما معًا يظن بينهما فرقًا: يلتزم النص واحدة منهما." },
    .message = { "One term in two renderings (“{z}”): “{x}” here, mostly “{y}”", "مصطلح واحد ({z}) بترجمتين: «{x}» هنا، والغالب «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "تصنع الشركة رقاقة متطورة، وتبيع الرقاقات في آسيا\nوقالت إن شريحة الذاكرة الجديدة أسرع", .fixed = "تصنع الشركة رقاقة متطورة، وتبيع الرقاقات في آسيا\nوقالت إن رقاقة الذاكرة الجديدة أسرع" },
      { .text = "اشترى حاسوبا جديدا\nوعرض الحاسوب للبيع\nثم عاد إلى الكمبيوتر القديم", .fixed = "اشترى حاسوبا جديدا\nوعرض الحاسوب للبيع\nثم عاد إلى الحاسوب القديم" },
      { .text = "أطلقت الصين قمرا صناعيا\nوستطلق الهند قمرا اصطناعيا في مايو" },
      { .text = "يتقدم الذكاء الاصطناعي سريعا\nويخشى الناس الذكاء الصناعي", .fixed = "يتقدم الذكاء الاصطناعي سريعا\nويخشى الناس الذكاء الاصطناعي" },
      { 0 } },
    .good = (const char *const[]){ "تصنع الشركة رقاقة متطورة\nوتخدم شريحة واسعة من الزبائن", "اشترى حاسوبا وباع الحاسوب القديم", "اشترى كمبيوترا وجلس أمام الكمبيوتر",
                                   "تعتمد على سلسلة الكتل (بلوك تشين)", "تصنع الشركة رقاقات\nوفي الذكرى اكتسب الحزب شريحة من الناخبين", NULL },
  },
};

struct occurrence {
  uint32_t id; /* of the rendering */
  struct mdq_term_place place;
};

struct state {
  struct occurrence *items;
  size_t count, capacity;
  size_t segment, token; /* where the last one ends */
  struct mdq_term_memory memory;
};

static uint32_t set_of(const struct occurrence *item) {
  return item->id >> MDQ_RENDERING_BITS;
}

static uint32_t rendering_of(const struct occurrence *item) {
  return item->id & ((1u << MDQ_RENDERING_BITS) - 1);
}

/* «شريحة» is a chip near «إلكترونية» or «معالج», and «شريحة من الناخبين» is none. */
static bool is_meant(const struct mdq_rendered_term *set, const struct mdq_segment *segment, const struct mdq_term_use *use) {
  enum { AROUND = 8 };
  if (mdq_span_is(mdq_token_v2(segment, use->last + 1), "من")) return false;
  size_t from = use->first > AROUND ? use->first - AROUND : 0;
  for (size_t i = from; i < segment->token_count && i <= use->last + AROUND; i++)
    if (mdq_token_is(segment, i, MDQ_TOKEN_AR) && (i < use->first || i > use->last) && mdq_renderings_near(set, mdq_token_v2(segment, i))) return true;
  return false;
}

/* «سلاسل الكتل (بلوك تشين)», «المسيرات أو الدرون»: the other rendering is given on purpose. */
static bool is_explanation(const struct state *state, uint32_t set, const struct mdq_segment *segment, const struct mdq_term_use *use) {
  if (!state->count || set_of(&state->items[state->count - 1]) != set || state->segment != segment->index || use->first < 2) return false;
  return state->token + 2 == use->first && (mdq_token_mark(segment, use->first - 1, '(') || mdq_span_is(mdq_token_v2(segment, use->first - 1), "او"));
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  return mdq_rule_enabled(ctx, INCONSISTENT) && mdq_terms_may_begin(&mdq_renderings_of(ctx)->terms, word);
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_renderings *renderings = mdq_renderings_of(ctx);
  struct state *state = ctx->state;
  struct mdq_term_use uses[MDQ_TERM_USES];
  size_t count = mdq_terms_at_word(&renderings->terms, &state->memory, ctx->arena, segment, i, uses);
  for (size_t u = 0; u < count; u++) {
    uint32_t id = uses[u].term->id, number = id & ((1u << MDQ_RENDERING_BITS) - 1);
    const struct mdq_rendered_term *set = &renderings->sets[id >> MDQ_RENDERING_BITS];
    if (uses[u].ending == MDQ_ENDING_NISBA || (set->ambiguous[number] && !is_meant(set, segment, &uses[u]))) continue;
    if (is_explanation(state, id >> MDQ_RENDERING_BITS, segment, &uses[u])) continue;
    struct occurrence *item = mdq_arena_push(ctx->arena, &state->items, &state->count, &state->capacity, sizeof *item);
    if (!item) return;
    *item = (struct occurrence){ id, mdq_term_place_of(segment, &uses[u]) };
    state->segment = segment->index;
    state->token = uses[u].last;
  }
}

static int by_set_and_place(const void *a, const void *b) {
  const struct occurrence *x = a, *y = b;
  if (set_of(x) != set_of(y)) return set_of(x) < set_of(y) ? -1 : 1;
  return (x->place.at.start > y->place.at.start) - (x->place.at.start < y->place.at.start);
}

/* The rendering that most occurrences have; of equals the one that newswire has oftenest. */
static uint32_t majority(const struct occurrence *items, size_t count, size_t *kinds) {
  size_t counts[MDQ_RENDERINGS_MOST] = { 0 };
  for (size_t i = 0; i < count; i++) counts[rendering_of(&items[i])]++;
  uint32_t best = 0;
  *kinds = 0;
  for (uint32_t r = 0; r < MDQ_RENDERINGS_MOST; r++) {
    *kinds += counts[r] > 0;
    if (counts[r] > counts[best]) best = r;
  }
  return best;
}

static void report_set(struct mdq_ctx *ctx, const struct occurrence *items, size_t count) {
  const struct mdq_rendered_term *set = &mdq_renderings_of(ctx)->sets[set_of(&items[0])];
  size_t kinds;
  uint32_t best = majority(items, count, &kinds);
  if (kinds < 2) return;
  struct mdq_span usual = set->renderings[best];
  for (size_t i = 0; i < count; i++) {
    if (rendering_of(&items[i]) == best) continue;
    struct mdq_span fix = mdq_term_in_place(ctx->arena, &items[i].place, usual);
    mdq_report(ctx, INCONSISTENT, .at = items[i].place.at, .x = items[i].place.text, .y = usual, .z = set->english, .fix = fix.len ? fix : mdq_span_of(NULL, 0),
               .severity = set->style ? MDQ_NOTE : MDQ_WARNING);
  }
}

static void finish(struct mdq_ctx *ctx) {
  struct state *state = ctx->state;
  if (state->count) qsort(state->items, state->count, sizeof *state->items, by_set_and_place);
  for (size_t i = 0, same; i < state->count; i += same) {
    for (same = 1; i + same < state->count && set_of(&state->items[i + same]) == set_of(&state->items[i]); same++) {}
    report_set(ctx, state->items + i, same);
  }
}

static const char *const tables[] = { "terms/renderings.tsv", NULL };

const struct mdq_rule_group mdq_rules_term_inconsistent;
const struct mdq_rule_group mdq_rules_term_inconsistent = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = tables, .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .state_size = sizeof(struct state),
  .token = token, .finish = finish,
};
