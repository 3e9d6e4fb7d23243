#include "lint/profiles.h"

#include <stdlib.h>

#include "base/map.h"
#include "lint/house_data.h"
#include "lint/profiles_file.h"
#include "lint/run.h"
#include "pack/packs.h"

const struct mdq_data_kind mdq_profiles_kind = { .name = "profiles", .version = 13, .layout = sizeof(struct mdq_profile) * 31 + sizeof(struct mdq_word_atoms) + sizeof(struct mdq_word_atoms_rest) };

static uint64_t mix(uint64_t key, uint64_t part) {
  return (key ^ part) * 0x9E3779B97F4A7C15u + (key >> 29);
}

static uint64_t mix_text(uint64_t key, struct mdq_span text) {
  return mix(key, mdq_hash(text));
}

uint64_t mdq_profiles_key(const struct mdq_linter *linter) {
  uint64_t parts[] = {
    mdq_dictionary_identity(linter->dictionary), mdq_data_file_identity(&linter->counts.file), mdq_data_file_identity(&linter->names.file),
    mdq_data_file_identity(&linter->packs->file), mdq_data_file_identity(&linter->table_file.file),
  };
  uint64_t key = mix_text(1, MDQ_SPAN_LIT(MDQ_VERSION));
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    if (!parts[i]) return 0;
    key = mix(key, parts[i]);
  }
  key = mix_text(mix_text(key, linter->house->settings_table.text), linter->house->pairs_table.text);
  for (size_t g = 0; g < linter->group_count; g++) {
    const struct mdq_active_group *active = &linter->groups[g];
    bool user = active->data && active->data == linter->user_packs; /* always asked, see concerns.c */
    if (!user && active->group->rule_count) key = mix_text(key, mdq_span_str(active->group->rules[0].id));
  }
  return key ? key : 1;
}

enum mdq_status mdq_profiles_open(struct mdq_profiles *profiles, const struct mdq_linter *linter, struct mdq_error *error) {
  *profiles = (struct mdq_profiles){ 0 };
  uint64_t key = mdq_profiles_key(linter);
  struct mdq_profiles opened = { 0 };
  enum mdq_status status = key ? mdq_data_file_open(&opened.file, linter->data_dir, &mdq_profiles_kind, error) : MDQ_OK;
  if (status || !opened.file.bytes) return status;
  const struct mdq_profiles_header *header = (const void *)opened.file.body;
  bool sound = mdq_data_holds(&opened.file, 0, 1, sizeof *header, 8) &&
               mdq_data_holds(&opened.file, header->profiles, header->profile_count, sizeof *opened.profiles, 8) &&
               mdq_data_holds(&opened.file, header->words, header->word_count, sizeof *opened.words, 8) &&
               mdq_data_holds(&opened.file, header->spellings, header->spelling_count, sizeof *opened.spellings, 8) &&
               mdq_data_holds(&opened.file, header->spelling_bytes, header->spelling_size, 1, 1) &&
               mdq_data_holds(&opened.file, header->atoms, header->atoms_size, 1, MDQ_DATA_ALIGN);
  if (!sound) status = mdq_fail(error, MDQ_NO_DATA, "%.300s/compiled/profiles.bin: damaged", linter->data_dir);
  if (status || header->key != key) {
    mdq_data_file_close(&opened.file);
    return status;
  }
  opened.profiles = (const void *)(opened.file.body + header->profiles);
  opened.count = (size_t)header->profile_count;
  opened.words = (const void *)(opened.file.body + header->words);
  opened.word_count = (size_t)header->word_count;
  opened.spellings = (const void *)(opened.file.body + header->spellings);
  opened.spelling_count = (size_t)header->spelling_count;
  opened.spelling_bytes = mdq_span_of(opened.file.body + header->spelling_bytes, (size_t)header->spelling_size);
  opened.atoms = header->atoms;
  opened.atoms_size = header->atoms_size;
  opened.verified = calloc(opened.atoms_size / MDQ_ATOMS_ALIGN / 64 + 1, sizeof *opened.verified);
  if (!opened.verified) {
    mdq_data_file_close(&opened.file);
    return mdq_no_memory(error);
  }
  *profiles = opened;
  return MDQ_OK;
}

/* Words are forgotten and asked again, and share their atoms, which are far apart in memory: those that are known to be sound are not
   looked at. */
static bool are_sound(const struct mdq_profiles *profiles, const struct mdq_word_atoms *atoms, uint64_t at) {
  uint64_t place = at / MDQ_ATOMS_ALIGN, bit = UINT64_C(1) << place % 64, *verified = &profiles->verified[place / 64];
  if (__atomic_load_n(verified, __ATOMIC_RELAXED) & bit) return true;
  uint64_t left = profiles->atoms_size - at;
  if (atoms->rest % sizeof(uint64_t) || atoms->rest > left || mdq_word_rest_size(atoms->count) > left - atoms->rest) return false;
  if (mdq_atoms_sum(atoms) != mdq_rest_of(atoms)->sum) return false;
  __atomic_fetch_or(verified, bit, __ATOMIC_RELAXED);
  return true;
}

const struct mdq_word_atoms *mdq_profiles_atoms(const struct mdq_profiles *profiles, uint32_t count_index) {
  uint64_t at = mdq_profiles_atoms_at(profiles, count_index);
  if (!at || at > profiles->atoms_size || profiles->atoms_size - at < sizeof(struct mdq_word_atoms)) return NULL;
  const struct mdq_word_atoms *atoms = (const void *)(profiles->file.body + profiles->atoms + at);
  return are_sound(profiles, atoms, at) ? atoms : NULL;
}

struct mdq_span mdq_profiles_spelling(const struct mdq_profiles *profiles, uint32_t count_index) {
  const struct mdq_profile *profile = mdq_profiles_get(profiles, count_index);
  size_t low = 0, high = profile && (profile->bits & MDQ_PROFILE_MISSPELT) ? profiles->spelling_count : 0;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const struct mdq_profiled_spelling *spelling = &profiles->spellings[middle];
    if (spelling->word == count_index) {
      size_t start = middle ? spelling[-1].end : 0;
      bool sound = start <= spelling->end && spelling->end <= profiles->spelling_bytes.len;
      return sound ? mdq_span_sub(profiles->spelling_bytes, start, spelling->end) : mdq_span_of("", 0);
    }
    if (spelling->word < count_index) low = middle + 1;
    else high = middle;
  }
  return mdq_span_of("", 0);
}

bool mdq_profile_is_sound(const struct mdq_ctx *ctx, struct mdq_span v1) {
  const struct mdq_linter *linter = ctx->run->linter;
  if (!linter->profiles.count) return false;
  const struct mdq_profile *profile = mdq_profiles_get(&linter->profiles, mdq_word_counts_find(&linter->counts, v1));
  return profile && (profile->bits & MDQ_PROFILE_SOUND);
}

struct mdq_span mdq_profile_spelling(const struct mdq_ctx *ctx, const struct mdq_word *word) {
  const struct mdq_linter *linter = ctx->run->linter;
  if (!linter->profiles.count || !mdq_may_have_profile(word)) return mdq_span_of("", 0);
  return mdq_profiles_spelling(&linter->profiles, mdq_word_counts_find(&linter->counts, mdq_word_v1(word)));
}

void mdq_profiles_close(struct mdq_profiles *profiles) {
  mdq_data_file_close(&profiles->file);
  free(profiles->verified);
  *profiles = (struct mdq_profiles){ 0 };
}
