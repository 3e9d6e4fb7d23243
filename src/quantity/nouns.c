#include "quantity/nouns.h"

enum { SINGULAR, GENDER, DUAL, PLURAL, ACCUSATIVE };

struct mdq_span mdq_first_of(struct mdq_span list) {
  size_t to = 0;
  while (to < list.len && list.ptr[to] != ',') to++;
  return mdq_span_sub(list, 0, to);
}

static bool lists(struct mdq_span list, struct mdq_span name) {
  while (list.len) {
    struct mdq_span first = mdq_first_of(list);
    if (mdq_span_eq(first, name)) return true;
    list = mdq_span_sub(list, first.len < list.len ? first.len + 1 : first.len, list.len);
  }
  return false;
}

bool mdq_counted_noun(const struct mdq_table *nouns, struct mdq_span v1, struct mdq_noun *noun) {
  static const size_t columns[] = { SINGULAR, PLURAL, ACCUSATIVE, DUAL };
  const struct mdq_row *row = NULL;
  for (size_t i = 0; !row && i < sizeof columns / sizeof *columns; i++) row = mdq_table_find(nouns, columns[i], v1);
  if (!row) return false;
  const struct mdq_span *column = row->column;
  *noun = (struct mdq_noun){ .row = row, .feminine = mdq_span_starts(column[GENDER], MDQ_SPAN_LIT("f")), .singular = column[SINGULAR], .accusative = column[ACCUSATIVE],
                             .plurals = column[PLURAL], .duals = column[DUAL] };
  if (mdq_span_eq(column[SINGULAR], v1)) noun->forms |= MDQ_NOUN_SINGULAR;
  if (lists(column[DUAL], v1)) noun->forms |= MDQ_NOUN_DUAL;
  if (lists(column[PLURAL], v1)) noun->forms |= MDQ_NOUN_PLURAL;
  if (mdq_span_eq(column[ACCUSATIVE], v1)) noun->forms |= MDQ_NOUN_ACCUSATIVE;
  return true;
}
