/* What ICU's data (CLDR) call territories, languages, currencies and the cities of time zones, in English and Arabic. Asked
   when the names are compiled, so that nothing is paid for it at start. */
#ifndef MDQ_COMPILE_NAMES_CLDR_H
#define MDQ_COMPILE_NAMES_CLDR_H

#include "lexicon/names.h"

mdq_names_adder mdq_names_add_cldr;

#endif
