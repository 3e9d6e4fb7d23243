/* What a conversion or a translation tool leaves in a text: entities, escapes, tags, placeholders, broken
   encoding. The rules of mt/ report it; the scanners of Latin text step over it. */
#ifndef MDQ_RULES_MT_DEBRIS_H
#define MDQ_RULES_MT_DEBRIS_H

#include "text/segment.h"

enum mdq_debris_kind { MDQ_DEBRIS_ENTITY, MDQ_DEBRIS_PLACEHOLDER, MDQ_DEBRIS_MOJIBAKE };

struct mdq_debris {
  enum mdq_debris_kind kind;
  size_t start, end;   /* bytes in the segment's text */
  struct mdq_span fix; /* what it should be; ptr NULL: not known */
};

/* The debris of a segment in the order of the text, without overlaps. Lives in the arena. */
size_t mdq_debris_find(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_debris **debris);

/* True if any of them touches the bytes [start, end) of the segment's text. */
bool mdq_debris_touches(const struct mdq_debris *debris, size_t count, size_t start, size_t end);

/* The traits of segments that may hold any. */
enum { MDQ_DEBRIS_TRAITS = MDQ_TRAIT_ASCII_SYMBOL | MDQ_TRAIT_LATIN1 | MDQ_TRAIT_REPLACEMENT | MDQ_TRAIT_LATIN };

#endif
