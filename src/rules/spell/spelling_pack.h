/* What there is to say of a word's spelling as bytes, for the word profiles (lint/profiles.h). */
#ifndef MDQ_RULES_SPELL_SPELLING_PACK_H
#define MDQ_RULES_SPELL_SPELLING_PACK_H

#include "base/buf.h"
#include "rules/spell/spelling.h"

/* Appends it. */
void mdq_spelling_pack(struct mdq_buf *out, const struct mdq_spelling *spelling);

/* Reads it into *spelling, whose `fix` has room for MDQ_SPELLING_FIXES; the fixes lie in `packed`. False: it is nothing that
   mdq_spelling_pack() wrote. */
bool mdq_spelling_unpack(struct mdq_span packed, struct mdq_spelling *spelling);

#endif
