#include "pack/literals.h"

#include <ctype.h>

/* A cautious reading of the expression: what it does not understand it takes to require nothing, so that the
   filter never hides a match. */
struct reader {
  struct mdq_span text;
  size_t at;
  bool lost;  /* met something that could change the meaning of all the rest */
  int depth;
};

static struct mdq_literals alternatives(struct reader *r);

static size_t weakest(const struct mdq_literals *set) {
  size_t length = 0;
  for (size_t i = 0; i < set->count; i++)
    if (!length || set->length[i] < length) length = set->length[i];
  return length;
}

/* Of two things that must both occur, the one that is the better filter. */
static void prefer(struct mdq_literals *best, const struct mdq_literals *other) {
  if (weakest(other) > weakest(best)) *best = *other;
}

static void flush(struct mdq_literals *best, struct mdq_literals *run) {
  prefer(best, run);
  run->count = 0;
}

static void append(struct mdq_literals *run, struct mdq_span character, struct mdq_literals *best) {
  if (run->count && run->length[0] + character.len > MDQ_LITERAL_BYTES) flush(best, run);
  if (!run->count) run->length[0] = 0;
  run->count = 1;
  memcpy(run->bytes[0] + run->length[0], character.ptr, character.len);
  run->length[0] += character.len;
}

static char peek(const struct reader *r) {
  return r->at < r->text.len ? r->text.ptr[r->at] : '\0';
}

/* Skips a quantifier; true if what it follows may be left out. *repeated: it may occur other than once. */
static bool quantifier(struct reader *r, bool *repeated) {
  char c = peek(r);
  bool optional = c == '?' || c == '*';
  *repeated = optional || c == '+' || c == '{';
  if (!*repeated) return false;
  r->at++;
  if (c == '{') {
    optional = peek(r) == '0';
    size_t digits = r->at;
    while (isdigit((unsigned char)peek(r)) || (peek(r) == ',' && r->at > digits)) r->at++;
    if (r->at == digits || peek(r) != '}') r->lost = true; /* a literal brace */
    r->at++;
  }
  if (peek(r) == '?' || peek(r) == '+') r->at++;
  return optional;
}

static void skip_class(struct reader *r) {
  r->at++; /* [ */
  if (peek(r) == '^') r->at++;
  if (peek(r) == ']') r->at++;
  while (r->at < r->text.len && peek(r) != ']') {
    if (peek(r) == '[') { /* [:alpha:] */
      r->lost = true;
      return;
    }
    r->at += peek(r) == '\\' ? 2 : 1;
  }
  r->at++;
}

static size_t character_length(const struct reader *r) {
  size_t length = 1;
  while (r->at + length < r->text.len && ((unsigned char)r->text.ptr[r->at + length] & 0xC0) == 0x80) length++;
  return length;
}

/* A group: what it requires if it must occur. */
static struct mdq_literals group(struct reader *r) {
  struct mdq_literals inner = { .count = 0 };
  r->at++; /* ( */
  bool requires = true;
  if (peek(r) == '*') r->lost = true; /* a verb */
  if (peek(r) == '?') {
    char kind = r->at + 1 < r->text.len ? r->text.ptr[r->at + 1] : '\0';
    if (kind == ':') {
      r->at += 2;
    } else if (kind == '!' || kind == '=') {
      requires = kind == '=';
      r->at += 2;
    } else if (kind == '<' && r->at + 2 < r->text.len && (r->text.ptr[r->at + 2] == '!' || r->text.ptr[r->at + 2] == '=')) {
      requires = r->text.ptr[r->at + 2] == '=';
      r->at += 3;
    } else {
      r->lost = true;
    }
  }
  if (r->lost || ++r->depth > 32) {
    r->lost = true;
    return inner;
  }
  inner = alternatives(r);
  r->depth--;
  if (peek(r) == ')') r->at++;
  else r->lost = true;
  if (!requires) inner.count = 0;
  return inner;
}

static struct mdq_literals sequence(struct reader *r) {
  struct mdq_literals best = { .count = 0 }, run = { .count = 0 };
  bool repeated;
  while (r->at < r->text.len && !r->lost && peek(r) != '|' && peek(r) != ')') {
    char c = peek(r);
    if (c == '(') {
      flush(&best, &run);
      struct mdq_literals inner = group(r);
      if (!quantifier(r, &repeated)) prefer(&best, &inner);
      continue;
    }
    struct mdq_span character = mdq_span_of(r->text.ptr + r->at, 0);
    if (c == '[') {
      skip_class(r);
    } else if (c == '\\') {
      char escaped = r->at + 1 < r->text.len ? r->text.ptr[r->at + 1] : '\0';
      if (ispunct((unsigned char)escaped)) character = mdq_span_of(r->text.ptr + r->at + 1, 1);
      else if (!strchr("bBdDwWsShHvVAzZK", escaped)) r->lost = true; /* \Q, \x, \p, \1, ... */
      r->at += 2;
    } else if (c == '.' || c == '^' || c == '$') {
      r->at++;
    } else if (strchr("*+?{", c)) {
      r->lost = true; /* a second quantifier, or a literal brace */
    } else {
      character.len = character_length(r);
      r->at += character.len;
    }
    bool optional = quantifier(r, &repeated);
    if (!character.len || optional) flush(&best, &run);
    else append(&run, character, &best);
    if (repeated) flush(&best, &run);
  }
  flush(&best, &run);
  return best;
}

static struct mdq_literals alternatives(struct reader *r) {
  struct mdq_literals all = sequence(r);
  bool known = all.count > 0;
  while (peek(r) == '|' && !r->lost) {
    r->at++;
    struct mdq_literals branch = sequence(r);
    known = known && branch.count && all.count + branch.count <= MDQ_MOST_LITERALS;
    for (size_t i = 0; known && i < branch.count; i++, all.count++) {
      memcpy(all.bytes[all.count], branch.bytes[i], branch.length[i]);
      all.length[all.count] = branch.length[i];
    }
  }
  if (!known) all.count = 0;
  return all;
}

struct mdq_literals mdq_required_literals(struct mdq_span expression) {
  struct reader r = { .text = expression };
  struct mdq_literals literals = alternatives(&r);
  if (r.lost || r.at < expression.len) literals.count = 0;
  return literals;
}

/* A mark such as the / of 24/7 is rare in text and memchr() is fast; letters are left to memmem(). */
static bool contains(struct mdq_span text, struct mdq_span literal) {
  size_t mark = 0;
  while (mark < literal.len && !ispunct((unsigned char)literal.ptr[mark])) mark++;
  if (mark == literal.len) return memmem(text.ptr, text.len, literal.ptr, literal.len) != NULL;
  for (size_t from = mark; from + (literal.len - mark) <= text.len; from++) {
    const char *at = memchr(text.ptr + from, literal.ptr[mark], text.len - (literal.len - mark) + 1 - from);
    if (!at) return false;
    from = (size_t)(at - text.ptr);
    if (memcmp(text.ptr + from - mark, literal.ptr, literal.len) == 0) return true;
  }
  return false;
}

bool mdq_literals_in(const struct mdq_literals *literals, struct mdq_span text) {
  for (size_t i = 0; i < literals->count; i++)
    if (contains(text, mdq_span_of(literals->bytes[i], literals->length[i]))) return true;
  return literals->count == 0;
}
