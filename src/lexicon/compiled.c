#include "lexicon/compiled.h"

#include <stdlib.h>

#include "lexicon/lexicon_file.h"
#include "text/utf8.h"

/* -- the file -- */

const struct mdq_data_kind mdq_lexicon_kind = {
  .name = "lexicon", .file = "ar.lexicon", .trouble = MDQ_NO_DICT, .version = 5,
  .layout = (sizeof(struct mdq_lexicon_header) << 16) + (sizeof(struct mdq_lexicon_affix) << 8) + sizeof(struct mdq_lexicon_derivation),
};

static const void *records(const struct mdq_compiled *compiled, struct mdq_section section) {
  return (const char *)compiled->header + section.offset;
}

static bool fits(const struct mdq_data_file *file, struct mdq_section section, size_t record) {
  return mdq_data_holds(file, section.offset, section.count, record, 8);
}

static bool body_fits(const struct mdq_data_file *file) {
  const struct mdq_lexicon_header *header = (const void *)file->body;
  if (file->body_size < sizeof *header) return false;
  return fits(file, header->accepted, 1) && fits(file, header->readings, 1) && fits(file, header->prefixes, sizeof(struct mdq_lexicon_affix)) &&
         fits(file, header->suffixes, sizeof(struct mdq_lexicon_affix)) && fits(file, header->derivations, sizeof(struct mdq_lexicon_derivation)) &&
         fits(file, header->sets, sizeof(uint16_t)) && memchr(header->source, '\0', sizeof header->source);
}

static struct mdq_automaton automaton_of(const struct mdq_compiled *compiled, struct mdq_section bytes) {
  return (struct mdq_automaton){ .bytes = records(compiled, bytes), .size = bytes.count, .code = compiled->header->code, .letter = compiled->header->letter };
}

static enum mdq_status use_body(struct mdq_compiled *compiled, const char *name, struct mdq_error *error) {
  if (!body_fits(&compiled->file)) return mdq_fail_at(error, MDQ_NO_DICT, name, 0, 0, "damaged: its parts do not fit");
  const struct mdq_lexicon_header *header = (const void *)compiled->file.body;
  compiled->header = header;
  compiled->automaton = automaton_of(compiled, header->accepted);
  compiled->readings = automaton_of(compiled, header->readings);
  compiled->all = header->all;
  compiled->plain = header->plain;
  compiled->stems = header->stems;
  return MDQ_OK;
}

enum mdq_status mdq_compiled_read(struct mdq_compiled *compiled, struct mdq_span bytes, const char *name, struct mdq_error *error) {
  *compiled = (struct mdq_compiled){ 0 };
  enum mdq_status status = mdq_data_file_read(&compiled->file, bytes, name, &mdq_lexicon_kind, error);
  return status ? status : use_body(compiled, name, error);
}

enum mdq_status mdq_compiled_open(struct mdq_compiled *compiled, const char *data_dir, struct mdq_error *error) {
  *compiled = (struct mdq_compiled){ 0 };
  enum mdq_status status = mdq_data_file_open(&compiled->file, data_dir, &mdq_lexicon_kind, error);
  if (!status && compiled->file.bytes) status = use_body(compiled, mdq_lexicon_kind.file, error);
  if (status) mdq_compiled_close(compiled);
  return status;
}

void mdq_compiled_close(struct mdq_compiled *compiled) {
  mdq_data_file_close(&compiled->file);
  *compiled = (struct mdq_compiled){ 0 };
}

/* -- analysis -- */

enum { LONGEST_FORM = 128 };

struct letters {
  size_t count;
  uint8_t code[LONGEST_FORM + 3 * MDQ_LEXICON_AFFIX_LETTERS]; /* with what a prefix and two suffixes strip */
  uint8_t end[LONGEST_FORM]; /* byte offset behind each letter of the form as given */
};

struct analysis {
  const struct mdq_compiled *compiled;
  struct mdq_arena *arena;
  struct mdq_reading *readings;
  size_t count, capacity;
  struct letters form;
};

static bool read_form(const struct mdq_automaton *automaton, struct mdq_span v1, struct letters *form) {
  form->count = 0;
  if (v1.len > 255) return false;
  for (size_t at = 0; at < v1.len;) {
    unsigned code = mdq_automaton_code(automaton, mdq_utf8_next(v1, &at));
    if (code == MDQ_LETTER_IGNORED) continue;
    if (code == MDQ_LETTER_NONE || form->count == LONGEST_FORM) return false;
    form->code[form->count] = (uint8_t)code;
    form->end[form->count++] = (uint8_t)at;
  }
  return form->count > 0;
}

static const struct mdq_lexicon_affix *suffix_number(const struct mdq_compiled *compiled, unsigned number) {
  const struct mdq_section section = compiled->header->suffixes;
  return number && number <= section.count ? (const struct mdq_lexicon_affix *)records(compiled, section) + number - 1 : NULL;
}

static struct mdq_flag_name flag_name(const struct mdq_lexicon_affix *affix) {
  struct mdq_flag_name name = { "" };
  if (affix) memcpy(name.text, affix->flag, 2);
  return name;
}

static void undo(struct letters *form, const struct mdq_lexicon_affix *suffix) {
  if (!suffix || form->count < suffix->append_count || suffix->strip_count > MDQ_LEXICON_AFFIX_LETTERS) return;
  form->count -= suffix->append_count;
  memcpy(form->code + form->count, suffix->strip, suffix->strip_count);
  form->count += suffix->strip_count;
}

static struct mdq_span text_of(const struct analysis *a, const struct letters *letters) {
  char text[4 * sizeof letters->code];
  size_t len = 0;
  for (size_t i = 0; i < letters->count; i++) len += mdq_utf8_encode(a->compiled->automaton.letter[letters->code[i] & 63], text + len);
  return mdq_arena_copy(a->arena, mdq_span_of(text, len));
}

static uint16_t prefix_letter(const struct mdq_compiled *compiled, const struct mdq_lexicon_affix *prefix, size_t at) {
  return at < prefix->append_count ? compiled->automaton.letter[prefix->append[at] & 63] : 0;
}

/* The proclitics begin with the interrogative أ, alone or behind a conjunction. */
static bool is_question(const struct mdq_compiled *compiled, const struct mdq_lexicon_affix *prefix) {
  uint16_t c = prefix_letter(compiled, prefix, 0);
  if (c == 0x0648 || c == 0x0641) c = prefix_letter(compiled, prefix, 1); /* و ف */
  return c == 0x0623 || c == 0x0622; /* أ آ */
}

static void add_reading(struct analysis *a, const struct letters *stem_form, const struct mdq_lexicon_affix *prefix,
                        const struct mdq_lexicon_derivation *derivation) {
  struct mdq_reading *reading = mdq_arena_push(a->arena, &a->readings, &a->count, &a->capacity, sizeof *reading);
  if (!reading) return;
  const struct mdq_lexicon_affix *inner = suffix_number(a->compiled, derivation->inner), *outer = suffix_number(a->compiled, derivation->outer);
  struct letters stem = *stem_form;
  undo(&stem, outer);
  undo(&stem, inner);
  *reading = (struct mdq_reading){
    .word_class = derivation->word_class, .prefix = prefix && prefix->append_count ? a->form.end[prefix->append_count - 1] : 0,
    .prefix_flag = flag_name(prefix), .inner_suffix = flag_name(inner), .outer_suffix = flag_name(outer), .stem = text_of(a, &stem),
  };
}

/* The readings of a form without prefixes that the prefix, if any, may stand before. */
static void add_readings(struct analysis *a, const struct letters *form, const struct mdq_lexicon_affix *prefix) {
  const struct mdq_lexicon_header *header = a->compiled->header;
  uint32_t node = a->compiled->stems;
  for (size_t i = 0; i < form->count && node; i++) node = mdq_automaton_step(&a->compiled->readings, node, form->code[i]);
  uint32_t at = mdq_automaton_value(&a->compiled->readings, node);
  if (!at || at >= header->sets.count) return;
  const uint16_t *sets = records(a->compiled, header->sets);
  const struct mdq_lexicon_derivation *derivations = records(a->compiled, header->derivations);
  for (uint32_t left = sets[at++]; left && at < header->sets.count; left--) {
    uint32_t member = sets[at++];
    if (member >= header->derivations.count) continue;
    if (!prefix || derivations[member].prefixes >> (prefix->flag_bit & 63) & 1) add_reading(a, form, prefix, &derivations[member]);
  }
}

static bool without_prefix(const struct letters *form, const struct mdq_lexicon_affix *prefix, struct letters *rest) {
  if (prefix->append_count > MDQ_LEXICON_AFFIX_LETTERS || prefix->strip_count > MDQ_LEXICON_AFFIX_LETTERS) return false;
  if (prefix->append_count && prefix->append[0] != form->code[0]) return false; /* as with most */
  if (form->count <= prefix->append_count || memcmp(form->code, prefix->append, prefix->append_count)) return false;
  rest->count = form->count - prefix->append_count + prefix->strip_count;
  memcpy(rest->code, prefix->strip, prefix->strip_count);
  memcpy(rest->code + prefix->strip_count, form->code + prefix->append_count, form->count - prefix->append_count);
  return rest->count > prefix->strip_count && prefix->condition >> (rest->code[prefix->strip_count] & 63) & 1;
}

size_t mdq_compiled_analyze(const struct mdq_compiled *compiled, struct mdq_span v1, struct mdq_arena *arena, struct mdq_reading **readings) {
  struct analysis a = { .compiled = compiled, .arena = arena };
  *readings = NULL;
  if (!read_form(&compiled->automaton, v1, &a.form)) return 0;
  add_readings(&a, &a.form, NULL);
  const struct mdq_lexicon_affix *prefixes = records(compiled, compiled->header->prefixes);
  for (size_t i = 0; i < compiled->header->prefixes.count; i++) {
    struct letters rest;
    if (without_prefix(&a.form, &prefixes[i], &rest) && !is_question(compiled, &prefixes[i])) add_readings(&a, &rest, &prefixes[i]);
  }
  *readings = a.readings;
  return a.count;
}
