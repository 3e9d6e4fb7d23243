/* ASCII without <ctype.h>, which asks the locale: in a Latin-1 one half a UTF-8 letter would be a letter. */
#ifndef MDQ_BASE_ASCII_H
#define MDQ_BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

static inline bool mdq_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

static inline char mdq_ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline bool mdq_ascii_letter(char c) {
  return mdq_ascii_lower(c) >= 'a' && mdq_ascii_lower(c) <= 'z';
}

static inline bool mdq_ascii_alnum(char c) {
  return mdq_ascii_letter(c) || mdq_ascii_digit(c);
}

/* The first len bytes are equal but for the case of ASCII letters. */
static inline bool mdq_ascii_same(const char *a, const char *b, size_t len) {
  for (size_t i = 0; i < len; i++)
    if (mdq_ascii_lower(a[i]) != mdq_ascii_lower(b[i])) return false;
  return true;
}

#endif
