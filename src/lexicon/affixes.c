#include "lexicon/affixes.h"

#include <stdlib.h>

#include "text/lines.h"
#include "text/utf8.h"

enum flag_type { FLAG_BYTE, FLAG_LONG, FLAG_NUMBER, FLAG_UTF8 };

struct reading {
  struct mdq_affixes *affixes;
  const char *path;
  size_t line; /* 1-based */
  struct mdq_error *error;
  size_t prefix_capacity, suffix_capacity, flag_alias_capacity, morphology_capacity;
  size_t open_entries; /* of the PFX or SFX header last read, still to come */
  bool open_cross, no_memory;
};

#define TROUBLE(reading, ...) mdq_fail_at((reading)->error, MDQ_NO_DICT, (reading)->path, (reading)->line, 1, __VA_ARGS__)

/* -- letters -- */

static uint8_t *code_place(struct mdq_affixes *affixes, uint32_t c) {
  return c >= MDQ_ALPHABET_FIRST && c < MDQ_ALPHABET_FIRST + MDQ_ALPHABET_SIZE ? &affixes->code[c - MDQ_ALPHABET_FIRST] : NULL;
}

/* The code of a letter, new or known; MDQ_LETTER_NONE: not Arabic, or too many letters. */
static uint8_t code_of(struct mdq_affixes *affixes, uint32_t c) {
  uint8_t *code = code_place(affixes, c);
  if (!code) return MDQ_LETTER_NONE;
  if (*code == MDQ_LETTER_NONE && affixes->letter_count < MDQ_MOST_LETTERS) {
    affixes->letter[affixes->letter_count] = (uint16_t)c;
    *code = (uint8_t)affixes->letter_count++;
  }
  return *code;
}

/* False if there is a letter that no form can have. Ignored letters are dropped. */
static bool read_letters(struct mdq_affixes *affixes, struct mdq_span text, struct mdq_letters *letters) {
  uint8_t *code = mdq_arena_alloc(&affixes->arena, text.len + 1);
  letters->code = code;
  letters->count = 0;
  for (size_t at = 0; code && at < text.len;) {
    uint8_t letter = code_of(affixes, mdq_utf8_next(text, &at));
    if (letter == MDQ_LETTER_NONE) return false;
    if (letter != MDQ_LETTER_IGNORED) code[letters->count++] = letter;
  }
  return true;
}

/* -- fields of a line -- */

static struct mdq_span field(struct mdq_span *line) {
  size_t from = 0;
  while (from < line->len && (line->ptr[from] == ' ' || line->ptr[from] == '\t')) from++;
  size_t to = from;
  while (to < line->len && line->ptr[to] != ' ' && line->ptr[to] != '\t') to++;
  struct mdq_span found = mdq_span_sub(*line, from, to);
  *line = mdq_span_sub(*line, to, line->len);
  return found;
}

static bool number(struct mdq_span text, size_t *value) {
  *value = 0;
  for (size_t i = 0; i < text.len; i++) {
    if (text.ptr[i] < '0' || text.ptr[i] > '9' || *value > 1u << 28) return false;
    *value = *value * 10 + (size_t)(text.ptr[i] - '0');
  }
  return text.len > 0;
}

/* -- flags -- */

static uint16_t next_flag(const struct mdq_affixes *affixes, struct mdq_span text, size_t *at) {
  unsigned flag = (unsigned char)text.ptr[*at];
  switch ((enum flag_type)affixes->flag_type) {
    case FLAG_LONG:
      flag = flag << 8 | (*at + 1 < text.len ? (unsigned char)text.ptr[*at + 1] : 0);
      *at += 2;
      if (*at > text.len) *at = text.len;
      break;
    case FLAG_NUMBER:
      for (flag = 0; *at < text.len && text.ptr[*at] >= '0' && text.ptr[*at] <= '9'; ++*at) flag = (flag * 10 + (unsigned)(text.ptr[*at] - '0')) & 0xFFFF;
      while (*at < text.len && (text.ptr[*at] < '0' || text.ptr[*at] > '9')) ++*at;
      break;
    case FLAG_UTF8: flag = mdq_utf8_next(text, at) & 0xFFFF; break;
    case FLAG_BYTE: ++*at; break;
  }
  return (uint16_t)flag;
}

static int by_flag(const void *a, const void *b) {
  return (int)*(const uint16_t *)a - (int)*(const uint16_t *)b;
}

static struct mdq_flags read_flags(struct mdq_affixes *affixes, struct mdq_span text) {
  uint16_t *flags = mdq_arena_array(&affixes->arena, text.len + 1, sizeof *flags);
  size_t count = 0, unique = 0;
  if (!flags) return (struct mdq_flags){ NULL, 0 };
  for (size_t at = 0; at < text.len;) flags[count++] = next_flag(affixes, text, &at);
  qsort(flags, count, sizeof *flags, by_flag);
  for (size_t i = 0; i < count; i++)
    if (!i || flags[i] != flags[i - 1]) flags[unique++] = flags[i];
  return (struct mdq_flags){ flags, unique };
}

/* Flags as written behind a slash: an alias by its number, where there are aliases. */
static bool flags_of(struct mdq_affixes *affixes, struct mdq_span text, struct mdq_flags *flags) {
  size_t alias;
  if (!affixes->flag_alias_count) return *flags = read_flags(affixes, text), true;
  if (!number(text, &alias) || alias == 0 || alias > affixes->flag_alias_count) return false;
  *flags = affixes->flag_alias[alias - 1];
  return true;
}

static enum mdq_status read_flag_alias(struct reading *r, struct mdq_span line) {
  struct mdq_span text = field(&line);
  struct mdq_affixes *affixes = r->affixes;
  if (!r->flag_alias_capacity && number(text, &r->flag_alias_capacity)) { /* the first line tells how many */
    affixes->flag_alias = mdq_arena_array(&affixes->arena, r->flag_alias_capacity + 1, sizeof *affixes->flag_alias);
    return affixes->flag_alias ? MDQ_OK : mdq_no_memory(r->error);
  }
  if (affixes->flag_alias_count >= r->flag_alias_capacity) return TROUBLE(r, "more AF lines than announced");
  affixes->flag_alias[affixes->flag_alias_count++] = read_flags(affixes, text);
  return MDQ_OK;
}

static enum mdq_status read_morphology_alias(struct reading *r, struct mdq_span line) {
  struct mdq_affixes *affixes = r->affixes;
  struct mdq_span rest = line, first = field(&rest);
  if (!r->morphology_capacity && number(first, &r->morphology_capacity)) {
    affixes->morphology_alias = mdq_arena_array(&affixes->arena, r->morphology_capacity + 1, sizeof *affixes->morphology_alias);
    return affixes->morphology_alias ? MDQ_OK : mdq_no_memory(r->error);
  }
  if (affixes->morphology_alias_count >= r->morphology_capacity) return TROUBLE(r, "more AM lines than announced");
  affixes->morphology_alias[affixes->morphology_alias_count++] = line;
  return MDQ_OK;
}

/* -- conditions -- */

/* [abc], [^abc], a letter, or a full stop. */
static bool read_condition(struct mdq_affixes *affixes, struct mdq_span text, uint64_t *sets, size_t *count) {
  *count = 0;
  if (mdq_span_is(text, ".")) return true;
  for (size_t at = 0; at < text.len;) {
    if (*count == MDQ_MOST_CONDITIONS) return false;
    uint32_t c = mdq_utf8_next(text, &at);
    uint64_t set = 0;
    if (c == '.') {
      set = UINT64_MAX;
    } else if (c == '[') {
      bool negated = mdq_utf8_at(text, at) == '^';
      at += negated;
      while (at < text.len && (c = mdq_utf8_next(text, &at)) != ']') {
        uint8_t code = code_of(affixes, c);
        if (code < 64) set |= UINT64_C(1) << code;
      }
      if (c != ']') return false;
      if (negated) set = ~set;
    } else {
      uint8_t code = code_of(affixes, c);
      if (code >= 64) return false;
      set = UINT64_C(1) << code;
    }
    sets[(*count)++] = set;
  }
  return true;
}

/* -- PFX and SFX -- */

static enum mdq_status read_affix(struct reading *r, struct mdq_span line, bool suffix) {
  struct mdq_affixes *affixes = r->affixes;
  struct mdq_span name = field(&line), second = field(&line), third = field(&line), fourth = field(&line);
  if (!name.len || !third.len) return TROUBLE(r, "an affix line is incomplete");
  size_t at = 0;
  uint16_t flag = next_flag(affixes, name, &at);
  if (!r->open_entries) {
    r->open_cross = mdq_span_is(second, "Y");
    if (!number(third, &r->open_entries)) return TROUBLE(r, "the header of an affix has no count");
    if (suffix) return MDQ_OK;
    if (affixes->prefix_flag_count == MDQ_MOST_PREFIX_FLAGS) return TROUBLE(r, "more than %d flags of prefixes", MDQ_MOST_PREFIX_FLAGS);
    affixes->prefix_flag[affixes->prefix_flag_count++] = flag;
    return MDQ_OK;
  }
  r->open_entries--;
  struct mdq_affix *affix = suffix ? mdq_arena_push(&affixes->arena, &affixes->suffixes, &affixes->suffix_count, &r->suffix_capacity, sizeof *affix)
                                   : mdq_arena_push(&affixes->arena, &affixes->prefixes, &affixes->prefix_count, &r->prefix_capacity, sizeof *affix);
  if (!affix) return mdq_no_memory(r->error);
  affix->flag = flag;
  affix->cross = r->open_cross;
  const char *slash = memchr(third.ptr, '/', third.len);
  struct mdq_span append = slash ? mdq_span_of(third.ptr, (size_t)(slash - third.ptr)) : third;
  if (slash && !flags_of(affixes, mdq_span_sub(third, append.len + 1, third.len), &affix->next)) return TROUBLE(r, "no such flag alias");
  if (slash && !suffix) return TROUBLE(r, "prefixes that take flags are not supported");
  if (mdq_span_is(second, "0")) second.len = 0;
  if (mdq_span_is(append, "0")) append.len = 0;
  if (!read_letters(affixes, second, &affix->strip) || !read_letters(affixes, append, &affix->append))
    return TROUBLE(r, "an affix with a letter that is not Arabic");
  if (affix->append.count > MDQ_LONGEST_ENTRY) return TROUBLE(r, "an affix is too long");
  if (!fourth.len) fourth = MDQ_SPAN_LIT(".");
  if (!read_condition(affixes, fourth, affix->condition, &affix->condition_count)) return TROUBLE(r, "a condition is not understood");
  return MDQ_OK;
}

/* -- the other options -- */

static enum mdq_status read_set(struct reading *r, struct mdq_span line) {
  return mdq_span_is(field(&line), "UTF-8") ? MDQ_OK : TROUBLE(r, "the dictionary is not in UTF-8");
}

static enum mdq_status read_flag_type(struct reading *r, struct mdq_span line) {
  struct mdq_span type = field(&line);
  r->affixes->flag_type = mdq_span_is(type, "long") ? FLAG_LONG : mdq_span_is(type, "num") ? FLAG_NUMBER : FLAG_UTF8;
  return MDQ_OK;
}

static enum mdq_status read_ignore(struct reading *r, struct mdq_span line) {
  struct mdq_span text = field(&line);
  for (size_t at = 0; at < text.len;) {
    uint8_t *code = code_place(r->affixes, mdq_utf8_next(text, &at));
    if (code) *code = MDQ_LETTER_IGNORED;
  }
  return MDQ_OK;
}

/* A letter for a letter; what is written with presentation forms has been resolved before the lexicon is asked. */
static enum mdq_status read_iconv(struct reading *r, struct mdq_span line) {
  struct mdq_span from = field(&line), to = field(&line);
  size_t count;
  if (number(from, &count)) return MDQ_OK;
  if (!from.len || !to.len) return TROUBLE(r, "an ICONV line is incomplete");
  size_t from_at = 0, to_at = 0;
  uint8_t *code = code_place(r->affixes, mdq_utf8_next(from, &from_at));
  if (!code) return MDQ_OK;
  uint32_t letter = mdq_utf8_next(to, &to_at);
  if (from_at < from.len || to_at < to.len) return TROUBLE(r, "an ICONV line that changes more than a letter");
  *code = code_of(r->affixes, letter);
  return MDQ_OK;
}

static enum mdq_status read_nothing(struct reading *r, struct mdq_span line) {
  (void)r;
  (void)line;
  return MDQ_OK;
}

static enum mdq_status read_prefix(struct reading *r, struct mdq_span line) {
  return read_affix(r, line, false);
}

static enum mdq_status read_suffix(struct reading *r, struct mdq_span line) {
  return read_affix(r, line, true);
}

static const struct option {
  const char *name;
  enum mdq_status (*read)(struct reading *r, struct mdq_span line);
} options[] = {
  { "PFX", read_prefix }, { "SFX", read_suffix }, { "AF", read_flag_alias }, { "AM", read_morphology_alias },
  { "SET", read_set }, { "FLAG", read_flag_type }, { "IGNORE", read_ignore }, { "ICONV", read_iconv },
  /* These concern suggestions, or nothing at all. */
  { "TRY", read_nothing }, { "KEY", read_nothing }, { "REP", read_nothing }, { "MAP", read_nothing }, { "PHONE", read_nothing },
  { "WORDCHARS", read_nothing }, { "LANG", read_nothing }, { "NAME", read_nothing }, { "HOME", read_nothing }, { "VERSION", read_nothing },
  { "MAXNGRAMSUGS", read_nothing }, { "ONLYMAXDIFF", read_nothing }, { "MAXDIFF", read_nothing }, { "NOSPLITSUGS", read_nothing },
};

static enum mdq_status read_line(struct reading *r, struct mdq_span line) {
  struct mdq_span rest = line, name = field(&rest);
  if (!name.len || name.ptr[0] == '#') return MDQ_OK;
  for (size_t i = 0; i < sizeof options / sizeof options[0]; i++)
    if (mdq_span_is(name, options[i].name)) return options[i].read(r, rest);
  return TROUBLE(r, "%.*s is not supported in a compiled dictionary", (int)(name.len < 40 ? name.len : 40), name.ptr);
}

static bool index_suffixes(struct mdq_affixes *affixes) {
  for (size_t i = 0; i < affixes->suffix_count; i++) {
    struct mdq_affix *suffix = &affixes->suffixes[i];
    struct mdq_span key = mdq_span_of((const char *)&suffix->flag, sizeof suffix->flag);
    if (!mdq_map_get(&affixes->suffix_by_flag, key) && !mdq_map_put(&affixes->suffix_by_flag, key, suffix)) return false;
  }
  return true;
}

static enum mdq_status check_encoding(struct mdq_span text, const char *path, struct mdq_error *error) {
  size_t valid = mdq_utf8_valid_prefix(text);
  if (valid == text.len) return MDQ_OK;
  size_t line = 1;
  for (size_t i = 0; i < valid; i++) line += text.ptr[i] == '\n';
  return mdq_fail_at(error, MDQ_NO_DICT, path, line, 1, "not UTF-8");
}

enum mdq_status mdq_affixes_read(struct mdq_affixes *affixes, struct mdq_span aff, const char *path, struct mdq_error *error) {
  *affixes = (struct mdq_affixes){ 0 };
  memset(affixes->code, MDQ_LETTER_NONE, sizeof affixes->code);
  struct reading reading = { .affixes = affixes, .path = path, .error = error };
  enum mdq_status status = check_encoding(aff, path, error);
  struct mdq_span line;
  if (mdq_span_starts(aff, MDQ_BOM)) aff = mdq_span_sub(aff, MDQ_BOM.len, aff.len);
  for (size_t at = 0; !status && mdq_line_next(aff, &at, &line);) {
    reading.line++;
    status = read_line(&reading, line);
  }
  if (!status && reading.open_entries) status = TROUBLE(&reading, "the last affix has fewer lines than announced");
  if (!status && (affixes->arena.failed || !index_suffixes(affixes))) status = mdq_no_memory(error);
  return status;
}

void mdq_affixes_free(struct mdq_affixes *affixes) {
  mdq_map_free(&affixes->suffix_by_flag);
  mdq_arena_free(&affixes->arena);
}

const struct mdq_affix *mdq_affixes_suffixes(const struct mdq_affixes *affixes, uint16_t flag, size_t *count) {
  const struct mdq_affix *first = mdq_map_get(&affixes->suffix_by_flag, mdq_span_of((const char *)&flag, sizeof flag));
  *count = 0;
  while (first && first + *count < affixes->suffixes + affixes->suffix_count && first[*count].flag == flag) ++*count;
  return first;
}

/* -- words -- */

static unsigned class_of(struct mdq_span morphology, struct mdq_span *stem) {
  unsigned word_class = 0;
  *stem = mdq_span_of("", 0);
  for (struct mdq_span part = field(&morphology); part.len; part = field(&morphology)) {
    if (mdq_span_is(part, "po:verb")) word_class |= MDQ_CLASS_VERB;
    else if (mdq_span_is(part, "is:pst")) word_class |= MDQ_CLASS_PAST;
    else if (mdq_span_is(part, "is:prst")) word_class |= MDQ_CLASS_PRESENT;
    else if (mdq_span_is(part, "is:imp")) word_class |= MDQ_CLASS_IMPERATIVE;
    else if (mdq_span_starts(part, MDQ_SPAN_LIT("st:"))) *stem = mdq_span_sub(part, 3, part.len);
  }
  return word_class;
}

/* A tab ends the word, or a space before a field such as " st:". */
static size_t word_end(struct mdq_span line) {
  const char *tab = memchr(line.ptr, '\t', line.len);
  size_t end = tab ? (size_t)(tab - line.ptr) : line.len;
  for (size_t i = 0; i + 3 < end; i++)
    if (line.ptr[i] == ' ' && line.ptr[i + 3] == ':') end = i;
  return end;
}

static enum mdq_status read_entry(struct reading *r, struct mdq_span line, mdq_entry_taker *take, void *user) {
  struct mdq_entry entry = { 0 };
  struct mdq_span word = mdq_span_sub(line, 0, word_end(line)), rest = mdq_span_sub(line, word.len, line.len), morphology = rest;
  const char *slash = memchr(word.ptr, '/', word.len);
  if (slash) {
    struct mdq_span flags = mdq_span_of(slash + 1, (size_t)(word.ptr + word.len - slash - 1));
    if (!flags_of(r->affixes, flags, &entry.flags)) return TROUBLE(r, "no such flag alias");
    word.len = (size_t)(slash - word.ptr);
  }
  size_t alias;
  struct mdq_span first = field(&rest);
  if (number(first, &alias)) {
    if (alias == 0 || alias > r->affixes->morphology_alias_count) return TROUBLE(r, "no such AM alias");
    morphology = r->affixes->morphology_alias[alias - 1];
  }
  if (!word.len || mdq_utf8_length(word) > MDQ_LONGEST_ENTRY || !read_letters(r->affixes, word, &entry.word) || !entry.word.count) {
    r->affixes->skipped++;
    return MDQ_OK;
  }
  entry.word_class = class_of(morphology, &entry.stem);
  return take(user, &entry);
}

enum mdq_status mdq_entries_read(struct mdq_affixes *affixes, struct mdq_span dic, const char *path, mdq_entry_taker *take, void *user,
                                 struct mdq_error *error) {
  struct reading reading = { .affixes = affixes, .path = path, .error = error };
  enum mdq_status status = check_encoding(dic, path, error);
  struct mdq_span line;
  for (size_t at = 0; !status && mdq_line_next(dic, &at, &line);) {
    reading.line++;
    if (reading.line > 1 && line.len) status = read_entry(&reading, line, take, user);
  }
  return !status && affixes->arena.failed ? mdq_no_memory(error) : status;
}
