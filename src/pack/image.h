/* The packs, compiled: data_dir/compiled/packs.bin holds what mdq_packs_load() makes, as the same structures. Where a
   structure has a pointer, the file has the address that it would point to if the file were mapped at MDQ_IMAGE_ADDRESS, where
   it nearly always is: opening is then to map the file and to verify the checksum of what selecting among the entries reads;
   the rest is verified when a text first has something that an entry may look for. Where something else is mapped there, as a
   second linter's packs, a list tells where the pointers are that want mending. Regular expressions come as text and are
   compiled at their first use. */
#ifndef MDQ_PACK_IMAGE_H
#define MDQ_PACK_IMAGE_H

#include "base/data_file.h"
#include "pack/packs.h"

/* The body opens with this; offsets are into the body. What pointers there are stand before what has none. */
struct mdq_image_root {
  uint64_t packs;       /* struct mdq_packs */
  uint64_t seldom;      /* what matching does not read starts here */
  uint64_t texts, texts_end; /* what is only shown: NUL-terminated, and so is the last */
  uint64_t places;      /* uint32_t[place_count]: where pointers are */
  uint64_t place_count;
  uint64_t places_sum;  /* their checksum */
  uint64_t address;     /* MDQ_IMAGE_ADDRESS */
};

/* Far from where Linux puts programs, heaps, stacks and libraries, and in what AddressSanitizer leaves to programs. */
#define MDQ_IMAGE_ADDRESS (sizeof(void *) == 8 ? (uintptr_t)0x2000u << 32 : 0)

/* Changes with every structure in the image: a file made by another build must not pass. */
#define MDQ_IMAGE_LAYOUT                                                                                                \
  (((((((((uint64_t)sizeof(void *) * 31 + sizeof(struct mdq_packs)) * 31 + sizeof(struct mdq_entry)) * 31 +             \
         sizeof(struct mdq_rule)) * 31 + sizeof(struct mdq_phrase)) * 31 + sizeof(struct mdq_element)) * 31 +           \
      sizeof(struct mdq_atoms) + sizeof(struct mdq_atom_node)) * 31 + sizeof(struct mdq_fragment)) * 31 + sizeof(struct mdq_regex) +         \
   sizeof(struct mdq_pair) + sizeof(struct mdq_atom_asks) + sizeof(struct mdq_kept_set))

extern const struct mdq_data_kind mdq_image_kind;

/* Writes data_dir/compiled/packs.bin. */
enum mdq_status mdq_packs_write(const struct mdq_packs *packs, const char *data_dir, struct mdq_error *error);

#endif
