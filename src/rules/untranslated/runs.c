#include "rules/untranslated/runs.h"

#include "base/buf.h"
#include "lint/facts.h"
#include "rules/mt/debris.h"
#include "rules/untranslated/run_class.h"
#include "text/chars.h"
#include "text/utf8.h"

struct scan {
  struct mdq_ctx *ctx;
  const struct mdq_segment *segment;
  const struct mdq_debris *debris;
  size_t debris_count;
  struct mdq_latin_run *bases; /* runs joined by spaces and the marks of names */
  size_t base_count, base_capacity;
  struct mdq_latin_run *runs;  /* what is handed out: sentences span several bases */
  size_t count, capacity;
};

/* -- which tokens count -- */

static bool is_debris(const struct scan *s, size_t i) {
  return mdq_debris_touches(s->debris, s->debris_count, s->segment->tokens[i].start, s->segment->tokens[i].end);
}

/* What is left of an address or an identifier that a space or a strange character broke: jo@example. org, user_name. */
static bool is_address_part(const struct scan *s, size_t i) {
  static const char *const domains[] = { "com", "org", "net", "gov", "edu", "info", "www", "http", "https" };
  const struct mdq_segment *segment = s->segment;
  bool glued_before = mdq_token_glued(segment, i), glued_behind = mdq_token_glued(segment, i + 1);
  if (glued_before && (mdq_token_is(segment, i - 1, MDQ_TOKEN_TAG | MDQ_TOKEN_URL | MDQ_TOKEN_EMAIL) || mdq_token_mark(segment, i - 1, '@'))) return true;
  if (glued_behind && (mdq_token_is(segment, i + 1, MDQ_TOKEN_TAG) || mdq_token_mark(segment, i + 1, '@'))) return true;
  if ((glued_before && mdq_token_mark(segment, i - 1, '_')) || (glued_behind && mdq_token_mark(segment, i + 1, '_'))) return true;
  for (size_t d = 0; d < sizeof domains / sizeof *domains; d++)
    if (mdq_span_is(mdq_token_text(segment, i), domains[d]) && (mdq_token_mark(segment, i - 1, '.') || mdq_token_mark(segment, i + 1, ':') || mdq_token_mark(segment, i + 1, '.')))
      return true;
  return false;
}

static bool is_latin(const struct scan *s, size_t i) {
  return mdq_token_is(s->segment, i, MDQ_TOKEN_LAT) && !is_debris(s, i) && !is_address_part(s, i);
}

size_t mdq_clitic_length(struct mdq_span mixed) {
  static const char *const clitics[] = { "ال", "وال", "فال", "بال", "كال", "لل", "ولل", "فلل", "وبال", "وكال", "فبال", "و", "ف", "ب", "ك", "ل",
                                         "وب", "ول", "وك", "فب", "فل" };
  size_t end = 0;
  while (end < mixed.len) {
    size_t next = end;
    if (mdq_is_latin_letter(mdq_utf8_next(mixed, &next))) break;
    end = next;
  }
  for (size_t at = end; at < mixed.len;)
    if (mdq_is_arabic_letter(mdq_utf8_next(mixed, &at))) return 0;
  char bare[16];
  size_t length = 0;
  for (size_t at = 0; at < end;) {
    size_t from = at;
    uint32_t c = mdq_utf8_next(mixed, &at);
    if (!mdq_is_arabic_letter(c)) continue; /* tatweel, a vowel sign, a directional mark */
    if (length + at - from >= sizeof bare) return 0;
    memcpy(bare + length, mixed.ptr + from, at - from);
    length += at - from;
  }
  for (size_t i = 0; i < sizeof clitics / sizeof *clitics; i++)
    if (mdq_span_is(mdq_span_of(bare, length), clitics[i])) return end;
  return 0;
}

/* بـ + الذكاء → بالذكاء, لـ + الذكاء → للذكاء, الـ + الذكاء → الذكاء */
struct mdq_span mdq_behind_clitic(struct mdq_arena *arena, struct mdq_span clitic, struct mdq_span rendering) {
  struct mdq_span article = MDQ_SPAN_LIT("ال");
  struct mdq_buf out;
  mdq_buf_init(&out);
  for (size_t at = 0; at < clitic.len;) {
    uint32_t c = mdq_utf8_next(clitic, &at);
    if (c == 0x0627) break; /* the article, which the rendering has or cannot take */
    if (mdq_is_arabic_letter(c)) mdq_buf_addcp(&out, c);
  }
  struct mdq_span li = MDQ_SPAN_LIT("ل"), lil = MDQ_SPAN_LIT("لل"), letters = mdq_buf_span(&out);
  bool definite = mdq_span_starts(rendering, article);
  if (mdq_span_ends(letters, lil)) out.len -= definite ? 0 : li.len;
  else if (definite && mdq_span_ends(letters, li)) mdq_buf_adds(&out, "ل");
  bool melted = definite && mdq_span_ends(mdq_buf_span(&out), lil);
  mdq_buf_add(&out, melted ? mdq_span_sub(rendering, article.len, rendering.len) : rendering);
  struct mdq_span text = mdq_arena_copy(arena, mdq_buf_span(&out));
  mdq_buf_free(&out);
  return text;
}

/* -- base runs -- */

static bool is_short_number(const struct scan *s, size_t i) {
  if (!mdq_token_is(s->segment, i, MDQ_TOKEN_NUM)) return false;
  const struct mdq_token *token = &s->segment->tokens[i];
  return token->end - token->start <= 4 && s->segment->text.ptr[token->start] >= '0' && s->segment->text.ptr[token->start] <= '9';
}

/* A number belongs to the name before it (Kestrel 3, S&P 500) unless it counts what follows: «Tesla 500 سيارة». */
static bool joins_number(const struct scan *s, size_t i) {
  if (!is_short_number(s, i)) return false;
  const struct mdq_segment *segment = s->segment;
  bool counts = mdq_token_is(segment, i + 1, MDQ_TOKEN_AR | MDQ_TOKEN_MIX | MDQ_TOKEN_NUM) || mdq_token_mark(segment, i + 1, '%') ||
                mdq_token_mark(segment, i + 1, 0x066A) || mdq_token_mark(segment, i + 1, '$') || mdq_token_mark(segment, i + 1, 0x20AC);
  if (!counts) return true;
  struct mdq_span joined = mdq_span_sub(segment->text, segment->tokens[i - 1].start, segment->tokens[i].end);
  return mdq_listed(s->ctx, MDQ_RUN_TABLE_BRANDS, joined);
}

static bool is_company_suffix(struct mdq_span word) {
  static const char *const suffixes[] = { "Inc", "Ltd", "LLC", "Corp", "Co", "PLC", "AG", "SA" };
  for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
    if (mdq_span_is(word, suffixes[i])) return true;
  return false;
}

/* The last token of the run once a mark at n has been looked at; `last` if it does not go on. */
static size_t over_mark(const struct scan *s, size_t last) {
  size_t n = last + 1;
  if (!mdq_token_is(s->segment, n, MDQ_TOKEN_PUNCT)) return last;
  bool glued = mdq_token_glued(s->segment, n), goes_on = is_latin(s, n + 1), glued_on = goes_on && mdq_token_glued(s->segment, n + 1);
  switch (s->segment->tokens[n].code_point) {
    case '+': case '#': case 0x2122: case 0xAE: return glued ? n : last; /* Disney+ C# */
    case '&': return goes_on ? n + 1 : last;
    case '-': case '/': case 0x2013: return goes_on && glued == glued_on && (glued || s->segment->tokens[n].code_point == '/') ? n + 1 : last;
    case '.': return glued && (glued_on || (is_short_number(s, n + 1) && mdq_token_glued(s->segment, n + 1))) ? n + 1 : last; /* BA.5 */
    case '\'': case 0x2019: /* the workers’ rights */
      return glued && goes_on && s->segment->text.ptr[s->segment->tokens[last].end - 1] == 's' ? n + 1 : last;
    case ',': return goes_on && is_company_suffix(mdq_token_text(s->segment, n + 1)) ? n + 1 : last;
    default: return last;
  }
}

static size_t run_last(const struct scan *s, size_t first) {
  size_t last = first;
  for (;;) {
    size_t next = is_latin(s, last + 1) || joins_number(s, last + 1) ? last + 1 : over_mark(s, last);
    if (next == last) return last;
    last = next;
  }
}

static void collect_bases(struct scan *s) {
  for (size_t i = 0; i < s->segment->token_count; i++) {
    size_t clitic = 0;
    if (mdq_token_is(s->segment, i, MDQ_TOKEN_MIX) && !is_debris(s, i)) clitic = mdq_clitic_length(mdq_token_text(s->segment, i));
    if (!clitic && !is_latin(s, i)) continue;
    struct mdq_latin_run *run = mdq_arena_push(s->ctx->scratch, &s->bases, &s->base_count, &s->base_capacity, sizeof *run);
    if (!run) return;
    size_t first = i, last = run_last(s, i);
    /* 5G, 3M; 80km is a unit and is told from them later */
    if (!clitic && is_short_number(s, i - 1) && mdq_token_glued(s->segment, i)) first--;
    *run = (struct mdq_latin_run){
      .start = s->segment->tokens[first].start + (uint32_t)clitic, .end = s->segment->tokens[last].end, .first = (uint32_t)first, .last = (uint32_t)last,
      .flags = clitic ? MDQ_RUN_CLITIC : 0,
    };
    mdq_run_collect_words(s->ctx, s->segment, run);
    i = last;
  }
}

/* -- handing out -- */

static void hand_out(struct scan *s, const struct mdq_latin_run *run) {
  struct mdq_latin_run *place = mdq_arena_push(s->ctx->scratch, &s->runs, &s->count, &s->capacity, sizeof *place);
  if (place) *place = *run;
}

static bool only_marks_between(const struct scan *s, const struct mdq_latin_run *a, const struct mdq_latin_run *b) {
  for (size_t i = a->last + 1; i < b->first; i++)
    if (!mdq_token_is(s->segment, i, MDQ_TOKEN_PUNCT | MDQ_TOKEN_NUM) || is_debris(s, i) || mdq_token_mark(s->segment, i, 0x060C) ||
        mdq_token_mark(s->segment, i, 0x061B))
      return false;
  return true;
}

static struct mdq_latin_run spanning(struct scan *s, size_t from, size_t to) {
  struct mdq_latin_run whole = s->bases[from];
  whole.end = s->bases[to].end;
  whole.last = s->bases[to].last;
  mdq_run_collect_words(s->ctx, s->segment, &whole);
  return whole;
}

/* Bases that only marks part are one sentence if together they read like one: "… services, and …". */
static size_t hand_out_group(struct scan *s, size_t from) {
  size_t to = from;
  while (to + 1 < s->base_count && only_marks_between(s, &s->bases[to], &s->bases[to + 1])) to++;
  if (to > from) {
    struct mdq_latin_run whole = spanning(s, from, to);
    if (mdq_run_reads_like_sentence(s->ctx, s->segment, &whole)) {
      whole.class = MDQ_RUN_SENTENCE;
      hand_out(s, &whole);
      return to;
    }
  }
  for (size_t i = from; i <= to; i++) {
    mdq_run_classify(s->ctx, s->segment, &s->bases[i]);
    hand_out(s, &s->bases[i]);
  }
  return to;
}

static void find_runs(struct mdq_ctx *ctx, const struct mdq_segment *segment, struct mdq_facts *facts) {
  struct scan s = { .ctx = ctx, .segment = segment };
  if (segment->traits & (MDQ_TRAIT_ASCII_SYMBOL | MDQ_TRAIT_LATIN1 | MDQ_TRAIT_REPLACEMENT)) s.debris_count = mdq_debris_find(ctx->scratch, segment, &s.debris);
  collect_bases(&s);
  for (size_t i = 0; i < s.base_count; i++) i = hand_out_group(&s, i);
  facts->latin_runs = s.runs;
  facts->latin_run_count = s.count;
  facts->has_latin_runs = true;
}

size_t mdq_latin_runs(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run **runs) {
  struct mdq_facts *facts = mdq_segment_facts(ctx);
  *runs = NULL;
  if (!(segment->kinds & MDQ_RUN_TOKENS)) return 0;
  if (!facts->has_latin_runs) find_runs(ctx, segment, facts);
  *runs = facts->latin_runs;
  return facts->latin_run_count;
}
