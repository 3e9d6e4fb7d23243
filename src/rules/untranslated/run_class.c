#include "rules/untranslated/run_class.h"

#include "arabic/proclitics.h"
#include "base/buf.h"
#include "text/chars.h"
#include "text/utf8.h"

/* -- words -- */

struct shape { /* of the words of a run */
  size_t words, function, capitalised, lower, possessive;
  bool clause; /* a function word that no noun phrase has inside it: said, which, will */
};

static bool is_apostrophe(uint32_t c) {
  return c == '\'' || c == 0x2019;
}

/* The length of a word without its ’s; the whole length if it has none. */
static size_t bare_length(struct mdq_span word) {
  if (word.len < 3 || (word.ptr[word.len - 1] | 0x20) != 's') return word.len;
  size_t at = word.len - 1;
  return is_apostrophe(mdq_utf8_previous(word, &at)) && at ? at : word.len;
}

void mdq_run_collect_words(struct mdq_ctx *ctx, const struct mdq_segment *segment, struct mdq_latin_run *run) {
  struct mdq_latin_word *words = mdq_arena_array(ctx->scratch, run->last - run->first + 1, sizeof *words);
  run->word_count = 0;
  run->words = words;
  if (!words) return;
  for (size_t i = run->first; i <= run->last; i++) {
    if (!mdq_token_is(segment, i, MDQ_TOKEN_LAT | MDQ_TOKEN_MIX)) continue;
    uint32_t start = segment->tokens[i].start > run->start ? segment->tokens[i].start : run->start;
    size_t bare = bare_length(mdq_span_sub(segment->text, start, segment->tokens[i].end));
    words[run->word_count++] = (struct mdq_latin_word){ start, start + (uint32_t)bare, segment->tokens[i].end };
  }
}

static struct mdq_span word_text(const struct mdq_segment *segment, const struct mdq_latin_run *run, size_t i) {
  return mdq_span_sub(segment->text, run->words[i].start, run->words[i].end);
}

/* The word with its ’s, as the lists hold contractions. */
static struct mdq_span whole_word(const struct mdq_segment *segment, const struct mdq_latin_run *run, size_t i) {
  return mdq_span_sub(segment->text, run->words[i].start, run->words[i].whole_end);
}

static bool is_upper(uint32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x100 && c < 0x180 && !(c & 1) && c != 0x138);
}

bool mdq_latin_capitalised(struct mdq_span word) {
  for (size_t at = 0; at < word.len;)
    if (is_upper(mdq_utf8_next(word, &at))) return true;
  return false;
}

bool mdq_latin_all_caps(struct mdq_span word) {
  size_t letters = 0;
  for (size_t at = 0; at < word.len;) {
    uint32_t c = mdq_utf8_next(word, &at);
    if (!mdq_is_latin_letter(c)) continue;
    if (!is_upper(c)) return false;
    letters++;
  }
  return letters > 1;
}

static bool has_two_letters(struct mdq_span word) {
  size_t letters = 0;
  for (size_t at = 0; at < word.len && letters < 2;) letters += mdq_is_latin_letter(mdq_utf8_next(word, &at));
  return letters == 2;
}

static const struct mdq_row *listed(const struct mdq_ctx *ctx, size_t table, struct mdq_span key) {
  return mdq_table_get(ctx->tables[table], key);
}

/* IT, US and WHO are acronyms, it, us and who are not. */
static const struct mdq_row *function_word(struct mdq_ctx *ctx, struct mdq_span word) {
  char lower[32];
  if (word.len >= sizeof lower) return NULL;
  for (size_t i = 0; i < word.len; i++) lower[i] = word.ptr[i] >= 'A' && word.ptr[i] <= 'Z' ? (char)(word.ptr[i] + 0x20) : word.ptr[i];
  const struct mdq_row *row = listed(ctx, MDQ_RUN_TABLE_FUNCTION_WORDS, mdq_span_of(lower, word.len));
  return row && !listed(ctx, MDQ_RUN_TABLE_ACRONYMS, word) ? row : NULL;
}

static struct mdq_span with_straight_apostrophe(struct mdq_ctx *ctx, struct mdq_span word) {
  struct mdq_buf out;
  mdq_buf_init(&out);
  for (size_t at = 0; at < word.len;) {
    uint32_t c = mdq_utf8_next(word, &at);
    mdq_buf_addcp(&out, is_apostrophe(c) ? '\'' : c);
  }
  struct mdq_span result = mdq_arena_copy(ctx->scratch, mdq_buf_span(&out));
  mdq_buf_free(&out);
  return result;
}

/* McDonald’s, Moody’s: the ’s is part of the name. */
static bool is_name_in_s(struct mdq_ctx *ctx, struct mdq_span word) {
  const struct mdq_row *row = listed(ctx, MDQ_RUN_TABLE_BRANDS, with_straight_apostrophe(ctx, word));
  return row && mdq_span_is(row->column[1], "possessive");
}

static bool is_brand(struct mdq_ctx *ctx, struct mdq_span text) {
  const struct mdq_row *row = listed(ctx, MDQ_RUN_TABLE_BRANDS, text);
  return row && !mdq_span_is(row->column[1], "possessive");
}

static bool is_plural_possessive(const struct mdq_segment *segment, const struct mdq_latin_run *run, size_t i) {
  size_t end = run->words[i].end;
  return i + 1 < run->word_count && segment->text.ptr[end - 1] == 's' && is_apostrophe(mdq_utf8_at(segment->text, end));
}

static struct shape shape_of(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run) {
  struct shape shape = { .words = run->word_count };
  for (size_t i = 0; i < run->word_count; i++) {
    struct mdq_span word = word_text(segment, run, i), whole = whole_word(segment, run, i);
    const struct mdq_row *function = function_word(ctx, whole);
    if (function) {
      shape.function++;
      shape.clause = shape.clause || !i || !mdq_span_is(function->column[1], "phrase");
      continue;
    }
    if ((word.len < whole.len && !is_name_in_s(ctx, whole)) || is_plural_possessive(segment, run, i)) shape.possessive++;
    if (mdq_latin_capitalised(word)) shape.capitalised++;
    else if (has_two_letters(word)) shape.lower++;
  }
  return shape;
}

/* Bank of America, The Wall Street Journal: a name for all its function words. */
static bool is_name_shaped(const struct shape *shape) {
  return shape->capitalised > 0 && !shape->lower && shape->capitalised + shape->function > 1;
}

/* «معهد السياسات (New Lines Institute for Strategy and Policy)», «خط الرؤية (predictive line of sight)»: a name, or a term without a
   word of clauses in it. */
static bool is_gloss_shaped(const struct shape *shape) {
  enum { WORDS = 5, WORDS_OF_TERM = 7, WORDS_OF_NAME = 14 };
  return shape->words <= (is_name_shaped(shape) ? WORDS_OF_NAME : shape->function ? WORDS_OF_TERM : WORDS) && (!shape->clause || is_name_shaped(shape));
}

static bool reads_like_sentence(const struct shape *shape) {
  enum { WORDS = 6, WORDS_WITH_FUNCTION_WORD = 3 };
  if (shape->words >= WORDS) return true;
  return shape->words >= WORDS_WITH_FUNCTION_WORD && shape->function && !is_name_shaped(shape);
}

bool mdq_run_reads_like_sentence(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run) {
  struct shape shape = shape_of(ctx, segment, run);
  return shape.function && shape.lower && reads_like_sentence(&shape);
}

/* -- what stands around -- */

bool mdq_run_context(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, const char *kind) {
  if (!mdq_token_is(segment, i, MDQ_TOKEN_AR)) return false;
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(mdq_token_v2(segment, i), stems);
  for (size_t s = 0; s < count; s++) {
    const struct mdq_row *row = listed(ctx, MDQ_RUN_TABLE_CONTEXT, stems[s].text);
    if (row && mdq_span_is(row->column[1], kind)) return true;
  }
  return false;
}

static bool is_quote_at(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i, MDQ_TOKEN_PUNCT) && (mdq_is_quote(segment->tokens[i].code_point) || segment->tokens[i].code_point == '\'');
}

static bool opens_bracket(const struct mdq_segment *segment, size_t i) {
  return mdq_token_mark(segment, i, '(') || mdq_token_mark(segment, i, '[');
}

static bool closes_bracket(const struct mdq_segment *segment, size_t i) {
  return mdq_token_mark(segment, i, ')') || mdq_token_mark(segment, i, ']');
}

/* «أمودي (Amodei)», «الناتو (بالإنجليزية: NATO)»: brackets behind Arabic that hold Latin text and at most a word on it. */
static bool is_gloss(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run) {
  enum { FARTHEST = 10 };
  size_t open = run->first, close = run->last + 1;
  while (open && run->first - open < FARTHEST && !opens_bracket(segment, open - 1) && !closes_bracket(segment, open - 1) &&
         (mdq_token_is(segment, open - 1, MDQ_TOKEN_LAT | MDQ_TOKEN_NUM | MDQ_TOKEN_PUNCT) || mdq_run_context(ctx, segment, open - 1, "mention")))
    open--;
  while (close - run->last < FARTHEST && mdq_token_is(segment, close, MDQ_TOKEN_LAT | MDQ_TOKEN_NUM | MDQ_TOKEN_PUNCT) && !closes_bracket(segment, close)) close++;
  if (!open || !opens_bracket(segment, open - 1) || !closes_bracket(segment, close) || open < 2) return false;
  return mdq_token_is(segment, open - 2, MDQ_TOKEN_AR | MDQ_TOKEN_NUM) || is_quote_at(segment, open - 2);
}

/* «MWPs (أعضاء في البرلمان)» */
static bool is_explained(const struct mdq_segment *segment, const struct mdq_latin_run *run) {
  enum { FARTHEST = 14 };
  size_t i = run->last + 1;
  if (is_quote_at(segment, i)) i++;
  if (!opens_bracket(segment, i) || !mdq_token_is(segment, i + 1, MDQ_TOKEN_AR)) return false;
  for (size_t to = i + FARTHEST; i < to && i < segment->token_count; i++)
    if (closes_bracket(segment, i)) return true;
  return false;
}

static bool is_mentioned(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run) {
  size_t i = run->first;
  if (i && (is_quote_at(segment, i - 1) || mdq_token_mark(segment, i - 1, ':'))) i--;
  return i && mdq_run_context(ctx, segment, i - 1, "mention");
}

/* «فيلم "Night Train"»: all that stands between the marks is a name, or anything once a word says what it is. */
static bool is_title_of_work(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run, const struct shape *shape) {
  size_t behind = run->last + 1;
  if (mdq_token_mark(segment, behind, '.') || mdq_token_mark(segment, behind, ',') || mdq_token_mark(segment, behind, 0x060C)) behind++;
  if (!run->first || !is_quote_at(segment, run->first - 1) || !is_quote_at(segment, behind)) return false;
  for (size_t i = run->first - 1, back = 0; i && back < 3; i--, back++)
    if (mdq_run_context(ctx, segment, i - 1, "work")) return true;
  return !shape->lower && shape->capitalised;
}

/* -- allowed -- */

/* 25 km, 25°C, 80km, ثلاثة ملايين GB, 12 µg/m³ */
static bool is_unit(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run) {
  size_t first = run->first;
  while (first < run->last && mdq_token_is(segment, first, MDQ_TOKEN_NUM)) first++;
  bool counted = first > run->first;
  if (!counted && first && mdq_token_is(segment, first - 1, MDQ_TOKEN_OTHER) && mdq_token_glued(segment, first)) first--; /* µ */
  size_t before = first ? first - 1 : 0;
  if (first && (mdq_token_mark(segment, before, 0xB0) || mdq_token_mark(segment, before, '/')) && before) before--; /* ° */
  counted = counted || (first && (mdq_token_is(segment, before, MDQ_TOKEN_NUM) || mdq_run_context(ctx, segment, before, "count")));
  if (!counted) return false;
  size_t start = segment->tokens[first].start, last = run->last + 1;
  if (listed(ctx, MDQ_RUN_TABLE_UNITS, mdq_span_sub(segment->text, start, run->end))) return true;
  if (mdq_token_is(segment, last, MDQ_TOKEN_PUNCT) && mdq_token_glued(segment, last) &&
      listed(ctx, MDQ_RUN_TABLE_UNITS, mdq_span_sub(segment->text, start, segment->tokens[last].end))) /* m² */
    return true;
  return run->word_count > 1 && listed(ctx, MDQ_RUN_TABLE_UNITS, word_text(segment, run, 0)) && mdq_token_mark(segment, run->first + 1, '/');
}

/* GPT-4, F-35, H100, SS19, A320neo, BA.5 */
static bool is_model_name(struct mdq_span word) {
  bool digit = false;
  if (word.len > 12 || !word.len || !is_upper((unsigned char)word.ptr[0])) return false;
  for (size_t i = 0; i < word.len; i++) {
    if (word.ptr[i] >= '0' && word.ptr[i] <= '9') digit = true;
    else if ((word.ptr[i] < 'A' || word.ptr[i] > 'z' || (word.ptr[i] > 'Z' && word.ptr[i] < 'a')) && word.ptr[i] != '-' && word.ptr[i] != '.') return false;
  }
  return digit;
}

static bool is_roman_numeral(struct mdq_span word) { /* I to XXXIX */
  size_t i = 0, tens = 0, ones = 0;
  while (i < word.len && word.ptr[i] == 'X') i++, tens++;
  struct mdq_span rest = mdq_span_sub(word, i, word.len);
  if (mdq_span_is(rest, "IX") || mdq_span_is(rest, "IV")) return tens <= 3;
  if (i < word.len && word.ptr[i] == 'V') i++;
  while (i < word.len && word.ptr[i] == 'I') i++, ones++;
  return word.len && i == word.len && tens <= 3 && ones <= 3;
}

static bool is_code_behind_word(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run) {
  size_t i = run->first;
  if (i && (is_quote_at(segment, i - 1) || opens_bracket(segment, i - 1) || mdq_token_mark(segment, i - 1, ':'))) i--;
  return i && mdq_run_context(ctx, segment, i - 1, "symbol") && mdq_latin_all_caps(word_text(segment, run, 0));
}

static bool every_word(const struct mdq_segment *segment, const struct mdq_latin_run *run, bool (*holds)(struct mdq_span)) {
  for (size_t i = 0; i < run->word_count; i++)
    if (!holds(word_text(segment, run, i))) return false;
  return run->word_count > 0;
}

static bool is_symbol(struct mdq_span word) {
  return !has_two_letters(word) || is_model_name(word) || is_roman_numeral(word);
}

/* bit.ly/abc: no space, and a dot before two small letters at least */
static bool is_address(struct mdq_span text) {
  const char *dot = memchr(text.ptr, '.', text.len);
  if (!dot || memchr(text.ptr, ' ', text.len)) return false;
  size_t behind = (size_t)(dot - text.ptr) + 1, letters = 0;
  while (behind + letters < text.len && text.ptr[behind + letters] >= 'a' && text.ptr[behind + letters] <= 'z') letters++;
  return letters >= 2 && behind > 2 && (behind + letters == text.len || text.ptr[behind + letters] == '/');
}

static bool is_version(struct mdq_span word) {
  static const char *const versions[] = { "Pro", "Max", "Plus", "Ultra", "Mini", "mini", "Air", "Lite", "SE", "Series", "One", "FM", "TV", "News" };
  for (size_t v = 0; v < sizeof versions / sizeof *versions; v++)
    if (mdq_span_is(word, versions[v])) return true;
  return is_symbol(word);
}

/* Marks the brands of a run; true if there is nothing else in it but what names a version: iPhone 15 Pro Max. */
static bool is_all_brand(struct mdq_ctx *ctx, const struct mdq_segment *segment, struct mdq_latin_run *run) {
  if (is_brand(ctx, mdq_span_sub(segment->text, run->start, run->end))) return true;
  bool all = true;
  for (size_t i = 0; i < run->word_count; i++) {
    struct mdq_span word = word_text(segment, run, i);
    bool brand = word.len == whole_word(segment, run, i).len && is_brand(ctx, word);
    if (!brand && i + 1 < run->word_count) brand = is_brand(ctx, mdq_span_sub(segment->text, run->words[i].start, run->words[i + 1].end));
    if (brand) run->flags |= MDQ_RUN_BRANDED;
    all = all && (brand || (run->flags & MDQ_RUN_BRANDED && is_version(word)));
  }
  return all && run->flags & MDQ_RUN_BRANDED;
}

/* U.S. is listed with its last stop, which the token leaves out; 5G with the number before it. "the" may stand before it. */
static const struct mdq_row *acronym_of(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run *run) {
  if (run->word_count == 2 && (mdq_span_is(word_text(segment, run, 0), "the") || mdq_span_is(word_text(segment, run, 0), "The")))
    return listed(ctx, MDQ_RUN_TABLE_ACRONYMS, word_text(segment, run, 1));
  if (run->word_count != 1) return NULL;
  const struct mdq_latin_word *word = run->words;
  const struct mdq_row *row = NULL;
  if (word->end < segment->text.len && segment->text.ptr[word->end] == '.') row = listed(ctx, MDQ_RUN_TABLE_ACRONYMS, mdq_span_sub(segment->text, word->start, word->end + 1));
  if (!row) row = listed(ctx, MDQ_RUN_TABLE_ACRONYMS, mdq_span_sub(segment->text, run->start, word->end));
  return row ? row : listed(ctx, MDQ_RUN_TABLE_ACRONYMS, word_text(segment, run, 0));
}

/* «مديرPriorities USA»: the rest of a name that untranslated/mixed-token reports. */
static bool continues_mixed_token(const struct mdq_segment *segment, const struct mdq_latin_run *run) {
  if (!run->first || run->flags & MDQ_RUN_CLITIC || !mdq_token_is(segment, run->first - 1, MDQ_TOKEN_MIX)) return false;
  if (mdq_clitic_length(mdq_token_text(segment, run->first - 1))) return false; /* «وIMF» */
  return mdq_is_latin_letter(mdq_utf8_before(segment->text, segment->tokens[run->first - 1].end));
}

/* -- the order of §5 -- */

void mdq_run_classify(struct mdq_ctx *ctx, const struct mdq_segment *segment, struct mdq_latin_run *run) {
  struct shape shape = shape_of(ctx, segment, run);
  run->acronym = continues_mixed_token(segment, run) ? NULL : acronym_of(ctx, segment, run);
  run->class = MDQ_RUN_ALLOWED;
  run->lower_count = shape.lower;
  if (is_all_brand(ctx, segment, run) || is_unit(ctx, segment, run)) return;
  if (is_gloss_shaped(&shape) && is_gloss(ctx, segment, run)) {
    run->flags |= MDQ_RUN_GLOSS;
    return;
  }
  struct mdq_span text = mdq_span_sub(segment->text, run->start, run->end);
  if (!run->acronym && (every_word(segment, run, is_symbol) || is_model_name(text) || is_address(text) || is_code_behind_word(ctx, segment, run))) return;
  if (is_explained(segment, run)) run->flags |= MDQ_RUN_EXPLAINED;
  if (is_mentioned(ctx, segment, run)) run->flags |= MDQ_RUN_MENTIONED;
  if (is_title_of_work(ctx, segment, run, &shape)) run->flags |= MDQ_RUN_WORK;
  if (reads_like_sentence(&shape) && !(run->flags & MDQ_RUN_WORK)) run->class = MDQ_RUN_SENTENCE;
  else if (shape.function && !is_name_shaped(&shape)) run->class = MDQ_RUN_FUNCTION_WORD;
  else if (shape.possessive) run->class = MDQ_RUN_POSSESSIVE;
  else if (run->acronym) run->class = MDQ_RUN_ACRONYM;
  else if (shape.lower && (!shape.capitalised || shape.lower > 1)) run->class = MDQ_RUN_LOWER;
  else run->class = shape.capitalised + shape.lower + shape.function > 1 ? MDQ_RUN_TITLE : MDQ_RUN_SINGLE;
}
