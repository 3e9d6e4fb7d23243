/* The steps of the classifier: each looks for one kind of confusion in a word and fills in the spelling if it
   finds one. */
#ifndef MDQ_RULES_SPELL_CLASSIFY_H
#define MDQ_RULES_SPELL_CLASSIFY_H

#include "rules/spell/form.h"
#include "rules/spell/spelling.h"

struct mdq_suspect {
  struct mdq_ctx *ctx;
  struct mdq_word *word;
  struct mdq_form form;
  struct mdq_count count;
  struct mdq_count shared; /* with the share of the form without و or ف */
  unsigned evidence;       /* shared.edited */
  size_t stem;   /* where it starts */
  bool definite;
  unsigned *known;               /* what has been asked of the dictionary, see mdq_suspect_is_word() */
  struct mdq_span first;         /* the first correction, undressed */
  struct mdq_spelling *spelling; /* the finding, in memory that lasts as long as the word */
};

/* Each returns true if it has filled in suspect->spelling. */
bool mdq_find_common(struct mdq_suspect *suspect); /* common.tsv */
bool mdq_find_closed_hamza(struct mdq_suspect *suspect);
bool mdq_find_hamza(struct mdq_suspect *suspect);
bool mdq_find_final_letter(struct mdq_suspect *suspect); /* maqsura, marbuta */
bool mdq_find_final_alef(struct mdq_suspect *suspect);   /* tanween, waw */
bool mdq_find_boundary(struct mdq_suspect *suspect);
bool mdq_marks_may_divide(const struct mdq_word *word); /* what the marks of the raw form tell may make mdq_find_boundary() find more than v1 does */
bool mdq_find_repetition(struct mdq_suspect *suspect);
bool mdq_find_sound(struct mdq_suspect *suspect);
bool mdq_find_slip(struct mdq_suspect *suspect); /* a letter lost or swapped, dots misplaced */

/* The best attested form that differs in the hamza of one alef (or lacks one it should have); 0 if there is none. */
unsigned mdq_best_hamza(const struct mdq_suspect *suspect, const struct mdq_form *form, struct mdq_form *best, unsigned *second,
                        struct mdq_form *second_best);

/* Gives the correction its hamza, too, where that makes it much commoner, or a word that it is not without: اعظاء is أعضاء and
   not اعضاء, ايدى is أيدي and not ايدي. */
void mdq_mend_hamza(const struct mdq_suspect *suspect, struct mdq_form *right);

/* The list of names, the dictionary, or either of them, knows the word as written; each is asked once. */
bool mdq_suspect_is_name(const struct mdq_suspect *suspect);
bool mdq_suspect_is_word(const struct mdq_suspect *suspect);
bool mdq_suspect_in_dictionary(const struct mdq_suspect *suspect);

/* The dictionary has a reading of the form as a word of one of these classes (enum mdq_word_class). */
bool mdq_reads_as(const struct mdq_suspect *suspect, struct mdq_span v1, unsigned word_classes);

/* The dictionary has a reading of the form that news may mean: not only an imperative (احمدي). */
bool mdq_is_written(const struct mdq_suspect *suspect, const struct mdq_form *form);

/* Real-word slips: news has the other form so many times oftener, in edited copy and on the web, that the form as written,
   though it may be read as a word, is a slip for it. */
bool mdq_news_prefers(const struct mdq_suspect *suspect, const struct mdq_form *right, unsigned ratio);

/* Both counts in one, in tenths of an occurrence in edited news: those of the web are of ten times as many words. */
unsigned mdq_news_weight(struct mdq_count count);

/* The odds are so long, in edited copy and on the web alike, that even a form that can be read as a word is a slip. `right` must
   occur at least so often, and `ratio` times as often as the form. In edited news 1 word of 50,000 has such odds against it at
   100 to 1 for a final ه, and most of these are slips. */
bool mdq_news_has_only(const struct mdq_suspect *suspect, const struct mdq_form *right, unsigned least, unsigned ratio);

/* The word, after proclitics, begins with the bare alef of a loan that house styles write so (الانترنت). */
bool mdq_is_bare_loan(const struct mdq_suspect *suspect);

/* Fills in a finding with one fix; more are added with mdq_accuse_also. Returns true. */
bool mdq_accuse(struct mdq_suspect *suspect, enum mdq_confusion confusion, enum mdq_severity severity, bool safe, const struct mdq_form *fix);
bool mdq_accuse_text(struct mdq_suspect *suspect, enum mdq_confusion confusion, enum mdq_severity severity, bool safe, struct mdq_span fix);
void mdq_accuse_also(struct mdq_suspect *suspect, struct mdq_span fix);

#endif
