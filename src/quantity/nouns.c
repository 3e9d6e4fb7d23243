#include "quantity/nouns.h"

#include "base/map.h"

enum { SINGULAR, GENDER, DUAL, PLURAL, ACCUSATIVE };

struct mdq_span mdq_first_of(struct mdq_span list) {
  size_t to = 0;
  while (to < list.len && list.ptr[to] != ',') to++;
  return mdq_span_sub(list, 0, to);
}

static bool lists(struct mdq_span list, struct mdq_span name) {
  while (list.len && list.len >= name.len) {
    if (!memcmp(list.ptr, name.ptr, name.len) && (list.len == name.len || list.ptr[name.len] == ',')) return true;
    const char *comma = memchr(list.ptr, ',', list.len);
    if (!comma) return false;
    list = mdq_span_sub(list, (size_t)(comma - list.ptr) + 1, list.len);
  }
  return false;
}

static unsigned forms_of(const struct mdq_row *row, struct mdq_span v1) {
  unsigned forms = 0;
  if (mdq_span_eq(row->column[SINGULAR], v1)) forms |= MDQ_NOUN_SINGULAR;
  if (lists(row->column[DUAL], v1)) forms |= MDQ_NOUN_DUAL;
  if (lists(row->column[PLURAL], v1)) forms |= MDQ_NOUN_PLURAL;
  if (mdq_span_eq(row->column[ACCUSATIVE], v1)) forms |= MDQ_NOUN_ACCUSATIVE;
  return forms;
}

/* Of the rows that have the word in one of these columns the first one counts, column by column in this order. */
static void find_rows(const struct mdq_table *nouns, struct mdq_span v1, struct mdq_noun *noun) {
  static const unsigned columns[] = { MDQ_NOUN_SINGULAR, MDQ_NOUN_PLURAL, MDQ_NOUN_ACCUSATIVE, MDQ_NOUN_DUAL };
  enum { COLUMNS = sizeof columns / sizeof *columns };
  const struct mdq_row *first[COLUMNS] = { NULL }, *row;
  uint64_t hash = mdq_hash(v1);
  for (size_t tried = 0; (row = mdq_table_next(nouns, hash, &tried));) {
    unsigned forms = forms_of(row, v1);
    for (size_t i = 0; i < COLUMNS; i++)
      if (!first[i] && (forms & columns[i])) {
        first[i] = row;
        noun->forms |= forms;
      }
  }
  for (size_t i = 0; i < COLUMNS; i++) {
    noun->homograph = noun->homograph || (noun->row && first[i] && noun->row != first[i]);
    if (!noun->row) noun->row = first[i];
  }
}

bool mdq_counted_noun(const struct mdq_table *nouns, struct mdq_span v1, struct mdq_noun *noun) {
  *noun = (struct mdq_noun){ .row = NULL };
  find_rows(nouns, v1, noun);
  if (!noun->row) return false;
  const struct mdq_span *column = noun->row->column;
  noun->feminine = mdq_span_starts(column[GENDER], MDQ_SPAN_LIT("f"));
  noun->singular = column[SINGULAR];
  noun->accusative = column[ACCUSATIVE];
  noun->plurals = column[PLURAL];
  noun->duals = column[DUAL];
  return true;
}
