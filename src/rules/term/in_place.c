#include "rules/term/in_place.h"

#include "pack/suggest.h"

#define ARTICLE MDQ_SPAN_LIT("ال")

static bool is_definite_by_last(const struct mdq_segment *segment, const struct mdq_term_use *use) {
  bool own = mdq_span_starts(use->term->words[use->term->word_count - 1], ARTICLE);
  return use->last > use->first && !use->article && !own && mdq_span_starts(mdq_token_v2(segment, use->last), ARTICLE);
}

struct mdq_term_place mdq_term_place_of(const struct mdq_segment *segment, const struct mdq_term_use *use) {
  struct mdq_span v1 = mdq_token_v1(segment, use->first), raw = mdq_token_text(segment, use->first);
  bool latin = segment->tokens[use->first].kind != MDQ_TOKEN_AR;
  return (struct mdq_term_place){
    .at = mdq_at_tokens(segment, use->first, use->last), .text = mdq_tokens_text(segment, use->first, use->last),
    .first_word = mdq_span_eq(v1, raw) && !latin ? raw : mdq_span_of("", 0), .term = use->term->words[0], .cut = (uint32_t)use->cut,
    .ending = (uint8_t)use->ending, .latin = latin, .article = use->article, .one_word = use->first == use->last, .plural = use->term->plural,
    .by_last = is_definite_by_last(segment, use),
  };
}

static bool is_feminine(struct mdq_span word) {
  return mdq_span_ends(word, MDQ_SPAN_LIT("ة")) || mdq_span_ends(word, MDQ_SPAN_LIT("ه"));
}

static struct mdq_span masculine(struct mdq_span word) {
  return is_feminine(word) ? mdq_span_sub(word, 0, word.len - 2) : word;
}

static bool is_one_word(struct mdq_span text) {
  return !memchr(text.ptr, ' ', text.len);
}

/* رقاقة with the ending of شريحتها: رقاقتها. Empty where one takes its endings in another way. */
static struct mdq_span with_ending(struct mdq_arena *arena, const struct mdq_term_place *place, struct mdq_span rendering) {
  struct mdq_span stem = masculine(place->term), word = mdq_span_sub(place->first_word, place->cut, place->first_word.len), own = masculine(rendering);
  bool feminine = is_feminine(rendering), fits = place->one_word && is_one_word(rendering) && !place->plural;
  if (!fits || feminine != is_feminine(place->term) || (place->ending == MDQ_ENDING_OTHER && !feminine) || place->ending == MDQ_ENDING_NISBA || word.len < stem.len) return mdq_span_of("", 0);
  return mdq_arena_printf(arena, "%.*s%.*s", (int)own.len, own.ptr, (int)(word.len - stem.len), word.ptr + stem.len);
}

struct mdq_span mdq_term_in_place(struct mdq_arena *arena, const struct mdq_term_place *place, struct mdq_span rendering) {
  struct mdq_span none = mdq_span_of("", 0);
  if (place->latin) return place->ending ? none : rendering;
  if (!place->first_word.len || (place->by_last && !is_one_word(rendering))) return none;
  if (place->ending) rendering = with_ending(arena, place, rendering);
  if (!rendering.len) return none;
  struct mdq_clitics clitics = mdq_clitics_of(mdq_span_sub(place->first_word, 0, place->cut));
  bool definite = clitics.article || place->by_last;
  clitics.article = definite;
  struct mdq_span text = mdq_suggestion_with(arena, clitics, MDQ_SUGGESTS_NOUN, rendering);
  bool lost_article = definite && !is_one_word(rendering) && !mdq_span_starts(rendering, ARTICLE) && mdq_span_ends(text, rendering);
  return lost_article ? none : text;
}

bool mdq_term_fits_safely(const struct mdq_term_place *place, struct mdq_span rendering) {
  return !place->ending && place->one_word && is_one_word(rendering) && is_feminine(rendering) == is_feminine(place->term);
}
