/* The views of linguistics.md §1 over any text. Results are NUL-terminated and live in the arena; where the
   input already is in normal form it is returned itself. */
#ifndef MDQ_TEXT_NORMALIZE_H
#define MDQ_TEXT_NORMALIZE_H

#include "base/arena.h"

struct mdq_span mdq_normalize_v1(struct mdq_arena *arena, struct mdq_span text);

/* A word in NFC; one of hundreds of characters is left as it is. */
struct mdq_span mdq_compose(struct mdq_arena *arena, struct mdq_span word);

/* From v1 (or from raw text, which it takes through V1 first when that matters): أإآٱ→ا ى→ي ة→ه ؤ→و ئ→ي, digits ASCII. */
struct mdq_span mdq_normalize_v2(struct mdq_arena *arena, struct mdq_span text);

/* The same of a text of the letters that mdq_plain_letters_end() knows: how far it stays as it is, and V2, which is as long. */
size_t mdq_plain_letters_unfolded(struct mdq_span text);
void mdq_fold_plain_letters(struct mdq_span text, char *folded);

/* The standard letter for a presentation form or a foreign letter form: NFKC of U+FB50-FDFF and U+FE70-FEFF,
   ی→ي ک→ك ہ ھ ە→ه ے→ي; nothing else changes. */
struct mdq_span mdq_standard_letters(struct mdq_arena *arena, struct mdq_span text);

#endif
