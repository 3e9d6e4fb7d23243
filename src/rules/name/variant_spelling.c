/* One name in two accepted spellings within a draft: بلومبرغ here, بلومبيرغ there. */
#include <stdlib.h>

#include "arabic/skeleton.h"
#include "base/map.h"
#include "lint/places.h"
#include "rules/name/known_word.h"
#include "rules/name/several.h"
#include "rules/name/unknown_names.h"

enum { VARIANT_SPELLING };

static const struct mdq_rule rules[] = {
  [VARIANT_SPELLING] = {
    .id = "name/variant-spelling", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/inconsistency", .since = "0.1",
    .summary = { "One name in two spellings", "اسم واحد برسمين" },
    .rationale = { "Both spellings are in use, but a text keeps to one of them.", "كلا الرسمين مستعمل، لكن النص الواحد يلتزم أحدهما." },
    .message = { "One name, two spellings: “{x}” and “{y}”", "اسم واحد برسمين: «{x}» و«{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "نقلت وكالة بلومبرغ الخبر\nوأضافت بلومبيرغ أن القرار نهائي وأكدت بلومبرغ ذلك", .fixed = "نقلت وكالة بلومبرغ الخبر\nوأضافت بلومبرغ أن القرار نهائي وأكدت بلومبرغ ذلك" },
      { .text = "التقى دونالد ترامب الوفد\nثم قال دونالد ترمب إنه راض" },
      { .text = "وجه الوفد رسالة لترامب أمس\nثم عاد ترامب، وترمب بعده", .fixed = "وجه الوفد رسالة لترامب أمس\nثم عاد ترامب، وترامب بعده" },
      { .text = "قال فيلترونسكي إن الخطة جاهزة\nورحب بفيلترونسكي كثيرون، وعاد فلترونسكي", .fixed = "قال فيلترونسكي إن الخطة جاهزة\nورحب بفيلترونسكي كثيرون، وعاد فيلترونسكي" },
      { .text = "قال هارولد كراوزنبرغ إن الأمر انتهى\nورحب كراوزنبرغ به، ثم عاد كراوزنبيرج" },
      { .text = "ارتفع سهم إنفيديا في نيويورك\nوتراجع لنفيديا سهمها في الخارج" },
      { 0 } },
    .good = (const char *const[]){ "نقلت وكالة بلومبيرغ الخبر\nوأضافت بلومبيرغ أن القرار نهائي", "قال ميشال عون إن الزيارة تأجلت\nوحضرت ميشيل أوباما الحفل",
                                   "التقى ترامب الوفد وقال ترامب إنه راض", "زار إيلون ماسك المصنع وغاب إيلي كوهين",
                                   "قال فيلترونسكي إن الفيلترونسكيين كثر", "وصل كرنيجيه إلى المدينة\nوأشاد بكرنيجية قديمة",
                                   "قال عبد الفتاح اللبار إن العلاقات جيدة\nوأضاف اللبار أن المعهد الإيبيري شريك", "قال محمد الزغيدري ذلك\nثم نفى خالد الزغادري علمه به",
                                   "قال جاريدت إنه راض\nورد السيد جرودت عليه", NULL },
  },
};

struct occurrence {
  uint32_t latin;   /* the name */
  uint32_t company; /* the name beside it that it goes with, plus 1; 0: it stands alone */
  bool elsewhere;   /* that one is no person's: بيونغ يانغ */
  struct mdq_span stem;
  struct mdq_place at;
  bool as_written;
};

struct state {
  struct mdq_places names;  /* see tag_of() */
  struct occurrence *items; /* of those of a name in several spellings, when all are known */
  size_t count;
  uint64_t *latin_words; /* a set of hashes of the Latin words of the draft; 0: free */
  size_t latin_count, latin_capacity; /* capacity: zero or a power of two */
  struct mdq_unknown_names unknown;
};

/* Token i is a word that may be one of two in a longer name, the first or the second. */
static bool may_be_company(const struct mdq_segment *segment, size_t i, unsigned as) {
  return mdq_token_is(segment, i, MDQ_TOKEN_AR) && mdq_may_be_paired(segment->tokens[i].word, as);
}

/* Which name the word at i goes with, if it stands with that one in a longer name. */
static void find_company(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, struct mdq_span stem, struct occurrence *item) {
  const struct mdq_names *names = mdq_lexicon_names(ctx->lexicon);
  size_t cut;
  struct mdq_span before = MDQ_SPAN_LIT(""), behind = MDQ_SPAN_LIT(""), company;
  if (may_be_company(segment, i - 1, MDQ_NAME_OF_TABLE)) before = mdq_known_stem(ctx, segment->tokens[i - 1].word, &cut);
  if (may_be_company(segment, i + 1, MDQ_NAME_MAY_FOLLOW)) behind = mdq_token_v1(segment, i + 1);
  if (before.len && mdq_names_follow(names, before, stem)) company = before;
  else if (behind.len && mdq_names_follow(names, stem, behind)) company = behind;
  else return;
  struct mdq_name_word other;
  bool known = mdq_names_word(names, company, &other);
  item->company = known ? other.latin + 1 : 1;
  item->elsewhere = known && !(other.kinds & MDQ_KIND_OF_PERSON);
}

enum { ELSEWHERE = 1, AS_WRITTEN = 2, COMPANY_SHIFT = 2, LATIN_SHIFT = 32 };

static uint64_t tag_of(const struct occurrence *item) {
  return (uint64_t)item->latin << LATIN_SHIFT | (uint64_t)item->company << COMPANY_SHIFT | (item->as_written ? AS_WRITTEN : 0) | (item->elsewhere ? ELSEWHERE : 0);
}

static struct occurrence from_kept(const struct mdq_kept_place *kept) {
  return (struct occurrence){
    .latin = (uint32_t)(kept->tag >> LATIN_SHIFT), .company = (uint32_t)kept->tag >> COMPANY_SHIFT, .elsewhere = (kept->tag & ELSEWHERE) != 0,
    .stem = kept->text, .at = kept->at, .as_written = (kept->tag & AS_WRITTEN) != 0,
  };
}

/* Where the hash is, or the free place for it. */
static uint64_t *latin_place(const struct state *state, uint64_t hash) {
  size_t at = (size_t)hash & (state->latin_capacity - 1);
  while (state->latin_words[at] && state->latin_words[at] != hash) at = (at + 1) & (state->latin_capacity - 1);
  return &state->latin_words[at];
}

static bool grow_latin(struct mdq_ctx *ctx, struct state *state) {
  struct state bigger = { .latin_capacity = state->latin_capacity ? state->latin_capacity * 4 : 64 };
  bigger.latin_words = mdq_arena_array(ctx->arena, bigger.latin_capacity, sizeof *bigger.latin_words);
  if (!bigger.latin_words) return false;
  for (size_t i = 0; i < state->latin_capacity; i++)
    if (state->latin_words[i]) *latin_place(&bigger, state->latin_words[i]) = state->latin_words[i];
  state->latin_words = bigger.latin_words;
  state->latin_capacity = bigger.latin_capacity;
  return true;
}

static uint64_t hash_of_latin(struct mdq_span word) {
  uint64_t hash = mdq_hash(word);
  return hash ? hash : 1;
}

static void remember_latin(struct mdq_ctx *ctx, struct mdq_span word) {
  struct state *state = ctx->state;
  if (state->latin_count * 2 >= state->latin_capacity && !grow_latin(ctx, state)) return;
  uint64_t hash = hash_of_latin(word), *place = latin_place(state, hash);
  state->latin_count += !*place;
  *place = hash;
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  return mdq_rule_enabled(ctx, VARIANT_SPELLING) && (mdq_known_latin(ctx, word) || mdq_is_unknown_name(ctx, word));
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct state *state = ctx->state;
  if (segment->tokens[i].kind == MDQ_TOKEN_LAT) {
    remember_latin(ctx, mdq_token_text(segment, i));
    return;
  }
  uint32_t latin = mdq_known_latin(ctx, segment->tokens[i].word);
  if (!latin) {
    mdq_unknown_names_keep(ctx, segment, i, 0, &state->unknown);
    return;
  }
  size_t cut;
  struct mdq_span v1 = mdq_token_v1(segment, i), text = mdq_token_text(segment, i);
  struct mdq_span stem = mdq_known_stem(ctx, segment->tokens[i].word, &cut);
  struct occurrence item = { .latin = latin - 1, .at = mdq_at_token(segment, i), .as_written = mdq_span_eq(text, v1) };
  find_company(ctx, segment, i, stem, &item);
  item.stem = item.as_written ? mdq_span_sub(text, cut, text.len) : mdq_arena_copy(ctx->arena, stem);
  if (item.as_written) item.at.start += cut;
  mdq_places_keep(ctx, &state->names, item.at, item.stem, tag_of(&item));
}

static int by_name_and_stem(const void *a, const void *b) {
  const struct occurrence *x = a, *y = b;
  if (x->latin != y->latin) return x->latin < y->latin ? -1 : 1;
  int order = x->stem.ptr == y->stem.ptr ? 0 : mdq_span_cmp(x->stem, y->stem); /* of equal ones there is one copy */
  return order ? order : (x->at.start > y->at.start) - (x->at.start < y->at.start);
}

/* -- spellings of one name -- */

struct spelling {
  const struct occurrence *items;
  size_t count;
};

/* Always by itself, as a surname is from the second time on, beside one that goes with no other names than a person's. */
static bool stands_for(const struct spelling *a, const struct spelling *b) {
  for (size_t i = 0; i < a->count; i++)
    if (a->items[i].company) return false;
  for (size_t i = 0; i < b->count; i++)
    if (b->items[i].elsewhere) return false;
  return true;
}

/* Of one person: they stand beside the same name, or one of them, a surname, for both. ميشال عون is not ميشيل أوباما. */
static bool same_person(const struct spelling *a, const struct spelling *b, bool surname) {
  if (surname && (stands_for(a, b) || stands_for(b, a))) return true;
  for (size_t i = 0; i < a->count; i++)
    for (size_t j = 0; a->items[i].company && j < b->count; j++)
      if (a->items[i].company == b->items[j].company) return true;
  return false;
}

/* جراهام and غراهام sound the same; جوفنتوس and يوفنتوس may be more than two spellings. */
static bool sound_the_same(struct mdq_span a, struct mdq_span b) {
  const double most = .05;
  struct mdq_skeleton x, y;
  mdq_skeleton_arabic(a, &x);
  mdq_skeleton_arabic(b, &y);
  return x.strong && mdq_skeleton_distance(&x, &y) <= most + 1e-9;
}

static void report_one(struct mdq_ctx *ctx, struct mdq_place at, struct mdq_span written, struct mdq_span usual, bool as_written) {
  mdq_report(ctx, VARIANT_SPELLING, .at = at, .x = written, .y = usual, .severity = sound_the_same(written, usual) ? MDQ_WARNING : MDQ_NOTE,
             .fix = as_written ? usual : mdq_span_of(NULL, 0));
}

static void report(struct mdq_ctx *ctx, const struct spelling *spelling, struct mdq_span usual) {
  for (size_t i = 0; i < spelling->count; i++) {
    const struct occurrence *item = &spelling->items[i];
    report_one(ctx, item->at, item->stem, usual, item->as_written);
  }
}

/* The words of the Latin form stand in the draft too: name/script-mix tells about all of them. */
static bool has_latin(const struct mdq_ctx *ctx, struct mdq_span latin) {
  const struct state *state = ctx->state;
  for (size_t from = 0, to; from < latin.len; from = to + 1) {
    const char *space = memchr(latin.ptr + from, ' ', latin.len - from);
    to = space ? (size_t)(space - latin.ptr) : latin.len;
    if (!state->latin_count || !*latin_place(state, hash_of_latin(mdq_span_sub(latin, from, to)))) return false;
  }
  return latin.len > 0;
}

static bool only_article(struct mdq_span a, struct mdq_span b) { /* يورو, اليورو */
  struct mdq_span article = MDQ_SPAN_LIT("ال"), shorter = a.len < b.len ? a : b, longer = a.len < b.len ? b : a;
  return longer.len == shorter.len + article.len && mdq_span_starts(longer, article) && mdq_span_ends(longer, shorter);
}

static void compare(struct mdq_ctx *ctx, const struct spelling *spellings, size_t count) {
  enum { MOST_PAIRS = 1 << 16 }; /* of occurrences to compare: a draft that has more is a list */
  struct mdq_known_name known;
  mdq_names_known(mdq_lexicon_names(ctx->lexicon), spellings[0].items[0].latin, ctx->scratch, &known);
  if (has_latin(ctx, known.latin)) return;
  size_t major = 0;
  for (size_t s = 1; s < count; s++) {
    bool usual = known.count && mdq_span_eq(spellings[s].items[0].stem, known.form[0]);
    if (spellings[s].count > spellings[major].count || (usual && spellings[s].count == spellings[major].count)) major = s;
  }
  bool person = known.kinds & MDQ_KIND_OF_PERSON, surname = known.kinds & ~(unsigned)MDQ_KIND_GIVEN;
  for (size_t s = 0; s < count; s++) {
    if (s == major || only_article(spellings[s].items[0].stem, spellings[major].items[0].stem)) continue;
    if (spellings[s].count * spellings[major].count > MOST_PAIRS) continue;
    if (!person || same_person(&spellings[s], &spellings[major], surname)) report(ctx, &spellings[s], spellings[major].items[0].stem);
  }
}

/* The names that have several spellings: nearly all have one. */
static bool find_several(struct mdq_ctx *ctx, struct mdq_arena *arena, const struct mdq_places *names, struct mdq_several *several) {
  if (!mdq_several_init(several, arena, names->count)) return false;
  struct mdq_places_reader reader = mdq_places_read(ctx, names);
  for (struct mdq_kept_place kept; mdq_places_next(&reader, &kept);) mdq_several_see(several, kept.tag >> LATIN_SHIFT, kept.text);
  return true;
}

/* Their spellings are few: one copy of each is nearer than its places, which are all over the draft. */
static bool list_names(struct mdq_ctx *ctx, struct mdq_arena *arena, struct state *state) {
  struct mdq_several several;
  struct mdq_map stems = { 0 };
  size_t capacity = 0;
  if (!find_several(ctx, arena, &state->names, &several)) return false;
  struct mdq_places_reader reader = mdq_places_read(ctx, &state->names);
  for (struct mdq_kept_place kept; mdq_places_next(&reader, &kept);) {
    if (!mdq_several_may_have(&several, kept.tag >> LATIN_SHIFT)) continue;
    struct occurrence *item = mdq_arena_push(arena, &state->items, &state->count, &capacity, sizeof *item);
    if (!item) break;
    *item = from_kept(&kept);
    item->stem = mdq_map_intern(&stems, arena, item->stem);
  }
  mdq_map_free(&stems);
  return !arena->failed && state->count;
}

static void compare_all(struct mdq_ctx *ctx, struct state *state) {
  enum { MOST_SPELLINGS = 16 };
  qsort(state->items, state->count, sizeof *state->items, by_name_and_stem);
  for (size_t i = 0; i < state->count;) {
    struct spelling spellings[MOST_SPELLINGS];
    size_t count = 0, from = i;
    for (; i < state->count && state->items[i].latin == state->items[from].latin; i++) {
      if (count && mdq_span_eq(spellings[count - 1].items[0].stem, state->items[i].stem)) spellings[count - 1].count++;
      else if (count < MOST_SPELLINGS) spellings[count++] = (struct spelling){ &state->items[i], 1 };
    }
    if (count > 1) compare(ctx, spellings, count);
  }
}

static void finish(struct mdq_ctx *ctx) {
  struct state *state = ctx->state;
  struct mdq_arena arena = MDQ_ARENA_INIT; /* a list of a large draft's names, which other rules need not wait with */
  mdq_unknown_names_compare(ctx, &arena, &state->unknown, report_one);
  if (list_names(ctx, &arena, state)) compare_all(ctx, state);
  ctx->arena->failed = ctx->arena->failed || arena.failed;
  mdq_arena_free(&arena);
}

static const char *const tables[] = { MDQ_UNKNOWN_NAME_TABLES, NULL };

const struct mdq_rule_group mdq_rules_name_variant_spelling;
const struct mdq_rule_group mdq_rules_name_variant_spelling = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = tables, .token_kinds = MDQ_TOKEN_AR | MDQ_TOKEN_LAT, .concerns = concerns, .state_size = sizeof(struct state), .token = token, .finish = finish,
};
