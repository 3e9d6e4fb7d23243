/* The compiled packs: what load.c and compile.c build and match.c reads. */
#ifndef MDQ_PACK_PACKS_H
#define MDQ_PACK_PACKS_H

#include "base/data_file.h"
#include "pack/atoms.h"
#include "pack/pack.h"
#include "pack/pattern.h"
#include "pack/regex.h"

enum mdq_mechanism {
  MDQ_LITERAL_IDIOM = 0,
  MDQ_POLYSEMY,
  MDQ_ACRONYM,
  MDQ_NAMED_ENTITY,
  MDQ_PHRASAL_VERB,
  MDQ_FALSE_COMPOUND,
  MDQ_NUMBER_IDIOM,
  MDQ_BOILERPLATE,
  MDQ_DESK_POLICY, /* no fault: a term that desks have rules for */
  MDQ_MECHANISMS
};

enum mdq_entry_position { MDQ_ANYWHERE = 0, MDQ_FIRST_LINES, MDQ_LAST_LINES, MDQ_HEADLINE };

struct mdq_element {
  struct mdq_atom_set atoms; /* sorted; none for a gap */
  uint8_t gap;
  bool optional;
};

struct mdq_phrase {
  uint32_t entry;
  const struct mdq_element *elements;
  uint8_t count;
  uint8_t trigger;                     /* the element that starts a search: mandatory and rare */
  uint8_t replaced_from, replaced_to;  /* elements inside <>; equal: the whole match */
};

struct mdq_strings {
  const struct mdq_span *items;
  size_t count;
};

struct mdq_entry {
  enum mdq_entry_position position;
  struct mdq_atom_set near, unless_near, document_has, document_lacks;
  struct mdq_strings source_has, source_lacks;
  struct mdq_strings suggest;
  struct mdq_span english;
  struct mdq_regex *regex; /* NULL: a pattern */
  uint32_t fragment;       /* of a regex: the bit of the words it needs; 0: it needs none */
  bool needs_digit;        /* of a regex */
};

/* A new field, here or in what it refers to, must also be listed in image_write.c. */
struct mdq_packs {
  struct mdq_arena arena;
  struct mdq_data_file file;      /* that the rest is in, if it was not made from YAML ... */
  struct mdq_regex *regex_copies; /* ... but for these, one for each of `regexes` */
  struct mdq_rule_group group;
  struct mdq_rule *rules;      /* one an entry */
  struct mdq_entry *entries;
  size_t entry_count;
  struct mdq_phrase *phrases;
  size_t phrase_count;
  struct mdq_atoms atoms;
  uint32_t **triggers;         /* by atom id: count, then that many phrases */
  size_t document_atoms;       /* how many atoms the document conditions use */
  uint32_t *regexes;           /* the entries that have one */
  size_t regex_count;
};

/* From load.c to compile.c: an entry as written. */
struct mdq_entry_source {
  struct mdq_pattern pattern; /* no phrases: a regex */
  struct mdq_atom *near, *unless_near, *document_has, *document_lacks;
  size_t near_count, unless_near_count, document_has_count, document_lacks_count;
};

/* Fills phrases, atoms, triggers and the atom sets of packs->entries; false without memory or, with *many set,
   when there are more atoms or phrases than ids. */
bool mdq_packs_compile(struct mdq_packs *packs, const struct mdq_entry_source *sources, bool *many);

/* The hooks of the group, see match.c. */
extern const struct mdq_rule_group mdq_packs_hooks;

#endif
