/* English text cut up for reading numbers and dates: words, numbers and marks, with hyphened words taken apart
   ("twenty-three", "45-year-old", "mid-2020s") and what is known of each word from dicts/numbers/english-words.tsv. */
#ifndef MDQ_ENGLISH_PIECES_H
#define MDQ_ENGLISH_PIECES_H

#include "base/arena.h"
#include "lint/table.h"
#include "text/segment.h"

enum mdq_english_kind { MDQ_ENGLISH_WORD, MDQ_ENGLISH_NUMBER, MDQ_ENGLISH_MARK, MDQ_ENGLISH_OTHER };

enum mdq_english_role { /* column 2 of the table; column 3 is the value */
  MDQ_ROLE_NONE,
  MDQ_ROLE_UNIT,          /* 1-9 */
  MDQ_ROLE_TEEN,          /* 10-19 */
  MDQ_ROLE_TENS,          /* 20-90 */
  MDQ_ROLE_HUNDRED,
  MDQ_ROLE_SCALE,         /* thousand, million ... */
  MDQ_ROLE_MANY,          /* dozens, hundreds, thousands ... */
  MDQ_ROLE_GROUP,         /* dozen, couple */
  MDQ_ROLE_ORDINAL,       /* third, twentieth, hundredth */
  MDQ_ROLE_FRACTION,      /* half, quarter; value in hundredths */
  MDQ_ROLE_PART,          /* thirds, fifths: the plural of an ordinal; value is its number */
  MDQ_ROLE_DECADE,        /* twenties */
  MDQ_ROLE_SUFFIX,        /* k, m, bn: glued to figures; value is the number of zeros */
  MDQ_ROLE_ORDINAL_ENDING,/* st, nd, rd, th */
  MDQ_ROLE_MONTH, MDQ_ROLE_MONTH_SHORT,
  MDQ_ROLE_WEEKDAY, MDQ_ROLE_WEEKDAY_SHORT,
  MDQ_ROLE_HOUR,          /* noon, midnight; value in minutes */
  MDQ_ROLE_ABOUT,         /* about, nearly, over */
  MDQ_ROLE_NAME,          /* a name that a number follows: Boeing, Route, Flight */
  MDQ_ROLE_PREFIX,        /* mid-, post-, under-: a hyphen behind it makes no name of a number */
  MDQ_ROLE_IMPLIES,       /* trio, decade: a word that Arabic may render by a number */
  MDQ_ROLE_SCORE,         /* win, beat, draw: figures near it are a score */
  MDQ_ROLES
};

struct mdq_english_piece {
  struct mdq_span word; /* in lower case, without a possessive ending; "" unless it is a word */
  uint32_t start, end;  /* bytes in the segment's text, the possessive ending included */
  uint32_t token;
  uint32_t mark;        /* code point of a mark, else 0 */
  uint8_t kind;         /* enum mdq_english_kind */
  uint8_t role;         /* enum mdq_english_role */
  bool glued;           /* nothing stands before it but a hyphen or a dash */
  bool hyphen, dash;    /* such a hyphen or en dash stands before it */
  bool capital;         /* begins with a capital letter */
  bool possessive;
  bool opens;           /* opens a sentence or a quotation, where a capital says nothing */
  bool in_name;         /* figures that belong to a name: F-35, G7 */
  double value;         /* of its role */
};

struct mdq_english_pieces {
  const struct mdq_segment *segment;
  struct mdq_english_piece *items;
  size_t count, capacity;
};

/* False without memory. */
bool mdq_english_read(struct mdq_arena *arena, const struct mdq_segment *segment, const struct mdq_table *words, struct mdq_english_pieces *pieces);

/* Piece i, or one that is nothing at all if there is none: i may be (size_t)-1. */
const struct mdq_english_piece *mdq_english_piece(const struct mdq_english_pieces *pieces, size_t i);

static inline bool mdq_english_is(const struct mdq_english_pieces *pieces, size_t i, const char *word) {
  return mdq_span_is(mdq_english_piece(pieces, i)->word, word);
}

static inline bool mdq_english_role_is(const struct mdq_english_pieces *pieces, size_t i, enum mdq_english_role role) {
  return mdq_english_piece(pieces, i)->role == role;
}

static inline bool mdq_english_mark(const struct mdq_english_pieces *pieces, size_t i, uint32_t mark) {
  return mdq_english_piece(pieces, i)->mark == mark;
}

static inline struct mdq_span mdq_english_text(const struct mdq_english_pieces *pieces, size_t i) {
  return mdq_span_sub(pieces->segment->text, pieces->items[i].start, pieces->items[i].end);
}

bool mdq_english_one_of(const struct mdq_english_pieces *pieces, size_t i, const char *const *words);

/* A whole number of at most four digits without separators: its value, else -1. */
int mdq_english_whole(const struct mdq_english_pieces *pieces, size_t i);

#endif
