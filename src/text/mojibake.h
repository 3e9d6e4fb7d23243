/* UTF-8 that was read as Windows-1252 or Windows-1256: Ø§Ù„ and ط§ظ„ for ال, â€™ for ’. */
#ifndef MDQ_TEXT_MOJIBAKE_H
#define MDQ_TEXT_MOJIBAKE_H

#include "base/arena.h"

struct mdq_mojibake {
  size_t start, end;       /* bytes in the text */
  struct mdq_span decoded; /* what it was; ptr NULL if bytes are lost */
};

/* The first stretch at or behind `from`; false if there is none. `decoded` lives in the arena. */
bool mdq_mojibake_next(struct mdq_arena *arena, struct mdq_span text, size_t from, struct mdq_mojibake *found);

#endif
