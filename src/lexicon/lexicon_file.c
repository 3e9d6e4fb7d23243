/* Writes compiled lexicons; only the compiler links it. */
#include "lexicon/lexicon_file.h"

#include <assert.h>
#include <stdlib.h>

#include "base/checksum.h"
#include "lexicon/expand.h"

static void pad(struct mdq_buf *body) {
  while (body->len % 8 && !body->failed) mdq_buf_addc(body, '\0');
}

static struct mdq_section begin(struct mdq_buf *body, size_t count) {
  pad(body);
  return (struct mdq_section){ .offset = (uint32_t)body->len, .count = (uint32_t)count };
}

static void add(struct mdq_buf *body, const void *record, size_t size) {
  mdq_buf_add(body, mdq_span_of(record, size));
}

static_assert((int)MDQ_LONGEST_AFFIX == (int)MDQ_LEXICON_AFFIX_LETTERS, "whatever can be read can be written");

/* Letters stripped that the condition does not allow there: the affix is never used. */
static bool contradicts_itself(const struct mdq_affix *affix) {
  for (size_t i = 0; i < affix->strip.count && i < affix->condition_count; i++)
    if (!(affix->condition[i] >> affix->strip.code[i] & 1)) return true;
  return false;
}

static struct mdq_lexicon_affix affix_record(const struct mdq_affixes *affixes, const struct mdq_affix *affix) {
  struct mdq_lexicon_affix record = { .condition = UINT64_MAX, .strip_count = (uint8_t)affix->strip.count, .append_count = (uint8_t)affix->append.count };
  memcpy(record.flag, mdq_affixes_flag_name(affixes, affix->flag).text, sizeof record.flag);
  memcpy(record.strip, affix->strip.code, affix->strip.count);
  memcpy(record.append, affix->append.code, affix->append.count);
  if (affix->condition_count > affix->strip.count) record.condition = affix->condition[affix->strip.count];
  if (contradicts_itself(affix)) record.condition = 0;
  for (size_t i = 0; i < affixes->prefix_flag_count; i++)
    if (affixes->prefix_flag[i] == affix->flag) record.flag_bit = (uint8_t)i;
  return record;
}

static struct mdq_section add_affixes(struct mdq_buf *body, const struct mdq_affixes *affixes, const struct mdq_affix *list, size_t count) {
  struct mdq_section section = begin(body, count);
  for (size_t i = 0; i < count; i++) {
    struct mdq_lexicon_affix record = affix_record(affixes, &list[i]);
    add(body, &record, sizeof record);
  }
  return section;
}

static void add_derivations(struct mdq_buf *body, const struct mdq_expansion *x, struct mdq_lexicon_header *header) {
  header->derivations = begin(body, x->derivation_count);
  for (size_t i = 0; i < x->derivation_count; i++) {
    struct mdq_lexicon_derivation record = { .prefixes = x->derivation_prefixes[i], .word_class = x->derivations[i].word_class,
                                             .inner = x->derivations[i].inner, .outer = x->derivations[i].outer };
    add(body, &record, sizeof record);
  }
}

/* The merging of values leaves sets behind that no form has: those that forms have are numbered anew, in the order of the
   nodes that hold them. */
struct renumbering {
  uint32_t *number; /* by old number; 0: not used */
  uint32_t *old;    /* by new number */
  uint32_t count;
};

static void renumber(struct mdq_automaton automaton, uint32_t node, struct renumbering *r, unsigned char *seen) {
  if (!node || seen[node]) return;
  seen[node] = 1;
  uint32_t value = mdq_automaton_value(&automaton, node);
  if (value && !r->number[value]) {
    r->number[value] = ++r->count;
    r->old[r->count] = value;
  }
  if (value) ((uint32_t *)(uintptr_t)automaton.words)[node + 2] = r->number[value];
  uint64_t bits = mdq_automaton_bits(&automaton, node);
  for (unsigned code = 0; code < MDQ_MOST_LETTERS; code++)
    if (bits >> code & 1) renumber(automaton, mdq_automaton_step(&automaton, node, code), r, seen);
}

static bool add_sets(struct mdq_buf *body, const struct mdq_expansion *x, struct mdq_buf *words, struct mdq_lexicon_header *header) {
  struct mdq_automaton automaton = { .words = (const uint32_t *)(const void *)words->ptr, .word_count = words->len / sizeof(uint32_t) };
  struct renumbering r = { calloc(x->set_count + 1, sizeof *r.number), calloc(x->set_count + 1, sizeof *r.old), 0 };
  unsigned char *seen = calloc(automaton.word_count + 1, 1);
  bool ok = r.number && r.old && seen;
  if (ok) {
    renumber(automaton, header->stems, &r, seen);
    header->sets = begin(body, r.count + 1);
    uint32_t first = 0;
    for (uint32_t i = 0; i <= r.count; i++) {
      struct mdq_lexicon_set set = { .first = first, .count = i ? x->sets[r.old[i]].count : 0 };
      add(body, &set, sizeof set);
      first += set.count;
    }
    header->members = begin(body, first);
    for (uint32_t i = 1; i <= r.count; i++)
      for (uint32_t k = 0; k < x->sets[r.old[i]].count; k++) {
        uint16_t member = (uint16_t)x->set_members[x->sets[r.old[i]].first + k];
        add(body, &member, sizeof member);
      }
  }
  free(r.number);
  free(r.old);
  free(seen);
  return ok;
}

static enum mdq_status write_body(const struct mdq_affixes *affixes, struct mdq_expansion *x, struct mdq_lexicon_header *header,
                                  struct mdq_buf *body, struct mdq_error *error) {
  struct mdq_buf words;
  mdq_buf_init(&words);
  uint32_t accepted[] = { x->all, x->plain }, stems = x->stems;
  bool ok = mdq_graph_write(x->graph, accepted, 2, false, &words) && mdq_graph_write(x->graph, &stems, 1, true, &words);
  header->all = accepted[0];
  header->plain = accepted[1];
  header->stems = stems;
  add(body, header, sizeof *header);
  header->prefixes = add_affixes(body, affixes, affixes->prefixes, affixes->prefix_count);
  header->suffixes = add_affixes(body, affixes, affixes->suffixes, affixes->suffix_count);
  add_derivations(body, x, header);
  ok = ok && add_sets(body, x, &words, header);
  header->words = begin(body, words.len / sizeof(uint32_t));
  mdq_buf_add(body, mdq_buf_span(&words));
  pad(body);
  enum mdq_status status = MDQ_OK;
  if (!ok || body->failed || words.failed) status = mdq_no_memory(error);
  else if (x->derivation_count > UINT16_MAX) status = mdq_fail(error, MDQ_NO_DICT, "more than %d derivations", UINT16_MAX);
  else if (body->len > UINT32_MAX) status = mdq_fail(error, MDQ_NO_DICT, "the compiled lexicon would be larger than 4 GB");
  mdq_buf_free(&words);
  if (!status) memcpy(body->ptr, header, sizeof *header);
  return status;
}

uint64_t mdq_lexicon_source_hash(struct mdq_span aff, struct mdq_span dic) {
  uint64_t sums[] = { mdq_checksum(aff), mdq_checksum(dic) };
  return mdq_checksum(mdq_span_of((const char *)sums, sizeof sums));
}

enum mdq_status mdq_lexicon_compile(struct mdq_span aff, const char *aff_path, struct mdq_span dic, const char *dic_path,
                                    const char *source, struct mdq_buf *file, struct mdq_error *error) {
  struct mdq_affixes affixes;
  struct mdq_expansion expansion = { 0 };
  enum mdq_status status = mdq_affixes_read(&affixes, aff, aff_path, error);
  if (!status) status = mdq_expand(&expansion, &affixes, dic, dic_path, error);
  if (!status) {
    struct mdq_lexicon_header header = { .source_hash = mdq_lexicon_source_hash(aff, dic) };
    struct mdq_buf body;
    mdq_buf_init(&body);
    strncpy(header.source, source, sizeof header.source - 1);
    mdq_affixes_asked_codes(&affixes, header.code);
    memcpy(header.letter, affixes.letter, sizeof header.letter);
    status = write_body(&affixes, &expansion, &header, &body, error);
    if (!status) mdq_data_file_make(file, &mdq_lexicon_kind, mdq_buf_span(&body), sizeof header, body.len - sizeof header);
    if (!status && file->failed) status = mdq_no_memory(error);
    mdq_buf_free(&body);
  }
  mdq_expansion_free(&expansion);
  mdq_affixes_free(&affixes);
  return status;
}
