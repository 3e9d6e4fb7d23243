#include "pack/agree.h"

#include "lint/rule.h"
#include "text/normalize.h"

#define TAA MDQ_SPAN_LIT("ت")

/* كسرت is كسر with a ت; ألقت and دعت have lost a letter before it. */
static bool is_feminine(struct mdq_kinds *kinds, struct mdq_span word) {
  if (!mdq_span_ends(word, TAA)) return false;
  struct mdq_span stem = mdq_span_sub(word, 0, word.len - TAA.len);
  static const char *const lost[] = { "", "ى", "ا" };
  for (size_t i = 0; i < MDQ_COUNT(lost); i++) {
    struct mdq_span masculine = mdq_arena_printf(kinds->scratch, "%.*s%s", (int)stem.len, stem.ptr, lost[i]);
    if (masculine.ptr && (mdq_kinds_of(kinds, masculine) & MDQ_KIND_PAST)) return true;
  }
  return false;
}

/* A verb with an object pronoun is another verb than one with none: its replacement would need the pronoun. */
enum mdq_verb_form mdq_verb_form_of(struct mdq_kinds *kinds, struct mdq_span word) {
  unsigned kind = mdq_kinds_of(kinds, word);
  bool no_verb = kind & MDQ_KIND_NO_VERB, other_verb = kind & MDQ_KIND_OTHER_VERB;
  if (is_feminine(kinds, word)) return no_verb ? MDQ_FORM_NOT_KNOWN : MDQ_FORM_SHE;
  if (kind & MDQ_KIND_PAST) return no_verb ? MDQ_FORM_HE_OR_NOUN : MDQ_FORM_HE;
  if (no_verb) return other_verb ? MDQ_FORM_NOT_KNOWN : MDQ_FORM_NO_VERB;
  return other_verb ? MDQ_FORM_OTHER_VERB : MDQ_FORM_NO_VERB;
}

/* تولى منصبه: the pronoun is the subject's. */
static bool has_pronoun(struct mdq_span words) {
  return mdq_span_ends(words, MDQ_SPAN_LIT("ه")) || memmem(words.ptr, words.len, "ه ", strlen("ه "));
}

static struct mdq_span feminine(struct mdq_arena *arena, struct mdq_span suggestion) {
  const char *space = memchr(suggestion.ptr, ' ', suggestion.len);
  size_t end = space ? (size_t)(space - suggestion.ptr) : suggestion.len;
  struct mdq_span verb = mdq_span_sub(suggestion, 0, end), rest = mdq_span_sub(suggestion, end, suggestion.len);
  if (has_pronoun(rest)) return (struct mdq_span){ .ptr = NULL };
  if (mdq_span_ends(verb, MDQ_SPAN_LIT("ى")) || mdq_span_ends(verb, MDQ_SPAN_LIT("ا"))) verb.len -= 2;
  return mdq_arena_printf(arena, "%.*sت%.*s", (int)verb.len, verb.ptr, (int)rest.len, rest.ptr);
}

struct tense {
  bool future;
  char person[3]; /* the first letter of the present tense */
};

static struct tense tense_of(struct mdq_span verb) {
  struct tense tense = { .future = verb.len > 2 && mdq_span_starts(verb, MDQ_SPAN_LIT("س")) };
  if (tense.future) verb = mdq_span_sub(verb, 2, verb.len);
  if (mdq_span_starts(verb, MDQ_SPAN_LIT("ي")) || mdq_span_starts(verb, TAA)) memcpy(tense.person, verb.ptr, 2);
  return tense;
}

static bool is_plural(struct mdq_span verb) {
  return mdq_span_ends(verb, MDQ_SPAN_LIT("ون")) || mdq_span_ends(verb, MDQ_SPAN_LIT("وا")) || mdq_span_ends(verb, MDQ_SPAN_LIT("ان"));
}

static bool same_present(struct mdq_span a, struct mdq_span b) {
  struct tense first = tense_of(a), second = tense_of(b);
  return first.person[0] && strcmp(first.person, second.person) == 0 && first.future == second.future && is_plural(a) == is_plural(b);
}

struct mdq_span mdq_suggestion_agreeing(const struct mdq_agreement *with, struct mdq_arena *arena, struct mdq_span suggestion,
                                        enum mdq_suggestion_class class) {
  const struct mdq_span none = { .ptr = NULL };
  bool verb_only = with->form == MDQ_FORM_HE || with->form == MDQ_FORM_SHE || with->form == MDQ_FORM_OTHER_VERB;
  bool noun = class == MDQ_SUGGESTS_NOUN || mdq_span_starts(suggestion, MDQ_SPAN_LIT("ال"));
  if (class != MDQ_SUGGESTS_VERB && !(noun && verb_only)) return suggestion;
  const char *space = memchr(suggestion.ptr, ' ', suggestion.len);
  struct mdq_span verb = mdq_span_sub(suggestion, 0, space ? (size_t)(space - suggestion.ptr) : suggestion.len);
  verb = mdq_normalize_v1(with->kinds->scratch, verb);
  enum mdq_verb_form form = mdq_verb_form_of(with->kinds, verb);
  bool he = form == MDQ_FORM_HE || form == MDQ_FORM_HE_OR_NOUN;
  if (with->form == MDQ_FORM_HE_OR_NOUN || with->form == MDQ_FORM_HE) return he ? suggestion : none;
  if (with->form == MDQ_FORM_SHE && he) return feminine(arena, suggestion);
  if (with->form == MDQ_FORM_NO_VERB && form == MDQ_FORM_HE_OR_NOUN) return mdq_span_starts(with->word, MDQ_SPAN_LIT("ال")) ? none : suggestion;
  if (form == MDQ_FORM_OTHER_VERB && with->form == MDQ_FORM_OTHER_VERB) return same_present(verb, with->word) ? suggestion : none;
  return form == MDQ_FORM_SHE && with->form == MDQ_FORM_SHE ? suggestion : none;
}

/* -- doubled words -- */

enum { MOST_WORDS = 12 };

struct words { /* of a suggestion: where each stands, and in V1 */
  struct mdq_span at[MOST_WORDS], v1[MOST_WORDS];
  size_t count;
};

static struct words words_of(struct mdq_arena *arena, struct mdq_span text) {
  struct words words = { .count = 0 };
  while (text.len && words.count < MOST_WORDS) {
    const char *space = memchr(text.ptr, ' ', text.len);
    size_t end = space ? (size_t)(space - text.ptr) : text.len;
    words.at[words.count] = mdq_span_sub(text, 0, end);
    words.v1[words.count] = mdq_normalize_v1(arena, words.at[words.count]);
    words.count++;
    text = mdq_span_sub(text, space ? end + 1 : end, text.len);
  }
  return words;
}

/* How many words at the beginning (at the end) are those before (after) the place; the last one left is never counted. */
static size_t doubled_first(const struct words *words, const struct mdq_span before[MDQ_NEIGHBOURS]) {
  for (size_t n = MDQ_NEIGHBOURS; n; n--) {
    size_t same = 0;
    while (n < words->count && same < n && before[n - 1 - same].ptr && mdq_span_eq(words->v1[same], before[n - 1 - same])) same++;
    if (same == n) return n;
  }
  return 0;
}

static size_t doubled_last(const struct words *words, size_t first, const struct mdq_span after[MDQ_NEIGHBOURS]) {
  for (size_t n = MDQ_NEIGHBOURS; n; n--) {
    size_t same = 0;
    while (first + n < words->count && same < n && after[same].ptr && mdq_span_eq(words->v1[words->count - n + same], after[same])) same++;
    if (same == n) return n;
  }
  return 0;
}

/* Without the article and what stands before it, and without an ending that case or number changes. */
static struct mdq_span core_of(struct mdq_span word) {
  static const char *const beginnings[] = { "وال", "فال", "بال", "كال", "ال", "لل" };
  static const char *const endings[] = { "ات", "ون", "ين", "ا", "ة" };
  for (size_t i = 0; i < MDQ_COUNT(beginnings); i++) {
    size_t length = 0; /* most differ in the first letter */
    while (beginnings[i][length] && length < word.len && beginnings[i][length] == word.ptr[length]) length++;
    if (beginnings[i][length]) continue;
    word = mdq_span_sub(word, length, word.len);
    break;
  }
  for (size_t i = 0; i < MDQ_COUNT(endings); i++) {
    size_t length = strlen(endings[i]);
    if (word.len >= length && word.ptr[word.len - 1] == endings[i][length - 1] && mdq_span_ends(word, mdq_span_of(endings[i], length)))
      return mdq_span_sub(word, 0, word.len - length);
  }
  return word;
}

static bool repeats(const struct words *words, size_t first, size_t end, struct mdq_span neighbour) {
  enum { SHORT = 3 * 2 }; /* particles may well stand twice */
  if (!neighbour.ptr) return false;
  struct mdq_span core = core_of(neighbour);
  if (core.len < SHORT) return false;
  for (size_t i = first; i < end; i++)
    if (mdq_span_eq(core_of(words->v1[i]), core)) return true;
  return false;
}

struct mdq_span mdq_suggestion_undoubled(struct mdq_arena *arena, struct mdq_span suggestion, const struct mdq_span before[MDQ_NEIGHBOURS],
                                         const struct mdq_span after[MDQ_NEIGHBOURS]) {
  struct words words = words_of(arena, suggestion);
  size_t first = doubled_first(&words, before), end = words.count - doubled_last(&words, first, after);
  bool cut_before = first > 0, cut_after = end < words.count;
  if (words.count == MOST_WORDS || !words.count) return suggestion;
  if ((!cut_before && repeats(&words, first, end, before[0])) || (!cut_after && repeats(&words, first, end, after[0])))
    return (struct mdq_span){ .ptr = NULL };
  size_t from = (size_t)(words.at[first].ptr - suggestion.ptr);
  size_t to = (size_t)(words.at[end - 1].ptr - suggestion.ptr) + words.at[end - 1].len;
  return mdq_span_sub(suggestion, from, to);
}
