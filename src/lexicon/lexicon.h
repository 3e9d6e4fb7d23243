/* Is this a word? One lexicon a thread, over the dictionary, the counts and the names that all share. */
#ifndef MDQ_LEXICON_LEXICON_H
#define MDQ_LEXICON_LEXICON_H

#include "base/error.h"
#include "lexicon/candidates.h"
#include "lexicon/dictionary.h"
#include "lexicon/names.h"
#include "lexicon/one_slip.h"
#include "lexicon/word_counts.h"
#include "text/word.h"

struct mdq_lexicon;

/* All are borrowed. NULL without memory. */
struct mdq_lexicon *mdq_lexicon_new(struct mdq_dictionary *dictionary, const struct mdq_word_counts *counts, const struct mdq_names *names);
void mdq_lexicon_free(struct mdq_lexicon *lexicon);

/* Memory ran out at some time: answers since then may be made up, and a lexicon that says so is not to be used again. */
bool mdq_lexicon_failed(const struct mdq_lexicon *lexicon);

const struct mdq_names *mdq_lexicon_names(const struct mdq_lexicon *lexicon);

/* True if the word's v1 is a word: vouched for by edited news or accepted by the dictionary. The verdict is cached in the word. */
bool mdq_lexicon_accepts(struct mdq_lexicon *lexicon, struct mdq_word *word);

/* mdq_names_accept() says yes of the word's v1. Cached in the word, as several rules ask of each word that is unknown. */
bool mdq_lexicon_is_name(const struct mdq_lexicon *lexicon, struct mdq_word *word);

/* mdq_lexicon_accepts() for any v1 string. */
bool mdq_lexicon_accepts_form(struct mdq_lexicon *lexicon, struct mdq_span v1);

/* What the dictionary alone says (no counts); cached in the word. */
bool mdq_lexicon_derives(struct mdq_lexicon *lexicon, struct mdq_word *word);

/* The same for any v1 string. */
bool mdq_lexicon_in_dictionary(struct mdq_lexicon *lexicon, struct mdq_span v1);

/* Occurrences of a v1 form in 3.0 M words of edited newswire and in 27.6 M words of news sites. */
struct mdq_count mdq_lexicon_count(const struct mdq_lexicon *lexicon, struct mdq_span v1);

/* The first of these counts for a word, looked up once for each type. */
unsigned mdq_lexicon_edited(const struct mdq_lexicon *lexicon, struct mdq_word *word);

/* The number of the word's v1 among those that have been counted, or MDQ_NO_COUNT; mdq_lexicon_edited() need not look again. */
uint32_t mdq_lexicon_find_count(const struct mdq_lexicon *lexicon, struct mdq_word *word);

/* The same for many words at once; queries[i] has the answer for words[i]. */
void mdq_lexicon_find_counts(const struct mdq_lexicon *lexicon, struct mdq_count_query *queries, struct mdq_word *const *words, size_t count);

/* The dictionary's readings of a v1 form, in the arena; returns how many. */
size_t mdq_lexicon_analyze(struct mdq_lexicon *lexicon, struct mdq_span v1, struct mdq_arena *arena, struct mdq_reading **readings);

/* The commonest word of edited news one slip away; false if there is none. */
bool mdq_lexicon_one_slip(const struct mdq_lexicon *lexicon, struct mdq_span v1, struct mdq_slip *slip);

/* What was meant by a v1 form that is no word; without a compiled dictionary, from the words of news alone. */
void mdq_lexicon_suggest(struct mdq_lexicon *lexicon, struct mdq_span v1, struct mdq_arena *arena, struct mdq_candidates *candidates);

#endif
