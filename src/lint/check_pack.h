/* Do the entries of a pack keep what their examples promise? */
#ifndef MDQ_LINT_CHECK_PACK_H
#define MDQ_LINT_CHECK_PACK_H

#include "mudaqqiq.h"

/* A broken promise (MDQ_ERROR), or what is worth knowing (MDQ_NOTE): one line. The message is valid during the call. */
struct mdq_pack_remark {
  const char *path;
  size_t line, column;
  enum mdq_severity severity;
  const char *message;
};

typedef void mdq_pack_hear(void *user, const struct mdq_pack_remark *remark);

/* A file that cannot be read as a pack: each of its faults but the last of all files, which mdq_check_packs() fails with. */
typedef void mdq_pack_faulty(void *user, const struct mdq_error *fault);

struct mdq_pack_check { /* of one file */
  size_t entries, examples, complaints; /* remarks that are no notes */
};

struct mdq_pack_listener {
  mdq_pack_hear *remark;
  mdq_pack_faulty *fault;
  void *user;
};

/* Lints each example of the entries in the files (NULL-terminated) with these entries, all of them on, beside options->packs
   and the built-in ones, in whose place an entry of the same id stands. A bad example must be found by its entry, be
   mended as it says, and no other entry may mark any of the same words; a good one must be found by none. Entries that are
   off by default answer for their own examples only. A file must have entries, and be in NFC. Of the options, those of what is selected and shown are not used.
   checks: one for each of the files; one named twice is checked once, for the first.
   Fails as mdq_linter_new() and mdq_lint() do. */
enum mdq_status mdq_check_packs(const struct mdq_options *options, const char *const *files, const struct mdq_pack_listener *listener,
                                struct mdq_pack_check *checks, struct mdq_error *error);

#endif
