#include "lexicon/word_counts.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/map.h"
#include "base/map_file.h"
#include "lexicon/bucket.h"
#include "lexicon/counts_file.h"

const struct mdq_data_kind mdq_counts_kind = {
  .name = "counts", .file = "word-counts.bin", .version = 5, .layout = (sizeof(struct mdq_counts_header) << 8) + sizeof(struct mdq_counts_entry),
};

static inline const void *records(const struct mdq_word_counts *counts, struct mdq_section section) {
  return (const char *)counts->header + section.offset;
}

static bool body_fits(const struct mdq_data_file *file) {
  const struct mdq_counts_header *header = (const void *)file->body;
  return file->body_size >= sizeof *header && mdq_data_holds(file, header->buckets.offset, header->buckets.count, sizeof(uint32_t), 8) &&
         header->buckets.count == MDQ_COUNTS_BUCKETS + 1 &&
         mdq_data_holds(file, header->entries.offset, header->entries.count, sizeof(struct mdq_counts_entry), 8) &&
         mdq_data_holds(file, header->automaton.offset, header->automaton.count, 1, 8);
}

static enum mdq_status use_body(struct mdq_word_counts *counts, const char *name, struct mdq_error *error) {
  if (!body_fits(&counts->file)) return mdq_fail_at(error, MDQ_NO_DATA, name, 0, 0, "damaged: its parts do not fit");
  const struct mdq_counts_header *header = (const void *)counts->file.body;
  counts->header = header;
  counts->attested = (struct mdq_automaton){ .bytes = records(counts, header->automaton), .size = header->automaton.count,
                                             .code = header->alphabet.code, .letter = header->alphabet.letter };
  counts->attested_root = header->root;
  return MDQ_OK;
}

enum mdq_status mdq_word_counts_read(struct mdq_word_counts *counts, struct mdq_span bytes, const char *name, struct mdq_error *error) {
  enum mdq_status status = mdq_data_file_read(&counts->file, bytes, name, &mdq_counts_kind, error);
  return status ? status : use_body(counts, name, error);
}

enum mdq_status mdq_word_counts_trouble(const struct mdq_word_counts *counts, const char *data_dir, struct mdq_error *error) {
  return mdq_data_file_trouble(&counts->file, data_dir, &mdq_counts_kind, error);
}

static enum mdq_status compile_source(struct mdq_word_counts *counts, const char *path, struct mdq_error *error) {
  struct mdq_span source;
  enum mdq_status status = mdq_map_file(path, &source, MDQ_NO_DATA, error);
  if (status) return status;
  mdq_buf_init(&counts->made);
  status = mdq_word_counts_compile(source, path, &counts->made, error);
  mdq_unmap_file(source);
  return status ? status : mdq_word_counts_read(counts, mdq_buf_span(&counts->made), path, error);
}

enum mdq_status mdq_word_counts_open(struct mdq_word_counts *counts, const char *data_dir, struct mdq_error *error) {
  *counts = (struct mdq_word_counts){ 0 };
  char source[4096];
  enum mdq_status status = mdq_data_file_open(&counts->file, data_dir, &mdq_counts_kind, error);
  if (!status && counts->file.bytes) status = use_body(counts, mdq_counts_kind.file, error);
  else if (!status && (size_t)snprintf(source, sizeof source, "%s/lexicon/word-counts.tsv", data_dir) < sizeof source) status = compile_source(counts, source, error);
  if (status) mdq_word_counts_close(counts);
  return status;
}

void mdq_word_counts_close(struct mdq_word_counts *counts) {
  mdq_data_file_close(&counts->file);
  if (counts->made.ptr) mdq_buf_free(&counts->made);
  *counts = (struct mdq_word_counts){ 0 };
}

static inline const uint32_t *bucket_of(const struct mdq_word_counts *counts, uint64_t hash) {
  return (const uint32_t *)records(counts, counts->header->buckets) + (hash >> 48);
}

static inline uint32_t find(const struct mdq_word_counts *counts, uint64_t hash) {
  const uint32_t *bucket = bucket_of(counts, hash);
  const struct mdq_counts_entry *entries = records(counts, counts->header->entries);
  if (!mdq_bucket_may_have(bucket[0], hash)) return MDQ_NO_COUNT;
  uint32_t end = mdq_bucket_start(bucket[1]);
  for (uint32_t i = mdq_bucket_start(bucket[0]); i < end && i < counts->header->entries.count; i++)
    if (entries[i].hash == (uint32_t)hash) return i;
  return MDQ_NO_COUNT;
}

static inline uint32_t find_word(const struct mdq_word_counts *counts, struct mdq_span v1) {
  return mdq_is_sound(&counts->file.late) ? find(counts, mdq_hash(v1)) : MDQ_NO_COUNT;
}

uint32_t mdq_word_counts_find(const struct mdq_word_counts *counts, struct mdq_span v1) {
  return find_word(counts, v1);
}

void mdq_word_counts_find_many(const struct mdq_word_counts *counts, struct mdq_count_query *queries, size_t count) {
  const struct mdq_counts_entry *entries = records(counts, counts->header->entries);
  if (!count || !mdq_is_sound(&counts->file.late)) {
    for (size_t i = 0; i < count; i++) queries[i].index = MDQ_NO_COUNT;
    return;
  }
  for (size_t i = 0; i < count; i++) {
    queries[i].hash = mdq_hash(queries[i].v1);
    __builtin_prefetch(bucket_of(counts, queries[i].hash));
  }
  for (size_t i = 0; i < count; i++) {
    uint32_t bucket = *bucket_of(counts, queries[i].hash);
    if (mdq_bucket_may_have(bucket, queries[i].hash)) __builtin_prefetch(&entries[mdq_bucket_start(bucket)]);
  }
  for (size_t i = 0; i < count; i++) queries[i].index = find(counts, queries[i].hash);
}

static inline struct mdq_count count_at(const struct mdq_word_counts *counts, uint32_t index) {
  if (index == MDQ_NO_COUNT) return (struct mdq_count){ 0 };
  const struct mdq_counts_entry *entry = (const struct mdq_counts_entry *)records(counts, counts->header->entries) + index;
  return (struct mdq_count){ .edited = entry->edited & 0x7FFFFFFF, .web = entry->web, .vouched = entry->edited >> 31 };
}

struct mdq_count mdq_word_counts_at(const struct mdq_word_counts *counts, uint32_t index) {
  return count_at(counts, index);
}

struct mdq_count mdq_word_counts_get(const struct mdq_word_counts *counts, struct mdq_span v1) {
  return count_at(counts, find_word(counts, v1));
}

size_t mdq_word_counts_size(const struct mdq_word_counts *counts) {
  return counts->header->entries.count;
}
