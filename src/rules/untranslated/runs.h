/* Latin text in an Arabic segment: finds its runs and says what each is (linguistics.md §5). Shared by
   untranslated/, which reports what has no business there, and by name/script-mix, which pairs names. */
#ifndef MDQ_RULES_UNTRANSLATED_RUNS_H
#define MDQ_RULES_UNTRANSLATED_RUNS_H

#include "lint/rule.h"

enum mdq_run_class { /* in the order in which they are tried */
  MDQ_RUN_ALLOWED,   /* unit, symbol, model name, Roman numeral, listed brand, gloss of an Arabic name */
  MDQ_RUN_SENTENCE,
  MDQ_RUN_FUNCTION_WORD,
  MDQ_RUN_POSSESSIVE,
  MDQ_RUN_ACRONYM,
  MDQ_RUN_TITLE,     /* two capitalised words or more */
  MDQ_RUN_SINGLE,    /* one */
  MDQ_RUN_LOWER      /* lower-case words */
};

enum mdq_run_flag {
  MDQ_RUN_GLOSS = 1 << 0,     /* in brackets behind Arabic text */
  MDQ_RUN_EXPLAINED = 1 << 1, /* Arabic text in brackets follows */
  MDQ_RUN_MENTIONED = 1 << 2, /* spoken of as a word: كلمة X, تعني X */
  MDQ_RUN_WORK = 1 << 3,      /* the title of a work, in quotation marks */
  MDQ_RUN_BRANDED = 1 << 4,   /* holds a listed brand */
  MDQ_RUN_CLITIC = 1 << 5     /* the Latin part of a token that an Arabic proclitic opens: الـAI */
};

struct mdq_latin_word { /* a word of a run, a final ’s left out */
  uint32_t start, end;
  uint32_t whole_end; /* behind the ’s */
};

struct mdq_latin_run {
  uint32_t start, end;       /* bytes in the segment's text */
  uint32_t first, last;      /* tokens */
  enum mdq_run_class class;
  unsigned flags;            /* mdq_run_flag */
  const struct mdq_row *acronym; /* the row of an ACRONYM, allowed ones included; else NULL */
  const struct mdq_latin_word *words;
  size_t word_count;
  size_t lower_count;        /* lower-case words that are no function words */
};

/* The tables that the scanner reads: a group that uses it lists them first. */
#define MDQ_RUN_TABLES \
  "untranslated/acronyms.tsv", "untranslated/brands.tsv", "untranslated/function-words.tsv", "untranslated/units.tsv", \
  "untranslated/context.tsv"
enum { MDQ_RUN_TABLE_ACRONYMS, MDQ_RUN_TABLE_BRANDS, MDQ_RUN_TABLE_FUNCTION_WORDS, MDQ_RUN_TABLE_UNITS, MDQ_RUN_TABLE_CONTEXT,
       MDQ_RUN_TABLE_COUNT };

/* The runs of the segment in hand in the order of the text, found once for all who ask. They live in ctx->scratch. */
size_t mdq_latin_runs(struct mdq_ctx *ctx, const struct mdq_segment *segment, const struct mdq_latin_run **runs);

/* Token i is an Arabic word that context.tsv lists as of that kind, with or without proclitics. */
bool mdq_run_context(struct mdq_ctx *ctx, const struct mdq_segment *segment, size_t i, const char *kind);

/* The kinds of tokens that hold Latin text. */
enum { MDQ_RUN_TOKENS = MDQ_TOKEN_LAT | MDQ_TOKEN_MIX };

/* How far a proclitic or article reaches into a token that mixes scripts: where its Latin part starts, or 0
   if the Arabic part is more than that or stands elsewhere. */
size_t mdq_clitic_length(struct mdq_span mixed);

/* The rendering behind the Arabic part of such a token: بـ + الذكاء → بالذكاء, لـ + الذكاء → للذكاء, الـ + الذكاء → الذكاء. In the arena. */
struct mdq_span mdq_behind_clitic(struct mdq_arena *arena, struct mdq_span clitic, struct mdq_span rendering);

bool mdq_latin_all_caps(struct mdq_span word);    /* two letters or more, all capitals */
bool mdq_latin_capitalised(struct mdq_span word); /* a capital anywhere: iPhone too */

#endif
