#include "pack/suggest.h"

#define ARTICLE MDQ_SPAN_LIT("ال")
#define MARKED MDQ_SPAN_LIT("(ال)")

static bool take(struct mdq_span *rest, const char *letter, char kept[3]) {
  if (!mdq_span_starts(*rest, mdq_span_str(letter))) return false;
  memcpy(kept, letter, 3);
  *rest = mdq_span_sub(*rest, 2, rest->len);
  return true;
}

struct mdq_clitics mdq_clitics_of(struct mdq_span prefix) {
  struct mdq_clitics clitics = { .article = false };
  struct mdq_span rest = prefix;
  if (!take(&rest, "و", clitics.conjunction)) take(&rest, "ف", clitics.conjunction);
  if (mdq_span_eq(rest, MDQ_SPAN_LIT("لل"))) {
    memcpy(clitics.preposition, "ل", 3);
    clitics.article = true;
    return clitics;
  }
  if (!take(&rest, "ب", clitics.preposition) && !take(&rest, "ك", clitics.preposition)) take(&rest, "ل", clitics.preposition);
  clitics.article = mdq_span_eq(rest, ARTICLE);
  return clitics;
}

static bool is_adjective(struct mdq_span first, struct mdq_span second) {
  bool feminine = mdq_span_ends(second, MDQ_SPAN_LIT("ة"));
  if (feminine != mdq_span_ends(first, MDQ_SPAN_LIT("ة"))) return false;
  return feminine || mdq_span_ends(second, MDQ_SPAN_LIT("ي"));
}

/* True if the article may be put back; *second is then the place of a second article, or 0. */
static bool takes_article(struct mdq_span suggestion, size_t *second) {
  *second = 0;
  bool arabic = suggestion.len && (unsigned char)suggestion.ptr[0] >= 0xD8 && (unsigned char)suggestion.ptr[0] <= 0xDB;
  if (!arabic || mdq_span_starts(suggestion, ARTICLE)) return false;
  const char *space = memchr(suggestion.ptr, ' ', suggestion.len);
  if (!space) return true;
  size_t at = (size_t)(space - suggestion.ptr) + 1;
  struct mdq_span rest = mdq_span_sub(suggestion, at, suggestion.len);
  if (memchr(rest.ptr, ' ', rest.len) || mdq_span_starts(rest, ARTICLE)) return false;
  *second = at;
  return is_adjective(mdq_span_sub(suggestion, 0, at - 1), rest);
}

/* Puts the article where the suggestion has a mark for it, or takes the mark away. */
static struct mdq_span fill_marks(struct mdq_arena *arena, struct mdq_span suggestion, bool definite) {
  struct mdq_span filled = mdq_arena_copy(arena, suggestion);
  if (!filled.ptr) return suggestion;
  char *out = (char *)(uintptr_t)filled.ptr;
  for (size_t at = 0; at < suggestion.len;) {
    if (!mdq_span_starts(mdq_span_sub(suggestion, at, suggestion.len), MARKED)) {
      *out++ = suggestion.ptr[at++];
      continue;
    }
    at += MARKED.len;
    if (definite) memcpy(out, ARTICLE.ptr, ARTICLE.len);
    if (definite) out += ARTICLE.len;
  }
  *out = '\0';
  return mdq_span_of(filled.ptr, (size_t)(out - filled.ptr));
}

static struct mdq_span join(struct mdq_arena *arena, const struct mdq_span *parts, size_t count) {
  size_t length = 0;
  for (size_t i = 0; i < count; i++) length += parts[i].len;
  char *text = mdq_arena_alloc(arena, length + 1), *end = text;
  if (!text) return (struct mdq_span){ "", 0 };
  for (size_t i = 0; i < count; end += parts[i++].len)
    if (parts[i].len) memcpy(end, parts[i].ptr, parts[i].len);
  *end = '\0';
  return mdq_span_of(text, length);
}

struct mdq_span mdq_suggestion_with(struct mdq_arena *arena, struct mdq_clitics clitics, enum mdq_suggestion_class class,
                                    struct mdq_span suggestion) {
  if (memmem(suggestion.ptr, suggestion.len, MARKED.ptr, MARKED.len)) {
    suggestion = fill_marks(arena, suggestion, clitics.definite);
    clitics.article = false;
  }
  if (class != MDQ_SUGGESTS_NOUN) clitics.article = false;
  if (class == MDQ_SUGGESTS_OTHER || class == MDQ_SUGGESTS_VERB) clitics.preposition[0] = '\0';
  size_t second = 0;
  bool article = clitics.article && takes_article(suggestion, &second);
  struct mdq_span rest = suggestion;
  const char *al = article ? "ال" : "";
  if (clitics.preposition[0] && strcmp(clitics.preposition, "ل") == 0) {
    if (mdq_span_starts(rest, MDQ_SPAN_LIT("الل"))) rest = mdq_span_sub(rest, 4, rest.len); /* ل + اللجنة = للجنة */
    else if (mdq_span_starts(rest, ARTICLE)) rest = mdq_span_sub(rest, 2, rest.len); /* ل + المجلس = للمجلس */
    else if (article) al = mdq_span_starts(rest, MDQ_SPAN_LIT("ل")) ? "" : "ل";
  }
  size_t first = second && article ? second : rest.len;
  const struct mdq_span none = MDQ_SPAN_LIT(""), parts[] = {
    mdq_span_str(clitics.conjunction), mdq_span_str(clitics.preposition), mdq_span_str(al), mdq_span_sub(rest, 0, first), second && article ? ARTICLE : none,
    mdq_span_sub(rest, first, rest.len),
  };
  return join(arena, parts, sizeof parts / sizeof *parts);
}
