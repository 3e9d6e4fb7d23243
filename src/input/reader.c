#include "input/reader.h"

extern const struct mdq_reader mdq_reader_plain_text;

static const struct mdq_reader *const readers[] = {
  &mdq_reader_plain_text,
};

const struct mdq_reader *mdq_reader_find(const char *name) {
  for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
    if (!strcmp(readers[i]->name, name)) return readers[i];
  return NULL;
}
