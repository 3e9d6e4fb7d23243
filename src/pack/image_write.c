/* Writes the compiled packs, see image.h. Structures are copied field by field, so that no padding gets into the file
   and it is the same, byte for byte, wherever it is made. */
#include "base/checksum.h"
#include "base/map.h"
#include "pack/image.h"
#include "pack/pairs.h"

/* A new field must be listed below, if an entry has it, before this may be changed. */
_Static_assert(sizeof(struct mdq_atom_node) == 3 * sizeof(uint32_t) && sizeof(struct mdq_atom_bucket) == sizeof(uint32_t), "no padding");
_Static_assert(sizeof(void *) != 8 || (sizeof(struct mdq_rule) == 136 && sizeof(struct mdq_example) == 32 && sizeof(struct mdq_entry) == 120 &&
                                       sizeof(struct mdq_phrase) == 16 && sizeof(struct mdq_element) == 8 && sizeof(struct mdq_kept_set) == 16 && sizeof(struct mdq_pair) == 8 && sizeof(struct mdq_atom_asks) == 32),
               "the structures are those whose fields are listed here");
_Static_assert(sizeof(void *) != 8 || (sizeof(struct mdq_fragment) == 24 && sizeof(struct mdq_regex) == 1456 && sizeof(struct mdq_literals) == 648 &&
                                       sizeof(struct mdq_atoms) == 1480 &&
                                       sizeof(struct mdq_packs) - sizeof(struct mdq_rule_group) == 2328),
               "the structures are those whose fields are listed here");

struct reference { /* a pointer and what it points to */
  uint32_t place;
  uint32_t target;
  uint32_t part;   /* that the target is in */
};

/* All that is read of entries at a start, to select among them, stands before anything else: it is verified then. What only
   --explain and the like read stands behind all that matching reads, and does not come into memory with it. */
enum part { STRUCTURES, PLAIN, TEXTS, SHOWN };

struct writer {
  struct mdq_buf structures; /* what holds pointers */
  size_t seldom;             /* ... and from here on is seldom read */
  struct mdq_buf plain;      /* numbers */
  struct mdq_buf finding_texts; /* texts, and what else findings need */
  struct mdq_buf shown;      /* texts that are only shown to people */
  struct mdq_buf references;
  struct mdq_map ids, texts, shown_texts; /* in `structures`, `finding_texts` and `shown`: each stands there once */
  bool failed;
};

/* -- places and pointers -- */

static void pad(struct mdq_buf *buf, size_t align) {
  while (buf->len % align && !buf->failed) mdq_buf_addc(buf, '\0');
}

/* Room for `count` zeroed structures of `size` bytes; false without memory. */
static bool place(struct writer *w, size_t count, size_t size, size_t *at) {
  pad(&w->structures, MDQ_DATA_ALIGN);
  *at = w->structures.len;
  if (!mdq_buf_reserve(&w->structures, count * size + MDQ_DATA_ALIGN)) w->failed = true;
  if (w->failed) return false;
  memset(w->structures.ptr + *at, 0, count * size);
  w->structures.len += count * size;
  return true;
}

static void refer(struct writer *w, size_t from, size_t to, enum part part) {
  struct reference reference;
  memset(&reference, 0, sizeof reference);
  reference.place = (uint32_t)from;
  reference.target = (uint32_t)to;
  reference.part = part;
  mdq_buf_add(&w->references, mdq_span_of((const char *)&reference, sizeof reference));
}

static struct mdq_buf *buf_of(struct writer *w, enum part part) {
  return part == STRUCTURES ? &w->structures : part == PLAIN ? &w->plain : part == TEXTS ? &w->finding_texts : &w->shown;
}

/* Copies an array of numbers and lets the pointer at `from` point to it. */
static void put_numbers_in(struct writer *w, size_t from, const void *numbers, size_t count, size_t size, enum part part) {
  struct mdq_buf *buf = buf_of(w, part);
  if (!count) return;
  pad(buf, size < MDQ_DATA_ALIGN ? size : sizeof(uint64_t));
  refer(w, from, buf->len, part);
  mdq_buf_add(buf, mdq_span_of(numbers, count * size));
}

static void put_numbers(struct writer *w, size_t from, const void *numbers, size_t count, size_t size) {
  put_numbers_in(w, from, numbers, count, size, PLAIN);
}

static void put_text_in(struct writer *w, size_t from, struct mdq_span text, enum part part) {
  struct mdq_buf *buf = buf_of(w, part);
  struct mdq_map *texts = part == STRUCTURES ? &w->ids : part == TEXTS ? &w->texts : &w->shown_texts;
  if (!text.ptr) return;
  uintptr_t known = (uintptr_t)mdq_map_get(texts, text);
  if (!known) {
    known = buf->len + 1;
    mdq_buf_add(buf, text);
    mdq_buf_addc(buf, '\0');
    if (!mdq_map_put(texts, text, (void *)known)) w->failed = true;
  }
  refer(w, from, known - 1, part);
}

static void put_text(struct writer *w, size_t from, struct mdq_span text) {
  put_text_in(w, from, text, TEXTS);
}

static void put_string(struct writer *w, size_t from, const char *string, enum part part) {
  put_text_in(w, from, mdq_span_str(string), part);
}

/* Lets the pointer at `from` point to a copy of the spans. */
static void put_spans(struct writer *w, size_t from, const struct mdq_span *spans, size_t count) {
  size_t at;
  if (!count || !place(w, count, sizeof *spans, &at)) return;
  refer(w, from, at, STRUCTURES);
  for (size_t i = 0; i < count; i++) {
    size_t span = at + i * sizeof *spans;
    memcpy(w->structures.ptr + span + offsetof(struct mdq_span, len), &spans[i].len, sizeof spans[i].len);
    put_text(w, span + offsetof(struct mdq_span, ptr), spans[i]);
  }
}

/* -- structures -- */

enum field_kind { NUMBERS, STRING, ID_STRING, SHOWN_STRING, SPAN, STRINGS };

struct field {
  enum field_kind kind;
  size_t offset, size;
};

#define FIELD(kind, type, member) { kind, offsetof(type, member), sizeof(((type *)NULL)->member) }

static void copy_number(struct writer *w, size_t at, const void *from, size_t size) {
  if (!w->structures.failed) memcpy(w->structures.ptr + at, from, size);
}

static void put_field(struct writer *w, size_t at, const char *from, const struct field *field) {
  at += field->offset;
  from += field->offset;
  if (field->kind == NUMBERS) {
    copy_number(w, at, from, field->size);
  } else if (field->kind == STRING || field->kind == ID_STRING || field->kind == SHOWN_STRING) {
    put_string(w, at, *(const char *const *)(const void *)from, field->kind == STRING ? TEXTS : field->kind == ID_STRING ? STRUCTURES : SHOWN);
  } else if (field->kind == SPAN) {
    const struct mdq_span *span = (const void *)from;
    copy_number(w, at + offsetof(struct mdq_span, len), &span->len, sizeof span->len);
    put_text(w, at + offsetof(struct mdq_span, ptr), *span);
  } else {
    const struct mdq_strings *strings = (const void *)from;
    copy_number(w, at + offsetof(struct mdq_strings, count), &strings->count, sizeof strings->count);
    put_spans(w, at + offsetof(struct mdq_strings, items), strings->items, strings->count);
  }
}

/* Copies an array of structures, but for the pointers that `fields` leaves out, and lets the pointer at `from` point
   to it; `ends_with_zero` adds one more, zeroed. Returns its place, or 0 without memory. */
static size_t put_structures(struct writer *w, size_t from, const void *array, size_t count, size_t size, const struct field *fields,
                             size_t field_count, bool ends_with_zero) {
  size_t at;
  if (!place(w, count + ends_with_zero, size, &at)) return 0;
  refer(w, from, at, STRUCTURES);
  for (size_t i = 0; i < count; i++)
    for (size_t f = 0; f < field_count; f++) put_field(w, at + i * size, (const char *)array + i * size, &fields[f]);
  return at;
}

#define PUT(w, from, array, count, fields) put_structures((w), (from), (array), (count), sizeof *(array), (fields), MDQ_COUNT(fields), false)
#define PUT_ENDED(w, from, array, count, fields) put_structures((w), (from), (array), (count), sizeof *(array), (fields), MDQ_COUNT(fields), true)

static const struct field rule_fields[] = {
  FIELD(ID_STRING, struct mdq_rule, id), FIELD(NUMBERS, struct mdq_rule, severity), FIELD(NUMBERS, struct mdq_rule, certainty),
  FIELD(STRING, struct mdq_rule, category), FIELD(STRING, struct mdq_rule, since), FIELD(NUMBERS, struct mdq_rule, off),
  FIELD(STRING, struct mdq_rule, supersedes), FIELD(STRING, struct mdq_rule, covers),
  FIELD(SHOWN_STRING, struct mdq_rule, summary.en), FIELD(SHOWN_STRING, struct mdq_rule, summary.ar),
  FIELD(SHOWN_STRING, struct mdq_rule, rationale.en), FIELD(SHOWN_STRING, struct mdq_rule, rationale.ar),
  FIELD(STRING, struct mdq_rule, message.en), FIELD(STRING, struct mdq_rule, message.ar),
};

static const struct field example_fields[] = {
  FIELD(SHOWN_STRING, struct mdq_example, text), FIELD(SHOWN_STRING, struct mdq_example, source),
  FIELD(SHOWN_STRING, struct mdq_example, fixed), FIELD(SHOWN_STRING, struct mdq_example, house),
};

static const struct field entry_fields[] = {
  FIELD(NUMBERS, struct mdq_entry, position), FIELD(NUMBERS, struct mdq_entry, near), FIELD(NUMBERS, struct mdq_entry, unless_near),
  FIELD(NUMBERS, struct mdq_entry, document_has), FIELD(NUMBERS, struct mdq_entry, document_lacks),
  FIELD(NUMBERS, struct mdq_entry, near_regexes), FIELD(NUMBERS, struct mdq_entry, unless_near_regexes),
  FIELD(STRINGS, struct mdq_entry, source_has), FIELD(STRINGS, struct mdq_entry, source_lacks), FIELD(STRINGS, struct mdq_entry, suggest),
  FIELD(SPAN, struct mdq_entry, english), FIELD(NUMBERS, struct mdq_entry, regex),
  FIELD(NUMBERS, struct mdq_entry, within), FIELD(NUMBERS, struct mdq_entry, unless_within), FIELD(NUMBERS, struct mdq_entry, unsourced),
  FIELD(NUMBERS, struct mdq_entry, in_sentence), FIELD(NUMBERS, struct mdq_entry, needs_digit),
  FIELD(NUMBERS, struct mdq_entry, several), FIELD(NUMBERS, struct mdq_entry, mechanism), FIELD(NUMBERS, struct mdq_entry, by_words),
};

static const struct field regex_fields[] = {
  FIELD(SPAN, struct mdq_regex, expression), FIELD(NUMBERS, struct mdq_regex, literals.bytes),
  FIELD(NUMBERS, struct mdq_regex, literals.length), FIELD(NUMBERS, struct mdq_regex, literals.count),
  FIELD(NUMBERS, struct mdq_regex, ways), FIELD(NUMBERS, struct mdq_regex, way_count), FIELD(NUMBERS, struct mdq_regex, lead),
  FIELD(NUMBERS, struct mdq_regex, mark),
};

static const struct field phrase_fields[] = {
  FIELD(NUMBERS, struct mdq_phrase, entry), FIELD(NUMBERS, struct mdq_phrase, elements), FIELD(NUMBERS, struct mdq_phrase, count), FIELD(NUMBERS, struct mdq_phrase, trigger),
  FIELD(NUMBERS, struct mdq_phrase, replaced_from), FIELD(NUMBERS, struct mdq_phrase, replaced_to), FIELD(NUMBERS, struct mdq_phrase, literal),
};

static const struct field element_fields[] = {
  FIELD(NUMBERS, struct mdq_element, set), FIELD(NUMBERS, struct mdq_element, gap), FIELD(NUMBERS, struct mdq_element, optional),
};

static const struct field fragment_fields[] = { FIELD(SPAN, struct mdq_fragment, text), FIELD(NUMBERS, struct mdq_fragment, bits) };

/* The fields of the whole that are no pointers; the pointers follow in put_packs(). */
static const struct field packs_fields[] = {
  FIELD(NUMBERS, struct mdq_packs, entry_count), FIELD(NUMBERS, struct mdq_packs, phrase_count), FIELD(NUMBERS, struct mdq_packs, element_count),
  FIELD(NUMBERS, struct mdq_packs, set_count), FIELD(NUMBERS, struct mdq_packs, set_id_count),
  FIELD(NUMBERS, struct mdq_packs, document_atoms), FIELD(NUMBERS, struct mdq_packs, regex_count),
  FIELD(NUMBERS, struct mdq_packs, regex_entry_count), FIELD(NUMBERS, struct mdq_packs, english_key_count), FIELD(NUMBERS, struct mdq_packs, regexes_with),
  FIELD(NUMBERS, struct mdq_packs, regex_fragments), FIELD(NUMBERS, struct mdq_packs, regexes_always),
  FIELD(NUMBERS, struct mdq_packs, pair_count), FIELD(NUMBERS, struct mdq_packs, pair_shift),
  FIELD(NUMBERS, struct mdq_packs, atoms.node_count), FIELD(NUMBERS, struct mdq_packs, atoms.node_id_count), FIELD(NUMBERS, struct mdq_packs, atoms.bucket_count),
  FIELD(NUMBERS, struct mdq_packs, atoms.letter_count),
  FIELD(NUMBERS, struct mdq_packs, atoms.count), FIELD(NUMBERS, struct mdq_packs, atoms.class_count), FIELD(NUMBERS, struct mdq_packs, atoms.pairs),
  FIELD(NUMBERS, struct mdq_packs, atoms.singles), FIELD(NUMBERS, struct mdq_packs, atoms.whole), FIELD(NUMBERS, struct mdq_packs, atoms.openings),
  FIELD(NUMBERS, struct mdq_packs, atoms.fragment_count), FIELD(NUMBERS, struct mdq_packs, atoms.fragment_pairs),
};

/* Lets the pointer at `from` point to a copy of the examples and the zeroed one that ends them. */
static void put_example_list(struct writer *w, size_t from, const struct mdq_example *examples) {
  size_t count = 0;
  while (examples[count].text) count++;
  PUT_ENDED(w, from, examples, count, example_fields);
}

static void put_examples(struct writer *w, size_t at, const struct mdq_rule *rules, size_t count) {
  for (size_t i = 0; at && i < count; i++, at += sizeof *rules) {
    size_t good = 0, list;
    put_example_list(w, at + offsetof(struct mdq_rule, bad), rules[i].bad);
    if (rules[i].good_pairs->text) put_example_list(w, at + offsetof(struct mdq_rule, good_pairs), rules[i].good_pairs);
    while (rules[i].good[good]) good++;
    if (!place(w, good + 1, sizeof *rules[i].good, &list)) return;
    refer(w, at + offsetof(struct mdq_rule, good), list, STRUCTURES);
    for (size_t k = 0; k < good; k++) put_string(w, list + k * sizeof *rules[i].good, rules[i].good[k], SHOWN);
  }
}

static void put_atoms(struct writer *w, size_t at, const struct mdq_atoms *atoms) {
  size_t ids = atoms->count + 1;
  PUT(w, at + offsetof(struct mdq_atoms, fragments), atoms->fragments, atoms->fragment_count, fragment_fields);
  put_numbers(w, at + offsetof(struct mdq_atoms, nodes), atoms->nodes, atoms->node_count, sizeof *atoms->nodes);
  put_numbers(w, at + offsetof(struct mdq_atoms, node_ids), atoms->node_ids, atoms->node_id_count, sizeof *atoms->node_ids);
  put_numbers(w, at + offsetof(struct mdq_atoms, letters), atoms->letters, atoms->letter_count, 1);
  put_numbers(w, at + offsetof(struct mdq_atoms, triples), atoms->triples, atoms->triples ? MDQ_ATOM_TRIPLE_WORDS : 0, sizeof *atoms->triples);
  put_numbers(w, at + offsetof(struct mdq_atoms, buckets), atoms->buckets, atoms->bucket_count, sizeof *atoms->buckets);
  if (!atoms->count) return;
  put_numbers(w, at + offsetof(struct mdq_atoms, uses), atoms->uses, ids, sizeof *atoms->uses);
  put_numbers(w, at + offsetof(struct mdq_atoms, kinds), atoms->kinds, ids, sizeof *atoms->kinds);
  put_numbers(w, at + offsetof(struct mdq_atoms, bits), atoms->bits, ids, sizeof *atoms->bits);
  put_numbers_in(w, at + offsetof(struct mdq_atoms, id_nodes), atoms->id_nodes, ids, sizeof *atoms->id_nodes, TEXTS);
  put_numbers(w, at + offsetof(struct mdq_atoms, classes), atoms->classes, ids, sizeof *atoms->classes);
  put_numbers(w, at + offsetof(struct mdq_atoms, asks), atoms->asks, atoms->class_count, sizeof *atoms->asks);
  put_numbers(w, at + offsetof(struct mdq_atoms, reach), atoms->reach, atoms->class_count, sizeof *atoms->reach);
}

/* Returns the place of the packs, or 0 without memory; *checked is where that ends what is read at a start. */
static size_t put_packs(struct writer *w, const struct mdq_packs *packs, size_t *checked) {
  size_t at;
  if (!place(w, 1, sizeof *packs, &at)) return 0;
  for (size_t f = 0; f < MDQ_COUNT(packs_fields); f++) put_field(w, at, (const char *)packs, &packs_fields[f]);
  size_t rules = PUT(w, at + offsetof(struct mdq_packs, rules), packs->rules, packs->entry_count, rule_fields);
  PUT(w, at + offsetof(struct mdq_packs, regexes), packs->regexes, packs->regex_count, regex_fields);
  *checked = w->structures.len;
  put_atoms(w, at + offsetof(struct mdq_packs, atoms), &packs->atoms);
  PUT(w, at + offsetof(struct mdq_packs, entries), packs->entries, packs->entry_count, entry_fields);
  PUT(w, at + offsetof(struct mdq_packs, phrases), packs->phrases, packs->phrase_count, phrase_fields);
  PUT(w, at + offsetof(struct mdq_packs, elements), packs->elements, packs->element_count, element_fields);
  put_numbers(w, at + offsetof(struct mdq_packs, sets), packs->sets, packs->set_count, sizeof *packs->sets);
  put_numbers(w, at + offsetof(struct mdq_packs, set_ids), packs->set_ids, packs->set_id_count, sizeof *packs->set_ids);
  put_numbers(w, at + offsetof(struct mdq_packs, pairs), packs->pairs, packs->pair_count, sizeof *packs->pairs);
  put_numbers(w, at + offsetof(struct mdq_packs, class_pairs), packs->class_pairs, packs->atoms.class_count * MDQ_PAIR_PARTS + 1,
              sizeof *packs->class_pairs);
  put_numbers(w, at + offsetof(struct mdq_packs, pair_bits), packs->pair_bits, mdq_pair_words(packs), sizeof *packs->pair_bits);
  put_numbers(w, at + offsetof(struct mdq_packs, document_ids), packs->document_ids, packs->document_atoms, sizeof *packs->document_ids);
  put_numbers(w, at + offsetof(struct mdq_packs, regex_entries), packs->regex_entries, packs->regex_entry_count, sizeof *packs->regex_entries);
  if (packs->english_starts)
    put_numbers_in(w, at + offsetof(struct mdq_packs, english_starts), packs->english_starts, MDQ_ENGLISH_STARTS, sizeof *packs->english_starts, TEXTS);
  put_numbers_in(w, at + offsetof(struct mdq_packs, english_keys), packs->english_keys, packs->english_key_count, sizeof *packs->english_keys, TEXTS);
  pad(&w->structures, MDQ_DATA_ALIGN);
  w->seldom = w->structures.len;
  put_examples(w, rules, packs->rules, packs->entry_count);
  return at;
}

/* -- the file -- */

/* What is plain stands between the structures that are often read and those that are not. */
static size_t place_in_body(const struct writer *w, size_t at, enum part part) {
  size_t plain = w->plain.len, texts = w->finding_texts.len;
  if (part == STRUCTURES) return at < w->seldom ? at : at + plain + texts;
  return at + (part == SHOWN ? w->structures.len + plain + texts : part == TEXTS ? w->seldom + plain : w->seldom);
}

/* Puts the parts together and sets the pointers. Returns where what is only shown begins. */
static size_t join(struct writer *w, size_t packs, struct mdq_buf *body) {
  size_t count = w->references.len / sizeof(struct reference);
  pad(&w->plain, MDQ_DATA_ALIGN);
  pad(&w->finding_texts, MDQ_DATA_ALIGN);
  pad(&w->structures, MDQ_DATA_ALIGN);
  struct mdq_span structures = mdq_buf_span(&w->structures);
  mdq_buf_add(body, mdq_span_sub(structures, 0, w->seldom));
  mdq_buf_add(body, mdq_buf_span(&w->plain));
  mdq_buf_add(body, mdq_buf_span(&w->finding_texts));
  mdq_buf_add(body, mdq_span_sub(structures, w->seldom, structures.len));
  size_t texts = body->len;
  mdq_buf_add(body, mdq_buf_span(&w->shown));
  mdq_buf_addc(body, '\0'); /* there is at least one, also without any text */
  struct mdq_image_root root = { .packs = packs, .seldom = w->seldom + w->plain.len + w->finding_texts.len, .texts = texts, .texts_end = body->len, .place_count = count, .address = MDQ_IMAGE_ADDRESS };
  pad(body, sizeof(uint32_t));
  root.places = body->len;
  for (size_t i = 0; i < count && !body->failed && !w->references.failed; i++) {
    struct reference reference;
    memcpy(&reference, w->references.ptr + i * sizeof reference, sizeof reference);
    uintptr_t target = MDQ_IMAGE_ADDRESS + MDQ_DATA_HEADER + place_in_body(w, reference.target, reference.part);
    uint32_t pointer = (uint32_t)place_in_body(w, reference.place, STRUCTURES);
    memcpy(body->ptr + pointer, &target, sizeof target);
    mdq_buf_add(body, mdq_span_of((const char *)&pointer, sizeof pointer));
  }
  root.places_sum = mdq_checksum(mdq_span_sub(mdq_buf_span(body), root.places, body->len));
  if (!body->failed) memcpy(body->ptr, &root, sizeof root);
  return root.texts;
}

enum mdq_status mdq_packs_write(const struct mdq_packs *packs, const char *data_dir, struct mdq_error *error) {
  struct writer w = { .failed = false };
  struct mdq_buf file;
  mdq_buf_init(&file);
  mdq_buf_init(&w.structures);
  mdq_buf_init(&w.plain);
  mdq_buf_init(&w.finding_texts);
  mdq_buf_init(&w.shown);
  mdq_buf_init(&w.references);
  size_t root, checked = 0, texts = 0;
  if (place(&w, 1, sizeof(struct mdq_image_root), &root)) {
    size_t at = put_packs(&w, packs, &checked);
    if (at) texts = join(&w, at, &file);
  }
  bool failed = w.failed || file.failed || w.structures.failed || w.plain.failed || w.finding_texts.failed || w.shown.failed || w.references.failed;
  struct mdq_span body = mdq_buf_span(&file);
  enum mdq_status status = MDQ_OK;
  if (failed) status = mdq_no_memory(error);
  else if (body.len > UINT32_MAX) status = mdq_fail(error, MDQ_NO_DATA, "the packs take more than 4 GiB");
  else status = mdq_data_file_write(data_dir, &mdq_image_kind, body, checked, texts - checked, error);
  mdq_map_free(&w.ids);
  mdq_map_free(&w.texts);
  mdq_map_free(&w.shown_texts);
  mdq_buf_free(&w.references);
  mdq_buf_free(&w.shown);
  mdq_buf_free(&w.plain);
  mdq_buf_free(&w.finding_texts);
  mdq_buf_free(&w.structures);
  mdq_buf_free(&file);
  return status;
}
