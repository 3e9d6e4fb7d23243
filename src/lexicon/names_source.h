/* The sources of the names, read and checked. Everything lives in the arena. */
#ifndef MDQ_LEXICON_NAMES_SOURCE_H
#define MDQ_LEXICON_NAMES_SOURCE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/map.h"

enum { MDQ_MOST_SOURCE_FORMS = 40 };

struct mdq_source_name {
  struct mdq_span latin;
  unsigned kinds;              /* enum mdq_name_kind */
  bool cldr;                   /* of ICU's data, not of ours */
  bool spare;                  /* only where nothing else has the name */
  size_t form_count;
  const struct mdq_span *forms; /* the preferred one first */
};

struct mdq_source_word { /* of attested.tsv */
  struct mdq_span word;
  unsigned kind;
};

struct mdq_names_source {
  struct mdq_source_name *names;
  size_t name_count, name_capacity;
  struct mdq_source_word *words;
  size_t word_count, word_capacity;
  struct mdq_map not_alone; /* its keys */
};

/* Reads dicts/names/ below the data directory. An error names file and line. */
enum mdq_status mdq_names_source_read(struct mdq_names_source *source, const char *data_dir, struct mdq_arena *arena, struct mdq_error *error);
void mdq_names_source_free(struct mdq_names_source *source);

/* Adds what CLDR calls territories, languages, currencies and the cities of time zones in Arabic. */
enum mdq_status mdq_names_source_add_cldr(struct mdq_names_source *source, struct mdq_arena *arena, struct mdq_error *error);

/* For the two above: a new name, or NULL without memory. */
struct mdq_source_name *mdq_names_source_new(struct mdq_names_source *source, struct mdq_arena *arena);

#endif
