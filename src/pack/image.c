#include "pack/image.h"

#include <stdlib.h>

const struct mdq_data_kind mdq_image_kind = { .name = "packs", .version = 1, .layout = MDQ_IMAGE_LAYOUT, .writable = true };

/* The file's checksum has been verified, so that this guards against a writer at fault, not against damage. */
static bool relocate(const struct mdq_data_file *file, const struct mdq_image_root *root) {
  if (!mdq_data_holds(file, root->places, root->place_count, sizeof(uint32_t), sizeof(uint32_t))) return false;
  const uint32_t *places = (const uint32_t *)(const void *)(file->body + root->places);
  for (size_t i = 0; i < root->place_count; i++) {
    if (!mdq_data_holds(file, places[i], 1, sizeof(uintptr_t), _Alignof(uintptr_t)) || places[i] >= root->places) return false;
    uintptr_t *pointer = (uintptr_t *)(void *)(file->body + places[i]);
    if (*pointer >= file->body_size) return false;
    *pointer += (uintptr_t)file->body;
  }
  return true;
}

/* Where the packs are in the file, or NULL. */
static const struct mdq_packs *find_packs(const struct mdq_data_file *file) {
  if (!mdq_data_holds(file, 0, 1, sizeof(struct mdq_image_root), 1)) return NULL;
  const struct mdq_image_root *root = (const struct mdq_image_root *)(const void *)file->body;
  if (!mdq_data_holds(file, root->packs, 1, sizeof(struct mdq_packs), MDQ_DATA_ALIGN) || !relocate(file, root)) return NULL;
  return (const struct mdq_packs *)(const void *)(file->body + root->packs);
}

/* What will come to own memory leaves the file for the heap, where leak checkers follow pointers. */
static bool take_out(struct mdq_packs *packs, const struct mdq_packs *image) {
  *packs = *image;
  packs->regex_copies = calloc(packs->regex_count + 1, sizeof *packs->regex_copies);
  if (!packs->regex_copies) return false;
  for (size_t i = 0; i < packs->regex_count; i++) {
    struct mdq_entry *entry = &packs->entries[packs->regexes[i]];
    packs->regex_copies[i] = *entry->regex;
    entry->regex = &packs->regex_copies[i];
  }
  packs->group = mdq_packs_hooks;
  packs->group.rules = packs->rules;
  packs->group.rule_count = packs->entry_count;
  return true;
}

static enum mdq_status make_packs(struct mdq_packs **result, struct mdq_data_file *file, const char *data_dir, struct mdq_error *error) {
  const struct mdq_packs *image = find_packs(file);
  if (!image) return mdq_fail(error, MDQ_NO_DATA, "%.300s/compiled/packs.bin: damaged", data_dir);
  struct mdq_packs *packs = malloc(sizeof *packs);
  if (!packs || !take_out(packs, image)) {
    free(packs);
    return mdq_no_memory(error);
  }
  packs->file = *file;
  *result = packs;
  return MDQ_OK;
}

enum mdq_status mdq_packs_open(struct mdq_packs **packs, const char *data_dir, struct mdq_error *error) {
  *packs = NULL;
  struct mdq_data_file file;
  enum mdq_status status = mdq_data_file_open(&file, data_dir, &mdq_image_kind, error);
  if (status) return status;
  if (!file.bytes) return mdq_packs_load(packs, data_dir, error);
  status = make_packs(packs, &file, data_dir, error);
  if (status) mdq_data_file_close(&file);
  return status;
}
