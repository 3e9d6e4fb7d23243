/* A country of the source that the draft does not have, where it has another one that is not in the source. */
#include "arabic/proclitics.h"
#include "base/ascii.h"
#include "lint/facts.h"
#include "text/normalize.h"

enum { COUNTRY };
enum { COUNTRIES, FUNCTION_WORDS };
enum { CODE, NAMES, SIGNS, ARABIC_NAMES, ARABIC_SIGNS }; /* columns */
enum { LONGEST_NAME = 48, MOST_WORDS = 5, MOST_ARABIC_WORDS = 3, MOST = 8 /* countries of a segment, and those that wait */,
       LOOKED_FOR = 32 /* names in the source of a segment */ };

static const struct mdq_rule rules[] = {
  [COUNTRY] = {
    .id = "bilingual/country", .severity = MDQ_ERROR, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "A country of the source has become another one", "دولة في الأصل صارت في المسودة دولة أخرى" },
    .rationale = { "The draft names a country of which neither this paragraph of the source nor its neighbours say anything, and has no word of the one that the source names. A capital or a people are words of their country.",
                   "تسمي المسودة دولة لا ذكر لها في هذه الفقرة من الأصل ولا في جارتيها، ولا ذكر فيها للدولة التي يسميها الأصل. وذكر العاصمة أو الشعب ذكر للدولة." },
    .message = { "Country: source “{x}”, draft “{y}”", "الدولة: في الأصل «{x}» وفي المسودة «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "أغلق لبنان مجاله الجوي", .source = "Jordan has closed its airspace" },
      { .text = "عبر الجنود إلى أستراليا ليلا", .source = "The soldiers crossed into Austria at night" },
      { .text = "تمتد السكة من مصر إلى نيجيريا", .source = "The railway runs from Egypt to Niger" },
      { .text = "زار الوفد كوريا الشمالية", .source = "The delegation visited South Korea" }, { 0 } },
    .good = (const char *const[]){ "أغلق لبنان مجاله الجوي", "أغلق الأردن مجاله الجوي", "زار الوفد كوريا الشمالية", NULL },
    .good_pairs = (const struct mdq_example[]){
      { .text = "أغلقت عمان مجالها الجوي أمام الطائرات اللبنانية", .source = "Jordan has closed its airspace to planes from Beirut" },
      { .text = "قالت روسيا إن الجيش الأوكراني انسحب", .source = "Moscow said that the army of Ukraine withdrew" },
      { .text = "سجل مايكل جوردان 40 نقطة في مباراة أقيمت في الصين", .source = "Michael Jordan scored 40 points in Shanghai" },
      { .text = "لم يعلق المسؤولون.\nوقالت فرنسا إنها ستدرس الأمر مع الأردن.", .source = "Officials in Jordan did not comment.\nFrance said it would study the matter." },
      { .text = "تقع البلدة قرب حدود المملكة المتحدة", .source = "The town lies near the border of the UK" }, { 0 } },
  },
};

struct passage { /* a segment: texts are valid as long as the document */
  struct mdq_span text, source, v2; /* v2: of the text, once it was asked for */
};

struct candidate {
  const struct mdq_row *source, *draft;
  struct mdq_span written;
  struct mdq_span name;  /* in the draft */
  struct mdq_place at;
};

struct state {
  struct passage before, here;
  struct candidate waiting[MOST]; /* for the segment behind theirs */
  size_t count;
};

/* -- signs -- */

/* One of the list, which has ";" between, stands in the text; at the start of a word, of Latin ones. */
static bool has_one(struct mdq_span text, struct mdq_span list, bool latin) {
  for (size_t from = 0, to; from < list.len; from = to + 1) {
    const char *end = memchr(list.ptr + from, ';', list.len - from);
    to = end ? (size_t)(end - list.ptr) : list.len;
    struct mdq_span rest = text;
    for (const char *at; to > from && rest.len && (at = memmem(rest.ptr, rest.len, list.ptr + from, to - from));) {
      if (!latin || at == text.ptr || !mdq_ascii_alnum(at[-1])) return true;
      rest = mdq_span_of(at + 1, (size_t)(rest.ptr + rest.len - at - 1));
    }
  }
  return false;
}

static bool in_source(struct mdq_span source, const struct mdq_row *country) {
  return has_one(source, country->column[NAMES], true) || has_one(source, country->column[SIGNS], true);
}

static bool in_draft(struct mdq_ctx *ctx, struct passage *passage, const struct mdq_row *country) {
  if (!passage->v2.ptr) passage->v2 = mdq_normalize_v2(ctx->arena, passage->text);
  return has_one(passage->v2, country->column[ARABIC_NAMES], false) || has_one(passage->v2, country->column[ARABIC_SIGNS], false) ||
         has_one(passage->text, country->column[NAMES], true); /* left in English */
}

/* A neighbour has the country, and not because its own source has it. */
static bool moved_to(struct mdq_ctx *ctx, struct passage *neighbour, const struct mdq_row *country) {
  return neighbour->text.len && !in_source(neighbour->source, country) && in_draft(ctx, neighbour, country);
}

/* -- the draft's countries -- */

struct named {
  const struct mdq_row *country;
  size_t first, last; /* tokens */
};

/* The country whose name starts at token i with its stem, proclitics cut off. */
static const struct mdq_row *arabic_name(const struct mdq_segment *segment, const struct mdq_table *countries, size_t i, const struct mdq_stem *stem, size_t *last) {
  char name[LONGEST_NAME * 2];
  const struct mdq_row *found = NULL;
  size_t length = stem->article ? strlen("ال") : 0;
  if (stem->text.len > LONGEST_NAME) return NULL;
  memcpy(name, "ال", length);
  memcpy(name + length, stem->text.ptr, stem->text.len);
  length += stem->text.len;
  for (size_t words = 1;; words++) {
    const struct mdq_row *row = mdq_table_find(countries, ARABIC_NAMES, mdq_span_of(name, length));
    if (row) *last = i + words - 1;
    if (row) found = row;
    struct mdq_span next = mdq_token_v2(segment, i + words);
    if (words == MOST_ARABIC_WORDS || !next.len || length + 1 + next.len > sizeof name) return found;
    name[length] = ' ';
    memcpy(name + length + 1, next.ptr, next.len);
    length += 1 + next.len;
  }
}

static size_t draft_countries(const struct mdq_segment *segment, const struct mdq_table *countries, struct named found[MOST]) {
  size_t count = 0;
  for (size_t i = 0; i < segment->token_count && count < MOST; i++) {
    struct mdq_stem stems[MDQ_STEMS_MOST];
    size_t readings = segment->tokens[i].kind == MDQ_TOKEN_AR ? mdq_stems(mdq_token_v2(segment, i), stems) : 0, last = i;
    const struct mdq_row *country = NULL;
    for (size_t s = 0; s < readings && !country; s++) country = arabic_name(segment, countries, i, &stems[s], &last);
    if (country) found[count++] = (struct named){ country, i, last };
    i = last;
  }
  return count;
}

/* -- the source's -- */

static bool is_capital(const struct mdq_segment *source, size_t i) {
  if (!mdq_token_is(source, i, MDQ_TOKEN_LAT)) return false;
  char first = mdq_token_text(source, i).ptr[0];
  return first >= 'A' && first <= 'Z';
}

/* "In Jordan", at the start of a sentence. */
static bool is_function_word(const struct mdq_table *words, struct mdq_span word) {
  char lower[16];
  if (word.len > sizeof lower) return false;
  for (size_t i = 0; i < word.len; i++) lower[i] = mdq_ascii_lower(word.ptr[i]);
  return mdq_table_get(words, mdq_span_of(lower, word.len)) != NULL;
}

static struct mdq_span without_possessive(struct mdq_span word) {
  if (mdq_span_ends(word, MDQ_SPAN_LIT("'s"))) return mdq_span_sub(word, 0, word.len - strlen("'s"));
  return mdq_span_ends(word, MDQ_SPAN_LIT("’s")) ? mdq_span_sub(word, 0, word.len - strlen("’s")) : word;
}

/* The name that starts at token i, the longest one; not where it is part of a longer one, "Michael Jordan", "New Guinea". */
static const struct mdq_row *english_name(struct mdq_ctx *ctx, const struct mdq_segment *source, size_t i, size_t *last, struct mdq_span *name) {
  const struct mdq_row *found = NULL;
  if (!is_capital(source, i)) return NULL;
  for (size_t words = 1; words <= MOST_WORDS && i + words <= source->token_count; words++) {
    struct mdq_span written = without_possessive(mdq_span_sub(source->text, source->tokens[i].start, source->tokens[i + words - 1].end));
    const struct mdq_row *row = written.len <= LONGEST_NAME ? mdq_table_find(ctx->tables[COUNTRIES], NAMES, written) : NULL;
    if (!row) continue;
    found = row;
    *last = i + words - 1;
    *name = written;
  }
  if (!found) return NULL;
  bool possessive = source->tokens[*last].end > (uint32_t)(name->ptr - source->text.ptr) + name->len;
  bool longer = is_capital(source, *last + 1) && !possessive;
  return longer || (i && is_capital(source, i - 1) && !is_function_word(ctx->tables[FUNCTION_WORDS], mdq_token_text(source, i - 1))) ? NULL : found;
}

/* -- */

static bool is_known(const struct state *state, const struct mdq_row *country) {
  for (size_t i = 0; i < state->count; i++)
    if (state->waiting[i].source == country || state->waiting[i].draft == country) return true;
  return false;
}

/* A country of the source that is missing takes the first of the draft's that came from nowhere. */
static void compare(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_segment *source, const struct named *strange, size_t count) {
  struct state *state = ctx->state;
  for (size_t i = 0, taken = 0, last = 0, looked = 0; i < source->token_count && taken < count && state->count < MOST && looked < LOOKED_FOR; i = last + 1) {
    struct mdq_span name;
    last = i;
    const struct mdq_row *country = english_name(ctx, source, i, &last, &name);
    looked += country != NULL;
    if (!country || is_known(state, country) || in_draft(ctx, &state->here, country) || moved_to(ctx, &state->before, country)) continue;
    const struct named *other = &strange[taken++];
    state->waiting[state->count++] = (struct candidate){
      .source = country, .draft = other->country, .at = mdq_at_tokens(segment, other->first, other->last),
      .written = mdq_arena_copy(ctx->arena, name), .name = mdq_tokens_text(segment, other->first, other->last),
    };
  }
}

/* Reports what waited, unless the segment behind it explains it. */
static void settle(struct mdq_ctx *ctx, struct passage *behind) {
  struct state *state = ctx->state;
  for (size_t i = 0; i < state->count; i++) {
    const struct candidate *c = &state->waiting[i];
    bool explained = behind && (in_source(behind->source, c->draft) || moved_to(ctx, behind, c->source));
    if (!explained) mdq_report(ctx, COUNTRY, .at = c->at, .x = c->written, .y = c->name);
  }
  state->count = 0;
}

static void segment_hook(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct state *state = ctx->state;
  struct named found[MOST];
  if (!segment->has_source) return;
  state->before = state->here;
  state->here = (struct passage){ .text = segment->text, .source = segment->source };
  settle(ctx, &state->here);
  size_t count = draft_countries(segment, ctx->tables[COUNTRIES], found), strange = 0;
  for (size_t i = 0; i < count; i++)
    if (!in_source(segment->source, found[i].country) && !in_source(state->before.source, found[i].country)) found[strange++] = found[i];
  const struct mdq_segment *source = strange ? mdq_source_segment(ctx, segment) : NULL;
  if (source) compare(ctx, segment, source, found, strange);
}

static void finish(struct mdq_ctx *ctx) {
  settle(ctx, NULL);
}

const struct mdq_rule_group mdq_rules_bilingual_country;
const struct mdq_rule_group mdq_rules_bilingual_country = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = (const char *const[]){ "bilingual/countries.tsv", "untranslated/function-words.tsv", NULL },
  .state_size = sizeof(struct state), .paired_only = true, .segment = segment_hook, .finish = finish,
};
