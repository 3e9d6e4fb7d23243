#define PCRE2_CODE_UNIT_WIDTH 8
#include "pack/regex.h"

#include <pcre2.h>
#include <stdint.h>
#include <stdlib.h>

enum { MATCH_LIMIT = 100000, DEPTH_LIMIT = 1000, HEAP_LIMIT = 4096 /* KiB */ };

enum {
  WORTH_MACHINE_CODE = 1024, /* bytes in which a match has been sought */
  ANCHORED = 16              /* of these where one starts with the search, which soon ends */
};

/* What one search needs. Making it costs half as much as most searches, which are in a few words. */
struct searcher {
  pcre2_match_data *data;
  pcre2_match_context *limits;
};

struct mdq_regex_code {
  pcre2_code *code;
  struct searcher *idle;         /* of the last search that has ended; or NULL; atomic */
  size_t searched;               /* bytes; atomic */
  bool anchored;                 /* a match starts where the search does */
  struct mdq_regex_code *before; /* what it replaced, which other threads may still be using; or NULL */
};

static void free_searcher(struct searcher *searcher) {
  if (!searcher) return;
  pcre2_match_data_free(searcher->data);
  pcre2_match_context_free(searcher->limits);
  free(searcher);
}

static struct searcher *new_searcher(const pcre2_code *code) {
  struct searcher *searcher = calloc(1, sizeof *searcher);
  if (!searcher) return NULL;
  searcher->data = pcre2_match_data_create_from_pattern(code, NULL);
  searcher->limits = pcre2_match_context_create(NULL);
  if (!searcher->data || !searcher->limits) {
    free_searcher(searcher);
    return NULL;
  }
  pcre2_set_match_limit(searcher->limits, MATCH_LIMIT);
  pcre2_set_depth_limit(searcher->limits, DEPTH_LIMIT);
  pcre2_set_heap_limit(searcher->limits, HEAP_LIMIT);
  return searcher;
}

/* The code is shared by all threads: one of them has what is idle, and others make their own. */
static struct searcher *take_searcher(struct mdq_regex_code *code) {
  struct searcher *idle = __atomic_exchange_n(&code->idle, NULL, __ATOMIC_ACQUIRE);
  return idle ? idle : new_searcher(code->code);
}

static void put_searcher(struct mdq_regex_code *code, struct searcher *searcher) {
  free_searcher(__atomic_exchange_n(&code->idle, searcher, __ATOMIC_ACQ_REL));
}

static void free_code(struct mdq_regex_code *code) {
  for (struct mdq_regex_code *before; code; code = before) {
    before = code->before;
    free_searcher(code->idle);
    pcre2_code_free(code->code);
    free(code);
  }
}

/* NULL on failure, as mdq_regex_init(). */
static struct mdq_regex_code *compile(struct mdq_span expression, size_t *at, char message[160]) {
  message[0] = '\0';
  *at = 0;
  struct mdq_regex_code *code = calloc(1, sizeof *code);
  if (!code) return NULL;
  int number;
  PCRE2_SIZE offset;
  uint32_t options = 0;
  code->code = pcre2_compile((PCRE2_SPTR)expression.ptr, expression.len, PCRE2_UTF | PCRE2_UCP | PCRE2_USE_OFFSET_LIMIT | PCRE2_NEVER_BACKSLASH_C, &number, &offset, NULL);
  if (!code->code) {
    PCRE2_UCHAR text[128];
    pcre2_get_error_message(number, text, sizeof text);
    if (number != PCRE2_ERROR_NOMEMORY) memcpy(message, text, sizeof text);
    *at = offset < expression.len ? offset : expression.len;
  }
  if (!code->code) {
    free_code(code);
    return NULL;
  }
  code->anchored = !pcre2_pattern_info(code->code, PCRE2_INFO_ALLOPTIONS, &options) && options & PCRE2_ANCHORED;
  return code;
}

/* The same as machine code; where that is not available the interpreter serves. NULL without memory. */
static struct mdq_regex_code *faster(const struct mdq_regex_code *slow) {
  struct mdq_regex_code *code = calloc(1, sizeof *code);
  if (!code) return NULL;
  code->code = pcre2_code_copy(slow->code);
  if (!code->code) {
    free_code(code);
    return NULL;
  }
  pcre2_jit_compile(code->code, PCRE2_JIT_COMPLETE);
  return code;
}

bool mdq_regex_init(struct mdq_regex *regex, struct mdq_span expression, size_t *at, char message[160]) {
  struct mdq_regex_code *code = compile(expression, at, message);
  if (!code) return false;
  struct mdq_needs needs;
  *regex = (struct mdq_regex){ .expression = expression, .literals = mdq_required_literals(expression, &needs), .code = code };
  return true;
}

void mdq_regex_free(struct mdq_regex *regex) {
  free_code(regex->code);
  regex->code = NULL;
}

const struct mdq_literals *mdq_regex_literals(const struct mdq_regex *regex) {
  return &regex->literals;
}

/* Puts new code in the place of what was there, or of nothing. Threads that need it at once may each compile it; one of
   them leaves its work to all. NULL without memory. */
static struct mdq_regex_code *replace(struct mdq_regex_code **place, struct mdq_span expression, struct mdq_regex_code *before) {
  size_t at;
  char message[160];
  struct mdq_regex_code *code = before ? faster(before) : compile(expression, &at, message), *there = before;
  if (!code) return before;
  code->before = before;
  if (__atomic_compare_exchange_n(place, &there, code, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) return code;
  code->before = NULL;
  free_code(code);
  return there;
}

static struct mdq_regex_code *code_of(const struct mdq_regex *regex, size_t bytes) {
  struct mdq_regex_code **place = (struct mdq_regex_code **)(uintptr_t)&regex->code;
  struct mdq_regex_code *code = __atomic_load_n(place, __ATOMIC_ACQUIRE);
  if (!code) code = replace(place, regex->expression, NULL);
  if (!code || code->before) return code;
  if (code->anchored && bytes > ANCHORED) bytes = ANCHORED;
  size_t before = __atomic_fetch_add(&code->searched, bytes, __ATOMIC_RELAXED);
  bool enough = before < WORTH_MACHINE_CODE && before + bytes >= WORTH_MACHINE_CODE;
  return enough ? replace(place, regex->expression, code) : code;
}

/* Of a search that found nothing: errors but these two are limits, and loops that would have no end. */
static enum mdq_regex_end end_of(int found) {
  if (found == PCRE2_ERROR_NOMEMORY) return MDQ_REGEX_NO_MEMORY;
  return found == PCRE2_ERROR_NOMATCH ? MDQ_REGEX_DONE : MDQ_REGEX_GAVE_UP;
}

enum mdq_regex_end mdq_regex_each(const struct mdq_regex *regex, struct mdq_span text, size_t from, size_t last,
                                  bool (*take)(void *user, size_t start, size_t end), void *user) {
  struct mdq_regex_code *code = code_of(regex, last > from ? last - from : 0);
  struct searcher *searcher = code ? take_searcher(code) : NULL;
  if (!searcher) return MDQ_REGEX_NO_MEMORY;
  pcre2_set_offset_limit(searcher->limits, last);
  enum mdq_regex_end end = MDQ_REGEX_DONE;
  while (!end && from <= last) {
    int found = pcre2_match(code->code, (PCRE2_SPTR)text.ptr, text.len, from, PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY,
                            searcher->data, searcher->limits);
    if (found < 0) {
      end = end_of(found);
      break;
    }
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(searcher->data);
    if (ends[1] <= ends[0] || !take(user, ends[0], ends[1])) break; /* \K in a lookaround can put the end first */
    from = ends[1];
  }
  put_searcher(code, searcher);
  return end;
}
