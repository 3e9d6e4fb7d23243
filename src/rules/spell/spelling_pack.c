#include "rules/spell/spelling_pack.h"

enum { CONFUSION, SEVERITY, CERTAINTY, FLAGS, EXPLAINED, FIXES }; /* bytes; the fixes end with a newline each */
enum { SAFE = 1 << 0, NAME_POSSIBLE = 1 << 1, SPOKEN = 1 << 2, DIALECT = 1 << 3, OPEN = 1 << 4, IN_NAMES = 1 << 5 };

static int flags_of(const struct mdq_spelling *spelling) {
  return (spelling->safe ? SAFE : 0) | (spelling->name_possible ? NAME_POSSIBLE : 0) | (spelling->spoken ? SPOKEN : 0) |
         (spelling->dialect ? DIALECT : 0) | (spelling->open ? OPEN : 0) | (spelling->in_names ? IN_NAMES : 0);
}

void mdq_spelling_pack(struct mdq_buf *out, const struct mdq_spelling *spelling) {
  mdq_buf_addc(out, (char)spelling->confusion);
  mdq_buf_addc(out, (char)spelling->severity);
  mdq_buf_addc(out, (char)spelling->certainty);
  mdq_buf_addc(out, (char)flags_of(spelling));
  mdq_buf_addc(out, (char)spelling->explained);
  for (size_t i = 0; i < spelling->fix_count; i++) {
    mdq_buf_add(out, spelling->fix[i]);
    mdq_buf_addc(out, '\n');
  }
}

bool mdq_spelling_unpack(struct mdq_span packed, struct mdq_spelling *spelling) {
  if (packed.len <= FIXES) return false;
  unsigned flags = (unsigned char)packed.ptr[FLAGS];
  *spelling = (struct mdq_spelling){
    .fix = spelling->fix, .confusion = (enum mdq_confusion)packed.ptr[CONFUSION], .severity = (enum mdq_severity)packed.ptr[SEVERITY],
    .certainty = (enum mdq_certainty)packed.ptr[CERTAINTY], .safe = flags & SAFE, .name_possible = flags & NAME_POSSIBLE,
    .spoken = flags & SPOKEN, .dialect = flags & DIALECT, .open = flags & OPEN, .in_names = flags & IN_NAMES,
    .explained = (unsigned char)packed.ptr[EXPLAINED],
  };
  for (size_t at = FIXES, end; at < packed.len; at = end + 1) {
    const char *newline = memchr(packed.ptr + at, '\n', packed.len - at);
    if (!newline || spelling->fix_count == MDQ_SPELLING_FIXES) return false;
    end = (size_t)(newline - packed.ptr);
    spelling->fix[spelling->fix_count++] = mdq_span_sub(packed, at, end);
  }
  return spelling->fix_count && spelling->explained <= spelling->fix_count;
}
