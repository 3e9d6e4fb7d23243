#include "pack/image.h"

#include <stdlib.h>

#include "base/checksum.h"
#include "base/map_file.h"

const struct mdq_data_kind mdq_image_kind = { .name = "packs", .version = 13, .layout = MDQ_IMAGE_LAYOUT, .address = MDQ_IMAGE_ADDRESS };

static enum mdq_status damaged(const char *data_dir, struct mdq_error *error) {
  return mdq_fail(error, MDQ_NO_DATA, "%.300s/compiled/packs.bin: damaged", data_dir);
}

static bool relocate(const struct mdq_data_file *file, const struct mdq_image_root *root) {
  uintptr_t written_for = MDQ_IMAGE_ADDRESS + MDQ_DATA_HEADER;
  if (!mdq_data_holds(file, root->places, root->place_count, sizeof(uint32_t), sizeof(uint32_t))) return false;
  const uint32_t *places = (const uint32_t *)(const void *)(file->body + root->places);
  if (mdq_checksum(mdq_span_of((const char *)places, root->place_count * sizeof *places)) != root->places_sum) return false;
  for (size_t i = 0; i < root->place_count; i++) {
    if (!mdq_data_holds(file, places[i], 1, sizeof(uintptr_t), _Alignof(uintptr_t)) || places[i] >= root->texts) return false;
    uintptr_t *pointer = (uintptr_t *)(void *)(file->body + places[i]);
    if (*pointer - written_for >= file->body_size) return false;
    *pointer += (uintptr_t)file->body - written_for;
  }
  return true;
}

/* What will come to own memory leaves the file for the heap, where leak checkers follow pointers. */
static bool take_out(struct mdq_packs *packs, const struct mdq_packs *image) {
  *packs = *image;
  packs->regexes = calloc(packs->regex_count + 1, sizeof *packs->regexes);
  if (!packs->regexes) return false;
  if (packs->regex_count) memcpy(packs->regexes, image->regexes, packs->regex_count * sizeof *packs->regexes);
  packs->group = mdq_packs_hooks;
  packs->group.rules = packs->rules;
  packs->group.rule_count = packs->entry_count;
  return true;
}

static enum mdq_status make_packs(struct mdq_packs **result, struct mdq_data_file *file, const char *data_dir, struct mdq_error *error) {
  const struct mdq_image_root *root = (const struct mdq_image_root *)(const void *)file->body;
  bool sound = mdq_data_holds(file, 0, 1, sizeof *root, 1) && root->address == MDQ_IMAGE_ADDRESS && root->packs >= sizeof *root &&
               mdq_data_holds(file, root->packs, 1, sizeof(struct mdq_packs), MDQ_DATA_ALIGN) && root->seldom <= root->texts && root->texts < root->texts_end &&
               root->texts_end <= file->body_size && file->body[root->texts_end - 1] == '\0';
  if (!sound) return damaged(data_dir, error);
  if ((uintptr_t)file->bytes != MDQ_IMAGE_ADDRESS) {
    enum mdq_status status = mdq_is_sound(&file->late) ? mdq_data_file_unlock(file, error) : damaged(data_dir, error);
    if (status) return status;
    if (!relocate(file, root)) return damaged(data_dir, error);
  }
  struct mdq_packs *packs = malloc(sizeof *packs);
  if (!packs || !take_out(packs, (const struct mdq_packs *)(const void *)(file->body + root->packs))) {
    free(packs);
    return mdq_no_memory(error);
  }
  packs->file = *file;
  mdq_will_be_seldom_used(mdq_span_of(file->body + root->seldom, file->body_size - root->seldom));
  *result = packs;
  return MDQ_OK;
}

bool mdq_packs_are_sound(const struct mdq_packs *packs) {
  const struct mdq_data_file *file = &packs->file;
  bool known = mdq_is_verified(&file->late), sound = mdq_is_sound(&file->late);
  if (!known && sound) { /* what stands behind the bytes verified has come with them */
    size_t before = (size_t)(file->late.bytes.ptr - file->bytes);
    mdq_let_go(mdq_span_of(file->late.bytes.ptr, file->size - before));
  }
  return sound;
}

void mdq_packs_let_go(const struct mdq_packs *packs) {
  mdq_data_file_let_go(&packs->file);
}

enum mdq_status mdq_packs_trouble(const struct mdq_packs *packs, const char *data_dir, struct mdq_error *error) {
  return mdq_data_file_trouble(&packs->file, data_dir, &mdq_image_kind, error);
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
