/* One person, two genders: «قال جين» here, «قالت جين» there; «الرئيس» here, «الرئيسة» there. English does not tell the machine
   which it is, and each sentence guesses anew. */
#include <stdlib.h>

#include "arabic/proclitics.h"
#include "base/map.h"
#include "rules/name/known_word.h"

enum { GENDER_DRIFT };
enum { TABLE_TITLES, TABLE_SAYING_VERBS };

static const struct mdq_rule rules[] = {
  [GENDER_DRIFT] = {
    .id = "name/gender-drift", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/inconsistency", .since = "0.1",
    .summary = { "One person as a man and as a woman", "شخص واحد بصيغتي المذكر والمؤنث" },
    .rationale = { "Verbs and titles make a man of the person here and a woman there: English does not tell, and each sentence was translated by itself.",
                   "تجعل الأفعال والألقاب الشخص رجلا هنا وامرأة هناك: الإنجليزية لا تبين الجنس، وقد تُرجمت كل جملة وحدها." },
    .message = { "One person, two genders: “{x}” here, “{y}” elsewhere", "شخص واحد بجنسين: «{x}» هنا و«{y}» في موضع آخر" },
    .bad = (const struct mdq_example[]){
      { .text = "قال جين إن الخطة جاهزة\nوأضافت جين أن العمل بدأ\nوقالت جين إنها راضية", .fixed = "قالت جين إن الخطة جاهزة\nوأضافت جين أن العمل بدأ\nوقالت جين إنها راضية" },
      { .text = "قالت مارغيت تولفانين إن القانون قديم\nوأوضح تولفانين أن التعديل قريب\nوأكدت تولفانين ذلك" },
      { .text = "وصل الرئيس كلوديا شينباوم إلى القمة\nوتحدثت الرئيسة كلوديا شينباوم أمامها\nثم غادرت الرئيسة شينباوم" },
      { 0 } },
    .good = (const char *const[]){ "قال جين إن الخطة جاهزة\nوأضاف جين أن العمل بدأ", "قال بيل كلينتون إنه راض\nوقالت هيلاري كلينتون إنها راضية\nوأضافت كلينتون أن الخطة جاهزة",
                                   "قال جون سميث إنه راض\nوقالت جين سميث إنها راضية", "قالت رويترز إن السعر ارتفع\nوقال محلل إن رويترز أخطأت", "حضرت القاضي سونيا سوتومايور الجلسة\nوقالت سوتومايور إنها راضية", NULL },
  },
};

enum gender { MASCULINE, FEMININE, GENDERS };

struct mention { /* of a person with a verb or a title */
  struct mdq_place at;        /* the verb or title */
  struct mdq_span text, name; /* with the name; the name */
  struct mdq_span word;       /* the verb, as written, if it is a past tense that takes ت; else empty */
  uint8_t words;              /* of the name */
  uint8_t gender;
  struct mdq_span title;      /* the title's masculine form, V2; empty: a verb */
  uint32_t person;            /* number, from 1; 0: cannot be told */
};

struct full_name {
  struct mdq_span text, first, last; /* V2 */
};

struct state {
  struct mention *mentions;
  size_t mention_count, mention_capacity;
  struct full_name *names;
  size_t name_count, name_capacity;
  const char *segment; /* the text in which ... */
  size_t next;         /* ... the words up to this one have been seen */
};

enum { MOST_NAME_WORDS = 4, MOST_NAMES = 1 << 14 };

/* -- words -- */

/* Verbs that have no person for an object: what stands behind them is who speaks. */
static bool is_verb_of_speaker(struct mdq_span base) {
  static const char *const bases[] = { "قال", "اضاف", "صرح", "اوضح", "اكد", "اشار", "اردف", "علق", "شدد", "لفت", "اعترف", "تابع", "كتب", "زعم" };
  for (size_t i = 0; i < MDQ_COUNT(bases); i++)
    if (mdq_span_is(base, bases[i])) return true;
  return false;
}

static const struct mdq_row *verb_row(struct mdq_ctx *ctx, struct mdq_span v2, size_t *cut) {
  *cut = 0;
  const struct mdq_row *row = mdq_table_get(ctx->tables[TABLE_SAYING_VERBS], v2);
  bool conjunction = mdq_span_starts(v2, MDQ_SPAN_LIT("و")) || mdq_span_starts(v2, MDQ_SPAN_LIT("ف"));
  if (!row && conjunction && v2.len > 6) {
    *cut = 2;
    row = mdq_table_get(ctx->tables[TABLE_SAYING_VERBS], mdq_span_sub(v2, 2, v2.len));
  }
  return row && !mdq_span_is(row->column[2], "p") && is_verb_of_speaker(row->column[3]) ? row : NULL;
}

static const struct mdq_row *title_row(struct mdq_ctx *ctx, struct mdq_span v2) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v2, stems);
  for (size_t s = 0; s < count; s++) {
    const struct mdq_row *row = stems[s].article ? NULL : mdq_table_get(ctx->tables[TABLE_TITLES], stems[s].text);
    if (row) return row;
  }
  return NULL;
}

/* اخر, اعلام: a word that lacks its hamza is unknown, too. */
static bool lacks_hamza(struct mdq_ctx *ctx, struct mdq_span v1) {
  static const char *const alefs[] = { "أ", "إ", "آ" };
  if (!mdq_span_starts(v1, MDQ_SPAN_LIT("ا"))) return false;
  for (size_t i = 0; i < MDQ_COUNT(alefs); i++)
    if (mdq_lexicon_accepts_form(ctx->lexicon, mdq_arena_printf(ctx->scratch, "%s%.*s", alefs[i], (int)v1.len - 2, v1.ptr + 2))) return true;
  return false;
}

enum { SHORTEST = 3 };

/* The word concerns the group; else the names need not be asked about a word of the dictionary. */
static bool may_be_known(const struct mdq_ctx *ctx, const struct mdq_word *word) {
  return (word->concerns & ctx->concern) != 0;
}

static bool ask_name_word(struct mdq_ctx *ctx, struct mdq_word *word) {
  struct mdq_name_word name;
  if (!may_be_known(ctx, word) && (word->letters < SHORTEST || mdq_lexicon_accepts(ctx->lexicon, word))) return false;
  struct mdq_span v1 = mdq_word_v1(word);
  if (mdq_names_word(mdq_lexicon_names(ctx->lexicon), v1, &name)) return name.kinds & MDQ_KIND_OF_PERSON;
  if (word->letters < SHORTEST || mdq_lexicon_accepts(ctx->lexicon, word)) return false;
  return !mdq_names_find(mdq_lexicon_names(ctx->lexicon), v1, &name) && !lacks_hamza(ctx, v1);
}

/* أنا is Anna, and something else a hundred times more often. */
static bool ask_common_word(struct mdq_ctx *ctx, struct mdq_word *word) {
  enum { COMMON = 100 };
  struct mdq_name_word name;
  if (mdq_names_word(mdq_lexicon_names(ctx->lexicon), mdq_word_v1(word), &name) && name.attested) return false;
  return mdq_lexicon_edited(ctx->lexicon, word) >= COMMON && mdq_lexicon_derives(ctx->lexicon, word);
}

/* Asked once for the word's type. */
static bool answer(struct mdq_ctx *ctx, struct mdq_word *word, unsigned shift, bool (*ask)(struct mdq_ctx *, struct mdq_word *)) {
  enum { MASK = 3 };
  if (!(word->latin >> shift & MASK)) word->latin |= (uint32_t)(ask(ctx, word) ? MDQ_KNOWN_YES : MDQ_KNOWN_NO) << shift;
  return (word->latin >> shift & MASK) == MDQ_KNOWN_YES;
}

/* A person's name, or a word that nobody knows. Of most words the half that is at hand anyhow tells that they are neither. */
static bool is_name_word(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (!mdq_token_is(segment, i, MDQ_TOKEN_AR)) return false;
  struct mdq_word *word = segment->tokens[i].word;
  if (!may_be_known(ctx, word) && (word->letters < SHORTEST || word->verdict == MDQ_VERDICT_ACCEPTED)) return false;
  return answer(ctx, word, MDQ_KNOWN_NAME_WORD_SHIFT, ask_name_word);
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  struct mdq_name_word name;
  size_t cut;
  if (!mdq_rule_enabled(ctx, GENDER_DRIFT)) return false;
  struct mdq_span v2 = mdq_word_v2(word);
  if (verb_row(ctx, v2, &cut) || title_row(ctx, v2)) return true;
  return mdq_names_word(mdq_lexicon_names(ctx->lexicon), mdq_word_v1(word), &name) && name.kinds & MDQ_KIND_OF_PERSON;
}

/* -- collecting -- */

static bool is_common_word(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  return answer(ctx, segment->tokens[i].word, MDQ_KNOWN_COMMON_SHIFT, ask_common_word);
}

static size_t name_words_end(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  size_t end = i;
  while (end - i < MOST_NAME_WORDS && is_name_word(ctx, segment, end)) end++;
  return end;
}

/* Where the name ends whose words are those from i to `end`; i: it is none. */
static size_t name_end(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, size_t end) {
  return end == i + 1 && is_common_word(ctx, segment, i) ? i : end;
}

/* The words in V2, one space between. */
static struct mdq_span name_text(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, size_t end) {
  size_t length = 0, at = 0;
  for (size_t w = i; w < end; w++) length += mdq_token_v2(segment, w).len + 1;
  char *text = mdq_arena_alloc(ctx->arena, length);
  for (size_t w = i; w < end && text; w++) {
    struct mdq_span word = mdq_token_v2(segment, w);
    if (w > i) text[at++] = ' ';
    memcpy(text + at, word.ptr, word.len);
    at += word.len;
  }
  return mdq_span_of(text ? text : "", at);
}

static void keep_full_name(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, size_t end) {
  struct state *state = ctx->state;
  if (end - i < 2 || state->name_count == MOST_NAMES) return;
  struct full_name *name = mdq_arena_push(ctx->arena, &state->names, &state->name_count, &state->name_capacity, sizeof *name);
  if (!name) return;
  name->text = name_text(ctx, segment, i, end);
  name->first = mdq_arena_copy(ctx->arena, mdq_token_v2(segment, i));
  name->last = mdq_arena_copy(ctx->arena, mdq_token_v2(segment, end - 1));
}

static void keep_mention(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, size_t name, size_t end, struct mention mention) {
  struct state *state = ctx->state;
  struct mention *place = mdq_arena_push(ctx->arena, &state->mentions, &state->mention_count, &state->mention_capacity, sizeof *place);
  if (!place) return;
  *place = mention;
  place->at = mdq_at_token(segment, i);
  place->text = mdq_tokens_text(segment, i, end - 1);
  place->name = name_text(ctx, segment, name, end);
  place->words = (uint8_t)(end - name);
}

/* `end`: where the words of a name behind token i end, here and below. */
static void take_verb(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, size_t end) {
  size_t cut;
  end = name_end(ctx, segment, i + 1, end);
  const struct mdq_row *row = end == i + 1 ? NULL : verb_row(ctx, mdq_token_v2(segment, i), &cut);
  if (!row) return;
  bool past = mdq_span_is(row->column[1], "past") && mdq_span_eq(mdq_token_text(segment, i), mdq_token_v1(segment, i));
  keep_mention(ctx, segment, i, i + 1, end, (struct mention){ .gender = mdq_span_is(row->column[2], "f") ? FEMININE : MASCULINE,
                                                             .word = past ? mdq_token_text(segment, i) : mdq_span_of("", 0) });
}

/* Behind a noun it may be an adjective: «الشؤون الإعلامية محمد البقمي». */
static bool may_open_phrase(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  static const char *const prepositions[] = { "مع", "الي", "من", "عن", "علي", "ان", "لكن", "بين", "بحسب", "وفق" };
  size_t cut;
  if (!i || !mdq_token_is(segment, i - 1, MDQ_TOKEN_AR)) return true;
  struct mdq_span before = mdq_token_v2(segment, i - 1);
  for (size_t p = 0; p < MDQ_COUNT(prepositions); p++)
    if (mdq_span_is(before, prepositions[p])) return true;
  return verb_row(ctx, before, &cut) != NULL || mdq_span_ends(before, MDQ_SPAN_LIT("ت"));
}

/* «الرئيسة المكسيكية كلوديا شينباوم»: an adjective may stand between. */
static void take_title(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, size_t end) {
  size_t name = i + 1;
  if (end == name && mdq_span_starts(mdq_token_v2(segment, name), MDQ_SPAN_LIT("ال"))) end = name_words_end(ctx, segment, ++name);
  end = name_end(ctx, segment, name, end);
  const struct mdq_row *row = end == name ? NULL : title_row(ctx, mdq_token_v2(segment, i));
  if (!row) return;
  bool feminine = mdq_span_is(row->column[1], "f");
  if (feminine && !may_open_phrase(ctx, segment, i)) return;
  struct mdq_span title = row->column[0];
  keep_mention(ctx, segment, i, name, end, (struct mention){ .gender = feminine ? FEMININE : MASCULINE, .title = feminine ? mdq_span_sub(title, 0, title.len - 2) : title });
}

/* Behind nearly all verbs and titles, and nearly all names, stands no other name: then there is nothing to keep. */
static bool has_name_behind(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (is_name_word(ctx, segment, i + 1)) return true;
  return mdq_span_starts(mdq_token_v2(segment, i + 1), MDQ_SPAN_LIT("ال")) && is_name_word(ctx, segment, i + 2);
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct state *state = ctx->state;
  if (!has_name_behind(ctx, segment, i) || (state->segment == segment->text.ptr && i < state->next)) return;
  size_t end = name_words_end(ctx, segment, i + 1);
  take_verb(ctx, segment, i, end);
  take_title(ctx, segment, i, end);
  bool own = is_name_word(ctx, segment, i);
  if (own && end > i + MOST_NAME_WORDS) end = i + MOST_NAME_WORDS;
  keep_full_name(ctx, segment, own ? i : i + 1, end);
  state->segment = segment->text.ptr;
  state->next = own ? end : 0;
}

/* -- who is who -- */

/* What one word says of a person. */
struct known {
  struct mdq_span full; /* the one name that it is part of */
  bool several;         /* of more than one */
};

struct people {
  struct mdq_arena *arena;
  struct mdq_map by_last, by_first; /* struct known */
  struct mdq_map numbers;           /* struct number, by the name */
  uint32_t count;
};

static void learn(struct people *people, struct mdq_map *map, struct mdq_span word, struct mdq_span full) {
  struct known *known = mdq_map_get(map, word);
  if (known) {
    known->several = known->several || !mdq_span_eq(known->full, full);
    return;
  }
  known = mdq_arena_alloc(people->arena, sizeof *known);
  if (!known) return;
  known->full = full;
  if (!mdq_map_put(map, word, known)) people->arena->failed = true;
}

static uint32_t number_of(struct people *people, struct mdq_span name) {
  uintptr_t number = (uintptr_t)mdq_map_get(&people->numbers, name);
  if (number) return (uint32_t)number;
  if (!mdq_map_put(&people->numbers, name, (void *)(uintptr_t)++people->count)) people->arena->failed = true;
  return people->count;
}

/* A surname stands for the one full name that the draft has with it; without any, only a given name tells of one person. */
static uint32_t person_of(struct mdq_ctx *ctx, struct people *people, const struct mention *mention) {
  if (mention->words > 1) return number_of(people, mention->name);
  const struct known *last = mdq_map_get(&people->by_last, mention->name), *first = mdq_map_get(&people->by_first, mention->name);
  if ((last && last->several) || (first && first->several) || (last && first)) return 0;
  if (last || first) return number_of(people, last ? last->full : first->full);
  struct mdq_name_word name;
  bool known = mdq_names_word(mdq_lexicon_names(ctx->lexicon), mention->name, &name);
  return known && !(name.kinds & MDQ_KIND_GIVEN) ? 0 : number_of(people, mention->name);
}

/* -- judging -- */

static int by_person_and_place(const void *a, const void *b) {
  const struct mention *x = a, *y = b;
  if (x->person != y->person) return x->person < y->person ? -1 : 1;
  return (x->at.start > y->at.start) - (x->at.start < y->at.start);
}

/* Many masculine titles are given to women, too: القاضي سونيا سوتومايور. One counts only where its feminine is there. */
static bool counts(const struct mention *all, size_t count, const struct mention *mention) {
  if (!mention->title.len || mention->gender == FEMININE) return true;
  for (size_t i = 0; i < count; i++)
    if (all[i].gender == FEMININE && mdq_span_eq(all[i].title, mention->title)) return true;
  return false;
}

/* قال → قالت and back, where that is all. */
static struct mdq_span other_gender(struct mdq_ctx *ctx, const struct mention *mention) {
  struct mdq_span teh = MDQ_SPAN_LIT("ت"), none = mdq_span_of(NULL, 0), word = mention->word;
  if (!word.len) return none;
  if (mention->gender == MASCULINE) return mdq_arena_printf(ctx->arena, "%.*sت", (int)word.len, word.ptr);
  return mdq_span_ends(word, teh) ? mdq_span_sub(word, 0, word.len - teh.len) : none;
}

static void judge(struct mdq_ctx *ctx, const struct mention *all, size_t count) {
  enum { MOST = 200 }; /* mentions of one person: a draft with more is a collection */
  size_t of[GENDERS] = { 0 };
  const struct mention *example[GENDERS] = { NULL, NULL };
  if (count > MOST) return;
  for (size_t i = 0; i < count; i++) {
    if (!counts(all, count, &all[i])) continue;
    of[all[i].gender]++;
    if (!example[all[i].gender]) example[all[i].gender] = &all[i];
  }
  if (!of[MASCULINE] || !of[FEMININE]) return;
  bool first_is_rare = of[MASCULINE] == of[FEMININE] && example[MASCULINE]->at.start > example[FEMININE]->at.start;
  enum gender rare = of[MASCULINE] < of[FEMININE] || first_is_rare ? MASCULINE : FEMININE;
  for (size_t i = 0; i < count; i++) {
    if (all[i].gender != rare || !counts(all, count, &all[i])) continue;
    mdq_report(ctx, GENDER_DRIFT, .at = all[i].at, .x = all[i].text, .y = example[!rare]->text, .fix = of[MASCULINE] == of[FEMININE] ? mdq_span_of(NULL, 0) : other_gender(ctx, &all[i]));
  }
}

static void finish(struct mdq_ctx *ctx) {
  struct state *state = ctx->state;
  struct people people = { .arena = ctx->arena };
  size_t genders[GENDERS] = { 0 };
  for (size_t i = 0; i < state->mention_count; i++) genders[state->mentions[i].gender]++;
  if (!genders[MASCULINE] || !genders[FEMININE] || ctx->arena->failed) return;
  for (size_t i = 0; i < state->name_count; i++) {
    learn(&people, &people.by_last, state->names[i].last, state->names[i].text);
    learn(&people, &people.by_first, state->names[i].first, state->names[i].text);
  }
  for (size_t i = 0; i < state->mention_count; i++) state->mentions[i].person = person_of(ctx, &people, &state->mentions[i]);
  qsort(state->mentions, state->mention_count, sizeof *state->mentions, by_person_and_place);
  for (size_t i = 0, same; i < state->mention_count; i += same) {
    for (same = 1; i + same < state->mention_count && state->mentions[i + same].person == state->mentions[i].person; same++) {}
    if (state->mentions[i].person) judge(ctx, &state->mentions[i], same);
  }
  mdq_map_free(&people.by_last);
  mdq_map_free(&people.by_first);
  mdq_map_free(&people.numbers);
}

static const char *const tables[] = { "names/titles.tsv", "names/saying-verbs.tsv", NULL };

const struct mdq_rule_group mdq_rules_name_gender_drift;
const struct mdq_rule_group mdq_rules_name_gender_drift = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = tables, .token_kinds = MDQ_TOKEN_AR, .concerns = concerns, .state_size = sizeof(struct state),
  .token = token, .finish = finish,
};
