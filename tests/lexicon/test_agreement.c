/* The compiled lexicon and libhunspell say the same of every string: the forms of the dictionary, what is near to them, the
   words of real text, and letters at random. `make check` asks about a sample of 1 % of the forms, `make proof` (--all) about
   every one. The work is shared by two processes; each string is told by its number alone, so that any number of them asks
   the same.

     test_agreement [--all] [PART]...     parts by number, from 0, in the order of the summary

   In the environment: MUDAQQIQ_DICTS, MUDAQQIQ_HUNSPELL (the dictionary, without .aff) and MUDAQQIQ_TESTS; MUDAQQIQ_QUICK makes
   the sample ten times smaller, for another build with the same lexicon. */
#include <hunspell/hunspell.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/map.h"
#include "base/map_file.h"
#include "forms.h"
#include "lexicon/compiled.h"
#include "lexicon/dictionary.h"
#include "text/lines.h"
#include "text/utf8.h"
#include "unmunch.h"

enum { WORKERS = 2, MOST_SHOWN = 10 };

enum part { FORMS, ENTRIES, MUTATIONS, TYPES, RANDOM, QUESTIONS, READINGS, PARTS };

static const char *const part_names[PARTS] = {
  "forms of the automaton", "forms of entries, by the rules alone", "mutations", "types of samples and word counts", "random strings",
  "forms that may be glued questions", "analyses",
};

struct tally { /* of a part in a process; shared */
  uint64_t asked, accepted, disagreed;
};

struct plan { /* how many of each; one form or entry in so many */
  uint64_t form_step, entry_step, mutations, random, question_step, reading_step;
};

static const struct plan quick = { .form_step = 1000, .entry_step = 20000, .mutations = 20000, .random = 5000, .question_step = 70000, .reading_step = 70000 };
static const struct plan sample = { .form_step = 100, .entry_step = 4000, .mutations = 200000, .random = 20000, .question_step = 7000, .reading_step = 7000 };
static const struct plan everything = { .form_step = 1, .entry_step = 100, .mutations = 1000000, .random = 1000000, .question_step = 400, .reading_step = 700 };

struct worker {
  unsigned number, chosen; /* parts, as bits */
  const struct plan *plan;
  struct tally *tally; /* PARTS of them */
  struct mdq_compiled compiled;
  struct forms forms;
  Hunhandle *hunspell;
  struct mdq_dictionary *through_hunspell;
  char aff[4096], dic[4096];
  struct mdq_words_list {
    struct mdq_span *word;
    size_t count;
  } types;
};

static void die(const char *what) {
  fprintf(stderr, "test_agreement: %s\n", what);
  exit(99);
}

static const char *environment(const char *name) {
  const char *value = getenv(name);
  if (!value) die(name);
  return value;
}

/* -- asking both -- */

static void record(struct worker *w, enum part part, const char *form, bool agreed, bool accepted, const char *how) {
  struct tally *tally = &w->tally[part];
  tally->asked++;
  tally->accepted += accepted;
  if (agreed) return;
  if (tally->disagreed++ < MOST_SHOWN) printf("disagreement (%s): %s: %s\n", part_names[part], form, how);
}

static bool ask(struct worker *w, enum part part, const char *form) {
  bool compiled = mdq_compiled_accepts(&w->compiled, mdq_span_str(form)), hunspell = Hunspell_spell(w->hunspell, form);
  record(w, part, form, compiled == hunspell, hunspell, compiled ? "only the compiled lexicon has it" : "only Hunspell has it");
  return hunspell;
}

static void progress(const struct worker *w, enum part part, uint64_t done, uint64_t all) {
  if (w->plan == &everything && w->number == 0 && done * 100 / all != (done + WORKERS) * 100 / all)
    fprintf(stderr, "%s: %d %%\n", part_names[part], (int)((done + WORKERS) * 100 / all));
}

static void ask_forms(struct worker *w) {
  uint64_t count = forms_count(&w->forms), steps = (count + w->plan->form_step - 1) / w->plan->form_step;
  for (uint64_t i = w->number; i < steps; i += WORKERS) {
    uint64_t random = i, number = i * w->plan->form_step;
    if (w->plan->form_step > 1) number += next_random(&random) % w->plan->form_step;
    if (number >= count) break;
    struct form_text text;
    forms_at(&w->forms, number, &text);
    if (!ask(w, FORMS, text.ptr) && !mdq_compiled_accepts(&w->compiled, form_span(&text)))
      record(w, FORMS, text.ptr, false, false, "listed, but not found");
    progress(w, FORMS, i, steps);
  }
}

/* -- the rules alone -- */

static void take_form(void *user, const char *form) {
  struct worker *w = user;
  if (!ask(w, ENTRIES, form) && !mdq_compiled_accepts(&w->compiled, mdq_span_str(form)))
    record(w, ENTRIES, form, false, false, "the rules make it, and neither has it");
}

static void ask_entries(struct worker *w) {
  struct unmunch *rules = unmunch_open(w->aff);
  FILE *dic = fopen(w->dic, "r");
  if (!dic) die(w->dic);
  char line[4096];
  for (uint64_t i = 0; fgets(line, sizeof line, dic); i++) {
    uint64_t random = i / w->plan->entry_step;
    if (i == 0 || random % WORKERS != w->number) continue;
    if (i % w->plan->entry_step == next_random(&random) % w->plan->entry_step) unmunch_line(rules, line, take_form, w);
  }
  fclose(dic);
  unmunch_close(rules);
}

/* -- what is near to words, words, and neither -- */

static void ask_mutations(struct worker *w) {
  for (uint64_t i = w->number; i < w->plan->mutations; i += WORKERS) {
    uint64_t random = i;
    struct form_text text;
    if (i & 2) {
      forms_at(&w->forms, next_random(&random) % forms_count(&w->forms), &text);
    } else {
      struct mdq_span word = w->types.word[next_random(&random) % w->types.count];
      text.len = word.len;
      memcpy(text.ptr, word.ptr, word.len);
    }
    mutate(&w->forms, &text, &random);
    if (!(next_random(&random) % 4)) mutate(&w->forms, &text, &random);
    ask(w, MUTATIONS, text.ptr);
    progress(w, MUTATIONS, i, w->plan->mutations);
  }
}

static void ask_types(struct worker *w) {
  for (size_t i = w->number; i < w->types.count; i += WORKERS) {
    char word[512];
    snprintf(word, sizeof word, "%.*s", (int)w->types.word[i].len, w->types.word[i].ptr);
    ask(w, TYPES, word);
  }
}

static void ask_random(struct worker *w) {
  for (uint64_t i = w->number; i < w->plan->random; i += WORKERS) {
    uint64_t random = ~i;
    struct form_text text;
    random_text(&w->forms, &text, &random);
    ask(w, RANDOM, text.ptr);
    progress(w, RANDOM, i, w->plan->random);
  }
}

/* -- glued questions and readings -- */

static bool may_ask(const struct form_text *text) {
  size_t at = 0;
  uint32_t c = mdq_utf8_next(form_span(text), &at);
  if (c == 0x0648 || c == 0x0641) c = mdq_utf8_at(form_span(text), at);
  return c == 0x0623 || c == 0x0622; /* و ف, أ آ */
}

static void ask_questions(struct worker *w) {
  uint64_t count = forms_count(&w->forms);
  for (uint64_t i = w->number * w->plan->question_step; i < count; i += WORKERS * w->plan->question_step) {
    uint64_t random = i;
    struct form_text text;
    for (size_t k = 0; k < 20; k++) { /* one in six forms may be */
      forms_at(&w->forms, next_random(&random) % count, &text);
      if (may_ask(&text)) break;
    }
    bool compiled = mdq_compiled_has(&w->compiled, form_span(&text)), hunspell = mdq_dictionary_has(w->through_hunspell, form_span(&text));
    record(w, QUESTIONS, text.ptr, compiled == hunspell, hunspell, compiled ? "a word for the compiled lexicon alone" : "a word for Hunspell alone");
  }
}

/* Readings as lines of text, each once: the word list has ي a thousand times, and Hunspell as many readings of يك. */
struct reading_lines {
  size_t count;
  char line[256][64];
};

static int by_text(const void *a, const void *b) {
  return strcmp(a, b);
}

static void add_line(struct reading_lines *lines, const char *line) {
  for (size_t i = 0; i < lines->count; i++)
    if (!strcmp(lines->line[i], line)) return;
  if (lines->count == sizeof lines->line / sizeof lines->line[0]) die("a form has more than 256 readings");
  memcpy(lines->line[lines->count++], line, sizeof lines->line[0]);
}

static void sort_readings(const struct mdq_reading *readings, size_t count, struct reading_lines *lines) {
  lines->count = 0;
  for (size_t i = 0; i < count; i++) {
    const struct mdq_reading *r = &readings[i];
    char line[sizeof lines->line[0]];
    /* Hunspell tells the flag of a prefix only where there is a suffix, too. */
    snprintf(line, sizeof line, "class %u prefix %s suffixes %s %s", r->word_class, *r->inner_suffix.text ? r->prefix_flag.text : "",
             r->inner_suffix.text, r->outer_suffix.text);
    add_line(lines, line);
  }
  qsort(lines->line, lines->count, sizeof lines->line[0], by_text);
}

static void ask_readings(struct worker *w) {
  struct mdq_arena arena = MDQ_ARENA_INIT;
  uint64_t count = forms_count(&w->forms);
  for (uint64_t i = w->number * w->plan->reading_step; i < count; i += WORKERS * w->plan->reading_step) {
    struct form_text text;
    uint64_t random = i;
    if (i / w->plan->reading_step & 2) {
      struct mdq_span word = w->types.word[next_random(&random) % w->types.count];
      text.len = word.len;
      memcpy(text.ptr, word.ptr, word.len);
      text.ptr[word.len] = '\0';
    } else {
      forms_at(&w->forms, i, &text);
    }
    struct mdq_reading *ours, *theirs;
    size_t our_count = mdq_compiled_analyze(&w->compiled, form_span(&text), &arena, &ours);
    size_t their_count = mdq_dictionary_analyze(w->through_hunspell, form_span(&text), &arena, &theirs);
    static struct reading_lines a, b;
    sort_readings(ours, our_count, &a);
    sort_readings(theirs, their_count, &b);
    size_t k = 0;
    while (k < a.count && k < b.count && !strcmp(a.line[k], b.line[k])) k++;
    char how[400];
    snprintf(how, sizeof how, "%zu readings and %zu; compiled \"%s\", Hunspell \"%s\"", a.count, b.count, k < a.count ? a.line[k] : "",
             k < b.count ? b.line[k] : "");
    record(w, READINGS, text.ptr, k == a.count && k == b.count, our_count > 0, how);
    mdq_arena_reset(&arena);
  }
  mdq_arena_free(&arena);
}

/* -- the words of real text -- */

/* Letters, and marks that Hunspell ignores; no digits and no punctuation. */
static bool is_letter(uint32_t c) {
  return (c >= 0x0620 && c <= 0x065F) || (c >= 0x066E && c <= 0x06D3) || c == 0x06D5;
}

static void add_types(struct worker *w, struct mdq_map *known, struct mdq_span text) {
  size_t from = 0, at = 0;
  while (from < text.len) {
    uint32_t c = 0;
    for (at = from; at < text.len && is_letter(c = mdq_utf8_at(text, at));) mdq_utf8_next(text, &at);
    struct mdq_span word = mdq_span_sub(text, from, at);
    if (word.len && word.len < 120 && !mdq_map_get(known, word)) {
      if (!mdq_map_put(known, word, w)) die("no memory");
      if (!(w->types.count & (w->types.count - 1))) {
        w->types.word = realloc(w->types.word, (2 * w->types.count + 1) * sizeof *w->types.word);
        if (!w->types.word) die("no memory");
      }
      w->types.word[w->types.count++] = word;
    }
    from = at;
    while (from < text.len && !is_letter(mdq_utf8_at(text, from))) mdq_utf8_next(text, &from);
  }
}

static void read_types(struct worker *w) {
  static const char *const files[] = { "draft", "clean-1", "clean-2", "clean-3", "clean-4", "clean-5", "clean-6" };
  struct mdq_map known = { 0 };
  struct mdq_span text;
  struct mdq_error error = { 0 };
  char path[4096];
  for (size_t i = 0; i <= sizeof files / sizeof files[0]; i++) {
    if (i) snprintf(path, sizeof path, "%s/samples/%s.txt", environment("MUDAQQIQ_TESTS"), files[i - 1]);
    else snprintf(path, sizeof path, "%s/lexicon/word-counts.tsv", environment("MUDAQQIQ_DICTS"));
    if (mdq_map_file(path, &text, MDQ_NO_DATA, &error)) die(error.file);
    add_types(w, &known, text); /* the files stay mapped */
  }
  mdq_map_free(&known);
}

/* -- sharing the work -- */

static void open_both(struct worker *w) {
  struct mdq_error error = { 0 };
  snprintf(w->aff, sizeof w->aff, "%s.aff", environment("MUDAQQIQ_HUNSPELL"));
  snprintf(w->dic, sizeof w->dic, "%s.dic", environment("MUDAQQIQ_HUNSPELL"));
  if (mdq_compiled_open(&w->compiled, environment("MUDAQQIQ_DICTS"), &error)) die(error.message);
  if (!w->compiled.file.bytes || !mdq_is_sound(&w->compiled.file.late)) die("no lexicon, or a damaged one");
  if (!forms_open(&w->forms, &w->compiled.automaton, w->compiled.all)) die("no memory");
  if (mdq_dictionary_open(&w->through_hunspell, w->aff, "", &error)) die(error.message);
  w->hunspell = Hunspell_create(w->aff, w->dic);
  read_types(w);
}

static void work(struct worker *w) {
  static void (*const parts[PARTS])(struct worker *w) = { ask_forms, ask_entries, ask_mutations, ask_types, ask_random, ask_questions, ask_readings };
  open_both(w);
  for (size_t i = 0; i < PARTS; i++) {
    if (!(w->chosen >> i & 1)) continue;
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    parts[i](w);
    clock_gettime(CLOCK_MONOTONIC, &to);
    if (!w->number) fprintf(stderr, "%s: %.1f s\n", part_names[i], (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9);
  }
  if (!w->number) printf("%llu forms in the lexicon\n", (unsigned long long)forms_count(&w->forms));
  Hunspell_destroy(w->hunspell);
  mdq_dictionary_free(w->through_hunspell);
  forms_close(&w->forms);
  mdq_compiled_close(&w->compiled);
  free(w->types.word);
}

static bool print_sum(const struct tally *tallies, unsigned chosen) {
  uint64_t disagreed = 0;
  bool all_asked = true;
  for (size_t p = 0; p < PARTS; p++) {
    struct tally sum = { 0 };
    for (size_t i = 0; i < WORKERS; i++) {
      sum.asked += tallies[i * PARTS + p].asked;
      sum.accepted += tallies[i * PARTS + p].accepted;
      sum.disagreed += tallies[i * PARTS + p].disagreed;
    }
    printf("%-38s %10llu asked, %10llu accepted, %llu disagreements\n", part_names[p], (unsigned long long)sum.asked,
           (unsigned long long)sum.accepted, (unsigned long long)sum.disagreed);
    disagreed += sum.disagreed;
    all_asked &= sum.asked > 0 || !(chosen >> p & 1);
  }
  return all_asked && !disagreed;
}

int main(int argc, char **argv) {
  bool all = argc > 1 && !strcmp(argv[1], "--all"), ended = true;
  unsigned chosen = 0;
  for (int i = 1 + all; i < argc; i++) chosen |= 1u << (strtoul(argv[i], NULL, 10) & 31);
  if (!chosen) chosen = (1u << PARTS) - 1;
  setvbuf(stdout, NULL, _IOLBF, 0); /* an hour's work that is broken off has still told what it found */
  struct tally *tallies = mmap(NULL, WORKERS * PARTS * sizeof *tallies, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (tallies == MAP_FAILED) die("no memory");
  for (unsigned i = 0; i < WORKERS; i++) {
    pid_t child = fork();
    if (child < 0) die("no process");
    if (child == 0) {
      static struct worker worker;
      worker.number = i;
      worker.chosen = chosen;
      worker.plan = all ? &everything : getenv("MUDAQQIQ_QUICK") ? &quick : &sample;
      worker.tally = tallies + i * PARTS;
      work(&worker);
      return 0;
    }
  }
  for (unsigned i = 0; i < WORKERS; i++) {
    int status;
    ended &= wait(&status) > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }
  return print_sum(tallies, chosen) && ended ? 0 : 1;
}
