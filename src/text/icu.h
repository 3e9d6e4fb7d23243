/* ICU, loaded at the first question that the tables here do not answer: few drafts hold such characters, and loading it, with
   the C++ library that it needs, would take as long as all else at a start.

     if (mdq_icu()->char_type(c) == U_FORMAT_CHAR) ... */
#ifndef MDQ_TEXT_ICU_H
#define MDQ_TEXT_ICU_H

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

struct mdq_icu {
  __typeof__(u_charType) *char_type;
  __typeof__(u_hasBinaryProperty) *has_binary_property;
  __typeof__(u_getIntPropertyValue) *int_property_value;
  __typeof__(u_isalpha) *is_alpha;
  __typeof__(uscript_getScript) *script;
  __typeof__(u_strFromUTF8) *from_utf8;
  __typeof__(unorm2_getNFCInstance) *nfc;
  __typeof__(unorm2_getNFKDInstance) *nfkd;
  __typeof__(unorm2_getDecomposition) *decomposition;
  __typeof__(unorm2_normalize) *normalize;
};

/* Never NULL: where it cannot be loaded, functions that know of no character stand in for it. */
const struct mdq_icu *mdq_icu(void);

/* Why it could not be loaded; NULL: it was, or nothing has been asked. */
const char *mdq_icu_trouble(void);

#endif
