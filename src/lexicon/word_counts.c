#include "lexicon/word_counts.h"

#include <stdio.h>

#include "base/map_file.h"
#include "lexicon/counts_file.h"

static const void *records(const struct mdq_word_counts *counts, struct mdq_section section) {
  return (const char *)counts->header + section.offset;
}

enum mdq_status mdq_word_counts_read(struct mdq_word_counts *counts, struct mdq_span bytes, const char *name, struct mdq_error *error) {
  const struct mdq_counts_header *header = (const void *)bytes.ptr;
  const char *trouble = mdq_built_trouble(bytes, MDQ_COUNTS_MAGIC, MDQ_COUNTS_VERSION, sizeof *header);
  if (!trouble && (!mdq_section_fits(header->buckets, sizeof(uint32_t), bytes.len) || header->buckets.count != MDQ_COUNTS_BUCKETS + 1 ||
                   !mdq_section_fits(header->entries, sizeof(struct mdq_counts_entry), bytes.len) ||
                   !mdq_section_fits(header->words, sizeof(uint32_t), bytes.len)))
    trouble = "damaged: its parts do not fit";
  if (trouble) return mdq_built_refuse(name, trouble, error);
  counts->header = header;
  counts->attested = (struct mdq_automaton){ .words = (const uint32_t *)(const void *)(bytes.ptr + header->words.offset),
                                             .word_count = header->words.count, .code = header->alphabet.code, .letter = header->alphabet.letter };
  counts->attested_root = header->root;
  return MDQ_OK;
}

static enum mdq_status build(const char *data_dir, struct mdq_buf *file, struct mdq_error *error) {
  char path[4096];
  snprintf(path, sizeof path, "%s/lexicon/word-counts.tsv", data_dir);
  struct mdq_span source;
  enum mdq_status status = mdq_map_file(path, &source, MDQ_NO_DATA, error);
  if (!status) status = mdq_word_counts_compile(source, path, file, error);
  mdq_unmap_file(source);
  return status;
}

enum mdq_status mdq_word_counts_open(struct mdq_word_counts *counts, const char *data_dir, struct mdq_error *error) {
  *counts = (struct mdq_word_counts){ 0 };
  char path[4096];
  snprintf(path, sizeof path, "%s/compiled/word-counts.bin", data_dir);
  enum mdq_status status = mdq_built_file_open(&counts->file, data_dir, "word-counts.bin", build, error);
  if (!status) status = mdq_word_counts_read(counts, counts->file.bytes, path, error);
  if (status) mdq_word_counts_close(counts);
  return status;
}

void mdq_word_counts_close(struct mdq_word_counts *counts) {
  mdq_built_file_close(&counts->file);
  *counts = (struct mdq_word_counts){ 0 };
}

struct mdq_count mdq_word_counts_get(const struct mdq_word_counts *counts, struct mdq_span v1) {
  uint64_t hash = mdq_word_hash(v1);
  const uint32_t *buckets = records(counts, counts->header->buckets);
  const struct mdq_counts_entry *entries = records(counts, counts->header->entries);
  size_t bucket = hash >> 48;
  for (uint32_t i = buckets[bucket]; i < buckets[bucket + 1] && i < counts->header->entries.count; i++)
    if (entries[i].hash == (uint32_t)hash)
      return (struct mdq_count){ .edited = entries[i].edited & 0x7FFFFFFF, .web = entries[i].web, .vouched = entries[i].edited >> 31 };
  return (struct mdq_count){ 0 };
}
