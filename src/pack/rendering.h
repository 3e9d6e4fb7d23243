/* Literal renderings of expressions that the source has: an entry whose English stands in the source line is looked for word by word in the
   draft's, by what dicts/bilingual/literal-words.tsv says that machines put for each. */
#ifndef MDQ_PACK_RENDERING_H
#define MDQ_PACK_RENDERING_H

#include "pack/match.h"

/* The tables of the packs' groups, in the order of mdq_packs_tables. */
enum mdq_packs_table {
  MDQ_LITERAL_WORDS, /* bilingual/literal-words.tsv: an English word, the atoms of its renderings, "particle" or nothing */
  MDQ_ENGLISH_FORMS  /* bilingual/irregular-forms.tsv: a form, its base */
};
extern const char *const mdq_packs_tables[];

/* Lists the entries that are figures of speech by a word of each of their expressions of two words and more; false without memory. */
bool mdq_packs_index_english(struct mdq_packs *packs);

/* The entry is a figure of speech, and the source has an English expression of it that has two words at least beside particles and the like: by chance these seldom stand together. */
bool mdq_source_has_figure(struct mdq_matcher *matcher, uint32_t entry);

/* Reports, where the segment has a source, the entries whose English it has and whose words the segment has in a literal rendering,
   unless a match is there already. */
void mdq_match_renderings(struct mdq_matcher *matcher);

#endif
