/* The twenties of the wrong century: "the mid-2020s" comes out as «منتصف العشرينيات من القرن الماضي», because the
   twenties that the machine has read about are those of the last century. */
#include "arabic/numerals.h"
#include "arabic/ordinals.h"
#include "arabic/proclitics.h"
#include "base/ascii.h"
#include "lint/rule.h"

enum { DECADE };
enum { BY_SOURCE = 1 }; /* a wording */
enum { MODERN, HISTORY };
enum { MANY_DECADES = -1 };

static const struct mdq_rule rules[] = {
  [DECADE] = {
    .id = "date/decade", .severity = MDQ_ERROR, .certainty = MDQ_LIKELY, .category = "accuracy/mistranslation", .since = "0.1",
    .summary = { "A decade of this century placed in the last one", "عقد من القرن الحالي منسوب إلى القرن الماضي" },
    .rationale = { "“The 2020s” is often rendered as the twenties of the last century. The source says so, or the draft speaks of our years and its things and of nothing from a century ago.",
                   "كثيرًا ما تُنقل العبارة الإنجليزية 2020s إلى عشرينيات القرن الماضي؛ يدل على ذلك الأصل، أو أن النص يتحدث عن سنواتنا وأشيائها ولا يذكر شيئًا قبل مئة عام." },
    .message = { "“{x}” in a draft about our own time; “{y}”?", "«{x}» في نص عن زماننا، ولعل الصواب «{y}»" },
    .wordings = (const struct mdq_text[]){ [BY_SOURCE - 1] = { "The source has “{z}”: “{x}” → “{y}”", "في الأصل «{z}»: «{x}» صوابه «{y}»" }, { 0 } },
    .bad = (const struct mdq_example[]){
      { .text = "كشفت الشركة عام 2023 عن نموذجها للذكاء الاصطناعي\nوستبدو قرارات الحكومة في منتصف العشرينات من القرن الماضي غريبة\nوقال الرئيس بايدن ذلك عام 2024",
        .fixed = "كشفت الشركة عام 2023 عن نموذجها للذكاء الاصطناعي\nوستبدو قرارات الحكومة في منتصف عشرينات القرن الحالي غريبة\nوقال الرئيس بايدن ذلك عام 2024" },
      { .text = "تتوقع الوزارة أن يرتفع الطلب بعشرينيات القرن الماضي", .fixed = "تتوقع الوزارة أن يرتفع الطلب بعشرينيات القرن الحالي", .source = "The ministry expects demand to rise in the 2020s" },
      { .text = "ستكتمل المحطة في أوائل الثلاثينيات من القرن الماضي", .fixed = "ستكتمل المحطة في أوائل ثلاثينيات القرن الحالي", .source = "The plant will be completed in the early 2030s" },
      { .text = "تراجعت المبيعات في العقد الأول من القرن الحادي والعشرين", .fixed = "تراجعت المبيعات في العقد الثاني من القرن الحادي والعشرين", .source = "Sales fell in the 2010s" },
      { 0 } },
    .good = (const char *const[]){
      "تأسس النادي في عشرينيات القرن الماضي\nواحتفل عام 2018 ثم عام 2022 بلقبين بعد جائحة كورونا، وأطلق تطبيقا على تيك توك", "راجت الموسيقى في عشرينيات القرن الماضي",
      "يتعلم الطلاب مع الذكاء الاصطناعي التوليدي منذ 2022 و2023\nففي عشرينيات القرن الماضي سمعوا الإذاعة، وفي الثلاثينيات شاهدوا الأفلام",
      "يعمل الفريق بالذكاء الاصطناعي منذ 2019\nوكان عام 1926 ذروة عشرينيات القرن الماضي\nوفي 2024 جاء شات جي بي تي", "تغيرت الحياة في عشرينيات القرن الحالي بعد 2020 و2023", "تراجعت المبيعات في العقد الأول من القرن الحادي والعشرين",
      "لاعبون في العشرينات من العمر شاركوا في بطولة 2022 ثم 2024 بعد جائحة كورونا وتيك توك",
      "يعود المصطلح إلى عشرينيات القرن الماضي\nوقد عاد عام 2022 مع شات جي بي تي وعام 2023 مع الذكاء الاصطناعي التوليدي", NULL },
  },
};

struct mention {
  struct mdq_place at;
  struct mdq_span text, right;
  const char *told_by_source; /* the figures of the decade, if the English has that of this century */
  bool told_as_history;
};

struct state {
  struct mention *items; /* of decades by their name */
  size_t count, capacity;
  size_t modern_years, century_ago, last_century;
  size_t source_of;                /* the segment, from 1, of whose source ... */
  int source_decade;               /* ... this is the one decade; 0: it names none */
  const struct mdq_row *modern[2]; /* two different entries of the lexicon are enough */
};

static const struct {
  const char *forms[3], *written, *digits;
} decades[] = {
  { { "عشرينيات", "عشرينات", NULL }, "عشرينيات", "20" },
  { { "ثلاثينيات", "ثلاثينات", NULL }, "ثلاثينيات", "30" },
  { { "اربعينيات", "اربعينات", NULL }, "أربعينيات", "40" },
  { { "خمسينيات", "خمسينات", NULL }, "خمسينيات", "50" },
};

/* The English names that decade, "2020s" or "2020's", of the century given by its first figures. */
static bool names_decade(struct mdq_span source, const char *century, const char *digits) {
  for (size_t i = 0; i + 5 <= source.len; i++) {
    const char *p = source.ptr + i;
    if (memcmp(p, century, 2) || memcmp(p + 2, digits, 2)) continue;
    struct mdq_span rest = mdq_span_sub(source, i + 4, source.len);
    if (rest.ptr[0] == 's' || mdq_span_starts(rest, MDQ_SPAN_LIT("'s")) || mdq_span_starts(rest, MDQ_SPAN_LIT("’s"))) return true;
  }
  return false;
}

/* The year of four figures at token i; 0: none. */
static unsigned year_at(const struct mdq_segment *segment, size_t i) {
  unsigned digits;
  uint64_t value;
  bool year = mdq_token_is(segment, i, MDQ_TOKEN_NUM) && segment->tokens[i].end - segment->tokens[i].start >= 4 &&
              mdq_numeral_whole(mdq_token_text(segment, i), &digits, &value) && digits == 4;
  return year ? (unsigned)value : 0;
}

static bool is_within(unsigned year, unsigned from, unsigned to) {
  return year >= from && year <= to;
}

/* A row of a lexicon for a reading of the word without its proclitics. */
static const struct mdq_row *listed_stem(const struct mdq_table *table, struct mdq_span v2) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = v2.len ? mdq_stems(v2, stems) : 0;
  for (size_t s = 0; s < count; s++) {
    const struct mdq_row *row = mdq_table_get(table, stems[s].text);
    if (row) return row;
  }
  return NULL;
}

/* «تأسست في عام 2019» is no history. */
static bool has_modern_year_behind(const struct mdq_segment *segment, size_t i) {
  for (size_t k = i + 1; k <= i + 4; k++)
    if (is_within(year_at(segment, k), 2000, 2099)) return true;
  return false;
}

/* The decade that a word names, or -1; *stem: how the word is made up. */
static int decade_of(struct mdq_span v2, struct mdq_stem *stem) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  if (!mdq_span_ends(v2, MDQ_SPAN_LIT("ات"))) return -1;
  size_t count = mdq_stems(v2, stems);
  for (size_t s = 0; s < count; s++)
    for (size_t d = 0; d < MDQ_COUNT(decades); d++)
      if (mdq_span_is_one_of(stems[s].text, decades[d].forms)) return *stem = stems[s], (int)d;
  return -1;
}

/* «وفي الثلاثينيات»: a tale that goes on through the decades of a century. */
static bool is_other_decade(const struct mdq_segment *segment, size_t i) {
  struct mdq_span v2 = mdq_token_v2(segment, i);
  struct mdq_stem stem;
  return (mdq_span_ends(v2, MDQ_SPAN_LIT("ينيات")) || mdq_span_ends(v2, MDQ_SPAN_LIT("ينات"))) && decade_of(v2, &stem) != 0;
}

/* Sentences of news are shorter than twice that; a longer line must not be read again for each decade in it. */
enum { SENTENCE_REACH = 60 };

static bool told_as_history(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t at) {
  size_t from = at, to = at + 1;
  while (from && at - from < SENTENCE_REACH && !(segment->tokens[from].flags & MDQ_TOKEN_SENTENCE_START)) from--;
  while (to < segment->token_count && to - at < SENTENCE_REACH && !(segment->tokens[to].flags & MDQ_TOKEN_SENTENCE_START)) to++;
  for (size_t i = from; i < to; i++)
    if ((listed_stem(ctx->tables[HISTORY], mdq_token_v2(segment, i)) && !has_modern_year_behind(segment, i)) || is_other_decade(segment, i)) return true;
  return false;
}

static bool without_article_is(struct mdq_span v2, const char *word, size_t len) {
  size_t article = v2.len >= len + 4 && !memcmp(v2.ptr, "ال", 4) ? 4 : 0;
  return v2.len == len + article && !memcmp(v2.ptr + article, word, len);
}

/* The words of [p, end), parted by spaces, follow token i. */
static bool words_follow(const struct mdq_segment *segment, size_t i, const char *p, const char *end) {
  while (p < end) {
    const char *space = memchr(p, ' ', (size_t)(end - p));
    const char *stop = space ? space : end;
    if (!without_article_is(mdq_token_v2(segment, ++i), p, (size_t)(stop - p))) return false;
    p = space ? space + 1 : end;
  }
  return true;
}

static bool phrase_follows(const struct mdq_segment *segment, size_t i, struct mdq_span alternatives) {
  if (mdq_span_is(alternatives, "-")) return true;
  const char *p = alternatives.ptr, *end = p + alternatives.len;
  while (p < end) {
    const char *semicolon = memchr(p, ';', (size_t)(end - p)), *stop = semicolon ? semicolon : end;
    if (words_follow(segment, i, p, stop)) return true;
    p = semicolon ? semicolon + 1 : end;
  }
  return false;
}

static void note_modern_word(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct state *state = ctx->state;
  const struct mdq_row *row = NULL;
  if (segment->tokens[i].kind == MDQ_TOKEN_AR) {
    row = listed_stem(ctx->tables[MODERN], mdq_token_v2(segment, i));
  } else {
    char lower[16];
    struct mdq_span text = mdq_token_text(segment, i);
    if (text.len > sizeof lower) return;
    for (size_t k = 0; k < text.len; k++) lower[k] = (char)(text.ptr[k] >= 'A' && text.ptr[k] <= 'Z' ? text.ptr[k] + 32 : text.ptr[k]);
    row = mdq_table_get(ctx->tables[MODERN], mdq_span_of(lower, text.len));
  }
  if (!row || state->modern[0] == row || !phrase_follows(segment, i, row->column[1])) return;
  state->modern[state->modern[0] ? 1 : 0] = row;
}

/* «العشرينات من القرن الماضي»: how many tokens from i on; 0 if it is none. *of_last: the century is called the last one. */
static size_t century_behind(const struct mdq_segment *segment, size_t i, bool *of_last) {
  static const char *const last[] = { "الماضي", "المنصرم", "الفايت", "المنقضي", NULL };
  size_t p = i + 1;
  if (mdq_span_is(mdq_token_v2(segment, p), "من")) p++;
  if (!mdq_span_is(mdq_token_v2(segment, p), "القرن")) return 0;
  *of_last = mdq_span_is_one_of(mdq_token_v2(segment, p + 1), last);
  return *of_last || mdq_span_is(mdq_token_v2(segment, p + 1), "العشرين") ? p + 2 - i : 0;
}

static void check_decade(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, const struct mdq_stem *stem, size_t decade) {
  struct state *state = ctx->state;
  const char *digits = decades[decade].digits;
  bool of_last = false;
  size_t length = century_behind(segment, i, &of_last);
  if (!length) return;
  struct mdq_span near = segment->has_source ? segment->source : MDQ_SPAN_LIT(""), all = ctx->document->has_source ? ctx->document->source : MDQ_SPAN_LIT("");
  bool ours = names_decade(near, "20", digits), theirs = names_decade(near, "19", digits);
  if (!ours && !theirs) ours = names_decade(all, "20", digits), theirs = names_decade(all, "19", digits);
  if (theirs || (!ours && (decade || !of_last))) return;
  struct mention *mention = mdq_arena_push(ctx->arena, &state->items, &state->count, &state->capacity, sizeof *mention);
  if (!mention) return;
  struct mdq_span v2 = mdq_token_v2(segment, i);
  size_t before = stem->cut - (stem->article ? strlen("ال") : 0);
  *mention = (struct mention){
    .at = mdq_at_tokens(segment, i, i + length - 1), .text = mdq_tokens_text(segment, i, i + length - 1), .told_by_source = ours ? digits : NULL, .told_as_history = told_as_history(ctx, segment, i),
    .right = mdq_arena_printf(ctx->arena, "%.*s%s%s القرن الحالي", (int)before, v2.ptr, stem->lil ? "ل" : "", decades[decade].written),
  };
}

/* «العقد الثاني من القرن الحادي والعشرين»: its first year, with the last token in *last; 0 if that does not stand at token i. */
static int numbered_decade(const struct mdq_segment *segment, size_t i, size_t *last) {
  size_t next;
  int decade = mdq_ordinal_at(segment, i + 1, &next);
  if (!decade || decade > 10 || !mdq_span_is(mdq_token_v2(segment, next), "من") || !mdq_span_is(mdq_token_v2(segment, next + 1), "القرن")) return 0;
  struct mdq_span of = mdq_token_v2(segment, next + 2);
  int century = mdq_span_is(of, "الحالي") || mdq_span_is(of, "الجاري") ? 21 : mdq_span_is(of, "الماضي") ? 20 : 0;
  *last = next + 2;
  if (!century) century = mdq_ordinal_at(segment, next + 2, &next), *last = next - 1;
  return century >= 18 && century <= 21 ? (century - 1) * 100 + (decade - 1) * 10 : 0;
}

/* "2010s", "the '10s" left out: the decade that starts at p, 0 if none does. */
static int decade_in_source(struct mdq_span source, size_t i) {
  const char *p = source.ptr + i;
  if (source.len - i < 5 || (i && mdq_ascii_digit(p[-1])) || !mdq_ascii_digit(p[0]) || !mdq_ascii_digit(p[1]) || !mdq_ascii_digit(p[2]) || p[3] != '0') return 0;
  struct mdq_span rest = mdq_span_sub(source, i + 4, source.len);
  bool plural = p[4] == 's' || mdq_span_starts(rest, MDQ_SPAN_LIT("'s")) || mdq_span_starts(rest, MDQ_SPAN_LIT("’s"));
  return plural ? (p[0] - '0') * 1000 + (p[1] - '0') * 100 + (p[2] - '0') * 10 : 0;
}

/* The source names one decade, and the draft another one by its number in the century. */
static void check_numbered(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct state *state = ctx->state;
  size_t last;
  int draft = segment->has_source ? numbered_decade(segment, i, &last) : 0;
  if (!draft) return;
  if (state->source_of != segment->index + 1) {
    state->source_of = segment->index + 1;
    state->source_decade = 0;
    for (size_t at = 0; at < segment->source.len; at++) {
      int decade = decade_in_source(segment->source, at);
      if (decade) state->source_decade = state->source_decade && state->source_decade != decade ? MANY_DECADES : decade;
    }
  }
  int source = state->source_decade;
  if (!source || source == MANY_DECADES || source == draft || source < 1700 || source > 2099) return;
  struct mdq_span decade = mdq_ordinal_written(source % 100 / 10 + 1), century = mdq_ordinal_written(source / 100 + 1), word = mdq_token_text(segment, i);
  struct mdq_span right = mdq_arena_printf(ctx->arena, "%.*s %.*s من القرن %.*s", (int)word.len, word.ptr, (int)decade.len, decade.ptr, (int)century.len, century.ptr);
  mdq_report(ctx, DECADE, .at = mdq_at_tokens(segment, i, last), .x = mdq_tokens_text(segment, i, last), .y = right, .fix = right,
             .wording = BY_SOURCE, .z = mdq_arena_printf(ctx->arena, "%ds", source));
}

static bool is_decade_word(struct mdq_span v2) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v2, stems);
  for (size_t s = 0; s < count; s++)
    if (stems[s].article && mdq_span_is(stems[s].text, "عقد")) return true;
  return false;
}

static void find_decade(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_stem stem;
  int decade = decade_of(mdq_token_v2(segment, i), &stem);
  if (decade >= 0) check_decade(ctx, segment, i, &stem, (size_t)decade);
}

static bool concerns(struct mdq_ctx *ctx, struct mdq_word *word) {
  struct mdq_span v2 = mdq_word_v2(word);
  struct mdq_stem stem;
  return listed_stem(ctx->tables[MODERN], v2) || decade_of(v2, &stem) >= 0 || is_decade_word(v2);
}

static void token(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct state *state = ctx->state;
  if (segment->tokens[i].kind == MDQ_TOKEN_NUM) {
    unsigned year = year_at(segment, i);
    state->modern_years += is_within(year, 2015, 2035);
    state->century_ago += is_within(year, 1915, 1935);
    state->last_century += is_within(year, 1850, 1979);
    return;
  }
  if (!state->modern[1]) note_modern_word(ctx, segment, i);
  if (segment->tokens[i].kind != MDQ_TOKEN_AR) return;
  find_decade(ctx, segment, i);
  if (is_decade_word(mdq_token_v2(segment, i))) check_numbered(ctx, segment, i);
}

/* Without a source the draft itself must belong to our years: history articles and centenaries tell of the other twenties. */
static enum mdq_severity severity_of(const struct state *state, const struct mention *mention) {
  if (mention->told_by_source) return MDQ_ERROR;
  if (state->century_ago || mention->told_as_history) return MDQ_SEVERITY_NONE;
  size_t words = (state->modern[0] != NULL) + (size_t)(state->modern[1] != NULL);
  bool years = state->modern_years >= 2;
  if (!years && words < 2) return MDQ_SEVERITY_NONE;
  if (state->last_century || !words) return MDQ_NOTE;
  return years && words == 2 ? MDQ_ERROR : MDQ_WARNING;
}

static void finish(struct mdq_ctx *ctx) {
  const struct state *state = ctx->state;
  for (size_t i = 0; i < state->count; i++) {
    const struct mention *mention = &state->items[i];
    enum mdq_severity severity = severity_of(state, mention);
    if (severity) mdq_report(ctx, DECADE, .at = mention->at, .x = mention->text, .y = mention->right, .fix = mention->right, .severity = severity,
                             .wording = mention->told_by_source ? BY_SOURCE : 0, .z = mention->told_by_source ? mdq_arena_printf(ctx->arena, "20%ss", mention->told_by_source) : mdq_span_of("", 0));
  }
}

const struct mdq_rule_group mdq_rules_date_decade = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = (const char *const[]){ "dates/modern-lexicon.tsv", "dates/history-lexicon.tsv", NULL },
  .token_kinds = MDQ_TOKEN_AR | MDQ_TOKEN_LAT | MDQ_TOKEN_NUM, .plain_figures = MDQ_FIGURES_YEAR, .concerns = concerns, .state_size = sizeof(struct state), .token = token, .finish = finish,
};
