/* What neither news nor the dictionary knows, and no confusion explains. Most of it is names: a note, and silent
   where the evidence says that it is one. */
#include <stdlib.h>

#include "rules/spell/form.h"
#include "rules/spell/spelling.h"
#include "text/utf8.h"

enum { UNKNOWN };

static const struct mdq_rule rules[] = {
  [UNKNOWN] = {
    .id = "spell/unknown", .severity = MDQ_NOTE, .certainty = MDQ_POSSIBLE, .category = "fluency/spelling", .since = "0.1",
    .summary = { "Word that no dictionary knows", "كلمة لا يعرفها المعجم" },
    .rationale = { "Neither edited news nor the dictionary has the word, and it does not look like a name.", "لا ترد الكلمة في الأخبار المحررة ولا في المعجم، ولا تشبه اسم علم." },
    .message = { "Word not in the dictionary: “{x}”", "كلمة غير معروفة في المعجم: «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "أعلنت الشركة عن المقتضحات الجديدة" },
      { .text = "دعا الحزب إلى تفخبيط القطاع العام" },
      { .text = "رفضت المحكمة الظعتراض" },
      { 0 } },
    .good = (const char *const[]){ "قال المتحدث كلاينشتاينر إن الوقت حان", "التقى الوزير بتروفيتشسكي", "رفضت المحكمة الاعتراض",
                                   "زار السيناتور غرابوفسكي المدينة", "أعلنت شركة تيروبيناي أرباحها، وقالت تيروبيناي إن الطلب زاد",
                                   "هزم ستيفن دربشاك منافسه", NULL },
  },
};

struct occurrence { /* an unknown word whose score leaves it open */
  struct mdq_place at;
  struct mdq_span raw, v1;
  uint64_t stem;
};

struct state {
  struct occurrence *open;
  size_t count, capacity;
  uint64_t *seen; /* the stems of all unknown words, names too, by their hashes: few are wanted again */
  size_t seen_count, seen_capacity;
};

enum {
  IS_NAME = 3,
  MOST_SUGGESTED = 1000 /* words a document: a text with more unknown ones is in another language, or no text */
};

static bool is_vowel(uint32_t c) {
  return c == 0x0627 || c == 0x0648 || c == 0x064A;
}

static bool is_native_only(uint32_t c) { /* ح ع ص ض ط ظ ق ث ذ ء */
  return c == 0x062D || c == 0x0639 || (c >= 0x0635 && c <= 0x0638) || c == 0x0642 || c == 0x062B || c == 0x0630 || c == 0x0621;
}

/* What the word itself says for being a name. */
static int score_of_form(struct mdq_span v1) {
  size_t letters = 0, vowels = 0, native = 0;
  for (size_t at = 0; at < v1.len;) {
    uint32_t c = mdq_utf8_next(v1, &at);
    letters++;
    vowels += is_vowel(c);
    native += is_native_only(c);
  }
  int score = 0;
  if (mdq_looks_foreign(v1)) score += 2;
  if (vowels * 10 >= letters * 4 && !native) score += 1;
  if (native && mdq_span_starts(v1, MDQ_SPAN_LIT("ال"))) score -= 3;
  return score;
}

static bool is_unknown(struct mdq_ctx *ctx, struct mdq_word *word) {
  return word->letters >= 3 && !mdq_spelling_of(ctx, word) && !mdq_lexicon_accepts(ctx->lexicon, word) && !mdq_lexicon_is_name(ctx->lexicon, word) && !mdq_is_name_behind_proclitic(ctx, mdq_word_v1(word));
}

static int score(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_count count = mdq_lexicon_count(ctx->lexicon, mdq_token_v1(segment, i));
  int value = score_of_form(mdq_token_v1(segment, i));
  if (count.edited >= 2 || count.web >= 10) value += IS_NAME; /* attested, if seldom: no slip */
  if (mdq_name_expected(ctx, segment, i)) value += IS_NAME;
  return value;
}

/* The word without و ف ب ل ك, so that لفيتيل and فيتيل count as one. */
static struct mdq_span stem_of(struct mdq_span v1) {
  static const char *const prefixes[] = { "و", "ف", "ب", "ل", "ك" };
  for (size_t i = 0; i < MDQ_COUNT(prefixes); i++)
    if (v1.len > 8 && mdq_span_starts(v1, mdq_span_str(prefixes[i]))) return mdq_span_sub(v1, 2, v1.len);
  return v1;
}

/* Part of a longer name: the word before it is known as one of a person, or it is unknown and has been taken for one. Many a
   given name is a plain word as well (كريم, أمل): behind such a one the word must look like a name itself. */
static bool follows_name(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (!mdq_token_is(segment, i - 1, MDQ_TOKEN_AR) || mdq_span_starts(mdq_token_v1(segment, i), MDQ_SPAN_LIT("ال"))) return false;
  if (mdq_concerned(ctx, segment, i - 1)) return score(ctx, segment, i - 1) >= IS_NAME;
  return mdq_follows_given_name(ctx, segment, i) || (mdq_follows_person(ctx, segment, i) && score_of_form(mdq_token_v1(segment, i)) > 0);
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  return mdq_rule_delivers(ctx, UNKNOWN, MDQ_NOTE) && is_unknown(ctx, word);
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct state *state = ctx->state;
  struct mdq_span v1 = mdq_token_v1(segment, i);
  uint64_t stem = mdq_hash(stem_of(v1)), *seen = mdq_arena_push(ctx->arena, &state->seen, &state->seen_count, &state->seen_capacity, sizeof *seen);
  if (seen) *seen = stem;
  if (score(ctx, segment, i) >= IS_NAME || follows_name(ctx, segment, i) || mdq_is_half_word(ctx, segment, i)) return;
  struct occurrence *open = mdq_arena_push(ctx->arena, &state->open, &state->count, &state->capacity, sizeof *open);
  if (open) *open = (struct occurrence){ .at = mdq_at_token(segment, i), .raw = mdq_token_text(segment, i), .v1 = mdq_arena_copy(ctx->arena, v1), .stem = stem };
}

static int by_value(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

static bool recurs(const struct state *state, uint64_t stem) {
  const uint64_t *found = bsearch(&stem, state->seen, state->seen_count, sizeof stem, by_value), *end = state->seen + state->seen_count;
  return found && ((found > state->seen && found[-1] == stem) || (found + 1 < end && found[1] == stem));
}

static void report(struct mdq_ctx *ctx, const struct occurrence *open, bool suggest) {
  struct mdq_replacement fixes[MDQ_MOST_CANDIDATES] = { 0 };
  struct mdq_candidates candidates = { 0 };
  if (suggest && mdq_fixes_matter(ctx, open->raw)) mdq_lexicon_suggest(ctx->lexicon, open->v1, ctx->arena, &candidates);
  for (size_t k = 0; k < candidates.count; k++) fixes[k].text = mdq_form_dress(ctx->arena, open->raw, open->v1, candidates.text[k]);
  mdq_report(ctx, UNKNOWN, .at = open->at, .x = open->raw, .fixes = fixes, .fix_count = candidates.count);
}

static void finish(struct mdq_ctx *ctx) {
  struct state *state = ctx->state;
  if (!state->count) return;
  qsort(state->seen, state->seen_count, sizeof *state->seen, by_value);
  for (size_t i = 0, reported = 0; i < state->count; i++)
    if (!recurs(state, state->open[i].stem)) report(ctx, &state->open[i], reported++ < MOST_SUGGESTED);
}

const struct mdq_rule_group mdq_rules_spell_unknown;
const struct mdq_rule_group mdq_rules_spell_unknown = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = mdq_spelling_tables, .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .asks_anew = true, .state_size = sizeof(struct state),
  .token = token, .finish = finish,
};
