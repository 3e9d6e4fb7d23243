#include "pack/agree.h"

#include "lint/rule.h"
#include "text/normalize.h"

#define TAA MDQ_SPAN_LIT("ت")

struct classes {
  bool past, other_verb, no_verb;
};

/* A verb with an object pronoun is another verb than one with none: its replacement would need the pronoun. */
static struct classes classes_of(struct mdq_lexicon *lexicon, struct mdq_arena *scratch, struct mdq_span word) {
  struct classes classes = { .past = false };
  struct mdq_reading *readings;
  size_t count = mdq_lexicon_analyze(lexicon, word, scratch, &readings);
  for (size_t i = 0; i < count; i++) {
    if (!(readings[i].word_class & MDQ_CLASS_VERB)) classes.no_verb = true;
    else if ((readings[i].word_class & MDQ_CLASS_PAST) && !readings[i].prefix && mdq_span_eq(readings[i].stem, word)) classes.past = true;
    else classes.other_verb = true;
  }
  return classes;
}

/* كسرت is كسر with a ت; ألقت and دعت have lost a letter before it. */
static bool is_feminine(struct mdq_lexicon *lexicon, struct mdq_arena *scratch, struct mdq_span word) {
  if (!mdq_span_ends(word, TAA)) return false;
  struct mdq_span stem = mdq_span_sub(word, 0, word.len - TAA.len);
  static const char *const lost[] = { "", "ى", "ا" };
  for (size_t i = 0; i < MDQ_COUNT(lost); i++) {
    struct mdq_span masculine = mdq_arena_printf(scratch, "%.*s%s", (int)stem.len, stem.ptr, lost[i]);
    if (masculine.ptr && classes_of(lexicon, scratch, masculine).past) return true;
  }
  return false;
}

enum mdq_verb_form mdq_verb_form_of(struct mdq_lexicon *lexicon, struct mdq_arena *scratch, struct mdq_span word) {
  struct classes classes = classes_of(lexicon, scratch, word);
  if (is_feminine(lexicon, scratch, word)) return classes.no_verb ? MDQ_FORM_NOT_KNOWN : MDQ_FORM_SHE;
  if (classes.past) return classes.no_verb ? MDQ_FORM_HE_OR_NOUN : MDQ_FORM_HE;
  if (classes.no_verb) return classes.other_verb ? MDQ_FORM_NOT_KNOWN : MDQ_FORM_NO_VERB;
  return classes.other_verb ? MDQ_FORM_OTHER_VERB : MDQ_FORM_NO_VERB;
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
  if (class != MDQ_SUGGESTS_VERB && !(class == MDQ_SUGGESTS_NOUN && verb_only)) return suggestion;
  const char *space = memchr(suggestion.ptr, ' ', suggestion.len);
  struct mdq_span verb = mdq_span_sub(suggestion, 0, space ? (size_t)(space - suggestion.ptr) : suggestion.len);
  verb = mdq_normalize_v1(with->scratch, verb);
  enum mdq_verb_form form = mdq_verb_form_of(with->lexicon, with->scratch, verb);
  bool he = form == MDQ_FORM_HE || form == MDQ_FORM_HE_OR_NOUN;
  if (with->form == MDQ_FORM_HE_OR_NOUN || with->form == MDQ_FORM_HE) return he ? suggestion : none;
  if (with->form == MDQ_FORM_SHE && he) return feminine(arena, suggestion);
  if (with->form == MDQ_FORM_NO_VERB && form == MDQ_FORM_HE_OR_NOUN) return mdq_span_starts(with->word, MDQ_SPAN_LIT("ال")) ? none : suggestion;
  if (form == MDQ_FORM_OTHER_VERB && with->form == MDQ_FORM_OTHER_VERB) return same_present(verb, with->word) ? suggestion : none;
  return form == MDQ_FORM_SHE && with->form == MDQ_FORM_SHE ? suggestion : none;
}
