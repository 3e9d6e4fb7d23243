/* What the readers of glossary files share. */
#ifndef MDQ_GLOSSARY_READER_H
#define MDQ_GLOSSARY_READER_H

#include "glossary/glossary.h"

struct mdq_glossary_reader {
  struct mdq_glossary *glossary;
  const char *path;
  struct mdq_error *error;
};

/* A new entry, which stands in that line, or NULL without memory. */
struct mdq_glossary_entry *mdq_glossary_entry_new(const struct mdq_glossary_reader *reader, size_t line);

/* Adds the text, copied and with the space around it taken off, unless it is empty or there already; false without memory. */
bool mdq_glossary_add_text(struct mdq_glossary *glossary, struct mdq_spans *list, struct mdq_span text);

/* Why the text can be no term, for a message; NULL: it can. */
const char *mdq_glossary_misfit(struct mdq_span text);

/* Makes a source term of an entry findable; false without memory. */
bool mdq_glossary_index_source(struct mdq_glossary *glossary, struct mdq_span text, uint32_t entry);

/* Fails where one source term has the same text both allowed and forbidden. */
enum mdq_status mdq_glossary_check(const struct mdq_glossary *glossary, struct mdq_error *error);

/* The bytes of the file are valid UTF-8. */
enum mdq_status mdq_glossary_read_tsv(const struct mdq_glossary_reader *reader, struct mdq_span bytes);
enum mdq_status mdq_glossary_read_tbx(const struct mdq_glossary_reader *reader, struct mdq_span bytes);

#endif
