#define PCRE2_CODE_UNIT_WIDTH 8
#include "pack/regex.h"

#include <pcre2.h>
#include <stdlib.h>

enum { MATCH_LIMIT = 100000, DEPTH_LIMIT = 1000, HEAP_LIMIT = 4096 /* KiB */ };

struct mdq_regex {
  pcre2_code *code;
  pcre2_match_context *limits;
  struct mdq_literals literals;
};

struct mdq_regex *mdq_regex_new(struct mdq_span expression, size_t *at, char message[160]) {
  message[0] = '\0';
  *at = 0;
  struct mdq_regex *regex = calloc(1, sizeof *regex);
  if (!regex) return NULL;
  int number;
  PCRE2_SIZE offset;
  regex->code = pcre2_compile((PCRE2_SPTR)expression.ptr, expression.len, PCRE2_UTF | PCRE2_UCP, &number, &offset, NULL);
  if (!regex->code) {
    PCRE2_UCHAR text[128];
    pcre2_get_error_message(number, text, sizeof text);
    if (number != PCRE2_ERROR_NOMEMORY) memcpy(message, text, sizeof text);
    *at = offset < expression.len ? offset : expression.len;
    free(regex);
    return NULL;
  }
  regex->limits = pcre2_match_context_create(NULL);
  if (!regex->limits) {
    mdq_regex_free(regex);
    return NULL;
  }
  pcre2_set_match_limit(regex->limits, MATCH_LIMIT);
  pcre2_set_depth_limit(regex->limits, DEPTH_LIMIT);
  pcre2_set_heap_limit(regex->limits, HEAP_LIMIT);
  pcre2_jit_compile(regex->code, PCRE2_JIT_COMPLETE); /* where it is not available the interpreter serves */
  regex->literals = mdq_required_literals(expression);
  return regex;
}

void mdq_regex_free(struct mdq_regex *regex) {
  if (!regex) return;
  pcre2_code_free(regex->code);
  pcre2_match_context_free(regex->limits);
  free(regex);
}

const struct mdq_literals *mdq_regex_literals(const struct mdq_regex *regex) {
  return &regex->literals;
}

void mdq_regex_each(const struct mdq_regex *regex, struct mdq_span text, bool (*take)(void *user, size_t start, size_t end),
                    void *user) {
  pcre2_match_data *data = pcre2_match_data_create_from_pattern(regex->code, NULL);
  if (!data) return;
  for (size_t from = 0; from <= text.len;) {
    int found = pcre2_match(regex->code, (PCRE2_SPTR)text.ptr, text.len, from, PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY,
                            data, regex->limits);
    if (found < 0) break;
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(data);
    if (ends[1] <= ends[0] || !take(user, ends[0], ends[1])) break; /* \K in a lookaround can put the end first */
    from = ends[1];
  }
  pcre2_match_data_free(data);
}
