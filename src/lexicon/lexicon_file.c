/* Writes compiled lexicons; only the compiler links it. */
#include "lexicon/lexicon_file.h"

#include <assert.h>
#include <stdlib.h>

#include "base/checksum.h"
#include "lexicon/expand.h"
#include "text/lines.h"
#include "text/utf8.h"

enum { LONGEST_NEWS_WORD = 64 /* letters; of a longer one the start is enough */ };

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

static void add_short(struct mdq_buf *body, uint32_t number) {
  uint16_t value = (uint16_t)number;
  add(body, &value, sizeof value);
}

static void set_value(struct mdq_buf *readings, uint32_t node, uint32_t value) {
  value = htole32(value);
  memcpy(readings->ptr + node + MDQ_AUTOMATON_BITS, &value, MDQ_AUTOMATON_EDGE);
}

/* The merging of values leaves sets behind that no form has: those that forms have are written, in the order of the nodes that
   hold them, and their places are put for their numbers. */
static bool add_sets(struct mdq_buf *body, const struct mdq_expansion *x, struct mdq_buf *readings, struct mdq_lexicon_header *header) {
  struct mdq_automaton automaton = { .bytes = (const uint8_t *)readings->ptr, .size = readings->len };
  uint32_t *place = calloc(x->set_count + 1, sizeof *place);
  if (!place) return false;
  uint32_t count = 1; /* no set is at place 0 */
  header->sets = begin(body, 0);
  add_short(body, 0);
  for (uint32_t node = 0; node < automaton.size; node = (uint32_t)mdq_automaton_next(&automaton, node)) {
    uint32_t number = mdq_automaton_value(&automaton, node);
    if (!number) continue;
    struct mdq_derivation_set set = x->sets[number];
    if (!place[number]) {
      place[number] = count;
      count += 1 + set.count;
      add_short(body, set.count);
      for (uint32_t k = 0; k < set.count; k++) add_short(body, x->set_members[set.first + k]);
    }
    set_value(readings, node, place[number]);
  }
  header->sets.count = count;
  free(place);
  return true;
}

static struct mdq_section add_automaton(struct mdq_buf *body, const struct mdq_buf *automaton) {
  struct mdq_section section = begin(body, automaton->len);
  mdq_buf_add(body, mdq_buf_span(automaton));
  return section;
}

static enum mdq_status write_body(const struct mdq_affixes *affixes, struct mdq_expansion *x, struct mdq_lexicon_header *header,
                                  struct mdq_buf *body, struct mdq_error *error) {
  struct mdq_buf accepted, readings;
  mdq_buf_init(&accepted);
  mdq_buf_init(&readings);
  uint32_t roots[] = { x->plain, x->all }; /* few ask for the second */
  header->stems = x->stems;
  bool ok = mdq_graph_write(x->graph, roots, 2, false, &accepted) && mdq_graph_write(x->graph, &header->stems, 1, true, &readings);
  header->plain = roots[0];
  header->all = roots[1];
  add(body, header, sizeof *header);
  header->prefixes = add_affixes(body, affixes, affixes->prefixes, affixes->prefix_count);
  header->suffixes = add_affixes(body, affixes, affixes->suffixes, affixes->suffix_count);
  add_derivations(body, x, header);
  ok = ok && add_sets(body, x, &readings, header);
  header->accepted = add_automaton(body, &accepted);
  header->readings = add_automaton(body, &readings);
  pad(body);
  enum mdq_status status = MDQ_OK;
  if (!ok || body->failed) status = mdq_no_memory(error);
  else if (x->derivation_count > UINT16_MAX) status = mdq_fail(error, MDQ_NO_DICT, "more than %d derivations", UINT16_MAX);
  else if (accepted.len > MDQ_AUTOMATON_LARGEST || readings.len > MDQ_AUTOMATON_LARGEST)
    status = mdq_fail(error, MDQ_NO_DICT, "an automaton would be larger than 16 MB");
  else if (x->set_count > MDQ_AUTOMATON_LARGEST || header->sets.count > MDQ_AUTOMATON_LARGEST)
    status = mdq_fail(error, MDQ_NO_DICT, "more than %d sets of derivations", MDQ_AUTOMATON_LARGEST);
  else if (body->len > UINT32_MAX) status = mdq_fail(error, MDQ_NO_DICT, "the compiled lexicon would be larger than 4 GB");
  mdq_buf_free(&accepted);
  mdq_buf_free(&readings);
  if (!status) memcpy(body->ptr, header, sizeof *header);
  return status;
}

/* -- what drafts look for -- */

/* The readings of a word: those of the form, and of what a prefix may stand before. */
static void visit_readings(const struct mdq_affixes *affixes, const struct mdq_expansion *x, const uint8_t *letters, size_t count) {
  mdq_graph_visit(x->graph, x->stems, letters, count);
  for (size_t i = 0; i < affixes->prefix_count; i++) {
    struct mdq_letters strip = affixes->prefixes[i].strip, append = affixes->prefixes[i].append;
    if (count <= append.count || memcmp(letters, append.code, append.count)) continue;
    uint8_t stem[MDQ_LONGEST_AFFIX + LONGEST_NEWS_WORD];
    memcpy(stem, strip.code, strip.count);
    memcpy(stem + strip.count, letters + append.count, count - append.count);
    mdq_graph_visit(x->graph, x->stems, stem, strip.count + count - append.count);
  }
}

static void visit_word(const struct mdq_affixes *affixes, const struct mdq_expansion *x, const uint8_t code[MDQ_ALPHABET_SIZE], struct mdq_span word) {
  struct mdq_automaton alphabet = { .code = code };
  uint8_t letters[LONGEST_NEWS_WORD];
  size_t count = 0;
  for (size_t at = 0; at < word.len && count < LONGEST_NEWS_WORD;) {
    unsigned letter = mdq_automaton_code(&alphabet, mdq_utf8_next(word, &at));
    if (letter != MDQ_LETTER_IGNORED) letters[count++] = (uint8_t)letter;
  }
  mdq_graph_visit(x->graph, x->plain, letters, count);
  visit_readings(affixes, x, letters, count);
}

/* How often news has a word does not matter: the commonest are vouched for by that, and the dictionary is not asked. */
static void visit_news(const struct mdq_affixes *affixes, const struct mdq_expansion *x, const uint8_t code[MDQ_ALPHABET_SIZE], struct mdq_span news) {
  struct mdq_span line;
  for (size_t at = 0; mdq_line_next(news, &at, &line);) {
    const char *tab = memchr(line.ptr, '\t', line.len);
    if (tab && line.ptr[0] != '#') visit_word(affixes, x, code, mdq_span_sub(line, 0, (size_t)(tab - line.ptr)));
  }
}

uint64_t mdq_lexicon_source_hash(struct mdq_span aff, struct mdq_span dic) {
  uint64_t sums[] = { mdq_checksum(aff), mdq_checksum(dic) };
  return mdq_checksum(mdq_span_of((const char *)sums, sizeof sums));
}

enum mdq_status mdq_lexicon_compile(struct mdq_span aff, const char *aff_path, struct mdq_span dic, const char *dic_path,
                                    struct mdq_span news, const char *source, struct mdq_buf *file, struct mdq_error *error) {
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
    visit_news(&affixes, &expansion, header.code, news);
    status = write_body(&affixes, &expansion, &header, &body, error);
    if (!status) mdq_data_file_make(file, &mdq_lexicon_kind, mdq_buf_span(&body), sizeof header, body.len - sizeof header);
    if (!status && file->failed) status = mdq_no_memory(error);
    mdq_buf_free(&body);
  }
  mdq_expansion_free(&expansion);
  mdq_affixes_free(&affixes);
  return status;
}
