/* What the draft says twice and the source once: a sentence again in another paragraph, or a stretch of words again in the
   same one. Machine translation falls into loops, and tools for translators paste a segment where another belongs. */
#include <stdlib.h>

#include "base/map.h"
#include "lint/facts.h"

static const struct mdq_rule rules[] = {
  {
    .id = "bilingual/repeated-segment", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "accuracy/addition", .since = "0.1", .supersedes = "bilingual/added-paragraph",
    .summary = { "Text repeated that the source has once", "نص مكرر وهو في الأصل مرة واحدة" },
    .rationale = { "The draft says the same words twice where the source does not.", "تكرر المسودة الألفاظ نفسها ولا تكرار في الأصل." },
    .message = { "Said twice here, once in the source: “{x}”", "مكرر هنا وهو في الأصل مرة واحدة: «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "أعلنت الوزارة عن خطة جديدة للإسكان. أعلنت الوزارة عن خطة جديدة للإسكان.", .source = "The ministry announced a new housing plan." },
      { .text = "وقال إن الأزمة في المنطقة تزداد سوءا وإن الأزمة في المنطقة تزداد سوءا كل يوم.", .source = "He said the crisis in the region was getting worse every day." },
      { .text = "وصلت قافلة المساعدات إلى المدينة المحاصرة مساء الثلاثاء.\nوصلت قافلة المساعدات إلى المدينة المحاصرة مساء الثلاثاء.",
        .source = "The aid convoy reached the besieged town on Tuesday evening.\nDoctors have been waiting for medicine for three weeks." },
      { .text = "عاد الصيادون إلى الميناء قبل العاصفة بساعات قليلة.\nعاد الصيادون إلى الميناء قبل العاصفة بساعات قليلة.\nوغرق قاربان كانا خاليين.",
        .source = "The fishermen returned to the harbour only hours before the storm.\nTwo boats, both empty, sank." },
      { .text = "أزمة السكن أزمة السكن", .source = "The housing crisis" },
      { 0 } },
    .good = (const char *const[]){ "أعلنت الوزارة عن خطة جديدة للإسكان. أعلنت الوزارة عن خطة جديدة للإسكان.", "صوت واحد للجميع", "قال وقال", NULL },
    .good_pairs = (const struct mdq_example[]){
      { .text = "لن نتراجع عن مطالبنا مهما طال الوقت. لن نتراجع عن مطالبنا مهما طال الوقت.", /* a refrain */
        .source = "We will not give up our demands however long it takes. We will not give up our demands however long it takes." },
      { .text = "النتيجة النهائية لمباراة الذهاب على أرض الفريق الأول\nالنتيجة النهائية لمباراة الذهاب على أرض الفريق الأول",
        .source = "Final result of the first leg at home\nFinal result of the first leg at home" },
      { .text = "قال وزير الخارجية الفرنسي جان مارتان إن المحادثات ناجحة، ثم غادر وزير الخارجية الفرنسي جان مارتان القاعة.",
        .source = "French Foreign Minister Jean Martin said the talks were a success; the French foreign minister, Jean Martin, then left the hall." },
      { 0 } },
  },
};

enum {
  GRAM = 5,           /* words said again that are no accident at once, ... */
  NEAR = 2,           /* ... with so many between, ... */
  FAR_GRAM = 9,       /* ... and anywhere: enumerations go on with the same words, and names of institutions are long */
  SOURCE_GRAM = 3,    /* words that the source says again, and the translation rightly so */
  LEAST_SENTENCE = 6, /* words of a sentence said again elsewhere */
  RECENT = 4096,      /* a power of two: places for sentences seen, by their least hashes */
  LONGEST = 4000,     /* words of a paragraph that are looked at: its tables stay small */
  LONGEST_SOURCE = 1 << 14 /* bytes of a source that is compared with another for each sentence */
};

static const double same_bag = .9, same_source = .5;

struct sentence { /* its different words, hashed and sorted */
  const uint32_t *words;
  size_t count;
  struct mdq_span source; /* ptr NULL: the paragraph answers to nothing in the source */
  size_t segment;
};

struct state {
  struct sentence *sentences;
  size_t count, capacity;
  uint32_t *recent; /* 1 + the number of the last sentence with a least hash like that; two sets, one a kind of hash */
};

static uint32_t hash_of(const struct mdq_segment *segment, size_t i) {
  const struct mdq_token *token = &segment->tokens[i];
  return (uint32_t)(mdq_hash(token->word ? mdq_word_v2(token->word) : mdq_token_text(segment, i)) >> 16);
}

static bool is_content(const struct mdq_segment *segment, size_t i) {
  return !mdq_token_is(segment, i, MDQ_TOKEN_PUNCT | MDQ_TOKEN_EMOJI);
}

/* -- inside a paragraph -- */

struct words { /* those of a segment, in order */
  uint32_t *hashes, *tokens;
  size_t count;
};

static bool read_words(struct mdq_arena *arena, const struct mdq_segment *segment, struct words *words) {
  *words = (struct words){ mdq_arena_array(arena, segment->token_count + 1, sizeof(uint32_t)), mdq_arena_array(arena, segment->token_count + 1, sizeof(uint32_t)), 0 };
  if (!words->hashes || !words->tokens) return false;
  for (size_t i = 0; i < segment->token_count && words->count < LONGEST; i++) {
    if (!is_content(segment, i)) continue;
    words->tokens[words->count] = (uint32_t)i;
    words->hashes[words->count++] = hash_of(segment, i);
  }
  return true;
}

static uint64_t gram_hash(const struct words *words, size_t at, size_t length) {
  uint64_t hash = 0;
  for (size_t i = 0; i < length; i++) hash = (hash ^ words->hashes[at + i]) * 0x9E3779B97F4A7C15u;
  return hash;
}

static bool same_words(const struct words *words, size_t a, size_t b, size_t length) {
  return !memcmp(words->hashes + a, words->hashes + b, length * sizeof *words->hashes);
}

struct repeat {
  size_t first, second, length; /* words */
};

/* The first run of `length` words or more that stands in the text before, not overlapping; with `strict`, one that counts. */
static bool find_repeat(struct mdq_arena *arena, const struct words *words, size_t length, bool strict, struct repeat *repeat) {
  size_t size = 16;
  if (words->count < 2 * length) return false;
  while (size < words->count * 2) size *= 2;
  uint32_t *table = mdq_arena_array(arena, size, sizeof *table); /* 1 + the first place of a run */
  for (size_t i = 0; table && i + length <= words->count; i++) {
    size_t slot = gram_hash(words, i, length) >> 20 & (size - 1);
    while (table[slot] && !same_words(words, table[slot] - 1, i, length)) slot = (slot + 1) & (size - 1);
    if (!table[slot]) {
      table[slot] = (uint32_t)i + 1;
      continue;
    }
    size_t first = table[slot] - 1, most = i - first, same = length;
    while (same < most && i + same < words->count && words->hashes[first + same] == words->hashes[i + same]) same++;
    *repeat = (struct repeat){ first, i, same };
    if (most >= length && (!strict || same >= FAR_GRAM || most - same <= NEAR)) return true;
  }
  return false;
}

/* All of it is said twice, however short it is. */
static bool is_doubled(const struct words *words, struct repeat *repeat) {
  size_t half = words->count / 2;
  if (words->count < 4 || words->count % 2 || !same_words(words, 0, half, half)) return false;
  *repeat = (struct repeat){ 0, half, half };
  return true;
}

/* True if it reported. */
static bool compare_inside(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct words words, source_words;
  struct repeat repeat, source_repeat;
  if (!read_words(ctx->scratch, segment, &words)) return false;
  bool doubled = is_doubled(&words, &repeat);
  if (!doubled && !find_repeat(ctx->scratch, &words, GRAM, true, &repeat)) return false;
  const struct mdq_segment *source = mdq_source_segment(ctx, segment);
  if (!source || !read_words(ctx->scratch, source, &source_words)) return false;
  if (doubled ? is_doubled(&source_words, &source_repeat) : find_repeat(ctx->scratch, &source_words, SOURCE_GRAM, false, &source_repeat)) return false;
  size_t from = words.tokens[repeat.second], to = words.tokens[repeat.second + repeat.length - 1];
  mdq_report(ctx, 0, .at = mdq_at_tokens(segment, from, to), .x = mdq_tokens_text(segment, from, to));
  return true;
}

/* -- from paragraph to paragraph -- */

static int by_value(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

static size_t sort_unique(uint32_t *words, size_t count) {
  size_t used = 0;
  qsort(words, count, sizeof *words, by_value);
  for (size_t i = 0; i < count; i++)
    if (!used || words[used - 1] != words[i]) words[used++] = words[i];
  return used;
}

/* Jaccard: what both have of what either has. */
static double likeness(const uint32_t *a, size_t a_count, const uint32_t *b, size_t b_count) {
  size_t shared = 0;
  for (size_t i = 0, j = 0; i < a_count && j < b_count;) {
    bool both = a[i] == b[j], less = a[i] < b[j];
    shared += both;
    i += both || less;
    j += both || !less;
  }
  return (double)shared / (double)(a_count + b_count - shared);
}

/* The different words of a text between white space, hashed and sorted. */
static size_t bag_of(struct mdq_arena *arena, struct mdq_span text, uint32_t **words) {
  size_t count = 0, most = text.len / 2 + 1;
  *words = mdq_arena_array(arena, most, sizeof **words);
  for (size_t at = 0; *words && at < text.len;) {
    size_t start = at;
    while (at < text.len && (unsigned char)text.ptr[at] > ' ') at++;
    if (at > start) (*words)[count++] = (uint32_t)(mdq_hash(mdq_span_sub(text, start, at)) >> 16);
    while (at < text.len && (unsigned char)text.ptr[at] <= ' ') at++;
  }
  return *words ? sort_unique(*words, count) : 0;
}

static bool sources_differ(struct mdq_arena *arena, struct mdq_span a, struct mdq_span b) {
  uint32_t *x, *y;
  if (a.ptr == b.ptr || a.len > LONGEST_SOURCE || b.len > LONGEST_SOURCE || mdq_span_eq(a, b)) return false;
  size_t x_count = bag_of(arena, a, &x), y_count = bag_of(arena, b, &y);
  return x_count && y_count && likeness(x, x_count, y, y_count) < same_source;
}

/* The source says something again inside the paragraph. */
static bool source_repeats(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct words words;
  struct repeat repeat;
  const struct mdq_segment *source = mdq_source_segment(ctx, segment);
  return !source || !read_words(ctx->scratch, source, &words) || find_repeat(ctx->scratch, &words, SOURCE_GRAM, false, &repeat);
}

/* The source has nothing said again here: one of the two paragraphs answers to nothing, or both to one paragraph that says
   all of it once, or each to another. */
static bool source_differs(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct sentence *other) {
  if (segment->index == other->segment) return false;
  if (!segment->has_source || !other->source.ptr) return true;
  if (segment->source.ptr == other->source.ptr) return !source_repeats(ctx, segment);
  return sources_differ(ctx->scratch, segment->source, other->source);
}

/* Of sentences that share nine words of ten the least hashes by one of two measures are nearly always the same. */
static uint32_t least_hash(const struct sentence *sentence, uint32_t measure) {
  uint32_t least = UINT32_MAX;
  for (size_t i = 0; i < sentence->count; i++) {
    uint32_t hash = (sentence->words[i] ^ measure) * 0x9E3779B1u;
    if (hash < least) least = hash;
  }
  return least;
}

static bool said_before(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct sentence *sentence, uint32_t number) {
  struct state *state = ctx->state;
  bool found = false;
  for (uint32_t k = 0; k < 2; k++) {
    uint32_t *recent = &state->recent[k * RECENT + (least_hash(sentence, k * 0x5BD1E995u) >> 7) % RECENT];
    const struct sentence *other = *recent ? &state->sentences[*recent - 1] : NULL;
    *recent = number + 1;
    if (!other || found || likeness(sentence->words, sentence->count, other->words, other->count) < same_bag) continue;
    found = source_differs(ctx, segment, other);
  }
  return found;
}

static void see_sentence(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t from, size_t to) {
  struct state *state = ctx->state;
  size_t count = 0;
  for (size_t i = from; i < to; i++) count += is_content(segment, i);
  if (count < LEAST_SENTENCE) return;
  if (!state->recent) state->recent = mdq_arena_array(ctx->arena, 2 * RECENT, sizeof *state->recent);
  uint32_t *words = mdq_arena_array(ctx->arena, count, sizeof *words);
  struct sentence *sentence = mdq_arena_push(ctx->arena, &state->sentences, &state->count, &state->capacity, sizeof *sentence);
  if (!state->recent || !words || !sentence) return;
  count = 0;
  for (size_t i = from; i < to; i++)
    if (is_content(segment, i)) words[count++] = hash_of(segment, i);
  *sentence = (struct sentence){ words, sort_unique(words, count), segment->source, segment->index };
  if (said_before(ctx, segment, sentence, (uint32_t)state->count - 1))
    mdq_report(ctx, 0, .at = mdq_at_tokens(segment, from, to - 1), .x = mdq_tokens_text(segment, from, to - 1));
}

static void segment_hook(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  bool added = !segment->has_source && segment->pairing == MDQ_PAIRED_BY_CONTENT;
  if (!(segment->has_source || added) || !segment->token_count) return;
  if (segment->has_source && compare_inside(ctx, segment)) return;
  for (size_t from = 0, to; from < segment->token_count; from = to) {
    for (to = from + 1; to < segment->token_count && !(segment->tokens[to].flags & MDQ_TOKEN_SENTENCE_START); to++) {}
    see_sentence(ctx, segment, from, to);
  }
}

const struct mdq_rule_group mdq_rules_bilingual_repeated = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .state_size = sizeof(struct state), .segment_kinds = MDQ_TOKEN_AR, .paired_only = true, .segment = segment_hook,
};
