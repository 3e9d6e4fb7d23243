/* A letter too many, and letters that sound alike. */
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

/* Two for one: only where the form with one is common and the form with two is hardly ever seen. Among the first letters,
   where a prefix meets a root that begins alike (ممرة, تتبع), it must be one of the commonest (اللتي). */
static bool undouble(struct mdq_suspect *suspect, size_t i, bool behind) {
  struct mdq_form right = mdq_form_without(&suspect->form, i);
  unsigned least = behind ? 50 : i <= suspect->stem + 1 && i + 2 < suspect->form.count ? 10000 : 200, evidence = mdq_form_evidence(suspect->ctx->lexicon, &right);
  struct mdq_form_text text;
  struct mdq_count count = mdq_lexicon_count(suspect->ctx->lexicon, mdq_form_text(&right, &text));
  if (right.count < (behind ? 5 : 3) || evidence < least || count.web < 1000 * suspect->count.web || mdq_suspect_in_dictionary(suspect)) return false;
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
    if (length == 2 && suspect->evidence == 0 && !is_lil_l(form, i) && undouble(suspect, i, i > suspect->stem + 1)) return true;
    i += length - 1;
  }
  return false;
}

/* -- sound -- */

static uint32_t sound_alike(uint32_t c) {
  switch (c) {
    case 0x0636: return 0x0638; case 0x0638: return 0x0636; /* ض ظ */
    case 0x0630: return 0x0632; case 0x0632: return 0x0630; /* ذ ز */
    case 0x0633: return 0x0635; case 0x0635: return 0x0633; /* س ص */
    case 0x062A: return 0x0637; case 0x0637: return 0x062A; /* ت ط */
    case 0x062B: return 0x0633;                             /* ث -> س */
    case 0x0642: return 0x063A; case 0x063A: return 0x0642; /* ق غ */
    default: return 0;
  }
}

bool mdq_find_sound(struct mdq_suspect *suspect) {
  if (suspect->form.count < suspect->stem + 4 || suspect->evidence) return false;
  struct mdq_form changed = suspect->form, right = suspect->form;
  unsigned best = 0, second = 0;
  for (size_t i = 0; i < changed.count; i++) {
    uint32_t c = changed.letter[i], other = sound_alike(c);
    if (!other) continue;
    changed.letter[i] = other;
    unsigned evidence = mdq_form_evidence(suspect->ctx->lexicon, &changed);
    if (evidence > best) {
      second = best;
      best = evidence;
      right = changed;
    } else if (evidence > second) {
      second = evidence;
    }
    changed.letter[i] = c;
  }
  struct mdq_form_text text;
  if (best < 20 || best < 50 * second || mdq_suspect_in_dictionary(suspect)) return false;
  if (mdq_lexicon_count(suspect->ctx->lexicon, mdq_form_text(&right, &text)).web < 1000 * suspect->count.web) return false;
  mdq_accuse(suspect, MDQ_CONFUSED_SOUND, MDQ_WARNING, false, &right);
  suspect->spelling->name_possible = true;
  return true;
}
