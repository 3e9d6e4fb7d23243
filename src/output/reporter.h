/* How findings are written. To add a format: write src/output/<name>.c that exports one
   `const struct mdq_reporter mdq_reporter_<name>`, and name the file in reporter_sources of src/sources.am.

   A reporter renders the findings of one file into a buffer, so that files can be linted in parallel and
   still be written in the order given. Its hooks are called, from whatever thread lints the file:
   `diagnostic` for each finding, in the order of the text, then `finish`; and in the main thread `end` once,
   after the last file. Hooks other than `diagnostic` may be NULL. */
#ifndef MDQ_OUTPUT_REPORTER_H
#define MDQ_OUTPUT_REPORTER_H

#include "base/arena.h"
#include "base/buf.h"
#include "mudaqqiq.h"
#include "output/column.h"

struct mdq_output { /* what the user asked for, the same for every file */
  enum mdq_lang lang;
  enum mdq_column_unit column_unit;
  bool color;
  bool terminal; /* a person reads this on a screen of `width` columns */
  unsigned width;
};

struct mdq_totals {
  size_t count[MDQ_ERROR + 1];  /* findings by severity */
  size_t files, files_with_findings; /* files that were linted */
};

struct mdq_report { /* the findings of one file */
  const struct mdq_output *output;
  struct mdq_span bytes;   /* the input, as the offsets of diagnostics count it */
  struct mdq_buf *out;
  struct mdq_arena *arena; /* lives until the file is finished */
  void *state;             /* the reporter's own, state_size zeroed bytes */
};

struct mdq_reporter {
  const char *name; /* of --format */
  size_t state_size;
  bool fixes_on_terminal; /* elsewhere it does not show them */
  void (*diagnostic)(struct mdq_report *report, const struct mdq_diagnostic *diagnostic);
  void (*finish)(struct mdq_report *report);
  void (*end)(const struct mdq_output *output, const struct mdq_totals *totals, struct mdq_buf *out);
};

extern const struct mdq_reporter *const mdq_reporters[]; /* the first is the default; ends with NULL */

#endif
