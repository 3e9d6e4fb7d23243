/* Words run together. A particle glued to its word is found by the particle; anything else by cost: a string that
   no dictionary knows is more likely two or more common words without their spaces than one unknown word, if
   the counts say so. Letters that can only end a word (ة, ى, a tanween) make a boundary certain. */
#include "base/bytes.h"
#include "base/log2.h"
#include "rules/spell/classify.h"
#include "text/utf8.h"

enum { LONGEST = 250, LONGEST_PIECE = 15, MARBUTA = 0x0629, MAQSURA = 0x0649, ALEF = 0x0627, FATHATAN = 0x064B };

/* -- a particle glued to its word -- */

enum follower { PRESENT_VERB, ANY_VERB, ANY_WORD };

#define TEXT(s) { s, sizeof(s) - 1 }

static const struct particle { /* of two letters at least */
  struct mdq_span text;
  enum follower follower;
} particles[] = {
  { TEXT("لا"), PRESENT_VERB }, { TEXT("لم"), PRESENT_VERB }, { TEXT("لن"), PRESENT_VERB }, { TEXT("ما"), PRESENT_VERB }, { TEXT("قد"), ANY_VERB },
  { TEXT("غير"), ANY_WORD }, { TEXT("كل"), ANY_WORD },
};

static bool begins_with(struct mdq_span word, struct mdq_span particle) { /* and goes on */
  return word.len > particle.len + 2 && mdq_load4(word.ptr) == mdq_load4(particle.ptr) && mdq_span_starts(word, particle);
}

static bool follows_la(struct mdq_span rest) {
  static const char *const nouns[] = { "علاقة", "مفر", "سبيل", "معنى", "بد", "شك", "أحد", "جدوى", "ريب", "داعي", "مانع", "وجود", "شيء", "مبرر", "حاجة" };
  for (size_t i = 0; i < MDQ_COUNT(nouns); i++)
    if (mdq_span_is(rest, nouns[i])) return true;
  return false;
}

static bool is_verb(const struct mdq_suspect *suspect, struct mdq_span word, bool present) {
  return mdq_reads_as(suspect, word, present ? MDQ_CLASS_PRESENT : MDQ_CLASS_VERB);
}

static bool may_follow(const struct mdq_suspect *suspect, const struct particle *particle, struct mdq_span rest) {
  static const unsigned common = 100;
  if (mdq_span_is(particle->text, "لا") && follows_la(rest)) return true;
  unsigned edited = mdq_lexicon_count(suspect->ctx->lexicon, rest).edited;
  if (particle->follower == ANY_WORD) return rest.len >= 6 && edited >= common;
  bool short_verb = rest.len == 6 && edited >= 3 * common && (mdq_span_is(particle->text, "لم") || mdq_span_is(particle->text, "لن")); /* لميكن */
  if ((rest.len < 8 && !short_verb) || edited < 10) return false; /* لايدن, ماتسو are names */
  return is_verb(suspect, rest, particle->follower == PRESENT_VERB);
}

/* لميتمكن: the dictionary takes it for ل and some ميتمكن, which news never has. */
static bool is_no_noun_with_li(const struct mdq_suspect *suspect, struct mdq_span word, struct mdq_span rest) {
  enum { COMMON = 100 };
  const struct mdq_lexicon *lexicon = suspect->ctx->lexicon;
  if (!mdq_span_starts(word, MDQ_SPAN_LIT("لم")) || suspect->count.edited || suspect->count.web) return false;
  struct mdq_count noun = mdq_lexicon_count(lexicon, mdq_span_sub(word, 2, word.len));
  return !noun.edited && !noun.web && mdq_lexicon_count(lexicon, rest).edited >= COMMON && !mdq_is_attested_name(suspect->ctx, word);
}

static bool find_glued_particle(struct mdq_suspect *suspect) {
  struct mdq_span v1 = mdq_word_v1(suspect->word);
  for (size_t start = 0; start <= 2; start += 2) {
    struct mdq_span word = mdq_span_sub(v1, start, v1.len);
    if (start && !mdq_span_starts(v1, MDQ_SPAN_LIT("و")) && !mdq_span_starts(v1, MDQ_SPAN_LIT("ف"))) return false;
    if (mdq_listed(suspect->ctx, MDQ_SPELL_JOINED_ALLOW, word)) return false;
    for (size_t i = 0; i < MDQ_COUNT(particles); i++) {
      struct mdq_span text = particles[i].text;
      if (!begins_with(word, text)) continue;
      struct mdq_span rest = mdq_span_sub(word, text.len, word.len);
      if (mdq_suspect_in_dictionary(suspect) && !is_no_noun_with_li(suspect, word, rest)) continue;
      if (!may_follow(suspect, &particles[i], rest)) continue;
      struct mdq_span fix = mdq_arena_printf(suspect->ctx->scratch, "%.*s %.*s", (int)(start + text.len), v1.ptr, (int)rest.len, rest.ptr);
      return mdq_accuse_text(suspect, MDQ_CONFUSED_BOUNDARY, MDQ_WARNING, i == 0, fix);
    }
  }
  return false;
}

/* بعدأن, أكدأن, حتىلا: a common word, and أن or إن, which no word ends in; لا only behind a letter that ends a word. */
static bool find_particle_behind(struct mdq_suspect *suspect) {
  enum { COMMON = 300 };
  struct mdq_span v1 = mdq_word_v1(suspect->word);
  bool anna = mdq_span_ends(v1, MDQ_SPAN_LIT("أن")) || mdq_span_ends(v1, MDQ_SPAN_LIT("إن")), la = mdq_span_ends(v1, MDQ_SPAN_LIT("ىلا")) || mdq_span_ends(v1, MDQ_SPAN_LIT("ةلا"));
  if ((!anna && !la) || v1.len < 8 || suspect->count.edited) return false;
  struct mdq_span head = mdq_span_sub(v1, 0, v1.len - 4);
  if (head.len < 6 && !mdq_span_is(head, "مع")) return false;
  struct mdq_form form;
  if (!mdq_form_of(head, &form) || mdq_form_evidence(suspect->ctx->lexicon, &form) < COMMON || mdq_suspect_in_dictionary(suspect)) return false;
  return mdq_accuse_text(suspect, MDQ_CONFUSED_BOUNDARY, MDQ_WARNING, false,
                         mdq_arena_printf(suspect->ctx->scratch, "%.*s %.*s", (int)head.len, head.ptr, 4, v1.ptr + head.len));
}

/* -- any words run together -- */

/* Costs in bits, from the counts: of a known word, of an unknown one (which grows with its letters, as a name's
   does), of a missing space, of an unknown word that holds a letter no word holds there. */
static const double log2_tokens = 23.4, cost_unknown = 5.8, cost_letter = 4.2, cost_missing_space = 10.1, cost_before_article = 6, cost_impossible = 21.6;
static const double cost_least = 4.0; /* of any word: في costs 4.6 */
static const double margin = 2.0;

enum { PIECE_LEAST = 5, NEIGHBOUR_LEAST = 30, IMPROBABLE = 1000 };

struct segmentation {
  const struct mdq_suspect *suspect;
  struct mdq_span v1;
  size_t count;                    /* letters */
  unsigned short offset[LONGEST + 1]; /* of each letter in v1 */
  bool certain[LONGEST + 1];       /* a word ends behind that letter */
  double gap[LONGEST + 1];         /* cost of the space before a piece that starts there */
  double best[LONGEST + 1];        /* cost of the first i letters */
  unsigned char from[LONGEST + 1]; /* where the last piece of the best reading of them starts */
  bool any_certain;
};

static struct mdq_span piece(const struct segmentation *s, size_t from, size_t to) {
  return mdq_span_sub(s->v1, s->offset[from], s->offset[to]);
}

static bool is_short_word(struct mdq_span piece) {
  static const char words[][5] = { "في", "من", "عن", "أن", "إن", "لم", "لن", "هو", "هي", "أو", "ثم", "مع" };
  for (size_t i = 0; i < MDQ_COUNT(words) && piece.len == 4; i++)
    if (mdq_same_bytes(piece.ptr, words[i], 4)) return true;
  return false;
}

/* Endings that the counts know as words, and the first parts of compound names, which house styles write together. */
static bool is_no_piece(struct mdq_span piece) {
  enum { ROOM = 16 };
  static const char strings[][ROOM] = {
    "يين", "تيين", "يون", "تين", "تان", "ات", "ان", "تها", "تهم", "اتها", "اتهم", "انية", "وني", "اتية", "الله", "الدين", "الإسلام", "عبد", "وعبد", "لعبد", "بعبد", "أبو", "وأبو",
    "لأبو", "ابو", "أبي", "وال", "بال", "فال", "كال", "وفيتش",
  };
  char padded[ROOM] = { 0 };
  if (piece.len > ROOM) return false;
  memcpy(padded, piece.ptr, piece.len);
  bool found = false;
  for (size_t i = 0; i < MDQ_COUNT(strings); i++) found |= !((mdq_load8(strings[i]) ^ mdq_load8(padded)) | (mdq_load8(strings[i] + 8) ^ mdq_load8(padded + 8)));
  return found;
}

static bool find_known(const struct segmentation *s, size_t from, size_t to, unsigned least, struct mdq_count *count) {
  struct mdq_span text = piece(s, from, to);
  if (to - from < 3 && !is_short_word(text)) return false;
  *count = mdq_lexicon_count(s->suspect->ctx->lexicon, text);
  if (count->edited < least) return false; /* most */
  return to - from < 3 || !is_no_piece(text);
}

static bool is_known(const struct segmentation *s, size_t from, size_t to, unsigned least) {
  struct mdq_count count;
  return find_known(s, from, to, least, &count);
}

static double cost_of(const struct segmentation *s, size_t from, size_t to) {
  struct mdq_count count;
  if (find_known(s, from, to, PIECE_LEAST, &count)) return log2_tokens - mdq_log2(count.edited + count.web / 3);
  return to - from < 3 ? IMPROBABLE : cost_unknown + cost_letter * (double)(to - from);
}

static bool is_tanween(uint32_t c) {
  return c >= 0x064B && c <= 0x064D;
}

bool mdq_marks_may_divide(const struct mdq_word *word) {
  if (word->traits & MDQ_WORD_FOREIGN_LETTER) return true; /* letters may be others than v1's */
  if (word->traits & MDQ_WORD_PRESENTATION_FORM || !(word->traits & MDQ_WORD_DIACRITIC)) return false;
  struct mdq_span raw = mdq_word_raw(word);
  for (size_t at = 0; at < raw.len;) {
    uint32_t c = mdq_utf8_next(raw, &at);
    if (!is_tanween(c)) continue;
    bool before_alef = c == FATHATAN && mdq_span_is(mdq_span_sub(raw, at, raw.len), "ا") && !mdq_span_ends(mdq_word_v1(word), MDQ_SPAN_LIT("اا"));
    return at < raw.len && !before_alef;
  }
  return false;
}

/* A tanween ends its word, alone or with the alef that carries it: رجلاً, رجلًا. */
static void find_tanween(struct segmentation *s) {
  struct mdq_span raw = mdq_word_raw(s->suspect->word);
  if (s->suspect->word->traits & MDQ_WORD_PRESENTATION_FORM || !(s->suspect->word->traits & MDQ_WORD_DIACRITIC)) return;
  size_t letters = 0;
  for (size_t at = 0; at < raw.len;) {
    uint32_t c = mdq_utf8_next(raw, &at);
    if ((c >= 0x0620 && c <= 0x064A && c != 0x0640) || c >= 0x0671) letters++;
    if (!is_tanween(c) || !letters || letters >= s->count) continue;
    bool alef_next = c == FATHATAN && mdq_utf8_at(s->v1, s->offset[letters - 1]) != ALEF && mdq_utf8_at(s->v1, s->offset[letters]) == ALEF;
    s->certain[letters + (alef_next ? 1 : 0)] = true;
  }
}

static bool read_letters(struct segmentation *s) {
  size_t at = 0;
  s->count = 0;
  s->certain[0] = s->any_certain = false;
  while (at < s->v1.len) {
    if (s->count == LONGEST) return false;
    s->offset[s->count++] = (unsigned short)at;
    uint32_t c = mdq_utf8_next(s->v1, &at);
    s->certain[s->count] = (c == MARBUTA || c == MAQSURA) && s->count > 2;
  }
  s->offset[s->count] = (unsigned short)at;
  find_tanween(s);
  s->certain[s->count] = false;
  for (size_t i = 1; i < s->count; i++) s->any_certain |= s->certain[i];
  return true;
}

/* ال and four letters more: hardly the inside of a word. */
static bool starts_with_article(const struct segmentation *s, size_t from) {
  return from + 6 <= s->count && mdq_span_starts(mdq_span_sub(s->v1, s->offset[from], s->v1.len), MDQ_SPAN_LIT("ال"));
}

static void begin(struct segmentation *s) {
  s->best[0] = s->gap[0] = 0;
  for (size_t to = 1; to <= s->count; to++) {
    s->gap[to] = starts_with_article(s, to) ? cost_before_article : cost_missing_space;
    s->best[to] = IMPROBABLE * LONGEST;
    s->from[to] = 0;
  }
}

/* Whatever costs more than `most` in all need not be found: of most words nothing is left behind their beginnings. */
static void solve(struct segmentation *s, double most) {
  begin(s);
  for (size_t from = 0; from < s->count; from++) {
    double before = s->best[from] + s->gap[from];
    if (before + cost_least > most) continue;
    bool divided = false; /* a word ends inside the piece */
    for (size_t to = from + 1; to <= s->count && to <= from + LONGEST_PIECE; to++) {
      double rest = to == s->count ? 0 : s->gap[to] + cost_least;
      divided |= to > from + 1 && s->certain[to - 1];
      if (before + cost_least + rest > most || before + cost_least >= s->best[to]) continue;
      double cost = before + (divided ? IMPROBABLE : cost_of(s, from, to));
      if (cost >= s->best[to]) continue;
      s->best[to] = cost;
      s->from[to] = (unsigned char)from;
    }
  }
}

/* Every boundary that no letter proves lies between words of three letters and more that news uses often, or a
   short one and a long one. */
static bool is_sound(const struct segmentation *s, size_t from, size_t to) {
  bool proven = (from == 0 || s->certain[from]) && (to == s->count || s->certain[to]);
  if (proven) return from > 0 || to < s->count;
  bool by_article = (from == 0 || starts_with_article(s, from)) && (to == s->count || starts_with_article(s, to));
  return is_known(s, from, to, by_article && to - from >= 3 ? PIECE_LEAST : NEIGHBOUR_LEAST);
}

/* The pieces with spaces between them; *open: one of them is to be divided further. Empty if a boundary is doubtful. */
static struct mdq_span pieces_of(const struct segmentation *s, bool *open) {
  *open = false;
  struct mdq_span text = mdq_span_of("", 0);
  size_t short_length = 0;
  for (size_t to = s->count; to; to = s->from[to]) {
    size_t from = s->from[to];
    if (!is_sound(s, from, to)) return mdq_span_of("", 0);
    bool proven = s->certain[from] || s->certain[to];
    if (!proven && to == s->count && mdq_span_is(piece(s, from, to), "يوم")) return mdq_span_of("", 0); /* elements: البلاديوم */
    if (to - from < 3 && !proven && s->count - (to - from) < 5) return mdq_span_of("", 0);
    if (to - from < 3 && !proven) short_length += to - from;
    if (to - from > 8 && !is_known(s, from, to, 1)) *open = true;
    struct mdq_span word = piece(s, from, to);
    text = text.len ? mdq_arena_printf(s->suspect->ctx->scratch, "%.*s %s", (int)word.len, word.ptr, text.ptr)
                    : mdq_arena_copy(s->suspect->ctx->scratch, word);
  }
  return short_length > s->count / 3 ? mdq_span_of("", 0) : text;
}

/* سلميتهم, انتخابيتها: a noun in ية with a pronoun, not سلم يتهم. */
static bool is_noun_with_pronoun(const struct mdq_suspect *suspect) {
  static const struct mdq_span endings[] = { TEXT("يته"), TEXT("يتها"), TEXT("يتهم"), TEXT("يتهما"), TEXT("يتهن"), TEXT("يتنا"), TEXT("يتكم"), TEXT("يتي") };
  struct mdq_span v1 = mdq_word_v1(suspect->word);
  for (size_t i = 0; i < MDQ_COUNT(endings); i++) {
    if (!mdq_span_ends(v1, endings[i])) continue;
    struct mdq_span stem = mdq_span_sub(v1, 0, v1.len - endings[i].len);
    return mdq_lexicon_accepts_form(suspect->ctx->lexicon, mdq_arena_join(suspect->ctx->scratch, stem, MDQ_SPAN_LIT("ية")));
  }
  return false;
}

static bool find_run(struct mdq_suspect *suspect) {
  struct segmentation segmentation, *s = &segmentation; /* large: what is read of it is set first */
  s->suspect = suspect, s->v1 = mdq_word_v1(suspect->word);
  if (mdq_suspect_is_word(suspect)) return false; /* most forms that come here are, and it has been asked */
  if (!read_letters(s) || s->count < 5) return false;
  if (suspect->count.web && !s->any_certain) return false;
  enum { ROUNDING = 1 }; /* more than sums in another order may differ by */
  double whole = cost_unknown + cost_letter * (double)s->count + (s->any_certain ? cost_impossible : 0);
  solve(s, whole - margin + ROUNDING);
  if (s->from[s->count] == 0) return false;
  if (whole - s->best[s->count] < margin) return false;
  bool open;
  struct mdq_span text = pieces_of(s, &open);
  if (!text.len || mdq_suspect_is_name(suspect) || is_noun_with_pronoun(suspect)) return false;
  mdq_accuse_text(suspect, MDQ_CONFUSED_BOUNDARY, MDQ_WARNING, false, text);
  suspect->spelling->open = open;
  suspect->spelling->name_possible = !s->any_certain && s->count < 9;
  return true;
}

bool mdq_find_boundary(struct mdq_suspect *suspect) {
  if (find_glued_particle(suspect) || find_particle_behind(suspect)) return true;
  return suspect->count.edited <= 2 && find_run(suspect);
}
