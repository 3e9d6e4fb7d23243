/* How often news has what an atom takes: what makes a good trigger. */
#ifndef MDQ_PACK_FREQUENCY_H
#define MDQ_PACK_FREQUENCY_H

#include "pack/atoms.h"

/* Adds to by_id[] the occurrences in edited news of the words that each atom takes. `word_counts` is the text of
   dicts/lexicon/word-counts.tsv, of which the rare words, most by number and least by occurrences, are passed over. False without memory. */
bool mdq_atoms_count_news(const struct mdq_atoms *atoms, struct mdq_span word_counts, uint64_t *by_id);

/* Numbers the atoms anew, the most frequent first, and puts by_id[] in their order. Returns the new number of each old one, for the sets
   of atoms that there are, to be freed; NULL without memory. Nothing but the nodes and their kinds may be known of the atoms yet. */
mdq_atom_id *mdq_atoms_sort(struct mdq_atoms *atoms, uint64_t *by_id);

#endif
