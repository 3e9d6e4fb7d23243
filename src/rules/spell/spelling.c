#include "rules/spell/spelling.h"

#include "rules/spell/classify.h"

const char *const mdq_spelling_tables[] = {
  [MDQ_SPELL_HAMZA_CLOSED] = "spell/hamza-closed.tsv",   [MDQ_SPELL_YA_CLOSED] = "spell/ya-closed.tsv",
  [MDQ_SPELL_GOVERNS_ALA] = "spell/governs-ala.tsv",     [MDQ_SPELL_FINAL_HA] = "spell/final-ha.tsv",
  [MDQ_SPELL_MAQSURA_NAMES] = "spell/maqsura-names.tsv", [MDQ_SPELL_JOINED_ALLOW] = "spell/joined-allow.tsv",
  [MDQ_SPELL_TITLES] = "names/titles.tsv",               [MDQ_SPELL_SAYING] = "names/saying-verbs.tsv",
  [MDQ_SPELL_NAMES] = "names/attested.tsv",              [MDQ_SPELL_LOANS] = "spell/hamza-loans.tsv",
  [MDQ_SPELL_COMMON] = "spell/common.tsv",
  NULL,
};

enum {
  BEYOND_DOUBT = 300 /* so often in edited news that only a closed list may object */
};

bool mdq_is_attested_name(const struct mdq_ctx *ctx, struct mdq_span v1) {
  return mdq_names_accept(mdq_lexicon_names(ctx->lexicon), v1);
}

bool mdq_suspect_in_dictionary(const struct mdq_suspect *suspect) {
  struct mdq_span v1 = suspect->word->v1;
  return mdq_is_attested_name(suspect->ctx, v1) || mdq_lexicon_in_dictionary(suspect->ctx->lexicon, v1);
}

bool mdq_news_prefers(const struct mdq_suspect *suspect, const struct mdq_form *right, unsigned ratio) {
  enum { LEAST = 20, WEB_RATIO = 4 };
  struct mdq_form_text text;
  struct mdq_count count = mdq_lexicon_count(suspect->ctx->lexicon, mdq_form_text(right, &text));
  unsigned evidence = mdq_form_evidence(suspect->ctx->lexicon, right);
  return evidence >= LEAST && evidence >= ratio * suspect->evidence && count.web >= WEB_RATIO * suspect->count.web;
}

bool mdq_is_bare_loan(const struct mdq_suspect *suspect) {
  struct mdq_form_text text;
  for (size_t from = 0; from <= suspect->stem + 2 && from + 3 <= suspect->form.count; from++)
    for (size_t to = from + 3; to <= suspect->form.count && to <= from + 11; to++)
      if (mdq_listed(suspect->ctx, MDQ_SPELL_LOANS, mdq_form_slice(&suspect->form, from, to, &text))) return true;
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
    .confusion = confusion, .severity = severity, .safe = safe,
    .certainty = severity == MDQ_ERROR && safe ? MDQ_CERTAIN : severity == MDQ_NOTE ? MDQ_POSSIBLE : MDQ_LIKELY,
  };
  mdq_accuse_also(suspect, fix);
  return true;
}

bool mdq_accuse(struct mdq_suspect *suspect, enum mdq_confusion confusion, enum mdq_severity severity, bool safe, const struct mdq_form *fix) {
  struct mdq_form_text text;
  return mdq_accuse_text(suspect, confusion, severity, safe, mdq_form_text(fix, &text));
}

void mdq_accuse_also(struct mdq_suspect *suspect, struct mdq_span fix) {
  struct mdq_spelling *spelling = suspect->spelling;
  if (spelling->fix_count == MDQ_SPELLING_FIXES) return;
  spelling->fix[spelling->fix_count++] = mdq_form_dress(&suspect->ctx->words->arena, suspect->word, fix);
}

static bool is_foreign(uint32_t c) { /* پ چ ژ گ ڤ: letters of names alone */
  return c > 0x064A;
}

static bool find_common(struct mdq_suspect *suspect) {
  const struct mdq_row *row = mdq_table_get(suspect->ctx->tables[MDQ_SPELL_COMMON], suspect->word->v1);
  return row && mdq_accuse_text(suspect, MDQ_CONFUSED_SOUND, MDQ_ERROR, !memchr(row->column[1].ptr, ' ', row->column[1].len), row->column[1]);
}

static bool classify(struct mdq_suspect *suspect) {
  if (find_common(suspect)) return true;
  if (mdq_find_closed_hamza(suspect)) return true;
  if (mdq_find_final_letter(suspect)) return true;
  if (mdq_find_hamza(suspect)) return true;
  if (suspect->evidence >= BEYOND_DOUBT) return false;
  return mdq_find_final_alef(suspect) || mdq_find_repetition(suspect) ||
         mdq_find_boundary(suspect) || mdq_find_sound(suspect);
}

static const struct mdq_spelling *keep(struct mdq_ctx *ctx, const struct mdq_spelling *found) {
  struct mdq_spelling *kept = mdq_arena_alloc(&ctx->words->arena, sizeof *kept);
  if (kept) *kept = *found;
  return kept;
}

static const struct mdq_spelling *work_out(struct mdq_ctx *ctx, struct mdq_word *word) {
  struct mdq_spelling found = { .fix_count = 0 };
  struct mdq_suspect suspect = { .ctx = ctx, .word = word, .spelling = &found };
  if (word->letters < 2) return NULL;
  if (!mdq_form_of(word->v1, &suspect.form)) return mdq_find_boundary(&suspect) ? keep(ctx, &found) : NULL;
  for (size_t i = 0; i < suspect.form.count; i++)
    if (is_foreign(suspect.form.letter[i])) return NULL;
  suspect.count = mdq_lexicon_count(ctx->lexicon, word->v1);
  suspect.evidence = mdq_form_evidence(ctx->lexicon, &suspect.form);
  suspect.stem = mdq_form_stem(&suspect.form, &suspect.definite);
  return classify(&suspect) ? keep(ctx, &found) : NULL;
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

void mdq_report_spelling(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, enum mdq_confusion confusion, size_t rule) {
  const struct mdq_spelling *spelling = mdq_spelling_of(ctx, segment->tokens[i].word);
  if (!spelling || spelling->confusion != confusion) return;
  enum mdq_severity severity = spelling->severity;
  if (spelling->name_possible && mdq_name_expected(ctx, segment, i)) severity = MDQ_NOTE;
  if (spelling->spoken && (segment->tokens[i].flags & MDQ_TOKEN_QUOTED)) severity = MDQ_NOTE;
  struct mdq_replacement fixes[MDQ_SPELLING_FIXES] = { 0 };
  for (size_t k = 0; k < spelling->fix_count; k++)
    fixes[k] = (struct mdq_replacement){ .text = spelling->fix[k], .safe = spelling->safe && severity > MDQ_NOTE };
  struct mdq_span shown = spelling->fix_count > 1 ? mdq_arena_printf(ctx->scratch, "%s / %s", fixes[0].text.ptr, fixes[1].text.ptr) : fixes[0].text;
  mdq_report(ctx, rule, .at = mdq_at_token(segment, i), .x = mdq_token_text(segment, i), .y = shown, .severity = severity,
             .certainty = spelling->certainty, .fixes = fixes, .fix_count = spelling->open ? 0 : spelling->fix_count);
}
