#include "pack/image.h"

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

static struct mdq_packs *packs_in(const struct mdq_data_file *file) {
  if (!mdq_data_holds(file, 0, 1, sizeof(struct mdq_image_root), 1)) return NULL;
  const struct mdq_image_root *root = (const struct mdq_image_root *)(const void *)file->body;
  if (!mdq_data_holds(file, root->packs, 1, sizeof(struct mdq_packs), MDQ_DATA_ALIGN) || !relocate(file, root)) return NULL;
  struct mdq_packs *packs = (struct mdq_packs *)(void *)(file->body + root->packs);
  packs->file = *file;
  packs->group = mdq_packs_hooks;
  packs->group.rules = packs->rules;
  packs->group.rule_count = packs->entry_count;
  return packs;
}

enum mdq_status mdq_packs_open(struct mdq_packs **packs, const char *data_dir, struct mdq_error *error) {
  *packs = NULL;
  struct mdq_data_file file;
  enum mdq_status status = mdq_data_file_open(&file, data_dir, &mdq_image_kind, error);
  if (status) return status;
  if (!file.bytes) return mdq_packs_load(packs, data_dir, error);
  *packs = packs_in(&file);
  if (*packs) return MDQ_OK;
  mdq_data_file_close(&file);
  return mdq_fail(error, MDQ_NO_DATA, "%.300s/compiled/packs.bin: damaged", data_dir);
}
