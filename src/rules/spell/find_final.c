/* The end of the word: ى and ي, ه and ة, an alef too many or too few. */
#include <stdlib.h>

#include "rules/spell/classify.h"

enum { ALEF = 0x0627, ALEF_MADDA = 0x0622, ALEF_ABOVE = 0x0623, ALEF_BELOW = 0x0625, HAMZA = 0x0621, MAQSURA = 0x0649, YA = 0x064A, HA = 0x0647, MARBUTA = 0x0629, WAW = 0x0648, TA = 0x062A, NUN = 0x0646 };

static const unsigned least_evidence = 5, least_ratio = 20;

/* Replaces the last letter; if that alone is not attested, mends the hamza too (الادوات الاداريه). A hamza that is written is
   right as a rule: إنى is إني and not أني. */
static unsigned mend_last(const struct mdq_suspect *suspect, uint32_t last, struct mdq_form *right) {
  *right = suspect->form;
  right->letter[right->count - 1] = last;
  unsigned evidence = mdq_form_evidence(suspect->ctx->lexicon, right);
  struct mdq_form with_hamza;
  unsigned better = mdq_best_hamza(suspect, right, &with_hamza, NULL, NULL);
  if (!better) return evidence; /* of most words */
  if (better >= least_evidence && better >= 3 * evidence) {
    bool bare = suspect->form.letter[mdq_form_changed_at(right, &with_hamza)] == ALEF;
    unsigned weight = mdq_news_weight(mdq_form_count(suspect->ctx->lexicon, right));
    if (!bare && weight >= 10 * least_evidence) return weight / 10;
    *right = with_hamza;
    return better;
  }
  mdq_mend_hamza(suspect, right);
  return mdq_form_evidence(suspect->ctx->lexicon, right);
}

static bool outweighs(unsigned evidence, unsigned ratio, const struct mdq_suspect *suspect) {
  return evidence >= least_evidence && evidence >= ratio * suspect->evidence;
}

/* -- ى -- */

static bool is_maqsura_name(const struct mdq_suspect *suspect) {
  struct mdq_form_text text;
  for (size_t from = 0; from < 3 && from + 2 < suspect->form.count; from++)
    if (mdq_listed(suspect->ctx, MDQ_SPELL_MAQSURA_NAMES, mdq_form_slice(&suspect->form, from, suspect->form.count, &text))) return true;
  return false;
}

/* Seen nowhere, as the right form is on the web at least: البرتغالى. */
static bool is_only_form(const struct mdq_suspect *suspect, const struct mdq_form *right) {
  struct mdq_count count = mdq_form_count(suspect->ctx->lexicon, right);
  return suspect->definite && suspect->count.edited == 0 && count.web >= 20 * (suspect->count.web + 1) && mdq_form_accepted(suspect->ctx->lexicon, right);
}

/* وفى, وهى: a verb, or a particle behind و that is no word without it (فى, هى) and very common with ي. */
static bool is_particle_with_waw(const struct mdq_suspect *suspect, const struct mdq_form *right) {
  struct mdq_form_text text;
  if (suspect->form.letter[0] != WAW || suspect->form.count < 3) return false;
  struct mdq_span bare = mdq_form_slice(&suspect->form, 1, suspect->form.count, &text);
  if (mdq_lexicon_in_dictionary(suspect->ctx->lexicon, bare)) return false;
  return mdq_lexicon_count(suspect->ctx->lexicon, mdq_form_slice(right, 1, right->count, &text)).edited >= 1000;
}

/* راى is رأى and إستدعى is استدعى: one slip, of the hamza, is likelier than two. The word must be one with its ى, so that it is
   none of the nisbas of copy that writes ى for all of them (الأمريكى). */
static unsigned keep_maqsura(const struct mdq_suspect *suspect, struct mdq_form *right) {
  unsigned evidence = mdq_best_hamza(suspect, &suspect->form, right, NULL, NULL);
  if (!outweighs(evidence, least_ratio, suspect) || suspect->definite) return 0;
  return mdq_is_written(suspect, right) ? evidence : 0;
}

/* Both, where neither is far commoner, and then nothing is certain (وادى, ابى). */
static bool accuse_both(struct mdq_suspect *suspect, const struct mdq_form *kept, unsigned kept_evidence, const struct mdq_form *with_ya, unsigned ya_evidence) {
  struct mdq_form_text text;
  struct mdq_form both_changed;
  bool two_slips = mdq_form_changed_at(&suspect->form, with_ya) + 1 < suspect->form.count || 2 * mdq_best_hamza(suspect, with_ya, &both_changed, NULL, NULL) >= ya_evidence;
  bool kept_first = two_slips || kept_evidence >= ya_evidence;
  mdq_accuse(suspect, kept_first ? MDQ_CONFUSED_HAMZA : MDQ_CONFUSED_MAQSURA, MDQ_WARNING, false, kept_first ? kept : with_ya);
  mdq_accuse_also(suspect, mdq_form_text(kept_first ? with_ya : kept, &text));
  suspect->spelling->name_possible = true;
  return true;
}

static bool find_maqsura(struct mdq_suspect *suspect) {
  enum { VERY_COMMON = 100, FAR = 10, SAFE = 20 };
  if (is_maqsura_name(suspect)) return false;
  struct mdq_form right, kept;
  unsigned evidence = mend_last(suspect, YA, &right), kept_evidence = keep_maqsura(suspect, &kept);
  if (kept_evidence && kept_evidence * least_ratio >= evidence && !mdq_suspect_in_dictionary(suspect)) { /* أثنى is in it */
    size_t at = mdq_form_changed_at(&suspect->form, &kept);
    uint32_t written = suspect->form.letter[at];
    bool only = written != ALEF || kept_evidence >= FAR * evidence;
    if (!only) return accuse_both(suspect, &kept, kept_evidence, &right, evidence);
    if ((written == ALEF && at < 2) || kept.letter[at] == ALEF) return false; /* a matter of the first hamza alone */
    mdq_accuse(suspect, MDQ_CONFUSED_HAMZA, MDQ_WARNING, written != ALEF && kept_evidence >= SAFE, &kept);
    return suspect->spelling->name_possible = true;
  }
  bool attested = outweighs(evidence, least_ratio, suspect);
  if (!attested && !is_only_form(suspect, &right)) return false;
  bool word = mdq_suspect_in_dictionary(suspect); /* العراقى: a word, if one reads it as a rare one; but يعنى, سرى are verbs */
  if (word && is_particle_with_waw(suspect, &right)) return mdq_accuse(suspect, MDQ_CONFUSED_MAQSURA, MDQ_WARNING, false, &right);
  if (word && mdq_suspect_is_name(suspect)) return false;
  if (word && !(suspect->definite ? mdq_news_prefers(suspect, &right, 40) : mdq_news_has_only(suspect, &right, 60, 100))) return false;
  if (suspect->form.count == 2 && evidence < VERY_COMMON) return false; /* عى is more of a name than of a word */
  bool certain = attested && !word && !kept_evidence;
  mdq_accuse(suspect, MDQ_CONFUSED_MAQSURA, certain ? MDQ_ERROR : MDQ_WARNING, certain, &right);
  suspect->spelling->name_possible = !suspect->definite && evidence < 50;
  return true;
}

/* -- ه -- */

static bool has_stem_in_ha(const struct mdq_suspect *suspect) {
  struct mdq_reading *readings;
  size_t count = mdq_lexicon_analyze(suspect->ctx->lexicon, mdq_word_v1(suspect->word), suspect->ctx->scratch, &readings);
  for (size_t i = 0; i < count; i++)
    if (mdq_span_ends(readings[i].stem, MDQ_SPAN_LIT("ه"))) return true;
  return false;
}

static bool is_final_ha(const struct mdq_suspect *suspect) {
  struct mdq_form_text text;
  const struct mdq_form *form = &suspect->form;
  if (mdq_listed(suspect->ctx, MDQ_SPELL_FINAL_HA, mdq_word_v1(suspect->word))) return true;
  struct mdq_form article = *form; /* والمياه, بالوجه, للجنيه -> المياه, الوجه, الجنيه */
  size_t from = suspect->stem - 2;
  article.letter[from] = ALEF;
  return mdq_listed(suspect->ctx, MDQ_SPELL_FINAL_HA, mdq_form_slice(&article, from, form->count, &text));
}

static bool find_definite_marbuta(struct mdq_suspect *suspect) {
  struct mdq_form right;
  unsigned evidence = mend_last(suspect, MARBUTA, &right);
  bool attested = outweighs(evidence, least_ratio, suspect);
  if (is_final_ha(suspect)) return false;
  if (!attested && !(suspect->count.edited == 0 && suspect->count.web == 0 && mdq_form_accepted(suspect->ctx->lexicon, &right) &&
                     !mdq_suspect_in_dictionary(suspect)))
    return false;
  if (has_stem_in_ha(suspect)) return false;
  return mdq_accuse(suspect, MDQ_CONFUSED_MARBUTA, attested ? MDQ_ERROR : MDQ_WARNING, attested, &right);
}

/* تجربه, يعطيه: "tries him", "gives him". */
static bool is_verb_with_him(const struct mdq_suspect *suspect) {
  uint32_t first = suspect->form.letter[suspect->form.letter[0] == WAW];
  return (first == TA || first == YA) && mdq_reads_as(suspect, mdq_word_v1(suspect->word), MDQ_CLASS_PRESENT);
}

/* مسؤوليه: "his" behind the plural. */
static bool is_plural_with_his(const struct mdq_suspect *suspect) {
  struct mdq_reading *readings;
  size_t count = mdq_lexicon_analyze(suspect->ctx->lexicon, mdq_word_v1(suspect->word), suspect->ctx->scratch, &readings);
  for (size_t i = 0; i < count; i++)
    if (!(readings[i].word_class & MDQ_CLASS_VERB) && *readings[i].inner_suffix.text == 'I') return true;
  return false;
}

/* News has the form at times, if a hundred times less than the right one: as a slip where there is no word without the ه
   (شركه); else it may be "his" (مؤسسه, وزيره), and longer odds are asked for (منطقه). What news never has is a slip if the
   right word is common; of adjectives in ية hardly any "his" can be thought of. */
static bool is_hardly_his(const struct mdq_suspect *suspect, const struct mdq_form *right) {
  enum { RARE = 80, COMMON = 3000 /* as weighed by mdq_news_weight */ };
  struct mdq_form_text text;
  struct mdq_lexicon *lexicon = suspect->ctx->lexicon;
  unsigned base = mdq_news_weight(mdq_lexicon_count(lexicon, mdq_form_slice(&suspect->form, 0, suspect->form.count - 1, &text)));
  bool seen = suspect->count.edited || suspect->count.web, common = mdq_news_weight(mdq_form_count(lexicon, right)) >= COMMON;
  if ((seen || !common) && is_verb_with_him(suspect)) return false;
  if (seen) return mdq_news_has_only(suspect, right, 20, base <= RARE ? 100 : 500);
  bool nisba = suspect->form.count > 5 && suspect->form.letter[suspect->form.count - 2] == YA;
  if (nisba && mdq_news_weight(mdq_form_count(lexicon, right)) < COMMON && is_plural_with_his(suspect)) return false;
  return mdq_news_has_only(suspect, right, nisba ? 5 : base <= RARE ? 20 : 60, 100);
}

/* أضافه, أحاله: "added it"; that both letters of إضافة were missed is less likely. */
static bool mends_written_hamza(const struct mdq_suspect *suspect, const struct mdq_form *right) {
  size_t at = mdq_form_changed_at(&suspect->form, right);
  return at + 1 < suspect->form.count && suspect->form.letter[at] == ALEF_ABOVE && right->letter[at] == ALEF_BELOW;
}

/* An indefinite word in ه may be read as a word with "his" as a rule, hence is accepted. But of a word in ة "his" is ته
   (مدينته): what is left is a word that hardly anybody needs (مدينه), unless a word without the ة is in use, too (كتابه). */
static bool find_indefinite_marbuta(struct mdq_suspect *suspect) {
  struct mdq_form right;
  unsigned evidence = mend_last(suspect, MARBUTA, &right);
  if (suspect->form.count < 3 || mdq_listed(suspect->ctx, MDQ_SPELL_FINAL_HA, mdq_word_v1(suspect->word))) return false;
  if (mends_written_hamza(suspect, &right)) return false;
  bool only = mdq_news_has_only(suspect, &right, 5, 100) && is_hardly_his(suspect, &right) && !mdq_suspect_is_name(suspect);
  bool no_word = suspect->form.count > 3 && evidence >= 20 && outweighs(evidence, 50, suspect);
  if (!only && !(no_word && !mdq_suspect_in_dictionary(suspect))) return false;
  mdq_accuse(suspect, MDQ_CONFUSED_MARBUTA, MDQ_WARNING, false, &right);
  suspect->spelling->name_possible = !only;
  return true;
}

/* الاولي, ويسعي. What is also a word (الأولي, المرضي, فعلي) is left to the closed list. */
static bool find_ya(struct mdq_suspect *suspect) {
  struct mdq_form right = suspect->form;
  right.letter[right.count - 1] = MAQSURA;
  if (right.count < 3) return false;
  if (!mdq_suspect_in_dictionary(suspect)) {
    if (!mdq_news_prefers(suspect, &right, 20)) return false;
  } else if (!mdq_news_has_only(suspect, &right, 40, 100) || mdq_listed(suspect->ctx, MDQ_SPELL_YA_CLOSED, mdq_word_v1(suspect->word)) ||
             mdq_suspect_is_name(suspect)) {
    return false; /* the closed list tells of the place, too: إليّ */
  }
  mdq_accuse(suspect, MDQ_CONFUSED_YA, MDQ_WARNING, false, &right);
  suspect->spelling->name_possible = true;
  return true;
}

/* What another hamza explains: إستعادت is استعادت and not استعادة, انهن is إنهن, وافادة is وإفادة. */
static bool is_explained_by_hamza(const struct mdq_suspect *suspect) {
  struct mdq_form other;
  unsigned evidence = mdq_best_hamza(suspect, &suspect->form, &other, NULL, NULL);
  return evidence >= least_evidence || (evidence && mdq_is_written(suspect, &other));
}

/* عندة, ليسة; الحكومت, ايضن: no word, and a common one with another letter at its end. */
static bool find_other_ending(struct mdq_suspect *suspect, uint32_t last, unsigned least) {
  struct mdq_form right;
  if (suspect->form.count < 4 || mdq_suspect_is_word(suspect)) return false;
  mend_last(suspect, last, &right);
  if (!mdq_news_has_only(suspect, &right, least, 100) || is_explained_by_hamza(suspect) || mdq_suspect_is_name(suspect)) return false;
  mdq_accuse(suspect, last == ALEF ? MDQ_CONFUSED_SOUND : MDQ_CONFUSED_MARBUTA, MDQ_WARNING, false, &right);
  suspect->spelling->name_possible = true;
  return true;
}

/* Words of which the ه is so often turned into ة that the list can be closed. منة is also a name. */
static bool find_ha(struct mdq_suspect *suspect) {
  static const char *const words[] = { "هذة", "مياة", "المياة", "الوجة", "اتجاة", "الاتجاة", "لة", "انتباة", "الانتباة", "منة" };
  struct mdq_span v1 = mdq_word_v1(suspect->word);
  struct mdq_span bare = mdq_span_starts(v1, MDQ_SPAN_LIT("و")) ? mdq_span_sub(v1, 2, v1.len) : v1;
  for (size_t i = 0; i < MDQ_COUNT(words); i++) {
    if (!mdq_span_is(v1, words[i]) && !mdq_span_is(bare, words[i])) continue;
    bool name = mdq_span_is(bare, "منة");
    struct mdq_form right = suspect->form;
    right.letter[right.count - 1] = HA;
    return mdq_accuse(suspect, MDQ_CONFUSED_MARBUTA, name ? MDQ_NOTE : MDQ_ERROR, !name, &right);
  }
  return find_other_ending(suspect, HA, 100) || find_other_ending(suspect, TA, 100);
}

/* الوزرأ: the alef and the hamza behind it in one. */
static bool find_lost_hamza(struct mdq_suspect *suspect) {
  struct mdq_form right = suspect->form;
  if (right.count < 4 || right.count >= MDQ_FORM_LETTERS || suspect->count.edited || mdq_suspect_is_word(suspect)) return false;
  right.letter[right.count - 1] = ALEF;
  right.letter[right.count++] = HAMZA;
  if (!mdq_news_has_only(suspect, &right, 20, 100) || mdq_suspect_is_name(suspect)) return false;
  return mdq_accuse(suspect, MDQ_CONFUSED_HAMZA, MDQ_WARNING, false, &right);
}

bool mdq_find_final_letter(struct mdq_suspect *suspect) {
  switch (suspect->form.letter[suspect->form.count - 1]) {
    case MAQSURA: return find_maqsura(suspect);
    case HA: return suspect->definite ? find_definite_marbuta(suspect) : find_indefinite_marbuta(suspect);
    case MARBUTA: return find_ha(suspect);
    case YA: return find_ya(suspect);
    case TA: return find_other_ending(suspect, MARBUTA, 200);
    case ALEF_ABOVE: return find_lost_hamza(suspect);
    case NUN: return !suspect->definite && find_other_ending(suspect, ALEF, 100);
    default: return false;
  }
}

/* -- alef at the end -- */

/* A noun that takes endings: not a verb, and not a particle. */
static bool is_inflected_noun(const struct mdq_suspect *suspect, const struct mdq_form *form) {
  struct mdq_form_text text;
  struct mdq_reading *readings;
  size_t count = mdq_lexicon_analyze(suspect->ctx->lexicon, mdq_form_text(form, &text), suspect->ctx->scratch, &readings);
  for (size_t i = 0; i < count; i++)
    if (!(readings[i].word_class & MDQ_CLASS_VERB) && (*readings[i].inner_suffix.text || *readings[i].prefix_flag.text)) return true;
  return false;
}

/* جدآ, شكرآ: a madda for the tanween; no word ends so. */
static bool find_final_madda(struct mdq_suspect *suspect) {
  struct mdq_form right = suspect->form;
  right.letter[right.count - 1] = ALEF;
  if (right.count < 3 || mdq_form_evidence(suspect->ctx->lexicon, &right) < 3 || mdq_suspect_in_dictionary(suspect)) return false;
  return mdq_accuse(suspect, MDQ_CONFUSED_TANWEEN, MDQ_WARNING, true, &right);
}

/* أصدقاء, علماء, صحراء take no tanween at all: أفعلاء, and فعلاء of plurals and feminines. Masdars begin with a connecting alef or
   with إ, or are shorter (بناء, لقاء), plurals of the pattern أفعال (أجزاء, أعضاء) do take it. */
static bool is_diptote(const struct mdq_suspect *suspect, const struct mdq_form *base) {
  size_t from = 0, count = base->count; /* اء included */
  struct mdq_form_text text;
  if (base->letter[0] == WAW || base->letter[0] == 0x0641) {
    struct mdq_form rest = mdq_form_without(base, 0);
    from = mdq_form_evidence(suspect->ctx->lexicon, &rest) >= least_evidence;
  }
  if (mdq_listed(suspect->ctx, MDQ_SPELL_DIPTOTES, mdq_form_slice(base, from, count, &text))) return true;
  uint32_t first = base->letter[from];
  size_t letters = count - from;
  if (first == ALEF_ABOVE) return letters == 6;
  return letters >= 5 && letters <= 6 && first != ALEF && first != ALEF_BELOW && first != ALEF_MADDA && first != 0x0645 && first != TA;
}

static bool find_tanween(struct mdq_suspect *suspect) {
  const struct mdq_form *form = &suspect->form;
  size_t n = form->count;
  if (n < 5 || suspect->definite) return false;
  uint32_t before = form->letter[n - 2];
  bool after_hamza = before == HAMZA && form->letter[n - 3] == ALEF;
  if (!after_hamza && before != MARBUTA && before != MAQSURA) return false;
  struct mdq_form base = mdq_form_without(form, n - 1);
  if (mdq_form_evidence(suspect->ctx->lexicon, &base) < 3 || suspect->evidence >= least_evidence) return false;
  if (after_hamza && !is_inflected_noun(suspect, &base)) return false; /* جاءا, أساءا: both did */
  struct mdq_form_text text;
  if (after_hamza && is_diptote(suspect, &base)) return mdq_accuse(suspect, MDQ_CONFUSED_TANWEEN, MDQ_WARNING, true, &base);
  struct mdq_span right = mdq_arena_printf(suspect->ctx->scratch, "%s\u064B", mdq_form_text(&base, &text).ptr);
  return mdq_accuse_text(suspect, MDQ_CONFUSED_TANWEEN, MDQ_WARNING, true, right);
}

/* باحثو: a sound masculine plural in construct. */
static bool has_construct_plural(const struct mdq_suspect *suspect, const struct mdq_form *form) {
  struct mdq_form_text text;
  struct mdq_reading *readings;
  size_t count = mdq_lexicon_analyze(suspect->ctx->lexicon, mdq_form_text(form, &text), suspect->ctx->scratch, &readings);
  for (size_t i = 0; i < count; i++) {
    const char *flag = readings[i].inner_suffix.text;
    if (flag[0] == 'I' && (flag[1] == 'B' || flag[1] == 'C')) return true;
  }
  return false;
}

/* اليوروا, يوليوا: no word, and no plural either. */
static bool is_no_plural(const struct mdq_suspect *suspect, const struct mdq_form *right) {
  return mdq_news_has_only(suspect, right, 40, 100) && !mdq_suspect_in_dictionary(suspect);
}

/* مهندسوا الشركة: the silent alef belongs to verbs alone. Where such a verb exists (صانعوا) but no news has it, while
   the noun occurs, the noun is meant. */
static bool find_silent_alef(struct mdq_suspect *suspect) {
  struct mdq_form right = mdq_form_without(&suspect->form, suspect->form.count - 1);
  if (suspect->form.count < 5 || suspect->evidence >= least_evidence) return false;
  struct mdq_form_text text;
  struct mdq_count count = mdq_lexicon_count(suspect->ctx->lexicon, mdq_form_text(&right, &text));
  if (is_no_plural(suspect, &right)) return mdq_accuse(suspect, MDQ_CONFUSED_WAW, MDQ_WARNING, false, &right);
  if (suspect->definite) return false;
  if (mdq_form_evidence(suspect->ctx->lexicon, &right) < 2 || !has_construct_plural(suspect, &right)) return false;
  bool verb = mdq_suspect_in_dictionary(suspect);
  if (verb && (suspect->form.count < 6 || suspect->evidence || suspect->count.web || count.web < 20)) return false;
  return mdq_accuse(suspect, MDQ_CONFUSED_WAW, verb ? MDQ_WARNING : MDQ_ERROR, !verb, &right);
}

/* انسحبو: of a derived verb that news hardly has in the plural; no name is so long and begins so. */
static bool is_rare_plural(const struct mdq_suspect *suspect, const struct mdq_form *right, unsigned evidence) {
  enum { SHORTEST = 6, RARE = 10 };
  struct mdq_form_text text;
  uint32_t first = suspect->form.letter[suspect->form.letter[0] == WAW];
  if (evidence >= RARE || suspect->form.count < SHORTEST || (first != ALEF && first != TA) || suspect->count.edited || mdq_looks_foreign(mdq_word_v1(suspect->word))) return false;
  return mdq_reads_as(suspect, mdq_form_text(right, &text), MDQ_CLASS_PAST) && !mdq_suspect_in_dictionary(suspect);
}

/* رفضو: the plural of a verb without it. */
static bool find_missing_alef(struct mdq_suspect *suspect) {
  struct mdq_form right = suspect->form;
  struct mdq_form_text text;
  if (right.count < 4 || suspect->definite) return false;
  right.letter[right.count++] = ALEF;
  unsigned evidence = mdq_form_evidence(suspect->ctx->lexicon, &right);
  if (is_rare_plural(suspect, &right, evidence)) return mdq_accuse(suspect, MDQ_CONFUSED_WAW, MDQ_WARNING, false, &right);
  if (evidence < 10 || evidence < least_ratio * suspect->evidence) return false;
  /* The dictionary takes قالو for the construct of some قالون; thirty to one it is not. */
  if (evidence < 30 * (suspect->evidence + 1) && !mdq_news_has_only(suspect, &right, 20, 100) && mdq_suspect_in_dictionary(suspect)) return false;
  if (!mdq_reads_as(suspect, mdq_form_text(&right, &text), MDQ_CLASS_VERB)) return false;
  mdq_accuse(suspect, MDQ_CONFUSED_WAW, MDQ_ERROR, false, &right);
  suspect->spelling->name_possible = true;
  return true;
}

bool mdq_find_final_alef(struct mdq_suspect *suspect) {
  const struct mdq_form *form = &suspect->form;
  uint32_t last = form->letter[form->count - 1];
  if (last == WAW) return find_missing_alef(suspect);
  if (last == ALEF_MADDA) return find_final_madda(suspect);
  if (last != ALEF || form->count < 4) return false;
  return form->letter[form->count - 2] == WAW ? find_silent_alef(suspect) : find_tanween(suspect);
}
