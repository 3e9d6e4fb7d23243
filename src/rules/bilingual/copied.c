/* English where its translation should stand. The family untranslated finds English too, word by word; here the source proves that a
   paragraph or a sentence of it was carried over as it is, and one finding says so. */
#include "base/ascii.h"
#include "lint/rule.h"
#include "rules/bilingual/size.h"

static const struct mdq_rule rules[] = {
  {
    .id = "bilingual/source-copied", .severity = MDQ_ERROR, .certainty = MDQ_CERTAIN, .category = "accuracy/untranslated", .since = "0.1",
    .covers = "untranslated/",
    .summary = { "Source text instead of its translation", "نص الأصل مكان ترجمته" },
    .rationale = { "The paragraph, or a sentence in it, stands in the draft as it stands in the source.", "وردت الفقرة أو جملة منها في المسودة كما هي في الأصل." },
    .message = { "Copied from the source: “{x}”", "نص منسوخ من الأصل: «{x}»" },
    .bad = (const struct mdq_example[]){
      { .text = "The harbour was closed because of the storm.", .source = "The harbour was closed because of the storm." },
      { .text = "أغلق الميناء. Ships waited outside the bay until the evening. ثم هدأت العاصفة.", .source = "The harbour was closed. Ships waited outside the bay until the evening. Then the storm calmed." },
      { .text = "The harbour of المدينة was closed because of the big storm", .source = "The city's harbour was closed because of the big storm." },
      { .text = "Harbour closed again", .source = "Harbour closed again" },
      { .text = "Storm Closes Harbour For Third Day", .source = "Storm Closes Harbour For Third Day" },
      { 0 } },
    .good = (const char *const[]){ "أغلق الميناء بسبب العاصفة", "غنت «The Storm Is Over Now» في الحفل", "أعلنت شركة Orion Dynamics نتائجها", NULL },
    .good_pairs = (const struct mdq_example[]){
      { .text = "وغنت «We Will Wait For You Until The Morning» في الحفل.", .source = "She sang “We Will Wait For You Until The Morning” at the concert." },
      { .text = "print(total, file=log)", .source = "print(total, file=log)" },
      { .text = "Orion Dynamics", .source = "Orion Dynamics" },
      { .text = "زار معرض Bath Arts House في لندن.", .source = "He visited the Bath Arts House exhibition in London." },
      { 0 } },
  },
};

enum {
  LEAST_COPIED = 3,  /* words of a paragraph that is the same */
  LONGEST_FUNCTION_WORD = 12,
  LEAST_ENGLISH = 5, /* words of a paragraph most of which is English, and of a sentence that was copied */
  SHARE = 60         /* per cent of the letters that make it so */
};

static bool is_lower(struct mdq_span word) {
  return word.len > 1 && word.ptr[0] >= 'a' && word.ptr[0] <= 'z';
}

/* Signs that no prose has. */
static bool is_code(struct mdq_span text) {
  size_t signs = 0;
  for (size_t i = 0; i < text.len; i++) signs += strchr("{}();=<>_/\\|$#", text.ptr[i]) != NULL;
  return signs * 8 > text.len;
}

struct english { /* in a segment; what stands in quotation marks inside Arabic is the title of something */
  size_t words, lower, letters, arabic_letters;
  bool says; /* a word that names have not */
};

/* In whatever case: headlines have their words in capitals. */
static bool is_function_word(const struct mdq_ctx *ctx, struct mdq_span word) {
  char lower[LONGEST_FUNCTION_WORD];
  if (word.len > LONGEST_FUNCTION_WORD) return false;
  for (size_t i = 0; i < word.len; i++) lower[i] = mdq_ascii_lower(word.ptr[i]);
  return mdq_listed(ctx, 0, mdq_span_of(lower, word.len));
}

static struct english count_english(const struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  struct english english = { 0 };
  for (size_t i = 0; i < segment->token_count; i++) {
    const struct mdq_token *token = &segment->tokens[i];
    struct mdq_span word = mdq_token_text(segment, i);
    if (token->kind == MDQ_TOKEN_AR) english.arabic_letters += token->word->letters;
    if (token->kind != MDQ_TOKEN_LAT || (token->flags & MDQ_TOKEN_QUOTED && segment->kinds & MDQ_TOKEN_AR)) continue;
    english.words++;
    english.lower += is_lower(word);
    english.says |= is_lower(word) || is_function_word(ctx, word);
    english.letters += word.len;
  }
  return english;
}

/* The same but for the space around it. */
static bool is_copy(const struct mdq_segment *segment) {
  return mdq_span_eq(mdq_trimmed(segment->text), mdq_trimmed(segment->source));
}

/* -- sentences -- */

static bool joins_english(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i, MDQ_TOKEN_LAT | MDQ_TOKEN_NUM) || (mdq_token_is(segment, i, MDQ_TOKEN_PUNCT) && segment->tokens[i].code_point < 0x80);
}

static bool stands_in(struct mdq_span text, struct mdq_span part) {
  return memmem(text.ptr, text.len, part.ptr, part.len) != NULL;
}

/* The end of the stretch of Latin words from token i, and what is in it. */
static size_t stretch_end(const struct mdq_segment *segment, size_t i, size_t *words, size_t *lower) {
  size_t last = i;
  *words = *lower = 0;
  for (; joins_english(segment, i); i++) {
    if (!mdq_token_is(segment, i, MDQ_TOKEN_LAT)) continue;
    last = i;
    if (!(segment->tokens[i].flags & MDQ_TOKEN_SPACED)) continue; /* part_of_an_identifier, &amp; */
    ++*words;
    *lower += is_lower(mdq_token_text(segment, i));
  }
  return last;
}

static void find_sentences(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  for (size_t i = 0; i < segment->token_count; i++) {
    if (!mdq_token_is(segment, i, MDQ_TOKEN_LAT) || segment->tokens[i].flags & MDQ_TOKEN_QUOTED) continue;
    size_t words, lower, last = stretch_end(segment, i, &words, &lower);
    struct mdq_span text = mdq_tokens_text(segment, i, last);
    if (words >= LEAST_ENGLISH && lower > 1 && stands_in(segment->source, text)) mdq_report(ctx, 0, .at = mdq_at_tokens(segment, i, last), .x = text);
    i = last;
  }
}

static void segment_hook(struct mdq_ctx *ctx, const struct mdq_segment *segment) {
  if (!segment->has_source || !segment->token_count || is_code(segment->text)) return;
  struct english english = count_english(ctx, segment);
  bool copy = english.words >= LEAST_COPIED && is_copy(segment);
  bool mostly = english.words >= LEAST_ENGLISH && english.lower > 1 && english.letters * (100 - SHARE) >= english.arabic_letters * SHARE;
  if (copy || mostly) {
    size_t last = segment->token_count - 1;
    mdq_report(ctx, 0, .at = mdq_at_tokens(segment, 0, last), .x = mdq_tokens_text(segment, 0, last), .severity = english.says ? MDQ_ERROR : MDQ_NOTE);
  } else if (english.words >= LEAST_ENGLISH) {
    find_sentences(ctx, segment);
  }
}

static const char *const tables[] = { "untranslated/function-words.tsv", NULL };

const struct mdq_rule_group mdq_rules_bilingual_copied = {
  .rules = rules, .rule_count = MDQ_COUNT(rules), .tables = tables, .segment_kinds = MDQ_TOKEN_LAT, .segment = segment_hook,
};
