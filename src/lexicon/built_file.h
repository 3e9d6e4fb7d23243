/* What the files have in common that the build compiles from tables under dicts/, and that are mapped at start and asked
   in place: a head that tells what they are, and sections. A file that does not fit the program is refused; where there is
   none, it is compiled in memory. */
#ifndef MDQ_LEXICON_BUILT_FILE_H
#define MDQ_LEXICON_BUILT_FILE_H

#include "base/buf.h"
#include "base/error.h"
#include "lexicon/lexicon_file.h"

struct mdq_built_head { /* the first member of a header */
  char magic[8];
  uint32_t byte_order, version;
  uint64_t size;     /* of the file */
  uint64_t checksum; /* of all that follows this field */
};

struct mdq_built_file {
  struct mdq_span bytes; /* aligned to 8 */
  struct mdq_span mapped;
  struct mdq_buf made;   /* what was compiled here, for want of a compiled file */
};

/* Appends the compiled form of tables in the data directory. */
typedef enum mdq_status mdq_builder(const char *data_dir, struct mdq_buf *file, struct mdq_error *error);

/* Maps data_dir/compiled/NAME or makes it in memory. Closing is allowed after a failure. */
enum mdq_status mdq_built_file_open(struct mdq_built_file *file, const char *data_dir, const char *name, mdq_builder *build, struct mdq_error *error);
void mdq_built_file_close(struct mdq_built_file *file);

/* Why the bytes are not of that sort, or NULL. */
const char *mdq_built_trouble(struct mdq_span bytes, const char magic[8], uint32_t version, size_t header_size);

/* The message for a trouble with the file of that name. */
enum mdq_status mdq_built_refuse(const char *name, const char *trouble, struct mdq_error *error);

/* A section's records lie within the file. */
bool mdq_section_fits(struct mdq_section section, size_t record, size_t size);

/* Pads the file to a multiple of 8 bytes; a section of `count` records starts at its end then. */
struct mdq_section mdq_section_start(struct mdq_buf *file, size_t count);

/* Once all sections stand: puts the header, whose first member is a head, at the start of the file, sealed. */
void mdq_built_seal(struct mdq_buf *file, void *header, size_t header_size, const char magic[8], uint32_t version);

/* A hash of words for tables by hash. */
uint64_t mdq_word_hash(struct mdq_span word);

#endif
