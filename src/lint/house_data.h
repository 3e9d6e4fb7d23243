/* What house_load.c builds and house.c and house_render.c read. */
#ifndef MDQ_LINT_HOUSE_DATA_H
#define MDQ_LINT_HOUSE_DATA_H

#include "base/bytes.h"
#include "base/map.h"
#include "lint/house.h"
#include "lint/table.h"

enum { MDQ_HOUSE_MONTHS_COUNT = 12 };

/* The last three letters of the forms, or all of those of two: what a word does not end in need not be looked up, stem by stem. */
enum { MDQ_HOUSE_ENDING_BITS = 14, MDQ_HOUSE_LEAST = 4 /* bytes of the forms told apart so */, MDQ_HOUSE_MOST = 6 /* bytes of an ending */ };

struct mdq_house_setting_row {
  struct mdq_span name, values[MDQ_HOUSE_VALUES];
  bool by_pair;   /* judged pair by pair */
  uint8_t preset; /* the values allowed; 0: left open */
};

struct mdq_house_pair {
  uint16_t setting;                         /* index of its row */
  uint16_t tally;                           /* what counts for it: the setting's tally, or its own */
  struct mdq_span forms[MDQ_HOUSE_VALUES];  /* without ending; empty: there is none of that value */
};

struct mdq_house_word { /* what mdq_word.house points to */
  const struct mdq_house_form *form;
  size_t cut;
};

static inline size_t mdq_house_ending(struct mdq_span text, size_t len) {
  uint64_t ending = mdq_load_few(text.ptr + text.len - len, len);
  return (size_t)(ending * UINT64_C(0x9E3779B97F4A7C15) >> (64 - MDQ_HOUSE_ENDING_BITS));
}

struct mdq_house_tally {
  uint32_t total, of_value[MDQ_HOUSE_VALUES];
};

struct mdq_house {
  struct mdq_arena arena;
  struct mdq_table settings_table, pairs_table, preset_table, regions_table;
  struct mdq_house_setting_row *settings;
  size_t setting_count;
  struct mdq_house_pair *pairs;
  size_t pair_count;
  struct mdq_map forms; /* by their text */
  uint64_t endings[(1 << MDQ_HOUSE_ENDING_BITS) / 64]; /* of the forms */
  const struct mdq_house_form **numbered; /* the same by their number */
  size_t numbered_count, numbered_capacity;
  const struct mdq_house_pair *months[MDQ_HOUSE_MONTHS_COUNT];
  uint16_t known[MDQ_HOUSE_KNOWN]; /* the rows of the settings that rules know */
  size_t tally_count;
};

#endif
