#include "lexicon/affixes.h"

#include <stdio.h>
#include <stdlib.h>

#include "text/lines.h"
#include "text/utf8.h"

enum flag_type { FLAG_BYTE, FLAG_LONG, FLAG_NUMBER, FLAG_UTF8 };

enum { RESERVED_FLAGS = 65510, /* the first of those that Hunspell keeps for itself */ MOST_ALIASES = 1 << 20 };

struct reading {
  struct mdq_affixes *affixes;
  const char *path;
  size_t line; /* 1-based */
  struct mdq_error *error;
  size_t prefix_capacity, suffix_capacity, flag_alias_capacity, morphology_capacity;
  struct { /* the PFX or SFX group last begun */
    size_t entries; /* still to come */
    uint16_t flag;
    bool suffix, cross;
  } open;
  bool is_utf8, flags_read;
  unsigned char defined[2][1 << 13]; /* flags of prefixes and of suffixes, as bits */
};

#define TROUBLE(reading, ...) mdq_fail_at((reading)->error, MDQ_NO_DICT, (reading)->path, (reading)->line, 1, __VA_ARGS__)

/* -- letters -- */

static uint8_t *code_place(struct mdq_affixes *affixes, uint32_t c) {
  return c >= MDQ_ALPHABET_FIRST && c < MDQ_ALPHABET_FIRST + MDQ_ALPHABET_SIZE ? &affixes->code[c - MDQ_ALPHABET_FIRST] : NULL;
}

/* The code of a letter, new or known; MDQ_LETTER_NONE: not Arabic, or too many letters, which is remembered. */
static uint8_t code_of(struct mdq_affixes *affixes, uint32_t c) {
  uint8_t *code = code_place(affixes, c);
  if (!code) return MDQ_LETTER_NONE;
  if (*code == MDQ_LETTER_NONE && affixes->letter_count < MDQ_MOST_LETTERS) {
    affixes->letter[affixes->letter_count] = (uint16_t)c;
    *code = (uint8_t)affixes->letter_count++;
  }
  affixes->alphabet_full |= *code == MDQ_LETTER_NONE;
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

/* False: no flag, or one that Hunspell takes for something else. */
static bool next_flag(const struct mdq_affixes *affixes, struct mdq_span text, size_t *at, uint16_t *flag) {
  uint32_t c = (unsigned char)text.ptr[*at];
  switch ((enum flag_type)affixes->flag_type) {
    case FLAG_BYTE: ++*at; break;
    case FLAG_LONG:
      if (*at + 2 > text.len) return false;
      c = c << 8 | (unsigned char)text.ptr[*at + 1];
      *at += 2;
      break;
    case FLAG_NUMBER: {
      struct mdq_span rest = mdq_span_sub(text, *at, text.len);
      const char *comma = memchr(rest.ptr, ',', rest.len);
      size_t value, len = comma ? (size_t)(comma - rest.ptr) : rest.len;
      if (!number(mdq_span_sub(rest, 0, len), &value)) return false;
      c = (uint32_t)value;
      *at += len + (comma != NULL);
      break;
    }
    case FLAG_UTF8: c = mdq_utf8_next(text, at); break;
  }
  *flag = (uint16_t)c;
  return c > 0 && c < RESERVED_FLAGS;
}

struct mdq_flag_name mdq_affixes_flag_name(const struct mdq_affixes *affixes, uint16_t flag) {
  struct mdq_flag_name name = { "" };
  char text[8] = { (char)(flag >> 8), (char)(flag & 0xFF) };
  if (affixes->flag_type == FLAG_BYTE) text[0] = (char)flag, text[1] = '\0';
  if (affixes->flag_type == FLAG_NUMBER) snprintf(text, sizeof text, "%u", flag);
  if (affixes->flag_type == FLAG_UTF8) text[mdq_utf8_encode(flag, text)] = '\0';
  memcpy(name.text, text, 2);
  return name;
}

static int by_flag(const void *a, const void *b) {
  return (int)*(const uint16_t *)a - (int)*(const uint16_t *)b;
}

static bool read_flags(struct mdq_affixes *affixes, struct mdq_span text, struct mdq_flags *result) {
  uint16_t *flags = mdq_arena_array(&affixes->arena, text.len + 1, sizeof *flags);
  size_t count = 0, unique = 0;
  *result = (struct mdq_flags){ flags, 0 };
  if (!flags) return true; /* the arena tells */
  for (size_t at = 0; at < text.len;)
    if (!next_flag(affixes, text, &at, &flags[count++])) return false;
  qsort(flags, count, sizeof *flags, by_flag);
  for (size_t i = 0; i < count; i++)
    if (!i || flags[i] != flags[i - 1]) flags[unique++] = flags[i];
  result->count = unique;
  return true;
}

/* Flags as written behind a slash: an alias by its number, where there are aliases. */
static bool flags_of(struct mdq_affixes *affixes, struct mdq_span text, struct mdq_flags *flags) {
  size_t alias;
  if (!affixes->flag_alias_count) return read_flags(affixes, text, flags);
  if (!number(text, &alias) || alias == 0 || alias > affixes->flag_alias_count) return false;
  *flags = affixes->flag_alias[alias - 1];
  return true;
}

/* The first line tells how many there are. */
static enum mdq_status begin_aliases(struct reading *r, struct mdq_span count, size_t *capacity, void *aliases, size_t size) {
  if (!number(count, capacity) || !*capacity || *capacity > MOST_ALIASES) return TROUBLE(r, "the first line of aliases has no count");
  void *items = mdq_arena_array(&r->affixes->arena, *capacity, size);
  memcpy(aliases, &items, sizeof items);
  return items ? MDQ_OK : mdq_no_memory(r->error);
}

static enum mdq_status read_flag_alias(struct reading *r, struct mdq_span line) {
  struct mdq_span text = field(&line);
  struct mdq_affixes *affixes = r->affixes;
  if (!r->flag_alias_capacity) return begin_aliases(r, text, &r->flag_alias_capacity, &affixes->flag_alias, sizeof *affixes->flag_alias);
  if (affixes->flag_alias_count >= r->flag_alias_capacity) return TROUBLE(r, "more AF lines than announced");
  r->flags_read = true;
  if (!read_flags(affixes, text, &affixes->flag_alias[affixes->flag_alias_count++])) return TROUBLE(r, "a flag is not understood");
  return MDQ_OK;
}

static enum mdq_status read_morphology_alias(struct reading *r, struct mdq_span line) {
  struct mdq_affixes *affixes = r->affixes;
  struct mdq_span rest = line, first = field(&rest);
  if (!r->morphology_capacity)
    return begin_aliases(r, first, &r->morphology_capacity, &affixes->morphology_alias, sizeof *affixes->morphology_alias);
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

/* "SFX A Y 2" */
static enum mdq_status begin_group(struct reading *r, struct mdq_span cross, struct mdq_span count) {
  struct mdq_affixes *affixes = r->affixes;
  unsigned char *defined = &r->defined[r->open.suffix][r->open.flag >> 3], bit = (unsigned char)(1u << (r->open.flag & 7));
  r->open.cross = mdq_span_is(cross, "Y");
  if (!number(count, &r->open.entries) || !r->open.entries) return TROUBLE(r, "the header of an affix has no count");
  if (*defined & bit) return TROUBLE(r, "the flag of an affix is defined twice");
  *defined |= bit;
  if (r->open.suffix) return MDQ_OK;
  if (affixes->prefix_flag_count == MDQ_MOST_PREFIX_FLAGS) return TROUBLE(r, "more than %d flags of prefixes", MDQ_MOST_PREFIX_FLAGS);
  if (r->open.cross) affixes->crossing_prefixes |= UINT64_C(1) << affixes->prefix_flag_count;
  affixes->prefix_flag[affixes->prefix_flag_count++] = r->open.flag;
  return MDQ_OK;
}

/* Hunspell passes over ignored letters in what is added, not in what is stripped: no word ends with that. */
static bool has_ignored_letter(struct mdq_affixes *affixes, struct mdq_span text) {
  for (size_t at = 0; at < text.len;) {
    const uint8_t *code = code_place(affixes, mdq_utf8_next(text, &at));
    if (code && *code == MDQ_LETTER_IGNORED) return true;
  }
  return false;
}

static struct mdq_affix *new_affix(struct reading *r) {
  struct mdq_affixes *affixes = r->affixes;
  struct mdq_affix *affix = r->open.suffix ? mdq_arena_push(&affixes->arena, &affixes->suffixes, &affixes->suffix_count, &r->suffix_capacity, sizeof *affix)
                                           : mdq_arena_push(&affixes->arena, &affixes->prefixes, &affixes->prefix_count, &r->prefix_capacity, sizeof *affix);
  if (!affix) return NULL;
  affix->flag = r->open.flag;
  affix->cross = r->open.cross;
  return affix;
}

/* "SFX A ة ات/B [^ا]ة": what is stripped, what is added with the flags of what may follow it, the condition. */
static enum mdq_status read_affix_entry(struct reading *r, struct mdq_span strip, struct mdq_span append, struct mdq_span condition) {
  struct mdq_affixes *affixes = r->affixes;
  struct mdq_affix *affix = new_affix(r);
  if (!affix) return mdq_no_memory(r->error);
  if (affixes->suffix_count > MDQ_MOST_SUFFIXES) return TROUBLE(r, "more than %d suffixes", MDQ_MOST_SUFFIXES);
  const char *slash = memchr(append.ptr, '/', append.len);
  if (slash) {
    struct mdq_span flags = mdq_span_of(slash + 1, (size_t)(append.ptr + append.len - slash - 1));
    append.len = (size_t)(slash - append.ptr);
    if (!r->open.suffix) return TROUBLE(r, "prefixes that take flags are not supported");
    if (!flags_of(affixes, flags, &affix->next)) return TROUBLE(r, "a flag is not understood");
  }
  if (mdq_span_is(strip, "0")) strip.len = 0;
  if (mdq_span_is(append, "0")) append.len = 0;
  if (!read_letters(affixes, strip, &affix->strip) || !read_letters(affixes, append, &affix->append))
    return TROUBLE(r, "an affix with a letter that is not Arabic");
  if (affix->append.count > MDQ_LONGEST_AFFIX || affix->strip.count > MDQ_LONGEST_AFFIX) return TROUBLE(r, "an affix of more than %d letters", MDQ_LONGEST_AFFIX);
  if (!read_condition(affixes, condition, affix->condition, &affix->condition_count)) return TROUBLE(r, "a condition is not understood");
  if (has_ignored_letter(affixes, strip)) --*(r->open.suffix ? &affixes->suffix_count : &affixes->prefix_count);
  return MDQ_OK;
}

static enum mdq_status read_affix(struct reading *r, struct mdq_span line, bool suffix) {
  struct mdq_span name = field(&line), second = field(&line), third = field(&line), fourth = field(&line);
  size_t at = 0;
  uint16_t flag;
  if (!name.len || !third.len) return TROUBLE(r, "an affix line is incomplete");
  if (!next_flag(r->affixes, name, &at, &flag)) return TROUBLE(r, "a flag is not understood");
  r->flags_read = true;
  if (!r->open.entries) {
    r->open.flag = flag;
    r->open.suffix = suffix;
    return begin_group(r, second, third);
  }
  if (flag != r->open.flag || suffix != r->open.suffix) return TROUBLE(r, "the affix before has fewer lines than announced");
  r->open.entries--;
  return read_affix_entry(r, second, third, fourth.len ? fourth : MDQ_SPAN_LIT("."));
}

/* -- the other options -- */

static enum mdq_status read_set(struct reading *r, struct mdq_span line) {
  r->is_utf8 = mdq_span_is(field(&line), "UTF-8");
  return r->is_utf8 ? MDQ_OK : TROUBLE(r, "the dictionary is not in UTF-8");
}

static enum mdq_status read_flag_type(struct reading *r, struct mdq_span line) {
  struct mdq_span type = field(&line);
  static const char *const names[] = { [FLAG_BYTE] = "?", [FLAG_LONG] = "long", [FLAG_NUMBER] = "num", [FLAG_UTF8] = "UTF-8" };
  if (r->flags_read) return TROUBLE(r, "FLAG stands behind flags");
  for (int i = FLAG_LONG; i <= FLAG_UTF8; i++)
    if (mdq_span_is(type, names[i])) return r->affixes->flag_type = i, MDQ_OK;
  return TROUBLE(r, "this sort of flags is not supported");
}

static enum mdq_status read_ignore(struct reading *r, struct mdq_span line) {
  struct mdq_span text = field(&line);
  for (size_t at = 0; at < text.len;) {
    uint8_t *code = code_place(r->affixes, mdq_utf8_next(text, &at));
    if (code) *code = MDQ_LETTER_IGNORED;
  }
  return MDQ_OK;
}

/* A letter for a letter. What begins with a character of no form, such as a presentation form, has been resolved before the
   lexicon is asked. */
static enum mdq_status read_iconv(struct reading *r, struct mdq_span line) {
  struct mdq_span from = field(&line), to = field(&line);
  size_t count, from_at = 0, to_at = 0;
  if (!to.len && number(from, &count)) return MDQ_OK;
  if (!from.len || !to.len) return TROUBLE(r, "an ICONV line is incomplete");
  uint32_t letter = mdq_utf8_next(from, &from_at), target = mdq_utf8_next(to, &to_at);
  if (letter != '_' && !code_place(r->affixes, letter)) return MDQ_OK; /* _ stands for the edge of a word */
  if (letter == '_' || from_at < from.len || to_at < to.len) return TROUBLE(r, "an ICONV line that changes more than a letter");
  r->affixes->converted[letter - MDQ_ALPHABET_FIRST] = (uint16_t)(target <= UINT16_MAX ? target : UINT16_MAX);
  return MDQ_OK;
}

void mdq_affixes_asked_codes(const struct mdq_affixes *affixes, uint8_t code[MDQ_ALPHABET_SIZE]) {
  for (size_t i = 0; i < MDQ_ALPHABET_SIZE; i++) {
    unsigned c = affixes->converted[i] ? affixes->converted[i] - (unsigned)MDQ_ALPHABET_FIRST : (unsigned)i;
    code[i] = c < MDQ_ALPHABET_SIZE ? affixes->code[c] : MDQ_LETTER_NONE;
  }
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
  if (r->open.entries && !mdq_span_is(name, "PFX") && !mdq_span_is(name, "SFX")) return TROUBLE(r, "the affix before has fewer lines than announced");
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

static enum mdq_status check_ends(struct reading *r) {
  const struct mdq_affixes *affixes = r->affixes;
  if (r->open.entries) return TROUBLE(r, "the last affix has fewer lines than announced");
  if (affixes->flag_alias_count < r->flag_alias_capacity) return TROUBLE(r, "fewer AF lines than announced");
  if (affixes->morphology_alias_count < r->morphology_capacity) return TROUBLE(r, "fewer AM lines than announced");
  return r->is_utf8 ? MDQ_OK : TROUBLE(r, "the dictionary does not say SET UTF-8");
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
  if (!status) status = check_ends(&reading);
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

/* Where the word ends and its morphology begins: at a tab, or at the blanks before a field such as " st:". */
static size_t word_end(struct mdq_span line) {
  const char *tab = memchr(line.ptr, '\t', line.len);
  size_t end = tab ? (size_t)(tab - line.ptr) : line.len;
  for (size_t i = 0; i < end && i + 3 < line.len; i++) {
    if (line.ptr[i] != ' ' || line.ptr[i + 3] != ':') continue;
    end = i;
    while (end && line.ptr[end - 1] == ' ') end--;
  }
  return end;
}

/* The slash before the flags; one behind a backslash, or at the start, is a character of the word. */
static const char *flags_slash(struct mdq_span word) {
  for (size_t i = 1; i < word.len; i++)
    if (word.ptr[i] == '/' && word.ptr[i - 1] != '\\') return word.ptr + i;
  return NULL;
}

static enum mdq_status read_entry(struct reading *r, struct mdq_span line, mdq_entry_taker *take, void *user) {
  struct mdq_entry entry = { 0 };
  struct mdq_span word = mdq_span_sub(line, 0, word_end(line)), rest = mdq_span_sub(line, word.len, line.len), morphology = rest;
  const char *slash = flags_slash(word);
  if (slash) {
    struct mdq_span flags = mdq_span_of(slash + 1, (size_t)(word.ptr + word.len - slash - 1));
    if (flags.len && !flags_of(r->affixes, flags, &entry.flags)) return TROUBLE(r, "a flag is not understood");
    word.len = (size_t)(slash - word.ptr);
  }
  size_t alias;
  struct mdq_span first = field(&rest);
  if (r->affixes->morphology_alias_count && number(first, &alias)) {
    if (alias == 0 || alias > r->affixes->morphology_alias_count) return TROUBLE(r, "no such AM alias");
    morphology = r->affixes->morphology_alias[alias - 1];
  }
  bool readable = mdq_utf8_length(word) <= MDQ_LONGEST_ENTRY && read_letters(r->affixes, word, &entry.word) && entry.word.count;
  if (r->affixes->alphabet_full) return TROUBLE(r, "the dictionary has more than %d letters", MDQ_MOST_LETTERS);
  if (!readable) return r->affixes->skipped++, MDQ_OK;
  entry.word_class = class_of(morphology, &entry.stem);
  return take(user, &entry);
}

enum mdq_status mdq_entries_read(struct mdq_affixes *affixes, struct mdq_span dic, const char *path, mdq_entry_taker *take, void *user,
                                 struct mdq_error *error) {
  struct reading reading = { .affixes = affixes, .path = path, .error = error, .line = 1 };
  enum mdq_status status = check_encoding(dic, path, error);
  struct mdq_span line = { "", 0 };
  size_t at = 0;
  if (mdq_span_starts(dic, MDQ_BOM)) dic = mdq_span_sub(dic, MDQ_BOM.len, dic.len);
  if (!status && (!mdq_line_next(dic, &at, &line) || !line.len || line.ptr[0] < '1' || line.ptr[0] > '9'))
    status = TROUBLE(&reading, "the first line does not tell how many words there are");
  while (!status && mdq_line_next(dic, &at, &line)) {
    reading.line++;
    if (line.len) status = read_entry(&reading, line, take, user);
  }
  return !status && affixes->arena.failed ? mdq_no_memory(error) : status;
}
