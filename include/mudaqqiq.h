/* mudaqqiq: a linter for Arabic news drafts produced by machine translation.

   The library's whole interface. A linter is created once from options, is immutable afterwards, and may be
   used from any number of threads at once; there is no global state. The library never prints, never exits
   and never changes the locale.

     struct mdq_options options;
     mdq_options_init(&options);
     struct mdq_error error;
     mdq_linter *linter = NULL;
     if (mdq_linter_new(&options, &linter, &error) != MDQ_OK) ...;
     struct mdq_input input = { .name = "draft.txt", .bytes = text, .size = length };
     if (mdq_lint(linter, &input, print_one, NULL, &error) != MDQ_OK) ...;
     mdq_linter_free(linter);

   A complete program stands in tests/unit/api_example.c and is compiled and run by the tests.

   Units. Offsets are bytes from the start of the input, 0-based, ends exclusive. Lines and columns are
   1-based; columns count Unicode code points, ends exclusive; a byte order mark counts in offsets but not
   in columns. All strings are UTF-8. */
#ifndef MUDAQQIQ_H
#define MUDAQQIQ_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum mdq_status {
  MDQ_OK = 0,
  MDQ_NO_MEMORY,
  MDQ_BAD_OPTION,  /* an option that makes no sense, or a --select glob that matches no rule */
  MDQ_NO_DATA,     /* the rule data (dicts/) was not found or is damaged */
  MDQ_NO_DICT,     /* the spelling dictionary was not found */
  MDQ_BAD_INPUT,   /* the input is not what its format promises, e.g. invalid UTF-8 */
  MDQ_STOPPED      /* the receiver of diagnostics returned non-zero */
};

enum mdq_severity { MDQ_SEVERITY_NONE = 0, MDQ_NOTE = 1, MDQ_WARNING = 2, MDQ_ERROR = 3 };

/* How sure a rule is of what it reports: certain (wrong whatever the context), likely, possible. */
enum mdq_certainty { MDQ_CERTAINTY_NONE = 0, MDQ_POSSIBLE = 1, MDQ_LIKELY = 2, MDQ_CERTAIN = 3 };

enum mdq_lang { MDQ_LANG_EN = 0, MDQ_LANG_AR = 1 };

/* Why a call failed. A position is given where there is one: line and column 0 mean "none". */
struct mdq_error {
  enum mdq_status status;
  size_t line, column;
  char file[256];     /* the input or data file concerned, or "" */
  char message[768];  /* one line, no final full stop */
};

/* All strings are borrowed until mdq_linter_new() returns. */
struct mdq_options {
  size_t size;                /* set by mdq_options_init(); tells this structure's version */
  const char *data_dir;       /* the dicts/ directory; NULL: $MUDAQQIQ_DATA, dicts/ near the executable, the installed one */
  const char *dict;           /* Hunspell dictionary: a name ("ar") or a path without ".aff"/".dic"; NULL: "ar" */
  const char *const *select;  /* globs over rule ids, NULL-terminated; NULL: every rule that is on by default */
  const char *const *ignore;  /* globs over rule ids, NULL-terminated or NULL; wins over select */
  enum mdq_severity min_severity; /* weaker diagnostics are not delivered; default MDQ_WARNING */
  enum mdq_lang lang;         /* language of the messages; default English */
  const char *house;          /* house style: a preset of dicts/house/presets ("egypt", ...); NULL: each draft's own majority */
  const char *const *packs;   /* pack files (YAML, doc/packs.md) to add to the built-in ones, NULL-terminated or NULL; an entry takes
                                 the place of the built-in entry of its id. A faulty one is MDQ_NO_DATA, with file, line and column */
  const char *date;           /* the day that drafts are written on, "YYYY-MM-DD", to judge «today» and dates without a year by; NULL: what
                                 a draft's own dateline says, or its source's. Another string, or no such day, is MDQ_BAD_OPTION */
  const char *const *glossaries; /* glossary files (TSV or TBX, doc/glossary.md) for the rules term/required and term/forbidden,
                                 NULL-terminated or NULL. A faulty one is MDQ_NO_DATA, with file, line and column */
  int without_fixes;          /* non-zero: nobody looks at the fixes of diagnostics. The same is found, faster: fixes that are dear to find are left out */
};

typedef struct mdq_linter mdq_linter;

/* Receives what is worth knowing about an input and is no finding: with status MDQ_OK how it was paired with its source; with
   MDQ_NO_DATA where rule data failed, as a regular expression of a pack that gave up. */
typedef void mdq_notice(void *user, const struct mdq_error *what);

/* Told now and then how far a pass over an input has come: what lies before the offset will hardly be looked at soon. Another
   pass may begin at the start. */
typedef void mdq_progress(void *user, size_t offset);

/* A text to lint, in UTF-8. Borrowed until mdq_lint() returns. */
struct mdq_input {
  const char *name;         /* as it shall appear in diagnostics; borrowed */
  const char *bytes;
  size_t size;
  const char *source_name;  /* the source text that `bytes` translates, or NULL; paired line with line, or by content */
  const char *source_bytes;
  size_t source_size;
  const char *format;       /* reader to use: "text", "tsv"; NULL: by the ending of `name`, else "text" */
  mdq_notice *notice;       /* NULL: nobody wants to know */
  void *notice_user;
  mdq_progress *progress;   /* NULL: nobody wants to know */
  void *progress_user;
};

/* A replacement for the bytes [offset, end_offset). `safe`: applying it needs no human eye. */
struct mdq_fix {
  size_t offset, end_offset;
  const char *text;
  int safe;
};

/* One finding. Everything in it is borrowed and valid during the call that delivers it. */
struct mdq_diagnostic {
  const char *file, *rule, *category; /* rule id; MQM category, e.g. "accuracy/mistranslation" */
  const char *unit;                   /* where in a structured format; NULL in plain text */
  const char *message;                /* one line in the language of the options */
  enum mdq_severity severity;
  enum mdq_certainty certainty;
  size_t offset, end_offset;
  size_t line, column, end_line, end_column;
  const struct mdq_fix *fixes;        /* best first */
  size_t fix_count;
};

/* A bad example of a rule with its corrected form (NULL where the correction depends on the writer). */
struct mdq_example {
  const char *text, *fixed;
  const char *source; /* the English it was translated from, line by line; NULL for most rules */
  const char *house;  /* the preset under which it is bad, or NULL */
};

/* What a rule is. Texts are in the linter's language; all of it lives as long as the linter. */
struct mdq_rule_info {
  const char *id, *category, *summary, *rationale;
  const char *since;             /* the release that brought it; NULL: an entry of options.packs */
  enum mdq_severity severity;
  enum mdq_certainty certainty;
  int on_by_default, enabled;
  int fixable;                   /* it gives corrections, if not for every finding */
  const struct mdq_example *bad; /* bad_count examples that must be reported */
  const char *const *good;       /* good_count examples that must not */
  size_t bad_count, good_count;
  const struct mdq_example *good_pairs; /* good_pair_count more that must not, each with its source */
  size_t good_pair_count;
  int several;                   /* an entry of a pack that covers several terms and cannot tell which is meant: what it suggests is told
                                    with the rule, and never with a finding */
};

void mdq_options_init(struct mdq_options *options);

/* On success *linter is to be freed with mdq_linter_free(). On failure *linter is NULL and *error, unless
   error is NULL, says why. */
enum mdq_status mdq_linter_new(const struct mdq_options *options, mdq_linter **linter, struct mdq_error *error);
void mdq_linter_free(mdq_linter *linter); /* NULL is allowed */

/* Compiled data are verified when a draft first needs them, and mdq_lint() fails where they are damaged. This verifies all of
   them: a linter that shows its rules asks it first, as rules whose data are damaged have no examples. */
enum mdq_status mdq_linter_verify(const mdq_linter *linter, struct mdq_error *error);

/* Receives diagnostics sorted by position; returns 0 to go on, anything else to stop. */
typedef int mdq_receiver(void *user, const struct mdq_diagnostic *diagnostic);

/* Lints one input. Diagnostics are delivered after the whole input has been read, so that a failure means
   that none was. Any number of threads may call this with one linter. */
enum mdq_status mdq_lint(const mdq_linter *linter, const struct mdq_input *input, mdq_receiver *receiver,
                         void *user, struct mdq_error *error);

/* The rules this linter knows, sorted by id, enabled or not. */
size_t mdq_rule_count(const mdq_linter *linter);
int mdq_rule_get(const mdq_linter *linter, size_t index, struct mdq_rule_info *info); /* 0: no such index */

/* The suggestions of a rule that is an entry of a pack, best first, as the pack has them: (ال) stands where the article
   goes if what is replaced has one. NULL: no more of them, or no such rule. */
const char *mdq_rule_suggestion(const mdq_linter *linter, size_t index, size_t number);

const char *mdq_version(void);
const char *mdq_severity_name(enum mdq_severity severity);    /* "note", "warning", "error" */
const char *mdq_certainty_name(enum mdq_certainty certainty); /* "possible", "likely", "certain" */

#ifdef __cplusplus
}
#endif

#endif
