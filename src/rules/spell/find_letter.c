/* A letter too many, letters that sound alike, and slips of the finger. */
#include "rules/spell/classify.h"

/* -- repetition -- */

static size_t run_length(const struct mdq_form *form, size_t i) {
  size_t n = 1;
  while (i + n < form->count && form->letter[i + n] == form->letter[i]) n++;
  return n;
}

static bool is_lil_l(const struct mdq_form *form, size_t i) { /* للجنة + ل, لللاعب: لل before a word in ل */
  return form->letter[i] == 0x0644 && (i == 0 || (i == 1 && form->letter[0] != 0x0627));
}

static bool collapse(struct mdq_suspect *suspect, size_t i, size_t length) {
  struct mdq_form_text text;
  for (size_t keep = 2; keep >= 1; keep--) {
    struct mdq_form right = suspect->form;
    for (size_t k = length; k > keep; k--) right = mdq_form_without(&right, i);
    struct mdq_form mended; /* الإقتصادييين: the hamza too */
    bool attested = mdq_form_evidence(suspect->ctx->lexicon, &right) >= 3;
    if (!attested && mdq_best_hamza(suspect, &right, &mended, NULL, NULL) >= 10) return mdq_accuse(suspect, MDQ_CONFUSED_REPETITION, MDQ_WARNING, false, &mended);
    if (right.count > 2 && (attested || mdq_lexicon_accepts_form(suspect->ctx->lexicon, mdq_form_text(&right, &text))))
      return mdq_accuse(suspect, MDQ_CONFUSED_REPETITION, MDQ_WARNING, false, &right);
  }
  return false;
}

/* A prefix may meet a root that begins alike: ممرة, تتبع, سسيولوجيا. */
static bool may_be_prefix(uint32_t c) {
  return c == 0x062A || c == 0x0645 || c == 0x0646 || c == 0x064A || c == 0x0628 || c == 0x0643 || c == 0x0633 || c == 0x0648 || c == 0x0641; /* ت م ن ي ب ك س و ف */
}

/* How common the word must be that has one letter where two are written: commoner among the first letters, and where it is
   short, as names are (كيللي, دوللي). */
static unsigned least_single(const struct mdq_suspect *suspect, size_t i) {
  size_t count = suspect->form.count - 1;
  uint32_t c = suspect->form.letter[i];
  if (i <= suspect->stem && may_be_prefix(c)) return 10000;
  if (c == 0x0644 && suspect->definite) return 200; /* اللتي, اللمدة */
  if (c == 0x064A && i + 3 == suspect->form.count && suspect->form.letter[i + 2] == 0x0646) return 10; /* المجرميين; السياسيين is a word */
  return count < 5 ? 500 : i > suspect->stem + 1 ? 50 : 200;
}

/* Two for one: only where the form with one is common and the form with two is hardly ever seen. */
static bool undouble(struct mdq_suspect *suspect, size_t i) {
  struct mdq_form right = mdq_form_without(&suspect->form, i);
  unsigned evidence = mdq_form_evidence(suspect->ctx->lexicon, &right), least = least_single(suspect, i);
  struct mdq_form_text text;
  struct mdq_count count = mdq_lexicon_count(suspect->ctx->lexicon, mdq_form_text(&right, &text));
  if (right.count < 3 || evidence < least || count.web < 500 * suspect->count.web) return false;
  /* ذللك, عللى may be read as words, but by nobody; not so أحدد. */
  bool inside = i > 0 && i + 2 < suspect->form.count;
  if (mdq_suspect_in_dictionary(suspect) && !(inside && mdq_news_has_only(suspect, &right, 3000, 1000))) return false;
  mdq_accuse(suspect, MDQ_CONFUSED_REPETITION, MDQ_WARNING, false, &right);
  suspect->spelling->name_possible = true;
  return true;
}

bool mdq_find_repetition(struct mdq_suspect *suspect) {
  const struct mdq_form *form = &suspect->form;
  for (size_t i = 0; i < form->count; i++) {
    size_t length = run_length(form, i);
    if (length < 2) continue;
    if (length >= 3 && !is_lil_l(form, i) && suspect->evidence < 5 && collapse(suspect, i, length)) return true;
    if (length == 2 && suspect->evidence == 0 && !is_lil_l(form, i) && undouble(suspect, i)) return true;
    i += length - 1;
  }
  return false;
}

/* -- sound -- */

enum { DAD = 0x0636, ZAH = 0x0638 };

/* What a letter is written for by those who hear no difference, or write as they speak (هدا, كتير, مسل). */
static const uint32_t *written_for(uint32_t c) {
  static const struct {
    uint32_t letter, right[3];
  } alike[] = {
    { 0x0636, { 0x0638 } },         { 0x0638, { 0x0636 } },         /* ض ظ */
    { 0x0630, { 0x0632 } },         { 0x0632, { 0x0630, 0x0638 } }, /* ذ for ز; ز for ذ, ظ */
    { 0x062F, { 0x0630 } },                                         /* د for ذ */
    { 0x0633, { 0x0635, 0x062B } }, { 0x0635, { 0x0633 } },         /* س for ص, ث */
    { 0x062A, { 0x0637, 0x062B } }, { 0x0637, { 0x062A } },         /* ت for ط, ث */
    { 0x062B, { 0x0633 } },                                         /* ث for س */
    { 0x0642, { 0x063A } },         { 0x063A, { 0x0642 } },         /* ق غ */
  };
  for (size_t i = 0; i < MDQ_COUNT(alike); i++)
    if (alike[i].letter == c) return alike[i].right;
  return NULL;
}

struct best {
  unsigned first, second;
  struct mdq_form form;
};

static void consider(const struct mdq_suspect *suspect, const struct mdq_form *form, struct best *best) {
  unsigned evidence = mdq_form_evidence(suspect->ctx->lexicon, form);
  if (evidence > best->first) {
    best->second = best->first;
    best->first = evidence;
    best->form = *form;
  } else if (evidence > best->second) {
    best->second = evidence;
  }
}

/* منضمة is "joined" as well, and نضرة "freshness", but they are written for ظ a hundred times as often, if seldom for others. */
static bool is_confused_word(const struct mdq_suspect *suspect, struct mdq_form *right) {
  *right = suspect->form;
  for (size_t i = 0; i < right->count; i++) {
    uint32_t c = right->letter[i];
    if (c != DAD && c != ZAH) continue;
    right->letter[i] = c == DAD ? ZAH : DAD;
    if (mdq_news_has_only(suspect, right, 100, 100)) return true;
    right->letter[i] = c;
  }
  return false;
}

static bool is_confused_string(const struct mdq_suspect *suspect, struct mdq_form *right) {
  enum { SHORT = 4, LEAST = 20, LEAST_OF_SHORT = 500, WEB = 1000 }; /* letters of the stem; names are short as a rule */
  unsigned least = suspect->form.count < suspect->stem + SHORT ? LEAST_OF_SHORT : LEAST;
  struct mdq_form changed = suspect->form;
  struct best best = { 0 };
  for (size_t i = 0; i < changed.count; i++) {
    uint32_t c = changed.letter[i];
    for (const uint32_t *other = written_for(c); other && *other; other++) {
      changed.letter[i] = *other;
      consider(suspect, &changed, &best);
    }
    changed.letter[i] = c;
  }
  struct mdq_form_text text;
  *right = best.form;
  return best.first >= least && best.first >= 50 * best.second &&
         mdq_lexicon_count(suspect->ctx->lexicon, mdq_form_text(right, &text)).web >= WEB * suspect->count.web;
}

bool mdq_find_sound(struct mdq_suspect *suspect) {
  struct mdq_form right;
  if (suspect->form.count < 3 || suspect->evidence) return false;
  bool word = mdq_suspect_is_word(suspect);
  if (!(word ? is_confused_word(suspect, &right) : is_confused_string(suspect, &right))) return false;
  if (mdq_suspect_is_name(suspect)) return false;
  mdq_mend_hamza(suspect, &right);
  mdq_accuse(suspect, MDQ_CONFUSED_SOUND, MDQ_WARNING, false, &right);
  suspect->spelling->name_possible = true;
  return true;
}

/* -- one slip of the finger -- */

/* اشمس for الشمس, as it sounds. Before other letters the ل is heard, and names begin so (اكردي). */
static bool lacks_lam(const struct mdq_suspect *suspect, const struct mdq_form *right) {
  return right->letter[0] == 0x0627 && right->letter[1] == 0x0644 && suspect->form.letter[1] != 0x0644;
}

static bool is_sun_letter(uint32_t c) {
  return c == 0x062A || c == 0x062B || (c >= 0x062F && c <= 0x0638) || c == 0x0646; /* ت ث د ذ ر ز س ش ص ض ط ظ ن */
}

/* Common enough, and far commoner than the other words near by. */
static bool stands_out(const struct mdq_slip *slip) {
  enum { LEAST = 50, LEAST_FOR_DOTS = 300 /* names differ from words so: الدوزي */, RATIO = 20, RATIO_OF_OTHERS = 3 };
  unsigned good = mdq_news_weight(slip->count);
  return slip->count.edited >= (slip->kind == MDQ_SLIP_DOTS ? LEAST_FOR_DOTS : LEAST) && good >= RATIO * mdq_news_weight(slip->second) &&
         good >= RATIO_OF_OTHERS * mdq_news_weight(slip->other);
}

bool mdq_find_slip(struct mdq_suspect *suspect) {
  enum { SHORTEST = 6, WEB = 500 };
  const struct mdq_form *form = &suspect->form;
  struct mdq_slip slip;
  struct mdq_form right;
  if (form->count < SHORTEST || suspect->evidence || mdq_suspect_is_word(suspect)) return false;
  if (mdq_looks_foreign(mdq_word_v1(suspect->word))) return false;
  if (!mdq_lexicon_one_slip(suspect->ctx->lexicon, mdq_word_v1(suspect->word), &slip) || !stands_out(&slip) || slip.count.web < WEB * suspect->count.web) return false;
  if (!mdq_form_of(slip.word, &right)) return false;
  if (slip.kind == MDQ_SLIP_LOST && lacks_lam(suspect, &right) && !is_sun_letter(form->letter[1])) return false;
  if (mdq_suspect_is_name(suspect)) return false;
  mdq_mend_hamza(suspect, &right);
  mdq_accuse(suspect, MDQ_CONFUSED_SLIP, MDQ_WARNING, false, &right);
  suspect->spelling->name_possible = true;
  return true;
}
