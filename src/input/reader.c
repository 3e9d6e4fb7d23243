#include "input/reader.h"

extern const struct mdq_reader mdq_reader_plain_text, mdq_reader_tsv;

static const struct mdq_reader *const readers[] = {
  &mdq_reader_plain_text,
  &mdq_reader_tsv,
};

enum { READERS = sizeof readers / sizeof *readers };

const struct mdq_reader *mdq_reader_find(const char *name) {
  for (size_t i = 0; i < READERS; i++)
    if (!strcmp(readers[i]->name, name)) return readers[i];
  return NULL;
}

const struct mdq_reader *mdq_reader_for_file(const char *file) {
  for (size_t i = 0; i < READERS; i++)
    if (readers[i]->ending && mdq_span_ends(mdq_span_str(file), mdq_span_str(readers[i]->ending))) return readers[i];
  return readers[0];
}
