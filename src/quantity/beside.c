#include "quantity/beside.h"

#include "arabic/proclitics.h"
#include "quantity/find.h"
#include "quantity/nouns.h"

/* The words of closed classes, V2, sorted by their bytes. */
static const struct { const char *word; uint16_t bits; } closed[] = {
  { "اجزاء", MDQ_BESIDE_PART }, { "ازيد", MDQ_BESIDE_COMPARED }, { "اسبوع", MDQ_BESIDE_DATE }, { "اعوام", MDQ_BESIDE_YEAR }, { "اقل", MDQ_BESIDE_COMPARED },
  { "اكثر", MDQ_BESIDE_COMPARED }, { "الا", MDQ_BESIDE_PART }, { "الساعه", MDQ_BESIDE_HOUR }, { "السنه", MDQ_BESIDE_YEAR }, { "الصباح", MDQ_BESIDE_DAY_TIME },
  { "العام", MDQ_BESIDE_YEAR }, { "العصر", MDQ_BESIDE_DAY_TIME }, { "الفجر", MDQ_BESIDE_DAY_TIME }, { "القرن", MDQ_BESIDE_CENTURY },
  { "القرنان", MDQ_BESIDE_CENTURY }, { "القرنين", MDQ_BESIDE_CENTURY }, { "القرون", MDQ_BESIDE_CENTURY }, { "المساء", MDQ_BESIDE_DAY_TIME },
  { "الموسم", MDQ_BESIDE_YEAR }, { "المولود", MDQ_BESIDE_LIFE }, { "المولوده", MDQ_BESIDE_LIFE }, { "اولمبياد", MDQ_BESIDE_YEAR },
  { "باكثر", MDQ_BESIDE_COMPARED }, { "بالساعه", MDQ_BESIDE_HOUR }, { "بالقرن", MDQ_BESIDE_CENTURY }, { "بالمايه", MDQ_BESIDE_PERCENT },
  { "بالميه", MDQ_BESIDE_PERCENT }, { "بعام", MDQ_BESIDE_YEAR }, { "بعد", MDQ_BESIDE_DAY_TIME }, { "تقريبا", MDQ_BESIDE_COMPARED }, { "توفي", MDQ_BESIDE_LIFE },
  { "توفيت", MDQ_BESIDE_LIFE }, { "جزء", MDQ_BESIDE_PART }, { "جزءا", MDQ_BESIDE_PART }, { "جزا", MDQ_BESIDE_PART }, { "خريف", MDQ_BESIDE_YEAR },
  { "دوره", MDQ_BESIDE_YEAR }, { "ربيع", MDQ_BESIDE_YEAR }, { "ساعه", MDQ_BESIDE_HOUR }, { "سنتي", MDQ_BESIDE_YEAR },
  { "سنه", MDQ_BESIDE_YEAR | MDQ_BESIDE_DATE }, { "سنوات", MDQ_BESIDE_YEAR }, { "شتاء", MDQ_BESIDE_YEAR }, { "شهر", MDQ_BESIDE_DATE },
  { "صيف", MDQ_BESIDE_YEAR }, { "عام", MDQ_BESIDE_YEAR | MDQ_BESIDE_DATE }, { "عامي", MDQ_BESIDE_YEAR }, { "في", MDQ_BESIDE_PERCENT | MDQ_BESIDE_DAY_TIME },
  { "قبل", MDQ_BESIDE_DAY_TIME }, { "قرن", MDQ_BESIDE_CENTURY }, { "لاكثر", MDQ_BESIDE_COMPARED }, { "لسنه", MDQ_BESIDE_YEAR }, { "لعام", MDQ_BESIDE_YEAR },
  { "للساعه", MDQ_BESIDE_HOUR }, { "للعام", MDQ_BESIDE_YEAR }, { "للقرن", MDQ_BESIDE_CENTURY }, { "للميلاد", MDQ_BESIDE_ERA }, { "للهجره", MDQ_BESIDE_ERA },
  { "ليله", MDQ_BESIDE_DATE }, { "م", MDQ_BESIDE_ERA }, { "مساء", MDQ_BESIDE_DAY_TIME }, { "من", MDQ_BESIDE_UNIT | MDQ_BESIDE_PART | MDQ_BESIDE_DAY_TIME },
  { "مواليد", MDQ_BESIDE_LIFE }, { "موسم", MDQ_BESIDE_YEAR }, { "مونديال", MDQ_BESIDE_YEAR }, { "ميلادي", MDQ_BESIDE_ERA }, { "ميلاديه", MDQ_BESIDE_ERA },
  { "ه", MDQ_BESIDE_ERA }, { "هجري", MDQ_BESIDE_ERA }, { "هجريه", MDQ_BESIDE_ERA }, { "واكثر", MDQ_BESIDE_COMPARED }, { "والثلث", MDQ_BESIDE_PART },
  { "والربع", MDQ_BESIDE_PART }, { "والساعه", MDQ_BESIDE_HOUR }, { "والقرن", MDQ_BESIDE_CENTURY }, { "والنصف", MDQ_BESIDE_PART }, { "وتوفي", MDQ_BESIDE_LIFE },
  { "وتوفيت", MDQ_BESIDE_LIFE }, { "وثلاثه", MDQ_BESIDE_PART }, { "وثلث", MDQ_BESIDE_PART }, { "وربع", MDQ_BESIDE_PART }, { "ورحل", MDQ_BESIDE_LIFE },
  { "ورحلت", MDQ_BESIDE_LIFE }, { "وسنه", MDQ_BESIDE_YEAR }, { "وعام", MDQ_BESIDE_YEAR }, { "وعامي", MDQ_BESIDE_YEAR }, { "ولد", MDQ_BESIDE_LIFE },
  { "ولدت", MDQ_BESIDE_LIFE }, { "ومات", MDQ_BESIDE_LIFE }, { "وماتت", MDQ_BESIDE_LIFE }, { "ونصف", MDQ_BESIDE_PART }, { "وولد", MDQ_BESIDE_LIFE },
  { "وولدت", MDQ_BESIDE_LIFE }, { "يزيد", MDQ_BESIDE_COMPARED }, { "يقرب", MDQ_BESIDE_COMPARED }, { "يوم", MDQ_BESIDE_DATE },
};

static unsigned closed_bits(struct mdq_span v2) {
  size_t low = 0, high = sizeof closed / sizeof *closed;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = mdq_span_cmp(v2, mdq_span_str(closed[middle].word));
    if (!order) return closed[middle].bits;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return 0;
}

static unsigned bits_of_class(enum mdq_number_class class) {
  switch (class) {
    case MDQ_NUMBER_MAGNITUDE: return MDQ_BESIDE_MAGNITUDE;
    case MDQ_NUMBER_LABEL: return MDQ_BESIDE_LABEL;
    case MDQ_NUMBER_ABOUT: return MDQ_BESIDE_ABOUT;
    case MDQ_NUMBER_DAY_TIME: return MDQ_BESIDE_DAY_TIME;
    default: return 0;
  }
}

static bool is_product(const struct mdq_table *products, struct mdq_span v2) {
  struct mdq_stem stems[MDQ_STEMS_MOST];
  size_t count = mdq_stems(v2, stems);
  for (size_t s = 0; s < count; s++)
    if (mdq_table_get(products, stems[s].text)) return true;
  return false;
}

uint16_t mdq_beside_ask(const struct mdq_table *const *tables, const struct mdq_word *word, enum mdq_number_class class) {
  struct mdq_span v2 = mdq_word_v2(word);
  struct mdq_noun noun;
  unsigned bits = closed_bits(v2) | bits_of_class(class);
  if (mdq_span_ends(v2, MDQ_SPAN_LIT("الدقيقه"))) bits |= MDQ_BESIDE_HOUR;
  if (mdq_counted_noun(tables[MDQ_TABLE_COUNTED_NOUNS], mdq_word_v1(word), &noun)) bits |= MDQ_BESIDE_NOUN;
  if (is_product(tables[MDQ_TABLE_PRODUCT_NAMES], v2)) bits |= MDQ_BESIDE_PRODUCT;
  struct mdq_span unit = mdq_unit_word(v2);
  if (mdq_table_may_begin(tables[MDQ_TABLE_UNITS], unit) || (unit.len < v2.len && mdq_table_may_begin(tables[MDQ_TABLE_UNITS], v2))) bits |= MDQ_BESIDE_UNIT;
  return (uint16_t)bits;
}
