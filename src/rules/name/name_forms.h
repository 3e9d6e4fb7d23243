/* The written forms of names in a draft: every Latin one, and every Arabic word that may be one. Collected
   segment by segment for the rules that compare them when the whole draft is known. */
#ifndef MDQ_RULES_NAME_NAME_FORMS_H
#define MDQ_RULES_NAME_NAME_FORMS_H

#include "lint/places.h"
#include "rules/untranslated/runs.h"

enum mdq_name_evidence { /* that an Arabic word is a name */
  MDQ_NAME_NONE = 0,
  MDQ_NAME_BY_POSITION, /* an ordinary word, but behind a title or a verb of saying */
  MDQ_NAME_RARE,        /* the dictionary can derive it; the news never uses it */
  MDQ_NAME_UNKNOWN,     /* no dictionary has it, or only as a name */
  MDQ_NAME_GLOSSED      /* its Latin form stands in brackets behind it */
};

struct mdq_arabic_form { /* one occurrence, of a type whose occurrences are asked for */
  struct mdq_place at;
  uint32_t of; /* index of its type; once linked, 1 + index of the next one of its type, 0: none */
};

struct mdq_arabic_type { /* one written form */
  struct mdq_span v1; /* with its proclitics; two words of one name without the space */
  uint32_t hash;
  uint32_t first; /* its first occurrence, 1 + index, once linked: it leads to the others; 0: not linked */
  uint32_t count; /* of its occurrences */
  uint8_t evidence;   /* the strongest of its occurrences, enum mdq_name_evidence */
  bool person, place; /* attested as a person's name; as a place or people */
  bool joined;        /* made of two words, at its first occurrence */
};

struct mdq_latin_form { /* one occurrence of one word of a run, or of a whole run of two words */
  struct mdq_place at;
  struct mdq_span text;
  struct mdq_span clitic; /* the Arabic particle that is glued to it */
  bool gloss;    /* in brackets behind its Arabic form */
  bool whole;    /* the run holds nothing else */
  bool last;     /* nothing but company suffixes follows it in its run */
  bool joined;   /* a run of several words */
  bool work;     /* in the quoted title of a work, which keeps its letters while its hero may not */
  bool listed;   /* a brand that may stay in Latin letters */
  size_t glossed; /* gloss: 1 + index of the Arabic type before the bracket; 0: none */
};

struct mdq_name_forms {
  struct mdq_places kept;         /* the Arabic occurrences; tag: index of the type */
  struct mdq_arabic_form *arabic; /* those that are linked */
  struct mdq_arabic_type *types;
  size_t type_count, type_capacity;
  uint32_t *type_slots; /* a hash table of the types: 1 + index, and bits of the hash; 0: free */
  size_t slot_count;    /* zero or a power of two */
  char *room;           /* for the types' texts, of the arena */
  size_t room_left;
  struct mdq_latin_form *latin;
  size_t latin_count, latin_capacity;
  uint32_t *of; /* of a segment with Latin letters: 1 + the index of each token's type, or 0; else NULL */
  bool idle; /* the draft has no Latin capital: nothing to compare */
};

#define MDQ_NAME_TABLES MDQ_RUN_TABLES, "names/titles.tsv", "names/saying-verbs.tsv", "names/latin-generic.tsv"

/* In `begin`. The forms live in ctx->arena. */
void mdq_name_forms_begin(struct mdq_ctx *ctx, struct mdq_name_forms *forms);

/* For `marks`: the brackets and quotation marks that tell of the word before them. */
extern const uint32_t mdq_name_marks[];

/* For `concerns`: the word may be a name, announce one or stand behind another word in one, or has not been asked yet. Few drafts have Latin letters
   and so need to know of their words, so that it is the others that ask. */
bool mdq_name_forms_concern(const struct mdq_word *word);

/* In `segment`, for segments with MDQ_RUN_TOKENS; in `token`, for words that concern the group and for marks. */
void mdq_name_forms_collect(struct mdq_ctx *ctx, const struct mdq_segment *segment, struct mdq_name_forms *forms);
void mdq_name_forms_see(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, struct mdq_name_forms *forms);

/* In `finish`, once: lists and links the occurrences of the types that `wanted`, a flag for each type, asks for. */
void mdq_name_forms_link(struct mdq_ctx *ctx, struct mdq_name_forms *forms, const bool *wanted);

#endif
