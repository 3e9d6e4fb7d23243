#include "rules/spell/form.h"

#include "base/buf.h"
#include "text/utf8.h"

bool mdq_form_of(struct mdq_span v1, struct mdq_form *form) {
  form->count = 0;
  for (size_t at = 0; at < v1.len;) {
    if (form->count == MDQ_FORM_LETTERS) return false;
    form->letter[form->count++] = mdq_utf8_next(v1, &at);
  }
  return form->count > 0;
}

struct mdq_span mdq_form_slice(const struct mdq_form *form, size_t from, size_t to, struct mdq_form_text *text) {
  char *at = text->bytes;
  for (const uint32_t *letter = form->letter + from, *end = form->letter + to; letter < end; letter++) {
    uint32_t c = *letter;
    if (c >> 8 == 0x06) { /* nearly all */
      at[0] = (char)(0xC0 | c >> 6);
      at[1] = (char)(0x80 | (c & 0x3F));
      at += 2;
    } else {
      at += mdq_utf8_encode(c, at);
    }
  }
  *at = '\0';
  return text->span = mdq_span_of(text->bytes, (size_t)(at - text->bytes));
}

struct mdq_span mdq_form_text(const struct mdq_form *form, struct mdq_form_text *text) {
  return mdq_form_slice(form, 0, form->count, text);
}

struct mdq_form mdq_form_without(const struct mdq_form *form, size_t at) {
  struct mdq_form shorter = *form;
  shorter.count--;
  memmove(shorter.letter + at, shorter.letter + at + 1, (shorter.count - at) * sizeof *shorter.letter);
  return shorter;
}

size_t mdq_form_changed_at(const struct mdq_form *a, const struct mdq_form *b) {
  size_t i = 0;
  while (i < a->count && a->letter[i] == b->letter[i]) i++;
  return i;
}

static bool is_conjunction(uint32_t c) {
  return c == 0x0648 || c == 0x0641; /* و ف */
}

struct mdq_count mdq_form_count(const struct mdq_lexicon *lexicon, const struct mdq_form *form) {
  enum { SHARE = 8 };
  struct mdq_form_text text;
  struct mdq_count count = mdq_lexicon_count(lexicon, mdq_form_text(form, &text));
  if (form->count > 3 && is_conjunction(form->letter[0])) {
    struct mdq_count bare = mdq_lexicon_count(lexicon, mdq_span_sub(text.span, strlen("و"), text.span.len));
    count.edited += bare.edited / SHARE;
    count.web += bare.web / SHARE;
  }
  return count;
}

unsigned mdq_form_evidence(const struct mdq_lexicon *lexicon, const struct mdq_form *form) {
  return mdq_form_count(lexicon, form).edited;
}

bool mdq_form_accepted(struct mdq_lexicon *lexicon, const struct mdq_form *form) {
  struct mdq_form_text text;
  return mdq_lexicon_in_dictionary(lexicon, mdq_form_text(form, &text));
}

static bool at_article(const struct mdq_form *form, size_t at) {
  return at + 3 < form->count && form->letter[at] == 0x0627 && form->letter[at + 1] == 0x0644; /* ال */
}

size_t mdq_form_stem(const struct mdq_form *form, bool *definite) {
  size_t at = 0;
  if (form->count > 3 && is_conjunction(form->letter[0])) at = 1;
  uint32_t c = form->letter[at];
  bool preposition = (c == 0x0628 || c == 0x0643) && at_article(form, at + 1); /* ب ك */
  bool lil = c == 0x0644 && at + 4 < form->count && form->letter[at + 1] == 0x0644; /* لل */
  *definite = lil || preposition || at_article(form, at);
  if (lil) return at + 2;
  if (preposition) return at + 3;
  return at_article(form, at) ? at + 2 : 0;
}

static bool is_base(uint32_t c) {
  return (c >= 0x0620 && c <= 0x063F) || (c >= 0x0641 && c <= 0x064A) || (c >= 0x0671 && c <= 0x06D3);
}

/* Walks over the raw text and the corrected letters together; false if they do not run in parallel. */
static bool dress(struct mdq_buf *out, struct mdq_span raw, struct mdq_span v1, struct mdq_span corrected) {
  size_t old = 0, new = 0;
  for (size_t at = 0; at < raw.len;) {
    uint32_t c = mdq_utf8_next(raw, &at);
    if (!is_base(c)) {
      mdq_buf_addcp(out, c);
      continue;
    }
    if (new < corrected.len && corrected.ptr[new] == ' ') mdq_buf_addc(out, corrected.ptr[new++]);
    if (old == v1.len || new == corrected.len || mdq_utf8_next(v1, &old) != c) return false;
    uint32_t letter = mdq_utf8_next(corrected, &new);
    if (!is_base(letter)) return false; /* a tanween in place of an alef */
    mdq_buf_addcp(out, letter);
  }
  return old == v1.len && new == corrected.len;
}

struct mdq_span mdq_form_dress(struct mdq_arena *arena, struct mdq_span raw, struct mdq_span v1, struct mdq_span corrected) {
  struct mdq_buf out;
  mdq_buf_init(&out);
  bool dressed = dress(&out, raw, v1, corrected);
  if (out.failed) arena->failed = true;
  struct mdq_span result = mdq_arena_copy(arena, dressed ? mdq_buf_span(&out) : corrected);
  mdq_buf_free(&out);
  return result;
}
