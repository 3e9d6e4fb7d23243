/* Slips that a list has one by one (common.tsv), with what may be written together with them. */
#include "arabic/proclitics.h"
#include "rules/spell/classify.h"

enum { RIGHTS = 1, CERTAINTY, KIND, SPEECH }; /* columns */

/* A proclitic may stand before a word of the list if news or the dictionary has it before the right word and the dictionary
   does not take the whole for another: ومسؤل, بالمسؤلين. */
static bool may_stand_before(const struct mdq_suspect *suspect, struct mdq_span start, struct mdq_span right) {
  struct mdq_span whole = mdq_arena_join(suspect->ctx->scratch, start, right);
  return mdq_lexicon_count(suspect->ctx->lexicon, whole).edited || mdq_lexicon_in_dictionary(suspect->ctx->lexicon, whole);
}

/* The first of several that are separated by strokes. */
static struct mdq_span first_of(struct mdq_span rights) {
  const char *stroke = memchr(rights.ptr, '/', rights.len);
  return stroke ? mdq_span_of(rights.ptr, (size_t)(stroke - rights.ptr)) : rights;
}

static bool is_likely(const struct mdq_row *row) {
  return !mdq_span_is(row->column[CERTAINTY], "certain");
}

/* ورؤس is a word for the dictionary, since رؤس is one; وجدن is one without its و cut off. */
static bool is_word_with_conjunction(const struct mdq_suspect *suspect, struct mdq_span start) {
  struct mdq_reading *readings;
  size_t count = mdq_lexicon_analyze(suspect->ctx->lexicon, mdq_word_v1(suspect->word), suspect->ctx->scratch, &readings);
  for (size_t i = 0; i < count; i++)
    if (!readings[i].prefix && mdq_span_starts(readings[i].stem, start)) return false;
  return count > 0;
}

static const struct mdq_row *row_of(const struct mdq_suspect *suspect, struct mdq_span *start) {
  enum { SHORTEST = 3 * 2, SURE = 4 * 2 /* bytes: what is shorter is the end of too many words (فلوجة) */ };
  const struct mdq_table *table = suspect->ctx->tables[MDQ_SPELL_COMMON];
  struct mdq_span v1 = mdq_word_v1(suspect->word);
  const struct mdq_row *row = mdq_table_get(table, v1);
  *start = mdq_span_of("", 0);
  if (row || suspect->count.edited) return row;
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v1, stems);
  for (size_t i = 1; i < count; i++) {
    row = stems[i].text.len >= SHORTEST ? mdq_table_get(table, stems[i].text) : NULL;
    *start = mdq_span_sub(v1, 0, stems[i].cut);
    bool after_conjunction = stems[i].cut == 2 && stems[i].conjunction && !stems[i].article;
    if (!row || (is_likely(row) && stems[i].text.len < SURE && !after_conjunction)) continue;
    bool conjunction = after_conjunction && !is_likely(row);
    bool word = conjunction && is_word_with_conjunction(suspect, *start);
    if (!conjunction && !may_stand_before(suspect, *start, first_of(row->column[RIGHTS]))) continue;
    if (word ? !mdq_suspect_is_name(suspect) : !mdq_suspect_in_dictionary(suspect)) return row;
  }
  return NULL;
}

static enum mdq_confusion kind_of(const struct mdq_row *row) {
  return mdq_span_is(row->column[KIND], "hamza") ? MDQ_CONFUSED_HAMZA : mdq_span_is(row->column[KIND], "maqsura") ? MDQ_CONFUSED_MAQSURA
       : mdq_span_is(row->column[KIND], "marbuta") ? MDQ_CONFUSED_MARBUTA : mdq_span_is(row->column[KIND], "tanween") ? MDQ_CONFUSED_TANWEEN
       : MDQ_CONFUSED_SOUND;
}

bool mdq_find_common(struct mdq_suspect *suspect) {
  struct mdq_span start;
  const struct mdq_row *row = row_of(suspect, &start);
  if (!row) return false;
  struct mdq_span rights = row->column[RIGHTS];
  bool likely = is_likely(row), possible = mdq_span_is(row->column[CERTAINTY], "possible"), one = !memchr(rights.ptr, ' ', rights.len) && !memchr(rights.ptr, '/', rights.len);
  for (size_t from = 0; from < rights.len;) {
    struct mdq_span right = first_of(mdq_span_sub(rights, from, rights.len));
    from += right.len + 1;
    right = mdq_arena_join(suspect->ctx->scratch, start, right);
    if (!suspect->spelling->fix_count) mdq_accuse_text(suspect, kind_of(row), possible ? MDQ_NOTE : likely ? MDQ_WARNING : MDQ_ERROR, one && !likely, right);
    else mdq_accuse_also(suspect, right);
  }
  suspect->spelling->name_possible = likely && (one || kind_of(row) == MDQ_CONFUSED_MAQSURA); /* شى جين بينغ */
  suspect->spelling->dialect = mdq_span_is(row->column[SPEECH], "dialect");
  return true;
}
