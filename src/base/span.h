/* A span is borrowed bytes: it owns nothing and lives as long as what it points into. */
#ifndef MDQ_BASE_SPAN_H
#define MDQ_BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct mdq_span {
  const char *ptr; /* never NULL when len > 0 */
  size_t len;      /* bytes */
};

#define MDQ_SPAN_LIT(s) ((struct mdq_span){ "" s, sizeof(s) - 1 })

static inline struct mdq_span mdq_span_of(const char *ptr, size_t len) {
  return (struct mdq_span){ ptr, len };
}

static inline struct mdq_span mdq_span_str(const char *s) {
  return (struct mdq_span){ s, s ? strlen(s) : 0 };
}

static inline bool mdq_span_eq(struct mdq_span a, struct mdq_span b) {
  return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool mdq_span_is(struct mdq_span a, const char *s) {
  if (__builtin_constant_p(strlen(s))) return mdq_span_eq(a, mdq_span_str(s));
  size_t i = 0; /* of a list most differ in the first letter: their lengths need not be known */
  while (i < a.len && s[i] && s[i] == a.ptr[i]) i++;
  return i == a.len && !s[i];
}

/* list ends with NULL; nothing in it is empty. Most of a list differ in the first letter, two bytes, which are compared at once. */
static inline bool mdq_span_is_one_of(struct mdq_span a, const char *const *list) {
  uint16_t letter = 0, first;
  if (!a.len) return false;
  memcpy(&letter, a.ptr, a.len > 1 ? sizeof letter : 1);
  for (; *list; list++) {
    memcpy(&first, *list, sizeof first);
    if (first == letter && mdq_span_is(a, *list)) return true;
  }
  return false;
}

static inline bool mdq_span_starts(struct mdq_span a, struct mdq_span prefix) {
  return a.len >= prefix.len && memcmp(a.ptr, prefix.ptr, prefix.len) == 0;
}

static inline bool mdq_span_ends(struct mdq_span a, struct mdq_span suffix) {
  return a.len >= suffix.len && memcmp(a.ptr + a.len - suffix.len, suffix.ptr, suffix.len) == 0;
}

/* The bytes [from, to) of a; the caller keeps from <= to <= a.len. */
static inline struct mdq_span mdq_span_sub(struct mdq_span a, size_t from, size_t to) {
  return (struct mdq_span){ a.ptr + from, to - from };
}

/* Bytewise order, as of strcmp. */
static inline int mdq_span_cmp(struct mdq_span a, struct mdq_span b) {
  size_t n = a.len < b.len ? a.len : b.len;
  int order = n ? memcmp(a.ptr, b.ptr, n) : 0;
  return order ? order : (a.len > b.len) - (a.len < b.len);
}

#endif
