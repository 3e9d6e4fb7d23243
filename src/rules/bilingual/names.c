/* A name of the source that the draft has in no form. Names may be left to a pronoun, to the sentence before, or be translated, so
   that only those are asked for that have an Arabic form for certain: of the table of names, and persons with a known given name. */
#include "arabic/proclitics.h"
#include "arabic/skeleton.h"
#include "base/map.h"
#include "glossary/glossary.h"
#include "lint/facts.h"
#include "lint/rule.h"
#include "text/normalize.h"
#include "text/utf8.h"

enum { NAME_MISSING };

static const struct mdq_rule rules[] = {
  [NAME_MISSING] = {
    .id = "bilingual/name-missing", .severity = MDQ_NOTE, .certainty = MDQ_POSSIBLE, .category = "accuracy/omission", .since = "0.1",
    .summary = { "A name of the source is not in the draft", "اسم في الأصل لم يرد في المسودة" },
    .rationale = { "Neither this line nor its neighbours have the name, as tables of names or its sounds would have it: it was left out, or became another one.",
                   "لا يرد الاسم في هذا السطر ولا في جاريه، لا بما في جداول الأسماء ولا بما يقارب لفظه: سقط أو صار اسمًا آخر." },
    .message = { "The name “{x}” is in the source only", "الاسم «{x}» في الأصل وحده" },
    .bad = (const struct mdq_example[]){
      { .text = "وصل الوزير إلى العاصمة مساء", .source = "The minister arrived in Germany in the evening" },
      { .text = "قال المدير إن الخطة جاهزة", .source = "The plan is ready, said Martin Veltronsky, the manager" },
      { .text = "ارتفع السهم بعد الإعلان", .source = "Shares of Microsoft rose after the announcement" },
      { .text = "وقالت الشرطة إن الضحية معلم من الشمال", .source = "The victim was identified as Daniel Weber, a teacher from the north" },
      { .text = "افتتحت السيدة المعرض أمس", .source = "The show was opened by Lady Ann Prescott yesterday" },
      { 0 } },
    .good = (const char *const[]){ "وصل الوزير إلى ألمانيا مساء", "قال مارتن فيلترونسكي إن الخطة جاهزة", "ارتفع السهم بعد الإعلان", NULL },
  },
};

enum { MOST_TOKENS = 3000, MOST_NAMES = 64, MOST_WORDS = 5, MOST_PENDING = 64, MOST_FOUND = 256, REMEMBERED = 8 /* segments */ };

struct heard { /* one reading of an Arabic word of the draft */
  struct mdq_skeleton skeleton;
  char v2[48];
  size_t length;
};

struct passage { /* a segment of the draft, as far as names are concerned; its memory is used again */
  struct heard *items;
  size_t count, capacity;
  struct mdq_span text, v2;
};

struct name { /* of the source */
  struct mdq_span text;
  struct mdq_skeleton first, last; /* of its words */
  const struct mdq_span *forms; /* V2 words of its Arabic forms, in the arena */
  size_t form_count;
  bool either;                  /* its first word will do: the last may be no name, as in Evelyn Street */
  struct mdq_place at;          /* the segment of the draft */
};

struct state {
  struct passage passages[2];   /* the segment before, and this one */
  struct name pending[MOST_PENDING]; /* of the segment before */
  size_t pending_count;
  struct { uint64_t key; size_t segment; } found[MOST_FOUND]; /* the last ones, in a ring */
  size_t found_count;
};

/* -- the draft -- */

static void hear(struct mdq_ctx *ctx, const struct mdq_segment *segment, struct passage *passage) {
  passage->count = 0;
  passage->text = segment->text;
  passage->v2 = mdq_normalize_v2(ctx->arena, segment->text);
  if (segment->token_count > MOST_TOKENS) return;
  for (size_t i = 0; i < segment->token_count; i++) {
    struct mdq_stem stems[MDQ_STEMS_MOST];
    size_t count = mdq_token_is(segment, i, MDQ_TOKEN_AR) ? mdq_stems(mdq_word_v1(segment->tokens[i].word), stems) : 0;
    for (size_t s = 0; s < count; s++) {
      struct mdq_span v2 = mdq_normalize_v2(ctx->scratch, stems[s].text);
      struct heard *heard = v2.len > sizeof heard->v2 ? NULL : mdq_arena_push(ctx->arena, &passage->items, &passage->count, &passage->capacity, sizeof *heard);
      if (!heard) continue;
      mdq_skeleton_arabic(stems[s].text, &heard->skeleton);
      memcpy(heard->v2, v2.ptr, v2.len);
      heard->length = v2.len;
    }
  }
}

/* ألمانيا is in «الألمانية», too. */
static bool opens_alike(struct mdq_span form, const struct heard *heard) {
  enum { LEAST = 3 * 2, ENDING = 2 * 2 };
  size_t needed = form.len > LEAST + ENDING ? form.len - ENDING : form.len < LEAST ? form.len : LEAST;
  return heard->length >= needed && !memcmp(heard->v2, form.ptr, needed);
}

/* Two consonants are in some word of nearly every line: of a short name both must be there. */
static bool sounds_alike(const struct mdq_skeleton *latin, const struct mdq_skeleton *arabic) {
  const double usual = .25, short_name = .2;
  if (!latin->length || !arabic->length) return false;
  return mdq_skeleton_distance(latin, arabic) <= (latin->strong < 3 ? short_name : usual) + 1e-9;
}

static bool holds(struct mdq_span text, struct mdq_span part) {
  return text.len && part.len && memmem(text.ptr, text.len, part.ptr, part.len);
}

static bool has_name(const struct passage *passage, const struct name *name) {
  enum { LONG = 5 * 2 };
  if (holds(passage->text, name->text)) return true; /* left as it is */
  for (size_t f = 0; f < name->form_count; f++)
    if (name->forms[f].len >= LONG && holds(passage->v2, name->forms[f])) return true; /* in words that have lost their spaces */
  for (size_t i = 0; i < passage->count; i++) {
    if (sounds_alike(&name->last, &passage->items[i].skeleton)) return true;
    if (name->either && sounds_alike(&name->first, &passage->items[i].skeleton)) return true;
    for (size_t f = 0; f < name->form_count; f++)
      if (opens_alike(name->forms[f], &passage->items[i])) return true;
  }
  return false;
}

/* -- the source -- */

static bool is_capitalised(struct mdq_span word) {
  bool lower = false;
  for (size_t i = 1; i < word.len; i++) lower = lower || (word.ptr[i] >= 'a' && word.ptr[i] <= 'z');
  return word.len > 2 && word.ptr[0] >= 'A' && word.ptr[0] <= 'Z' && lower;
}

static struct mdq_span without_possessive(struct mdq_span word) {
  static const char *const endings[] = { "'s", "’s", "'", "’" };
  for (size_t i = 0; i < MDQ_COUNT(endings); i++)
    if (mdq_span_ends(word, mdq_span_str(endings[i]))) return mdq_span_sub(word, 0, word.len - strlen(endings[i]));
  return word;
}

static bool has_possessive(struct mdq_span word) {
  return without_possessive(word).len < word.len;
}

/* Demonyms are written as adjectives, months and languages in too many ways. */
static const unsigned asked_for = MDQ_KIND_OF_PERSON | MDQ_KIND_PLACE | MDQ_KIND_COMPANY | MDQ_KIND_MEDIA | MDQ_KIND_TEAM | MDQ_KIND_ORGANISATION;

static void add_form_words(struct mdq_ctx *ctx, struct mdq_span form, struct mdq_span **forms, size_t *count, size_t *capacity) {
  enum { SHORTEST = 3 * 2 };
  struct mdq_span article = MDQ_SPAN_LIT("ال");
  for (size_t from = 0, to; from < form.len; from = to + 1) {
    const char *space = memchr(form.ptr + from, ' ', form.len - from);
    to = space ? (size_t)(space - form.ptr) : form.len;
    struct mdq_span word = mdq_span_sub(form, from, to);
    if (mdq_span_starts(word, article) && word.len >= article.len + SHORTEST) word = mdq_span_sub(word, article.len, word.len);
    struct mdq_span *place = word.len < SHORTEST ? NULL : mdq_arena_push(ctx->arena, forms, count, capacity, sizeof *place);
    if (place) *place = mdq_normalize_v2(ctx->arena, word);
  }
}

/* The likeliest kinds of the name, 0 if it is in no table; its forms if it is asked for. */
static unsigned look_up(struct mdq_ctx *ctx, struct mdq_span latin, struct name *name) {
  const struct mdq_names *names = mdq_lexicon_names(ctx->lexicon);
  uint32_t first = 0;
  size_t count = mdq_names_of_latin(names, latin, &first), capacity = 0;
  struct mdq_span *forms = NULL;
  unsigned kinds = 0;
  for (size_t i = 0; i < count; i++) {
    struct mdq_known_name known;
    mdq_names_known(names, first + (uint32_t)i, ctx->scratch, &known);
    if (!known.whole) continue;
    if (!kinds) kinds = known.kinds;
    if (!(kinds & asked_for)) return kinds;
    for (size_t f = 0; f < known.count; f++) add_form_words(ctx, known.form[f], &forms, &name->form_count, &capacity);
  }
  name->forms = forms;
  return kinds;
}

static void in_glossary(void *user, const struct mdq_source_use *use) {
  (void)use;
  *(bool *)user = true;
}

static bool is_title(struct mdq_span word) {
  static const char *const titles[] = { "Lady", "Lord", "Sir", "Dame", "Prince", "Princess", "Queen", "President", "Senator", "Governor", "General", "Judge", NULL };
  return mdq_span_is_one_of(word, titles);
}

/* Tokens [from, to) of the source are capitalised words. */
static bool make_name(struct mdq_ctx *ctx, const struct mdq_segment *source, size_t from, size_t to, struct name *name) {
  size_t last_start = source->tokens[to - 1].start;
  struct mdq_span last = without_possessive(mdq_token_text(source, to - 1));
  *name = (struct name){ .text = mdq_span_sub(source->text, source->tokens[from].start, last_start + last.len), };
  mdq_skeleton_latin(last, &name->last);
  unsigned kinds = look_up(ctx, name->text, name);
  if (!kinds && to - from > 2 && is_title(mdq_token_text(source, from))) from++;
  if (!kinds && to - from > 1) {
    if (!(look_up(ctx, mdq_token_text(source, from), name) & MDQ_KIND_GIVEN)) return false;
    mdq_skeleton_latin(mdq_token_text(source, from), &name->first);
    name->either = true;
  } else if (!(kinds & asked_for)) return false;
  bool own = false;
  if (mdq_glossary_of(ctx)) mdq_glossary_find_sources(mdq_glossary_of(ctx), name->text, in_glossary, &own); /* term/required */
  return !own && (name->last.strong >= 2 || name->form_count);
}

/* A single given name or surname is too often a word, or somebody spoken of as he or she. */
static bool is_certain(struct mdq_ctx *ctx, const struct mdq_segment *source, size_t from, size_t to) {
  if (to - from > 1) return true;
  if (source->tokens[from].flags & MDQ_TOKEN_SENTENCE_START) return false;
  struct name name = { 0 };
  unsigned kinds = look_up(ctx, without_possessive(mdq_token_text(source, from)), &name);
  return kinds & (MDQ_KIND_PLACE | MDQ_KIND_COMPANY) && !(kinds & MDQ_KIND_MONTH);
}

static size_t run_end(const struct mdq_segment *source, size_t from) {
  size_t to = from;
  while (to < source->token_count && to - from < MOST_WORDS && source->tokens[to].kind == MDQ_TOKEN_LAT && is_capitalised(mdq_token_text(source, to))) {
    if (has_possessive(mdq_token_text(source, to++))) break;
  }
  return to;
}

static uint64_t key_of(const struct name *name) {
  return mdq_hash(mdq_span_of(name->last.codes, name->last.length));
}

static void note_found(struct state *state, const struct name *name, size_t segment) {
  size_t at = state->found_count++ % MOST_FOUND;
  state->found[at].key = key_of(name);
  state->found[at].segment = segment;
}

/* Named not long ago: here it is he, she, or the company. */
static bool was_found_lately(const struct state *state, const struct name *name, size_t segment) {
  uint64_t key = key_of(name);
  for (size_t i = 0; i < MOST_FOUND && i < state->found_count; i++)
    if (state->found[i].key == key && state->found[i].segment + REMEMBERED >= segment) return true;
  return false;
}

static void report(struct mdq_ctx *ctx, const struct name *name) {
  mdq_report(ctx, NAME_MISSING, .at = name->at, .x = name->text);
}

static void take_pending(struct mdq_ctx *ctx, struct state *state, const struct passage *now, size_t segment) {
  for (size_t i = 0; i < state->pending_count; i++) {
    if (has_name(now, &state->pending[i])) note_found(state, &state->pending[i], segment);
    else report(ctx, &state->pending[i]);
  }
  state->pending_count = 0;
}

static void take_name(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_segment *source, size_t from, size_t to) {
  struct state *state = ctx->state;
  struct name name;
  if (!is_certain(ctx, source, from, to) || !make_name(ctx, source, from, to, &name)) return;
  if (has_name(&state->passages[1], &name) || has_name(&state->passages[0], &name)) {
    note_found(state, &name, segment->index);
    return;
  }
  if (was_found_lately(state, &name, segment->index) || state->pending_count == MOST_PENDING) return;
  name.at = mdq_at(segment, 0, segment->text.len);
  state->pending[state->pending_count++] = name;
}

static void segment_hook(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct state *state = ctx->state;
  const struct mdq_segment *source = mdq_rule_delivers(ctx, NAME_MISSING, MDQ_NOTE) ? mdq_source_segment(ctx, segment) : NULL;
  if (!source) return;
  struct passage before = state->passages[0];
  state->passages[0] = state->passages[1];
  state->passages[1] = before;
  hear(ctx, segment, &state->passages[1]);
  take_pending(ctx, state, &state->passages[1], segment->index);
  if (segment->token_count > MOST_TOKENS || source->token_count > MOST_TOKENS) return;
  for (size_t i = 0, names = 0; i < source->token_count && names < MOST_NAMES;) {
    size_t end = run_end(source, i);
    if (end > i) take_name(ctx, segment, source, i, end), names++;
    i = end > i ? end : i + 1;
  }
}

static void finish(struct mdq_ctx *ctx) {
  struct state *state = ctx->state;
  for (size_t i = 0; i < state->pending_count; i++) report(ctx, &state->pending[i]);
}

const struct mdq_rule_group mdq_rules_bilingual_names;
const struct mdq_rule_group mdq_rules_bilingual_names = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .state_size = sizeof(struct state), .paired_only = true, .segment = segment_hook, .finish = finish,
};
