/* Compiled data: what is written is read back; a file that is damaged, truncated or foreign is refused. */
#include "pack_support.h"

#include <fcntl.h>

#include "base/checksum.h"
#include "base/data_file.h"
#include "base/file.h"
#include "lint/table_file.h"
#include "pack/image.h"
#include "pack/pairs.h"

static struct pack_dir dir;
static char packs_path[640], tables_path[640];

static int make_dir(void **state) {
  (void)state;
  static const char pack[] =
      "- id: idiom/test\n  english: silver bullet\n  mechanism: literal-idiom\n  severity: warning\n  pattern: 'رصاص* (من) ..2 <فضي*/=فضه>; @اطلق النار'\n"
      "  near: [حل*]\n  unless-near: [مسدس*, بندقيه]\n  document-has: [سياس*]\n  document-lacks: [صيد*]\n  source-has: [bullet]\n"
      "  source-lacks: [gun, rifle]\n  literal: '@قتل* ..2 ذئب'\n  within: 9\n  unless-within: 20\n  in-sentence: true\n"
      "  unless-in-source: lower\n  suggest: [حل سحري, علاج ناجع]\n  why: {en: because, ar: لأن}\n  bad: [واحد, {text: اثنان, source: two, fixed: ٢}]\n"
      "  good: [ثلاثة, أربعة]\n"
      "- id: idiom/other\n  english: 24/7\n  mechanism: number-idiom\n  severity: error\n  regex: '24/7|على مدار'\n  suggest: []\n"
      "  why: {en: because, ar: لأن}\n  bad: [مثال]\n  good: [مثال, مثال]\n";
  const char *packs[] = { pack };
  dir = pack_dir_new(packs, 1);
  char path[600];
  snprintf(path, sizeof path, "%s/compiled", dir.path);
  snprintf(packs_path, sizeof packs_path, "%s/packs.bin", path);
  snprintf(tables_path, sizeof tables_path, "%s/tables.bin", path);
  return 0;
}

static int remove_dir(void **state) {
  (void)state;
  pack_dir_remove(&dir);
  return 0;
}

static void write_packs(void) {
  struct mdq_packs *packs;
  struct mdq_error error = { 0 };
  if (mdq_packs_load(&packs, dir.path, &error) || mdq_packs_write(packs, dir.path, &error)) fail_msg("%s: %s", error.file, error.message);
  mdq_packs_free(packs);
}

static const char *const names[] = { "dates/weekdays.tsv", "punct/particles.tsv" };

static void write_tables(void) {
  struct mdq_named_table tables[2];
  struct mdq_error error = { 0 };
  for (size_t i = 0; i < 2; i++) {
    tables[i].name = names[i];
    if (mdq_table_load(&tables[i].table, dir.path, names[i], &error)) fail_msg("%s: %s", error.file, error.message);
  }
  if (mdq_table_file_write(tables, 2, dir.path, &error)) fail_msg("%s: %s", error.file, error.message);
  for (size_t i = 0; i < 2; i++) mdq_table_free(&tables[i].table);
}

static struct mdq_buf read_file(const char *path) {
  struct mdq_buf bytes;
  struct mdq_error error;
  mdq_buf_init(&bytes);
  if (mdq_file_read(path, &bytes, MDQ_NO_DATA, &error)) fail_msg("%s: %s", path, error.message);
  return bytes;
}

/* -- what is written is read back -- */

static void assert_same_text(const char *a, const char *b) {
  if (!a || !b) assert_true(!a && !b);
  else assert_string_equal(a, b);
}

static void assert_same_rule(const struct mdq_rule *a, const struct mdq_rule *b) {
  const char *const of_a[] = { a->id, a->category, a->since, a->supersedes, a->summary.en, a->summary.ar, a->rationale.en, a->rationale.ar, a->message.en, a->message.ar };
  const char *const of_b[] = { b->id, b->category, b->since, b->supersedes, b->summary.en, b->summary.ar, b->rationale.en, b->rationale.ar, b->message.en, b->message.ar };
  for (size_t i = 0; i < sizeof of_a / sizeof *of_a; i++) assert_same_text(of_a[i], of_b[i]);
  assert_true(a->severity == b->severity && a->certainty == b->certainty && a->off == b->off);
  size_t i = 0;
  for (; a->bad[i].text; i++) {
    assert_same_text(a->bad[i].text, b->bad[i].text);
    assert_same_text(a->bad[i].source, b->bad[i].source);
    assert_same_text(a->bad[i].fixed, b->bad[i].fixed);
  }
  assert_null(b->bad[i].text);
  for (i = 0; a->good[i]; i++) assert_same_text(a->good[i], b->good[i]);
  assert_null(b->good[i]);
}

static void assert_same_sets(const struct mdq_packs *a, const struct mdq_packs *b) {
  assert_true(a->set_count == b->set_count && a->set_id_count == b->set_id_count && a->element_count == b->element_count);
  assert_memory_equal(a->sets, b->sets, a->set_count * sizeof *a->sets);
  if (a->set_id_count) assert_memory_equal(a->set_ids, b->set_ids, a->set_id_count * sizeof *a->set_ids);
  for (size_t i = 0; i < a->element_count; i++) {
    const struct mdq_element *x = &a->elements[i], *y = &b->elements[i];
    assert_true(x->set == y->set && x->gap == y->gap && x->optional == y->optional);
  }
}

static void assert_same_strings(struct mdq_strings a, struct mdq_strings b) {
  assert_int_equal(a.count, b.count);
  for (size_t i = 0; i < a.count; i++) assert_true(mdq_span_eq(a.items[i], b.items[i]));
}

static void assert_same_entry(const struct mdq_entry *a, const struct mdq_entry *b) {
  assert_true(a->position == b->position && a->needs_digit == b->needs_digit && mdq_span_eq(a->english, b->english));
  assert_true(a->near == b->near && a->unless_near == b->unless_near && a->document_has == b->document_has && a->document_lacks == b->document_lacks);
  assert_same_strings(a->source_has, b->source_has);
  assert_same_strings(a->source_lacks, b->source_lacks);
  assert_same_strings(a->suggest, b->suggest);
  assert_true(a->regex == b->regex && a->within == b->within && a->unless_within == b->unless_within && a->unsourced == b->unsourced &&
              a->in_sentence == b->in_sentence && a->mechanism == b->mechanism && a->by_words == b->by_words);
  assert_memory_equal(&a->near_regexes, &b->near_regexes, sizeof a->near_regexes);
  assert_memory_equal(&a->unless_near_regexes, &b->unless_near_regexes, sizeof a->unless_near_regexes);
}

static void assert_same_regex(const struct mdq_regex *a, const struct mdq_regex *b) {
  assert_true(mdq_span_eq(a->expression, b->expression));
  assert_memory_equal(&a->literals, &b->literals, sizeof a->literals);
  assert_true(a->way_count == b->way_count && a->lead == b->lead && a->mark == b->mark);
  assert_memory_equal(a->ways, b->ways, sizeof a->ways);
}

static void assert_same_phrase(const struct mdq_phrase *a, const struct mdq_phrase *b) {
  assert_true(a->entry == b->entry && a->count == b->count && a->trigger == b->trigger && a->replaced_from == b->replaced_from &&
              a->replaced_to == b->replaced_to && a->literal == b->literal && a->elements == b->elements);
}

static void assert_same_atoms(const struct mdq_packs *a, const struct mdq_packs *b) {
  const struct mdq_atoms *x = &a->atoms, *y = &b->atoms;
  size_t ids = x->count + 1;
  assert_true(x->count == y->count && x->node_count == y->node_count && x->bucket_count == y->bucket_count && x->singles == y->singles &&
              x->fragment_count == y->fragment_count);
  assert_memory_equal(x->triples, y->triples, MDQ_ATOM_TRIPLE_WORDS * sizeof *x->triples);
  assert_memory_equal(x->pairs, y->pairs, sizeof x->pairs);
  assert_memory_equal(x->openings, y->openings, sizeof x->openings);
  assert_memory_equal(x->fragment_pairs, y->fragment_pairs, sizeof x->fragment_pairs);
  assert_memory_equal(x->buckets, y->buckets, x->bucket_count * sizeof *x->buckets);
  assert_memory_equal(x->uses, y->uses, ids * sizeof *x->uses);
  assert_memory_equal(x->kinds, y->kinds, ids * sizeof *x->kinds);
  assert_memory_equal(x->id_nodes, y->id_nodes, ids * sizeof *x->id_nodes);
  assert_memory_equal(x->nodes, y->nodes, x->node_count * sizeof *x->nodes);
  assert_int_equal(x->node_id_count, y->node_id_count);
  assert_memory_equal(x->node_ids, y->node_ids, x->node_id_count * sizeof *x->node_ids);
  assert_int_equal(x->letter_count, y->letter_count);
  assert_memory_equal(x->letters, y->letters, x->letter_count);
  assert_int_equal(x->class_count, y->class_count);
  assert_memory_equal(x->classes, y->classes, ids * sizeof *x->classes);
  assert_memory_equal(x->asks, y->asks, x->class_count * sizeof *x->asks);
  assert_memory_equal(x->reach, y->reach, x->class_count * sizeof *x->reach);
  assert_true(a->pair_count == b->pair_count && a->pair_shift == b->pair_shift);
  assert_memory_equal(a->pairs, b->pairs, a->pair_count * sizeof *a->pairs);
  assert_memory_equal(a->class_pairs, b->class_pairs, (x->class_count * MDQ_PAIR_PARTS + 1) * sizeof *a->class_pairs);
  assert_memory_equal(a->pair_bits, b->pair_bits, mdq_pair_words(a) * sizeof *a->pair_bits);
  for (size_t i = 0; i < x->fragment_count; i++)
    assert_true(mdq_span_eq(x->fragments[i].text, y->fragments[i].text) && x->fragments[i].bits == y->fragments[i].bits);
}

static void assert_same_packs(const struct mdq_packs *a, const struct mdq_packs *b) {
  assert_true(a->entry_count == b->entry_count && a->phrase_count == b->phrase_count && a->document_atoms == b->document_atoms &&
              a->regex_count == b->regex_count && b->group.rules == b->rules && b->group.rule_count == a->group.rule_count);
  for (size_t i = 0; i < a->entry_count; i++) {
    assert_same_rule(&a->rules[i], &b->rules[i]);
    assert_same_entry(&a->entries[i], &b->entries[i]);
  }
  assert_same_sets(a, b);
  for (size_t i = 0; i < a->phrase_count; i++) assert_same_phrase(&a->phrases[i], &b->phrases[i]);
  for (size_t i = 0; i < a->regex_count; i++) assert_same_regex(&a->regexes[i], &b->regexes[i]);
  if (a->document_atoms) assert_memory_equal(a->document_ids, b->document_ids, a->document_atoms * sizeof *a->document_ids);
  assert_int_equal(a->regex_entry_count, b->regex_entry_count);
  assert_memory_equal(a->regex_entries, b->regex_entries, a->regex_entry_count * sizeof *a->regex_entries);
  assert_memory_equal(a->regexes_with, b->regexes_with, sizeof a->regexes_with);
  assert_true(a->regex_fragments == b->regex_fragments && a->regexes_always == b->regexes_always);
  assert_same_atoms(a, b);
}

static void compare_packs(const char *sources, const char *compiled) {
  struct mdq_packs *loaded, *opened, *again; /* the second is not mapped where its pointers would be right */
  struct mdq_error error;
  assert_int_equal(mdq_packs_load(&loaded, sources, &error), MDQ_OK);
  assert_int_equal(mdq_packs_open(&opened, compiled, &error), MDQ_OK);
  assert_int_equal(mdq_packs_open(&again, compiled, &error), MDQ_OK);
  assert_null(loaded->file.bytes);
  assert_non_null(opened->file.bytes);
  assert_true((uintptr_t)again->file.bytes != MDQ_IMAGE_ADDRESS);
  assert_same_packs(loaded, opened);
  assert_same_packs(loaded, again);
  mdq_packs_free(loaded);
  mdq_packs_free(opened);
  mdq_packs_free(again);
}

static void test_packs_are_read_back(void **state) {
  (void)state;
  write_packs();
  compare_packs(dir.path, dir.path);
}

static void test_packs_of_the_build(void **state) {
  (void)state;
  const char *data = getenv("MUDAQQIQ_DICTS");
  char path[600];
  snprintf(path, sizeof path, "%s/compiled/packs.bin", data);
  if (access(path, R_OK)) skip();
  compare_packs(data, data);
}

static void test_tables_are_read_back(void **state) {
  (void)state;
  write_tables();
  struct mdq_table_file file;
  struct mdq_error error;
  assert_int_equal(mdq_table_file_open(&file, dir.path, &error), MDQ_OK);
  for (size_t i = 0; i < 2; i++) {
    struct mdq_table source, compiled;
    assert_int_equal(mdq_table_load(&source, dir.path, names[i], &error), MDQ_OK);
    assert_true(mdq_table_file_find(&file, names[i], &compiled));
    assert_int_equal(source.row_count, compiled.row_count);
    for (size_t r = 0; r < source.row_count; r++) {
      const struct mdq_row *a = mdq_table_row(&source, r), *b = mdq_table_get(&compiled, a->column[0]);
      assert_ptr_equal(b, mdq_table_row(&compiled, r));
      for (size_t c = 0; c < MDQ_TABLE_COLUMNS; c++) assert_true(mdq_span_eq(a->column[c], b->column[c]));
    }
    assert_null(mdq_table_get(&compiled, MDQ_SPAN_LIT("no such key")));
    assert_null(mdq_table_get(&compiled, MDQ_SPAN_LIT("")));
    mdq_table_free(&source);
  }
  struct mdq_table none;
  assert_false(mdq_table_file_find(&file, "dates/nothing.tsv", &none));
  mdq_table_file_close(&file);
}

static void test_written_twice_the_same(void **state) {
  (void)state;
  void (*const write[])(void) = { write_packs, write_tables };
  const char *const paths[] = { packs_path, tables_path };
  for (size_t i = 0; i < 2; i++) {
    write[i]();
    struct mdq_buf first = read_file(paths[i]);
    write[i]();
    struct mdq_buf second = read_file(paths[i]);
    assert_int_equal(first.len, second.len);
    assert_memory_equal(first.ptr, second.ptr, first.len);
    mdq_buf_free(&first);
    mdq_buf_free(&second);
  }
}

/* -- what is refused -- */

/* As if a text then had something for the packs. */
static enum mdq_status open_packs(struct mdq_error *error) {
  struct mdq_packs *packs;
  enum mdq_status status = mdq_packs_open(&packs, dir.path, error);
  if (!status && !mdq_packs_are_sound(packs)) status = mdq_packs_trouble(packs, dir.path, error);
  mdq_packs_free(packs);
  return status;
}

/* Looks everything up: what is damaged may be lost, but nothing may crash. */
static enum mdq_status open_tables(struct mdq_error *error) {
  struct mdq_table_file file;
  enum mdq_status status = mdq_table_file_open(&file, dir.path, error);
  for (size_t i = 0; !status && i < 2; i++) {
    struct mdq_table table;
    if (!mdq_table_file_find(&file, names[i], &table)) continue;
    for (size_t r = 0; r < table.row_count; r++) {
      const struct mdq_row *row = mdq_table_row(&table, r);
      mdq_table_get(&table, row->column[0]);
      for (size_t c = 0; c < MDQ_TABLE_COLUMNS; c++) assert_true(row->column[c].ptr && row->column[c].len <= table.text.len);
    }
    mdq_table_get(&table, MDQ_SPAN_LIT("الخميس"));
  }
  mdq_table_file_close(&file);
  return status;
}

static void assert_refused(enum mdq_status status, const struct mdq_error *error, const char *file, const char *what, size_t at) {
  if (status != MDQ_NO_DATA) fail_msg("%s: %s at %zu: status %d", file, what, at, (int)status);
  if (!strstr(error->file, file) && !strstr(error->message, file)) fail_msg("“%s: %s” does not name %s", error->file, error->message, file);
}

static void truncate_everywhere(const char *path, const char *file, enum mdq_status (*open_it)(struct mdq_error *)) {
  struct stat info;
  assert_int_equal(stat(path, &info), 0);
  for (off_t size = info.st_size - 1; size >= 0; size--) {
    struct mdq_error error = { 0 };
    assert_int_equal(truncate(path, size), 0);
    assert_refused(open_it(&error), &error, file, "truncated", (size_t)size);
  }
}

/* Flips bits of each byte in turn; up to `checked` the file must be refused; else it may be. */
static void flip_everywhere(const char *path, const char *file, size_t checked, enum mdq_status (*open_it)(struct mdq_error *)) {
  struct mdq_buf bytes = read_file(path);
  int fd = open(path, O_WRONLY | O_CLOEXEC);
  assert_true(fd >= 0);
  for (size_t at = 0; at < bytes.len; at++) {
    static const unsigned char flips[] = { 0x01, 0x80, 0xFF };
    struct mdq_error error = { 0 };
    char flipped = (char)(bytes.ptr[at] ^ flips[at % 3]);
    assert_int_equal(pwrite(fd, &flipped, 1, (off_t)at), 1);
    enum mdq_status status = open_it(&error);
    if (at < checked || status) assert_refused(status, &error, file, "flipped", at);
    assert_int_equal(pwrite(fd, &bytes.ptr[at], 1, (off_t)at), 1);
  }
  struct mdq_error error;
  assert_int_equal(open_it(&error), MDQ_OK);
  close(fd);
  mdq_buf_free(&bytes);
}

static void test_truncated_packs(void **state) {
  (void)state;
  write_packs();
  truncate_everywhere(packs_path, "packs.bin", open_packs);
}

static void test_damaged_packs(void **state) {
  (void)state;
  write_packs();
  struct mdq_image_root root;
  struct mdq_buf bytes = read_file(packs_path);
  memcpy(&root, bytes.ptr + MDQ_DATA_HEADER, sizeof root);
  mdq_buf_free(&bytes);
  flip_everywhere(packs_path, "packs.bin", MDQ_DATA_HEADER + (size_t)root.texts, open_packs);
}

static void test_truncated_tables(void **state) {
  (void)state;
  write_tables();
  truncate_everywhere(tables_path, "tables.bin", open_tables);
}

static void test_damaged_tables(void **state) {
  (void)state;
  write_tables();
  flip_everywhere(tables_path, "tables.bin", MDQ_DATA_HEADER + 2 * 64, open_tables);
}

static void write_bytes(const char *path, const char *bytes, size_t size) {
  FILE *file = fopen(path, "w");
  if (!file || fwrite(bytes, 1, size, file) != size || fclose(file)) fail_msg("cannot write %s", path);
}

static void test_foreign_files(void **state) {
  (void)state;
  struct mdq_error error = { 0 };
  char text[4096];
  memset(text, 'x', sizeof text);
  write_bytes(packs_path, text, sizeof text);
  assert_refused(open_packs(&error), &error, "packs.bin", "text", 0);
  write_tables(); /* sound, but of another kind */
  struct mdq_buf tables = read_file(tables_path);
  write_bytes(packs_path, tables.ptr, tables.len);
  mdq_buf_free(&tables);
  assert_refused(open_packs(&error), &error, "packs.bin", "tables", 0);
  assert_non_null(strstr(error.message, "another kind"));
  static const struct mdq_data_kind older = { .name = "packs", .version = 0, .layout = MDQ_IMAGE_LAYOUT };
  assert_int_equal(mdq_data_file_write(dir.path, &older, mdq_span_of(text, sizeof text), sizeof text, 0, &error), MDQ_OK);
  assert_refused(open_packs(&error), &error, "packs.bin", "an older version", 0);
  assert_non_null(strstr(error.message, "another version"));
  unlink(packs_path);
  assert_int_equal(mkdir(packs_path, 0777), 0);
  assert_refused(open_packs(&error), &error, "packs.bin", "a directory", 0);
  rmdir(packs_path);
}

/* A body with the right checksum that makes no sense. */
static void test_senseless_bodies(void **state) {
  (void)state;
  struct mdq_error error = { 0 };
  char body[8192];
  for (int fill = 0; fill < 256; fill += 5) {
    memset(body, fill, sizeof body);
    assert_int_equal(mdq_data_file_write(dir.path, &mdq_image_kind, mdq_span_of(body, sizeof body), sizeof body, 0, &error), MDQ_OK);
    assert_refused(open_packs(&error), &error, "packs.bin", "filled with", (size_t)fill);
  }
  assert_int_equal(mdq_data_file_write(dir.path, &mdq_image_kind, mdq_span_of(body, 0), 0, 0, &error), MDQ_OK);
  assert_refused(open_packs(&error), &error, "packs.bin", "empty", 0);
  unlink(packs_path);
}

static void test_checksum(void **state) {
  (void)state;
  char bytes[100];
  for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (char)i;
  for (size_t len = 0; len < sizeof bytes; len++) {
    uint64_t sum = mdq_checksum(mdq_span_of(bytes, len));
    assert_true(sum != mdq_checksum(mdq_span_of(bytes, len + 1)));
    for (size_t i = 0; i < len; i++) {
      bytes[i] ^= 1;
      assert_true(sum != mdq_checksum(mdq_span_of(bytes, len)));
      bytes[i] ^= 1;
    }
  }
}

static void test_cannot_write(void **state) {
  (void)state;
  struct mdq_error error = { 0 };
  assert_int_equal(mdq_data_file_write("/no/such/place", &mdq_image_kind, MDQ_SPAN_LIT("x"), 1, 0, &error), MDQ_NO_DATA);
  assert_string_equal(error.file, "/no/such/place/compiled/packs.bin");
}

int main(void) {
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_packs_are_read_back), cmocka_unit_test(test_packs_of_the_build), cmocka_unit_test(test_tables_are_read_back),
    cmocka_unit_test(test_written_twice_the_same), cmocka_unit_test(test_truncated_packs), cmocka_unit_test(test_damaged_packs),
    cmocka_unit_test(test_truncated_tables), cmocka_unit_test(test_damaged_tables), cmocka_unit_test(test_foreign_files),
    cmocka_unit_test(test_senseless_bodies), cmocka_unit_test(test_checksum), cmocka_unit_test(test_cannot_write),
  };
  return cmocka_run_group_tests(tests, make_dir, remove_dir);
}
