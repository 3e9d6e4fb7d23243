#include "text/chars.h"
#include "text/icu.h"

/* White space by Unicode, less the line separators and NEL, which are no part of running text. */
static bool space_by_unicode(const struct mdq_icu *icu, uint32_t c) {
  return c == '\t' || icu->char_type((UChar32)c) == U_SPACE_SEPARATOR;
}

static bool invisible_by_unicode(const struct mdq_icu *icu, uint32_t c) {
  int8_t type = icu->char_type((UChar32)c);
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR;
}

static bool ornamental(uint32_t c) { /* Koranic marks, ﷲ-like ligature words and honorifics: signs, not letters */
  return (c >= 0xFDF0 && c <= 0xFDFF) || c == 0xFD3E || c == 0xFD3F;
}

enum mdq_char_class mdq_char_class_by_icu(uint32_t c) {
  const struct mdq_icu *icu = mdq_icu();
  UErrorCode status = U_ZERO_ERROR;
  if (space_by_unicode(icu, c)) return MDQ_CHAR_SPACE;
  if (c == 0x0640) return MDQ_CHAR_TATWEEL;
  if (c >= 0x0600 && c <= 0x0605) return MDQ_CHAR_PUNCT; /* number signs: format characters that are seen */
  if (invisible_by_unicode(icu, c)) return MDQ_CHAR_INVISIBLE;
  if ((c >= 0x1F3FB && c <= 0x1F3FF) || (c > 0x2000 && c != 0x2122 && icu->has_binary_property((UChar32)c, UCHAR_EXTENDED_PICTOGRAPHIC)) ||
      (c >= 0x1F1E6 && c <= 0x1F1FF))
    return MDQ_CHAR_EMOJI;
  int8_t type = icu->char_type((UChar32)c);
  if (type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_ENCLOSING_MARK) return MDQ_CHAR_MARK;
  if (mdq_digit_value(c) >= 0) return MDQ_CHAR_DIGIT;
  if (icu->is_alpha((UChar32)c) || type == U_DECIMAL_DIGIT_NUMBER || type == U_LETTER_NUMBER) {
    if (ornamental(c)) return MDQ_CHAR_PUNCT;
    UScriptCode script = icu->script((UChar32)c, &status);
    if (script == USCRIPT_ARABIC) return MDQ_CHAR_ARABIC;
    if (script == USCRIPT_LATIN) return c == 0xAA || c == 0xBA ? MDQ_CHAR_PUNCT : MDQ_CHAR_LATIN;
    return MDQ_CHAR_LETTER;
  }
  return type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR ? MDQ_CHAR_OTHER : MDQ_CHAR_PUNCT;
}

char mdq_base_letter_by_icu(uint32_t c) {
  static const struct { uint32_t sign; char letter; } undecomposed[] = {
    { 0xDF, 's' }, { 0xE6, 'e' }, { 0xF0, 'd' }, { 0xF8, 'o' }, { 0xFE, 't' }, { 0x111, 'd' }, { 0x131, 'i' }, { 0x142, 'l' }, { 0x153, 'e' },
    { 0xC6, 'e' }, { 0xD0, 'd' }, { 0xD8, 'o' }, { 0xDE, 't' }, { 0x110, 'd' }, { 0x141, 'l' }, { 0x152, 'e' },
  };
  for (size_t i = 0; i < sizeof undecomposed / sizeof *undecomposed; i++)
    if (undecomposed[i].sign == c) return undecomposed[i].letter;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfkd = mdq_icu()->nfkd(&status);
  UChar parts[16];
  int32_t length = U_FAILURE(status) ? 0 : mdq_icu()->decomposition(nfkd, (UChar32)c, parts, 16, &status);
  if (U_FAILURE(status) || length <= 0) return '\0';
  if (parts[0] >= 'A' && parts[0] <= 'Z') return (char)(parts[0] - 'A' + 'a');
  return parts[0] >= 'a' && parts[0] <= 'z' ? (char)parts[0] : '\0';
}

size_t mdq_letters_of_form_by_icu(uint32_t c, uint16_t letters[MDQ_MOST_LETTERS_OF_FORM]) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfkd = mdq_icu()->nfkd(&status);
  UChar units[MDQ_MOST_LETTERS_OF_FORM]; /* none of them is astral */
  int32_t length = U_FAILURE(status) || !mdq_is_presentation_form(c) ? 0 : mdq_icu()->decomposition(nfkd, (UChar32)c, units, MDQ_MOST_LETTERS_OF_FORM, &status);
  if (U_FAILURE(status) || length < 0) return 0;
  for (int32_t i = 0; i < length; i++) letters[i] = units[i];
  return (size_t)length;
}
