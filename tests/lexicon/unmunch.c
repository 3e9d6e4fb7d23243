#include "unmunch.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LETTERS = 400, MOST_FLAGS = 600, MOST_RULES = 40000, MOST_ALIASES = 4000, LINE = 8192 };

struct letters {
  size_t count;
  uint32_t letter[24];
};

struct flags {
  size_t count;
  unsigned flag[MOST_FLAGS];
};

struct rule {
  bool prefix, cross;
  unsigned flag;
  struct letters strip, append;
  char condition[96];
  char next[64]; /* flags, as written */
};

struct unmunch {
  enum { BYTES, LONG, NUMBERS, CODE_POINTS } flag_type;
  struct letters ignored;
  char *alias[MOST_ALIASES];
  size_t alias_count;
  struct rule *rules;
  size_t rule_count;
  bool header_of_aliases;
  size_t open; /* lines still to come of a PFX or SFX group */
  bool open_cross;
};

static uint32_t next_letter(const char **at) {
  const unsigned char *p = (const unsigned char *)*at;
  size_t more = *p < 0xC0 ? 0 : *p < 0xE0 ? 1 : *p < 0xF0 ? 2 : 3;
  uint32_t c = more ? *p & (0x3Fu >> more) : *p;
  for (size_t i = 1; i <= more; i++) c = c << 6 | (p[i] & 0x3Fu);
  *at += more + 1;
  return c;
}

static size_t put_letter(uint32_t c, char *to) {
  if (c < 0x80) return *to = (char)c, 1;
  if (c < 0x800) return to[0] = (char)(0xC0 | c >> 6), to[1] = (char)(0x80 | (c & 0x3F)), 2;
  return to[0] = (char)(0xE0 | c >> 12), to[1] = (char)(0x80 | (c >> 6 & 0x3F)), to[2] = (char)(0x80 | (c & 0x3F)), 3;
}

static bool is_ignored(const struct unmunch *rules, uint32_t c) {
  for (size_t i = 0; i < rules->ignored.count; i++)
    if (rules->ignored.letter[i] == c) return true;
  return false;
}

static size_t read_letters(const struct unmunch *rules, const char *text, bool all, uint32_t *letters, size_t most) {
  size_t count = 0;
  while (*text && count < most) {
    uint32_t c = next_letter(&text);
    if (all || !is_ignored(rules, c)) letters[count++] = c;
  }
  return count;
}

/* -- flags -- */

static void read_flags(const struct unmunch *rules, const char *text, struct flags *flags) {
  flags->count = 0;
  while (*text && flags->count < MOST_FLAGS) {
    unsigned flag = (unsigned char)*text;
    switch (rules->flag_type) {
      case BYTES: text++; break;
      case LONG:
        flag = flag << 8 | (unsigned char)text[1];
        text += text[1] ? 2 : 1;
        break;
      case NUMBERS:
        flag = (unsigned)strtoul(text, NULL, 10);
        text += strcspn(text, ",");
        text += *text == ',';
        break;
      default: flag = next_letter(&text);
    }
    flags->flag[flags->count++] = flag;
  }
}

static void resolve_flags(const struct unmunch *rules, const char *text, struct flags *flags) {
  size_t number = rules->alias_count ? strtoul(text, NULL, 10) : 0;
  if (rules->alias_count) text = number && number <= rules->alias_count ? rules->alias[number - 1] : "";
  read_flags(rules, text, flags);
}

static bool has(const struct flags *flags, unsigned flag) {
  for (size_t i = 0; i < flags->count; i++)
    if (flags->flag[i] == flag) return true;
  return false;
}

/* -- reading the rules -- */

static void read_rule(struct unmunch *rules, bool prefix, char *fields[5]) {
  struct flags flag;
  read_flags(rules, fields[0], &flag);
  if (!rules->open) {
    rules->open = strtoul(fields[2], NULL, 10);
    rules->open_cross = *fields[1] == 'Y';
    return;
  }
  rules->open--;
  struct rule *rule = &rules->rules[rules->rule_count];
  if (rules->rule_count < MOST_RULES) rules->rule_count++;
  *rule = (struct rule){ .prefix = prefix, .cross = rules->open_cross, .flag = flag.flag[0] };
  char *slash = strchr(fields[2], '/');
  if (slash) {
    *slash = '\0';
    snprintf(rule->next, sizeof rule->next, "%s", slash + 1);
  }
  if (strcmp(fields[1], "0")) rule->strip.count = read_letters(rules, fields[1], true, rule->strip.letter, 24);
  if (strcmp(fields[2], "0")) rule->append.count = read_letters(rules, fields[2], false, rule->append.letter, 24);
  snprintf(rule->condition, sizeof rule->condition, "%s", strcmp(fields[3], ".") ? fields[3] : "");
}

static void read_aff_line(struct unmunch *rules, char *line) {
  char *fields[7], *state = NULL;
  for (size_t i = 0; i < 7; i++) {
    fields[i] = strtok_r(i ? NULL : line, " \t\r\n", &state);
    if (!fields[i]) fields[i] = line + strlen(line); /* "" */
  }
  if (!strcmp(fields[0], "FLAG")) {
    rules->flag_type = !strcmp(fields[1], "long") ? LONG : !strcmp(fields[1], "num") ? NUMBERS : CODE_POINTS;
  } else if (!strcmp(fields[0], "IGNORE")) {
    rules->ignored.count = read_letters(rules, fields[1], true, rules->ignored.letter, 24);
  } else if (!strcmp(fields[0], "AF")) {
    if (rules->header_of_aliases && rules->alias_count < MOST_ALIASES) rules->alias[rules->alias_count++] = strdup(fields[1]);
    rules->header_of_aliases = true;
  } else if (!strcmp(fields[0], "PFX") || !strcmp(fields[0], "SFX")) {
    read_rule(rules, *fields[0] == 'P', fields + 1);
  }
}

static int prefixes_first_then_by_flag(const void *a, const void *b) {
  const struct rule *x = a, *y = b;
  if (x->prefix != y->prefix) return x->prefix ? -1 : 1;
  return (x->flag > y->flag) - (x->flag < y->flag);
}

struct unmunch *unmunch_open(const char *aff) {
  FILE *file = fopen(aff, "r");
  struct unmunch *rules = calloc(1, sizeof *rules);
  if (rules) rules->rules = calloc(MOST_RULES + 1, sizeof *rules->rules);
  if (!file || !rules || !rules->rules) abort();
  char line[LINE];
  while (fgets(line, sizeof line, file)) read_aff_line(rules, line);
  fclose(file);
  qsort(rules->rules, rules->rule_count, sizeof *rules->rules, prefixes_first_then_by_flag);
  return rules;
}

void unmunch_close(struct unmunch *rules) {
  for (size_t i = 0; i < rules->alias_count; i++) free(rules->alias[i]);
  free(rules->rules);
  free(rules);
}

/* -- applying them -- */

struct word {
  size_t count;
  uint32_t letter[MOST_LETTERS];
};

struct taking {
  const struct unmunch *rules;
  void (*take)(void *user, const char *form);
  void *user;
  size_t count;
};

static void emit(struct taking *t, const struct word *word) {
  char text[4 * MOST_LETTERS + 1];
  size_t len = 0;
  for (size_t i = 0; i < word->count; i++) len += put_letter(word->letter[i], text + len);
  text[len] = '\0';
  t->count++;
  t->take(t->user, text);
}

/* The number of letters that the condition looks at. */
static size_t condition_length(const char *condition) {
  size_t count = 0;
  while (*condition) {
    if (*condition == '[') condition += strcspn(condition, "]");
    next_letter(&condition);
    count++;
  }
  return count;
}

static bool condition_holds(const char *condition, const uint32_t *letters) {
  for (; *condition; letters++) {
    uint32_t c = next_letter(&condition);
    bool negated = false, found = c == *letters || c == '.';
    if (c == '[') {
      found = false;
      if (*condition == '^') negated = true, condition++;
      while (*condition != ']') found |= next_letter(&condition) == *letters;
      condition++;
    }
    if (found == negated) return false;
  }
  return true;
}

static bool apply(const struct rule *rule, const struct word *word, struct word *result) {
  size_t looked = condition_length(rule->condition), strip = rule->strip.count;
  if (word->count <= strip || word->count < looked || word->count + 30 > MOST_LETTERS) return false;
  const uint32_t *stripped = rule->prefix ? word->letter : word->letter + word->count - strip;
  if (memcmp(stripped, rule->strip.letter, strip * sizeof *stripped)) return false;
  if (!condition_holds(rule->condition, rule->prefix ? word->letter : word->letter + word->count - looked)) return false;
  size_t kept = word->count - strip, append = rule->append.count;
  result->count = kept + append;
  memcpy(result->letter + (rule->prefix ? append : 0), word->letter + (rule->prefix ? strip : 0), kept * sizeof *stripped);
  memcpy(result->letter + (rule->prefix ? 0 : kept), rule->append.letter, append * sizeof *stripped);
  return true;
}

/* The word with each prefix that a flag of one of the three sets allows. */
static void with_prefixes(struct taking *t, const struct word *word, bool bare, const struct flags *sets[3]) {
  for (size_t i = 0; i < t->rules->rule_count; i++) {
    const struct rule *rule = &t->rules->rules[i];
    if (!rule->prefix) break; /* they come first */
    if (!bare && !rule->cross) continue;
    struct word longer;
    for (size_t k = 0; k < 3; k++)
      if (sets[k] && has(sets[k], rule->flag)) {
        if (apply(rule, word, &longer)) emit(t, &longer);
        break;
      }
  }
}

static const struct rule *suffixes(const struct unmunch *rules, unsigned flag, size_t *count) {
  size_t low = 0, high = rules->rule_count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    const struct rule *rule = &rules->rules[middle];
    if (rule->prefix || rule->flag < flag) low = middle + 1;
    else high = middle;
  }
  *count = 0;
  while (low + *count < rules->rule_count && rules->rules[low + *count].flag == flag) ++*count;
  return rules->rules + low;
}

/* Hunspell wants the prefix's flag in the entry or in a suffix, and all of them to cross; but where it is the second suffix
   that has the flag, it does not ask the first whether it crosses. */
static void with_second_suffix(struct taking *t, const struct word *word, const struct flags *entry, const struct rule *first, const struct flags *next) {
  for (size_t k = 0; k < next->count; k++) {
    size_t count;
    const struct rule *second = suffixes(t->rules, next->flag[k], &count);
    for (size_t i = 0; i < count; i++, second++) {
      struct word longer;
      if (!apply(second, word, &longer)) continue;
      emit(t, &longer);
      if (!second->cross) continue;
      struct flags last;
      resolve_flags(t->rules, second->next, &last);
      with_prefixes(t, &longer, false, (const struct flags *[]){ &last, first->cross ? entry : NULL, first->cross ? next : NULL });
    }
  }
}

static void with_affixes(struct taking *t, const struct word *word, const struct flags *flags) {
  emit(t, word);
  with_prefixes(t, word, true, (const struct flags *[]){ flags, NULL, NULL });
  for (size_t k = 0; k < flags->count; k++) {
    size_t count;
    const struct rule *rule = suffixes(t->rules, flags->flag[k], &count);
    for (size_t i = 0; i < count; i++, rule++) {
      struct word longer;
      struct flags next;
      if (!apply(rule, word, &longer)) continue;
      resolve_flags(t->rules, rule->next, &next);
      emit(t, &longer);
      if (rule->cross) with_prefixes(t, &longer, false, (const struct flags *[]){ flags, &next, NULL });
      with_second_suffix(t, &longer, flags, rule, &next);
    }
  }
}

size_t unmunch_line(const struct unmunch *rules, const char *line, void (*take)(void *user, const char *form), void *user) {
  char text[LINE];
  snprintf(text, sizeof text, "%.*s", (int)strcspn(line, " \t\r\n"), line);
  char *slash = strchr(text, '/');
  struct flags flags = { 0 };
  if (slash) {
    *slash = '\0';
    resolve_flags(rules, slash + 1, &flags);
  }
  struct word word;
  word.count = read_letters(rules, text, false, word.letter, MOST_LETTERS);
  struct taking taking = { .rules = rules, .take = take, .user = user };
  if (word.count) with_affixes(&taking, &word, &flags);
  return taking.count;
}
