#include "lexicon/names.h"

#include "arabic/skeleton.h"
#include "base/map.h"
#include "lexicon/bucket.h"
#include "lexicon/names_file.h"
#include "text/chars.h"
#include "text/utf8.h"

/* -- the file -- */

const struct mdq_data_kind mdq_names_kind = {
  .name = "names", .version = 4,
  .layout = (sizeof(struct mdq_names_header) << 16) + (sizeof(struct mdq_names_word) << 8) + sizeof(struct mdq_names_latin),
};

static inline const void *records(const struct mdq_names *names, struct mdq_names_section section) {
  return (const char *)names->header + section.offset;
}

static bool section_fits(const struct mdq_data_file *file, struct mdq_names_section section, size_t record) {
  return mdq_data_holds(file, section.offset, section.count, record, sizeof(uint64_t));
}

static bool table_fits(const struct mdq_data_file *file, const struct mdq_names_table *table, size_t record) {
  return section_fits(file, table->buckets, sizeof(uint32_t)) && table->buckets.count == MDQ_NAMES_BUCKETS + 1 &&
         section_fits(file, table->records, record);
}

static bool body_fits(const struct mdq_data_file *file) {
  const struct mdq_names_header *header = (const void *)file->body;
  if (file->body_size < sizeof *header) return false;
  return table_fits(file, &header->words, sizeof(struct mdq_names_word)) && table_fits(file, &header->pairs, sizeof(uint32_t)) &&
         table_fits(file, &header->latin, sizeof(struct mdq_names_latin)) && section_fits(file, header->automaton, 1) &&
         section_fits(file, header->text, 1) && header->text.count && !file->body[header->text.offset + header->text.count - 1];
}

static enum mdq_status use_body(struct mdq_names *names, const struct mdq_data_file *file, struct mdq_error *error) {
  if (!body_fits(file)) return mdq_fail(error, MDQ_NO_DATA, "compiled/names.bin is damaged: its parts do not fit");
  const struct mdq_names_header *header = (const void *)file->body;
  names->header = header;
  names->automaton = (struct mdq_automaton){ .bytes = records(names, header->automaton), .size = header->automaton.count,
                                             .code = header->alphabet.code, .letter = header->alphabet.letter };
  names->root = header->root;
  return MDQ_OK;
}

enum mdq_status mdq_names_open(struct mdq_names *names, const char *data_dir, struct mdq_error *error) {
  *names = (struct mdq_names){ 0 };
  mdq_buf_init(&names->made);
  enum mdq_status status = mdq_data_file_open(&names->file, data_dir, &mdq_names_kind, error);
  struct mdq_data_file in_use = names->file;
  if (!status && !in_use.bytes) {
    status = mdq_names_compile(data_dir, NULL, &names->made, error);
    in_use = (struct mdq_data_file){ .body = names->made.ptr, .body_size = names->made.len };
  }
  if (!status) status = use_body(names, &in_use, error);
  if (status) mdq_names_close(names);
  return status;
}

enum mdq_status mdq_names_trouble(const struct mdq_names *names, const char *data_dir, struct mdq_error *error) {
  return mdq_data_file_trouble(&names->file, data_dir, &mdq_names_kind, error);
}

void mdq_names_close(struct mdq_names *names) {
  mdq_data_file_close(&names->file);
  if (names->made.ptr) mdq_buf_free(&names->made);
  *names = (struct mdq_names){ 0 };
}

uint64_t mdq_names_pair_hash(struct mdq_span first, struct mdq_span second) {
  uint64_t hash = mdq_hash(first);
  return (hash << 7 | hash >> 57) ^ mdq_hash(second);
}

size_t mdq_names_latin_key(struct mdq_span latin, char key[MDQ_LONGEST_LATIN_KEY]) {
  size_t length = 0;
  for (size_t at = 0; at < latin.len;) {
    uint32_t c = mdq_utf8_next(latin, &at);
    char letter = (c >= '0' && c <= '9') || c == '&' || c == '+' ? (char)c : mdq_base_letter(c);
    if (!letter) continue;
    if (length == MDQ_LONGEST_LATIN_KEY) return 0;
    key[length++] = letter;
  }
  return length;
}

struct range { /* of records */
  uint32_t from, to;
};

/* The records that may have the hash. */
static inline struct range bucket_of(const struct mdq_names *names, const struct mdq_names_table *table, uint64_t hash) {
  if (!mdq_is_sound(&names->file.late)) return (struct range){ 0, 0 };
  const uint32_t *bucket = (const uint32_t *)records(names, table->buckets) + (hash >> (64 - MDQ_NAMES_BUCKET_BITS));
  if (!mdq_bucket_may_have(bucket[0], hash)) return (struct range){ 0, 0 };
  uint32_t end = mdq_bucket_start(bucket[1]);
  return (struct range){ mdq_bucket_start(bucket[0]), end < table->records.count ? end : table->records.count };
}

/* -- single words -- */

static inline const struct mdq_names_word *word_of(const struct mdq_names *names, struct mdq_span v1) {
  uint64_t hash = mdq_hash(v1);
  const struct mdq_names_word *words = records(names, names->header->words.records);
  for (struct range r = bucket_of(names, &names->header->words, hash); r.from < r.to; r.from++)
    if (words[r.from].hash == (uint32_t)hash) return &words[r.from];
  return NULL;
}

static void describe(const struct mdq_names_word *record, struct mdq_name_word *word) {
  *word = (struct mdq_name_word){
    .kinds = record->kinds, .alone = record->flags & MDQ_WORD_ALONE, .preferred = record->flags & MDQ_WORD_PREFERRED,
    .attested = record->flags & MDQ_WORD_ATTESTED, .names = record->names, .latin = record->latin ? record->latin - 1 : MDQ_NO_LATIN,
  };
}

bool mdq_names_word(const struct mdq_names *names, struct mdq_span v1, struct mdq_name_word *word) {
  const struct mdq_names_word *record = word_of(names, v1);
  if (!record) return false;
  describe(record, word);
  word->stem.text = v1;
  return true;
}

/* A stem that proclitics were cut from may be what is left of another word: a short one proves little, and persons take
   no article. */
static bool stem_counts(const struct mdq_name_word *word, const struct mdq_stem *stem) {
  enum { SHORTEST = 4 * 2 }; /* bytes */
  if (!stem->cut) return true;
  if (stem->text.len < SHORTEST && !word->attested) return false;
  return !stem->article || word->attested || word->kinds & ~(unsigned)MDQ_KIND_OF_PERSON;
}

bool mdq_names_find(const struct mdq_names *names, struct mdq_span v1, struct mdq_name_word *word) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v1, stems);
  for (size_t i = 0; i < count; i++) {
    if (!mdq_names_word(names, stems[i].text, word) || !stem_counts(word, &stems[i])) continue;
    word->stem = stems[i];
    return true;
  }
  return false;
}

/* غوانغدونغي, والكوسوفيون: of a place, whose final ا, ة, و or يا the ending replaces. */
static bool is_demonym(const struct mdq_names *names, struct mdq_span stem) {
  static const struct mdq_span endings[] = { { "ي", 2 }, { "ية", 4 }, { "يا", 4 }, { "يون", 6 }, { "يين", 6 }, { "يات", 6 } };
  static const char *const lost[] = { "", "ا", "ة", "و", "يا" };
  enum { LETTER = 2, SHORTEST = 5 * LETTER }; /* bytes; of the place's name */
  for (size_t e = 0; e < sizeof endings / sizeof endings[0]; e++) {
    struct mdq_span ending = endings[e];
    if (stem.len + 2 * LETTER < SHORTEST + ending.len || stem.len > MDQ_LONGEST_WORD) continue;
    if (memcmp(stem.ptr + stem.len - LETTER, ending.ptr + ending.len - LETTER, LETTER) || !mdq_span_ends(stem, ending)) continue; /* the last letter tells of most */
    char place[MDQ_LONGEST_WORD + 8];
    size_t length = stem.len - ending.len;
    memcpy(place, stem.ptr, length);
    for (size_t l = 0; l < sizeof lost / sizeof lost[0]; l++) {
      size_t more = strlen(lost[l]);
      memcpy(place + length, lost[l], more);
      const struct mdq_names_word *word = length + more < SHORTEST ? NULL : word_of(names, mdq_span_of(place, length + more));
      if (word && word->kinds & MDQ_KIND_PLACE && word->flags & MDQ_WORD_ALONE) return true;
    }
  }
  return false;
}

bool mdq_names_accept(const struct mdq_names *names, struct mdq_span v1) {
  struct mdq_name_word word;
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v1, stems);
  for (size_t i = 0; i < count; i++)
    if (mdq_names_word(names, stems[i].text, &word) && word.alone && stem_counts(&word, &stems[i])) return true;
  for (size_t i = 0; i < count; i++)
    if (is_demonym(names, stems[i].text)) return true;
  return false;
}

bool mdq_names_follow(const struct mdq_names *names, struct mdq_span first, struct mdq_span second) {
  uint64_t hash = mdq_names_pair_hash(first, second);
  const uint32_t *pairs = records(names, names->header->pairs.records);
  for (struct range r = bucket_of(names, &names->header->pairs, hash); r.from < r.to; r.from++)
    if (pairs[r.from] == (uint32_t)hash) return true;
  return false;
}

bool mdq_names_may_follow(const struct mdq_names *names, struct mdq_span v1) {
  if (v1.len < MDQ_SHORTEST_NAME_WORD) return true;
  const struct mdq_names_word *record = word_of(names, v1);
  return record && record->flags & MDQ_WORD_FOLLOWS;
}

bool mdq_names_best_hamza(const struct mdq_names *names, struct mdq_span v1, struct mdq_arena *arena, struct mdq_span *right) {
  static const char *const alefs[] = { "أ", "إ", "آ" };
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v1, stems);
  struct mdq_name_word word;
  char changed[MDQ_LONGEST_WORD];
  bool found = false;
  if (v1.len > sizeof changed || mdq_names_find(names, v1, &word)) return false;
  for (size_t s = 0; s < count; s++)
    for (size_t at = stems[s].cut; at + 2 < v1.len; at += 2) {
      if (memcmp(v1.ptr + at, "ا", 2)) continue;
      memcpy(changed, v1.ptr, v1.len);
      for (size_t a = 0; a < sizeof alefs / sizeof alefs[0]; a++) {
        memcpy(changed + at, alefs[a], 2);
        struct mdq_stem stem = stems[s];
        stem.text = mdq_span_of(changed + stem.cut, v1.len - stem.cut);
        if (!mdq_names_word(names, stem.text, &word) || !word.alone || !stem_counts(&word, &stem)) continue;
        if (found && memcmp(right->ptr, changed, v1.len)) return false;
        if (!found) *right = mdq_arena_copy(arena, mdq_span_of(changed, v1.len));
        if (right->len != v1.len) return false; /* no memory */
        found = true;
      }
    }
  return found;
}

/* -- Latin names -- */

size_t mdq_names_of_latin(const struct mdq_names *names, struct mdq_span latin, uint32_t *first) {
  char key[MDQ_LONGEST_LATIN_KEY];
  size_t length = mdq_names_latin_key(latin, key), count = 0;
  if (!length) return 0;
  uint64_t hash = mdq_hash(mdq_span_of(key, length));
  const struct mdq_names_latin *entries = records(names, names->header->latin.records);
  for (struct range r = bucket_of(names, &names->header->latin, hash); r.from < r.to; r.from++)
    if (entries[r.from].hash == (uint32_t)hash && !count++) *first = r.from;
  return count;
}

static struct mdq_span string_at(const struct mdq_names *names, uint32_t offset) {
  const char *text = records(names, names->header->text);
  return mdq_span_str(offset < names->header->text.count ? text + offset : "");
}

static struct mdq_span decoded(const struct mdq_names *names, struct mdq_span coded, struct mdq_arena *arena) {
  char *text = mdq_arena_alloc(arena, 2 * coded.len + 1);
  size_t length = 0;
  for (size_t i = 0; text && i < coded.len; i++) {
    unsigned char c = (unsigned char)coded.ptr[i];
    if (c & MDQ_NAMES_LETTER) length += mdq_utf8_encode(names->header->alphabet.letter[c & 63], text + length);
    else text[length++] = (char)c;
  }
  return mdq_span_of(text ? text : "", length);
}

void mdq_names_known(const struct mdq_names *names, uint32_t latin, struct mdq_arena *arena, struct mdq_known_name *known) {
  *known = (struct mdq_known_name){ .latin = MDQ_SPAN_LIT("") };
  if (latin >= names->header->latin.records.count) return;
  const struct mdq_names_latin *entry = (const struct mdq_names_latin *)records(names, names->header->latin.records) + latin;
  known->latin = string_at(names, entry->name);
  known->kinds = entry->kinds;
  known->whole = entry->whole;
  for (uint32_t at = entry->arabic; known->count < entry->forms && known->count < MDQ_MOST_NAME_FORMS;) {
    struct mdq_span coded = string_at(names, at);
    at += (uint32_t)coded.len + 1;
    known->form[known->count++] = decoded(names, coded, arena);
  }
}
