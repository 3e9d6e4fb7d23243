#include "rules/untranslated/repeated.h"

#include "arabic/proclitics.h"
#include "text/chars.h"
#include "text/normalize.h"

enum { MOST_WORDS = 12, MOST_BEFORE = 5 };

struct wording { /* of a rendering: its words in V2, but for a short form in brackets */
  struct mdq_span word[MOST_WORDS];
  size_t count;
  bool bracket;
};

static struct wording wording_of(struct mdq_arena *scratch, struct mdq_span rendering) {
  struct wording w = { .count = 0 };
  struct mdq_span v2 = mdq_normalize_v2(scratch, mdq_normalize_v1(scratch, rendering));
  for (size_t from = 0, to; from < v2.len && w.count < MOST_WORDS; from = to + 1) {
    for (to = from; to < v2.len && v2.ptr[to] != ' ';) to++;
    if (v2.ptr[from] == '(') {
      w.bracket = true;
      break;
    }
    w.word[w.count++] = mdq_span_sub(v2, from, to);
  }
  return w;
}

static struct mdq_span without_article(struct mdq_span word) {
  struct mdq_span article = MDQ_SPAN_LIT("ال");
  return mdq_span_starts(word, article) ? mdq_span_sub(word, article.len, word.len) : word;
}

/* The first word before it may have proclitics, and the article or not: «للوكالة CIA». *cut: the bytes before the word. */
static bool same_first(struct mdq_span token, struct mdq_span word, size_t *cut) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(token, stems);
  struct mdq_span bare = without_article(word);
  for (size_t s = 0; s < count; s++) {
    if (!mdq_span_eq(stems[s].text, word) && !mdq_span_eq(stems[s].text, bare)) continue;
    *cut = stems[s].cut;
    return true;
  }
  return false;
}

/* Tokens first to last are words of the rendering, in its order and from its first on: «وكالة الاستخبارات الأمريكية». */
static bool are_words_of(const struct wording *w, const struct mdq_segment *segment, size_t first, size_t last, size_t *cut) {
  if (!mdq_token_is(segment, first, MDQ_TOKEN_AR) || !same_first(mdq_token_v2(segment, first), w->word[0], cut)) return false;
  size_t next = 1;
  for (size_t i = first + 1; i <= last; i++, next++) {
    if (!mdq_token_is(segment, i, MDQ_TOKEN_AR)) return false;
    struct mdq_span bare = without_article(mdq_token_v2(segment, i));
    while (next < w->count && !mdq_span_eq(without_article(w->word[next]), bare)) next++;
    if (next == w->count) return false;
  }
  return true;
}

static bool is_quote(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i, MDQ_TOKEN_PUNCT) && mdq_is_quote(segment->tokens[i].code_point);
}

/* «وفق توقيت ET»: the preposition of the rendering is said or not needed. */
static struct mdq_span without_preposition(struct mdq_span rendering) {
  struct mdq_span zone = MDQ_SPAN_LIT("بتوقيت ");
  return mdq_span_starts(rendering, zone) ? mdq_span_sub(rendering, 2, rendering.len) : rendering;
}

static bool find(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t last, struct mdq_span rendering, struct mdq_repeated *repeated) {
  if (!mdq_token_is(segment, last, MDQ_TOKEN_AR)) return false; /* mostly a bracket; else the rendering is worth a look */
  struct wording w = wording_of(ctx->scratch, rendering);
  size_t most = w.count < MOST_BEFORE ? w.count : MOST_BEFORE;
  for (size_t words = most < last + 1 ? most : last + 1, cut = 0; words; words--) {
    size_t first = last + 1 - words;
    if (!are_words_of(&w, segment, first, last, &cut)) continue;
    struct mdq_span written = mdq_token_text(segment, first);
    if (written.len != mdq_token_v2(segment, first).len) return false; /* vowel signs: where the word starts cannot be told */
    repeated->start = segment->tokens[first].start;
    repeated->text = words == w.count && !w.bracket ? mdq_tokens_text(segment, first, last) /* all is said */
                                                    : mdq_behind_clitic(ctx->scratch, mdq_span_sub(written, 0, cut), rendering);
    return true;
  }
  return false;
}

bool mdq_repeated_find(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run, size_t start, size_t end,
                       struct mdq_span rendering, struct mdq_repeated *repeated) {
  size_t last = run->first;
  if (!last || run->flags & MDQ_RUN_CLITIC || start < segment->tokens[last].start) return false;
  last--;
  repeated->end = end;
  if (is_quote(segment, last) && is_quote(segment, run->last + 1) && last) {
    repeated->end = segment->tokens[run->last + 1].end;
    last--;
  }
  if (!mdq_token_is(segment, last, MDQ_TOKEN_AR)) return false; /* «10:30 GMT», as most are that news has */
  struct mdq_span bare = without_preposition(rendering);
  return find(ctx, segment, last, rendering, repeated) || (bare.len < rendering.len && find(ctx, segment, last, bare, repeated));
}
