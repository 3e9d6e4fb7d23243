#include "pack/pattern.h"

#include <stdarg.h>
#include <stdio.h>

#include "text/chars.h"
#include "text/normalize.h"
#include "text/utf8.h"
#include "text/word.h"

enum { MOST_ALTERNATIVES = 48, MOST_PHRASES = 16 };

struct parser {
  struct mdq_arena *arena;
  struct mdq_span text;
  size_t at;
  struct mdq_pattern_error *error;
};

struct phrase_state { /* the phrase being read */
  struct mdq_pattern_element elements[MDQ_PATTERN_ELEMENTS];
  size_t count, gaps;
  size_t replaced_from, replaced_to;
  bool replacing;      /* after < and before > */
  size_t opened;       /* byte offset of that < */
};

__attribute__((format(printf, 3, 4))) static bool fail(struct parser *p, size_t at, const char *format, ...) {
  p->error->at = at;
  va_list args;
  va_start(args, format);
  vsnprintf(p->error->message, sizeof p->error->message, format, args);
  va_end(args);
  return false;
}

static char peek(const struct parser *p) {
  return p->at < p->text.len ? p->text.ptr[p->at] : '\0';
}

static void skip_spaces(struct parser *p) {
  while (p->at < p->text.len) {
    size_t next = p->at;
    if (!mdq_is_space(mdq_utf8_next(p->text, &next)) && peek(p) != '\n') return;
    p->at = next;
  }
}

static bool is_operator(uint32_t c) {
  return c == '(' || c == ')' || c == '<' || c == '>' || c == ';' || c == '/' || c == '*' || c == '=' || c == '@';
}

/* Reads the letters of an atom, up to a space or an operator; without its backslashes, a span of the pattern itself
   where it has none. */
static bool read_text(struct parser *p, struct mdq_span *text) {
  size_t start = p->at, escapes = 0;
  p->at = mdq_plain_letters_end(p->text, p->at);
  while (p->at < p->text.len) {
    size_t next = p->at;
    uint32_t c = mdq_utf8_next(p->text, &next);
    if (c == '\\') {
      if (next == p->text.len) return fail(p, p->at, "nothing follows the backslash");
      mdq_utf8_next(p->text, &next);
      escapes++;
    } else if (is_operator(c) || c == '\n' || mdq_is_space(c)) {
      break;
    }
    p->at = next;
  }
  *text = mdq_span_sub(p->text, start, p->at);
  if (!escapes) return true;
  struct mdq_span copy = mdq_arena_copy(p->arena, *text);
  if (!copy.len) return fail(p, start, "out of memory");
  char *out = (char *)(uintptr_t)copy.ptr;
  for (size_t i = 0; i < text->len; i++) {
    if (text->ptr[i] == '\\') i++;
    *out++ = text->ptr[i];
  }
  *text = mdq_span_of(copy.ptr, text->len - escapes);
  return true;
}

/* An atom has to be one token for the tokeniser, else it would never match and nobody would know. */
static bool is_one_token(struct mdq_span text) {
  size_t arabic = 0, letters = 0, others = 0;
  for (size_t at = 0; at < text.len;) {
    uint32_t c = mdq_utf8_next(text, &at);
    if (mdq_is_arabic_letter(c)) arabic++;
    else if (mdq_is_latin_letter(c) || mdq_is_digit(c)) letters++;
    else others++;
  }
  if (arabic) return !letters && !others;
  return letters || others == 1;
}

/* Letters that V2 leaves as they are. */
static bool is_plain(struct mdq_span text) {
  for (size_t at = 0; at < text.len;) {
    uint32_t c = mdq_utf8_next(text, &at);
    bool folded = (c >= 0x0622 && c <= 0x0626) || c == 0x0629;
    if (c > 0x7F && (c < 0x0621 || c > 0x0648) && c != 0x064A) return false;
    if (folded || c == 0x0640) return false;
  }
  return true;
}

static bool at_gap(const struct parser *p) {
  return p->at + 1 < p->text.len && p->text.ptr[p->at] == '.' && p->text.ptr[p->at + 1] == '.';
}

static bool read_atom(struct parser *p, struct mdq_atom *atom) {
  size_t start = p->at;
  char sign = peek(p);
  if (at_gap(p)) return fail(p, start, "a gap stands for itself, without “()”, “/” and signs; it may be empty");
  if (sign == '=' || sign == '@') p->at++;
  else sign = '\0';
  size_t text_at = p->at;
  struct mdq_span text;
  if (!read_text(p, &text)) return false;
  if (!text.len) return fail(p, start, peek(p) == '*' ? "a word is missing before “*”" : "a word is missing here");
  bool letters = mdq_plain_letters_end(text, 0) == text.len; /* and nothing else, as of nearly all atoms */
  atom->text = !letters && is_plain(text) ? text : mdq_normalize_v2(p->arena, text);
  bool star = peek(p) == '*';
  size_t star_at = p->at;
  if (star) p->at++;
  if (p->arena->failed) return fail(p, start, "out of memory");
  size_t length = letters ? text.len / 2 : mdq_utf8_length(atom->text);
  if (length > MDQ_PATTERN_LETTERS) return fail(p, text_at, "a word of more than %d letters", MDQ_PATTERN_LETTERS);
  if (!letters && !is_one_token(atom->text)) return fail(p, text_at, "this is not one token: put a space between a word and a mark");
  if (star && sign == '=') return fail(p, star_at, "“=” and “*” exclude each other");
  if ((star || sign == '@') && length < 2) return fail(p, text_at, "a stem needs at least two letters");
  if (sign == '@') atom->kind = star ? MDQ_ATOM_VERB : MDQ_ATOM_VERB_BARE;
  else if (sign == '=') atom->kind = MDQ_ATOM_EXACT;
  else atom->kind = star ? MDQ_ATOM_STEM : MDQ_ATOM_WORD;
  return true;
}

static bool ends_item(const struct parser *p) {
  uint32_t c = mdq_utf8_at(p->text, p->at);
  return c == 0 || mdq_is_space(c) || c == '\n' || c == ')' || c == '>' || c == ';' || c == '<' || c == '(';
}

static bool read_alternatives(struct parser *p, struct mdq_pattern_element *element) {
  struct mdq_atom atoms[MOST_ALTERNATIVES];
  size_t count = 0;
  for (;;) {
    if (count == MOST_ALTERNATIVES) return fail(p, p->at, "more than %d alternatives", MOST_ALTERNATIVES);
    if (!read_atom(p, &atoms[count++])) return false;
    if (peek(p) != '/') break;
    p->at++;
  }
  if (!ends_item(p)) return fail(p, p->at, "this cannot stand here: a space is missing");
  struct mdq_atom *kept = mdq_arena_array(p->arena, count, sizeof *kept);
  if (!kept) return fail(p, p->at, "out of memory");
  memcpy(kept, atoms, count * sizeof *kept);
  element->atoms = kept;
  element->atom_count = count;
  return true;
}

static bool read_gap(struct parser *p, struct phrase_state *phrase, struct mdq_pattern_element *element) {
  size_t start = p->at;
  p->at += 2;
  unsigned n = 0;
  while (peek(p) >= '0' && peek(p) <= '9' && n < 100) n = n * 10 + (unsigned)(p->text.ptr[p->at++] - '0');
  if (n < 1 || n > MDQ_PATTERN_GAP || !ends_item(p)) return fail(p, start, "a gap is “..N” with N from 1 to %d", MDQ_PATTERN_GAP);
  if (phrase->count == 0) return fail(p, start, "a gap cannot open a phrase");
  if (phrase->elements[phrase->count - 1].gap) return fail(p, start, "two gaps in a row");
  if (phrase->gaps++ == MDQ_PATTERN_GAPS) return fail(p, start, "more than %d gaps", MDQ_PATTERN_GAPS);
  element->gap = n;
  return true;
}

static bool read_element(struct parser *p, struct phrase_state *phrase) {
  if (phrase->count == MDQ_PATTERN_ELEMENTS) return fail(p, p->at, "more than %d tokens in a phrase", MDQ_PATTERN_ELEMENTS);
  struct mdq_pattern_element element = { .replaced = phrase->replacing };
  size_t start = p->at;
  if (at_gap(p)) {
    if (!read_gap(p, phrase, &element)) return false;
  } else if (peek(p) == '(') {
    p->at++;
    skip_spaces(p);
    element.optional = true;
    if (!read_alternatives(p, &element)) return false;
    skip_spaces(p);
    if (peek(p) != ')') return fail(p, start, "“(” holds one token and needs a “)”");
    p->at++;
  } else if (!read_alternatives(p, &element)) {
    return false;
  }
  phrase->elements[phrase->count++] = element;
  return true;
}

static bool open_replaced(struct parser *p, struct phrase_state *phrase) {
  if (phrase->replacing) return fail(p, p->at, "“<” inside “<”");
  if (phrase->replaced_to > phrase->replaced_from) return fail(p, p->at, "a second “<” in one phrase");
  phrase->replacing = true;
  phrase->opened = p->at++;
  phrase->replaced_from = phrase->count;
  return true;
}

static bool close_replaced(struct parser *p, struct phrase_state *phrase) {
  if (!phrase->replacing) return fail(p, p->at, "“>” without “<”");
  bool mandatory = false;
  for (size_t i = phrase->replaced_from; i < phrase->count; i++)
    mandatory |= !phrase->elements[i].optional && !phrase->elements[i].gap;
  if (!mandatory) return fail(p, phrase->opened, "“<>” needs a token that is not optional");
  if (phrase->elements[phrase->replaced_from].gap || phrase->elements[phrase->count - 1].gap)
    return fail(p, phrase->opened, "a gap cannot stand at an edge of “<>”");
  p->at++;
  phrase->replacing = false;
  phrase->replaced_to = phrase->count;
  return true;
}

static bool finish_phrase(struct parser *p, size_t start, const struct phrase_state *state, struct mdq_pattern_phrase *phrase) {
  if (state->replacing) return fail(p, state->opened, "“<” without “>”");
  if (!state->count) return fail(p, start, "the phrase is empty");
  if (state->elements[state->count - 1].gap) return fail(p, start, "a gap cannot end a phrase");
  bool mandatory = false;
  for (size_t i = 0; i < state->count; i++) mandatory |= !state->elements[i].optional && !state->elements[i].gap;
  if (!mandatory) return fail(p, start, "every token of the phrase is optional");
  struct mdq_pattern_element *elements = mdq_arena_array(p->arena, state->count, sizeof *elements);
  if (!elements) return fail(p, start, "out of memory");
  memcpy(elements, state->elements, state->count * sizeof *elements);
  *phrase = (struct mdq_pattern_phrase){ elements, state->count, state->replaced_from, state->replaced_to };
  return true;
}

static bool read_phrase(struct parser *p, struct mdq_pattern_phrase *phrase) {
  struct phrase_state state = { .count = 0 };
  skip_spaces(p);
  size_t start = p->at;
  for (; p->at < p->text.len && peek(p) != ';'; skip_spaces(p)) {
    bool read;
    if (peek(p) == '<') read = open_replaced(p, &state);
    else if (peek(p) == '>') read = close_replaced(p, &state);
    else if (peek(p) == ')') read = fail(p, p->at, "“)” without “(”");
    else read = read_element(p, &state);
    if (!read) return false;
  }
  return finish_phrase(p, start, &state, phrase);
}

bool mdq_pattern_parse(struct mdq_arena *arena, struct mdq_span text, struct mdq_pattern *pattern,
                       struct mdq_pattern_error *error) {
  struct parser p = { arena, text, 0, error };
  struct mdq_pattern_phrase phrases[MOST_PHRASES];
  size_t count = 0;
  for (;;) {
    if (count == MOST_PHRASES) return fail(&p, p.at, "more than %d phrases", MOST_PHRASES);
    if (!read_phrase(&p, &phrases[count++])) return false;
    if (p.at >= text.len) break;
    p.at++; /* ; */
  }
  struct mdq_pattern_phrase *kept = mdq_arena_array(arena, count, sizeof *kept);
  if (!kept) return fail(&p, 0, "out of memory");
  memcpy(kept, phrases, count * sizeof *kept);
  *pattern = (struct mdq_pattern){ kept, count };
  return true;
}

bool mdq_atom_parse(struct mdq_arena *arena, struct mdq_span text, struct mdq_atom *atom,
                    struct mdq_pattern_error *error) {
  struct parser p = { arena, text, 0, error };
  skip_spaces(&p);
  if (!read_atom(&p, atom)) return false;
  skip_spaces(&p);
  return p.at == text.len || fail(&p, p.at, "a condition is one token, without alternatives");
}
