/* How to write a rule.

   One file under src/rules/<family>/ holds a rule or a tight group of rules that share their work. It exports
   one `const struct mdq_rule_group mdq_rules_<family>_<file>` and is named once in src/rules/rules.am: the registry is made from that
   list, and the build fails on a rule file that is not in it. Everything about a rule stands in its file: id,
   severities, texts in both languages, examples. The generic test runs the examples of every rule.

   Hooks are called in this order for each document: begin, then for each segment `segment` and `token`, then
   finish. A rule about the whole draft keeps what it needs in its state (ctx->state, zeroed, state_size bytes)
   and reports in finish. Rules borrow and free nothing: what lasts for the document goes to ctx->arena, what
   lasts for the segment to ctx->scratch. Words (struct mdq_word) last for the segment only; segment text
   lasts for the document.

   Cost. News holds a word every eleven bytes, and most rules care for few words. A group says by `concerns` which word
   types it wants to see: asked once a type, and remembered in the word, so that neither `token` nor (if nothing else asks
   for it) `segment` is called for the others, and a rule costs nothing where it has nothing to say. The answer may depend
   on the word, the tables, the lexicon and the options, never on the place or the draft. Inside `segment`,
   mdq_concerned() tells of a token what was answered. What a whole draft makes a group keep should be small and, by the
   piece, rare: a large draft has a hundred thousand numbers.

   Severity policy (linguistics.md §11): error = precision of 0.95 measured; warning = 0.80; note = 0.50. */
#ifndef MDQ_LINT_RULE_H
#define MDQ_LINT_RULE_H

#include "base/arena.h"
#include "lexicon/lexicon.h"
#include "lint/house.h"
#include "lint/table.h"
#include "mudaqqiq.h"
#include "text/segment.h"

struct mdq_text { /* one text in the languages of the interface */
  const char *en, *ar;
};

struct mdq_rule {
  const char *id;       /* family/slug, stable for ever */
  enum mdq_severity severity;
  enum mdq_certainty certainty;
  const char *category; /* MQM, e.g. "fluency/typography" */
  const char *since;    /* release that brought it */
  bool off;             /* true: only when selected */
  const char *supersedes; /* id of a rule whose finding at the very same place, not more severe, this one makes redundant */
  const char *covers;     /* beginning of the ids of rules whose findings inside this one's place, not more severe, it makes redundant */
  struct mdq_text summary;   /* one line, no final stop */
  struct mdq_text rationale; /* why it is wrong and what to write, one to three sentences */
  struct mdq_text message;   /* template; {x} {y} {z} are filled from the finding; {?…?} is left out where there is no y */
  const struct mdq_text *wordings; /* other messages, for findings that say another reason; ends with a { NULL } entry, or NULL */
  const struct mdq_example *bad;  /* ends with a { NULL } entry; a '\n' in the text separates lines; fixed: the text after this rule's first fix of every finding */
  const char *const *good;        /* ends with NULL: looks alike and is right */
  const struct mdq_example *good_pairs; /* more of them, for rules that compare: with their source; ends with { NULL }, or NULL */
};

struct mdq_place { /* byte offsets in the input */
  size_t start, end;
  const char *unit;
};

/* A replacement text for a place. */
struct mdq_replacement {
  struct mdq_place at; /* {0,0}: the finding's own place */
  struct mdq_span text;
  bool safe; /* unique, local, idempotent: --fix may apply it unseen */
};

/* Of findings that differ in nothing but their places and in x, which is the text that stands there: their texts are kept once. All zero at first. */
struct mdq_finding_memo {
  uint32_t draft; /* the serial number of the one that has kept them */
  bool settled;   /* see lint/kept.h, as of ... */
  size_t texts;   /* ... these */
};

struct mdq_finding {
  struct mdq_place at;
  struct mdq_span x, y, z;          /* fill {x} {y} {z} of the message */
  enum mdq_severity severity;       /* 0: the rule's own */
  enum mdq_certainty certainty;     /* 0: the rule's own */
  uint8_t wording;                  /* 0: the rule's message; else that one of its wordings, from 1 */
  bool by_house;                    /* the preset decides: the message is "House style: “{y}”" */
  struct mdq_span fix;              /* if fix.ptr: one replacement for `at` (it may be empty: delete) */
  bool safe;                        /* of fix */
  const struct mdq_replacement *fixes; /* more of them, best first; copied by mdq_report */
  size_t fix_count;
  struct mdq_finding_memo *memo;    /* NULL: no other is like it; its y, z and fixes do not point into the input */
};

struct mdq_gap { /* a paragraph of the source that nothing in the draft translates */
  size_t at;              /* in the input: where its translation would stand */
  size_t segment;         /* how many segments stand before it */
  bool blank;             /* an empty line (cell) stands in its place */
  const char *unit;
  struct mdq_span source;
};

struct mdq_document {
  const char *name;
  uint32_t serial; /* tells it from the others that the worker has linted, for what is cached in words; not 0 */
  struct mdq_span bytes; /* the input */
  bool has_source;
  struct mdq_span source;
  const struct mdq_gap *gaps; /* in the order of the text, complete when rules finish */
  size_t gap_count;
};

struct mdq_ctx {
  const struct mdq_document *document;
  struct mdq_arena *arena;      /* lives as long as the document */
  struct mdq_arena *scratch;    /* lives as long as the segment */
  struct mdq_lexicon *lexicon;
  struct mdq_words *words;
  const struct mdq_table *const *tables; /* the group's tables, in the order of its list */
  struct mdq_house_style *house; /* what the draft is held to, where newsrooms differ */
  const void *data;             /* the compiled packs, for the group of packs; else NULL */
  void *state;                  /* the group's state for this document */
  const struct mdq_rule_group *group;
  uint64_t concern;             /* the group's bit in mdq_word.concerns */
  struct mdq_run *run;          /* the pipeline's own */
};

enum mdq_figures { /* most are neither */
  MDQ_FIGURES_YEAR = 1 << 0,  /* of four digits */
  MDQ_FIGURES_BESIDE = 1 << 1 /* beside a mark that is not PLAIN, or before a word of four letters or less */
};

struct mdq_rule_group {
  const struct mdq_rule *rules;
  size_t rule_count;
  const char *const *tables; /* files under dicts/, NULL-terminated, or NULL */
  unsigned token_kinds;      /* `token` is called for tokens of these kinds; for words only if they concern the group */
  const uint32_t *marks;     /* of PUNCT it is called for these code points, and may be for others; ends with 0; NULL: for all */
  bool odd_only;             /* and of PUNCT and NUM it is not called for those that are MDQ_TOKEN_PLAIN */
  unsigned plain_figures;    /* of NUM that are MDQ_TOKEN_PLAIN it is called for those that are one of these mdq_figures; 0: for all */
  bool (*concerns)(struct mdq_ctx *ctx, struct mdq_word *word); /* NULL: every word concerns it */
  bool asks_anew;           /* what it answers depends on the options or on what the word has been asked since: the yes of a profile is not enough */
  uint32_t traits;           /* `segment` is called for segments with one of these traits ... */
  unsigned segment_kinds;    /* ... or with a token of one of these kinds; both 0: for every segment */
  bool paired_only;          /* but for none without a source, unless that is paired by content */
  bool segment_words;        /* ... or with a word that concerns the group; with it, both 0 means no more than that */
  bool sourced_segments;     /* ... or with a source */
  bool needs_glossary;       /* its hooks are called only where there is one, see mdq_glossary_of() */
  const char *example_glossary; /* the one (TSV) that its examples are for */
  bool counts_house;         /* counts for the house style: its hooks are called even if all its rules are off */
  size_t state_size;
  void (*begin)(struct mdq_ctx *ctx);
  void (*segment)(struct mdq_ctx *ctx, const struct mdq_segment *segment);
  void (*token)(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i);
  void (*finish)(struct mdq_ctx *ctx);
};

/* Reports a finding of rule number `rule` of ctx->group. Usage:
     mdq_report(ctx, RULE_X, .at = mdq_at(segment, from, to), .x = text, .fix = MDQ_SPAN_LIT("،"), .safe = true); */
#define mdq_report(ctx, rule, ...) mdq_report_finding((ctx), (rule), &(struct mdq_finding){ __VA_ARGS__ })
void mdq_report_finding(struct mdq_ctx *ctx, size_t rule, const struct mdq_finding *finding);

/* Does so with the texts that its memo has kept in this draft, severity and certainty being said: y, z and fixes need not be made. False: they do. */
bool mdq_report_again(struct mdq_ctx *ctx, size_t rule, const struct mdq_finding *finding);

/* Tells whoever lints of trouble that the rule data made at a byte of the input, which is no finding; walks over the input to
   find the line: for what is rare. One line, no final full stop. */
void mdq_tell_of_data(const struct mdq_ctx *ctx, size_t at, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Token i is a word that the group's `concerns` wants to see; for use in `segment`. */
static inline bool mdq_concerned(const struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i) {
  const struct mdq_word *word = segment->tokens[i].word;
  return word && (word->concerns & ctx->concern);
}

/* True unless the rule is switched off: lets a group skip work nobody asked for. */
bool mdq_rule_enabled(const struct mdq_ctx *ctx, size_t rule);

/* True if a finding of that severity would be delivered, too: for rules whose notes are dear to find. */
bool mdq_rule_delivers(const struct mdq_ctx *ctx, size_t rule, enum mdq_severity severity);

/* News has the word, and its spelling has been worked out when the program was built: there is nothing to say of it (see lint/profiles.h). False: it
   is not known. */
bool mdq_profile_is_sound(const struct mdq_ctx *ctx, struct mdq_span v1);

/* ... or there is, and this says it, as mdq_spelling_pack() has written it. Empty: it is not known. */
struct mdq_span mdq_profile_spelling(const struct mdq_ctx *ctx, const struct mdq_word *word);

/* Somebody looks at the fixes of a finding about the word `raw`, or they decide whether it is one: for rules whose fixes are dear to find. */
bool mdq_fixes_matter(const struct mdq_ctx *ctx, struct mdq_span raw);

/* The place of bytes [start, end) of a segment's text; of token i; of tokens i to j inclusive. */
struct mdq_place mdq_at(const struct mdq_segment *segment, size_t start, size_t end);
struct mdq_place mdq_at_token(const struct mdq_segment *segment, size_t i);
struct mdq_place mdq_at_tokens(const struct mdq_segment *segment, size_t i, size_t j);

/* The text of tokens i to j inclusive, with what stands between them. */
struct mdq_span mdq_tokens_text(const struct mdq_segment *segment, size_t i, size_t j);

/* The user's glossary, for a group that needs one; else it may be NULL. */
struct mdq_glossary;
const struct mdq_glossary *mdq_glossary_of(const struct mdq_ctx *ctx);

/* The terms of terms/renderings.tsv, which a group that asks for them lists among its tables. */
struct mdq_renderings;
const struct mdq_renderings *mdq_renderings_of(const struct mdq_ctx *ctx);

/* ctx->tables[i] has a row with that key. */
static inline bool mdq_listed(const struct mdq_ctx *ctx, size_t table, struct mdq_span key) {
  return mdq_table_get(ctx->tables[table], key) != NULL;
}

#define MDQ_COUNT(array) (sizeof(array) / sizeof((array)[0]))

#endif
