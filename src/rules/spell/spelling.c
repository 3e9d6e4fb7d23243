#include "rules/spell/spelling.h"

#include "arabic/proclitics.h"
#include "rules/spell/classify.h"
#include "rules/spell/spelling_pack.h"
#include "text/utf8.h"

const char *const mdq_spelling_tables[] = {
  [MDQ_SPELL_HAMZA_CLOSED] = "spell/hamza-closed.tsv",   [MDQ_SPELL_YA_CLOSED] = "spell/ya-closed.tsv",
  [MDQ_SPELL_GOVERNS_ALA] = "spell/governs-ala.tsv",     [MDQ_SPELL_FINAL_HA] = "spell/final-ha.tsv",
  [MDQ_SPELL_MAQSURA_NAMES] = "spell/maqsura-names.tsv", [MDQ_SPELL_JOINED_ALLOW] = "spell/joined-allow.tsv",
  [MDQ_SPELL_TITLES] = "names/titles.tsv",               [MDQ_SPELL_SAYING] = "names/saying-verbs.tsv",
  [MDQ_SPELL_LOANS] = "spell/hamza-loans.tsv",           [MDQ_SPELL_COMMON] = "spell/common.tsv",
  [MDQ_SPELL_NOT_OBJECTS] = "spell/not-objects.tsv",     [MDQ_SPELL_DIPTOTES] = "spell/diptotes.tsv",
  NULL,
};

enum { ALEF = 0x0627 };

enum {
  BEYOND_DOUBT = 300 /* so often in edited news that only a closed list may object */
};

bool mdq_is_attested_name(const struct mdq_ctx *ctx, struct mdq_span v1) {
  return mdq_names_accept(mdq_lexicon_names(ctx->lexicon), v1);
}

bool mdq_is_name_behind_proclitic(const struct mdq_ctx *ctx, struct mdq_span v1) {
  enum { THREE_LETTERS = 6 };
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v1, stems);
  for (size_t s = 1; s < count; s++) {
    struct mdq_name_word word;
    if (!stems[s].article && stems[s].text.len == THREE_LETTERS && mdq_names_word(mdq_lexicon_names(ctx->lexicon), stems[s].text, &word)) return true;
  }
  return false;
}

/* What has been asked about the word as written, and the answers. */
enum { WORD_ASKED = 1 << 0, IS_WORD = 1 << 1 };

bool mdq_suspect_is_name(const struct mdq_suspect *suspect) {
  return mdq_lexicon_is_name(suspect->ctx->lexicon, suspect->word);
}

bool mdq_suspect_is_word(const struct mdq_suspect *suspect) {
  unsigned *known = suspect->known;
  if (!(*known & WORD_ASKED)) *known |= WORD_ASKED | (mdq_lexicon_derives(suspect->ctx->lexicon, suspect->word) ? IS_WORD : 0);
  return *known & IS_WORD;
}

bool mdq_suspect_in_dictionary(const struct mdq_suspect *suspect) {
  return mdq_suspect_is_word(suspect) || mdq_suspect_is_name(suspect);
}

bool mdq_news_prefers(const struct mdq_suspect *suspect, const struct mdq_form *right, unsigned ratio) {
  enum { LEAST = 20, WEB_RATIO = 4 };
  struct mdq_form_text text;
  struct mdq_count count = mdq_lexicon_count(suspect->ctx->lexicon, mdq_form_text(right, &text));
  unsigned evidence = mdq_form_evidence(suspect->ctx->lexicon, right);
  return evidence >= LEAST && evidence >= ratio * suspect->evidence && count.web >= WEB_RATIO * suspect->count.web;
}

unsigned mdq_news_weight(struct mdq_count count) {
  return 10 * count.edited + count.web;
}

bool mdq_news_has_only(const struct mdq_suspect *suspect, const struct mdq_form *right, unsigned least, unsigned ratio) {
  enum { RATIO_OF_EACH = 30 };
  struct mdq_count good = mdq_form_count(suspect->ctx->lexicon, right), bad = suspect->shared;
  if (good.edited < least / 4 || good.edited < RATIO_OF_EACH * bad.edited || good.web < RATIO_OF_EACH * bad.web) return false;
  return mdq_news_weight(good) >= 10 * least && mdq_news_weight(good) >= ratio * mdq_news_weight(bad);
}

bool mdq_is_bare_loan(const struct mdq_suspect *suspect) {
  struct mdq_form_text text;
  struct mdq_span whole = mdq_form_text(&suspect->form, &text);
  if (whole.len != 2 * suspect->form.count) return false; /* letters of two bytes each, as in every loan */
  for (size_t from = 0; from <= suspect->stem + 2 && from + 3 <= suspect->form.count; from++)
    for (size_t to = from + 3; to <= suspect->form.count && to <= from + 11; to++)
      if (mdq_listed(suspect->ctx, MDQ_SPELL_LOANS, mdq_span_sub(whole, 2 * from, 2 * to))) return true;
  return false;
}

bool mdq_reads_as(const struct mdq_suspect *suspect, struct mdq_span v1, unsigned word_classes) {
  struct mdq_reading *readings;
  size_t count = mdq_lexicon_analyze(suspect->ctx->lexicon, v1, suspect->ctx->scratch, &readings);
  for (size_t i = 0; i < count; i++)
    if (readings[i].word_class & word_classes) return true;
  return false;
}

bool mdq_accuse_text(struct mdq_suspect *suspect, enum mdq_confusion confusion, enum mdq_severity severity, bool safe, struct mdq_span fix) {
  *suspect->spelling = (struct mdq_spelling){
    .fix = suspect->spelling->fix, .confusion = confusion, .severity = severity, .safe = safe,
    .certainty = severity == MDQ_ERROR && safe ? MDQ_CERTAIN : severity == MDQ_NOTE ? MDQ_POSSIBLE : MDQ_LIKELY,
  };
  mdq_accuse_also(suspect, fix);
  suspect->first = mdq_arena_copy(suspect->ctx->scratch, fix);
  return true;
}

bool mdq_accuse(struct mdq_suspect *suspect, enum mdq_confusion confusion, enum mdq_severity severity, bool safe, const struct mdq_form *fix) {
  struct mdq_form_text text;
  return mdq_accuse_text(suspect, confusion, severity, safe, mdq_form_text(fix, &text));
}

void mdq_accuse_also(struct mdq_suspect *suspect, struct mdq_span fix) {
  struct mdq_spelling *spelling = suspect->spelling;
  if (spelling->fix_count == MDQ_SPELLING_FIXES) return;
  spelling->explained++;
  spelling->fix[spelling->fix_count++] = mdq_form_dress(&suspect->ctx->words->arena, mdq_word_raw(suspect->word), mdq_word_v1(suspect->word), fix);
}

bool mdq_is_written(const struct mdq_suspect *suspect, const struct mdq_form *form) {
  struct mdq_form_text text;
  struct mdq_reading *readings;
  size_t count = mdq_lexicon_analyze(suspect->ctx->lexicon, mdq_form_text(form, &text), suspect->ctx->scratch, &readings);
  for (size_t i = 0; i < count; i++)
    if (readings[i].word_class != (MDQ_CLASS_VERB | MDQ_CLASS_IMPERATIVE)) return true;
  return false;
}

void mdq_mend_hamza(const struct mdq_suspect *suspect, struct mdq_form *right) {
  enum { LEAST = 5 };
  struct mdq_form better;
  unsigned evidence = mdq_form_evidence(suspect->ctx->lexicon, right), mended = mdq_best_hamza(suspect, right, &better, NULL, NULL);
  if (!mended) return;
  bool bare = right->letter[mdq_form_changed_at(right, &better)] == ALEF;
  bool word = mended < LEAST || !bare || mdq_is_bare_loan(suspect) || mdq_is_written(suspect, right) || !mdq_is_written(suspect, &better);
  if (!word || mended >= 3 * evidence) *right = better;
}

static bool is_foreign(uint32_t c) { /* پ چ ژ گ ڤ: letters of names alone */
  return c > 0x064A;
}

bool mdq_looks_foreign(struct mdq_span v1) {
  static const struct mdq_span endings[] = {
    MDQ_SPAN_LIT("سكي"), MDQ_SPAN_LIT("وف"), MDQ_SPAN_LIT("يف"), MDQ_SPAN_LIT("يتش"), MDQ_SPAN_LIT("سون"),
    MDQ_SPAN_LIT("مان"), MDQ_SPAN_LIT("برغ"), MDQ_SPAN_LIT("بيرغ"), MDQ_SPAN_LIT("تون"), MDQ_SPAN_LIT("لاند"),
    MDQ_SPAN_LIT("ستان"), MDQ_SPAN_LIT("فيل"), MDQ_SPAN_LIT("يان"), MDQ_SPAN_LIT("ينغ"), MDQ_SPAN_LIT("يو"),
  };
  for (size_t i = 0; i < MDQ_COUNT(endings); i++)
    if (v1.len > endings[i].len + 2 && mdq_same_bytes(v1.ptr + v1.len - endings[i].len, endings[i].ptr, endings[i].len)) return true;
  for (size_t at = 0, last = 0; at < v1.len;) {
    uint32_t c = mdq_utf8_next(v1, &at);
    if (is_foreign(c) || (last == 0x062A && (c == 0x0634 || c == 0x0632))) return true; /* تش تز */
    last = c;
  }
  return false;
}

static bool classify(struct mdq_suspect *suspect) {
  if (mdq_find_common(suspect)) return true;
  if (mdq_find_closed_hamza(suspect)) return true;
  if (mdq_find_final_letter(suspect)) return true;
  if (mdq_find_hamza(suspect)) return true;
  if (suspect->evidence >= BEYOND_DOUBT) return false;
  return mdq_find_final_alef(suspect) || mdq_find_repetition(suspect) ||
         mdq_find_boundary(suspect) || mdq_find_sound(suspect) || mdq_find_slip(suspect);
}

static bool has_fix(const struct mdq_spelling *spelling, struct mdq_span text) {
  for (size_t i = 0; i < spelling->fix_count; i++)
    if (mdq_span_eq(spelling->fix[i], text)) return true;
  return false;
}

/* The candidate is no slip itself: اثناء beside أثناء. */
static bool is_clean(const struct mdq_suspect *suspect, struct mdq_span text) {
  struct mdq_form form, better;
  if (mdq_table_get(suspect->ctx->tables[MDQ_SPELL_HAMZA_CLOSED], text) || !mdq_form_of(text, &form)) return false;
  return mdq_best_hamza(suspect, &form, &better, NULL, NULL) < mdq_form_evidence(suspect->ctx->lexicon, &form);
}

/* A slip of the finger may have been made in several words: behind the likeliest come the near ones that news has nearly as
   often. The other confusions leave no choice, or name it themselves (أن / إن), and there more would be noise. */
static void add_near_words(struct mdq_suspect *suspect) {
  enum { LEAST = 20, RIVAL = 20 };
  struct mdq_spelling *spelling = suspect->spelling;
  struct mdq_lexicon *lexicon = suspect->ctx->lexicon;
  enum mdq_confusion confusion = spelling->confusion;
  if (spelling->severity != MDQ_WARNING || (confusion != MDQ_CONFUSED_REPETITION && confusion != MDQ_CONFUSED_SOUND && confusion != MDQ_CONFUSED_SLIP)) return;
  struct mdq_span raw = mdq_word_raw(suspect->word), v1 = mdq_word_v1(suspect->word);
  if (mdq_listed(suspect->ctx, MDQ_SPELL_COMMON, v1) || !mdq_fixes_matter(suspect->ctx, raw)) return;
  struct mdq_candidates near = { 0 };
  mdq_lexicon_suggest(lexicon, v1, suspect->ctx->scratch, &near);
  unsigned first = mdq_news_weight(mdq_lexicon_count(lexicon, suspect->first));
  size_t explained = spelling->explained;
  for (size_t i = 0; i < near.count; i++) {
    struct mdq_count count = mdq_lexicon_count(lexicon, near.text[i]);
    if (count.edited < LEAST || mdq_news_weight(count) * RIVAL < first || !is_clean(suspect, near.text[i])) continue;
    if (!has_fix(spelling, mdq_form_dress(suspect->ctx->scratch, raw, v1, near.text[i]))) mdq_accuse_also(suspect, near.text[i]);
  }
  spelling->explained = explained;
}

static const struct mdq_spelling *keep(struct mdq_ctx *ctx, const struct mdq_spelling *found) {
  size_t size = found->fix_count * sizeof *found->fix; /* mostly one: kept with the words, which are many */
  struct mdq_spelling *kept = mdq_arena_alloc(&ctx->words->arena, sizeof *kept + sizeof *kept->memo + size);
  if (!kept) return NULL;
  *kept = *found;
  kept->memo = (void *)(kept + 1);
  *kept->memo = (struct mdq_finding_memo){ 0 };
  kept->fix = memcpy(kept->memo + 1, found->fix, size);
  return kept;
}

static const struct mdq_spelling *keep_found(struct mdq_ctx *ctx, const struct mdq_word *word, struct mdq_spelling *found) {
  struct mdq_name_word name;
  found->in_names = mdq_names_find(mdq_lexicon_names(ctx->lexicon), mdq_word_v1(word), &name) && !name.alone;
  return keep(ctx, found);
}

/* What has been found when the program was built; with near words, which are dropped where nobody looks at them. */
static const struct mdq_spelling *keep_packed(struct mdq_ctx *ctx, const struct mdq_word *word, struct mdq_spelling *found) {
  if (found->fix_count > found->explained && !mdq_fixes_matter(ctx, mdq_word_raw(word))) found->fix_count = found->explained;
  return keep(ctx, found);
}

static const struct mdq_spelling *work_out(struct mdq_ctx *ctx, struct mdq_word *word) {
  struct mdq_span fixes[MDQ_SPELLING_FIXES] = { { NULL, 0 } };
  struct mdq_spelling found = { .fix = fixes };
  unsigned known = 0;
  /* وفقاً: most words with marks are common ones, of which it is known without. */
  if (word->traits && mdq_profile_is_sound(ctx, mdq_word_v1(word)) && !mdq_marks_may_divide(word)) return NULL;
  if (mdq_spelling_unpack(mdq_profile_spelling(ctx, word), &found)) return keep_packed(ctx, word, &found);
  found = (struct mdq_spelling){ .fix = fixes };
  struct mdq_suspect suspect = { .ctx = ctx, .word = word, .known = &known, .spelling = &found };
  if (word->letters < 2) return NULL;
  if (!mdq_form_of(mdq_word_v1(word), &suspect.form)) return mdq_find_boundary(&suspect) ? keep_found(ctx, word, &found) : NULL;
  for (size_t i = 0; i < suspect.form.count; i++)
    if (is_foreign(suspect.form.letter[i])) return NULL;
  suspect.count = mdq_lexicon_count(ctx->lexicon, mdq_word_v1(word));
  suspect.shared = mdq_form_count(ctx->lexicon, &suspect.form);
  suspect.evidence = suspect.shared.edited;
  suspect.stem = mdq_form_stem(&suspect.form, &suspect.definite);
  if (!classify(&suspect)) return NULL;
  add_near_words(&suspect);
  return keep_found(ctx, word, &found);
}

const struct mdq_spelling *mdq_spelling_of(struct mdq_ctx *ctx, struct mdq_word *word) {
  if (!word->spelling_known) {
    word->spelling = work_out(ctx, word);
    word->spelling_known = 1;
  }
  return word->spelling;
}

bool mdq_is_confused(struct mdq_ctx *ctx, struct mdq_word *word, enum mdq_confusion confusion) {
  const struct mdq_spelling *spelling = mdq_spelling_of(ctx, word);
  return spelling && spelling->confusion == confusion;
}

static bool is_name_particle(struct mdq_span v1) {
  static const char *const particles[] = { "بن", "ابن", "بنت", "أبو", "أبي", "آل", "أم", "دي", "دا", "فان", "فون", "دو", "عبد", "سان", "سانت" };
  for (size_t i = 0; i < MDQ_COUNT(particles); i++)
    if (mdq_span_is(v1, particles[i])) return true;
  return false;
}

bool mdq_name_expected(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  if (!mdq_token_is(segment, i - 1, MDQ_TOKEN_AR) || mdq_span_starts(mdq_token_v1(segment, i), MDQ_SPAN_LIT("ال"))) return false;
  struct mdq_span key = mdq_token_v2(segment, i - 1);
  struct mdq_span bare = mdq_span_starts(key, MDQ_SPAN_LIT("و")) || mdq_span_starts(key, MDQ_SPAN_LIT("ف")) ? mdq_span_sub(key, 2, key.len) : key;
  return is_name_particle(mdq_token_v1(segment, i - 1)) || mdq_listed(ctx, MDQ_SPELL_TITLES, key) || mdq_listed(ctx, MDQ_SPELL_TITLES, bare) ||
         mdq_listed(ctx, MDQ_SPELL_SAYING, key) || mdq_listed(ctx, MDQ_SPELL_SAYING, bare);
}

/* The word before, with or without proclitics, in the table of names as one of persons. */
static bool find_person_before(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, struct mdq_name_word *word) {
  return mdq_token_is(segment, i - 1, MDQ_TOKEN_AR) && mdq_names_find(mdq_lexicon_names(ctx->lexicon), mdq_token_v1(segment, i - 1), word) &&
         (word->kinds & MDQ_KIND_OF_PERSON) && word->alone;
}

bool mdq_follows_person(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_name_word word;
  return find_person_before(ctx, segment, i, &word);
}

bool mdq_follows_given_name(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  struct mdq_name_word word;
  return find_person_before(ctx, segment, i, &word) && (word.kinds & (MDQ_KIND_GIVEN | MDQ_KIND_PERSON)) &&
         !mdq_lexicon_in_dictionary(ctx->lexicon, word.stem.text);
}

/* Words that are names only inside a whole one are that beside the other words of it. */
static bool is_inside_name(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_names *names = mdq_lexicon_names(ctx->lexicon);
  struct mdq_name_word word, before;
  struct mdq_span v1 = mdq_token_v1(segment, i);
  if (!mdq_names_find(names, v1, &word) || word.alone) return false;
  if (mdq_token_is(segment, i + 1, MDQ_TOKEN_AR) && mdq_names_follow(names, word.stem.text, mdq_token_v1(segment, i + 1))) return true;
  return mdq_token_is(segment, i - 1, MDQ_TOKEN_AR) && mdq_names_find(names, mdq_token_v1(segment, i - 1), &before) &&
         mdq_names_follow(names, before.stem.text, v1);
}

/* «كنت أستقبل», «لن أستقبل», and whoever says أنا in the same sentence. */
static bool speaks_of_himself(const struct mdq_segment *segment, size_t i) {
  static const char *const before[] = { "كنت", "وكنت", "لن", "ولن", "لم", "ولم", "لا", "ولا", "سوف", "كي", "لكي", "أن", "بأن", "دعني", "دعوني" };
  static const char *const anywhere[] = { "أنا", "وأنا", "كنت", "لي", "عندي", "معي", "نفسي", "إنني", "أنني", "إني", "أني", "مني", "عني", "لدي" };
  for (size_t k = 0; k < MDQ_COUNT(before); k++)
    if (mdq_span_is(mdq_token_v1(segment, i - 1), before[k])) return true;
  enum { NEAR = 20 };
  for (size_t t = i > NEAR ? i - NEAR : 0; t < i + NEAR && t < segment->token_count; t++)
    for (size_t k = 0; k < MDQ_COUNT(anywhere); k++)
      if (mdq_span_is(mdq_token_v1(segment, t), anywhere[k])) return true;
  return false;
}

/* «محمد الصقير», «سعد بقير»: behind a given name, though it be a word as well, stands a surname; unless it is one that the table has
   with other letters: «معمر القدافي». */
static bool is_surname(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, const struct mdq_spelling *spelling) {
  struct mdq_name_word before;
  if (spelling->confusion != MDQ_CONFUSED_SOUND || !find_person_before(ctx, segment, i, &before) || !(before.kinds & MDQ_KIND_GIVEN)) return false;
  return !mdq_names_follow(mdq_lexicon_names(ctx->lexicon), before.stem.text, spelling->fix[0]);
}

enum mdq_severity mdq_spelling_severity(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, const struct mdq_spelling *spelling) {
  if (spelling->name_possible && (mdq_name_expected(ctx, segment, i) || mdq_follows_given_name(ctx, segment, i))) return MDQ_NOTE;
  if (spelling->name_possible && is_surname(ctx, segment, i, spelling)) return MDQ_NOTE;
  if ((spelling->spoken || spelling->dialect) && (segment->tokens[i].flags & MDQ_TOKEN_QUOTED)) return MDQ_NOTE;
  if (spelling->spoken && speaks_of_himself(segment, i)) return MDQ_NOTE;
  return spelling->severity;
}

/* The finding with what it says: of each token that is not like one before it. */
static __attribute__((noinline)) void report_in_full(struct mdq_ctx *ctx, size_t rule, const struct mdq_spelling *spelling, struct mdq_finding *finding) {
  struct mdq_replacement fixes[MDQ_SPELLING_FIXES];
  for (size_t k = 0; k < spelling->fix_count; k++)
    fixes[k] = (struct mdq_replacement){ .text = spelling->fix[k], .safe = spelling->safe && finding->severity > MDQ_NOTE };
  finding->y = fixes[0].text;
  if (spelling->explained > 1) finding->y = mdq_arena_join(ctx->scratch, mdq_arena_join(ctx->scratch, finding->y, MDQ_SPAN_LIT(" / ")), fixes[1].text);
  finding->fixes = fixes;
  finding->fix_count = spelling->open ? 0 : spelling->fix_count;
  mdq_report_finding(ctx, rule, finding);
}

void mdq_report_spelling(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, enum mdq_confusion confusion, size_t rule) {
  const struct mdq_spelling *spelling = mdq_spelling_of(ctx, segment->tokens[i].word);
  if (!spelling || spelling->confusion != confusion || (spelling->in_names && is_inside_name(ctx, segment, i))) return;
  struct mdq_finding finding = { .at = mdq_at_token(segment, i), .x = mdq_token_text(segment, i), .certainty = spelling->certainty };
  finding.severity = mdq_spelling_severity(ctx, segment, i, spelling);
  if (finding.severity == spelling->severity) finding.memo = spelling->memo;
  if (!mdq_report_again(ctx, rule, &finding)) report_in_full(ctx, rule, spelling, &finding);
}
