/* Glossaries in TBX (ISO 30042), as far as its core structure and TBX-Basic go: martif/termEntry/langSet/tig of version 2 and
   tbx/conceptEntry/langSec/termSec of version 3, the status of a term as a termNote or as an element of its own. */
#define XML_DTD /* else expat.h does not declare its limits */
#include <expat.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "glossary/reader.h"

enum language { NEITHER, ENGLISH, ARABIC };
enum status { ADMITTED, PREFERRED, DEPRECATED };

struct place {
  size_t line, column;
};

struct tbx {
  const struct mdq_glossary_reader *reader;
  XML_Parser parser;
  struct mdq_glossary_entry *entry; /* the concept in hand */
  struct mdq_spans preferred;
  enum language language;
  enum status status;
  bool in_term, in_status, in_note, in_group;
  bool any, any_arabic;
  struct mdq_buf text, term, note;
  struct place term_place;
  enum mdq_status result;
};

static struct place here(const struct tbx *t) {
  return (struct place){ XML_GetCurrentLineNumber(t->parser), XML_GetCurrentColumnNumber(t->parser) + 1 };
}

static void fail(struct tbx *t, struct place at, const char *what) {
  if (t->result) return;
  t->result = mdq_fail_at(t->reader->error, MDQ_NO_DATA, t->reader->path, at.line, at.column, "%s", what);
  XML_StopParser(t->parser, XML_FALSE);
}

static void fail_no_memory(struct tbx *t) {
  if (!t->result) t->result = mdq_no_memory(t->reader->error);
  XML_StopParser(t->parser, XML_FALSE);
}

/* Without a namespace's prefix. */
static struct mdq_span local_name(const char *name) {
  const char *colon = strrchr(name, ':');
  return mdq_span_str(colon ? colon + 1 : name);
}

static const char *attribute(const char **attributes, const char *name) {
  for (size_t i = 0; attributes[i]; i += 2)
    if (!strcmp(attributes[i], name)) return attributes[i + 1];
  return NULL;
}

/* en, en-GB, EN_us */
static enum language language_of(const char *tag) {
  static const struct { const char *subtag; enum language language; } known[] = { { "en", ENGLISH }, { "eng", ENGLISH }, { "ar", ARABIC }, { "ara", ARABIC } };
  size_t length = strcspn(tag, "-_");
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (strlen(known[i].subtag) == length && mdq_ascii_same(tag, known[i].subtag, length)) return known[i].language;
  return NEITHER;
}

static bool is_concept(struct mdq_span name) {
  return mdq_span_is(name, "termEntry") || mdq_span_is(name, "conceptEntry");
}

static bool is_language_section(struct mdq_span name) {
  return mdq_span_is(name, "langSet") || mdq_span_is(name, "langSec");
}

static bool is_term_section(struct mdq_span name) {
  return mdq_span_is(name, "tig") || mdq_span_is(name, "ntig") || mdq_span_is(name, "termSec");
}

static void XMLCALL start(void *user, const char *qualified, const char **attributes) {
  struct tbx *t = user;
  struct mdq_span name = local_name(qualified);
  const char *type = attribute(attributes, "type");
  if (is_concept(name)) {
    t->any = true;
    t->entry = mdq_glossary_entry_new(t->reader, here(t).line);
    t->preferred = (struct mdq_spans){ 0 };
    mdq_buf_clear(&t->note);
    if (!t->entry) fail_no_memory(t);
  } else if (t->entry && is_language_section(name)) {
    const char *tag = attribute(attributes, "xml:lang");
    if (!tag) tag = attribute(attributes, "lang");
    if (!tag) return fail(t, here(t), "a language section without xml:lang");
    t->language = language_of(tag);
  } else if (t->entry && is_term_section(name)) {
    t->in_group = true;
    t->status = ADMITTED;
    mdq_buf_clear(&t->term);
  } else if (t->in_group && mdq_span_is(name, "term")) {
    t->in_term = true;
    t->term_place = here(t);
    mdq_buf_clear(&t->text);
  } else if (t->in_group && (mdq_span_is(name, "administrativeStatus") || (type && !strcmp(type, "administrativeStatus")))) {
    t->in_status = true;
    mdq_buf_clear(&t->text);
  } else if (t->entry && !t->in_group && mdq_span_is(name, "note")) {
    t->in_note = true;
    mdq_buf_clear(&t->text);
  }
}

static void XMLCALL characters(void *user, const char *bytes, int length) {
  struct tbx *t = user;
  if (t->in_term || t->in_status || t->in_note) mdq_buf_add(&t->text, mdq_span_of(bytes, (size_t)length));
}

/* preferredTerm-admn-sts, preferred; deprecatedTerm-admn-sts, supersededTerm-admn-sts, deprecated, obsolete, notRecommended */
static enum status status_of(struct mdq_span text) {
  static const struct { const char *start; enum status status; } known[] = {
    { "preferred", PREFERRED }, { "deprecated", DEPRECATED }, { "superseded", DEPRECATED }, { "obsolete", DEPRECATED }, { "notrecommended", DEPRECATED },
  };
  while (text.len && (unsigned char)text.ptr[0] <= ' ') text = mdq_span_sub(text, 1, text.len);
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    size_t length = strlen(known[i].start);
    if (text.len >= length && mdq_ascii_same(text.ptr, known[i].start, length)) return known[i].status;
  }
  return ADMITTED;
}

/* One space where the file has a line end and its indentation. */
static void collapse_spaces(struct mdq_buf *text) {
  size_t length = 0;
  for (size_t i = 0; i < text->len; i++) {
    bool space = (unsigned char)text->ptr[i] <= ' ';
    if (space && (!length || text->ptr[length - 1] == ' ')) continue;
    text->ptr[length++] = space ? ' ' : text->ptr[i];
  }
  text->len = length;
}

static void take_term(struct tbx *t) {
  struct mdq_glossary_entry *entry = t->entry;
  collapse_spaces(&t->term);
  struct mdq_span term = mdq_buf_span(&t->term);
  struct mdq_spans *list = NULL;
  if (t->language == ENGLISH) list = t->status == DEPRECATED ? NULL : &entry->sources;
  else if (t->language == ARABIC) list = t->status == DEPRECATED ? &entry->forbidden : t->status == PREFERRED ? &t->preferred : &entry->renderings;
  if (!list) return;
  t->any_arabic |= t->language == ARABIC;
  const char *misfit = mdq_glossary_misfit(term);
  if (misfit) return fail(t, t->term_place, misfit);
  if (!mdq_glossary_add_text(t->reader->glossary, list, term)) fail_no_memory(t);
}

/* The preferred renderings stand first. */
static void end_concept(struct tbx *t) {
  struct mdq_glossary *glossary = t->reader->glossary;
  struct mdq_spans admitted = t->entry->renderings, note = { 0 };
  t->entry->renderings = t->preferred;
  bool ok = true;
  for (size_t i = 0; i < admitted.count; i++) ok = ok && mdq_glossary_add_text(glossary, &t->entry->renderings, admitted.items[i]);
  collapse_spaces(&t->note);
  ok = ok && mdq_glossary_add_text(glossary, &note, mdq_buf_span(&t->note));
  t->entry->note = note.count ? note.items[0] : mdq_span_of("", 0);
  t->entry = NULL;
  if (!ok) fail_no_memory(t);
}

static void copy(struct mdq_buf *to, const struct mdq_buf *from) {
  mdq_buf_clear(to);
  mdq_buf_add(to, mdq_buf_span(from));
}

static void XMLCALL end(void *user, const char *qualified) {
  struct tbx *t = user;
  struct mdq_span name = local_name(qualified);
  if (t->result) return;
  if (t->in_term && mdq_span_is(name, "term")) {
    copy(&t->term, &t->text);
    t->in_term = false;
  } else if (t->in_status && (mdq_span_is(name, "administrativeStatus") || mdq_span_is(name, "termNote"))) {
    t->status = status_of(mdq_buf_span(&t->text));
    t->in_status = false;
  } else if (t->in_note && mdq_span_is(name, "note")) {
    copy(&t->note, &t->text);
    t->in_note = false;
  } else if (t->in_group && is_term_section(name)) {
    t->in_group = false;
    take_term(t);
  } else if (is_language_section(name)) t->language = NEITHER;
  else if (t->entry && is_concept(name)) end_concept(t);
}

/* Entities that hold entities can make gigabytes of a few lines; a glossary needs none. */
static void limit_entities(XML_Parser parser) {
  const float most_amplification = 8;
  enum { THRESHOLD = 64 << 10 };
  XML_SetBillionLaughsAttackProtectionMaximumAmplification(parser, most_amplification);
  XML_SetBillionLaughsAttackProtectionActivationThreshold(parser, THRESHOLD);
}

static void fail_as_parser(struct tbx *t) {
  enum XML_Error error = XML_GetErrorCode(t->parser);
  if (error == XML_ERROR_NO_MEMORY) return fail_no_memory(t);
  fail(t, here(t), error == XML_ERROR_AMPLIFICATION_LIMIT_BREACH ? "its entities make more text of it than is allowed" : XML_ErrorString(error));
}

static void parse(struct tbx *t, struct mdq_span bytes) {
  enum { AT_ONCE = 1 << 20 };
  XML_SetUserData(t->parser, t);
  XML_SetElementHandler(t->parser, start, end);
  XML_SetCharacterDataHandler(t->parser, characters);
  limit_entities(t->parser);
  for (size_t at = 0; !t->result && at < bytes.len;) {
    size_t length = bytes.len - at < AT_ONCE ? bytes.len - at : AT_ONCE;
    bool last = at + length == bytes.len;
    if (XML_Parse(t->parser, bytes.ptr + at, (int)length, last) == XML_STATUS_ERROR) fail_as_parser(t);
    at += length;
  }
  if (!t->result && (t->text.failed || t->term.failed || t->note.failed)) fail_no_memory(t);
  if (!t->result && !t->any) fail(t, (struct place){ 1, 1 }, "no termEntry or conceptEntry in it: this is no TBX");
  if (!t->result && !t->any_arabic) fail(t, (struct place){ 1, 1 }, "no Arabic term in it: no language section has xml:lang=\"ar\"");
}

enum mdq_status mdq_glossary_read_tbx(const struct mdq_glossary_reader *reader, struct mdq_span bytes) {
  struct tbx t = { .reader = reader, .parser = XML_ParserCreate("UTF-8") };
  if (!t.parser) return mdq_no_memory(reader->error);
  mdq_buf_init(&t.text);
  mdq_buf_init(&t.term);
  mdq_buf_init(&t.note);
  parse(&t, bytes);
  mdq_buf_free(&t.text);
  mdq_buf_free(&t.term);
  mdq_buf_free(&t.note);
  XML_ParserFree(t.parser);
  return t.result;
}
