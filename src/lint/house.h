/* House style (linguistics.md §12): newsrooms differ on some forms, and each draft is held to one of them. What they
   differ on is data: dicts/house/settings.tsv names the settings and their values, pairs.tsv the words, presets/ what
   a preset chooses. A setting that the preset leaves open takes the value that most of the draft has, so rules count
   what they see while the draft is read and ask in finish:

     mdq_house_saw(ctx->house, MDQ_HOUSE_DIGITS, MDQ_HOUSE_LATN);                            // segment, token
     struct mdq_house_choice digits = mdq_house_choose(ctx->house, MDQ_HOUSE_DIGITS);        // finish
     if (digits.set && digits.values != MDQ_HOUSE_LATN) ...;

   A group that counts says so (mdq_rule_group.counts_house) and runs even if its rules are off. All suggestions are
   rendered in the house style on delivery; rules need not care. */
#ifndef MDQ_LINT_HOUSE_H
#define MDQ_LINT_HOUSE_H

#include "base/arena.h"
#include "base/error.h"
#include "text/word.h"

/* The settings that rules know by name, and their values as far as rules know them, in the order of settings.tsv. All
   others are words. */
enum mdq_house_setting {
  MDQ_HOUSE_DIGITS, MDQ_HOUSE_FINAL_YA, MDQ_HOUSE_MONTHS, MDQ_HOUSE_PERCENT, MDQ_HOUSE_QUOTES, MDQ_HOUSE_TANWEEN, MDQ_HOUSE_KNOWN
};

enum { MDQ_HOUSE_VALUES = 4 }; /* of a setting, at most; a set of values is a mask of bits */

enum { MDQ_HOUSE_LATN = 1, MDQ_HOUSE_ARAB = 2 };                                 /* digits: 123, ١٢٣ */
enum { MDQ_HOUSE_YA = 1, MDQ_HOUSE_MAQSURA = 2 };                                /* final-ya */
enum { MDQ_HOUSE_PERCENT_ASCII = 1, MDQ_HOUSE_PERCENT_ARABIC = 2, MDQ_HOUSE_PERCENT_SIGN = 3, MDQ_HOUSE_FI_ALMIA = 4, MDQ_HOUSE_BILMIA = 8 };
enum { MDQ_HOUSE_ANGLE = 1, MDQ_HOUSE_CURLY = 2, MDQ_HOUSE_CURLY_CLDR = 4, MDQ_HOUSE_STRAIGHT = 8 }; /* « », “ ”, ” “, " " */
enum { MDQ_HOUSE_BEFORE_ALEF = 1, MDQ_HOUSE_AFTER_ALEF = 2, MDQ_HOUSE_NO_TANWEEN = 4 }; /* ًا, اً, ا */

struct mdq_house; /* the data and the preset; immutable */

/* preset: NULL, the name of a file in dicts/house/presets, or a language tag whose region has one (ar-LB); another name is an MDQ_BAD_OPTION that lists them. */
enum mdq_status mdq_house_load(struct mdq_house **house, const char *data_dir, const char *preset, struct mdq_error *error);
void mdq_house_free(struct mdq_house *house); /* NULL is allowed */

/* One draft: what it was seen to write. */
struct mdq_house_style {
  const struct mdq_house *house;
  struct mdq_house_tally *tallies;
};

/* False without memory. */
bool mdq_house_begin(struct mdq_house_style *style, const struct mdq_house *house, struct mdq_arena *arena);

/* The draft has a form of one of the values. */
void mdq_house_saw(struct mdq_house_style *style, enum mdq_house_setting setting, unsigned values);
size_t mdq_house_count(const struct mdq_house_style *style, enum mdq_house_setting setting, unsigned value);

struct mdq_house_choice {
  unsigned values; /* any of them will do; 0: nothing is known */
  bool set;        /* by the preset */
  bool clear;      /* by the preset, or by a majority of three to one in four or more */
};
struct mdq_house_choice mdq_house_choose(const struct mdq_house_style *style, enum mdq_house_setting setting);

/* The preset allows both ي and ى at the end, so that the draft's habit counts. For that setting each word is to be counted once
   (mdq_house_saw), and it is never chosen but by the preset or where the preset leaves it so. */
bool mdq_house_leaves_final_ya(const struct mdq_house *house);

/* It leaves it, or asks for ى: else what the draft has for the ي of its words makes no difference. */
bool mdq_house_may_have_final_maqsura(const struct mdq_house *house);

/* The value of that name, e.g. of MDQ_HOUSE_MONTHS "levant"; 0 if there is none. */
unsigned mdq_house_value(const struct mdq_house_style *style, enum mdq_house_setting setting, struct mdq_span name);

/* -- words -- */

/* A form of pairs.tsv, with its ending. */
struct mdq_house_form {
  const struct mdq_house_pair *pair; /* NULL: only the first word of forms of two words */
  struct mdq_span text;              /* V1 */
  uint32_t number;                   /* tells it from the other forms, see mdq_house_numbered() */
  uint8_t values;                    /* that it is a form of */
  uint8_t column;                    /* one of these */
  uint8_t ending;                    /* bytes of text */
  bool no_article;                   /* a name of two words, in one of its forms: عبدالله has another form, the family العبدالله none */
};

struct mdq_house_use { /* a form as it stands in a text */
  const struct mdq_house_form *form;
  size_t cut;       /* bytes of V1 before it: proclitics */
  bool two_words;
};

/* The form that a word is, or with `next` (NULL: none stands one space behind it) two words are. What is known of a word
   is cached in it. False with use->two_words set: only a next word could tell. */
bool mdq_house_find(const struct mdq_house *house, struct mdq_words *words, struct mdq_word *word, const struct mdq_word *next,
                    struct mdq_house_use *use);

const struct mdq_house_form *mdq_house_numbered(const struct mdq_house *house, size_t number);

/* True if a form is one of that setting. */
bool mdq_house_is(const struct mdq_house *house, const struct mdq_house_form *form, enum mdq_house_setting setting);

void mdq_house_saw_form(struct mdq_house_style *style, const struct mdq_house_form *form);
struct mdq_house_choice mdq_house_choose_form(const struct mdq_house_style *style, const struct mdq_house_form *form);

/* `raw`, the word or words of the use as written, in the form of the values chosen, harakat kept; empty if that is not
   one form, or the one it has. */
struct mdq_span mdq_house_respell(struct mdq_arena *arena, const struct mdq_house_use *use, struct mdq_span raw, unsigned values);

/* The name of a month (1 to 12) of these values, in V1; several are joined by strokes. */
struct mdq_span mdq_house_month(const struct mdq_house *house, struct mdq_arena *arena, int month, unsigned values);

/* How a word ends in tanween of fath: one of the values of MDQ_HOUSE_TANWEEN, with the place in `at` where it stands, or
   MDQ_HOUSE_NO_TANWEEN; and the word in another way. Other endings than an alef (مساءً) are NO_TANWEEN, too. */
unsigned mdq_house_tanween(struct mdq_span raw, size_t *at);
struct mdq_span mdq_house_with_tanween(struct mdq_arena *arena, struct mdq_span raw, unsigned value);

/* -- quotation marks -- */

struct mdq_quotes {
  struct mdq_span open, close;
  unsigned value; /* of MDQ_HOUSE_QUOTES */
};

/* The marks of a value; false for a set of several. */
bool mdq_house_quotes(unsigned value, struct mdq_quotes *quotes);

/* -- suggestions -- */

/* A suggestion in the style of the draft, as far as it is known: words, the months of dates, tanween, final ى, digits,
   quotation marks. What stands in `original`, the text to be replaced, stays as it is. Returns `text` itself where nothing
   changes; rendering twice changes nothing more. */
struct mdq_span mdq_house_render(const struct mdq_house_style *style, struct mdq_words *words, struct mdq_arena *arena,
                                 struct mdq_span text, struct mdq_span original);

/* True: rendering leaves the text as it is, whatever the draft and the words in it turn out to be; told by its letters alone. */
bool mdq_house_leaves(const struct mdq_house_style *style, struct mdq_span text);

/* False: no suggestion that is another word is the word `raw` in the style of any house. */
bool mdq_house_may_write(const struct mdq_house *house, struct mdq_words *words, struct mdq_span raw);

#endif
