/* One name, two scripts: a translation engine transliterates a name in one sentence and leaves it in Latin
   letters in the next, or spells it in two ways. Everything is decided when the whole draft is known. */
#include <stdlib.h>

#include "arabic/proclitics.h"
#include "arabic/skeleton.h"
#include "base/map.h"
#include "rules/name/name_forms.h"
#include "text/utf8.h"

enum { SCRIPT_MIX };

static const struct mdq_rule rules[] = {
  [SCRIPT_MIX] = {
    .id = "name/script-mix", .severity = MDQ_WARNING, .certainty = MDQ_LIKELY, .category = "fluency/inconsistency", .since = "0.1",
    .supersedes = "untranslated/latin-run",
    .summary = { "One name in two forms", "اسم واحد بصورتين" },
    .rationale = { "A name keeps one form throughout a text: in Arabic letters, with the Latin form once in brackets at its first mention if readers need it.",
                   "يلزم الاسم صورة واحدة في النص كله: بحروف عربية، مع صورته اللاتينية بين قوسين مرة واحدة عند أول ذكر إن احتيج إليها." },
    .message = { "“{x}” also appears as “{y}”", "ورد «{x}» أيضًا بصيغة «{y}»" },
    .bad = (const struct mdq_example[]){
      { .text = "قالت شركة بالانتير إن أرباحها زادت\nوارتفع سهم Palantir بعد الإعلان", .fixed = "قالت شركة بالانتير إن أرباحها زادت\nوارتفع سهم بالانتير بعد الإعلان" },
      { .text = "وقال فيلترونسكي إن الخطة جاهزة\nورفض Veltronsky التعليق" },
      { .text = "أعلنت Zentrix نتائجها\nوأضافت ZENTRIX أن الطلب قوي" },
      { .text = "قال هارولد كراوزنبرغ (Krausenberg) إن الأمر انتهى\nوأضاف كراوزنبرغ أنه راض\nوختم كراوزينبيرغ حديثه" },
      { .text = "أشاد فيلتروني بالاتفاق\nوقال Veltroni إنه راض\nوعاد فيلتروني إلى روما" },
      { .text = "أطلقت «زيب مارك» تطبيقها\nوقالت Zipmark إنها تتوسع" },
      { .text = "ارتفع سهم إنفيديا صباحا\nوقالت Nvidia إن الطلب قوي", .fixed = "ارتفع سهم إنفيديا صباحا\nوقالت إنفيديا إن الطلب قوي" },
      { .text = "ارتفع سهم إنفيديا صباحا\nوأشاد بـNvidia كثيرون", .fixed = "ارتفع سهم إنفيديا صباحا\nوأشاد بإنفيديا كثيرون" },
      { .text = "أطلقت ديب سيك تطبيقها\nوقالت DeepSeek إنها تتوسع", .fixed = "أطلقت ديب سيك تطبيقها\nوقالت ديب سيك إنها تتوسع" },
      { 0 } },
    .good = (const char *const[]){
      "وقالت مارغيت تولفانين (Tolvanen) إن الخوارزمية لا تعتذر\nوأضافت تولفانين أن القانون قديم",
      "زار مدينة Lakeview أمس\nثم عاد إلى باريس",
      "نشرت صحيفة Financial Times تقريرا\nونقلت نيويورك تايمز الخبر",
      "تتنافس Acme وشركة أكسيوم على العقد",
      "أنتجت شركة Carbon سيارة جديدة\nوتراجعت انبعاثات الكربون",
      "يعرض فيلم «Marco Veltroni» غدا\nويطارد فيلتروني لصا في روما",
      "يدرس الطلاب بالإنجليزية\nفي قسم English بالجامعة",
      "أعلنت NVIDIA عن رقائق جديدة\nوبنت مصنعا في نيفادا",
      "فاز Michael Stone بالجائزة\nوغاب مايكل جونز عن الحفل", NULL },
  },
};

enum { MOST_TYPES = 4096, MOST_ENTITIES = 256 }; /* a draft with more names than that is a list */

struct reading { /* of an Arabic written form, with or without what may be proclitics */
  struct mdq_stem stem;
  struct mdq_skeleton skeleton;
  uint32_t opening; /* of the skeleton */
  uint64_t mark;    /* of the stem, see mark_of() */
};

struct type { /* one Arabic written form and what it may write */
  const struct mdq_arabic_type *written;
  struct reading *readings;
  size_t reading_count;
  struct entity *entity; /* the Latin name it writes, or NULL */
  struct mdq_stem stem;  /* the reading that does */
  const struct known_form *known; /* it is one of the name's in the table of names */
  double distance;
};

struct known_form { /* what the table of names has for a Latin name */
  struct mdq_span text, joined; /* as it is written; without spaces and hyphens */
};

struct entity { /* one name by its Latin letters */
  const struct mdq_latin_form *forms; /* in the order of the text */
  size_t count;
  struct mdq_skeleton skeleton;
  struct mdq_span key, common; /* folded letters; the commonest form */
  bool whole, last;            /* some occurrence stands alone; ends its run */
  bool variants, glossed;      /* it has several forms; some occurrence is a gloss */
  const struct type *majority;
  struct known_form *known;
  size_t known_count, known_capacity;
  uint32_t openings; /* that ones like its skeleton have */
  uint64_t marks;    /* of its known forms */
};

struct keyed { /* a Latin form with its key, for sorting */
  struct mdq_latin_form form;
  struct mdq_span key, written; /* with the plural's s taken off where the singular occurs; without */
};

/* -- Latin entities -- */

static struct mdq_span folded(struct mdq_arena *arena, struct mdq_span text) {
  char *key = mdq_arena_alloc(arena, text.len + 1);
  size_t length = 0;
  for (size_t i = 0; key && i < text.len; i++) {
    char c = text.ptr[i];
    if (c == ' ' || c == '-' || c == '.') continue;
    key[length++] = c >= 'A' && c <= 'Z' ? (char)(c + 0x20) : c;
  }
  return mdq_span_of(key ? key : "", key ? length : 0);
}

static int by_key_and_place(const void *a, const void *b) {
  const struct keyed *x = a, *y = b;
  int order = mdq_span_cmp(x->key, y->key);
  return order ? order : (x->form.at.start > y->form.at.start) - (x->form.at.start < y->form.at.start);
}

static int key_against_item(const void *key, const void *item) {
  return mdq_span_cmp(*(const struct mdq_span *)key, ((const struct keyed *)item)->written);
}

/* Deepseeks beside Deepseek: the s that English left behind. */
static bool fold_plurals(struct keyed *items, size_t count) { /* false: there are none */
  enum { SHORTEST = 5 };
  bool any = false;
  for (size_t i = 0; i < count; i++) {
    struct mdq_span key = items[i].written;
    if (key.len <= SHORTEST || key.ptr[key.len - 1] != 's' || items[i].form.listed) continue;
    struct mdq_span singular = mdq_span_sub(key, 0, key.len - 1);
    if (!bsearch(&singular, items, count, sizeof *items, key_against_item)) continue;
    items[i].key = singular;
    any = true;
  }
  return any;
}

/* Two words count as one name only where the draft also writes them as one: Deep Seek, DeepSeek. */
static size_t drop_lonely_pairs(struct keyed *items, size_t count) {
  size_t used = 0;
  for (size_t i = 0, same; i < count; i += same) {
    bool single = false;
    for (same = 0; i + same < count && mdq_span_eq(items[i].key, items[i + same].key); same++) single = single || !items[i + same].form.joined;
    for (size_t j = i; j < i + same; j++)
      if (single) items[used++] = items[j];
  }
  return used;
}

/* -- the table of names -- */

static struct mdq_span without_spaces(struct mdq_arena *arena, struct mdq_span text) {
  char *joined = mdq_arena_alloc(arena, text.len + 1);
  size_t length = 0;
  for (size_t i = 0; joined && i < text.len; i++)
    if (text.ptr[i] != ' ' && text.ptr[i] != '-') joined[length++] = text.ptr[i];
  return mdq_span_of(joined ? joined : "", length);
}

/* Two bits of 64, the same of equal texts. */
static uint64_t mark_of(struct mdq_span text) {
  uint64_t hash = mdq_hash(text);
  return UINT64_C(1) << (hash & 63) | UINT64_C(1) << (hash >> 6 & 63);
}

static void look_up(struct mdq_ctx *ctx, struct entity *entity) {
  const unsigned translated = MDQ_KIND_LANGUAGE | MDQ_KIND_PEOPLE | MDQ_KIND_CURRENCY | MDQ_KIND_WORK; /* English and الإنجليزية are two words */
  const struct mdq_names *names = mdq_lexicon_names(ctx->lexicon);
  uint32_t first = 0;
  size_t count = mdq_names_of_latin(names, entity->common, &first);
  for (size_t i = 0; i < count; i++) {
    struct mdq_known_name known;
    mdq_names_known(names, first + (uint32_t)i, ctx->arena, &known);
    if (!(known.kinds & ~translated)) continue;
    for (size_t f = 0; f < known.count; f++) {
      struct known_form *form = mdq_arena_push(ctx->arena, &entity->known, &entity->known_count, &entity->known_capacity, sizeof *form);
      if (!form) return;
      *form = (struct known_form){ known.form[f], without_spaces(ctx->arena, known.form[f]) };
      entity->marks |= mark_of(form->joined);
    }
  }
}

static const struct known_form *known_as(const struct entity *entity, struct mdq_span joined) {
  for (size_t i = 0; i < entity->known_count; i++)
    if (mdq_span_eq(entity->known[i].joined, joined)) return &entity->known[i];
  return NULL;
}

/* The first of those that are commonest; in a list of thousands any will do. */
static struct mdq_span commonest(const struct entity *entity) {
  enum { LIST = 1000 };
  size_t most = 0, best = 0;
  for (size_t i = 0; i < entity->count && entity->variants && entity->count < LIST; i++) {
    size_t same = 0;
    for (size_t j = 0; j < entity->count; j++) same += mdq_span_eq(entity->forms[j].text, entity->forms[i].text);
    if (same <= most) continue;
    most = same;
    best = i;
  }
  return entity->forms[best].text;
}

static void describe(struct entity *entity) {
  for (size_t i = 0; i < entity->count; i++) {
    const struct mdq_latin_form *form = &entity->forms[i];
    entity->whole = entity->whole || form->whole;
    entity->last = entity->last || form->last;
    entity->glossed = entity->glossed || form->glossed;
    entity->variants = entity->variants || !mdq_span_eq(form->text, entity->forms[0].text);
  }
  entity->common = commonest(entity);
  mdq_skeleton_latin(entity->key, &entity->skeleton);
  entity->openings = mdq_skeleton_openings_alike(&entity->skeleton);
}

static size_t make_entities(struct mdq_ctx *ctx, const struct mdq_name_forms *forms, struct entity **entities) {
  struct keyed *items = mdq_arena_array(ctx->arena, forms->latin_count + 1, sizeof *items);
  struct mdq_latin_form *sorted = mdq_arena_array(ctx->arena, forms->latin_count + 1, sizeof *sorted);
  *entities = mdq_arena_array(ctx->arena, MOST_ENTITIES, sizeof **entities);
  if (!items || !sorted || !*entities) return 0;
  for (size_t i = 0; i < forms->latin_count; i++) {
    struct mdq_span key = folded(ctx->arena, forms->latin[i].text);
    items[i] = (struct keyed){ forms->latin[i], key, key };
  }
  if (ctx->arena->failed) return 0;
  qsort(items, forms->latin_count, sizeof *items, by_key_and_place);
  if (fold_plurals(items, forms->latin_count)) qsort(items, forms->latin_count, sizeof *items, by_key_and_place);
  size_t kept = drop_lonely_pairs(items, forms->latin_count), count = 0;
  for (size_t i = 0, same; i < kept && count < MOST_ENTITIES; i += same) {
    for (same = 0; i + same < kept && mdq_span_eq(items[i].key, items[i + same].key); same++) sorted[i + same] = items[i + same].form;
    (*entities)[count] = (struct entity){ .forms = sorted + i, .count = same, .key = items[i].key };
    describe(&(*entities)[count]);
    look_up(ctx, &(*entities)[count++]);
  }
  return count;
}

/* -- Arabic types -- */

static int by_text(const void *a, const void *b) {
  const struct mdq_arabic_type *const *x = a, *const *y = b;
  return mdq_span_cmp((*x)->v1, (*y)->v1);
}

static bool describe_type(struct mdq_ctx *ctx, struct type *type) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  type->reading_count = mdq_stems(type->written->v1, stems);
  type->readings = mdq_arena_array(ctx->arena, type->reading_count, sizeof *type->readings);
  if (!type->readings) return false;
  for (size_t r = 0; r < type->reading_count; r++) {
    struct reading *reading = &type->readings[r];
    reading->stem = stems[r];
    mdq_skeleton_arabic(stems[r].text, &reading->skeleton);
    reading->opening = mdq_skeleton_opening(&reading->skeleton);
    reading->mark = mark_of(stems[r].text);
  }
  return true;
}

static int by_count(const void *a, const void *b) {
  const struct mdq_arabic_type *x = *(const struct mdq_arabic_type *const *)a, *y = *(const struct mdq_arabic_type *const *)b;
  if (x->count != y->count) return x->count < y->count ? 1 : -1;
  return (x > y) - (x < y);
}

/* In a draft with too many, those that are hardly anything but names, and of them the commonest. */
static size_t choose_types(const struct mdq_name_forms *forms, const struct mdq_arabic_type **chosen) {
  size_t count = 0;
  bool all = forms->type_count <= MOST_TYPES;
  for (size_t i = 0; i < forms->type_count; i++)
    if (all || forms->types[i].evidence >= MDQ_NAME_UNKNOWN) chosen[count++] = &forms->types[i];
  if (count > MOST_TYPES) qsort(chosen, count, sizeof *chosen, by_count);
  return count < MOST_TYPES ? count : MOST_TYPES;
}

static size_t make_types(struct mdq_ctx *ctx, const struct mdq_name_forms *forms, struct type **types) {
  const struct mdq_arabic_type **sorted = mdq_arena_array(ctx->arena, forms->type_count + 1, sizeof *sorted);
  size_t count = sorted ? choose_types(forms, sorted) : 0;
  if (sorted) qsort(sorted, count, sizeof *sorted, by_text);
  *types = mdq_arena_array(ctx->arena, count + 1, sizeof **types);
  if (!sorted || !*types) return 0;
  for (size_t t = 0; t < count; t++) {
    (*types)[t].written = sorted[t];
    if (!describe_type(ctx, &(*types)[t])) return t;
  }
  return count;
}

/* -- pairing -- */

static bool is_glossed_by(const struct mdq_name_forms *forms, const struct type *type, const struct entity *entity) {
  size_t index = (size_t)(type->written - forms->types) + 1;
  for (size_t i = 0; entity->glossed && i < entity->count; i++)
    if (entity->forms[i].glossed == index) return true;
  return false;
}

/* How far apart the two may be, by what speaks for the Arabic word's being a name; negative: not at all. */
static double tolerance(const struct type *type, const struct entity *entity, bool glossed) {
  const double high_confidence = .10, usual = .20;
  if (glossed) return usual;
  /* Michael Stone and «مايكل جونز», London Gate and «لندن» share a word, and are not one name. */
  if (!entity->whole && (type->written->place || (type->written->person && !entity->last))) return -1;
  return type->written->evidence == MDQ_NAME_UNKNOWN && !type->written->joined ? usual : high_confidence;
}

/* نيفادا beside NVIDIA: the Arabic word is known as another name than the Latin one, of which it is no form. */
static bool is_another_name(const struct mdq_names *names, struct mdq_span stem, const struct entity *entity) {
  struct mdq_name_word word;
  if (!mdq_names_word(names, stem, &word) || !word.alone || word.latin == MDQ_NO_LATIN) return false;
  return entity->known_count || !(word.kinds & MDQ_KIND_OF_PERSON);
}

/* Whether a stem may be one of the entity's known forms; few that are none may. */
static bool may_be_known(const struct reading *reading, const struct entity *entity) {
  return (entity->marks & reading->mark) == reading->mark;
}

static bool may_pair(const struct reading *reading, const struct entity *entity) {
  return reading->opening & entity->openings || may_be_known(reading, entity);
}

static void pair(const struct mdq_names *names, const struct mdq_name_forms *forms, struct type *type, struct entity *entity) {
  bool glossed = is_glossed_by(forms, type, entity);
  double most = tolerance(type, entity, glossed);
  if (most < 0) return;
  for (size_t r = 0; r < type->reading_count; r++) {
    const struct reading *reading = &type->readings[r];
    if (!may_pair(reading, entity)) continue;
    double distance;
    bool match = mdq_skeleton_match(&entity->skeleton, &reading->skeleton, &distance);
    const struct known_form *known = may_be_known(reading, entity) ? known_as(entity, reading->stem.text) : NULL;
    if (known) distance = 0;
    if (known || (glossed && distance <= .05)) match = true; /* two consonants are enough beside each other */
    if (!match || distance > most + 1e-9 || (type->entity && distance >= type->distance)) continue;
    if (type->written->evidence == MDQ_NAME_RARE && entity->skeleton.strong < 3 && !known) continue;
    if (!known && !glossed && is_another_name(names, reading->stem.text, entity)) continue;
    type->entity = entity;
    type->known = known;
    type->stem = reading->stem;
    type->distance = distance;
  }
}

/* Of a large draft's million pairs of a type and a name most are soon told from each other. */
static void pair_all(struct mdq_ctx *ctx, const struct mdq_name_forms *forms, struct type *type, struct entity *entities, size_t count) {
  const struct mdq_names *names = mdq_lexicon_names(ctx->lexicon);
  for (size_t e = 0; e < count; e++) {
    bool may = false;
    for (size_t r = 0; r < type->reading_count && !may; r++) may = may_pair(&type->readings[r], &entities[e]);
    if (may) pair(names, forms, type, &entities[e]);
  }
}

static size_t occurrences_of_stem(const struct type *types, size_t count, const struct type *like) {
  size_t total = 0;
  for (size_t t = 0; t < count; t++)
    if (types[t].entity == like->entity && mdq_span_eq(types[t].stem.text, like->stem.text)) total += types[t].written->count;
  return total;
}

/* Of two forms equally common the one that keeps more of the Latin name's sounds. */
static bool is_closer(const struct type *type, const struct type *other) {
  if (type->distance < other->distance - 1e-9 || type->distance > other->distance + 1e-9) return type->distance < other->distance;
  struct mdq_skeleton a, b;
  mdq_skeleton_arabic(type->stem.text, &a);
  mdq_skeleton_arabic(other->stem.text, &b);
  return !strcmp(a.vowels, type->entity->skeleton.vowels) && strcmp(b.vowels, type->entity->skeleton.vowels);
}

/* Of the Arabic forms of each name, the one that prevails. */
static void choose_majorities(struct type *types, size_t count) {
  for (size_t t = 0; t < count; t++) {
    struct type *type = &types[t];
    if (!type->entity) continue;
    struct entity *entity = type->entity;
    size_t here = occurrences_of_stem(types, count, type), best = entity->majority ? occurrences_of_stem(types, count, entity->majority) : 0;
    if (here > best || (here == best && is_closer(type, entity->majority))) entity->majority = type;
  }
}

/* -- reporting -- */

static bool is_majority(const struct entity *entity, const struct type *type) {
  return entity->majority == type || mdq_span_eq(entity->majority->stem.text, type->stem.text);
}

/* «أمودي (Amodei)», before any other Latin occurrence, is how it should be; titles of works keep their letters. */
static bool is_excused(const struct entity *entity, size_t i) {
  return (i == 0 && entity->forms[0].gloss) || entity->forms[i].work;
}

static size_t unexcused(const struct entity *entity) {
  size_t count = 0;
  for (size_t i = 0; i < entity->count; i++) count += !is_excused(entity, i);
  return count;
}

/* As it is to be shown and written: a name of two words has its space only in the table. */
static struct mdq_span text_of(const struct type *type) {
  return type->known && type->written->joined ? type->known->text : type->stem.text;
}

static bool is_writable(const struct type *type) {
  return type->known || !type->written->joined;
}

static void report_latin(struct mdq_ctx *ctx, const struct entity *entity) {
  for (size_t i = 0; i < entity->count; i++) {
    const struct mdq_latin_form *form = &entity->forms[i];
    if (is_excused(entity, i)) continue;
    struct mdq_span own = text_of(entity->majority);
    /* the draft's own spelling first, then the usual one */
    struct mdq_replacement fixes[] = { { .text = own }, { .text = entity->known_count ? entity->known[0].text : own } };
    for (size_t f = 0; f < MDQ_COUNT(fixes) && form->clitic.len; f++)
      fixes[f] = (struct mdq_replacement){ { form->at.start - form->clitic.len, form->at.end, form->at.unit }, mdq_behind_clitic(ctx->scratch, form->clitic, fixes[f].text), false };
    size_t fix_count = !form->whole || !is_writable(entity->majority) ? 0 : mdq_span_eq(fixes[0].text, fixes[1].text) ? 1 : 2;
    mdq_report(ctx, SCRIPT_MIX, .at = form->at, .x = form->text, .y = own, .fixes = fixes, .fix_count = fix_count);
  }
}

/* Where a good Arabic form prevails it is the Latin one that has to go: then the first Arabic occurrence is
   enough to show what the draft has, and the others are notes. */
static bool prevails(const struct type *type, size_t latin) {
  const double faithful = .05;
  return type->written->count > latin && type->distance <= faithful;
}

static void report_arabic(struct mdq_ctx *ctx, const struct mdq_name_forms *forms, const struct type *type) {
  const struct entity *entity = type->entity;
  size_t latin = unexcused(entity);
  bool minority = !is_majority(entity, type);
  if (!latin && !minority) return;
  for (uint32_t i = type->written->first; i; i = forms->arabic[i - 1].of) {
    struct mdq_place at = forms->arabic[i - 1].at;
    bool first = i == type->written->first, as_written = at.end - at.start == type->written->v1.len;
    if (as_written) at.start += type->stem.cut;
    mdq_report(ctx, SCRIPT_MIX, .at = at, .x = text_of(type), .y = minority ? text_of(entity->majority) : entity->common,
               .severity = !first && !minority && prevails(type, latin) ? MDQ_NOTE : MDQ_WARNING,
               .fix = minority && as_written && is_writable(entity->majority) ? text_of(entity->majority) : mdq_span_of(NULL, 0));
  }
}

/* No Arabic form: Nvidia and NVIDIA, of which the commoner stays. */
static void report_variants(struct mdq_ctx *ctx, const struct entity *entity) {
  for (size_t i = 0; i < entity->count; i++)
    if (!mdq_span_eq(entity->forms[i].text, entity->common))
      mdq_report(ctx, SCRIPT_MIX, .at = entity->forms[i].at, .x = entity->forms[i].text, .y = entity->common, .fix = entity->common);
}

static void begin(struct mdq_ctx *ctx) {
  mdq_name_forms_begin(ctx, ctx->state);
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  return mdq_rule_enabled(ctx, SCRIPT_MIX) && mdq_name_forms_concern(word);
}

static void segment_hook(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  mdq_name_forms_collect(ctx, segment, ctx->state);
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  mdq_name_forms_see(ctx, segment, i, ctx->state);
}

static void link_reported(struct mdq_ctx *ctx, struct mdq_name_forms *forms, const struct type *types, size_t type_count) {
  bool *wanted = mdq_arena_array(ctx->arena, forms->type_count + 1, sizeof *wanted);
  if (!wanted) return;
  for (size_t t = 0; t < type_count; t++) wanted[types[t].written - forms->types] = types[t].entity != NULL;
  mdq_name_forms_link(ctx, forms, wanted);
}

static void finish(struct mdq_ctx *ctx) {
  struct mdq_name_forms *forms = ctx->state;
  if (!forms->latin_count || !mdq_rule_enabled(ctx, SCRIPT_MIX)) return;
  struct entity *entities;
  struct type *types;
  size_t entity_count = make_entities(ctx, forms, &entities), type_count = make_types(ctx, forms, &types);
  if (ctx->arena->failed) return;
  for (size_t t = 0; t < type_count; t++) pair_all(ctx, forms, &types[t], entities, entity_count);
  choose_majorities(types, type_count);
  link_reported(ctx, forms, types, type_count);
  if (ctx->arena->failed) return;
  for (size_t t = 0; t < type_count; t++)
    if (types[t].entity) report_arabic(ctx, forms, &types[t]);
  for (size_t e = 0; e < entity_count; e++)
    if (entities[e].majority) report_latin(ctx, &entities[e]);
    else if (entities[e].variants) report_variants(ctx, &entities[e]);
}

static const char *const tables[] = { MDQ_NAME_TABLES, NULL };

const struct mdq_rule_group mdq_rules_name_script_mix;
const struct mdq_rule_group mdq_rules_name_script_mix = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = tables, .state_size = sizeof(struct mdq_name_forms),
  .concerns = concerns, .asks_anew = true, .segment_kinds = MDQ_RUN_TOKENS, .token_kinds = MDQ_TOKEN_AR | MDQ_TOKEN_PUNCT, .marks = mdq_name_marks,
  .begin = begin, .segment = segment_hook, .token = token, .finish = finish,
};
