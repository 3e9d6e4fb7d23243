/* What the analysis knows of one segment: a paragraph of text, its tokens and where they stand. */
#ifndef MDQ_TEXT_SEGMENT_H
#define MDQ_TEXT_SEGMENT_H

#include <stdint.h>

#include "base/span.h"
#include "text/offset_map.h"
#include "text/word.h"

enum mdq_token_kind {
  MDQ_TOKEN_AR = 1 << 0,    /* a maximal run of Arabic letters: a word; harakat and tatweel belong to it */
  MDQ_TOKEN_LAT = 1 << 1,   /* Latin letters; digits and an inner apostrophe, hyphen, ampersand or full stop
                               belong to it (Palantir's, R1, F-35, AT&T, U.S.) */
  MDQ_TOKEN_NUM = 1 << 2,   /* digits of one or more systems with inner . , ٫ ٬ : /, as in 1,234.5  ١٢٫٥  9/11  10:30;
                               a hyphen or an Arabic comma between digits is a mark of its own */
  MDQ_TOKEN_MIX = 1 << 3,   /* Arabic and Latin letters without a separator: الـAI, نموذجGPT */
  MDQ_TOKEN_PUNCT = 1 << 4, /* one mark; a run of equal marks is several tokens */
  MDQ_TOKEN_URL = 1 << 5,
  MDQ_TOKEN_EMAIL = 1 << 6,
  MDQ_TOKEN_TAG = 1 << 7,   /* @name, #subject (Arabic ones too) */
  MDQ_TOKEN_EMOJI = 1 << 8,
  MDQ_TOKEN_OTHER = 1 << 9  /* a run of letters of another script: Cyrillic, Han, Greek, Hebrew */
};

enum mdq_token_flag {
  MDQ_TOKEN_SPACED = 1 << 0,         /* white space stands before it (or it opens the segment) */
  MDQ_TOKEN_SENTENCE_START = 1 << 1,
  MDQ_TOKEN_QUOTED = 1 << 2,         /* inside paired quotation marks of this segment */
  MDQ_TOKEN_PLAIN = 1 << 3           /* as nearly all of its kind are. NUM: at most MDQ_PLAIN_DIGITS digits of ASCII and nothing else; PUNCT:
                                        an Arabic comma or a full stop right behind a word or a number, with white space or nothing behind it,
                                        beside no other mark */
};

enum { MDQ_PLAIN_DIGITS = 18 };

struct mdq_token {
  uint32_t start, end; /* bytes in the segment's text */
  uint16_t kind;       /* one mdq_token_kind */
  uint16_t flags;      /* mdq_token_flag */
  uint32_t code_point; /* PUNCT: the mark, else 0 */
  struct mdq_word *word; /* AR: its type, never NULL; else NULL */
};

enum mdq_trait { /* cheap facts about the whole segment, so that a rule is called only where it can find anything */
  MDQ_TRAIT_BIDI_CONTROL = 1 << 0,      /* U+202A-202E, U+2066-2069 */
  MDQ_TRAIT_INVISIBLE = 1 << 1,         /* NUL and other controls, U+00AD, 200B-200D, 2028, 2029, 2060, FEFF */
  MDQ_TRAIT_TATWEEL = 1 << 2,
  MDQ_TRAIT_PRESENTATION_FORM = 1 << 3,
  MDQ_TRAIT_FOREIGN_LETTER = 1 << 4,    /* ی ک ہ ھ ە ے in a word */
  MDQ_TRAIT_QUOTE = 1 << 5,             /* " “ ” „ ‘ ’ « » */
  MDQ_TRAIT_BRACKET = 1 << 6,           /* ( ) [ ] { } */
  MDQ_TRAIT_ASCII_SYMBOL = 1 << 7,      /* & { } % < > * \ _ [ ] ~ | $ */
  MDQ_TRAIT_SPACE_RUN = 1 << 8,         /* two spaces in a row, a no-break or other wide space, or one at an end */
  MDQ_TRAIT_DIGIT_ASCII = 1 << 9,       /* 0-9 */
  MDQ_TRAIT_DIGIT_ARABIC_INDIC = 1 << 10, /* U+0660-0669 */
  MDQ_TRAIT_DIGIT_PERSIAN = 1 << 11,    /* U+06F0-06F9 */
  MDQ_TRAIT_LATIN = 1 << 12,            /* a letter of Latin, in whatever token */
  MDQ_TRAIT_OTHER_SCRIPT = 1 << 13,
  MDQ_TRAIT_REPLACEMENT = 1 << 14,      /* U+FFFD */
  MDQ_TRAIT_LATIN1 = 1 << 15            /* U+0080-00FF other than « » NBSP soft hyphen ° × ÷: a sign of mojibake */
};

enum mdq_pairing { /* of a draft with its source */
  MDQ_PAIRED_BY_PLACE,    /* line N with line N, or the format says it */
  MDQ_PAIRED_BY_CONTENT,  /* by length, numbers and names (align/align.h) */
  MDQ_PAIRED_ALTERNATING  /* the draft is a paste in which the paragraphs of both languages alternate */
};

struct mdq_segment {
  struct mdq_span text;   /* valid until the document has been linted */
  size_t offset;          /* of the text in the input, bytes */
  const struct mdq_offset_map *map; /* NULL: the text stands in the input byte for byte; else offset is unused */
  size_t index;           /* 0-based among the document's segments that are not empty */
  size_t line;            /* 1-based line of the input at which it starts */
  const char *unit;       /* in structured formats, else NULL */
  bool headline;          /* the first one, at most 14 words, no final stop */
  bool after_blank;       /* an empty line stands before it */
  bool has_source;
  bool source_shared;     /* another segment beside it translates parts of the source, too: what is missing here may stand there */
  uint8_t pairing;        /* enum mdq_pairing: how its source was found */
  struct mdq_span source; /* the text it translates, if has_source; it may be several lines */
  uint32_t kinds;         /* OR of the kinds of its tokens */
  uint32_t traits;        /* OR of mdq_trait */
  const struct mdq_token *tokens;
  size_t token_count;
  const uint32_t *marks;  /* which of them are PUNCT */
  size_t mark_count;
};

static inline struct mdq_span mdq_token_text(const struct mdq_segment *segment, size_t i) {
  const struct mdq_token *token = &segment->tokens[i];
  return mdq_span_sub(segment->text, token->start, token->end);
}

/* True if token i exists and is of one of the kinds. An index of -1, as (size_t)-1, is allowed and false. */
static inline bool mdq_token_is(const struct mdq_segment *segment, size_t i, unsigned kinds) {
  return i < segment->token_count && (segment->tokens[i].kind & kinds) != 0;
}

/* True if token i exists and is the mark code_point. */
static inline bool mdq_token_mark(const struct mdq_segment *segment, size_t i, uint32_t code_point) {
  return i < segment->token_count && segment->tokens[i].code_point == code_point;
}

/* True if token i exists and is figures, at most MDQ_PLAIN_DIGITS digits of ASCII and nothing else. */
static inline bool mdq_token_is_plain_number(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i, MDQ_TOKEN_NUM) && (segment->tokens[i].flags & MDQ_TOKEN_PLAIN) != 0;
}

/* True if token i exists and is a dash: a hyphen, an en dash, or a tatweel that stands for one. */
static inline bool mdq_token_is_dash(const struct mdq_segment *segment, size_t i) {
  return mdq_token_mark(segment, i, '-') || mdq_token_mark(segment, i, 0x2013) || mdq_token_mark(segment, i, 0x0640);
}

/* True if token i exists and is a comma, Arabic or Latin. */
static inline bool mdq_token_is_comma(const struct mdq_segment *segment, size_t i) {
  return mdq_token_mark(segment, i, 0x060C) || mdq_token_mark(segment, i, ',');
}

/* True if token i follows token i-1 with nothing between them. */
static inline bool mdq_token_glued(const struct mdq_segment *segment, size_t i) {
  return i > 0 && i < segment->token_count && segment->tokens[i - 1].end == segment->tokens[i].start;
}

/* The V1 (V2) view of token i if it is an Arabic word, else the empty span. */
static inline struct mdq_span mdq_token_v1(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i, MDQ_TOKEN_AR) ? mdq_word_v1(segment->tokens[i].word) : mdq_span_of("", 0);
}

static inline struct mdq_span mdq_token_v2(const struct mdq_segment *segment, size_t i) {
  return mdq_token_is(segment, i, MDQ_TOKEN_AR) ? mdq_word_v2(segment->tokens[i].word) : mdq_span_of("", 0);
}

static inline bool mdq_token_v2_is(const struct mdq_segment *segment, size_t i, const char *v2) {
  return mdq_span_is(mdq_token_v2(segment, i), v2);
}

/* The first token that ends behind byte `at` of the text; token_count if there is none. */
static inline size_t mdq_token_ending_after(const struct mdq_segment *segment, size_t at) {
  size_t low = 0, high = segment->token_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (segment->tokens[middle].end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/* True if token i is an Arabic word whose V2 view is one of the list, which NULL ends. */
static inline bool mdq_token_v2_is_one_of(const struct mdq_segment *segment, size_t i, const char *const *list) {
  return mdq_span_is_one_of(mdq_token_v2(segment, i), list);
}

#endif
