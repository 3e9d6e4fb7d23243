#include "lexicon/dictionary.h"

#include <dlfcn.h>
#include <hunspell/hunspell.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/map_file.h"
#include "lexicon/lexicon_file.h"
#include "text/utf8.h"

struct mdq_dict_files {
  char aff[4096], dic[4096];
};

struct mdq_dictionary {
  struct mdq_compiled compiled; /* no file: Hunspell is asked */
  struct mdq_dict_files files;
  pthread_mutex_t lock; /* Hunspell keeps state between calls */
  Hunhandle *hunspell;  /* NULL until the first question */
  struct hunspell {     /* its library, which most runs do not need, nor the C++ library that it needs */
    void *library;
    __typeof__(Hunspell_create) *create;
    __typeof__(Hunspell_destroy) *destroy;
    __typeof__(Hunspell_spell) *spell;
    __typeof__(Hunspell_analyze) *analyze;
    __typeof__(Hunspell_free_list) *free_list;
  } functions;
};

/* -- where the dictionary is -- */

static bool are_there(const char *stem, struct mdq_dict_files *files) {
  int aff = snprintf(files->aff, sizeof files->aff, "%s.aff", stem);
  int dic = snprintf(files->dic, sizeof files->dic, "%s.dic", stem);
  if (aff < 0 || dic < 0 || (size_t)aff >= sizeof files->aff || (size_t)dic >= sizeof files->dic) return false;
  return access(files->aff, F_OK) == 0 && access(files->dic, F_OK) == 0;
}

static bool in_directory(struct mdq_span directory, const char *name, struct mdq_dict_files *files) {
  char stem[4096];
  int len = snprintf(stem, sizeof stem, "%.*s/%s", (int)directory.len, directory.ptr, name);
  return directory.len && directory.len < sizeof stem && len > 0 && (size_t)len < sizeof stem && are_there(stem, files);
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

/* Hunspell takes anything for a dictionary. One that can be read has text in both files, and the .dic file opens with the
   number of its entries. */
static enum mdq_status check_file(const char *path, bool entries, struct mdq_error *error) {
  struct mdq_span text;
  enum mdq_status status = mdq_map_file(path, &text, MDQ_NO_DICT, error);
  if (status) return status;
  size_t at = mdq_span_starts(text, MDQ_SPAN_LIT("\xEF\xBB\xBF")) ? 3 : 0;
  bool fits = !memchr(text.ptr, '\0', text.len) && (!entries || (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9'));
  if (!fits) status = mdq_fail_at(error, MDQ_NO_DICT, path, 1, 1, "not a Hunspell dictionary");
  mdq_unmap_file(text);
  return status;
}

static enum mdq_status check_files(const struct mdq_dict_files *files, struct mdq_error *error) {
  enum mdq_status status = check_file(files->aff, false, error);
  return status ? status : check_file(files->dic, true, error);
}

static enum mdq_status find(const char *name_or_path, struct mdq_dict_files *files, struct mdq_error *error) {
  struct mdq_span name = mdq_span_str(name_or_path);
  bool suffixed = mdq_span_ends(name, MDQ_SPAN_LIT(".aff")) || mdq_span_ends(name, MDQ_SPAN_LIT(".dic"));
  bool found = false;
  char stem[4096];
  if (name.len && name.len < sizeof stem) {
    snprintf(stem, sizeof stem, "%.*s", (int)(name.len - (suffixed ? 4 : 0)), name.ptr);
    found = suffixed || strchr(stem, '/') ? are_there(stem, files) : in_search_path(stem, files);
  }
  if (found) return check_files(files, error);
  return mdq_fail(error, MDQ_NO_DICT, "no Hunspell dictionary \"%.300s\": install the package hunspell-ar, or name one with --dict",
                  name_or_path);
}

/* -- opening -- */

static enum mdq_status load_hunspell(struct hunspell *hunspell, struct mdq_error *error) {
  const struct { const char *name; void **function; } functions[] = {
    { "Hunspell_create", (void **)(void *)&hunspell->create },   { "Hunspell_destroy", (void **)(void *)&hunspell->destroy },
    { "Hunspell_spell", (void **)(void *)&hunspell->spell },     { "Hunspell_analyze", (void **)(void *)&hunspell->analyze },
    { "Hunspell_free_list", (void **)(void *)&hunspell->free_list },
  };
  hunspell->library = dlopen(MDQ_HUNSPELL_LIBRARY, RTLD_NOW | RTLD_LOCAL);
  bool whole = hunspell->library != NULL;
  for (size_t i = 0; i < sizeof functions / sizeof *functions && whole; i++)
    whole = (*functions[i].function = dlsym(hunspell->library, functions[i].name)) != NULL;
  if (whole) return MDQ_OK;
  const char *reason = dlerror();
  return mdq_fail(error, MDQ_NO_DICT, "cannot load Hunspell: %.300s", reason ? reason : MDQ_HUNSPELL_LIBRARY);
}

enum mdq_status mdq_dictionary_open(struct mdq_dictionary **result, const char *name_or_path, const char *data_dir, struct mdq_error *error) {
  *result = NULL;
  struct mdq_dictionary *dictionary = calloc(1, sizeof *dictionary);
  if (!dictionary) return mdq_no_memory(error);
  if (pthread_mutex_init(&dictionary->lock, NULL)) {
    free(dictionary);
    return mdq_no_memory(error);
  }
  enum mdq_status status = name_or_path ? MDQ_OK : mdq_compiled_open(&dictionary->compiled, data_dir, error);
  bool through_hunspell = !dictionary->compiled.file.bytes;
  if (!status && through_hunspell) status = find(name_or_path ? name_or_path : "ar", &dictionary->files, error);
  if (!status && through_hunspell) status = load_hunspell(&dictionary->functions, error);
  if (status) mdq_dictionary_free(dictionary);
  else *result = dictionary;
  return status;
}

void mdq_dictionary_free(struct mdq_dictionary *dictionary) {
  if (!dictionary) return;
  mdq_compiled_close(&dictionary->compiled);
  if (dictionary->hunspell) dictionary->functions.destroy(dictionary->hunspell);
  if (dictionary->functions.library) dlclose(dictionary->functions.library);
  pthread_mutex_destroy(&dictionary->lock);
  free(dictionary);
}

const struct mdq_compiled *mdq_dictionary_compiled(const struct mdq_dictionary *dictionary) {
  if (!dictionary->compiled.file.bytes) return NULL;
  mdq_is_sound(&dictionary->compiled.file.late); /* for mdq_dictionary_trouble() to tell */
  return &dictionary->compiled;
}

enum mdq_status mdq_dictionary_trouble(const struct mdq_dictionary *dictionary, const char *data_dir, struct mdq_error *error) {
  return mdq_data_file_trouble(&dictionary->compiled.file, data_dir, &mdq_lexicon_kind, error);
}

uint64_t mdq_dictionary_identity(const struct mdq_dictionary *dictionary) {
  return mdq_data_file_identity(&dictionary->compiled.file);
}

/* -- asking Hunspell -- */

/* With the lock held. */
static Hunhandle *hunspell_of(struct mdq_dictionary *dictionary) {
  if (!dictionary->hunspell) dictionary->hunspell = dictionary->functions.create(dictionary->files.aff, dictionary->files.dic);
  return dictionary->hunspell;
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

/* The affix file glues an interrogative أ to whatever there is, which would pass ألدي and أستخدام for words. It is the
   prefix of the reading (by itself, or as the flag before the stem: no other prefix begins with أ), or part of an entry
   under a stem that has lost the أ without being a verb in the present, whose first person begins with one. The word
   begins with أ or آ, or with either behind a conjunction. */
static bool is_interrogative(struct mdq_span v1, const char *analysis) {
  const char *text = analysis + strspn(analysis, " ");
  bool spelt_out = (unsigned char)text[0] >= 0x80, prefixed = spelt_out || !strncmp(text, "fl:", 3);
  bool at_start = is_hamza_alef(mdq_utf8_at(v1, 0));
  if (!prefixed && !at_start) return false; /* the entry has the conjunction */
  if (prefixed && (at_start || (spelt_out && from_hamza_alef(mdq_span_str(text)).len))) return true;
  struct mdq_span stem = field(analysis, "st:");
  uint32_t first = mdq_utf8_at(stem, 0);
  if (!stem.len || is_hamza_alef(first) || first == 0x0625) return false;
  return !strstr(analysis, "is:prst");
}

static bool has_other_reading(struct mdq_dictionary *dictionary, const char *word) {
  char **analyses = NULL;
  int count = dictionary->functions.analyze(dictionary->hunspell, &analyses, word);
  bool found = count == 0; /* accepted without a reading: no reason to doubt it */
  for (int i = 0; i < count && !found; i++) found = !is_interrogative(mdq_span_str(word), analyses[i]);
  dictionary->functions.free_list(dictionary->hunspell, &analyses, count);
  return found;
}

static bool hunspell_has(struct mdq_dictionary *dictionary, const char *v1) {
  pthread_mutex_lock(&dictionary->lock);
  Hunhandle *hunspell = hunspell_of(dictionary);
  bool has = hunspell && dictionary->functions.spell(hunspell, v1);
  if (has && from_hamza_alef(mdq_span_str(v1)).len) has = has_other_reading(dictionary, v1);
  pthread_mutex_unlock(&dictionary->lock);
  return has;
}

/* " fl:mj st:مهندس fl:IA", "ف st:أر is:pst po:verb", "ف st:إن fl:Tc": proclitics without a suffix behind the stem are spelt
   out, and their flag follows where nothing is said of the stem. */
static struct mdq_reading read_analysis(struct mdq_span v1, const char *analysis, struct mdq_arena *arena) {
  struct mdq_reading reading = { .stem = { "", 0 } };
  struct mdq_flag_name *flags[] = { &reading.prefix_flag, &reading.inner_suffix, &reading.outer_suffix };
  size_t next = 0;
  bool spelt_out = (unsigned char)analysis[strspn(analysis, " ")] >= 0x80;
  for (const char *at = analysis + strspn(analysis, " "); *at; at += strspn(at, " ")) {
    struct mdq_span part = mdq_span_of(at, strcspn(at, " "));
    at += part.len;
    if (mdq_span_starts(part, MDQ_SPAN_LIT("st:"))) reading.stem = mdq_arena_copy(arena, mdq_span_sub(part, 3, part.len)), next = !spelt_out;
    else if (mdq_span_is(part, "po:verb")) reading.word_class |= MDQ_CLASS_VERB;
    else if (mdq_span_is(part, "is:pst")) reading.word_class |= MDQ_CLASS_PAST;
    else if (mdq_span_is(part, "is:prst")) reading.word_class |= MDQ_CLASS_PRESENT;
    else if (mdq_span_is(part, "is:imp")) reading.word_class |= MDQ_CLASS_IMPERATIVE;
    else if (mdq_span_starts(part, MDQ_SPAN_LIT("fl:")) && next < 3) snprintf(flags[next++]->text, sizeof flags[0]->text, "%.*s", part.len < 5 ? (int)part.len - 3 : 2, part.ptr + 3);
    else if (mdq_span_starts(v1, part)) reading.prefix = part.len;
  }
  /* A flag says that there are proclitics, but not which: those that stand before the stem, if the stem is the entry. */
  const char *stem = reading.stem.len ? memmem(v1.ptr, v1.len, reading.stem.ptr, reading.stem.len) : NULL;
  if (!reading.prefix && *reading.prefix_flag.text && stem) reading.prefix = (size_t)(stem - v1.ptr);
  return reading;
}

static size_t hunspell_analyze(struct mdq_dictionary *dictionary, struct mdq_span v1, struct mdq_arena *arena, struct mdq_reading **readings) {
  size_t found = 0, capacity = 0;
  pthread_mutex_lock(&dictionary->lock);
  Hunhandle *hunspell = hunspell_of(dictionary);
  char **analyses = NULL;
  int count = hunspell ? dictionary->functions.analyze(hunspell, &analyses, v1.ptr) : 0;
  bool may_ask = from_hamza_alef(v1).len > 0;
  for (int i = 0; i < count; i++) {
    if (may_ask && is_interrogative(v1, analyses[i])) continue;
    struct mdq_reading *reading = mdq_arena_push(arena, readings, &found, &capacity, sizeof *reading);
    if (reading) *reading = read_analysis(v1, analyses[i], arena);
  }
  if (count > 0) dictionary->functions.free_list(hunspell, &analyses, count);
  pthread_mutex_unlock(&dictionary->lock);
  return found;
}

/* -- asking either -- */

bool mdq_dictionary_has(struct mdq_dictionary *dictionary, struct mdq_span v1) {
  const struct mdq_compiled *compiled = mdq_dictionary_compiled(dictionary);
  return compiled ? mdq_compiled_has(compiled, v1) : hunspell_has(dictionary, v1.ptr);
}

size_t mdq_dictionary_analyze(struct mdq_dictionary *dictionary, struct mdq_span v1, struct mdq_arena *arena, struct mdq_reading **readings) {
  *readings = NULL;
  const struct mdq_compiled *compiled = mdq_dictionary_compiled(dictionary);
  if (compiled) return mdq_compiled_analyze(compiled, v1, arena, readings);
  return hunspell_analyze(dictionary, v1, arena, readings);
}
