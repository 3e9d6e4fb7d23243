/* The interface's own words that count things. */
#ifndef MDQ_OUTPUT_PHRASES_H
#define MDQ_OUTPUT_PHRASES_H

#include "base/buf.h"
#include "mudaqqiq.h"

enum mdq_noun { MDQ_NOUN_ERROR, MDQ_NOUN_WARNING, MDQ_NOUN_NOTE, MDQ_NOUN_FILE, MDQ_NOUN_MORE };

/* "12 errors"; in Arabic the counted noun changes form: خطأ واحد، خطآن، 3 أخطاء، 12 خطأً، 100 خطأ. Files are in the
   genitive, as they follow «في». */
void mdq_add_count(struct mdq_buf *buf, enum mdq_lang lang, enum mdq_noun noun, size_t count);

#endif
