#include "lexicon/word_counts.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/checksum.h"
#include "base/file.h"
#include "base/map.h"
#include "base/map_file.h"
#include "lexicon/bucket.h"
#include "lexicon/counts_file.h"

static const void *records(const struct mdq_word_counts *counts, struct mdq_section section) {
  return (const char *)counts->header + section.offset;
}

static bool fits(struct mdq_section section, size_t record, size_t size) {
  return section.offset % 8 == 0 && section.offset <= size && section.count <= (size - section.offset) / record;
}

static enum mdq_status refuse(const char *name, const char *reason, struct mdq_error *error) {
  return mdq_fail_at(error, MDQ_NO_DATA, name, 0, 0, "%s; compile it anew with make", reason);
}

/* All but the checksum, which is left to the late check. */
static enum mdq_status take(struct mdq_word_counts *counts, struct mdq_span bytes, const char *name, struct mdq_error *error) {
  const struct mdq_counts_header *header = (const void *)bytes.ptr;
  size_t summed = offsetof(struct mdq_counts_header, checksum) + sizeof header->checksum;
  const char *reason = NULL;
  if (bytes.len < sizeof *header || memcmp(header->magic, MDQ_COUNTS_MAGIC, sizeof header->magic)) reason = "not compiled word counts";
  else if (header->byte_order != MDQ_LEXICON_BYTE_ORDER) reason = "compiled on a machine of another byte order";
  else if (header->version != MDQ_COUNTS_VERSION) reason = "compiled by another version of the program";
  else if (header->size != bytes.len) reason = header->size > bytes.len ? "truncated" : "damaged: it is longer than it should be";
  else if (!fits(header->buckets, sizeof(uint32_t), bytes.len) || header->buckets.count != MDQ_COUNTS_BUCKETS + 1 ||
           !fits(header->entries, sizeof(struct mdq_counts_entry), bytes.len) || !fits(header->words, sizeof(uint32_t), bytes.len))
    reason = "damaged: its parts do not fit";
  if (reason) return refuse(name, reason, error);
  counts->header = header;
  counts->attested = (struct mdq_automaton){ .words = (const uint32_t *)(const void *)(bytes.ptr + header->words.offset),
                                             .word_count = header->words.count, .code = header->alphabet.code, .letter = header->alphabet.letter };
  counts->attested_root = header->root;
  mdq_late_check_init(&counts->check, mdq_span_sub(bytes, summed, bytes.len), header->checksum);
  return MDQ_OK;
}

enum mdq_status mdq_word_counts_read(struct mdq_word_counts *counts, struct mdq_span bytes, const char *name, struct mdq_error *error) {
  enum mdq_status status = take(counts, bytes, name, error);
  if (!status && mdq_checksum(counts->check.bytes) != counts->check.sum) status = refuse(name, "damaged", error);
  if (!status) counts->check = (struct mdq_late_check){ .bytes = { NULL, 0 } };
  return status;
}

enum mdq_status mdq_word_counts_trouble(const struct mdq_word_counts *counts, const char *data_dir, struct mdq_error *error) {
  char path[4096];
  if (!mdq_is_damaged(&counts->check)) return MDQ_OK;
  snprintf(path, sizeof path, "%s/compiled/word-counts.bin", data_dir);
  return refuse(path, "damaged", error);
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
  char compiled[4096], source[4096];
  if ((size_t)snprintf(compiled, sizeof compiled, "%s/compiled/word-counts.bin", data_dir) >= sizeof compiled)
    return mdq_fail(error, MDQ_NO_DATA, "the path of the data directory is too long");
  snprintf(source, sizeof source, "%s/lexicon/word-counts.tsv", data_dir);
  enum mdq_status status;
  if (access(compiled, F_OK)) {
    status = compile_source(counts, source, error);
  } else {
    status = mdq_map_file(compiled, &counts->mapped, MDQ_NO_DATA, error);
    if (!status) status = take(counts, counts->mapped, compiled, error);
  }
  if (status) mdq_word_counts_close(counts);
  return status;
}

void mdq_word_counts_close(struct mdq_word_counts *counts) {
  mdq_unmap_file(counts->mapped);
  if (counts->made.ptr) mdq_buf_free(&counts->made);
  *counts = (struct mdq_word_counts){ 0 };
}

static const uint32_t *bucket_of(const struct mdq_word_counts *counts, uint64_t hash) {
  return (const uint32_t *)records(counts, counts->header->buckets) + (hash >> 48);
}

static uint32_t find(const struct mdq_word_counts *counts, uint64_t hash) {
  const uint32_t *bucket = bucket_of(counts, hash);
  const struct mdq_counts_entry *entries = records(counts, counts->header->entries);
  if (!mdq_bucket_may_have(bucket[0], hash)) return MDQ_NO_COUNT;
  uint32_t end = mdq_bucket_start(bucket[1]);
  for (uint32_t i = mdq_bucket_start(bucket[0]); i < end && i < counts->header->entries.count; i++)
    if (entries[i].hash == (uint32_t)hash) return i;
  return MDQ_NO_COUNT;
}

uint32_t mdq_word_counts_find(const struct mdq_word_counts *counts, struct mdq_span v1) {
  return mdq_is_sound(&counts->check) ? find(counts, mdq_hash(v1)) : MDQ_NO_COUNT;
}

void mdq_word_counts_find_many(const struct mdq_word_counts *counts, struct mdq_count_query *queries, size_t count) {
  const struct mdq_counts_entry *entries = records(counts, counts->header->entries);
  if (!count || !mdq_is_sound(&counts->check)) {
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

struct mdq_count mdq_word_counts_at(const struct mdq_word_counts *counts, uint32_t index) {
  if (index == MDQ_NO_COUNT) return (struct mdq_count){ 0 };
  const struct mdq_counts_entry *entry = (const struct mdq_counts_entry *)records(counts, counts->header->entries) + index;
  return (struct mdq_count){ .edited = entry->edited & 0x7FFFFFFF, .web = entry->web, .vouched = entry->edited >> 31 };
}

struct mdq_count mdq_word_counts_get(const struct mdq_word_counts *counts, struct mdq_span v1) {
  return mdq_word_counts_at(counts, mdq_word_counts_find(counts, v1));
}

size_t mdq_word_counts_size(const struct mdq_word_counts *counts) {
  return counts->header->entries.count;
}
