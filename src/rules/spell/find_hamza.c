/* Hamza: closed lists, then إ on words that begin with a connecting alef, then a missing or misplaced hamza that an
   attested form explains. */
#include "rules/spell/classify.h"

enum { ALEF = 0x0627, ALEF_MADDA = 0x0622, ALEF_ABOVE = 0x0623, ALEF_BELOW = 0x0625, YA = 0x064A, HAMZA = 0x0621, HAMZA_YA = 0x0626, HAMZA_WAW = 0x0624, WAW = 0x0648, FA = 0x0641, MAQSURA = 0x0649, KAF = 0x0643 };

static bool is_alef(uint32_t c) {
  return c == ALEF || c == ALEF_MADDA || c == ALEF_ABOVE || c == ALEF_BELOW;
}

/* -- closed list -- */

static const struct mdq_row *closed_row(const struct mdq_suspect *suspect, size_t *prefix) {
  const struct mdq_table *table = suspect->ctx->tables[MDQ_SPELL_HAMZA_CLOSED];
  struct mdq_span v1 = mdq_word_v1(suspect->word);
  *prefix = 0;
  const struct mdq_row *row = mdq_table_get(table, v1);
  if (row || v1.len < 8) return row;
  if (!mdq_span_starts(v1, MDQ_SPAN_LIT("و")) && !mdq_span_starts(v1, MDQ_SPAN_LIT("ف"))) return NULL;
  *prefix = 2;
  row = mdq_table_get(table, mdq_span_sub(v1, 2, v1.len));
  return row && suspect->count.edited < 100 ? row : NULL; /* واحد, فان are words */
}

/* واصل is no و with اصل: a reading has the و in its stem. */
static bool prefix_is_of_stem(const struct mdq_suspect *suspect, size_t prefix) {
  if (!prefix) return false;
  struct mdq_span v1 = mdq_word_v1(suspect->word);
  struct mdq_reading *readings;
  size_t count = mdq_lexicon_analyze(suspect->ctx->lexicon, v1, suspect->ctx->scratch, &readings);
  struct mdq_span start = mdq_span_sub(v1, 0, prefix);
  for (size_t i = 0; i < count; i++)
    if (!readings[i].prefix && mdq_span_starts(readings[i].stem, start)) return true;
  return false;
}

/* وادى is as likely the noun وادي: where the dictionary has such a one, it is offered first, and nothing is certain. */
static bool is_noun_in_ya(const struct mdq_suspect *suspect, size_t prefix, struct mdq_form_text *text) {
  struct mdq_form with_ya = suspect->form;
  if (!prefix || with_ya.letter[with_ya.count - 1] != MAQSURA) return false;
  with_ya.letter[with_ya.count - 1] = YA;
  struct mdq_reading *readings;
  size_t count = mdq_lexicon_analyze(suspect->ctx->lexicon, mdq_form_text(&with_ya, text), suspect->ctx->scratch, &readings);
  struct mdq_span start = mdq_span_sub(mdq_word_v1(suspect->word), 0, prefix);
  for (size_t i = 0; i < count; i++)
    if (!readings[i].prefix && mdq_span_starts(readings[i].stem, start)) return true;
  return false;
}

bool mdq_find_closed_hamza(struct mdq_suspect *suspect) {
  size_t prefix;
  const struct mdq_row *row = closed_row(suspect, &prefix);
  if (!row) return false;
  struct mdq_span rights = row->column[1];
  bool certain = mdq_span_is(row->column[2], "certain");
  bool several = memchr(rights.ptr, '/', rights.len) != NULL;
  if (prefix_is_of_stem(suspect, prefix) ) return false;
  enum mdq_severity severity = certain ? MDQ_ERROR : several ? (suspect->form.count <= 4 ? MDQ_ERROR : MDQ_WARNING) : MDQ_NOTE;
  struct mdq_arena *arena = suspect->ctx->scratch;
  struct mdq_form_text with_ya;
  if (is_noun_in_ya(suspect, prefix, &with_ya)) mdq_accuse_text(suspect, MDQ_CONFUSED_MAQSURA, MDQ_WARNING, false, with_ya.span);
  struct mdq_span start = mdq_span_sub(mdq_word_v1(suspect->word), 0, prefix);
  for (size_t from = 0, to; from < rights.len; from = to + 1) {
    for (to = from; to < rights.len && rights.ptr[to] != '/';) to++;
    struct mdq_span right = mdq_arena_join(arena, start, mdq_span_sub(rights, from, to));
    if (!suspect->spelling->fix_count) mdq_accuse_text(suspect, MDQ_CONFUSED_HAMZA, severity, certain, right);
    else mdq_accuse_also(suspect, right);
  }
  return true;
}

/* -- attested neighbours -- */

struct best {
  unsigned first, second;
  struct mdq_form first_form, second_form;
};

static void consider(const struct mdq_suspect *suspect, const struct mdq_form *form, struct best *best) {
  unsigned evidence = mdq_form_evidence(suspect->ctx->lexicon, form);
  if (evidence > best->first) {
    best->second = best->first;
    best->second_form = best->first_form;
    best->first = evidence;
    best->first_form = *form;
  } else if (evidence > best->second) {
    best->second = evidence;
    best->second_form = *form;
  }
}

/* A final alef may have lost an أ (تبدا). The alef of an article carries none, but what looks like one may be of
   the stem (العاب); then the word is none without its hamza. */
static bool may_carry(const struct mdq_suspect *suspect, size_t i, size_t count) {
  if (i + 1 >= count) return count > 3;
  return !(suspect->definite && i + 2 == suspect->stem) || !mdq_suspect_in_dictionary(suspect);
}

/* -- إ on a masdar or verb of the forms VII to X, which begin with a connecting alef -- */

/* Forms VII (انفعل), X (استفعل) and VIII (افتعل, with its assimilations) by their letters. The count of the form
   without hamza has the last word, since IV forms (إنتاج, إفتاء) look alike. */
static bool looks_connecting(const struct mdq_form *form, size_t i) {
  if (i + 4 > form->count) return false;
  uint32_t c1 = form->letter[i + 1], c2 = form->letter[i + 2];
  bool seventh = c1 == 0x0646;
  bool eighth = c1 == 0x062A || c2 == 0x062A || c2 == 0x0637 || c1 == 0x0637 || c1 == 0x062F || (c1 == 0x0632 && c2 == 0x062F);
  return seventh || eighth;
}

/* What a letter may stand for: a bare alef for any; أ and إ for each other, and for a connecting alef where the
   word has its shape (أجتماع), since loans are free to differ (أسكتلندا). A lost madda is credible at the start only. */
static bool may_stand_for(const struct mdq_suspect *suspect, const struct mdq_form *form, size_t i, uint32_t seat) {
  uint32_t c = form->letter[i];
  if (seat == c || (i + 1 == form->count && (c != ALEF || seat != ALEF_ABOVE))) return false;
  if (seat == ALEF_MADDA) return c == ALEF && (i == 0 || i == suspect->stem || suspect->definite);
  if (seat == ALEF) return i <= suspect->stem + 1 && looks_connecting(form, i);
  return c != ALEF_MADDA;
}

unsigned mdq_best_hamza(const struct mdq_suspect *suspect, const struct mdq_form *form, struct mdq_form *best_form, unsigned *second,
                        struct mdq_form *second_form) {
  static const uint32_t seats[] = { ALEF, ALEF_ABOVE, ALEF_BELOW, ALEF_MADDA };
  struct best best = { 0 };
  struct mdq_form changed = *form;
  for (size_t i = 0; i < form->count; i++) {
    if (!is_alef(form->letter[i]) || !may_carry(suspect, i, form->count)) continue;
    for (size_t s = 0; s < MDQ_COUNT(seats); s++) {
      if (!may_stand_for(suspect, form, i, seats[s])) continue;
      changed.letter[i] = seats[s];
      bool inside = seats[s] == ALEF_MADDA && i && i != suspect->stem; /* القرآن, but والوآدى is a share of another word's count */
      if (inside && !mdq_form_accepted(suspect->ctx->lexicon, &changed)) continue;
      consider(suspect, &changed, &best);
    }
    changed.letter[i] = form->letter[i];
  }
  *best_form = best.first_form;
  if (second) *second = best.second;
  if (second_form) *second_form = best.second_form;
  return best.first;
}

/* إستحوذ, الإكتئاب: no word, but one that the dictionary knows with a connecting alef. */
static bool is_rare_masdar(const struct mdq_suspect *suspect, const struct mdq_form *right) {
  return suspect->form.count >= suspect->stem + 5 && mdq_form_accepted(suspect->ctx->lexicon, right) && !mdq_suspect_in_dictionary(suspect) &&
         !mdq_is_bare_loan(suspect);
}

static bool find_connecting_alef(struct mdq_suspect *suspect) {
  struct mdq_form right = suspect->form;
  static const unsigned ratio = 20, least = 20;
  for (size_t i = 0; i <= suspect->stem + 1 && i + 3 < right.count; i++) {
    if (right.letter[i] == ALEF_ABOVE && looks_connecting(&right, i)) {
      right.letter[i] = ALEF;
      return is_rare_masdar(suspect, &right) && !suspect->count.edited && mdq_form_evidence(suspect->ctx->lexicon, &right) &&
             mdq_accuse(suspect, MDQ_CONFUSED_HAMZA, MDQ_WARNING, false, &right) && (suspect->spelling->spoken = true); /* أُنتخبت */
    }
    if (right.letter[i] != ALEF_BELOW) continue;
    if (!looks_connecting(&right, i)) return false;
    right.letter[i] = ALEF;
    unsigned evidence = mdq_form_evidence(suspect->ctx->lexicon, &right);
    struct mdq_form above = right; /* a bare alef may itself be a slip, for أ */
    above.letter[i] = ALEF_ABOVE;
    if (evidence < ratio * suspect->evidence || evidence < 3 * mdq_form_evidence(suspect->ctx->lexicon, &above)) return false;
    size_t n = right.count;
    bool clean = n < 3 || right.letter[n - 1] != ALEF || right.letter[n - 2] != HAMZA || right.letter[n - 3] != ALEF; /* إبتداءا has a second slip */
    if (evidence >= least) return mdq_accuse(suspect, MDQ_CONFUSED_HAMZA, MDQ_ERROR, clean, &right);
    return is_rare_masdar(suspect, &right) && mdq_accuse(suspect, MDQ_CONFUSED_HAMZA, MDQ_WARNING, clean, &right);
  }
  return false;
}

/* -- hamza left out or on the wrong seat -- */

static bool find_final_hamza(struct mdq_suspect *suspect) { /* السيء, شيئ */
  struct mdq_form right = suspect->form;
  size_t n = right.count;
  uint32_t last = right.letter[n - 1];
  if (n < 4 || (last != HAMZA && last != HAMZA_YA) || right.letter[n - 2] != YA) return false;
  right.letter[n - 1] = last == HAMZA ? HAMZA_YA : HAMZA;
  unsigned evidence = mdq_form_evidence(suspect->ctx->lexicon, &right);
  if (evidence < 10 || evidence < 3 * suspect->evidence || mdq_suspect_in_dictionary(suspect)) return false;
  return mdq_accuse(suspect, MDQ_CONFUSED_HAMZA, MDQ_WARNING, true, &right);
}

/* بشان, مسالة, تبدا: a word, if one reads it as a rare one. */
static bool is_rarer_reading(const struct mdq_suspect *suspect, const struct mdq_form *right) {
  return mdq_news_prefers(suspect, right, 20) && !mdq_suspect_is_name(suspect) && !mdq_is_bare_loan(suspect);
}

/* إعمال and أعمال, إحياء and أحياء: a masdar and a plural; إمامه and أمامه; أستعرض and استعرض: "I" and "he". */
static bool may_be_either(const struct mdq_suspect *suspect, const struct mdq_form *right) {
  size_t at = mdq_form_changed_at(&suspect->form, right);
  return right->letter[at] == ALEF || (at + 4 < right->count && right->letter[at + 3] == ALEF) || (at + 3 < right->count && right->letter[at + 2] == ALEF);
}

static bool is_far_commoner(const struct mdq_suspect *suspect, const struct mdq_form *right) {
  enum { RATIO = 200 };
  if (!may_be_either(suspect, right) && mdq_news_has_only(suspect, right, 60, 100) && !mdq_suspect_is_name(suspect)) return true;
  struct mdq_form_text text;
  struct mdq_count count = mdq_lexicon_count(suspect->ctx->lexicon, mdq_form_text(right, &text));
  return mdq_news_prefers(suspect, right, RATIO) && count.edited >= RATIO && count.web >= RATIO * suspect->count.web;
}

static bool is_long_vowel(uint32_t c) {
  return c == WAW || c == YA;
}

/* ء, ؤ, ئ, or no seat at all (رءيس, مسوول): what the letter stands for if it is on the wrong one. */
static bool find_seat(struct mdq_suspect *suspect) {
  static const uint32_t seats[] = { HAMZA, HAMZA_WAW, HAMZA_YA };
  struct mdq_form changed = suspect->form;
  struct best best = { 0 };
  for (size_t i = 1; i < changed.count; i++) {
    uint32_t c = changed.letter[i];
    bool seat = c == HAMZA || c == HAMZA_WAW || c == HAMZA_YA, bare = is_long_vowel(c);
    for (size_t s = 0; s < MDQ_COUNT(seats) && (seat || bare); s++) {
      if (seats[s] == c || (c == WAW && seats[s] != HAMZA_WAW) || (c == YA && seats[s] != HAMZA_YA)) continue;
      changed.letter[i] = seats[s];
      consider(suspect, &changed, &best);
    }
    changed.letter[i] = c;
  }
  bool only = best.first >= (suspect->definite ? 10 : 50) && best.first >= 20 * suspect->evidence && best.first >= 10 * best.second;
  /* A name may have a bare و or ي there (دواير beside دوائر). */
  if (only && !suspect->definite && best.first < 500 && is_long_vowel(suspect->form.letter[mdq_form_changed_at(&suspect->form, &best.first_form)])) return false;
  if (!only || suspect->count.web > best.first || mdq_suspect_is_name(suspect)) return false;
  mdq_accuse(suspect, MDQ_CONFUSED_HAMZA, MDQ_WARNING, false, &best.first_form);
  suspect->spelling->name_possible = true;
  return true;
}

/* The dictionary has the word as an imperative alone, which news does not use: احمد, انفسهم, اعد. */
static bool is_only_imperative(const struct mdq_suspect *suspect) {
  struct mdq_reading *readings;
  if (!mdq_suspect_is_word(suspect)) return false;
  size_t count = mdq_lexicon_analyze(suspect->ctx->lexicon, mdq_word_v1(suspect->word), suspect->ctx->scratch, &readings);
  for (size_t i = 0; i < count; i++)
    if (readings[i].word_class != (MDQ_CLASS_VERB | MDQ_CLASS_IMPERATIVE)) return false;
  return count > 0 && !mdq_suspect_is_name(suspect);
}

/* Of a form that is no word otherwise. Hamza-less copy is common in the counts themselves, so that a bare alef needs no
   more than a form with hamza that is as common; a wrong seat is rare. */
static bool is_no_word(const struct mdq_suspect *suspect, unsigned evidence, bool left_out, bool *imperative) {
  enum { RATIO_OF_LOANS = 8, RATIO_OF_SEATS = 30 };
  *imperative = left_out && is_only_imperative(suspect) && !mdq_is_bare_loan(suspect);
  if (!*imperative && mdq_suspect_in_dictionary(suspect)) return false;
  if (!left_out) return evidence >= RATIO_OF_SEATS * suspect->evidence;
  return evidence >= suspect->evidence && (evidence >= RATIO_OF_LOANS * suspect->evidence || !mdq_is_bare_loan(suspect));
}

/* Three letters that are none of a name: اخذ, اظن, انك. */
static bool is_short_verb_or_particle(const struct mdq_suspect *suspect, const struct mdq_form *right, unsigned evidence) {
  return evidence >= 20 && suspect->form.letter[0] == ALEF && mdq_form_accepted(suspect->ctx->lexicon, right) && !mdq_suspect_in_dictionary(suspect);
}

/* A name that news hardly has, without the hamza that the table of names gives it. Products and the like are free to do
   without (انستغرام), and a short one may be the end of another word (ولاس for Las). */
static bool find_name(struct mdq_suspect *suspect) {
  enum { KINDS = MDQ_KIND_OF_PERSON | MDQ_KIND_PLACE | MDQ_KIND_PEOPLE | MDQ_KIND_ORGANISATION, SHORTEST = 4 * 2 /* bytes */ };
  struct mdq_lexicon *lexicon = suspect->ctx->lexicon;
  const struct mdq_names *names = mdq_lexicon_names(lexicon);
  struct mdq_span right;
  struct mdq_name_word name;
  uint32_t first = suspect->form.letter[0]; /* كاليزا, فاوزي are names themselves */
  if (suspect->form.count < 4 || first == FA || first == KAF) return false; /* the cheapest first */
  if (suspect->form.letter[suspect->form.count - 1] == MAQSURA) return false; /* والوادى is no وآدى */
  if (!mdq_names_best_hamza(names, mdq_word_v1(suspect->word), suspect->ctx->scratch, &right) || mdq_is_bare_loan(suspect)) return false;
  if (!mdq_names_find(names, right, &name) || !(name.kinds & KINDS) || name.stem.text.len < SHORTEST) return false;
  if (mdq_lexicon_count(lexicon, right).edited < suspect->count.edited || mdq_suspect_is_name(suspect)) return false;
  return mdq_accuse_text(suspect, MDQ_CONFUSED_HAMZA, MDQ_WARNING, false, right);
}

/* إنباء, of أنبأ: a masdar that news does not have, and no slip for the plural أنباء. */
static bool is_masdar_of_fourth(const struct mdq_suspect *suspect) {
  struct mdq_form verb = suspect->form;
  size_t n = verb.count;
  if (n < 5 || verb.letter[n - 5] != ALEF_BELOW || verb.letter[n - 2] != ALEF) return false;
  verb = mdq_form_without(&verb, n - 2);
  verb.letter[n - 5] = ALEF_ABOVE;
  if (verb.letter[n - 2] == HAMZA) verb.letter[n - 2] = ALEF_ABOVE;
  struct mdq_form_text text;
  return mdq_reads_as(suspect, mdq_form_text(&verb, &text), MDQ_CLASS_PAST);
}

/* Of no word of the dictionary, which most forms are that come here: neither is looked for in one. */
static bool find_elsewhere(struct mdq_suspect *suspect) {
  return suspect->form.count > 3 && !mdq_suspect_is_word(suspect) && (find_seat(suspect) || find_name(suspect));
}

enum { INITIAL = 1 }; /* the last place where a name may have a hamza of its own: إدين, وإدين */

bool mdq_find_hamza(struct mdq_suspect *suspect) {
  size_t conjunction = suspect->form.letter[0] == WAW || suspect->form.letter[0] == FA, count = suspect->form.count;
  if (count < 3 + conjunction) return false;
  if (count >= 4 + conjunction && (find_connecting_alef(suspect) || find_final_hamza(suspect))) return true;
  struct mdq_form right, other;
  unsigned second, evidence = mdq_best_hamza(suspect, &suspect->form, &right, &second, &other);
  if (evidence < 3) return find_elsewhere(suspect);
  size_t at = mdq_form_changed_at(&suspect->form, &right);
  bool left_out = suspect->form.letter[at] == ALEF, connecting = right.letter[at] == ALEF, imperative = false;
  bool short_word = left_out ? count < 4 + conjunction && !is_short_verb_or_particle(suspect, &right, evidence)
                             : at <= INITIAL && !suspect->definite && count < 5 + conjunction;
  bool no_word = !short_word && is_no_word(suspect, evidence, left_out, &imperative) && (evidence >= 10 || (left_out && !imperative));
  /* إحياء and أحياء are two words: there the odds must be long. أستمر is a verb, too, but of one who speaks of himself. */
  bool spoken = connecting && !no_word && mdq_news_prefers(suspect, &right, 40) && second < evidence;
  bool prefers = left_out ? !short_word && is_rarer_reading(suspect, &right) : spoken || is_far_commoner(suspect, &right);
  if (!no_word && !prefers) return find_elsewhere(suspect);
  bool only = evidence >= 10 * second || (second && !left_out && !connecting && !mdq_form_accepted(suspect->ctx->lexicon, &other));
  bool masdar = !left_out && is_masdar_of_fourth(suspect);
  if (left_out && only) mdq_mend_hamza(suspect, &right); /* اسوا has lost two: أسوأ */
  mdq_accuse(suspect, MDQ_CONFUSED_HAMZA, masdar ? MDQ_NOTE : MDQ_WARNING, no_word && !imperative && only && left_out && evidence >= 10, &right);
  suspect->spelling->name_possible = !suspect->definite;
  suspect->spelling->spoken = spoken;
  struct mdq_form_text text;
  if (!only) mdq_accuse_also(suspect, mdq_form_text(&other, &text));
  return true;
}
