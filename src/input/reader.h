/* Readers: bytes of a format to segments. One file a format exports one struct mdq_reader; adding a format is
   that file and one line in reader.c. */
#ifndef MDQ_INPUT_READER_H
#define MDQ_INPUT_READER_H

#include "base/error.h"
#include "base/span.h"
#include "text/offset_map.h"

struct mdq_raw_segment {
  struct mdq_span text; /* valid until the whole input has been linted */
  size_t offset;        /* of the text in the input */
  const struct mdq_offset_map *map; /* NULL: the text stands in the input byte for byte */
  size_t line;      /* 1-based */
  const char *unit; /* valid during the call; NULL in plain text */
  bool has_source;
  bool source_shared; /* see struct mdq_segment */
  bool gap;           /* nothing translates this source: text is empty, offset tells where that would stand */
  uint8_t pairing;    /* enum mdq_pairing */
  struct mdq_span source;
};

/* Receives segments in order; MDQ_OK to go on. */
typedef enum mdq_status mdq_segment_receiver(void *user, const struct mdq_raw_segment *segment);

struct mdq_reader {
  const char *name;   /* as in --input */
  const char *ending; /* of the names of such files, with its stop; NULL: none */
  enum mdq_status (*read)(const struct mdq_input *input, mdq_segment_receiver *receiver, void *user, struct mdq_error *error);
};

/* NULL: no such format. */
const struct mdq_reader *mdq_reader_find(const char *name);

/* By the ending of a file's name; plain text if it has none that is known. */
const struct mdq_reader *mdq_reader_for_file(const char *file);

#endif
