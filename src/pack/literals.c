#include "pack/literals.h"

#include <ctype.h>

#include "text/utf8.h"

/* A cautious reading of the expression: what it does not understand it takes to require nothing, so that the
   filter never hides a match. */
struct reader {
  struct mdq_span text;
  size_t at;
  bool lost;  /* met something that could change the meaning of all the rest */
  int depth;
  struct mdq_needs *needs; /* whose clauses are being collected */
  unsigned before;         /* how many tokens may stand before what comes next, or MDQ_LEAD_UNKNOWN */
  unsigned run_before;     /* ... before the literal being read */
};

/* What a part of the expression requires. */
struct required {
  struct mdq_literals best;         /* the clause that filters best */
  uint64_t ways[MDQ_MOST_WAYS];     /* as in struct mdq_needs */
  size_t way_count;
};

static struct required alternatives(struct reader *r);

size_t mdq_literals_weakest(const struct mdq_literals *set) {
  size_t length = 0;
  for (size_t i = 0; i < set->count; i++)
    if (!length || set->length[i] < length) length = set->length[i];
  return length;
}

/* Of two things that must both occur, the one that is the better filter. */
static void prefer(struct mdq_literals *best, const struct mdq_literals *other) {
  if (mdq_literals_weakest(other) > mdq_literals_weakest(best)) *best = *other;
}

/* Adds the literals of the other clause, either of which will do; false if they are too many. */
static bool unite(struct mdq_literals *clause, const struct mdq_literals *other) {
  if (clause->count + other->count > MDQ_MOST_LITERALS) return false;
  memcpy(clause->bytes[clause->count], other->bytes, other->count * sizeof other->bytes[0]);
  memcpy(clause->length + clause->count, other->length, other->count * sizeof other->length[0]);
  clause->count += other->count;
  return true;
}

/* What requires that clause and no more. */
static struct required only(struct reader *r, const struct mdq_literals *clause, unsigned lead) {
  struct required required = { .best = *clause };
  if (!clause->count || r->needs->clause_count == MDQ_MOST_CLAUSES) return required;
  r->needs->lead[r->needs->clause_count] = (uint8_t)lead;
  required.ways[required.way_count++] = UINT64_C(1) << r->needs->clause_count;
  r->needs->clauses[r->needs->clause_count++] = *clause;
  return required;
}

/* Both must occur. */
static void require(struct reader *r, struct required *required, const struct required *other) {
  struct required product = { .way_count = required->way_count * other->way_count }, less;
  if (!required->way_count || !other->way_count) {
    product = required->way_count ? *required : *other;
  } else if (product.way_count <= MDQ_MOST_WAYS) {
    for (size_t i = 0; i < product.way_count; i++)
      product.ways[i] = required->ways[i % required->way_count] | other->ways[i / required->way_count];
  } else {
    less = only(r, &other->best, MDQ_LEAD_UNKNOWN);
    product = *required;
    for (size_t i = 0; i < product.way_count && less.way_count; i++) product.ways[i] |= less.ways[0];
  }
  product.best = required->best;
  prefer(&product.best, &other->best);
  *required = product;
}

static bool is_one_clause(uint64_t way) {
  return (way & (way - 1)) == 0;
}

/* Takes another way, as one clause together with a way that is one; more literals make a clause weaker, never wrong. */
static bool add_way(struct reader *r, struct required *required, uint64_t way) {
  struct mdq_literals *clauses = r->needs->clauses;
  size_t clause = (size_t)__builtin_ctzll(way);
  for (size_t i = 0; is_one_clause(way) && i < required->way_count; i++) {
    size_t other = (size_t)__builtin_ctzll(required->ways[i]);
    if (!is_one_clause(required->ways[i]) || !unite(&clauses[other], &clauses[clause])) continue;
    if (r->needs->lead[clause] > r->needs->lead[other]) r->needs->lead[other] = r->needs->lead[clause];
    if (clause + 1 == r->needs->clause_count) r->needs->clause_count--;
    return true;
  }
  if (required->way_count == MDQ_MOST_WAYS) return false;
  required->ways[required->way_count++] = way;
  return true;
}

/* One of the two must occur. */
static void allow(struct reader *r, struct required *required, const struct required *other) {
  bool known = required->best.count && other->best.count && unite(&required->best, &other->best);
  bool ways = required->way_count && other->way_count;
  for (size_t i = 0; ways && i < other->way_count; i++) ways = add_way(r, required, other->ways[i]);
  if (!known) required->best.count = 0;
  if (!ways) *required = only(r, &required->best, MDQ_LEAD_UNKNOWN);
}

static void flush(struct reader *r, struct required *required, struct mdq_literals *run) {
  struct required literal = only(r, run, r->run_before);
  require(r, required, &literal);
  run->count = 0;
}

static void append(struct reader *r, struct mdq_literals *run, struct mdq_span character, struct required *required) {
  if (run->count && run->length[0] + character.len > MDQ_LITERAL_BYTES) flush(r, required, run);
  if (!run->count) {
    run->length[0] = 0;
    r->run_before = r->before;
  }
  run->count = 1;
  memcpy(run->bytes[0] + run->length[0], character.ptr, character.len);
  run->length[0] += character.len;
}

static char peek(const struct reader *r) {
  return r->at < r->text.len ? r->text.ptr[r->at] : '\0';
}

/* -- how many tokens there may be: white space makes none, letters in a row make one, and anything else one by one -- */

static void count_tokens(struct reader *r, unsigned tokens) {
  r->before = r->before + tokens < MDQ_LEAD_UNKNOWN ? r->before + tokens : MDQ_LEAD_UNKNOWN;
}

static bool makes_no_token(const struct reader *r, size_t from) {
  char c = r->text.ptr[from];
  if (c == '\\') return from + 1 < r->text.len && strchr("bBsKAzZ", r->text.ptr[from + 1]) && r->text.ptr[from + 1];
  return c == '^' || c == '$' || c == ' ';
}

static bool is_letter(struct mdq_span character) {
  size_t at = 0;
  uint32_t c = character.len ? mdq_utf8_next(character, &at) : 0;
  return (c >= 0x0621 && c <= 0x063A) || (c >= 0x0641 && c <= 0x064A);
}

/* Counts the item that was read from `from` on; a letter behind one belongs to the same token. */
static void count_item(struct reader *r, size_t from, struct mdq_span character, bool behind_letter, bool many) {
  if (makes_no_token(r, from)) return;
  if (is_letter(character)) count_tokens(r, !behind_letter);
  else count_tokens(r, many ? MDQ_LEAD_UNKNOWN : 1);
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
static struct required group(struct reader *r) {
  const struct required nothing = { .way_count = 0 };
  r->at++; /* ( */
  bool requires = true, behind = false;
  size_t clauses = r->needs->clause_count;
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
      behind = true;
      r->at += 3;
    } else {
      r->lost = true;
    }
  }
  if (r->lost || ++r->depth > 32) {
    r->lost = true;
    return nothing;
  }
  struct required inner = alternatives(r);
  r->depth--;
  /* What a lookbehind sees stands before the match. */
  if (behind) memset(r->needs->lead + clauses, MDQ_LEAD_UNKNOWN, r->needs->clause_count - clauses);
  if (peek(r) == ')') r->at++;
  else r->lost = true;
  return requires ? inner : nothing;
}

static void add_group(struct reader *r, struct required *required) {
  size_t clauses = r->needs->clause_count;
  unsigned before = r->before;
  bool repeated;
  struct required inner = group(r);
  if (strchr("*+{", peek(r)) && peek(r) && r->before > before) r->before = MDQ_LEAD_UNKNOWN;
  bool required_group = !quantifier(r, &repeated) && (inner.way_count || inner.best.count);
  if (required_group) require(r, required, &inner);
  else r->needs->clause_count = clauses; /* nobody refers to those of the group */
}

static struct required sequence(struct reader *r) {
  struct required required = { .way_count = 0 };
  struct mdq_literals run = { .count = 0 };
  bool repeated, behind_letter = false;
  while (r->at < r->text.len && !r->lost && peek(r) != '|' && peek(r) != ')') {
    char c = peek(r);
    size_t from = r->at;
    if (c == '(') {
      behind_letter = false;
      flush(r, &required, &run);
      add_group(r, &required);
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
    bool many = peek(r) && strchr("*+{", peek(r)), optional = quantifier(r, &repeated);
    if (!character.len || optional) flush(r, &required, &run);
    else append(r, &run, character, &required);
    count_item(r, from, character, behind_letter, many);
    behind_letter = is_letter(character);
    if (repeated) flush(r, &required, &run);
  }
  flush(r, &required, &run);
  return required;
}

static struct required alternatives(struct reader *r) {
  unsigned before = r->before, most;
  struct required all = sequence(r);
  for (most = r->before; peek(r) == '|' && !r->lost; most = r->before > most ? r->before : most) {
    r->at++;
    r->before = before;
    struct required branch = sequence(r);
    allow(r, &all, &branch);
  }
  r->before = most;
  return all;
}

struct mdq_literals mdq_required_literals(struct mdq_span expression, struct mdq_needs *needs) {
  *needs = (struct mdq_needs){ .way_count = 0 };
  struct reader r = { .text = expression, .needs = needs };
  struct required required = alternatives(&r);
  if (r.lost || r.at < expression.len) required.best.count = required.way_count = 0;
  memcpy(needs->ways, required.ways, sizeof needs->ways);
  needs->way_count = required.way_count;
  return required.best;
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
