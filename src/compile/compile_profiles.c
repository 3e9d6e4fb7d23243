/* Each word is linted as a draft of its own, with all rules on and notes shown, and what the rules then know of it is its
   profile. Few profiles differ, and more sets of atoms do; a word takes four bytes for both. Of few words there is something
   to say. */
#include "compile/compile_atoms.h"
#include "compile/compile_profiles.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/map_file.h"
#include "lint/profiles_file.h"
#include "lint/run.h"
#include "pack/atoms.h"
#include "quantity/words.h"
#include "rules/spell/spelling_pack.h"
#include "text/lines.h"

struct maker {
  struct mdq_run run;
  uint32_t *words; /* see MDQ_PROFILED_BITS */
  size_t word_count;
  struct mdq_span *spellings; /* by the word's number: as mdq_spelling_pack() has it; empty: none */
  struct mdq_arena arena;     /* ... where it is */
  struct mdq_profile *profiles;
  size_t count, capacity;
  struct mdq_atoms_maker atoms;
};

static struct mdq_profile profile_of(const struct mdq_run *run, struct mdq_word *word) {
  uint64_t groups = run->linter->group_count < 64 ? (UINT64_C(1) << run->linter->group_count) - 1 : UINT64_MAX;
  bool sound = word->spelling_known && !word->spelling, misspelt = word->spelling_known && word->spelling;
  bool no_atoms = word->atoms == &mdq_no_atoms, no_number = word->number == MDQ_NUMBER_KNOWN;
  (void)mdq_may_be_month(word, run->linter->facts_tables[MDQ_FACTS_MONTHS]); /* else it is asked where a date is sought */
  return (struct mdq_profile){
    .concerned = word->concerns & groups & run->asked, .beside = no_number ? word->beside : 0,
    .verdict = (uint8_t)word->verdict, .name = word->name, .day = (uint8_t)word->day, .month = (uint8_t)word->month,
    .bits = (uint8_t)((sound ? MDQ_PROFILE_SOUND : 0) | (no_atoms ? MDQ_PROFILE_NO_ATOMS : 0) | (no_number ? MDQ_PROFILE_NO_NUMBER : 0) |
                      (misspelt ? MDQ_PROFILE_MISSPELT : 0)),
  };
}

/* Its number, from 1; 0: there is no room for more, or no memory. */
static uint16_t number_of(struct maker *maker, struct mdq_profile profile) {
  for (size_t i = 0; i < maker->count; i++)
    if (!memcmp(&maker->profiles[i], &profile, sizeof profile)) return (uint16_t)(i + 1);
  if (maker->count == MDQ_MOST_PROFILES) return 0;
  if (maker->count == maker->capacity) {
    size_t capacity = maker->capacity ? maker->capacity * 2 : 64;
    struct mdq_profile *grown = realloc(maker->profiles, capacity * sizeof *grown);
    if (!grown) return 0;
    maker->profiles = grown;
    maker->capacity = capacity;
  }
  maker->profiles[maker->count++] = profile;
  return (uint16_t)maker->count;
}

/* What is kept with the word; false without memory. */
static bool keep_parts(struct maker *maker, uint32_t index, uint16_t profile, const struct mdq_word *word) {
  if (index >= maker->word_count) return true;
  maker->words[index] = profile;
  struct mdq_buf packed;
  mdq_buf_init(&packed);
  if (word->spelling_known && word->spelling) mdq_spelling_pack(&packed, word->spelling);
  maker->spellings[index] = mdq_arena_copy(&maker->arena, mdq_buf_span(&packed));
  bool failed = packed.failed || maker->arena.failed;
  mdq_buf_free(&packed);
  struct mdq_count count = mdq_word_counts_at(&maker->run.linter->counts, index);
  return !failed && mdq_atoms_maker_add(&maker->atoms, index, count.edited, word->atoms);
}

static bool make_profile(struct maker *maker, struct mdq_span text) {
  struct mdq_worker *worker = maker->run.worker;
  struct mdq_segment segment = { .text = text, .line = 1 };
  maker->run.document.bytes = maker->run.kept.bytes = text; /* findings are compared with what stands there */
  if (!mdq_tokenize(&segment, &worker->tokens, &worker->words)) return false;
  struct mdq_word *word = segment.token_count == 1 ? segment.tokens[0].word : NULL;
  if (word && mdq_span_eq(mdq_word_raw(word), text)) {
    mdq_run_call_hooks(&maker->run, &segment);
    uint32_t index = mdq_lexicon_find_count(worker->lexicon, word);
    uint16_t number = number_of(maker, profile_of(&maker->run, word));
    bool full = !number && maker->count == MDQ_MOST_PROFILES; /* the word has none then */
    if (!full && (!number || !keep_parts(maker, index, number, word))) return false;
  }
  mdq_arena_reset(&worker->segment);
  mdq_words_trim(&worker->words);
  return !mdq_worker_failed(worker);
}

static void add_spellings(const struct maker *maker, struct mdq_profiles_header *header, struct mdq_buf *body) {
  struct mdq_buf places, bytes;
  mdq_buf_init(&places);
  mdq_buf_init(&bytes);
  for (size_t i = 0; i < maker->word_count; i++) {
    if (!maker->spellings[i].len) continue;
    mdq_buf_add(&bytes, maker->spellings[i]);
    struct mdq_profiled_spelling spelling = { .word = (uint32_t)i, .end = (uint32_t)bytes.len };
    mdq_buf_add(&places, mdq_span_of((const char *)&spelling, sizeof spelling));
    header->spelling_count++;
  }
  header->spellings = mdq_add_array(body, places.ptr, places.len);
  header->spelling_bytes = mdq_add_array(body, bytes.ptr, bytes.len);
  header->spelling_size = bytes.len;
  if (places.failed || bytes.failed) body->failed = true;
  mdq_buf_free(&places);
  mdq_buf_free(&bytes);
}

static enum mdq_status write_profiles(const struct maker *maker, const char *output, struct mdq_error *error) {
  struct mdq_profiles_header header = { .key = mdq_profiles_key(maker->run.linter), .profile_count = maker->count, .word_count = maker->word_count };
  struct mdq_buf body, sets;
  mdq_buf_init(&body);
  mdq_buf_init(&sets);
  mdq_atoms_maker_write(&maker->atoms, maker->words, &sets);
  mdq_buf_add(&body, mdq_span_of((const char *)&header, sizeof header));
  header.profiles = mdq_add_array(&body, maker->profiles, maker->count * sizeof *maker->profiles);
  header.words = mdq_add_array(&body, maker->words, maker->word_count * sizeof *maker->words);
  add_spellings(maker, &header, &body);
  size_t checked = body.len;
  while ((MDQ_DATA_HEADER + body.len) % MDQ_ATOMS_ALIGN && !body.failed) mdq_buf_addc(&body, '\0');
  header.atoms = mdq_add_array(&body, sets.ptr, sets.len);
  header.atoms_size = sets.len;
  if (sets.failed) body.failed = true;
  mdq_buf_free(&sets);
  if (!body.failed) memcpy(body.ptr, &header, sizeof header);
  enum mdq_status status = body.failed ? mdq_no_memory(error) : mdq_data_file_write(output, &mdq_profiles_kind, mdq_buf_span(&body), checked, 0, error);
  mdq_buf_free(&body);
  return status;
}

/* A capital letter in the draft, for there are rules that look for Arabic names only where there is a Latin one. */
static const struct mdq_span draft = { "A", 1 };

static enum mdq_status make(struct mdq_linter *linter, struct mdq_span source, const char *output, struct mdq_error *error) {
  struct maker maker = { .run = { .linter = linter, .worker = mdq_worker_take(linter), .document = { .name = "words", .bytes = draft } } };
  maker.word_count = mdq_word_counts_size(&linter->counts);
  maker.words = calloc(maker.word_count + 1, sizeof *maker.words);
  maker.spellings = calloc(maker.word_count + 1, sizeof *maker.spellings);
  mdq_kept_init(&maker.run.kept, maker.run.document.bytes);
  bool ok = maker.run.worker && maker.words && maker.spellings && mdq_atoms_maker_init(&maker.atoms, maker.word_count) && mdq_run_begin(&maker.run);
  struct mdq_span line;
  for (size_t at = 0; ok && mdq_line_next(source, &at, &line);) {
    const char *tab = memchr(line.ptr, '\t', line.len);
    if (tab && line.ptr[0] != '#') ok = make_profile(&maker, mdq_span_sub(line, 0, (size_t)(tab - line.ptr)));
  }
  enum mdq_status status = ok ? write_profiles(&maker, output, error) : mdq_no_memory(error);
  mdq_kept_free(&maker.run.kept);
  mdq_worker_free(maker.run.worker);
  mdq_atoms_maker_free(&maker.atoms);
  free(maker.profiles);
  free(maker.words);
  free(maker.spellings);
  mdq_arena_free(&maker.arena);
  return status;
}

enum mdq_status mdq_compile_profiles(const char *sources, const char *output, struct mdq_error *error) {
  const char *all[] = { "*", NULL };
  struct mdq_options options;
  mdq_options_init(&options);
  options.data_dir = output;
  options.min_severity = MDQ_NOTE;
  options.select = all;
  char path[4096];
  snprintf(path, sizeof path, "%s/compiled/profiles.bin", output);
  remove(path); /* of an older build: it must not have a say */
  snprintf(path, sizeof path, "%s/compiled/ar.lexicon", output);
  if (access(path, F_OK)) return MDQ_OK;
  mdq_linter *linter;
  enum mdq_status status = mdq_linter_new(&options, &linter, error);
  if (status) return status;
  snprintf(path, sizeof path, "%s/lexicon/word-counts.tsv", sources);
  struct mdq_span source;
  status = mdq_map_file(path, &source, MDQ_NO_DATA, error);
  if (!status) status = make(linter, source, output, error);
  if (!status) mdq_unmap_file(source);
  mdq_linter_free(linter);
  return status;
}
