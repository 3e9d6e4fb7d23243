#include "lexicon/lexicon.h"

#include <hunspell/hunspell.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "text/utf8.h"

enum {
  MOST_VERDICTS = 1 << 16, /* cached; then all are forgotten */
  LONGEST_WORD = 120,      /* bytes; Hunspell cuts at 176, and no Arabic word has 60 letters */
  VOUCHING_COUNT = 5,      /* occurrences in edited news that make a form a word */
  OUTNUMBERED = 20         /* ... unless the form it is confused with is so many times commoner */
};

struct mdq_lexicon {
  struct mdq_dict_files files;
  const struct mdq_word_counts *counts;
  Hunhandle *hunspell; /* NULL until the first question */
  struct mdq_map verdicts;
  struct mdq_arena arena; /* the keys of verdicts */
};

/* -- where the dictionary is -- */

static bool readable(const char *stem, struct mdq_dict_files *files) {
  int aff = snprintf(files->aff, sizeof files->aff, "%s.aff", stem);
  int dic = snprintf(files->dic, sizeof files->dic, "%s.dic", stem);
  if (aff < 0 || dic < 0 || (size_t)aff >= sizeof files->aff || (size_t)dic >= sizeof files->dic) return false;
  return access(files->aff, R_OK) == 0 && access(files->dic, R_OK) == 0;
}

static bool in_directory(struct mdq_span directory, const char *name, struct mdq_dict_files *files) {
  char stem[4096];
  int len = snprintf(stem, sizeof stem, "%.*s/%s", (int)directory.len, directory.ptr, name);
  return directory.len && directory.len < sizeof stem && len > 0 && (size_t)len < sizeof stem && readable(stem, files);
}

static bool in_search_path(const char *name, struct mdq_dict_files *files) {
  static const char *const usual[] = { "/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell" };
  const char *path = getenv("DICPATH");
  while (path && *path) {
    size_t len = strcspn(path, ":");
    if (in_directory(mdq_span_of(path, len), name, files)) return true;
    path += len + (path[len] == ':');
  }
  for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++)
    if (in_directory(mdq_span_str(usual[i]), name, files)) return true;
  return false;
}

enum mdq_status mdq_dict_find(const char *name_or_path, struct mdq_dict_files *files, struct mdq_error *error) {
  if (!name_or_path) name_or_path = "ar";
  struct mdq_span name = mdq_span_str(name_or_path);
  bool suffixed = mdq_span_ends(name, MDQ_SPAN_LIT(".aff")) || mdq_span_ends(name, MDQ_SPAN_LIT(".dic"));
  bool found = false;
  char stem[4096];
  if (name.len && name.len < sizeof stem) {
    snprintf(stem, sizeof stem, "%.*s", (int)(name.len - (suffixed ? 4 : 0)), name.ptr);
    found = suffixed || strchr(stem, '/') ? readable(stem, files) : in_search_path(stem, files);
  }
  if (found) return MDQ_OK;
  return mdq_fail(error, MDQ_NO_DICT, "no Hunspell dictionary \"%.300s\": install the package hunspell-ar, or name one with --dict",
                  name_or_path);
}

/* -- the dictionary -- */

struct mdq_lexicon *mdq_lexicon_new(const struct mdq_dict_files *files, const struct mdq_word_counts *counts) {
  struct mdq_lexicon *lexicon = calloc(1, sizeof *lexicon);
  if (!lexicon) return NULL;
  lexicon->files = *files;
  lexicon->counts = counts;
  return lexicon;
}

static void forget_verdicts(struct mdq_lexicon *lexicon) {
  mdq_map_free(&lexicon->verdicts);
  mdq_arena_free(&lexicon->arena);
}

void mdq_lexicon_free(struct mdq_lexicon *lexicon) {
  if (!lexicon) return;
  forget_verdicts(lexicon);
  if (lexicon->hunspell) Hunspell_destroy(lexicon->hunspell);
  free(lexicon);
}

static Hunhandle *hunspell_of(struct mdq_lexicon *lexicon) {
  if (!lexicon->hunspell) lexicon->hunspell = Hunspell_create(lexicon->files.aff, lexicon->files.dic);
  return lexicon->hunspell;
}

static bool is_hamza_alef(uint32_t c) {
  return c == 0x0623 || c == 0x0622;
}

/* The word after a و or ف, if an أ or آ follows; else the empty span. */
static struct mdq_span from_hamza_alef(struct mdq_span word) {
  size_t at = 0;
  uint32_t c = mdq_utf8_at(word, 0);
  if (c == 0x0648 || c == 0x0641) c = (mdq_utf8_next(word, &at), mdq_utf8_at(word, at));
  return is_hamza_alef(c) ? mdq_span_sub(word, at, word.len) : mdq_span_of("", 0);
}

static struct mdq_span field(const char *analysis, const char *name) {
  const char *at = strstr(analysis, name);
  if (!at) return mdq_span_of("", 0);
  at += strlen(name);
  return mdq_span_of(at, strcspn(at, " "));
}

/* The affix file glues an interrogative أ to whatever there is, which would pass ألدي and أستخدام for words.
   It shows as a prefix of its own, or as a stem that has lost the أ without being a verb in the present,
   whose first person begins with one. */
static bool is_interrogative(const char *analysis) {
  const char *text = analysis + strspn(analysis, " ");
  bool prefixed = (unsigned char)text[0] >= 0x80;
  if (prefixed && from_hamza_alef(mdq_span_str(text)).len) return true;
  struct mdq_span stem = field(analysis, "st:");
  uint32_t first = mdq_utf8_at(stem, 0);
  if (!stem.len || is_hamza_alef(first) || first == 0x0625) return false;
  return !strstr(analysis, "is:prst");
}

static bool has_other_reading(Hunhandle *hunspell, const char *word) {
  char **analyses = NULL;
  int count = Hunspell_analyze(hunspell, &analyses, word);
  bool found = count == 0; /* accepted without a reading: no reason to doubt it */
  for (int i = 0; i < count && !found; i++) found = !is_interrogative(analyses[i]);
  Hunspell_free_list(hunspell, &analyses, count);
  return found;
}

static bool ask_dictionary(struct mdq_lexicon *lexicon, struct mdq_span word) {
  Hunhandle *hunspell = hunspell_of(lexicon);
  if (!hunspell || !Hunspell_spell(hunspell, word.ptr)) return false;
  return !from_hamza_alef(word).len || has_other_reading(hunspell, word.ptr);
}

bool mdq_lexicon_in_dictionary(struct mdq_lexicon *lexicon, struct mdq_span v1) {
  static char accepted, rejected; /* verdicts by address: a map's value may not be NULL */
  if (!v1.len || v1.len > LONGEST_WORD || memchr(v1.ptr, '\0', v1.len)) return false;
  uint64_t hash = mdq_hash(v1);
  const void *known = mdq_map_get_hashed(&lexicon->verdicts, v1, hash);
  if (known) return known == &accepted;
  if (lexicon->verdicts.count >= MOST_VERDICTS) forget_verdicts(lexicon);
  struct mdq_span key = mdq_arena_copy(&lexicon->arena, v1);
  if (key.len != v1.len) return true; /* no memory: accuse nobody */
  bool verdict = ask_dictionary(lexicon, key);
  mdq_map_put_hashed(&lexicon->verdicts, key, hash, verdict ? &accepted : &rejected);
  return verdict;
}

struct mdq_span mdq_lexicon_analyze(struct mdq_lexicon *lexicon, struct mdq_span v1, struct mdq_arena *arena) {
  struct mdq_span none = { "", 0 };
  if (!v1.len || v1.len > LONGEST_WORD || memchr(v1.ptr, '\0', v1.len)) return none;
  Hunhandle *hunspell = hunspell_of(lexicon);
  struct mdq_span word = mdq_arena_copy(arena, v1);
  if (!hunspell || word.len != v1.len) return none;
  char **analyses = NULL;
  int count = Hunspell_analyze(hunspell, &analyses, word.ptr);
  bool may_ask = from_hamza_alef(word).len > 0;
  size_t size = 0;
  for (int i = 0; i < count; i++) size += strlen(analyses[i]) + 1;
  char *text = size ? mdq_arena_alloc(arena, size + 1) : NULL;
  size_t len = 0;
  for (int i = 0; text && i < count; i++) {
    if (may_ask && is_interrogative(analyses[i])) continue;
    size_t line = strlen(analyses[i]);
    memcpy(text + len, analyses[i], line);
    text[len + line] = '\n';
    len += line + 1;
  }
  Hunspell_free_list(hunspell, &analyses, count);
  return text ? mdq_span_of(text, len) : none;
}

/* -- edited news -- */

struct mdq_count mdq_lexicon_count(const struct mdq_lexicon *lexicon, struct mdq_span v1) {
  return mdq_word_counts_get(lexicon->counts, v1);
}

unsigned mdq_lexicon_edited(const struct mdq_lexicon *lexicon, struct mdq_word *word) {
  if (!word->news) word->news = 1 + mdq_lexicon_count(lexicon, word->v1).edited;
  return word->news - 1;
}

/* Writers confuse ه/ة and ى/ي at the end and leave out the hamza at the start. Returns the count of the
   commonest form that differs from v1 in that alone, v1 being the faulty one. */
static unsigned count_of_right_form(const struct mdq_lexicon *lexicon, struct mdq_span v1) {
  char twin[LONGEST_WORD + 1];
  memcpy(twin, v1.ptr, v1.len);
  struct mdq_span form = mdq_span_of(twin, v1.len);
  unsigned most = 0;
  if (mdq_span_ends(v1, MDQ_SPAN_LIT("ه")) || mdq_span_ends(v1, MDQ_SPAN_LIT("ى"))) {
    memcpy(twin + v1.len - 2, mdq_span_ends(v1, MDQ_SPAN_LIT("ه")) ? "ة" : "ي", 2);
    most = mdq_lexicon_count(lexicon, form).edited;
    memcpy(twin, v1.ptr, v1.len);
  }
  static const char *const before[] = { "", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل" };
  static const char *const hamza[] = { "أ", "إ", "آ" };
  for (size_t i = 0; i < sizeof before / sizeof before[0]; i++) {
    size_t at = strlen(before[i]);
    if (v1.len < at + 2 || memcmp(v1.ptr, before[i], at) || memcmp(v1.ptr + at, "ا", 2)) continue;
    for (size_t h = 0; h < sizeof hamza / sizeof hamza[0]; h++) {
      memcpy(twin + at, hamza[h], 2);
      unsigned count = mdq_lexicon_count(lexicon, form).edited;
      if (count > most) most = count;
    }
    memcpy(twin, v1.ptr, v1.len);
  }
  return most;
}

static bool vouched_for(const struct mdq_lexicon *lexicon, struct mdq_span v1) {
  unsigned edited = v1.len <= LONGEST_WORD ? mdq_lexicon_count(lexicon, v1).edited : 0;
  return edited >= VOUCHING_COUNT && count_of_right_form(lexicon, v1) / OUTNUMBERED < edited;
}

bool mdq_lexicon_accepts_form(struct mdq_lexicon *lexicon, struct mdq_span v1) {
  return vouched_for(lexicon, v1) || mdq_lexicon_in_dictionary(lexicon, v1);
}

bool mdq_lexicon_accepts(struct mdq_lexicon *lexicon, struct mdq_word *word) {
  if (word->verdict == MDQ_VERDICT_UNASKED)
    word->verdict = mdq_lexicon_accepts_form(lexicon, word->v1) ? MDQ_VERDICT_ACCEPTED : MDQ_VERDICT_REJECTED;
  return word->verdict == MDQ_VERDICT_ACCEPTED;
}
