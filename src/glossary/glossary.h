/* A house's glossary: how source terms are to be rendered, and which renderings it does not allow. Files are TSV or TBX
   (doc/glossary.md). Immutable once loaded; any number of threads may share it. */
#ifndef MDQ_GLOSSARY_GLOSSARY_H
#define MDQ_GLOSSARY_GLOSSARY_H

#include "arabic/terms.h"
#include "base/error.h"

struct mdq_spans {
  struct mdq_span *items;
  size_t count, capacity;
};

struct mdq_glossary_entry {
  struct mdq_spans sources;    /* English; none: what is forbidden is so anywhere */
  struct mdq_spans renderings; /* allowed, the preferred one first; none: whatever is not forbidden */
  struct mdq_spans forbidden;
  struct mdq_span note;        /* or empty */
  const char *path;            /* where it stands, while files are read */
  size_t line;
};

enum mdq_glossary_role { MDQ_RENDERING = 0, MDQ_FORBIDDEN = 1 }; /* the lowest bit of a term's id; the rest is the entry's number */

struct mdq_source_term {
  const struct mdq_source_term *next; /* of the same first word */
  uint32_t entry;
  size_t word_count;
  struct mdq_span words[MDQ_TERM_WORDS]; /* as written */
};

struct mdq_glossary {
  struct mdq_arena arena;
  struct mdq_glossary_entry *entries;
  size_t entry_count, entry_capacity;
  struct mdq_terms terms;    /* renderings and forbidden variants */
  struct mdq_map sources;    /* mdq_source_term by the first word, in lower case */
};

/* Reads the files, one that is named twice once. On failure *glossary is NULL and *error says why and where. */
enum mdq_status mdq_glossary_load(struct mdq_glossary **glossary, const char *const *paths, struct mdq_error *error);
void mdq_glossary_free(struct mdq_glossary *glossary); /* NULL is allowed */

/* A source term of entry number `entry` in an English text. */
struct mdq_source_use {
  uint32_t entry;
  struct mdq_span text;
};

/* The source terms of a text, plural and possessive and in any case (but a term that is written with capitals has them):
   calls `found` for each, which may see an entry several times. */
typedef void mdq_source_found(void *user, const struct mdq_source_use *use);
void mdq_glossary_find_sources(const struct mdq_glossary *glossary, struct mdq_span text, mdq_source_found *found, void *user);

#endif
