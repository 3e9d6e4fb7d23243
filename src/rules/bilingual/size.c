#include "rules/bilingual/size.h"

#include "text/chars.h"
#include "text/utf8.h"

size_t mdq_text_size(struct mdq_span text) {
  size_t size = 0;
  for (size_t at = 0; at < text.len;) {
    uint32_t c = mdq_utf8_next(text, &at);
    bool diacritic = (c >= 0x064B && c <= 0x065F) || c == 0x0640;
    size += !diacritic && c > ' ' && c != 0xA0;
  }
  return size;
}

size_t mdq_text_words(struct mdq_span text) {
  size_t words = 0;
  bool inside = false;
  for (size_t at = 0; at < text.len;) {
    bool space = mdq_is_space(mdq_utf8_next(text, &at));
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

uint32_t mdq_final_mark(struct mdq_span text) {
  for (size_t at = text.len; at;) {
    uint32_t c = mdq_utf8_previous(text, &at);
    if (mdq_is_space(c) || mdq_is_quote(c) || mdq_is_closing_bracket(c) || mdq_char_class(c) == MDQ_CHAR_INVISIBLE) continue;
    return c == '.' || c == '?' || c == '!' || c == 0x061F || c == 0x2026 || c == 0x06D4 ? c : 0;
  }
  return 0;
}

struct mdq_span mdq_trimmed(struct mdq_span text) {
  size_t start = 0, end = text.len;
  for (size_t at = 0; at < text.len && mdq_is_space(mdq_utf8_next(text, &at));) start = at;
  for (size_t at = end; at > start && mdq_is_space(mdq_utf8_previous(text, &at));) end = at;
  return mdq_span_sub(text, start, end);
}
