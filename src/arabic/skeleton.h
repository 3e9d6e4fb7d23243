/* Transliteration keys: the consonants of a name as Latin and Arabic letters both write them, so that one name
   can be recognised in two scripts, or in two Arabic spellings. linguistics.md §5 has the tables.

     struct mdq_skeleton a, b;
     double distance;
     mdq_skeleton_latin(MDQ_SPAN_LIT("Palantir"), &a);
     mdq_skeleton_arabic(MDQ_SPAN_LIT("بالانتير"), &b);
     if (mdq_skeleton_match(&a, &b, &distance)) ...;  // BLNTR both, distance 0 */
#ifndef MDQ_ARABIC_SKELETON_H
#define MDQ_ARABIC_SKELETON_H

#include <stdint.h>

#include "base/span.h"

enum { MDQ_SKELETON_MOST = 24 }; /* consonants that count; the rest of a longer name is not compared */

struct mdq_skeleton {
  char codes[MDQ_SKELETON_MOST + 1];  /* upper case: strong consonants; h and w: weak ones; NUL-terminated */
  char vowels[MDQ_SKELETON_MOST + 1]; /* A, E, O: the vowels written, a run of one kind once; NUL-terminated */
  size_t length, strong;              /* of codes; the strong ones among them */
  size_t letters;                     /* in the name as written */
};

/* Of a Latin name, any case; a final ’s, digits and marks are passed over. */
void mdq_skeleton_latin(struct mdq_span name, struct mdq_skeleton *skeleton);

/* Of an Arabic name in V1, without proclitics; the article must have been taken off by the caller if it is one. */
void mdq_skeleton_arabic(struct mdq_span v1, struct mdq_skeleton *skeleton);

/* Weighted edit distance of the consonants over the greater length: 0 the same, 1 nothing in common. */
double mdq_skeleton_distance(const struct mdq_skeleton *a, const struct mdq_skeleton *b);

/* True if the two may be one name: three strong consonants or more on both sides, the first alike, lengths
   comparable, distance 0.20 at most (0.10 is strong evidence); of names with two consonants, only the same
   ones with the same vowels. *distance is 1 where something else, or a part of them, already tells them apart. */
bool mdq_skeleton_match(const struct mdq_skeleton *latin, const struct mdq_skeleton *arabic, double *distance);

/* For many against many: the first strong consonant as a bit, and those that it may match as bits, from A on. Without a bit in
   common two skeletons match at no distance. */
uint32_t mdq_skeleton_opening(const struct mdq_skeleton *skeleton);
uint32_t mdq_skeleton_openings_alike(const struct mdq_skeleton *skeleton);

#endif
