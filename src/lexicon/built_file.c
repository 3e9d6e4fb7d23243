#include "lexicon/built_file.h"

#include <stdio.h>
#include <unistd.h>

#include "base/map_file.h"

uint64_t mdq_word_hash(struct mdq_span word) {
  uint64_t hash = word.len * UINT64_C(0xA0761D6478BD642F), piece;
  for (size_t at = 0; at < word.len; at += 8) {
    size_t rest = word.len - at;
    piece = 0;
    memcpy(&piece, word.ptr + at, rest < 8 ? rest : 8);
    hash = (hash ^ piece) * UINT64_C(0x9E3779B97F4A7C15);
    hash ^= hash >> 31;
  }
  return hash;
}

/* Every step can be undone, so that a single wrong byte never goes unseen; eight lanes keep pace with memory. */
static uint64_t checksum(const char *bytes, size_t count) {
  enum { LANES = 8 };
  static const uint64_t k = UINT64_C(0x9E3779B97F4A7C15);
  uint64_t lane[LANES] = { count, 1, 2, 3, 4, 5, 6, 7 };
  for (; count >= sizeof lane; count -= sizeof lane, bytes += sizeof lane)
#pragma GCC unroll 8
    for (size_t i = 0; i < LANES; i++) {
      uint64_t word;
      memcpy(&word, bytes + sizeof word * i, sizeof word);
      lane[i] = (lane[i] ^ word) * k;
    }
  return mdq_lexicon_checksum(lane, sizeof lane, mdq_lexicon_checksum(bytes, count, 0));
}

const char *mdq_built_trouble(struct mdq_span bytes, const char magic[8], uint32_t version, size_t header_size) {
  const struct mdq_built_head *head = (const void *)bytes.ptr;
  size_t summed = sizeof *head;
  if (bytes.len < header_size || memcmp(head->magic, magic, sizeof head->magic)) return "not a file of this kind";
  if (head->byte_order != MDQ_LEXICON_BYTE_ORDER) return "compiled on a machine of another byte order";
  if (head->version != version) return "compiled by another version of the program";
  if (head->size != bytes.len) return head->size > bytes.len ? "truncated" : "damaged: it is longer than it should be";
  if (head->checksum != checksum(bytes.ptr + summed, bytes.len - summed)) return "damaged";
  return NULL;
}

enum mdq_status mdq_built_refuse(const char *name, const char *trouble, struct mdq_error *error) {
  return mdq_fail_at(error, MDQ_NO_DATA, name, 0, 0, "%s; compile it anew with make", trouble);
}

bool mdq_section_fits(struct mdq_section section, size_t record, size_t size) {
  return section.offset % 8 == 0 && section.offset <= size && section.count <= (size - section.offset) / record;
}

struct mdq_section mdq_section_start(struct mdq_buf *file, size_t count) {
  while (file->len % 8 && !file->failed) mdq_buf_addc(file, '\0');
  return (struct mdq_section){ .offset = (uint32_t)file->len, .count = (uint32_t)count };
}

void mdq_built_seal(struct mdq_buf *file, void *header, size_t header_size, const char magic[8], uint32_t version) {
  mdq_section_start(file, 0);
  if (file->failed) return;
  struct mdq_built_head *head = header;
  memcpy(head->magic, magic, sizeof head->magic);
  head->byte_order = MDQ_LEXICON_BYTE_ORDER;
  head->version = version;
  head->size = file->len;
  memcpy(file->ptr, header, header_size);
  head->checksum = checksum(file->ptr + sizeof *head, file->len - sizeof *head);
  memcpy(file->ptr, header, header_size);
}

enum mdq_status mdq_built_file_open(struct mdq_built_file *file, const char *data_dir, const char *name, mdq_builder *build, struct mdq_error *error) {
  *file = (struct mdq_built_file){ 0 };
  char path[4096];
  if ((size_t)snprintf(path, sizeof path, "%s/compiled/%s", data_dir, name) >= sizeof path)
    return mdq_fail(error, MDQ_NO_DATA, "the path of the data directory is too long");
  if (!access(path, F_OK)) {
    enum mdq_status status = mdq_map_file(path, &file->mapped, MDQ_NO_DATA, error);
    file->bytes = file->mapped;
    return status;
  }
  mdq_buf_init(&file->made);
  enum mdq_status status = build(data_dir, &file->made, error);
  file->bytes = mdq_buf_span(&file->made);
  return status;
}

void mdq_built_file_close(struct mdq_built_file *file) {
  mdq_unmap_file(file->mapped);
  if (file->made.ptr) mdq_buf_free(&file->made);
  *file = (struct mdq_built_file){ 0 };
}
