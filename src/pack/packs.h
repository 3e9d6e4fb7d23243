/* The compiled packs: what load.c, entry_read.c and compile.c build and match.c reads. */
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

enum mdq_entry_position { MDQ_ANYWHERE = 0, MDQ_FIRST_LINES, MDQ_LAST_LINES, MDQ_HEADLINE, MDQ_CAPTION };

/* What becomes of a match where there is a source text and it lacks the entry's English. */
enum mdq_unsourced { MDQ_UNSOURCED_KEEP = 0, MDQ_UNSOURCED_LOWER, MDQ_UNSOURCED_DROP };

/* A set of atoms as it is kept: once, however many elements and conditions have it. */
struct mdq_kept_set {
  uint64_t bits;         /* see struct mdq_atom_set */
  uint32_t first, count; /* of mdq_packs.set_ids */
};

struct mdq_element {
  uint32_t set; /* 0, the empty one, for a gap */
  uint8_t gap;
  bool optional;
};

struct mdq_phrase {
  uint32_t entry;
  uint32_t elements;                   /* where they start among mdq_packs.elements */
  uint8_t count;
  uint8_t trigger;                     /* the element that starts a search: mandatory and rare */
  uint8_t replaced_from, replaced_to;  /* elements inside <>; equal: the whole match */
  bool literal;                        /* of `literal`: counts only where the source has the English */
};

/* An atom and one that stands behind it: a phrase that has both is tried where both stand, for few words of news stand together by
   chance that an entry names together, so that the number of entries costs little. */
struct mdq_pair {
  uint32_t right;        /* its class; that of no atom, 0: the left one alone will do */
  uint32_t phrase;       /* and whether its trigger is the right one, see mdq_pair_phrase() */
};

static inline uint32_t mdq_pair_phrase(uint32_t phrase, bool right) {
  return phrase * 2 + right;
}

/* The pairs of a left atom come in parts: the trigger alone, with an atom that stands just behind, or within some tokens. */
enum mdq_pair_part { MDQ_ALONE = 0, MDQ_BESIDE, MDQ_FAR, MDQ_PAIR_PARTS };

/* An entry may be meant where the source has a word of this stem, see struct mdq_english_word, and one of the other. */
struct mdq_english_key {
  uint32_t stem, other; /* they may be the same */
  uint32_t entry;
};

enum { MDQ_ENGLISH_KEY_SHIFT = 20, MDQ_ENGLISH_STARTS = (1 << (32 - MDQ_ENGLISH_KEY_SHIFT)) + 1 };

struct mdq_strings {
  const struct mdq_span *items;
  size_t count;
};

struct mdq_regex_list { /* of mdq_packs.regexes */
  uint32_t first, count;
};

struct mdq_entry {
  enum mdq_entry_position position;
  uint32_t near, unless_near, document_has, document_lacks; /* sets; 0: none */
  struct mdq_regex_list near_regexes, unless_near_regexes;
  struct mdq_strings source_has, source_lacks;
  struct mdq_strings suggest;
  struct mdq_span english;
  uint32_t regex;       /* 1 + its number among mdq_packs.regexes; 0: a pattern */
  uint8_t within, unless_within; /* how many tokens either side near and unless-near look at */
  uint8_t unsourced;    /* enum mdq_unsourced */
  bool in_sentence;     /* they look no further than the sentences of the match */
  bool needs_digit;     /* of a regex */
  bool several;         /* it covers several names or terms, and cannot tell which is meant: nothing is offered */
  uint8_t mechanism;    /* enum mdq_mechanism */
  bool by_words;        /* a figure of speech, which the words of its English in the source tell, see rendering.h */
};

struct mdq_mark { /* a place in a file */
  uint32_t line, column; /* from 1 */
};

/* Where an entry and its examples stand; known only of packs made from YAML. */
struct mdq_entry_marks {
  const char *path;
  struct mdq_mark id;
  const struct mdq_mark *bad, *good, *good_pairs;
};

/* A new field, here or in what it refers to, must also be listed in image_write.c. */
struct mdq_packs {
  struct mdq_arena arena;
  struct mdq_data_file file;   /* that the rest is in, if it was not made from YAML; but for `regexes` */
  struct mdq_rule_group group;
  struct mdq_rule *rules;      /* one an entry, sorted by id */
  struct mdq_entry *entries;
  struct mdq_entry_marks *marks; /* one an entry, or NULL; not in the file */
  size_t entry_count;
  bool extra;                  /* a user's, not the first ones */
  struct mdq_phrase *phrases;
  size_t phrase_count;
  struct mdq_element *elements; /* of all phrases, one behind the other */
  size_t element_count;
  struct mdq_kept_set *sets;   /* the first is empty */
  size_t set_count;
  mdq_atom_id *set_ids;
  size_t set_id_count;
  struct mdq_atoms atoms;
  struct mdq_pair *pairs;      /* by the left atom's class, by part, by the right atom, by phrase */
  size_t pair_count;
  uint32_t *class_pairs;       /* where part p of a class starts: [class * MDQ_PAIR_PARTS + p]; it ends where the next starts */
  uint64_t *pair_bits;         /* three bits per hash of two atoms and their part: of most that stand together there is no pair */
  size_t pair_shift;           /* 64 less the binary logarithm of how many words of bits there are */
  mdq_atom_id *document_ids;   /* the atoms that document conditions use, sorted: few */
  size_t document_atoms;
  struct mdq_regex *regexes;
  size_t regex_count;
  /* Told which condition kept a match of an entry from being a finding; NULL: nobody asks. Not in the file. */
  void (*refused)(void *user, uint32_t entry, const char *condition);
  void *refused_user;
  struct mdq_english_key *english_keys; /* by stem; of the expressions of two words and more */
  size_t english_key_count;
  uint32_t *english_starts;    /* [MDQ_ENGLISH_STARTS]: where the keys of stems with these highest bits start; they end where the next do */
  uint32_t *regex_entries;     /* the entries that are one */
  size_t regex_entry_count;
  uint64_t regexes_with[64];   /* by fragment: bit i % 64 is that of the i-th of regex_entries, which may match where the fragment is */
  uint64_t regex_fragments;    /* OR of the fragments that have any */
  uint64_t regexes_always;     /* those that no words tell of */
};

static inline struct mdq_atom_set mdq_set_of(const struct mdq_packs *packs, uint32_t number) {
  const struct mdq_kept_set *set = &packs->sets[number];
  return (struct mdq_atom_set){ packs->set_ids + set->first, set->count, set->bits };
}

static inline const struct mdq_element *mdq_elements_of(const struct mdq_packs *packs, const struct mdq_phrase *phrase) {
  return packs->elements + phrase->elements;
}

/* The number of an atom among document_ids, which has it. */
static inline size_t mdq_document_slot(const struct mdq_packs *packs, mdq_atom_id id) {
  size_t low = 0, high = packs->document_atoms;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (packs->document_ids[middle] <= id) low = middle;
    else high = middle;
  }
  return low;
}

/* From entry_read.c to compile.c: an entry as written. */
struct mdq_atoms_source {
  struct mdq_atom *items;
  size_t count;
};

struct mdq_entry_source {
  struct mdq_pattern pattern; /* no phrases: a regex */
  struct mdq_pattern literal;
  struct mdq_atoms_source near, unless_near, document_has, document_lacks;
};

/* Fills phrases, atoms, pairs and the atom sets of packs->entries; false without memory. The text of word-counts.tsv, or
   else a guess, tells which words are rare enough to trigger a search. */
bool mdq_packs_compile(struct mdq_packs *packs, const struct mdq_entry_source *sources, struct mdq_span word_counts);

/* The hooks of the group, see match.c; and those of a user's, who mostly has few entries: they are called only where a segment may have
   something for them. */
extern const struct mdq_rule_group mdq_packs_hooks;
struct mdq_rule_group mdq_extra_hooks(const struct mdq_packs *packs);

#endif
